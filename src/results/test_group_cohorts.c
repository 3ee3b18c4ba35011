/* SPDX-License-Identifier: MIT
 * test_group_cohorts.c: cohorts of groups, absence and the job school loaded with the product's own functions over both
 * databases, and the figures that the library's own schemes say of them: N18 and N19 of Helsingør, N20 of Kolding, N21 of
 * Haderslev, N34 of Aarhus, N38 of Vejle, and the 13 of Esbjerg (S89). The same figures from events alone, with their edges, are in figures.cases; the companies' are
 * in test_cohorts.c. */
#include "db/test/store.h"

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "employer/employer.h"
#include "group/group.h"
#include "library/library.h"
#include "placement/placement.h"
#include "results/pages.h"
#include "sanction/sanction.h"
#include "staff/staff.h"

enum { HOUR = 60, SESSIONS = 50, ABSENT = 6, VISITORS = 14, SEVEN = 7, ACTIVE = 90, LEFT = 6, FULL_TIME = 3700 };

static struct staff_id officer, decider;

static void begin(day on)
{
    begin_as(staff_actor(officer.n), instant_of(on, 15, 0, 0));
}

static struct staff_id hire(const char *login, const char *role)
{
    return staff_add(store.db, &(struct staff_insert_in){ login, login, "", "", "", unit_by_code(store.db, "integration") }, NULL, role);
}

static void set_up(day on)
{
    officer = decider = (struct staff_id){ 0 };
    begin(on);
    db_set_actor(store.db, actor_system);
    staff_found(store.db);
    officer = hire("tove", "sanction_officer");
    decider = hire("yrsa", "benefits_officer");
    commit();
    begin(on);
}

static struct citizen_facts facts_of(int number)
{
    return (struct citizen_facts){
        .first_name = arena_format(store.arena, "Deltager %d", number), .last_name = "Prøve", .town = "Byen", .sex = "female",
        .language = "da", .readiness = "jobparat", .law_basis = "integrationsloven", .unit = unit_by_code(store.db, "integration"),
        .born = DAY_NONE, .permit_from = DAY_NONE, .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE, .received_at = INSTANT_NONE };
}

static struct citizen_id person(int number)
{
    struct citizen_facts facts = facts_of(number);

    return citizen_create(store.db, &facts);
}

static struct citizen_id enrolled(int number, const char *scheme_id)
{
    const struct scheme *scheme = library_find(library_all(), scheme_id);
    struct citizen_id citizen = person(number);

    casefile_enrol(store.db, citizen, scheme_id, scheme->version, db_now(store.db));
    return citizen;
}

/* A group that meets every working day, in the calendar from one day to another. */
static struct course_group_id group_of(const char *scheme, const char *activity, day from, day to)
{
    struct course_group_id group = group_create(store.db, &(struct course_group_insert_in){
        .scheme = scheme, .activity = activity, .name = "Holdet", .unit = unit_by_code(store.db, "integration"), .place = "Lokale 2",
        .capacity = 30, .from_day = from, .to_day = DAY_NONE });

    for (int weekday = MONDAY; weekday <= FRIDAY; weekday++)
        group_slot_insert(store.db, &(struct group_slot_insert_in){ group, weekday, 8 * HOUR, 12 * HOUR, "Dansk", true });
    group_plan_sessions(store.db, group, from, to);
    return group;
}

/* What the scheme's own measure says of a period, seen on a later day. */
static void same_figure(const char *scheme_id, const char *id, struct measured_period period, day seen, const char *wanted)
{
    const struct scheme *scheme = library_find(library_all(), scheme_id);
    struct schemes only = { &scheme, 1 };
    struct unit_id all = { 0 };
    const char *said = NULL;

    arena_reset(store.arena);
    db_begin(store.db, DB_READ, store.arena, actor_system, instant_of(seen, 23, 0, 0));
    struct results *results = results_take(store.db, only, period, &all, 1);
    for (size_t i = 0; i < results->goals.count; i++)
        if (text_is(results->goals.at[i].measure->id.text, id))
            said = measured_words(store.arena, LANGUAGE_DA, scheme, &results->goals.at[i].measured, false);
    assert_non_null(said);
    assert_string_equal(said, wanted);
    commit();
}

