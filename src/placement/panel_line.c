/* SPDX-License-Identifier: MIT
 * panel_line.c: the law's checks of a placement in words, each with its numbers and its paragraph. */
#include "base/list.h"
#include "base/text.h"
#include "placement/panel.h"
#include "rates/rates.h"

static const char *whole(struct request *r, int64_t number)
{
    return arena_format(r->arena, "%lld", (long long)number);
}

static const char *part(struct request *r, int64_t hundredths)
{
    return say_number(r->arena, r->language, hundredths);
}

static const char *on(struct request *r, day when)
{
    return say_day_year(r->arena, r->language, when);
}

static const char *say_length(struct request *r, const struct law_check *check, const struct lawful_answer *told)
{
    const struct law_value *value = law_value_find(law_kept(), check->uses.at[0]);

    if (value->unit == LAW_WEEKS)
        return say_with(r->arena, r->language, "Højst {1} uger, altså senest {2}.",
                        whole(r, told->a), on(r, told->last), NULL);
    return say_with(r->arena, r->language, "Højst {1} måneder, altså senest {2}.",
                    whole(r, told->a), on(r, told->last), NULL);
}

static const char *say_ratio(struct request *r, const struct lawful_answer *told)
{
    return say_with(r->arena, r->language, "{1} ansatte giver plads til {2}. I brug {3} + denne {4} = {5}, regnet som fuldtid.",
                    part(r, told->a),
                whole(r, told->d), part(r, told->b), part(r, told->c), part(r, told->b + told->c), NULL);
}

static const char *say_employed(struct request *r, const struct lawful_answer *told)
{
    if (told->first == DAY_NONE)
        return say(r->language, "Har ikke været ordinært ansat her.");
    return say_with(r->arena, r->language, "Sidst ordinært ansat her {1}. {2} år er gået efter {3}.",
                    on(r, told->first), whole(r, told->a),
                on(r, told->last), NULL);
}

static const char *say_school(struct request *r, const struct lawful_answer *told)
{
    return say_with(r->arena, r->language, "Planlagt {1} uger. Mindst {2} uger på {3} timer = {4} timer.",
                    told->a < 0 ? "–" : whole(r, told->a),
                whole(r, told->b), whole(r, told->c), whole(r, told->d), NULL);
}

/* The sums about the citizen and the job itself. */
static const char *sum_of_person(struct request *r, const struct law_check *check, const struct lawful_answer *told)
{
    switch (check->asks) {
    case LAW_ASKS_UNEMPLOYED:
        return say_with(r->arena, r->language, "Ledig siden {1}. {2} måneder er gået {3}.",
                        on(r, told->first), whole(r, told->a), on(r, told->last), NULL);
    case LAW_ASKS_OPEN:
        return say(r->language, "Ordningen er åben for start den dag.");
    case LAW_ASKS_AGE:
        return say_with(r->arena, r->language, "{1} år {2}; under {3} år til og med {4}.",
                        whole(r, told->a), on(r, told->first), whole(r, told->b),
                    on(r, told->last), NULL);
    case LAW_ASKS_RESIDENCE:
        return say_with(r->arena, r->language, "Registreret {1}. {2} år er {3}.",
                        on(r, told->first), whole(r, told->a), on(r, told->last), NULL);
    case LAW_ASKS_EMPLOYED:
        return say_employed(r, told);
    case LAW_ASKS_WHOLE:
        return say_with(r->arena, r->language, "{1} måneder, altså til {2}.",
                        whole(r, told->a), on(r, told->last), NULL);
    case LAW_ASKS_HOURS:
        return say_with(r->arena, r->language, "{1} timer om ugen, mindst {2} i snit.",
                        part(r, told->a), whole(r, told->b), NULL);
    case LAW_ASKS_SCHOOL:
        return say_school(r, told);
    case LAW_ASKS_BONUS:
        return say_with(r->arena, r->language, "{1} kr. kan søges fra {2}, og {1} kr. igen fra {3}.",
                        whole(r, told->a), on(r, told->first),
                    on(r, told->last), NULL);
    case LAW_ASKS_ASSESSED:
        return say_with(r->arena, r->language, "Vurderet {1}.", on(r, told->first), NULL);
    case LAW_ASKS_COMPANY_SAID:
    case LAW_ASKS_UNION_SAID:
        return say_with(r->arena, r->language, "Erklæret {1}.", on(r, told->first), NULL);
    default:
        return "";
    }
}

static const char *sum(struct request *r, const struct law_check *check, const struct lawful_facts *facts,
                       const struct lawful_answer *told)
{
    switch (check->asks) {
    case LAW_ASKS_LENGTH:
        return say_length(r, check, told);
    case LAW_ASKS_TOTAL:
        return say_with(r->arena, r->language, "{1} dage før + {2} dage nu = {3} af {4} dage.",
                        whole(r, told->a), whole(r, told->b),
                    whole(r, told->a + told->b), whole(r, told->c), NULL);
    case LAW_ASKS_LESSONS:
        return facts->is_clashing ? say(r->language, "En dansktime ligger i arbejdstiden.")
                                  : say(r->language, "Dansk og arbejdstid støder ikke sammen.");
    case LAW_ASKS_RATIO:
        return say_ratio(r, told);
    case LAW_ASKS_EXTRA:
        return say_with(r->arena, r->language, "Sidste måned {1} ansatte, gennemsnit af {2} måneder {3}.",
                        part(r, told->a), whole(r, told->c),
                    part(r, told->b), NULL);
    default:
        return sum_of_person(r, check, told);
    }
}

