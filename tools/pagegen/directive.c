/* SPDX-License-Identifier: MIT
 * directive.c: the lines that are not HTML. Each directive is a row of the table at the end. */
#include <string.h>

#include "reader.h"

/* What is left of the line, trimmed, with the reader moved to the line's end. */
static const char *rest_read(struct reader *r)
{
    const char *line_end = memchr(r->at, '\n', (size_t)(r->end - r->at));
    size_t length = (size_t)((line_end == NULL ? r->end : line_end) - r->at);
    const char *rest = text_trim(r->arena, arena_copy(r->arena, r->at, length));

    reader_skip(r, length);
    return rest;
}

/* One C expression up to the line's end; NULL after a mistake. */
static const char *condition_read(struct reader *r, const char *what)
{
    struct place place = r->place;
    const char *why, *rest = rest_read(r);

    expression_length(rest, rest + strlen(rest), "", &why);
    if (*rest == 0)
        mistake_add(r->mistakes, place, "nothing after %s, expected a C expression", what);
    else if (why != NULL)
        mistake_add(r->mistakes, place, "%s", why);
    return rest;
}

/* `name(arguments)` at the reader; false after a mistake. */
static bool signature_read(struct reader *r, const char **name, const char **arguments)
{
    struct place place = r->place;
    const char *why = NULL;

    *name = reader_name(r, "_");
    *arguments = "";
    reader_skip_space(r);
    if (**name == 0 || !reader_sees(r, "(")) {
        mistake_add(r->mistakes, place, "a name without brackets, expected name(...)");
        rest_read(r);
        return false;
    }
    reader_step(r);
    size_t length = expression_length(r->at, r->end, ")", &why);
    *arguments = text_trim(r->arena, arena_copy(r->arena, r->at, length));
    reader_skip(r, length);
    if (why == NULL && !reader_sees(r, ")"))
        why = "an open bracket, expected ) on this line";
    if (why != NULL) {
        mistake_add(r->mistakes, place, "%s", why);
        rest_read(r);
        return false;
    }
    reader_step(r);
    return true;
}

static void line_end_expect(struct reader *r, const char *after)
{
    struct place place = r->place;
    const char *rest = rest_read(r);

    if (*rest != 0)
        mistake_add(r->mistakes, place, "\"%.40s\" after %s, expected the line's end", rest, after);
}

static void include_read(struct reader *r, struct place place)
{
    const char *rest = rest_read(r);
    size_t length = strlen(rest);

    if (length < 3 || rest[0] != '"' || strchr(rest + 1, '"') != rest + length - 1 || strchr(rest, '\\'))
        mistake_add(r->mistakes, place, "include without a header, expected include \"folder/name.h\"");
    *LIST_ADD(r->arena, &r->file.includes) = rest;
}

static bool is_labelled(const struct reader *r, const struct field *field)
{
    for (size_t i = 0; field->id != NULL && i < r->label_ids.count; i++)
        if (text_is(r->label_ids.at[i], field->id))
            return true;
    return false;
}

void page_end(struct reader *r)
{
    static const char *const words[] = { [NODE_IF] = "if", [NODE_EACH] = "each", [NODE_IN] = "in" };

    if (!r->is_in_page)
        return;
    for (; r->blocks.count > 0; r->blocks.count--) {
        const struct open_block *block = &r->blocks.at[r->blocks.count - 1];
        mistake_add(r->mistakes, block->place, "%s is not ended, expected end before the page's end",
                    words[block->kind]);
    }
    elements_close(r, 0, "the page's end");
    for (size_t i = 0; i < r->fields.count; i++)
        if (!is_labelled(r, &r->fields.at[i]))
            mistake_add(r->mistakes, r->fields.at[i].place,
                        "<%s> without label, expected <label for> with the same id, or aria-label",
                        r->fields.at[i].name);
    r->fields.count = 0;
    r->label_ids.count = 0;
    struct page_function *page = reader_page(r);
    page->count = r->file.nodes.count - page->first;
    r->is_in_page = false;
}

