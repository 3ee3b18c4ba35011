/* SPDX-License-Identifier: MIT
 * follow_up.c: the follow-up every three weeks: mostly a day or two before its last day, sometimes late or
 * missed, with a score of what the parties agreed to look at. */
#include "law/workday.h"
#include "meeting/meeting.h"
#include "simulate/town.h"

enum { DAYS_BETWEEN = 14, NO_SHOW_PERCENT = 4, SCORE_FIRST = 200, SCORE_STEP = 50, SCORE_MOST = 500 };

/* Half a step better each time, more or less. */
static void score(struct town *town, struct person *person, struct meeting_id meeting)
{
    struct placement_item_row_list items = placement_items(town->db, person->placement);
    int weeks = (town->today - person->placed_from) / 7;

    for (size_t i = 0; i < items.count; i++) {
        int64_t points = SCORE_FIRST + weeks / 4 * SCORE_STEP + SCORE_STEP * chance_between(&person->chance, -1, 1);
        placement_score_put(town->db, items.at[i].id, meeting, points > SCORE_MOST ? SCORE_MOST : points);
    }
}

/* When the next one is meant to be. */
static day next_day(struct town *town, struct person *person)
{
    return workday_add(NULL, town->today, DAYS_BETWEEN - chance_between(&person->chance, 0, 3));
}

static void miss(struct town *town, struct person *person)
{
    struct meeting_row_list meetings = meeting_of_placement(town->db, person->placement);

    for (size_t i = 0; i < meetings.count; i++)
        if (meetings.at[i].result_event == 0 && meetings.at[i].meets_at <= town->now + 86400)
            meeting_miss(town->db, &meetings.at[i]);
}

void act_follow_up(struct town *town, struct person *person, const struct act *act)
{
    struct placement_row placement;

    if (person->placement.n != act->number || !placement_load(town->db, person->placement, &placement) ||
        placement.started_day == DAY_NONE || placement.ended_day != DAY_NONE)
        return;
    if (chance_is(&person->chance, NO_SHOW_PERCENT)) {
        miss(town, person);
        town_plan(town, chance_between(&person->chance, 1, 4), ACT_FOLLOW_UP, act->who, act->number);
        return;
    }
    day next = next_day(town, person);
    score(town, person, town_meet(town, person, "opfolgning", person->placement, instant_of(next, 10, 0, 0)));
    person->followed_on = town->today;
    int workdays = 0;
    for (day on = town->today + 1; on <= next; on++)
        workdays += town_is_working_day(on);
    town_plan_due(town, workdays, ACT_FOLLOW_UP, act->who, act->number);
}
