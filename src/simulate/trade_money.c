/* SPDX-License-Identifier: MIT
 * trade_money.c: IGU contracts with their weeks at school, and the pools that pay for them and for mentors' time. */
#include "base/text.h"
#include "igu/igu.h"
#include "placement/placement.h"
#include "pool/pool.h"
#include "simulate/trade.h"

enum { IGU_BUDGET = 1200000, MENTOR_BUDGET = 180000, IGU_WAGE = 48000, IGU_SCHOOL = 12000, MENTOR_COST = 6000,
       MENTOR_EVERY = 4, WEEKS = 20, DAYS_TO_FRIDAY = 4, SPENT_AFTER = 60 };

void money_open(struct life *life)
{
    life_act_as(life, life_first(life, JOB_LEADER));
    life->trade->igu_pool = pool_insert(life->db, &(struct pool_insert_in){
        .name = "IGU-pulje", .budget = IGU_BUDGET, .from_day = life->first, .to_day = DAY_NONE, .source = "Budget, særlig indsats" });
    life->trade->mentor_pool = pool_insert(life->db, &(struct pool_insert_in){
        .name = "Frikøb af mentorer", .budget = MENTOR_BUDGET, .from_day = life->first, .to_day = DAY_NONE,
        .source = "Toårig politisk aftale", .is_extra = true });
}

static void reserve(struct life *life, struct pool_id id, const struct placement_row *placement, int64_t amount, const char *kind)
{
    struct pool_row pool;

    if (pool_load(life->db, id, &pool))
        pool_reserve(life->db, &pool, placement, amount, kind, "");
}

void money_igu(struct life *life, const struct person *person)
{
    struct placement_row placement;
    day mondays[IGU_WEEKS_MOST];

    if (!placement_load(life->db, person->placement, &placement))
        return;
    int64_t wanted = igu_law_weeks(life->db, placement.from_day);
    if (wanted == 0)
        wanted = WEEKS;
    size_t count = igu_spread(placement.from_day, placement.to_day, wanted, mondays);
    igu_write(life->db, &placement, &(struct igu_wish){ "Sprogcentret", (person - life->people) % 3 == 0 ? "Havnsted" : "Fjordby", wanted, mondays, count });
    reserve(life, life->trade->igu_pool, &placement, IGU_WAGE, "wage");
    reserve(life, life->trade->igu_pool, &placement, IGU_SCHOOL, "school");
    *LIST_ADD(life->lasting, &life->trade->igus) = (struct open_igu){ person->placement, person->consultant };
}

/* What is held for a placement that has run for some time is spent. */
static void spend(struct life *life, const struct placement_row *placement)
{
    struct pool_reservation_row_list held = pool_of_placement(life->db, placement->id, placement->citizen);

    for (size_t i = 0; i < held.count && life->today >= placement->from_day + SPENT_AFTER; i++)
        if (text_is(held.at[i].state, pool_state_codes[POOL_RESERVED]))
            pool_set_state(life->db, placement, held.at[i].id, POOL_SPENT);
}

/* A week that is over was held. */
static void hold_weeks(struct life *life, const struct open_igu *open)
{
    struct placement_row placement;

    life_act_as(life, open->colleague);
    if (!placement_load(life->db, open->placement, &placement))
        return;
    struct igu_week_row_list weeks = igu_weeks_of(life->db, placement.id, placement.citizen);
    for (size_t i = 0; i < weeks.count; i++)
        if (weeks.at[i].event == 0 && weeks.at[i].monday_day + DAYS_TO_FRIDAY <= life->today)
            igu_hold_week(life->db, &placement, weeks.at[i].id, true);
    spend(life, &placement);
}

/* Every fourth placement with a mentor beside it costs the company time that is paid for. */
static void pay_mentor(struct life *life, const struct person *person)
{
    struct placement_row placement;

    life_act_as(life, person->consultant);
    if (!placement_load(life->db, person->placement, &placement))
        return;
    if (pool_of_placement(life->db, placement.id, placement.citizen).count == 0)
        reserve(life, life->trade->mentor_pool, &placement, MENTOR_COST, "mentor");
    else
        spend(life, &placement);
}

/* On Fridays. */
void money_day(struct life *life)
{
    if (day_weekday(life->today) != FRIDAY)
        return;
    for (size_t i = 0; i < life->trade->igus.count; i++)
        hold_weeks(life, &life->trade->igus.at[i]);
    for (int i = 0; i < life->person_count; i += MENTOR_EVERY)
        if (life->people[i].stage == STAGE_PLACED && life->people[i].beside.n != 0 &&
            life->people[i].beside.n == life->people[i].placement.n)
            pay_mentor(life, &life->people[i]);
}
