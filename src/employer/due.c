/* SPDX-License-Identifier: MIT
 * due.c: what is due about a company, in words. */
#include "base/text.h"
#include "employer/pages.h"
#include "library/library.h"

enum { DUES_SHOWN = 20 };

const char *company_due_words(struct request *r, const struct ruleset *rules, const char *scheme_id, const char *rule_id,
                              instant anchor)
{
    const struct scheme *scheme = library_find(library_all(), scheme_id);
    day on = anchor == INSTANT_NONE ? r->today : day_of_instant(anchor);

    for (size_t i = 0; scheme != NULL && i < rules->rule_count; i++) {
        const struct rule_line *line = &rules->rules[i];
        struct valid valid;
        const struct rule *rule = text_is(line->id.text, rule_id) && text_is(line->scheme.text, scheme_id)
                                      ? rule_on(line, on, &valid) : NULL;
        if (rule != NULL)
            return library_rule_text(r->arena, (int)r->language, scheme, rule);
    }
    return rule_id;
}

struct company_due_lines company_dues(struct request *r, struct company_id company)
{
    struct company_due_list rows = company_obligations(r->db, company, DUES_SHOWN);
    const struct ruleset *rules = ruleset_current(r->db);
    struct company_due_line *lines = arena_array(r->arena, rows.count, sizeof *lines);

    for (size_t i = 0; i < rows.count; i++)
        lines[i] = (struct company_due_line){
            .what = company_due_words(r, rules, rows.at[i].scheme, rows.at[i].rule, rows.at[i].anchor_at),
            .left = say_left(r->arena, r->language, rows.at[i].due_at, rows.at[i].is_hour_rule, r->now),
            .due_at = rows.at[i].due_at,
        };
    return (struct company_due_lines){ lines, rows.count };
}
