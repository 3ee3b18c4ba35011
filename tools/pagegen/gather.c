/* SPDX-License-Identifier: MIT
 * gather.c: finding messages. Of C only so much is understood that comments, strings and characters
 * cannot be mistaken for calls. */
#include "gather.h"

#include <string.h>

#include "base/text.h"
#include "message.h"

/* "{1} text m->name, {2} day m->on": what stands in the holes, for the translator. */
static const char *note_of(struct arena *arena, const struct node *message)
{
    struct text note = text_new(arena);

    for (size_t i = 1; i <= message->hole_count; i++)
        text_add_format(&note, "%s{%zu} %s %s", i > 1 ? ", " : "", i, message[i].hole->name, message[i].text);
    return message->hole_count == 0 ? NULL : text_done(&note);
}

struct c_reader {
    const char *at, *end;
    int line;
};

static void step(struct c_reader *c)
{
    if (*c->at == '\n')
        c->line++;
    c->at++;
}

/* Past a comment, string or character at the reader; false when there is none. */
static bool skip_quiet(struct c_reader *c)
{
    bool has_next = c->at + 1 < c->end;

    if (*c->at == '/' && has_next && c->at[1] == '/') {
        while (c->at < c->end && *c->at != '\n')
            step(c);
        return true;
    }
    if (*c->at == '/' && has_next && c->at[1] == '*') {
        while (c->at < c->end && !(c->end - c->at >= 2 && c->at[0] == '*' && c->at[1] == '/'))
            step(c);
        c->at += c->at < c->end ? 2 : 0;
        return true;
    }
    if (*c->at != '"' && *c->at != '\'')
        return false;
    char quote = *c->at++;
    while (c->at < c->end && *c->at != quote && *c->at != '\n')
        c->at += *c->at == '\\' && c->end - c->at > 1 ? 2 : 1;
    c->at += c->at < c->end && *c->at == quote ? 1 : 0;
    return true;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Reads adjacent literals at the reader as one. */
static const char *literals_read(struct c_reader *c, struct arena *arena)
{
    struct text text = text_new(arena);

    while (c->at < c->end && *c->at == '"') {
        quoted_read(&c->at, c->end, &text);
        while (c->at < c->end && (*c->at == ' ' || *c->at == '\n' || *c->at == '\t'))
            step(c);
    }
    return text_done(&text);
}

/* Reads a call's arguments on a reader of its own, since calls stand in calls, and adds every literal that is an argument of its
 * own or a branch of a choice: say(language, is_new ? "Ny" : "Gammel"). Of say_with only the first. */
static void call_read(struct c_reader at, struct arena *arena, const char *file, bool is_first_only,
                      struct messages *messages)
{
    struct c_reader *c = &at;
    int depth = 0, found = 0;

    while (c->at < c->end) {
        if (*c->at == '"' && depth == 1 && (found == 0 || !is_first_only)) {
            struct place place = { c->line, 1 };
            const char *danish = literals_read(c, arena);
            found++;
            if (message_has_letters(danish))
                messages_add(arena, messages, (struct message){ danish, file, NULL, place });
            continue;
        }
        if (skip_quiet(c))
            continue;
        depth += *c->at == '(' ? 1 : *c->at == ')' ? -1 : 0;
        step(c);
        if (depth == 0)
            return;
    }
}

/* The marked literals of some C whose first line is `line`. */
static void gather_from(struct arena *arena, const char *file, const char *bytes, size_t length, int line,
                        struct messages *messages)
{
    static const char *const callers[] = { "say", "say_with", "SAY" };
    struct c_reader c = { bytes, bytes + length, line };

    while (c.at < c.end) {
        if (skip_quiet(&c))
            continue;
        if (!is_word(*c.at)) {
            step(&c);
            continue;
        }
        const char *word = c.at;
        while (c.at < c.end && is_word(*c.at))
            c.at++;
        size_t size = (size_t)(c.at - word);
        for (size_t i = 0; i < sizeof callers / sizeof *callers; i++)
            if (c.at < c.end && *c.at == '(' && strlen(callers[i]) == size && memcmp(callers[i], word, size) == 0)
                call_read(c, arena, file, i == 1, messages);
    }
}

void gather_page(struct arena *arena, const struct page_file *page, struct messages *messages)
{
    for (size_t i = 0; i < page->nodes.count; i++) {
        const struct node *node = &page->nodes.at[i];
        if (node->kind == NODE_MESSAGE)
            messages_add(arena, messages, (struct message){ node->text, page->name, note_of(arena, node), node->place });
        else if (node->kind != NODE_MARKUP && node->text != NULL)
            gather_from(arena, page->name, node->text, strlen(node->text), node->place.line, messages);
    }
}

void gather_c(struct arena *arena, const char *file, const char *bytes, size_t length,
              struct messages *messages)
{
    gather_from(arena, file, bytes, length, 1, messages);
}
