/* SPDX-License-Identifier: MIT
 * event.h: what happened. A stream is the history of one citizen, family, company, group, person or
 * unit; an event is one thing in it. Events are written through journal.h; the pure part of the engine
 * (evaluate.h) reads them here, as a view: what was known at a moment. */
#ifndef ENGINE_EVENT_H
#define ENGINE_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "engine/code.h"

/* Whose history. The numbers are stored: add at the end. */
#define STREAM_KINDS(S)                                                                          \
    S(CITIZEN, "citizen") S(FAMILY, "family") S(COMPANY, "company") S(GROUP, "group")            \
    S(PERSON, "person") S(UNIT, "unit")

enum stream_kind {
#define STREAM_ENUM(identifier, name) STREAM_##identifier,
    STREAM_KINDS(STREAM_ENUM)
#undef STREAM_ENUM
    STREAM_KIND_COUNT
};
extern const char *const stream_kind_names[STREAM_KIND_COUNT];

struct stream {
    enum stream_kind kind;
    int64_t id; /* Row of citizen, family, company, group, staff or volunteer, unit. */
};

/* What an event or a rule is about: identifier, name in files, whose stream it stands in, and whether
 * it is the whole stream. The first six are the streams themselves. The numbers are stored. */
#define SUBJECT_KINDS(S)                                                                         \
    S(CITIZEN, "citizen", CITIZEN, true) S(FAMILY, "family", FAMILY, true)                       \
    S(COMPANY, "company", COMPANY, true) S(GROUP, "group", GROUP, true)                          \
    S(PERSON, "person", PERSON, true) S(UNIT, "unit", UNIT, true)                                \
    S(ENROLMENT, "enrolment", CITIZEN, true)                                                     \
    S(PLACEMENT, "placement", CITIZEN, false) S(ACTIVITY, "activity", CITIZEN, false)            \
    S(ABSENCE, "absence", CITIZEN, false) S(GOAL, "goal", CITIZEN, false)                        \
    S(CENTRE, "centre", COMPANY, false) S(REQUEST, "request", COMPANY, false)                    \
    S(MEETING, "meeting", CITIZEN, false) S(RELATION, "relation", CITIZEN, false)                \
    S(SESSION, "session", GROUP, false) S(JOB, "job", CITIZEN, false)                            \
    S(DOCUMENT, "document", CITIZEN, false) S(SANCTION, "sanction", CITIZEN, false)     \
    S(TASK, "task", CITIZEN, false) S(SUSPENSION, "suspension", CITIZEN, false)              \
    S(OWN_ACTIVITY, "own_activity", CITIZEN, false) S(PROPOSAL, "proposal", COMPANY, false) \
    S(ERRAND, "errand", CITIZEN, false) S(VOLUNTEER_PROPOSAL, "volunteer_proposal", PERSON, false) \
    S(SEAT_PROPOSAL, "seat_proposal", GROUP, false) S(GROUP_PLACE, "group_place", GROUP, false)

enum subject_kind {
#define SUBJECT_ENUM(identifier, name, stream, is_whole) SUBJECT_##identifier,
    SUBJECT_KINDS(SUBJECT_ENUM)
#undef SUBJECT_ENUM
    SUBJECT_KIND_COUNT
};
extern const char *const subject_kind_names[SUBJECT_KIND_COUNT];
extern const enum stream_kind subject_streams[SUBJECT_KIND_COUNT];
extern const bool subject_is_whole_stream[SUBJECT_KIND_COUNT];

struct subject {
    enum subject_kind kind;
    int64_t id; /* 0 for none. */
};

