/* SPDX-License-Identifier: MIT
 * fit.c: from the company's side: who would fit this place, and what would make more fit. From the citizen's side: where
 * she could be, wishes first, and what would have to change. People stand by name; nobody is ranked. */
#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "citizen/citizen.h"
#include "proposal/pages.h"
#include "proposal_fit_page.h"

enum { TRAINEES_SHOWN = 50 };

/* How many more for each demand, if it alone were another, and one example. */
struct hindrances {
    int64_t count[MEASURE_COUNT];
    const char *example[MEASURE_COUNT];
};

static void note_hindrance(struct request *r, const struct proposal_market *market, struct hindrances *h, int32_t citizen,
                           int32_t place, const char *name)
{
    int measure = only_hindrance(market, citizen, place);

    if (measure < 0 || measure >= MEASURE_COUNT)
        return;
    if (h->count[measure]++ == 0)
        h->example[measure] = arena_format(r->arena, "%s. %s", name,
                                           refusal_words(r->arena, r->language, market, (enum measure)measure, citizen, place));
}

static struct relief_list reliefs_of(struct request *r, const struct proposal_market *market, const struct hindrances *h,
                                     bool are_people)
{
    struct relief_list list = { 0 };

    for (int m = 0; m < MEASURE_COUNT; m++) {
        const char *many = arena_format(r->arena, "%lld", (long long)h->count[m]);
        if (h->count[m] == 0)
            continue;
        *LIST_ADD(r->arena, &list) = (struct relief){
            .criterion = words_in(market->criteria->by[m]->text, (int)r->language),
            .more = are_people ? say_with(r->arena, r->language, "{1} borgere mere", many, NULL)
                               : say_with(r->arena, r->language, "{1} pladser mere", many, NULL),
            .example = h->example[m],
        };
    }
    return list;
}

static bool unit_asked(struct request *r, struct proposal_unit_row *unit)
{
    struct proposal_unit_row_list units = proposal_units(r->db, market_kind_work->code, request_may(r, MAY_CASE_ALL), (struct staff_id){ r->actor.id });
    int64_t asked = 0;

    text_to_int(request_query(r, "enhed"), &asked);
    for (size_t i = 0; i < units.count; i++)
        if (asked == 0 || units.at[i].id.n == asked) {
            *unit = units.at[i];
            if (asked != 0 || units.at[i].seeking > 0 || i + 1 == units.count)
                return true;
        }
    return units.count > 0 && asked == 0;
}

static void add_people(struct request *r, const struct proposal_market *market, int32_t place, struct place_fit_view *view)
{
    struct hindrances hindrances = { 0 };

    view->people.at = arena_array(r->arena, market->seeking_count, sizeof *view->people.at);
    for (size_t i = 0; i < market->seeking_count; i++) {
        const struct seeking *s = &market->seeking[i];
        const char *name = citizen_name(r->arena, s->row.first_name, s->row.last_name);
        int32_t now = market_place_of(market, (int32_t)i);
        if (market_allows(market, (int32_t)i, place))
            view->people.at[view->people.count++] = (struct fitting_person){
                s->row.citizen, name, now == NOWHERE ? say(r->language, "ingen plads endnu")
                                                     : place_name(r->arena, &market->offered[now]) };
        else
            note_hindrance(r, market, &hindrances, (int32_t)i, place, name);
    }
    view->reliefs = reliefs_of(r, market, &hindrances, true);
}

/* S75: an opening is set beside those who train its task now, at another company. */
static void add_trainees(struct request *r, struct place_fit_view *view)
{
    const struct work_place_row *place = &view->place;
    int64_t taken = work_place_taken(r->db, place->id);
    const char *task = text_fold(r->arena, place->function_words);

    view->free_count = place->seats > taken ? place->seats - taken : 0;
    view->may_place = request_may(r, MAY_PLACEMENT_WRITE);
    view->trainees = work_place_trainees(r->db, task, place->function_code, request_may(r, MAY_CASE_ALL),
                                         (struct staff_id){ r->actor.id }, TRAINEES_SHOWN);
}

