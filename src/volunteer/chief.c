/* SPDX-License-Identifier: MIT
 * chief.c: what a chief mentor keeps an eye on (S87, 001:359): own mentors, who could have one more, which proposals wait
 * and for whom, who said no, what has ended. Nobody's case: of a citizen only that she wants a mentor. */
#include "base/list.h"
#include "base/text.h"
#include "mentor/rules.h"
#include "proposal/criteria.h"
#include "volunteer/pages.h"
#include "volunteer_chief_page.h"

enum { MATCHES_SHOWN = 200, MEETINGS_SHOWN = 10 };

/* Training comes before the match of a mentor (S86); a language buddy is taught beside it. */
static bool is_ready(const struct volunteer_listed *m)
{
    return !text_is(m->kind, "mentor") || (m->first_day != DAY_NONE && m->second_day != DAY_NONE);
}

static const char *mentor_waits(enum language language, const struct volunteer_listed *m)
{
    if (m->left_day != DAY_NONE)
        return "";
    if (!is_ready(m) && m->first_day == DAY_NONE)
        return say(language, "dag 1 af kurset");
    if (!is_ready(m))
        return say(language, "dag 2 af kurset");
    if (m->taken > m->running)
        return say(language, "svar på et forslag");
    return m->seats > m->taken ? say(language, "et forslag") : "";
}

static void add_mentors(struct request *r, struct chief_view *view)
{
    struct volunteer_listed_list all = volunteer_all(r->db);

    view->mentors.at = arena_array(r->arena, all.count, sizeof *view->mentors.at);
    for (size_t i = 0; i < all.count; i++) {
        const struct volunteer_listed *m = &all.at[i];
        if (m->chief.n != view->chief.id.n)
            continue;
        bool is_free = m->left_day == DAY_NONE && is_ready(m) && m->seats > m->taken;
        view->free_seats += is_free ? m->seats - m->taken : 0;
        view->mentors.at[view->mentors.count++] = (struct chief_mentor){ m, mentor_waits(r->language, m) };
    }
}

static const char *answer_waits(enum language language, const struct volunteer_chief_match *m)
{
    if (*m->company_answer == 0 && *m->citizen_answer == 0)
        return say(language, "svar fra mentoren og borgeren");
    return *m->company_answer == 0 ? say(language, "mentorens svar") : say(language, "borgerens svar");
}

/* Somebody else for the citizen, as long as she wants a mentor and has none. */
static const char *other_waits(enum language language, const struct volunteer_chief_match *m)
{
    if (m->later > 0)
        return say(language, "intet: en anden mentor er foreslået");
    return m->is_wished > 0 ? say(language, "en anden mentor til borgeren") : say(language, "intet: borgeren ønsker ingen mere");
}

static void add_matches(struct request *r, struct chief_view *view)
{
    struct volunteer_chief_match_list rows = volunteer_chief_matches(r->db, view->chief.id, MATCHES_SHOWN);
    struct {
        const char *state;
        struct chief_matches *into;
        const char *(*waits)(enum language language, const struct volunteer_chief_match *m);
    } tables[] = {
        { "asked", &view->pending, answer_waits }, { "declined", &view->declined, other_waits },
        { "ended", &view->ended, other_waits },
    };

    for (size_t i = 0; i < rows.count; i++)
        for (size_t k = 0; k < sizeof tables / sizeof *tables; k++)
            if (text_is(rows.at[i].state, tables[k].state))
                *LIST_ADD(r->arena, tables[k].into) = (struct chief_match){
                    &rows.at[i], tables[k].waits(r->language, &rows.at[i]),
                    text_is(rows.at[i].company_answer, "no") ? say(r->language, "mentoren") : say(r->language, "borgeren") };
}

/* The one asked for, else the actor, else the first there is. */
static struct volunteer_chief_row chief_of(struct request *r, const struct volunteer_chief_row_list *chiefs)
{
    int64_t asked = r->actor.id;

    if (scope_of(r).is_all)
        text_to_int(request_query(r, "hvem"), &asked);
    for (size_t i = 0; i < chiefs->count; i++)
        if (chiefs->at[i].id.n == asked)
            return chiefs->at[i];
    return chiefs->count > 0 && scope_of(r).is_all ? chiefs->at[0] : (struct volunteer_chief_row){ 0 };
}

struct reply chief_get(struct request *r)
{
    struct chief_view view = { .chiefs = volunteer_chiefs(r->db), .limit = criteria_kept()->chief_mentors,
                               .may_write = request_may(r, MAY_NETWORK_WRITE), .is_own = !scope_of(r).is_all };
    struct page page = page_new(r);

    view.chief = chief_of(r, &view.chiefs);
    volunteer_numbers(r->db, &view.all);
    view.all_percent = mentor_percent(view.all.matched, view.all.mentors);
    if (view.chief.id.n != 0) {
        volunteer_chief_numbers(r->db, view.chief.id, &view.own);
        view.own_percent = mentor_percent(view.own.matched, view.own.mentors);
        add_mentors(r, &view);
        add_matches(r, &view);
        view.meetings = volunteer_meetings(r->db, false, view.chief.id, MEETINGS_SHOWN);
    }
    if (view.is_own)
        view.chiefs.count = 0;
    chief_page(&page, &view);
    return reply_page(&page.text);
}
