/* SPDX-License-Identifier: MIT
 * show.c: one group: who is on it, who may fill it up, its next sessions, and the end of a membership.
 * Joining is in join.c, the waiting list in wait_page.c. */
#include "base/list.h"
#include "base/text.h"
#include "library/library.h"
#include "group/private.h"
#include "group_show_page.h"
#include "law/glossary.h"

enum { DAYS_SHOWN = 14, NEW_SECONDS = 96 * 60 * 60, ARRIVED_SECONDS = 28 * 86400, PLAN_WEEKS = 8, INCOMPLETE_DAYS = 56, INCOMPLETE_MAX = 10 };

static day member_last(const struct group_member_row *row)
{
    return row->ended_day != DAY_NONE ? row->ended_day : row->to_day;
}

/* How many days of the calendar somebody has been on the group, the first and the last or today with them. */
static int64_t days_on_group(const struct group_member_row *row, day today)
{
    day last = member_last(row), until = last != DAY_NONE && last < today ? last : today;

    return until < row->from_day ? 0 : until - row->from_day + 1;
}

static struct member_lines lines_of(struct request *r, const struct group_member_row_list *rows)
{
    struct member_line *lines = arena_array(r->arena, rows->count + 1, sizeof *lines);

    for (size_t i = 0; i < rows->count; i++) {
        day last = member_last(&rows->at[i]);
        lines[i] = (struct member_line){
            .row = rows->at[i],
            .name = citizen_name(r->arena, rows->at[i].first_name, rows->at[i].last_name),
            .last = last,
            .days = days_on_group(&rows->at[i], r->today),
            .is_over = last != DAY_NONE && last < r->today,
        };
    }
    return (struct member_lines){ lines, rows->count };
}

static void load_members(struct request *r, struct group_view *view)
{
    view->former_count = group_former_count(r->db, view->group.id, r->today);
    view->place = place_in_list(r, arena_format(r->arena, "/hold/%lld", (long long)view->group.id.n), view->former_count,
                                LISTED_A_PAGE);
    struct group_member_row_list running = group_members(r->db, view->group.id, r->today, r->today);
    struct group_member_row_list former = group_members_former(r->db, view->group.id, r->today, view->place.rows_a_page, view->place.skip);
    view->members = lines_of(r, &running);
    view->former = lines_of(r, &former);
}

static size_t count_now(const struct member_lines *members, day today)
{
    size_t count = 0;

    for (size_t i = 0; i < members->count; i++)
        count += !members->at[i].is_over && members->at[i].row.from_day <= today;
    return count;
}

static struct candidate_lines candidates_of(struct request *r, const struct course_group_row *group)
{
    bool is_all = request_may(r, MAY_CASE_ALL);
    struct group_candidate_list rows =
        group_top_up(r->db, &(struct group_top_up_in){ group->scheme, r->now - ARRIVED_SECONDS, group->activity, is_all,
                                                       (struct staff_id){ r->actor.id }, CANDIDATES_MAX });
    struct candidate_line *lines = arena_array(r->arena, rows.count + 1, sizeof *lines);

    for (size_t i = 0; i < rows.count; i++)
        lines[i] = (struct candidate_line){
            .row = rows.at[i],
            .name = citizen_name(r->arena, rows.at[i].first_name, rows.at[i].last_name),
            .is_new = rows.at[i].housed_at != INSTANT_NONE && r->now - rows.at[i].housed_at <= NEW_SECONDS,
        };
    return (struct candidate_lines){ lines, rows.count };
}

/* Who is planned at the site goes with the day. */
static void add_presence(struct session_day *on, const struct group_presence_days *presence)
{
    for (size_t i = 0; i < presence->count; i++)
        if (presence->at[i].on == on->on) {
            on->staff = presence->at[i].staff;
            on->staff_name = presence->at[i].staff_name;
        }
}

/* The next two weeks, a day with all its sessions. */
static struct session_days days_of(struct request *r, struct course_group_id group)
{
    struct group_session_row_list rows = group_sessions_all(r->db, group, r->today, r->today + DAYS_SHOWN);
    struct group_presence_days presence = group_presence_between(r->db, group, r->today, r->today + DAYS_SHOWN);
    struct session_line *lines = arena_array(r->arena, rows.count + 1, sizeof *lines);
    LIST_OF(struct session_day) days = { 0 };

