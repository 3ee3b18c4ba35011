/* SPDX-License-Identifier: MIT
 * private.h: what the files of src/group tell each other: fixed codes, the views of the pages, handlers. */
#ifndef GROUP_PRIVATE_H
#define GROUP_PRIVATE_H

#include "citizen/citizen.h"
#include "group/group.h"
#include "group/rules.h"
#include "staff/staff.h"
#include "web/field.h"
#include "web/form.h"
#include "web/turn.h"

/* A place is told of, and may be offered, so many days before it is free. */
enum { OFFER_DAYS_AHEAD = 7 };

enum { CAPACITY_DEFAULT = 12, CANDIDATES_MAX = 50, COMPANIES_MAX = 500, EMPTY_ROWS = 10, REASON_MAX = 300, LINE_LENGTH_MAX = 300 };

/* Codes of the glossary, of the roles and of the library's schemes. */
#define REASON_AS_PLANNED "as_planned"
#define ROLE_AT_THE_SITE "employment_consultant"
#define MARK_PRESENT "attended"
#define WAIT_WAITING "waiting"
#define WAIT_OFFERED "offered"
#define WAIT_PLACED "placed"
#define WAIT_DECLINED "declined"
#define WAIT_LEFT "left"
#define PLACE_TAKEN "taken"
#define PLACE_GONE "gone"
#define KIND_BRANCH "branch"
#define COMPETENCE_FORM "kompetence"

/* A kind of competence that is written as lines; `hint` says how. Branches are chosen from a list. */
struct competence_kind {
    const char *code, *label, *hint; /* Danish. */
};
extern const struct competence_kind competence_kinds[];
extern const size_t competence_kind_count;

/* The lines of one kind, as typed. */
const char *competence_words(struct arena *arena, const struct competence_row_list *rows, const char *kind,
                             enum language language);

struct choice_list {
    struct choice *at;
    size_t count;
};

enum { LISTED_A_PAGE = 50 };

/* --- the list of groups, and a new one --- */

struct group_today_row {
    struct course_group_id group;
    const char *name, *place, *hours;
    bool is_taken;
};
struct group_today_rows {
    struct group_today_row *at;
    size_t count;
};
struct groups_view {
    struct place_in_list place;
    struct group_today_rows today;
    struct group_presence_mine_list mine; /* The actor's own days at a place. */
    struct course_group_listed_list groups;
    bool may_write;
};
struct group_new_view {
    struct choices activities, units;
    struct form form;
};

/* --- one group --- */

struct member_line {
    struct group_member_row row;
    const char *name;
    day last;
    int64_t days; /* On the group until now, or until the last day; 0 before the first. */
    bool is_over; /* Not on the group any more. */
};
struct member_lines {
    struct member_line *at;
    size_t count;
};
struct candidate_line {
    struct group_candidate row;
    const char *name;
    bool is_new; /* Housed within the last 96 hours: must begin now. */
};
struct candidate_lines {
    struct candidate_line *at;
    size_t count;
};
struct session_line {
    struct group_session_row row;
    const char *hours;
};
struct session_lines {
    struct session_line *at;
    size_t count;
};
/* A day on which the group meets; staff n = 0 for nobody planned at the site. */
struct session_day {
    day on;
    struct session_lines sessions;
    struct staff_id staff;
    const char *staff_name;
    bool is_held;       /* A session of it is not called off. */
};
struct session_days {
    struct session_day *at;
    size_t count;
};
/* Who waits for a place; `is_next`: a place can be offered without saying why. */
struct wait_line {
    struct group_wait_line row;
    const char *name;
    bool is_offered, is_next;
};
struct wait_lines {
    struct wait_line *at;
    size_t count;
};

/* What speaks against what was asked for: it is done when somebody says why. `words` none: nothing does. */
struct doubt {
    struct text_pieces words;
    const char *name, *path, *button; /* The citizen; where it is posted again; Danish. */
};

