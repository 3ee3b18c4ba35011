/* SPDX-License-Identifier: MIT
 * scheme.h: a way of working as data: everything a scheme file says, typed. The language is described
 * in docs/schemes.md; rules themselves are rule.h, edits of a municipality overlay.h, files scheme_read.c.
 * Names of members are the keys of the file. What a file leaves out is NULL, 0 or the default noted. */
#ifndef ENGINE_SCHEME_H
#define ENGINE_SCHEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "engine/rule.h"
#include "yaml/mistake.h"
#include "yaml/words.h"

struct node; /* yaml/yaml.h */

/* Identifier and word in files, in the order of the language. */
#define SCHEME_STATUSES(W) W(SCHEME_LIBRARY, "library") W(SCHEME_PILOT, "pilot") W(SCHEME_RETIRED, "retired")
#define LANGUAGE_TIMES(W) W(LANGUAGE_ANY_TIME, "any") W(LANGUAGE_OUTSIDE_HOURS, "outside_hours")
#define INTAKES(W)                                                                                 \
    W(INTAKE_ROLLING, "rolling") W(INTAKE_FIXED, "fixed") W(INTAKE_DROP_IN, "drop_in") W(INTAKE_OPEN, "open")
#define ENDINGS(W) W(ENDS_WITH_DECISION, "decision") W(ENDS_WITH_NONE, "none")
#define MEETING_ABOUTS(W)                                                                          \
    W(ABOUT_NONE, "") W(ABOUT_ARRIVALS, "arrivals_since_last") W(ABOUT_WAITING, "waiting")         \
    W(ABOUT_PRE_ARRIVAL, "pre_arrival") W(ABOUT_MY_ACTIVE, "my_active")
#define FORM_PERS(W)                                                                               \
    W(FORM_PER_ENROLMENT, "enrolment") W(FORM_PER_PLACEMENT, "placement") W(FORM_PER_COMPANY, "company")
#define CHARTS(W) W(CHART_NONE, "none") W(CHART_LINE, "line") W(CHART_RADAR, "radar") W(CHART_BAR, "bar")
#define COMPARES(W) W(COMPARE_FIRST_LATEST, "first_latest") W(COMPARE_PREVIOUS, "previous")
#define QUESTION_TYPES(W)                                                                          \
    W(QUESTION_SCALE, "scale") W(QUESTION_PICK, "pick") W(QUESTION_MANY, "many")                   \
    W(QUESTION_FLAG, "flag") W(QUESTION_NUMBER, "number") W(QUESTION_DATE, "date") W(QUESTION_FREE, "free")
#define DOCUMENT_KINDS(W)                                                                          \
    W(DOCUMENT_FOLDER, "folder") W(DOCUMENT_CONTRACT, "contract") W(DOCUMENT_AGREEMENT, "agreement") \
    W(DOCUMENT_LETTER, "letter") W(DOCUMENT_DECISION, "decision")                                  \
    W(DOCUMENT_CERTIFICATE, "certificate") W(DOCUMENT_CARD, "card") W(DOCUMENT_SHEET, "sheet")     \
    W(DOCUMENT_GUIDANCE, "guidance")
#define DECLINE_REASONS(W) W(REASON_NEVER, "never") W(REASON_MAY, "may") W(REASON_MUST, "must")
#define RELATION_SIGHTS(W) W(SEES_RELATION, "relation") W(SEES_CONTACT, "contact") W(SEES_CASE, "case")
#define OUTCOME_SOURCES(W) W(OUTCOMES_NORMAL, "normal") W(OUTCOMES_OWN, "own")
#define MEASURE_KINDS(W)                                                                           \
    W(MEASURE_SHARE, "share") W(MEASURE_COUNT_OF, "count") W(MEASURE_SPLIT, "split")               \
    W(MEASURE_PIPELINE, "pipeline") W(MEASURE_MEAN, "mean") W(MEASURE_SUM, "sum")                  \
    W(MEASURE_CHANGE, "change") W(MEASURE_LEAD_TIME, "lead_time") W(MEASURE_REPORT, "report")
