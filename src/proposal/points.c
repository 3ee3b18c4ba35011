/* SPDX-License-Identifier: MIT
 * points.c: a citizen's points at all places as a sum of rows. A row says how far each place is from all points of one
 * criterion, in thousandths, for somebody whom no demand rules out: who may have a place is asked elsewhere (market.c). */
#include "proposal/points.h"

#include "proposal/alike.h"

/* Rows are whole blocks long, so that a sum takes many places in one step. */
enum { BLOCK = 16 };
enum { ROWS_MOST = 4 << 20, SCORES_MOST = 16 << 20, LOST_A_POINT = WEIGHTS_FULL * SHARE_FULL / SCORE_FULL };

/* A criterion that gives points, with the rows found so far. */
struct row_source {
    enum measure measure;
    int32_t weight;
    struct alike_cache rows;
};

struct points {
    struct arena *arena;
    size_t blocks;            /* Of a row. */
    struct row_source sources[MEASURE_COUNT];
    size_t source_count;
    const int32_t *kinds;     /* The job function of each place. */
    const int32_t *kind_lost; /* What wishes and skills lose, by citizen and job function. */
    int32_t **scores;         /* Of each citizen once she was asked about; where all would be too many, NULL. */
    int32_t *last;            /* Else those of the citizen asked about last. */
};

static bool goes_by_function(enum measure measure)
{
    return measure == MEASURE_WISH || measure == MEASURE_SKILLS;
}

/* These read where she has been: alike for all at places of companies she does not know. */
static bool goes_by_company(enum measure measure)
{
    return measure == MEASURE_FAILED || measure == MEASURE_CONTINUITY;
}

static int32_t short_of(const struct proposal_market *market, enum measure measure, const struct seeker *seeker, size_t place)
{
    return SHARE_FULL - criterion_mark(market->criteria, measure, &market->commute, seeker, &market->offered[place].facts).share;
}

/* Wishes and skills are alike for all places of one job function. */
static void find_functions(struct arena *arena, const struct proposal_market *market, struct points *points)
{
    size_t *one = arena_array(arena, market->kind_count, sizeof *one);
    int32_t *kinds = arena_array(arena, market->offered_count, sizeof *kinds);
    int32_t *lost = arena_array(arena, market->seeking_count * market->kind_count, sizeof *lost);

    for (size_t p = 0; p < market->offered_count; p++) {
        kinds[p] = market->offered[p].kind;
        one[kinds[p]] = p;
    }
    for (int m = 0; m < MEASURE_COUNT; m++) {
        int32_t weight = market->criteria->by[m]->weight;
        if (weight == 0 || !goes_by_function((enum measure)m))
            continue;
        for (size_t i = 0; i < market->seeking_count; i++)
            for (size_t k = 0; k < market->kind_count; k++)
                lost[i * market->kind_count + k] += weight * short_of(market, (enum measure)m, &market->seeking[i].facts, one[k]);
    }
    points->kinds = kinds;
    points->kind_lost = lost;
}

struct points *points_new(struct arena *arena, const struct proposal_market *market)
{
    struct points *points = arena_alloc(arena, sizeof *points);
    size_t blocks = (market->offered_count + BLOCK - 1) / BLOCK, row = blocks * BLOCK;

    points->arena = arena;
    points->blocks = blocks;
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (market->criteria->by[m]->weight > 0 && !goes_by_function((enum measure)m))
            points->sources[points->source_count++] = (struct row_source){
                (enum measure)m, market->criteria->by[m]->weight,
                alike_cache_new(arena, row * sizeof(int16_t), ROWS_MOST) };
    find_functions(arena, market, points);
    if (market->seeking_count * row * sizeof *points->last <= SCORES_MOST)
        points->scores = arena_array(arena, market->seeking_count, sizeof *points->scores);
    else
        points->last = arena_array(arena, row, sizeof *points->last);
    return points;
}

