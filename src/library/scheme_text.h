/* SPDX-License-Identifier: MIT
 * scheme_text.h: a scheme that was read, written down again, to be kept beside the municipality's data. */
#ifndef LIBRARY_SCHEME_TEXT_H
#define LIBRARY_SCHEME_TEXT_H

#include "engine/scheme.h"

/* The scheme as one line of YAML that scheme_read gives the same scheme for. */
const char *scheme_text(struct arena *arena, const struct scheme *scheme);

/* The scheme of such a text; NULL when it can no longer be read. */
const struct scheme *scheme_of_text(struct arena *arena, const char *text);

#endif
