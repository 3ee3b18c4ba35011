/* SPDX-License-Identifier: MIT
 * mentor.c: training, who is beside a citizen, and practice: rows and events. */
#include "mentor/mentor.h"

#include "base/text.h"
#include "engine/journal.h"
#include "library/library.h"
#include "staff/staff.h"

const char *const mentor_course_kind_codes[] = { "mentor", "buddy", NULL };
const char *const mentor_slot_codes[MENTOR_SLOT_COUNT + 1] = { "workplace", "centre", "buddy", NULL };

/* The role of a slot, as schemes name it. */
static const char *const slot_roles[MENTOR_SLOT_COUNT] = { "company_mentor", "mentor", "language_buddy" };

static const char *number_text(struct db *db, int64_t number)
{
    return arena_format(db_arena(db), "%lld", (long long)number);
}

void mentor_mark(struct db *db, const struct mentor_course_row *course, const struct mentor_seat_row *seat,
                 bool has_first, bool has_second)
{
    bool is_trained = mentor_is_trained(has_first, has_second, course->second_day);
    int64_t event = seat->event;

    if (is_trained && event == 0)
        event = journal_append(db, &(struct event_draft){
            .stream = { STREAM_PERSON, MENTOR_PERSON_FIRST + seat->mentor.n },
            .also = { STREAM_COMPANY, seat->company.n },
            .kind = EVENT_TRAINING_ATTENDED,
            .code = course->kind,
            .subject = { SUBJECT_PERSON, MENTOR_PERSON_FIRST + seat->mentor.n },
            .at = day_begin(course->second_day == DAY_NONE ? course->first_day : course->second_day),
            .is_day = true,
            .fields = { { "course", number_text(db, course->id.n) } },
        });
    else if (!is_trained && event != 0) {
        journal_void(db, event);
        event = 0;
    }
    mentor_seat_mark(db, has_first, has_second, event, course->id, seat->mentor);
}

/* The schemes' activity that trains whom a course is for: the first of those that are on; NULL for none. */
static const char *training_of(struct db *db, const char *kind)
{
    const char *role = text_is(kind, mentor_course_kind_codes[0]) ? slot_roles[SLOT_WORKPLACE] : slot_roles[SLOT_BUDDY];
    struct schemes schemes = library_schemes_on(db);

    for (size_t i = 0; i < schemes.count; i++)
        for (size_t a = 0; a < schemes.at[i]->activities.count; a++)
            if (text_is(schemes.at[i]->activities.at[a].trains.text, role))
                return schemes.at[i]->activities.at[a].id.text;
    return NULL;
}

static bool is_somebody_trained(struct db *db, struct mentor_course_id course)
{
    struct mentor_seat_row_list seats = mentor_seats(db, course);

    for (size_t i = 0; i < seats.count; i++)
        if (seats.at[i].event != 0)
            return true;
    return false;
}

void mentor_course_hold(struct db *db, const struct mentor_course_row *course)
{
    day last = course->second_day == DAY_NONE ? course->first_day : course->second_day;
    bool is_held = last <= db_today(db) && is_somebody_trained(db, course->id);
    const char *training = training_of(db, course->kind);
    struct staff_row staff;

    if (!is_held && course->held_event != 0) {
        journal_void(db, course->held_event);
        mentor_course_set_held(db, 0, course->id);
    }
    if (!is_held || course->held_event != 0 || training == NULL ||
        !staff_load(db, (struct staff_id){ db_actor(db).id }, &staff))
        return;
    mentor_course_set_held(db, journal_append(db, &(struct event_draft){
        .stream = { STREAM_UNIT, staff.unit.n },
        .kind = EVENT_GROUP_CLOSED,
        .code = training,
        .subject = { SUBJECT_UNIT, staff.unit.n },
        .at = day_begin(last),
        .is_day = true,
        .fields = { { "course", number_text(db, course->id.n) } },
    }), course->id);
}

static struct event_draft draft_of(struct db *db, const struct placement_row *placement, enum event_kind kind, const char *code)
{
    return (struct event_draft){
        .stream = { STREAM_CITIZEN, placement->citizen.n },
        .also = { STREAM_COMPANY, placement->company.n },
        .kind = kind,
        .code = code,
        .subject = { SUBJECT_PLACEMENT, placement->id.n },
        .at = db_now(db),
    };
}

static bool is_mentor_trained(struct db *db, const struct placement_row *placement, struct mentor_id mentor)
{
    struct mentor_listed_list mentors = mentor_of_company(db, placement->company);

    for (size_t i = 0; i < mentors.count; i++)
        if (mentors.at[i].id.n == mentor.n)
            return mentors.at[i].trained_count > 0;
    return false;
}

void mentor_place(struct db *db, const struct placement_row *placement, enum mentor_slot slot, struct mentor_id mentor,
                  struct staff_id staff)
{
    if (mentor_beside_end(db, db_today(db), placement->id, placement->citizen, mentor_slot_codes[slot]) > 0) {
        struct event_draft ended = draft_of(db, placement, EVENT_RELATION_ENDED, slot_roles[slot]);
        journal_append(db, &ended);
    }
    if (mentor.n == 0 && staff.n == 0)
        return;
    struct event_draft draft = draft_of(db, placement, EVENT_RELATION_STARTED, slot_roles[slot]);
    draft.fields[0] = (struct draft_field){ "staff", staff.n == 0 ? NULL : number_text(db, staff.n) };
    draft.fields[1] = (struct draft_field){ "trained", staff.n > 0 || is_mentor_trained(db, placement, mentor) ? "yes" : "no" };
    int64_t event = journal_append(db, &draft);
    mentor_beside_put(db, &(struct mentor_beside_put_in){ .placement = placement->id, .citizen = placement->citizen,
        .slot = mentor_slot_codes[slot], .mentor = mentor, .staff = staff, .from_day = db_today(db), .event = event });
}

static int64_t practice_event(struct db *db, const struct placement_row *placement, day on)
{
    return journal_find_about(db, (struct stream){ STREAM_CITIZEN, placement->citizen.n }, EVENT_CONTACT_MADE,
                              SUBJECT_PLACEMENT, "practice_day", on);
}

void mentor_practice(struct db *db, const struct placement_row *placement, day on, int64_t minutes, struct link_id link)
{
    struct event_draft draft = draft_of(db, placement, EVENT_CONTACT_MADE, "practice");

    journal_void(db, practice_event(db, placement, on));
    draft.at = day_begin(on);
    draft.is_day = true;
    draft.fields[0] = (struct draft_field){ "minutes", number_text(db, minutes) };
    draft.fields[1] = (struct draft_field){ "practice_day", number_text(db, on) };
    journal_append(db, &draft);
    buddy_practice_put(db, placement->id, placement->citizen, on, minutes, link);
}

bool mentor_undo_practice(struct db *db, const struct placement_row *placement, day on)
{
    if (buddy_practice_drop(db, placement->id, placement->citizen, on) == 0)
        return false;
    journal_void(db, practice_event(db, placement, on));
    return true;
}
