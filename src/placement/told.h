/* SPDX-License-Identifier: MIT
 * told.h: what an employer tells of a placement by link: the hours of the weeks, which change nothing until the
 * consultant says yes, and evaluations mid-way and at the end. The pages behind the link are in src/portal. */
#ifndef PLACEMENT_TOLD_H
#define PLACEMENT_TOLD_H

#include "citizen/holding.h"
#include "placement/placement.h"
#include "web/form.h"

enum { EVALUATION_ITEMS_MAX = 12 };

/* Whose, and by which link. */
struct told_by {
    struct placement_id placement;
    struct citizen_id citizen;
    struct link_id link;
};

/* Hours a week from a day on, in hundredths; event form.answered(hours). */
void placement_tell_hours(struct db *db, struct told_by by, day from, int64_t hours, int64_t paid, const char *words);

/* The consultant's yes (the hours count from their day on: placement_change_hours) or no. False when it has been
 * answered before. */
bool placement_told_accept(struct db *db, const struct placement_row *placement,
                           const struct placement_report_row *report);
bool placement_told_decline(struct db *db, const struct placement_row *placement,
                            const struct placement_report_row *report);

/* A report of this placement, in the arena; NULL when there is none of that number. */
const struct placement_report_row *placement_told_find(struct db *db, const struct placement_row *placement,
                                                       struct placement_report_id report);

/* When an evaluation is asked for. Codes as stored; NULL last. A link's `subject` is one of these + 1. */
enum evaluation_stage { EVALUATION_MIDWAY, EVALUATION_FINAL, EVALUATION_STAGE_COUNT };
extern const char *const evaluation_stage_codes[EVALUATION_STAGE_COUNT + 1];

struct evaluation_item {
    const char *words;
    int64_t score; /* 1 to 5. */
};
struct evaluation_told {
    enum evaluation_stage stage;
    const char *sender, *words;
    const struct evaluation_item *items;
    size_t item_count;
};
/* Writes it; event form.answered(evaluation) with the stage. */
void placement_tell_evaluation(struct db *db, struct told_by by, const struct evaluation_told *told);

/* What an employer told, for the placement's page: reports with what counts beside them, and evaluations. */
struct told_report {
    const struct placement_report_row *row;
    bool has_now;
    int64_t hours_now, paid_now; /* On the report's day. */
};
struct told_evaluation {
    const struct placement_evaluation_row *row;
    const struct placement_evaluation_item_row *items;
    size_t item_count;
};
struct told_view {
    struct placement_row placement;
    struct {
        struct told_report *at;
        size_t count;
    } reports;
    struct {
        struct told_evaluation *at;
        size_t count;
    } evaluations;
    bool may_write;
    struct form *form;
};
struct told_view told_view_of(struct request *r, const struct placement_row *placement);

struct reply told_accept_post(struct request *r);
struct reply told_decline_post(struct request *r);

/* For holding.c. */
void told_tell(struct db *db, struct telling *telling, struct citizen_id citizen);
void told_erase(struct db *db, struct citizen_id citizen);

#endif
