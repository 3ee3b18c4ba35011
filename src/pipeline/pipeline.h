/* SPDX-License-Identifier: MIT
 * pipeline.h: boards on which cards go from step to step. A cohort board holds citizens who are recruited to one
 * company together (001:228-262); a companies board is a consultant's own way from promise to a place that lasts. Who
 * stops keeps the step that was reached, so the counts of a board say how far everybody came. Rows and statements
 * are in pipeline.sql. */
#ifndef PIPELINE_PIPELINE_H
#define PIPELINE_PIPELINE_H

#include "citizen/holding.h"
#include "db/db.h"
#include "pipeline_sql.h"

enum pipeline_kind { PIPELINE_COHORT, PIPELINE_COMPANIES, PIPELINE_KIND_COUNT };
extern const char *const pipeline_kind_codes[PIPELINE_KIND_COUNT + 1]; /* As stored; NULL last. */

enum cohort_place { COHORT_FOUND, COHORT_SCREENED, COHORT_INTERVIEW, COHORT_LISTED, COHORT_STARTED, COHORT_COMPLETED,
                    COHORT_HIRED, COHORT_PLACE_COUNT };
enum companies_place { COMPANIES_PROMISE, COMPANIES_VISIT, COMPANIES_AGREEMENT, COMPANIES_STARTED, COMPANIES_RETAINED,
                       COMPANIES_PLACE_COUNT };
enum { PIPELINE_PLACES_MAX = COHORT_PLACE_COUNT, PIPELINE_CARDS_MAX = 500, BASE_STAFF_WANTED = 2 };

/* What a kind of board is: its steps in order and its reasons for stopping, as codes of lists of the glossary. */
struct pipeline_shape {
    const char *const *places;
    int place_count;
    const char *place_list, *reason_list;
    bool is_of_citizens;
};
extern const struct pipeline_shape pipeline_shapes[PIPELINE_KIND_COUNT];

/* The shape of a stored board. */
const struct pipeline_shape *pipeline_shape_of(const struct pipeline_row *board);

/* A card for a citizen, with her benefit of today, or a company; on the first step today. Id 0 when it is on the
 * board already. A side hire (001:252) is counted for itself and stands on the last step. */
struct pipeline_card_id pipeline_add_citizen(struct db *db, const struct pipeline_row *board, struct citizen_id citizen,
                                             const char *area, bool is_side);
struct pipeline_card_id pipeline_add_company(struct db *db, const struct pipeline_row *board, struct company_id company,
                                             const char *area);

/* One card of a board, when the actor may see whom it is about. */
bool pipeline_card_load(struct db *db, const struct pipeline_row *board, struct pipeline_card_id id,
                        struct pipeline_card_row *card);

/* Where a card goes. */
struct pipeline_step {
    int place;           /* From 0 to the last one. */
    bool is_stopped;     /* It ends here, for `reason`. */
    const char *reason;  /* A code of the shape's reasons, or "". */
    const char *outcome; /* A code of placement_kind when hired or placed, or "". */
    day on;
};

/* Moves a card that nobody has moved since it was read: its row, the move, and pipeline.moved in the stream of the
 * citizen (of the company). False when somebody has. */
bool pipeline_move(struct db *db, const struct pipeline_row *board, const struct pipeline_card_row *card,
                   const struct pipeline_step *step);

/* Takes back the newest move that stands; false when there is none. Its event is void. */
bool pipeline_undo(struct db *db, const struct pipeline_card_row *card);

/* How many cards came to a place at least, and how many of them have stopped there. Everybody on the board counts,
 * side hires do not. `benefit` narrows it (NULL: all). */
struct pipeline_counts {
    int64_t reached[PIPELINE_PLACES_MAX], stopped[PIPELINE_PLACES_MAX];
    int64_t side_hires;
};
struct pipeline_counts pipeline_count(struct db *db, const struct pipeline_row *board, const char *benefit);

extern const struct holding pipeline_holding;

#endif
