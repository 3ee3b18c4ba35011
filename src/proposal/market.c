/* SPDX-License-Identifier: MIT
 * market.c: who may be where, as sets of places; points only where the solver wants them; and the solved matching. */
#include "proposal/market.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "proposal/alike.h"
#include "proposal/points.h"

enum { SET_BITS = 64, SETS_MOST = 4 << 20 };

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

/* --- the places of one company --- */

static int by_company_then_number(const void *left, const void *right)
{
    const struct company_place *a = left, *b = right;

    if (a->company != b->company)
        return a->company < b->company ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

void market_sort_by_company(struct arena *arena, struct proposal_market *market)
{
    struct company_place *list = arena_array(arena, market->offered_count, sizeof *list);

    for (size_t p = 0; p < market->offered_count; p++)
        list[p] = (struct company_place){ market->offered[p].facts.company, (int32_t)p };
    qsort(list, market->offered_count, sizeof *list, by_company_then_number);
    market->by_company = list;
}

struct places_there market_places_there(const struct proposal_market *market, int64_t company)
{
    size_t low = 0, high = market->offered_count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (market->by_company[middle].company < company)
            low = middle + 1;
        else
            high = middle;
    }
    struct places_there there = { market->by_company + low, 0 };
    while (low + there.count < market->offered_count && there.at[there.count].company == company)
        there.count++;
    return there;
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
    market_sort_by_company(arena, market);
    apply_accepted(db, market);
    market->controls = proposal_controls(db, unit, run, kind->code);
    for (size_t i = 0; i < market->controls.count; i++)
        apply_control(arena, market, &market->controls.at[i]);
    return market;
}

/* --- demands as sets of places --- */

static const uint64_t *set_of(const struct proposal_market *market, struct alike_cache *cache, enum measure measure,
                              const struct seeker *seeker)
{
    bool is_new;
    uint64_t *set = alike_find(cache, alike_of(measure, seeker), &is_new);

    for (size_t p = 0; is_new && p < market->offered_count; p++)
        if (criterion_mark(market->criteria, measure, &market->commute, seeker, &market->offered[p].facts).is_met)
            set[p / SET_BITS] |= UINT64_C(1) << p % SET_BITS;
    return set;
}

static void clear_place(uint64_t *set, size_t place)
{
    set[place / SET_BITS] &= ~(UINT64_C(1) << place % SET_BITS);
}

/* The demand that looks at where she has been, company by company. */
static void clear_failed(const struct proposal_market *market, const struct seeker *seeker, uint64_t *set)
{
    for (size_t i = 0; i < seeker->earlier_count; i++) {
        struct places_there there = market_places_there(market, seeker->earlier[i].company);
        for (size_t k = 0; k < there.count; k++) {
            const struct opening *opening = &market->offered[there.at[k].place].facts;
            if (!criterion_mark(market->criteria, MEASURE_FAILED, &market->commute, seeker, opening).is_met)
                clear_place(set, (size_t)there.at[k].place);
        }
    }
}

static void set_and(uint64_t *set, const uint64_t *other, size_t words)
{
    for (size_t w = 0; w < words; w++)
        set[w] &= other[w];
}

static void ask_demand(struct arena *arena, struct proposal_market *market, enum measure measure, uint64_t *all)
{
    size_t words = market->set_words;
    struct alike_cache cache = alike_cache_new(arena, words * sizeof *all, SETS_MOST);

    for (size_t i = 0; i < market->seeking_count; i++) {
        struct seeker seeker = market->seeking[i].facts;
        seeker.careful = 0; /* That costs points and rules nothing out. */
        if (measure == MEASURE_FAILED)
            clear_failed(market, &seeker, all + i * words);
        else
            set_and(all + i * words, set_of(market, &cache, measure, &seeker), words);
    }
}

static void find_allowed(struct arena *arena, struct proposal_market *market)
{
    size_t words = (market->offered_count + SET_BITS - 1) / SET_BITS, places = market->offered_count;
    uint64_t *all = arena_array(arena, market->seeking_count * words, sizeof *all);

    market->set_words = words;
    memset(all, 0xff, market->seeking_count * words * sizeof *all);
    for (size_t i = 0; places % SET_BITS != 0 && i < market->seeking_count; i++)
        all[i * words + words - 1] = (UINT64_C(1) << places % SET_BITS) - 1;
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (market->criteria->by[m]->is_demand)
            ask_demand(arena, market, (enum measure)m, all);
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

/* All her points at once: additions, fewer than finding out which of them can be left. */
static void scan_places(void *context, struct matching_scan *scan)
{
    const struct proposal_market *market = context;
    const struct seeking *seeking = &market->seeking[scan->citizen];
    const uint64_t *set = market->allowed + (size_t)scan->citizen * market->set_words;

    if (seeking->held != NOWHERE || seeking->accepted.n != 0)
        return;
    const int32_t *scores = points_scores(market, scan->citizen);
    for (size_t w = 0; w < market->set_words; w++)
        for (uint64_t left = set[w]; left != 0; left &= left - 1) {
            int32_t place = (int32_t)(w * SET_BITS) + __builtin_ctzll(left);
            if (matching_wants(scan, place, scores[place]))
                matching_offer(scan, place, scores[place]);
        }
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
    market->points = points_new(arena, market);
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
