/* SPDX-License-Identifier: MIT
 * mine.c: my companies: who waits, what is due, free places and when we last talked, least time first; and those that
 * nobody looks after (S95). */
#include "base/text.h"
#include "employer/pages.h"
#include "employer_mine_page.h"

enum { MINE_A_PAGE = 50, DAYS_MAX = 3650 };

static const struct choice scopes[] = {
    { "mine", SAY("Mine") },
    { "vikar", SAY("Jeg er stedfortræder") },
    { "enhed", SAY("Enhedens") },
    { "uden", SAY("Uden konsulent") },
};

static const char *scope_of(const char *asked)
{
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
        if (text_is(scopes[i].code, asked))
            return scopes[i].code;
    return scopes[0].code;
}

static struct my_company_line line_of(struct request *r, const struct ruleset *rules, const struct my_company *row,
                                      int64_t long_days)
{
    struct my_company_line line = {
        .row = row,
        .free_count = row->place_count > row->taken_count ? row->place_count - row->taken_count : 0,
        .is_forgotten = row->talked_at == INSTANT_NONE || day_of_instant(row->talked_at) + long_days < r->today,
    };

    if (row->due_rule == NULL)
        return line;
    line.what = company_due_words(r, rules, row->due_scheme, row->due_rule, row->due_anchor_at);
    line.left = say_left(r->arena, r->language, row->due_at, (int)row->due_is_hours, r->now);
    return line;
}

static struct my_company_lines lines_of(struct request *r, const struct my_company_list *rows, int64_t long_days)
{
    const struct ruleset *rules = ruleset_current(r->db);
    struct my_company_line *lines = arena_array(r->arena, rows->count, sizeof *lines);

    for (size_t i = 0; i < rows->count; i++)
        lines[i] = line_of(r, rules, &rows->at[i], long_days);
    return (struct my_company_lines){ lines, rows->count };
}

static struct reply show(struct request *r, struct my_companies_view *view)
{
    struct company_manners_row manners;
    struct my_company_list rows;

    view->place = place_uncounted(r, "/virksomheder/mine", MINE_A_PAGE);
    view->scope = scope_of(request_query(r, "hvis"));
    view->scopes = (struct choices){ scopes, sizeof scopes / sizeof *scopes };
    view->may_write = request_may(r, MAY_COMPANY_WRITE);
    company_manners(r->db, &manners);
    rows = my_companies(r->db, view->scope, (struct staff_id){ r->actor.id }, view->place.rows_a_page + 1,
                        view->place.skip);
    rows.count = place_rows(&view->place, rows.count);
    view->lines = lines_of(r, &rows, manners.long_days);
    if (text_is(view->scope, scopes[0].code))
        view->waiting = employer_waiting(r, (struct company_id){ 0 });
    if (view->form.error_count == 0) {
        form_set_int(&view->form, "ro", manners.quiet_days);
        form_set_int(&view->form, "laenge", manners.long_days);
    }

    struct page page = page_new(r);
    my_companies_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply my_companies_get(struct request *r)
{
    struct my_companies_view view = { .form = form_new(r) };

    return show(r, &view);
}

struct reply company_manners_post(struct request *r)
{
    struct my_companies_view view = { .form = form_read(r) };
    int64_t quiet = form_int(&view.form, "ro", FORM_REQUIRED, 0, DAYS_MAX);
    int64_t days = form_int(&view.form, "laenge", FORM_REQUIRED, 1, DAYS_MAX);

    if (view.form.error_count > 0)
        return show(r, &view);
    company_manners_set(r->db, quiet, days);
    request_tell(r, say(r->language, "Det er gemt."), NULL);
    return reply_see_other(r, "/virksomheder/mine");
}
