/* SPDX-License-Identifier: MIT
 * pages.h: the routes of groups, for features.c. */
#ifndef GROUP_PAGES_H
#define GROUP_PAGES_H

#include "citizen/holding.h"
#include "web/route.h"

extern const struct feature group_feature;
extern const struct holding group_holding; /* holding.c */

#endif
