/* SPDX-License-Identifier: MIT
 * why_conflict.c: two schemes that disagree about a citizen, both in their own words, and the answer. */
#include "base/text.h"
#include "engine/conflict.h"
#include "engine/journal.h"
#include "law/citation.h"
#include "library/library.h"
#include "overview/pages.h"
#include "overview/why.h"
#include "overview_why_page.h"

enum { REASON_MAX = 300 };

/* The conflict whose row this is, as it stands now; false when it is none any more. */
static bool find(struct request *r, const struct today_row *row, struct citizen_conflict *found)
{
    struct citizen_conflicts all = conflicts_of_citizen(r->db, row->citizen);

    for (size_t i = 0; i < all.count; i++) {
        if (!text_is(obligation_key_text(r->arena, all.at[i].row.key), row->name))
            continue;
        *found = all.at[i];
        return true;
    }
    return false;
}

static struct conflict_part part_of(struct request *r, const struct conflict *conflict, int which)
{
    const struct conflict_side *side = &conflict->sides[which];
    const struct scheme *scheme = library_find(library_all(), side->scheme->id.text);
    const struct citations *citations = citations_kept();
    struct conflict_part part = { .scheme = side->scheme->id.text, .title = side->scheme->title, .says = "" };
    struct citation citation;

    if (scheme != NULL)
        part.title = words_in(scheme->title, (int)r->language);
    if (conflict->axis != NULL && !code_is_none(side->value))
        part.says = words_in(policy_value_find(conflict->axis, side->value)->text, (int)r->language);
    if (side->rule != NULL && scheme != NULL)
        part.says = arena_format(r->arena, "%s, %s", library_rule_text(r->arena, (int)r->language, scheme, side->rule),
                                 demand_words(r->arena, r->language, side->rule));
    if (side->rule != NULL && side->rule->source != NULL && citations != NULL) {
        citation_find(citations, r->arena, side->rule->source, &citation);
        part.quotation = citation.quotation;
    }
    return part;
}

static const char *title_of(const struct request *r, const char *id)
{
    const struct scheme *scheme = id == NULL ? NULL : library_find(library_all(), id);

    if (scheme == NULL)
        return id == NULL ? "" : id;
    return words_in(scheme->title, (int)r->language);
}

static const char *answered_words(struct request *r, const struct conflict_answer *answer)
{
    const char *title = title_of(r, answer->choice.text);

    if (answer->decision == NULL)
        return NULL;
    if (answer->until == DAY_NONE)
        return say_with(r->arena, r->language, SAY("{1} gælder"), title, NULL);
    return say_with(r->arena, r->language, SAY("{1} gælder til og med {2}"), title,
                    say_day_year(r->arena, r->language, answer->until), NULL);
}

/* What the citizen wants stands beside what the schemes say, for those who may read it. */
static void add_goal(struct request *r, struct conflict_view *view)
{
    permission_set readers = PERMISSION_BIT(MAY_CASE_READ) | PERMISSION_BIT(MAY_CASE_WORK);
    struct citizen_id citizen = view->line->row->citizen;
    struct own_words_row words;

    if ((r->actor.permissions & readers) == 0)
        return;
    view->goal_title = say_with(r->arena, r->language, SAY("{1} eget mål"), say_whose(r->arena, r->language, view->line->who), NULL);
    view->own_words = own_words_newest(r->db, citizen, &words) ? words.words : NULL;
    view->goals = goal_of_citizen(r->db, citizen);
}

static struct conflict_view view_of_conflict(struct request *r, const struct due_line *line, const struct citizen_conflict *found)
{
    struct conflict_part *parts = arena_array(r->arena, 2, sizeof *parts);
    struct choice *choices = arena_array(r->arena, 2, sizeof *choices);
    struct conflict_view view = {
        .line = line, .parts = { parts, 2 }, .choices = { choices, 2 },
        .advice = found->conflict.axis == NULL ? NULL : words_in(found->conflict.axis->advice, (int)r->language),
        .reasons = obligation_reasons(r->db, line->row->name),
        .path = arena_format(r->arena, "/frist/%lld/afgoer", (long long)line->row->id.n),
        .withdraw_path = arena_format(r->arena, "/frist/%lld/fortryd", (long long)line->row->id.n),
    };

    for (int i = 0; i < 2; i++) {
        parts[i] = part_of(r, &found->conflict, i);
        choices[i] = (struct choice){ parts[i].scheme, parts[i].title };
    }
    add_goal(r, &view);
    bool may_write = request_may(r, MAY_CASE_WRITE);
    view.answered = answered_words(r, &found->answer);
    view.may_answer = view.answered == NULL && may_write;
    view.may_withdraw = view.answered != NULL && may_write;
    if (found->answer.decision != NULL) {
        struct today_row_list *rows = arena_alloc(r->arena, sizeof *rows);
        *rows = obligation_decided(r->db, line->row->citizen, found->answer.decision->lid);
        view.resting = due_lines_of(r, rows, rows->count, &(size_t){ 0 });
    }
    return view;
}

