/* SPDX-License-Identifier: MIT
 * market.h: a unit's citizens and all open places, from the store to a solved matching. Demands are looked at once for
 * all who are alike (a set of places as bits), points only for pairs that can matter (rules.h, matching/matching.h). */
#ifndef PROPOSAL_MARKET_H
#define PROPOSAL_MARKET_H

#include "db/db.h"
#include "matching/change.h"
#include "proposal/kind.h"
#include "proposal/rules.h"
#include "proposal_sql.h"
#include "workplace_sql.h"

enum { NOWHERE = MATCHING_NONE };

/* Somebody for whom a place is sought. */
struct seeking {
    struct proposal_seeker row;
    struct seeker facts;
    const char *words[WISHES_MAX + CANS_MAX]; /* Of her functions: wishes, then what she can. */
    int32_t held;                 /* Her place when it is locked or accepted, else NOWHERE; not in the matching then. */
    struct proposal_id accepted;  /* n = 0: none. */
    bool is_locked;
};

struct offered {
    struct proposal_opening row;
    struct opening facts;
    int32_t seats;                /* Free for the matching. */
    int32_t kind;                 /* Number of its job function among all. */
};

struct company_place {
    int64_t company;
    int32_t place;
};

struct forbidden {
    int32_t citizen, place;
};

/* All of it, in the arena of the request. Citizens and places are known by their number in these lists. */
struct proposal_market {
    struct unit_id unit;
    const struct market_kind *kind;
    day today;
    const struct criteria *criteria;
    struct commute commute;
    struct seeking *seeking;
    size_t seeking_count;
    struct offered *offered;
    size_t offered_count;
    struct proposal_control_row_list controls;
    struct { struct forbidden *at; size_t count, room; } forbidden;
    const uint64_t *allowed;      /* Rows of `set_words` words: which places each citizen may have. */
    size_t set_words;
    size_t kind_count;
    const struct company_place *by_company; /* All places, those of one company together. */
    struct points *points;        /* NULL until it is solved (points.h). */
    struct matching *matching;    /* NULL until it is solved. */
    struct matching_result result;
};

/* The places of one company; a piece of market->by_company. */
struct places_there {
    const struct company_place *at;
    size_t count;
};
/* Sorts them, once the places are read. */
void market_sort_by_company(struct arena *arena, struct proposal_market *market);
struct places_there market_places_there(const struct proposal_market *market, int64_t company);

/* The criteria of a kind; of work with the municipality's newest weights. */
const struct criteria *market_criteria(struct db *db, const struct market_kind *kind);

/* Reads a unit's market of a kind; `run` is the run whose own controls count (n = 0: none). */
struct proposal_market *market_load(struct db *db, struct unit_id unit, const struct market_kind *kind, day today,
                                    struct proposal_run_id run);

/* Finds who may be where, and solves. */
void market_solve(struct arena *arena, struct proposal_market *market);

/* The place of a citizen, held or proposed; NOWHERE for none. */
int32_t market_place_of(const struct proposal_market *market, int32_t citizen);

/* May she have the place: demands, and what a caseworker said. Only after market_solve. */
bool market_allows(const struct proposal_market *market, int32_t citizen, int32_t place);

/* Points of SCORE_FULL. */
int32_t market_score(const struct proposal_market *market, int32_t citizen, int32_t place);

/* Numbers of rows, or NOWHERE. */
int32_t market_find_citizen(const struct proposal_market *market, struct citizen_id citizen);
int32_t market_find_place(const struct proposal_market *market, struct work_place_id place);

/* Persons with a place, and their points together: those who are held as well. */
struct market_total {
    int64_t matched, score;
};
struct market_total market_total(const struct proposal_market *market);

/* market_data.c, for market.c: what was said as facts. */
void market_read_seekers(struct db *db, struct proposal_market *market);
void market_read_openings(struct db *db, struct proposal_market *market);
void market_read_commute(struct db *db, struct proposal_market *market);

#endif
