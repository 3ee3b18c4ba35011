/* SPDX-License-Identifier: MIT
 * change.c: one change, repaired from where all stood. Each kind disturbs at most one citizen and two places; the
 * searches of repair.c do the rest, and the checker looks at what differs. */
#include "matching/change.h"

#include <string.h>

#include "base/check.h"
#include "matching/moves.h"
#include "matching/private.h"

static const struct matching_change refused = { .citizen = MATCHING_NONE };

static bool is_citizen(const struct matching *m, int32_t citizen)
{
    return citizen >= 0 && citizen < m->citizens;
}

static bool is_place(const struct matching *m, int32_t place)
{
    return place >= 0 && place < m->places;
}

/* --- Before and after. --- */

static struct matching_result change_begin(struct matching *m)
{
    moves_begin(m);
    fair_lift(m);
    memset(m->result.nanoseconds, 0, sizeof m->result.nanoseconds);
    return m->result;
}

/* `changed` is the citizen whose pairs or presence changed; `about` the one who is answered for. */
static struct matching_change change_end(struct matching *m, struct arena *arena, struct matching_result before,
                                         int32_t about, int32_t changed)
{
    struct matching_change change = { .is_possible = true, .citizen = about };

    if (m->options.is_fair) {
        matching_solve(m);
    } else {
        if (m->options.source != NULL)
            m->is_priced = pricing_run(m);
        matching_certify(m, changed);
    }
    change.is_certified = m->result.is_certified;
    change.matched_change = m->result.matched - before.matched;
    change.score_change = m->result.score - before.score;
    moves_end(m, arena, about, &change);
    return change;
}

/* Found impossible after it began. */
static struct matching_change change_give_up(struct matching *m)
{
    if (m->options.is_fair)
        fair_hide(m);
    return refused;
}

/* --- What the kinds are made of. --- */

/* Whoever has a seat too many looks for another. */
static void evict(struct matching *m, int32_t place)
{
    while (m->taken[place] > m->capacity[place]) {
        int32_t citizen = m->first[place];
        seat_leave(m, citizen);
        if (m->gain[citizen] > 0)
            repair_citizen(m, citizen);
    }
}

static void seats_change(struct matching *m, int32_t place, int32_t by)
{
    m->capacity[place] += by;
    evict(m, place);
    repair_place(m, place);
}

static void citizen_out(struct matching *m, int32_t citizen)
{
    int32_t place = m->place_of[citizen];

    seat_leave(m, citizen);
    m->is_away[citizen] = true;
    m->gain[citizen] = MATCHING_AWAY;
    if (place != MATCHING_NONE)
        repair_place(m, place);
}

static void citizen_in(struct matching *m, int32_t citizen)
{
    m->is_away[citizen] = false;
    repair_refresh(m, citizen);
}

static void lock_note(struct matching *m, int32_t citizen, int32_t place, int32_t by)
{
    int32_t score = 0;

    check(matching_score_of(m, citizen, place, &score));
    m->locked_at[citizen] = by > 0 ? place : MATCHING_NONE;
    m->locked_seats[place] += by;
    m->locked_count += by;
    m->locked_score += (int64_t)by * score;
}

/* --- Citizens and pairs. --- */

struct matching_change change_lock(struct matching *m, struct arena *arena, int32_t citizen, int32_t place)
{
    if (!is_citizen(m, citizen) || !is_place(m, place) || m->is_away[citizen] || m->capacity[place] == 0)
        return refused;
    struct matching_result before = change_begin(m);
    if (row_find(m, citizen, place) == NULL)
        return change_give_up(m);
    int32_t from = m->place_of[citizen];
    seat_leave(m, citizen);
    m->is_away[citizen] = true;
    m->gain[citizen] = MATCHING_AWAY;
    lock_note(m, citizen, place, 1);
    m->capacity[place]--;
    evict(m, place);
    if (from != MATCHING_NONE)
        repair_place(m, from);
    return change_end(m, arena, before, citizen, citizen);
}

struct matching_change change_unlock(struct matching *m, struct arena *arena, int32_t citizen)
{
    if (!is_citizen(m, citizen) || m->locked_at[citizen] == MATCHING_NONE)
        return refused;
    struct matching_result before = change_begin(m);
    int32_t place = m->locked_at[citizen];
    lock_note(m, citizen, place, -1);
    m->capacity[place]++;
    citizen_in(m, citizen);
    repair_place(m, place);
    return change_end(m, arena, before, citizen, citizen);
}

struct matching_change change_forbid(struct matching *m, struct arena *arena, int32_t citizen, int32_t place)
{
    if (!is_citizen(m, citizen) || !is_place(m, place) || m->locked_at[citizen] == place)
        return refused;
    struct matching_result before = change_begin(m);
    struct forbidden *forbidden = arena_alloc(m->arena, sizeof *forbidden);
    *forbidden = (struct forbidden){ m->forbidden[citizen], place };
    m->forbidden[citizen] = forbidden;
    bool is_hers = m->place_of[citizen] == place;
    if (is_hers)
        seat_leave(m, citizen);
    row_remove(m, citizen, place);
    repair_refresh(m, citizen);
    if (is_hers)
        repair_place(m, place);
    return change_end(m, arena, before, citizen, citizen);
}