const char *conflict_decided_words(struct request *r, struct citizen_id citizen, int64_t decision, const char **row_name)
{
    struct citizen_conflicts all = conflicts_of_citizen(r->db, citizen);

    for (size_t i = 0; i < all.count; i++) {
        if (all.at[i].answer.decision == NULL || all.at[i].answer.decision->lid != decision)
            continue;
        *row_name = obligation_key_text(r->arena, all.at[i].row.key);
        return answered_words(r, &all.at[i].answer);
    }
    return NULL;
}

struct decided_parts conflict_decided_parts(struct request *r, struct citizen_id citizen)
{
    struct obligation_decision_row_list decisions = obligation_decisions(r->db, citizen);
    struct decided_parts parts = { arena_array(r->arena, decisions.count, sizeof *parts.at), 0 };

    for (size_t i = 0; i < decisions.count; i++) {
        const char *conflict = NULL, *words = conflict_decided_words(r, citizen, decisions.at[i].settled_by, &conflict);
        if (words == NULL)
            continue;
        struct decided_part *part = &parts.at[parts.count++];
        struct obligation_reason_row_list reasons = obligation_reasons(r->db, conflict);
        struct today_row_list *rows = arena_alloc(r->arena, sizeof *rows);
        *rows = obligation_decided(r->db, citizen, decisions.at[i].settled_by);
        *part = (struct decided_part){ .words = words, .rows = due_lines_of(r, rows, rows->count, &(size_t){ 0 }) };
        if (reasons.count > 0)
            part->reason = reasons.at[0];
    }
    return parts;
}

struct reply conflict_show(struct request *r, const struct today_row *row, struct form *form)
{
    struct due_line line = due_line_of(r, row);
    struct citizen_conflict found;
    struct page page = page_new(r);

    if (!find(r, row, &found)) {
        struct why_view gone = { .line = &line, .title = say(r->language, "Spørgsmålet er faldet bort") };
        why_page(&page, &gone);
        return reply_page(&page.text);
    }
    struct conflict_view view = view_of_conflict(r, &line, &found);
    view.form = form == NULL ? form_new(r) : *form;
    conflict_page(&page, &view);
    return form == NULL ? reply_page(&page.text) : reply_form_again(&page.text);
}

struct reply conflict_post(struct request *r)
{
    struct form form = form_read(r);
    const char *reason = form_text(&form, "grund", FORM_REQUIRED, REASON_MAX);
    const char *choice = form_text(&form, "valg", FORM_REQUIRED, REASON_MAX);
    day until = form_day(&form, "til", FORM_OPTIONAL);
    struct citizen_conflict found;
    struct today_row row;

    if (!obligation_open(r->db, (struct obligation_id){ request_id(r, "frist") }, &row) ||
        !text_is(row.scheme, conflict_scheme) || !find(r, &row, &found))
        return reply_not_found(r);
    bool is_side = text_is(choice, found.conflict.sides[0].scheme->id.text) ||
                   text_is(choice, found.conflict.sides[1].scheme->id.text);
    if (!is_side && form_error_of(&form, "valg") == NULL)
        form_error(&form, "valg", say(r->language, "Vælg en af de to."));
    if (until != DAY_NONE && until < r->today)
        form_error(&form, "til", say(r->language, "Dagen er gået."));
    if (form.error_count > 0 || found.answer.decision != NULL)
        return conflict_show(r, &row, &form);

    obligation_reason_insert(r->db, row.citizen, row.name, reason, (struct staff_id){ r->actor.id }, r->now);
    conflict_decide(r->db, row.citizen, &found.conflict, code_of(choice), until);
    request_tell(r, say(r->language, "Der er taget stilling."), NULL);
    return reply_see_other(r, "/frist/%lld", (long long)row.id.n);
}

struct reply conflict_withdraw_post(struct request *r)
{
    struct form form = form_read(r);
    const char *reason = form_text(&form, "grund", FORM_REQUIRED, REASON_MAX);
    struct citizen_conflict found;
    struct today_row row;

    if (!obligation_open(r->db, (struct obligation_id){ request_id(r, "frist") }, &row) ||
        !text_is(row.scheme, conflict_scheme) || !find(r, &row, &found))
        return reply_not_found(r);
    if (form.error_count > 0)
        return conflict_show(r, &row, &form);

    if (found.answer.decision != NULL) {
        obligation_reason_insert(r->db, row.citizen, row.name, reason, (struct staff_id){ r->actor.id }, r->now);
        journal_void(r->db, found.answer.decision->lid);
    }
    request_tell(r, say(r->language, "Afgørelsen er trukket tilbage. Spørgsmålet er åbent igen."), NULL);
    return reply_see_other(r, "/frist/%lld", (long long)row.id.n);
}
