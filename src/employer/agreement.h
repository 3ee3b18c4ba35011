/* SPDX-License-Identifier: MIT
 * agreement.h: what is agreed with a company: a centre with agreed work areas and places (002:21), a non-binding
 * partnership (001:223), fixed places, a cohort, a key account. A centre also has sparrings, and the scheme that is
 * switched on says how often: the events are agreement.signed, agreement.ended and contact.made(sparring). */
#ifndef EMPLOYER_AGREEMENT_H
#define EMPLOYER_AGREEMENT_H

#include "employer/employer.h"
#include "web/request.h"

/* Codes as stored, labels in the glossary; NULL last. */
enum agreement_kind {
    AGREEMENT_CENTRE, AGREEMENT_PARTNERSHIP, AGREEMENT_PLACES, AGREEMENT_COHORT, AGREEMENT_KEY_ACCOUNT,
    AGREEMENT_TEACHING,
    AGREEMENT_KIND_COUNT,
};
extern const char *const agreement_kind_codes[AGREEMENT_KIND_COUNT + 1];

/* What happens when all places of a centre are taken. Codes as stored; NULL last. */
enum when_full { FULL_REJECT, FULL_QUEUE, WHEN_FULL_COUNT };
extern const char *const when_full_codes[WHEN_FULL_COUNT + 1];

bool agreement_is_centre(const struct agreement_row *agreement);

/* What is agreed. Areas and targets are typed one a line; empty lines do not count. */
struct agreement_terms {
    enum agreement_kind kind;
    const char *contents, *areas, *targets;
    day from, to, renew;         /* `to`, `renew`: DAY_NONE for none. */
    int64_t place_count;
    struct staff_id consultant;  /* Its own; n = 0: the company's. */
    bool is_mentor_paid;
    enum when_full when_full;
};

/* An agreement in force from its day on, with its event. */
struct agreement_id employer_agree(struct db *db, struct company_id company, const struct agreement_terms *terms);

/* Changed terms; the kind stays. False when somebody has changed it since `old` was loaded. */
bool employer_change_agreement(struct db *db, const struct agreement_row *old, const struct agreement_terms *terms);

/* It ends today; undone, it is as if it had not. False when it had, or had not, ended. */
bool employer_end_agreement(struct db *db, const struct agreement_row *agreement);
bool employer_resume_agreement(struct db *db, const struct agreement_row *agreement);

/* What a centre said it needs, wishes and is able to. */
struct sparring_words {
    const char *needs, *wishes, *ability;
};
struct sparring_id employer_spar(struct db *db, const struct agreement_row *centre, day held,
                                 const struct sparring_words *words);

/* The company's newest sparring is taken back, with its event. False when there is none of that id. */
bool employer_unspar(struct db *db, struct company_id company, struct sparring_id sparring);

/* Why a company's centre takes nobody more today, in the person's language (002:21, 004:191): all places are in use, and
 * the agreement says no to more. NULL when it has no centre, or room, or a waiting list. */
const char *employer_full_words(struct request *r, struct company_id company);

/* The words of one list ('area' or 'target') of an agreement, one a line or parted by commas. */
const char *agreement_words(struct arena *arena, const struct agreement_area_row_list *areas, struct agreement_id agreement,
                            const char *list, const char *between);

#endif
