/* SPDX-License-Identifier: MIT
 * paper.h: a letter as a PDF: Pango shapes and turns the text, Cairo writes the file. What a letter says is
 * made in compose.c; here it is only set: head, window address, paragraphs, pages and their numbers. All of it
 * happens in a child process with a time limit, so that a text can never stop a worker. Decision 0019. */
#ifndef LETTER_PAPER_H
#define LETTER_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "db/db.h"

/* One text in one language. `words` is plain text: an empty line ends a paragraph; a line that begins with
 * "# " is a heading, with "- " a point of a list; "---" alone begins a new page. */
struct paper_part {
    const char *language; /* A code of the glossary's list, "ar"; its direction is known here. */
    const char *title, *words;
    const char *note;     /* A line above the title ("Oversættelse ..."), or NULL. */
};

enum { PAPER_PARTS_MAX = 2, PAPER_PAGES_MAX = 60 };

/* Texts may be NULL where nothing is to stand; lines are parted by line feeds. Each part begins on a page of
 * its own. The file's title is `name`: never a person's. */
struct paper {
    const char *name;
    day on;
    const char *sender;    /* The municipality's head; its first line is its name. */
    const char *recipient; /* For the window of the envelope; NULL for what is no letter. */
    const char *facts;     /* Beside the address: date, case, who writes. */
    const char *mark;      /* At the top of every page: "Udkast". */
    struct paper_part parts[PAPER_PARTS_MAX];
    size_t part_count;
};

enum paper_why {
    PAPER_FINE,
    PAPER_NO_GLYPH, /* `about` is a piece of text with a letter that no font has: it would be an empty box. */
    PAPER_TOO_LONG, /* More than PAPER_PAGES_MAX pages. */
    PAPER_FAILED,   /* The child died or was too slow. */
    PAPER_WHY_COUNT,
};

/* A printed paper; the same paper gives the same bytes. */
struct print {
    enum paper_why why;
    const char *about;
    struct bytes pdf;
    int page_count;
    long resident_kb; /* The most memory the child has had so far, for the test of leaks. */
};

enum { PRESS_PAPERS_MAX = 200 };

/* Prints up to PRESS_PAPERS_MAX papers, in one child; prints[i] is of papers[i]. At most five seconds and half
 * a second a paper, then what is missing is PAPER_FAILED. The bytes live in the arena. */
void press_print(struct arena *arena, const struct paper *papers, size_t count, struct print *prints);

/* The same for one. */
struct print press_print_one(struct arena *arena, const struct paper *paper);

/* What stands around a text in its language: page numbers, and the notes of a translation. `language` NULL or
 * unknown: Danish. */
struct paper_tongue {
    const char *language;
    bool is_right_to_left;
    const char *page_of;     /* "Side {1} af {2}" */
    const char *translation; /* "Oversættelse. Den danske tekst gælder." */
    const char *machine;     /* "Maskinoversat, ikke godkendt" */
};
const struct paper_tongue *paper_tongue(const char *language);

#endif
