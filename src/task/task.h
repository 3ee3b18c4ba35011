/* SPDX-License-Identifier: MIT
 * task.h: things one role does once: from a scheme's list, a meeting's minutes, or typed. A task belongs
 * to a unit; somebody takes it. Rows and statements are in task.sql. */
#ifndef TASK_TASK_H
#define TASK_TASK_H

#include "citizen/holding.h"
#include "db/db.h"
#include "engine/scheme.h"
#include "task_sql.h"

/* A new task, made now by the actor; `due` may be DAY_NONE, `owner` and `citizen` none. */
struct task_id task_create(struct db *db, struct citizen_id citizen, struct unit_id unit, struct staff_id owner,
                           const char *words, day due);

/* The decision of a meeting: as task_create, tied to the minutes. */
struct task_id task_decide(struct db *db, struct meeting_id meeting, const struct task_insert_in *task);

/* A row of the scheme's `free_rows`, filled in by hand: a task of the unit whose list it stands on. */
struct task_id task_create_own(struct db *db, struct citizen_id citizen, const struct scheme *scheme,
                               const struct scheme_task *row, const char *words);

/* The tasks a scheme gives a citizen at enrolment (its `tasks:`), each to its owner role's unit. Those
 * already made for the citizen (same scheme and code) are left alone; rows left free are not made. */
void task_make_for_scheme(struct db *db, struct citizen_id citizen, const struct scheme *scheme);

/* The line of a scheme's list with that code, or NULL. `scheme` may be NULL. */
const struct scheme_task *task_in_scheme(const struct scheme *scheme, const char *code);

/* Did a person type the task: neither a scheme nor a meeting gave it? `scheme` is the task's, or NULL. */
bool task_is_typed(const struct scheme *scheme, const char *code, struct meeting_id meeting);

/* The unit of the municipality in which a scheme seats a role; n = 0 when there is none. */
struct unit_id task_unit_of_role(struct db *db, const struct scheme *scheme, struct code role);

/* Done at `at`: the row and task.done; false, and nothing written, when it is done already. */
bool task_finish(struct db *db, const struct task_row *task, instant at);

/* Open again: the event is voided, so that its obligation is open again too. False when it is open. */
bool task_reopen(struct db *db, const struct task_row *task);

/* For features.c: what is told and erased on a citizen's request. */
extern const struct holding task_holding;

#endif
