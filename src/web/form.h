/* SPDX-License-Identifier: MIT
 * form.h: what somebody typed, kept as typed. Reading a field gives its value and, when it cannot be
 * read, notes a message beside it; the page shows both again (form.page). Nothing typed is lost. */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "web/request.h"

struct form_field {
    const char *name, *value;
    const char *error; /* Message in the request's language, or NULL. */
};

struct form {
    struct request *request;
    struct form_field *at;
    size_t count, room;
    int error_count;
    const struct held_lines *held; /* What a way of working asks of this post first (held.h); NULL: nothing. */
    const char *once; /* Key of this form, against a second post; made new for an empty form. */
    const char *part; /* In the ids of its fields, where a page has several forms with fields of one name; else NULL. */
};

/* The posted body (or, for a GET, the query) as a form. */
struct form form_read(struct request *r);
/* An empty form to fill in beforehand with form_set. */
struct form form_new(struct request *r);
void form_set(struct form *form, const char *name, const char *value);
/* One more value of a field that has several, e.g. ticks. */
void form_add(struct form *form, const char *name, const char *value);
void form_set_int(struct form *form, const char *name, int64_t value);
void form_set_day(struct form *form, const char *name, day value);
void form_set_instant(struct form *form, const char *name, instant value);

enum form_need { FORM_OPTIONAL, FORM_REQUIRED };

/* Values; when missing or unreadable an error is noted and the type's none returned ("" for text). */
const char *form_text(struct form *form, const char *name, enum form_need need, size_t length_max);
int64_t form_int(struct form *form, const char *name, enum form_need need, int64_t min, int64_t max);
/* Danish decimals ("18,5") in hundredths: 1850. INT64_MIN when none. */
int64_t form_hundredths(struct form *form, const char *name, enum form_need need);
day form_day(struct form *form, const char *name, enum form_need need);
instant form_instant(struct form *form, const char *name, enum form_need need);
bool form_flag(struct form *form, const char *name);
/* One of `codes` (ends with NULL); its index, or -1. */
int form_choice(struct form *form, const char *name, enum form_need need, const char *const *codes);
/* All values given under one name (checkboxes). */
struct text_pieces form_all(struct form *form, const char *name);

/* The value as typed, or "". */
const char *form_value(const struct form *form, const char *name);
bool form_has(const struct form *form, const char *name, const char *value);
void form_error(struct form *form, const char *name, const char *message);
const char *form_error_of(const struct form *form, const char *name);

#endif