/* Somebody whom the demands rule out from nothing: those who differ only in them share a row. Where a criterion gives
 * points without being a demand, what is not met has no points, so there it counts. */
static struct seeker without_demands(const struct criteria *criteria, const struct seeker *seeker)
{
    struct seeker plain = *seeker;

    plain.earlier_count = 0;
    if (criteria->by[MEASURE_LOADS]->is_demand) {
        plain.is_loads_asked = seeker->is_loads_asked || (seeker->cannot | seeker->careful) != 0;
        plain.cannot = 0;
    }
    if (criteria->by[MEASURE_HOURS]->is_demand)
        plain.hours_min = plain.weekdays = 0;
    if (criteria->by[MEASURE_COMMUTE]->is_demand)
        plain.commute_max = 0;
    return plain;
}

static const int16_t *row_of(const struct proposal_market *market, struct row_source *source, const struct seeker *plain)
{
    bool is_new;
    int16_t *row = alike_find(&source->rows, alike_of(source->measure, plain), &is_new);

    for (size_t p = 0; is_new && p < market->offered_count; p++)
        row[p] = (int16_t)short_of(market, source->measure, plain, p);
    return row;
}

static bool is_named_before(const struct seeker *seeker, size_t which)
{
    for (size_t i = 0; i < which; i++)
        if (seeker->earlier[i].company == seeker->earlier[which].company)
            return true;
    return false;
}

/* Companies she knows give other points than the row for those who know none. */
static void add_known_companies(const struct proposal_market *market, const struct row_source *source,
                                const struct seeker *seeker, const int16_t *row, int32_t *lost)
{
    for (size_t i = 0; i < seeker->earlier_count; i++) {
        struct places_there there = market_places_there(market, seeker->earlier[i].company);
        for (size_t k = 0; !is_named_before(seeker, i) && k < there.count; k++) {
            size_t place = (size_t)there.at[k].place;
            lost[place] += source->weight * (short_of(market, source->measure, seeker, place) - row[place]);
        }
    }
}

static void add_row(int32_t *restrict lost, const int16_t *restrict row, int16_t weight, size_t blocks)
{
    for (size_t b = 0; b < blocks; b++, lost += BLOCK, row += BLOCK)
        for (int i = 0; i < BLOCK; i++)
            lost[i] += (int32_t)weight * row[i];
}

static void lost_to_scores(int32_t *lost, size_t blocks)
{
    for (size_t b = 0; b < blocks; b++, lost += BLOCK)
        for (int i = 0; i < BLOCK; i++)
            lost[i] = SCORE_FULL - lost[i] / LOST_A_POINT;
}

static void add_up(const struct proposal_market *market, int32_t citizen, int32_t *lost)
{
    struct points *points = market->points;
    const struct seeker *seeker = &market->seeking[citizen].facts;
    const struct seeker plain = without_demands(market->criteria, seeker);
    const int32_t *by_function = points->kind_lost + (size_t)citizen * market->kind_count;

    for (size_t p = 0; p < market->offered_count; p++)
        lost[p] = by_function[points->kinds[p]];
    for (size_t i = 0; i < points->source_count; i++) {
        struct row_source *source = &points->sources[i];
        const int16_t *row = row_of(market, source, &plain);
        add_row(lost, row, (int16_t)source->weight, points->blocks);
        if (goes_by_company(source->measure))
            add_known_companies(market, source, seeker, row, lost);
    }
    lost_to_scores(lost, points->blocks);
}

const int32_t *points_scores(const struct proposal_market *market, int32_t citizen)
{
    struct points *points = market->points;

    if (points->scores == NULL) {
        add_up(market, citizen, points->last);
        return points->last;
    }
    if (points->scores[citizen] == NULL) {
        points->scores[citizen] = arena_array(points->arena, points->blocks * BLOCK, sizeof *points->last);
        add_up(market, citizen, points->scores[citizen]);
    }
    return points->scores[citizen];
}
