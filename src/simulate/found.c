/* SPDX-License-Identifier: MIT
 * found.c: what there is before the first day: the municipality, its staff with roles, the scheme, companies
 * and the intro course; and what is expected of the months to come. */
#include "base/text.h"
#include "employer/employer.h"
#include "group/group.h"
#include "law/workday.h"
#include "library/library.h"
#include "simulate/town.h"
#include "staff/staff.h"

/* Those whom the user guide names. */
struct known {
    const char *login, *name, *title;
    enum job job; /* JOB_COUNT: none that acts. */
    const char *roles[4];
    bool is_in_both; /* Roles in both units. */
};

static const struct known known_staff[] = {
    { "mette", "Mette Lindegaard", "Sagsbehandler", CASEWORKER, { "caseworker", "coordinator" }, false },
    { "jonas", "Jonas Havbro", "Beskæftigelseskonsulent", CONSULTANT, { "employment_consultant" }, false },
    { "hanan", "Hanan Sabri", "Kulturformidler", MEDIATOR, { "cultural_mediator" }, false },
    { "karen", "Karen Toftlund", "Rådgiver", ADVISER, { "adviser" }, false },
    { "sanne", "Sanne Grønvang", "Socialrådgiver", SOCIAL_WORKER, { "social_worker" }, false },
    { "birgit", "Birgit Elmholt", "Underviser", TEACHER, { "teacher" }, false },
    { "lis", "Lis Nygaard", "Leder", LEADER, { "leader" }, true },
    { "admin", "Alma Brink", "Systemadministrator", JOB_COUNT, { "administrator" }, true },
};
enum { KNOWN_COUNT = sizeof known_staff / sizeof *known_staff };

/* Who else works there, turn by turn. */
static const enum job other_jobs[] = { CASEWORKER, CONSULTANT, CASEWORKER, CONSULTANT, MEDIATOR, ADVISER, CONSULTANT,
                                       CASEWORKER, SOCIAL_WORKER, TEACHER };
enum { OTHER_JOB_COUNT = sizeof other_jobs / sizeof *other_jobs };

static const char *const job_titles[JOB_COUNT] = {
    "Sagsbehandler", "Beskæftigelseskonsulent", "Kulturformidler", "Rådgiver", "Socialrådgiver", "Underviser", "Leder",
};

enum {
    PLACES_MOST = 4, LATE_AT_END = 2, GROUP_SIZE = 12, CITIZENS_A_GROUP = 130, AWAY_EVERY = 5, AWAY_DAYS = 24,
    STAFF_MINUTES = 420, STAFF_STEP = 37,
};

static bool is_in_competence(enum job job)
{
    return job == ADVISER || job == SOCIAL_WORKER;
}

static void give_roles(struct town *town, struct staff_id staff, const struct known *who)
{
    struct unit_id own = is_in_competence(who->job) ? town->competence : town->integration;

    for (size_t i = 0; i < sizeof who->roles / sizeof *who->roles && who->roles[i] != NULL; i++) {
        struct role_id role = role_by_code(town->db, who->roles[i]);
        staff_role_insert(town->db, staff, role, own);
        if (who->is_in_both)
            staff_role_insert(town->db, staff, role, town->competence);
    }
}

/* One of the staff: in the store, and in the town when it is somebody who acts. */
static void hire(struct town *town, const struct known *who)
{
    struct unit_id unit = is_in_competence(who->job) ? town->competence : town->integration;
    int number = town->staff_count;
    struct staff_id id = staff_add(town->db, &(struct staff_insert_in){
        .login = who->login,
        .name = who->name,
        .title = who->title,
        .phone = arena_format(town->request, "00 00 10 %02d", number % 100),
        .email = arena_format(town->request, "%s@fjordby.example", who->login),
        .unit = unit,
    }, town->options->password, NULL);

    give_roles(town, id, who);
    if (who->job == JOB_COUNT)
        return;
    town->staff[town->staff_count++] = (struct worker){
        .id = id,
        .job = who->job,
        .actor = { ACTOR_STAFF, id.n, staff_permission_set(town->db, id) },
        .minute = 30 + number * STAFF_STEP % STAFF_MINUTES,
        .away_from = DAY_NONE,
        .away_to = DAY_NONE,
        .deputy = -1,
        .late_left = LATE_AT_END,
    };
}

