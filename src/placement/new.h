/* SPDX-License-Identifier: MIT
 * new.h: what is typed about a new placement, read once (new_form.c) for checks and writing (new.c). */
#ifndef PLACEMENT_NEW_H
#define PLACEMENT_NEW_H

#include "placement/pages.h"
#include "placement/panel.h"

struct new_placement {
    struct citizen_row citizen;
    struct form form;
    struct company_row company; /* id 0 until one is chosen. */
    struct placement_agreement agreement;
    struct centre_queue_row queue; /* The chosen centre is full and keeps a queue; id 0: not. */
    struct placement_row before; /* What it goes on from; id 0 for none. */
    struct choices functions, purposes; /* What may be ticked, and chosen. */
    const char *branches; /* Those of companies that she has chosen, as plan_chosen_branches has them. */
    struct placement_step steps[STAIR_STEPS];
    struct placement_facts facts;
    struct lawful_facts stored, lawful; /* For the law: as stored, and with what was typed. */
    struct panel_typed typed;
    const char *const *lesson_names;
    struct text_pieces parties; /* Roles asked to the first meeting. */
    bool has_meeting;
    instant meeting_at;
};

/* An empty form filled with all that is known: who, where, when, how much, from the citizen's case. */
void new_placement_fill(struct request *r, struct new_placement *new);

/* Reads what was typed; errors stand at the fields. */
void new_placement_read(struct request *r, struct new_placement *new);

/* What the law's checks are asked about. */
struct panel_subject new_placement_subject(const struct new_placement *new);

/* Companies to propose, most free places first: those of the branches the citizen has chosen, then the actor's own, and
 * all when those are fewer than `most`; at most so many of both. */
struct companies_proposed {
    struct placement_company_choice_list chosen, others;
};
struct companies_proposed companies_proposed(struct request *r, const char *branches, int64_t most);

/* Names of the stair's fields. */
const char *stair_name(struct request *r, int step, const char *part);

#endif
