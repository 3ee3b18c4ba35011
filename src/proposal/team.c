/* SPDX-License-Identifier: MIT
 * team.c: a unit's proposals on one screen: who is proposed where, why on both sides, what else there is and what it would
 * cost whom. What is done with it is in decide.c. */
#include "base/list.h"
#include "base/text.h"
#include "citizen/citizen.h"
#include "matching/explain.h"
#include "plan/plan.h"
#include "proposal/pages.h"
#include "proposal_team_page.h"

enum { MOVES_TOLD = 4, POINT = SCORE_FULL / 100 };

static const char *name_of(struct request *r, const struct proposal_market *market, int32_t citizen)
{
    return citizen_name(r->arena, market->seeking[citizen].row.first_name, market->seeking[citizen].row.last_name);
}

static const char *points_at(struct request *r, const struct proposal_market *market, int32_t citizen, int32_t place)
{
    return score_words(r->arena, market_score(market, citizen, place));
}

/* --- the list --- */

static struct team_line line_of(struct request *r, const struct proposal_market *market, int32_t citizen)
{
    const struct seeking *s = &market->seeking[citizen];
    int32_t place = market_place_of(market, citizen);
    struct team_line line = { .citizen = s->row.citizen, .name = name_of(r, market, citizen), .class = "wait",
                              .state = say(r->language, "endnu ikke"), .place = "", .points = "" };

    if (place != NOWHERE) {
        line.place = place_name(r->arena, &market->offered[place]);
        line.points = points_at(r, market, citizen, place);
    } else {
        line.class = "no";
        line.state = say(r->language, "ingen plads");
    }
    if (s->accepted.n != 0) {
        line.class = "ok";
        line.state = say(r->language, "accepteret");
    } else if (s->is_locked) {
        line.class = "ok";
        line.state = say(r->language, "låst");
    }
    return line;
}

/* The one asked for, else the first who is proposed a place and waits, else the first. */
static int32_t current_of(const struct proposal_market *market, struct citizen_id asked)
{
    int32_t found = asked.n == 0 ? NOWHERE : market_find_citizen(market, asked);

    for (size_t i = 0; found == NOWHERE && i < market->seeking_count; i++)
        if (market->seeking[i].accepted.n == 0 && !market->seeking[i].is_locked &&
            market_place_of(market, (int32_t)i) != NOWHERE)
            found = (int32_t)i;
    return found == NOWHERE && market->seeking_count > 0 ? 0 : found;
}

/* --- alternatives --- */

/* "Zahra går fra 88 til 61 på Solgården"; nobody for her: "Tesfay får ingen plads". */
static void add_move(struct request *r, const struct proposal_market *market, struct text *out, const struct matching_move *move)
{
    const char *name = name_of(r, market, move->citizen);

    if (out->length > 0)
        text_add(out, "; ");
    if (move->to == NOWHERE)
        text_add(out, say_with(r->arena, r->language, "{1} får ingen plads", name, NULL));
    else if (move->from == NOWHERE)
        text_add(out, say_with(r->arena, r->language, "{1} får {2} ({3})", name, place_name(r->arena, &market->offered[move->to]),
                               points_at(r, market, move->citizen, move->to), NULL));
    else
        text_add(out, say_with(r->arena, r->language, "{1} går fra {2} til {3} på {4}", name,
                               points_at(r, market, move->citizen, move->from), points_at(r, market, move->citizen, move->to),
                               place_name(r->arena, &market->offered[move->to]), NULL));
}

static const char *chain_of(struct request *r, const struct proposal_market *market, const struct matching_change *change,
                            int32_t her)
{
    struct text out = text_new(r->arena);
    size_t told = 0;

    for (size_t i = 0; i < change->move_count && told < MOVES_TOLD; i++)
        if (change->moves[i].citizen != her) {
            add_move(r, market, &out, &change->moves[i]);
            told++;
        }
    return told == 0 ? say(r->language, "ledig plads, ingen andre flytter") : text_done(&out);
}

static const char *total_of(struct request *r, const struct matching_change *change)
{
    if (change->matched_change < 0)
        return say_with(r->arena, r->language, "{1} uden plads", arena_format(r->arena, "%d", -change->matched_change), NULL);
    if (change->matched_change > 0)
        return say_with(r->arena, r->language, "{1} mere med plads", arena_format(r->arena, "%d", change->matched_change), NULL);
    int64_t points = change->score_change / POINT;
    return points < 0 ? arena_format(r->arena, "−%lld", (long long)-points) : arena_format(r->arena, "+%lld", (long long)points);
}

