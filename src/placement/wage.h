/* SPDX-License-Identifier: MIT
 * wage.h: what an hour is paid at a placement, kept with it as a dated series beside the paid hours (hours.c). */
#ifndef PLACEMENT_WAGE_H
#define PLACEMENT_WAGE_H

#include "citizen/citizen.h"
#include "placement_sql.h"
#include "web/form.h"

/* The most an hour can be paid, in øre: more is a mistake in typing. */
enum { WAGE_MAX = 100000 };

/* What a placement's page shows of it. */
struct wage_view {
    struct placement_id placement;
    struct placement_wage_row_list steps; /* Oldest first, one a day: those that hold. */
    int64_t now;                          /* Øre an hour today; 0 for not known. */
    const struct placement_wage_row *theirs; /* What a colleague wrote meanwhile; NULL for nothing. */
    struct form form;
    bool may_write, is_wanted; /* `is_wanted`: hours are paid and nobody has said how much. */
};
struct wage_view wage_view_of(struct request *r, const struct placement_row *placement, int64_t paid_now);

/* A wage from a day on: øre an hour, in 1..WAGE_MAX; event placement.changed(wage). Returns the row. */
struct placement_wage_id placement_set_wage(struct db *db, const struct placement_row *placement, day from, int64_t wage);

/* It was a mistake: its event is voided, and what was said before for that day holds. False when it is not there. */
bool placement_undo_wage(struct db *db, const struct placement_row *placement, struct placement_wage_id wage);

/* The wage that the self-support calculator begins with: of the citizen's placements with paid hours on `today`, the
 * one with the most of them whose wage is known. False when there is none. */
bool placement_wage_for(struct db *db, struct citizen_id citizen, day today, struct placement_wage_row *found);

struct reply placement_wage_post(struct request *r);
struct reply placement_wage_undo_post(struct request *r);

#endif
