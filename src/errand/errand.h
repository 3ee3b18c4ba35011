/* SPDX-License-Identifier: MIT
 * errand.h: a caseworker asks a named company consultant to find a placement, with one button and no approval (S18). The
 * consultant answers, asks companies, and closes it; a placement that is agreed closes it too. Each step is a row and a
 * journal event; the clock is an obligation of the citizen's scheme (request.received(find)). */
#ifndef ERRAND_ERRAND_H
#define ERRAND_ERRAND_H

#include "citizen/holding.h"
#include "errand_sql.h"

/* How it came to an end; codes as stored, NULL last. PLACED is written by errand_placed alone. */
enum errand_outcome { ERRAND_NONE, ERRAND_WITHDRAWN, ERRAND_PLACED, ERRAND_OUTCOME_COUNT };
extern const char *const errand_outcome_codes[ERRAND_OUTCOME_COUNT + 1];

struct errand_wish {
    struct citizen_id citizen;
    struct staff_id consultant;
    const char *role;   /* As what: "company_consultant", "employment_consultant". */
    const char *words;  /* "" for none. */
    instant wished_at;  /* When the citizen said so; not after now. */
};

/* Asks; event request.received(find). A citizen who has nobody with that role on her team gets this one, who may
 * then open the case. */
struct errand_id errand_ask(struct db *db, const struct errand_wish *wish);

/* Answered (request.answered(find)), or a company was asked (contact.made(find), and a talk with that company), at a
 * moment not after now. False when a colleague was faster, or it is closed. */
bool errand_answer(struct db *db, const struct errand_row *errand, instant at, const char *words);
bool errand_ask_company(struct db *db, const struct errand_row *errand, struct company_id company, instant at,
                        const char *words);

/* Event request.closed(find) with the outcome. False as above. */
bool errand_close(struct db *db, const struct errand_row *errand, enum errand_outcome outcome, const char *words);

/* Whoever asked takes it back: closed as withdrawn, and a consultant whom asking put on the team leaves it, unless she is
 * asked by another open errand. */
bool errand_take_back(struct db *db, const struct errand_row *errand);

/* The journal's number of the newest step, which is never given to another; 0 for none. */
int64_t errand_last_step(struct db *db, const struct errand_row *errand);

/* A step was a mistake: it goes, and its event is voided. The talk with a company stays. False, and nothing is undone, when
 * it is not the newest any more. */
bool errand_undo(struct db *db, const struct errand_row *errand, int64_t step);

/* A placement of hers is agreed: her open errands are closed. */
void errand_placed(struct db *db, struct citizen_id citizen);

/* For features.c. */
extern const struct holding errand_holding;

#endif