static void add_alternatives(struct request *r, const struct proposal_market *market, int32_t citizen, struct proposal_team_view *view)
{
    struct matching_alternative found[ALTERNATIVES_SHOWN];
    size_t count = explain_alternatives(market->matching, r->arena, citizen, found, ALTERNATIVES_SHOWN);

    view->alternatives.at = arena_array(r->arena, count, sizeof *view->alternatives.at);
    view->alternatives.count = count;
    for (size_t i = 0; i < count; i++)
        view->alternatives.at[i] = (struct team_alternative){
            .place = market->offered[found[i].place].row.id,
            .name = place_name(r->arena, &market->offered[found[i].place]),
            .points = score_words(r->arena, found[i].score),
            .then = chain_of(r, market, &found[i].consequence, citizen),
            .total = total_of(r, &found[i].consequence),
        };
}

/* --- why nobody --- */

/* N persons compete for M seats; then which one demand less would give somebody among them a place. */
static void add_why_nobody(struct request *r, const struct proposal_market *market, int32_t citizen, struct proposal_team_view *view)
{
    struct matching_shortage shortage;
    LIST_OF(const char *) lines = { 0 };
    int64_t relief[MEASURE_COUNT] = { 0 };

    if (!explain_shortage(market->matching, r->arena, citizen, &shortage))
        return;
    *LIST_ADD(r->arena, &lines) = shortage.place_count == 0
        ? say(r->language, "Ingen åben plads opfylder alle krav.")
        : say_with(r->arena, r->language, "{1} borgere søger {2} pladser, og ingen af dem kan få en anden.",
                   arena_format(r->arena, "%zu", shortage.citizen_count), arena_format(r->arena, "%lld", (long long)shortage.seats),
                   NULL);
    for (size_t i = 0; i < market->seeking_count; i++)
        for (size_t p = 0; shortage.is_in[i] && p < market->offered_count; p++) {
            int measure = shortage_helps(&shortage, (int32_t)i, (int32_t)p) ? only_hindrance(market, (int32_t)i, (int32_t)p) : -1;
            if (measure >= 0 && measure < MEASURE_COUNT)
                relief[measure]++;
        }
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (relief[m] > 0)
            *LIST_ADD(r->arena, &lines) = say_with(r->arena, r->language, "{1}: hvis kravet var et andet, var der {2} muligheder for en plads mere.",
                words_in(market->criteria->by[m]->text, (int)r->language), arena_format(r->arena, "%lld", (long long)relief[m]), NULL);
    view->why_nobody.at = lines.at;
    view->why_nobody.count = lines.count;
}

/* --- what holds --- */

static void add_controls(struct request *r, const struct proposal_market *market, struct proposal_team_view *view)
{
    view->controls.at = arena_array(r->arena, market->controls.count, sizeof *view->controls.at);
    for (size_t i = 0; i < market->controls.count; i++) {
        const struct proposal_control_row *k = &market->controls.at[i];
        const char *what = glossary_label_or_code((int)r->language, "proposal_control", k->kind);
        const char *where = arena_format(r->arena, "%s, %s", k->company_name, k->place_words);
        if (view->seeking != NULL && text_is(k->kind, "lock") && k->citizen.n == view->seeking->row.citizen.n)
            view->lock = k->id;
        view->controls.at[view->controls.count++] = (struct team_control){
            .id = k->id,
            .what = k->citizen.n == 0 ? arena_format(r->arena, "%s: %s", what, where)
                                      : arena_format(r->arena, "%s: %s, %s", what, citizen_name(r->arena, k->first_name, k->last_name), where),
            .did = say_with(r->arena, r->language, "før {1} med plads og {2} point, efter {3} og {4}",
                            arena_format(r->arena, "%lld", (long long)k->before_matched), score_words(r->arena, k->before_score),
                            arena_format(r->arena, "%lld", (long long)k->after_matched), score_words(r->arena, k->after_score), NULL),
        };
    }
}

/* --- the page --- */

static bool is_stale(struct db *db, const struct proposal_market *market, struct proposal_run_id run)
{
    struct proposal_row_list rows = proposal_of_run(db, run);
    size_t same = 0;

    for (size_t i = 0, k = 0; i < market->seeking_count; i++) {
        int32_t place = market_place_of(market, (int32_t)i);
        int64_t id = place == NOWHERE ? 0 : market->offered[place].row.id.n;
        while (k < rows.count && rows.at[k].citizen.n != market->seeking[i].row.citizen.n)
            k++; /* Both lists are by name. */
        same += k < rows.count && (rows.at[k].work_place.n == id || market->seeking[i].accepted.n != 0);
    }
    return same != market->seeking_count;
}

