/* SPDX-License-Identifier: MIT
 * merge.c: the fields of a text, {borger.navn}: which there are, whether a text asks for one that is not there, and a
 * text with its values in place. What the values are is in facts.c. */
#include <stdio.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "letter/private.h"
#include "yaml/mistake.h"

/* Unicode's first strong isolate and its end: a Danish name or a number inside Arabic keeps its own direction. */
static const char isolate[] = "\xe2\x81\xa8", isolate_end[] = "\xe2\x81\xa9";

static const struct letter_ask *ask_named(const struct letter_template *template, const char *name)
{
    for (size_t i = 0; i < template->asks.count; i++)
        if (text_is(template->asks.at[i].name, name))
            return &template->asks.at[i];
    return NULL;
}

bool letter_field_is(const struct letter_template *template, const char *name)
{
    for (size_t i = 0; i < letter_field_count; i++)
        if (text_is(letter_fields[i].name, name))
            return true;
    return ask_named(template, name) != NULL;
}

/* A field in a text. {hold.navn?} may be empty. */
struct found_field {
    const char *name, *end;
    bool is_optional;
};

/* A field that begins at `at` ('{'). False when it is none: it does not end on the line. */
static bool field_at(struct arena *arena, const char *at, struct found_field *field)
{
    size_t length = strcspn(at + 1, "}\n");

    if (at[length + 1] != '}')
        return false;
    field->end = at + length + 2;
    field->is_optional = length > 0 && at[length] == '?';
    field->name = text_trim(arena, arena_copy(arena, at + 1, length - field->is_optional));
    return true;
}

static const char *nearest(struct arena *arena, const struct letter_template *template, const char *name)
{
    const char **names = arena_array(arena, letter_field_count + template->asks.count, sizeof *names);
    size_t count = 0;

    for (size_t i = 0; i < letter_field_count; i++)
        names[count++] = letter_fields[i].name;
    for (size_t i = 0; i < template->asks.count; i++)
        names[count++] = template->asks.at[i].name;
    return did_you_mean(name, names, count);
}

struct letter_mistake letter_check(struct arena *arena, const struct letter_template *template, const char *words)
{
    int line = 1, column = 1;

    for (const char *at = words; *at != 0; at++) {
        struct found_field field = { 0 };
        if (*at == '{' && !field_at(arena, at, &field))
            field.name = "{";
        const char *name = field.name;
        if (name != NULL && !letter_field_is(template, name))
            return (struct letter_mistake){ line, column, name, nearest(arena, template, name) };
        if (*at == '\n') {
            line++;
            column = 0;
        }
        column += ((unsigned char)*at & 0xc0) != 0x80 && *at != '\n';
        column += *at == '\n';
    }
    return (struct letter_mistake){ 0 };
}

/* --- with values --- */

static const char *value_of(struct merging *merging, const char *name)
{
    for (size_t i = 0; i < merging->values.count; i++)
        if (text_is(merging->values.at[i].name, name) && !text_is_blank(merging->values.at[i].words))
            return merging->values.at[i].words;
    for (size_t i = 0; i < merging->days.count; i++)
        if (text_is(merging->days.at[i].name, name))
            return letter_day_long(merging, merging->days.at[i].on);
    for (size_t i = 0; i < letter_field_count; i++)
        if (text_is(letter_fields[i].name, name)) {
            const char *value = letter_fields[i].value(merging);
            return value == NULL ? "" : value; /* After a failure of the store nothing is there. */
        }
    return "";
}

static void note_missing(struct merging *merging, const char *name)
{
    for (size_t i = 0; i < merging->missing.count; i++)
        if (text_is(merging->missing.at[i], name))
            return;
    *LIST_ADD(merging->arena, &merging->missing) = name;
}

static void add_value(struct merging *merging, struct text *out, const struct found_field *field)
{
    const struct letter_ask *ask = ask_named(merging->template, field->name);
    const char *value = value_of(merging, field->name);
    bool is_turned = paper_tongue(merging->language)->is_right_to_left && strchr(value, '\n') == NULL;

    if (text_is_blank(value)) {
        if (!field->is_optional && (ask == NULL || !ask->is_optional)) {
            note_missing(merging, field->name);
            text_add_format(out, "[%s]", field->name);
        }
        return;
    }
    text_add(out, is_turned ? isolate : "");
    text_add(out, value);
    text_add(out, is_turned ? isolate_end : "");
}

const char *letter_merge(struct merging *merging, const char *words)
{
    struct text out = text_new(merging->arena);

    for (const char *at = words; *at != 0;) {
        struct found_field field;
        if (*at == '{' && field_at(merging->arena, at, &field)) {
            add_value(merging, &out, &field);
            at = field.end;
        } else {
            text_add_char(&out, *at++);
        }
    }
    return text_done(&out);
}
