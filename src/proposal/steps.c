/* SPDX-License-Identifier: MIT
 * steps.c: what people made of a proposal: accepted, rejected, answered, taken back, begun. Steps are added, never edited. */
#include "base/text.h"
#include "citizen/citizen.h"
#include "engine/journal.h"
#include "law/workday.h"
#include "engine/obligation.h"
#include "proposal/proposal.h"
#include "task/task.h"
#include "workplace_sql.h"

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

static const char *number(struct db *db, int64_t n)
{
    return arena_format(db_arena(db), "%lld", (long long)n);
}

static struct staff_id actor_staff(struct db *db)
{
    struct actor actor = db_actor(db);

    return (struct staff_id){ actor.kind == ACTOR_STAFF ? actor.id : 0 };
}

/* Whom a step is about. */
struct about {
    struct proposal_id proposal;
    struct citizen_id citizen;
    struct work_place_id work_place;
    const struct market_kind *kind;
    struct company_id company; /* Whose it is now; its events stay where they began, also after a merge. */
    struct market_side home;
    int64_t relation;          /* Its number in the journal, for kinds that are one. */
};

/* What a step means for two who belong to each other. */
static enum event_kind relation_event(enum event_kind kind, const char *code)
{
    static const struct {
        enum event_kind kind;
        const char *code; /* NULL: any. */
        enum event_kind relation;
    } steps[] = {
        { EVENT_PROPOSAL_ACCEPTED, NULL, EVENT_RELATION_PROPOSED }, { EVENT_PROPOSAL_ANSWERED, "yes", EVENT_RELATION_ACCEPTED },
        { EVENT_PROPOSAL_ANSWERED, "no", EVENT_RELATION_DECLINED }, { EVENT_PROPOSAL_CLOSED, "started", EVENT_RELATION_STARTED },
        { EVENT_PROPOSAL_CLOSED, "ended", EVENT_RELATION_ENDED },
    };

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (steps[i].kind == kind && (steps[i].code == NULL || text_is(steps[i].code, code)))
            return steps[i].relation;
    return EVENT_KIND_COUNT;
}

/* A demand before the match is met when there is one: nobody is proposed otherwise (matching/criteria.yaml). */
static void tell_relation(struct db *db, const struct about *about, enum event_kind kind, const char *code)
{
    struct stream other = market_kind_stream(about->kind, &about->home);
    enum event_kind relation = relation_event(kind, code);

    if (about->kind->relation == NULL || relation == EVENT_KIND_COUNT)
        return;
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, about->citizen.n }, .also = other, .kind = relation, .code = about->kind->relation,
        .subject = { SUBJECT_RELATION, about->relation }, .at = db_now(db),
        .fields = { { "person", number(db, other.id) }, { "trained", "yes" } } });
}

static void take_step(struct db *db, const struct about *about, const char *step, enum event_kind kind, const char *code,
                      const char *party, const char *reason, const char *words)
{
    bool is_company = about->kind->subject == SUBJECT_PROPOSAL;
    int64_t event = journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, about->citizen.n }, .also = market_kind_stream(about->kind, &about->home), .kind = kind, .code = code,
        .subject = { SUBJECT_CITIZEN, about->citizen.n }, .at = db_now(db),
        .fields = { { "proposal", number(db, about->proposal.n) }, { "work_place", number(db, about->work_place.n) },
                    { "company", is_company ? number(db, about->company.n) : NULL }, { "party", party },
                    { "reason", text_is_blank(reason) ? NULL : reason },
                    { is_company ? NULL : subject_kind_names[about->kind->subject], number(db, about->proposal.n) } } });
    proposal_step_insert(db, &(struct proposal_step_insert_in){
        .proposal = about->proposal, .citizen = about->citizen, .kind = step, .reason = or_empty(reason),
        .words = or_empty(words), .taken_at = db_now(db), .staff = actor_staff(db), .event = event });
    tell_relation(db, about, kind, code);
}

static struct about about_one(const struct proposal_one *one)
{
    return (struct about){ one->id, one->citizen, one->work_place, market_kind_find(one->kind), one->company,
                           { one->company, one->volunteer, one->course_group }, one->id.n };
}

