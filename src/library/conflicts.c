/* SPDX-License-Identifier: MIT
 * conflicts.c: where schemes that are on disagree, for the top of the library's page. A person answers for
 * each citizen, on the page of that row; nothing is chosen here. */
#include "base/list.h"
#include "engine/conflict.h"
#include "library/pages.h"

enum { CITIZENS_MAX = 50 };

static struct library_side side_of(struct request *r, const struct conflict *conflict, int which)
{
    const struct conflict_side *side = &conflict->sides[which];
    const struct scheme *scheme = library_find(library_all(), side->scheme->id.text);
    struct library_side shown = { .title = side->scheme->title, .says = "" };

    if (scheme != NULL)
        shown.title = words_in(scheme->title, (int)r->language);
    if (conflict->axis != NULL && !code_is_none(side->value))
        shown.says = words_in(policy_value_find(conflict->axis, side->value)->text, (int)r->language);
    if (side->rule == NULL || scheme == NULL)
        return shown;
    shown.says = library_rule_text(r->arena, (int)r->language, scheme, side->rule);
    if (side->rule->source != NULL)
        shown.quotation = library_citation(r->arena, side->rule->source).quotation;
    return shown;
}

static struct library_conflict shown_of(struct request *r, const struct conflict *conflict,
                                        const struct scheme_conflict_row_list *rows)
{
    LIST_OF(struct library_conflict_row) citizens = { 0 };
    struct library_conflict shown = {
        .about = conflict->axis != NULL ? words_in(conflict->axis->text, (int)r->language) : NULL,
        .advice = conflict->axis != NULL ? words_in(conflict->axis->advice, (int)r->language) : NULL,
        .sides = { side_of(r, conflict, 0), side_of(r, conflict, 1) },
    };

    for (size_t i = 0; i < rows->count; i++)
        if (text_is(rows->at[i].rule, conflict->id.text))
            *LIST_ADD(r->arena, &citizens) = (struct library_conflict_row){
                arena_format(r->arena, "%s %s", rows->at[i].first_name, rows->at[i].last_name),
                arena_format(r->arena, "/frist/%lld", (long long)rows->at[i].id.n),
                say_left(r->arena, r->language, rows->at[i].due_at, false, r->now),
            };
    shown.rows.at = citizens.at;
    shown.rows.count = citizens.count;
    return shown;
}

struct library_conflicts library_conflicts_load(struct request *r)
{
    const struct ruleset *rules = ruleset_current(r->db);
    struct code *on = arena_array(r->arena, rules->scheme_count, sizeof *on);
    struct scheme_conflict_row_list rows = { 0 };
    size_t count = 0;

    for (size_t i = 0; i < rules->scheme_count; i++)
        if (!rules->schemes[i].is_for_all) /* Law is never a party. */
            on[count++] = rules->schemes[i].id;
    struct conflicts conflicts = conflicts_between(r->arena, rules, policies_kept(), on, count, r->today);
    if (conflicts.count > 0 && (r->actor.permissions & PERMISSION_BIT(MAY_CASE_READ)))
        rows = scheme_conflict_rows(r->db, conflict_scheme, r->actor.permissions & PERMISSION_BIT(MAY_CASE_ALL) ? 1 : 0,
                                    (struct staff_id){ r->actor.id }, CITIZENS_MAX);
    struct library_conflict *shown = arena_array(r->arena, conflicts.count, sizeof *shown);
    for (size_t i = 0; i < conflicts.count; i++)
        shown[i] = shown_of(r, &conflicts.at[i], &rows);
    return (struct library_conflicts){ shown, conflicts.count };
}
