/* SPDX-License-Identifier: MIT
 * tried.c: what a change would do to obligations, in words; for the pages that try one (try.c, closed.c). */
#include "base/list.h"
#include "library/pages.h"

/* Rows that nobody waits for are not news: what is settled stays as it is. */
static bool is_waiting(const struct obligation *row)
{
    return row != NULL && (row->state == OBLIGATION_OPEN || row->state == OBLIGATION_SUSPENDED);
}

static const char *name_of(const struct tried *tried, int64_t citizen)
{
    for (size_t i = 0; i < tried->names.count; i++)
        if (tried->names.at[i].citizen.n == citizen)
            return arena_format(tried->request->arena, "%s %s", tried->names.at[i].first_name,
                                tried->names.at[i].last_name);
    return NULL;
}

static const char *due_said(const struct tried *tried, const struct obligation *row)
{
    const struct request *r = tried->request;

    if (!is_waiting(row))
        return NULL;
    if (row->due == INSTANT_NEVER)
        return say(r->language, "sat på pause");
    return row->is_hour_rule ? say_when(r->arena, r->language, row->due)
                             : say_weekday_day(r->arena, r->language, day_of_instant(row->due));
}

static const char *rule_said(const struct tried *tried, const struct obligation *row)
{
    const struct request *r = tried->request;
    const struct scheme *scheme = library_find(library_all(), row->scheme.text);
    const struct scheme_rule *rule = scheme == NULL ? NULL : scheme_rule_find(scheme, row->rule.text);

    return rule == NULL ? row->rule.text : library_rule_text(r->arena, (int)r->language, scheme, &rule->rule);
}

void tried_add(struct tried *tried, int64_t citizen, const struct row_difference *difference)
{
    bool was = is_waiting(difference->before), will = is_waiting(difference->after);
    bool is_moved = was && will && difference->before->due != difference->after->due;

    if (was == will && !is_moved)
        return;
    enum row_difference_kind kind = is_moved ? ROW_CHANGED : will ? ROW_NEW : ROW_GONE;
    tried->counts[kind]++;
    if (tried->rows.count == TRIED_SHOWN_MAX) {
        tried->hidden++;
        return;
    }
    const char *name = name_of(tried, citizen);
    *LIST_ADD(tried->request->arena, &tried->rows) = (struct tried_row){
        .who = name != NULL ? name : say(tried->request->language, "en borger uden for dine sager"),
        .path = name == NULL ? NULL : arena_format(tried->request->arena, "/borger/%lld", (long long)citizen),
        .what = rule_said(tried, was ? difference->before : difference->after),
        .before = due_said(tried, difference->before),
        .after = due_said(tried, difference->after),
        .kind = kind,
    };
}