static void page_read(struct reader *r, struct place place)
{
    struct page_function page = { .place = place };

    page_end(r);
    r->is_in_page = true;
    bool is_good = signature_read(r, &page.name, &page.parameters);
    page.first = r->file.nodes.count;
    reader_skip_space(r);
    if (is_good && reader_sees(r, "in ")) {
        reader_skip(r, 3);
        reader_skip_space(r);
        is_good = signature_read(r, &page.frame, &page.frame_arguments);
    }
    if (is_good)
        line_end_expect(r, "page name(...)");
    *LIST_ADD(r->arena, &r->file.functions) = page;
    r->before = EDGE_BLOCK;
}

static void block_open(struct reader *r, const struct node *node)
{
    *LIST_ADD(r->arena, &r->blocks) = (struct open_block){
        .kind = node->kind,
        .place = node->place,
        .word = node->word,
        .text = node->text,
        .element_count = r->elements.count,
    };
}

static void if_read(struct reader *r, struct place place)
{
    struct node *node = reader_add_node(r, NODE_IF, place);

    node->text = condition_read(r, "if");
    block_open(r, node);
}

static void each_read(struct reader *r, struct place place)
{
    const char *variable = reader_name(r, "_");

    reader_skip_space(r);
    bool is_good = *variable != 0 && reader_sees(r, "in ");
    if (is_good)
        reader_skip(r, 3);
    else
        mistake_add(r->mistakes, place, "each without in, expected each x in list");
    struct node *node = reader_add_node(r, NODE_EACH, place);
    node->word = variable;
    node->text = is_good ? condition_read(r, "in") : rest_read(r);
    block_open(r, node);
}

static void in_read(struct reader *r, struct place place)
{
    struct node *node = reader_add_node(r, NODE_IN, place);

    if (signature_read(r, &node->word, &node->text))
        line_end_expect(r, "in name(...)");
    block_open(r, node);
}

static void call_read(struct reader *r, struct place place)
{
    struct node *node = reader_add_node(r, NODE_CALL, place);

    if (signature_read(r, &node->word, &node->text))
        line_end_expect(r, "call name(...)");
}

/* The innermost block when it is of that kind and has no second part yet; otherwise a mistake. */
static struct open_block *block_expect(struct reader *r, struct place place, enum node_kind kind,
                                       const char *word, const char *expected)
{
    struct open_block *block = r->blocks.count == 0 ? NULL : &r->blocks.at[r->blocks.count - 1];

    if (block == NULL || block->kind != kind || block->has_else) {
        mistake_add(r->mistakes, place, "%s in the wrong place, expected it %s", word, expected);
        return NULL;
    }
    elements_close(r, block->element_count, word);
    return block;
}

static void else_read(struct reader *r, struct place place)
{
    struct open_block *block = block_expect(r, place, NODE_IF, "else", "once, between if and end");
    bool is_else_if = reader_sees(r, "if ");

    if (is_else_if)
        reader_skip(r, 3);
    struct node *node = reader_add_node(r, is_else_if ? NODE_ELSE_IF : NODE_ELSE, place);
    if (is_else_if)
        node->text = condition_read(r, "else if");
    else if (block != NULL)
        block->has_else = true;
}

static void none_read(struct reader *r, struct place place)
{
    struct open_block *block = block_expect(r, place, NODE_EACH, "none", "once, between each and end");

    if (block == NULL)
        return;
    block->has_else = true;
    reader_add_node(r, NODE_NONE, place)->text = block->text;
}

static void end_read(struct reader *r, struct place place)
{
    if (r->blocks.count == 0) {
        mistake_add(r->mistakes, place, "end without if, each or in, expected no end here");
        return;
    }
    struct open_block block = r->blocks.at[--r->blocks.count];
    elements_close(r, block.element_count, "end");
    struct node *node = reader_add_node(r, block.kind == NODE_IN ? NODE_OUT : NODE_END, place);
    node->word = block.word;
    node->text = block.text;
}

