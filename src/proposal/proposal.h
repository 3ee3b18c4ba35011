/* SPDX-License-Identifier: MIT
 * proposal.h: the life of a proposal: worked out for a whole unit and kept as it was; locked, forbidden, chosen; accepted
 * by a person; answered by the citizen and the company. Nothing begins before a person accepted it and both said yes. */
#ifndef PROPOSAL_PROPOSAL_H
#define PROPOSAL_PROPOSAL_H

#include "citizen/holding.h"
#include "proposal/market.h"

/* What a caseworker says beside the data. Codes as stored; NULL last. */
enum control { CONTROL_LOCK, CONTROL_FORBID, CONTROL_RESERVE, CONTROL_CLOSE, CONTROL_ADD, CONTROL_COUNT };
extern const char *const control_codes[CONTROL_COUNT + 1];

/* A new run of a solved market: a row for the run and one for each citizen, none of which is ever changed, and
 * proposal.made with their digest in the unit's stream. */
struct proposal_run_id proposal_run_make(struct db *db, const struct proposal_market *market);

/* Citizens whose place is no longer what the run says get a new row in it; `cause` is solve, control or chosen. */
void proposal_run_follow(struct db *db, const struct proposal_market *market, struct proposal_run_id run, const char *cause);

/* What a control is about. */
struct control_wish {
    enum control kind;
    int32_t citizen, place;       /* Numbers of the market; citizen NOWHERE when it is about the place alone. */
    const char *words;
    bool is_this_run;             /* Not the next time. */
};
struct controlled {
    bool is_possible;
    struct proposal_control_id id;
    struct matching_change change;
    struct market_total before, after;
};

/* Changes the solved market and re-solves it at once, keeps the control with before and after, and lets the run follow;
 * proposal.controlled in the unit's stream. Not possible: nothing is written. */
struct controlled proposal_control(struct db *db, struct proposal_market *market, struct proposal_run_id run,
                                   const struct control_wish *wish);

/* She gets this place on a person's word: the market is re-solved around it and the run follows; nothing holds after it but
 * what proposal_accept makes of it. False when it is not possible. */
bool proposal_choose(struct db *db, struct proposal_market *market, struct proposal_run_id run, int32_t citizen, int32_t place);

/* A control no longer holds. False when it did not. Work the market out anew afterwards. */
bool proposal_lift(struct db *db, struct unit_id unit, struct proposal_control_id control);

/* A person accepts a proposal; its seat is held. `is_changed`: another place than was proposed was chosen first. Reason
 * is a code or "". proposal.accepted in the citizen's and the company's stream. False when she has one already. */
bool proposal_accept(struct db *db, struct proposal_id proposal, bool is_changed, const char *reason, const char *words);

/* Not this time, and why: proposal.rejected. The pair is forbidden in this run by proposal_control. */
void proposal_reject(struct db *db, struct proposal_id proposal, const char *reason, const char *words);

enum answerer { ANSWER_CITIZEN, ANSWER_COMPANY, ANSWERER_COUNT };

/* The citizen or the other side says yes or no: proposal.answered. A no ends it, frees the seat, and those with the case
 * and with the other side each get a task to tell them, and the two are kept apart (kind.h). With the last yes begins what needs no page of its own (kind.h).
 * False when somebody was faster, or the kind asks nobody else. */
bool proposal_answer(struct db *db, const struct proposal_accepted_row *accepted, enum answerer who, bool is_yes,
                     const char *reason, const char *words);

/* The one who accepted takes it back: proposal.closed. */
bool proposal_withdraw(struct db *db, const struct proposal_accepted_row *accepted, const char *words);

/* What needs no page of its own begins: with the last yes, or later by somebody who may. Where something speaks against it
 * (kind.h), only with a `reason`, which is kept; else "". False when it cannot. */
bool proposal_begin(struct db *db, struct proposal_id proposal, const char *reason);

/* What was agreed without a placement or a group is over, and its seat free: proposal.closed(ended). */
bool proposal_end(struct db *db, const struct proposal_accepted_row *accepted);

/* Before a citizen is erased: what runs of hers at a company, a volunteer or a group ends there, so that no clock rings for
 * nobody. proposal.closed(ended) in that stream alone; the rows are ended by the erasure. */
void proposal_leave(struct db *db, struct citizen_id citizen);

/* A placement was made of it, or (n = 0) what needs none has begun: proposal.closed(started). */
bool proposal_started(struct db *db, const struct proposal_accepted_row *accepted, struct placement_id placement);

extern const struct holding proposal_holding;

#endif
