/* SPDX-License-Identifier: MIT
 * overlay.c: edits are put into a copy of the scheme's tree, which is then read like any file; so an edit
 * can do nothing that a file cannot, and is refused in the same words. */
#include "engine/overlay.h"

#include <string.h>

#include "base/list.h"
#include "engine/overlay_private.h"

/* A tree that was copied here is ours to change, also where a lookup gives it back as const. */
static struct node *own(const struct node *node)
{
    struct node *mine;

    memcpy(&mine, &node, sizeof mine);
    return mine;
}

/* A node to copy, and where the copy's address goes. */
struct copying {
    const struct node *from;
    const struct node **to;
};

/* A copy of a whole tree that may be changed; keys and texts are shared. */
static struct node *tree_copy(struct arena *arena, const struct node *root)
{
    const struct node *copy = NULL;
    LIST_OF(struct copying) waiting = { 0 };

    *LIST_ADD(arena, &waiting) = (struct copying){ root, &copy };
    while (waiting.count > 0) {
        struct copying next = waiting.at[--waiting.count];
        struct node *made = arena_alloc(arena, sizeof *made);
        *made = *next.from;
        *next.to = made;
        /* first and next of the copy are set below, through their own addresses. */
        if (next.from->first != NULL)
            *LIST_ADD(arena, &waiting) = (struct copying){ next.from->first, &made->first };
        if (next.from != root && next.from->next != NULL)
            *LIST_ADD(arena, &waiting) = (struct copying){ next.from->next, &made->next };
    }
    return own(copy);
}

static struct node *scalar_new(struct arena *arena, const struct node *place, const char *text)
{
    struct node *node = arena_alloc(arena, sizeof *node);

    node->kind = NODE_SCALAR;
    node->line = place->line;
    node->column = place->column;
    node->text = text;
    return node;
}

/* The value as a node: a list or group when it is written as one and may be one, else the text. */
static struct node *value_new(struct arena *arena, const struct overlay_path *path, const struct node *place,
                              const struct overlay_edit *edit, struct mistakes *mistakes)
{
    bool is_group = edit->value[0] == '[' || edit->value[0] == '{';

    if (!path->is_list || !is_group)
        return scalar_new(arena, place, edit->value);
    const struct node *node = yaml_read(arena, edit->path, edit->value, strlen(edit->value), mistakes);
    return node == NULL ? NULL : tree_copy(arena, node);
}

static void remove_child(struct node *parent, const struct node *child)
{
    const struct node **link = &parent->first;

    while (*link != child)
        link = &own(*link)->next;
    *link = child->next;
    parent->count--;
}

static void append_child(struct node *parent, struct node *child)
{
    const struct node **link = &parent->first;

    while (*link != NULL)
        link = &own(*link)->next;
    *link = child;
    parent->count++;
}

/* The new value takes the place of the old one in its list; its key and next stay. */
static void replace(struct node *old, const struct node *value)
{
    const struct node *key = old->key, *next = old->next;

    *old = *value;
    old->key = key;
    old->next = next;
}

static const char *last_piece(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot == NULL ? path : dot + 1;
}

static bool is_rule_switch(const struct overlay_path *path)
{
    return text_is(path->pattern, "rules.*");
}

static bool refuse(struct mistakes *mistakes, const struct overlay_edit *edit, const char *why)
{
    mistake_add(mistakes, edit->path, 0, 0, edit->value, NULL, "%s: %s", edit->path, why);
    return false;
}

/* "lists.formaal.items.x": does the list say `open: yes`? */
static bool is_open_list(struct arena *arena, const struct node *root, const char *path)
{
    struct text_pieces pieces = text_split(arena, path, '.');
    const struct node *parent;
    const char *open = arena_format(arena, "%s.%s.open", pieces.at[0], pieces.at[1]);

    return text_is(node_as_text(arena, overlay_node(arena, root, open, &parent)), "yes");
}

