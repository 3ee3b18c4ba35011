/* SPDX-License-Identifier: MIT
 * run.c: runs of text with holes, in elements and attributes. A run with a letter in it is a message;
 * the rest (digits, dots, holes alone) is the same in all languages. */
#include <string.h>

#include "message.h"
#include "reader.h"

enum { HOLE_COUNT_MAX = 99 };

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

void run_begin(struct reader *r, struct run *run)
{
    *run = (struct run){ .place = r->place, .text = text_new(r->arena) };
}

void run_add_char(struct run *run, char c, bool keeps)
{
    if (!keeps && is_space(c)) {
        if (run->text.length == 0)
            run->has_space_before = true;
        else
            run->has_space_pending = true;
        return;
    }
    if (run->has_space_pending)
        text_add_char(&run->text, ' ');
    run->has_space_pending = false;
    text_add_char(&run->text, c);
}

/* The expression of a hole, trimmed; NULL after a mistake. Leaves the reader after the }. */
static const char *expression_read(struct reader *r, struct place place)
{
    const char *why;
    size_t length = expression_length(r->at, r->end, "}", &why);
    char *expression = text_trim(r->arena, arena_copy(r->arena, r->at, length));

    if (why == NULL && (length == (size_t)(r->end - r->at) || r->at[length] != '}'))
        why = "a hole that does not end, expected } on the same line";
    if (why == NULL && *expression == 0)
        why = "an empty hole, expected {kind expression}";
    if (why == NULL) {
        reader_skip(r, length);
    } else {
        mistake_add(r->mistakes, place, "%s", why);
        /* To the first } of the line, so that the rest of the hole is not taken for HTML. */
        while (r->at < r->end && *r->at != '}' && *r->at != '\n')
            reader_step(r);
    }
    if (reader_sees(r, "}"))
        reader_step(r);
    return why == NULL ? expression : NULL;
}

const struct node *hole_read(struct reader *r, struct node *hole, enum hole_place where)
{
    *hole = (struct node){ .kind = NODE_HOLE, .place = r->place, .where = where };
    reader_step(r);
    reader_skip_space(r);
    const char *name = reader_name(r, "_");
    hole->hole = hole_find(name);
    reader_skip_space(r);
    if (hole->hole != NULL && hole->hole->has_word) {
        hole->word = reader_name(r, "_-");
        reader_skip_space(r);
    }
    hole->text = expression_read(r, hole->place);
    if (hole->text == NULL)
        return NULL;
    if (hole->hole == NULL || !(hole->hole->places & where)) {
        mistake_add(r->mistakes, hole->place, "hole {%s}, expected one of %s", name,
                    hole_names(r->arena, where));
        return NULL;
    }
    return hole;
}

void run_add_hole(struct reader *r, struct run *run, enum hole_place where)
{
    struct node hole;

    if (hole_read(r, &hole, where) == NULL)
        return;
    if (run->holes.count == HOLE_COUNT_MAX) {
        mistake_add(r->mistakes, hole.place, "too many holes in one text, expected at most 99");
        return;
    }
    if (run->has_space_pending)
        text_add_char(&run->text, ' ');
    run->has_space_pending = false;
    *LIST_ADD(r->arena, &run->holes) = hole;
    text_add_format(&run->text, "{%zu}", run->holes.count);
}

void run_write(struct reader *r, const struct run *run, enum hole_place where, bool is_message)
{
    struct text copy = run->text;
    const char *text = text_done(&copy);

    if (is_message && message_has_letters(text)) {
        struct node *node = reader_add_node(r, NODE_MESSAGE, run->place);
        node->text = text;
        node->where = where;
        node->hole_count = run->holes.count;
        for (size_t i = 0; i < run->holes.count; i++)
            *LIST_ADD(r->arena, &r->file.nodes) = run->holes.at[i];
        return;
    }
    struct message_piece piece = { .rest = text };
    while (message_next(&piece)) {
        if (piece.length > 0)
            reader_add_markup(r, run->place, message_markup(r->arena, piece.at, piece.length));
        if (piece.hole > 0)
            *LIST_ADD(r->arena, &r->file.nodes) = run->holes.at[piece.hole - 1];
    }
}

void run_flush(struct reader *r, enum edge after)
{
    const struct run *run = &r->run;
    const struct open_element *open =
        r->elements.count > 0 ? &r->elements.at[r->elements.count - 1] : NULL;
    bool is_empty = run->text.length == 0;
    bool keeps = open != NULL && open->keeps;

    if (run->has_space_before && r->before == EDGE_INLINE && (!is_empty || after != EDGE_BLOCK))
        reader_add_markup(r, run->place, " ");
    if (!is_empty) {
        if (open != NULL && open->element != NULL && open->element->flags & ELEMENT_EMPTY)
            mistake_add(r->mistakes, run->place, "text in <%s>, expected nothing but src=", open->name);
        reader_expect_page(r, run->place, "text");
        run_write(r, run, IN_TEXT, !keeps && !(open != NULL && open->is_quiet));
        if (run->has_space_pending && after != EDGE_BLOCK)
            reader_add_markup(r, run->place, " ");
    }
    r->before = after;
    run_begin(r, &r->run);
}
