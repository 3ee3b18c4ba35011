/* SPDX-License-Identifier: MIT
 * meeting.c: meetings with a citizen: rows, guests and events. Units' meetings are in unit.c. */
#include "meeting/meeting.h"

#include "base/text.h"
#include "citizen/consideration.h"
#include "engine/journal.h"
#include "meeting/private.h"

enum { MINUTES_DEFAULT = 30 };

const char *const meeting_way_codes[MEETING_WAY_COUNT + 1] = {
    "person", "phone", "video", "home", "company", "group", NULL,
};

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

/* "company_consultant=yes" for each role that came, once; the citizen is the stream. */
static void add_roles(struct event_draft *draft, size_t count, const struct meeting_guests *came)
{
    for (size_t i = 0; i < came->count && count < JOURNAL_FIELDS_MAX; i++) {
        bool is_told = !came->at[i].has_come || text_is_blank(came->at[i].role) || text_is(came->at[i].role, "citizen");
        for (size_t k = 0; k < count; k++)
            is_told = is_told || text_is(draft->fields[k].name, came->at[i].role);
        if (!is_told)
            draft->fields[count++] = (struct draft_field){ came->at[i].role, "yes" };
    }
}

static int come_count(const struct meeting_guests *came)
{
    int count = 0;

    for (size_t i = 0; came != NULL && i < came->count; i++)
        count += came->at[i].has_come;
    return count;
}

int64_t meeting_append(struct db *db, const struct meeting_row *meeting, enum event_kind kind, instant at,
                       const struct meeting_guests *came)
{
    struct arena *arena = db_arena(db);
    bool is_citizens = meeting->citizen.n != 0;
    int count = come_count(came);
    struct event_draft draft = {
        .stream = { is_citizens ? STREAM_CITIZEN : STREAM_UNIT, is_citizens ? meeting->citizen.n : meeting->unit.n },
        .kind = kind,
        .code = meeting->code,
        .subject = { is_citizens ? SUBJECT_MEETING : SUBJECT_UNIT, is_citizens ? meeting->id.n : meeting->unit.n },
        .at = at,
        .fields = {
            { "way", meeting->way },
            { "placement", meeting->placement.n == 0 ? NULL
                                                     : arena_format(arena, "%lld", (long long)meeting->placement.n) },
            { "parties", count == 0 ? NULL : arena_format(arena, "%d", count) },
        },
    };

    if (came != NULL)
        add_roles(&draft, 3, came);
    return journal_append(db, &draft);
}

int meeting_write_guests(struct db *db, struct meeting_id meeting, struct citizen_id citizen,
                         const struct meeting_guest *guests, size_t count)
{
    int come = 0;

    meeting_parties_delete(db, meeting);
    for (size_t i = 0; i < count; i++) {
        const struct meeting_guest *guest = &guests[i];
        bool is_citizen = text_is(guest->role, "citizen");
        meeting_party_insert(db, &(struct meeting_party_insert_in){
            .meeting = meeting,
            .role = guest->role,
            .staff = guest->staff,
            .citizen = is_citizen ? citizen : (struct citizen_id){ 0 },
            .name = or_empty(guest->name),
            .has_come = guest->has_come,
        });
        come += guest->has_come;
    }
    return come;
}

static struct meeting_id insert(struct db *db, const struct meeting_plan *plan, const char *state,
                                const struct meeting_result *result)
{
    struct staff_id actor = { db_actor(db).kind == ACTOR_STAFF ? db_actor(db).id : 0 };

    return meeting_insert(db, &(struct meeting_insert_in){
        .citizen = plan->citizen,
        .placement = plan->placement,
        .scheme = or_empty(plan->scheme),
        .code = text_is_blank(plan->code) ? "samtale" : plan->code,
        .way = meeting_way_codes[plan->way],
        .state = state,
        .meets_at = plan->meets_at,
        .minutes = plan->minutes == 0 ? MINUTES_DEFAULT : plan->minutes,
        .place = or_empty(plan->place),
        .staff = plan->staff.n == 0 ? actor : plan->staff,
        .has_interpreter = plan->has_interpreter,
        .topics = or_empty(result->topics),
        .agreed = or_empty(result->agreed),
        .changed_at = db_now(db),
        .changed_by = actor,
    });
}

struct meeting_id meeting_book(struct db *db, const struct meeting_plan *plan)
{
    struct meeting_id id = insert(db, plan, "booked", &(struct meeting_result){ 0 });
    struct meeting_row row;

    meeting_write_guests(db, id, plan->citizen, plan->guests, plan->guest_count);
    if (meeting_load(db, id, &row))
        meeting_set_booked_event(db, meeting_append(db, &row, EVENT_MEETING_BOOKED, db_now(db), NULL), id);
    return id;
}

