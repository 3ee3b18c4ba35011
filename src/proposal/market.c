/* SPDX-License-Identifier: MIT
 * market.c: who may be where, as sets of places; points only where the solver wants them; and the solved matching. */
#include "proposal/market.h"

#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"

enum { SET_BITS = 64, CACHE_SLOTS = 1024, DAY_SECONDS = 24 * 60 * 60, LOST_A_POINT = WEIGHTS_FULL * SHARE_FULL / SCORE_FULL };

/* --- weights and rows --- */

const struct criteria *market_criteria(struct db *db, const struct market_kind *kind)
{
    struct weight_set_row set;

    if (kind != market_kind_work)
        return criteria_of_kind(db_arena(db), criteria_kept(), kind->code);
    if (!weight_set_newest(db, &set))
        return criteria_kept();
    struct criteria *own = criteria_copy(db_arena(db), criteria_kept());
    struct criterion_weight_row_list weights = criterion_weights(db, set.id);
    for (size_t i = 0; i < weights.count; i++)
        criteria_set_weight(own, weights.at[i].criterion, (int32_t)weights.at[i].weight);
    own->weight_set = set.id.n;
    return own;
}

int32_t market_find_citizen(const struct proposal_market *market, struct citizen_id citizen)
{
    for (size_t i = 0; i < market->seeking_count; i++)
        if (market->seeking[i].row.citizen.n == citizen.n)
            return (int32_t)i;
    return NOWHERE;
}

int32_t market_find_place(const struct proposal_market *market, struct work_place_id place)
{
    for (size_t i = 0; i < market->offered_count; i++)
        if (market->offered[i].row.id.n == place.n)
            return (int32_t)i;
    return NOWHERE;
}

/* --- what a caseworker said beside the data --- */

static void take_seat(struct offered *place)
{
    place->seats -= place->seats > 0;
}

static void control_lock(struct proposal_market *market, int32_t citizen, int32_t place)
{
    if (citizen == NOWHERE || market->seeking[citizen].held != NOWHERE)
        return;
    market->seeking[citizen].held = place;
    market->seeking[citizen].is_locked = true;
    take_seat(&market->offered[place]);
}

static void apply_control(struct arena *arena, struct proposal_market *market, const struct proposal_control_row *control)
{
    int32_t place = market_find_place(market, control->work_place);
    int32_t citizen = control->citizen.n == 0 ? NOWHERE : market_find_citizen(market, control->citizen);

    if (place == NOWHERE)
        return;
    if (text_is(control->kind, "lock"))
        control_lock(market, citizen, place);
    else if (text_is(control->kind, "forbid") && citizen != NOWHERE)
        *LIST_ADD(arena, &market->forbidden) = (struct forbidden){ citizen, place };
    else if (text_is(control->kind, "reserve"))
        take_seat(&market->offered[place]);
    else if (text_is(control->kind, "close"))
        market->offered[place].seats = 0;
    else if (text_is(control->kind, "add"))
        market->offered[place].seats++;
}

/* An accepted proposal holds its seat already (the row's `taken`), also when its place has been closed since. */
static void apply_accepted(struct db *db, struct proposal_market *market)
{
    struct proposal_accepted_row_list rows = proposal_accepted_of_unit(db, market->unit, market->kind->code);

    for (size_t i = 0; i < rows.count; i++) {
        int32_t citizen = market_find_citizen(market, rows.at[i].citizen);
        if (citizen == NOWHERE)
            continue;
        market->seeking[citizen].held = market_find_place(market, rows.at[i].work_place);
        market->seeking[citizen].accepted = rows.at[i].proposal;
    }
}

struct proposal_market *market_load(struct db *db, struct unit_id unit, const struct market_kind *kind, day today,
                                    struct proposal_run_id run)
{
    struct arena *arena = db_arena(db);
    struct proposal_market *market = arena_alloc(arena, sizeof *market);

    market->unit = unit;
    market->kind = kind;
    market->today = today;
    market->criteria = market_criteria(db, kind);
    market_read_commute(db, market);
    market_read_seekers(db, market);
    market_read_openings(db, market);
    apply_accepted(db, market);
    market->controls = proposal_controls(db, unit, run, kind->code);
    for (size_t i = 0; i < market->controls.count; i++)
        apply_control(arena, market, &market->controls.at[i]);
    return market;
}

/* --- demands as sets of places --- */

/* What a demand looks at in a citizen: those who agree in it may have the same places. */
struct key {
    uint64_t a, b;
};

static uint64_t pack(int32_t high, int32_t low)
{
    return (uint64_t)(uint32_t)high << 32 | (uint32_t)low;
}

static struct key key_of(enum measure measure, const struct seeker *s)
{
    static const struct key all_alike = { 0, 0 };

