/* SPDX-License-Identifier: MIT
 * panel.h: the panel "Må vi det?": what is known about a placement for the law's checks (panel_load.c), the
 * fields for what is missing (panel_form.c), and every check in words (panel_line.c). */
#ifndef PLACEMENT_PANEL_H
#define PLACEMENT_PANEL_H

#include "citizen/citizen.h"
#include "employer/employer.h"
#include "law/glossary.h"
#include "placement/lawful.h"
#include "placement/rules.h"
#include "placement_sql.h"
#include "web/field.h"
#include "web/form.h"

/* The placement that is asked about; `placement` n = 0 for one that is not agreed yet. */
struct panel_subject {
    const struct citizen_row *citizen;
    const struct company_row *company; /* id 0: none chosen yet. */
    struct placement_id placement;
    enum placement_kind kind;
    day from, to;
    int64_t hours; /* A week, in hundredths. */
    enum check_why language; /* Of CHECK_LANGUAGE (rules.h). */
};

/* Everything stored that the checks ask for. */
struct lawful_facts panel_load(struct db *db, const struct panel_subject *subject);

/* Which facts were typed. */
struct panel_typed {
    bool is[LAWFUL_FACT_COUNT];
};

/* Reads the fields of what was missing into the facts; errors stand at the fields. */
struct panel_typed panel_read(struct form *form, struct lawful_facts *facts);

/* Keeps what was typed: numbers with the company, answers with the citizen or her placement. */
void panel_write(struct db *db, const struct panel_subject *subject, const struct lawful_facts *facts,
                 const struct panel_typed *typed);

/* A check in words. */
struct panel_line {
    const struct law_check *check;
    const char *name, *text;      /* "ratio", "Forholdstal på P-nummeret" */
    const char *state, *class;
    const char *calculation, *basis, *number; /* `number`: of the law's numbers page, or NULL. */
    bool is_old, is_test;
    bool is_blocking;
    const char *reason_name;      /* The field for the reason; NULL unless a reason is asked for. */
    enum lawful_fact asks;        /* One field is shown for it; NONE for nothing to ask, or asked further up. */
};
struct panel_lines {
    struct panel_line *at;
    size_t count;
};
/* Every check that concerns the placement. What `stored` lacks is asked for, also when it has been typed since: a
 * field stays on the page until it is saved. */
struct panel_lines panel_lines_of(struct request *r, const struct lawful_facts *facts, const struct lawful_facts *stored);

/* What a stored reason was about: a check of the law, or one of placement_check_codes. */
const char *panel_check_label(enum language language, const char *code);

/* The name of a fact's field. */
const char *panel_field(struct request *r, enum lawful_fact fact);

#endif