static const char *fact_label(struct request *r, enum lawful_fact fact)
{
    return glossary_label_or_code((int)r->language, "lawful_fact", lawful_fact_codes[fact]);
}

static const char *calculation(struct request *r, const struct law_check *check, const struct lawful_facts *facts,
                               const struct lawful_answer *told)
{
    if (told->why == LAWFUL_NO_NUMBER)
        return say(r->language, "Loven har et tal, men ingen har læst det i en gældende kilde. Det regnes ikke.");
    if (told->why == LAWFUL_CLOSED)
        return say(r->language, "Loven giver ikke mulighed for at begynde den dag.");
    if (told->why == LAWFUL_MISSING)
        return say_with(r->arena, r->language, "Vi mangler: {1}.", fact_label(r, told->missing), NULL);
    const char *words = sum(r, check, facts, told);
    if (told->why == LAWFUL_OLD_OVER || told->why == LAWFUL_OLD_UNDER)
        return say_with(r->arena, r->language, "{1} Efter det gamle tal går det ikke. Reglen er ændret siden, så se efter i loven.",
                        words, NULL);
    if (told->is_old)
        return say_with(r->arena, r->language, "{1} Efter det gamle tal går det. Reglen er ændret siden, så se efter i loven.",
                        words, NULL);
    return words;
}

static const char *state_of(struct request *r, const struct law_check *check, const struct lawful_answer *told)
{
    if (told->verdict == LAWFUL_PASS)
        return say(r->language, "i orden");
    if (told->verdict == LAWFUL_NOT_KNOWN)
        return say(r->language, "ikke kendt");
    if (told->verdict == LAWFUL_TOLD)
        return say(r->language, "til orientering");
    return check->fails == LAW_FAILS_BLOCK ? say(r->language, "må ikke") : say(r->language, "se på");
}

static const char *class_of(const struct lawful_answer *told)
{
    static const char *const classes[LAWFUL_VERDICT_COUNT] = {
        [LAWFUL_PASS] = "ok", [LAWFUL_FAIL] = "warn", [LAWFUL_NOT_KNOWN] = "wait", [LAWFUL_TOLD] = "no",
    };

    return classes[told->verdict];
}

static struct panel_line line_of(struct request *r, const struct law_check *check, const struct lawful_facts *facts,
                                 const struct lawful_answer *told)
{
    bool is_failed = told->verdict == LAWFUL_FAIL;

    return (struct panel_line){
        .check = check,
        .name = check->name,
        .text = words_in(check->text, (int)r->language),
        .state = state_of(r, check, told),
        .class = class_of(told),
        .calculation = calculation(r, check, facts, told),
        .basis = words_in(check->basis, (int)r->language),
        .number = check->uses.count > 0 ? check->uses.at[0] : NULL,
        .is_old = told->is_old,
        .is_test = told->is_test,
        .is_blocking = is_failed && check->fails == LAW_FAILS_BLOCK,
        .reason_name = is_failed && check->fails == LAW_FAILS_WARN ? arena_format(r->arena, "grund_%s", check->name) : NULL,
    };
}

/* What is missing is asked for once, at the first check that misses it. */
static bool is_asked(const struct panel_lines *lines, enum lawful_fact fact)
{
    for (size_t i = 0; i < lines->count; i++)
        if (lines->at[i].asks == fact)
            return true;
    return false;
}

struct panel_lines panel_lines_of(struct request *r, const struct lawful_facts *facts, const struct lawful_facts *stored)
{
    const struct law_checks *checks = law_checks_kept();
    const struct law *law = rates_law(r->db);
    struct panel_lines lines = { arena_array(r->arena, checks->count, sizeof *lines.at), 0 };

    for (size_t i = 0; i < checks->count; i++) {
        const struct law_check *check = &checks->at[i];
        if (!law_check_concerns(check, facts->kind, facts->law_basis, facts->readiness, facts->sector))
            continue;
        struct lawful_answer told = lawful_answer_of(law, check, facts);
        struct panel_line line = line_of(r, check, facts, &told);
        struct lawful_answer before = lawful_answer_of(law, check, stored);
        if (before.why == LAWFUL_MISSING && !is_asked(&lines, before.missing))
            line.asks = before.missing;
        lines.at[lines.count++] = line;
    }
    return lines;
}

const char *panel_check_label(enum language language, const char *code)
{
    const struct law_checks *checks = law_checks_kept();

    for (size_t i = 0; i < checks->count; i++)
        if (text_is(checks->at[i].name, code))
            return words_in(checks->at[i].text, (int)language);
    return glossary_label_or_code((int)language, "placement_check", code);
}
