/* SPDX-License-Identifier: MIT
 * hours.h: the hours of a citizen's week: what is required, what fills it (groups, placements, meetings and what is written
 * here), what became of it, where its holes are, and what could fill them. It warns and never blocks, and decides nothing: a
 * person chooses. What counts is law/hours.yaml; sums are rules.h; what fits together is src/planning. */
#ifndef HOURS_HOURS_H
#define HOURS_HOURS_H

#include "db/db.h"
#include "hours/rules.h"
#include "hours_sql.h"
#include "web/say.h"

enum { WEEK_DAYS = 7 };

/* Where a block of the week is from. */
enum hours_source { HOURS_GROUP, HOURS_PLACEMENT, HOURS_MEETING, HOURS_OWN, HOURS_SOURCE_COUNT };

/* Something that takes time in the week. */
struct hours_block {
    enum hours_source source;
    int64_t id;            /* Group, placement, meeting or item. */
    day on;                /* DAY_NONE: some time in the week. */
    int from, to;          /* Minutes of the day; both 0 where only how long is known. */
    int64_t minutes;       /* That it takes. */
    enum hour_kind kind;
    enum hour_state state;
    int64_t away;          /* Minutes of a delivered block that she was away all the same, in the state `away_state`. */
    enum hour_state away_state;
    bool is_registered;    /* Somebody has said what became of it, or nothing needs to be said. */
    bool is_cancelled;     /* Called off: takes no time and counts nowhere. */
    const char *title, *place, *purpose; /* In the page's language or as written; never NULL. */
    const char *brief;     /* The title without the group's name; NULL where it is the title. */
    const char *name;      /* The same for the same thing, whatever is changed about it: for calendars. */
    int64_t version;       /* How often it was changed. */
};
struct hours_blocks {
    struct hours_block *at;
    size_t count, room;
};

/* Ways between places, as somebody looked them up. */
struct hours_ways {
    struct hours_way_row_list rows;
};
enum { WAY_UNKNOWN = 30 }; /* Minutes for a way that nobody has looked up; ours, and said so. */

/* Minutes between two places (a town, or a place that begins with the name of one looked up); 0 when both are the same or
 * one is at home. *is_known is false where it is WAY_UNKNOWN. */
int hours_way_minutes(struct arena *arena, const struct hours_ways *ways, const char *one, const char *other, bool *is_known);

struct hours_week {
    struct citizen_id citizen;
    day monday, last;
    const char *home;                 /* The town. */
    struct hours_requirement_row_list requirements;
    const struct hours_requirement_row *requirement; /* In force on the Monday; NULL for none. */
    int64_t required;                 /* Minutes; -1 for none. */
    const char *set;                  /* Of law/hours.yaml. */
    struct hours_blocks blocks;       /* By day and time, those without a day last. */
    struct hour_sums sums;
    struct hour_answer answer;
    int64_t unregistered;             /* Minutes that are over and of which nobody has said what became. */
    const char *break_reason;         /* Code of a break that covers the whole week; NULL for none. */
    int from[WEEK_DAYS], to[WEEK_DAYS]; /* When she can be away from home. */
    bool has_windows;                 /* Somebody wrote them; otherwise they are ours. */
    struct hours_ways ways;
    const struct hour_rules *rules;   /* What counts here (hours_rules_of). */
    struct hour_hole holes[HOLES_MAX];
    size_t hole_count;
};

/* Loads and counts the week of a Monday. */
struct hours_week hours_week_load(struct db *db, enum language language, struct citizen_id citizen, const char *home, day monday);

/* Another week of the same person: what does not change from week to week is not asked again. */
struct hours_week hours_week_beside(struct db *db, enum language language, const struct hours_week *known, day monday);

/* What fills the days from a Monday to another day, for a calendar: nothing of requirements, windows and breaks is asked. */
struct hours_blocks hours_blocks_between(struct db *db, enum language language, struct citizen_id citizen, day monday, day last);

/* What counts: law/hours.yaml, with the municipality's own numbers before it, in the arena of the request. */
const struct hour_rules *hours_rules_of(struct db *db);

/* The Monday of a day's week. */
day monday_of(day on);

/* The required hours of a set on a day, in hundredths; -1 when the law has no number that may be computed with. */
int64_t hours_of_set(struct db *db, const struct hour_set *set, day on);

/* --- What is written. Every one with its journal event, in this request. --- */

/* A step of what is required; event fact.set(required_hours). False when there is a step of that day. */
bool hours_require(struct db *db, const struct hours_requirement_insert_in *step);
/* It was a mistake: the event is voided. False when it is not there. */
bool hours_require_undo(struct db *db, struct citizen_id citizen, struct hours_requirement_id step);

/* Something of her own; events activity.planned, .started and (with a last day) .ended. */
struct hours_item_id hours_add_item(struct db *db, const struct hours_item_insert_in *item);
/* It ends on a day. False when somebody has changed it meanwhile. */
bool hours_end_item(struct db *db, const struct hours_item_row *item, day last);
/* It was a mistake: its events are voided. False when something was registered on it. */
bool hours_drop_item(struct db *db, const struct hours_item_row *item);

/* What became of an item in a week: `mark` a code of the glossary's list absence; event session.attended or
 * absence.registered, corrected when said before. "" takes it back. */
void hours_mark_item(struct db *db, const struct hours_item_row *item, day monday, const char *mark, const char *evidence);

/* Minutes a week that an item takes. */
int64_t hours_item_minutes(const struct hours_item_row *item);

/* A time with a benefit, event fact.set(benefit); what is known of Danish tests, event fact.set(danish_passed). */
void hours_note_benefit(struct db *db, struct citizen_id citizen, const struct benefit_time *time, const char *source);
bool hours_undo_benefit(struct db *db, struct citizen_id citizen, struct hours_benefit_id benefit);
void hours_note_danish(struct db *db, struct citizen_id citizen, const char *passed, day known, const char *source);

/* --- What could fill a hole. --- */

enum fill_why { FILL_FINE, FILL_FULL, FILL_OVERLAP, FILL_WAY, FILL_WINDOW, FILL_NO_COUNT, FILL_WHY_COUNT };

/* A group with what it would give. */
struct hours_filler {
    struct course_group_id group;
    const char *name, *place, *title; /* `title` is the activity's, which says what it is good for. */
    const char *times;                /* "man. og ons. 9.00–12.00" */
    int64_t free, capacity;
    int64_t minutes;                  /* A week. */
    int64_t gain;                     /* Minutes of the missing ones that it fills. */
    int way;                          /* Minutes on the way in a week, there and back. */
    bool is_way_known, is_in_best;
    const struct hours_block *beside; /* A meeting of the week that falls into it, or NULL: it stands in no way. */
    enum fill_why why;
    const char *with;                 /* What stands in the way, when it is an overlap or a way. */
    int weekday, short_minutes;       /* On which day, and by how many minutes. */
};
struct hours_fillers {
    struct hours_filler *at; /* Those that fit first, by what they fill; then the nearest of those that do not. */
    size_t count, fitting;
    int64_t best_minutes;    /* Of the missing ones that the best choice together fills. */
    size_t best_count;
};

/* Looks through all groups that run. */
struct hours_fillers hours_fillers_of(struct db *db, enum language language, const struct hours_week *week);

#endif
