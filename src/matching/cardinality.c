/* SPDX-License-Identifier: MIT
 * cardinality.c: how many can be seated, and the split of Dulmage and Mendelsohn that follows from it: the places that
 * too many compete for. Greedily first; then from each free seat backwards to somebody without one. A search that
 * fails has met only places that nobody without a seat can come to, and nothing that happens later changes that:
 * they are passed by from then on, so that all failures together read each pair once. */
#include <string.h>

#include "base/check.h"
#include "matching/private.h"

enum { GREEDY_PAIRS = 64 };

/* What a pass over the market works with. */
struct phase {
    struct matching *m;
    int32_t floor;          /* Pairs of less value do not count. */
    int32_t *level;         /* Of a place: how many compete for a seat there. */
    int32_t *queue;         /* Citizens. */
};

static inline bool is_open(const struct phase *f, const struct market_pair *pair)
{
    return pair->score >= f->floor;
}

/* One who needs a seat. */
static inline bool is_waiting(const struct phase *f, int32_t citizen)
{
    const struct matching *m = f->m;

    return m->place_of[citizen] == MATCHING_NONE && !m->is_away[citizen];
}

/* How many pairs compete for a seat, in sixteenths: who can go where few want to should. */
static void demand_count(struct phase *f)
{
    const struct matching *m = f->m;

    for (int32_t j = 0; j < m->places; j++) {
        int64_t seats = m->capacity[j] > 0 ? m->capacity[j] : 1;
        f->level[j] = (int32_t)((int64_t)m->columns[j].count * 16 / seats);
    }
}

/* The free seat that fewest compete for, of those that a row has near its beginning. */
static void seat_greedily(struct phase *f)
{
    struct matching *m = f->m;

    demand_count(f);
    for (int32_t i = 0; i < m->citizens; i++) {
        int32_t least = INT32_MAX, best = MATCHING_NONE;
        for (int32_t k = 0; k < m->rows[i].count && is_waiting(f, i); k++) {
            int32_t place = m->rows[i].at[k].place;
            if (best != MATCHING_NONE && k >= GREEDY_PAIRS)
                break;
            if (f->level[place] >= least || !has_free_seat(m, place) || !is_open(f, &m->rows[i].at[k]))
                continue;
            least = f->level[place];
            best = place;
        }
        if (best != MATCHING_NONE)
            seat_take(m, i, best);
    }
}

/* --- From a free seat. --- */

/* Somebody without a seat was found who can come to `place`; everybody on the way to `begin` moves one place on. */
static void pull(struct matching *m, int32_t begin, int32_t citizen, int32_t place)
{
    const struct search *s = &m->search;

    for (; place != begin; place = s->came_from[place]) {
        int32_t mover = s->parent[place];
        seat_leave(m, mover);
        seat_take(m, citizen, place);
        citizen = mover;
    }
    seat_take(m, citizen, begin);
}

/* By breadth from a place with a free seat; true when somebody more is seated. Here is_scarce marks what failed
 * searches met. */
static bool seat_one(struct phase *f, int32_t begin)
{
    struct matching *m = f->m;
    struct search *s = &m->search;
    int32_t queued = 0;

    s->settled[queued++] = begin;
    s->stamp[begin] = ++s->now;
    for (int32_t done = 0; done < queued; done++) {
        int32_t place = s->settled[done];
        const struct market_column *column = &m->columns[place];
        for (int32_t k = 0; k < column->count; k++) {
            int32_t citizen = column->at[k].citizen, from = m->place_of[citizen];
            if (column->at[k].score < f->floor || m->is_away[citizen])
                continue;
            if (from == MATCHING_NONE) {
                pull(m, begin, citizen, place);
                return true;
            }
            if (s->stamp[from] == s->now || m->is_scarce[from])
                continue;
            s->stamp[from] = s->now;
            s->parent[from] = citizen;
            s->came_from[from] = place;
            s->settled[queued++] = from;
        }
    }
    for (int32_t done = 0; done < queued; done++)
        m->is_scarce[s->settled[done]] = true;
    return false;
}

static void seats_fill(struct phase *f)
{
    struct matching *m = f->m;

    memset(m->is_scarce, 0, (size_t)m->places * sizeof *m->is_scarce);
    for (int32_t j = 0; j < m->places; j++)
        while (has_free_seat(m, j) && !m->is_scarce[j] && seat_one(f, j))
            continue;
}

/* --- The split. --- */

/* When as many as possible are seated, a search from those without a seat meets only full places. */
static void split_find(struct phase *f)
{
    struct matching *m = f->m;
    int32_t queued = 0;

    memset(m->is_scarce, 0, (size_t)m->places * sizeof *m->is_scarce);
    memset(m->is_competing, 0, (size_t)m->citizens * sizeof *m->is_competing);
    for (int32_t i = 0; i < m->citizens; i++)
        if (m->place_of[i] == MATCHING_NONE && !m->is_away[i])
            f->queue[queued++] = i;
    for (int32_t done = 0; done < queued; done++) {
        const struct market_row *row = &m->rows[f->queue[done]];
        m->is_competing[f->queue[done]] = true;
        for (int32_t k = 0; k < row->count; k++) {
            int32_t place = row->at[k].place;
            if (m->is_scarce[place] || !is_open(f, &row->at[k]))
                continue;
            check(!has_free_seat(m, place));
            m->is_scarce[place] = true;
            for (int32_t i = m->first[place]; i != MATCHING_NONE; i = m->next[i])
                f->queue[queued++] = i;
        }
    }
}

/* --- All of it. --- */

static struct phase phase_make(struct matching *m, int32_t floor)
{
    return (struct phase){
        .m = m, .floor = floor, .level = m->scratch_places, .queue = m->scratch_citizens + m->scratch_room,
    };
}

void cardinality_reach(struct matching *m, int32_t floor)
{
    struct phase f = phase_make(m, floor);

    seat_greedily(&f);
    seats_fill(&f);
    split_find(&f);
}
