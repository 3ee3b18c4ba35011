/* SPDX-License-Identifier: MIT
 * leader.c: the leader's page: one sentence, one alert, and four pictures with their tables. */
#include "results/kept.h"
#include "results/pages.h"
#include "results/rules.h"
#include "results_leader_page.h"

enum { MONTHS_TO_CHOOSE = 24 };

/* ---- One sentence ---- */

static void add_paid(struct request *r, struct text *text, const struct paid_months *paid, const struct paid_changes *changes,
                     const struct leader_view *view)
{
    int64_t now = paid->at[MONTH_NOW].paid, change = now - paid->at[MONTH_NOW - 1].paid;
    const char *before = month_words(r->arena, r->language, view->asked.months.first[MONTH_NOW - 1]);
    const char *by = say_number(r->arena, r->language, change < 0 ? -change : change);
    const char *hours = say_number(r->arena, r->language, now);

    if (change == 0)
        text_add(text, say_with(r->arena, r->language, "Borgerne har {1} lønnede timer om ugen, det samme som i {2}.", hours, before, NULL));
    else if (change > 0)
        text_add(text, say_with(r->arena, r->language, "Borgerne har nu {1} lønnede timer om ugen, {2} flere end i {3}.", hours, by, before, NULL));
    else
        text_add(text, say_with(r->arena, r->language, "Borgerne har nu {1} lønnede timer om ugen, {2} færre end i {3}.", hours, by, before, NULL));
    int64_t first = paid_first_shown(changes, view->asked.is_political);
    if (first > 0)
        text_add_format(text, " %s", say_with(r->arena, r->language, "{1} fik deres første.",
                        count_words(r->arena, first, view->asked.is_political), NULL));
}

const char *leader_sentence(struct request *r, const struct leader_view *view, const struct on_time_table *table,
                            const struct paid_months *paid, const struct paid_changes *changes)
{
    struct text text = text_new(r->arena);
    struct on_time all = table->months[MONTH_NOW];

    add_paid(r, &text, paid, changes, view);
    if (all.all > 0)
        text_add_format(&text, " %s", say_with(r->arena, r->language, "{1} % af fristerne blev nået til tiden.",
                        arena_format(r->arena, "%d", percent_of(all.met, all.all)), NULL));
    if (view->swing != NULL && !view->swing->has_cause)
        text_add_format(&text, " %s", say(r->language, "Et tal har ændret sig meget, og grunden er endnu ikke skrevet."));
    return text_done(&text);
}

/* ---- What may be chosen ---- */

static struct choices months_of(struct request *r)
{
    struct choice *choices = arena_array(r->arena, MONTHS_TO_CHOOSE, sizeof *choices);
    struct date today = date_of(r->today);

    for (int i = 0; i < MONTHS_TO_CHOOSE; i++) {
        day month = day_add_months(day_of(today.year, today.month, 1), -i);
        struct date date = date_of(month);
        choices[i] = (struct choice){ arena_format(r->arena, "%04d-%02d", date.year, date.month),
                                      month_words(r->arena, r->language, month) };
    }
    return (struct choices){ choices, MONTHS_TO_CHOOSE };
}

static struct choices units_of(struct request *r, const struct asked *asked)
{
    struct choice *choices = arena_array(r->arena, asked->units.count, sizeof *choices);

    for (size_t i = 0; i < asked->units.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)asked->units.at[i].id.n), asked->units.at[i].name };
    return (struct choices){ choices, asked->units.count };
}

/* When the figures were counted, when that is not now; or how far the counting has come. */
static struct kept_words kept_words(struct request *r, const struct kept_results *kept)
{
    struct kept_words words = { .is_ready = kept->is_ready };

    if (!kept->is_ready)
        words.words = say_with(r->arena, r->language, "Tallene regnes ud og kommer her af sig selv: {1} af {2} perioder er klar.",
                               arena_format(r->arena, "%lld", (long long)kept->ready),
                               arena_format(r->arena, "%lld", (long long)kept->wanted), NULL);
    else if (kept->taken_at < r->now)
        words.words = say_with(r->arena, r->language, "Regnet ud {1}.", say_when(r->arena, r->language, kept->taken_at), NULL);
    return words;
}

struct leader_view leader_load(struct request *r)
{
    struct leader_view view = { .asked = asked_read(r), .may_write = r->actor.permissions & PERMISSION_BIT(MAY_RESULT_WRITE) };
    const struct asked *asked = &view.asked;

    view.query = asked_query(r, asked);
    view.month_name = month_words(r->arena, r->language, asked->month);
    view.month_choices = months_of(r);
    view.unit_choices = units_of(r, asked);
    view.active = results_active(r->db, day_end(asked->last), asked->unit.n);

    struct on_time_table on_time = on_time_load(r->db, r->language, &asked->months, asked->unit, &asked->units);
    struct paid_months paid = paid_load(r->db, &asked->months, asked->unit);
    struct paid_changes changes = paid_changes_load(r->db, asked->month - 1, asked->last, asked->unit);
    struct measured_period year = { asked->months.first[1], asked->last };
    struct kept_results kept = kept_results_of(r->db, library_schemes_on(r->db), year, asked->unit, KEPT_ABOVE_CITIZENS);
    view.kept = kept_words(r, &kept);
    leader_paid(r, &view, &paid, &changes);
    leader_ladder(r, &view, library_schemes_on(r->db));
    leader_on_time(r, &view, &on_time);
    leader_swing(r, &view, &on_time);
    leader_year(r, &view, &kept.results.year);
    leader_goals(r, &view, &kept.results.goals);
    view.sentence = leader_sentence(r, &view, &on_time, &paid, &changes);
    return view;
}

struct reply leader_get(struct request *r)
{
    struct leader_view view = leader_load(r);
    struct page page = page_new(r);

    leader_page(&page, &view);
    return reply_page(&page.text);
}
