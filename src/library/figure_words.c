/* SPDX-License-Identifier: MIT
 * figure_words.c: word by word, from one table, in both directions. */
#include "library/figure_words.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

static const struct word {
    const char *file, *danish, *english;
} words[] = {
    { "hours", "timer", "hours" },
    { "hour", "time", "hour" },
    { "days", "dage", "days" },
    { "day", "dag", "day" },
    { "weeks", "uger", "weeks" },
    { "week", "uge", "week" },
    { "months", "måneder", "months" },
    { "month", "måned", "month" },
    { "years", "år", "years" },
    { "year", "år", "year" },
    { "working_days", "arbejdsdage", "working days" },
    { "working_day", "arbejdsdag", "working day" },
    { "working_hours", "arbejdstimer", "working hours" },
    { "working_hour", "arbejdstime", "working hour" },
    { "percent", "%", "percent" },
    { "percent", "procent", "%" },
    { "to", "til", "to" },
    { "all", "alle", "all" },
    { "any", "når som helst", "any" },
    { "each session", "hver gang", "each session" },
    { "working day", "hver arbejdsdag", "every working day" },
    { "daily", "hver dag", "every day" },
    { "weekly", "hver", "every" },
    { "yearly", "hvert år", "every year on" },
    { "of month", "i måneden", "of the month" },
    { "first", "første", "first" },
    { "second", "anden", "second" },
    { "third", "tredje", "third" },
    { "fourth", "fjerde", "fourth" },
    { "last", "sidste", "last" },
    { "monday", "mandag", "Monday" },
    { "tuesday", "tirsdag", "Tuesday" },
    { "wednesday", "onsdag", "Wednesday" },
    { "thursday", "torsdag", "Thursday" },
    { "friday", "fredag", "Friday" },
    { "saturday", "lørdag", "Saturday" },
    { "sunday", "søndag", "Sunday" },
    { "january", "januar", "January" },
    { "february", "februar", "February" },
    { "march", "marts", "March" },
    { "may", "maj", "May" },
    { "june", "juni", "June" },
    { "july", "juli", "July" },
    { "october", "oktober", "October" },
    { "april", "april", "April" },
    { "august", "august", "August" },
    { "september", "september", "September" },
    { "november", "november", "November" },
    { "december", "december", "December" },
};
enum { WORD_COUNT = sizeof words / sizeof *words };

/* Which column a text is translated from, and to which. */
enum column { COLUMN_FILE, COLUMN_DANISH, COLUMN_ENGLISH };

static const char *column_of(const struct word *word, enum column column)
{
    return column == COLUMN_FILE ? word->file : column == COLUMN_DANISH ? word->danish : word->english;
}

static bool is_word_end(char c)
{
    return c == 0 || c == ' ' || c == ',' || c == ']' || c == '[';
}

/* The longest entry that begins at `p` and ends with a word; NULL when none does. */
static const struct word *word_at(const char *p, enum column from)
{
    const struct word *found = NULL;
    size_t longest = 0;

    for (size_t i = 0; i < WORD_COUNT; i++) {
        const char *candidate = column_of(&words[i], from);
        size_t length = strlen(candidate);
        if (length > longest && strncasecmp(p, candidate, length) == 0 && is_word_end(p[length])) {
            found = &words[i];
            longest = length;
        }
    }
    return found;
}

/* Replaces each known word; all else is copied. "50%" is read as "50 %". */
static const char *translate(struct arena *arena, const char *value, enum column from, enum column to)
{
    struct text text = text_new(arena);
    bool is_begin = true;

    for (const char *p = value; *p != 0;) {
        const struct word *word = is_begin || *p == '%' ? word_at(p, from) : NULL;
        if (word != NULL && *p == '%' && !is_begin)
            text_add_char(&text, ' ');
        if (word != NULL) {
            text_add(&text, column_of(word, to));
            p += strlen(column_of(word, from));
            is_begin = false;
            continue;
        }
        is_begin = is_word_end(*p);
        text_add_char(&text, *p++);
    }
    return text_done(&text);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

const char *figure_words(struct arena *arena, enum language language, const char *value)
{
    if (value == NULL)
        return NULL;
    const char *said = translate(arena, value, COLUMN_FILE, language == LANGUAGE_EN ? COLUMN_ENGLISH : COLUMN_DANISH);
    struct text text = text_new(arena);
    for (const char *p = said; *p != 0; p++) { /* Brackets and underscores belong to the file. */
        bool is_decimal = *p == '.' && p > said && is_digit(p[-1]) && is_digit(p[1]);
        if (*p != '[' && *p != ']')
            text_add_char(&text, *p == '_' ? ' ' : is_decimal && language != LANGUAGE_EN ? ',' : *p);
    }
    return text_done(&text);
}

/* Lower case of the letters that begin a sentence in our words; a decimal comma between digits as a point. */
static char *plain(struct arena *arena, const char *typed)
{
    char *copy = text_trim(arena, typed);

    for (char *p = copy; *p != 0; p++) {
        bool is_decimal = *p == ',' && p > copy && is_digit(p[-1]) && is_digit(p[1]);
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
        else if (is_decimal)
            *p = '.';
    }
    return copy;
}

const char *figure_read(struct arena *arena, const char *typed)
{
    const char *bare = plain(arena, typed);
    const char *value = translate(arena, bare, COLUMN_DANISH, COLUMN_FILE);

    if (text_is(value, bare)) /* Not Danish: what the file calls "working day" is a day's number in English. */
        value = translate(arena, bare, COLUMN_ENGLISH, COLUMN_FILE);
    return strchr(value, ',') != NULL ? arena_format(arena, "[%s]", value) : value;
}

const char *figure_words_every(struct arena *arena, enum language language, const char *value)
{
    const char *blank = value == NULL ? NULL : strchr(value, ' ');
    int64_t count = 0;

    if (blank == NULL || strchr(value, ',') != NULL ||
        !text_to_int(arena_copy(arena, value, (size_t)(blank - value)), &count))
        return value == NULL ? NULL : say_with(arena, language, "efter {1}", figure_words(arena, language, value), NULL);
    size_t length = strlen(blank + 1); /* The unit, in the singular. */
    const char *unit = arena_copy(arena, blank + 1, blank[length] == 's' ? length - 1 : length);
    unit = figure_words(arena, language, unit);
    bool is_neuter = text_is(unit, "år");
    if (count == 1)
        return is_neuter ? say(language, "hvert år") : say_with(arena, language, "hver {1}", unit, NULL);
    if (language == LANGUAGE_EN) /* "hver 3. uge" counts in order, "every 3 weeks" does not. */
        return arena_format(arena, "every %s", figure_words(arena, language, value));
    return arena_format(arena, "%s %lld. %s", is_neuter ? "hvert" : "hver", (long long)count, unit);
}
