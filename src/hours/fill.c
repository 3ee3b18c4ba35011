/* SPDX-License-Identifier: MIT
 * fill.c: what could fill the week: every group that runs, as a bundle of sessions. Those that fit come first, by what they
 * fill; of those that do not it is said why. The best choice together is exact (src/planning). Nobody is put on a group here. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "hours/private.h"
#include "planning/planning.h"

enum { QUARTER = 15, SLACK_QUARTERS = 16, PLACES_MAX = 48, SHOWN_BLOCKED = 6, VALUE_BASE = 100, VALUE_SAME_PLACE = 40 };

/* A group as it is looked at. */
struct offer {
    const struct hours_offer_row *first;
    struct planning_bundle bundle;
    int64_t minutes[HOUR_KIND_COUNT];
    struct hours_filler filler;
    bool is_way_known;
};
struct offers {
    struct offer *at;
    size_t count, room;
};

/* The places of the week and of the offers, and the minutes between them. */
struct places {
    struct db *db;
    const struct hours_week *week;
    const char *names[PLACES_MAX];
    int count;
    bool is_known[PLACES_MAX * PLACES_MAX];
};

/* The number of a place; those beyond the last are taken for home, which no way leads to. */
static int place_of(struct places *places, const char *name)
{
    if (text_is_blank(name))
        return PLANNING_HOME;
    for (int i = 0; i < places->count; i++)
        if (text_is(places->names[i], name))
            return i;
    if (places->count == PLACES_MAX)
        return PLANNING_HOME;
    places->names[places->count] = name;
    return places->count++;
}

static struct planning_travel ways_of(struct places *places)
{
    int *at = arena_array(db_arena(places->db), (size_t)(places->count * places->count), sizeof *at);

    for (int i = 0; i < places->count; i++)
        for (int j = 0; j < places->count; j++)
            at[i * places->count + j] = hours_way_minutes(db_arena(places->db), &places->week->ways, places->names[i], places->names[j],
                                                          &places->is_known[i * PLACES_MAX + j]);
    return (struct planning_travel){ at, places->count };
}

/* --- Offers. --- */

static void add_slot(struct db *db, struct places *places, struct offer *offer, const struct hours_offer_row *row)
{
    struct planning_session *sessions = arena_array(db_arena(db), (size_t)offer->bundle.session_count + 1, sizeof *sessions);
    int midnight = (int)row->weekday * DAY_MINUTES;

    if (offer->bundle.session_count > 0)
        memcpy(sessions, offer->bundle.sessions, (size_t)offer->bundle.session_count * sizeof *sessions);
    sessions[offer->bundle.session_count++] = (struct planning_session){
        midnight + (int)row->from_minute, midnight + (int)row->to_minute, place_of(places, row->place) };
    offer->bundle.sessions = sessions;
    offer->minutes[hours_kind_of_activity(row->scheme, row->activity, row->is_language)] += row->to_minute - row->from_minute;
    offer->filler.minutes += row->to_minute - row->from_minute;
}

static const char *title_of(enum language language, const struct hours_offer_row *row)
{
    const struct scheme_activity *activity = hours_activity(row->scheme, row->activity);

    if (activity == NULL || activity->text.da == NULL)
        return row->name;
    return words_in(activity->text, (int)language);
}

static struct offers offers_of(struct db *db, enum language language, const struct hours_offer_row_list *rows, struct places *places)
{
    struct offers offers = { 0 };

    for (size_t i = 0; i < rows->count; i++) {
        const struct hours_offer_row *row = &rows->at[i];
        if (row->is_on)
            continue;
        if (offers.count == 0 || offers.at[offers.count - 1].filler.group.n != row->course_group.n) {
            struct offer *offer = LIST_ADD(db_arena(db), &offers);
            offer->first = row;
            offer->bundle.activity = (int)row->course_group.n;
            offer->filler = (struct hours_filler){ .group = row->course_group, .name = row->name, .place = row->place,
                                                   .title = title_of(language, row), .capacity = row->capacity,
                                                   .free = row->capacity - row->member_count, .weekday = -1 };
        }
        add_slot(db, places, &offers.at[offers.count - 1], row);
    }
    return offers;
}

/* --- What a group gives, and what stands in its way. --- */

/* Minutes of the missing ones that it fills: what counts for sure with it, less what does without. */
static int64_t gain_of(const struct hours_week *week, const struct offer *offer)
{
    struct hour_sums sums = week->sums;

    for (int kind = 0; kind < HOUR_KIND_COUNT; kind++)
        sums.at[kind][HOUR_PLANNED] += offer->minutes[kind];
    struct hour_answer with = hours_count(week->rules, week->set, week->monday, week->required, &sums);
    if (week->required >= 0)
        return week->answer.missing - with.missing;
    return with.counted[HOUR_PLANNED] - week->answer.counted[HOUR_PLANNED];
}

