/* SPDX-License-Identifier: MIT
 * life.h: an example municipality that lives its days with the product's own functions. What happens is
 * an agenda: each thing that is done writes down what comes next and when. Private to src/simulate. */
#ifndef SIMULATE_LIFE_H
#define SIMULATE_LIFE_H

#include "base/arena.h"
#include "base/day.h"
#include "citizen/citizen.h"
#include "db/db.h"
#include "ids.h"
#include "plan/plan.h"
#include "simulate/names.h"
#include "simulate/random.h"

/* Who works in the municipality, by what they do. */
enum job { JOB_CASEWORKER, JOB_CONSULTANT, JOB_MEDIATOR, JOB_TEACHER, JOB_TEAM_LEADER, JOB_LEADER, JOB_ADVISER,
           JOB_SOCIAL_WORKER, JOB_ADMINISTRATOR, JOB_OTHER, JOB_COUNT };

struct colleague {
    struct staff_id id;
    enum job job;
    struct unit_id unit;
    struct actor actor;
    day away_from, away_to; /* Away without a deputy, so that some things come late. */
};

struct workplace {
    struct company_id id;
    struct company_contact_id contact;
    const char *contact_name;
    int branch;
    int places, taken;
    int consultant;              /* Place in the staff list. */
    struct agreement_id centre;  /* n = 0: it is none. */
    day sparring;                /* When the next one is. */
    struct mentor_id mentors[2]; /* Its own; n = 0 for none. */
    bool is_trained;             /* They have been on a course, or are signed up for one. */
};

enum { NIGHT = 18 }; /* The hour at which a day is over. */

enum stage { STAGE_COMING, STAGE_HOUSED, STAGE_COURSE, STAGE_BETWEEN, STAGE_PLACED, STAGE_JOB, STAGE_GONE };

struct person {
    struct citizen_id id;
    enum stage stage;
    bool is_ill, is_woman, is_plan_changed;
    int origin;                   /* Place in names.h's list. */
    const char *first_name, *last_name;
    struct person *spouse;        /* Whom she followed, or NULL. */
    bool has_family_away;         /* Somebody at home may follow. */
    day came_on;
    struct meeting_id talk, advice; /* Booked; n = 0 for none. */
    int caseworker, consultant, mediator, adviser, social_worker; /* Places in the staff list. */
    day course_end;               /* Last day of the intro course. */
    int group;                    /* Place in the list of groups, or -1. */
    struct group_member_id member;
    struct placement_id placement;
    int workplace;                /* -1 for none. */
    int64_t hours, paid;          /* Of the placement now, hundredths a week. */
    day placement_end;
    day follow_up, place_on, end_on; /* When the next one is: an older plan is void. */
    struct suspension_id suspension;
    int placements, reviews;      /* How many there were. */
    struct placement_id beside;   /* The placement for which somebody was found to be beside her. */
    bool has_buddy;
    bool has_absence_case;        /* There is or was one. */
    bool wants_mentor, wants_buddy; /* Or did. */
    bool is_written_up;           /* For a course that begins after the story. */
    bool is_hours_asked;          /* Somebody has looked at whether hours are required. */
    const char *track;            /* Of Danish education. */
    int modules;                  /* Written of it, the beginning too. */
    day module_on;                /* Not before it is the next. */
};

struct course {
    struct course_group_id id;
    int members;
    day planned_until;
};

/* What can happen; the table is in agenda.c. */
#define HAPPENINGS(H)                                                                               \
    H(ARRIVE, life_arrive) H(ADVISER, life_book_adviser) H(TASKS, life_do_tasks)                    \
    H(INFO, life_info_meeting) H(LADDER, life_ladder) H(JOIN, life_join_course)                     \
    H(OWN_WORDS, life_own_words) H(CONTRACT, life_contract) H(COMPETENCE, life_competence) H(CV, life_cv) \
    H(ADVICE, life_advice) H(MOVE, life_move)          \
    H(COURSE_END, life_course_end) H(TALK, life_talk) H(REVIEW, life_review) H(ILL, life_fall_ill)  \
    H(WELL, life_get_well) H(WIN, life_win) H(MEET, work_meet) H(PLACE, work_place) H(FOLLOW_UP, work_follow_up)       \
    H(RISE, work_rise) H(END, work_end) H(JOB, work_job) H(LEAVE, work_leave)
enum happening {
#define HAPPENING_ENUM(identifier, function) HAPPENS_##identifier,
    HAPPENINGS(HAPPENING_ENUM)
#undef HAPPENING_ENUM
    HAPPENING_COUNT
};

struct life {
    struct db *db;
    struct arena *lasting, *request;
    struct chance chance;
    day today, first, last;
    int hour;                 /* Of what is being done. */
    int last_hour;            /* Of the last day: nothing happens from then on. */
    int citizens_before, companies_before; /* In the store already. */
    struct unit_id kompetence, integration;
    struct colleague *staff;
    int staff_count;
    int absence_officer, benefits_officer, chief_mentor; /* Places in the staff list, after those that are counted. */
    struct workplace *companies;
    int company_count;
    struct person *people;
    int person_count;
    struct course *courses;
    int course_count;
    struct agenda *agenda;
    struct trade *trade;      /* The company side: trade.h. */
    struct absence *absence;  /* Cases about absence: absence.c. */
    struct volunteers *volunteers;
    struct buddies *buddies;
    struct chance *lessons, *waiting;
    bool is_waiting_made;     /* Courses that begin after the story are there. */
    int64_t done_count;
    int reported_year;        /* The last status report is about it. */
    int look_days;
    bool is_open;             /* A transaction is. */
};

