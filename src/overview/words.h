/* SPDX-License-Identifier: MIT
 * words.h: an obligation in words: what is due, because of what, how long is left, and the one thing to
 * do about it. Today, the citizen's page and the explanation all ask here, so that they always agree. */
#ifndef OVERVIEW_WORDS_H
#define OVERVIEW_WORDS_H

#include "engine/rule.h"
#include "engine/scheme.h"
#include "overview_sql.h"
#include "web/request.h"

/* A way to act on an obligation: a letter, a word on a button, and where it leads. */
struct act {
    const char *key;   /* "S" */
    const char *label; /* Danish, marked for translation. */
    const char *path;  /* With {c} for the citizen, {s} for the subject, {k} for the code; finished in a line. */
};

struct due_lines {
    struct due_line *at;
    size_t count;
};

/* An obligation as a line of a list. */
struct due_line {
    const struct today_row *row;
    struct due_lines also; /* Those of the same duty under other rules, due no earlier: one event settles them all. */
    const char *who;     /* The citizen's name, "" for a unit's duty. */
    const char *what;    /* "Informationsmøde" */
    const char *because; /* "boligplaceret fre. 4. dec. 14.30 + 96 timer" */
    struct time_left left;
    struct act act;      /* `path` finished; NULL when there is nothing to press. */
    enum event_kind done; /* What the rule waits for. */
    const char *code;     /* Its code, or "". */
    const struct scheme *scheme;
    const struct rule *rule; /* NULL when the rule is gone. */
};

struct due_line due_line_of(struct request *r, const struct today_row *row);

/* The lines of a whole list, in the request's arena; the rules are asked for once. Rows of one citizen with the same
 * duty and subject are one line, where the first of them stands (schemes.md 3.9). `most` is how many lines are wanted;
 * `all` gets how many there are. */
struct due_lines due_lines_of(struct request *r, const struct today_row_list *rows, size_t most, size_t *all);

/* What two schemes disagree about: the axis in words. */
const char *conflict_words(enum language language, const char *id);

/* "boligplaceret", "holdt", "praktik begyndt": an event as the beginning of a reason. */
const char *event_words(enum language language, const char *kind);

/* "96 timer", "3 uger", "1 arbejdsdag". */
const char *span_words(struct arena *arena, enum language language, struct span span);

/* "inden 96 timer", "mindst hver 3. uge", "første tirsdag i måneden": what a rule says, in a sentence. */
const char *demand_words(struct arena *arena, enum language language, const struct rule *rule);

/* "+ 96 timer", "mindst hver 3. uge", "første tirsdag i måneden": a rule's offset. */
const char *offset_words(struct arena *arena, enum language language, const struct rule *rule);

#endif
