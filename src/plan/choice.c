/* SPDX-License-Identifier: MIT
 * choice.c: what a citizen chooses in a form of a scheme she is in: the industries she wants to try (S92). How many must
 * be chosen is the scheme's rule, asked before it is saved (src/casefile/before.h). */
#include "plan/choice.h"

#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "engine/journal.h"
#include "library/library.h"
#include "plan/pages.h"
#include "plan_choice_page.h"

/* Only ticks among the items of a list: other forms have pages of their own. */
static bool is_choice(const struct scheme_form *form)
{
    for (size_t i = 0; i < form->questions.count; i++)
        if (form->questions.at[i].type != QUESTION_MANY || code_is_none(form->questions.at[i].list))
            return false;
    return form->questions.count > 0;
}

static struct choices items_of(struct request *r, const struct scheme *scheme, const struct scheme_question *question)
{
    const struct scheme_list *list = scheme_list(scheme, question->list.text);
    size_t count = list == NULL ? 0 : list->items.count;
    struct choice *choices = arena_array(r->arena, count, sizeof *choices);

    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){ list->items.at[i].id.text, words_in(list->items.at[i].text, (int)r->language) };
    return (struct choices){ choices, count };
}

static bool is_chosen(const struct form_choice_row_list *rows, const struct scheme *scheme, const struct scheme_form *form,
                      const char *question, const char *item)
{
    for (size_t i = 0; i < rows->count; i++)
        if (text_is(rows->at[i].scheme, scheme->id.text) && text_is(rows->at[i].form, form->id.text) &&
            text_is(rows->at[i].question, question) && text_is(rows->at[i].item, item))
            return true;
    return false;
}

/* "Detailhandel, Landbrug": what stands of a form, in the order of its lists; "" when nothing was chosen. */
static const char *chosen_words(struct request *r, const struct scheme *scheme, const struct scheme_form *form,
                                const struct form_choice_row_list *rows)
{
    struct text words = text_new(r->arena);

    for (size_t q = 0; q < form->questions.count; q++) {
        struct choices items = items_of(r, scheme, &form->questions.at[q]);
        for (size_t i = 0; i < items.count; i++)
            if (is_chosen(rows, scheme, form, form->questions.at[q].id.text, items.at[i].code))
                text_add_format(&words, "%s%s", words.length == 0 ? "" : ", ", items.at[i].label);
    }
    return text_done(&words);
}

struct chosen_list plan_chosen(struct request *r, struct citizen_id citizen)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(r->db, citizen);
    struct form_choice_row_list rows = form_choices(r->db, citizen);
    LIST_OF(struct chosen) list = { 0 };

    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = casefile_scheme_running(r->db, &enrolments.at[i]);
        for (size_t f = 0; scheme != NULL && f < scheme->forms.count; f++) {
            const struct scheme_form *form = &scheme->forms.at[f];
            if (is_choice(form))
                *LIST_ADD(r->arena, &list) = (struct chosen){
                    .title = words_in(form->text, (int)r->language) != NULL
                                 ? words_in(form->text, (int)r->language)
                                 : words_in(form->questions.at[0].text, (int)r->language),
                    .words = chosen_words(r, scheme, form, &rows),
                    .path = arena_format(r->arena, "/borger/%lld/valg/%s/%s", (long long)citizen.n, scheme->id.text,
                                         form->id.text),
                };
        }
    }
    return (struct chosen_list){ list.at, list.count };
}

/* The branches of the items she has ticked of one form. */
static void add_branches(struct text *branches, const struct scheme *scheme, const struct scheme_form *form,
                         const struct form_choice_row_list *rows)
{
    for (size_t q = 0; q < form->questions.count; q++) {
        const struct scheme_question *question = &form->questions.at[q];
        const struct scheme_list *list = scheme_list(scheme, question->list.text);
        for (size_t i = 0; list != NULL && i < list->items.count; i++) {
            const struct scheme_list_item *item = &list->items.at[i];
            if (!code_is_none(item->branch) && is_chosen(rows, scheme, form, question->id.text, item->id.text))
                text_add_format(branches, "%s%s,", branches->length == 0 ? "," : "", item->branch.text);
        }
    }
}

const char *plan_chosen_branches(struct request *r, struct citizen_id citizen)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(r->db, citizen);
    struct form_choice_row_list rows = form_choices(r->db, citizen);
    struct text branches = text_new(r->arena);

    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = casefile_scheme_running(r->db, &enrolments.at[i]);
        for (size_t f = 0; scheme != NULL && f < scheme->forms.count; f++)
            if (is_choice(&scheme->forms.at[f]))
                add_branches(&branches, scheme, &scheme->forms.at[f], &rows);
    }
    return text_done(&branches);
}

/* The form of the address, of a scheme she is in now. */
static bool open_choice(struct request *r, struct choice_view *view)
{
    const char *scheme = request_parameter(r, "ordning"), *form = request_parameter(r, "skema");

    view->of = (struct plan_of){ .form = r->method == POST ? form_read(r) : form_new(r) };
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "borger") }, &view->of.citizen))
        return false;
    struct enrolment_row_list enrolments = enrolment_of_citizen(r->db, view->of.citizen.id);
    for (size_t i = 0; i < enrolments.count && view->scheme == NULL; i++)
        if (text_is(enrolments.at[i].scheme, scheme))
            view->scheme = casefile_scheme_running(r->db, &enrolments.at[i]);
    for (size_t f = 0; view->scheme != NULL && f < view->scheme->forms.count; f++)
        if (text_is(view->scheme->forms.at[f].id.text, form) && is_choice(&view->scheme->forms.at[f]))
            view->asked = &view->scheme->forms.at[f];
    view->of.path = arena_format(r->arena, "/borger/%lld/valg/%s/%s", (long long)view->of.citizen.id.n, scheme, form);
    return view->asked != NULL;
}

