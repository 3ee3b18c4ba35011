/* SPDX-License-Identifier: MIT
 * read.c: the reader's main loop and its steps. The loop looks at a line's start for a directive, and
 * otherwise at one byte: a tag, a hole, or text. */
#include <string.h>

#include "reader.h"

void reader_step(struct reader *r)
{
    if (r->at >= r->end)
        return;
    if (*r->at == '\n') {
        r->place.line++;
        r->place.column = 0;
    }
    r->at++;
    /* Bytes that continue a letter are not columns. */
    if (r->at == r->end || ((unsigned char)*r->at & 0xc0) != 0x80)
        r->place.column++;
}

void reader_skip(struct reader *r, size_t count)
{
    while (count-- > 0)
        reader_step(r);
}

void reader_skip_space(struct reader *r)
{
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\r'))
        reader_step(r);
}

bool reader_sees(const struct reader *r, const char *text)
{
    size_t length = strlen(text);

    return (size_t)(r->end - r->at) >= length && memcmp(r->at, text, length) == 0;
}

static bool is_name_char(char c, const char *more)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != 0 && strchr(more, c) != NULL);
}

const char *reader_name(struct reader *r, const char *more)
{
    const char *start = r->at;

    while (r->at < r->end && is_name_char(*r->at, more))
        reader_step(r);
    return arena_copy(r->arena, start, (size_t)(r->at - start));
}

struct node *reader_add_node(struct reader *r, enum node_kind kind, struct place place)
{
    struct node *node = LIST_ADD(r->arena, &r->file.nodes);

    node->kind = kind;
    node->place = place;
    return node;
}

void reader_add_markup(struct reader *r, struct place place, const char *text)
{
    reader_add_node(r, NODE_MARKUP, place)->text = text;
}

struct page_function *reader_page(struct reader *r)
{
    return &r->file.functions.at[r->file.functions.count - 1];
}

void reader_expect_page(struct reader *r, struct place place, const char *what)
{
    if (!r->is_in_page && !r->is_outside_told)
        mistake_add(r->mistakes, place, "%s outside of a page, expected page name(...) first", what);
    r->is_outside_told = r->is_outside_told || !r->is_in_page;
}

static void text_read(struct reader *r)
{
    const struct open_element *open = r->elements.count == 0 ? NULL : &r->elements.at[r->elements.count - 1];

    if (r->run.text.length == 0)
        r->run.place = r->place;
    if (*r->at == '{') {
        if (open != NULL && open->element != NULL && open->element->flags & (ELEMENT_EMPTY | ELEMENT_REFUSED))
            mistake_add(r->mistakes, r->place, "a hole in <%s>, expected it in text or a quoted attribute", open->name);
        run_add_hole(r, &r->run, IN_TEXT);
    } else {
        if (*r->at == '}')
            mistake_add(r->mistakes, r->place, "} without {, expected &#125; for the sign");
        run_add_char(&r->run, *r->at, open != NULL && open->keeps);
        r->is_line_start = *r->at == '\n';
        reader_step(r);
    }
}

static bool is_blank_before_line_end(const struct reader *r)
{
    const char *p = r->at;

    while (p < r->end && (*p == ' ' || *p == '\t' || *p == '\r'))
        p++;
    return p == r->end || *p == '\n';
}

struct page_file page_file_read(struct arena *arena, const char *name, const char *bytes, size_t length,
                                struct mistakes *mistakes)
{
    struct reader r = {
        .arena = arena,
        .mistakes = mistakes,
        .file.name = name,
        .at = bytes,
        .end = bytes + length,
        .place = { 1, 1 },
        .is_line_start = true,
    };

    run_begin(&r, &r.run);
    if (!text_is_utf8(bytes, length) || memchr(bytes, 0, length) != NULL) {
        mistake_add(mistakes, r.place, "bytes that are no text, expected UTF-8");
        return r.file;
    }
    while (r.at < r.end) {
        bool is_new_line = r.is_line_start;
        r.is_line_start = false;
        if (is_new_line && !is_blank_before_line_end(&r) && directive_read(&r))
            continue;
        if (*r.at == '<')
            tag_read(&r);
        else
            text_read(&r);
    }
    run_flush(&r, EDGE_BLOCK);
    page_end(&r);
    return r.file;
}