/* The closed list of what can happen; a scheme adds codes, never kinds. The names are stored. */
#define EVENT_KINDS(E)                                                                           \
    E(CITIZEN_HOUSED, "citizen.housed") E(CITIZEN_ARRIVED, "citizen.arrived")                    \
    E(CITIZEN_RECEIVED, "citizen.received") E(CITIZEN_MOVED, "citizen.moved")                    \
    E(CITIZEN_DIED, "citizen.died") E(CITIZEN_ERASED, "citizen.erased") E(FACT_SET, "fact.set")                                      \
    E(ENROLMENT_REFERRED, "enrolment.referred") E(ENROLMENT_ASSESSED, "enrolment.assessed")      \
    E(ENROLMENT_WAITING, "enrolment.waiting") E(ENROLMENT_STARTED, "enrolment.started")          \
    E(ENROLMENT_MOVED, "enrolment.moved") E(ENROLMENT_PAUSED, "enrolment.paused")                \
    E(ENROLMENT_RESUMED, "enrolment.resumed") E(ENROLMENT_COMPLETED, "enrolment.completed")      \
    E(ENROLMENT_ABORTED, "enrolment.aborted") E(ENROLMENT_AFTERCARE, "enrolment.aftercare")      \
    E(ENROLMENT_ENDED, "enrolment.ended") E(PHASE_ENTERED, "phase.entered")                      \
    E(PHASE_DONE, "phase.done") E(TASK_DONE, "task.done")                                        \
    E(ACTIVITY_PLANNED, "activity.planned") E(ACTIVITY_STARTED, "activity.started")              \
    E(ACTIVITY_CHANGED, "activity.changed") E(ACTIVITY_ENDED, "activity.ended")                  \
    E(ACTIVITY_WAITING, "activity.waiting")                                                      \
    E(SESSION_PLANNED, "session.planned") E(SESSION_HELD, "session.held")                        \
    E(SESSION_ATTENDED, "session.attended") E(SESSION_STAFFED, "session.staffed")                \
    E(SESSION_CANCELLED, "session.cancelled") E(SESSION_ROSTERED, "session.rostered")            \
    E(SESSION_INCOMPLETE, "session.incomplete") E(GROUP_OPENED, "group.opened")                  \
    E(GROUP_CLOSED, "group.closed") E(ABSENCE_REGISTERED, "absence.registered")                  \
    E(ABSENCE_EXCUSED, "absence.excused") E(MEETING_BOOKED, "meeting.booked")                    \
    E(MEETING_HELD, "meeting.held") E(MEETING_NO_SHOW, "meeting.no_show")                        \
    E(MEETING_CANCELLED, "meeting.cancelled") E(PLACEMENT_WISHED, "placement.wished")            \
    E(PLACEMENT_AGREED, "placement.agreed") E(PLACEMENT_STARTED, "placement.started")            \
    E(PLACEMENT_CHANGED, "placement.changed") E(PLACEMENT_ENDED, "placement.ended")              \
    E(HOURS_SET, "hours.set") E(JOB_STARTED, "job.started") E(JOB_ENDED, "job.ended")            \
    E(FORM_SENT, "form.sent") E(FORM_ANSWERED, "form.answered")                                  \
    E(DOCUMENT_MADE, "document.made") E(DOCUMENT_SENT, "document.sent")                          \
    E(DOCUMENT_HANDED_OVER, "document.handed_over") E(DOCUMENT_SIGNED, "document.signed")        \
    E(DOCUMENT_OUTDATED, "document.outdated") E(PLAN_AGREED, "plan.agreed")                      \
    E(PLAN_CHANGED, "plan.changed") E(PLAN_REVIEWED, "plan.reviewed") E(GOAL_SET, "goal.set")    \
    E(GOAL_REVIEWED, "goal.reviewed") E(GOAL_REACHED, "goal.reached")                            \
    E(WISH_EXPRESSED, "wish.expressed") E(WIN_ADDED, "win.added")                                \
    E(LADDER_PLACED, "ladder.placed") E(RELATION_PROPOSED, "relation.proposed")                  \
    E(RELATION_ACCEPTED, "relation.accepted") E(RELATION_DECLINED, "relation.declined")          \
    E(RELATION_STARTED, "relation.started") E(RELATION_ENDED, "relation.ended")                  \
    E(CONTACT_MADE, "contact.made") E(CONTACT_TRIED, "contact.tried")                            \
    E(REQUEST_RECEIVED, "request.received")                      \
    E(REQUEST_ANSWERED, "request.answered") E(REQUEST_CLOSED, "request.closed")                  \
    E(VISIT_MADE, "visit.made") E(AGREEMENT_SIGNED, "agreement.signed")                          \
    E(AGREEMENT_PAUSED, "agreement.paused") E(AGREEMENT_REOPENED, "agreement.reopened")          \
    E(AGREEMENT_ENDED, "agreement.ended") E(COMPANY_MERGED, "company.merged")                    \
    E(COMPANY_PARTED, "company.parted")                                                          \
    E(SURVEY_SENT, "survey.sent") E(SURVEY_ANSWERED, "survey.answered")                          \
    E(TRAINING_ATTENDED, "training.attended") E(SANCTION_PROPOSED, "sanction.proposed")          \
    E(SANCTION_OPENED, "sanction.opened") E(SANCTION_ANSWERED, "sanction.answered")              \
    E(SANCTION_REPLY_EXPIRED, "sanction.reply_expired") E(SANCTION_DECIDED, "sanction.decided")  \
    E(SANCTION_CARRIED_OUT, "sanction.carried_out") E(SANCTION_DROPPED, "sanction.dropped")      \
    E(SANCTION_NOTED, "sanction.noted")                                                          \
    E(SUSPENSION_BEGUN, "suspension.begun") E(SUSPENSION_ENDED, "suspension.ended")              \
    E(OUTCOME_SET, "outcome.set") E(DECISION_MADE, "decision.made")                              \
    E(PIPELINE_MOVED, "pipeline.moved")                                                          \
    E(PROPOSAL_MADE, "proposal.made") E(PROPOSAL_CONTROLLED, "proposal.controlled")              \
    E(PROPOSAL_ACCEPTED, "proposal.accepted") E(PROPOSAL_REJECTED, "proposal.rejected")          \
    E(PROPOSAL_ANSWERED, "proposal.answered") E(PROPOSAL_CLOSED, "proposal.closed")              \
    E(REPORT_PUBLISHED, "report.published") E(INDICATOR_SWUNG, "indicator.swung")                \
    E(OBLIGATION_ASSIGNED, "obligation.assigned") E(OBLIGATION_EXCUSED, "obligation.excused")    \
    E(COMPANY_CREATED, "company.created")                                                        \
    E(PLACE_FREED, "place.freed") E(PLACE_TAKEN, "place.taken")                                  \
    E(CONCERN_NOTED, "concern.noted") E(CONCERN_CLOSED, "concern.closed")

