/* SPDX-License-Identifier: MIT
 * sanction.h: a case about unlawful absence, from the absence to a decision of the benefits unit. Each step is a row
 * and a journal event, dated, and may be taken back until the case is decided; what was taken back stays to be read.
 * The gates between the steps are rules.h; the letters' words are letter.h; how a scheme meets absence is policy.c.
 * The program shows what is known, what is missing and which paragraph asks; it never decides nor suggests. */
#ifndef SANCTION_SANCTION_H
#define SANCTION_SANCTION_H

#include "citizen/holding.h"
#include "db/permission.h"
#include "sanction/rules.h"
#include "sanction_sql.h"

/* What the schemes of a citizen say about absence, else those that are on; FREE when none does or two clash, which is
 * a conflict that a person answers (engine/conflict.h). `scheme` is whose policy it is, NULL for FREE. */
struct absence_stance {
    enum absence_policy policy;
    const char *scheme;
};
struct absence_stance absence_stance_of(struct db *db, struct citizen_id citizen);

/* The last day to answer a hearing that is sent on a day: by the scheme's own rule (settled by sanction.answered),
 * else the law file's hearing_days. */
day sanction_answer_day(struct db *db, const char *scheme, day sent);

/* An absence, as absence_without_case gives it, and its day. */
day absence_day_of(const struct absence_waiting *absence);

/* May a case be opened about absence that began on a day, by policy and time as they stand now? *facts are those asked. */
enum sanction_why sanction_may_open(struct db *db, struct citizen_id citizen, day breach, struct sanction_facts *facts);

/* Opens a case about these days, which are of one kind; a talk is alone. Event sanction.opened for each. */
struct sanction_case_id sanction_open(struct db *db, struct citizen_id citizen, const struct absence_waiting *const *absences,
                                      size_t count);

/* A case with all that was done in it. */
struct sanction_file {
    struct sanction_case_row row;
    struct sanction_absence_row_list absences;
    struct sanction_step_row_list steps;
    struct sanction_facts facts;
    int limit_months;             /* LAS § 35 stk. 3, and how surely it is known. */
    const struct law_version *limit_law;
    struct guidance_row guidance; /* The newest before the breach in a language she reads, else the newest; id n = 0: none. */
    struct absence_stance stance;
};

/* Loads it with the facts as they are today for the actor; false when there is none the actor may see. */
bool sanction_load(struct db *db, struct sanction_case_id id, struct sanction_file *file);

/* The choice of the carrying out that paid money back. */
extern const char sanction_refunded[];
/* The choice of the carrying out that took more, or gave a part back, after a decision that changed another. */
extern const char sanction_adjusted[];
/* The choice of a decision by LAS § 40 a. */
extern const char sanction_sharpened[];

/* The newest step of a kind that stands; NULL when there is none. */
const struct sanction_step_row *sanction_step_of(const struct sanction_file *file, enum sanction_step_kind kind);

/* What a decision takes, as its step is stored. */
struct sanction_terms sanction_terms_of(const char *choice, int64_t days, const char *more_words);

/* The same of a decision against what was carried out; CHANGE_NONE when nothing was, or it was paid back. */
enum sanction_change sanction_change_to(const struct sanction_file *file, const struct sanction_terms *anew);

/* An answer still expected: the step that asked has none, and its time is not over. */
bool sanction_is_waiting(const struct sanction_file *file, const struct sanction_step_row *asked);

/* What is written of a step; texts may be NULL, days DAY_NONE. */
struct sanction_taken {
    enum sanction_step_kind kind;
    const char *choice, *source, *words, *more_words, *language;
    day happened, due;
    int64_t days;
    struct document_id document;
    struct sanction_step_id refers;
};

/* Takes it when the gate is open, else says why not and writes nothing. The case's state follows. */
enum sanction_taking { SANCTION_TAKEN, SANCTION_REFUSED, SANCTION_OVERTAKEN };
enum sanction_taking sanction_take(struct db *db, const struct sanction_file *file, const struct sanction_taken *taken,
                                   enum sanction_why *why);

/* Who may take back the newest step, while the case is not decided: officers theirs, and of the benefits unit whoever
 * sent it back. PERMISSION_COUNT: nobody. */
enum permission sanction_undoer(const struct sanction_file *file, int64_t actor);

/* Takes it back: the row says by whom, the event is void, the case stands where it stood. False when overtaken. */
bool sanction_undo(struct db *db, const struct sanction_file *file);

/* Stops for want of guidance, and makes the task to guide in writing, due the next working day. */
bool sanction_stop_and_guide(struct db *db, const struct sanction_file *file);

/* The days of a case, as the kind counts them. */
struct sanction_days sanction_days_of(const struct sanction_file *file);

/* The day rate for a monthly benefit in kroner, when each number of it is verified on the day of the breach. */
struct sanction_rate {
    int64_t rate;        /* Kroner a day; 0 when a number is missing. */
    const char *missing; /* The name in law/values.yaml of the first that nobody has verified; NULL: all are. */
    bool is_test;        /* One of them is invented. */
};
struct sanction_rate sanction_rate_on(struct db *db, day on, int64_t benefit);

/* For features.c. */
extern const struct holding sanction_holding;

#endif
