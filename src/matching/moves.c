/* SPDX-License-Identifier: MIT
 * moves.c: who moved, told in the order in which one move makes room for, or asks for, the next: "Amina to B, so
 * Yusuf to C". */
#include "matching/moves.h"

#include "matching/private.h"

void moves_begin(struct matching *m)
{
    for (int32_t i = 0; i < m->citizens; i++)
        m->was_at[i] = matching_place_of(m, i);
}

/* Those who moved and are not told yet: by the place they left, and by the place they came to. */
struct moves {
    const struct matching *m;
    int32_t *leavers, *comers;              /* Of a place: the first; MATCHING_NONE. */
    int32_t *next_leaver, *next_comer;      /* Of a citizen. */
    bool *is_told;
    struct matching_move *at;
    size_t count;
};

static int32_t moved_to(const struct matching *m, int32_t citizen)
{
    return matching_place_of(m, citizen);
}

static void tell(struct moves *t, int32_t citizen)
{
    t->is_told[citizen] = true;
    t->at[t->count++] = (struct matching_move){ citizen, t->m->was_at[citizen], moved_to(t->m, citizen) };
}

/* The first of a list that is not told; what is told before it is dropped. */
static int32_t untold(const struct moves *t, int32_t *first, const int32_t *next)
{
    while (*first != MATCHING_NONE && t->is_told[*first])
        *first = next[*first];
    return *first;
}

/* From one citizen on: who had to leave the place she took, and so on; then, from her again, who took the place she
 * left. */
static void tell_chain(struct moves *t, int32_t begin)
{
    tell(t, begin);
    for (int32_t at = moved_to(t->m, begin), next; at != MATCHING_NONE; at = moved_to(t->m, next)) {
        next = untold(t, &t->leavers[at], t->next_leaver);
        if (next == MATCHING_NONE)
            break;
        tell(t, next);
    }
    for (int32_t at = t->m->was_at[begin], next; at != MATCHING_NONE; at = t->m->was_at[next]) {
        next = untold(t, &t->comers[at], t->next_comer);
        if (next == MATCHING_NONE)
            break;
        tell(t, next);
    }
}

static size_t moves_count(const struct matching *m)
{
    size_t count = 0;

    for (int32_t i = 0; i < m->citizens; i++)
        count += m->was_at[i] != moved_to(m, i);
    return count;
}

/* From the last citizen to the first, so that lists rise. */
static void moves_list(struct moves *t)
{
    const struct matching *m = t->m;

    for (int32_t j = 0; j < m->places; j++)
        t->leavers[j] = t->comers[j] = MATCHING_NONE;
    for (int32_t i = m->citizens - 1; i >= 0; i--) {
        int32_t from = m->was_at[i], to = moved_to(m, i);
        t->is_told[i] = from == to;
        if (from != to && from != MATCHING_NONE) {
            t->next_leaver[i] = t->leavers[from];
            t->leavers[from] = i;
        }
        if (from != to && to != MATCHING_NONE) {
            t->next_comer[i] = t->comers[to];
            t->comers[to] = i;
        }
    }
}

void moves_end(struct matching *m, struct arena *arena, int32_t about, struct matching_change *change)
{
    size_t count = moves_count(m);
    struct moves t = {
        .m = m, .leavers = m->scratch_places, .comers = m->scratch_places + m->places,
        .next_leaver = m->scratch_citizens, .next_comer = m->scratch_citizens + m->scratch_room,
        .is_told = m->is_told, .at = arena_array(arena, count, sizeof *t.at),
    };

    if (count > 0)
        moves_list(&t);
    if (count > 0 && about != MATCHING_NONE && !t.is_told[about])
        tell_chain(&t, about);
    for (int32_t i = 0; i < m->citizens && t.count < count; i++)
        if (!t.is_told[i])
            tell_chain(&t, i);
    change->moves = t.at;
    change->move_count = count;
}
