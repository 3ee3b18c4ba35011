/* SPDX-License-Identifier: MIT
 * master.h: the page of a citizen's facts, for the handlers that share it. */
#ifndef CITIZEN_MASTER_H
#define CITIZEN_MASTER_H

#include "citizen/pages.h"

/* The citizen of the address with the forms as stored; false when there is none, or she is erased. */
bool master_load(struct request *r, struct master_view *view);

/* The page; 422 when something stands in the way. */
struct reply master_show(struct request *r, struct master_view *view);

#endif
