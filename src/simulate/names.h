/* SPDX-License-Identifier: MIT
 * names.h: invented people, companies and sentences for the example municipality. */
#ifndef SIMULATE_NAMES_H
#define SIMULATE_NAMES_H

#include <stddef.h>

/* Where somebody's names come from, and the language that goes with them. */
struct origin {
    const char *language;
    const char *const *women, *const *men, *const *last;
    int women_count, men_count, last_count;
};
extern const struct origin origins[];
extern const int origin_count;

struct staff_template {
    const char *login, *name, *title, *role, *unit; /* `unit` a code: kompetence or integration. */
};
extern const struct staff_template staff_templates[]; /* Further people get invented names. */
extern const int staff_template_count;

struct branch_template {
    const char *branch;
    const char *const *names;     /* "Bageri" */
    const char *const *functions; /* What one does there. */
    int name_count, function_count;
};
extern const struct branch_template branch_templates[];
extern const int branch_template_count;

struct sentences {
    const char *const *at;
    int count;
};
struct word_lists {
    struct sentences towns, danish_first, danish_last, own_words, skills, considerations, goals, work_goals, wins, notes,
        topics, said, advice, company_said, schooling, streets;
};
extern const struct word_lists word_lists;

#endif
