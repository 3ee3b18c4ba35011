/* SPDX-License-Identifier: MIT
 * why.h: one obligation explained: the sentence, the arithmetic, the calendar, the source, and what can
 * be done. why.c gathers it, why_date.c computes with dates, why_rule.c tells what the rule says. */
#ifndef OVERVIEW_WHY_H
#define OVERVIEW_WHY_H

#include "engine_sql.h"
#include "engine/explain.h"
#include "overview/today.h"
#include "plan/plan.h"
#include "overview/words.h"

/* One step of the calculation and the date it gives. */
struct why_step {
    const char *name; /* Danish. */
    const char *words, *gives;
    const char *path; /* To where it is written down, or NULL. */
    bool is_due;
};
struct why_steps {
    const struct why_step *at;
    size_t count;
};

/* The calendar: weeks of seven days. */
struct why_day {
    const char *label, *note;
    const char *class; /* off, hol, hit, due */
};
struct why_days {
    const struct why_day *at;
    size_t count;
};
struct why_week {
    int number;
    struct why_days days;
};
struct why_calendar {
    const char *caption; /* "December 2026" */
    const struct why_week *at;
    size_t count;
};

/* A line about the rule, with a tag where somebody should look twice. */
struct why_fact {
    const char *term; /* Danish. */
    const char *words;
    const char *tag, *tag_class; /* NULL for none. */
    const char *more;            /* After the tag, or NULL. */
};
struct why_facts {
    const struct why_fact *at;
    size_t count;
};

/* What settles it, or does not. */
struct why_settling {
    bool settles;
    const char *words;
};
struct why_settlings {
    const struct why_settling *at;
    size_t count;
};

/* A step of the escalation. */
struct why_rung {
    instant at;
    bool is_now;
    const char *when, *words;
};
struct why_rungs {
    struct why_rung *at;
    size_t count;
};

/* An obligation of the same chain, or a former form of this one. */
struct why_past {
    int64_t id; /* 0 without a page of its own. */
    const char *from, *due, *state, *state_class, *left, *who;
};
struct why_pasts {
    const struct why_past *at;
    size_t count;
};

/* What all parts are made from. */
struct why {
    struct request *r;
    const struct today_row *row;
    struct due_line line;
    struct explanation explanation;
    const struct workdays *workdays;
    struct closed_day_row_list closed;
};

struct why_view {
    const struct due_line *line;
    bool is_known; /* The rule is in force and gives this row. */
    const char *title, *sentence;
    const char *state, *state_class; /* Instead of the time left, when nothing is left. */
    struct why_steps steps;
    struct why_calendar calendar;
    const char *quotation; /* NULL when none is kept. */
    struct why_facts facts;
    struct why_pasts chain, forms;
    struct obligation_reason_row_list reasons;
    struct why_settlings settlings;
    const char *what_if, *owner, *pause, *again;
    struct why_rungs rungs;
    bool is_default_ladder;
    bool may_act;
    struct work_panel panel; /* Its forms: give to somebody, close with a reason. */
};

/* why_date.c */
struct why_steps why_steps_of(const struct why *why);
struct why_calendar why_calendar_of(const struct why *why);

/* Why a day is no working day: "juledag", "lukkedag", "søndag"; NULL when it is one. */
const char *why_closed_words(const struct why *why, day on);

/* "ons. 23. dec.", for hour rules with the time; "sat i bero" while it stands still. */
const char *why_moment_words(const struct why *why, instant at);

/* why_rule.c */
struct why_facts why_facts_of(const struct why *why, const char **quotation);
struct why_settlings why_settlings_of(const struct why *why);
const char *why_pause_words(const struct why *why);

/* why_conflict.c: the page of a conflict instead, where it is answered. `form` is what was typed, or NULL. */
struct reply conflict_show(struct request *r, const struct today_row *row, struct form *form);

/* Which conflict's answer settled an obligation: what counts now, in words, and the name of the conflict's own
 * row, where the reasons stand. NULL when the answer is not there any more. */
const char *conflict_decided_words(struct request *r, struct citizen_id citizen, int64_t decision, const char **row_name);

/* What rests because of one answer, in words: what counts instead, and who said so when and why. */
struct decided_part {
    const char *words;
    struct obligation_reason_row reason; /* words NULL when it is gone. */
    struct due_lines rows;
};
struct decided_parts {
    struct decided_part *at;
    size_t count;
};
struct decided_parts conflict_decided_parts(struct request *r, struct citizen_id citizen);

/* One scheme's part in a conflict, in words. */
struct conflict_part {
    const char *scheme, *title, *says, *quotation;
};
struct conflict_parts {
    const struct conflict_part *at;
    size_t count;
};

struct conflict_view {
    const struct due_line *line;
    struct conflict_parts parts;
    const char *advice;   /* NULL when there is none. */
    const char *answered; /* Who counts, and until when; NULL while it is open. */
    struct obligation_reason_row_list reasons;
    struct choices choices;
    struct form form;
    const char *path, *withdraw_path;
    bool may_answer, may_withdraw;
    struct due_lines resting; /* What the answer has settled. */
    const char *goal_title, *own_words; /* The third party: what the citizen wants; own_words NULL when not said. */
    struct goal_row_list goals;
};

#endif
