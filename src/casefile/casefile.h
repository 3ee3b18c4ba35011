/* SPDX-License-Identifier: MIT
 * casefile.h: what holds a case together: the team around a citizen, the schemes she is enrolled in,
 * breaks in the clocks, the ladder, notes and wins. Also the guard: who may see whose case. */
#ifndef CASEFILE_CASEFILE_H
#define CASEFILE_CASEFILE_H

#include "casefile_sql.h"
#include "db/db.h"

struct scheme;

/* The db guard: may this actor see this citizen's case? Own unit, case team, a group taught, a task
 * there, opened with a reason, or standing in for somebody who is away. MAY_CASE_ALL sees all, and MAY_CASE_ERASE whatever its other permissions let it read. */
bool casefile_guard(struct db *db, struct actor actor, int64_t citizen);

enum { BREAK_GLASS_HOURS = 8, BREAK_GLASS_REASON_MIN = 10 };

/* What casefile_reach answers. */
enum casefile_reach_kind {
    REACH_NONE,
    REACH_UNIT,
    REACH_TEAM,
    REACH_GROUP,
    REACH_BREAK_GLASS,
    REACH_TASK,
    REACH_DEPUTY, /* While the absence of whoever she stands in for lasts, first and last day included. */
    REACH_SANCTION, /* Handles or decides cases about absence, and there is one. */
};

/* Puts a person on the citizen's team; somebody else with the role leaves it. Events relation.ended and
 * relation.started. Role is a job function's code, "coordinator" for the one who holds the whole. */
void casefile_put_on_team(struct db *db, struct citizen_id citizen, const char *role, struct staff_id staff);
void casefile_take_off_team(struct db *db, struct citizen_id citizen, const struct team_row *member);

/* The scheme of an enrolment that has not ended, with the municipality's edits; NULL when it has, or is not known. */
const struct scheme *casefile_scheme_running(struct db *db, const struct enrolment_row *enrolment);

/* Enrols in a scheme of that version; event enrolment.started. Tasks follow by task_make_for_scheme.
 * id n = 0 when the citizen is in it already. */
struct enrolment_id casefile_enrol(struct db *db, struct citizen_id citizen, const char *scheme, int64_t scheme_version,
                                   instant at);
/* It ends now: event enrolment.ended; before it enrolment.completed when the reason is as_planned, which is what reports of
 * those who went through count. False when somebody has changed it meanwhile. */
bool casefile_end_enrolment(struct db *db, const struct enrolment_row *enrolment, const char *reason,
                            const char *outcome);

/* A break in the clocks from a day; `to` may be DAY_NONE (until further notice). Events suspension.*. */
struct suspension_id casefile_suspend(struct db *db, const struct suspension_insert_in *suspension);
bool casefile_resume(struct db *db, const struct suspension_row *suspension, day last_day);

/* On a step of the ladder from `at`; event ladder.placed with the step before. */
void casefile_place_on_ladder(struct db *db, struct citizen_id citizen, const char *ladder, const char *step,
                              instant at, const char *note);

/* A win today; event win.added. */
struct win_id casefile_add_win(struct db *db, struct citizen_id citizen, const char *words, bool is_own);

/* Takes back a win of the actor's own; its event is voided. False when there is none. */
bool casefile_undo_win(struct db *db, struct citizen_id citizen, struct win_id win);

/* Somebody of staff marks, by their own judgement and with why, that they are concerned about a citizen in an enrolment: from a
 * day, under the scheme's list of that id, whose items say what may become of it. Nothing computes a mark. Event
 * concern.noted; n = 0, and nothing written, when one is open there already. */
struct concern_id casefile_note_concern(struct db *db, const struct enrolment_row *enrolment, const char *list, day noted,
                                        const char *words);
/* It ended with what became of it, an item of its list; event concern.closed. False when it has ended already. */
bool casefile_close_concern(struct db *db, const struct concern_row *concern, day ended, const char *became, const char *words);
/* Takes back the last that was written of it: the end, or when it has none the mark. Its event is voided. False when
 * somebody has changed it meanwhile, or a later mark of the enrolment is open. */
bool casefile_undo_concern(struct db *db, const struct concern_row *concern);

/* A note now; event contact.made(note). */
void casefile_add_note(struct db *db, struct citizen_id citizen, const char *words, bool is_health);

/* A track of the enrolment's scheme is chosen from a day, as a row and a fact of hers (S54); false, and nothing is written,
 * when one is chosen from that day already. `track` is an id of the scheme's. Needs case_write. */
bool casefile_choose_track(struct db *db, const struct enrolment_row *enrolment, const char *track, day from,
                           const char *words);

#endif