/* The next one is booked with the same people and the same subject, from the calendar of this one. */
static struct meeting_id book_next(struct db *db, const struct meeting_plan *plan, instant next_at)
{
    struct meeting_plan next = *plan;
    struct meeting_guest *guests = arena_array(db_arena(db), plan->guest_count, sizeof *guests);

    if (next_at == INSTANT_NONE)
        return (struct meeting_id){ 0 };
    for (size_t i = 0; i < plan->guest_count; i++) {
        guests[i] = plan->guests[i];
        guests[i].has_come = false;
    }
    next.guests = guests;
    next.meets_at = next_at;
    return meeting_book(db, &next);
}

/* The row says what came of it, and its event; 0 when overtaken. */
static int64_t set_state(struct db *db, const struct meeting_row *meeting, const char *state, int64_t event,
                         struct meeting_id next)
{
    return meeting_set_state(db, &(struct meeting_set_state_in){
        .id = meeting->id,
        .state = state,
        .way = meeting->way,
        .meets_at = meeting->meets_at,
        .has_interpreter = meeting->has_interpreter,
        .topics = meeting->topics,
        .agreed = meeting->agreed,
        .next = next,
        .result_event = event,
        .changed_at = db_now(db),
        .changed_by = { db_actor(db).kind == ACTOR_STAFF ? db_actor(db).id : 0 },
        .version = meeting->version,
    });
}

bool meeting_hold(struct db *db, const struct meeting_row *booked, const struct meeting_plan *plan,
                  const struct meeting_result *result)
{
    struct meeting_row held = *booked;
    struct meeting_guests came = { plan->guests, plan->guest_count };

    held.way = meeting_way_codes[plan->way];
    held.meets_at = plan->meets_at;
    held.has_interpreter = plan->has_interpreter;
    held.topics = or_empty(result->topics);
    held.agreed = or_empty(result->agreed);
    int64_t event = meeting_append(db, &held, EVENT_MEETING_HELD, held.meets_at, &came);
    if (set_state(db, &held, "held", event, (struct meeting_id){ 0 }) == 0) {
        journal_void(db, event);
        return false;
    }
    meeting_write_guests(db, held.id, held.citizen, plan->guests, plan->guest_count);
    struct meeting_id next = book_next(db, plan, result->next_at);
    if (next.n != 0)
        meeting_set_next(db, next, held.id);
    return true;
}

struct meeting_id meeting_hold_unbooked(struct db *db, const struct meeting_plan *plan,
                                        const struct meeting_result *result)
{
    struct meeting_id id = insert(db, plan, "booked", result);
    struct meeting_row row;

    if (meeting_load(db, id, &row))
        meeting_hold(db, &row, plan, result);
    return id;
}

bool meeting_set_result(struct db *db, const struct meeting_row *booked, const char *state, enum event_kind kind,
                        instant at, const struct meeting_guests *came)
{
    int64_t event = meeting_append(db, booked, kind, at, came);

    if (set_state(db, booked, state, event, booked->next) == 1)
        return true;
    journal_void(db, event);
    return false;
}

bool meeting_miss(struct db *db, const struct meeting_row *booked)
{
    return meeting_set_result(db, booked, "no_show", EVENT_MEETING_NO_SHOW, booked->meets_at, NULL);
}

bool meeting_cancel(struct db *db, const struct meeting_row *booked)
{
    return meeting_set_result(db, booked, "cancelled", EVENT_MEETING_CANCELLED, db_now(db), NULL);
}

bool meeting_may_undo(const struct meeting_row *meeting, struct actor actor, instant now)
{
    return !text_is(meeting->state, "undone") && actor.kind == ACTOR_STAFF && meeting->changed_by.n == actor.id &&
           now - meeting->changed_at < (instant)UNDO_HOURS * 3600;
}

/* The meeting that was booked with it goes too, when nothing has become of it yet. */
static void undo_next(struct db *db, struct meeting_id id)
{
    struct meeting_row next;

    if (id.n == 0 || !meeting_load(db, id, &next) || !text_is(next.state, "booked"))
        return;
    journal_void(db, next.booked_event);
    set_state(db, &next, "undone", 0, (struct meeting_id){ 0 });
}

bool meeting_undo(struct db *db, const struct meeting_row *meeting)
{
    bool is_result = meeting->result_event != 0;
    bool is_booked_again = is_result && meeting->booked_event != 0;

    if (!meeting_may_undo(meeting, db_actor(db), db_now(db)))
        return false;
    if (set_state(db, meeting, is_booked_again ? "booked" : "undone", 0, (struct meeting_id){ 0 }) == 0)
        return false;
    if (is_result)
        journal_void(db, meeting->result_event);
    else if (meeting->booked_event != 0)
        journal_void(db, meeting->booked_event);
    undo_next(db, meeting->next);
    citizen_undo_considerations(db, meeting->citizen, meeting->id);
    return true;
}
