/* SPDX-License-Identifier: MIT
 * market_file.c: reading and writing. Millions of lines, so that words and numbers are read where they stand; and from
 * anyone, so that no number is believed before it is compared with what the file can hold. */
#include "matching/market_file.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/check.h"

enum { PAIR_LINE_MIN = 10, NUMBERS_MAX = 3 }; /* "pair 0 0 0" */

/* --- Lines. --- */

struct line_reader {
    struct arena *arena;
    const char *at, *end;
    int64_t line;
    const char *word;       /* The first of the line. */
    size_t word_length;
    int64_t numbers[NUMBERS_MAX];
    int number_count;
    struct market_mistake *mistake;
};

__attribute__((format(printf, 2, 3)))
static bool wrong(struct line_reader *r, const char *format, ...)
{
    struct text text = text_new(r->arena);
    char sentence[200];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    text_add(&text, sentence);
    *r->mistake = (struct market_mistake){ r->line, text_done(&text) };
    return false;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static bool is_line_end(const struct line_reader *r)
{
    return r->at == r->end || *r->at == '\n' || *r->at == '#';
}

static void skip_blanks(struct line_reader *r)
{
    while (r->at < r->end && is_blank(*r->at))
        r->at++;
}

/* A number from 0 that ends at a blank or the line's end. */
static bool read_number(struct line_reader *r)
{
    const char *begin = r->at;
    int64_t number = 0;

    for (; r->at < r->end && *r->at >= '0' && *r->at <= '9'; r->at++) {
        if (number > (INT64_MAX - 9) / 10)
            return wrong(r, "a number is too large");
        number = number * 10 + (*r->at - '0');
    }
    if (r->at == begin || !(is_line_end(r) || is_blank(*r->at)))
        return wrong(r, "here should be a whole number, 0 or more");
    if (r->number_count == NUMBERS_MAX)
        return wrong(r, "too much stands in the line");
    r->numbers[r->number_count++] = number;
    return true;
}

/* The next line that says something. False at the end, and after a mistake. */
static bool read_line(struct line_reader *r)
{
    for (;;) {
        skip_blanks(r);
        if (r->at == r->end)
            return false;
        if (!is_line_end(r))
            break;
        r->at = memchr(r->at, '\n', (size_t)(r->end - r->at));
        if (r->at == NULL) {
            r->at = r->end;
            return false;
        }
        r->at++;
        r->line++;
    }
    r->word = r->at;
    while (!is_line_end(r) && !is_blank(*r->at))
        r->at++;
    r->word_length = (size_t)(r->at - r->word);
    r->number_count = 0;
    for (skip_blanks(r); !is_line_end(r); skip_blanks(r))
        if (!read_number(r))
            return false;
    return true;
}

static bool is_word(const struct line_reader *r, const char *word)
{
    return strlen(word) == r->word_length && memcmp(word, r->word, r->word_length) == 0;
}

static struct line_reader reader_of(struct arena *arena, const char *bytes, size_t length,
                                    struct market_mistake *mistake)
{
    *mistake = (struct market_mistake){ 0, NULL };
    return (struct line_reader){ .arena = arena, .at = bytes, .end = bytes + length, .line = 1, .mistake = mistake };
}

/* --- A market. --- */

/* A pair as the file has it. */
struct loose_pair {
    int32_t citizen, place, score;
};

struct market_reader {
    struct line_reader lines;
    int32_t citizens, places;
    int64_t promised, count;
    struct loose_pair *pairs;
    int32_t *capacity;
    bool *is_told;          /* The place has had its line. */
    bool is_in_order;
};

static bool read_header(struct market_reader *r)
{
    struct line_reader *l = &r->lines;

    if (!read_line(l))
        return l->mistake->why == NULL ? wrong(l, "the file is empty") : false;
    if (!is_word(l, "market") || l->number_count != 3)
        return wrong(l, "the first line should be: market CITIZENS PLACES PAIRS");
    if (l->numbers[0] > MATCHING_CITIZENS_MAX || l->numbers[1] > MATCHING_PLACES_MAX)
        return wrong(l, "at most %d citizens and %d places", MATCHING_CITIZENS_MAX, MATCHING_PLACES_MAX);
    if (l->numbers[2] > (l->end - l->at) / PAIR_LINE_MIN)
        return wrong(l, "%lld pairs are promised, but the file is too short for them", (long long)l->numbers[2]);
    r->citizens = (int32_t)l->numbers[0];
    r->places = (int32_t)l->numbers[1];
    r->promised = l->numbers[2];
    r->pairs = arena_take(l->arena, (size_t)r->promised * sizeof *r->pairs);
    r->capacity = arena_array(l->arena, (size_t)r->places, sizeof *r->capacity);
    r->is_told = arena_array(l->arena, (size_t)r->places, sizeof *r->is_told);
    r->is_in_order = true;
    for (int32_t j = 0; j < r->places; j++)
        r->capacity[j] = 1;
    return true;
}

static bool read_place(struct market_reader *r)
{
    struct line_reader *l = &r->lines;

    if (l->number_count != 2)
        return wrong(l, "the line should be: place PLACE SEATS");
    if (l->numbers[0] >= r->places)
        return wrong(l, "there is no place %lld: they are from 0 to %d", (long long)l->numbers[0], r->places - 1);
    if (l->numbers[1] > INT32_MAX)
        return wrong(l, "at most %d seats", INT32_MAX);
    if (r->is_told[l->numbers[0]])
        return wrong(l, "place %lld has had its line before", (long long)l->numbers[0]);
    r->is_told[l->numbers[0]] = true;
    r->capacity[l->numbers[0]] = (int32_t)l->numbers[1];
    return true;
}

static bool read_pair(struct market_reader *r)
{
    struct line_reader *l = &r->lines;

    if (l->number_count != 3)
        return wrong(l, "the line should be: pair CITIZEN PLACE SCORE");
    if (l->numbers[0] >= r->citizens)
        return wrong(l, "there is no citizen %lld: they are from 0 to %d", (long long)l->numbers[0], r->citizens - 1);
    if (l->numbers[1] >= r->places)
        return wrong(l, "there is no place %lld: they are from 0 to %d", (long long)l->numbers[1], r->places - 1);
    if (l->numbers[2] > MATCHING_SCORE_MAX)
        return wrong(l, "a score is 0 to %d", MATCHING_SCORE_MAX);
    if (r->count == r->promised)
        return wrong(l, "more pairs than the %lld that the first line promises", (long long)r->promised);
    struct loose_pair pair = { (int32_t)l->numbers[0], (int32_t)l->numbers[1], (int32_t)l->numbers[2] };
    const struct loose_pair *last = r->count > 0 ? &r->pairs[r->count - 1] : NULL;
    if (last != NULL && (pair.citizen < last->citizen || (pair.citizen == last->citizen && pair.place <= last->place)))
        r->is_in_order = false;
    r->pairs[r->count++] = pair;
    return true;
}

static bool read_rest(struct market_reader *r)
{
    struct line_reader *l = &r->lines;

    while (read_line(l)) {
        bool is_fine = is_word(l, "pair") ? read_pair(r)
                     : is_word(l, "place") ? read_place(r)
                     : wrong(l, "a line begins with `place` or `pair`");
        if (!is_fine)
            return false;
    }
    if (l->mistake->why != NULL)
        return false;
    if (r->count < r->promised)
        return wrong(l, "the file ends after %lld of the %lld pairs that its first line promises", (long long)r->count,
                     (long long)r->promised);
    return true;
}

/* Orders by one number of each pair, and keeps the order of equals. */
static struct loose_pair *sort_by(struct arena *arena, const struct loose_pair *pairs, int64_t count, bool is_by_place,
                                  int32_t numbers)
{
    int64_t *begin = arena_array(arena, (size_t)numbers + 1, sizeof *begin);
    struct loose_pair *sorted = arena_take(arena, (size_t)count * sizeof *sorted);

    for (int64_t k = 0; k < count; k++)
        begin[(is_by_place ? pairs[k].place : pairs[k].citizen) + 1]++;
    for (int32_t n = 0; n < numbers; n++)
        begin[n + 1] += begin[n];
    for (int64_t k = 0; k < count; k++)
        sorted[begin[is_by_place ? pairs[k].place : pairs[k].citizen]++] = pairs[k];
    return sorted;
}

/* Reads the file again for the line where a pair comes the second time. */
static bool tell_twice(struct market_reader *r, const char *bytes, size_t length, struct loose_pair pair)
{
    struct line_reader again = reader_of(r->lines.arena, bytes, length, r->lines.mistake);
    int times = 0;

    while (times < 2 && read_line(&again))
        times += is_word(&again, "pair") && again.numbers[0] == pair.citizen && again.numbers[1] == pair.place;
    return wrong(&again, "citizen %d has had place %d before", pair.citizen, pair.place);
}

static bool put_in_order(struct market_reader *r, const char *bytes, size_t length)
{
    if (r->is_in_order)
        return true;
    r->pairs = sort_by(r->lines.arena, r->pairs, r->count, true, r->places);
    r->pairs = sort_by(r->lines.arena, r->pairs, r->count, false, r->citizens);
    for (int64_t k = 1; k < r->count; k++)
        if (r->pairs[k].citizen == r->pairs[k - 1].citizen && r->pairs[k].place == r->pairs[k - 1].place)
            return tell_twice(r, bytes, length, r->pairs[k]);
    return true;
}

bool market_read(struct arena *arena, const char *bytes, size_t length, struct market *market,
                 struct market_mistake *mistake)
{
    struct market_reader r = { .lines = reader_of(arena, bytes, length, mistake) };

    if (!read_header(&r) || !read_rest(&r) || !put_in_order(&r, bytes, length))
        return false;
    int64_t *start = arena_array(arena, (size_t)r.citizens + 1, sizeof *start);
    struct market_pair *pairs = arena_take(arena, (size_t)r.count * sizeof *pairs);
    for (int64_t k = 0; k < r.count; k++) {
        start[r.pairs[k].citizen + 1]++;
        pairs[k] = (struct market_pair){ r.pairs[k].place, r.pairs[k].score };
    }
    for (int32_t i = 0; i < r.citizens; i++)
        start[i + 1] += start[i];
    *market = (struct market){ r.citizens, r.places, r.capacity, start, pairs };
    return true;
}

/* --- An assignment. --- */

static bool read_match(struct line_reader *l, const struct market *market, int32_t *place_of)
{
    if (!is_word(l, "match") || l->number_count != 2)
        return wrong(l, "the line should be: match CITIZEN PLACE");
    if (l->numbers[0] >= market->citizens)
        return wrong(l, "there is no citizen %lld: they are from 0 to %d", (long long)l->numbers[0], market->citizens - 1);
    if (l->numbers[1] >= market->places)
        return wrong(l, "there is no place %lld: they are from 0 to %d", (long long)l->numbers[1], market->places - 1);
    if (place_of[l->numbers[0]] != MATCHING_NONE)
        return wrong(l, "citizen %lld has had a place before", (long long)l->numbers[0]);
    place_of[l->numbers[0]] = (int32_t)l->numbers[1];
    return true;
}

bool assignment_read(struct arena *arena, const char *bytes, size_t length, const struct market *market,
                     const int32_t **place_of, struct market_mistake *mistake)
{
    struct line_reader l = reader_of(arena, bytes, length, mistake);
    int32_t *places = arena_array(arena, (size_t)market->citizens, sizeof *places);

    for (int32_t i = 0; i < market->citizens; i++)
        places[i] = MATCHING_NONE;
    while (read_line(&l))
        if (!read_match(&l, market, places))
            return false;
    *place_of = places;
    return mistake->why == NULL;
}

/* --- Writing. --- */

static void add_line(struct text *text, const char *word, int64_t first, int64_t second)
{
    text_add(text, word);
    text_add_char(text, ' ');
    text_add_int(text, first);
    text_add_char(text, ' ');
    text_add_int(text, second);
}

void market_write(struct text *text, const struct market *market)
{
    add_line(text, "market", market->citizens, market->places);
    text_add_char(text, ' ');
    text_add_int(text, market->citizens == 0 ? 0 : market->start[market->citizens]);
    text_add_char(text, '\n');
    for (int32_t j = 0; j < market->places; j++)
        if (market->capacity[j] != 1) {
            add_line(text, "place", j, market->capacity[j]);
            text_add_char(text, '\n');
        }
    for (int32_t i = 0; i < market->citizens; i++)
        for (int64_t k = market->start[i]; k < market->start[i + 1]; k++) {
            add_line(text, "pair", i, market->pairs[k].place);
            text_add_char(text, ' ');
            text_add_int(text, market->pairs[k].score);
            text_add_char(text, '\n');
        }
}

void assignment_write(struct text *text, int32_t citizens, const int32_t *place_of)
{
    for (int32_t i = 0; i < citizens; i++)
        if (place_of[i] != MATCHING_NONE) {
            add_line(text, "match", i, place_of[i]);
            text_add_char(text, '\n');
        }
}
