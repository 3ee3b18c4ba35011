/* SPDX-License-Identifier: MIT
 * overtaken.c: three values of a field, before, theirs and yours, and what becomes of them. */
#include "web/overtaken.h"

#include "base/text.h"

const char *overtaken_name(const struct form *form, const char *name)
{
    return arena_format(form->request->arena, "foer_%s", name);
}

void overtaken_fill(struct form *form, struct overtaken_fields fields)
{
    for (size_t i = 0; i < fields.count; i++) {
        form_set(form, fields.at[i].name, fields.at[i].stored);
        form_set(form, overtaken_name(form, fields.at[i].name), fields.at[i].stored);
    }
}

/* The value as posted, or NULL when the page had no such field. */
static const char *posted(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->count; i++)
        if (text_is(form->at[i].name, name))
            return form->at[i].value;
    return NULL;
}

/* Browsers send a line's end as two letters. */
static bool is_same(const char *one, const char *other)
{
    for (;; one++, other++) {
        one += *one == '\r';
        other += *other == '\r';
        if (*one != *other)
            return false;
        if (*one == 0)
            return true;
    }
}

static const char *shown(const struct overtaken_field *field, const char *value)
{
    for (size_t i = 0; value != NULL && i < field->choices.count; i++)
        if (text_is(field->choices.at[i].code, value))
            return field->choices.at[i].label;
    return value;
}

struct overtaken overtaken_merge(struct form *form, struct overtaken_fields fields, const char *who)
{
    struct arena *arena = form->request->arena;
    struct overtaken overtaken = { who, arena_array(arena, fields.count, sizeof *overtaken.at), 0 };

    for (size_t i = 0; i < fields.count; i++) {
        const struct overtaken_field *field = &fields.at[i];
        const char *name = overtaken_name(form, field->name), *before = posted(form, name);
        const char *yours = form_value(form, field->name), *theirs = field->stored;
        bool is_theirs_alone = before != NULL && is_same(before, yours);
        bool is_changed = !is_same(theirs, yours) && (before == NULL || !is_same(before, theirs));
        if (is_changed)
            overtaken.at[overtaken.count++] = (struct overtaken_line){
                .label = field->label, .before = shown(field, before), .theirs = shown(field, theirs),
                .yours = shown(field, yours), .is_taken = is_theirs_alone,
            };
        if (is_changed && is_theirs_alone)
            form_set(form, field->name, theirs);
        form_set(form, name, theirs);
    }
    return overtaken;
}
