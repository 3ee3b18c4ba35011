/* SPDX-License-Identifier: MIT
 * new_form.c: a new placement's form: filled in from what is known, and read back. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "citizen/consideration.h"
#include "employer/agreement.h"
#include "law/workday.h"
#include "placement/functions.h"
#include "placement/new.h"
#include "placement/scheme_part.h"

enum { NAME_MAX = 200, WORDS_MAX = 2000, MEETING_HOUR = 13, STAIR_WEEKS = 4, WEEKDAYS_OFFICE = 31, WEEKS_MAX = 520 };

const char *stair_name(struct request *r, int step, const char *part)
{
    return arena_format(r->arena, "trin%d_%s", step + 1, part);
}

const char *const *placement_lessons(struct request *r, struct citizen_id citizen, day on, struct placement_facts *facts)
{
    struct placement_slot_list rows = placement_language_slots(r->db, citizen, on);
    struct week_slot *slots = arena_array(r->arena, rows.count, sizeof *slots);
    const char **names = arena_array(r->arena, rows.count, sizeof *names);

    for (size_t i = 0; i < rows.count; i++) {
        const struct placement_slot *row = &rows.at[i];
        slots[i] = (struct week_slot){ (enum weekday)row->weekday, (int)row->from_minute, (int)row->to_minute };
        names[i] = arena_format(r->arena, "%s %s", row->title, working_hours_text(r->arena, row->from_minute, row->to_minute));
    }
    facts->lessons = slots;
    facts->lesson_count = rows.count;
    return names;
}

/* What work must take into account, in one line. */
static const char *considerations(struct request *r, struct citizen_id citizen)
{
    struct citizen_skill_row_list skills = citizen_skills(r->db, citizen);
    struct text words = text_new(r->arena);

    for (size_t i = 0; i < skills.count; i++) {
        if (!text_is(skills.at[i].kind, "consideration"))
            continue;
        if (words.length > 0)
            text_add(&words, ", ");
        text_add(&words, skills.at[i].words);
    }
    return text_done(&words);
}

static void fill_stair(struct request *r, struct form *form)
{
    for (int step = 0; step < STAIR_STEPS; step++) {
        form_set_int(form, stair_name(r, step, "uge"), 1 + step * STAIR_WEEKS);
        form_set(form, stair_name(r, step, "loen"), step == 0 ? "0" : "");
    }
}

static void fill_company(struct request *r, struct form *form, struct company_id id)
{
    struct company_row company;
    int from, to;

    if (id.n == 0 || !company_load(r->db, id, &company))
        return;
    form_set_int(form, "virksomhed", id.n);
    form_set(form, "transport", company.travel);
    if (working_hours_read(company.hours, &from, &to))
        form_set(form, "moedetid", company.hours);
}

static bool is_in(const struct placement_company_choice_list *list, struct company_id company)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].id.n == company.n)
            return true;
    return false;
}

struct companies_proposed companies_proposed(struct request *r, const char *branches, int64_t most)
{
    struct staff_id actor = { r->actor.id };
    struct placement_company_choice_list own = placement_companies_own(r->db, actor, r->today, most);
    struct companies_proposed proposed = {
        .others = (int64_t)own.count < most ? placement_companies_near(r->db, actor, r->today, "", most) : own,
    };
    size_t kept = 0;

    if (*branches != 0)
        proposed.chosen = placement_companies_near(r->db, actor, r->today, branches, most);
    for (size_t i = 0; i < proposed.others.count; i++)
        if (!is_in(&proposed.chosen, proposed.others.at[i].id))
            proposed.others.at[kept++] = proposed.others.at[i];
    proposed.others.count = kept;
    return proposed;
}

/* The company asked for in the address, else the first that is proposed. */
static struct company_id company_proposed(struct request *r, const char *branches)
{
    int64_t asked;

    if (text_to_int(request_query(r, "virksomhed"), &asked) && asked > 0)
        return (struct company_id){ asked };
    struct companies_proposed all = companies_proposed(r, branches, 1);
    struct placement_company_choice_list first = all.chosen.count > 0 ? all.chosen : all.others;
    return first.count > 0 ? first.at[0].id : (struct company_id){ 0 };
}

