/* SPDX-License-Identifier: MIT
 * office.c: what colleagues do with what lies on their tables: each one's tasks once a week, the monthly
 * coordination meeting with minutes and decisions, the yearly status report. */
#include "base/text.h"
#include "library/library.h"
#include "meeting/meeting.h"
#include "results/report.h"
#include "simulate/life.h"
#include "simulate/names.h"
#include "task/task.h"

enum { WEEKDAYS = 5, TASKS_MAX = 60, AHEAD_DAYS = 4, DESK_HOUR = 8, NOON = 13, REPORT_HOUR = 14, POINTS_MAX = 5,
       REPORT_MONTH = 12, REPORT_DAY = 15 };

static const char scheme_id[] = "hedensted_model";

/* Tasks that are due before this colleague looks again; without a day, by chance. Most in time. */
static void clear_desk(struct life *life, int colleague)
{
    life_act_as(life, colleague);
    struct task_shown_list tasks = task_shown_for(life->db, &(struct task_shown_for_in){
        .actor = life->staff[colleague].id, .is_mine = true, .is_of_cases = true, .most = TASKS_MAX });

    for (size_t i = 0; i < tasks.count; i++) {
        struct task_row task;
        bool is_near = tasks.at[i].due_day == DAY_NONE ? life_of(life, 45)
                                                       : tasks.at[i].due_day <= life->today + AHEAD_DAYS && life_of(life, 96);
        if (is_near && task_load(life->db, tasks.at[i].id, &task))
            task_finish(life->db, &task, db_now(life->db));
    }
}

/* A fifth of the colleagues each working day; who is away comes back to it. */
static void clear_desks(struct life *life)
{
    for (int i = 0; i < life->staff_count; i++)
        if (i % WEEKDAYS == (int)day_weekday(life->today) - MONDAY && !life_is_away(life, i)
            && life->staff[i].job <= JOB_SOCIAL_WORKER && life->staff[i].job != JOB_LEADER)
            clear_desk(life, i);
}

/* What somebody does about it, within two weeks. */
static void decide(struct life *life, struct meeting_id meeting)
{
    static const char *const decisions[] = {
        "Find ud af busforbindelser til de nye adresser", "Spørg sprogcentret om aftenhold",
        "Aftal rundvisning på biblioteket", "Ring til boligforeningen om vaskeri og nøgler",
        "Bestil tolk til næste informationsmøde", "Saml pjecer om fritidspas til børnene",
        "Hør pladsanvisningen om ventetid i Havnsted", "Spørg frivilliggruppen om cykler",
    };
    bool is_adviser = life_of(life, 60);
    int owner = life_any(life, is_adviser ? JOB_ADVISER : JOB_CASEWORKER);

    task_decide(life->db, meeting, &(struct task_insert_in){
        .unit = is_adviser ? life->kompetence : life->integration, .owner = life->staff[owner].id,
        .words = chance_pick(&life->chance, decisions, sizeof decisions / sizeof *decisions),
        .due_day = life->today + (day)life_between(life, 7, 14) });
}

static void write_minutes(struct life *life, struct meeting_id meeting)
{
    static const char *const said[POINTS_MAX][2] = {
        { "De nye er på plads. To mangler stadig en seng.", "Alle nye er mødt op. Ingen står uden aktivitet." },
        { "Bussen går for sent til morgenholdet.", "Tre venter på svar om familiesammenføring og sover dårligt." },
        { "Se beslutningerne.", "Opgaverne er fordelt. De gamle er gennemgået." },
        { "Ingen havde bedt om ordet.", "To fortalte selv, hvad de gerne vil lære." },
        { "Næste gang begynder vi med udvalget.", "" },
    };
    struct meeting_point_row_list points = meeting_points(life->db, meeting);

    for (size_t i = 0; i < points.count && i < POINTS_MAX; i++)
        meeting_point_set_said(life->db, said[i][life_between(life, 0, 1)], points.at[i].id, meeting);
}

/* The first Tuesday: who is new, what was said, and what somebody does about it. */
static void coordinate(struct life *life)
{
    static const char *const agenda[POINTS_MAX] = { "Status siden sidst", "Gennemgang af borgernes frustrationer/udfordringer",
                                                    "Uddelegering af opgaver", "Borgerne får tid med udvalget", "Eventuelt" };
    struct meeting_row meeting;
    int caseworker = life_any(life, JOB_CASEWORKER);

    life_act_as(life, caseworker);
    struct meeting_guest guests[] = {
        { "caseworker", life->staff[caseworker].id, NULL, true },
        { "adviser", life->staff[life_any(life, JOB_ADVISER)].id, NULL, true },
    };
    struct meeting_id id = meeting_book_unit(life->db, &(struct unit_meeting_plan){
        .unit = life->integration, .scheme = scheme_id, .code = "koordinering",
        .meets_at = instant_of(life->today, NOON, 0, 0), .place = "Mødelokale 2",
        .agenda = agenda, .agenda_count = POINTS_MAX, .guests = guests, .guest_count = 2 });
    if (!meeting_unit_load(life->db, id, life->staff[caseworker].id, &meeting))
        return;
    write_minutes(life, id);
    decide(life, id);
    decide(life, id);
    meeting_hold_unit(life->db, &meeting);
}

/* Before the end of December, about the year that ends. */
static void report(struct life *life)
{
    struct date date = date_of(life->today);
    int leader = life_first(life, JOB_LEADER);

    life_act_as(life, leader);
    struct request r = { .arena = life->request, .db = life->db, .now = db_now(life->db), .today = life->today,
                         .actor = life->staff[leader].actor };
    struct status_report_id id = status_report_insert(life->db, scheme_id, life->integration,
                                                      day_of(date.year, 1, 1), day_of(date.year, 12, 31));
    struct report_view view = { 0 };
    if (status_report_load(life->db, id, &view.report))
        report_publish(&r, &view,
                       "Flere er kommet hurtigt i praktik, og de fleste møder er holdt til tiden. Ventetiden på "
                       "daginstitution er længst i Havnsted, og der har virksomhedsbesøgene måttet vente på bussen.\n\n"
                       "Næste år begynder vi med at aftale opfølgning, før praktikken starter.", view.report.version);
}

void office_day(struct life *life)
{
    struct date date = date_of(life->today);
    int end = life->today == life->last ? life->last_hour : NIGHT;

    if (DESK_HOUR < end) {
        life->hour = DESK_HOUR;
        clear_desks(life);
    }
    if (NOON < end && life->today == day_nth_weekday(date.year, date.month, 1, TUESDAY)) {
        life->hour = NOON;
        coordinate(life);
    }
    if (REPORT_HOUR < end && date.month == REPORT_MONTH && date.day >= REPORT_DAY && life->reported_year < date.year) {
        life->reported_year = date.year;
        life->hour = REPORT_HOUR;
        report(life);
    }
}
