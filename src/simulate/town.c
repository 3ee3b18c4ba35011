/* SPDX-License-Identifier: MIT
 * town.c: what is there before the first citizen: units, staff, companies, the scheme; and what the
 * courses do each day: attendance. What colleagues do at their tables is office.c. */
#include "base/check.h"
#include "base/text.h"
#include "employer/employer.h"
#include "group/group.h"
#include "law/workday.h"
#include "library/library.h"
#include "simulate/life.h"
#include "simulate/names.h"
#include "simulate_sql.h"
#include "staff/password.h"
#include "staff/staff.h"

enum { LATER_STAFF = 3, CVR_FIRST = 10000, COURSE_MEMBERS = 12, PLANNED_DAYS = 60, REPLAN_DAYS = 28, AWAY_BEFORE_END = 30, AWAY_DAYS = 12, MORNING = 9 };

/* The citizens' way of working, and those of the company side. */
static const char scheme_id[] = "hedensted_model";
static const char *const company_schemes[] = { "middelfart_24", "vesthimmerland_virksomhedscentre", "hjoerring_jobbarometer" };

static const struct {
    const char *role;
    enum job job;
} jobs[] = {
    { "caseworker", JOB_CASEWORKER }, { "employment_consultant", JOB_CONSULTANT }, { "cultural_mediator", JOB_MEDIATOR },
    { "teacher", JOB_TEACHER }, { "team_leader", JOB_TEAM_LEADER }, { "leader", JOB_LEADER }, { "adviser", JOB_ADVISER },
    { "social_worker", JOB_SOCIAL_WORKER }, { "administrator", JOB_ADMINISTRATOR },
};

static enum job job_of(const char *role)
{
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++)
        if (text_is(jobs[i].role, role))
            return jobs[i].job;
    return JOB_OTHER;
}

/* The template's people first, then invented ones, caseworkers and consultants by turns. */
static struct staff_template colleague_at(struct life *life, int at)
{
    static const char *const roles[] = { "caseworker", "employment_consultant", "caseworker", "adviser" };
    const char *role = roles[at % 4];

    if (at < staff_template_count)
        return staff_templates[at];
    const char *first = chance_pick(&life->chance, word_lists.danish_first.at, word_lists.danish_first.count);
    const char *last = chance_pick(&life->chance, word_lists.danish_last.at, word_lists.danish_last.count);
    return (struct staff_template){
        arena_format(life->lasting, "%s%d", text_fold(life->lasting, first), at),
        arena_format(life->lasting, "%s %s", first, last), "", role,
        text_is(role, "adviser") ? "kompetence" : "integration" };
}

/* A new colleague, or the one who has that log-in already. */
static struct staff_id colleague_add(struct life *life, const struct staff_template *t, struct unit_id unit, int number)
{
    struct staff_secret there;

    if (staff_for_login(life->db, t->login, &there))
        return there.id;
    return staff_add(life->db, &(struct staff_insert_in){
        t->login, t->name, t->title, arena_format(life->lasting, "00 00 %02d %02d", number / 100 + 10, number % 100),
        arena_format(life->lasting, "%s@fjordby.example", t->login), unit }, NULL, t->role);
}

static void start_work(struct life *life, int at, const char *hash)
{
    struct colleague *c = &life->staff[at];

    staff_set_password(life->db, hash, c->id);
    c->actor = (struct actor){ ACTOR_STAFF, c->id.n, staff_permission_set(life->db, c->id) };
}

/* Those who handle and decide absence, and a chief mentor, stand after the colleagues that are counted: nobody is given to
 * them. */
