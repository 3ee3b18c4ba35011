/* SPDX-License-Identifier: MIT
 * scheme_use.h: the schemes that features work by, read once when first asked for and kept as long as
 * the process. What a scheme says is scheme.h. */
#ifndef ENGINE_SCHEME_USE_H
#define ENGINE_SCHEME_USE_H

#include "db/db.h"
#include "engine/scheme.h"

/* All schemes of the program. A wrong file is left out; `fodfaeste scheme check` says why. */
const struct library *scheme_library(void);

/* The scheme of that id as this municipality runs it, or NULL. */
const struct scheme *scheme_in_use(struct db *db, const char *id);

#endif
