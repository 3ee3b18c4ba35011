/* SPDX-License-Identifier: MIT
 * fold.c: text_fold, the form in which names are searched. One table for the letters of Latin-1 and
 * Latin Extended-A; letters of other scripts stay as they are. */
#include <string.h>

#include "base/text.h"

/* U+00C0..U+017F, folded; "" is not a letter. */
static const char *const folded[] = {
    "a", "a", "a", "a", "ae", "aa", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",         /* C0 */
    "d", "n", "o", "o", "o", "o", "oe", "", "oe", "u", "u", "u", "u", "y", "th", "ss",          /* D0 */
    "a", "a", "a", "a", "ae", "aa", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",         /* E0 */
    "d", "n", "o", "o", "o", "o", "oe", "", "oe", "u", "u", "u", "u", "y", "th", "y",           /* F0 */
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",             /* 100 */
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",             /* 110 */
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",             /* 120 */
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",           /* 130 */
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",             /* 140 */
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",           /* 150 */
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",             /* 160 */
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",             /* 170 */
};

static void add_space(struct text *out)
{
    if (out->length > 0 && out->at[out->length - 1] != ' ')
        text_add_char(out, ' ');
}

/* Adds the folded form of the letter that starts at `p`; returns its length in bytes. */
static size_t add_letter(struct text *out, const unsigned char *p)
{
    if (*p < 0x80) {
        char c = (char)*p;
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            text_add_char(out, c);
        else
            add_space(out);
        return 1;
    }
    if (*p >= 0xc3 && *p <= 0xc5 && p[1] != 0) {
        const char *form = folded[((*p - 0xc3) << 6) + (p[1] & 0x3f)];
        if (*form == 0)
            add_space(out);
        else
            text_add(out, form);
        return 2;
    }
    size_t length = *p >= 0xf0 ? 4 : *p >= 0xe0 ? 3 : 2;
    size_t there = strnlen((const char *)p, length);
    text_add_bytes(out, p, there);
    return there;
}

char *text_fold(struct arena *arena, const char *text)
{
    struct text out = text_new(arena);
    const unsigned char *p = (const unsigned char *)text;

    while (*p != 0)
        p += add_letter(&out, p);
    text_done(&out);
    if (out.length > 0 && out.at[out.length - 1] == ' ')
        out.at[--out.length] = 0;
    return out.at;
}