#define MEASURE_WHOS(W)                                                                            \
    W(WHO_STARTED, "started") W(WHO_COMPLETED, "completed") W(WHO_ENDED, "ended")                  \
    W(WHO_ACTIVE, "active") W(WHO_CONTACTED, "contacted") W(WHO_VISITED, "visited")                \
    W(WHO_MEASURED_TWICE, "measured_twice") W(WHO_ALL, "all")
#define MEASURE_METHODS(W) W(METHOD_MEAN_OF_RATIOS, "mean_of_ratios") W(METHOD_RATIO_OF_MEANS, "ratio_of_means")
#define MEASURE_SHOWS(W)                                                                           \
    W(SHOW_PERCENT, "percent") W(SHOW_COUNT_OF, "count") W(SHOW_BOTH, "both") W(SHOW_POINTS, "points") \
    W(SHOW_MONEY, "money")
#define ACTIVITY_KINDS(W)                                                                          \
    W(KIND_COURSE, "course") W(KIND_TRAINING, "training") W(KIND_LANGUAGE, "language")             \
    W(KIND_EDUCATION, "education") W(KIND_COMPANY_PLACEMENT, "company_placement")                  \
    W(KIND_WAGE_SUBSIDY, "wage_subsidy") W(KIND_IGU, "igu") W(KIND_JOB, "job")                     \
    W(KIND_JOB_SMALL, "job_small") W(KIND_NYTTEINDSATS, "nytteindsats") W(KIND_HEALTH, "health")   \
    W(KIND_SOCIAL, "social") W(KIND_NETWORK, "network") W(KIND_JOB_SEARCH, "job_search")           \
    W(KIND_VOLUNTEERING, "volunteering") W(KIND_OPEN_SESSION, "open_session") W(KIND_OTHER, "other")

#define WORD_CONSTANT(identifier, word) identifier,
enum scheme_status { SCHEME_STATUSES(WORD_CONSTANT) SCHEME_STATUS_COUNT };
enum language_time { LANGUAGE_TIMES(WORD_CONSTANT) LANGUAGE_TIME_COUNT };
enum intake { INTAKES(WORD_CONSTANT) INTAKE_COUNT };
enum ending { ENDINGS(WORD_CONSTANT) ENDING_COUNT };
enum meeting_about { MEETING_ABOUTS(WORD_CONSTANT) MEETING_ABOUT_COUNT };
enum form_per { FORM_PERS(WORD_CONSTANT) FORM_PER_COUNT };
enum form_chart { CHARTS(WORD_CONSTANT) CHART_COUNT };
enum form_compare { COMPARES(WORD_CONSTANT) COMPARE_COUNT };
enum question_type { QUESTION_TYPES(WORD_CONSTANT) QUESTION_TYPE_COUNT };
enum document_kind { DOCUMENT_KINDS(WORD_CONSTANT) DOCUMENT_KIND_COUNT };
enum decline_reason { DECLINE_REASONS(WORD_CONSTANT) DECLINE_REASON_COUNT };
enum relation_sight { RELATION_SIGHTS(WORD_CONSTANT) RELATION_SIGHT_COUNT };
enum outcome_source { OUTCOME_SOURCES(WORD_CONSTANT) OUTCOME_SOURCE_COUNT };
enum measure_kind { MEASURE_KINDS(WORD_CONSTANT) MEASURE_KIND_COUNT };
enum measure_who { MEASURE_WHOS(WORD_CONSTANT) MEASURE_WHO_COUNT };
enum measure_method { MEASURE_METHODS(WORD_CONSTANT) MEASURE_METHOD_COUNT };
enum measure_show { MEASURE_SHOWS(WORD_CONSTANT) MEASURE_SHOW_COUNT };
enum activity_kind { ACTIVITY_KINDS(WORD_CONSTANT) ACTIVITY_KIND_COUNT };
#undef WORD_CONSTANT

