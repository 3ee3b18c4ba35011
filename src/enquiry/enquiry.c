/* SPDX-License-Identifier: MIT
 * enquiry.c: the life of an enquiry: rows and events. When a placement ends with it is decided in policy.c. */
#include "enquiry/enquiry.h"

#include "base/text.h"
#include "citizen/citizen.h"
#include "engine/journal.h"
#include "law/workday.h"
#include "placement/placement.h"
#include "task/task.h"

const char *const enquiry_kind_codes[ENQUIRY_KIND_COUNT + 1] = {
    [ENQUIRY_RECRUITMENT] = "recruitment", [ENQUIRY_PROBLEM] = "problem",
};
const char *const enquiry_way_codes[ENQUIRY_WAY_COUNT + 1] = {
    [ENQUIRY_PHONE] = "phone", [ENQUIRY_MAIL] = "mail", [ENQUIRY_MEETING] = "meeting", [ENQUIRY_LINK] = "link",
};
const char *const enquiry_outcome_codes[ENQUIRY_OUTCOME_COUNT + 1] = {
    [ENQUIRY_SOLVED] = "solved", [ENQUIRY_UNSOLVED] = "unsolved", [ENQUIRY_HELD_ON] = "held_on",
    [ENQUIRY_DROPPED] = "dropped",
};

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

struct company_id enquiry_home(const struct enquiry_row *enquiry)
{
    return enquiry->home.n != 0 ? enquiry->home : enquiry->company;
}

/* All events of an enquiry stand in the company's stream, and in the citizen's when it is about her. */
static struct event_draft draft_of(struct db *db, const struct enquiry_row *enquiry, enum event_kind kind, instant at)
{
    struct arena *arena = db_arena(db);
    bool is_about_one = enquiry->citizen.n != 0;

    return (struct event_draft){
        .stream = { STREAM_COMPANY, enquiry_home(enquiry).n },
        .also = { STREAM_CITIZEN, enquiry->citizen.n },
        .kind = kind,
        .code = enquiry->kind,
        .subject = { SUBJECT_REQUEST, enquiry->id.n },
        .at = at,
        .fields = {
            { "company", arena_format(arena, "%lld", (long long)enquiry->company.n) },
            { "placement", is_about_one ? arena_format(arena, "%lld", (long long)enquiry->placement.n) : NULL },
        },
    };
}

struct enquiry_id enquiry_receive(struct db *db, const struct enquiry_wish *wish)
{
    bool is_staff = db_actor(db).kind == ACTOR_STAFF;
    struct enquiry_row row = {
        .company = wish->company, .placement = wish->placement, .citizen = wish->citizen,
        .kind = enquiry_kind_codes[wish->kind],
    };

    row.id = enquiry_insert(db, &(struct enquiry_insert_in){
        .company = wish->company, .placement = wish->placement, .citizen = wish->citizen, .contact = wish->contact,
        .kind = row.kind, .way = enquiry_way_codes[wish->way], .words = or_empty(wish->words),
        .received_at = wish->received_at, .received_by = { is_staff ? db_actor(db).id : 0 }, .link = wish->link,
    });
    struct event_draft draft = draft_of(db, &row, EVENT_REQUEST_RECEIVED, wish->received_at);
    draft.fields[2] = (struct draft_field){ "way", enquiry_way_codes[wish->way] };
    journal_append(db, &draft);
    return row.id;
}

/* What a step leaves behind. */
struct step {
    const char *kind, *state; /* The enquiry's state after it. */
    const char *outcome, *words, *leader_words;
    instant at;
    struct event_draft draft;
    int64_t placement_event;
};

static bool take_step(struct db *db, const struct enquiry_row *enquiry, const struct step *step)
{
    if (enquiry_set_state(db, step->state, enquiry->id, enquiry->version, enquiry->citizen) == 0)
        return false;
    enquiry_step_insert(db, &(struct enquiry_step_insert_in){
        .enquiry = enquiry->id, .citizen = enquiry->citizen, .kind = step->kind, .outcome = or_empty(step->outcome),
        .words = or_empty(step->words), .leader_words = or_empty(step->leader_words), .taken_at = step->at,
        .staff = { db_actor(db).id }, .event = journal_append(db, &step->draft),
        .placement_event = step->placement_event, .state_before = enquiry->state,
    });
    return true;
}

