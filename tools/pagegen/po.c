/* SPDX-License-Identifier: MIT
 * po.c: reading .po, writing .pot. */
#include "po.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "message.h"

const char *quoted(struct arena *arena, const char *text, size_t length)
{
    struct text out = text_new(arena);

    text_add_char(&out, '"');
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '"' || c == '\\')
            text_add_char(&out, '\\');
        if (c == '?' && i > 0 && text[i - 1] == '?')
            text_add_char(&out, '\\'); /* No trigraph. */
        if (c == '\n')
            text_add(&out, "\\n");
        else if (c == '\t')
            text_add(&out, "\\t");
        else
            text_add_char(&out, c);
    }
    text_add_char(&out, '"');
    return text_done(&out);
}

void quoted_read(const char **at, const char *end, struct text *out)
{
    const char *p = *at + 1;

    while (p < end && *p != '"' && *p != '\n') {
        if (*p == '\\' && p + 1 < end) {
            p++;
            if (*p == 'n' || *p == 't')
                text_add_char(out, *p == 'n' ? '\n' : '\t');
            else if (strchr("\"\\?'", *p) != NULL)
                text_add_char(out, *p);
            else
                text_add_bytes(out, p - 1, 2);
        } else {
            text_add_char(out, *p);
        }
        p++;
    }
    *at = p < end && *p == '"' ? p + 1 : p;
}

static int compare_entries(const void *a, const void *b)
{
    return strcmp(((const struct po_entry *)a)->danish, ((const struct po_entry *)b)->danish);
}

/* "en" of "po/en.po". */
static const char *language_of(struct arena *arena, const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *name = slash == NULL ? file : slash + 1;

    return arena_copy(arena, name, strcspn(name, "."));
}

/* The entry under construction. */
struct half {
    struct text danish, translation, *now;
    bool is_fuzzy;
    int line;
};

static void half_end(struct arena *arena, struct po *po, struct half *half, struct mistakes *mistakes)
{
    const char *danish = text_done(&half->danish), *translation = text_done(&half->translation);

    if (*danish != 0 && *translation != 0 && !half->is_fuzzy) {
        if (message_holes_match(danish, translation))
            *LIST_ADD(arena, po) = (struct po_entry){ danish, translation, half->line };
        else
            mistake_add(mistakes, (struct place){ half->line, 1 },
                        "holes of the translation differ, expected those of \"%.60s\"", danish);
    }
    *half = (struct half){ .danish = text_new(arena), .translation = text_new(arena) };
}

static void line_read(struct arena *arena, struct po *po, struct half *half, const char *line,
                      const char *end, struct mistakes *mistakes, int number)
{
    bool is_id = text_starts(line, "msgid "), is_text = text_starts(line, "msgstr ");

    if (*line == '#' || is_id)
        if (half->now == &half->translation)
            half_end(arena, po, half, mistakes);
    if (text_starts(line, "#,") && strstr(line, "fuzzy") != NULL)
        half->is_fuzzy = true;
    if (is_id)
        half->line = number;
    if (is_id || is_text)
        half->now = is_id ? &half->danish : &half->translation;
    const char *quote = *line == '#' ? NULL : memchr(line, '"', (size_t)(end - line));
    if (quote != NULL && half->now != NULL)
        quoted_read(&quote, end, half->now);
    else if (*line != '#' && !text_is_blank(line))
        mistake_add(mistakes, (struct place){ number, 1 }, "a line that is none of a .po file, expected msgid, msgstr, \"text\" or #");
}

struct po po_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                  struct mistakes *mistakes)
{
    struct po po = { .file = file, .language = language_of(arena, file) };
    struct half half = { .danish = text_new(arena), .translation = text_new(arena) };
    const char *end = bytes + length;
    int number = 1;

    mistakes->file = file;
    for (const char *p = bytes; p < end; number++) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        size_t size = (size_t)((stop == NULL ? end : stop) - p);
        const char *line = arena_copy(arena, p, size);
        line_read(arena, &po, &half, line, line + size, mistakes, number);
        p += size + 1;
    }
    half_end(arena, &po, &half, mistakes);
    if (po.count > 0)
        qsort(po.at, po.count, sizeof *po.at, compare_entries);
    return po;
}

const char *po_find(const struct po *po, const char *danish)
{
    struct po_entry key = { .danish = danish };
    const struct po_entry *found =
        po->count == 0 ? NULL : bsearch(&key, po->at, po->count, sizeof *po->at, compare_entries);

    return found == NULL ? NULL : found->translation;
}

void messages_add(struct arena *arena, struct messages *messages, struct message message)
{
    for (size_t i = 0; i < messages->count; i++)
        if (text_is(messages->at[i].danish, message.danish))
            return;
    *LIST_ADD(arena, messages) = message;
}

void pot_write(FILE *out, const struct messages *messages)
{
    struct arena *arena = arena_new(64 << 20);

    fputs("# Made by `./run messages`. Danish is the source; {1} {2} are what the page fills in.\n"
          "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
          "\"Content-Transfer-Encoding: 8bit\\n\"\n",
          out);
    for (size_t i = 0; i < messages->count; i++) {
        const struct message *m = &messages->at[i];
        fputc('\n', out);
        if (m->note != NULL)
            fprintf(out, "#. %s\n", m->note);
        fprintf(out, "#: %s:%d\nmsgid %s\nmsgstr \"\"\n", m->file, m->place.line,
                quoted(arena, m->danish, strlen(m->danish)));
    }
    arena_free(arena);
}