/* The words in files, by value; word_read finds the value of a word. */
extern const char *const scheme_status_words[SCHEME_STATUS_COUNT];
extern const char *const question_type_words[QUESTION_TYPE_COUNT];
extern const char *const document_kind_words[DOCUMENT_KIND_COUNT];
extern const char *const measure_kind_words[MEASURE_KIND_COUNT];
extern const char *const measure_who_words[MEASURE_WHO_COUNT];
extern const char *const measure_show_words[MEASURE_SHOW_COUNT];
extern const char *const activity_kind_words[ACTIVITY_KIND_COUNT];

enum { INT_NONE = -1 };      /* An absent maximum, target, year ... */
#define NUMBER_NONE INT64_MIN /* An absent number in thousandths. */

/* What a page lists with `each x in scheme->forms`. */
#define LISTED(type)        \
    struct {                \
        const type *at;     \
        size_t count;       \
    }
struct codes {
    const struct code *at;
    size_t count;
};
struct word_list {
    const char *const *at;
    size_t count;
};
struct words_list {
    const struct words *at;
    size_t count;
};

/* Every section begins with the node it was read from, for places and paths; NULL: absent. */
struct scheme_origin {
    const struct node *node;
    const char *org, *doc, *years;
    struct word_list seeds, law, systems;
};
struct scheme_about {
    const struct node *node;
    struct words effort, results, advice;
};
struct scheme_funding {
    const struct node *node;
    const char *source;
    day from, to;
    int64_t amount; /* Thousandths of a krone; NUMBER_NONE. */
};
struct scheme_target {
    const struct node *node;
    struct words text;
    const struct condition *when; /* Computed and explained. */
    struct words_list confirm;    /* Ticked by a person. */
    struct span check_again;
};
struct scheme_unit {
    const struct node *node;
    struct code id;
    struct words text;
    struct codes roles;
};
struct scheme_position {
    const struct node *node;
    struct code axis, value;
};
struct scheme_suspend {
    const struct node *node;
    struct code reason;
    enum suspension_mode mode;
    struct codes rules;
};
struct scheme_track {
    const struct node *node;
    struct code id;
    struct words text;
    const struct condition *when;
};
struct scheme_phase {
    const struct node *node;
    struct code id;
    struct words text;
    struct pattern starts, ends;
    struct span_range length;
    struct codes activities;
    bool overlap;
};

struct scheme_step {
    const struct node *node;
    struct span after;
    struct amount hours;
};
struct scheme_group {
    const struct node *node;
    int32_t size; /* INT_NONE */
    bool approx;
    enum intake intake;
    struct span own_length;
    struct codes staff;
    int32_t attendance; /* Percent of the days that a certificate asks for; INT_NONE: the scheme does not say. */
    const struct condition *entry, *top_up;
    struct codes subgroups; /* Lists. */
    struct code linked, mixed;
};
struct scheme_session_part {
    const struct node *node;
    struct words text;
    int32_t minutes;
    bool language, talk; /* talk: a session held without it is incomplete. */
};
struct scheme_session {
    const struct node *node;
    struct words text;
    int32_t minutes; /* 60 */
    struct amount language;
    LISTED(struct scheme_session_part) parts;
    bool last, day_after;
    struct code hands_out;
};
struct scheme_placement {
    const struct node *node;
    struct code purposes, ended_reasons, prefer, mentors;
    struct code risks; /* List: what is known beforehand to make a placement hard to keep. */
    struct codes parties;
    enum ending ends_with;
    struct span starts_every;
};
struct scheme_activity {
    const struct node *node;
    struct code id;
    enum activity_kind kind;
    struct words text;
    struct amount hours, language; /* A week; language is part of the hours. */
    enum language_time language_when;
    bool counts; /* In the work duty: yes. */
    const char *place, *method;
    LISTED(struct scheme_step) steps;
    struct code trains;
    struct {
        const int *at; /* enum activity_kind */
        size_t count;
    } exit_to; /* What it is a step to: told where somebody leaves the group. Whether she went there is a rule's question. */
    bool is_restricted;
    enum mark mark;
    struct scheme_group group;
    LISTED(struct scheme_session) sessions;
    struct scheme_placement placement;
};
struct scheme_meeting {
    const struct node *node;
    struct code id;
    struct words text;
    struct codes parties, invite;
    bool interpreter, slots, is_restricted;
    bool considerations; /* It confirms or changes what work must take into account. */
    struct code form, minutes_by;
    enum meeting_about about;
    struct words_list agenda;
};
struct scheme_task {
    const struct node *node;
    struct code id;
    struct words text;
    struct code phase, owner;
    struct pattern after;
    struct span by, early;
    int32_t free_rows;
    const char *evidence;
};
struct scheme_rule {
    const struct node *node;
    struct rule rule;
};

