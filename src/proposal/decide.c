/* SPDX-License-Identifier: MIT
 * decide.c: what a person does with a proposal: make them anew, accept, choose another, lock, not this time, never; keep a
 * seat back, close a place, add a seat; lift what was said. Each re-solves at once. */
#include "base/text.h"
#include "citizen/consideration.h"
#include "placement/functions.h"
#include "proposal/pages.h"

enum { WORDS_MAX = 500 };

static struct reply back(struct request *r, const struct proposal_unit_row *unit, struct citizen_id citizen)
{
    if (citizen.n == 0)
        return reply_see_other(r, "/forslag/%lld?slags=%s", (long long)unit->id.n, unit->kind);
    return reply_see_other(r, "/forslag/%lld?slags=%s&borger=%lld", (long long)unit->id.n, unit->kind, (long long)citizen.n);
}

struct reply proposals_run_post(struct request *r)
{
    struct proposal_unit_row unit;

    if (!unit_of_path(r, &unit))
        return reply_not_found(r);
    const struct market_kind *kind = kind_asked(r);
    if (kind->ready != NULL)
        kind->ready(r->db, unit.id);
    struct proposal_market *market = market_load(r->db, unit.id, kind, r->today, (struct proposal_run_id){ 0 });
    market_solve(r->arena, market);
    proposal_run_make(r->db, market);
    request_tell(r, say_with(r->arena, r->language, "{1} forslag til {2} borgere. Intet sker, før nogen siger ja.",
                             arena_format(r->arena, "%lld", (long long)market_total(market).matched),
                             arena_format(r->arena, "%zu", market->seeking_count), NULL), NULL);
    return back(r, &unit, (struct citizen_id){ 0 });
}

/* What a decision is about: the newest run, solved with what holds now, its rows as they stand. */
struct deciding {
    struct proposal_unit_row unit;
    struct proposal_run_row run;
    struct proposal_market *market;
    struct form form;
    struct citizen_id citizen_id;
    int32_t citizen, place;
    const char *words;
};

static bool load(struct request *r, struct deciding *d)
{
    if (!unit_of_path(r, &d->unit) || !proposal_run_newest(r->db, d->unit.id, d->unit.kind, &d->run))
        return false;
    d->form = form_read(r);
    d->market = market_load(r->db, d->unit.id, kind_asked(r), r->today, d->run.id);
    market_solve(r->arena, d->market);
    proposal_run_follow(r->db, d->market, d->run.id, "solve");
    d->citizen_id = (struct citizen_id){ form_int(&d->form, "borger", FORM_OPTIONAL, 1, INT64_MAX) };
    d->citizen = d->citizen_id.n < 0 ? NOWHERE : market_find_citizen(d->market, d->citizen_id);
    d->citizen_id.n = d->citizen_id.n < 0 ? 0 : d->citizen_id.n;
    d->place = market_find_place(d->market, (struct work_place_id){ form_int(&d->form, "plads", FORM_OPTIONAL, 1, INT64_MAX) });
    d->words = form_text(&d->form, "ord", FORM_OPTIONAL, WORDS_MAX);
    citizen_refuse_diagnosis(&d->form, "ord", d->words);
    return true;
}

static struct reply again(struct request *r, struct deciding *d)
{
    return proposals_show(r, d->unit, d->citizen_id, d->form);
}

/* The row of her proposal that stands. */
static struct proposal_id standing(struct request *r, const struct deciding *d)
{
    struct proposal_row_list rows = proposal_of_run(r->db, d->run.id);

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].citizen.n == d->citizen_id.n)
            return rows.at[i].id;
    return (struct proposal_id){ 0 };
}

static bool is_overtaken(struct request *r, struct deciding *d)
{
    bool is_same = d->citizen != NOWHERE && d->place != NOWHERE && d->market->seeking[d->citizen].accepted.n == 0 &&
                   market_place_of(d->market, d->citizen) == d->place;

    if (!is_same)
        form_error(&d->form, "valg", say(r->language, "Forslaget er et andet nu. Se det igen."));
    return !is_same;
}

static void do_accept(struct request *r, struct deciding *d)
{
    if (is_overtaken(r, d))
        return;
    struct proposal_id proposal = standing(r, d);
    const char *reason = reason_read(&d->form, "grund", FORM_OPTIONAL);
    if (d->form.error_count == 0 && proposal_accept(r->db, proposal, false, reason, d->words))
        request_tell(r, say(r->language, d->market->kind->accepted), NULL);
}

