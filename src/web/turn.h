/* SPDX-License-Identifier: MIT
 * turn.h: a long list in pages. ?side= in the address says which; turn.page writes the links to the others. */
#ifndef WEB_TURN_H
#define WEB_TURN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct request;

enum { TURN_NUMBERED = 5, TURN_BESIDE = 2, TURN_NUMBERS_MAX = 2 * TURN_BESIDE + 5, TURN_UNCOUNTED_MOST = 10000 };

/* Numbers of pages to choose from: the first, the last, and TURN_BESIDE on each side of the one that is shown; 0 stands for
 * some that are left out. None for fewer than TURN_NUMBERED pages. */
struct turn_numbers {
    int64_t at[TURN_NUMBERS_MAX];
    size_t count;
};

/* Which page of a list is shown. */
struct place_in_list {
    bool is_counted;          /* False: nobody knows how many pages there are beyond the next. */
    int64_t total;            /* Rows of the whole list, 0 or more; 0 when nobody counts them. */
    int64_t page, page_count; /* From 1: an empty list has one page. Of one that is not counted: those known to be there. */
    int64_t rows_a_page;      /* The statement's LIMIT. */
    int64_t skip;             /* Its OFFSET: how many rows stand on the pages before. */
    const char *address;      /* Of its pages, up to the number. In the request's arena. */
    struct turn_numbers numbers;
};

/* The page that ?side= asks for, of `total` rows with `rows_a_page` (1 or more) on each: the last for a number beyond it, the
 * first for what is no number from 1. `path` is the list's own address, since a form that is shown again stands at another;
 * what else the request's query says is kept in the links, but for names that `path` has in a query of its own. */
struct place_in_list place_in_list(struct request *r, const char *path, int64_t total, int64_t rows_a_page);

/* The same of a list that is not counted, with no page beyond TURN_UNCOUNTED_MOST. Its statement reads one row more than
 * `rows_a_page`; place_rows then says how many of those read are shown, and knows whether there is a next page. */
struct place_in_list place_uncounted(struct request *r, const char *path, int64_t rows_a_page);
size_t place_rows(struct place_in_list *place, size_t rows_read);

/* Shows another page of a counted list instead; beyond the ends the first or the last. */
void place_turn(struct place_in_list *place, int64_t page);

#endif
