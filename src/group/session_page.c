/* SPDX-License-Identifier: MIT
 * session_page.c: one session of a group is moved, held elsewhere or by somebody else, or called off; each
 * can be undone. */
#include "base/text.h"
#include "group/group.h"
#include "group/private.h"
#include "group_show_page.h"
#include "staff/staff.h"
#include "web/percent.h"

enum { TITLE_MAX = 120 };

static struct choices teachers(struct request *r)
{
    struct staff_row_list all = staff_active(r->db);

    return staff_choices(r, &all);
}

static bool session_of_path(struct request *r, struct session_view *view)
{
    return group_of_path(r, &view->group)
        && group_session_load(r->db, (struct group_session_id){ request_id(r, "gang") }, &view->session)
        && view->session.course_group.n == view->group.id.n;
}

static void fill(struct request *r, const struct group_session_row *session, struct form *form)
{
    form_set_int(form, "version", session->version);
    form_set_day(form, "dag", session->day);
    form_set(form, "fra", minute_words(r, session->from_minute));
    form_set(form, "til", minute_words(r, session->to_minute));
    form_set(form, "emne", session->title);
    form_set(form, "sted", session->place);
    form_set(form, "laerer", session->teacher.n == 0 ? "" : arena_format(r->arena, "%lld", (long long)session->teacher.n));
}

static struct session_view view_new(struct request *r)
{
    return (struct session_view){ .form = form_new(r), .cancel_form = form_new(r) };
}

static struct reply show(struct request *r, struct session_view *view)
{
    struct page page = page_new(r);
    bool is_wrong = view->is_overtaken || view->form.error_count + view->cancel_form.error_count > 0;

    view->teachers = teachers(r);
    view->hours = hours_words(r, view->session.from_minute, view->session.to_minute);
    session_edit_page(&page, view);
    return is_wrong ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply session_edit_get(struct request *r)
{
    struct session_view view = view_new(r);

    if (!session_of_path(r, &view) || !text_is(view.session.state, "planned"))
        return reply_not_found(r);
    fill(r, &view.session, &view.form);
    form_set_int(&view.cancel_form, "version", view.session.version);
    return show(r, &view);
}

static bool is_teacher(const struct choices *choices, const char *code)
{
    for (size_t i = 0; i < choices->count; i++)
        if (text_is(choices->at[i].code, code))
            return true;
    return false;
}

static int64_t read_minute(struct request *r, struct form *form, const char *name)
{
    const char *typed = form_text(form, name, FORM_REQUIRED, TITLE_MAX);
    int64_t minute = minute_read(typed);

    if (*typed != 0 && (minute < 0 || minute > 24 * 60))
        form_error(form, name, say(r->language, "Skriv tiden som 8.30."));
    return minute;
}

/* What was asked for, over the session as it is. */
static struct group_session_row read_wanted(struct request *r, const struct session_view *view, struct form *form)
{
    struct group_session_row wanted = view->session;
    struct choices all = teachers(r);
    const char *teacher = form_value(form, "laerer");
    int64_t teacher_id = 0;

