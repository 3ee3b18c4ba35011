/* SPDX-License-Identifier: MIT
 * journal_private.h: the parts of the journal; no one outside this folder's journal files includes it. */
#ifndef ENGINE_JOURNAL_PRIVATE_H
#define ENGINE_JOURNAL_PRIVATE_H

#include "engine/journal.h"
#include "engine_sql.h"

/* Fields as lines "name=value", a backslash before backslash and newline; and back. */
const char *journal_fields_write(struct arena *arena, const struct draft_field *fields, size_t count);
const struct event_field *journal_fields_read(struct arena *arena, const char *lines, size_t *count);

/* The hash of the fields, and of an event that follows `before` (no bytes for the first of a stream). */
struct bytes journal_fields_hash(struct arena *arena, const char *fields);
struct bytes journal_chain(struct arena *arena, struct bytes before, const struct journal_insert_in *row);

/* A stream's events as one value, and back: the events of the kinds wanted (NULL: all), whose texts lie in the
 * pack. False when it is no pack of this program's form. */
struct bytes journal_pack(struct arena *arena, const struct event *events, size_t count);
bool journal_unpack(struct arena *arena, struct bytes pack, const struct kind_mask *kinds, struct event_versions *versions);

#endif
