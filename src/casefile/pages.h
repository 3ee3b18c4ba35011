/* SPDX-License-Identifier: MIT
 * pages.h: the feature's row in features.c. */
#ifndef CASEFILE_PAGES_H
#define CASEFILE_PAGES_H

#include "web/route.h"

extern const struct feature casefile_feature;

#endif
