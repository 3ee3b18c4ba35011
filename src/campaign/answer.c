/* SPDX-License-Identifier: MIT
 * answer.c: a company answers the job barometer behind its link; a second answer replaces the first. */
#include "base/text.h"
#include "campaign/pages.h"
#include "campaign_answer_page.h"

enum { SENDER_MAX = 200 };

const char *answer_field(struct arena *arena, const char *branch)
{
    return arena_format(arena, "b_%s", branch);
}

static void fill(struct request *r, struct answer_view *view)
{
    struct survey_opening_row_list openings = survey_openings(r->db, view->asked.id);

    view->form = form_new(r);
    for (size_t i = 0; i < openings.count; i++)
        form_set_int(&view->form, answer_field(r->arena, openings.at[i].branch), openings.at[i].openings);
    form_set(&view->form, "vil", view->asked.willing);
    form_set(&view->form, "navn", view->asked.sender);
}

static struct reply show(struct request *r, const struct answer_view *view)
{
    struct page page = page_new(r);

    answer_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct survey_words words_read(struct request *r, struct answer_view *view)
{
    size_t count = view->branches.count;
    int64_t *openings = arena_array(r->arena, count, sizeof *openings);
    const char **branches = arena_array(r->arena, count, sizeof *branches);

    view->form = form_read(r);
    for (size_t i = 0; i < count; i++) {
        branches[i] = view->branches.at[i].code;
        const char *name = answer_field(r->arena, branches[i]);
        int64_t typed = form_int(&view->form, name, FORM_OPTIONAL, 0, OPENINGS_MAX);
        openings[i] = text_is_blank(form_value(&view->form, name)) ? 0 : typed;
    }
    int willing = form_choice(&view->form, "vil", FORM_REQUIRED, willing_codes);
    return (struct survey_words){ branches, openings, count, willing < 0 ? "" : willing_codes[willing],
                                  form_text(&view->form, "navn", FORM_OPTIONAL, SENDER_MAX) };
}

struct reply survey_answer(struct request *r, const struct link_row *link)
{
    struct answer_view view = { .branches = glossary_choices(r, "branch"),
                                .willing = glossary_some(r, "willing", willing_codes) };

    if (!survey_asked(r->db, (struct survey_company_id){ link->subject }, link->company, &view.asked))
        return reply_not_found(r);
    if (r->method == GET) {
        fill(r, &view);
        return show(r, &view);
    }
    struct survey_words words = words_read(r, &view);
    if (view.form.error_count > 0)
        return show(r, &view);
    survey_note(r->db, &view.asked, &words);
    link_note_use(r, link);
    view.is_sent = true;
    return show(r, &view);
}
