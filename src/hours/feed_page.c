/* SPDX-License-Identifier: MIT
 * feed_page.c: where addresses of calendars are made and withdrawn: a citizen's for her, a group's for those on it, one's own. */
#include "base/text.h"
#include "hours/pages.h"
#include "hours_feed_page.h"

enum { LINKS_SHOWN = 30 };

/* Whose calendar a page is about. */
struct feed_of {
    enum link_purpose purpose;
    int64_t subject;
};

static bool citizen_open(struct request *r, struct feed_view *view, struct feed_of *of)
{
    struct citizen_row citizen;

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &citizen))
        return false;
    *of = (struct feed_of){ LINK_CALENDAR_CITIZEN, citizen.id.n };
    *view = (struct feed_view){
        .title = say(r->language, "Kalender til borgeren"), .form = form_new(r),
        .back = arena_format(r->arena, "/borger/%lld/ugen", (long long)citizen.id.n),
        .back_words = citizen_name(r->arena, citizen.first_name, citizen.last_name),
        .path = arena_format(r->arena, "/borger/%lld/kalender", (long long)citizen.id.n),
        .contents = say(r->language, "Borgerens egne hold, praktik, samtaler og aktiviteter, tid og sted, to uger tilbage og tolv frem. Behandling står kun som en aftale. Intet om fravær, krav eller andre."),
    };
    return true;
}

static bool group_open(struct request *r, struct feed_view *view, struct feed_of *of)
{
    struct hours_group_name_row group;

    if (!hours_group_name(r->db, (struct course_group_id){ request_id(r, "hold") }, &group))
        return false;
    *of = (struct feed_of){ LINK_CALENDAR_GROUP, group.id.n };
    *view = (struct feed_view){
        .title = say(r->language, "Kalender til holdet"), .form = form_new(r), .back_words = group.name,
        .back = arena_format(r->arena, "/hold/%lld", (long long)group.id.n),
        .path = arena_format(r->arena, "/hold/%lld/kalender", (long long)group.id.n),
        .contents = say(r->language, "Holdets mødegange: tid, sted og emne, også de aflyste. Ingen deltagere."),
    };
    return true;
}

static bool own_open(struct request *r, struct feed_view *view, struct feed_of *of)
{
    *of = (struct feed_of){ LINK_CALENDAR_STAFF, r->actor.id };
    *view = (struct feed_view){
        .title = say(r->language, "Min kalender"), .form = form_new(r), .back = "/", .back_words = say(r->language, "I dag"), .path = "/min-kalender",
        .contents = say(r->language, "Dine samtaler og de mødegange, du underviser eller er med på: tid og sted. Hvem det er, står i Fodfæste, bag log-ind."),
    };
    return true;
}

typedef bool feed_opener(struct request *r, struct feed_view *view, struct feed_of *of);

static struct reply show(struct request *r, struct feed_view *view, const struct feed_of *of)
{
    struct page page = page_new(r);

    view->links = link_of_subject(r->db, link_purpose_codes[of->purpose], of->subject, LINKS_SHOWN);
    feed_page(&page, view);
    return reply_page(&page.text);
}

static struct reply get(struct request *r, feed_opener *opener)
{
    struct feed_view view;
    struct feed_of of;

    return opener(r, &view, &of) ? show(r, &view, &of) : reply_not_found(r);
}

/* The secret is on this answer only, so it is no redirect (as in src/link). */
static struct reply post(struct request *r, feed_opener *opener)
{
    struct feed_view view;
    struct feed_of of;

    if (!opener(r, &view, &of))
        return reply_not_found(r);
    struct link_made made = link_make(r->db, &(struct link_wish){ .purpose = of.purpose, .subject = of.subject, .last_day = DAY_NONE });
    view.made = made.path;
    view.address = request_address(r, made.path);
    return show(r, &view, &of);
}

static struct reply withdraw(struct request *r, feed_opener *opener)
{
    struct feed_view view;
    struct feed_of of;

    if (!opener(r, &view, &of) || !link_withdraw_of(r->db, (struct link_id){ request_id(r, "link") }, of.purpose, of.subject))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Adressen er trukket tilbage. Den åbner ikke mere."), NULL);
    return reply_see_other(r, "%s", view.path);
}

struct reply feed_citizen_get(struct request *r) { return get(r, citizen_open); }
struct reply feed_citizen_post(struct request *r) { return post(r, citizen_open); }
struct reply feed_citizen_withdraw_post(struct request *r) { return withdraw(r, citizen_open); }
struct reply feed_group_get(struct request *r) { return get(r, group_open); }
struct reply feed_group_post(struct request *r) { return post(r, group_open); }
struct reply feed_group_withdraw_post(struct request *r) { return withdraw(r, group_open); }
struct reply feed_own_get(struct request *r) { return get(r, own_open); }
struct reply feed_own_post(struct request *r) { return post(r, own_open); }
struct reply feed_own_withdraw_post(struct request *r) { return withdraw(r, own_open); }