static void hire_later(struct life *life, const char *hash)
{
    static const struct staff_template people[LATER_STAFF] = {
        { "tove", "Tove Lind", "Administrativ medarbejder", "sanction_officer", "integration" },
        { "yrsa", "Yrsa Bang", "Sagsbehandler, ydelse", "benefits_officer", "ydelse" },
        { "bodil", "Bodil Rask", "Chefmentor", "chief_mentor", "integration" },
    };
    struct unit_id benefits = unit_by_code(life->db, "ydelse");

    if (benefits.n == 0)
        benefits = unit_insert(life->db, "ydelse", "Ydelsesenheden", "00 00 30 00");
    for (size_t i = 0; i < LATER_STAFF; i++) {
        struct unit_id unit = text_is(people[i].unit, "ydelse") ? benefits : life->integration;
        int at = life->staff_count + (int)i;
        life->staff[at] = (struct colleague){ .id = colleague_add(life, &people[i], unit, at), .job = JOB_OTHER,
                                              .away_from = DAY_NONE, .away_to = DAY_NONE };
        start_work(life, at, hash);
    }
    life->absence_officer = life->staff_count;
    life->benefits_officer = life->staff_count + 1;
    life->chief_mentor = life->staff_count + 2;
}

static void hire(struct life *life, const char *password)
{
    life->staff = arena_array(life->lasting, (size_t)life->staff_count + LATER_STAFF, sizeof *life->staff);
    for (int i = 0; i < life->staff_count; i++) {
        struct staff_template t = colleague_at(life, i);
        bool is_kompetence = text_is(t.unit, "kompetence");
        struct unit_id unit = is_kompetence ? life->kompetence : life->integration;
        life->staff[i] = (struct colleague){ .id = colleague_add(life, &t, unit, i), .job = job_of(t.role),
                                             .away_from = DAY_NONE, .away_to = DAY_NONE };
    }
    /* One hash for all: they share the example's password. */
    const char *hash = password_hash(life->lasting, password);
    for (int i = 0; i < life->staff_count; i++)
        start_work(life, i, hash);
    hire_later(life, hash);
}

/* What must follow seven digits for CVR's modulus 11; 10 when no digit does. */
static int check_digit(int seven)
{
    static const int weights[] = { 2, 3, 4, 5, 6, 7, 2 }; /* From the last of the seven. */
    int sum = 0;

    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++, seven /= 10)
        sum += weights[i] * (seven % 10);
    return (11 - sum % 11) % 11;
}

/* Passes the form and its check digit, and is no company's: the register's numbers never begin with 0. Of two
 * neighbours at least one has a check digit. */
static const char *cvr_of(struct life *life, int number)
{
    int seven = CVR_FIRST + 2 * number;

    if (check_digit(seven) > 9)
        seven++;
    return arena_format(life->lasting, "%07d%d", seven, check_digit(seven));
}

/* The next consultant in the list. */
static struct staff_id deputy_of(const struct life *life, int consultant)
{
    for (int i = 1; i < life->staff_count; i++) {
        const struct colleague *other = &life->staff[(consultant + i) % life->staff_count];
        if (other->job == JOB_CONSULTANT)
            return other->id;
    }
    return (struct staff_id){ 0 };
}

