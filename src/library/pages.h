/* SPDX-License-Identifier: MIT
 * pages.h: the feature's row in features.c. */
#ifndef LIBRARY_PAGES_H
#define LIBRARY_PAGES_H

#include "web/route.h"

extern const struct feature library_feature;

#endif
