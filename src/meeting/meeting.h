/* SPDX-License-Identifier: MIT
 * meeting.h: meetings with a citizen, follow-ups of a placement, and a unit's monthly coordination: booked,
 * held, missed, cancelled, and undone by the one who saved by mistake. Dates are in rules.h. */
#ifndef MEETING_MEETING_H
#define MEETING_MEETING_H

#include "db/db.h"
#include "meeting_sql.h"

/* How it is held. Codes as stored; NULL last. */
enum meeting_way { WAY_PERSON, WAY_PHONE, WAY_VIDEO, WAY_HOME, WAY_COMPANY, WAY_GROUP, MEETING_WAY_COUNT };
extern const char *const meeting_way_codes[MEETING_WAY_COUNT + 1];

/* Who is asked or came: a role of the glossary with a member of staff, the citizen, or a name. */
struct meeting_guest {
    const char *role;
    struct staff_id staff;
    const char *name;
    bool has_come;
};

/* A meeting with a citizen. Texts may be NULL. */
struct meeting_plan {
    struct citizen_id citizen;
    struct placement_id placement; /* Of a first meeting or a follow-up; n = 0 otherwise. */
    const char *scheme, *code;     /* The scheme's meeting id, or "samtale". */
    enum meeting_way way;
    instant meets_at;
    int64_t minutes;               /* 0 is thirty. */
    const char *place;
    struct staff_id staff;         /* Who holds it; n = 0 is the actor. */
    bool has_interpreter;
    const struct meeting_guest *guests;
    size_t guest_count;
};

/* Books it; event meeting.booked. */
struct meeting_id meeting_book(struct db *db, const struct meeting_plan *plan);

/* What came of a meeting. */
struct meeting_result {
    const char *topics, *agreed;
    instant next_at; /* The next one is booked with it, when not INSTANT_NONE. */
};

/* Held as the plan says, never booked before; event meeting.held with the number who came. */
struct meeting_id meeting_hold_unbooked(struct db *db, const struct meeting_plan *plan,
                                        const struct meeting_result *result);

/* A booked meeting was held, as the plan now says. False when somebody has changed it meanwhile. */
bool meeting_hold(struct db *db, const struct meeting_row *booked, const struct meeting_plan *plan,
                  const struct meeting_result *result);

/* The citizen did not come; event meeting.no_show. Called off; event meeting.cancelled. False when
 * somebody has changed it meanwhile. */
bool meeting_miss(struct db *db, const struct meeting_row *booked);
bool meeting_cancel(struct db *db, const struct meeting_row *booked);

enum { UNDO_HOURS = 12 };

/* May the actor still take back what was saved last: own, and of this working session. */
bool meeting_may_undo(const struct meeting_row *meeting, struct actor actor, instant now);

/* Takes it back: the event is voided; a meeting that was booked is booked again, one that was not is
 * gone from the lists, and so is the next meeting booked with it. False when it cannot. */
bool meeting_undo(struct db *db, const struct meeting_row *meeting);

/* A unit's meeting on a day, with its agenda, the people of the scheme's roles and the citizens housed
 * since the last one; event meeting.booked in the unit's stream. */
struct unit_meeting_plan {
    struct unit_id unit;
    const char *scheme, *code;
    instant meets_at;
    const char *place;
    const char *const *agenda;
    size_t agenda_count;
    const struct meeting_guest *guests;
    size_t guest_count;
    bool is_without_citizens; /* It is not about those who have arrived. */
};
struct meeting_id meeting_book_unit(struct db *db, const struct unit_meeting_plan *plan);

/* Since when arrivals count for a unit's meeting: the last one held, or a month before. */
instant meeting_arrivals_from(struct db *db, struct unit_id unit, const char *code, instant meets_at);

/* The unit's meeting was held; event meeting.held. False when somebody has changed it meanwhile. */
bool meeting_hold_unit(struct db *db, const struct meeting_row *booked);

#endif