static void add_person(struct request *r, const struct proposal_market *market, int32_t citizen, struct proposal_team_view *view)
{
    int32_t place = market_place_of(market, citizen);
    struct own_words_row words;

    view->seeking = &market->seeking[citizen];
    view->name = name_of(r, market, citizen);
    view->is_locked = view->seeking->is_locked;
    if (own_words_newest(r->db, view->seeking->row.citizen, &words))
        view->own_words = words.words;
    if (place != NOWHERE) {
        view->place = place_name(r->arena, &market->offered[place]);
        view->points = points_at(r, market, citizen, place);
        view->work_place = market->offered[place].row.id;
        view->company = market->offered[place].row.company;
        view->reasons = reasons_of(r->arena, r->language, market, citizen, place);
    }
    if (view->seeking->accepted.n != 0)
        view->is_accepted = proposal_accepted_load(r->db, view->seeking->accepted, &view->accepted);
    else if (!view->is_locked)
        add_alternatives(r, market, citizen, view);
    if (place == NOWHERE && !view->is_accepted)
        add_why_nobody(r, market, citizen, view);
    view->steps = proposal_steps_of(r->db, view->seeking->row.citizen, STEPS_SHOWN);
}

static void add_lines(struct request *r, const struct proposal_market *market, int32_t current, struct proposal_team_view *view)
{
    const char *path = arena_format(r->arena, "/forslag/%lld?slags=%s", (long long)view->unit.id.n, view->unit.kind);

    view->place_shown = place_in_list(r, path, (int64_t)market->seeking_count, LINES_A_PAGE);
    if (*request_query(r, "side") == 0)
        place_turn(&view->place_shown, current / LINES_A_PAGE + 1);
    view->lines.at = arena_array(r->arena, LINES_A_PAGE, sizeof *view->lines.at);
    for (size_t i = 0; i < market->seeking_count; i++) {
        if ((int64_t)i / LINES_A_PAGE + 1 == view->place_shown.page) {
            view->lines.at[view->lines.count] = line_of(r, market, (int32_t)i);
            view->lines.at[view->lines.count++].is_current = (int32_t)i == current;
        }
        view->unplaced += market_place_of(market, (int32_t)i) == NOWHERE && market->seeking[i].accepted.n == 0;
    }
}

static const char *subtitle_of(struct request *r, const struct proposal_market *market, const struct proposal_run_row *run)
{
    struct market_total total = market_total(market);

    return say_with(r->arena, r->language, "lavet {1}: {2} borgere, {3} åbne pladser, {4} med plads",
                    say_when(r->arena, r->language, run->made_at), arena_format(r->arena, "%zu", market->seeking_count),
                    arena_format(r->arena, "%zu", market->offered_count),
                    arena_format(r->arena, "%lld", (long long)total.matched), NULL);
}

struct reply proposals_show(struct request *r, struct proposal_unit_row unit, struct citizen_id citizen, struct form form)
{
    struct proposal_team_view view = { .unit = unit, .kind = kind_asked(r), .form = form, .place_form = form_new(r), .may_write = request_may(r, MAY_PLACEMENT_WRITE),
                              .reasons_given = proposal_reasons(r) };
    struct page page = page_new(r);

    view.has_run = proposal_run_newest(r->db, unit.id, unit.kind, &view.run);
    if (view.has_run) {
        struct proposal_market *market = market_load(r->db, unit.id, view.kind, r->today, view.run.id);
        market_solve(r->arena, market);
        int32_t current = current_of(market, citizen);
        add_lines(r, market, current, &view);
        if (current != NOWHERE)
            add_person(r, market, current, &view);
        add_controls(r, market, &view);
        view.is_stale = is_stale(r->db, market, view.run.id);
        view.subtitle = subtitle_of(r, market, &view.run);
    }
    proposals_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply proposals_get(struct request *r)
{
    struct proposal_unit_row unit;
    int64_t citizen = 0;

    if (!unit_of_path(r, &unit))
        return reply_not_found(r);
    text_to_int(request_query(r, "borger"), &citizen);
    return proposals_show(r, unit, (struct citizen_id){ citizen }, form_new(r));
}