static struct about about_accepted(const struct proposal_accepted_row *a)
{
    return (struct about){ a->proposal, a->citizen, a->work_place, market_kind_find(a->kind), a->company,
                           { a->home, a->volunteer, a->course_group }, a->relation == 0 ? a->proposal.n : a->relation };
}

static bool is_held_already(struct db *db, const struct proposal_one *one)
{
    struct proposal_accepted_row_list rows = proposal_accepted_of_unit(db, one->unit, one->kind);

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].citizen.n == one->citizen.n)
            return true;
    return false;
}

bool proposal_accept(struct db *db, struct proposal_id proposal, bool is_changed, const char *reason, const char *words)
{
    struct proposal_one one;
    struct proposal_accepted_row before;

    if (!proposal_load(db, proposal, &one) || one.work_place.n == 0 || is_held_already(db, &one) ||
        proposal_accepted_load(db, proposal, &before))
        return false;
    struct about about = about_one(&one);
    proposal_accepted_insert(db, &(struct proposal_accepted_insert_in){
        .proposal = proposal, .citizen = one.citizen, .work_place = one.work_place, .unit = one.unit,
        .company_answer = market_kind_find(one.kind)->party == NULL ? "yes" : "", .accepted_at = db_now(db), .home = one.company });
    take_step(db, &about, is_changed ? "changed" : "accepted", EVENT_PROPOSAL_ACCEPTED, is_changed ? "changed" : "as_proposed",
              NULL, reason, words);
    return true;
}

void proposal_reject(struct db *db, struct proposal_id proposal, const char *reason, const char *words)
{
    struct proposal_one one;

    if (!proposal_load(db, proposal, &one) || one.work_place.n == 0)
        return;
    struct about about = about_one(&one);
    take_step(db, &about, "rejected", EVENT_PROPOSAL_REJECTED, NULL, NULL, reason, words);
}

static bool set_state(struct db *db, const struct proposal_accepted_row *a, const char *state, const char *citizen,
                      const char *company, struct placement_id placement)
{
    return proposal_accepted_set(db, &(struct proposal_accepted_set_in){
        .state = state, .citizen_answer = citizen, .company_answer = company, .placement = placement, .proposal = a->proposal,
        .citizen = a->citizen, .version = a->version }) == 1;
}

/* They are not proposed to each other again, in this run or until somebody lifts it; the others follow. */
static void keep_apart(struct db *db, const struct proposal_accepted_row *a)
{
    const struct market_kind *kind = market_kind_find(a->kind);
    struct proposal_run_row run;

    if (!proposal_run_newest(db, a->unit, a->kind, &run))
        return;
    struct proposal_market *market = market_load(db, a->unit, kind, db_today(db), run.id);
    market_solve(db_arena(db), market);
    int32_t citizen = market_find_citizen(market, a->citizen), place = market_find_place(market, a->work_place);
    if (citizen != NOWHERE && place != NOWHERE)
        proposal_control(db, market, run.id, &(struct control_wish){ .kind = CONTROL_FORBID, .citizen = citizen, .place = place,
                                                                     .words = "nej", .is_this_run = !kind->is_no_lasting });
}

/* Whoever has the case and whoever knows the other side each get a task for the next working day. */
static void tell_both(struct db *db, const struct proposal_accepted_row *a, const char *who)
{
    const struct market_kind *kind = market_kind_find(a->kind);
    struct proposal_caseworker_list caseworkers = proposal_caseworkers(db, a->citizen);
    day due = workday_add(workdays_current(db), db_today(db), 1);
    struct citizen_row citizen;

    if (!citizen_load(db, a->citizen, &citizen))
        return;
    task_create(db, a->citizen, citizen.unit, caseworkers.count > 0 ? caseworkers.at[0].staff : (struct staff_id){ 0 },
                arena_format(db_arena(db), "%s sagde nej til %s hos %s. Tal med borgeren, og find et nyt forslag", who,
                             a->place_words, a->company_name), due);
    task_create(db, kind->is_told_nameless ? (struct citizen_id){ 0 } : a->citizen, citizen.unit, a->consultant,
                arena_format(db_arena(db), "%s sagde nej til %s hos %s. Giv %s besked; pladsen er ledig igen", who,
                             a->place_words, a->company_name, kind->told), due);
}