/* Adds an item to an open list, whether its items are a map or a list. */
static bool add_item(struct arena *arena, struct node *items, const struct overlay_edit *edit,
                     struct mistakes *mistakes)
{
    struct node *item = scalar_new(arena, items, edit->value);

    if (items->kind != NODE_MAPPING)
        return refuse(mistakes, edit, "listens led er ikke skrevet som id: tekst");
    item->key = scalar_new(arena, items, last_piece(edit->path));
    append_child(items, item);
    return true;
}

/* Puts one edit into the tree. False, with a mistake, when it cannot be. */
static bool edit_put(struct arena *arena, struct node *root, const struct overlay_edit *edit,
                     struct mistakes *mistakes)
{
    const struct overlay_path *path = overlay_path_of(arena, edit->path);
    const struct node *parent = NULL;

    if (path == NULL)
        return refuse(mistakes, edit, "denne del af ordningen kan ikke ændres her");
    struct node *node = own(overlay_node(arena, root, edit->path, &parent));
    if (parent == NULL || (node == NULL && is_rule_switch(path)))
        return refuse(mistakes, edit, "findes ikke længere i ordningen");
    if (is_rule_switch(path)) {
        if (text_is(edit->value, "off"))
            remove_child(own(parent), node);
        else if (!text_is(edit->value, "on"))
            return refuse(mistakes, edit, "forventede on eller off");
        return true;
    }
    if (path->needs_open && !is_open_list(arena, root, edit->path))
        return refuse(mistakes, edit, "listen er ikke åben for kommunens egne led");
    if (path->needs_open && node == NULL)
        return add_item(arena, own(parent), edit, mistakes);
    if (path->needs_open && node_get(node, "id") != NULL)
        return refuse(mistakes, edit, "led med datoer rettes i en egen ordning");
    struct node *value = value_new(arena, path, parent, edit, mistakes);
    if (value == NULL)
        return false;
    if (node != NULL) {
        replace(node, value);
    } else {
        value->key = scalar_new(arena, parent, last_piece(edit->path));
        append_child(own(parent), value);
    }
    return true;
}

/* The scheme with one more edit, or NULL and the reasons. */
static const struct scheme *apply_one(struct arena *arena, const struct scheme *scheme,
                                      const struct overlay_edit *edit, struct mistakes *mistakes)
{
    struct node *root = tree_copy(arena, scheme->node);

    if (!edit_put(arena, root, edit, mistakes))
        return NULL;
    return scheme_read_node(arena, scheme->file, root, mistakes);
}

bool overlay_may(struct arena *arena, const struct scheme *scheme, const struct overlay_edit *edit,
                 struct mistakes *mistakes)
{
    return apply_one(arena, scheme, edit, mistakes) != NULL;
}

/* Edits of one path replace each other, so only the last in force is put in. A rule switched off and on
 * again is on, since each begins from the library's tree. */
static bool is_last(const struct overlay *overlay, size_t at, day on)
{
    const struct overlay_edit *edit = &overlay->at[at];

    for (size_t i = 0; i < overlay->count; i++) {
        const struct overlay_edit *other = &overlay->at[i];
        if (i == at || other->valid_from > on || !text_is(other->path, edit->path))
            continue;
        if (other->valid_from > edit->valid_from || (other->valid_from == edit->valid_from && i > at))
            return false;
    }
    return true;
}

const struct scheme *overlay_apply(struct arena *arena, const struct scheme *scheme,
                                   const struct overlay *overlay, day on, struct mistakes *mistakes)
{
    /* Rules are switched off last, so that edits of a rule that is off are not taken for vanished. */
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < overlay->count; i++) {
            const struct overlay_edit *edit = &overlay->at[i];
            const struct overlay_path *path = overlay_path_of(arena, edit->path);
            bool is_switch = path != NULL && is_rule_switch(path);
            if (edit->valid_from > on || is_switch != (pass == 1) || !is_last(overlay, i, on))
                continue;
            const struct scheme *changed = apply_one(arena, scheme, edit, mistakes);
            scheme = changed == NULL ? scheme : changed;
        }
    }
    return scheme;
}

