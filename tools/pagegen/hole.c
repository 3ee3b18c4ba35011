/* SPDX-License-Identifier: MIT
 * hole.c: the table of holes. A new kind is a row here and a line in docs/pages.md. */
#include "hole.h"

#include <string.h>

#include "base/text.h"

enum { BRACKETS_MAX = 32 };

#define SAID(function, value) "$W(page, " function "(page->text.arena, page->language, " value "));"
#define FLAG(attribute_text) attribute_text, "page_flag(page, $E, \" $A\");"

static const struct hole_kind kinds[] = {
    { "text", IN_TEXT | IN_ATTRIBUTE | IN_URL, false, NULL, "$W(page, $E);" },
    { "int", IN_TEXT | IN_ATTRIBUTE | IN_URL, false, NULL, "page_int(page, page_whole($E));" },
    { "count", IN_TEXT | IN_ATTRIBUTE, false, NULL, SAID("say_whole", "page_whole($E)") },
    { "id", IN_TEXT | IN_ATTRIBUTE | IN_URL, false, NULL, "page_int(page, ($E).n);" },
    { "iso", IN_TEXT | IN_ATTRIBUTE | IN_URL, false, NULL, "$W(page, page_iso(page, $E));" },
    { "number", IN_TEXT | IN_ATTRIBUTE, false, NULL, SAID("say_number", "page_whole($E)") },
    { "day", IN_TEXT | IN_ATTRIBUTE, false, NULL, SAID("say_day", "page_day($E)") },
    { "day_year", IN_TEXT | IN_ATTRIBUTE, false, NULL, SAID("say_day_year", "page_day($E)") },
    { "weekday_day", IN_TEXT | IN_ATTRIBUTE, false, NULL, SAID("say_weekday_day", "page_day($E)") },
    { "day_long", IN_TEXT | IN_ATTRIBUTE, false, NULL, SAID("say_day_long", "page_day($E)") },
    { "time", IN_TEXT | IN_ATTRIBUTE, false, NULL, SAID("say_time", "page_instant($E)") },
    { "when", IN_TEXT | IN_ATTRIBUTE, false, NULL, SAID("say_when", "page_instant($E)") },
    { "label", IN_TEXT | IN_ATTRIBUTE, true, NULL, "$W(page, glossary_label_or_code((int)page->language, \"$N\", $E));" },
    { "say", IN_TEXT | IN_ATTRIBUTE, false, NULL, "$W(page, say(page->language, $E));" },
    { "class", IN_ATTRIBUTE, false, NULL, "page_class(page, $E);" },
    { "path", IN_URL, false, NULL, "page_path(page, $E);" },
    { "attribute", IN_TAG, true, NULL, "page_named(page, \" $N=\\\"\", $E);" },
    { "checked", IN_TAG, false, FLAG("checked") },
    { "selected", IN_TAG, false, FLAG("selected") },
    { "disabled", IN_TAG, false, FLAG("disabled") },
    { "hidden", IN_TAG, false, FLAG("hidden") },
    { "required", IN_TAG, false, FLAG("required") },
    { "open", IN_TAG, false, FLAG("open") },
    { "current", IN_TAG, false, FLAG("aria-current=\\\"true\\\"") },
    { "current_page", IN_TAG, false, FLAG("aria-current=\\\"page\\\"") },
    { "invalid", IN_TAG, false, FLAG("aria-invalid=\\\"true\\\"") },
};

const struct hole_kind *hole_find(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_is(kinds[i].name, name))
            return &kinds[i];
    return NULL;
}

const char *hole_names(struct arena *arena, enum hole_place place)
{
    struct text names = text_new(arena);

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].places & place)
            text_add_format(&names, "%s%s", names.length > 0 ? ", " : "", kinds[i].name);
    return text_done(&names);
}

static const char *writer_for(enum hole_place place)
{
    return place == IN_TEXT ? "page_text" : place == IN_URL ? "page_url" : "page_attribute";
}

const char *hole_code(struct arena *arena, const struct hole_kind *kind, enum hole_place place,
                      const char *word, const char *expression)
{
    struct text code = text_new(arena);

    for (const char *p = kind->code; *p != 0; p++) {
        if (*p != '$') {
            text_add_char(&code, *p);
            continue;
        }
        p++;
        text_add(&code, *p == 'W'   ? writer_for(place)
                        : *p == 'E' ? expression
                        : *p == 'N' ? word
                                    : kind->attribute);
    }
    return text_done(&code);
}

/* Past the string or character that begins at `p`; NULL when it does not end before `end`. */
static const char *after_quote(const char *p, const char *end)
{
    char quote = *p++;

    while (p < end && *p != quote && *p != '\n')
        p += *p == '\\' && p + 1 < end && p[1] != '\n' ? 2 : 1;
    return p < end && *p == quote ? p + 1 : NULL;
}

size_t expression_length(const char *text, const char *end, const char *stops, const char **why)
{
    char closing[BRACKETS_MAX];
    size_t depth = 0;
    const char *p = text;

    *why = NULL;
    while (p < end && *p != '\n' && *why == NULL) {
        if (depth == 0 && *p != 0 && strchr(stops, *p) != NULL)
            break;
        if (*p == '"' || *p == '\'') {
            const char *after = after_quote(p, end);
            if (after == NULL)
                *why = "a quote that does not end, expected its end on this line";
            p = after == NULL ? p : after;
            continue;
        }
        if (*p == '(' || *p == '[' || *p == '{') {
            if (depth == BRACKETS_MAX)
                *why = "too many brackets, expected at most 32 levels";
            else
                closing[depth++] = *p == '(' ? ')' : *p == '[' ? ']' : '}';
        } else if (*p == ')' || *p == ']' || *p == '}') {
            if (depth == 0 || closing[--depth] != *p)
                *why = "brackets that do not match, expected each to close the last opened";
        } else if (*p == ';' || *p == '#' || *p == 0 || *p == '\\' ||
                   (*p == '/' && p + 1 < end && (p[1] == '/' || p[1] == '*'))) {
            *why = "a character no expression has, expected one C expression without ; # \\ or comments";
        }
        p++;
    }
    if (*why == NULL && depth > 0)
        *why = "an open bracket, expected its end on this line";
    return (size_t)(p - text);
}