/* --- Helsingør --- */

/* Came so many times before the decision and so many after it, of fifty each: 10 to 50 percent, 30 to 48, 50 to 66 and 68,
 * 80 to 80 and 82. */
static const struct {
    int before, after;
} came[ABSENT] = { { 5, 25 }, { 15, 24 }, { 25, 33 }, { 25, 34 }, { 40, 40 }, { 40, 41 } };

/* The first `present` of the sessions from a day on are attended, the rest not, without a lawful reason. */
static void mark_sessions(struct course_group_id group, struct group_member_id member, day from, int present)
{
    struct group_session_row_list sessions = group_sessions(store.db, group, from, from + 2 * SESSIONS);

    assert_true(sessions.count >= SESSIONS);
    for (int i = 0; i < SESSIONS; i++)
        assert_true(attendance_set(store.db, group, sessions.at[i].day, member, i < present ? "attended" : "unlawful", ""));
}

static void take(struct sanction_case_id id, struct sanction_taken taken)
{
    struct sanction_file file;
    enum sanction_why why;

    assert_true(sanction_load(store.db, id, &file));
    const struct sanction_step_row *asked = sanction_step_of(&file, STEP_ASKED);
    if (taken.kind == STEP_CAME)
        taken.refers = asked->id;
    assert_int_equal(sanction_take(store.db, &file, &taken, &why), SANCTION_TAKEN);
}

/* The whole path of a case about her latest absence, decided by somebody else. */
static void sanction(struct citizen_id citizen, day on)
{
    struct absence_waiting_list rows = absence_without_case(store.db, citizen, on - 30, day_begin(on - 30));
    assert_true(rows.count > 0);
    const struct absence_waiting *latest = &rows.at[rows.count - 1];
    struct sanction_case_id id = sanction_open(store.db, citizen, &latest, 1);

    take(id, (struct sanction_taken){ .kind = STEP_GUIDED, .happened = absence_day_of(latest) - 30, .due = DAY_NONE, .language = "da",
                                      .words = "Pjece" });
    take(id, (struct sanction_taken){ .kind = STEP_CONTACT, .happened = on, .due = DAY_NONE, .choice = "phone", .words = "Intet svar" });
    take(id, (struct sanction_taken){ .kind = STEP_ASKED, .happened = on, .due = on, .source = "language_centre" });
    take(id, (struct sanction_taken){ .kind = STEP_CAME, .happened = on, .due = DAY_NONE, .choice = "absent", .words = "Kom ikke" });
    take(id, (struct sanction_taken){ .kind = STEP_HEARD, .happened = on, .due = on, .source = "handed_over" });
    take(id, (struct sanction_taken){ .kind = STEP_ANSWERED, .happened = on, .due = DAY_NONE, .choice = "nothing" });
    take(id, (struct sanction_taken){ .kind = STEP_ASSESSED, .happened = on, .due = DAY_NONE, .choice = "none", .words = "Ingen grund" });
    take(id, (struct sanction_taken){ .kind = STEP_RECOMMENDED, .happened = on, .due = DAY_NONE, .words = "Ulovligt" });
    struct actor self = db_actor(store.db);
    db_set_actor(store.db, (struct actor){ ACTOR_STAFF, decider.n, self.permissions });
    take(id, (struct sanction_taken){ .kind = STEP_DECIDED, .happened = on, .due = DAY_NONE, .choice = "sanction", .words = "LAS § 36", .days = 1 });
    db_set_actor(store.db, self);
}

