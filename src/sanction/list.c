/* SPDX-License-Identifier: MIT
 * list.c: cases that are not over, least time left first: those that wait for the reader, and the others; and who has
 * unlawful absence that no case is about. */
#include "sanction/pages.h"

#include "base/text.h"
#include "rates/rates.h"
#include "sanction_list_page.h"

enum { CASES_MOST = 200, PEOPLE_MOST = 100, BACK_DAYS = 92, COUNTED_DAYS = 365 };

static bool is_state(const struct sanction_listed *row, const char *state)
{
    return text_is(row->state, state);
}

/* For what a case waits. */
static const char *waits_words(struct request *r, const struct sanction_listed *row)
{
    if (is_state(row, "recommended"))
        return text_is(row->step, sanction_step_codes[STEP_REOPENED]) ? say(r->language, "ny afgørelse i ydelsesenheden")
                                                                      : say(r->language, "afgørelse i ydelsesenheden");
    if (is_state(row, "decided"))
        return text_is(row->outcome, "none") ? say(r->language, "tilbagebetaling i ydelsesenheden")
                                             : say(r->language, "gennemførelse i ydelsesenheden");
    if (text_is(row->step, "heard") && row->due_day >= r->today)
        return say_with(r->arena, r->language, "borgerens svar til og med {1}", say_day(r->arena, r->language, row->due_day), NULL);
    if (text_is(row->step, "heard"))
        return say(r->language, "vurdering: fristen er gået");
    return say(r->language, "næste skridt");
}

static bool is_ours(const struct sanction_list_view *view, const struct sanction_listed *row, day today)
{
    if (is_state(row, "recommended") || is_state(row, "decided"))
        return view->may_decide;
    return view->may_write && !(text_is(row->step, "heard") && row->due_day >= today);
}

static void add_lines(struct request *r, struct sanction_list_view *view, struct sanction_listed_list rows)
{
    const struct law *law = rates_law(r->db);

    view->ours.at = arena_array(r->arena, rows.count, sizeof *view->ours.at);
    view->others.at = arena_array(r->arena, rows.count, sizeof *view->others.at);
    for (size_t i = 0; i < rows.count; i++) {
        const struct law_version *months = law_value_on(law, "sanction_deduct_months", rows.at[i].breach_day);
        instant due = day_end(sanction_limit(rows.at[i].breach_day, (int)(months->value / 1000)));
        struct sanction_list_lines *lines = is_ours(view, &rows.at[i], r->today) ? &view->ours : &view->others;
        lines->at[lines->count++] = (struct sanction_list_line){
            &rows.at[i], waits_words(r, &rows.at[i]), say_left(r->arena, r->language, due, 0, r->now) };
    }
}

struct reply sanction_list_get(struct request *r)
{
    struct sanction_list_view view = {
        .may_write = request_may(r, MAY_SANCTION_WRITE), .may_decide = request_may(r, MAY_SANCTION_DECIDE) };
    struct page page = page_new(r);
    struct staff_id self = { r->actor.id };
    bool is_all = request_may(r, MAY_CASE_ALL);
    day since = r->today - BACK_DAYS;

    if (!view.may_write && !view.may_decide && !request_may(r, MAY_CASE_READ))
        return reply_not_found(r);
    struct sanction_listed_list rows = sanction_cases_open(r->db, is_all, view.may_decide, self, CASES_MOST);
    add_lines(r, &view, rows);
    view.is_cut = rows.count == CASES_MOST;
    if (view.may_write)
        view.people = absence_waiting_people(r->db, since, day_begin(since), is_all, self, PEOPLE_MOST);
    view.counted = sanction_cases_counted(r->db, day_begin(r->today - COUNTED_DAYS), r->now + 1);
    sanction_list(&page, &view);
    return reply_page(&page.text);
}