struct reply place_fit_get(struct request *r)
{
    struct place_fit_view view = { 0 };
    struct page page = page_new(r);

    if (!work_place_load(r->db, (struct work_place_id){ request_id(r, "work_place") }, &view.place))
        return reply_not_found(r);
    add_trainees(r, &view);
    if (unit_asked(r, &view.unit)) {
        struct proposal_market *market = market_load(r->db, view.unit.id, market_kind_work, r->today, (struct proposal_run_id){ 0 });
        market_solve(r->arena, market);
        int32_t place = market_find_place(market, view.place.id);
        view.seeking = (int64_t)market->seeking_count;
        if (place != NOWHERE)
            add_people(r, market, place, &view);
    }
    place_fit(&page, &view);
    return reply_page(&page.text);
}

/* --- from the citizen's side --- */

struct ordered_place {
    int32_t place, wish, score;
};

/* Her wishes first, then all points, then the older place. */
static int by_wish(const void *left, const void *right)
{
    const struct ordered_place *a = left, *b = right;

    if (a->wish != b->wish)
        return a->wish > b->wish ? -1 : 1;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static const char *hers(const struct reasons *reasons, const char *id, bool is_theirs)
{
    for (size_t i = 0; i < reasons->count; i++)
        if (text_is(reasons->at[i].id, id))
            return is_theirs ? reasons->at[i].theirs : reasons->at[i].hers;
    return "";
}

static void add_places(struct request *r, const struct proposal_market *market, int32_t citizen, struct person_fit_view *view)
{
    struct ordered_place *list = arena_array(r->arena, market->offered_count, sizeof *list);
    struct hindrances hindrances = { 0 };
    size_t count = 0;

    for (size_t p = 0; p < market->offered_count; p++)
        if (market_allows(market, citizen, (int32_t)p))
            list[count++] = (struct ordered_place){
                (int32_t)p, criterion_mark(market->criteria, MEASURE_WISH, &market->commute, &market->seeking[citizen].facts,
                                           &market->offered[p].facts).share, market_score(market, citizen, (int32_t)p) };
        else
            note_hindrance(r, market, &hindrances, citizen, (int32_t)p, place_name(r->arena, &market->offered[p]));
    qsort(list, count, sizeof *list, by_wish);
    view->fitting_count = count;
    view->places.count = count < PLACES_SHOWN ? count : PLACES_SHOWN;
    view->places.at = arena_array(r->arena, view->places.count, sizeof *view->places.at);
    for (size_t i = 0; i < view->places.count; i++) {
        const struct offered *o = &market->offered[list[i].place];
        struct reasons reasons = reasons_of(r->arena, r->language, market, citizen, list[i].place);
        view->places.at[i] = (struct fitting_place){
            .place = o->row.id, .name = place_name(r->arena, o), .wish = o->row.function_words, .way = hers(&reasons, "commute", false),
            .hours = hers(&reasons, "hours", true), .is_proposed = market_place_of(market, citizen) == list[i].place };
    }
    view->reliefs = reliefs_of(r, market, &hindrances, false);
}

struct reply person_fit_get(struct request *r)
{
    struct person_fit_view view = { 0 };
    struct proposal_unit_row unit;
    struct page page = page_new(r);

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view.citizen) || view.citizen.erased_at != INSTANT_NONE)
        return reply_not_found(r);
    if (unit_may(r, view.citizen.unit, &unit)) {
        struct proposal_market *market = market_load(r->db, unit.id, market_kind_work, r->today, (struct proposal_run_id){ 0 });
        market_solve(r->arena, market);
        int32_t citizen = market_find_citizen(market, view.citizen.id);
        view.is_seeking = citizen != NOWHERE;
        if (view.is_seeking)
            add_places(r, market, citizen, &view);
    }
    person_fit(&page, &view);
    return reply_page(&page.text);
}
