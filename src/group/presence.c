/* SPDX-License-Identifier: MIT
 * presence.c: the calendar of which consultant is at a group's place on which day (S04, 003:146), planned
 * beforehand for four weeks at a time. Who was there in fact is noted with the attendance. */
#include "base/list.h"
#include "base/text.h"
#include "engine/journal.h"
#include "group/private.h"
#include "group_presence_page.h"

enum { DAYS_A_PAGE = 28 };

/* The days on which a group meets, each once, with who is planned. */
struct group_presence_days group_presence_between(struct db *db, struct course_group_id group, day first, day last)
{
    struct group_session_row_list sessions = group_sessions(db, group, first, last);
    struct group_presence_row_list planned = group_presence_of_group(db, group, first, last);
    LIST_OF(struct group_presence_day) days = { 0 };

    for (size_t i = 0, p = 0; i < sessions.count; i++) {
        day on = sessions.at[i].day;
        if (days.count > 0 && days.at[days.count - 1].on == on) {
            days.at[days.count - 1].to_minute = sessions.at[i].to_minute;
            continue;
        }
        while (p < planned.count && planned.at[p].day < on) /* The group no longer meets then. */
            p++;
        struct group_presence_day *line = LIST_ADD(db_arena(db), &days);
        *line = (struct group_presence_day){ .on = on, .from_minute = sessions.at[i].from_minute,
                                             .to_minute = sessions.at[i].to_minute, .staff_name = "" };
        if (p < planned.count && planned.at[p].day == on) {
            line->staff = planned.at[p].staff;
            line->staff_name = planned.at[p].staff_name;
        }
    }
    return (struct group_presence_days){ days.at, days.count };
}

static struct event_draft draft_of(struct db *db, const struct course_group_row *group, day on, struct staff_id staff)
{
    return (struct event_draft){
        .stream = { STREAM_GROUP, group->id.n },
        .kind = EVENT_SESSION_ROSTERED,
        .code = ROLE_AT_THE_SITE,
        .subject = { SUBJECT_GROUP, group->id.n },
        .at = day_begin(on),
        .is_day = true,
        .fields = { { "staff", arena_format(db_arena(db), "%lld", (long long)staff.n) } },
    };
}

void group_plan_presence(struct db *db, const struct course_group_row *group, day on, struct staff_id staff)
{
    struct group_presence_row_list stored = group_presence_of_group(db, group->id, on, on);
    struct event_draft draft = draft_of(db, group, on, staff);

    if (stored.count > 0 && stored.at[0].staff.n == staff.n)
        return;
    if (stored.count > 0 && staff.n == 0) {
        journal_void(db, stored.at[0].event);
        group_presence_delete(db, stored.at[0].id);
    } else if (stored.count > 0) {
        journal_correct(db, stored.at[0].event, &draft);
        group_presence_set_staff(db, staff, stored.at[0].id);
    } else if (staff.n != 0) {
        int64_t event = journal_append(db, &draft);
        group_presence_insert(db, group->id, on, staff, event);
    }
}

struct group_presence_mine_list group_presence_ahead(struct db *db, struct staff_id staff, size_t most)
{
    return group_presence_mine(db, staff, db_today(db), (int64_t)most);
}

/* --- the page --- */

static const char *field_of(struct request *r, day on)
{
    return arena_format(r->arena, "k%s", day_iso(r->arena, on));
}

static bool is_choice(const struct choices *choices, const char *code)
{
    for (size_t i = 0; i < choices->count; i++)
        if (text_is(choices->at[i].code, code))
            return true;
    return false;
}

/* Somebody planned who has left the role or the unit can still be kept. */
static struct choices choices_with(struct request *r, struct choices all, const struct group_presence_day *line)
{
    const char *code = arena_format(r->arena, "%lld", (long long)line->staff.n);
    struct choice *choices = arena_array(r->arena, all.count + 1, sizeof *choices);

    if (line->staff.n == 0 || is_choice(&all, code))
        return all;
    for (size_t i = 0; i < all.count; i++)
        choices[i] = all.at[i];
    choices[all.count] = (struct choice){ code, line->staff_name };
    return (struct choices){ choices, all.count + 1 };
}

static bool is_away(const struct staff_row *staff, day on)
{
    return staff->away_from_day != DAY_NONE && on >= staff->away_from_day &&
           (staff->away_to_day == DAY_NONE || on <= staff->away_to_day);
}