static int64_t counted_of(const struct hours_week *week, const struct offer *offer)
{
    struct hour_sums sums = { 0 };

    for (int kind = 0; kind < HOUR_KIND_COUNT; kind++)
        sums.at[kind][HOUR_PLANNED] = offer->minutes[kind];
    return hours_count(week->rules, week->set, week->monday, 0, &sums).counted[HOUR_PLANNED];
}

static void blocked(struct offer *offer, enum fill_why why, const char *with, int weekday, int minutes)
{
    if (offer->filler.why != FILL_FINE)
        return;
    offer->filler.why = why;
    offer->filler.with = with;
    offer->filler.weekday = weekday;
    offer->filler.short_minutes = minutes;
}

static struct planning_session session_of(struct places *places, const struct hours_block *block)
{
    int midnight = (block->on - places->week->monday) * DAY_MINUTES;

    return (struct planning_session){ midnight + block->from, midnight + block->to, place_of(places, block->place) };
}

/* By how many minutes the way between two sessions of a day is too long; 0 when it is not. */
static int short_by(const struct planning_session *a, const struct planning_session *b, struct planning_travel travel)
{
    const struct planning_session *first = a->from <= b->from ? a : b, *second = first == a ? b : a;
    int way = travel.at[first->place * travel.count + second->place];

    return first->to + way - second->from;
}

static void look_at_blocks(struct places *places, struct offer *offer, struct planning_travel travel)
{
    static const struct planning_travel next_door;

    for (size_t i = 0; i < places->week->blocks.count; i++) {
        const struct hours_block *block = &places->week->blocks.at[i];
        if (block->on == DAY_NONE || block->is_cancelled || block->to <= block->from)
            continue;
        struct planning_session taken = session_of(places, block);
        for (int k = 0; k < offer->bundle.session_count; k++) {
            const struct planning_session *session = &offer->bundle.sessions[k];
            int weekday = session->from / DAY_MINUTES;
            if (planning_sessions_fit(session, &taken, travel))
                continue;
            if (block->source == HOURS_MEETING) { /* Once: it can be moved, and a course lasts. */
                offer->filler.beside = block;
                continue;
            }
            bool is_overlap = !planning_sessions_fit(session, &taken, next_door);
            blocked(offer, is_overlap ? FILL_OVERLAP : FILL_WAY, block->title, weekday, is_overlap ? 0 : short_by(session, &taken, travel));
        }
    }
}

/* Which session is outside the window, and by how much at its worse end. Hours that are ours are those of offices, so ways from
 * home are no part of them. */
static void look_at_window(struct places *places, struct offer *offer, struct planning_travel travel)
{
    const struct hours_week *week = places->week;

    for (int k = 0; k < offer->bundle.session_count; k++) {
        const struct planning_session *session = &offer->bundle.sessions[k];
        int weekday = session->from / DAY_MINUTES, midnight = weekday * DAY_MINUTES;
        int way = week->has_windows ? travel.at[session->place] : 0;
        int early = week->from[weekday] - (session->from - midnight - way), late = session->to - midnight + way - week->to[weekday];
        if (early > 0 || late > 0)
            blocked(offer, FILL_WINDOW, NULL, weekday, early > late ? early : late);
    }
}

/* Full comes first, since nothing about the citizen changes it. */
static void judge(struct places *places, struct offer *offer, struct planning_travel travel)
{
    if (offer->filler.free <= 0)
        blocked(offer, FILL_FULL, NULL, -1, 0);
    look_at_blocks(places, offer, travel);
    look_at_window(places, offer, travel);
    offer->filler.gain = gain_of(places->week, offer);
    if (counted_of(places->week, offer) == 0)
        blocked(offer, FILL_NO_COUNT, NULL, -1, 0);
    offer->filler.is_way_known = true;
    for (int k = 0; k < offer->bundle.session_count; k++) {
        int place = offer->bundle.sessions[k].place;
        offer->filler.way += 2 * travel.at[place];
        offer->filler.is_way_known = offer->filler.is_way_known && (place == PLANNING_HOME || places->is_known[place]);
    }
    int value = VALUE_BASE - offer->filler.way / 4;
    offer->bundle.value = value > 0 ? value : 0;
    offer->bundle.quarters = (int)(counted_of(places->week, offer) / QUARTER);
}

/* All offers judged, and the ways between their places and those of the week. */
struct looked {
    struct offers offers;
    struct planning_travel travel;
};

static struct looked look(struct db *db, enum language language, const struct hours_week *week)
{
    day on = week->monday > db_today(db) ? week->monday : db_today(db);
    struct hours_offer_row_list rows = hours_offers(db, on, week->citizen);
    struct places *places = arena_alloc(db_arena(db), sizeof *places);
    struct looked looked = { 0 };

    *places = (struct places){ .db = db, .week = week, .names = { week->home }, .count = 1 };
    looked.offers = offers_of(db, language, &rows, places);
    for (size_t i = 0; i < week->blocks.count; i++)
        place_of(places, week->blocks.at[i].place);
    looked.travel = ways_of(places);
    for (size_t i = 0; i < looked.offers.count; i++)
        judge(places, &looked.offers.at[i], looked.travel);
    return looked;
}

