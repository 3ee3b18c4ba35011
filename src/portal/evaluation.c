/* SPDX-License-Identifier: MIT
 * evaluation.c: an employer's evaluation of one placement, 1 to 5 and words, sent once. What is asked about is what
 * was agreed to look at; where nothing was, the glossary's list evaluation_item. */
#include "base/text.h"
#include "portal/pages.h"
#include "portal_evaluation_page.h"

enum { WORDS_MAX = 4000, NAME_MAX = 200, SCORE_MAX = 5 };

static const struct choice scores[] = { { "1", "1" }, { "2", "2" }, { "3", "3" }, { "4", "4" }, { "5", "5" } };
static const char *const score_codes[SCORE_MAX + 1] = { "1", "2", "3", "4", "5", NULL };

static void add_field(struct request *r, struct evaluation_view *view, const char *words, bool is_agreed)
{
    if (view->fields.count == EVALUATION_ITEMS_MAX)
        return;
    view->fields.at[view->fields.count] = (struct evaluation_field){
        .name = arena_format(r->arena, "punkt%zu", view->fields.count + 1),
        .label = is_agreed ? words : glossary_label_or_code((int)r->language, "evaluation_item", words),
        .words = words, .is_agreed = is_agreed,
    };
    view->fields.count++;
}

static void add_fields(struct request *r, struct evaluation_view *view)
{
    struct portal_item_list agreed = portal_items(r->db, view->link.id);
    size_t count = 0;

    view->fields.at = arena_array(r->arena, EVALUATION_ITEMS_MAX, sizeof *view->fields.at);
    for (size_t i = 0; i < agreed.count; i++)
        add_field(r, view, agreed.at[i].words, true);
    const struct glossary_row *ours = glossary_list("evaluation_item", &count);
    for (size_t i = 0; agreed.count == 0 && i < count; i++)
        add_field(r, view, ours[i].code, false);
}

static bool view_load(struct request *r, const struct link_row *link, struct evaluation_view *view)
{
    *view = (struct evaluation_view){
        .link = *link, .form = form_new(r), .scores = { scores, SCORE_MAX },
        .stage = link->subject == EVALUATION_FINAL + 1 ? EVALUATION_FINAL : EVALUATION_MIDWAY,
    };
    struct portal_person_list people = portal_people(r->db, r->today, r->now, link->id);
    if (link->placement.n == 0 || people.count != 1 || !portal_company(r->db, link->company, &view->company))
        return false;
    view->person = people.at[0];
    view->sent_at = portal_evaluated(r->db, link->id);
    add_fields(r, view);
    return true;
}

static struct reply show(struct request *r, const struct evaluation_view *view)
{
    struct page page = page_new(r);

    evaluation_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct evaluation_told told_read(struct request *r, struct evaluation_view *view)
{
    struct evaluation_item *items = arena_array(r->arena, view->fields.count, sizeof *items);
    struct evaluation_told told = { .stage = view->stage, .items = items };

    view->form = form_read(r);
    for (size_t i = 0; i < view->fields.count; i++) {
        int score = form_choice(&view->form, view->fields.at[i].name, FORM_OPTIONAL, score_codes);
        if (score >= 0)
            items[told.item_count++] = (struct evaluation_item){ view->fields.at[i].words, score + 1 };
    }
    told.sender = form_text(&view->form, "navn", FORM_REQUIRED, NAME_MAX);
    told.words = form_text(&view->form, "ord", FORM_OPTIONAL, WORDS_MAX);
    if (view->form.error_count == 0 && told.item_count == 0 && text_is_blank(told.words))
        form_error(&view->form, "ord", say(r->language, "Svar på et punkt, eller skriv et par ord."));
    return told;
}

struct reply evaluation_answer(struct request *r, const struct link_row *link)
{
    struct evaluation_view view;

    if (!view_load(r, link, &view))
        return reply_not_found(r);
    if (r->method == GET || view.sent_at != INSTANT_NONE)
        return show(r, &view);
    struct evaluation_told told = told_read(r, &view);
    if (view.form.error_count > 0)
        return show(r, &view);
    placement_tell_evaluation(r->db, (struct told_by){ view.person.placement, view.person.citizen, link->id }, &told);
    link_note_use(r, link);
    return reply_same_page(r, "sendt=vurdering");
}
