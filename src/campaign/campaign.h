/* SPDX-License-Identifier: MIT
 * campaign.h: what is sent to many companies at once: letters and what came of them (S84), the yearly job barometer
 * by link (S94), and the branches in demand that its answers support (S81). Rows and statements are in campaign.sql. */
#ifndef CAMPAIGN_CAMPAIGN_H
#define CAMPAIGN_CAMPAIGN_H

#include "campaign_sql.h"
#include "db/db.h"
#include "link/link.h"

extern const char *const campaign_result_codes[]; /* As stored; NULL last. */
extern const char *const willing_codes[];         /* Whether a company wants to cooperate. */
extern const char *const demand_codes[];          /* high, low. */

/* The part of all companies that is meant: words of name or town, and a branch ("" for any). Companies that
 * want to be left alone are never among them. */
struct recipients {
    const char *typed, *branch;
};

/* Adds them to a campaign or survey; how many were not there yet. */
int64_t campaign_add(struct db *db, struct campaign_id campaign, const struct recipients *who);
int64_t survey_add(struct db *db, struct survey_id survey, const struct recipients *who);

/* The letter went today to all who have not had it: contact.made(letter) in each company's stream. */
int64_t campaign_send(struct db *db, struct campaign_id campaign);

/* A visit, or a result, or both; visit.made when the day is new. False when somebody has written since. */
struct campaign_word {
    day visited; /* DAY_NONE for none yet. */
    const char *result;
    int64_t version;
};
bool campaign_write(struct db *db, const struct campaign_company_row *row, const struct campaign_word *word);

/* What came within the campaign's months after the letter, at its companies. A conversion is an IGU after a company
 * placement of the same citizen at the same company. */
struct campaign_effect {
    int64_t companies, sent, visited, answered, placements, igu, conversions;
};
struct campaign_effect campaign_effect(struct db *db, const struct campaign_row *campaign);

/* IGU that run or ran on a day or before: begun by then (N09). */
int64_t campaign_igu_until(struct db *db, day on);

/* A link for each who has not answered: who has had none is asked, the others are reminded. Links are told once. */
struct survey_link {
    const char *company, *email, *path;
};
struct survey_links {
    struct survey_link *at;
    size_t count;
};
struct survey_links survey_send(struct db *db, const struct survey_row *survey, bool is_reminder);

/* An answer: openings by branch, as many as there are branches in the glossary, and willingness. Replaces an
 * earlier one. */
struct survey_words {
    const char *const *branches;
    const int64_t *openings;
    size_t count;
    const char *willing, *sender;
};
void survey_note(struct db *db, const struct survey_asked_row *asked, const struct survey_words *words);

/* The page behind a link with the purpose survey, GET and POST. */
struct reply survey_answer(struct request *r, const struct link_row *link);

/* The first day of the quarter of a day. */
day quarter_of(day on);

#endif
