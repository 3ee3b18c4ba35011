/* SPDX-License-Identifier: MIT
 * enquiry.h: what a company comes with: a recruitment wish or a problem. It is received, answered, visited and
 * closed; each step is a row and a journal event, and the clock that runs meanwhile is an obligation of the
 * schemes that are on (request.received, src/engine). What happens to a placement whose problem was not
 * solved is the scheme's policy `unresolved_problem` (schemes/policies.yaml). */
#ifndef ENQUIRY_ENQUIRY_H
#define ENQUIRY_ENQUIRY_H

#include "citizen/holding.h"
#include "enquiry_sql.h"

/* Codes as stored and as the events' code; NULL last. */
enum enquiry_kind { ENQUIRY_RECRUITMENT, ENQUIRY_PROBLEM, ENQUIRY_KIND_COUNT };
extern const char *const enquiry_kind_codes[ENQUIRY_KIND_COUNT + 1];
enum enquiry_way { ENQUIRY_PHONE, ENQUIRY_MAIL, ENQUIRY_MEETING, ENQUIRY_LINK, ENQUIRY_WAY_COUNT };
extern const char *const enquiry_way_codes[ENQUIRY_WAY_COUNT + 1];

/* How it came to an end: solved; not solved, so the placement ends; not solved, but all hold on; the company
 * dropped it. Codes as stored; NULL last. */
enum enquiry_outcome { ENQUIRY_SOLVED, ENQUIRY_UNSOLVED, ENQUIRY_HELD_ON, ENQUIRY_DROPPED, ENQUIRY_OUTCOME_COUNT };
extern const char *const enquiry_outcome_codes[ENQUIRY_OUTCOME_COUNT + 1];

/* A new one. `placement` and `citizen` both or neither; the words may be "". */
struct enquiry_wish {
    struct company_id company;
    struct placement_id placement;
    struct citizen_id citizen;
    struct company_contact_id contact; /* n = 0: not said. */
    enum enquiry_kind kind;
    enum enquiry_way way;
    const char *words;
    instant received_at; /* When the company came with it: the clock runs from here. */
    struct link_id link; /* n = 0 when staff typed it. */
};

/* Writes it; event request.received in the company's stream, and in the citizen's when it is about one. */
struct enquiry_id enquiry_receive(struct db *db, const struct enquiry_wish *wish);

/* The company in whose journal its events stand: its own, unless a merge has moved it. */
struct company_id enquiry_home(const struct enquiry_row *enquiry);

/* Answered (request.answered), or somebody was there (visit.made), at a moment not after now. False when a
 * colleague was faster, or it is closed. */
bool enquiry_answer(struct db *db, const struct enquiry_row *enquiry, instant at, const char *words);
bool enquiry_visit(struct db *db, const struct enquiry_row *enquiry, instant at, const char *words);

/* What the schemes of the citizen, else those that are on, say about a problem that cannot be solved. */
enum unsolved_policy { UNSOLVED_FREE, UNSOLVED_END, UNSOLVED_HOLD_ON, UNSOLVED_POLICY_COUNT };
struct unsolved {
    enum unsolved_policy policy; /* FREE when no scheme says anything, or two clash: a person decides. */
    const char *scheme;          /* Whose policy; NULL for FREE. */
};
struct unsolved enquiry_unsolved(struct db *db, struct citizen_id citizen);

/* May it be closed so? UNSOLVED ends a placement; under HOLD_ON that asks for a leader's words. Pure. */
enum closing_why { CLOSING_FINE, CLOSING_ASKS_LEADER, CLOSING_ASKS_WORDS, CLOSING_WHY_COUNT };
struct closing_facts {
    enum enquiry_outcome outcome;
    enum unsolved_policy policy;
    bool has_placement, has_words, has_leader_words;
};
enum closing_why enquiry_closing_may(const struct closing_facts *facts);

struct enquiry_closing {
    enum enquiry_outcome outcome;
    const char *words, *leader_words;
    const char *next_step; /* For a placement that ends: a code of placement's next steps, or "". */
};
/* Event request.closed with the outcome. An unsolved one about a placement ends it today, for the reason
 * `unsolved`, with tasks for whoever finds the next step and for the caseworker. False when a colleague was faster. */
bool enquiry_close(struct db *db, const struct enquiry_row *enquiry, const struct enquiry_closing *closing);

/* The newest step was a mistake: it goes, its event is voided, and a placement that ended with it runs on. */
bool enquiry_undo(struct db *db, const struct enquiry_row *enquiry);

/* For features.c. */
extern const struct holding enquiry_holding;

#endif