    wanted.version = form_int(form, "version", FORM_REQUIRED, 0, INT64_MAX);
    wanted.day = form_day(form, "dag", FORM_REQUIRED);
    wanted.from_minute = read_minute(r, form, "fra");
    wanted.to_minute = read_minute(r, form, "til");
    wanted.title = form_text(form, "emne", FORM_REQUIRED, TITLE_MAX);
    wanted.place = form_text(form, "sted", FORM_OPTIONAL, TITLE_MAX);
    if (*teacher != 0 && (!is_teacher(&all, teacher) || !text_to_int(teacher, &teacher_id)))
        form_error(form, "laerer", say(r->language, "Vælg en af mulighederne."));
    wanted.teacher = (struct staff_id){ teacher_id };
    if (form->error_count == 0 && wanted.to_minute <= wanted.from_minute)
        form_error(form, "til", say(r->language, "Slutter, før det begynder."));
    if (wanted.day != DAY_NONE && (wanted.day < view->group.from_day
                                   || (view->group.to_day != DAY_NONE && wanted.day > view->group.to_day)))
        form_error(form, "dag", say(r->language, "Holdet er ikke i gang den dag."));
    return wanted;
}

/* What stands in the way, at its field; true when nothing does. */
static bool is_changed(struct request *r, struct session_view *view, struct form *form, enum session_change change)
{
    switch (change) {
    case SESSION_CHANGED:
        return true;
    case SESSION_OVER:
        form_error(form, "version", say(r->language, "Fremmødet er taget, eller mødegangen er aflyst. Den kan ikke ændres nu."));
        return false;
    case SESSION_TAKEN:
        form_error(form, "fra", say(r->language, "Holdet har allerede en mødegang på det tidspunkt."));
        return false;
    case SESSION_OVERTAKEN:
        view->is_overtaken = true;
        form_set_int(form, "version", view->session.version);
        return false;
    }
    return false;
}

/* Back to what it was: the address carries it, so that no second list of old sessions is kept. */
static const char *way_back(struct request *r, const struct group_session_row *before)
{
    struct text path = text_new(r->arena);

    text_add_format(&path, "/hold/%lld/gange/%lld/tilbage?dag=%s&laerer=%s&fra=", (long long)before->course_group.n,
                    (long long)before->id.n, day_iso(r->arena, before->day),
                    before->teacher.n == 0 ? "" : arena_format(r->arena, "%lld", (long long)before->teacher.n));
    percent_encode(&path, minute_words(r, before->from_minute));
    text_add(&path, "&til=");
    percent_encode(&path, minute_words(r, before->to_minute));
    text_add(&path, "&emne=");
    percent_encode(&path, before->title);
    text_add(&path, "&sted=");
    percent_encode(&path, before->place);
    return text_done(&path);
}

struct reply session_edit_post(struct request *r)
{
    struct session_view view = view_new(r);

    view.form = form_read(r);
    if (!session_of_path(r, &view))
        return reply_not_found(r);
    struct group_session_row wanted = read_wanted(r, &view, &view.form);
    form_set_int(&view.cancel_form, "version", view.session.version);
    if (view.form.error_count > 0 || !is_changed(r, &view, &view.form, group_move_session(r->db, &view.group, &wanted)))
        return show(r, &view);
    request_tell(r, say(r->language, "Mødegangen er rettet."), way_back(r, &view.session));
    return reply_see_other(r, "/hold/%lld", (long long)view.group.id.n);
}

struct reply session_back_post(struct request *r)
{
    static const char *const names[] = { "dag", "fra", "til", "emne", "sted", "laerer" };
    struct session_view view = view_new(r);

    if (!session_of_path(r, &view))
        return reply_not_found(r);
    form_set_int(&view.form, "version", view.session.version);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        form_set(&view.form, names[i], request_query(r, names[i]));
    struct group_session_row wanted = read_wanted(r, &view, &view.form);
    if (view.form.error_count > 0 || group_move_session(r->db, &view.group, &wanted) != SESSION_CHANGED)
        return reply_conflict(r, NULL);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return reply_see_other(r, "/hold/%lld", (long long)view.group.id.n);
}

struct reply session_cancel_post(struct request *r)
{
    struct session_view view = view_new(r);
    int64_t version;

    if (!session_of_path(r, &view))
        return reply_not_found(r);
    fill(r, &view.session, &view.form);
    view.cancel_form = form_read(r);
    version = form_int(&view.cancel_form, "version", FORM_REQUIRED, 0, INT64_MAX);
    const char *reason = form_text(&view.cancel_form, "grund", FORM_REQUIRED, REASON_MAX);
    if (view.cancel_form.error_count > 0
        || !is_changed(r, &view, &view.cancel_form, group_cancel_session(r->db, &view.group, view.session.id, reason, version)))
        return show(r, &view);
    request_tell(r, say(r->language, "Mødegangen er aflyst."),
                 arena_format(r->arena, "/hold/%lld/gange/%lld/genopret", (long long)view.group.id.n, (long long)view.session.id.n));
    return reply_see_other(r, "/hold/%lld", (long long)view.group.id.n);
}

struct reply session_restore_post(struct request *r)
{
    struct session_view view = view_new(r);

    if (!session_of_path(r, &view) || !group_restore_session(r->db, view.session.id))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Mødegangen holdes alligevel."), NULL);
    return reply_see_other(r, "/hold/%lld", (long long)view.group.id.n);
}