struct scheme_question {
    const struct node *node;
    struct code id;
    enum question_type type;
    struct words text, help;
    struct code scale, list;
    bool items_agreed, must;
};
struct scheme_cut {
    const struct node *node;
    int64_t from;
    struct code is;
};
struct scheme_form_result {
    const struct node *node;
    struct codes sum;
    LISTED(struct scheme_cut) steps;
    struct words note;
};
struct scheme_form {
    const struct node *node;
    struct code id;
    int32_t version;
    struct words text;
    struct codes answered_by, with;
    bool self_fill, is_restricted, demo;
    struct word_list languages;
    enum form_per per;
    enum form_chart chart;
    enum form_compare compare;
    LISTED(struct scheme_question) questions;
    struct scheme_form_result result;
};
struct scheme_anchor {
    const struct node *node;
    const char *level;
    struct words text;
};
struct scheme_scale {
    const struct node *node;
    struct code id;
    int32_t min, max;
    bool half, demo;
    LISTED(struct scheme_anchor) anchors;
};
struct scheme_document {
    const struct node *node;
    struct code id;
    enum document_kind kind;
    struct words text;
    struct code made_by, pause_by;
    struct codes signed_by;
    struct words_list sections;
    int32_t considerations; /* Which section, from 1, holds what work must take into account; 0: none. */
    struct word_list languages;
    const char *variants;
    struct pattern outdated_by;
    struct span reply;
    bool approved_by_municipality, bulk;
    enum mark mark;
};
struct scheme_relation {
    const struct node *node;
    struct code id, of, role;
    int32_t min, max, holder_max; /* 0, INT_NONE, INT_NONE */
    bool approx, deputy;
    struct codes accept;
    enum decline_reason decline_reason;
    struct code trained;
    enum relation_sight sees;
};
struct scheme_list_item {
    const struct node *node;
    struct code id;
    struct words text;
    day from, to;
    struct code counts_as;
    struct code branch; /* Companies of which branch it means (glossary `branch`); none for no branch. */
    bool demo;
};
struct scheme_list {
    const struct node *node;
    struct code id;
    struct words text;
    bool ordered, dated, open;
    LISTED(struct scheme_list_item) items;
};
struct scheme_counted_as {
    const struct node *node;
    struct code id;
    struct codes outcomes;
};
struct scheme_border {
    const struct node *node;
    struct codes between;
    int64_t hours;
    enum mark mark;
};
struct scheme_outcomes {
    const struct node *node;
    enum outcome_source from;
    LISTED(struct scheme_counted_as) counts_as;
    LISTED(struct scheme_border) borders;
};

/* "[18.5,)": NUMBER_NONE is an open end. */
struct scheme_interval {
    int64_t low, high;
    bool has_low, has_high; /* Does the edge belong to it? */
};
enum measure_moment { AT_REPORT_DAY, AT_EXIT, AT_END, AT_SPAN };
struct scheme_measure_at {
    enum measure_moment moment;
    struct span span;
};
/* What makes a unit count: a condition, or any of some rules met or forms improved. */
enum tally_kind { TALLY_NONE, TALLY_CONDITION, TALLY_MET, TALLY_IMPROVED };
struct scheme_tally {
    enum tally_kind kind;
    const struct condition *condition;
    struct codes ids;
};
struct scheme_benchmark {
    const struct node *node;
    const char *who, *source;
    int64_t value;
    int32_t year, n; /* INT_NONE */
    bool approx;
};
struct scheme_measure {
    const struct node *node;
    struct code id;
    enum measure_kind kind;
    const char *of;
    struct words text;
    enum measure_who who;
    const struct condition *where;
    struct pattern basis, until; /* until: what a lead time runs to, when not to the rules of `counts`. */
    struct valid period;
    struct scheme_tally counts;
    struct scheme_measure_at at;
    const char *per, *by, *value;
    LISTED(struct scheme_interval) bands;
    struct words rest;
    struct code each, population;
    struct codes parts;
    struct span window;
    enum measure_method method;
    struct word_list also, levels;
    int64_t target, swing; /* NUMBER_NONE */
    LISTED(struct scheme_benchmark) benchmarks;
    enum measure_show show;
    int32_t small; /* 5 */
    bool approx;
};

