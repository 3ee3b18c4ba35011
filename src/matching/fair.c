/* SPDX-License-Identifier: MIT
 * fair.c: nobody gets a worse pair than needed for everybody to get one: the highest floor by which as many can be
 * seated as without it, found by halving; pairs below it are put out of sight. */
#include <string.h>

#include "base/check.h"
#include "matching/private.h"

static int32_t seated_count(const struct matching *m)
{
    int32_t count = 0;

    for (int32_t i = 0; i < m->citizens; i++)
        count += m->place_of[i] != MATCHING_NONE;
    return count;
}

static void hide(struct matching *m, int32_t citizen, struct market_pair pair)
{
    if (m->hidden_count == m->hidden_room) {
        size_t room = m->hidden_room == 0 ? 64 : 2 * m->hidden_room;
        struct hidden *wider = arena_take(m->arena, room * sizeof *wider);
        if (m->hidden_count > 0)
            memcpy(wider, m->hidden, m->hidden_count * sizeof *wider);
        m->hidden = wider;
        m->hidden_room = room;
    }
    m->hidden[m->hidden_count++] = (struct hidden){ citizen, pair.place, pair.score };
}

void fair_hide(struct matching *m)
{
    int32_t value = m->hidden_below;

    check(m->hidden_count == 0);
    m->dense = NULL;
    for (int32_t i = 0; i < m->citizens; i++) {
        struct market_row *row = &m->rows[i];
        int32_t kept = 0;
        for (int32_t k = 0; k < row->count; k++)
            if (row->at[k].score >= value)
                row->at[kept++] = row->at[k];
            else
                hide(m, i, row->at[k]);
        row->count = kept;
    }
    for (int32_t j = 0; j < m->places; j++) {
        struct market_column *column = &m->columns[j];
        int32_t kept = 0;
        for (int32_t k = 0; k < column->count; k++)
            if (column->at[k].score >= value)
                column->at[kept++] = column->at[k];
        column->count = kept;
    }
    m->pairs -= (int64_t)m->hidden_count;
}

void fair_restrict(struct matching *m)
{
    int32_t wanted = seated_count(m), low = 0, high = score_in(m, m->value_max);

    check(m->hidden_count == 0);
    while (low < high) {
        int32_t middle = low + (high - low + 1) / 2;
        seats_clear(m);
        cardinality_reach(m, middle * m->factor);
        if (seated_count(m) == wanted)
            low = middle;
        else
            high = middle - 1;
    }
    m->hidden_below = low * m->factor;
    fair_hide(m);
    seats_clear(m);
    cardinality_reach(m, 0);
    check(seated_count(m) == wanted);
}

void fair_lift(struct matching *m)
{
    for (size_t k = 0; k < m->hidden_count; k++)
        row_push(m, m->hidden[k].citizen, m->hidden[k].place, m->hidden[k].value);
    m->hidden_count = 0;
}
