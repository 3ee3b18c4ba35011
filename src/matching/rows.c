/* SPDX-License-Identifier: MIT
 * rows.c: the pairs of each citizen and of each place, side by side in memory since the searches stream through them,
 * and who has which seat. A row or column that is full moves to a place twice as large. */
#include <string.h>

#include "base/check.h"
#include "matching/private.h"

enum { ROOM_FIRST = 4, CITIZENS_SPARE = 16 };

int32_t value_of(const struct matching *m, int32_t citizen, int32_t score)
{
    check(score >= 0 && score <= MATCHING_SCORE_MAX);
    return m->waiting == NULL ? score : score * m->factor + m->waiting[citizen];
}

int32_t score_in(const struct matching *m, int32_t value)
{
    return m->factor == 1 ? value : value / m->factor;
}

/* --- Rows. --- */

static int32_t row_copy(struct matching *m, int32_t citizen, const struct market_pair *from, struct market_pair *to,
                        int32_t count)
{
    int32_t most = 0;

    for (int32_t k = 0; k < count; k++) {
        check(from[k].place >= 0 && from[k].place < m->places);
        to[k].place = from[k].place;
        to[k].score = value_of(m, citizen, from[k].score);
        most = to[k].score > most ? to[k].score : most;
    }
    return most;
}

/* Only where all pairs are there, in order. */
static void dense_make(struct matching *m)
{
    int64_t count = (int64_t)m->citizens * m->places;

    if (m->pairs != count || count == 0)
        return;
    for (int32_t i = 0; i < m->citizens; i++)
        for (int32_t k = 0; k < m->places; k++)
            if (m->rows[i].at[k].place != k)
                return;
    m->dense = arena_take(m->arena, (size_t)count * sizeof *m->dense);
    for (int32_t i = 0; i < m->citizens; i++)
        for (int32_t k = 0; k < m->places; k++)
            m->dense[(size_t)i * (size_t)m->places + (size_t)k] = m->rows[i].at[k].score;
}

void rows_read(struct matching *m, const struct market *market)
{
    int64_t count = market->citizens == 0 ? 0 : market->start[market->citizens];

    check(count >= 0 && (uint64_t)count <= SIZE_MAX / sizeof(struct market_pair));
    struct market_pair *pool = arena_take(m->arena, (size_t)count * sizeof *pool);
    for (int32_t i = 0; i < market->citizens; i++) {
        int64_t length = market->start[i + 1] - market->start[i];
        check(length >= 0 && length <= market->places);
        m->rows[i] = (struct market_row){ pool, (int32_t)length, (int32_t)length };
        int32_t most = row_copy(m, i, market->pairs + market->start[i], pool, (int32_t)length);
        m->value_max = most > m->value_max ? most : m->value_max;
        pool += length;
    }
    m->pairs = count;
    dense_make(m);
}

struct market_pair *row_find(const struct matching *m, int32_t citizen, int32_t place)
{
    const struct market_row *row = &m->rows[citizen];

    for (int32_t k = 0; k < row->count; k++)
        if (row->at[k].place == place)
            return &row->at[k];
    return NULL;
}

/* --- Columns. --- */

/* Counts, then fills; citizens rise within a column. */
void columns_build(struct matching *m)
{
    struct market_column_pair *pool = arena_take(m->arena, (size_t)m->pairs * sizeof *pool);

    for (int32_t i = 0; i < m->citizens; i++)
        for (int32_t k = 0; k < m->rows[i].count; k++)
            m->columns[m->rows[i].at[k].place].room++;
    for (int32_t j = 0; j < m->places; j++) {
        m->columns[j].at = pool;
        pool += m->columns[j].room;
    }
    for (int32_t i = 0; i < m->citizens; i++)
        for (int32_t k = 0; k < m->rows[i].count; k++) {
            const struct market_pair *pair = &m->rows[i].at[k];
            struct market_column *column = &m->columns[pair->place];
            column->at[column->count++] = (struct market_column_pair){ i, pair->score };
        }
}

static void column_add(struct matching *m, int32_t place, int32_t citizen, int32_t value)
{
    struct market_column *column = &m->columns[place];

    if (column->count == column->room) {
        column->room = column->room < ROOM_FIRST ? ROOM_FIRST : column->room * 2;
        struct market_column_pair *wider = arena_take(m->arena, (size_t)column->room * sizeof *wider);
        if (column->count > 0)
            memcpy(wider, column->at, (size_t)column->count * sizeof *wider);
        column->at = wider;
    }
    column->at[column->count++] = (struct market_column_pair){ citizen, value };
}

