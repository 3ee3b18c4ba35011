/* SPDX-License-Identifier: MIT
 * conflict.h: where two ways of working disagree about one citizen. Found from data alone, in three ways:
 * a policy (both hold a position on an axis, and the positions clash), a forbidden duty (a rule of one
 * demands what the other refuses), and an empty meeting (two limits of one quantity that no value can
 * keep). Nothing is silenced: a conflict is a row of its own, the coordinator's, due in five working
 * days, until a person answers with decision.made(id). From then on, and as long as the answer counts, open
 * rows of the losing rule are "decided" by it; withdrawn (journal_void), they are open again. Law is never a
 * party. */
#ifndef ENGINE_CONFLICT_H
#define ENGINE_CONFLICT_H

#include "db/db.h"
#include "engine/evaluate.h"
#include "engine/policies.h"
#include "ids.h"

enum conflict_kind { CONFLICT_POLICY, CONFLICT_DUTY, CONFLICT_RANGE, CONFLICT_KIND_COUNT };

/* One scheme's part in it. */
struct conflict_side {
    const struct scheme_policy *scheme;
    struct code value;       /* Its position on the axis, when it is that which clashes or refuses. */
    const struct rule *rule; /* The rule that demands, refuses or limits; NULL for a position. */
};

struct conflict {
    enum conflict_kind kind;
    struct code id; /* The axis; "duty_<rule>"; "<quantity>_<what>". The code of the answer. */
    const struct policy_axis *axis; /* NULL when only rules are in it. */
    struct conflict_side sides[2];  /* By id of scheme. */
    enum severity severity;         /* The milder of the two. */
    day since;                      /* The newest form of a rule in it; DAY_NONE for always. */
};
struct conflicts {
    struct conflict *at;
    size_t count;
};

/* All conflicts among some schemes of a ruleset on a day, by id of the schemes. For switching one on,
 * before any citizen is in both, give those that are on and the new one. */
struct conflicts conflicts_between(struct arena *arena, const struct ruleset *rules, const struct policies *policies,
                                   const struct code *schemes, size_t count, day on);

/* What a person has answered: decision.made(conflict's id) with `choice`, the scheme that counts, and
 * `until`, its last day. */
struct conflict_answer {
    const struct event *decision; /* NULL: open. */
    struct code choice;
    day until; /* DAY_NONE: for good. */
};

/* A conflict of a citizen now, with its row. */
struct citizen_conflict {
    struct conflict conflict;
    struct conflict_answer answer;
    struct obligation row;
};
struct citizen_conflicts {
    const struct citizen_conflict *at;
    size_t count;
};

/* The conflicts of a stream at the view's moment, open and answered. */
struct citizen_conflicts conflicts_of_view(struct arena *arena, const struct view *view, const struct ruleset *rules,
                                           const struct policies *policies, const struct workdays *workdays);

/* The same from the store, with the rules in force. */
struct citizen_conflicts conflicts_of_citizen(struct db *db, struct citizen_id citizen);

/* Writes the answer, by the actor, now. Its reason in words is the caller's to keep. `until` may be
 * DAY_NONE. */
void conflict_decide(struct db *db, struct citizen_id citizen, const struct conflict *conflict, struct code choice,
                     day until);

/* The scheme that rows of conflicts stand under; their rule is the conflict's id. */
extern const char *const conflict_scheme;

#endif
