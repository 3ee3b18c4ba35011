/* SPDX-License-Identifier: MIT
 * token.c: cutting SQL into pieces. */
#include "token.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool begins_name(char c)
{
    return isalpha((unsigned char)c) || c == '_';
}

static bool is_in_name(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static const char *past_name(const char *at)
{
    while (is_in_name(*at))
        at++;
    return at;
}

/* Past white space and comments; `at` itself when there is none. */
static const char *past_space(const char *at)
{
    for (;;) {
        if (isspace((unsigned char)*at))
            at++;
        else if (strncmp(at, "--", 2) == 0)
            at += strcspn(at, "\n");
        else if (strncmp(at, "/*", 2) == 0)
            at = strstr(at + 2, "*/") == NULL ? at + strlen(at) : strstr(at + 2, "*/") + 2;
        else
            return at;
    }
}

/* Past a quoted piece. A doubled quote inside reads as the end of one piece and the start of the next,
 * which is the same text in the end. */
static const char *past_quoted(const char *at)
{
    const char *end = strchr(at + 1, *at);

    return end == NULL ? at + strlen(at) : end + 1;
}

struct token token_next(const char **rest)
{
    const char *at = *rest;
    const char *end = past_space(at);
    enum token_kind kind = TOKEN_SPACE;

    if (*at == 0) {
        kind = TOKEN_END;
    } else if (end > at) {
        kind = TOKEN_SPACE;
    } else if (begins_name(*at)) {
        kind = TOKEN_WORD;
        end = past_name(at);
    } else if (*at == ':' && begins_name(at[1])) {
        kind = TOKEN_PARAMETER;
        end = past_name(at + 1);
    } else if (*at == '\'' || *at == '"') {
        kind = TOKEN_LITERAL;
        end = past_quoted(at);
    } else if (isdigit((unsigned char)*at)) {
        kind = TOKEN_LITERAL;
        end = past_name(at);
    } else {
        kind = TOKEN_SIGN;
        end = at + (strncmp(at, "::", 2) == 0 ? 2 : 1);
    }
    *rest = end;
    return (struct token){ kind, at, (size_t)(end - at) };
}

bool token_is(struct token token, const char *word)
{
    return token.length == strlen(word) && strncasecmp(token.at, word, token.length) == 0;
}
