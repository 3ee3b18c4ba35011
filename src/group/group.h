/* SPDX-License-Identifier: MIT
 * group.h: groups (hold) that run an activity of a scheme: their week, who is on them and how long, their
 * sessions, attendance, what the participants can, and the graduation. Hours, language share, length and
 * size are the scheme's. Statements are in group.sql, pure rules in rules.h. */
#ifndef GROUP_GROUP_H
#define GROUP_GROUP_H

#include "citizen_sql.h"
#include "db/db.h"
#include "document/document.h"
#include "engine/scheme.h"
#include "group/verdict.h"
#include "group_sql.h"
#include "web/say.h"

/* The activity a group runs, or NULL when its scheme no longer has it. */
const struct scheme_activity *group_activity(struct db *db, const char *scheme, const char *activity);

/* A new group, event group.opened. A capacity of 0 becomes the scheme's size. n = 0 when the scheme has no
 * such activity. */
struct course_group_id group_create(struct db *db, const struct course_group_insert_in *group);

enum join_why { JOIN_FINE, JOIN_IS_MEMBER, JOIN_GROUP_ENDED, JOIN_NO_GROUP, JOIN_WHY_COUNT };
struct join {
    enum join_why why;
    struct group_member_id member; /* n = 0 unless fine. */
    bool is_over_capacity;         /* With the places offered to others. Soft: the citizen is on the group all the same. */
};

/* Puts a citizen on a group from a day on, for the scheme's own length (rolling intake) or the group's.
 * Events activity.planned now, activity.started on the first day and activity.ended on the last. */
struct join group_join(struct db *db, struct course_group_id group, struct citizen_id citizen, day from);

/* Off the group: `last` is the last day, `reason` a code of the glossary's list end_reason. The event
 * activity.ended moves with it. False when somebody has changed the membership since it was loaded. */
bool group_leave(struct db *db, const struct group_member_row *member, day last, const char *reason);

/* Whether a group is for a citizen: the gender the group is for, and what its scheme says of who comes on it. Nothing
 * stops; who goes on in spite of it says why, which is kept with the membership. */
struct entry {
    enum entry_why gender;
    bool is_against_scheme; /* The scheme's condition is known not to hold. */
};
struct entry group_entry(struct db *db, const struct course_group_row *group, const struct citizen_row *citizen);
/* The same in words, and that others have waited longer or are offered the free places. Empty: nothing speaks against it. */
struct text_pieces group_doubts(struct db *db, enum language language, const struct course_group_row *group,
                                const struct citizen_row *citizen, day from);
void group_keep_reason(struct db *db, struct group_member_id member, struct citizen_id citizen, const char *words);

/* A citizen is written up for a place, last in line; event activity.waiting. n = 0 when she waits already. Joining takes
 * her off the list. */
struct group_wait_id group_wait(struct db *db, const struct course_group_row *group, struct citizen_id citizen);

/* The next step of one who waits; event activity.waiting with the state. `state` is offered, declined, left, or waiting
 * again in her old place. `reason`: why before somebody who has waited longer, or "". False when somebody else was faster. */
bool group_wait_step(struct db *db, const struct group_wait_row *wait, const char *state, const char *reason);

/* Somebody came on a day without being on the group: a membership of that day alone, and the mark for having come.
 * n = 0 when the group does not meet that day. Who is on the group that day is only marked. */
struct group_member_id group_drop_in(struct db *db, const struct course_group_row *group, struct citizen_id citizen, day on);
/* She did not come after all: mark and membership go, and the event is voided. False when she did not just come. */
bool group_drop_out(struct db *db, const struct group_member_row *member);

/* The places that are to be offered follow the waiting list, the members and the capacity: events place.freed, a week
 * before a place is free, and place.taken, in the group's stream. Called after each change of those; joining, leaving and
 * the steps of the list do it themselves. `why` says which of several places is settled: the oldest when one was offered
 * or taken, the latest when there are fewer to offer; AGAIN opens the one whose offer was taken back. */
enum places_why { PLACES_CHANGED, PLACES_TAKEN, PLACES_AGAIN };
void group_places_settle(struct db *db, struct course_group_id group, enum places_why why);

/* The same for groups that are older than these events, at most so many; how many they were. Their openings say of
 * which scheme they are, too. */
int64_t group_tell_old(struct db *db, int64_t most);

/* For the keeper: that, in a transaction of its own. */
void group_wake(struct db *db, struct arena *arena, instant now);

/* Plans sessions of the week's slots on the working days from one day to another, event session.planned
 * each; those planned before are left alone. How many were planned. */
size_t group_plan_sessions(struct db *db, struct course_group_id group, day first, day last);

/* Plans the scheme's own sessions of the activity from a day on, each on the next working day, one with `day_after` on
 * the day after the one before it; those in the calendar are left alone. The event session.planned of such a one says
 * how many days after it is. How many were planned. */
