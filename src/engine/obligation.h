/* SPDX-License-Identifier: MIT
 * obligation.h: obligations as they are stored. They are computed anew for each touched stream before
 * its transaction commits, and only what differs is written. Lists for pages are statements of the
 * features over the table `obligation`; how a row came to be is explain.h. */
#ifndef ENGINE_OBLIGATION_H
#define ENGINE_OBLIGATION_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "engine/evaluate.h"

/* Fills a ruleset from the store and the library into an arena that lives as long as the ruleset. */
typedef void ruleset_loader(struct db *db, struct arena *arena, struct ruleset *rules);

/* Set once at start, by whoever reads schemes; without one there are no rules. */
void ruleset_set_loader(ruleset_loader *load);

/* The rules in force, read again when `ruleset_changed` was called in any process. Pointers from an
 * earlier call are stale after the number has changed, so ask once a request. */
const struct ruleset *ruleset_current(struct db *db);

/* When this municipality works: public holidays and its own closed days (table closed_day). Kept with the
 * rules, and as stale as they are. */
const struct workdays *workdays_current(struct db *db);

/* A scheme, an overlay, a law or a closed day was switched on, off or edited: all processes read
 * the rules again, and streams are computed with the new ones when engine_wake or engine_recompute_all
 * comes to them. */
void ruleset_changed(struct db *db);

/* Has the stream's obligations computed before the transaction commits; once, however often. */
void obligation_touch(struct db *db, struct stream stream);

/* The same for everybody whose owner may change: after staffing, roles or absence of a citizen's staff. */
void obligation_touch_citizen(struct db *db, int64_t citizen);

/* Somebody's absence, deputy or roles have changed: all that is or could be theirs is computed again at the
 * next engine_wake. Begin and end of a known absence need no call: the engine looks then by itself. */
void obligation_touch_staff(struct db *db, int64_t staff);

/* Gives a row to a member of staff, or closes it with a reason (a code). Both are events in the row's
 * stream and can be voided. False when there is no such row. */
bool obligation_assign(struct db *db, const struct obligation *row, int64_t staff);
bool obligation_excuse(struct db *db, const struct obligation *row, const char *reason);

/* Computes a stream now, inside the current write transaction. Answers how many rows were written. */
int64_t engine_recompute_stream(struct db *db, struct stream stream);

/* Computes every stream, many to a transaction, each begun here as the system at `now`. False when the
 * store failed. *changed counts rows written. */
bool engine_recompute_all(struct db *db, instant now, int64_t *changed);

/* Computes the streams whose next look has come; called once a minute. False when the store failed. */
bool engine_wake(struct db *db, instant now, int64_t *changed);

/* How many streams' next look has come; inside a transaction, at its time. */
int64_t engine_waiting(struct db *db);

/* Are all chains whole, and do the stored rows equal the computed ones? A sentence for each that does
 * not is given to `tell`. False when there was one, or the store failed. */
bool engine_verify(struct db *db, instant now, void (*tell)(void *about, const char *sentence), void *about);

/* What the rows of a stream would be under other rules or at another time, beside what they are under
 * the rules in force: nothing is stored. */
enum row_difference_kind { ROW_NEW, ROW_GONE, ROW_CHANGED };
struct row_difference {
    enum row_difference_kind kind;
    const struct obligation *before, *after; /* NULL when there is none. */
};
struct row_differences {
    struct row_difference *at;
    size_t count;
};
struct row_differences engine_try(struct db *db, struct stream stream, const struct ruleset *rules, instant at);

/* The same under the rules in force on other working days. */
struct row_differences engine_try_workdays(struct db *db, struct stream stream, const struct workdays *workdays, instant at);

/* The difference of two evaluations, by key. */
struct row_differences evaluation_difference(struct arena *arena, const struct evaluation *before,
                                         const struct evaluation *after);

#endif
