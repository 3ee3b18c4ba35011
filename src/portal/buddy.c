/* SPDX-License-Identifier: MIT
 * buddy.c: the language buddy's page behind a link of his or her own (S110): the minutes of a day's practice, the latest
 * days, and nothing else of the citizen. It opens while that person is the buddy of a placement that runs. */
#include "base/text.h"
#include "mentor/mentor.h"
#include "portal/pages.h"
#include "portal_buddy_page.h"

enum { DAYS_SHOWN = 14, DAYS_BACK = 1 };

static const char *const day_codes[] = { "0", "1", NULL };

static bool view_load(struct request *r, const struct link_row *link, struct buddy_view *view)
{
    struct choice *days = arena_array(r->arena, DAYS_BACK + 1, sizeof *days);

    *view = (struct buddy_view){ .link = *link, .form = form_new(r) };
    if (!portal_buddy(r->db, r->today, link->id, &view->person))
        return false;
    view->practice = portal_practice(r->db, link->id, DAYS_SHOWN);
    days[0] = (struct choice){ day_codes[0], say(r->language, "I dag") };
    days[1] = (struct choice){ day_codes[1], say(r->language, "I går") };
    view->days = (struct choices){ days, view->person.from_day < r->today ? DAYS_BACK + 1 : 1 };
    form_set(&view->form, "dag", day_codes[0]);
    view->is_thanked = r->method == GET && text_is(request_query(r, "sendt"), "minutter");
    return true;
}

static struct reply show(struct request *r, const struct buddy_view *view)
{
    struct page page = page_new(r);

    buddy_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply done(struct request *r, const struct link_row *link, const char *what)
{
    link_note_use(r, link);
    return reply_same_page(r, arena_format(r->arena, "sendt=%s", what));
}

/* What was tapped by this link is taken back; what others wrote is not. */
static struct reply take_back(struct request *r, const struct buddy_view *view, const struct placement_row *placement)
{
    for (size_t i = 0; i < view->practice.count; i++)
        if (form_has(&view->form, "fortryd", day_iso(r->arena, view->practice.at[i].on_day)) &&
            view->practice.at[i].link.n == view->link.id.n && mentor_undo_practice(r->db, placement, view->practice.at[i].on_day))
            return done(r, &view->link, "fortrudt");
    return reply_not_found(r);
}

struct reply buddy_answer(struct request *r, const struct link_row *link)
{
    struct buddy_view view;

    if (!view_load(r, link, &view))
        return reply_not_found(r);
    if (r->method == GET)
        return show(r, &view);
    struct placement_row placement = { .id = view.person.placement, .citizen = view.person.citizen, .company = link->company };
    view.form = form_read(r);
    if (*form_value(&view.form, "fortryd") != 0)
        return take_back(r, &view, &placement);
    int back = form_choice(&view.form, "dag", FORM_REQUIRED, day_codes);
    int tap = form_choice(&view.form, "minutter", FORM_REQUIRED, practice_taps);
    if (view.form.error_count == 0 && r->today - back < view.person.from_day)
        form_error(&view.form, "dag", say(r->language, "Det er før den første dag."));
    if (view.form.error_count > 0)
        return show(r, &view);
    int64_t minutes = 0;
    text_to_int(practice_taps[tap], &minutes);
    mentor_practice(r->db, &placement, r->today - back, minutes, link->id);
    return done(r, link, "minutter");
}