/* Who is planned and away then. */
static const char *warning_of(struct request *r, const struct staff_row_list *staff, const struct group_presence_day *line)
{
    for (size_t i = 0; i < staff->count; i++)
        if (staff->at[i].id.n == line->staff.n && is_away(&staff->at[i], line->on))
            return say_with(r->arena, r->language, "{1} er væk den dag.", line->staff_name, NULL);
    return NULL;
}

static void load(struct request *r, struct presence_view *view)
{
    struct group_presence_days days = group_presence_between(r->db, view->group.id, view->first, view->first + DAYS_A_PAGE - 1);
    struct presence_line *lines = arena_array(r->arena, days.count + 1, sizeof *lines);

    struct staff_row_list staff = staff_with_role(r->db, ROLE_AT_THE_SITE, view->group.unit);
    view->consultants = staff_choices(r, &staff);
    for (size_t i = 0; i < days.count; i++) {
        lines[i] = (struct presence_line){
            .day = days.at[i],
            .hours = hours_words(r, days.at[i].from_minute, days.at[i].to_minute),
            .field = field_of(r, days.at[i].on),
            .choices = choices_with(r, view->consultants, &days.at[i]),
            .warning = warning_of(r, &staff, &days.at[i]),
            .label = say_with(r->arena, r->language, "Konsulent {1}", say_day(r->arena, r->language, days.at[i].on), NULL),
        };
        if (r->method == GET && days.at[i].staff.n != 0)
            form_set_int(&view->form, lines[i].field, days.at[i].staff.n);
    }
    view->lines = (struct presence_lines){ lines, days.count };
    view->iso = day_iso(r->arena, view->first);
    view->next_iso = day_iso(r->arena, view->first + DAYS_A_PAGE);
}

static struct reply show(struct request *r, struct presence_view *view)
{
    struct page page = page_new(r);

    presence_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply presence_get(struct request *r)
{
    struct presence_view view = { .form = form_new(r) };

    if (!group_of_path(r, &view.group))
        return reply_not_found(r);
    if (!day_read(request_query(r, "fra"), &view.first))
        view.first = r->today;
    load(r, &view);
    form_set_int(&view.form, "version", view.group.version);
    return show(r, &view);
}

/* Whom the form says for a line, `rest` where it says nobody; 0 for nobody. */
static struct staff_id wanted(struct form *form, const struct presence_line *line, int64_t rest)
{
    int64_t staff = 0;

    text_to_int(form_value(form, line->field), &staff);
    return (struct staff_id){ staff > 0 ? staff : rest };
}

static void check_choices(struct request *r, struct presence_view *view)
{
    const char *rest = form_value(&view->form, "resten");

    for (size_t i = 0; i < view->lines.count; i++) {
        const char *typed = form_value(&view->form, view->lines.at[i].field);
        if (*typed != 0 && !is_choice(&view->lines.at[i].choices, typed))
            form_error(&view->form, view->lines.at[i].field, say(r->language, "Vælg en af mulighederne."));
    }
    if (*rest != 0 && !is_choice(&view->consultants, rest))
        form_error(&view->form, "resten", say(r->language, "Vælg en af mulighederne."));
}

struct reply presence_post(struct request *r)
{
    struct presence_view view = { .form = form_read(r) };
    int64_t version = form_int(&view.form, "version", FORM_REQUIRED, 0, INT64_MAX), rest = 0;

    if (!group_of_path(r, &view.group) || !day_read(form_value(&view.form, "fra"), &view.first))
        return reply_not_found(r);
    load(r, &view);
    check_choices(r, &view);
    if (view.form.error_count == 0 && group_touch(r->db, view.group.id, version) == 0) {
        view.is_changed_meanwhile = true;
        form_set_int(&view.form, "version", view.group.version);
        view.form.error_count++;
    }
    if (view.form.error_count > 0)
        return show(r, &view);
    text_to_int(form_value(&view.form, "resten"), &rest);
    for (size_t i = 0; i < view.lines.count; i++)
        group_plan_presence(r->db, &view.group, view.lines.at[i].day.on, wanted(&view.form, &view.lines.at[i], rest));
    request_tell(r, say(r->language, "Kalenderen for konsulenterne er gemt."), NULL);
    return reply_see_other(r, "/hold/%lld", (long long)view.group.id.n);
}
