/* SPDX-License-Identifier: MIT
 * trade.c: a working day on the company side, hour by hour. */
#include "simulate/trade.h"

#include "law/workday.h"

enum { MORNING_HOUR = 9, AFTERNOON_HOUR = 13, COURSES_BEGIN = 30, SURVEY_BEFORE_END = 45 };

day trade_day_at(const struct life *life, int percent)
{
    return workday_next(NULL, life->first + (life->last - life->first) * percent / 100);
}

bool trade_is_over(const struct life *life, int hour)
{
    return life->today == life->last && hour >= life->last_hour;
}

void trade_open(struct life *life, uint64_t seed)
{
    life->trade = arena_alloc(life->lasting, sizeof *life->trade);
    *life->trade = (struct trade){
        .chance = { ~seed },
        .course_next = workday_next(NULL, life->first + COURSES_BEGIN),
        .survey_on = workday_next(NULL, life->last - SURVEY_BEFORE_END),
        .remind_on = DAY_NONE,
        .quarter = DAY_NONE,
    };
    money_open(life);
}

void trade_day(struct life *life)
{
    struct chance story = life->chance;

    life->chance = life->trade->chance;
    for (life->hour = TRADE_OPENS; life->hour < TRADE_CLOSES && !trade_is_over(life, life->hour); life->hour++) {
        service_hour(life);
        if (life->hour == AFTERNOON_HOUR)
            errand_afternoon(life);
        if (life->hour != MORNING_HOUR)
            continue;
        agree_day(life);
        mentor_day(life);
        reach_day(life);
        money_day(life);
        errand_morning(life);
    }
    life->trade->chance = life->chance;
    life->chance = story;
}
