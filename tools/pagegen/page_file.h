/* SPDX-License-Identifier: MIT
 * page_file.h: a .page file as read: page functions, each a flat run of nodes. read.c makes it,
 * write_c.c makes C of it, gather.c takes its messages. */
#ifndef PAGEGEN_PAGE_FILE_H
#define PAGEGEN_PAGE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "hole.h"
#include "mistake.h"

enum node_kind {
    NODE_MARKUP,  /* text: bytes of HTML */
    NODE_HOLE,    /* hole, where, word, text: the expression */
    NODE_MESSAGE, /* text: Danish with {1}...; its `hole_count` holes are the next nodes */
    NODE_IF,      /* text: condition */
    NODE_ELSE_IF, /* text: condition */
    NODE_ELSE,
    NODE_EACH, /* word: variable, text: list */
    NODE_NONE, /* text: list */
    NODE_END,  /* of if, each or none */
    NODE_CALL, /* word: function, text: arguments */
    NODE_IN,   /* word: frame, text: arguments */
    NODE_OUT,  /* The end of an in; the same */
    NODE_BODY,
};

struct node {
    enum node_kind kind;
    struct place place;
    const char *text, *word;
    const struct hole_kind *hole;
    enum hole_place where; /* Of a hole or a message. */
    size_t hole_count;
};

struct page_function {
    struct place place;
    const char *name, *parameters;
    const char *frame, *frame_arguments; /* NULL without `in`. */
    bool has_body;                       /* It is a frame. */
    size_t first, count;                 /* Its nodes. */
};

struct page_file {
    const char *name; /* As given, for #line and mistakes. */
    struct {
        const char **at;
        size_t count, room;
    } includes;
    struct {
        struct page_function *at;
        size_t count, room;
    } functions;
    struct {
        struct node *at;
        size_t count, room;
    } nodes;
};

/* Reads a .page file; what is wrong goes to `mistakes`, whose file must be set to `name`. The result
 * is only fit to be written when there are none. Terminates, and reads nothing outside, for any bytes. */
struct page_file page_file_read(struct arena *arena, const char *name, const char *bytes, size_t length,
                                struct mistakes *mistakes);

#endif