static bool is_closed(const struct enquiry_row *enquiry)
{
    return text_is(enquiry->state, "closed");
}

bool enquiry_answer(struct db *db, const struct enquiry_row *enquiry, instant at, const char *words)
{
    return !is_closed(enquiry) && take_step(db, enquiry, &(struct step){
        .kind = "answered", .state = "answered", .words = words, .at = at,
        .draft = draft_of(db, enquiry, EVENT_REQUEST_ANSWERED, at),
    });
}

bool enquiry_visit(struct db *db, const struct enquiry_row *enquiry, instant at, const char *words)
{
    return !is_closed(enquiry) && take_step(db, enquiry, &(struct step){
        .kind = "visited", .state = "answered", .words = words, .at = at,
        .draft = draft_of(db, enquiry, EVENT_VISIT_MADE, at),
    });
}

/* Those with the case are told by a task, due on the next working day. */
static void tell_caseworker(struct db *db, const struct placement_row *placement)
{
    struct enquiry_caseworker_list caseworkers = enquiry_caseworkers(db, placement->citizen);
    struct citizen_row citizen;

    if (!citizen_load(db, placement->citizen, &citizen))
        return;
    task_create(db, placement->citizen, citizen.unit,
                caseworkers.count > 0 ? caseworkers.at[0].staff : (struct staff_id){ 0 },
                arena_format(db_arena(db), "Praktikken hos %s sluttede i dag med et problem. Tal med borgeren",
                             placement->company_name),
                workday_add(NULL, db_today(db), 1));
}

/* Ends the placement today. Its event, or 0 when it had ended. */
static int64_t end_placement(struct db *db, const struct enquiry_row *enquiry, const char *next_step)
{
    struct placement_row placement;

    if (!placement_load(db, enquiry->placement, &placement) || text_is(placement.state, "ended") ||
        !placement_end(db, &placement, &(struct placement_ending){
            .on = db_today(db), .reason = "unsolved", .next_step = next_step }))
        return 0;
    tell_caseworker(db, &placement);
    return placement_load(db, enquiry->placement, &placement) ? placement.ended_event : 0;
}

bool enquiry_close(struct db *db, const struct enquiry_row *enquiry, const struct enquiry_closing *closing)
{
    bool ends = closing->outcome == ENQUIRY_UNSOLVED && enquiry->placement.n != 0;
    struct event_draft draft = draft_of(db, enquiry, EVENT_REQUEST_CLOSED, db_now(db));

    if (is_closed(enquiry))
        return false;
    draft.fields[2] = (struct draft_field){ "outcome", enquiry_outcome_codes[closing->outcome] };
    struct step step = {
        .kind = "closed", .state = "closed", .outcome = enquiry_outcome_codes[closing->outcome],
        .words = closing->words, .leader_words = closing->leader_words, .at = db_now(db), .draft = draft,
    };
    if (ends)
        step.placement_event = end_placement(db, enquiry, closing->next_step);
    return take_step(db, enquiry, &step);
}

static void run_on(struct db *db, const struct enquiry_row *enquiry, int64_t event)
{
    struct placement_row placement;

    if (event != 0 && placement_load(db, enquiry->placement, &placement) && placement.ended_event == event)
        placement_undo_end(db, &placement);
}

bool enquiry_undo(struct db *db, const struct enquiry_row *enquiry)
{
    struct enquiry_step_row_list steps = enquiry_steps(db, enquiry->id);

    if (steps.count == 0)
        return false;
    const struct enquiry_step_row *last = &steps.at[steps.count - 1];
    if (enquiry_set_state(db, last->state_before, enquiry->id, enquiry->version, enquiry->citizen) == 0)
        return false;
    journal_void(db, last->event);
    enquiry_step_delete(db, last->id);
    run_on(db, enquiry, last->placement_event);
    return true;
}
