/* SPDX-License-Identifier: MIT
 * overlay_private.h: paths into the tree of a scheme, shared by overlay.c and overlay_difference.c. */
#ifndef ENGINE_OVERLAY_PRIVATE_H
#define ENGINE_OVERLAY_PRIVATE_H

#include "base/text.h"
#include "engine/overlay.h"
#include "yaml/yaml.h"

/* A path that may be changed; `*` is an id. */
struct overlay_path {
    const char *pattern;
    bool is_list;       /* The value may be a list. */
    bool needs_open;    /* Only in a list with `open: yes`. */
};
extern const struct overlay_path overlay_paths[];
extern const size_t overlay_path_count;

/* The row of the table that a path fits, or NULL. */
const struct overlay_path *overlay_path_of(struct arena *arena, const char *path);

/* The node at a path, found by id or by a former id (`was`), or NULL. *parent is the node that holds it
 * or would; NULL when not even that is there. */
const struct node *overlay_node(struct arena *arena, const struct node *root, const char *path,
                                const struct node **parent);

/* A value as text: a scalar, the Danish of a text, a list with commas. NULL for NULL. */
const char *node_as_text(struct arena *arena, const struct node *node);

#endif
