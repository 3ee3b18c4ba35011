/* SPDX-License-Identifier: MIT
 * token.h: SQL cut into pieces, enough to find tables, parameters and words to replace. The pieces of a
 * text, put together again, are the text. */
#ifndef SQLGEN_TOKEN_H
#define SQLGEN_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

enum token_kind {
    TOKEN_WORD,      /* A keyword or a name. */
    TOKEN_PARAMETER, /* :name */
    TOKEN_LITERAL,   /* 'text', "name" or a number. */
    TOKEN_SIGN,      /* One character, or :: */
    TOKEN_SPACE,     /* White space and comments. */
    TOKEN_END,
};

struct token {
    enum token_kind kind;
    const char *at;
    size_t length;
};

/* The next piece; *rest moves past it. */
struct token token_next(const char **rest);

/* The token is this word or sign; words without regard to case. */
bool token_is(struct token token, const char *word);

#endif