static void found_company(struct life *life, int number)
{
    struct workplace *w = &life->companies[number];
    const struct branch_template *branch;
    int serial = life->companies_before + number;

    w->branch = (int)life_between(life, 0, branch_template_count - 1);
    branch = &branch_templates[w->branch];
    const char *town = chance_pick(&life->chance, word_lists.towns.at, word_lists.towns.count);
    const char *last = chance_pick(&life->chance, word_lists.danish_last.at, word_lists.danish_last.count);
    w->places = (int)life_between(life, 1, 4);
    w->consultant = life_any(life, JOB_CONSULTANT);
    w->contact_name = arena_format(life->lasting, "%s %s",
                                   chance_pick(&life->chance, word_lists.danish_first.at, word_lists.danish_first.count), last);
    w->id = employer_create(life->db, &(struct company_facts){
        .cvr = cvr_of(life, serial),
        .p_number = arena_format(life->lasting, "00%08d", serial + 1),
        .name = arena_format(life->lasting, "%s %s", last, chance_pick(&life->chance, branch->names, branch->name_count)),
        .branch = branch->branch,
        .street = arena_format(life->lasting, "%s %d", chance_pick(&life->chance, word_lists.streets.at, word_lists.streets.count),
                               (int)life_between(life, 1, 90)),
        .postal_code = "9999",
        .town = town,
        .employee_count = life_between(life, 2, 60),
        .employee_day = DAY_NONE,
        .place_count = w->places,
        .state = number % 15 == 7 ? COMPANY_PAUSING : number % 25 == 3 ? COMPANY_NEVER : COMPANY_WILLING,
        .pause_until = DAY_NONE,
        .consultant = life->staff[w->consultant].id,
        .deputy = number % 3 == 0 ? deputy_of(life, w->consultant) : (struct staff_id){ 0 },
    });
    w->contact = employer_add_contact(life->db, &(struct company_contact_insert_in){
        .company = w->id,
        .name = w->contact_name,
        .title = "Daglig leder",
        .phone = arena_format(life->lasting, "00 00 %02d %02d", 50 + number / 100 % 50, number % 100),
        .email = "",
        .is_main = true,
    });
    if (number % 15 == 7 || number % 25 == 3)
        w->places = 0; /* They are not asked. */
}

void town_build(struct life *life, const struct life_options *options)
{
    life_as_system(life);
    municipality_set(life->db, "Fjordby Kommune", true);
    staff_found(life->db);
    life->citizens_before = (int)simulate_citizen_count(life->db);
    life->companies_before = (int)simulate_company_count(life->db);
    life->kompetence = unit_by_code(life->db, "kompetence");
    life->integration = unit_by_code(life->db, "integration");
    if (life->kompetence.n == 0)
        life->kompetence = unit_insert(life->db, "kompetence", "Kompetencegruppen for Integration", "00 00 10 00");
    if (life->integration.n == 0)
        life->integration = unit_insert(life->db, "integration", "Integrationsenheden", "00 00 20 00");
    if (life->staff_count < staff_template_count)
        life->staff_count = staff_template_count;
    hire(life, options->password);
    post_open(life);
    library_switch(life->db, library_find(library_all(), scheme_id), true);
    for (size_t i = 0; i < sizeof company_schemes / sizeof *company_schemes; i++)
        library_switch(life->db, library_find(library_all(), company_schemes[i]), true);
    life->companies = arena_array(life->lasting, (size_t)life->company_count, sizeof *life->companies);
    for (int i = 0; i < life->company_count; i++)
        found_company(life, i);
    /* The second consultant is away a while before the end, and nobody takes over. */
    for (int i = 0; i < life->staff_count; i++)
        if (life->staff[i].job == JOB_CONSULTANT && i > staff_template_count / 2) {
            life->staff[i].away_from = life->last - AWAY_BEFORE_END;
            life->staff[i].away_to = life->last - AWAY_BEFORE_END + AWAY_DAYS;
            break;
        }
    life->courses = arena_array(life->lasting, (size_t)life->person_count / COURSE_MEMBERS * 4 + 100,
                                sizeof *life->courses);
}

/* 37 hours, half of them Danish: mornings and afternoons by turns. */
static const struct {
    enum weekday weekday;
    int from, to;
    const char *title;
    bool is_language;
} week[] = {
    { MONDAY, 480, 720, "Virksomhedsdansk", true },    { MONDAY, 750, 960, "Arbejdsmarked", false },
    { TUESDAY, 480, 720, "Virksomhedsdansk", true },   { TUESDAY, 750, 960, "Demokrati og foreninger", false },
    { WEDNESDAY, 480, 720, "Virksomhedsdansk", true }, { WEDNESDAY, 750, 960, "Virksomhedsbesøg", false },
    { THURSDAY, 480, 720, "Virksomhedsdansk", true },  { THURSDAY, 750, 960, "CV og job", false },
    { FRIDAY, 480, 630, "Virksomhedsdansk", true },    { FRIDAY, 630, 900, "Lokalsamfund", false },
};