static struct reply show(struct request *r, struct choice_view *view)
{
    struct page page = page_new(r);
    struct question_view *questions = arena_array(r->arena, view->asked->questions.count, sizeof *questions);

    for (size_t i = 0; i < view->asked->questions.count; i++) {
        const struct scheme_question *question = &view->asked->questions.at[i];
        questions[i] = (struct question_view){ question->id.text, words_in(question->text, (int)r->language),
                                               items_of(r, view->scheme, question) };
    }
    view->questions.at = questions;
    view->questions.count = view->asked->questions.count;
    view->title = words_in(view->asked->text, (int)r->language);
    if (view->title == NULL)
        view->title = questions[0].label;
    plan_choice_page(&page, view);
    return view->of.form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply choice_get(struct request *r)
{
    struct choice_view view = { 0 };

    if (!open_choice(r, &view))
        return reply_not_found(r);
    struct form_choice_row_list rows = form_choices(r->db, view.of.citizen.id);
    for (size_t i = 0; i < rows.count; i++)
        if (text_is(rows.at[i].scheme, view.scheme->id.text) && text_is(rows.at[i].form, view.asked->id.text))
            form_add(&view.of.form, rows.at[i].question, rows.at[i].item);
    return show(r, &view);
}

static bool is_item(struct choices items, const char *code)
{
    for (size_t i = 0; i < items.count; i++)
        if (text_is(items.at[i].code, code))
            return true;
    return false;
}

/* The ticked items of a question that the list has, in `items`, each once. */
static size_t ticked(struct request *r, struct choice_view *view, const struct scheme_question *question,
                     const char **items)
{
    struct text_pieces typed = form_all(&view->of.form, question->id.text);
    struct choices known = items_of(r, view->scheme, question);
    size_t count = 0;

    for (size_t i = 0; i < typed.count; i++)
        if (is_item(known, typed.at[i]))
            items[count++] = typed.at[i];
        else if (*typed.at[i] != 0)
            form_error(&view->of.form, question->id.text, say(r->language, "Vælg en af dem."));
    return count;
}

/* The event with how many were chosen of each question, and a row for each item. */
static int64_t save(struct request *r, struct choice_view *view)
{
    struct event_draft draft = {
        .stream = { STREAM_CITIZEN, view->of.citizen.id.n },
        .kind = EVENT_FORM_ANSWERED,
        .code = view->asked->id.text,
        .subject = { SUBJECT_CITIZEN, view->of.citizen.id.n },
        .at = r->now,
    };
    size_t questions = view->asked->questions.count;

    for (size_t i = 0; i < questions && i < JOURNAL_FIELDS_MAX; i++) {
        const struct scheme_question *question = &view->asked->questions.at[i];
        const char **items = arena_array(r->arena, form_all(&view->of.form, question->id.text).count, sizeof *items);
        draft.fields[i] = (struct draft_field){ question->id.text,
                                                arena_format(r->arena, "%zu", ticked(r, view, question, items)) };
    }
    int64_t event = journal_append(r->db, &draft);
    for (size_t i = 0; i < questions; i++) {
        const struct scheme_question *question = &view->asked->questions.at[i];
        const char **items = arena_array(r->arena, form_all(&view->of.form, question->id.text).count, sizeof *items);
        size_t count = ticked(r, view, question, items);
        for (size_t k = 0; k < count; k++)
            form_choice_insert(r->db, &(struct form_choice_insert_in){
                .citizen = view->of.citizen.id, .scheme = view->scheme->id.text, .form = view->asked->id.text,
                .question = question->id.text, .item = items[k], .event = event, .author = { r->actor.id },
                .chosen_at = r->now });
    }
    return event;
}

struct reply choice_post(struct request *r)
{
    struct choice_view view = { 0 };
    size_t count = 0;

    if (!open_choice(r, &view))
        return reply_not_found(r);
    for (size_t i = 0; i < view.asked->questions.count; i++) {
        const struct scheme_question *question = &view.asked->questions.at[i];
        const char **items = arena_array(r->arena, form_all(&view.of.form, question->id.text).count, sizeof *items);
        count += ticked(r, &view, question, items);
    }
    if (count == 0)
        form_error(&view.of.form, view.asked->questions.at[0].id.text, say(r->language, "Vælg mindst én."));
    if (view.of.form.error_count > 0)
        return show(r, &view);
    int64_t event = save(r, &view);
    request_tell(r, say(r->language, "Valget er gemt."),
                 arena_format(r->arena, "%s/fortryd/%lld", view.of.path, (long long)event));
    return reply_see_other(r, "/borger/%lld/plan", (long long)view.of.citizen.id.n);
}

struct reply choice_undo_post(struct request *r)
{
    struct choice_view view = { 0 };
    int64_t event = request_id(r, "svar");

    if (!open_choice(r, &view) || form_choice_drop(r->db, event, view.of.citizen.id) == 0)
        return reply_not_found(r);
    journal_void(r->db, event);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return reply_see_other(r, "/borger/%lld/plan", (long long)view.of.citizen.id.n);
}