/* Another place than the proposed one, on a person's word: the others follow. */
static void do_choose(struct request *r, struct deciding *d)
{
    const char *reason = reason_read(&d->form, "grund", FORM_REQUIRED);
    bool may = d->citizen != NOWHERE && d->place != NOWHERE && d->market->seeking[d->citizen].accepted.n == 0 &&
               market_allows(d->market, d->citizen, d->place);

    if (d->form.error_count > 0)
        return;
    if (!may || !proposal_choose(r->db, d->market, d->run.id, d->citizen, d->place) ||
        !proposal_accept(r->db, standing(r, d), true, reason, d->words))
        form_error(&d->form, "valg", say(r->language, "Den plads kan ikke vælges mere. Se forslaget igen."));
    else
        request_tell(r, say(r->language, "Valgt i stedet. De andre forslag er regnet om; pladsen holdes."), NULL);
}

static const char *told(struct request *r, const struct controlled *done)
{
    return say_with(r->arena, r->language, "Regnet om: før {1} med plads og {2} point, nu {3} og {4}.",
                    arena_format(r->arena, "%lld", (long long)done->before.matched), score_words(r->arena, done->before.score),
                    arena_format(r->arena, "%lld", (long long)done->after.matched), score_words(r->arena, done->after.score), NULL);
}

static void do_control(struct request *r, struct deciding *d, const struct control_wish *wish)
{
    struct controlled done = proposal_control(r->db, d->market, d->run.id, wish);

    if (!done.is_possible) {
        form_error(&d->form, "valg", say(r->language, "Det kan ikke lade sig gøre mere. Se forslaget igen."));
        return;
    }
    request_tell(r, told(r, &done), arena_format(r->arena, "/forslag/%lld/loeft/%lld?slags=%s", (long long)d->unit.id.n, (long long)done.id.n, d->unit.kind));
}

static void do_lock(struct request *r, struct deciding *d)
{
    if (!is_overtaken(r, d))
        do_control(r, d, &(struct control_wish){ .kind = CONTROL_LOCK, .citizen = d->citizen, .place = d->place, .words = d->words });
}

static void forbid(struct request *r, struct deciding *d, bool is_this_run)
{
    const char *reason = reason_read(&d->form, "grund", FORM_REQUIRED);

    if (d->form.error_count > 0 || is_overtaken(r, d))
        return;
    if (is_this_run)
        proposal_reject(r->db, standing(r, d), reason, d->words);
    do_control(r, d, &(struct control_wish){ .kind = CONTROL_FORBID, .citizen = d->citizen, .place = d->place,
        .words = text_is_blank(d->words) ? glossary_label_or_code((int)LANGUAGE_DA, "proposal_reason", reason) : d->words,
        .is_this_run = is_this_run });
}

static void do_reject(struct request *r, struct deciding *d)
{
    forbid(r, d, true);
}

static void do_forbid(struct request *r, struct deciding *d)
{
    forbid(r, d, false);
}

struct reply proposals_decide_post(struct request *r)
{
    static const struct {
        const char *code;
        void (*act)(struct request *r, struct deciding *d);
    } acts[] = {
        { "godkend", do_accept }, { "vaelg", do_choose }, { "laas", do_lock }, { "afvis", do_reject }, { "forbyd", do_forbid },
    };
    struct deciding d = { 0 };
    const char *chosen;

    if (!load(r, &d))
        return reply_not_found(r);
    chosen = form_value(&d.form, "valg");
    int64_t other;
    if (text_to_int(chosen, &other)) { /* A place of the alternatives: its number is the choice. */
        d.place = market_find_place(d.market, (struct work_place_id){ other });
        chosen = "vaelg";
    }
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (text_is(acts[i].code, chosen) && d.form.error_count == 0)
            acts[i].act(r, &d);
    return d.form.error_count > 0 ? again(r, &d) : back(r, &d.unit, (struct citizen_id){ 0 });
}

struct reply proposals_place_post(struct request *r)
{
    static const struct {
        const char *code;
        enum control kind;
    } acts[] = { { "hold", CONTROL_RESERVE }, { "luk", CONTROL_CLOSE }, { "mere", CONTROL_ADD } };
    struct deciding d = { 0 };

    if (!load(r, &d) || d.place == NOWHERE)
        return reply_not_found(r);
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (text_is(acts[i].code, form_value(&d.form, "valg")))
            do_control(r, &d, &(struct control_wish){ .kind = acts[i].kind, .citizen = NOWHERE, .place = d.place, .words = d.words });
    return d.form.error_count > 0 ? again(r, &d) : back(r, &d.unit, d.citizen_id);
}

struct reply proposals_lift_post(struct request *r)
{
    struct proposal_unit_row unit;
    struct proposal_run_row run;

    if (!unit_of_path(r, &unit) || !proposal_run_newest(r->db, unit.id, unit.kind, &run) ||
        !proposal_lift(r->db, unit.id, (struct proposal_control_id){ request_id(r, "styring") }))
        return reply_not_found(r);
    struct proposal_market *market = market_load(r->db, unit.id, kind_asked(r), r->today, run.id);
    market_solve(r->arena, market);
    proposal_run_follow(r->db, market, run.id, "control");
    request_tell(r, say(r->language, "Løftet, og regnet om."), NULL);
    return back(r, &unit, (struct citizen_id){ 0 });
}
