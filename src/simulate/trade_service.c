/* SPDX-License-Identifier: MIT
 * trade_service.c: companies ring: wishes and problems, answered mostly within 24 hours, some late, and closed. */
#include "enquiry/enquiry.h"
#include "law/workday.h"
#include "placement/placement.h"
#include "simulate/trade.h"

enum { HOUR = 3600, COMPANY_HOURS = 1100, TRIES = 20, LAST_DAYS = 5, LAST_LATE = 4, AFTERNOON = 14, NEXT_MORNING = 10,
       CLOSES_LEAST = 1, CLOSES_MOST = 9 };

/* A moment of a working day, so many working days on. */
static instant moment(const struct life *life, int days, int hour)
{
    return instant_of(workday_add(NULL, life->today, days), hour, 0, 0);
}

/* Soon the same day, the next morning, or late. The clock of 24 hours runs over weekends, too. */
static instant answer_moment(struct life *life)
{
    int64_t die = life_between(life, 1, 100), hour = life->hour + life_between(life, 1, 4);

    if (die <= 60 && hour < TRADE_CLOSES)
        return moment(life, 0, (int)hour);
    return die <= 88 ? moment(life, 1, life->hour < NEXT_MORNING ? TRADE_OPENS : (int)life_between(life, TRADE_OPENS, NEXT_MORNING))
                     : moment(life, (int)life_between(life, 2, 3), NEXT_MORNING);
}

/* Somebody who is placed now, or NULL. */
static const struct person *somebody_placed(struct life *life)
{
    int from = life->person_count == 0 ? 0 : (int)life_between(life, 0, life->person_count - 1);

    for (int i = 0; i < life->person_count; i++) {
        const struct person *person = &life->people[(from + i) % life->person_count];
        if (person->stage == STAGE_PLACED && person->workplace >= 0)
            return person;
    }
    return NULL;
}

static struct workplace *somewhere(struct life *life)
{
    int at = 0;

    for (int i = 0; i < TRIES; i++) {
        at = (int)life_between(life, 0, life->company_count - 1);
        if (life->companies[at].places > 0)
            break;
    }
    return &life->companies[at];
}

static void receive(struct life *life, instant answer_at)
{
    static const char *const wishes[] = { "Søger én til køkkenet fra næste måned.", "Mangler to til højsæsonen.",
                                          "Vil gerne have en i praktik, der kan begynde tidligt.", "Har et job på 15 timer." };
    static const char *const problems[] = { "Kommer for sent tre dage i træk.", "Forstår ikke sikkerhedsreglerne endnu.",
                                            "Kollegerne er usikre på, hvad der er aftalt.", "Har ikke været her siden mandag." };
    const struct person *person = life_of(life, 30) ? somebody_placed(life) : NULL;
    struct workplace *w = person == NULL ? somewhere(life) : &life->companies[person->workplace];

    life_act_as(life, w->consultant);
    instant closes = moment(life, (int)life_between(life, CLOSES_LEAST, CLOSES_MOST) + 1, (int)life_between(life, NEXT_MORNING, AFTERNOON));
    *LIST_ADD(life->lasting, &life->trade->enquiries) = (struct open_enquiry){
        .id = enquiry_receive(life->db, &(struct enquiry_wish){
            .company = w->id, .contact = w->contact,
            .placement = person == NULL ? (struct placement_id){ 0 } : person->placement,
            .citizen = person == NULL ? (struct citizen_id){ 0 } : person->id,
            .kind = person == NULL ? ENQUIRY_RECRUITMENT : ENQUIRY_PROBLEM,
            .way = life_of(life, 70) ? ENQUIRY_PHONE : ENQUIRY_MAIL,
            .words = chance_pick(&life->chance, person == NULL ? wishes : problems, 4), .received_at = db_now(life->db) }),
        .colleague = w->consultant, .is_problem = person != NULL, .answer_at = answer_at,
        .close_at = answer_at == INSTANT_NONE || answer_at >= closes ? INSTANT_NONE : closes };
}

static void answer(struct life *life, struct open_enquiry *open)
{
    struct enquiry_row row;

    open->is_answered = true;
    life_act_as(life, open->colleague);
    if (!enquiry_load(life->db, open->id, &row))
        return;
    if (open->is_problem)
        enquiry_visit(life->db, &row, db_now(life->db), "Talte med alle tre. Ny aftale om mødetid og mentor.");
    else
        enquiry_answer(life->db, &row, db_now(life->db), life_of(life, 50) ? "Vi finder to at vælge imellem i denne uge."
                                                                           : "Kommer forbi og ser på opgaverne.");
}

static void close_enquiry(struct life *life, const struct open_enquiry *open)
{
    struct enquiry_row row;
    enum enquiry_outcome outcome = life_of(life, 75) ? ENQUIRY_SOLVED : open->is_problem ? ENQUIRY_HELD_ON : ENQUIRY_DROPPED;

    life_act_as(life, open->colleague);
    if (enquiry_load(life->db, open->id, &row))
        enquiry_close(life->db, &row, &(struct enquiry_closing){
            .outcome = outcome, .words = outcome == ENQUIRY_SOLVED ? "Det er på plads." : "Vi tales ved om en måned.",
            .leader_words = "", .next_step = "" });
}

/* What is due by now. */
static void work_off(struct life *life)
{
    instant now = instant_of(life->today, life->hour, 0, 0);

    for (size_t i = 0; i < life->trade->enquiries.count; i++) {
        struct open_enquiry *open = &life->trade->enquiries.at[i];
        if (!open->is_answered && open->answer_at != INSTANT_NONE && open->answer_at <= now)
            answer(life, open);
        else if (open->is_answered && open->close_at != INSTANT_NONE && open->close_at <= now) {
            close_enquiry(life, open);
            *open = life->trade->enquiries.at[--life->trade->enquiries.count];
            i--;
        }
    }
}

/* The last days leave what a list is for: one forgotten, one answered late, and some whose clock runs. */
static void receive_last(struct life *life)
{
    day left = life->last - life->today;

    if (left > LAST_DAYS || life->hour != (left == 0 ? TRADE_OPENS : AFTERNOON))
        return;
    receive(life, left == LAST_LATE ? moment(life, 1, AFTERNOON + 1) : INSTANT_NONE);
}

void service_hour(struct life *life)
{
    work_off(life);
    if (life_between(life, 1, COMPANY_HOURS) <= life->company_count % COMPANY_HOURS)
        receive(life, answer_moment(life));
    for (int i = 0; i < life->company_count / COMPANY_HOURS; i++)
        receive(life, answer_moment(life));
    receive_last(life);
}
