/* SPDX-License-Identifier: MIT
 * source.c: reading files, and telling code from comments and quotes. */
#include "source.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { READ_SIZE = 64 << 10 };

/* Where the scan stands: in code, or inside what is blanked. */
enum place { IN_CODE, IN_BLOCK, IN_LINE, IN_TEXT, IN_CHARACTER };

bool path_ends(const char *path, const char *ending)
{
    size_t length = strlen(path), end = strlen(ending);

    return length >= end && memcmp(path + length - end, ending, end) == 0;
}

bool path_is_test(const char *path)
{
    return strstr(path, "/test_") != NULL || strstr(path, "/fuzz_") != NULL || strstr(path, "/test/") != NULL
        || text_starts(path, "test/");
}

/* What the two characters at `at` do to a place; *eaten becomes 2 when both belong together. */
static enum place place_after(enum place place, const char *at, int *eaten)
{
    *eaten = 1;
    switch (place) {
    case IN_CODE:
        if (at[0] == '/' && (at[1] == '*' || at[1] == '/')) {
            *eaten = 2;
            return at[1] == '*' ? IN_BLOCK : IN_LINE;
        }
        return at[0] == '"' ? IN_TEXT : at[0] == '\'' ? IN_CHARACTER : IN_CODE;
    case IN_BLOCK:
        if (at[0] != '*' || at[1] != '/')
            return IN_BLOCK;
        *eaten = 2;
        return IN_CODE;
    case IN_LINE:
        return at[0] == '\n' ? IN_CODE : IN_LINE;
    case IN_TEXT:
    case IN_CHARACTER:
        if (at[0] == '\\' && at[1] != 0)
            *eaten = 2;
        else if (at[0] == (place == IN_TEXT ? '"' : '\''))
            return IN_CODE;
        return place;
    }
    return IN_CODE;
}

/* Quotes stay, so that a call with a text still looks like one; lines stay where they are. An include
 * keeps its name. */
static const char *code_of(struct arena *arena, const char *text, size_t length)
{
    char *code = arena_copy(arena, text, length);
    enum place place = IN_CODE;
    int eaten;

    for (size_t i = 0; i < length; i += (size_t)eaten) {
        enum place next = place_after(place, text + i, &eaten);
        bool is_quote = (place == IN_CODE) != (next == IN_CODE) && (text[i] == '"' || text[i] == '\'');
        for (int k = 0; k < eaten && (place != IN_CODE || next != IN_CODE) && !is_quote; k++)
            if (code[i + (size_t)k] != '\n')
                code[i + (size_t)k] = ' ';
        place = next;
    }
    return code;
}

bool source_read(struct arena *arena, const char *path, struct source *source)
{
    FILE *file = fopen(path, "rb");
    struct text text = text_new(arena);
    char buffer[READ_SIZE];
    size_t got;

    if (file == NULL)
        return false;
    while ((got = fread(buffer, 1, sizeof buffer, file)) > 0)
        text_add_bytes(&text, buffer, got);
    fclose(file);
    *source = (struct source){ .path = path, .text = text_done(&text), .length = text.length };
    if (memchr(source->text, 0, source->length) != NULL)
        return false;
    if (path_ends(path, ".c") || path_ends(path, ".h"))
        source->code = code_of(arena, source->text, source->length);
    return true;
}

int source_line(const struct source *source, const char *at)
{
    bool is_code = source->code != NULL && at >= source->code && at <= source->code + source->length;
    int line = 1;

    for (const char *c = is_code ? source->code : source->text; c < at; c++)
        line += *c == '\n';
    return line;
}

bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool word_next(const char **at, struct word *word)
{
    const char *c = *at;

    while (*c != 0 && !is_word_char(*c))
        c++;
    word->at = c;
    while (is_word_char(*c))
        c++;
    word->length = (size_t)(c - word->at);
    *at = c;
    return word->length > 0;
}

bool word_is(struct word word, const char *text)
{
    return strlen(text) == word.length && memcmp(word.at, text, word.length) == 0;
}
