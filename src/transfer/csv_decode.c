/* SPDX-License-Identifier: MIT
 * csv_decode.c: which encoding a file is in, and the file as UTF-8. There is no mark in the file to ask, so
 * the bytes decide: Danish text in UTF-8 is hardly ever valid as anything else, and the other way round. */
#include <stdint.h>
#include <string.h>

#include "transfer/csv.h"
#include "base/text.h"
#include "web/say.h"

const char *const csv_encoding_names[CSV_ENCODING_COUNT] = { "UTF-8", "Latin-1", "Windows-1252" };

/* What Windows has at 80..9F, where Latin-1 has control characters; 0 where it has nothing. */
static const uint16_t windows_1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

static bool is_windows_byte(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xa0;
}

/* The line of a byte, for files that cannot be read further. */
static int line_of(const char *bytes, size_t at)
{
    int line = 1;

    for (size_t i = 0; i < at; i++)
        line += bytes[i] == '\n';
    return line;
}

/* Whether a file that is no UTF-8 has letters in UTF-8 all the same: two files were put together. */
static bool is_mixed(const char *bytes, size_t length)
{
    for (size_t i = 1; i < length; i++)
        if ((unsigned char)bytes[i - 1] == 0xc3 && ((unsigned char)bytes[i] & 0xc0) == 0x80)
            return true;
    return false;
}

/* Where the first byte stands that is no UTF-8. */
static size_t first_bad(const char *bytes, size_t length)
{
    size_t good = 0;

    while (good < length) {
        size_t size = 1;
        while (size < 4 && good + size < length && !text_is_utf8(bytes + good, size))
            size++;
        if (!text_is_utf8(bytes + good, size))
            break;
        good += size;
    }
    return good;
}

static enum csv_encoding guess(const char *bytes, size_t length)
{
    if (text_is_utf8(bytes, length))
        return CSV_UTF_8;
    for (size_t i = 0; i < length; i++)
        if (is_windows_byte((unsigned char)bytes[i]))
            return CSV_WINDOWS_1252;
    return CSV_LATIN_1;
}

/* One byte as a code point; 0 when the encoding has none there. */
static uint16_t code_point(unsigned char byte)
{
    return is_windows_byte(byte) ? windows_1252[byte - 0x80] : byte;
}

/* Code points below 0x10000, in at most three bytes. */
static char *add_utf8(char *out, uint16_t code)
{
    if (code < 0x80) {
        *out++ = (char)code;
        return out;
    }
    if (code < 0x800) {
        *out++ = (char)(0xc0 | code >> 6);
    } else {
        *out++ = (char)(0xe0 | code >> 12);
        *out++ = (char)(0x80 | (code >> 6 & 0x3f));
    }
    *out++ = (char)(0x80 | (code & 0x3f));
    return out;
}

static char *from_bytes(struct mistakes *mistakes, const char *file, const char *bytes, size_t *length)
{
    char *utf8 = arena_alloc(mistakes->arena, *length * 3 + 1), *out = utf8;

    for (size_t i = 0; i < *length; i++) {
        uint16_t code = code_point((unsigned char)bytes[i]);
        if (code == 0) {
            mistake_add(mistakes, file, line_of(bytes, i), 0, NULL, "UTF-8", "%s",
                        say_with(mistakes->arena, (enum language)mistakes->language,
                                 "tegnet med nummer {1} findes ikke i nogen af de tegnsæt, der kan læses; gem filen som UTF-8",
                                 arena_format(mistakes->arena, "%d", (unsigned char)bytes[i]), NULL));
            return NULL;
        }
        out = add_utf8(out, code);
    }
    *length = (size_t)(out - utf8);
    return utf8;
}

/* What makes a file no text of ours, as a sentence; NULL when it may be one. */
static const char *why_not_text(const char *bytes, size_t length)
{
    if (length > CSV_BYTES_MAX)
        return SAY("filen er større end 32 MB");
    if (length >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0))
        return SAY("filen er i UTF-16; gem den som CSV UTF-8");
    if (length >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0)
        return SAY("filen er et regneark; gem det som CSV UTF-8");
    if (memchr(bytes, 0, length) != NULL)
        return SAY("filen er ikke tekst");
    return NULL;
}

char *csv_decode(struct mistakes *mistakes, const char *file, const char *bytes, size_t *length,
                 enum csv_encoding *encoding)
{
    static const char mark[] = "\xef\xbb\xbf";
    const char *why = why_not_text(bytes, *length);

    if (why != NULL) {
        mistake_add(mistakes, file, 0, 0, NULL, NULL, "%s", say((enum language)mistakes->language, why));
        return NULL;
    }
    if (*length >= 3 && memcmp(bytes, mark, 3) == 0) {
        bytes += 3;
        *length -= 3;
    }
    *encoding = guess(bytes, *length);
    if (*encoding == CSV_UTF_8)
        return arena_copy(mistakes->arena, bytes, *length);
    if (is_mixed(bytes, *length)) {
        mistake_add(mistakes, file, line_of(bytes, first_bad(bytes, *length)), 0, NULL, "UTF-8", "%s",
                    say((enum language)mistakes->language, "filen er delvis i UTF-8 og delvis i et andet tegnsæt; gem hele filen som UTF-8"));
        return NULL;
    }
    return from_bytes(mistakes, file, bytes, length);
}
