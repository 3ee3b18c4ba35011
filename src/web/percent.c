/* SPDX-License-Identifier: MIT
 * percent.c: percent-encoding, read strictly. */
#include "web/percent.h"

#include <string.h>

#include "base/list.h"

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static bool is_allowed(enum percent_kind kind, char c)
{
    unsigned char u = (unsigned char)c;

    if (kind == PERCENT_FORM && (u == '\t' || u == '\n' || u == '\r'))
        return true;
    return u >= 0x20 && u != 0x7f;
}

char *percent_decode(struct arena *arena, enum percent_kind kind, const char *bytes, size_t length)
{
    char *plain = arena_alloc(arena, length + 1);
    size_t written = 0;

    for (size_t i = 0; i < length; i++) {
        char c = bytes[i];
        if (c == '+' && kind == PERCENT_FORM) {
            c = ' ';
        } else if (c == '%') {
            int high = i + 2 < length ? hex_digit(bytes[i + 1]) : -1;
            int low = i + 2 < length ? hex_digit(bytes[i + 2]) : -1;
            if (high < 0 || low < 0)
                return NULL;
            c = (char)(high * 16 + low);
            i += 2;
        }
        if (!is_allowed(kind, c))
            return NULL;
        plain[written++] = c;
    }
    return text_is_utf8(plain, written) ? plain : NULL;
}

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
        || c == '.' || c == '_' || c == '~';
}

void percent_encode(struct text *text, const char *plain)
{
    static const char digits[] = "0123456789ABCDEF";

    for (; *plain != 0; plain++) {
        unsigned char u = (unsigned char)*plain;
        if (is_unreserved(*plain)) {
            text_add_char(text, *plain);
            continue;
        }
        text_add_char(text, '%');
        text_add_char(text, digits[u >> 4]);
        text_add_char(text, digits[u & 15]);
    }
}

/* One "name=value"; a pair without = has an empty value. */
static bool pair_read(struct arena *arena, const char *bytes, size_t length, struct percent_pair *pair)
{
    const char *equals = memchr(bytes, '=', length);
    size_t name_length = equals == NULL ? length : (size_t)(equals - bytes);
    size_t value_length = equals == NULL ? 0 : length - name_length - 1;

    pair->name = percent_decode(arena, PERCENT_FORM, bytes, name_length);
    pair->value = percent_decode(arena, PERCENT_FORM, equals == NULL ? "" : equals + 1, value_length);
    return pair->name != NULL && pair->value != NULL;
}

struct percent_pairs percent_pairs_read(struct arena *arena, const char *bytes, size_t length)
{
    LIST_OF(struct percent_pair) pairs = { 0 };
    const char *end = bytes + length;
    bool is_well_formed = true;

    while (bytes < end && is_well_formed) {
        const char *stop = memchr(bytes, '&', (size_t)(end - bytes));
        size_t piece = stop == NULL ? (size_t)(end - bytes) : (size_t)(stop - bytes);
        struct percent_pair pair;
        is_well_formed = pairs.count < PERCENT_PAIRS_MAX && pair_read(arena, bytes, piece, &pair);
        if (is_well_formed && piece > 0)
            *LIST_ADD(arena, &pairs) = pair;
        bytes += stop == NULL ? piece : piece + 1;
    }
    return (struct percent_pairs){ pairs.at, pairs.count, is_well_formed };
}