/* 001:446, 001:465: sanctions a quarter, and attendance before and after them by bands. */
static void helsingoer_counts_sanctions_and_attendance(void **state)
{
    static const char scheme_id[] = "helsingoer_sanktion";
    day first = day_of(2017, 7, 3), decided = day_of(2017, 9, 18), seen = day_of(2017, 12, 31);
    struct measured_period half_year = { day_of(2017, 7, 1), seen };
    struct citizen_id people[ABSENT];
    struct group_member_id members[ABSENT];
    (void)state;

    set_up(first);
    library_switch(store.db, library_find(library_all(), "kolding_barselsgruppe"), true);
    library_switch(store.db, library_find(library_all(), scheme_id), true);
    struct course_group_id group = group_of("kolding_barselsgruppe", "gruppe", first, day_of(2017, 12, 15));
    for (int i = 0; i < ABSENT; i++) {
        people[i] = enrolled(i, scheme_id);
        members[i] = group_join(store.db, group, people[i], first).member;
    }
    commit();
    begin(decided);
    for (int i = 0; i < ABSENT; i++)
        mark_sessions(group, members[i], first, came[i].before);
    commit();
    begin(decided);
    for (int i = 0; i < ABSENT; i++)
        sanction(people[i], decided);
    commit();
    begin(day_of(2017, 12, 15));
    for (int i = 0; i < ABSENT; i++)
        mark_sessions(group, members[i], decided + 1, came[i].after);
    commit();
    same_figure(scheme_id, "pr_kvartal", half_year, seen, "3");
    same_figure(scheme_id, "flere", half_year, seen, "0");
    same_figure(scheme_id, "effekt", half_year, seen,
                "over 0 til under 20: +400 % (1); 20 til under 40: +60 % (1); 40 til under 60: +34 % (2); 60 til og med 100: +1 % (2)");
}

/* --- Kolding, Haderslev, Vejle --- */

/* 001:497: within three months fourteen women have come; who came later, or never, is not counted. */
static void kolding_counts_those_who_came(void **state)
{
    static const char scheme_id[] = "kolding_barselsgruppe";
    day first = day_of(2017, 1, 2), last = day_of(2017, 4, 2);
    (void)state;

    set_up(first);
    library_switch(store.db, library_find(library_all(), scheme_id), true);
    struct course_group_id group = group_of(scheme_id, "gruppe", first, day_of(2017, 6, 30));
    for (int i = 0; i < VISITORS + 3; i++) {
        struct group_member_id member = group_join(store.db, group, person(i), first).member;
        day came_on = i < VISITORS ? first + 7 * (i % 10) : i == VISITORS ? day_of(2017, 5, 1) : first;
        const char *mark = i > VISITORS ? "lawful" : "attended";
        assert_true(attendance_set(store.db, group, came_on, member, mark, ""));
        if (i == 0)
            assert_true(attendance_set(store.db, group, came_on + 7, member, mark, ""));
    }
    commit();
    same_figure(scheme_id, "besoegt", (struct measured_period){ first, last }, day_of(2017, 6, 30), "14");
}

static void leave(struct citizen_id citizen, const char *outcome)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(store.db, citizen);

    assert_int_equal(enrolments.count, 1);
    assert_true(casefile_end_enrolment(store.db, &enrolments.at[0], "as_planned", outcome));
}

/* 001:522: seven women, six of them self-supporting: five in education, one with a company. */
static void haderslev_has_six_of_seven(void **state)
{
    static const char scheme_id[] = "haderslev_kvindeforloeb";
    day first = day_of(2017, 3, 1), last = day_of(2017, 5, 24);
    struct measured_period year = { day_of(2017, 1, 1), day_of(2017, 12, 31) };
    struct citizen_id people[SEVEN];
    (void)state;

    set_up(first);
    library_switch(store.db, library_find(library_all(), scheme_id), true);
    for (int i = 0; i < SEVEN; i++)
        people[i] = enrolled(i, scheme_id);
    commit();
    begin(last);
    for (int i = 0; i < SEVEN; i++)
        leave(people[i], i < 5 ? "education_ordinary" : i == 5 ? "self_employed" : "");
    commit();
    same_figure(scheme_id, "selvforsoergende", year, year.to, "86 % (6 af 7)");
}