/* Going on from a placement: what is known of it stands in the form, and it begins when that ends. */
static void fill_from_before(struct request *r, struct new_placement *new)
{
    struct form *form = &new->form;

    if (!placement_continued(r, new->citizen.id, request_query(r, "efter"), &new->before))
        return;
    day from = placement_carry_over(r, form, &new->before, request_query(r, "slags"));
    bool has_end = text_is(form_value(form, "slags"), placement_kind_codes[PLACEMENT_COMPANY_PLACEMENT]);
    form_set_day(form, "fra", from);
    form_set_day(form, "til", has_end ? placement_last_day(from) : DAY_NONE);
    form_set_instant(form, "moede_tid", instant_of(from, MEETING_HOUR, 0, 0));
    new->agreement.from = from;
}

static void fill_weekdays(struct request *r, struct form *form, int64_t weekdays)
{
    for (int i = 0; i < WEEKDAY_COUNT; i++)
        if ((weekdays & (INT64_C(1) << i)) != 0)
            form_add(form, "dage", arena_format(r->arena, "%d", i));
}

void new_placement_fill(struct request *r, struct new_placement *new)
{
    struct form *form = &new->form;
    day course_end = placement_course_end(r->db, new->citizen.id);
    day from = course_end == DAY_NONE || course_end < r->today ? workday_add(NULL, r->today, 1)
                                                               : placement_first_day(course_end);

    new->agreement.from = from;
    new->lesson_names = placement_lessons(r, new->citizen.id, new->agreement.from, &new->facts);
    int64_t lesson_hours = placement_check(&(struct placement_facts){ .lessons = new->facts.lessons,
                                                                      .lesson_count = new->facts.lesson_count },
                                           CHECK_WEEK).b;
    new->branches = plan_chosen_branches(r, new->citizen.id);
    fill_company(r, form, company_proposed(r, new->branches));
    form_set(form, "slags", placement_kind_codes[PLACEMENT_COMPANY_PLACEMENT]);
    form_set_day(form, "fra", from);
    form_set_day(form, "til", placement_last_day(from));
    form_set(form, "timer", say_number(r->arena, r->language, WEEK_HOURS_FULL - lesson_hours));
    fill_stair(r, form);
    new->purposes = placement_purposes(r, new->citizen.id);
    if (new->purposes.count > 0)
        form_set(form, "formaal", new->purposes.at[0].code);
    form_set(form, "hensyn", considerations(r, new->citizen.id));
    form_set(form, "moede", "1");
    form_set_instant(form, "moede_tid", instant_of(workday_add(NULL, from, -1), MEETING_HOUR, 0, 0));
    form_set(form, "maal", say(r->language, "Møder til tiden\nForstår beskeder på dansk\nLøser opgaverne på egen hånd"));
    fill_from_before(r, new);
    new->functions = placement_functions(r, new->citizen.id);
    fill_weekdays(r, form, new->before.id.n > 0 ? new->before.weekdays : WEEKDAYS_OFFICE);
    placement_functions_fill(form, new->functions, new->before.functions);
}

/* One line an item; empty lines are left out. */
static void read_items(struct request *r, struct new_placement *new)
{
    const char *typed = form_text(&new->form, "maal", FORM_OPTIONAL, WORDS_MAX);
    struct text_pieces lines = text_split(r->arena, typed, '\n');
    const char **items = arena_array(r->arena, lines.count, sizeof *items);
    size_t count = 0;

    for (size_t i = 0; i < lines.count; i++)
        if (!text_is_blank(lines.at[i]))
            items[count++] = text_trim(r->arena, lines.at[i]);
    new->agreement.items = items;
    new->agreement.item_count = count;
}

/* Steps with paid hours, each from the Monday-to-Monday week it begins in, counted from the first day. */
static void read_stair(struct request *r, struct new_placement *new, int64_t hours)
{
    bool is_unpaid = placement_kinds[new->agreement.kind].is_unpaid;
    size_t count = 0;

    for (int step = 0; step < STAIR_STEPS; step++) {
        const char *paid_name = stair_name(r, step, "loen");
        int64_t week = form_int(&new->form, stair_name(r, step, "uge"), FORM_OPTIONAL, 1, WEEKS_MAX);
        int64_t paid = form_hundredths(&new->form, paid_name, FORM_OPTIONAL);
        if (step == 0) {
            week = 1;
            if (paid == INT64_MIN || (paid == 0 && !is_unpaid))
                paid = is_unpaid ? 0 : hours;
        }
        if (paid == INT64_MIN || week < 1)
            continue;
        day from = new->agreement.from + (day)(week - 1) * 7;
        if (paid < 0 || (hours > 0 && paid > hours))
            form_error(&new->form, paid_name, say(r->language, "Lønnede timer kan højst være alle timerne."));
        else if (count > 0 && from <= new->steps[count - 1].from)
            form_error(&new->form, paid_name, say(r->language, "Hvert trin begynder efter det forrige."));
        else
            new->steps[count++] = (struct placement_step){ from, hours, paid };
    }
    new->agreement.steps = new->steps;
    new->agreement.step_count = count;
}