struct group_view {
    struct course_group_row group;
    const char *scheme_title, *activity_name, *leads_to;
    struct wait_lines waits;
    day free_from;        /* The first day in eight weeks with a place that nobody is offered; DAY_NONE for none. */
    day offer_from;       /* The first day of a place that is offered; DAY_NONE when none is. */
    bool is_full_now, is_free_now;
    struct doubt doubt;
    struct member_lines members, former; /* Those who are over stand apart, a page at a time. */
    size_t member_count;
    int64_t former_count;
    struct place_in_list place;
    struct candidate_lines candidates;
    struct session_days days;   /* Of the next two weeks. */
    struct session_lines incomplete; /* Held without their talk, the latest first. */
    day next_day;
    struct week week;
    struct week_verdict week_verdict;
    struct form join_form, plan_form, parts_form;
    bool may_write, may_open_cases, has_week, has_certificate, has_parts;
};
struct member_end_view {
    struct course_group_row group;
    struct group_member_row member;
    const char *name;
    const char *leads_to; /* What the activity is a step to; "" when the scheme does not say. */
    struct choices reasons;
    struct form form;
};
struct session_view {
    struct course_group_row group;
    struct group_session_row session;
    const char *hours;
    struct choices teachers;
    struct form form, cancel_form;
    bool is_overtaken;
};
struct visit_view {
    struct course_group_row group;
    struct group_session_row session;
    const char *hours;
    struct choices companies;
    struct form form;
};

/* --- the week --- */

struct slot_line {
    int64_t weekday; /* -1: nothing chosen. */
    const char *from, *to, *title; /* As typed. */
    bool is_language;
    const char *number; /* Of the line's fields: "0", "1" ... */
    const char *error;
};
struct slot_lines {
    struct slot_line *at;
    size_t count;
};
struct week_view {
    struct course_group_row group;
    struct slot_lines slots;
    struct week week;
    struct week_verdict verdict;
    struct form form;
    bool is_changed_meanwhile;
};

/* --- attendance --- */

struct past_mark {
    const char *letter; /* ✓ for present. */
    bool is_worth_seeing; /* Sick or unlawful: bold. */
};
struct past_marks {
    struct past_mark at[5];
    size_t count;
};
struct attendance_choice {
    const char *code, *letter, *rest, *label, *spoken;
    bool is_chosen;
};
struct attendance_choices {
    struct attendance_choice *at;
    size_t count;
};
struct attendance_line {
    struct group_member_row row;
    const char *name, *field, *note_field, *note, *note_label, *spoken;
    const char *said; /* What a school says of the day, or NULL. */
    const char *away_field, *away, *away_label, *away_error; /* Hours of the day that she was away, typed; error NULL: fine. */
    struct past_marks past;
    struct attendance_choices choices;
};
struct attendance_lines {
    struct attendance_line *at;
    size_t count;
};
/* A session of the day that has a talk as a part of it. */
struct attendance_talk {
    struct group_session_row session;
    const char *field, *text, *hours;
    bool is_ticked;
};
struct attendance_talks {
    struct attendance_talk *at;
    size_t count;
};
struct attendance_view {
    struct course_group_row group;
    day on;
    const char *hours, *scheme_title, *topics, *iso;
    struct attendance_lines lines;
    struct attendance_talks talks;
    struct choices consultants;
    int64_t marked, present;
    struct form form;
    bool may_write, may_open_case, is_changed_meanwhile;
    day day_before, day_after;
};

/* --- who is at the place, and when --- */

struct presence_line {
    struct group_presence_day day;
    const char *hours, *field, *label, *warning; /* warning: NULL for none. */
    struct choices choices;
};
struct presence_lines {
    struct presence_line *at;
    size_t count;
};
struct presence_view {
    struct course_group_row group;
    day first;
    const char *iso, *next_iso; /* The first day shown, and of the next page. */
    struct presence_lines lines;
    struct choices consultants;
    struct form form;
    bool is_changed_meanwhile;
};

/* --- competences, CV, graduation --- */

struct competence_field {
    const struct competence_kind *kind;
    struct field field;
};
struct competence_fields {
    struct competence_field *at;
    size_t count;
};
struct profile_view {
    struct citizen_row citizen;
    const char *name;
    struct competence_fields fields;
    struct choices branches;
    struct form form;
    bool is_changed_meanwhile;
};
struct cv_section {
    const char *title;
    struct text_pieces lines;
};
struct cv_sections {
    struct cv_section *at;
    size_t count;
};
struct cv_view {
    struct citizen_row citizen;
    const char *name;
    struct cv_sections sections;
    struct form form;
    bool may_make;
};
struct graduate {
    struct group_member_row row;
    const char *name, *id, *came; /* "16 af 20 dage, 80 %" */
    day last;
    bool is_fine; /* Came as much as is asked for. */
    struct document_id document; /* n = 0: not made yet. */
    instant handed_over_at;
};
struct graduates {
    struct graduate *at;
    size_t count;
};
struct graduation_view {
    struct course_group_row group;
    const char *title;
    struct graduates graduates;
    struct form form;
};

