/* SPDX-License-Identifier: MIT
 * span_parse.c: spans, amounts, bell times and calendars from the words of a scheme file. */
#include "engine/span.h"

#include <string.h>

#include "base/check.h"
#include "base/text.h"

enum { SPAN_COUNT_MAX = 100000 };

static const char *const unit_words[SPAN_UNIT_COUNT][2] = {
    [SPAN_HOURS] = { "hours", "hour" },
    [SPAN_DAYS] = { "days", "day" },
    [SPAN_WEEKS] = { "weeks", "week" },
    [SPAN_MONTHS] = { "months", "month" },
    [SPAN_YEARS] = { "years", "year" },
    [SPAN_WORKING_DAYS] = { "working_days", "working_day" },
    [SPAN_WORKING_HOURS] = { "working_hours", "working_hour" },
};

static const char *const weekday_words[WEEKDAY_COUNT] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};
static const char *const month_words[] = {
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
};
static const char *const nth_words[] = { "first", "second", "third", "fourth", "last" };

/* The words of a short text and where each begins. */
enum { WORD_MAX = 6 };
struct words {
    const char *at[WORD_MAX];
    size_t offset[WORD_MAX];
    int count;
};

static bool fail(struct problem *problem, size_t offset, const char *text)
{
    *problem = (struct problem){ offset, text };
    return false;
}

static struct words words_of(struct arena *arena, const char *text)
{
    struct words words = { .count = 0 };

    for (size_t i = 0; text[i] != '\0' && words.count < WORD_MAX;) {
        size_t length = strcspn(text + i, " ");
        if (length > 0) {
            words.at[words.count] = arena_copy(arena, text + i, length);
            words.offset[words.count++] = i;
        }
        i += length + (text[i + length] == ' ');
    }
    return words;
}

/* The index of a word in a table, or -1. */
static int find(const char *const *table, int count, const char *word)
{
    for (int i = 0; i < count; i++)
        if (text_is(table[i], word))
            return i;
    return -1;
}

static enum span_unit unit_of(const char *word)
{
    for (int unit = 0; unit < SPAN_UNIT_COUNT; unit++)
        if (find(unit_words[unit], 2, word) >= 0)
            return (enum span_unit)unit;
    return SPAN_NONE;
}

/* "010" is a slip, or octal in other languages: nobody means it. "0" and "0.5" are fine. */
static bool has_leading_zero(const char *word)
{
    const char *digits = word + (*word == '-');

    return digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9';
}

static bool read_count(const char *word, int *count)
{
    int64_t number;

    if (has_leading_zero(word) || !text_to_int(word, &number) || number < -SPAN_COUNT_MAX || number > SPAN_COUNT_MAX)
        return false;
    *count = (int)number;
    return true;
}

/* One span of two words, "96 hours", beginning with word `i`. */
static bool read_span(const struct words *words, int i, struct span *span, struct problem *problem)
{
    if (i >= words->count || !read_count(words->at[i], &span->count))
        return fail(problem, i < words->count ? words->offset[i] : 0, "her ventes et helt tal og en enhed, fx 3 weeks");
    if (i + 1 == words->count && span->count == 0) {
        span->unit = SPAN_DAYS;
        return true;
    }
    if (i + 1 >= words->count)
        return fail(problem, words->offset[i], "tallet mangler en enhed: hours, days, weeks, months, years, working_days eller working_hours");
    span->unit = unit_of(words->at[i + 1]);
    if (span->unit == SPAN_NONE)
        return fail(problem, words->offset[i + 1], "ukendt enhed; kendte er hours, days, weeks, months, years, working_days og working_hours");
    return true;
}

bool span_parse(struct arena *arena, const char *text, struct span *span, struct problem *problem)
{
    struct words words = words_of(arena, text);

    if (words.count == 1 && text_is(words.at[0], "any")) {
        *span = (struct span){ 0, SPAN_ANY };
        return true;
    }
    if (!read_span(&words, 0, span, problem))
        return false;
    if (words.count > 2)
        return fail(problem, words.offset[2], "der står mere efter tal og enhed");
    return true;
}

bool span_range_parse(struct arena *arena, const char *text, struct span_range *range, struct problem *problem)
{
    struct words words = words_of(arena, text);

    if (words.count < 4 || !text_is(words.at[1], "to")) {
        if (!span_parse(arena, text, &range->shortest, problem))
            return false;
        range->longest = range->shortest;
        return true;
    }
    if (words.count > 4)
        return fail(problem, words.offset[4], "der står mere efter tal og enhed");
    if (!read_count(words.at[0], &range->shortest.count))
        return fail(problem, 0, "her ventes et helt tal");
    if (!read_span(&words, 2, &range->longest, problem))
        return false;
    range->shortest.unit = range->longest.unit;
    if (range->shortest.count > range->longest.count)
        return fail(problem, 0, "det mindste er større end det største");
    return true;
}

static bool read_number(const char *word, int64_t *thousandths)
{
    int64_t whole = 0, parts = 0, scale = 1000;
    const char *c = word;

    for (; *c >= '0' && *c <= '9' && whole < 1000000000; c++)
        whole = whole * 10 + (*c - '0');
    if (c == word || has_leading_zero(word))
        return false;
    if (*c == '.' && c[1] != '\0')
        for (c++; *c >= '0' && *c <= '9' && scale > 1; c++, scale /= 10)
            parts = parts * 10 + (*c - '0');
    *thousandths = whole * 1000 + parts * (scale == 1000 ? 0 : scale);
    return *c == '\0';
}