static void hire_other(struct town *town, int number)
{
    enum job job = other_jobs[number % OTHER_JOB_COUNT];
    const char *first = words_pick(&town->chance, staff_first_names);
    const char *login = arena_format(town->request, "%s%d", text_fold(town->request, first), number + 1);

    hire(town, &(struct known){
        .login = login,
        .name = arena_format(town->request, "%s %s", first, words_pick(&town->chance, staff_last_names)),
        .title = job_titles[job],
        .job = job,
        .roles = { job_roles[job] },
    });
}

/* The next in the same job, for a deputy; -1 when there is nobody. */
static int colleague(const struct town *town, int worker)
{
    for (int step = 1; step < town->staff_count; step++) {
        int other = (worker + step) % town->staff_count;
        if (town->staff[other].job == town->staff[worker].job)
            return other;
    }
    return -1;
}

/* Every fifth is away for some weeks; every second of these without a deputy, which the leader's curve shows. */
static void expect_absences(struct town *town)
{
    int days = town->last - town->first, count = 0;

    for (int i = KNOWN_COUNT - 1; i < town->staff_count && days > 4 * AWAY_DAYS; i += AWAY_EVERY) {
        struct worker *worker = &town->staff[i];
        if (is_in_competence(worker->job))
            continue; /* Their cases are in the other unit, where no deputy of theirs may look. */
        worker->away_from = town->first + chance_between(&town->chance, days / 3, days - 2 * AWAY_DAYS);
        worker->away_to = worker->away_from + AWAY_DAYS;
        worker->deputy = count++ % 2 == 0 ? -1 : colleague(town, i);
        town_plan_on(town, workday_add(NULL, worker->away_from, -1), ACT_AWAY, i, 0);
    }
}

static void found_company(struct town *town, int number)
{
    struct chance *chance = &town->chance;
    struct company_place *company = &town->companies[number];
    const struct trade *trade = &trades[chance_between(chance, 0, trade_count - 1)];
    const char *place = words_pick(chance, towns), *name = arena_format(town->request, "%s %s%s",
        words_pick(chance, company_beginnings), trade->ending, number < 15 * trade_count ? "" : arena_format(town->request, " %d", number));

    company->trade = trade;
    company->consultant = town_worker(town, CONSULTANT, number);
    company->places = chance_between(chance, 1, PLACES_MOST) + 400 / town->options->companies;
    company->id = employer_create(town->db, &(struct company_facts){
        .cvr = arena_format(town->request, "%08d", 900 + number),
        .p_number = arena_format(town->request, "%010d", 9000 + number),
        .name = name,
        .branch = trade->branch,
        .street = arena_format(town->request, "%s %d", words_pick(chance, streets), chance_between(chance, 1, 120)),
        .postal_code = "8999",
        .town = place,
        .employee_count = chance_between(chance, 4, 180),
        .hours = "07-15 eller 08-16",
        .place_count = company->places,
        .state = number % 17 == 16 ? COMPANY_NEVER : COMPANY_WILLING,
        .consultant = town->staff[company->consultant].id,
    });
    company->contact_name = arena_format(town->life, "%s %s", words_pick(chance, staff_first_names),
                                         words_pick(chance, staff_last_names));
    company->contact = employer_add_contact(town->db, &(struct company_contact_insert_in){
        company->id, company->contact_name, "Daglig leder", arena_format(town->request, "00 00 %02d %02d", 20 + number / 100,
        number % 100), "", true });
    if (number % 17 == 16)
        company->places = 0; /* Never means never. */
}

