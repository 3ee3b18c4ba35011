/* SPDX-License-Identifier: MIT
 * placement.h: one citizen at one workplace, from company placement over wage subsidy to ordinary job:
 * what was agreed, when it began and ended, and the hours a week as a dated series with the paid ones.
 * Follow-ups are meetings (src/meeting) tied to a placement; what is checked before is in rules.h. */
#ifndef PLACEMENT_PLACEMENT_H
#define PLACEMENT_PLACEMENT_H

#include "db/db.h"
#include "placement/rules.h"
#include "placement_sql.h"

/* A step of the agreed stair: hours a week and the paid ones among them, in hundredths, from a day on. */
struct placement_step {
    day from;
    int64_t hours, paid;
};

/* Why somebody went on past a warning. */
struct placement_excuse {
    const char *check; /* A code of placement_check_codes, or the name of a check of the law. */
    const char *words;
};

/* What is agreed. Texts may be NULL. The first step is what begins on the first day; later ones are
 * plans until somebody says that they came (placement_change_hours). */
struct placement_agreement {
    struct citizen_id citizen;
    struct company_id company;
    struct placement_id before; /* What it goes on from; n = 0: the citizen's newest. */
    enum placement_kind kind;
    const char *scheme, *code; /* The scheme's activity; empty: the kind's own code. */
    const char *purpose, *functions, *consideration;
    day from, to;              /* `to` may be DAY_NONE for a job. */
    int64_t weekdays;          /* A bit for each day, 1 Monday. */
    int from_minute, to_minute;
    const char *timetable;
    struct company_contact_id contact;
    const char *mentor, *transport;
    struct staff_id consultant;
    const char *expect_citizen, *expect_company, *expect_centre;
    const struct placement_step *steps;
    size_t step_count;         /* At least one. */
    const char *const *items;  /* What the parties will look at; scored at follow-ups. */
    size_t item_count;
    const struct placement_excuse *excuses;
    size_t excuse_count;
};

/* Writes the agreement; event placement.agreed in the citizen's and the company's stream. When its first
 * day is today or before, it also begins (placement_begin on the first day). */
struct placement_id placement_start(struct db *db, const struct placement_agreement *agreement);

/* It began on `on`: event placement.started (and job.started), the first step's hours, and the step of
 * the ladder it stands for. False when somebody has changed it meanwhile or it had begun. */
bool placement_begin(struct db *db, const struct placement_row *placement, day on);

/* Hours a week from a day on; event hours.set, which says whether the paid ones rose. A second word for a day
 * corrects the first. */
void placement_change_hours(struct db *db, const struct placement_row *placement, day from, int64_t hours,
                            int64_t paid, const char *note);

/* Changed terms; event placement.changed, and what they were is kept. False when somebody has changed it meanwhile. */
bool placement_change(struct db *db, const struct placement_set_terms_in *terms);

/* Who changed its terms last; NULL when nobody has. */
const char *placement_changed_by(struct db *db, const struct placement_row *placement);

/* The newest change taken back; its event is voided. False when there is none, or somebody was faster. */
bool placement_undo_change(struct db *db, const struct placement_row *placement);

/* How it ended. Texts may be NULL. */
struct placement_ending {
    day on;                            /* The last day. */
    const char *reason, *next_step;    /* Codes. */
    const char *clarified;             /* A code of the scheme's list `afklaring` (S66), or NULL. */
    const char *words;                 /* The answer to the purpose's question (S22). */
};

/* It ended: event placement.ended with the reason (and job.ended), no hours from the day after, and a task
 * for the consultant when nothing is planned to come next. False when somebody has changed it meanwhile. */
bool placement_end(struct db *db, const struct placement_row *placement, const struct placement_ending *ending);

/* The workplace's mentor was told how on a day (DAY_NONE takes it back): event placement.changed(instructed).
 * False when somebody has changed it meanwhile. */
bool placement_instruct(struct db *db, const struct placement_row *placement, day on);

/* What is to come next, and from when (DAY_NONE: not said): event placement.changed(next_step). */
bool placement_plan_next(struct db *db, const struct placement_row *placement, const char *next, day from);

/* A talk with the company about paid hours: event contact.made(paid_hours) about the placement. `again` may be
 * DAY_NONE. */
struct placement_talk_id placement_talk_about_hours(struct db *db, const struct placement_row *placement, day held,
                                                    const char *words, day again);

/* The talk was a mistake: its event is voided. False when it is not there. */
bool placement_undo_talk(struct db *db, const struct placement_row *placement, struct placement_talk_id talk);

/* The end was a mistake: it runs on, the events are voided. False when it is not ended. */
bool placement_undo_end(struct db *db, const struct placement_row *placement);

/* The citizen's hours a week over all placements as one stair: each step is the sum from its day on.
 * Planned steps are left out; `where` names the workplace whose hours changed. */
struct hours_step {
    day from;
    int64_t hours, paid;
    const char *where, *note;
};
struct hours_series {
    struct hours_step *at;
    size_t count;
};
struct hours_series placement_hours_series(struct db *db, struct citizen_id citizen);

/* How paid hours from a day on stand to those before it in one placement's own series. Codes as in hours.set. */
enum paid_turn { PAID_TURN_FIRST, PAID_TURN_UP, PAID_TURN_SAME, PAID_TURN_DOWN, PAID_TURN_COUNT };
extern const char *const paid_turn_codes[PAID_TURN_COUNT];
enum paid_turn placement_paid_turn(const struct hours_series *series, day from, int64_t paid);

/* Since when the paid hours of a series that has come have stood as they do on `today`; DAY_NONE when nothing has. */
day placement_paid_since(const struct hours_series *series, day today);

/* The same for one placement, and the planned steps that have not come. */
struct hours_series placement_hours_of(struct db *db, const struct placement_row *placement, bool is_planned);

#endif
