/* SPDX-License-Identifier: MIT
 * reader.h: the state that read.c, directive.c, tag.c and run.c share while a .page file is read. It is a machine
 * with two stacks (elements and blocks) and no recursion: any bytes end in nodes or in mistakes. */
#ifndef PAGEGEN_READER_H
#define PAGEGEN_READER_H

#include "base/list.h"
#include "base/text.h"
#include "html.h"
#include "page_file.h"

/* What stands beside a text decides whether white space between them is seen. */
enum edge { EDGE_BLOCK, EDGE_INLINE, EDGE_DIRECTIVE };

/* A text with holes while it grows, in an element or an attribute. */
struct run {
    struct place place;
    struct text text; /* As written, with {1} {2} for holes. */
    LIST_OF(struct node) holes;
    bool has_space_before, has_space_pending;
};

struct open_element {
    const char *name;
    const struct element *element; /* NULL inside SVG. */
    struct place place;
    bool keeps, is_foreign, is_quiet, is_label; /* Also true inside such an element. */
};

struct open_block {
    enum node_kind kind; /* NODE_IF, NODE_EACH or NODE_IN */
    struct place place;
    const char *word, *text;
    size_t element_count; /* Open elements when it began: each branch must end with as many. */
    bool has_else;        /* `else` or `none` has been. */
};

struct field {
    struct place place;
    const char *name, *id;
};

struct reader {
    struct arena *arena;
    struct mistakes *mistakes;
    struct page_file file;
    const char *at, *end;
    struct place place;
    bool is_line_start, is_in_page;
    bool is_outside_told; /* One mistake is enough for all that stands before the first page. */
    enum edge before;
    struct run run;
    LIST_OF(struct open_element) elements;
    LIST_OF(struct open_block) blocks;
    LIST_OF(struct field) fields; /* Of this page, still without label. */
    LIST_OF(const char *) label_ids; /* What its labels are for. */
};

/* One byte on, or many. */
void reader_step(struct reader *r);
void reader_skip(struct reader *r, size_t count);
void reader_skip_space(struct reader *r); /* Within the line. */

/* The text at the reader, without moving. */
bool reader_sees(const struct reader *r, const char *text);

/* A name of letters, digits and `more` at the reader, moved past it; "" when there is none. */
const char *reader_name(struct reader *r, const char *more);

struct node *reader_add_node(struct reader *r, enum node_kind kind, struct place place);
void reader_add_markup(struct reader *r, struct place place, const char *text);
struct page_function *reader_page(struct reader *r);

/* Something stands here; it must be inside a page function. */
void reader_expect_page(struct reader *r, struct place place, const char *what);

/* directive.c: reads the line when it is a directive; false when it is HTML. */
bool directive_read(struct reader *r);

/* Ends the page function being read: what is still open is a mistake. */
void page_end(struct reader *r);

/* tag.c: reads what begins with <. */
void tag_read(struct reader *r);

/* Mistakes for all elements beyond the first `keep`, which are then closed. */
void elements_close(struct reader *r, size_t keep, const char *where);

/* run.c: the text between tags and directives. */
void run_begin(struct reader *r, struct run *run);
void run_add_char(struct run *run, char c, bool keeps);
/* Reads a {hole} at the reader into `run`. */
void run_add_hole(struct reader *r, struct run *run, enum hole_place where);
/* A hole in a tag, as an attribute of its own; NULL after a mistake. */
const struct node *hole_read(struct reader *r, struct node *hole, enum hole_place where);
/* Turns it into nodes; `is_message` when its words may be translated. */
void run_write(struct reader *r, const struct run *run, enum hole_place where, bool is_message);
/* Ends the reader's own run before something with that edge. */
void run_flush(struct reader *r, enum edge after);

#endif
