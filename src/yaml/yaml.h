/* SPDX-License-Identifier: MIT
 * yaml.h: a file as a tree of texts, each with its place. The syntax is libyaml's; what YAML 1.1 makes
 * of plain words is left out on purpose: every scalar is text until a field types it (field.h), so `no`
 * is a word and `010` is not eight. Anchors, aliases, tags, several documents and duplicate keys are
 * refused. */
#ifndef YAML_YAML_H
#define YAML_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "yaml/mistake.h"

enum {
    YAML_DEPTH_MAX = 12,
    YAML_BYTES_MAX = 1 << 20,
    YAML_ENTRIES_MAX = 1000, /* Of one mapping or sequence. */
};

enum node_kind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING };

struct node {
    enum node_kind kind;
    int line, column;        /* From 1; columns count letters. */
    const char *text;        /* A scalar's text; NULL for the others. */
    int quotes;              /* Letters before the text itself: 1 for a quoted scalar, else 0. */
    const struct node *key;  /* In a mapping, the key whose value this is. */
    const struct node *first; /* The first entry; the others by `next`. */
    const struct node *next;
    int count;
};

/* Reads `length` bytes. NULL when the file is no acceptable YAML; the reasons are added to `mistakes`.
 * The tree lives in the arena and keeps `file` as it is. */
const struct node *yaml_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                             struct mistakes *mistakes);

/* The value of a key, or NULL; also NULL for a node that is no mapping. */
const struct node *node_get(const struct node *mapping, const char *key);

/* The whole file in the arena, or NULL and a mistake when it cannot be read or is too large. */
char *file_read(struct arena *arena, const char *path, size_t *length, struct mistakes *mistakes);

#endif
