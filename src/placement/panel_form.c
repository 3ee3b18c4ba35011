/* SPDX-License-Identifier: MIT
 * panel_form.c: one field for each thing the law's checks miss, read and kept. */
#include "base/text.h"
#include "engine/journal.h"
#include "placement/panel.h"

enum { WORDS_MAX = 200, WEEKS_MAX = 104 };

const char *panel_field(struct request *r, enum lawful_fact fact)
{
    return arena_format(r->arena, "lov_%s", lawful_fact_codes[fact]);
}

static bool is_typed(const struct form *form, enum lawful_fact fact)
{
    return !text_is_blank(form_value(form, panel_field(form->request, fact)));
}

static void read_day(struct form *form, enum lawful_fact fact, day *into, struct panel_typed *typed)
{
    if (!is_typed(form, fact))
        return;
    day on = form_day(form, panel_field(form->request, fact), FORM_OPTIONAL);
    if (on != DAY_NONE && on > form->request->today)
        form_error(form, panel_field(form->request, fact), say(form->request->language, "Det er ikke sket endnu."));
    else if (on != DAY_NONE) {
        *into = on;
        typed->is[fact] = true;
    }
}

static void read_months(struct form *form, enum lawful_fact fact, const int64_t **months, size_t *count,
                        struct panel_typed *typed)
{
    const char *name = panel_field(form->request, fact);
    int64_t *employees = arena_array(form->request->arena, MONTHS_TYPED_MAX, sizeof *employees);
    size_t read = 0;

    if (!is_typed(form, fact))
        return;
    if (!employer_months_read(form->request->arena, form_text(form, name, FORM_OPTIONAL, WORDS_MAX), employees, &read)) {
        form_error(form, name, say(form->request->language, "Skriv tal med mellemrum, fx 12 12,5 13. Sidste måned først."));
        return;
    }
    *months = employees;
    *count = read;
    typed->is[fact] = true;
}

/* A day, or a word that says she never was. */
static void read_employed(struct form *form, struct lawful_facts *facts, struct panel_typed *typed)
{
    const char *value = form_value(form, panel_field(form->request, LAWFUL_FACT_EMPLOYED));

    if (text_is(value, "aldrig") || text_is(value, "nej") || text_is(value, "never") || text_is(value, "no")) {
        facts->is_employed_known = typed->is[LAWFUL_FACT_EMPLOYED] = true;
        facts->employed = DAY_NONE;
        return;
    }
    read_day(form, LAWFUL_FACT_EMPLOYED, &facts->employed, typed);
    facts->is_employed_known = facts->is_employed_known || typed->is[LAWFUL_FACT_EMPLOYED];
}

struct panel_typed panel_read(struct form *form, struct lawful_facts *facts)
{
    struct panel_typed typed = { { false } };
    int sector = form_choice(form, panel_field(form->request, LAWFUL_FACT_SECTOR), FORM_OPTIONAL, company_sector_codes);

    read_day(form, LAWFUL_FACT_REGISTERED, &facts->registered, &typed);
    read_day(form, LAWFUL_FACT_UNEMPLOYED, &facts->unemployed, &typed);
    read_day(form, LAWFUL_FACT_ASSESSED, &facts->assessed, &typed);
    read_day(form, LAWFUL_FACT_COMPANY_SAID, &facts->company_said, &typed);
    read_day(form, LAWFUL_FACT_UNION_SAID, &facts->union_said, &typed);
    read_employed(form, facts, &typed);
    read_months(form, LAWFUL_FACT_EMPLOYEES, &facts->months, &facts->month_count, &typed);
    read_months(form, LAWFUL_FACT_EMPLOYEES_CVR, &facts->months_cvr, &facts->month_count_cvr, &typed);
    if (is_typed(form, LAWFUL_FACT_SCHOOL)) {
        int64_t weeks = form_int(form, panel_field(form->request, LAWFUL_FACT_SCHOOL), FORM_OPTIONAL, 0, WEEKS_MAX);
        typed.is[LAWFUL_FACT_SCHOOL] = weeks >= 0;
        facts->school_weeks = weeks >= 0 ? weeks : -1;
    }
    if (sector >= 0) {
        facts->sector = company_sector_codes[sector];
        typed.is[LAWFUL_FACT_SECTOR] = true;
    }
    return typed;
}

/* About the citizen herself; all others are about this placement alone. */
static bool is_lasting(enum lawful_fact fact)
{
    return fact == LAWFUL_FACT_REGISTERED || fact == LAWFUL_FACT_UNEMPLOYED;
}

static void write_answer(struct db *db, const struct panel_subject *subject, enum lawful_fact fact, day on, int64_t number)
{
    law_answer_put(db, &(struct law_answer_put_in){
        .citizen = subject->citizen->id,
        .placement = is_lasting(fact) ? (struct placement_id){ 0 } : subject->placement,
        .fact = lawful_fact_codes[fact],
        .answer_day = on,
        .number = number,
        .author = { db_actor(db).id },
        .written_at = db_now(db),
    });
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, subject->citizen->id.n },
        .kind = EVENT_PLACEMENT_CHANGED,
        .code = lawful_fact_codes[fact],
        .subject = { SUBJECT_PLACEMENT, subject->placement.n },
        .at = db_now(db),
    });
}

void panel_write(struct db *db, const struct panel_subject *subject, const struct lawful_facts *facts,
                 const struct panel_typed *typed)
{
    const day days[LAWFUL_FACT_COUNT] = {
        [LAWFUL_FACT_REGISTERED] = facts->registered, [LAWFUL_FACT_UNEMPLOYED] = facts->unemployed,
        [LAWFUL_FACT_EMPLOYED] = facts->employed, [LAWFUL_FACT_ASSESSED] = facts->assessed,
        [LAWFUL_FACT_COMPANY_SAID] = facts->company_said, [LAWFUL_FACT_UNION_SAID] = facts->union_said,
        [LAWFUL_FACT_SCHOOL] = DAY_NONE,
    };

    for (int fact = LAWFUL_FACT_REGISTERED; fact <= LAWFUL_FACT_UNION_SAID; fact++)
        if (typed->is[fact])
            write_answer(db, subject, (enum lawful_fact)fact, days[fact],
                         fact == LAWFUL_FACT_SCHOOL ? facts->school_weeks : 0);
    if (typed->is[LAWFUL_FACT_EMPLOYEES])
        employer_note_months(db, subject->company->id, MONTHS_P, subject->from, facts->months, facts->month_count, "");
    if (typed->is[LAWFUL_FACT_EMPLOYEES_CVR])
        employer_note_months(db, subject->company->id, MONTHS_CVR, subject->from, facts->months_cvr,
                             facts->month_count_cvr, "");
    if (typed->is[LAWFUL_FACT_SECTOR])
        company_set_sector(db, facts->sector, subject->company->id);
}
