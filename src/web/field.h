/* SPDX-License-Identifier: MIT
 * field.h: what the fields of form.page are told. Words are Danish, marked SAY("..."), and translated
 * where they are shown; `from` is a finished text, since it names where a value came from. */
#ifndef WEB_FIELD_H
#define WEB_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "web/form.h"

struct field {
    const char *name;  /* As in the form; also the id, with "f-" before. */
    const char *label; /* Danish. */
    const char *hint;  /* Danish, beside the label, or NULL. */
    const char *from;  /* Shown as "↳ from", or NULL. */
    const char *class; /* More class words for the box: fl220; NULL for none. */
    int rows;          /* Of a field_area; 0 is three. */
    bool is_required, is_password;
};

struct choice {
    const char *code, *label; /* Danish. */
};

/* As `each` wants it. */
struct choices {
    const struct choice *at;
    size_t count;
};

/* The codes of a glossary list with their labels in the request's language. */
struct choices choices_of_list(const struct request *r, const char *list);

/* For form.page: the ids of what describes a field, for aria-describedby; NULL when nothing does. */
const char *field_described(const struct form *form, const struct field *field);
const char *field_id(const struct form *form, const struct field *field);

/* "f-ord" of a field's name; "f-luk-ord" in a form with the part "luk". */
const char *form_id(const struct form *form, const char *name);

/* A date field shows only what it understands; what it does not is shown in a text field, so that
 * nothing typed is lost. "date", "datetime-local" or "text". */
const char *field_day_type(const struct form *form, const struct field *field);
const char *field_instant_type(const struct form *form, const struct field *field);

#endif