    if (measure == MEASURE_TARGET)
        return (struct key){ pack(s->law, s->readiness), 1 };
    if (measure == MEASURE_LOADS)
        return (struct key){ s->cannot, s->is_loads_asked || s->careful != 0 ? 2 : 1 };
    if (measure == MEASURE_LANGUAGE)
        return (struct key){ pack(s->oral, s->written), 1 };
    if (measure == MEASURE_HOURS)
        return (struct key){ pack(s->hours_min, s->hours_max), 1 + (uint64_t)s->weekdays };
    if (measure == MEASURE_START)
        return (struct key){ pack(0, s->from), 1 };
    if (measure == MEASURE_COMMUTE)
        return (struct key){ pack(s->zone, s->travel), 1 + (uint64_t)s->commute_max };
    if (measure == MEASURE_CARE)
        return s->care_to == 0 ? all_alike : (struct key){ pack(s->zone, s->travel), pack(s->care_from, s->care_to) };
    if (measure == MEASURE_CERTIFICATES)
        return (struct key){ s->certificates, 1 };
    return all_alike;
}

/* Sets that were found before, for one demand. */
struct set_cache {
    struct key keys[CACHE_SLOTS];
    uint64_t *sets[CACHE_SLOTS];
};

static uint64_t *set_make(struct arena *arena, const struct proposal_market *market, enum measure measure,
                          const struct seeker *seeker)
{
    uint64_t *set = arena_array(arena, market->set_words, sizeof *set);

    for (size_t p = 0; p < market->offered_count; p++)
        if (criterion_mark(market->criteria, measure, &market->commute, seeker, &market->offered[p].facts).is_met)
            set[p / SET_BITS] |= UINT64_C(1) << p % SET_BITS;
    return set;
}

static const uint64_t *set_of(struct arena *arena, const struct proposal_market *market, struct set_cache *cache,
                              enum measure measure, const struct seeker *seeker)
{
    struct key key = key_of(measure, seeker);
    uint64_t hash = (key.a * UINT64_C(0x9e3779b97f4a7c15) ^ key.b * UINT64_C(0xc2b2ae3d27d4eb4f)) >> 40;
    size_t slot = (size_t)hash % CACHE_SLOTS;

    if (cache->sets[slot] == NULL || cache->keys[slot].a != key.a || cache->keys[slot].b != key.b) {
        cache->keys[slot] = key;
        cache->sets[slot] = set_make(arena, market, measure, seeker);
    }
    return cache->sets[slot];
}

static void clear_place(uint64_t *set, size_t place)
{
    set[place / SET_BITS] &= ~(UINT64_C(1) << place % SET_BITS);
}

/* The demand that looks at who she is alone, pair by pair. */
static void clear_failed(const struct proposal_market *market, const struct seeker *seeker, uint64_t *set)
{
    for (size_t p = 0; seeker->earlier_count > 0 && p < market->offered_count; p++)
        if (!criterion_mark(market->criteria, MEASURE_FAILED, &market->commute, seeker, &market->offered[p].facts).is_met)
            clear_place(set, p);
}

static void set_and(uint64_t *set, const uint64_t *other, size_t words)
{
    for (size_t w = 0; w < words; w++)
        set[w] &= other[w];
}

static void find_allowed(struct arena *arena, struct proposal_market *market)
{
    size_t words = (market->offered_count + SET_BITS - 1) / SET_BITS, places = market->offered_count;
    uint64_t *all;

    market->set_words = words;
    all = arena_array(arena, market->seeking_count * words, sizeof *all);
    for (size_t i = 0; i < market->seeking_count; i++)
        for (size_t p = 0; p < places; p++)
            all[i * words + p / SET_BITS] |= UINT64_C(1) << p % SET_BITS;
    for (int m = 0; m < MEASURE_COUNT; m++) {
        if (!market->criteria->by[m]->is_demand)
            continue;
        struct set_cache *cache = arena_alloc(arena, sizeof *cache);
        for (size_t i = 0; i < market->seeking_count; i++)
            if (m == MEASURE_FAILED)
                clear_failed(market, &market->seeking[i].facts, all + i * words);
            else
                set_and(all + i * words, set_of(arena, market, cache, (enum measure)m, &market->seeking[i].facts), words);
    }
    for (size_t i = 0; i < market->forbidden.count; i++)
        clear_place(all + (size_t)market->forbidden.at[i].citizen * words, (size_t)market->forbidden.at[i].place);
    market->allowed = all;
}

bool market_allows(const struct proposal_market *market, int32_t citizen, int32_t place)
{
    return (market->allowed[(size_t)citizen * market->set_words + (size_t)place / SET_BITS] >> place % SET_BITS & 1) != 0;
}

/* --- points, where they can matter --- */

int32_t market_score(const struct proposal_market *market, int32_t citizen, int32_t place)
{
    return pair_score(market->criteria, &market->commute, &market->seeking[citizen].facts, &market->offered[place].facts);
}

