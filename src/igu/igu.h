/* SPDX-License-Identifier: MIT
 * igu.h: the IGU contract of a placement (S85, S116): its weeks at school over two years. What the law asks (age,
 * hours, residence, bonus) is checked with every placement (src/placement/lawful.h). */
#ifndef IGU_IGU_H
#define IGU_IGU_H

#include "db/db.h"
#include "igu/rules.h"
#include "igu_sql.h"
#include "placement/placement.h"

/* What is written about a contract. */
struct igu_wish {
    const char *school, *residence;
    int64_t weeks_wanted;
    const day *mondays; /* The weeks planned; those held stay, chosen or not. */
    size_t monday_count;
};

/* Writes the contract and its calendar; event placement.changed(igu_weeks). */
void igu_write(struct db *db, const struct placement_row *placement, const struct igu_wish *wish);

/* A week was held: event activity.ended with the scheme's code for education (`skoleuge` where it has none), which
 * quotas count; or it was not after all, and the event is voided. False when the week is not this placement's. */
bool igu_hold_week(struct db *db, const struct placement_row *placement, struct igu_week_id week, bool is_held);

/* How many weeks the law wants for a contract that begins on a day; 0 when no number is known for it. */
int64_t igu_law_weeks(struct db *db, day from);

/* How the weeks of a contract stand on a day. `weeks` are those of igu_weeks_of. */
struct igu_answer igu_stand(struct db *db, const struct placement_row *placement, int64_t wanted,
                            const struct igu_week_row_list *weeks, day on);

#endif
