/* SPDX-License-Identifier: MIT
 * difference.c: the longest run of lines that two texts share, and what is around it. Texts of a letter have some
 * hundred lines at most, so the plain table is enough. */
#include "letter/difference.h"

#include "base/list.h"
#include "base/text.h"

/* shared[i][k]: how many lines of before[i..] and after[k..] are the same, in order. */
struct table {
    struct text_pieces before, after;
    unsigned short *shared;
};

static unsigned short *cell(const struct table *t, size_t i, size_t k)
{
    return &t->shared[i * (t->after.count + 1) + k];
}

static struct table table_of(struct arena *arena, const char *before, const char *after)
{
    struct table t = { text_split(arena, before, '\n'), text_split(arena, after, '\n'), NULL };

    t.shared = arena_array(arena, (t.before.count + 1) * (t.after.count + 1), sizeof *t.shared);
    for (size_t i = t.before.count; i-- > 0;)
        for (size_t k = t.after.count; k-- > 0;) {
            unsigned short down = *cell(&t, i + 1, k), along = *cell(&t, i, k + 1);
            bool is_same = text_is(t.before.at[i], t.after.at[k]);
            *cell(&t, i, k) = (unsigned short)(is_same ? *cell(&t, i + 1, k + 1) + 1 : down > along ? down : along);
        }
    return t;
}

struct difference difference_of(struct arena *arena, const char *before, const char *after)
{
    struct table t = table_of(arena, before, after);
    LIST_OF(struct difference_line) lines = { 0 };
    size_t i = 0, k = 0;

    while (i < t.before.count || k < t.after.count) {
        bool has_both = i < t.before.count && k < t.after.count;
        if (has_both && text_is(t.before.at[i], t.after.at[k])) {
            *LIST_ADD(arena, &lines) = (struct difference_line){ LINE_SAME, t.before.at[i++] };
            k++;
        } else if (k == t.after.count || (has_both && *cell(&t, i + 1, k) >= *cell(&t, i, k + 1))) {
            *LIST_ADD(arena, &lines) = (struct difference_line){ LINE_GONE, t.before.at[i++] };
        } else {
            *LIST_ADD(arena, &lines) = (struct difference_line){ LINE_NEW, t.after.at[k++] };
        }
    }
    return (struct difference){ lines.at, lines.count };
}
