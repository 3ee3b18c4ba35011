/* SPDX-License-Identifier: MIT
 * glossary.c: law/glossary.tsv binds English identifiers to Danish terms. An enum named like a list of the
 * glossary may have only codes of that list; a word the glossary forbids may stand in no identifier. */
#include <string.h>

#include "base/text.h"
#include "tidy.h"

enum { COLUMN_LIST, COLUMN_CODE, COLUMN_NEVER = 7, COLUMN_COUNT };

static void nevers_add(struct tidy *tidy, const char *column, const char *instead)
{
    struct text_pieces words = text_split(tidy->arena, column, ',');

    for (size_t i = 0; i < words.count; i++) {
        char *word = text_trim(tidy->arena, words.at[i]);
        for (char *c = word; *c != 0; c++)
            if (*c == ' ')
                *c = '_';
        if (!text_is(word, "-") && word[0] != 0)
            *LIST_ADD(tidy->arena, &tidy->nevers) = (struct never){ word, instead };
    }
}

void glossary_read(struct tidy *tidy, const struct source *source)
{
    struct text_pieces lines = text_split(tidy->arena, source->text, '\n');

    for (size_t i = 0; i < lines.count; i++) {
        struct text_pieces columns = text_split(tidy->arena, lines.at[i], '\t');
        if (lines.at[i][0] == '#' || columns.count < COLUMN_COUNT)
            continue;
        *LIST_ADD(tidy->arena, &tidy->terms) = (struct term){ columns.at[COLUMN_LIST], columns.at[COLUMN_CODE] };
        nevers_add(tidy, columns.at[COLUMN_NEVER], columns.at[COLUMN_CODE]);
    }
}

/* True when `part` is a whole word, or words, of a snake_case identifier. */
static bool has_part(struct word identifier, const char *part)
{
    size_t length = strlen(part);

    for (size_t i = 0; i + length <= identifier.length; i++) {
        bool begins = i == 0 || identifier.at[i - 1] == '_';
        bool ends = i + length == identifier.length || identifier.at[i + length] == '_';
        if (begins && ends && memcmp(identifier.at + i, part, length) == 0)
            return true;
    }
    return false;
}

/* `case` is C's own word, so no use of it tells anything. Layers have clients and complaints of their own
 * trade; the law's words are the features' and law's own. */
void look_at_forbidden_words(struct tidy *tidy, const struct source *source)
{
    struct word folder = folder_of(source->path), word;

    if (source->code == NULL || folder.length == 0 || (folder_is_layer(folder) && !word_is(folder, "law")))
        return;
    for (const char *at = source->code; word_next(&at, &word);)
        for (size_t i = 0; i < tidy->nevers.count; i++)
            if (!text_is(tidy->nevers.at[i].word, "case") && has_part(word, tidy->nevers.at[i].word))
                tidy_found(tidy, source, word.at, "%.*s: the glossary says %s, never %s", (int)word.length, word.at,
                           tidy->nevers.at[i].instead, tidy->nevers.at[i].word);
}

static bool list_is_known(const struct tidy *tidy, struct word name)
{
    for (size_t i = 0; i < tidy->terms.count; i++)
        if (word_is(name, tidy->terms.at[i].list))
            return true;
    return false;
}

/* MEETING_PHONE is `phone` of its list, whatever stands before: the constant ends with _CODE. */
static bool ends_with_code(struct word constant, const char *code)
{
    size_t length = strlen(code);

    if (length > constant.length || (length < constant.length && constant.at[constant.length - length - 1] != '_'))
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = constant.at[constant.length - length + i];
        if (code[i] != (c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c))
            return false;
    }
    return true;
}

static bool list_has(const struct tidy *tidy, struct word list, struct word constant)
{
    for (size_t i = 0; i < tidy->terms.count; i++)
        if (word_is(list, tidy->terms.at[i].list) && ends_with_code(constant, tidy->terms.at[i].code))
            return true;
    return ends_with_code(constant, "count") || ends_with_code(constant, "none");
}

static void look_at_constant(struct tidy *tidy, const struct source *source, struct word list, struct word constant)
{
    if (!list_has(tidy, list, constant))
        tidy_found(tidy, source, constant.at, "%.*s is not in the glossary's list %.*s", (int)constant.length,
                   constant.at, (int)list.length, list.at);
}

/* The rows of `#define NAMES(X) X(ONE, "one") X(TWO, "two")`: the first word in each pair of brackets. */
static void look_at_macro(struct tidy *tidy, const struct source *source, struct word list, const char *at)
{
    struct word row;

    for (at += strcspn(at, ")"); *at != 0 && !(*at == '\n' && at[-1] != '\\'); at++)
        if (*at == '(' && word_next(&(const char *){ at }, &row))
            look_at_constant(tidy, source, list, row);
}

/* Finds the macro that an enum's body calls, in whatever file defines it. */
static void look_at_macro_of(struct tidy *tidy, struct word list, struct word name)
{
    const char *define = arena_format(tidy->arena, "#define %.*s(", (int)name.length, name.at);

    for (size_t i = 0; i < tidy->sources.count; i++) {
        const struct source *source = &tidy->sources.at[i];
        const char *found = source->code == NULL ? NULL : strstr(source->code, define);
        if (found != NULL)
            look_at_macro(tidy, source, list, found);
    }
}

/* The lines of an enum's body, without those for the preprocessor. A value given with = is skipped. */
static void look_at_constants(struct tidy *tidy, const struct source *source, struct word list, const char *at)
{
    const char *end = strchr(at, '}');
    struct word constant;

    while (end != NULL && at < end) {
        at += strspn(at, " \n,");
        if (*at == '#') {
            at += strcspn(at, "\n");
            continue;
        }
        if (!word_next(&at, &constant) || constant.at >= end)
            return;
        if (*at == '(') {
            look_at_macro_of(tidy, list, constant);
            at += strcspn(at, ")") + 1;
        } else {
            look_at_constant(tidy, source, list, constant);
            at += strcspn(at, ",}");
        }
    }
}

void look_at_law_enums(struct tidy *tidy, const struct source *source)
{
    struct word word;

    if (source->code == NULL || folder_of(source->path).length == 0 || word_is(folder_of(source->path), "web"))
        return;
    for (const char *at = source->code; word_next(&at, &word);) {
        struct word name;
        const char *after = at;
        if (!word_is(word, "enum") || !word_next(&after, &name))
            continue;
        const char *brace = after + strspn(after, " \n");
        if (*brace == '{' && memchr(at, '{', (size_t)(name.at - at)) == NULL && list_is_known(tidy, name))
            look_at_constants(tidy, source, name, brace + 1);
    }
}
