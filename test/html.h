/* SPDX-License-Identifier: MIT
 * html.h: as much of a page as a person uses: its words, its links, its forms. A tolerant scanner for
 * the journeys; whether the HTML is valid is another test's question. */
#ifndef TEST_HTML_H
#define TEST_HTML_H

#include <stdbool.h>

#include "base/arena.h"

struct html_field {
    const char *name, *value;
    bool is_password, is_sent; /* An unchecked box or radio is not sent. */
    bool is_choice;            /* A box or radio: giving its value checks it. */
    bool is_radio;             /* Checking it takes the mark from the others of its name. */
    bool is_hidden, is_file;
};

struct html_button {
    const char *words, *name, *value, *action; /* `action` of its own: formaction, or NULL. */
};

struct html_form {
    const char *method, *action; /* "post"; NULL when it posts to the page itself. */
    bool has_parts;              /* multipart/form-data. */
    struct { struct html_field *at; size_t count, room; } fields;
    struct { struct html_button *at; size_t count, room; } buttons;
};

struct html_link {
    const char *words, *path;
};

struct html_page {
    const char *words; /* All text, white space as one space. */
    struct { struct html_form *at; size_t count, room; } forms;
    struct { struct html_link *at; size_t count, room; } links;
};

struct html_page html_read(struct arena *arena, const char *html);

#endif
