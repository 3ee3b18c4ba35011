/* SPDX-License-Identifier: MIT
 * verify.h: is a store whole? For the command and for tests of other features. */
#ifndef TRANSFER_VERIFY_H
#define TRANSFER_VERIFY_H

#include <stdbool.h>
#include <stdio.h>

#include "db/db.h"

/* Says in Danish, a line each, what was looked at and what is wrong; false when anything is. Obligations
 * that time alone has changed are first brought to `now`, which must not be before the store's last
 * change. Outside a transaction. */
bool verify_store(struct db *db, instant now, FILE *out);

#endif
