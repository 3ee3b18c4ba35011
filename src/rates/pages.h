/* SPDX-License-Identifier: MIT
 * pages.h: what the page of the law's numbers is given, and its handlers. For this folder and features.c. */
#ifndef RATES_PAGES_H
#define RATES_PAGES_H

#include "rates/rates.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

extern const struct feature rates_feature;

/* A number as it is today. */
struct rate_line {
    const char *name;          /* As files call it. */
    const char *text;          /* In the person's language. */
    const char *value;         /* "37", "–" when not known. */
    const char *mark, *class;  /* "bekræftet" and how it looks. */
    const char *basis, *source;
    bool is_test;
};

struct rates_view {
    struct {
        struct rate_line *at;
        size_t count;
    } lines;
    struct rate_file_row_list files;
    struct form form;
    bool may_write;
};

/* How a mark is called, and its class. */
const char *rates_mark_word(enum language language, enum law_mark mark);
const char *rates_mark_class(enum law_mark mark);

/* A value in thousandths with Danish decimals: "37", "28,66". */
const char *rates_number_say(struct arena *arena, enum language language, int64_t thousandths);

#endif
