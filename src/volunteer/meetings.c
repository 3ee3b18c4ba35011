/* SPDX-License-Identifier: MIT
 * meetings.c: meetings where mentors meet each other (S86, 001:361): when, where, about what, who was asked, who came. A
 * chief mentor asks her own mentors; who keeps the register asks anybody. */
#include "base/list.h"
#include "base/text.h"
#include "volunteer/pages.h"
#include "volunteer_network_page.h"

enum { PLACE_MAX = 120, THEME_MAX = 200, MEETINGS_MOST = 200 };

static struct reply show(struct request *r, struct form form, const struct volunteer_listed_list *all)
{
    struct volunteer_scope scope = scope_of(r);
    struct network_meetings_view view = { .form = form, .people = network_choices(r, all),
                                  .meetings = volunteer_meetings(r->db, scope.is_all, scope.actor, MEETINGS_MOST) };
    struct page page = page_new(r);

    network_meetings_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply network_meetings_get(struct request *r)
{
    struct volunteer_listed_list all = network_all(r);
    struct form form = form_new(r);

    network_tick(&form, "indbudt", &all);
    return show(r, form, &all);
}

struct reply network_meeting_post(struct request *r)
{
    struct volunteer_listed_list all = network_all(r);
    struct form form = form_read(r);
    struct volunteer_meeting_row meeting = {
        .author = scope_of(r).actor,
        .meets_at = form_instant(&form, "hvornaar", FORM_REQUIRED),
        .place = form_text(&form, "sted", FORM_REQUIRED, PLACE_MAX),
        .theme = form_text(&form, "tema", FORM_REQUIRED, THEME_MAX),
    };
    struct volunteer_listed_list asked = network_ticked(&form, "indbudt", &all);

    if (form.error_count > 0)
        return show(r, form, &all);
    struct volunteer_meeting_id id = volunteer_meeting_add(r->db, &meeting, &asked);
    request_tell(r, say(r->language, "Mødet er gemt. Der er ikke sendt en indbydelse."),
                 arena_format(r->arena, "/frivillige/moeder/%lld/aflys", (long long)id.n));
    return reply_see_other(r, "/frivillige/moeder/%lld", (long long)id.n);
}

/* --- one meeting --- */

static bool load(struct request *r, struct network_meeting_view *view)
{
    struct volunteer_scope scope = scope_of(r);

    if (!volunteer_meeting_load(r->db, (struct volunteer_meeting_id){ request_id(r, "meeting") }, scope.is_all, scope.actor,
                                &view->meeting))
        return false;
    view->guests = volunteer_meeting_guests(r->db, view->meeting.id, scope.is_all, scope.actor);
    view->may_cancel = (scope.is_all || view->meeting.author.n == scope.actor.n) && view->meeting.came == 0;
    view->is_today_or_past = day_of_instant(view->meeting.meets_at) <= r->today;
    return true;
}

static const struct volunteer_guest *guest_of(const struct network_meeting_view *view, struct volunteer_id volunteer)
{
    for (size_t i = 0; i < view->guests.count; i++)
        if (view->guests.at[i].id.n == volunteer.n)
            return &view->guests.at[i];
    return NULL;
}

static struct volunteer_listed_list not_asked(struct request *r, const struct network_meeting_view *view)
{
    struct volunteer_listed_list all = network_all(r);
    size_t kept = 0;

    for (size_t i = 0; i < all.count; i++)
        if (guest_of(view, all.at[i].id) == NULL)
            all.at[kept++] = all.at[i];
    all.count = kept;
    return all;
}

static struct reply show_one(struct request *r, struct network_meeting_view *view)
{
    struct volunteer_listed_list others = not_asked(r, view);
    struct page page = page_new(r);

    view->others = network_choices(r, &others);
    view->mail.title = view->meeting.theme;
    for (size_t i = 0; i < view->guests.count; i++)
        network_mail_add(r, &view->mail, view->guests.at[i].name, view->guests.at[i].phone, view->guests.at[i].email);
    network_meeting_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply network_meeting_get(struct request *r)
{
    struct network_meeting_view view = { .form = form_new(r) };

    return load(r, &view) ? show_one(r, &view) : reply_not_found(r);
}

struct reply network_meeting_ask_post(struct request *r)
{
    struct network_meeting_view view = { .form = form_read(r) };

    if (!load(r, &view) || view.meeting.cancelled_at != INSTANT_NONE)
        return reply_not_found(r);
    struct volunteer_listed_list others = not_asked(r, &view);
    struct volunteer_listed_list asked = network_ticked(&view.form, "indbudt", &others);
    if (view.form.error_count > 0)
        return show_one(r, &view);
    for (size_t i = 0; i < asked.count; i++)
        volunteer_meeting_ask(r->db, view.meeting.id, asked.at[i].id);
    request_tell(r, say(r->language, "Det er gemt."), NULL);
    return reply_see_other(r, "/frivillige/moeder/%lld", (long long)view.meeting.id.n);
}

static struct reply set_came(struct request *r, bool has_come)
{
    struct network_meeting_view view = { 0 };

    if (!load(r, &view) || !view.is_today_or_past || view.meeting.cancelled_at != INSTANT_NONE)
        return reply_not_found(r);
    const struct volunteer_guest *guest = guest_of(&view, (struct volunteer_id){ request_id(r, "volunteer") });
    if (guest == NULL)
        return reply_not_found(r);
    volunteer_meeting_came(r->db, &view.meeting, guest, has_come);
    return reply_see_other(r, "/frivillige/moeder/%lld", (long long)view.meeting.id.n);
}

struct reply network_meeting_came_post(struct request *r)
{
    return set_came(r, true);
}

struct reply network_meeting_not_came_post(struct request *r)
{
    return set_came(r, false);
}

struct reply network_meeting_cancel_post(struct request *r)
{
    struct network_meeting_view view = { 0 };

    if (!load(r, &view) || !view.may_cancel)
        return reply_not_found(r);
    bool is_cancelled = view.meeting.cancelled_at == INSTANT_NONE;
    if (!volunteer_meeting_cancel(r->db, &view.meeting, is_cancelled))
        return reply_conflict(r, say(r->language, "En anden har rettet det imens. Se det igennem, og gem igen."));
    request_tell(r, is_cancelled ? say(r->language, "Mødet er aflyst.") : say(r->language, "Mødet holdes alligevel."),
                 arena_format(r->arena, "/frivillige/moeder/%lld/aflys", (long long)view.meeting.id.n));
    return reply_see_other(r, "/frivillige/moeder/%lld", (long long)view.meeting.id.n);
}
