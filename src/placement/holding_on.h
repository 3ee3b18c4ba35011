/* SPDX-License-Identifier: MIT
 * holding_on.h: what keeps a placement together: the expectations that all three sign (S08), what may make it
 * hard, and absence from the workplace (S09). For this folder, and for those who load or live through data. */
#ifndef PLACEMENT_HOLDING_ON_H
#define PLACEMENT_HOLDING_ON_H

#include "placement/placement.h"

enum agreement_party { PARTY_CITIZEN, PARTY_COMPANY, PARTY_CENTRE, AGREEMENT_PARTY_COUNT };
extern const char *const agreement_party_codes[AGREEMENT_PARTY_COUNT + 1]; /* As stored; NULL last. */

/* What one of the three expects, "" when nothing is written. */
const char *placement_expectation(const struct placement_row *placement, enum agreement_party party);

/* All three in one text: what a signature is given to. */
const char *placement_expectations(struct arena *arena, const struct placement_row *placement);

/* Was it given to the words as they are now? */
bool is_signature_of(struct arena *arena, const struct placement_signature_row *signature, const struct placement_row *placement);

/* A party has signed on a day: event agreement.signed, and form.answered(forventning) when it was the last of the
 * three. It replaces the party's earlier signature. */
void placement_sign(struct db *db, const struct placement_row *placement, enum agreement_party party, const char *name, day on);

/* The newest signature was a mistake; its events are voided. False when there is none. */
bool placement_unsign(struct db *db, const struct placement_row *placement);

/* Exactly these codes are noted as what may make it hard; event placement.changed(risk) when that is new. */
void placement_set_risks(struct db *db, const struct placement_row *placement, const char *const *codes, size_t count);

/* Not at work on a day; `mark` is a code of the glossary's list absence. Event absence.registered. A second word
 * for a day corrects the first. */
void placement_absent(struct db *db, const struct placement_row *placement, day on, const char *mark);

/* The newest word of absence was a mistake; its event is voided. False when there is none. */
bool placement_undo_absent(struct db *db, const struct placement_row *placement);

#endif