static void allow(struct matching *m, int32_t citizen, int32_t place)
{
    for (struct forbidden **f = &m->forbidden[citizen]; *f != NULL;)
        if ((*f)->place == place)
            *f = (*f)->next;
        else
            f = &(*f)->next;
}

struct matching_change change_pair(struct matching *m, struct arena *arena, int32_t citizen, int32_t place,
                                   int32_t score)
{
    if (!is_citizen(m, citizen) || !is_place(m, place) || score < 0 || score > MATCHING_SCORE_MAX)
        return refused;
    struct matching_result before = change_begin(m);
    int32_t was;
    if (m->locked_at[citizen] == place && matching_score_of(m, citizen, place, &was))
        m->locked_score += score - was;
    allow(m, citizen, place);
    row_add(m, citizen, place, value_of(m, citizen, score));
    repair_refresh(m, citizen);
    return change_end(m, arena, before, citizen, citizen);
}

struct matching_change change_leave(struct matching *m, struct arena *arena, int32_t citizen)
{
    if (!is_citizen(m, citizen) || m->is_gone[citizen])
        return refused;
    struct matching_result before = change_begin(m);
    int32_t locked = m->locked_at[citizen];
    m->is_gone[citizen] = true;
    if (locked != MATCHING_NONE) {
        lock_note(m, citizen, locked, -1);
        seats_change(m, locked, 1);
    } else {
        citizen_out(m, citizen);
    }
    return change_end(m, arena, before, citizen, citizen);
}

struct matching_change change_return(struct matching *m, struct arena *arena, int32_t citizen)
{
    if (!is_citizen(m, citizen) || !m->is_gone[citizen])
        return refused;
    struct matching_result before = change_begin(m);
    m->is_gone[citizen] = false;
    citizen_in(m, citizen);
    return change_end(m, arena, before, citizen, citizen);
}

/* The pairs of one who is new; false when a place is unknown or twice, or a score out of range. */
static bool are_pairs(const struct matching *m, const struct market_pair *pairs, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (!is_place(m, pairs[k].place) || pairs[k].score < 0 || pairs[k].score > MATCHING_SCORE_MAX)
            return false;
        for (size_t other = 0; other < k; other++)
            if (pairs[other].place == pairs[k].place)
                return false;
    }
    return true;
}

struct matching_change change_arrive(struct matching *m, struct arena *arena, const struct market_pair *pairs,
                                     size_t count, int32_t waiting)
{
    if (!are_pairs(m, pairs, count) || waiting < 0 || waiting > MATCHING_WAITING_MAX)
        return refused;
    rows_grow(m);
    struct matching_result before = change_begin(m);
    int32_t citizen = m->citizens++;
    m->rows[citizen] = (struct market_row){ 0 };
    m->locked_at[citizen] = m->place_of[citizen] = MATCHING_NONE;
    m->is_gone[citizen] = false;
    m->forbidden[citizen] = NULL;
    m->was_at[citizen] = MATCHING_NONE;
    if (m->waiting != NULL)
        m->waiting[citizen] = waiting;
    for (size_t k = 0; k < count; k++)
        row_add(m, citizen, pairs[k].place, value_of(m, citizen, pairs[k].score));
    citizen_in(m, citizen);
    return change_end(m, arena, before, citizen, citizen);
}

/* --- Seats. --- */

int32_t matching_capacity(const struct matching *m, int32_t place)
{
    check(is_place(m, place));
    return m->capacity[place] + m->locked_seats[place];
}

struct matching_change change_capacity(struct matching *m, struct arena *arena, int32_t place, int32_t seats)
{
    if (!is_place(m, place) || seats < m->locked_seats[place])
        return refused;
    struct matching_result before = change_begin(m);
    seats_change(m, place, seats - matching_capacity(m, place));
    return change_end(m, arena, before, MATCHING_NONE, MATCHING_NONE);
}

struct matching_change change_add_seat(struct matching *m, struct arena *arena, int32_t place)
{
    if (!is_place(m, place) || m->capacity[place] == INT32_MAX)
        return refused;
    return change_capacity(m, arena, place, matching_capacity(m, place) + 1);
}

struct matching_change change_reserve_seat(struct matching *m, struct arena *arena, int32_t place)
{
    return is_place(m, place) ? change_capacity(m, arena, place, matching_capacity(m, place) - 1) : refused;
}

struct matching_change change_close_place(struct matching *m, struct arena *arena, int32_t place)
{
    return is_place(m, place) ? change_capacity(m, arena, place, m->locked_seats[place]) : refused;
}
