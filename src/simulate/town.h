/* SPDX-License-Identifier: MIT
 * town.h: the simulated municipality while it lives: its staff, citizens and companies, and the agenda of
 * what somebody will do on which day. For this folder only. */
#ifndef SIMULATE_TOWN_H
#define SIMULATE_TOWN_H

#include "base/list.h"
#include "engine/scheme.h"
#include "placement/placement.h"
#include "simulate/chance.h"
#include "simulate/simulate.h"
#include "simulate/words.h"

/* The job functions that hold on to a citizen. */
enum job { CASEWORKER, CONSULTANT, MEDIATOR, ADVISER, SOCIAL_WORKER, TEACHER, LEADER, JOB_COUNT };
extern const char *const job_roles[JOB_COUNT]; /* Codes of roles and of the scheme's relations. */

struct worker {
    struct staff_id id;
    enum job job;
    struct actor actor;
    int minute;              /* Of the day on which this person writes things down. */
    day away_from, away_to;  /* One absence; DAY_NONE for none. */
    int deputy;              /* Place in `staff`, or -1: then things wait, and are late. */
    int late_left;           /* How many things may be open and over time at the very end. */
};

struct company_place {
    struct company_id id;
    const struct trade *trade;
    int contact_count, places, taken;
    struct company_contact_id contact;
    const char *contact_name;
    int consultant; /* Place in `staff`. */
};

struct person {
    struct citizen_id id;
    struct chance chance;
    const struct origin *origin;
    const char *name;
    int team[JOB_COUNT]; /* Places in `staff`. */
    const struct trade *trade;
    instant housed_at;
    day ill_until;       /* DAY_NONE when well. */
    int group;           /* Place in `groups`. */
    struct group_member_id member;
    int company;         /* Place in `companies`, -1 for none. */
    struct placement_id placement;
    enum placement_kind kind;
    day placed_from, placed_to, followed_on;
    int64_t hours, paid;
    int placements;      /* How many there have been. */
    bool has_left;       /* Ended the scheme. */
};

/* What somebody does. The table in acts.c has the function and whose work it is. */
enum act_kind {
    ACT_ARRIVE, ACT_HOUSE, ACT_LADDER, ACT_FOLDER, ACT_BOOK_ADVISER, ACT_MEET_ADVISER, ACT_INFO, ACT_BANK, ACT_DAYCARE,
    ACT_TASKS, ACT_JOIN, ACT_COMPETENCE, ACT_CERTIFICATE,
    ACT_SAY, ACT_GOALS, ACT_CONTRACT, ACT_REVIEW,
    ACT_AGREE, ACT_FIRST_MEETING, ACT_BEGIN, ACT_FOLLOW_UP, ACT_HOURS, ACT_DROP_OUT, ACT_END, ACT_LEAVE,
    ACT_NOTE, ACT_WIN, ACT_ILL, ACT_WELL, ACT_TALK,
    ACT_COURSE_DAY, ACT_COURSE_PLAN, ACT_COUNCIL_BOOK, ACT_COUNCIL_HOLD, ACT_AWAY,
    ACT_KIND_COUNT
};

struct act {
    enum act_kind kind;
    int who;        /* Place of a person, group, company or worker. */
    int64_t number; /* What the act is tied to, such as a placement: it is dropped when that has changed. */
};

struct day_acts {
    LIST_OF(struct act) acts;
};

struct town {
    struct db *db;
    struct arena *life;    /* As long as the town. */
    struct arena *request; /* As long as a transaction. */
    const struct simulate_options *options;
    const struct scheme *scheme;
    struct unit_id integration, competence;
    struct chance chance;  /* Of what befalls the town as a whole. */

    struct worker *staff;
    int staff_count;
    struct person *people;
    int people_count;
    struct company_place *companies;
    int company_count;
    struct course_group_id *groups;
    int group_count;

    day first, last;         /* Of the life. */
    struct day_acts *agenda; /* For each day of it. */
    instant now;             /* Of the transaction in progress, and its day. */
    day today;
    int worker;              /* Who acts in it. */
};

/* --- agenda.c --- */

/* Something for the nth working day after today (0: today, when its doer has not been at work yet). */
void town_plan(struct town *town, int workdays, enum act_kind kind, int who, int64_t number);
void town_plan_on(struct town *town, day on, enum act_kind kind, int who, int64_t number);

/* The same for something that has a deadline: it is sometimes late, and at times much too late. */
void town_plan_due(struct town *town, int workdays, enum act_kind kind, int who, int64_t number);

/* Whose work an act is: a place in `staff`. */
int town_doer(const struct town *town, const struct act *act);

/* Is the person at work on a day, or somebody in their place? The place in `staff`, -1 for nobody. */
int town_at_work(const struct town *town, int worker, day on);

/* The next worker of a job, turn by turn by number. */
int town_worker(const struct town *town, enum job job, int number);

bool town_is_working_day(day on);

/* --- acts.c --- */

typedef void act_function(struct town *town, struct person *person, const struct act *act);
struct act_type {
    act_function *run;
    enum job job;
    bool is_of_person; /* `who` is a person. Otherwise `person` is NULL. */
};
extern const struct act_type act_types[ACT_KIND_COUNT];

act_function act_arrive, act_house, act_ladder, act_folder, act_book_adviser, act_meet_adviser, act_info, act_bank,
    act_daycare, act_tasks;                                                                        /* arrival.c */
act_function act_join, act_competence, act_certificate, act_course_day, act_course_plan;           /* course.c */
act_function act_say, act_goals, act_contract, act_review, act_note, act_win, act_ill, act_well;   /* talk.c */
act_function act_agree, act_first_meeting, act_begin, act_hours, act_drop_out, act_end, act_leave; /* work.c */
act_function act_follow_up;                                                                        /* follow_up.c */
act_function act_talk, act_council_book, act_council_hold, act_away;                               /* council.c */

/* --- found.c --- */

/* Municipality, units, staff, the scheme, companies and groups; all in one transaction as the system. */
void town_found(struct town *town);

/* All arrivals of the life on the agenda, and what comes each month. */
void town_expect(struct town *town);

/* Held now, by the worker: a meeting of a code with these parties. */
enum { MEETING_PARTIES_MAX = 6 };
struct meeting_id town_meet(struct town *town, const struct person *person, const char *code,
                            struct placement_id placement, instant next_at);

#endif