enum event_kind {
#define EVENT_ENUM(identifier, name) EVENT_##identifier,
    EVENT_KINDS(EVENT_ENUM)
#undef EVENT_ENUM
    EVENT_KIND_COUNT
};
extern const char *const event_kind_names[EVENT_KIND_COUNT];

/* The kind of a name of `length` bytes; false when there is none. */
bool event_kind_read(const char *name, size_t length, enum event_kind *kind);

/* Something a field or a fact can hold. A text that is no number, date or flag is a code. */
enum datum_kind { DATUM_NONE, DATUM_NUMBER, DATUM_DAY, DATUM_CODE, DATUM_KIND_COUNT };
struct datum {
    enum datum_kind kind;
    int64_t number; /* Thousandths, so that 18.5 hours is 18500. */
    day day;
    struct code code; /* Also the text as it was written, for all kinds. */
};

/* What a text holds: "18.5" and "-3" numbers, "2026-03-06" a day, the rest codes. "" is none. */
struct datum datum_read(const char *text);

struct event_field {
    struct code name;
    struct datum value;
};

/* One version of an event. `at` of a day without a time is the day's first instant. */
struct event {
    int64_t lid;     /* Logical id: the same for all versions of an event. */
    int32_t version; /* 1, 2 ... */
    enum event_kind kind;
    struct code code;
    struct subject subject;
    instant at, recorded_at;
    bool is_day;  /* Only the day is known. */
    bool is_void; /* This version says that it never happened. */
    int64_t actor;
    const struct event_field *fields;
    size_t field_count;
};

/* The field of that name, or a datum of kind none. The event's own columns answer too: `code`, `at`. */
struct datum event_field(const struct event *event, struct code name);

/* What the event is about in a scope: its subject when of that kind, else its field named like the
 * kind ("placement": 7); {scope, 0} when neither. A whole-stream scope is always {scope, 0}. */