/* The unit after the numbers of an amount. */
static bool read_amount_unit(const struct words *words, int i, struct amount *amount, struct problem *problem)
{
    if (i == words->count) {
        amount->kind = AMOUNT_NUMBER;
        return true;
    }
    enum span_unit unit = unit_of(words->at[i]);
    if (text_is(words->at[i], "percent")) {
        amount->kind = AMOUNT_PERCENT;
    } else if (unit == SPAN_HOURS) {
        amount->kind = AMOUNT_HOURS;
    } else if (unit != SPAN_NONE) {
        amount->kind = AMOUNT_SPAN;
        amount->span = (struct span){ (int)(amount->high / 1000), unit };
    } else {
        return fail(problem, words->offset[i], "ukendt enhed; kendte er percent, hours, days, weeks, months og years");
    }
    return i + 1 == words->count || fail(problem, words->offset[i + 1], "der står mere efter mængden");
}

bool amount_parse(struct arena *arena, const char *text, struct amount *amount, struct problem *problem)
{
    struct words words = words_of(arena, text);
    int i = 1;

    *amount = (struct amount){ .kind = AMOUNT_NONE };
    if (words.count == 1 && text_is(words.at[0], "all")) {
        amount->kind = AMOUNT_ALL;
        return true;
    }
    if (words.count == 0 || !read_number(words.at[0], &amount->low))
        return fail(problem, 0, "her ventes en mængde, fx 7 hours, 50 percent, 7 to 8 hours eller all");
    amount->high = amount->low;
    if (words.count > 1 && text_is(words.at[1], "to")) {
        if (words.count == 2 || !read_number(words.at[2], &amount->high))
            return fail(problem, words.offset[1], "efter to ventes et tal");
        if (amount->low > amount->high)
            return fail(problem, 0, "det mindste er større end det største");
        i = 3;
    }
    return read_amount_unit(&words, i, amount, problem);
}

bool bell_time_parse(struct arena *arena, const char *text, struct bell_time *time, struct problem *problem)
{
    struct words words = words_of(arena, text);

    *time = (struct bell_time){ .percent = 0 };
    if (words.count == 2 && text_is(words.at[1], "percent")) {
        if (!read_count(words.at[0], &time->percent))
            return fail(problem, 0, "her ventes et helt tal foran percent");
        return true;
    }
    return span_parse(arena, text, &time->span, problem);
}

/* "first tuesday of month" */
static bool read_nth(const struct words *words, int nth, struct calendar *calendar, struct problem *problem)
{
    int weekday = words->count == 4 ? find(weekday_words, WEEKDAY_COUNT, words->at[1]) : -1;

    if (weekday < 0 || !text_is(words->at[2], "of") || !text_is(words->at[3], "month"))
        return fail(problem, 0, "skriv fx first tuesday of month");
    *calendar = (struct calendar){ .kind = CALENDAR_NTH, .weekday = (enum weekday)weekday, .nth = nth + 1 };
    return true;
}

/* "day 15 of month" */
static bool read_day_of_month(const struct words *words, struct calendar *calendar, struct problem *problem)
{
    int number = 0;

    if (words->count != 4 || !read_count(words->at[1], &number) || number < 1 || number > 31 ||
        !text_is(words->at[2], "of") || !text_is(words->at[3], "month"))
        return fail(problem, 0, "skriv fx day 15 of month");
    *calendar = (struct calendar){ .kind = CALENDAR_DAY_OF_MONTH, .nth = number };
    return true;
}

/* "yearly 31 december" */
static bool read_yearly(const struct words *words, struct calendar *calendar, struct problem *problem)
{
    int number = 0;
    int month = words->count == 3 ? find(month_words, 12, words->at[2]) : -1;

    if (month < 0 || !read_count(words->at[1], &number) || number < 1 || number > days_in_month(2028, month + 1))
        return fail(problem, 0, "skriv fx yearly 31 december");
    *calendar = (struct calendar){ .kind = CALENDAR_YEARLY, .nth = number, .month = month + 1 };
    return true;
}

bool calendar_parse(struct arena *arena, const char *text, struct calendar *calendar, struct problem *problem)
{
    struct words words = words_of(arena, text);
    const char *first = words.count > 0 ? words.at[0] : "", *second = words.count > 1 ? words.at[1] : "";
    int nth = find(nth_words, 5, first);

    *calendar = (struct calendar){ .kind = CALENDAR_NONE };
    if (nth >= 0)
        return read_nth(&words, nth, calendar, problem);
    if (text_is(first, "day") && words.count > 1)
        return read_day_of_month(&words, calendar, problem);
    if (text_is(first, "yearly"))
        return read_yearly(&words, calendar, problem);
    if (text_is(first, "daily") && words.count == 1)
        calendar->kind = CALENDAR_DAILY;
    else if (text_is(first, "working") && text_is(second, "day") && words.count == 2)
        calendar->kind = CALENDAR_WORKING_DAY;
    else if (text_is(first, "each") && text_is(second, "session") && words.count == 2)
        calendar->kind = CALENDAR_EACH_SESSION;
    else if (text_is(first, "weekly") && words.count == 2 && find(weekday_words, WEEKDAY_COUNT, second) >= 0)
        *calendar = (struct calendar){ .kind = CALENDAR_WEEKLY, .weekday = (enum weekday)find(weekday_words, WEEKDAY_COUNT, second) };
    else
        return fail(problem, 0, "kendte er daily, working day, weekly tuesday, first tuesday of month, day 15 of month, yearly 31 december og each session");
    return true;
}

const char *span_text(struct arena *arena, struct span span)
{
    const char *const *words = unit_words[span.unit];

    if (span.unit == SPAN_ANY)
        return "any";
    return words[0] == NULL ? "" : arena_format(arena, "%d %s", span.count, words[span.count == 1 ? 1 : 0]);
}
