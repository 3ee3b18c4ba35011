/* SPDX-License-Identifier: MIT
 * rules.h: what the law asks before unlawful absence may cost anybody money (LAS §§ 13, 35-37; FVL §§ 19-25), as a
 * gate before each step. Pure. A gate says what is missing and which paragraph asks for it; it never says what the
 * decision should be. Examples, a line each, are in rules.cases. */
#ifndef SANCTION_RULES_H
#define SANCTION_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"

/* What was missed: the days are counted differently (LAS § 36 and § 37). Codes as stored; NULL last. */
enum sanction_kind { SANCTION_OFFER, SANCTION_TALK, SANCTION_KIND_COUNT };
extern const char *const sanction_kind_codes[SANCTION_KIND_COUNT + 1];

/* The path, in its order. Codes as stored and as in the glossary's list sanction_step; NULL last. */
enum sanction_step_kind {
    STEP_OPENED,
    STEP_GUIDED,      /* Written guidance that was given before is pointed at. */
    STEP_CONTACT,     /* Somebody tried to reach the citizen. */
    STEP_RESTORED,    /* The citizen and the municipality are in contact again. */
    STEP_ASKED,       /* A source was asked for what it knows. */
    STEP_CAME,        /* Its answer. */
    STEP_HEARD,       /* The hearing letter was sent. */
    STEP_ANSWERED,    /* The citizen's answer. */
    STEP_EXPIRED,     /* The deadline is over without one. */
    STEP_ASSESSED,    /* Were there reasonable grounds? */
    STEP_WARNED,      /* Guided in writing about the sharpened sanction, the spouse too (LAS § 35 stk. 2). */
    STEP_WILL,        /* Whether the will to be available is missing (LAS § 40 a). */
    STEP_RECOMMENDED, /* Sent to the benefits unit. */
    STEP_RETURNED,    /* Sent back by it. */
    STEP_DECIDED,
    STEP_CARRIED_OUT,
    STEP_REOPENED,    /* What was decided is taken up again: the benefits unit decides anew. */
    STEP_DROPPED,     /* Stopped, with a reason. */
    SANCTION_STEP_COUNT,
};
extern const char *const sanction_step_codes[SANCTION_STEP_COUNT + 1];

/* How schemes meet absence (schemes/policies.yaml, axis absence). */
enum absence_policy { ABSENCE_FREE, ABSENCE_SANCTION, ABSENCE_SUPPORT, ABSENCE_POLICY_COUNT };

/* What a decision takes: of days, with kroner a day when that was computed; of a sharpened sanction, months. */
struct sanction_terms {
    bool is_sanction, is_sharpened;
    int64_t days, rate, months; /* 0: not said. */
};

/* A decision against what was carried out. LESS also where nobody can tell which of them is more. */
enum sanction_change { CHANGE_NONE, CHANGE_LESS, CHANGE_MORE, SANCTION_CHANGE_COUNT };
extern const char *const sanction_change_codes[SANCTION_CHANGE_COUNT + 1];
enum sanction_change sanction_change(const struct sanction_terms *done, const struct sanction_terms *anew);

enum grounds { GROUNDS_NOT_ASSESSED, GROUNDS_REASONABLE, GROUNDS_NONE };

struct sanction_facts {
    day today;
    day breach;              /* The first day of absence. */
    day limit;               /* The last day on which money may be deducted. */
    enum absence_policy policy;
    bool is_supported;       /* Under SUPPORT: somebody has called or met her since the breach. */
    day guided;              /* Written guidance given; DAY_NONE. */
    bool reads_guidance;     /* It is in a language she reads. */
    bool is_contact_tried;
    int sources_asked, sources_open; /* `open`: no answer, and its time is not over. */
    bool is_excused;         /* Somebody has shown that she was ill or had a lawful reason, or no day is unlawful. */
    bool is_address_closed;  /* Protected or none: no letter by post. */
    bool is_by_post;         /* The letter would go by post. */
    day heard, deadline;     /* Hearing letter sent, last day to answer; DAY_NONE. */
    bool is_answered;
    bool is_activity_ready;
    bool is_promotion_assessed; /* Would a sanction promote availability? Asked of the activity-ready. */
    enum grounds grounds;
    bool is_recommended, is_decided, is_sanctioned, is_closed;
    bool is_reopened;        /* Decided before, and not decided again. The earlier decision counts until then. */
    bool is_deducted;        /* Money was taken by an earlier decision, in time. */
    enum sanction_change change; /* Of money that was taken: the decision, or the one that is made now, against it. */
    /* For a sharpened sanction (LAS § 40 a) alone: */
    int64_t earlier_sanctions; /* Other cases of hers that ended in a sanction. */
    day warned;                /* Guided about it in writing; DAY_NONE. */
    bool is_spouse_warned;     /* Or there is none. */
    bool is_will_missing;      /* Somebody has assessed that it is. */
    bool is_sharpened_chosen;  /* The decision would be that. */
    int64_t actor, assessor, recommender; /* Staff. */
    bool is_of_benefits_unit; /* The actor. */
    bool is_none_chosen;      /* The decision would be: no sanction. Then nothing but the person stands in the way. */
};