/* The days on which an edit begins, each once, in order. */
struct days {
    day *at;
    size_t count, room;
};

static struct days edit_days(struct arena *arena, const struct overlay *overlay)
{
    struct days days = { 0 };

    for (size_t i = 0; i < overlay->count; i++) {
        size_t at = 0;
        while (at < days.count && days.at[at] < overlay->at[i].valid_from)
            at++;
        if (at < days.count && days.at[at] == overlay->at[i].valid_from)
            continue;
        *LIST_ADD(arena, &days) = 0;
        memmove(&days.at[at + 1], &days.at[at], (days.count - 1 - at) * sizeof *days.at);
        days.at[at] = overlay->at[i].valid_from;
    }
    return days;
}

/* Does an edit that begins on the day touch the rule? One of another section may, through what it
 * implies. */
static bool is_touched(const struct overlay *overlay, day on, const char *rule)
{
    size_t length = strlen(rule);

    for (size_t i = 0; i < overlay->count; i++) {
        const char *path = overlay->at[i].path;
        if (overlay->at[i].valid_from != on)
            continue;
        if (!text_starts(path, "rules."))
            return true;
        path += strlen("rules.");
        if (strncmp(path, rule, length) == 0 && (path[length] == 0 || path[length] == '.'))
            return true;
    }
    return false;
}

static day later(day a, day b)
{
    return a == DAY_NONE || (b != DAY_NONE && b > a) ? b : a;
}

static day earlier(day a, day b)
{
    return a == DAY_NONE || (b != DAY_NONE && b < a) ? b : a;
}

/* The rule's forms: one for the library, one for each day an edit touches it; a day on which it is
 * switched off ends the form before. */
static struct rule_line line_of(struct arena *arena, const struct scheme *const *forms, const struct days *days,
                                const struct overlay *overlay, const struct rule *rule)
{
    LIST_OF(struct rule_version) versions = { 0 };

    for (size_t i = 0; i <= days->count; i++) {
        const struct scheme_rule *found = scheme_rule_find(forms[i], rule->id.text);
        bool is_new = i == 0 || is_touched(overlay, days->at[i - 1], rule->id.text);
        if (!is_new)
            continue;
        day from = i == 0 ? DAY_NONE : days->at[i - 1];
        if (versions.count > 0) {
            struct valid *last = &versions.at[versions.count - 1].valid;
            last->to = earlier(last->to, from - 1);
        }
        if (found == NULL)
            continue;
        struct valid valid = { later(from, found->rule.valid.from), found->rule.valid.to };
        *LIST_ADD(arena, &versions) = (struct rule_version){ valid, found->rule };
    }
    return (struct rule_line){ forms[0]->id, rule->id, versions.at, versions.count };
}

struct rule_lines overlay_rule_lines(struct arena *arena, const struct scheme *scheme,
                                     const struct overlay *overlay, struct mistakes *mistakes)
{
    struct days days = edit_days(arena, overlay);
    const struct scheme **forms = arena_array(arena, days.count + 1, sizeof *forms);
    LIST_OF(struct rule_line) lines = { 0 };

    forms[0] = scheme;
    for (size_t i = 0; i < days.count; i++)
        forms[i + 1] = overlay_apply(arena, scheme, overlay, days.at[i], mistakes);
    for (size_t i = 0; i < scheme->rules.count; i++)
        *LIST_ADD(arena, &lines) = line_of(arena, forms, &days, overlay, &scheme->rules.at[i].rule);
    for (size_t i = 0; i < scheme->implied.count; i++)
        *LIST_ADD(arena, &lines) = line_of(arena, forms, &days, overlay, &scheme->implied.at[i].rule);
    return (struct rule_lines){ lines.at, lines.count };
}
