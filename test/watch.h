/* SPDX-License-Identifier: MIT
 * watch.h: has anything in a store changed? Asked over a connection of its own, of the whole store: no table
 * is left out. */
#ifndef TEST_WATCH_H
#define TEST_WATCH_H

#include <stdbool.h>
#include <stdint.h>

struct watch;

/* Ends the process when the store cannot be watched. */
struct watch *watch_open(const char *store);
void watch_close(struct watch *watch);

/* A number that is the same for as long as no row of any table is. SQLite: what it counts up whenever somebody
 * else has committed a change. PostgreSQL: how many rows of the schema's tables were inserted, changed or deleted by what was
 * committed since the first time that this was asked; tables made later are not watched. */
uint64_t watch_state(struct watch *watch);

/* The one number that a query gives. */
int64_t watch_number(struct watch *watch, const char *query);

/* PostgreSQL counts ids up also for what is rolled back, and journeys know ids: keeps the counters, and puts them
 * back. SQLite has none. */
void watch_counters_keep(struct watch *watch);
void watch_counters_restore(struct watch *watch);

#endif
