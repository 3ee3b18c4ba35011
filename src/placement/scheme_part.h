/* SPDX-License-Identifier: MIT
 * scheme_part.h: what the citizen's schemes say about placements: which activity a kind is, purposes and
 * reasons for an end. Where no scheme speaks, the glossary does. For this folder only. */
#ifndef PLACEMENT_SCHEME_PART_H
#define PLACEMENT_SCHEME_PART_H

#include "ids.h"
#include "placement/rules.h"
#include "web/field.h"
#include "web/request.h"

/* The scheme and activity id of a kind in the schemes the citizen is enrolled in; "" where none has it. */
struct placement_activity {
    const char *scheme, *code;
};
struct placement_activity placement_activity_of(struct db *db, struct citizen_id citizen, enum placement_kind kind);

/* Is she in a scheme whose position is that no placement comes before paid hours? */
bool placement_is_paid_first(struct db *db, struct citizen_id citizen);

/* The scheme's purposes (formaal), then the three of S22; the scheme's reasons (frafald), then ours. */
struct choices placement_purposes(struct request *r, struct citizen_id citizen);
struct choices placement_end_reasons(struct request *r, struct citizen_id citizen);

/* The items of a list in the schemes the citizen is in, each code once: `funktioner`, `afklaring`. */
struct choices placement_scheme_list(struct request *r, struct citizen_id citizen, const char *list);

/* What may make a placement hard: the scheme's reasons for drop-out, else those of document 003 (S09). */
struct choices placement_risks_known(struct request *r, struct citizen_id citizen);

/* A code of a purpose or of a reason in words, wherever it is from: ours, else of any scheme whose placements name a list
 * that has it; the code itself for none. For figures over many citizens. */
const char *placement_purpose_word(const struct request *r, const char *code);
const char *placement_reason_word(const struct request *r, const char *code);

/* The label of a chosen code among choices, or the code itself. */
const char *choice_label(struct choices choices, const char *code);

#endif