    for (size_t i = 0; i < rows.count; i++) {
        lines[i] = (struct session_line){ rows.at[i], hours_words(r, rows.at[i].from_minute, rows.at[i].to_minute) };
        if (days.count == 0 || days.at[days.count - 1].on != rows.at[i].day) {
            *LIST_ADD(r->arena, &days) = (struct session_day){ .on = rows.at[i].day, .sessions = { &lines[i], 0 }, .staff_name = "" };
            add_presence(&days.at[days.count - 1], &presence);
        }
        days.at[days.count - 1].sessions.count++;
        days.at[days.count - 1].is_held |= !text_is(rows.at[i].state, "cancelled");
    }
    return (struct session_days){ days.at, days.count };
}

/* Of the last eight weeks: older ones nobody makes good any more. */
static struct session_lines incomplete_of(struct request *r, struct course_group_id group)
{
    struct group_session_row_list rows = group_sessions_incomplete(r->db, group, r->today - INCOMPLETE_DAYS, INCOMPLETE_MAX);
    struct session_line *lines = arena_array(r->arena, rows.count + 1, sizeof *lines);

    for (size_t i = 0; i < rows.count; i++)
        lines[i] = (struct session_line){ rows.at[i], hours_words(r, rows.at[i].from_minute, rows.at[i].to_minute) };
    return (struct session_lines){ lines, rows.count };
}

/* Forms filled in beforehand: from the next working day, sessions for the coming eight weeks. */
static void fill_forms(struct request *r, struct group_view *view)
{
    view->join_form = form_new(r);
    form_set_day(&view->join_form, "fra", view->next_day != DAY_NONE ? view->next_day : r->today);
    view->plan_form = form_new(r);
    form_set_day(&view->plan_form, "fra", view->group.from_day > r->today ? view->group.from_day : r->today);
    form_set_day(&view->plan_form, "til", r->today + 7 * PLAN_WEEKS);
    view->parts_form = form_new(r);
    form_set_day(&view->parts_form, "fra", view->group.from_day > r->today ? view->group.from_day : r->today);
    form_set(&view->parts_form, "kl", "9.00");
}

struct group_view group_view_of(struct request *r, const struct course_group_row *group)
{
    const struct scheme *scheme = library_scheme(r->db, group->scheme);
    const struct scheme_activity *activity = scheme == NULL ? NULL : scheme_activity(scheme, group->activity);
    struct group_view view = {
        .group = *group,
        .scheme_title = scheme == NULL ? "" : words_in(scheme->title, (int)r->language),
        .activity_name = activity_words(r, group),
        .leads_to = leads_to_words(r, activity),
        .days = days_of(r, group->id),
        .incomplete = incomplete_of(r, group->id),
        .next_day = group_next_day(r->db, group->id, r->today),
        .week = group_week(r->db, group),
        .has_certificate = group_certificate(r->db, group) != NULL,
        .has_parts = activity != NULL && activity->sessions.count > 0,
        .may_write = may_write_groups(r),
        .may_open_cases = request_may(r, MAY_CASE_READ),
    };

    load_members(r, &view);
    group_load_waits(r, &view);
    if (view.may_write)
        view.candidates = candidates_of(r, group);
    view.member_count = count_now(&view.members, r->today);
    view.week_verdict = week_check(&view.week);
    view.has_week = view.week.minutes > 0;
    fill_forms(r, &view);
    return view;
}

struct reply group_show(struct request *r, const struct group_view *view)
{
    struct page page = page_new(r);
    struct group_view shown = *view;

    shown.parts_form.part = "gange";
    group_page(&page, &shown);
    return view->join_form.error_count + view->plan_form.error_count + view->parts_form.error_count > 0 ? reply_form_again(&page.text)
                                                                         : reply_page(&page.text);
}

struct reply group_get(struct request *r)
{
    struct course_group_row group;

    if (!group_of_path(r, &group))
        return reply_not_found(r);
    struct group_view view = group_view_of(r, &group);
    return group_show(r, &view);
}

struct reply group_plan_post(struct request *r)
{
    enum { DAYS_MAX = 366 };
    struct form form = form_read(r);
    day first = form_day(&form, "fra", FORM_REQUIRED), last = form_day(&form, "til", FORM_REQUIRED);
    struct course_group_row group;

