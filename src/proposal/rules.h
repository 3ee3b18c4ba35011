/* SPDX-License-Identifier: MIT
 * rules.h: one citizen and one place, looked at criterion by criterion. Pure and whole numbers only; one example a line
 * in rules.cases. What nobody has said is missing: it never rules anything out, and counts the criterion's own share.
 * Nothing here knows nationality, religion, gender or health, and nothing guesses anybody's chances. */
#ifndef PROPOSAL_RULES_H
#define PROPOSAL_RULES_H

#include "base/day.h"
#include "proposal/criteria.h"

enum { WISHES_MAX = 3, CANS_MAX = 8, UNKNOWN = -1, SCORE_FULL = 1000000 };

/* A job function by the digits of its code: 9412 has four. */
struct function_code {
    int32_t digits, length; /* length 0: none said. At most four digits are looked at. */
};
struct function_code function_code_read(const char *code);

/* How many leading digits two codes share, 0 to 4. */
int function_codes_share(struct function_code a, struct function_code b);

/* A company where she has been. */
struct earlier {
    int64_t company;
    bool is_failed; /* It ended for one of the criterion's reasons. */
};

/* What a citizen has said and the case knows of work. -1 unknown; hours, weekdays, minutes 0 unknown. */
struct seeker {
    int law, readiness;             /* Places in the glossary's lists, -1 none. */
    int32_t oral, written;          /* 0 none yet to 5 (C1). */
    uint32_t cannot, careful;
    bool is_loads_asked;
    int32_t hours_min, hours_max, weekdays;
    day from;                       /* When she can begin at the earliest. */
    int32_t care_from, care_to;
    int32_t commute_max;
    int travel, zone;
    uint32_t certificates;
    uint32_t languages;             /* Bits, beside Danish. */
    int branch;                     /* Of a mentor she would rather have; place in the glossary's list, -1 none. */
    struct function_code wishes[WISHES_MAX], cans[CANS_MAX];
    int wish_count, can_count;
    const struct earlier *earlier;
    size_t earlier_count;
};

/* What a company has said of a place. */
struct opening {
    int64_t company;
    uint32_t laws, readiness;       /* Bits of those it is for; 0: all. */
    struct function_code function;
    day to;                         /* The last day to begin; DAY_NONE: none. */
    int32_t hours_min, hours_max, weekdays, from_minute, to_minute;
    int32_t oral, written;          /* -1 and 0: none demanded. */
    uint32_t loads, certificates, languages;
    bool has_mentor;
    int32_t paid_prospect;
    int zone;
    int branch;                     /* Of a mentor; -1 none. */
    bool is_trained;                /* A mentor has been there both days. */
};

/* How long it takes to work. Made for timetables later: `minutes` is asked for the time to be there (0: any). */
struct commute {
    const void *about;
    /* From door to door, or -1 when it is not known. */
    int32_t (*minutes)(const void *about, int from_zone, int to_zone, int travel, int32_t be_there_minute);
    bool is_estimate;
};

/* What one criterion says of one pair. */
struct finding {
    bool is_met, is_missing;
    int32_t share;  /* Thousandths of the points, 0 when it is not met. */
    int32_t a, b;   /* The numbers it was decided by: hers and the place's. */
};
struct finding criterion_mark(const struct criteria *criteria, enum measure measure, const struct commute *commute,
                           const struct seeker *seeker, const struct opening *opening);

/* May she have it: each demand is met. */
bool pair_is_allowed(const struct criteria *criteria, const struct commute *commute, const struct seeker *seeker,
                     const struct opening *opening);

/* All points of an allowed pair, of SCORE_FULL. */
int32_t pair_score(const struct criteria *criteria, const struct commute *commute, const struct seeker *seeker,
                   const struct opening *opening);

#endif