/* 002:174: about ninety are in it; who has left is not. */
static void vejle_has_about_ninety(void **state)
{
    static const char scheme_id[] = "vejle_jobskole";
    day first = day_of(2017, 1, 2), seen = day_of(2017, 12, 31);
    struct citizen_id left[LEFT];
    (void)state;

    set_up(first);
    library_switch(store.db, library_find(library_all(), scheme_id), true);
    for (int i = 0; i < ACTIVE; i++)
        enrolled(i, scheme_id);
    for (int i = 0; i < LEFT; i++)
        left[i] = enrolled(ACTIVE + i, scheme_id);
    commit();
    begin(day_of(2017, 6, 1));
    for (int i = 0; i < LEFT; i++)
        leave(left[i], "");
    commit();
    same_figure(scheme_id, "aktive", (struct measured_period){ seen, seen }, seen, "ca. 90");
}

/* 002:91: so many of each kind; a job begins five months after. */
static const struct {
    int count;
    const char *law_basis;
    enum placement_kind job; /* PLACEMENT_KIND_COUNT: none. */
    int sector;              /* Of company_sector_codes. */
} aarhus[] = {
    { 604, "saerlov_ukraine", PLACEMENT_JOB, 0 }, { 635, "saerlov_ukraine", PLACEMENT_KIND_COUNT, 0 },
    { 338, "integrationsloven", PLACEMENT_JOB, 0 }, { 63, "integrationsloven", PLACEMENT_JOB, 1 },
    { 120, "integrationsloven", PLACEMENT_FLEXI_JOB, 1 }, { 52, "integrationsloven", PLACEMENT_IGU, 1 },
    { 1212, "integrationsloven", PLACEMENT_KIND_COUNT, 0 },
};

static void take_work(struct citizen_id citizen, enum placement_kind job, struct company_id at)
{
    struct placement_step step = { db_today(store.db), FULL_TIME, FULL_TIME };

    placement_start(store.db, &(struct placement_agreement){
        .citizen = citizen, .company = at, .kind = job, .scheme = "", .code = "", .from = db_today(store.db), .to = DAY_NONE,
        .consultant = officer, .steps = &step, .step_count = 1 });
}

static void load_kind(size_t kind, struct company_id at, day first)
{
    struct citizen_facts facts;
    int number = 0;

    while (number < aarhus[kind].count) {
        begin(first);
        for (int most = 200; most > 0 && number < aarhus[kind].count; most--, number++) {
            facts = facts_of(number);
            facts.law_basis = aarhus[kind].law_basis;
            struct citizen_id citizen = citizen_create(store.db, &facts);
            casefile_enrol(store.db, citizen, "aarhus_nytteindsats", 1, db_now(store.db));
            if (aarhus[kind].job != PLACEMENT_KIND_COUNT)
                take_work(citizen, aarhus[kind].job, at);
        }
        commit();
    }
}

static void aarhus_has_1177_in_a_job(void **state)
{
    static const char scheme_id[] = "aarhus_nytteindsats";
    static const struct { const char *id, *wanted; } figures[] = {
        { "omfattet", "3024" }, { "fra_ukraine", "1239" }, { "kommet_i_job", "1177" }, { "job_ukraine", "604" },
        { "heraf_fleksjob", "120" }, { "heraf_igu", "52" }, { "privat", "80 % (942 af 1177)" },
    };
    struct measured_period years = { day_of(2022, 1, 1), day_of(2024, 1, 15) };
    struct company_id companies[2];
    (void)state;

    set_up(day_of(2022, 2, 1));
    library_switch(store.db, library_find(library_all(), scheme_id), true);
    for (int i = 0; i < 2; i++) {
        companies[i] = employer_create(store.db, &(struct company_facts){
            .name = "Firma", .employee_count = EMPLOYEES_UNKNOWN, .employee_day = DAY_NONE, .pause_until = DAY_NONE });
        company_set_sector(store.db, company_sector_codes[i], companies[i]);
    }
    commit();
    for (size_t i = 0; i < sizeof aarhus / sizeof *aarhus; i++)
        load_kind(i, companies[aarhus[i].sector], day_of(2022, 3, 1));
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        same_figure(scheme_id, figures[i].id, years, years.to, figures[i].wanted);
}

/* --- Esbjerg --- */