static struct market_column_pair *column_find(const struct matching *m, int32_t place, int32_t citizen)
{
    const struct market_column *column = &m->columns[place];
    int32_t k = 0;

    while (k < column->count && column->at[k].citizen != citizen)
        k++;
    check(k < column->count); /* A pair is in its row and in its column. */
    return &column->at[k];
}

/* --- Changes. --- */

static void row_widen(struct matching *m, struct market_row *row)
{
    row->room = row->room < ROOM_FIRST ? ROOM_FIRST : row->room * 2;
    struct market_pair *wider = arena_take(m->arena, (size_t)row->room * sizeof *wider);
    if (row->count > 0)
        memcpy(wider, row->at, (size_t)row->count * sizeof *wider);
    row->at = wider;
}

void row_push(struct matching *m, int32_t citizen, int32_t place, int32_t value)
{
    struct market_row *row = &m->rows[citizen];

    m->dense = NULL;
    if (row->count == row->room)
        row_widen(m, row);
    row->at[row->count++] = (struct market_pair){ place, value };
    column_add(m, place, citizen, value);
    m->pairs++;
}

/* A pair that is held gets the new value. */
void row_add(struct matching *m, int32_t citizen, int32_t place, int32_t value)
{
    struct market_pair *held = row_find(m, citizen, place);

    check(place >= 0 && place < m->places);
    m->value_max = value > m->value_max ? value : m->value_max;
    m->dense = NULL;
    if (held != NULL) {
        held->score = value;
        column_find(m, place, citizen)->score = value;
        return;
    }
    row_push(m, citizen, place, value);
}

bool row_remove(struct matching *m, int32_t citizen, int32_t place)
{
    struct market_pair *pair = row_find(m, citizen, place);

    if (pair == NULL)
        return false;
    struct market_column_pair *seen = column_find(m, place, citizen);
    m->dense = NULL;
    *pair = m->rows[citizen].at[--m->rows[citizen].count];
    *seen = m->columns[place].at[--m->columns[place].count];
    m->pairs--;
    return true;
}

#define GROWN(m, array, room) \
    memcpy(arena_array((m)->arena, (size_t)(room), sizeof *(array)), (array), (size_t)(m)->citizens * sizeof *(array))

void rows_grow(struct matching *m)
{
    if (m->citizens < m->citizens_room)
        return;
    int32_t room = m->citizens + m->citizens / 2 + CITIZENS_SPARE;
    check(m->citizens < MATCHING_CITIZENS_MAX);
    m->rows = GROWN(m, m->rows, room);
    m->is_away = GROWN(m, m->is_away, room);
    m->is_gone = GROWN(m, m->is_gone, room);
    m->is_told = GROWN(m, m->is_told, room);
    m->is_competing = GROWN(m, m->is_competing, room);
    m->was_at = GROWN(m, m->was_at, room);
    m->locked_at = GROWN(m, m->locked_at, room);
    m->forbidden = GROWN(m, m->forbidden, room);
    m->place_of = GROWN(m, m->place_of, room);
    m->next = GROWN(m, m->next, room);
    m->before = GROWN(m, m->before, room);
    m->gain = GROWN(m, m->gain, room);
    m->waiting = m->waiting == NULL ? NULL : GROWN(m, m->waiting, room);
    m->scratch_citizens = arena_array(m->arena, 2 * (size_t)room, sizeof *m->scratch_citizens);
    m->scratch_room = room;
    m->citizens_room = room;
}

/* --- Seats. --- */

void seat_take(struct matching *m, int32_t citizen, int32_t place)
{
    check(m->place_of[citizen] == MATCHING_NONE);
    m->place_of[citizen] = place;
    m->before[citizen] = MATCHING_NONE;
    m->next[citizen] = m->first[place];
    if (m->first[place] != MATCHING_NONE)
        m->before[m->first[place]] = citizen;
    m->first[place] = citizen;
    m->taken[place]++;
}

void seat_leave(struct matching *m, int32_t citizen)
{
    int32_t place = m->place_of[citizen], before = m->before[citizen], next = m->next[citizen];

    if (place == MATCHING_NONE)
        return;
    if (before == MATCHING_NONE)
        m->first[place] = next;
    else
        m->next[before] = next;
    if (next != MATCHING_NONE)
        m->before[next] = before;
    m->place_of[citizen] = MATCHING_NONE;
    m->taken[place]--;
}

void seats_clear(struct matching *m)
{
    for (int32_t i = 0; i < m->citizens; i++)
        m->place_of[i] = MATCHING_NONE;
    for (int32_t j = 0; j < m->places; j++) {
        m->first[j] = MATCHING_NONE;
        m->taken[j] = 0;
    }
}
