/* SPDX-License-Identifier: MIT
 * overlay_difference.c: what a municipality has changed, and what an upgrade of the library changes. */
#include <string.h>

#include "base/list.h"
#include "engine/overlay_private.h"

struct comparing {
    struct arena *arena;
    const struct node *old, *now;
    const struct overlay *overlay;
    LIST_OF(struct overlay_difference_row) rows;
};

/* The edit that counts for a path: the one with the latest day, of those the one made last. */
static const struct overlay_edit *edit_of(const struct overlay *overlay, const char *path)
{
    const struct overlay_edit *last = NULL;

    for (size_t i = 0; i < overlay->count; i++)
        if (text_is(overlay->at[i].path, path) && (last == NULL || overlay->at[i].valid_from >= last->valid_from))
            last = &overlay->at[i];
    return last;
}

static const char *value_at(struct arena *arena, const struct node *root, const char *path)
{
    const struct node *parent = NULL;

    if (root == NULL)
        return NULL;
    const struct node *node = overlay_node(arena, root, path, &parent);
    struct text_pieces pieces = text_split(arena, path, '.');
    if (pieces.count == 2 && text_is(pieces.at[0], "rules")) /* The rule itself. */
        return node == NULL ? NULL : "on";
    return node_as_text(arena, node);
}

const char *overlay_value(struct arena *arena, const struct scheme *scheme, const char *path)
{
    return value_at(arena, scheme->node, path);
}

/* Gone is a path whose parent is gone; a key that the library leaves out is only absent. */
static bool is_vanished(struct arena *arena, const struct node *root, const char *path)
{
    const struct overlay_path *row = overlay_path_of(arena, path);
    const struct node *parent = NULL;
    const struct node *node = overlay_node(arena, root, path, &parent);

    return row == NULL || parent == NULL || (node == NULL && text_is(row->pattern, "rules.*"));
}

static void add_row(struct comparing *comparing, const char *path)
{
    const struct overlay_edit *edit = edit_of(comparing->overlay, path);

    *LIST_ADD(comparing->arena, &comparing->rows) = (struct overlay_difference_row){
        .path = path,
        .old = value_at(comparing->arena, comparing->old, path),
        .now = value_at(comparing->arena, comparing->now, path),
        .ours = edit == NULL ? NULL : edit->value,
        .edit = edit,
        .is_vanished = edit != NULL && is_vanished(comparing->arena, comparing->now, path),
    };
}

static void add_edits(struct comparing *comparing)
{
    for (size_t i = 0; i < comparing->overlay->count; i++) {
        const struct overlay_edit *edit = &comparing->overlay->at[i];
        if (edit_of(comparing->overlay, edit->path) == edit)
            add_row(comparing, edit->path);
    }
}

struct overlay_differences overlay_difference(struct arena *arena, const struct scheme *scheme,
                                      const struct overlay *overlay)
{
    struct comparing comparing = { .arena = arena, .now = scheme->node, .overlay = overlay };

    add_edits(&comparing);
    return (struct overlay_differences){ comparing.rows.at, comparing.rows.count };
}

static bool is_listed(const struct comparing *comparing, const char *path)
{
    for (size_t i = 0; i < comparing->rows.count; i++)
        if (text_is(comparing->rows.at[i].path, path))
            return true;
    return false;
}

static void compare_path(struct comparing *comparing, const char *path)
{
    const char *old = value_at(comparing->arena, comparing->old, path);
    const char *now = value_at(comparing->arena, comparing->now, path);

    if (!text_is(old, now) && !is_listed(comparing, path))
        add_row(comparing, path);
}

/* The path of an element for a pattern of the table: "rules.*.every" and opfolgning3. */
static const char *path_with(struct arena *arena, const char *pattern, const char *id)
{
    const char *star = strchr(pattern, '*');

    return arena_format(arena, "%.*s%s%s", (int)(star - pattern), pattern, id, star + 1);
}

/* All elements of the pattern's section in one tree. Items of lists (a second star) come through edits. */
static void compare_elements(struct comparing *comparing, const struct node *root, const char *pattern)
{
    const char *section = arena_copy(comparing->arena, pattern, strcspn(pattern, "."));
    const struct node *list = node_get(root, section);

    if (list == NULL || list->kind == NODE_SCALAR)
        return;
    for (const struct node *entry = list->first; entry != NULL; entry = entry->next) {
        const struct node *id = node_get(entry, "id");
        const char *name = id != NULL ? id->text : entry->key != NULL ? entry->key->text : NULL;
        if (name != NULL)
            compare_path(comparing, path_with(comparing->arena, pattern, name));
    }
}

struct overlay_differences overlay_upgrade(struct arena *arena, const struct scheme *old, const struct scheme *now,
                                   const struct overlay *overlay)
{
    struct comparing comparing = { .arena = arena, .old = old->node, .now = now->node, .overlay = overlay };

    add_edits(&comparing);
    for (size_t i = 0; i < overlay_path_count; i++) {
        const char *pattern = overlay_paths[i].pattern;
        const char *star = strchr(pattern, '*');
        if (star == NULL) {
            compare_path(&comparing, pattern);
        } else if (strchr(star + 1, '*') == NULL) {
            compare_elements(&comparing, comparing.old, pattern);
            compare_elements(&comparing, comparing.now, pattern);
        }
    }
    return (struct overlay_differences){ comparing.rows.at, comparing.rows.count };
}
