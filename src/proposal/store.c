/* SPDX-License-Identifier: MIT
 * store.c: runs and their proposals: rows that are never changed, each with its digest; and what a caseworker says beside
 * the data. Decisions and answers are in steps.c. */
#include <sodium.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "engine/journal.h"
#include "proposal/proposal.h"
#include "proposal/words.h"

const char *const control_codes[CONTROL_COUNT + 1] = { "lock", "forbid", "reserve", "close", "add", NULL };

enum { DIGEST_BYTES = 32 };

static const char *digest_of(struct arena *arena, const char *words)
{
    unsigned char bytes[DIGEST_BYTES];
    char *hex = arena_alloc(arena, DIGEST_BYTES * 2 + 1);

    check(crypto_generichash(bytes, sizeof bytes, (const unsigned char *)words, strlen(words), NULL, 0) == 0);
    return sodium_bin2hex(hex, DIGEST_BYTES * 2 + 1, bytes, sizeof bytes);
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

/* One row; its digest is over everything that was proposed and why. */
static const char *write_one(struct db *db, const struct proposal_market *market, struct proposal_run_id run, int32_t citizen,
                             int32_t place, const char *cause)
{
    struct arena *arena = db_arena(db);
    struct work_place_id id = place == NOWHERE ? (struct work_place_id){ 0 } : market->offered[place].row.id;
    int64_t score = place == NOWHERE ? 0 : market_score(market, citizen, place);
    const char *facts = place == NOWHERE ? "" : reasons_stored(arena, market, citizen, place);
    const char *digest = digest_of(arena, arena_format(arena, "%lld %lld %lld %lld %s\n%s", (long long)run.n,
                                                       (long long)market->seeking[citizen].row.citizen.n,
                                                       (long long)id.n, (long long)score, cause, facts));

    proposal_insert(db, &(struct proposal_insert_in){
        .proposal_run = run, .citizen = market->seeking[citizen].row.citizen, .work_place = id, .score = score,
        .cause = cause, .made_at = db_now(db), .facts = facts, .digest = digest });
    return digest;
}

static int64_t seats_of(const struct proposal_market *market)
{
    int64_t seats = 0;

    for (size_t p = 0; p < market->offered_count; p++)
        seats += market->offered[p].seats;
    return seats;
}

struct proposal_run_id proposal_run_make(struct db *db, const struct proposal_market *market)
{
    struct market_total total = market_total(market);
    int64_t held = total.matched - market->result.matched, held_score = total.score - market->result.score;
    struct text digests = text_new(db_arena(db));
    struct proposal_run_id run = proposal_run_insert(db, &(struct proposal_run_insert_in){
        .unit = market->unit, .kind = market->kind->code, .made_at = db_now(db), .made_by = actor_staff(db),
        .rule_version = market->criteria->version, .weight_set = { market->criteria->weight_set },
        .citizens = (int64_t)market->seeking_count, .openings = (int64_t)market->offered_count, .seats = seats_of(market),
        .matched = total.matched, .score = total.score, .matched_bound = market->result.matched_bound + held,
        .score_bound = market->result.score_bound + held_score, .is_certified = market->result.is_certified });

    for (size_t i = 0; i < market->seeking_count; i++)
        text_add(&digests, write_one(db, market, run, (int32_t)i, market_place_of(market, (int32_t)i), "solve"));
    int64_t event = journal_append(db, &(struct event_draft){
        .stream = { STREAM_UNIT, market->unit.n }, .kind = EVENT_PROPOSAL_MADE, .subject = { SUBJECT_UNIT, market->unit.n },
        .at = db_now(db),
        .fields = { { "run", number(db, run.n) }, { "kind", market->kind->code }, { "citizens", number(db, (int64_t)market->seeking_count) },
                    { "matched", number(db, total.matched) },
                    { "digest", arena_format(db_arena(db), "d%s", digest_of(db_arena(db), text_done(&digests))) } } });
    proposal_run_set_event(db, event, run);
    return run;
}

static bool is_as_said(const struct proposal_row_list *rows, struct citizen_id citizen, struct work_place_id place)
{
    for (size_t i = 0; i < rows->count; i++)
        if (rows->at[i].citizen.n == citizen.n)
            return rows->at[i].work_place.n == place.n;
    return false;
}

void proposal_run_follow(struct db *db, const struct proposal_market *market, struct proposal_run_id run, const char *cause)
{
    struct proposal_row_list rows = proposal_of_run(db, run);

    for (size_t i = 0; i < market->seeking_count; i++) {
        int32_t place = market_place_of(market, (int32_t)i);
        struct work_place_id id = place == NOWHERE ? (struct work_place_id){ 0 } : market->offered[place].row.id;
        if (market->seeking[i].accepted.n == 0 && !is_as_said(&rows, market->seeking[i].row.citizen, id))
            write_one(db, market, run, (int32_t)i, place, cause);
    }
}

/* --- what a caseworker says beside the data --- */

/* A pair that the solver did not look at is told to it first; then she has the place. */
static struct matching_change lock_pair(struct proposal_market *market, struct arena *arena, int32_t citizen, int32_t place)
{
    struct matching_change told = change_pair(market->matching, arena, citizen, place, market_score(market, citizen, place));
    struct matching_change locked = change_lock(market->matching, arena, citizen, place);

    if (!locked.is_possible)
        return locked;
    locked.score_change += told.score_change;
    locked.matched_change += told.matched_change;
    return locked;
}

static struct matching_change change_market(struct proposal_market *market, struct arena *arena, const struct control_wish *wish)
{
    struct matching *matching = market->matching;

    switch (wish->kind) {
    case CONTROL_LOCK:
        return lock_pair(market, arena, wish->citizen, wish->place);
    case CONTROL_FORBID:
        return change_forbid(matching, arena, wish->citizen, wish->place);
    case CONTROL_RESERVE:
        return change_reserve_seat(matching, arena, wish->place);
    case CONTROL_CLOSE:
        return change_close_place(matching, arena, wish->place);
    case CONTROL_ADD:
        return change_add_seat(matching, arena, wish->place);
    case CONTROL_COUNT:
        break;
    }
    check_failed("a control", __FILE__, __LINE__);
}

static int64_t tell_unit(struct db *db, const struct proposal_market *market, const struct control_wish *wish,
                         const struct controlled *done)
{
    return journal_append(db, &(struct event_draft){
        .stream = { STREAM_UNIT, market->unit.n },
        .also = { STREAM_CITIZEN, wish->citizen == NOWHERE ? 0 : market->seeking[wish->citizen].row.citizen.n },
        .kind = EVENT_PROPOSAL_CONTROLLED, .code = control_codes[wish->kind],
        .subject = { SUBJECT_UNIT, market->unit.n }, .at = db_now(db),
        .fields = { { "work_place", number(db, market->offered[wish->place].row.id.n) },
                    { "before", number(db, done->before.score) }, { "after", number(db, done->after.score) },
                    { "matched_before", number(db, done->before.matched) },
                    { "matched_after", number(db, done->after.matched) } } });
}

struct controlled proposal_control(struct db *db, struct proposal_market *market, struct proposal_run_id run,
                                   const struct control_wish *wish)
{
    struct controlled done = { .before = market_total(market) };

    done.change = change_market(market, db_arena(db), wish);
    done.is_possible = done.change.is_possible;
    if (!done.is_possible)
        return done;
    check(done.change.is_certified);
    done.after = (struct market_total){ done.before.matched + done.change.matched_change,
                                        done.before.score + done.change.score_change };
    int64_t event = tell_unit(db, market, wish, &done);
    done.id = proposal_control_insert(db, &(struct proposal_control_insert_in){
        .unit = market->unit, .kind = control_codes[wish->kind],
        .citizen = wish->citizen == NOWHERE ? (struct citizen_id){ 0 } : market->seeking[wish->citizen].row.citizen,
        .work_place = market->offered[wish->place].row.id,
        .proposal_run = wish->is_this_run ? run : (struct proposal_run_id){ 0 }, .words = wish->words == NULL ? "" : wish->words,
        .set_at = db_now(db), .set_by = actor_staff(db), .before_matched = done.before.matched,
        .before_score = done.before.score, .after_matched = done.after.matched, .after_score = done.after.score,
        .event = event });
    proposal_run_follow(db, market, run, "control");
    return done;
}

bool proposal_choose(struct db *db, struct proposal_market *market, struct proposal_run_id run, int32_t citizen, int32_t place)
{
    struct matching_change change = lock_pair(market, db_arena(db), citizen, place);

    if (!change.is_possible)
        return false;
    check(change.is_certified);
    proposal_run_follow(db, market, run, "chosen");
    return true;
}

bool proposal_lift(struct db *db, struct unit_id unit, struct proposal_control_id control)
{
    if (proposal_control_lift(db, db_now(db), actor_staff(db), control, unit) == 0)
        return false;
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_UNIT, unit.n }, .kind = EVENT_PROPOSAL_CONTROLLED, .code = "lifted",
        .subject = { SUBJECT_UNIT, unit.n }, .at = db_now(db), .fields = { { "control", number(db, control.n) } } });
    return true;
}
