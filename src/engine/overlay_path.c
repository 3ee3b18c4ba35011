/* SPDX-License-Identifier: MIT
 * overlay_path.c: which parts of a scheme a municipality may change, and finding them in a tree. */
#include "engine/overlay_private.h"

/* Trigger, done, until, before, when, source, law and mark of a rule are not here: a rule with another
 * trigger is another rule, and belongs in a scheme of the municipality's own. */
const struct overlay_path overlay_paths[] = {
    { "title", false, false },
    { "goals", true, false },
    { "about.effort", false, false },
    { "about.results", false, false },
    { "about.advice", false, false },
    { "target.text", false, false },
    { "target.confirm", true, false },
    { "target.check_again", false, false },
    { "units.*.text", false, false },
    { "units.*.roles", true, false },
    { "phases.*.text", false, false },
    { "phases.*.length", false, false },
    { "activities.*.text", false, false },
    { "activities.*.hours", false, false },
    { "activities.*.language", false, false },
    { "activities.*.place", false, false },
    { "activities.*.group.size", false, false },
    { "activities.*.group.own_length", false, false },
    { "activities.*.group.staff", true, false },
    { "activities.*.placement.starts_every", false, false },
    { "meetings.*.text", false, false },
    { "meetings.*.agenda", true, false },
    { "meetings.*.interpreter", false, false },
    { "meetings.*.minutes_by", false, false },
    { "meetings.*.slots", false, false },
    { "tasks.*.text", false, false },
    { "tasks.*.owner", false, false },
    { "tasks.*.by", false, false },
    { "tasks.*.early", false, false },
    { "tasks.*.free_rows", false, false },
    { "rules.*", false, false }, /* on or off */
    { "rules.*.text", false, false },
    { "rules.*.within", false, false },
    { "rules.*.every", true, false },
    { "rules.*.calendar", false, false },
    { "rules.*.quota.count", false, false },
    { "rules.*.quota.in", false, false },
    { "rules.*.limit.min", false, false },
    { "rules.*.limit.max", false, false },
    { "rules.*.grace", false, false },
    { "rules.*.early", false, false },
    { "rules.*.roll", false, false },
    { "rules.*.clock", false, false },
    { "rules.*.missed", false, false },
    { "rules.*.owner", false, false },
    { "rules.*.co_owner", false, false },
    { "rules.*.severity", false, false },
    { "rules.*.escalate", true, false },
    { "forms.*.text", false, false },
    { "documents.*.text", false, false },
    { "documents.*.sections", true, false },
    { "documents.*.languages", true, false },
    { "documents.*.reply", false, false },
    { "relations.*.min", false, false },
    { "relations.*.max", false, false },
    { "relations.*.holder_max", false, false },
    { "lists.*.text", false, false },
    { "lists.*.items.*", false, true },
    { "measures.*.text", false, false },
    { "measures.*.target", false, false },
    { "measures.*.small", false, false },
    { "measures.*.swing", false, false },
};
const size_t overlay_path_count = sizeof overlay_paths / sizeof *overlay_paths;

const struct overlay_path *overlay_path_of(struct arena *arena, const char *path)
{
    struct text_pieces pieces = text_split(arena, path, '.');

    for (size_t i = 0; i < overlay_path_count; i++) {
        struct text_pieces wanted = text_split(arena, overlay_paths[i].pattern, '.');
        size_t k = 0;
        if (wanted.count != pieces.count)
            continue;
        while (k < wanted.count && (text_is(wanted.at[k], "*") || text_is(wanted.at[k], pieces.at[k])))
            k++;
        if (k == wanted.count)
            return &overlay_paths[i];
    }
    return NULL;
}

/* Is the text the node, or one of its entries? */
static bool holds(const struct node *node, const char *text)
{
    if (node == NULL)
        return false;
    if (node->kind == NODE_SCALAR)
        return text_is(node->text, text);
    for (const struct node *entry = node->first; entry != NULL; entry = entry->next)
        if (text_is(entry->text, text))
            return true;
    return false;
}

static const struct node *child_named(const struct node *node, const char *name)
{
    if (node->kind == NODE_MAPPING) {
        const struct node *child = node_get(node, name);
        /* A list with one element may be written without brackets. */
        return child == NULL && holds(node_get(node, "id"), name) ? node : child;
    }
    for (const struct node *entry = node->first; entry != NULL; entry = entry->next)
        if (holds(node_get(entry, "id"), name) || holds(node_get(entry, "was"), name))
            return entry;
    return NULL;
}

const struct node *overlay_node(struct arena *arena, const struct node *root, const char *path,
                                const struct node **parent)
{
    struct text_pieces pieces = text_split(arena, path, '.');
    const struct node *node = root;

    for (size_t i = 0; i < pieces.count; i++) {
        *parent = node;
        if (node == NULL)
            return NULL;
        node = child_named(node, pieces.at[i]);
    }
    return node;
}

const char *node_as_text(struct arena *arena, const struct node *node)
{
    struct text text = text_new(arena);

    if (node == NULL || node->kind == NODE_SCALAR)
        return node == NULL ? NULL : node->text;
    if (node_get(node, "da") != NULL)
        return node_get(node, "da")->text;
    for (const struct node *entry = node->first; entry != NULL; entry = entry->next) {
        const struct node *danish = node_get(entry, "da");
        text_add(&text, entry == node->first ? "" : ", ");
        if (entry->key != NULL)
            text_add_format(&text, "%s: ", entry->key->text);
        text_add(&text, entry->text != NULL ? entry->text : danish != NULL ? danish->text : "...");
    }
    return text_done(&text);
}