struct subject event_subject(const struct event *event, enum subject_kind scope);

/* A dated value: `fact.set` with code = name and fields value, from, to. Without `from` it holds from
 * the event's day. Where two cover a day, the later recorded one holds. */
struct fact {
    struct code name;
    struct datum value;
    day from, to; /* Both inside; DAY_NONE for an open end. */
    const struct event *source;
};

/* What was known at `known_at` of what had happened at `now`: the latest version of each event, none
 * void, none later, ordered by (at, lid); with indexes. Everything the pure engine reads. */
struct view {
    struct stream stream;
    instant now, known_at;
    const struct event *events;
    size_t count;
    const uint32_t *by_kind;                    /* Positions in `events`, kind by kind, in order. */
    uint32_t kind_begin[EVENT_KIND_COUNT + 1]; /* Where in `by_kind` each kind begins. */
    const struct fact *facts;                   /* By name in order of recording. */
    size_t fact_count;
    instant next_event; /* The first known event after `now`, when the view will change; INSTANT_NEVER. */
};

/* Makes a view of all versions of a stream's events, given in any order. */
struct view view_of(struct arena *arena, struct stream stream, const struct event *versions,
                    size_t count, instant now, instant known_at);

/* The fact's value on a day, or none. *changes, when given, is the first later day on which time alone
 * changes it (DAY_NONE for never). */
struct datum view_fact(const struct view *view, struct code name, day on, day *changes);

/* The facts that a condition may name. identifier, name in files, kind, class: restricted ones may only
 * be named by restricted schemes. Nationality and diagnoses are not facts. */
#define FACTS(F)                                                                                 \
    F(BIRTH_DAY, "birth_day", DATUM_DAY, false) F(LAW_BASIS, "law_basis", DATUM_CODE, false)     \
    F(RESIDENCE_PERMIT, "residence_permit", DATUM_DAY, false)                                    \
    F(MUNICIPALITY_SINCE, "municipality_since", DATUM_DAY, false)                                \
    F(BENEFIT, "benefit", DATUM_CODE, false) F(READINESS, "readiness", DATUM_CODE, false)        \
    F(TARGET_GROUP, "target_group", DATUM_CODE, false)                                           \
    F(DANISH_TRACK, "danish_track", DATUM_CODE, false)                                           \
    F(DANISH_MODULE, "danish_module", DATUM_NUMBER, false)                                       \
    F(DANISH_PASSED, "danish_passed", DATUM_CODE, false)                                         \
    F(ACADEMIC, "academic", DATUM_CODE, false) F(EDUCATION, "education", DATUM_CODE, false)      \
    F(GENDER, "gender", DATUM_CODE, false) F(CHILDREN, "children", DATUM_NUMBER, false)          \
    F(WORK_DUTY, "work_duty", DATUM_CODE, false) F(SELF_SUPPORT, "self_support", DATUM_CODE, false) \
    F(PAID_HOURS, "paid_hours", DATUM_NUMBER, false)                                             \
    F(PARENTAL_LEAVE, "parental_leave", DATUM_CODE, false)                                       \
    F(PREGNANT, "pregnant", DATUM_CODE, true) F(SICK_LISTED, "sick_listed", DATUM_CODE, true)    \
    F(OUTCOME, "outcome", DATUM_CODE, false) F(PHASE, "phase", DATUM_CODE, false)                \
    F(TRACK, "track", DATUM_CODE, false)                                                         \
    F(ATTENDANCE_PERCENT, "attendance_percent", DATUM_NUMBER, false)                           \
    F(REQUIRED_HOURS, "required_hours", DATUM_NUMBER, false)

enum fact_id {
#define FACT_ENUM(identifier, name, kind, is_restricted) FACT_##identifier,
    FACTS(FACT_ENUM)
#undef FACT_ENUM
    FACT_COUNT
};
struct fact_type {
    const char *name;
    enum datum_kind kind;
    bool is_restricted;
};
extern const struct fact_type fact_types[FACT_COUNT];

/* The fact of that name, or NULL. */
const struct fact_type *fact_type_of(const char *name, size_t length);

#endif