/* One consultant a day for as long as the sessions are planned, in turn. */
void town_presence(struct life *life, struct course_group_id course, day first, day last)
{
    struct group_presence_days days = group_presence_between(life->db, course, first, last);
    struct course_group_row group;

    if (!course_group_load(life->db, course, &group))
        return;
    for (size_t i = 0; i < days.count; i++)
        if (days.at[i].staff.n == 0)
            group_plan_presence(life->db, &group, days.at[i].on, life->staff[life_in_turn(life, JOB_CONSULTANT, days.at[i].on)].id);
}

static void open_course(struct life *life)
{
    struct course *course = &life->courses[life->course_count++];

    life_act_as(life, life_any(life, JOB_TEACHER));
    course->id = group_create(life->db, &(struct course_group_insert_in){
        .scheme = scheme_id, .activity = "introforlob",
        .name = arena_format(life->lasting, "Introforløb, hold %d", life->course_count),
        .unit = life->integration, .place = "Fjordby Sprogcenter", .capacity = COURSE_MEMBERS,
        .from_day = life->today, .to_day = DAY_NONE });
    for (size_t i = 0; i < sizeof week / sizeof *week; i++)
        group_slot_insert(life->db, &(struct group_slot_insert_in){ course->id, week[i].weekday, week[i].from,
                                                                    week[i].to, week[i].title, week[i].is_language });
    group_plan_sessions(life->db, course->id, life->today, life->today + PLANNED_DAYS);
    town_presence(life, course->id, life->today, life->today + PLANNED_DAYS);
    course->planned_until = life->today + PLANNED_DAYS;
}

int town_course(struct life *life)
{
    for (int i = 0; i < life->course_count; i++)
        if (life->courses[i].members < COURSE_MEMBERS)
            return i;
    open_course(life);
    return life->course_count - 1;
}

/* A day on the course: most come. */
static const char *mark_of(struct life *life)
{
    int64_t die = life_between(life, 1, 100);

    return die <= 90 ? "attended" : die <= 94 ? "sick" : die <= 97 ? "cancelled" : die <= 98 ? "lawful" : "unlawful";
}

static void teach(struct life *life, struct course *course)
{
    struct group_session_row_list sessions;
    struct group_member_row_list members;

    life_act_as(life, life_any(life, JOB_TEACHER));
    if (life->today > course->planned_until - REPLAN_DAYS) {
        group_plan_sessions(life->db, course->id, life->today, life->today + PLANNED_DAYS);
        town_presence(life, course->id, life->today, life->today + PLANNED_DAYS);
        course->planned_until = life->today + PLANNED_DAYS;
    }
    members = group_members_on(life->db, course->id, life->today);
    sessions = group_sessions(life->db, course->id, life->today, life->today);
    if (members.count == 0 || sessions.count == 0)
        return;
    for (size_t i = 0; i < members.count; i++)
        attendance_set(life->db, course->id, life->today, members.at[i].id,
                       absence_mark(life, members.at[i].citizen, mark_of(life)), "");
    struct group_presence_days planned = group_presence_between(life->db, course->id, life->today, life->today);
    struct staff_id somebody = life->staff[life_any(life, JOB_CONSULTANT)].id;
    bool is_planned = planned.count > 0 && planned.at[0].staff.n != 0;
    group_hold_day(life->db, course->id, life->today, is_planned ? planned.at[0].staff : somebody, sessions.at[0].version);
}

void town_day(struct life *life)
{
    bool is_over = life->today == life->last && life->last_hour <= NIGHT;

    life->hour = MORNING;
    for (int i = 0; i < life->course_count && !is_over; i++)
        if (life->courses[i].members > 0)
            teach(life, &life->courses[i]);
}
