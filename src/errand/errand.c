/* SPDX-License-Identifier: MIT
 * errand.c: the life of an errand: rows and events. */
#include "errand/errand.h"

#include "base/text.h"
#include "casefile/casefile.h"
#include "employer/employer.h"
#include "engine/journal.h"

const char *const errand_outcome_codes[ERRAND_OUTCOME_COUNT + 1] = {
    [ERRAND_NONE] = "none", [ERRAND_WITHDRAWN] = "withdrawn", [ERRAND_PLACED] = "placed",
};

static struct event_draft draft_of(struct citizen_id citizen, struct errand_id errand, enum event_kind kind, instant at)
{
    return (struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = kind,
        .code = "find",
        .subject = { SUBJECT_ERRAND, errand.n },
        .at = at,
    };
}

static bool has_role(struct db *db, struct citizen_id citizen, const char *role)
{
    struct team_row_list team = casefile_team(db, citizen);

    for (size_t i = 0; i < team.count; i++)
        if (text_is(team.at[i].role, role))
            return true;
    return false;
}

struct errand_id errand_ask(struct db *db, const struct errand_wish *wish)
{
    struct errand_id id = errand_insert(db, &(struct errand_insert_in){
        .citizen = wish->citizen, .consultant = wish->consultant, .words = wish->words, .wished_at = wish->wished_at,
        .asked_at = db_now(db), .asked_by = { db_actor(db).id } });
    struct event_draft draft = draft_of(wish->citizen, id, EVENT_REQUEST_RECEIVED, db_now(db));

    draft.fields[0] = (struct draft_field){ "staff", arena_format(db_arena(db), "%lld", (long long)wish->consultant.n) };
    journal_append(db, &draft);
    if (!has_role(db, wish->citizen, wish->role))
        casefile_put_on_team(db, wish->citizen, wish->role, wish->consultant);
    return id;
}

/* What a step leaves behind. */
struct step {
    const char *kind, *state, *outcome; /* State and outcome of the errand after it. */
    struct company_id company;
    const char *words;
    struct event_draft draft;
};

static bool take_step(struct db *db, const struct errand_row *errand, const struct step *step)
{
    if (text_is(errand->state, "closed") ||
        errand_set_state(db, step->state, step->outcome, errand->id, errand->citizen, errand->version) == 0)
        return false;
    errand_step_insert(db, &(struct errand_step_insert_in){
        .errand = errand->id, .citizen = errand->citizen, .kind = step->kind, .company = step->company, .words = step->words,
        .taken_at = step->draft.at, .staff = { db_actor(db).id }, .event = journal_append(db, &step->draft),
        .state_before = errand->state });
    return true;
}

bool errand_answer(struct db *db, const struct errand_row *errand, instant at, const char *words)
{
    return take_step(db, errand, &(struct step){
        .kind = "answered", .state = "answered", .outcome = "", .words = words,
        .draft = draft_of(errand->citizen, errand->id, EVENT_REQUEST_ANSWERED, at) });
}

bool errand_ask_company(struct db *db, const struct errand_row *errand, struct company_id company, instant at,
                        const char *words)
{
    struct event_draft draft = draft_of(errand->citizen, errand->id, EVENT_CONTACT_MADE, at);

    draft.fields[0] = (struct draft_field){ "company", arena_format(db_arena(db), "%lld", (long long)company.n) };
    if (!take_step(db, errand, &(struct step){
            .kind = "asked", .state = "answered", .outcome = "", .company = company, .words = words, .draft = draft }))
        return false;
    employer_talk(db, company, TALK_PHONE, at, "Spurgt om en praktikplads");
    return true;
}

bool errand_close(struct db *db, const struct errand_row *errand, enum errand_outcome outcome, const char *words)
{
    struct event_draft draft = draft_of(errand->citizen, errand->id, EVENT_REQUEST_CLOSED, db_now(db));

    draft.fields[0] = (struct draft_field){ "outcome", errand_outcome_codes[outcome] };
    return take_step(db, errand, &(struct step){
        .kind = "closed", .state = "closed", .outcome = errand_outcome_codes[outcome], .words = words, .draft = draft });
}

static bool is_asked_otherwise(struct db *db, const struct errand_row *errand)
{
    struct errand_of_citizen_row_list open = errands_of_citizen(db, errand->citizen);

    for (size_t i = 0; i < open.count; i++)
        if (open.at[i].consultant.n == errand->consultant.n)
            return true;
    return false;
}

bool errand_take_back(struct db *db, const struct errand_row *errand)
{
    if (!errand_close(db, errand, ERRAND_WITHDRAWN, ""))
        return false;
    if (is_asked_otherwise(db, errand))
        return true;

    struct team_row_list team = casefile_team(db, errand->citizen);
    for (size_t i = 0; i < team.count; i++)
        if (team.at[i].staff.n == errand->consultant.n && team.at[i].from_at == errand->asked_at)
            casefile_take_off_team(db, errand->citizen, &team.at[i]);
    return true;
}

int64_t errand_last_step(struct db *db, const struct errand_row *errand)
{
    struct errand_step_row_list steps = errand_steps(db, errand->id, errand->citizen);

    return steps.count == 0 ? 0 : steps.at[steps.count - 1].event;
}

bool errand_undo(struct db *db, const struct errand_row *errand, int64_t step)
{
    struct errand_step_row_list steps = errand_steps(db, errand->id, errand->citizen);

    if (steps.count == 0 || steps.at[steps.count - 1].event != step)
        return false;
    const struct errand_step_row *last = &steps.at[steps.count - 1];
    if (errand_set_state(db, last->state_before, "", errand->id, errand->citizen, errand->version) == 0)
        return false;
    journal_void(db, last->event);
    errand_step_delete(db, last->id, errand->citizen);
    return true;
}

void errand_placed(struct db *db, struct citizen_id citizen)
{
    struct errand_of_citizen_row_list open = errands_of_citizen(db, citizen);

    for (size_t i = 0; i < open.count; i++)
        errand_close(db, &(struct errand_row){ .id = open.at[i].id, .citizen = citizen, .state = open.at[i].state,
                                               .version = open.at[i].version }, ERRAND_PLACED, "");
}