/* Mondays to Fridays, language before noon. */
static void found_group(struct town *town, int number)
{
    static const char *const afternoons[] = { "Arbejdsmarked og rettigheder", "Demokrati i praksis", "Foreninger og fritid",
                                              "Virksomhedsbesøg", "CV og ansøgning" };
    struct course_group_id group = group_create(town->db, &(struct course_group_insert_in){
        .scheme = town->scheme->id.text,
        .activity = "introforlob",
        .name = arena_format(town->request, "Introhold %d", number + 1),
        .unit = town->integration,
        .place = number % 2 == 0 ? "Sprogcentret, lokale 2" : "Medborgerhuset",
        .capacity = GROUP_SIZE,
        .from_day = town->first,
        .to_day = DAY_NONE,
    });

    town->groups[number] = group;
    for (int weekday = MONDAY; weekday <= FRIDAY; weekday++) {
        group_slot_insert(town->db, &(struct group_slot_insert_in){ group, weekday, 8 * 60 + 30, 12 * 60 + 15, "Virksomhedsdansk", true });
        group_slot_insert(town->db, &(struct group_slot_insert_in){ group, weekday, 12 * 60 + 45, 16 * 60 + 15, afternoons[weekday], false });
    }
}

void town_found(struct town *town)
{
    const struct simulate_options *options = town->options;

    municipality_set(town->db, "Fjordby Kommune", true);
    staff_found(town->db);
    town->integration = unit_by_code(town->db, "integration");
    town->competence = unit_by_code(town->db, "kompetence");
    library_switch(town->db, town->scheme, true);

    town->staff = arena_array(town->life, (size_t)options->staff, sizeof *town->staff);
    for (int i = 0; i < KNOWN_COUNT; i++)
        hire(town, &known_staff[i]);
    for (int i = 0; i < options->staff - KNOWN_COUNT; i++)
        hire_other(town, i);

    town->company_count = options->companies;
    town->companies = arena_array(town->life, (size_t)options->companies, sizeof *town->companies);
    for (int i = 0; i < town->company_count; i++)
        found_company(town, i);

    town->group_count = 1 + (int)((int64_t)options->citizens * 18 / options->months / CITIZENS_A_GROUP);
    town->groups = arena_array(town->life, (size_t)town->group_count, sizeof *town->groups);
    for (int i = 0; i < town->group_count; i++)
        found_group(town, i);
}

static void expect_person(struct town *town, int number)
{
    struct person *person = &town->people[number];
    int64_t days = town->last - town->first - 1;
    day around = town->first + (day)(days * number / town->people_count);

    person->chance = chance_new(town->options->seed, (uint64_t)number + 1);
    person->origin = origin_pick(&person->chance);
    person->trade = &trades[chance_between(&person->chance, 0, trade_count - 1)];
    person->ill_until = DAY_NONE;
    person->company = -1;
    person->group = number % town->group_count;
    for (int job = 0; job < JOB_COUNT; job++)
        person->team[job] = town_worker(town, (enum job)job, number);
    town_plan_on(town, around + chance_between(&person->chance, 0, 3), ACT_ARRIVE, number, 0);
}

/* The first Tuesday's coordination, a week ahead; talks with companies; the course's coming weeks. */
static void expect_month(struct town *town, int year, int month)
{
    day council = day_nth_weekday(year, month, 1, TUESDAY);
    day first = day_of(year, month, 1);

    town_plan_on(town, council - 7, ACT_COUNCIL_BOOK, 0, council);
    for (int i = 0; i < town->company_count; i++)
        if (chance_is(&town->chance, 25))
            town_plan_on(town, first + chance_between(&town->chance, 0, 27), ACT_TALK, i, 0);
}

void town_expect(struct town *town)
{
    town->people_count = town->options->citizens;
    town->people = arena_array(town->life, (size_t)town->people_count, sizeof *town->people);
    for (int i = 0; i < town->people_count; i++)
        expect_person(town, i);
    for (day on = town->first; on <= town->last + 31; on = day_add_months(on, 1))
        expect_month(town, date_of(on).year, date_of(on).month);
    for (int i = 0; i < town->group_count; i++)
        town_plan_on(town, town->first, ACT_COURSE_PLAN, i, 0);
    expect_absences(town);
}
