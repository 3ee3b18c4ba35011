/* SPDX-License-Identifier: MIT
 * criteria.h: what a proposal looks at, as rows of matching/criteria.yaml with the municipality's weights. How a row is
 * asked about a citizen and a place is rules.h. */
#ifndef PROPOSAL_CRITERIA_H
#define PROPOSAL_CRITERIA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "yaml/mistake.h"
#include "yaml/words.h"

/* The arithmetic that a row names; each stands once in the file, in this order nowhere. */
#define MEASURES(M)                                                                                              \
    M(TARGET, "target") M(LOADS, "loads") M(LANGUAGE, "language") M(HOURS, "hours") M(START, "start")            \
    M(COMMUTE, "commute") M(CARE, "care") M(CERTIFICATES, "certificates") M(FAILED, "failed") M(WISH, "wish")    \
    M(SKILLS, "skills") M(MENTOR, "mentor") M(PROSPECT, "prospect") M(CONTINUITY, "continuity")   \
    M(TRAINED, "trained") M(BRANCH, "branch")
enum measure {
#define MEASURE_ENUM(identifier, word) MEASURE_##identifier,
    MEASURES(MEASURE_ENUM)
#undef MEASURE_ENUM
    MEASURE_COUNT
};
extern const char *const measure_codes[MEASURE_COUNT + 1]; /* NULL last. */

enum { SHARE_FULL = 1000, WEIGHTS_FULL = 10000 };

struct shares {
    const int32_t *at; /* Thousandths. */
    size_t count;
};

struct criterion {
    const char *id;
    enum measure measure;
    struct words text;
    bool is_demand;                       /* What it does not allow is ruled out. */
    int32_t weight;                       /* Hundredths of a point; all together WEIGHTS_FULL. 0: no points. */
    int32_t missing;                      /* The share where one side has said nothing. */
    int32_t slack, each, full, none;      /* What they mean is the measure's. */
    struct shares steps, ranks;
    struct { const char *const *at; size_t count; } reasons;
};

/* A way to get to work; its words are the glossary's list travel. */
struct travel {
    const char *id;
    int32_t speed, wait;                  /* Metres a minute; minutes beside. */
};

/* A criterion in another kind of market than work's: its own demand and weight, and other words where it has some. */
struct kind_row {
    const char *id;
    struct words text;
    bool is_demand;
    int32_t weight;
};
struct kind_criteria {
    const char *id; /* Of the glossary's list market_kind. */
    struct { const struct kind_row *at; size_t count; } rows;
};

struct criteria {
    const char *version;
    int32_t detour;                       /* Percent of the straight line. */
    int32_t chief_mentors;                /* How many mentors a chief mentor keeps before it is told. */
    struct { const struct travel *at; size_t count; } travel;
    struct { struct criterion *at; size_t count; } list; /* Of work, in the file's order. */
    struct { struct criterion *at; size_t count; } beside; /* Those that only other kinds ask. */
    struct { const struct kind_criteria *at; size_t count; } kinds;
    const struct criterion *by[MEASURE_COUNT];
    int64_t weight_set;                   /* Row of the weights; 0: the file's own. */
};

/* Reads such a file. NULL when anything in it is wrong; all of it stands in `mistakes`. */
const struct criteria *criteria_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                                     struct mistakes *mistakes);

/* The program's own file; lives as long as the process. */
const struct criteria *criteria_kept(void);

/* A copy with another weight; for a municipality's own ones, one criterion after the other. */
struct criteria *criteria_copy(struct arena *arena, const struct criteria *criteria);
bool criteria_set_weight(struct criteria *criteria, const char *id, int32_t weight);

/* The criteria of another kind of market: the rows that the file names for it, with their demands and weights; `by` has
 * the others too, which neither rule out nor count. `criteria` itself for a kind without rows, such as work. */
const struct criteria *criteria_of_kind(struct arena *arena, const struct criteria *criteria, const char *kind);

/* The row of that id, of the list or beside it, or NULL. */
const struct criterion *criterion_find(const struct criteria *criteria, const char *id);

/* The place of a way of travelling in the file, or -1. */
int travel_find(const struct criteria *criteria, const char *id);

#endif
