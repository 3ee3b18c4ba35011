/* SPDX-License-Identifier: MIT
 * enrol.c: the page of a citizen's schemes: enrolling in one that is on, and ending with an outcome. */
#include "casefile/pages.h"

#include "base/text.h"
#include "casefile_case_page.h"
#include "law/glossary.h"
#include "library/library.h"
#include "task/task.h"

enum { REASON_MAX = 300 };

static struct choices scheme_choices(struct request *r)
{
    struct schemes on = library_schemes_on(r->db);
    struct choice *choices = arena_array(r->arena, on.count, sizeof *choices);

    for (size_t i = 0; i < on.count; i++)
        choices[i] = (struct choice){ on.at[i]->id.text, words_in(on.at[i]->title, (int)r->language) };
    return (struct choices){ choices, on.count };
}

static struct choices outcome_choices(struct request *r)
{
    size_t count;
    const struct glossary_row *rows = glossary_list("outcome", &count);
    struct choice *choices = arena_array(r->arena, count, sizeof *choices);

    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){ rows[i].code, glossary_label((int)r->language, "outcome", rows[i].code) };
    return (struct choices){ choices, count };
}

static struct reply show(struct request *r, struct enrol_view *view)
{
    struct enrolment_row_list rows = enrolment_of_citizen(r->db, view->of.citizen.id);
    struct enrol_row_view *all = arena_array(r->arena, rows.count, sizeof *all);
    struct page page = page_new(r);

    for (size_t i = 0; i < rows.count; i++) {
        const struct scheme *scheme = library_find(library_all(), rows.at[i].scheme);
        const struct scheme_list *concern = concern_list_of(scheme);
        all[i] = (struct enrol_row_view){
            &rows.at[i], scheme == NULL ? rows.at[i].scheme : words_in(scheme->title, (int)r->language),
            text_is(rows.at[i].state, "ended"), scheme != NULL && scheme->tracks.count > 0,
            concern == NULL ? NULL : words_in(concern->text, (int)r->language) };
    }
    view->all.at = all;
    view->all.count = rows.count;
    view->schemes = scheme_choices(r);
    view->outcomes = outcome_choices(r);
    enrol_page(&page, view);
    return view->of.form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply enrol_get(struct request *r)
{
    struct enrol_view view = { 0 };

    return case_open(r, "ordninger", &view.of) ? show(r, &view) : reply_not_found(r);
}

struct reply enrol_post(struct request *r)
{
    struct enrol_view view = { 0 };

    if (!case_open(r, "ordninger", &view.of))
        return reply_not_found(r);
    const char *id = form_text(&view.of.form, "ordning", FORM_REQUIRED, 100);
    const struct scheme *scheme = library_is_on(r->db, id) ? library_scheme(r->db, id) : NULL;
    if (view.of.form.error_count == 0 && scheme == NULL)
        form_error(&view.of.form, "ordning", say(r->language, "Vælg en ordning, der er tændt."));
    if (view.of.form.error_count > 0)
        return show(r, &view);
    if (casefile_enrol(r->db, view.of.citizen.id, id, scheme->version, r->now).n == 0)
        request_tell(r, say(r->language, "Borgeren er allerede indskrevet."), NULL);
    else
        request_tell(r, say_with(r->arena, r->language, SAY("Indskrevet i {1}."),
                                 words_in(scheme->title, (int)r->language), NULL), NULL);
    task_make_for_scheme(r->db, view.of.citizen.id, scheme);
    return case_back(r, &view.of);
}

struct reply enrol_end_post(struct request *r)
{
    struct enrol_view view = { 0 };
    struct enrolment_row row;

    if (!case_open(r, "ordninger", &view.of) ||
        !enrolment_load(r->db, (struct enrolment_id){ request_id(r, "indskrivning") }, &row) ||
        row.citizen.n != view.of.citizen.id.n)
        return reply_not_found(r);
    const char *outcome = form_text(&view.of.form, "udfald", FORM_REQUIRED, 60);
    const char *reason = form_text(&view.of.form, "grund", FORM_OPTIONAL, REASON_MAX);
    if (view.of.form.error_count == 0 && glossary_find("outcome", outcome) == NULL)
        form_error(&view.of.form, "udfald", say(r->language, "Vælg, hvordan det gik."));
    if (view.of.form.error_count > 0)
        return show(r, &view);
    if (!casefile_end_enrolment(r->db, &row, reason, outcome))
        return reply_conflict(r, say(r->language, "Indskrivningen er allerede ændret."));
    request_tell(r, say(r->language, "Ordningen er afsluttet for borgeren."), NULL);
    return case_back(r, &view.of);
}
