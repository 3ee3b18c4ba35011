/* SPDX-License-Identifier: MIT
 * arrival.c: the first week: created and housed, met, placed on the ladder, given the folder, and what the
 * two units do by their plan of it. */
#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "document/document.h"
#include "meeting/meeting.h"
#include "simulate/town.h"
#include "task/task.h"

enum { NUMBERS_A_YEAR = 10000, AGE_LEAST = 18, AGE_MOST = 58, DAYS_A_YEAR = 365, PROTECTED_PERCENT = 2 };

/* 31 February: nobody has this number. Beyond ten thousand the year is one in which nobody here is born. */
static const char *invented_cpr(struct arena *arena, int number, day born)
{
    int year = (date_of(born).year + (number >= NUMBERS_A_YEAR ? 50 : 0)) % 100;

    return arena_format(arena, "3102%02d%04d", year, number % NUMBERS_A_YEAR);
}

static struct citizen_facts facts_of(struct town *town, struct person *person, int number)
{
    struct chance *chance = &person->chance;
    const struct origin *origin = person->origin;
    bool is_woman = chance_is(chance, 50);
    day born = town->today - chance_between(chance, AGE_LEAST * DAYS_A_YEAR, AGE_MOST * DAYS_A_YEAR);
    const char *first = words_pick(chance, is_woman ? origin->women : origin->men);

    person->name = arena_dup(town->life, first);
    return (struct citizen_facts){
        .cpr = invented_cpr(town->request, number, born),
        .first_name = first,
        .last_name = words_pick(chance, origin->families),
        .sex = is_woman ? "woman" : "man",
        .born = born,
        .phone = arena_format(town->request, "00 00 %02d %02d", 30 + number / 100 % 70, number % 100),
        .town = words_pick(chance, towns),
        .postal_code = "8999",
        .street = arena_format(town->request, "%s %d", words_pick(chance, streets), chance_between(chance, 1, 140)),
        .is_protected = chance_is(chance, PROTECTED_PERCENT),
        .language = origin->language,
        .is_interpreter_needed = !chance_is(chance, 25),
        .danish_level = chance_is(chance, 40) ? "du1" : chance_is(chance, 60) ? "du2" : "du3",
        .law_basis = "integrationsloven",
        .benefit = "mindstesats",
        .readiness = chance_is(chance, 80) ? "jobparat" : "aktivitetsparat",
        .permit_kind = origin->permit,
        .permit_from = town->today - chance_between(chance, 5, 60),
        .permit_to = town->today + 2 * DAYS_A_YEAR,
        .arrived_at = day_begin(town->today - chance_between(chance, 1, 4)) + 12 * 3600,
        .received_at = town->now - 3600,
        .unit = town->integration,
    };
}

static void form_team(struct town *town, const struct person *person)
{
    for (int job = CASEWORKER; job <= SOCIAL_WORKER; job++)
        casefile_put_on_team(town->db, person->id, job_roles[job], town->staff[person->team[job]].id);
    casefile_put_on_team(town->db, person->id, "coordinator", town->staff[person->team[CASEWORKER]].id);
}

void act_arrive(struct town *town, struct person *person, const struct act *act)
{
    struct citizen_facts facts = facts_of(town, person, act->who);

    person->id = citizen_create(town->db, &facts);
    form_team(town, person);
    casefile_enrol(town->db, person->id, town->scheme->id.text, town->scheme->version, town->now);
    task_make_for_scheme(town->db, person->id, town->scheme);
    town_plan(town, chance_between(&person->chance, 1, 3), ACT_HOUSE, act->who, 0);
}

/* Housed; the plan of the first week begins. */
void act_house(struct town *town, struct person *person, const struct act *act)
{
    static const struct { enum act_kind kind; int least, most; } week[] = {
        { ACT_BOOK_ADVISER, 0, 0 }, { ACT_INFO, 1, 2 }, { ACT_LADDER, 1, 2 }, { ACT_FOLDER, 1, 2 }, { ACT_JOIN, 1, 2 },
        { ACT_BANK, 2, 5 }, { ACT_DAYCARE, 2, 5 }, { ACT_TASKS, 3, 8 }, { ACT_SAY, 2, 6 }, { ACT_NOTE, 5, 30 },
    };

    person->housed_at = town->now - 1800;
    citizen_house(town->db, person->id, person->housed_at);
    for (size_t i = 0; i < sizeof week / sizeof *week; i++)
        town_plan_due(town, chance_between(&person->chance, week[i].least, week[i].most), week[i].kind, act->who, 0);
}

void act_ladder(struct town *town, struct person *person, const struct act *act)
{
    (void)act;
    casefile_place_on_ladder(town->db, person->id, "trappe", "intro", town->now, "");
}