size_t group_plan_parts(struct db *db, const struct course_group_row *group, day first, int64_t from_minute);

/* A session takes place at another time, in another place or with another teacher: event session.planned, corrected. Or
 * it is called off, with why: event session.cancelled. The week stays as it is, and puts no other in its place. */
enum session_change {
    SESSION_CHANGED,
    SESSION_OVER,      /* It was held, somebody has a mark for it, or it is called off. */
    SESSION_OVERTAKEN, /* Somebody else has changed it since `version`. */
    SESSION_TAKEN,     /* The group has another session then. */
};
enum session_change group_move_session(struct db *db, const struct course_group_row *group, const struct group_session_row *wanted);
enum session_change group_cancel_session(struct db *db, const struct course_group_row *group, struct group_session_id session,
                                         const char *reason, int64_t version);
/* It takes place after all: session.cancelled is voided. False when it was not called off. */
bool group_restore_session(struct db *db, struct group_session_id session);

/* Attendance is taken once a day, for all of the day's sessions; `mark` is a code of the glossary's list
 * `absence`. Event session.attended, or absence.registered with the mark; another mark corrects it. False
 * when the member is not on the group that day or the group does not meet. */
bool attendance_set(struct db *db, struct course_group_id group, day on, struct group_member_id member,
                    const char *mark, const char *note);

/* The same, also of a part of the day: minutes of its sessions that somebody was away, 0 or as many as there are for all
 * of them. Of a mark that says present only 0. False too when it is more than the day has. */
struct attendance_word {
    const char *mark, *note;
    int64_t away_minutes;
};
bool attendance_write(struct db *db, struct course_group_id group, day on, struct group_member_id member,
                      const struct attendance_word *word);

/* The day's sessions were held: events session.held with their minutes, once, and session.staffed when a
 * consultant was there (n = 0 for none). `version` is the first session's; false when somebody else has
 * taken attendance since. */
bool group_hold_day(struct db *db, struct course_group_id group, day on, struct staff_id consultant, int64_t version);

/* Who of the consultants is planned to be at the group's place (S04): one a day on which the group meets. Plans
 * nobody with n = 0. Event session.rostered, corrected or voided when it is planned otherwise. */
void group_plan_presence(struct db *db, const struct course_group_row *group, day on, struct staff_id staff);

/* The days from `first` to `last` on which a group meets, in order, with who is planned; staff n = 0 and an empty
 * name for nobody. */
struct group_presence_day {
    day on;
    int64_t from_minute, to_minute;
    struct staff_id staff;
    const char *staff_name;
};
struct group_presence_days {
    struct group_presence_day *at;
    size_t count;
};
struct group_presence_days group_presence_between(struct db *db, struct course_group_id group, day first, day last);

/* Where somebody is planned from today on, soonest first, at most so many. */
struct group_presence_mine_list group_presence_ahead(struct db *db, struct staff_id staff, size_t most);

/* What meets today in the units of a person, first those whose attendance is not taken: at most so many, each with how
 * many there are. */
struct group_day_row_list group_today(struct db *db, struct staff_id staff, int most);

/* The profile as lines, replacing what was written before; event form.answered. False when somebody has
 * saved since `stamp` (competence_stamp). */
struct competence_line {
    const char *kind, *words, *years;
};
struct competence_lines {
    const struct competence_line *at;
    size_t count;
};
bool competence_save(struct db *db, struct citizen_id citizen, struct competence_lines lines, int64_t stamp);

/* The profile as sections of a document: CV and certificate show the same, never typed twice. */
struct document_sections competence_sections(struct db *db, struct citizen_id citizen, enum language language);

/* The certificate of a member, with her own competences and her own period. Once: a second call answers
 * the same document as long as nothing of it has changed. */
struct document_id group_certify(struct db *db, const struct group_member_row *member);

/* Who graduates about now: the last day within a week, or not more than four weeks ago; for how much of the days with a mark
 * each was there, and what that is against the demand of the group or its scheme (0: none). */
struct group_graduate {
    struct group_member_row row;
    day last;
    int64_t present, days; /* `present` in hundredths of a day. */
    enum certificate_why why;
};
struct group_graduates {
    struct group_graduate *at;
    size_t count;
    int64_t wanted; /* Percent. */
};
struct group_graduates group_graduates(struct db *db, const struct course_group_row *group);

/* "16,5 af 20 dage, 82 %", and the demand when it is not met. */
const char *group_graduate_say(struct arena *arena, enum language language, const struct group_graduate *graduate, int64_t wanted);

/* The document that the scheme hands out at the end of the group's activity, or NULL. */
const struct scheme_document *group_certificate(struct db *db, const struct course_group_row *group);

#endif
