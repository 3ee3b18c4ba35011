/* SPDX-License-Identifier: MIT
 * panel_load.c: what is stored for the law's checks of a placement. */
#include "base/text.h"
#include "placement/panel.h"

enum { MONTHS_WANTED = 12, HUNDREDTHS = 100 };

/* Months newest first, in hundredths. Without any, the number on the company's page stands for one month. */
static const int64_t *months_of(struct db *db, const struct panel_subject *subject, enum month_level level, size_t *count)
{
    struct company_month_row_list rows = employer_months(db, subject->company, level, subject->from, MONTHS_WANTED);
    int64_t *months = arena_array(db_arena(db), rows.count + 1, sizeof *months);

    for (size_t i = 0; i < rows.count; i++)
        months[i] = rows.at[i].employees;
    *count = rows.count;
    if (rows.count == 0 && level == MONTHS_P && subject->company->employee_count >= 0) {
        months[0] = subject->company->employee_count * HUNDREDTHS;
        *count = 1;
    }
    return months;
}

static int64_t supported_of(struct db *db, const struct panel_subject *subject)
{
    struct placement_supported_row_list rows =
        placement_supported(db, subject->from, subject->company->id, subject->placement);
    int64_t sum = 0;

    for (size_t i = 0; i < rows.count; i++)
        if (placement_kinds[placement_kind_of(rows.at[i].kind)].is_supported)
            sum += lawful_full_time(rows.at[i].hours);
    return sum;
}

static int64_t days_of_kind(struct db *db, const struct panel_subject *subject)
{
    struct placement_days_row_list rows =
        placement_days_of_kind(db, subject->citizen->id, placement_kinds[subject->kind].code, subject->placement);
    int64_t days = 0;

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].last_day != DAY_NONE && rows.at[i].last_day >= rows.at[i].from_day)
            days += rows.at[i].last_day - rows.at[i].from_day + 1;
    return days;
}

static void take_answer(struct lawful_facts *facts, const struct law_answer_row *answer)
{
    enum lawful_fact fact = LAWFUL_FACT_NONE;

    for (int code = 0; code < LAWFUL_FACT_COUNT; code++)
        if (text_is(lawful_fact_codes[code], answer->fact))
            fact = (enum lawful_fact)code;
    if (fact == LAWFUL_FACT_REGISTERED)
        facts->registered = answer->answer_day;
    else if (fact == LAWFUL_FACT_UNEMPLOYED)
        facts->unemployed = answer->answer_day;
    else if (fact == LAWFUL_FACT_SCHOOL)
        facts->school_weeks = answer->number;
    else if (fact == LAWFUL_FACT_ASSESSED)
        facts->assessed = answer->answer_day;
    else if (fact == LAWFUL_FACT_COMPANY_SAID)
        facts->company_said = answer->answer_day;
    else if (fact == LAWFUL_FACT_UNION_SAID)
        facts->union_said = answer->answer_day;
    else if (fact == LAWFUL_FACT_EMPLOYED) {
        facts->is_employed_known = true;
        facts->employed = answer->answer_day;
    }
}

struct lawful_facts panel_load(struct db *db, const struct panel_subject *subject)
{
    struct law_answer_row_list answers = law_answers(db, subject->citizen->id, subject->placement);
    struct lawful_facts facts = {
        .kind = placement_kinds[subject->kind].code,
        .law_basis = subject->citizen->law_basis,
        .readiness = subject->citizen->readiness,
        .sector = "",
        .from = subject->from,
        .to = subject->to,
        .hours = subject->hours,
        .born = subject->citizen->born_day,
        .registered = DAY_NONE, .unemployed = DAY_NONE, .assessed = DAY_NONE,
        .company_said = DAY_NONE, .union_said = DAY_NONE, .employed = DAY_NONE,
        .school_weeks = -1,
        .training_days = days_of_kind(db, subject),
        .is_times_known = subject->language != WHY_UNKNOWN,
        .is_clashing = subject->language == WHY_CLASH,
    };

    for (size_t i = 0; i < answers.count; i++)
        take_answer(&facts, &answers.at[i]);
    if (subject->company->id.n != 0) {
        facts.sector = subject->company->sector;
        facts.supported = supported_of(db, subject);
        facts.months = months_of(db, subject, MONTHS_P, &facts.month_count);
        facts.months_cvr = months_of(db, subject, MONTHS_CVR, &facts.month_count_cvr);
    }
    return facts;
}
