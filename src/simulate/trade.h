/* SPDX-License-Identifier: MIT
 * trade.h: the company side of the example municipality: agreements and sparring, enquiries, mentors, boards, letters
 * and the job barometer. Private to the trade files of src/simulate. Unlike a citizen's agenda it is a list of what
 * is open, looked through each working day. */
#ifndef SIMULATE_TRADE_H
#define SIMULATE_TRADE_H

#include "base/list.h"
#include "simulate/life.h"

/* Something a company came with, and when somebody will do what comes next. */
struct open_enquiry {
    struct enquiry_id id;
    int colleague;
    bool is_problem, is_answered;
    instant answer_at, close_at; /* INSTANT_NONE: nobody does. */
};

struct open_course {
    struct mentor_course_id id;
    day ends;
};

struct open_card {
    struct pipeline_id board;
    struct pipeline_card_id id;
    int colleague, place, place_count;
    bool is_of_citizen;
};

/* A row of a campaign or a survey that waits for a word from the company. */
struct open_word {
    int64_t id;
    int workplace;
};

/* An IGU whose weeks at school are held as they come. */
struct open_igu {
    struct placement_id placement;
    int colleague;
};

/* Somebody was asked to find a placement, and will ask a company. */
struct open_errand {
    struct errand_id id;
    int consultant;
    day asks_on;
};

struct trade {
    struct chance chance;
    LIST_OF(struct open_enquiry) enquiries;
    LIST_OF(struct open_course) courses;
    LIST_OF(struct open_card) cards;
    LIST_OF(struct open_word) letters, answers;
    LIST_OF(struct open_igu) igus;
    LIST_OF(struct open_errand) errands;
    struct pool_id igu_pool, mentor_pool;
    struct campaign_id campaign;
    struct survey_id survey;
    int course_count;
    bool has_boards;
    day course_next, survey_on, remind_on, quarter;
};

/* The working day that is so many percent of the story from its beginning. */
day trade_day_at(const struct life *life, int percent);
enum { TRADE_OPENS = 8, TRADE_CLOSES = 17 }; /* The hours of a working day. */
bool trade_is_over(const struct life *life, int hour); /* The story ends before it. */

/* trade_agree.c, trade_service.c, trade_mentor.c, trade_reach.c, trade_money.c, trade_errand.c */
void agree_day(struct life *life);
void service_hour(struct life *life);
void mentor_day(struct life *life);
void mentor_hire(struct life *life, struct workplace *w);
void reach_day(struct life *life);
void money_open(struct life *life);
void money_igu(struct life *life, const struct person *person); /* Her IGU begins. */
void money_day(struct life *life);
void errand_morning(struct life *life);
void errand_afternoon(struct life *life);

#endif