struct scheme {
    const struct node *node;
    const char *file;
    struct code id;
    int32_t version;
    struct words title;
    enum scheme_status status;
    struct scheme_origin origin;
    struct scheme_about about;
    struct words_list goals;
    struct {
        const int32_t *at;
        size_t count;
    } themes;
    struct codes needs, sees;
    struct word_list shared_with, stages;
    LISTED(struct scheme_funding) funding;
    bool job_first, work_duty, is_restricted;
    struct scheme_target target;
    LISTED(struct scheme_unit) units;
    LISTED(struct scheme_position) policies;
    LISTED(struct scheme_suspend) suspend;
    LISTED(struct scheme_track) tracks;
    LISTED(struct scheme_phase) phases;
    LISTED(struct scheme_activity) activities;
    LISTED(struct scheme_meeting) meetings;
    LISTED(struct scheme_task) tasks;
    LISTED(struct scheme_rule) rules;   /* As written. */
    LISTED(struct scheme_rule) implied; /* What the other sections imply; their node is that section. */
    LISTED(struct scheme_form) forms;
    LISTED(struct scheme_scale) scales;
    LISTED(struct scheme_document) documents;
    LISTED(struct scheme_relation) relations;
    LISTED(struct scheme_list) lists;
    struct scheme_outcomes outcomes;
    LISTED(struct scheme_measure) measures;
};

/* The 17 normal outcomes; absent means open. */
enum { NORMAL_OUTCOME_COUNT = 17 };
extern const char *const normal_outcomes[NORMAL_OUTCOME_COUNT];

/* Reads one file. NULL when anything in it is wrong; all that is wrong is added to `mistakes`. The
 * scheme lives in the arena and points into the tree. `bytes` need not outlive the call. */
const struct scheme *scheme_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                                 struct mistakes *mistakes);

/* The same from a tree that is already there (overlay.h changes a tree and reads it again). */
const struct scheme *scheme_read_node(struct arena *arena, const char *file, const struct node *node,
                                      struct mistakes *mistakes);

struct library {
    LISTED(struct scheme *const) schemes; /* By id. */
};

/* All schemes of a directory, or those within the program when `directory` is NULL. A wrong file is
 * left out and named in the mistakes; so is an id that stands in two files. */
struct library scheme_library_load(struct arena *arena, const char *directory, struct mistakes *mistakes);

/* Adds a mistake for each scheme that `scheme` needs and the library has not. */
void scheme_check_needs(const struct library *library, const struct scheme *scheme, struct mistakes *mistakes);

/* The scheme of that id, or NULL. */
const struct scheme *library_find(const struct library *library, const char *id);

/* The part of a scheme with that id, or NULL. */
const struct scheme_activity *scheme_activity(const struct scheme *scheme, const char *id);
const struct scheme_meeting *scheme_meeting(const struct scheme *scheme, const char *id);
const struct scheme_form *scheme_form(const struct scheme *scheme, const char *id);
const struct scheme_document *scheme_document(const struct scheme *scheme, const char *id);
const struct scheme_list *scheme_list(const struct scheme *scheme, const char *id);
const struct scheme_scale *scheme_scale(const struct scheme *scheme, const char *id);
const struct scheme_rule *scheme_rule_find(const struct scheme *scheme, const char *id);

#endif
