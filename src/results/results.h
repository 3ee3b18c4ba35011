/* SPDX-License-Identifier: MIT
 * results.h: what came of the work, by month and unit. Deadlines are the stored obligations that Today and
 * the citizen's page show; paid hours the same rows as on the citizen's page; the measures of schemes are
 * measure.h over the journal. Nothing of one person leaves but through lists that are logged. */
#ifndef RESULTS_RESULTS_H
#define RESULTS_RESULTS_H

#include "library/library.h"
#include "results/measure.h"
#include "results_sql.h"
#include "web/say.h"

enum { MONTH_COUNT = 13, MONTH_NOW = MONTH_COUNT - 1 };

/* Thirteen months: the one shown is the last, the one a year before the first. */
struct months {
    day first[MONTH_COUNT + 1]; /* First day of each, and of the month after. */
};

/* The thirteen months up to the one in which a day lies. */
struct months months_to(day on);

/* "november 2026" and "nov" */
const char *month_words(struct arena *arena, enum language language, day month);
const char *month_short(enum language language, day month);

/* Deadlines that were due: how many were met in time. */
struct on_time {
    int64_t met, all;
};

/* A rule with deadlines in the months. */
struct rule_on_time {
    const char *scheme, *rule;
    const char *name;                   /* "Opfølgningsmøde, hver 3. uge" */
    struct on_time months[MONTH_COUNT];
    struct on_time *units;              /* Of the last month, by unit. */
};
struct on_time_table {
    const struct rule_on_time *at;
    size_t count;
    struct on_time months[MONTH_COUNT]; /* All rules together. */
    struct on_time *units;
    size_t unit_count;
};

/* By rule, those with most deadlines in the last month first; unit n = 0: all. Open deadlines whose time has
 * passed count as not met. */
struct on_time_table on_time_load(struct db *db, enum language language, const struct months *months,
                                  struct unit_id unit, const struct results_unit_row_list *units);

/* Paid hours a week on the last day of each month (or on the day the program has come to), hundredths. */
struct paid_month {
    int64_t paid, citizens;
};
struct paid_months {
    struct paid_month at[MONTH_COUNT];
};
struct paid_months paid_load(struct db *db, const struct months *months, struct unit_id unit);

/* How citizens' paid hours changed; the numbers are those of results_paid_change. */
enum paid_change { PAID_FIRST, PAID_MORE, PAID_FEWER, PAID_ENDED, PAID_SAME, PAID_AGAIN, PAID_CHANGE_COUNT };
struct paid_changes {
    struct paid_change_row at[PAID_CHANGE_COUNT];
    int64_t citizens, change; /* With pay now; together. */
};
struct paid_changes paid_changes_load(struct db *db, day from, day to, struct unit_id unit);

/* Twelve months after the start: what citizens who began in a quarter had then. */
enum year_part { YEAR_OVER, YEAR_UNDER, YEAR_PLACEMENT, YEAR_NOT_YET, YEAR_PART_COUNT };
struct year_row {
    day quarter; /* First day. */
    int64_t counts[YEAR_PART_COUNT], all;
};
enum { YEAR_QUARTERS = 4 };
struct year_after {
    struct year_row rows[YEAR_QUARTERS], all;
};

/* Begins with the four newest quarters whose citizens have all been here for a year on a day; then each citizen's
 * history is counted. Pure. */
struct year_after year_begin(day last);
void year_see(struct year_after *year, const struct view *view);

/* What one citizen had on a day. Pure. */
enum year_part year_part_on(const struct view *view, day on);

/* A scheme's measure with its figure. */
struct goal {
    const struct scheme *scheme;
    const struct scheme_measure *measure;
    struct measured measured;
};
struct goals {
    const struct goal *at;
    size_t count;
};

/* What is counted from histories: the measures of schemes, and what came twelve months after the start. */
struct results {
    struct unit_id unit; /* n = 0: all. */
    struct goals goals;
    struct year_after year;
};

/* Walks everybody's history once, as it stood at the end of the period, and counts for each of some units (n = 0:
 * all). Memory is that of one piece of the walk, whatever the number of citizens. */
struct results *results_take(struct db *db, struct schemes schemes, struct measured_period period,
                             const struct unit_id *units, size_t count);

#endif
