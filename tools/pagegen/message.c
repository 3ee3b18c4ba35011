/* SPDX-License-Identifier: MIT
 * message.c: reading messages. */
#include "message.h"

#include <string.h>

#include "base/text.h"

enum { HOLES = 100 };

/* The number of the hole {n} at `p`, or 0 when there is none; *length its bytes. */
static int hole_at(const char *p, size_t *length)
{
    int number = 0;
    size_t i = 1;

    while (i < 3 && p[i] >= '0' && p[i] <= '9')
        number = number * 10 + (p[i++] - '0');
    if (*p != '{' || p[i] != '}')
        return 0;
    *length = i + 1;
    return number;
}

bool message_next(struct message_piece *piece)
{
    const char *p = piece->rest;
    size_t length = 0;

    if (p == NULL)
        return false;
    piece->at = p;
    piece->hole = 0;
    while (*p != 0 && piece->hole == 0)
        if (*p != '{' || (piece->hole = hole_at(p, &length)) == 0)
            p++;
    piece->length = (size_t)(p - piece->at);
    piece->rest = *p == 0 ? NULL : p + length;
    return true;
}

/* The length of the entity at `p` (&nbsp; or &#123;), or 0. */
static size_t entity_length(const char *p, const char *end)
{
    size_t i = 1;

    if (p + 1 < end && p[1] == '#')
        i++;
    size_t first = i;
    while (p + i < end && ((p[i] >= 'a' && p[i] <= 'z') || (p[i] >= 'A' && p[i] <= 'Z') ||
                           (p[i] >= '0' && p[i] <= '9')))
        i++;
    return i > first && p + i < end && p[i] == ';' ? i + 1 : 0;
}

/* ASCII letters and the scripts; the punctuation of Latin-1 (C2) and U+2000 on (E2) is none. */
static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc3 && c != 0xe2);
}

bool message_has_letters(const char *message)
{
    const char *end = message + strlen(message);

    while (message < end) {
        size_t entity = *message == '&' ? entity_length(message, end) : 0;
        if (entity == 0 && is_letter((unsigned char)*message))
            return true;
        message += entity == 0 ? 1 : entity;
    }
    return false;
}

bool message_holes_match(const char *message, const char *translation)
{
    int counts[HOLES] = { 0 };
    struct message_piece piece = { .rest = message };

    while (message_next(&piece))
        counts[piece.hole]++;
    piece.rest = translation;
    while (message_next(&piece))
        counts[piece.hole]--;
    for (size_t i = 1; i < HOLES; i++)
        if (counts[i] != 0)
            return false;
    return true;
}

const char *message_markup(struct arena *arena, const char *text, size_t length)
{
    struct text markup = text_new(arena);
    const char *end = text + length;

    for (const char *p = text; p < end; p++) {
        if (*p == '&' && entity_length(p, end) == 0)
            text_add(&markup, "&amp;");
        else if (*p == '<')
            text_add(&markup, "&lt;");
        else if (*p == '>')
            text_add(&markup, "&gt;");
        else if (*p == '"')
            text_add(&markup, "&quot;");
        else
            text_add_char(&markup, *p);
    }
    return text_done(&markup);
}
