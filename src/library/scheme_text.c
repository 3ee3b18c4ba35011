/* SPDX-License-Identifier: MIT
 * scheme_text.c: walks the tree a scheme was read from and writes it in flow style, each scalar quoted. */
#include "library/scheme_text.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "yaml/yaml.h"

static void add_quoted(struct text *text, const char *scalar)
{
    text_add_char(text, '"');
    for (const char *p = scalar; *p != 0; p++) {
        if (*p == '"' || *p == '\\')
            text_add_char(text, '\\');
        if (*p == '\n')
            text_add(text, "\\n");
        else
            text_add_char(text, *p);
    }
    text_add_char(text, '"');
}

static void add_begin(struct text *text, const struct node *node)
{
    if (node->key != NULL) {
        add_quoted(text, node->key->text);
        text_add(text, ": ");
    }
    if (node->kind == NODE_SCALAR)
        add_quoted(text, node->text);
    else
        text_add_char(text, node->kind == NODE_MAPPING ? '{' : '[');
}

static void add_end(struct text *text, const struct node *node)
{
    if (node->kind != NODE_SCALAR)
        text_add_char(text, node->kind == NODE_MAPPING ? '}' : ']');
}

/* Depth first; the open nodes above stand in a list, since data may be deep and C's stack is not ours. */
const char *scheme_text(struct arena *arena, const struct scheme *scheme)
{
    struct text text = text_new(arena);
    LIST_OF(const struct node *) open = { 0 };

    for (const struct node *node = scheme->node; node != NULL;) {
        add_begin(&text, node);
        if (node->kind != NODE_SCALAR && node->first != NULL) {
            *LIST_ADD(arena, &open) = node;
            node = node->first;
            continue;
        }
        add_end(&text, node);
        while (open.count > 0 && node->next == NULL) {
            node = open.at[--open.count];
            add_end(&text, node);
        }
        bool is_done = open.count == 0;
        if (!is_done)
            text_add(&text, ", ");
        node = is_done ? NULL : node->next;
    }
    return text_done(&text);
}

const struct scheme *scheme_of_text(struct arena *arena, const char *text)
{
    struct mistakes mistakes = mistakes_new(arena);

    return text_is_blank(text) ? NULL : scheme_read(arena, "arkivet", text, strlen(text), &mistakes);
}