static void body_read(struct reader *r, struct place place)
{
    struct page_function *page = reader_page(r);

    if (r->blocks.count > 0 || page->has_body)
        mistake_add(r->mistakes, place, "body in the wrong place, expected it once, outside of if, each and in");
    page->has_body = true;
    reader_add_node(r, NODE_BODY, place);
}

/* How a line must go on to be the directive and not a word of text. */
enum shape { SHAPE_ALONE, SHAPE_ANY, SHAPE_SIGNATURE, SHAPE_QUOTE, SHAPE_ELSE };

static const struct directive {
    const char *word;
    enum shape shape;
    bool is_outside; /* May stand before the first page. */
    void (*read)(struct reader *r, struct place place);
} directives[] = {
    { "include", SHAPE_QUOTE, true, include_read },
    { "page", SHAPE_SIGNATURE, true, page_read },
    { "if", SHAPE_ANY, false, if_read },
    { "else", SHAPE_ELSE, false, else_read },
    { "each", SHAPE_ANY, false, each_read },
    { "none", SHAPE_ALONE, false, none_read },
    { "end", SHAPE_ALONE, false, end_read },
    { "call", SHAPE_ANY, false, call_read },
    { "in", SHAPE_SIGNATURE, false, in_read },
    { "body", SHAPE_ALONE, false, body_read },
};

/* True for `name(`, with or without spaces. */
static bool is_signature(const char *rest)
{
    size_t name = strspn(rest, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    return name > 0 && rest[name + strspn(rest + name, " ")] == '(';
}

static bool has_shape(const char *rest, enum shape shape)
{
    switch (shape) {
    case SHAPE_ALONE: return *rest == 0;
    case SHAPE_ANY: return true;
    case SHAPE_SIGNATURE: return is_signature(rest);
    case SHAPE_QUOTE: return *rest == '"';
    case SHAPE_ELSE: return *rest == 0 || text_starts(rest, "if ");
    }
    return false;
}

/* A line that is nearly a directive, or one of another template language, would be shown as text. */
static const char *meant(const char *word, const char *rest)
{
    static const char *const foreign[] = { "endif", "endeach", "endfor", "elif", "elseif", "foreach", "unless" };

    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (text_is(word, foreign[i]))
            return "end, else, else if, if or each";
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++) {
        const struct directive *d = &directives[i];
        bool has_form = has_shape(rest, d->shape) && (d->shape != SHAPE_ANY || is_signature(rest));
        if (strlen(word) > 2 && has_form && text_distance(word, d->word) == 1)
            return d->word;
    }
    return NULL;
}

static const struct directive *directive_find(const char *word, const char *rest)
{
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++)
        if (text_is(directives[i].word, word) && has_shape(rest, directives[i].shape))
            return &directives[i];
    return NULL;
}

bool directive_read(struct reader *r)
{
    struct reader line_start = *r;

    reader_skip_space(r);
    struct place place = r->place;
    if (reader_sees(r, "#")) {
        rest_read(r);
        return true;
    }
    const char *word = reader_name(r, "_");
    reader_skip_space(r);
    struct reader after_word = *r;
    const char *rest = rest_read(r);
    *r = after_word;

    const struct directive *directive = directive_find(word, rest);
    if (directive == NULL) {
        const char *expected = *word == 0 ? NULL : meant(word, rest);
        if (expected != NULL)
            mistake_add(r->mistakes, place, "%s is no directive, expected %s", word, expected);
        *r = line_start;
        return false;
    }
    run_flush(r, EDGE_DIRECTIVE);
    if (!directive->is_outside && !r->is_in_page) {
        reader_expect_page(r, place, word);
        rest_read(r);
        return true;
    }
    directive->read(r, place);
    return true;
}