/* Whom staff marked as near giving up or not, how it went: a job begun, a mark ended with this, an enrolment ended with that. */
static const struct {
    int count;
    bool is_marked, is_undone, has_work;
    const char *became, *outcome; /* NULL: the mark, or the enrolment, has not ended. */
} esbjerg[] = {
    { 6, true, false, true, NULL, NULL },
    { 3, true, false, true, "beholdt", NULL },
    { 2, true, false, false, "beholdt", "education_vocational" },
    { 1, true, false, false, "skiftede", "education_ordinary" },
    { 1, true, false, false, NULL, "job_part" },
    { 2, true, false, true, "gav_op", NULL },     /* In a job again, but she gave up. */
    { 1, true, false, false, "beholdt", NULL },   /* No work is known. */
    { 1, true, false, false, NULL, "pension" },
    { 2, true, true, true, NULL, NULL },          /* The mark was a mistake. */
    { 4, false, false, true, NULL, NULL },        /* Nobody marked them. */
};

/* Marks somebody on a day, and takes it back where it was a mistake; the mark's row when there is one to end. */
static void mark_near_giving_up(const struct enrolment_row *enrolment, day on, bool is_undone, const char *became)
{
    assert_true(casefile_note_concern(store.db, enrolment, "opgive", on, "Boligstøtten faldt væk").n != 0);
    assert_int_equal(casefile_note_concern(store.db, enrolment, "opgive", on, "Igen").n, 0);
    struct concern_row_list rows = concerns_of_enrolment(store.db, enrolment->citizen, enrolment->id);
    assert_int_equal(rows.count, 1);
    if (is_undone)
        assert_true(casefile_undo_concern(store.db, &rows.at[0]));
    if (became != NULL)
        assert_true(casefile_close_concern(store.db, &rows.at[0], on + 30, became, ""));
}

static void live_on(size_t kind, struct citizen_id citizen, struct company_id at, day on)
{
    struct enrolment_row enrolment = enrolment_of_citizen(store.db, citizen).at[0];

    if (esbjerg[kind].has_work)
        take_work(citizen, PLACEMENT_JOB, at);
    if (esbjerg[kind].is_marked)
        mark_near_giving_up(&enrolment, on, esbjerg[kind].is_undone, esbjerg[kind].became);
    if (esbjerg[kind].outcome != NULL)
        leave(citizen, esbjerg[kind].outcome);
}

/* 001:395: at least thirteen who were near giving up are still self-supporting. */
static void esbjerg_held_on_to_thirteen(void **state)
{
    static const char scheme_id[] = "esbjerg_god_start";
    day first = day_of(2017, 2, 1), marked = day_of(2017, 4, 3);
    struct measured_period year = { day_of(2017, 1, 1), day_of(2017, 12, 31) };
    (void)state;

    set_up(first);
    library_switch(store.db, library_find(library_all(), scheme_id), true);
    struct company_id company = employer_create(store.db, &(struct company_facts){
        .name = "Firma", .employee_count = EMPLOYEES_UNKNOWN, .employee_day = DAY_NONE, .pause_until = DAY_NONE });
    commit();
    for (size_t kind = 0; kind < sizeof esbjerg / sizeof *esbjerg; kind++)
        for (int i = 0; i < esbjerg[kind].count; i++) {
            begin(first);
            struct citizen_id citizen = enrolled(i, scheme_id);
            commit();
            begin(marked);
            live_on(kind, citizen, company, marked);
            commit();
        }
    same_figure(scheme_id, "holdt_fast", year, year.to, "13");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(helsingoer_counts_sanctions_and_attendance),
        cmocka_unit_test(kolding_counts_those_who_came),
        cmocka_unit_test(haderslev_has_six_of_seven),
        cmocka_unit_test(vejle_has_about_ninety),
        cmocka_unit_test(aarhus_has_1177_in_a_job),
        cmocka_unit_test(esbjerg_held_on_to_thirteen),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    ruleset_set_loader(library_load_rules);
    return run_on_both("group_cohorts", tests, sizeof tests / sizeof tests[0]);
}