/* The chosen company, or the one company that the search words fit. */
static void read_company(struct request *r, struct new_placement *new)
{
    int64_t chosen = 0;
    const char *typed = form_text(&new->form, "anden", FORM_OPTIONAL, NAME_MAX);

    text_to_int(form_value(&new->form, "virksomhed"), &chosen);
    if (!text_is_blank(typed)) {
        struct company_listed_list found = employer_search(r->db, typed, 2);
        chosen = found.count == 1 ? found.at[0].id.n : 0;
        if (found.count == 0)
            form_error(&new->form, "anden", say(r->language, "Ingen virksomhed hedder sådan. Opret den først under Virksomheder."));
        else if (found.count > 1)
            form_error(&new->form, "anden", say(r->language, "Flere virksomheder hedder sådan. Vælg en herover, eller skriv mere."));
    } else if (chosen <= 0) {
        form_error(&new->form, "anden", say(r->language, "Vælg en virksomhed."));
    }
    if (chosen > 0 && company_load(r->db, (struct company_id){ chosen }, &new->company))
        new->agreement.company = new->company.id;
    const char *full = new->company.id.n == 0 ? NULL : employer_full_words(r, new->company.id);
    if (full != NULL)
        form_error(&new->form, "anden", full);
    new->queue = new->company.id.n == 0 ? (struct centre_queue_row){ 0 } : employer_queue(r->db, new->company.id);
    if (new->queue.id.n != 0)
        form_error(&new->form, "anden",
                   say_with(r->arena, r->language,
                            "Centret er fuldt: {1} af {2} pladser er i brug, og {3} venter. Sæt på ventelisten, eller vælg et andet sted.",
                            arena_format(r->arena, "%lld", (long long)new->queue.taken_count),
                            arena_format(r->arena, "%lld", (long long)new->queue.place_count),
                            arena_format(r->arena, "%lld", (long long)new->queue.waiting_count), NULL));
}

/* The days of the week as bits; an old form without them means Monday to Friday. */
static void read_weekdays(struct request *r, struct new_placement *new)
{
    struct text_pieces days = form_all(&new->form, "dage");
    int64_t number;

    new->agreement.weekdays = 0;
    for (size_t i = 0; i < days.count; i++)
        if (text_to_int(days.at[i], &number) && number >= 0 && number < WEEKDAY_COUNT)
            new->agreement.weekdays |= INT64_C(1) << number;
    if (new->agreement.weekdays == 0)
        form_error(&new->form, "dage", say(r->language, "Vælg mindst én dag."));
}

static void read_days(struct request *r, struct new_placement *new)
{
    struct placement_agreement *agreement = &new->agreement;

    agreement->from = form_day(&new->form, "fra", FORM_REQUIRED);
    agreement->to = form_day(&new->form, "til", FORM_OPTIONAL);
    if (agreement->from != DAY_NONE && agreement->to != DAY_NONE && agreement->to < agreement->from)
        form_error(&new->form, "til", say(r->language, "Sidste dag ligger før den første."));
    if (agreement->from == DAY_NONE)
        agreement->from = r->today;
    agreement->timetable = form_text(&new->form, "moedetid", FORM_OPTIONAL, NAME_MAX);
    read_weekdays(r, new);
    if (!text_is_blank(agreement->timetable) &&
        !working_hours_read(agreement->timetable, &agreement->from_minute, &agreement->to_minute))
        form_error(&new->form, "moedetid", say(r->language, "Skriv tiderne som 7.00-12.00."));
}

static void read_words(struct new_placement *new)
{
    struct placement_agreement *agreement = &new->agreement;
    struct form *form = &new->form;

    agreement->purpose = form_text(form, "formaal", FORM_REQUIRED, NAME_MAX);
    agreement->functions = placement_functions_read(form, new->functions, WORDS_MAX);
    agreement->consideration = form_text(form, "hensyn", FORM_OPTIONAL, WORDS_MAX);
    citizen_refuse_diagnosis(form, "hensyn", agreement->consideration);
    agreement->mentor = form_text(form, "mentor", FORM_OPTIONAL, NAME_MAX);
    agreement->transport = form_text(form, "transport", FORM_OPTIONAL, WORDS_MAX);
    agreement->expect_citizen = form_text(form, "forv_borger", FORM_OPTIONAL, WORDS_MAX);
    agreement->expect_company = form_text(form, "forv_virksomhed", FORM_OPTIONAL, WORDS_MAX);
    agreement->expect_centre = form_text(form, "forv_kommune", FORM_OPTIONAL, WORDS_MAX);
}

