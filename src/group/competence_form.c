/* SPDX-License-Identifier: MIT
 * competence_form.c: the competence profile, typed once, and the CV made of it. */
#include "base/list.h"
#include "base/text.h"
#include "group/private.h"
#include "group_competence_page.h"
#include "law/glossary.h"

enum { AREA_ROWS = 4, AREA_LENGTH_MAX = 4000, YEARS_LENGTH_MAX = 30 };

static bool citizen_of_path(struct request *r, struct citizen_row *citizen)
{
    return citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, citizen);
}

static struct choices branch_choices(struct request *r)
{
    size_t count;
    const struct glossary_row *rows = glossary_list(KIND_BRANCH, &count);
    struct choice *choices = arena_array(r->arena, count + 1, sizeof *choices);

    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){ rows[i].code, glossary_label((int)r->language, rows[i].list, rows[i].code) };
    return (struct choices){ choices, count };
}

static struct competence_fields profile_fields(struct request *r)
{
    struct competence_field *fields = arena_array(r->arena, competence_kind_count, sizeof *fields);

    for (size_t i = 0; i < competence_kind_count; i++)
        fields[i] = (struct competence_field){
            .kind = &competence_kinds[i],
            .field = { .name = competence_kinds[i].code, .label = competence_kinds[i].label,
                       .hint = competence_kinds[i].hint, .rows = AREA_ROWS },
        };
    return (struct competence_fields){ fields, competence_kind_count };
}

static struct reply competence_show(struct request *r, struct profile_view *view)
{
    struct page page = page_new(r);

    view->name = citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    view->fields = profile_fields(r);
    view->branches = branch_choices(r);
    competence_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply competence_get(struct request *r)
{
    struct profile_view view = { .form = form_new(r) };

    if (!citizen_of_path(r, &view.citizen))
        return reply_not_found(r);

    struct competence_row_list rows = competence_of_citizen(r->db, view.citizen.id);
    for (size_t i = 0; i < competence_kind_count; i++)
        form_set(&view.form, competence_kinds[i].code,
                 competence_words(r->arena, &rows, competence_kinds[i].code, r->language));
    for (size_t i = 0; i < rows.count; i++)
        if (text_is(rows.at[i].kind, KIND_BRANCH))
            form_add(&view.form, KIND_BRANCH, rows.at[i].words);
    form_set_int(&view.form, "stempel", competence_stamp(r->db, view.citizen.id));
    return competence_show(r, &view);
}

struct line_list {
    LIST_OF(struct competence_line) lines;
};

/* The years that a line begins with, when it begins with a digit: "2011–2015: Elektriker" or "2011–2015
 * Elektriker". They stand apart so that a CV can set them in a column. */
static size_t years_length(const char *line)
{
    size_t length = 0;

    if (*line < '0' || *line > '9')
        return 0;
    while (line[length] != 0 && line[length] != ' ' && line[length] != ':')
        length++;
    return line[length] == 0 || length > YEARS_LENGTH_MAX ? 0 : length;
}

static void add_line(struct arena *arena, struct line_list *list, const char *kind, const char *typed)
{
    const char *line = text_trim(arena, typed);
    size_t years = years_length(line);
    const char *words = line + years;

    if (*line == 0)
        return;
    while (years > 0 && (*words == ' ' || *words == ':'))
        words++;
    *LIST_ADD(arena, &list->lines) = (struct competence_line){
        .kind = kind,
        .words = text_trim(arena, words),
        .years = arena_copy(arena, line, years),
    };
}

static struct competence_lines typed_lines(struct request *r, struct form *form)
{
    struct line_list list = { 0 };
    struct text_pieces branches = form_all(form, KIND_BRANCH);

    for (size_t i = 0; i < competence_kind_count; i++) {
        const char *typed = form_text(form, competence_kinds[i].code, FORM_OPTIONAL, AREA_LENGTH_MAX);
        struct text_pieces lines = text_split(r->arena, typed, '\n');
        for (size_t l = 0; l < lines.count; l++)
            add_line(r->arena, &list, competence_kinds[i].code, lines.at[l]);
    }
    for (size_t i = 0; i < branches.count; i++)
        if (glossary_find(KIND_BRANCH, branches.at[i]) != NULL)
            *LIST_ADD(r->arena, &list.lines) = (struct competence_line){ .kind = KIND_BRANCH,
                                                                               .words = branches.at[i], .years = "" };
    return (struct competence_lines){ list.lines.at, list.lines.count };
}

struct reply competence_post(struct request *r)
{
    struct profile_view view = { .form = form_read(r) };
    int64_t stamp = form_int(&view.form, "stempel", FORM_REQUIRED, 0, INT64_MAX);
    struct competence_lines lines = typed_lines(r, &view.form);

    if (!citizen_of_path(r, &view.citizen))
        return reply_not_found(r);
    if (view.form.error_count > 0)
        return competence_show(r, &view);
    if (!competence_save(r->db, view.citizen.id, lines, stamp)) {
        view.is_changed_meanwhile = true;
        form_set_int(&view.form, "stempel", competence_stamp(r->db, view.citizen.id));
        view.form.error_count++;
        return competence_show(r, &view);
    }
    request_tell(r, say(r->language, "Kompetencerne er gemt. CV'et er lavet af dem."), NULL);
    return reply_see_other(r, "/borger/%lld/cv", (long long)view.citizen.id.n);
}

/* --- the CV --- */

struct reply cv_get(struct request *r)
{
    struct cv_view view = { .form = form_new(r), .may_make = may_write_groups(r) };
    struct page page = page_new(r);

    if (!citizen_of_path(r, &view.citizen))
        return reply_not_found(r);

    struct document_sections sections = competence_sections(r->db, view.citizen.id, r->language);
    struct cv_section *shown = arena_array(r->arena, sections.count + 1, sizeof *shown);
    for (size_t i = 0; i < sections.count; i++)
        shown[i] = (struct cv_section){ sections.at[i].title, text_split(r->arena, sections.at[i].words, '\n') };
    view.sections = (struct cv_sections){ shown, sections.count };
    view.name = citizen_name(r->arena, view.citizen.first_name, view.citizen.last_name);
    cv_page(&page, &view);
    return reply_page(&page.text);
}

/* Keeps the CV of today as a document, to be handed out. The scheme is that of the newest group. */
struct reply cv_post(struct request *r)
{
    struct citizen_row citizen;

    if (!citizen_of_path(r, &citizen))
        return reply_not_found(r);

    struct group_of_citizen_row_list groups = group_of_citizen(r->db, citizen.id);
    struct document_id document = document_make(r->db, &(struct document_order){
        .citizen = citizen.id,
        .scheme = groups.count > 0 ? groups.at[0].scheme : "",
        .code = "cv",
        .language = language_codes[r->language],
        .title = "CV",
        .extra = competence_sections(r->db, citizen.id, r->language),
    });
    request_tell(r, say(r->language, "CV'et er gemt som dokument."), NULL);
    return reply_see_other(r, "/borger/%lld/dokumenter/%lld", (long long)citizen.id.n, (long long)document.n);
}
