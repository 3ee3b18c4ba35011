/* SPDX-License-Identifier: MIT
 * weights.c: the criteria for everybody to see, and the municipality's own weights, each version kept. */
#include "base/list.h"
#include "base/text.h"
#include "proposal/pages.h"
#include "proposal_weights_page.h"

enum { WORDS_MAX = 300, SETS_SHOWN = 20 };

static const char *field_of(struct request *r, const struct criterion *c)
{
    return arena_format(r->arena, "vaegt_%s", c->id);
}

static void add_kinds(struct request *r, struct criteria_view *view)
{
    for (const struct market_kind *kind = market_kinds; kind->code != NULL; kind++) {
        if (kind == market_kind_work)
            continue;
        const struct criteria *own = market_criteria(r->db, kind);
        struct kind_lines *lines = LIST_ADD(r->arena, &view->kinds);
        *lines = (struct kind_lines){ .code = kind->code };
        lines->lines.at = arena_array(r->arena, own->list.count, sizeof *lines->lines.at);
        for (size_t i = 0; i < own->list.count; i++)
            lines->lines.at[lines->lines.count++] = (struct weight_line){
                &own->list.at[i], words_in(own->list.at[i].text, (int)r->language),
                say_number(r->arena, r->language, own->list.at[i].weight) };
    }
}

static struct reply show(struct request *r, struct form form)
{
    struct criteria_view view = { .criteria = market_criteria(r->db, market_kind_work), .form = form, .may_write = request_may(r, MAY_SCHEME_WRITE),
                                  .sets = weight_sets(r->db, SETS_SHOWN) };
    struct page page = page_new(r);

    view.lines.at = arena_array(r->arena, view.criteria->list.count, sizeof *view.lines.at);
    view.lines.count = view.criteria->list.count;
    for (size_t i = 0; i < view.lines.count; i++) {
        const struct criterion *c = &view.criteria->list.at[i];
        view.lines.at[i] = (struct weight_line){ c, words_in(c->text, (int)r->language), field_of(r, c) };
        if (r->method == GET && c->weight > 0)
            form_set(&view.form, view.lines.at[i].field, say_number(r->arena, r->language, c->weight));
    }
    add_kinds(r, &view);
    criteria_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply criteria_get(struct request *r)
{
    return show(r, form_new(r));
}

struct reply criteria_post(struct request *r)
{
    struct form form = form_read(r);
    const struct criteria *criteria = criteria_kept();
    const char *words = form_text(&form, "fordi", FORM_REQUIRED, WORDS_MAX);
    int64_t weights[MEASURE_COUNT] = { 0 }, total = 0;

    for (size_t i = 0; i < criteria->list.count; i++) {
        const struct criterion *c = &criteria->list.at[i];
        if (c->weight == 0) /* Rules out, and gives no points. */
            continue;
        int64_t weight = form_hundredths(&form, field_of(r, c), FORM_REQUIRED);
        if (weight < 0 && weight != INT64_MIN)
            form_error(&form, field_of(r, c), say(r->language, "Point er 0 eller mere."));
        weights[c->measure] = weight < 0 ? 0 : weight;
        total += weights[c->measure];
    }
    if (form.error_count == 0 && total != WEIGHTS_FULL)
        form_error(&form, "fordi", say_with(r->arena, r->language, "Pointene giver {1}. De skal give 100.",
                                            say_number(r->arena, r->language, total), NULL));
    if (form.error_count > 0)
        return show(r, form);
    struct weight_set_id set = weight_set_insert(r->db, r->now, (struct staff_id){ r->actor.id }, words);
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (criteria->by[m]->weight > 0)
            criterion_weight_insert(r->db, set, measure_codes[m], weights[m]);
    request_tell(r, say(r->language, "Vægtene er gemt og gælder fra næste forslag."), NULL);
    return reply_see_other(r, "/forslag/kriterier");
}
