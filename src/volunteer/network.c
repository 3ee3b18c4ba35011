/* SPDX-License-Identifier: MIT
 * network.c: what holds the network of mentors together (S86, S87): messages to them and their meetings, in the journal of
 * each person. The pages are messages.c and meetings.c. */
#include "engine/journal.h"
#include "volunteer/volunteer.h"

static const char message_code[] = "network_message", meeting_code[] = "network_meeting";

static int64_t tell(struct db *db, struct volunteer_id volunteer, enum event_kind kind, const char *code, instant at)
{
    struct stream person = { STREAM_PERSON, VOLUNTEER_PERSON_FIRST + volunteer.n };

    return journal_append(db, &(struct event_draft){
        .stream = person, .kind = kind, .code = code, .subject = { SUBJECT_PERSON, person.id }, .at = at });
}

struct volunteer_message_id volunteer_message_add(struct db *db, struct staff_id author, const char *title, const char *words,
                                                  const struct volunteer_listed_list *to)
{
    struct volunteer_message_id message = volunteer_message_insert(db, author, db_now(db), title, words);

    for (size_t i = 0; i < to->count; i++)
        volunteer_message_to_insert(db, message, to->at[i].id,
                                    tell(db, to->at[i].id, EVENT_CONTACT_MADE, message_code, db_now(db)));
    return message;
}

void volunteer_message_undo(struct db *db, struct volunteer_message_id message)
{
    struct volunteer_reached_list people = volunteer_message_people(db, message, true, (struct staff_id){ 0 });

    for (size_t i = 0; i < people.count; i++)
        journal_void(db, people.at[i].event);
    volunteer_message_to_drop(db, message);
    volunteer_message_drop(db, message);
}

void volunteer_meeting_ask(struct db *db, struct volunteer_meeting_id meeting, struct volunteer_id volunteer)
{
    volunteer_meeting_guest_insert(db, meeting, volunteer, tell(db, volunteer, EVENT_MEETING_BOOKED, meeting_code, db_now(db)));
}

struct volunteer_meeting_id volunteer_meeting_add(struct db *db, const struct volunteer_meeting_row *meeting,
                                                  const struct volunteer_listed_list *asked)
{
    struct volunteer_meeting_id id =
        volunteer_meeting_insert(db, meeting->author, meeting->meets_at, meeting->place, meeting->theme);

    for (size_t i = 0; i < asked->count; i++)
        volunteer_meeting_ask(db, id, asked->at[i].id);
    return id;
}

void volunteer_meeting_came(struct db *db, const struct volunteer_meeting_row *meeting, const struct volunteer_guest *guest,
                            bool has_come)
{
    if (has_come == (guest->came_event != 0))
        return;
    if (!has_come)
        journal_void(db, guest->came_event);
    volunteer_meeting_guest_set_came(
        db, has_come ? tell(db, guest->id, EVENT_MEETING_HELD, meeting_code, meeting->meets_at) : 0, meeting->id, guest->id);
}

bool volunteer_meeting_cancel(struct db *db, const struct volunteer_meeting_row *meeting, bool is_cancelled)
{
    struct volunteer_guest_list guests = volunteer_meeting_guests(db, meeting->id, true, (struct staff_id){ 0 });

    if (volunteer_meeting_set_cancelled(db, is_cancelled ? db_now(db) : INSTANT_NONE, meeting->id, meeting->version) == 0)
        return false;
    for (size_t i = 0; i < guests.count; i++) {
        const struct volunteer_guest *guest = &guests.at[i];
        if (is_cancelled && guest->event != 0)
            journal_void(db, guest->event);
        volunteer_meeting_guest_set_event(
            db, is_cancelled ? 0 : tell(db, guest->id, EVENT_MEETING_BOOKED, meeting_code, db_now(db)), meeting->id, guest->id);
    }
    return true;
}
