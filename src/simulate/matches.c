/* SPDX-License-Identifier: MIT
 * matches.c: what people make of a market of volunteers: a round of proposals for everybody who wants one, accepted by a
 * consultant; what both sides say, after some days; and matches that end. What somebody says follows from the proposal's
 * number, so that the example is the same each time. */
#include "base/text.h"
#include "proposal/proposal.h"
#include "simulate/life.h"

enum { CITIZEN_ANSWERS = 3, OTHER_ANSWERS = 5, DAY_LENGTH = 24 * 60 * 60, CITIZEN_NO_EVERY = 7, CITIZEN_NO = 3,
       ROUND_DAYS = 28, OTHER_NO_EVERY = 11, OTHER_NO = 6, RUNS_LEAST = 70, RUNS_STEP = 21, RUNS_STEPS = 6 };

int life_share(const struct life *life, int citizens_each, int least, int most)
{
    int share = life->person_count / citizens_each;

    return share < least ? least : share > most ? most : share;
}

struct recruiting recruiting_of(const struct life *life, int wanted, int days_before_end)
{
    return (struct recruiting){ wanted, life->first + (life->last - life->first - days_before_end) % ROUND_DAYS };
}

bool recruiting_is_due(const struct life *life, const struct recruiting *recruiting, int64_t joined)
{
    return joined < recruiting->wanted && joined * (life->last - life->first) <= (int64_t)recruiting->wanted * (life->today - life->first);
}

bool recruiting_has_round(const struct life *life, struct recruiting *recruiting)
{
    if (life->today < recruiting->next_round)
        return false;
    recruiting->next_round += ROUND_DAYS;
    return true;
}

void matches_round(struct life *life, const char *code, bool is_accepted)
{
    const struct market_kind *kind = market_kind_find(code);
    struct proposal_market *market = market_load(life->db, life->integration, kind, life->today, (struct proposal_run_id){ 0 });

    market_solve(life->request, market);
    if (market->seeking_count == 0)
        return;
    struct proposal_row_list rows = proposal_of_run(life->db, proposal_run_make(life->db, market));
    for (size_t i = 0; i < rows.count && is_accepted; i++)
        if (rows.at[i].work_place.n != 0)
            proposal_accept(life->db, rows.at[i].id, false, "", "");
}

static void answer(struct life *life, struct proposal_accepted_row *a)
{
    int age = (int)((db_now(life->db) - a->accepted_at) / DAY_LENGTH);
    bool is_citizen_no = a->proposal.n % CITIZEN_NO_EVERY == CITIZEN_NO, is_other_no = a->proposal.n % OTHER_NO_EVERY == OTHER_NO;

    if (text_is(a->state, "started") && age >= RUNS_LEAST + (int)(a->proposal.n % RUNS_STEPS) * RUNS_STEP)
        proposal_end(life->db, a);
    if (!text_is(a->state, "asked"))
        return;
    if (*a->citizen_answer == 0 && age >= CITIZEN_ANSWERS)
        proposal_answer(life->db, a, ANSWER_CITIZEN, !is_citizen_no, is_citizen_no ? "time" : "", "");
    else if (*a->company_answer == 0 && age >= OTHER_ANSWERS)
        proposal_answer(life->db, a, ANSWER_COMPANY, !is_other_no, is_other_no ? "time" : "", "");
}

void matches_day(struct life *life, const char *code)
{
    struct proposal_accepted_row_list rows = proposal_accepted_current(life->db, life->integration, code);

    for (size_t i = 0; i < rows.count; i++)
        answer(life, &rows.at[i]);
}
