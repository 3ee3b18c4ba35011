/* SPDX-License-Identifier: MIT
 * list.c: what a consultant is asked to find, least time left first, and how long it took from a citizen's wish to the
 * first company that was asked. */
#include <stdlib.h>

#include "base/text.h"
#include "errand/pages.h"
#include "errand_list_page.h"

enum { OPEN_SHOWN = 200, MONTHS_BACK = 12, HOUR = 3600, DAY = 86400 };

const char *errand_span_words(struct arena *arena, enum language language, int64_t seconds)
{
    bool is_short = seconds < HOUR, is_days = seconds >= 2 * (int64_t)DAY;
    int64_t unit = is_short ? 60 : is_days ? DAY : HOUR;
    const char *count = arena_format(arena, "%lld", (long long)((seconds + unit / 2) / unit));

    return say_with(arena, language, is_short ? SAY("{1} min.") : is_days ? SAY("{1} dage") : SAY("{1} t."), count, NULL);
}

static day month_of(instant at)
{
    struct date date = date_of(day_of_instant(at));

    return day_of(date.year, date.month, 1);
}

static int by_length(const void *left, const void *right)
{
    const int64_t *a = left, *b = right;

    return *a < *b ? -1 : *a > *b;
}

/* The rows of one month, from `begin` on; half of those who were reached waited at most what is told. */
static struct errand_month one_month(struct arena *arena, enum language language, const struct errand_time_row *rows, size_t count)
{
    struct errand_month month = { .first = month_of(rows[0].wished_at), .count = (int64_t)count, .half = "" };
    int64_t *spans = arena_array(arena, count, sizeof *spans);

    for (size_t i = 0; i < count; i++) {
        month.placed += text_is(rows[i].outcome, errand_outcome_codes[ERRAND_PLACED]);
        if (rows[i].first_asked_at != INSTANT_NONE)
            spans[month.reached++] = rows[i].first_asked_at - rows[i].wished_at;
    }
    qsort(spans, (size_t)month.reached, sizeof *spans, by_length);
    if (month.reached > 0)
        month.half = errand_span_words(arena, language, spans[(month.reached - 1) / 2]);
    return month;
}

struct errand_months errand_months_of(struct arena *arena, enum language language, struct errand_time_row_list times)
{
    struct errand_months months = { arena_array(arena, MONTHS_BACK, sizeof *months.at), 0 };

    for (size_t begin = 0, end; begin < times.count && months.count < MONTHS_BACK; begin = end) {
        for (end = begin + 1; end < times.count && month_of(times.at[end].wished_at) == month_of(times.at[begin].wished_at);)
            end++;
        months.at[months.count++] = one_month(arena, language, &times.at[begin], end - begin);
    }
    return months;
}

struct reply errand_list_get(struct request *r)
{
    struct errand_list_view view = { .is_mine = !text_is(request_query(r, "hvis"), "alle") };
    struct staff_id actor = { r->actor.id };
    day first = day_add_months(month_of(r->now), 1 - MONTHS_BACK);
    struct page page = page_new(r);
    struct errand_listed_list rows = errands_open(r->db, SUBJECT_ERRAND, view.is_mine ? actor : (struct staff_id){ 0 },
                                                  request_may(r, MAY_CASE_ALL), actor, OPEN_SHOWN);

    view.lines.at = arena_array(r->arena, rows.count, sizeof *view.lines.at);
    view.lines.count = rows.count;
    view.is_cut = rows.count == OPEN_SHOWN;
    for (size_t i = 0; i < rows.count; i++) {
        view.lines.at[i] = (struct errand_line){ .row = &rows.at[i], .has_clock = rows.at[i].due_at != INSTANT_NONE };
        if (view.lines.at[i].has_clock)
            view.lines.at[i].left = say_left(r->arena, r->language, rows.at[i].due_at, 1, r->now);
    }
    view.months = errand_months_of(r->arena, r->language, errand_times(r->db, day_begin(first)));
    errand_list(&page, &view);
    return reply_page(&page.text);
}
