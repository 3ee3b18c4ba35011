/* SPDX-License-Identifier: MIT
 * kind.h: the kinds of market as rows of one table: work places, language buddies, seats on courses. Whatever differs
 * between them stands here, in the statements' `kind` and in matching/criteria.yaml; all else asks nobody which it is. */
#ifndef PROPOSAL_KIND_H
#define PROPOSAL_KIND_H

#include "db/db.h"
#include "proposal_sql.h"
#include "web/say.h"

struct market_kind {
    const char *code;    /* Of the glossary's list market_kind. */
    const char *party;   /* Who is asked beside the citizen, as in the journal; NULL: nobody. */
    const char *said, *told; /* The same at the beginning of a Danish sentence, and in it. */
    const char *legend;  /* Heading of that answer. */
    const char *accept, *accepted; /* What accepting means; what is told when it is done. */
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

/* By its code, or NULL. */
const struct market_kind *market_kind_find(const char *code);

#endif