bool proposal_begin(struct db *db, struct proposal_id proposal, const char *reason)
{
    struct proposal_accepted_row a;

    if (!proposal_accepted_load(db, proposal, &a) || !text_is(a.state, "agreed"))
        return false;
    const struct market_kind *kind = market_kind_find(a.kind);
    if (kind->begin == NULL || !market_kind_may_begin(kind, db_actor(db)) ||
        (*reason == 0 && kind->doubts != NULL && kind->doubts(db, LANGUAGE_DA, &a).count > 0) ||
        (kind->start != NULL && !kind->start(db, &a, reason)) ||
        !proposal_started(db, &a, (struct placement_id){ 0 }))
        return false;
    market_wish_drop(db, a.citizen, a.kind);
    return true;
}

bool proposal_answer(struct db *db, const struct proposal_accepted_row *a, enum answerer who, bool is_yes, const char *reason,
                     const char *words)
{
    const struct market_kind *kind = market_kind_find(a->kind);
    const char *party = who == ANSWER_CITIZEN ? "citizen" : kind->party;
    const char *answer = is_yes ? "yes" : "no";
    const char *citizen = who == ANSWER_CITIZEN ? answer : a->citizen_answer;
    const char *company = who == ANSWER_COMPANY ? answer : a->company_answer;
    bool is_agreed = text_is(citizen, "yes") && text_is(company, "yes");
    struct about about = about_accepted(a);

    if (party == NULL || (!text_is(a->state, "asked") && !text_is(a->state, "agreed")))
        return false;
    if (!set_state(db, a, !is_yes ? "declined" : is_agreed ? "agreed" : "asked", citizen, company, a->placement))
        return false;
    take_step(db, &about, arena_format(db_arena(db), "%s_%s", party, answer), EVENT_PROPOSAL_ANSWERED, answer, party, reason,
              words);
    if (!is_yes) {
        tell_both(db, a, who == ANSWER_CITIZEN ? "Borgeren" : kind->said);
        keep_apart(db, a);
    }
    if (is_agreed)
        proposal_begin(db, a->proposal, "");
    return true;
}

bool proposal_withdraw(struct db *db, const struct proposal_accepted_row *a, const char *words)
{
    struct about about = about_accepted(a);

    if ((!text_is(a->state, "asked") && !text_is(a->state, "agreed")) ||
        !set_state(db, a, "withdrawn", a->citizen_answer, a->company_answer, a->placement))
        return false;
    take_step(db, &about, "withdrawn", EVENT_PROPOSAL_CLOSED, "withdrawn", NULL, NULL, words);
    return true;
}

bool proposal_started(struct db *db, const struct proposal_accepted_row *a, struct placement_id placement)
{
    struct about about = about_accepted(a);

    if (!text_is(a->state, "agreed") || !set_state(db, a, "started", a->citizen_answer, a->company_answer, placement))
        return false;
    take_step(db, &about, "started", EVENT_PROPOSAL_CLOSED, "started", NULL, NULL, NULL);
    return true;
}

bool proposal_end(struct db *db, const struct proposal_accepted_row *a)
{
    struct about about = about_accepted(a);

    if (!text_is(a->state, "started") || a->placement.n != 0 || a->course_group.n != 0 ||
        !set_state(db, a, "ended", a->citizen_answer, a->company_answer, a->placement))
        return false;
    take_step(db, &about, "ended", EVENT_PROPOSAL_CLOSED, "ended", NULL, NULL, NULL);
    return true;
}

void proposal_leave(struct db *db, struct citizen_id citizen)
{
    struct proposal_accepted_row_list rows = proposal_accepted_of_citizen(db, citizen);

    for (size_t i = 0; i < rows.count; i++) {
        struct about about = about_accepted(&rows.at[i]);
        struct stream other = market_kind_stream(about.kind, &about.home);
        if (other.id != 0)
            journal_append(db, &(struct event_draft){
                .stream = other, .kind = EVENT_PROPOSAL_CLOSED, .code = "ended", .subject = { SUBJECT_CITIZEN, citizen.n },
                .at = db_now(db), .fields = { { subject_kind_names[about.kind->subject], number(db, about.proposal.n) } } });
    }
}