/* --- the group itself, and finding somebody --- */

struct group_edit_view {
    struct course_group_row group;
    struct choices staff, genders;
    struct form form;
    bool is_overtaken;
};
struct group_found {
    struct citizen_found row;
    const char *name;
    bool is_on, is_waiting;
};
struct group_founds {
    struct group_found *at;
    size_t count;
};
struct group_find_view {
    struct course_group_row group;
    const char *typed;
    day on; /* The day on which she comes or begins. */
    bool does_meet;
    struct group_founds found;
    struct form form;
};

struct reply groups_get(struct request *r);
struct reply group_edit_get(struct request *r);
struct reply group_edit_post(struct request *r);
struct reply group_find_get(struct request *r);
struct reply group_find_post(struct request *r);
struct reply group_drop_out_post(struct request *r);
struct reply wait_offer_post(struct request *r);
struct reply wait_no_post(struct request *r);
struct reply wait_off_list_post(struct request *r);
struct reply wait_again_list_post(struct request *r);
struct reply group_new_get(struct request *r);
struct reply group_new_post(struct request *r);
struct reply group_get(struct request *r);
struct reply group_join_post(struct request *r);
struct reply group_plan_post(struct request *r);
struct reply group_parts_post(struct request *r);
struct reply member_end_get(struct request *r);
struct reply member_end_post(struct request *r);
struct reply session_edit_get(struct request *r);
struct reply session_edit_post(struct request *r);
struct reply session_cancel_post(struct request *r);
struct reply session_restore_post(struct request *r);
struct reply session_back_post(struct request *r);
struct reply group_visit_get(struct request *r);
struct reply group_visit_post(struct request *r);
struct reply group_week_get(struct request *r);
struct reply group_week_post(struct request *r);
struct reply attendance_get(struct request *r);
struct reply attendance_post(struct request *r);
struct reply presence_get(struct request *r);
struct reply presence_post(struct request *r);
struct reply competence_get(struct request *r);
struct reply competence_post(struct request *r);
struct reply cv_get(struct request *r);
struct reply cv_post(struct request *r);
struct reply graduation_get(struct request *r);
struct reply graduation_post(struct request *r);

/* "9.00–15.30" */
const char *hours_words(struct request *r, int64_t from_minute, int64_t to_minute);

/* "8.30" in the page's language. */
/* "8.30", "08:30", "8" in minutes; -1 for anything else. week.c */
int64_t minute_read(const char *typed);
const char *minute_words(struct request *r, int64_t minute);

/* Staff as choices of a form, by id. */
struct choices staff_choices(struct request *r, const struct staff_row_list *staff);

/* Loads the group named in the path; false when there is none. */
bool group_of_path(struct request *r, struct course_group_row *group);

/* The page of a group, and the answer with it. show.c */
/* What speaks against offering somebody a place that is free on a day: others have waited longer, or are offered the last
 * one. doubt.c */
struct text_pieces group_doubts_of_offer(struct db *db, enum language language, const struct course_group_row *group,
                                         struct citizen_id citizen, day on);

struct group_view group_view_of(struct request *r, const struct course_group_row *group);
struct reply group_show(struct request *r, const struct group_view *view);

/* Who waits, and from when there is room, into the view. wait_page.c */
void group_load_waits(struct request *r, struct group_view *view);

/* An event of a session in its group's stream, with its minutes; `code` is the activity's id or a role. The event's id. session.c */
int64_t session_note(struct db *db, const struct course_group_row *group, const struct group_session_row *session,
                     enum event_kind kind, const char *code);

/* The talk that the scheme has as a part of a session; NULL when it has none. talk.c */
const struct scheme_session_part *session_talk(const struct scheme_activity *activity, const struct group_session_row *session);

/* Whether the talk of a session was held: event session.incomplete when it was not, voided when it was after all. Of a
 * session that is held in the same request, or was before. */
void session_set_talk(struct db *db, const struct course_group_row *group, const struct group_session_row *session, bool is_held);

/* The week's slots as the rules want them. */
struct week group_week(struct db *db, const struct course_group_row *group);

/* The activity's name in the page's language, or the group's own. */
const char *activity_words(struct request *r, const struct course_group_row *group);

/* "virksomhedspraktik, småjob": the kinds of activity that one is a step to (the scheme's exit_to); "" for none, or for NULL. */
const char *leads_to_words(struct request *r, const struct scheme_activity *activity);

bool may_write_groups(const struct request *r);

#endif
