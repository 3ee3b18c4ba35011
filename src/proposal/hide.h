/* SPDX-License-Identifier: MIT
 * hide.h: which numbers of a table may be shown, so that a small one is neither seen nor worked out from the others. Pure. */
#ifndef PROPOSAL_HIDE_H
#define PROPOSAL_HIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SMALL = 5 };

/* Marks those numbers of one column (0 or more each) that may not be shown: whoever knows their sum from another table must
 * not learn a hidden one, and nothing shown says that it is below SMALL. Zero points at nobody and is shown. Further numbers, the least
 * first, are hidden until that holds. False when it cannot hold, though all above zero are hidden: then the sum may be
 * seen nowhere either. */
bool hide_small(const int64_t *numbers, size_t count, bool *is_hidden);

#endif
