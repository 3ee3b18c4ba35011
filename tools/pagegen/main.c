/* SPDX-License-Identifier: MIT
 * main.c: the program pagegen. docs/pages.md says what pages are; this is its command line:
 *
 *   pagegen page IN.page OUT.h OUT.c PO...   a page file as C
 *   pagegen words OUT.c PO...                the table that say() searches
 *   pagegen messages OUT.pot FILE...         all messages of .page and .c files
 *   pagegen missing PO FILE...               messages without translation; exit 1 when there are any
 *   pagegen check IN.page...                 mistakes only */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "gather.h"
#include "write_c.h"

enum { ARENA_LIMIT = 512 << 20, READ_SIZE = 16 << 10 };

struct run_of {
    struct arena *arena;
    struct mistakes mistakes;
    bool has_failed; /* A file could not be read or written. */
};

struct bytes_read {
    const char *at;
    size_t length;
};

static struct bytes_read file_read(struct run_of *run, const char *name)
{
    struct text text = text_new(run->arena);
    char buffer[READ_SIZE];
    FILE *in = fopen(name, "rb");
    size_t got;

    if (in == NULL) {
        perror(name);
        run->has_failed = true;
        return (struct bytes_read){ "", 0 };
    }
    while ((got = fread(buffer, 1, sizeof buffer, in)) > 0)
        text_add_bytes(&text, buffer, got);
    fclose(in);
    const char *at = text_done(&text);
    return (struct bytes_read){ at, text.length };
}

static void file_write(struct run_of *run, const char *name, const char *text)
{
    FILE *out = fopen(name, "wb");
    bool is_good = out != NULL && fputs(text, out) >= 0;

    if (out != NULL && fclose(out) != 0)
        is_good = false;
    if (!is_good) {
        perror(name);
        run->has_failed = true;
    }
}

static struct page_file page_read(struct run_of *run, const char *name)
{
    struct bytes_read bytes = file_read(run, name);

    run->mistakes.file = name;
    return page_file_read(run->arena, name, bytes.at, bytes.length, &run->mistakes);
}

static struct languages languages_read(struct run_of *run, char **names)
{
    struct languages languages = { 0 };

    for (; *names != NULL; names++) {
        struct bytes_read bytes = file_read(run, *names);
        *LIST_ADD(run->arena, &languages) =
            po_read(run->arena, *names, bytes.at, bytes.length, &run->mistakes);
    }
    return languages;
}

static struct messages messages_read(struct run_of *run, char **names)
{
    struct messages messages = { 0 };

    for (; *names != NULL; names++) {
        size_t length = strlen(*names);
        if (length > 5 && text_is(*names + length - 5, ".page")) {
            struct page_file page = page_read(run, *names);
            gather_page(run->arena, &page, &messages);
        } else {
            struct bytes_read bytes = file_read(run, *names);
            gather_c(run->arena, *names, bytes.at, bytes.length, &messages);
        }
    }
    return messages;
}

static void do_page(struct run_of *run, char **names)
{
    struct page_file page = page_read(run, names[0]);
    struct languages languages = languages_read(run, names + 3);
    const char *slash = strrchr(names[1], '/');
    const char *header = slash == NULL ? names[1] : slash + 1;

    if (run->mistakes.count > 0 || run->has_failed)
        return;
    file_write(run, names[1], page_header(run->arena, &page, header));
    file_write(run, names[2], page_source(run->arena, &page, header, &languages));
}

static void do_words(struct run_of *run, char **names)
{
    struct languages languages = languages_read(run, names + 1);

    if (run->mistakes.count == 0 && !run->has_failed)
        file_write(run, names[0], words_source(run->arena, &languages));
}

static void do_messages(struct run_of *run, char **names)
{
    struct messages messages = messages_read(run, names + 1);
    FILE *out = run->mistakes.count > 0 || run->has_failed ? NULL : fopen(names[0], "wb");

    if (out == NULL) {
        run->has_failed = true;
        return;
    }
    pot_write(out, &messages);
    fclose(out);
}

static void do_missing(struct run_of *run, char **names)
{
    char *only[] = { names[0], NULL };
    struct languages languages = languages_read(run, only);
    struct messages messages = messages_read(run, names + 1);

    for (size_t i = 0; i < messages.count; i++) {
        const struct message *m = &messages.at[i];
        if (po_find(&languages.at[0], m->danish) != NULL)
            continue;
        run->mistakes.file = m->file;
        mistake_add(&run->mistakes, m->place, "\"%.80s\" has no translation, expected one in %s", m->danish, names[0]);
    }
}

static void do_check(struct run_of *run, char **names)
{
    for (; *names != NULL; names++)
        page_read(run, *names);
}

static const struct mode {
    const char *name;
    int name_count_min;
    void (*function)(struct run_of *run, char **names);
} modes[] = {
    { "page", 3, do_page },       { "words", 1, do_words }, { "messages", 1, do_messages },
    { "missing", 1, do_missing }, { "check", 1, do_check },
};

int main(int argument_count, char **arguments)
{
    struct run_of run = { .arena = arena_new(ARENA_LIMIT) };

    run.mistakes = mistakes_new(run.arena);
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        if (argument_count < 2 + modes[i].name_count_min || !text_is(arguments[1], modes[i].name))
            continue;
        modes[i].function(&run, arguments + 2);
        mistakes_print(&run.mistakes, stderr);
        bool is_good = run.mistakes.count == 0 && !run.has_failed;
        arena_free(run.arena);
        return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    fputs("usage: pagegen page|words|messages|missing|check FILE..., see docs/pages.md\n", stderr);
    arena_free(run.arena);
    return 2;
}
