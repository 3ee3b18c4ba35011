/* SPDX-License-Identifier: MIT
 * sections.c: the municipality's own text for each section of a template, by language and town. */
#include "base/list.h"
#include "base/text.h"
#include "document/private.h"
#include "document_sections_page.h"
#include "library/library.h"
#include "web/percent.h"

enum { WORDS_LENGTH_MAX = 20000 };

/* --- all templates --- */

struct reply templates_get(struct request *r)
{
    struct schemes schemes = library_schemes_on(r->db);
    struct page page = page_new(r);
    LIST_OF(struct template_choice) choices = { 0 };

    for (size_t s = 0; s < schemes.count; s++) {
        const struct scheme *scheme = schemes.at[s];
        for (size_t d = 0; d < scheme->documents.count; d++)
            *LIST_ADD(r->arena, &choices) = (struct template_choice){
                .scheme = scheme->id.text,
                .scheme_title = words_in(scheme->title, (int)r->language),
                .code = scheme->documents.at[d].id.text,
                .title = words_in(scheme->documents.at[d].text, (int)r->language),
                .template = &scheme->documents.at[d],
            };
    }
    templates_page(&page, &(struct template_choices){ choices.at, choices.count });
    return reply_page(&page.text);
}

/* --- one template --- */

static bool template_of_path(struct request *r, struct sections_view *view)
{
    view->scheme = library_scheme(r->db, request_parameter(r, "ordning"));
    view->template = view->scheme == NULL ? NULL : scheme_document(view->scheme, request_parameter(r, "skabelon"));
    if (view->template == NULL)
        return false;
    view->title = words_in(view->template->text, (int)r->language);
    view->languages = document_languages(r);
    return true;
}

static const struct document_section_row *own_row(const struct document_section_row_list *rows, int64_t number,
                                                  const char *language, const char *variant)
{
    for (size_t i = 0; i < rows->count; i++)
        if (rows->at[i].number == number && text_is(rows->at[i].language, language) &&
            text_is(rows->at[i].variant, variant))
            return &rows->at[i];
    return NULL;
}

/* Each section with the text written for this language and town, and the one that stands meanwhile. */
static struct section_fields fields_of(struct request *r, const struct sections_view *view)
{
    struct document_section_row_list rows = document_section_all(r->db, view->scheme->id.text, view->template->id.text);
    size_t count = view->template->sections.count;
    struct section_field *fields = arena_array(r->arena, count + 1, sizeof *fields);

    for (size_t i = 0; i < count; i++) {
        int64_t number = (int64_t)i + 1;
        const struct document_section_row *own = own_row(&rows, number, view->language, view->variant);
        const struct document_section_row *stands = document_section_for(&rows, number, view->language, view->variant);
        fields[i] = (struct section_field){
            .number = number,
            .version = own == NULL ? 0 : own->version,
            .title = words_in(view->template->sections.at[i], (int)r->language),
            .name = arena_format(r->arena, "afsnit%zu", i + 1),
            .words = own == NULL ? "" : own->words,
            .stands = stands == NULL || stands == own ? NULL : stands->words,
        };
    }
    return (struct section_fields){ fields, count };
}

static const char *version_field(struct request *r, int64_t number)
{
    return arena_format(r->arena, "version%lld", (long long)number);
}

static struct reply sections_show(struct request *r, const struct sections_view *view)
{
    struct page page = page_new(r);

    sections_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply sections_get(struct request *r)
{
    struct sections_view view = { .form = form_new(r), .language = request_query(r, "sprog"),
                                  .variant = text_trim(r->arena, request_query(r, "by")) };

    if (!template_of_path(r, &view))
        return reply_not_found(r);
    if (*view.language == 0)
        view.language = "da";
    view.sections = fields_of(r, &view);
    for (size_t i = 0; i < view.sections.count; i++) {
        form_set(&view.form, view.sections.at[i].name, view.sections.at[i].words);
        form_set_int(&view.form, version_field(r, view.sections.at[i].number), view.sections.at[i].version);
    }
    return sections_show(r, &view);
}

/* Writes the sections that differ from what is stored; false when somebody has changed one meanwhile. */
static bool write_sections(struct request *r, struct sections_view *view)
{
    bool is_fine = true;

    for (size_t i = 0; i < view->sections.count; i++) {
        const struct section_field *field = &view->sections.at[i];
        const char *words = form_text(&view->form, field->name, FORM_OPTIONAL, WORDS_LENGTH_MAX);
        int64_t version = form_int(&view->form, version_field(r, field->number), FORM_REQUIRED, 0, INT64_MAX);
        if (text_is(words, field->words))
            continue;
        is_fine &= version == field->version && document_section_put(r->db, &(struct document_section_put_in){
            .scheme = view->scheme->id.text,
            .code = view->template->id.text,
            .number = field->number,
            .language = view->language,
            .variant = view->variant,
            .words = words,
            .version = version,
        }) > 0;
    }
    return is_fine;
}

/* A town as a part of an address. */
static const char *url_part(struct arena *arena, const char *plain)
{
    struct text text = text_new(arena);

    percent_encode(&text, plain);
    return text_done(&text);
}

struct reply sections_post(struct request *r)
{
    struct sections_view view = { .form = form_read(r) };

    view.language = form_text(&view.form, "sprog", FORM_REQUIRED, 10);
    view.variant = text_trim(r->arena, form_text(&view.form, "by", FORM_OPTIONAL, 60));
    if (!template_of_path(r, &view))
        return reply_not_found(r);
    view.sections = fields_of(r, &view);
    if (!write_sections(r, &view)) {
        view.is_changed_meanwhile = true;
        for (size_t i = 0; i < view.sections.count; i++)
            form_set_int(&view.form, version_field(r, view.sections.at[i].number), view.sections.at[i].version);
        view.form.error_count++;
    }
    if (view.form.error_count > 0)
        return sections_show(r, &view);
    request_tell(r, say(r->language, "Teksten er gemt. Dokumenter, der laves fra nu af, bruger den."), NULL);
    return reply_see_other(r, "/skabeloner/%s/%s?sprog=%s&by=%s", view.scheme->id.text, view.template->id.text,
                           view.language, url_part(r->arena, view.variant));
}
