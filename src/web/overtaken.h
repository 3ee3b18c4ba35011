/* SPDX-License-Identifier: MIT
 * overtaken.h: two people change the same thing at once. The form carries what it was filled with; the second to
 * save sees, field by field, what was before, what the colleague wrote and what stands in the form, and nobody's
 * work is lost: a field that only the colleague changed takes that, one that both changed keeps what was typed. */
#ifndef WEB_OVERTAKEN_H
#define WEB_OVERTAKEN_H

#include "web/field.h"

struct overtaken_field {
    const char *name, *label; /* Of the form's field; Danish (SAY). */
    const char *stored;       /* What is stored now, as the form would hold it. */
    struct choices choices;   /* The labels of its codes, when it has any. */
};
struct overtaken_fields {
    const struct overtaken_field *at;
    size_t count;
};

struct overtaken_line {
    const char *label;
    const char *before, *theirs, *yours; /* As shown; NULL for not known. */
    bool is_taken;                       /* Only the colleague changed it: the form has it now. */
};
struct overtaken {
    const char *who; /* The colleague, or NULL. */
    struct overtaken_line *at;
    size_t count;
};

/* Fills a new form with what is stored, and notes it as what it was filled with (overtaken_before of
 * overtaken.page writes that into the page). */
void overtaken_fill(struct form *form, struct overtaken_fields fields);

/* After a save that came too late: brings the form up to what is stored now, as above, and says what differs. */
struct overtaken overtaken_merge(struct form *form, struct overtaken_fields fields, const char *who);

/* The name of the hidden field with what `name` was filled with. */
const char *overtaken_name(const struct form *form, const char *name);

#endif