struct life_options {
    int citizens, companies, staff, months;
    uint64_t seed;
    instant until;
    const char *password;
    int look_days; /* Obligations are computed every so many days and at the end; 0: with each change. */
};

/* How many citizens and members of staff the store has; -1 each when it failed. */
struct life_there {
    int64_t citizens, staff;
} life_there_already(struct db *db, instant now);

/* Lives until `options.until`; false when the store failed. `tell` gets a line of progress now and then. */
bool life_run(struct db *db, const struct life_options *options, void (*tell)(const char *line));

/* agenda.c: writes down what comes, `days` from today at an hour. */
void life_plan(struct life *life, int days, int hour, enum happening happening, struct person *person);
void life_do(struct life *life, enum happening happening, struct person *person);
bool agenda_run_day(struct life *life); /* All that stands for today, in order of hours. */
void agenda_open(struct life *life);

/* life.c: who does the next thing; its statements run with that person's permissions. */
void life_act_as(struct life *life, int colleague);
void life_as_system(struct life *life);
bool life_is_away(const struct life *life, int colleague);
int life_any(struct life *life, enum job job); /* Somebody who has that job, each as likely. */
int life_in_turn(const struct life *life, enum job job, int64_t number); /* The number-th of them, over and over. */
int life_first(const struct life *life, enum job job); /* The first who has it. */
int64_t life_between(struct life *life, int64_t low, int64_t high);
bool life_of(struct life *life, int percent);
int life_to_workday(const struct life *life, int days); /* Days until the working day on or after. */

/* progress.c: words of a list that the citizen has no goal of yet (NULL: all are set); what a review decides when
 * `drawn` was its chance; and her Danish after one more review. */
const char *life_goal_words(struct life *life, const struct person *person, struct sentences from);
enum review_decision life_decide(const struct person *person, const struct goal_row *goal, enum review_decision drawn);
void life_learn(struct life *life, struct person *person);

/* reception.c: the plan changes, so the contract is renewed. work.c: the case ends. */
void life_change_plan(struct life *life, struct person *person);
void life_set_goal(struct life *life, struct person *person, struct sentences from, const char *activity);
void work_break_off(struct life *life, struct person *person); /* The placement ends, since she leaves. */
void life_leave(struct life *life, struct person *person, const char *reason, const char *outcome);

/* town.c: staff, companies and groups before the first day. */
void town_build(struct life *life, const struct life_options *options);
int town_course(struct life *life); /* The group with room; a new one when all are full. */
void town_day(struct life *life);   /* Attendance of a day. */
/* One consultant a day at a course's place, in turn. */
void town_presence(struct life *life, struct course_group_id course, day first, day last);

/* person.c: who comes. Also writes down what later happenings ask of a person. */
struct citizen_facts person_facts(struct life *life, struct person *person);
void person_add_family(struct life *life, struct person *person);

/* office.c: what colleagues do with the lists on their tables: tasks, the monthly meeting, the report. */
void office_day(struct life *life);

/* post.c: what letters need before the first day, and some letters on the last. */
void post_open(struct life *life);
void post_last_day(struct life *life);

/* trade.c: the company side. It has chances of its own, so that the citizens' story is the same with it. */
void trade_open(struct life *life, uint64_t seed);
void trade_day(struct life *life);

/* absence.c: cases about absence. What the mark of a day becomes: now and then somebody is away without a word. */
void absence_open(struct life *life, uint64_t seed);
const char *absence_mark(struct life *life, struct citizen_id citizen, const char *mark);
void absence_day(struct life *life);

/* matches.c: proposals for all who want a volunteer of a kind, accepted or left to wait; and what both sides say to those
 * that were accepted. As whoever is at work. */
void matches_round(struct life *life, const char *code, bool is_accepted);
void matches_day(struct life *life, const char *code);

/* matches.c too: a register of volunteers, who join evenly over the story, and its rounds of proposals. */
struct recruiting {
    int wanted; /* How many are to join. */
    day next_round;
};
/* So many who are to join; rounds four weeks apart, the last so many days before the end. */
struct recruiting recruiting_of(const struct life *life, int wanted, int days_before_end);
/* Is it time for one more, when so many have joined? */
bool recruiting_is_due(const struct life *life, const struct recruiting *recruiting, int64_t joined);
/* Is there a round today? Then the next one is four weeks on. */
bool recruiting_has_round(const struct life *life, struct recruiting *recruiting);
/* One for so many citizens (above 0), within two bounds. */
int life_share(const struct life *life, int citizens_each, int least, int most);

/* buddies.c: volunteers who are language buddies. */
void buddies_open(struct life *life, uint64_t seed);
void buddies_day(struct life *life);

/* volunteers.c: volunteer mentors. lessons.c: modules of Danish education, and required hours. */
void volunteers_open(struct life *life, uint64_t seed);
void volunteers_day(struct life *life);
void lessons_open(struct life *life, uint64_t seed);
void lessons_day(struct life *life);

/* waiting.c: courses that begin after the story, one of them full. */
void waiting_open(struct life *life, uint64_t seed);
void waiting_day(struct life *life);

/* fit.c: work places and what citizens say about work: before the first day, and on the last. */
void fit_open(struct life *life, uint64_t seed);
void fit_end(struct life *life, uint64_t seed);

#define HAPPENING_FUNCTION(identifier, function) void function(struct life *life, struct person *person);
HAPPENINGS(HAPPENING_FUNCTION)
#undef HAPPENING_FUNCTION

#endif