static int32_t lost_by(const struct proposal_market *market, enum measure measure, const struct seeker *seeker,
                       const struct opening *opening)
{
    int32_t weight = market->criteria->by[measure]->weight;

    return weight == 0 ? 0 : weight * (SHARE_FULL - criterion_mark(market->criteria, measure, &market->commute, seeker,
                                                                   opening).share);
}

/* Wishes and skills are alike for all places of one job function. */
static void find_kinds(struct arena *arena, struct proposal_market *market)
{
    const struct opening **one = arena_array(arena, market->kind_count, sizeof *one);
    int32_t *lost = arena_array(arena, market->seeking_count * market->kind_count, sizeof *lost);

    for (size_t p = 0; p < market->offered_count; p++)
        one[market->offered[p].kind] = &market->offered[p].facts;
    for (size_t i = 0; i < market->seeking_count; i++)
        for (size_t k = 0; k < market->kind_count; k++)
            lost[i * market->kind_count + k] = lost_by(market, MEASURE_WISH, &market->seeking[i].facts, one[k]) +
                                               lost_by(market, MEASURE_SKILLS, &market->seeking[i].facts, one[k]);
    market->kind_lost = lost;
}

/* Works a score out as far as it can still matter. */
static void look_at_pair(const struct proposal_market *market, struct matching_scan *scan, int32_t place)
{
    static const enum measure rest[] = { MEASURE_COMMUTE, MEASURE_LANGUAGE, MEASURE_HOURS, MEASURE_PROSPECT, MEASURE_LOADS,
                                         MEASURE_MENTOR, MEASURE_CONTINUITY, MEASURE_BRANCH };
    const struct seeking *seeking = &market->seeking[scan->citizen];
    const struct offered *offered = &market->offered[place];
    int64_t lost = market->kind_lost[(size_t)scan->citizen * market->kind_count + (size_t)offered->kind];

    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        if (!matching_wants(scan, place, SCORE_FULL - (int32_t)(lost / LOST_A_POINT)))
            return;
        lost += lost_by(market, rest[i], &seeking->facts, &offered->facts);
    }
    int32_t score = SCORE_FULL - (int32_t)(lost / LOST_A_POINT);
    if (matching_wants(scan, place, score))
        matching_offer(scan, place, score);
}

static void scan_places(void *context, struct matching_scan *scan)
{
    const struct proposal_market *market = context;
    const uint64_t *set = market->allowed + (size_t)scan->citizen * market->set_words;

    if (market->seeking[scan->citizen].held != NOWHERE || market->seeking[scan->citizen].accepted.n != 0)
        return;
    for (size_t w = 0; w < market->set_words; w++)
        for (uint64_t left = set[w]; left != 0; left &= left - 1)
            look_at_pair(market, scan, (int32_t)(w * SET_BITS) + __builtin_ctzll(left));
}

/* --- solving --- */

/* Days since she came into the municipality's care: of equals, those who have waited longest. */
static int32_t *waiting_of(struct arena *arena, const struct proposal_market *market)
{
    int32_t *waiting = arena_array(arena, market->seeking_count, sizeof *waiting);

    for (size_t i = 0; i < market->seeking_count; i++) {
        day came = day_of_instant(market->seeking[i].row.created_at);
        int32_t days = came < market->today ? market->today - came : 0;
        waiting[i] = days > MATCHING_WAITING_MAX ? MATCHING_WAITING_MAX : days;
    }
    return waiting;
}

void market_solve(struct arena *arena, struct proposal_market *market)
{
    struct matching_source *source = arena_alloc(arena, sizeof *source);
    int32_t *capacity = arena_array(arena, market->offered_count, sizeof *capacity);

    find_allowed(arena, market);
    find_kinds(arena, market);
    for (size_t p = 0; p < market->offered_count; p++)
        capacity[p] = market->offered[p].seats;
    *source = (struct matching_source){ market, scan_places };
    struct market empty = {
        .citizens = (int32_t)market->seeking_count,
        .places = (int32_t)market->offered_count,
        .capacity = capacity,
        .start = arena_array(arena, market->seeking_count + 1, sizeof(int64_t)),
        .pairs = NULL,
    };
    market->matching = matching_new(arena, &empty, &(struct matching_options){
        .source = source, .waiting = waiting_of(arena, market) });
    market->result = matching_solve(market->matching);
    check(market->result.is_certified);
}

int32_t market_place_of(const struct proposal_market *market, int32_t citizen)
{
    const struct seeking *seeking = &market->seeking[citizen];

    if (seeking->held != NOWHERE || seeking->accepted.n != 0)
        return seeking->held;
    return matching_place_of(market->matching, citizen);
}

struct market_total market_total(const struct proposal_market *market)
{
    struct market_total total = { market->result.matched, market->result.score };

    for (size_t i = 0; i < market->seeking_count; i++)
        if (market->seeking[i].held != NOWHERE) {
            total.matched++;
            total.score += market_score(market, (int32_t)i, market->seeking[i].held);
        }
    return total;
}
