/* SPDX-License-Identifier: MIT
 * store.h: a store as the whole program uses it, for serving and for commands that work in it: of the
 * program's schema, guarded, and with the rules of its schemes. */
#ifndef WEB_STORE_H
#define WEB_STORE_H

#include "db/db.h"

/* Opens the store and starts all features (guard, rules, names). NULL and a sentence in *why when it cannot
 * be opened, or has another schema than the program. Once a process; close it with db_close. */
struct db *store_open(const char *store, const char **why);

#endif