/* --- The best together. --- */

/* Those that fit and fill something, as the planner wants them; `which` is told their places in the offers. */
static struct planning_person person_of(struct db *db, const struct hours_week *week, const struct looked *looked,
                                        size_t which[PLANNING_BUNDLES_MAX])
{
    struct planning_bundle *bundles = arena_array(db_arena(db), PLANNING_BUNDLES_MAX, sizeof *bundles);
    int count = 0;

    for (size_t i = 0; i < looked->offers.count && count < PLANNING_BUNDLES_MAX; i++)
        if (looked->offers.at[i].filler.why == FILL_FINE && looked->offers.at[i].filler.gain > 0) {
            bundles[count] = looked->offers.at[i].bundle;
            which[count++] = i;
        }
    return (struct planning_person){
        .target = (int)((week->answer.missing + QUARTER - 1) / QUARTER), .slack = SLACK_QUARTERS, .bundles = bundles, .count = count,
        .conflicts = planning_conflicts(db_arena(db), bundles, count, looked->travel),
    };
}

struct planning_person hours_person_of(struct db *db, enum language language, const struct hours_week *week, int *most_group)
{
    struct looked looked = look(db, language, week);
    size_t which[PLANNING_BUNDLES_MAX];

    for (size_t i = 0; i < looked.offers.count; i++)
        if (looked.offers.at[i].bundle.activity > *most_group)
            *most_group = looked.offers.at[i].bundle.activity;
    return person_of(db, week, &looked, which);
}

static void mark_best(struct db *db, const struct hours_week *week, struct looked *looked, struct hours_fillers *fillers)
{
    size_t which[PLANNING_BUNDLES_MAX];
    struct planning_person person = person_of(db, week, looked, which);
    struct planning_plan plan = planning_best(&person, &(struct planning_search){ .allowed = UINT64_MAX });

    for (int i = 0; i < person.count; i++)
        if ((plan.chosen >> i & 1) != 0) {
            looked->offers.at[which[i]].filler.is_in_best = true;
            fillers->best_count++;
        }
    int64_t filled = (int64_t)plan.quarters * QUARTER;
    fillers->best_minutes = filled < week->answer.missing ? filled : week->answer.missing;
}

/* --- In order. --- */

static int by_worth(const void *a, const void *b)
{
    const struct hours_filler *one = a, *other = b;
    bool fits = one->why == FILL_FINE, other_fits = other->why == FILL_FINE;

    if (fits != other_fits)
        return fits ? -1 : 1;
    if (fits && one->gain != other->gain)
        return one->gain > other->gain ? -1 : 1;
    if (!fits && one->short_minutes != other->short_minutes)
        return one->short_minutes < other->short_minutes ? -1 : 1;
    if (one->way != other->way)
        return one->way < other->way ? -1 : 1;
    return (one->group.n > other->group.n) - (one->group.n < other->group.n);
}

/* "man., ons. 9.00–12.00, fre. 8.00–10.00": days of the same hours together. */
static const char *times_of(struct db *db, enum language language, const struct offer *offer)
{
    struct text text = text_new(db_arena(db));
    uint64_t done = 0;

    for (int i = 0; i < offer->bundle.session_count; i++) {
        const struct planning_session *session = &offer->bundle.sessions[i];
        if ((done >> (i & 63) & 1) != 0)
            continue;
        text_add(&text, text.length == 0 ? "" : ", ");
        for (int k = i; k < offer->bundle.session_count && k < 64; k++) {
            const struct planning_session *same = &offer->bundle.sessions[k];
            if (same->from % DAY_MINUTES != session->from % DAY_MINUTES || same->to % DAY_MINUTES != session->to % DAY_MINUTES)
                continue;
            text_add_format(&text, "%s%s", k == i ? "" : ", ", say_weekday_short(language, same->from / DAY_MINUTES));
            done |= UINT64_C(1) << k;
        }
        text_add_format(&text, " %s", say_clocks(db_arena(db), language, session->from % DAY_MINUTES, session->to % DAY_MINUTES));
    }
    return text_done(&text);
}

struct hours_fillers hours_fillers_of(struct db *db, enum language language, const struct hours_week *week)
{
    struct looked looked = look(db, language, week);
    const struct offers *offers = &looked.offers;
    struct hours_fillers fillers = { .at = arena_array(db_arena(db), offers->count + 1, sizeof *fillers.at) };

    mark_best(db, week, &looked, &fillers);
    for (size_t i = 0; i < offers->count; i++) {
        fillers.at[i] = offers->at[i].filler;
        fillers.at[i].times = times_of(db, language, &offers->at[i]);
        fillers.fitting += offers->at[i].filler.why == FILL_FINE;
    }
    if (offers->count > 0)
        qsort(fillers.at, offers->count, sizeof *fillers.at, by_worth);
    fillers.count = offers->count < fillers.fitting + SHOWN_BLOCKED ? offers->count : fillers.fitting + SHOWN_BLOCKED;
    return fillers;
}
