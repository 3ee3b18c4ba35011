/* SPDX-License-Identifier: MIT
 * text.c: growing text and plain questions about it. Folding for search is in fold.c. */
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/check.h"
#include "base/list.h"

enum { TEXT_ROOM_FIRST = 256, DISTANCE_LENGTH_MAX = 63, DISTANCE_FAR = 99 };

struct text text_new(struct arena *arena)
{
    return (struct text){ .arena = arena };
}

static void make_room(struct text *text, size_t more)
{
    if (text->length + more + 1 <= text->room)
        return;

    size_t room = text->room == 0 ? TEXT_ROOM_FIRST : text->room * 2;
    while (room < text->length + more + 1)
        room *= 2;
    char *larger = arena_take(text->arena, room);
    if (text->length > 0)
        memcpy(larger, text->at, text->length);
    text->at = larger;
    text->room = room;
}

void text_add_bytes(struct text *text, const void *bytes, size_t length)
{
    make_room(text, length);
    if (length > 0)
        memcpy(text->at + text->length, bytes, length);
    text->length += length;
    text->at[text->length] = 0;
}

void text_add(struct text *text, const char *more)
{
    text_add_bytes(text, more, strlen(more));
}

void text_add_char(struct text *text, char c)
{
    text_add_bytes(text, &c, 1);
}

void text_add_int(struct text *text, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;

    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        digits[--at] = '-';
    text_add_bytes(text, digits + at, sizeof digits - at);
}

void text_add_format(struct text *text, const char *format, ...)
{
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    check(length >= 0);

    make_room(text, (size_t)length);
    vsnprintf(text->at + text->length, (size_t)length + 1, format, again);
    va_end(again);
    text->length += (size_t)length;
}

const char *text_done(struct text *text)
{
    make_room(text, 0);
    text->at[text->length] = 0;
    return text->at;
}

bool text_is(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    return strcmp(a, b) == 0;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool text_is_blank(const char *text)
{
    if (text == NULL)
        return true;
    while (is_space(*text))
        text++;
    return *text == 0;
}

bool text_starts(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

char *text_trim(struct arena *arena, const char *text)
{
    size_t length;

    while (is_space(*text))
        text++;
    length = strlen(text);
    while (length > 0 && is_space(text[length - 1]))
        length--;
    return arena_copy(arena, text, length);
}

struct text_pieces text_split(struct arena *arena, const char *text, char separator)
{
    LIST_OF(const char *) pieces = { 0 };

    for (;;) {
        const char *end = strchr(text, separator);
        size_t length = end == NULL ? strlen(text) : (size_t)(end - text);
        *LIST_ADD(arena, &pieces) = arena_copy(arena, text, length);
        if (end == NULL)
            return (struct text_pieces){ pieces.at, pieces.count };
        text = end + 1;
    }
}

bool text_to_int(const char *text, int64_t *number)
{
    bool is_negative = *text == '-';
    uint64_t value = 0;
    uint64_t most = is_negative ? (uint64_t)INT64_MAX + 1 : INT64_MAX;

    if (is_negative)
        text++;
    if (*text == 0)
        return false;
    for (; *text != 0; text++) {
        if (*text < '0' || *text > '9')
            return false;
        uint64_t digit = (uint64_t)(*text - '0');
        if (value > (most - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *number = is_negative ? (int64_t)(0 - value) : (int64_t)value;
    return true;
}

/* The length of the UTF-8 letter at `p` (1 to 4), or 0 when it is not valid before `end`. */
static size_t utf8_length(const unsigned char *p, const unsigned char *end)
{
    static const struct {
        unsigned char first, last, second_first, second_last, length;
    } forms[] = {
        { 0x00, 0x7f, 0x00, 0x00, 1 }, { 0xc2, 0xdf, 0x80, 0xbf, 2 }, { 0xe0, 0xe0, 0xa0, 0xbf, 3 },
        { 0xe1, 0xec, 0x80, 0xbf, 3 }, { 0xed, 0xed, 0x80, 0x9f, 3 }, { 0xee, 0xef, 0x80, 0xbf, 3 },
        { 0xf0, 0xf0, 0x90, 0xbf, 4 }, { 0xf1, 0xf3, 0x80, 0xbf, 4 }, { 0xf4, 0xf4, 0x80, 0x8f, 4 },
    };

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t length = forms[i].length;
        if (*p < forms[i].first || *p > forms[i].last)
            continue;
        if ((size_t)(end - p) < length)
            return 0;
        if (length > 1 && (p[1] < forms[i].second_first || p[1] > forms[i].second_last))
            return 0;
        for (size_t k = 2; k < length; k++)
            if ((p[k] & 0xc0) != 0x80)
                return 0;
        return length;
    }
    return 0;
}

bool text_is_utf8(const char *text, size_t length)
{
    const unsigned char *p = (const unsigned char *)text, *end = p + length;

    while (p < end) {
        size_t letter = utf8_length(p, end);
        if (letter == 0)
            return false;
        p += letter;
    }
    return true;
}

static int smallest(int a, int b, int c)
{
    int least = a < b ? a : b;
    return least < c ? least : c;
}

int text_distance(const char *a, const char *b)
{
    int rows[3][DISTANCE_LENGTH_MAX + 2];
    int *before = rows[0], *last = rows[1], *now = rows[2];
    size_t a_length = strlen(a), b_length = strlen(b);

    if (a_length > DISTANCE_LENGTH_MAX || b_length > DISTANCE_LENGTH_MAX)
        return DISTANCE_FAR;
    for (size_t j = 0; j <= b_length; j++)
        last[j] = (int)j;
    for (size_t i = 1; i <= a_length; i++) {
        now[0] = (int)i;
        for (size_t j = 1; j <= b_length; j++) {
            int replaced = last[j - 1] + (a[i - 1] != b[j - 1]);
            now[j] = smallest(last[j] + 1, now[j - 1] + 1, replaced);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
        int *free_row = before;
        before = last;
        last = now;
        now = free_row;
    }
    return last[b_length];
}

const char *sentence_begin(struct arena *arena, const char *words)
{
    char *copy = arena_dup(arena, words);
    bool is_danish_letter = (unsigned char)copy[0] == 0xc3 && (unsigned char)copy[1] >= 0xa0;

    if (copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    else if (is_danish_letter) /* æ ø å and their capitals are 32 apart in the second byte. */
        copy[1] = (char)((unsigned char)copy[1] - 0x20);
    return copy;
}
