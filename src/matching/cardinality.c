/* SPDX-License-Identifier: MIT
 * cardinality.c: how many can be seated, by Hopcroft and Karp with seats, and the split of Dulmage and Mendelsohn that
 * follows from it: the places that too many compete for. With `is_tight` only pairs without slack count, so that a
 * market with many equal scores is seated in a few sweeps instead of by one search a citizen. */
#include <string.h>

#include "base/check.h"
#include "matching/private.h"

/* A phase: levels of places by breadth, then disjoint paths by depth. */
struct phase {
    struct matching *m;
    bool is_tight;
    int32_t floor;          /* Pairs of less value do not count. */
    int32_t *level;         /* Of a place; MATCHING_NONE where the search has not been. */
    int32_t *arc;           /* Of a citizen: the next pair to try. */
    int32_t *occupant;      /* Of a place: the next to ask for the seat. */
    int32_t *queue;         /* Citizens; then, as a stack, the path. */
    int32_t depth_end;      /* The level where a free seat was found. */
};

static inline bool is_open(const struct phase *f, int32_t citizen, const struct market_pair *pair)
{
    const struct matching *m = f->m;

    return pair->score >= f->floor
        && (!f->is_tight || m->gain[citizen] + m->price[pair->place] == MATCHING_PERSON + pair->score);
}

/* One who needs a seat: with prices, only who would gain by one. */
static inline bool is_waiting(const struct phase *f, int32_t citizen)
{
    const struct matching *m = f->m;

    return m->place_of[citizen] == MATCHING_NONE && !m->is_away[citizen] && (!f->is_tight || m->gain[citizen] > 0);
}

/* The first free seat in each row: most have one. */
static void seat_greedily(struct phase *f)
{
    struct matching *m = f->m;

    for (int32_t i = 0; i < m->citizens; i++) {
        if (!is_waiting(f, i))
            continue;
        for (int32_t k = 0; k < m->rows[i].count; k++)
            if (has_free_seat(m, m->rows[i].at[k].place) && is_open(f, i, &m->rows[i].at[k])) {
                seat_take(m, i, m->rows[i].at[k].place);
                break;
            }
    }
}

/* The places of one citizen that were not reached before, at `level`; their occupants join the queue. */
static int32_t spread(struct phase *f, int32_t citizen, int32_t level, int32_t queued)
{
    const struct matching *m = f->m;
    const struct market_row *row = &m->rows[citizen];

    for (int32_t k = 0; k < row->count; k++) {
        int32_t place = row->at[k].place;
        if (f->level[place] != MATCHING_NONE || !is_open(f, citizen, &row->at[k]))
            continue;
        f->level[place] = level;
        f->occupant[place] = m->first[place];
        if (has_free_seat(m, place))
            f->depth_end = level;
        for (int32_t i = m->first[place]; i != MATCHING_NONE; i = m->next[i])
            f->queue[queued++] = i;
    }
    return queued;
}

/* Levels until the first with a free seat. False when no free seat can be reached. */
static bool levels_make(struct phase *f)
{
    struct matching *m = f->m;
    int32_t queued = 0, done = 0;

    for (int32_t j = 0; j < m->places; j++)
        f->level[j] = MATCHING_NONE;
    memset(f->arc, 0, (size_t)m->citizens * sizeof *f->arc);
    f->depth_end = MATCHING_NONE;
    for (int32_t i = 0; i < m->citizens; i++)
        if (is_waiting(f, i))
            f->queue[queued++] = i;
    for (int32_t level = 0; done < queued && f->depth_end == MATCHING_NONE; level++)
        for (int32_t end = queued; done < end;)
            queued = spread(f, f->queue[done++], level, queued);
    return f->depth_end != MATCHING_NONE;
}

/* Everybody on the path moves one place on. */
static void path_move(struct matching *m, const int32_t *path, int32_t depth, int32_t place)
{
    for (; depth >= 0; depth--) {
        int32_t from = m->place_of[path[depth]];
        seat_leave(m, path[depth]);
        seat_take(m, path[depth], place);
        place = from;
    }
}

/* Looks for a path from a citizen to a free seat, each pair and each occupant tried once in a phase. */
static bool path_find(struct phase *f, int32_t citizen)
{
    struct matching *m = f->m;
    int32_t *path = f->queue, depth = 0;

    path[0] = citizen;
    while (depth >= 0) {
        int32_t i = path[depth];
        if (f->arc[i] >= m->rows[i].count) {
            depth--;
            continue;
        }
        const struct market_pair *pair = &m->rows[i].at[f->arc[i]];
        int32_t place = pair->place;
        if (f->level[place] != depth || !is_open(f, i, pair)) {
            f->arc[i]++;
        } else if (has_free_seat(m, place)) {
            path_move(m, path, depth, place);
            return true;
        } else if (depth == f->depth_end || f->occupant[place] == MATCHING_NONE) {
            f->arc[i]++;
        } else {
            path[++depth] = f->occupant[place];
            f->occupant[place] = m->next[f->occupant[place]];
        }
    }
    return false;
}

static void phases_run(struct matching *m, bool is_tight, int32_t floor)
{
    struct phase f = {
        .m = m, .is_tight = is_tight, .floor = floor,
        .level = m->scratch_places, .occupant = m->scratch_places + m->places,
        .arc = m->scratch_citizens, .queue = m->scratch_citizens + m->scratch_room,
    };

    seat_greedily(&f);
    while (levels_make(&f))
        for (int32_t i = 0; i < m->citizens; i++)
            if (is_waiting(&f, i))
                path_find(&f, i);
}

void cardinality_reach(struct matching *m, int32_t floor)
{
    phases_run(m, false, floor);
}

void cardinality_tight(struct matching *m)
{
    phases_run(m, true, 0);
}

/* The search from those without a seat meets only full places when as many as possible are seated. */
void cardinality_split(struct matching *m)
{
    int32_t *queue = m->scratch_citizens, queued = 0;

    memset(m->is_scarce, 0, (size_t)m->places * sizeof *m->is_scarce);
    memset(m->is_competing, 0, (size_t)m->citizens * sizeof *m->is_competing);
    for (int32_t i = 0; i < m->citizens; i++)
        if (m->place_of[i] == MATCHING_NONE && !m->is_away[i])
            queue[queued++] = i;
    for (int32_t done = 0; done < queued; done++) {
        const struct market_row *row = &m->rows[queue[done]];
        m->is_competing[queue[done]] = true;
        for (int32_t k = 0; k < row->count; k++) {
            int32_t place = row->at[k].place;
            if (m->is_scarce[place])
                continue;
            check(!has_free_seat(m, place));
            m->is_scarce[place] = true;
            for (int32_t i = m->first[place]; i != MATCHING_NONE; i = m->next[i])
                queue[queued++] = i;
        }
    }
}
