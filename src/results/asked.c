/* SPDX-License-Identifier: MIT
 * asked.c: the month, the unit and the readers that an address asks for, and cells as these may see them. */
#include "results/pages.h"

#include <stdio.h>

#include "base/list.h"
#include "results/rules.h"

/* "2026-11"; the last whole month when it is none. */
static day month_asked(const struct request *r)
{
    int year = 0, month = 0, end = 0;
    const char *text = request_query(r, "maaned");
    struct date today = date_of(r->today);

    if (sscanf(text, "%4d-%2d%n", &year, &month, &end) == 2 && text[end] == 0 && year >= 1990 && year <= today.year &&
        month >= 1 && month <= 12)
        return day_of(year, month, 1);
    return day_add_months(day_of(today.year, today.month, 1), -1);
}

struct asked asked_read(struct request *r)
{
    struct asked asked = { .month = month_asked(r), .units = results_units(r->db) };
    int64_t unit = 0;

    asked.months = months_to(asked.month);
    asked.last = asked.months.first[MONTH_COUNT] - 1;
    if (asked.last > r->today)
        asked.last = r->today;
    asked.is_political = text_is(request_query(r, "til"), "politisk");
    text_to_int(request_query(r, "enhed"), &unit);
    for (size_t i = 0; i < asked.units.count && !asked.is_political; i++) /* One unit's page would give the others away. */
        if (asked.units.at[i].id.n == unit) {
            asked.unit = asked.units.at[i].id;
            asked.unit_name = asked.units.at[i].name;
        }
    return asked;
}

const char *asked_query(struct request *r, const struct asked *asked)
{
    struct date month = date_of(asked->month);
    struct text text = text_new(r->arena);

    text_add_format(&text, "maaned=%04d-%02d", month.year, month.month);
    if (asked->unit.n != 0)
        text_add_format(&text, "&enhed=%lld", (long long)asked->unit.n);
    if (asked->is_political)
        text_add(&text, "&til=politisk");
    return text_done(&text);
}

const char *count_words(struct arena *arena, int64_t count, bool is_political)
{
    if (count == CELL_HIDDEN)
        return "·";
    if (count == CELL_SMALL || (is_political && count > 0 && count < SMALL_COUNT))
        return arena_format(arena, "<%d", SMALL_COUNT);
    return arena_format(arena, "%lld", (long long)count);
}

/* A share of few tells who they are: both the percent and the counts are hidden then. */
bool is_share_small(struct on_time share)
{
    int64_t missed = share.all - share.met;

    return (share.met > 0 && share.met < SMALL_COUNT) || (missed > 0 && missed < SMALL_COUNT);
}

struct share_cell share_cell_of(struct arena *arena, struct on_time share, bool is_political)
{

    if (share.all == 0)
        return (struct share_cell){ "–", NULL };
    if (is_political && is_share_small(share))
        return (struct share_cell){ arena_format(arena, "<%d", SMALL_COUNT), NULL };
    return (struct share_cell){
        arena_format(arena, "%d %%", percent_of(share.met, share.all)),
        arena_format(arena, "%lld/%lld", (long long)share.met, (long long)share.all),
    };
}
