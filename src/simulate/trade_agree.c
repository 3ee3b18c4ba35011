/* SPDX-License-Identifier: MIT
 * trade_agree.c: agreements with companies, sparring with those that are centres, and companies that want a pause
 * and come again. */
#include "base/text.h"
#include "employer/agreement.h"
#include "employer/employer.h"
#include "law/workday.h"
#include "simulate/names.h"
#include "simulate/trade.h"

enum { KINDS = 6, SIGNING_PERCENT = 20, SPARRING_LEAST = 12, SPARRING_MOST = 20, LATE_MOST = 27, MONTHS_NOTED = 13, MONTHS_AGAIN = 96,
       RENEW_LEAST = -4, RENEW_MOST = 300, PAUSE_DAYS = 50, PAUSERS = 15, PAUSER = 7, PAUSER_BACK = 22 };

/* What every sixth company agrees; -1: nothing. */
static const int agreed[KINDS] = { AGREEMENT_CENTRE, AGREEMENT_PARTNERSHIP, -1, AGREEMENT_PLACES, AGREEMENT_CENTRE,
                                   AGREEMENT_KEY_ACCOUNT };

static const char *const contents[AGREEMENT_KIND_COUNT] = {
    [AGREEMENT_CENTRE] = "Virksomhedscenter: vi sender én ad gangen, og mester er mentor.",
    [AGREEMENT_PARTNERSHIP] = "Binder ikke. Virksomheden siger til, når der er plads.",
    [AGREEMENT_PLACES] = "Faste pladser hele året, undtagen i ferien.",
    [AGREEMENT_COHORT] = "Et hold ad gangen, med samtale først.",
    [AGREEMENT_TEACHING] = "Dansk tirsdag og torsdag i virksomhedens mødelokale.",
    [AGREEMENT_KEY_ACCOUNT] = "Én fast konsulent til alt, hvad virksomheden spørger om.",
};

/* The day a company's agreement is signed, spread over the first part of the story. */
static day signing_day(const struct life *life, int number)
{
    return trade_day_at(life, 1 + number * 7 % SIGNING_PERCENT);
}

static const char *lines_of(struct life *life, const char *const *texts, int count)
{
    struct text out = text_new(life->request);

    for (int i = 0; i < count; i++)
        text_add_format(&out, "%s%s", i == 0 ? "" : "\n", texts[i]);
    return text_done(&out);
}

static void note_months(struct life *life, const struct workplace *w)
{
    life_act_as(life, w->consultant);
    int64_t employees[MONTHS_NOTED], most = life_between(life, 2, 60);

    for (int i = 0; i < MONTHS_NOTED; i++)
        employees[i] = 100 * (most + life_between(life, 0, 1));
    employer_note_months(life->db, w->id, MONTHS_P, life->today, employees, MONTHS_NOTED, "virksomheden");
}

static void sign(struct life *life, struct workplace *w, enum agreement_kind kind)
{
    static const char *const targets[] = { "flygtninge og familiesammenførte", "med lidt dansk", "på deltid" };
    const struct branch_template *branch = &branch_templates[w->branch];
    bool is_centre = kind == AGREEMENT_CENTRE;

    life_act_as(life, w->consultant);
    struct agreement_id id = employer_agree(life->db, w->id, &(struct agreement_terms){
        .kind = kind, .contents = contents[kind],
        .areas = is_centre ? lines_of(life, branch->functions, branch->function_count - (int)life_between(life, 0, 2)) : "",
        .targets = is_centre ? lines_of(life, targets, (int)life_between(life, 1, 3)) : "",
        .from = life->today, .to = DAY_NONE, .renew = life->last + (day)life_between(life, RENEW_LEAST, RENEW_MOST),
        .place_count = w->places, .is_mentor_paid = life_of(life, 10), .when_full = life_of(life, 70) ? FULL_REJECT : FULL_QUEUE });
    note_months(life, w);
    mentor_hire(life, w);
    if (is_centre) {
        w->centre = id;
        w->sparring = workday_next(NULL, life->today + (day)life_between(life, SPARRING_LEAST, SPARRING_MOST));
    }
}

static void spar(struct life *life, struct workplace *w)
{
    static const char *const needs[] = { "To til sæsonen", "Én, der kan komme kl. 6", "Ingen lige nu", "En afløser om onsdagen" };
    static const char *const wishes[] = { "Vil gerne se hinanden først", "Samme kontakt hver gang", "Mere dansk i pauserne", "" };
    static const char *const ability[] = { "Kan tage én mere", "Har en mentor, der taler arabisk", "Kan oplære i kassen", "" };
    struct agreement_row centre;

    life_act_as(life, w->consultant);
    if (agreement_load(life->db, w->centre, w->id, &centre))
        employer_spar(life->db, &centre, life->today, &(struct sparring_words){
            chance_pick(&life->chance, needs, 4), chance_pick(&life->chance, wishes, 4), chance_pick(&life->chance, ability, 4) });
    day most = life_of(life, 92) ? SPARRING_MOST : LATE_MOST;
    w->sparring = workday_next(NULL, life->today + (day)life_between(life, SPARRING_LEAST, most));
}

/* Those that paused from the beginning want to again, and one of them pauses anew. The citizens' story asks none. */
static void change_state(struct life *life, int number)
{
    struct workplace *w = &life->companies[number];
    struct company_row company;
    bool is_back = life->today == trade_day_at(life, number % (2 * PAUSERS) == PAUSER_BACK ? 75 : 35);
    bool is_pause = number % (2 * PAUSERS) == PAUSER && life->today == trade_day_at(life, 97);

    if (number % PAUSERS != PAUSER || (!is_back && !is_pause))
        return;
    life_act_as(life, w->consultant);
    if (company_load(life->db, w->id, &company))
        employer_set_state(life->db, &company, is_back ? COMPANY_WILLING : COMPANY_PAUSING, life->last + PAUSE_DAYS);
}

void agree_day(struct life *life)
{
    for (int i = 0; i < life->company_count; i++) {
        struct workplace *w = &life->companies[i];
        if (w->places > 0 && agreed[i % KINDS] >= 0 && life->today == signing_day(life, i))
            sign(life, w, (enum agreement_kind)agreed[i % KINDS]);
        else if (w->mentors[0].n != 0 && life->today == trade_day_at(life, MONTHS_AGAIN))
            note_months(life, w);
        else if (w->centre.n != 0 && life->today >= w->sparring && !life_is_away(life, w->consultant))
            spar(life, w);
        change_state(life, i);
    }
}
