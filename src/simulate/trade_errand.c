/* SPDX-License-Identifier: MIT
 * trade_errand.c: caseworkers ask consultants to find a placement; most have asked a company the same afternoon. */
#include "errand/errand.h"
#include "law/workday.h"
#include "simulate/trade.h"

enum { HALF_HOUR = 1800, ASKED_PERCENT = 12, ASKS_SOON = 80, LATE_DAYS = 4 };

static void ask(struct life *life, const struct person *person)
{
    static const char *const wishes[] = { "Vil gerne arbejde med mad.", "Kan møde fra klokken 8.", "Har kørt lastbil før.", "" };

    life_act_as(life, person->caseworker);
    if (errands_of_citizen(life->db, person->id).count > 0)
        return;
    struct errand_id id = errand_ask(life->db, &(struct errand_wish){
        .citizen = person->id, .consultant = life->staff[person->consultant].id,
        .role = "employment_consultant",
        .words = chance_pick(&life->chance, wishes, sizeof wishes / sizeof *wishes), .wished_at = db_now(life->db) - HALF_HOUR });
    *LIST_ADD(life->lasting, &life->trade->errands) = (struct open_errand){
        id, person->consultant, life_of(life, ASKS_SOON) ? life->today : workday_add(NULL, life->today, LATE_DAYS) };
}

/* A company of hers is asked, when nobody was faster and a placement is not agreed already. */
static void ask_company(struct life *life, const struct open_errand *open)
{
    static const char *const said[] = { "Hun må komme til en samtale.", "Ikke før næste måned.", "De ringer tilbage.", "Ja, fra mandag." };
    struct errand_row row;

    life_act_as(life, open->consultant);
    if (life->company_count == 0 || !errand_load(life->db, open->id, &row))
        return;
    const struct workplace *w = &life->companies[life_between(life, 0, life->company_count - 1)];
    errand_ask_company(life->db, &row, w->id, db_now(life->db), chance_pick(&life->chance, said, sizeof said / sizeof *said));
}

void errand_afternoon(struct life *life)
{
    struct trade *trade = life->trade;

    for (size_t i = 0; i < trade->errands.count;)
        if (trade->errands.at[i].asks_on <= life->today) {
            struct open_errand open = trade->errands.at[i];
            trade->errands.at[i] = trade->errands.at[--trade->errands.count];
            ask_company(life, &open);
        } else {
            i++;
        }
}

void errand_morning(struct life *life)
{
    for (int i = 0; i < life->person_count; i++)
        if (life->people[i].stage == STAGE_BETWEEN && life_of(life, ASKED_PERCENT))
            ask(life, &life->people[i]);
}