/* What stands in the way, in the order it is looked for. Codes of the glossary's list sanction_why. */
enum sanction_why {
    SANCTION_FINE,
    SANCTION_OVER,             /* Closed, or decided. */
    SANCTION_TOO_LATE,         /* The three whole months are over. */
    SANCTION_SUPPORT_FIRST,    /* The scheme calls before anybody opens a case. */
    SANCTION_EXCUSED,          /* Ill with proof, or another lawful reason. */
    SANCTION_NO_GUIDANCE,      /* Nobody has guided her in writing. */
    SANCTION_GUIDED_AFTER,     /* Guided, but not before the absence. */
    SANCTION_LANGUAGE,         /* Guided in a language she does not read. */
    SANCTION_NO_CONTACT,
    SANCTION_NO_SOURCE,
    SANCTION_SOURCE_OPEN,
    SANCTION_ADDRESS,          /* The letter needs another way than the post. */
    SANCTION_NOT_HEARD,
    SANCTION_DEADLINE_RUNS,
    SANCTION_NO_ANSWER,        /* The deadline is over, and nobody has written whether she answered. */
    SANCTION_NOT_ASSESSED,
    SANCTION_PROMOTION,        /* Activity-ready: nobody has said whether it promotes availability. */
    SANCTION_REASONABLE,       /* Reasonable grounds were found. */
    SANCTION_NOT_RECOMMENDED,
    SANCTION_NOT_BENEFITS,     /* Only the benefits unit decides. */
    SANCTION_SAME_PERSON,      /* Who assessed or recommended may not decide. */
    SANCTION_NOT_DECIDED,
    SANCTION_FIRST,            /* Sharpened: there is no earlier decision. */
    SANCTION_ACTIVITY_READY,   /* Sharpened: not for the activity-ready since 2025. */
    SANCTION_NOT_WARNED,       /* Sharpened: not guided about it in writing before the absence. */
    SANCTION_SPOUSE,           /* Sharpened: the spouse is not. */
    SANCTION_WILL,             /* Sharpened: nobody has assessed that the will is missing. */
    SANCTION_NOT_RULED,        /* There is no decision to take up again. */
    SANCTION_DECIDE_ANEW,      /* Taken up again: that ends with a decision, not with a stop. */
    SANCTION_WHY_COUNT,
};
extern const char *const sanction_why_codes[SANCTION_WHY_COUNT];

/* May this step be taken now? The first reason that applies. */
enum sanction_why sanction_may(const struct sanction_facts *facts, enum sanction_step_kind step);

/* What stands in the way of a sharpened sanction beside all else (LAS § 40 a). */
enum sanction_why sanction_may_sharpen(const struct sanction_facts *facts);

/* The next step of the path that has not been taken; SANCTION_STEP_COUNT when it is at its end. */
enum sanction_step_kind sanction_next(const struct sanction_facts *facts);

/* The paragraph that asks for it, as in law/values.yaml: "LAS § 35 stk. 1"; "" for none. */
const char *sanction_law(enum sanction_why why);

/* The last day on which money may be deducted: the end of so many whole calendar months after the breach
 * (LAS § 35 stk. 3): 15 March and three months give 30 June. */
day sanction_limit(day breach, int months);

/* The days of a missed talk: from its day until contact was restored, that day itself not counted, but always the
 * talk's (LAS § 37). `restored` DAY_NONE: it still runs, counted up to `today`. */
struct sanction_days {
    day first, last; /* Both counted. */
    int64_t count;
    bool is_running;
    int64_t part_days; /* Days of which she was away a part: told, never counted, since LAS § 36's rule of them is not verified. */
};
struct sanction_days sanction_talk_days(day breach, day restored, day today);

/* The day rate of a monthly benefit, all in kroner: the first of three limits it does not exceed gives its rate, above
 * all of them the fourth. */
enum { SANCTION_LIMITS = 3, SANCTION_RATES = SANCTION_LIMITS + 1 };
struct sanction_rates {
    int64_t limits[SANCTION_LIMITS], rates[SANCTION_RATES];
};
int64_t sanction_day_rate(const struct sanction_rates *rates, int64_t benefit);

#endif