void act_folder(struct town *town, struct person *person, const struct act *act)
{
    struct document_id folder = document_make(town->db, &(struct document_order){
        .citizen = person->id, .scheme = town->scheme->id.text, .code = "mappe", .language = "da", .variant = "" });

    (void)act;
    document_hand_over(town->db, folder);
}

void act_book_adviser(struct town *town, struct person *person, const struct act *act)
{
    int days = chance_between(&person->chance, 3, 5);

    meeting_book(town->db, &(struct meeting_plan){
        .citizen = person->id, .scheme = town->scheme->id.text, .code = "raadgiver",
        .meets_at = town->now + days * 86400, .place = "Rådhuset" });
    town_plan(town, days + 1, ACT_MEET_ADVISER, act->who, 0);
}

/* The citizen and whoever of the staff the scheme names for the meeting, all come. */
static size_t guests_of(const struct town *town, const struct person *person, const struct scheme_meeting *meeting,
                        struct meeting_guest guests[MEETING_PARTIES_MAX])
{
    size_t count = 0;

    for (size_t i = 0; i < meeting->parties.count && count < MEETING_PARTIES_MAX; i++) {
        struct meeting_guest guest = { .role = meeting->parties.at[i].text, .has_come = true };
        for (int job = 0; job < JOB_COUNT; job++)
            if (text_is(job_roles[job], guest.role))
                guest.staff = town->staff[person->team[job]].id;
        if (text_is(guest.role, "company_contact") && person->company >= 0)
            guest.name = town->companies[person->company].contact_name;
        guests[count++] = guest;
    }
    return count;
}

/* The booked meeting of that code that is to be held about now; false when none is. */
static bool booked(struct town *town, const struct person *person, const char *code, struct meeting_row *found)
{
    struct meeting_row_list meetings = meeting_of_citizen(town->db, person->id, 10, 0);

    for (size_t i = 0; i < meetings.count; i++) {
        if (!text_is(meetings.at[i].state, "booked") || !text_is(meetings.at[i].code, code))
            continue;
        *found = meetings.at[i];
        return true;
    }
    return false;
}

struct meeting_id town_meet(struct town *town, const struct person *person, const char *code,
                            struct placement_id placement, instant next_at)
{
    struct meeting_guest guests[MEETING_PARTIES_MAX];
    const struct scheme_meeting *kind = scheme_meeting(town->scheme, code);
    struct chance chance = person->chance; /* What is said changes nothing that happens. */
    struct meeting_row before;
    struct meeting_plan plan = {
        .citizen = person->id, .placement = placement, .scheme = town->scheme->id.text, .code = code,
        .way = placement.n == 0 ? WAY_PERSON : WAY_COMPANY, .meets_at = town->now,
        .has_interpreter = !chance_is(&chance, 40), .guests = guests,
    };
    struct meeting_result result = { words_pick(&chance, topics), words_pick(&chance, notes), next_at };

    plan.guest_count = kind == NULL ? 0 : guests_of(town, person, kind, guests);
    if (!booked(town, person, code, &before))
        return meeting_hold_unbooked(town->db, &plan, &result);
    meeting_hold(town->db, &before, &plan, &result);
    return before.id;
}

void act_meet_adviser(struct town *town, struct person *person, const struct act *act)
{
    (void)act;
    town_meet(town, person, "raadgiver", (struct placement_id){ 0 }, INSTANT_NONE);
}

void act_info(struct town *town, struct person *person, const struct act *act)
{
    (void)act;
    town_meet(town, person, "info", (struct placement_id){ 0 }, INSTANT_NONE);
}

/* Finishes the citizen's open tasks of the scheme with that code; all that are left for NULL. */
static void finish(struct town *town, const struct person *person, const char *code)
{
    struct task_row_list tasks = task_of_citizen(town->db, person->id);

    for (size_t i = 0; i < tasks.count; i++)
        if (tasks.at[i].done_at == INSTANT_NONE && *tasks.at[i].code != 0 && (code == NULL || text_is(tasks.at[i].code, code)))
            task_finish(town->db, &tasks.at[i], town->now);
}

void act_bank(struct town *town, struct person *person, const struct act *act)
{
    (void)act;
    finish(town, person, "bank");
    finish(town, person, "infotid");
    finish(town, person, "egne_kompetence");
}

void act_daycare(struct town *town, struct person *person, const struct act *act)
{
    (void)act;
    finish(town, person, "pladsanvisning");
}

void act_tasks(struct town *town, struct person *person, const struct act *act)
{
    (void)act;
    finish(town, person, "om_intro");
    finish(town, person, "henvisning");
    finish(town, person, "egne_integration");
}