static int expectation_count(const struct placement_agreement *agreement)
{
    return !text_is_blank(agreement->expect_citizen) + !text_is_blank(agreement->expect_company) +
           !text_is_blank(agreement->expect_centre);
}

/* What the checks look at, from what was typed and what is known. */
static void gather_facts(struct request *r, struct new_placement *new, int64_t hours)
{
    const struct placement_agreement *agreement = &new->agreement;
    struct placement_facts *facts = &new->facts;

    new->lesson_names = placement_lessons(r, new->citizen.id, new->agreement.from, &new->facts);
    facts->kind = agreement->kind;
    facts->from = agreement->from;
    facts->to = agreement->to;
    facts->course_end = placement_course_end(r->db, new->citizen.id);
    facts->place_count = new->company.place_count;
    facts->taken_count = new->company.taken_count;
    facts->pause_until = new->company.pause_until_day;
    for (int state = 0; state < COMPANY_STATE_COUNT; state++)
        if (text_is(company_state_codes[state], new->company.state))
            facts->company_state = (enum company_state)state;
    facts->weekdays = agreement->weekdays;
    facts->from_minute = agreement->from_minute;
    facts->to_minute = agreement->to_minute;
    facts->hours = hours;
    facts->party_count = new->has_meeting ? (int)new->parties.count : 0;
    facts->has_mentor = !text_is_blank(agreement->mentor);
    facts->expectation_count = expectation_count(agreement);
    facts->is_paid_first = placement_is_paid_first(r->db, new->citizen.id);
    facts->paid = agreement->step_count > 0 ? agreement->steps[0].paid : 0;
}

struct panel_subject new_placement_subject(const struct new_placement *new)
{
    return (struct panel_subject){
        .citizen = &new->citizen,
        .company = &new->company,
        .kind = new->agreement.kind,
        .from = new->agreement.from,
        .to = new->agreement.to,
        .hours = new->facts.hours,
        .language = placement_check(&new->facts, CHECK_LANGUAGE).why,
    };
}

static void read_lawful(struct request *r, struct new_placement *new)
{
    struct panel_subject subject = new_placement_subject(new);

    new->stored = panel_load(r->db, &subject);
    new->lawful = new->stored;
    new->typed = panel_read(&new->form, &new->lawful);
}

static void read_meeting(struct request *r, struct new_placement *new)
{
    new->has_meeting = form_flag(&new->form, "moede");
    new->parties = form_all(&new->form, "part");
    new->meeting_at = form_instant(&new->form, "moede_tid", new->has_meeting ? FORM_REQUIRED : FORM_OPTIONAL);
    if (new->has_meeting && new->meeting_at != INSTANT_NONE && new->meeting_at < r->now)
        form_error(&new->form, "moede_tid", say(r->language, "Tidspunktet er gået."));
}

void new_placement_read(struct request *r, struct new_placement *new)
{
    int kind = form_choice(&new->form, "slags", FORM_REQUIRED, placement_kind_codes);

    if (new->purposes.count == 0) { /* Else it was filled before. */
        new->functions = placement_functions(r, new->citizen.id);
        new->purposes = placement_purposes(r, new->citizen.id);
        new->branches = plan_chosen_branches(r, new->citizen.id);
    }
    placement_continued(r, new->citizen.id, form_value(&new->form, "efter"), &new->before);
    new->agreement.before = new->before.id;
    new->agreement.citizen = new->citizen.id;
    new->agreement.consultant = (struct staff_id){ r->actor.id };
    new->agreement.kind = kind < 0 ? PLACEMENT_COMPANY_PLACEMENT : (enum placement_kind)kind;
    read_company(r, new);
    read_days(r, new);
    int64_t hours = form_hundredths(&new->form, "timer", FORM_REQUIRED);
    if (hours != INT64_MIN && (hours <= 0 || hours > 16800))
        form_error(&new->form, "timer", say(r->language, "Skriv timerne om ugen."));
    read_stair(r, new, hours == INT64_MIN ? 0 : hours);
    read_words(new);
    read_items(r, new);
    read_meeting(r, new);
    gather_facts(r, new, hours == INT64_MIN ? 0 : hours);
    read_lawful(r, new);
}
