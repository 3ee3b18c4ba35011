/* SPDX-License-Identifier: MIT
 * kind.h: the kinds of market as rows of one table: work places, language buddies, seats on courses. Whatever differs
 * between them stands here, in the statements' `kind` and in matching/criteria.yaml; all else asks nobody which it is. */
#ifndef PROPOSAL_KIND_H
#define PROPOSAL_KIND_H

#include "db/db.h"
#include "engine/event.h"
#include "proposal_sql.h"
#include "web/say.h"

struct market_kind {
    const char *code;    /* Of the glossary's list market_kind. */
    enum subject_kind subject; /* What the rules call an accepted proposal of it: in the stream of a company, a volunteer or a group. */
    const char *party;   /* Who is asked beside the citizen, as in the journal; NULL: nobody. */
    const char *said, *told; /* The same at the beginning of a Danish sentence; and in it, who hears of the citizen's no. */
    bool is_told_nameless;   /* Whoever tells them need not see the citizen's case (S87): the task names no citizen. */
    const char *legend;  /* Heading of that answer. */
    const char *accept, *accepted; /* What accepting means; what is told when it is done. */
    const char *relation; /* They belong to each other in the journal (relation.*) under this code; NULL: no. */
    bool is_no_free;     /* A no needs no reason (S86). */
    bool is_no_lasting;  /* After a no the two are not proposed again until somebody lifts it; else not in this run. */
    const char *begin;   /* What was told when all have said yes; NULL: a person begins it on a page. */
    /* Before proposals are made: places that follow something else. NULL: none do. */
    void (*ready)(struct db *db, struct unit_id unit);
    permission_set start_may; /* Whoever has one of these may let it begin; 0: whoever may answer. */
    /* What speaks against beginning, in words; whoever begins it all the same says why. NULL: nothing ever does. */
    struct text_pieces (*doubts)(struct db *db, enum language language, const struct proposal_accepted_row *accepted);
    /* All have said yes; `reason` says why in spite of doubts, or is "". False when it cannot begin. NULL: nothing is to
     * be done. */
    bool (*start)(struct db *db, const struct proposal_accepted_row *accepted, const char *reason);
};

/* The kinds; `code` NULL last. The first is work. */
extern const struct market_kind market_kinds[];
extern const struct market_kind *const market_kind_work;

/* All of them, for a page. */
struct market_kind_list {
    const struct market_kind *at;
    size_t count;
};
struct market_kind_list all_market_kinds(void);

/* May this person let it begin. */
bool market_kind_may_begin(const struct market_kind *kind, struct actor actor);

/* The other side of a proposal; of the three the one that the place has. */
struct market_side {
    struct company_id company;
    struct volunteer_id volunteer;
    struct course_group_id course_group;
};

/* In whose stream its clocks run. */
struct stream market_kind_stream(const struct market_kind *kind, const struct market_side *side);

/* By its code, or NULL. */
const struct market_kind *market_kind_find(const char *code);

#endif