    if (!group_of_path(r, &group))
        return reply_not_found(r);
    if (form.error_count == 0 && (last < first || last - first > DAYS_MAX))
        form_error(&form, "til", say(r->language, "Vælg en dag efter den første, højst et år frem."));
    if (form.error_count > 0) {
        struct group_view view = group_view_of(r, &group);
        view.plan_form = form;
        return group_show(r, &view);
    }
    size_t count = group_plan_sessions(r->db, group.id, first, last);
    const char *number = arena_format(r->arena, "%zu", count);
    request_tell(r, say_with(r->arena, r->language, "{1} mødegange er lagt i kalenderen. Helligdage er sprunget over.",
                             number, NULL), NULL);
    return reply_see_other(r, "/hold/%lld", (long long)group.id.n);
}

struct reply group_parts_post(struct request *r)
{
    enum { TIME_MAX = 20 };
    struct form form = form_read(r);
    day first = form_day(&form, "fra", FORM_REQUIRED);
    const char *typed = form_text(&form, "kl", FORM_REQUIRED, TIME_MAX);
    int64_t minute = minute_read(typed);
    struct course_group_row group;

    if (!group_of_path(r, &group))
        return reply_not_found(r);
    if (*typed != 0 && (minute < 0 || minute >= MINUTES_A_DAY))
        form_error(&form, "kl", say(r->language, "Skriv tiden som 8.30."));
    if (form.error_count == 0 && first < group.from_day)
        form_error(&form, "fra", say(r->language, "Holdet er ikke i gang den dag."));
    if (form.error_count > 0) {
        struct group_view view = group_view_of(r, &group);
        view.parts_form = form;
        return group_show(r, &view);
    }
    const char *number = arena_format(r->arena, "%zu", group_plan_parts(r->db, &group, first, minute));
    request_tell(r, say_with(r->arena, r->language,
                             "{1} af ordningens gange er lagt i kalenderen, hvert besøg dagen efter sin klassedag.", number,
                             NULL), NULL);
    return reply_see_other(r, "/hold/%lld", (long long)group.id.n);
}

/* --- the end of a membership --- */

static struct choices reason_choices(struct request *r)
{
    size_t count;
    const struct glossary_row *rows = glossary_list("end_reason", &count);
    struct choice *choices = arena_array(r->arena, count + 1, sizeof *choices);

    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){ rows[i].code, glossary_label((int)r->language, rows[i].list, rows[i].code) };
    return (struct choices){ choices, count };
}

static bool member_of_path(struct request *r, struct member_end_view *view)
{
    if (!group_of_path(r, &view->group) ||
        !group_member_load(r->db, (struct group_member_id){ request_id(r, "deltager") }, &view->member) ||
        view->member.course_group.n != view->group.id.n)
        return false;
    view->name = citizen_name(r->arena, view->member.first_name, view->member.last_name);
    view->reasons = reason_choices(r);
    view->leads_to = leads_to_words(r, group_activity(r->db, view->group.scheme, view->group.activity));
    return true;
}

static struct reply end_again(struct request *r, const struct member_end_view *view)
{
    struct page page = page_new(r);

    member_end_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply member_end_get(struct request *r)
{
    struct member_end_view view = { 0 };

    if (!member_of_path(r, &view))
        return reply_not_found(r);
    view.form = form_new(r);
    form_set_day(&view.form, "sidste", member_last(&view.member) == DAY_NONE ? r->today : member_last(&view.member));
    form_set(&view.form, "grund", REASON_AS_PLANNED);
    form_set_int(&view.form, "version", view.member.version);
    return end_again(r, &view);
}

struct reply member_end_post(struct request *r)
{
    struct member_end_view view = { .form = form_read(r) };
    day last = form_day(&view.form, "sidste", FORM_REQUIRED);
    const char *reason = form_text(&view.form, "grund", FORM_REQUIRED, 40);
    int64_t version = form_int(&view.form, "version", FORM_REQUIRED, 0, INT64_MAX);

    if (!member_of_path(r, &view))
        return reply_not_found(r);
    if (*reason != 0 && glossary_find("end_reason", reason) == NULL)
        form_error(&view.form, "grund", say(r->language, "Vælg en grund fra listen."));
    if (view.form.error_count > 0)
        return end_again(r, &view);
    view.member.version = version;
    if (!group_leave(r->db, &view.member, last, reason))
        return reply_conflict(r, view.name);
    request_tell(r, say(r->language, "Den sidste dag er gemt."), NULL);
    return reply_see_other(r, "/hold/%lld", (long long)view.group.id.n);
}
