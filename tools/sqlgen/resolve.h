/* SPDX-License-Identifier: MIT
 * resolve.h: completes a declaration: prepares its SQL, finds types, permissions and whose data it
 * reads, and reports what is wrong or missing. */
#ifndef SQLGEN_RESOLVE_H
#define SQLGEN_RESOLVE_H

#include "declaration.h"

void resolve(struct arena *arena, const struct schema *schema, struct declaration *declaration);

#endif
