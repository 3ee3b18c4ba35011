/* SPDX-License-Identifier: MIT
 * unit.c: the meetings of a unit, such as the monthly coordination (003:57-72): made with everything that
 * is known, held with the number who came. */
#include "engine/journal.h"
#include "meeting/meeting.h"
#include "meeting/private.h"

instant meeting_arrivals_from(struct db *db, struct unit_id unit, const char *code, instant meets_at)
{
    instant last = meeting_unit_last_held(db, unit, code, meets_at);

    return last != INSTANT_NONE ? last : day_begin(day_add_months(day_of_instant(meets_at), -1)) - 1;
}

static void write_arrivals(struct db *db, struct meeting_id id, const struct unit_meeting_plan *plan)
{
    instant from = meeting_arrivals_from(db, plan->unit, plan->code, plan->meets_at);
    bool is_all = (db_actor(db).permissions & (PERMISSION_BIT(MAY_CASE_ALL) | PERMISSION_SET_SYSTEM)) != 0;
    struct meeting_arrival_list arrivals =
        meeting_arrivals(db, from, plan->meets_at, is_all, (struct staff_id){ db_actor(db).id });

    for (size_t i = 0; i < arrivals.count; i++)
        meeting_citizen_insert(db, id, arrivals.at[i].citizen);
}

struct meeting_id meeting_book_unit(struct db *db, const struct unit_meeting_plan *plan)
{
    struct staff_id actor = { db_actor(db).kind == ACTOR_STAFF ? db_actor(db).id : 0 };
    struct meeting_id id = meeting_insert(db, &(struct meeting_insert_in){
        .unit = plan->unit,
        .scheme = plan->scheme,
        .code = plan->code,
        .way = meeting_way_codes[WAY_GROUP],
        .state = "booked",
        .meets_at = plan->meets_at,
        .minutes = 60,
        .place = plan->place,
        .staff = actor,
        .topics = "",
        .agreed = "",
        .changed_at = db_now(db),
        .changed_by = actor,
    });
    struct meeting_row row;

    for (size_t i = 0; i < plan->agenda_count; i++)
        meeting_point_insert(db, id, (int64_t)i + 1, plan->agenda[i]);
    meeting_write_guests(db, id, (struct citizen_id){ 0 }, plan->guests, plan->guest_count);
    if (!plan->is_without_citizens)
        write_arrivals(db, id, plan);
    if (meeting_unit_load(db, id, actor, &row))
        meeting_set_booked_event(db, meeting_append(db, &row, EVENT_MEETING_BOOKED, db_now(db), NULL), id);
    return id;
}

bool meeting_hold_unit(struct db *db, const struct meeting_row *booked)
{
    struct meeting_party_row_list parties = meeting_parties(db, booked->id);
    struct meeting_guest *guests = arena_array(db_arena(db), parties.count, sizeof *guests);

    for (size_t i = 0; i < parties.count; i++)
        guests[i] = (struct meeting_guest){ .role = parties.at[i].role, .has_come = parties.at[i].has_come };
    return meeting_set_result(db, booked, "held", EVENT_MEETING_HELD, booked->meets_at,
                              &(struct meeting_guests){ guests, parties.count });
}
