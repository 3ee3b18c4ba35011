/* SPDX-License-Identifier: MIT
 * text_pages.c: the texts of letters: all of them, one with its versions and what changed, saving, approving, how it
 * looks, and the bench that tries it on some cases. And the head of letters. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "law/glossary.h"
#include "letter/pages.h"
#include "letter_texts_page.h"

static bool may_look(const struct request *r)
{
    return request_may(r, MAY_DOCUMENT_WRITE) || request_may(r, MAY_LETTER_APPROVE);
}

/* Whoever sends a letter of a case may read what it says, and who approved it. */
static bool may_read(const struct request *r)
{
    return may_look(r) || request_may(r, MAY_SANCTION_WRITE) || request_may(r, MAY_SANCTION_DECIDE);
}

/* --- all --- */

static const struct letter_text_state_row *state_of(const struct letter_text_state_row_list *states, const char *code,
                                                    const char *language)
{
    for (size_t i = 0; i < states->count; i++)
        if (text_is(states->at[i].code, code) && text_is(states->at[i].language, language))
            return &states->at[i];
    return NULL;
}

static struct text_line line_of(struct request *r, const struct letter_template *template, const char *language,
                                const struct letter_words *words, const struct letter_text_state_row *state)
{
    bool is_machine = state != NULL ? state->is_machine : words->is_machine;

    return (struct text_line){
        .template = template,
        .title = words_in(template->text, (int)r->language),
        .language = language,
        .number = state == NULL ? 0 : state->number,
        .needs_approval = letter_needs_approval(template, language, is_machine),
        .is_machine = is_machine,
        .approved_by = state == NULL ? "" : state->approved_by,
        .approved_at = state == NULL ? INSTANT_NONE : state->approved_at,
    };
}

struct reply texts_get(struct request *r)
{
    struct letter_templates templates = letter_templates();
    LIST_OF(struct text_line) lines = { 0 };
    struct page page = page_new(r);

    if (!may_look(r))
        return reply_not_found(r);
    struct letter_text_state_row_list states = letter_text_states(r->db);
    for (size_t i = 0; i < templates.count; i++)
        for (size_t k = 0; k < templates.at[i]->texts.count; k++) {
            const struct letter_words *words = &templates.at[i]->texts.at[k];
            *LIST_ADD(r->arena, &lines) = line_of(r, templates.at[i], words->language, words,
                                                  state_of(&states, templates.at[i]->code, words->language));
        }
    for (size_t i = 0; i < states.count; i++) {
        const struct letter_template *template = letter_template(states.at[i].code);
        if (template != NULL && letter_words_in(template, states.at[i].language) == NULL)
            *LIST_ADD(r->arena, &lines) = line_of(r, template, states.at[i].language, NULL, &states.at[i]);
    }
    texts_page(&page, &(struct texts_view){ { lines.at, lines.count } });
    return reply_page(&page.text);
}

/* --- one --- */

static bool text_find(struct request *r, struct text_view *view, const char *code, const char *language)
{
    size_t count;
    const struct glossary_row *languages = glossary_list("language", &count);

    view->template = letter_template(code);
    for (size_t i = 0; i < count && view->language == NULL; i++)
        if (text_is(languages[i].code, language))
            view->language = languages[i].code;
    if (view->template == NULL || view->language == NULL || !may_read(r))
        return false;
    view->title = words_in(view->template->text, (int)r->language);
    view->direction = paper_tongue(view->language)->is_right_to_left ? "rtl" : NULL;
    view->program = letter_words_in(view->template, view->language);
    view->versions = letter_text_versions(r->db, view->template->code, view->language);
    view->may_write = request_may(r, MAY_DOCUMENT_WRITE);
    view->may_approve = request_may(r, MAY_LETTER_APPROVE);
    return true;
}

static bool text_of_path(struct request *r, struct text_view *view)
{
    return text_find(r, view, request_parameter(r, "kode"), request_parameter(r, "sprog"));
}

/* What stands now, approved or not: the newest. */
static struct letter_text newest_of(const struct text_view *view)
{
    const struct letter_text_row *row = view->versions.count > 0 ? &view->versions.at[0] : NULL;

    if (row != NULL)
        return (struct letter_text){ view->template, view->language, row->title, row->words, row->number, row->is_machine,
                                     row->approved_at != INSTANT_NONE };
    if (view->program == NULL)
        return (struct letter_text){ view->template, view->language, "", "", 0, false, false };
    return (struct letter_text){ view->template, view->language, view->program->title, view->program->words, 0,
                                 view->program->is_machine, false };
}

static struct difference newest_difference(struct request *r, const struct text_view *view)
{
    const struct letter_text_row_list *rows = &view->versions;

    if (rows->count > 1)
        return difference_of(r->arena, rows->at[1].words, rows->at[0].words);
    if (rows->count == 1 && view->program != NULL && rows->at[0].is_own)
        return difference_of(r->arena, view->program->words, rows->at[0].words);
    return (struct difference){ 0 };
}

static struct field_lines fields_of(struct request *r, const struct letter_template *template)
{
    struct field_line *lines = arena_array(r->arena, letter_field_count + template->asks.count, sizeof *lines);
    size_t count = 0;

    for (size_t i = 0; i < template->asks.count; i++)
        lines[count++] = (struct field_line){ template->asks.at[i].name, words_in(template->asks.at[i].text, (int)r->language) };
    for (size_t i = 0; i < letter_field_count; i++)
        lines[count++] = (struct field_line){ letter_fields[i].name, say(r->language, letter_fields[i].label) };
    return (struct field_lines){ lines, count };
}

static struct reply text_show(struct request *r, struct text_view *view)
{
    struct letter_text newest = newest_of(view);
    struct page page = page_new(r);

    view->difference = newest_difference(r, view);
    view->fields = fields_of(r, view->template);
    view->waits = *newest.words != 0 && !newest.is_approved &&
                  letter_needs_approval(view->template, view->language, newest.is_machine);
    text_page(&page, view);
    return view->form.error_count + view->approve_form.error_count > 0 ? reply_form_again(&page.text)
                                                                       : reply_page(&page.text);
}

static void fill(struct text_view *view)
{
    struct letter_text newest = newest_of(view);

    form_set(&view->form, "titel", newest.title);
    form_set(&view->form, "tekst", newest.words);
    form_set_int(&view->form, "nummer", newest.number);
    if (newest.is_machine)
        form_set(&view->form, "maskine", "1");
}

struct reply text_get(struct request *r)
{
    struct text_view view = { .form = form_new(r), .approve_form = form_new(r) };

    if (!text_of_path(r, &view))
        return reply_not_found(r);
    fill(&view);
    form_set_day(&view.form, "fra", r->today);
    return text_show(r, &view);
}

/* Where an unknown field stands, and what was perhaps meant. */
static void check_fields(struct request *r, struct text_view *view, const char *words)
{
    struct letter_mistake wrong = letter_check(r->arena, view->template, words);
    const char *line = arena_format(r->arena, "%d", wrong.line), *column = arena_format(r->arena, "%d", wrong.column);

    if (wrong.name == NULL)
        return;
    form_error(&view->form, "tekst",
               wrong.nearest != NULL
                   ? say_with(r->arena, r->language,
                              "Linje {1}, tegn {2}: feltet »{3}« findes ikke. Mente du »{4}«? Listen over felter står under teksten.",
                              line, column, wrong.name, wrong.nearest, NULL)
                   : say_with(r->arena, r->language,
                              "Linje {1}, tegn {2}: feltet »{3}« findes ikke. Listen over felter står under teksten.", line,
                              column, wrong.name, NULL));
}

struct reply text_post(struct request *r)
{
    struct text_view view = { .form = form_read(r), .approve_form = form_new(r) };
    const char *title = form_text(&view.form, "titel", FORM_REQUIRED, TITLE_MAX);
    const char *words = form_text(&view.form, "tekst", FORM_REQUIRED, WORDS_MAX);
    day from = form_day(&view.form, "fra", FORM_REQUIRED), to = form_day(&view.form, "til", FORM_OPTIONAL);
    int64_t number = form_int(&view.form, "nummer", FORM_REQUIRED, 0, INT64_MAX);

    if (!text_of_path(r, &view))
        return reply_not_found(r);
    check_fields(r, &view, words);
    if (to != DAY_NONE && from != DAY_NONE && to < from)
        form_error(&view.form, "til", say(r->language, "Den sidste dag ligger før den første."));
    if (number != newest_of(&view).number)
        form_error(&view.form, "tekst", say(r->language, "En anden har gemt en version imens. Din tekst står her endnu: "
                                                         "se forskellen nedenfor, og gem igen, hvis den skal gælde."));
    if (view.form.error_count > 0) {
        form_set_int(&view.form, "nummer", newest_of(&view).number);
        return text_show(r, &view);
    }
    letter_text_insert(r->db, &(struct letter_text_insert_in){
        .code = view.template->code, .language = view.language, .title = title, .words = words, .valid_from_day = from,
        .valid_to_day = to, .is_machine = form_flag(&view.form, "maskine"), .is_own = true,
        .written_by = { r->actor.id }, .written_at = r->now,
    });
    request_tell(r, say(r->language, "Teksten er gemt som en ny version."), NULL);
    return reply_see_other(r, "/brevskabeloner/%s/%s", view.template->code, view.language);
}

/* The program's own words become a version of the municipality's when somebody vouches for them. */
static struct letter_text_id version_to_approve(struct request *r, const struct text_view *view)
{
    if (view->versions.count > 0)
        return view->versions.at[0].id;
    return letter_text_insert(r->db, &(struct letter_text_insert_in){
        .code = view->template->code, .language = view->language, .title = view->program->title,
        .words = view->program->words, .valid_from_day = r->today, .valid_to_day = DAY_NONE,
        .is_machine = view->program->is_machine, .is_own = false, .written_by = { r->actor.id }, .written_at = r->now,
    });
}

struct reply text_approve_post(struct request *r)
{
    struct text_view view = { .form = form_new(r), .approve_form = form_read(r) };
    const char *name = form_text(&view.approve_form, "godkender", FORM_REQUIRED, TITLE_MAX);
    int64_t number = form_int(&view.approve_form, "nummer", FORM_REQUIRED, 0, INT64_MAX);

    if (!text_of_path(r, &view) || (view.versions.count == 0 && view.program == NULL))
        return reply_not_found(r);
    if (number != newest_of(&view).number)
        return reply_conflict(r, view.title);
    if (view.versions.count > 0 && view.versions.at[0].is_own && view.versions.at[0].written_by.n == r->actor.id)
        form_error(&view.approve_form, "godkender", say(r->language, "Du har selv skrevet teksten. En anden skal godkende den."));
    fill(&view);
    form_set_day(&view.form, "fra", r->today);
    if (view.approve_form.error_count > 0)
        return text_show(r, &view);
    letter_text_approve(r->db, name, (struct staff_id){ r->actor.id }, r->now, version_to_approve(r, &view));
    request_tell(r, say(r->language, "Teksten er godkendt."), NULL);
    return reply_see_other(r, "/brevskabeloner/%s/%s", view.template->code, view.language);
}

/* --- how it looks --- */

static struct letter_facts_row nobody(void)
{
    return (struct letter_facts_row){ .first_name = "", .last_name = "", .town = "", .phone = "", .email = "", .language = "",
                                      .born_day = DAY_NONE, .street = "", .postal_code = "", .unit_name = "", .unit_phone = "" };
}

/* The newest version, for a citizen or for nobody: then the fields stand in brackets. */
static struct letter_making try_newest(struct request *r, const struct text_view *view, struct letter_order *order)
{
    struct letter_text *newest = arena_alloc(r->arena, sizeof *newest);
    struct letter_facts_row facts = nobody();

    *newest = newest_of(view);
    newest->is_approved |= !letter_needs_approval(view->template, view->language, newest->is_machine);
    order->code = view->template->code;
    order->language = view->language;
    struct letter_making making = letter_making_of(r->db, order);
    making.tried = newest;
    letter_prepare(&making, order->citizen.n == 0 ? &facts : NULL);
    return making;
}

struct reply text_pdf_get(struct request *r)
{
    struct text_view view = { 0 };
    struct letter_order order = { 0 };
    struct citizen_row citizen;

    if (!text_of_path(r, &view))
        return reply_not_found(r);
    if (text_to_int(request_query(r, "borger"), &order.citizen.n) && !citizen_load(r->db, order.citizen, &citizen))
        return reply_not_found(r);
    struct letter_making making = try_newest(r, &view, &order);
    if (making.parts[0] == NULL)
        return reply_not_found(r);
    struct paper paper = letter_paper(&making);
    struct print print = press_print_one(r->arena, &paper);
    return letter_pdf_reply(r, &print, view.template->code);
}

/* --- the bench --- */

/* Some cases, between preparing and printing. */
struct bench {
    struct letter_order orders[SAMPLE_SIZE];
    struct letter_making makings[SAMPLE_SIZE];
    struct paper papers[SAMPLE_SIZE];
    struct print prints[SAMPLE_SIZE];
    struct bench_line lines[SAMPLE_SIZE];
    size_t count;
};

static void bench_prepare(struct request *r, const struct text_view *text, struct bench *bench)
{
    struct letter_sample_row_list sample = letter_sample(r->db, letter_sees_all(r), (struct staff_id){ r->actor.id }, SAMPLE_SIZE);

    for (size_t i = 0; i < sample.count; i++) {
        size_t at = bench->count;
        bench->orders[at] = (struct letter_order){ .citizen = sample.at[i].citizen };
        bench->makings[at] = try_newest(r, text, &bench->orders[at]);
        if (bench->makings[at].parts[0] == NULL)
            continue;
        bench->lines[at].citizen = sample.at[i].citizen;
        bench->lines[at].name = citizen_name(r->arena, sample.at[i].first_name, sample.at[i].last_name);
        bench->papers[at] = letter_paper(&bench->makings[at]);
        bench->count++;
    }
}

struct reply text_bench_get(struct request *r)
{
    struct text_view text = { 0 };
    struct bench *bench = arena_alloc(r->arena, sizeof *bench);
    struct page page = page_new(r);

    if (!may_look(r) || !text_find(r, &text, request_query(r, "kode"), request_query(r, "sprog")))
        return reply_not_found(r);
    bench_prepare(r, &text, bench);
    press_print(r->arena, bench->papers, bench->count, bench->prints);
    for (size_t i = 0; i < bench->count; i++) {
        letter_note_print(&bench->makings[i], &bench->prints[i]);
        bench->lines[i].problem = letter_why_say(r->arena, r->language, &bench->makings[i].made);
        bench->lines[i].missing = bench->makings[i].missing;
        bench->lines[i].pages = bench->prints[i].page_count;
    }
    bench_page(&page, &(struct bench_view){ text.template, text.title, text.language, { bench->lines, bench->count } });
    return reply_page(&page.text);
}

/* --- the head --- */

static struct reply head_show(struct request *r, struct head_view *view)
{
    struct municipality_row municipality = { .name = "" };
    struct page page = page_new(r);

    municipality_load(r->db, &municipality);
    view->municipality = municipality.name;
    head_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply head_get(struct request *r)
{
    struct head_view view = { .form = form_new(r) };

    if (!letter_head_load(r->db, &view.head))
        return reply_not_found(r);
    form_set(&view.form, "gade", view.head.street);
    form_set(&view.form, "postnummer", view.head.postal_code);
    form_set(&view.form, "telefon", view.head.phone);
    form_set(&view.form, "mail", view.head.email);
    form_set(&view.form, "hjemmeside", view.head.web);
    form_set(&view.form, "aabningstid", view.head.hours);
    form_set(&view.form, "cvr", view.head.cvr);
    form_set(&view.form, "klage", view.head.complaints);
    form_set_int(&view.form, "version", view.head.version);
    return head_show(r, &view);
}

struct reply head_post(struct request *r)
{
    struct head_view view = { .form = form_read(r) };
    struct letter_head_set_in head = {
        .street = form_text(&view.form, "gade", FORM_OPTIONAL, TITLE_MAX),
        .postal_code = form_text(&view.form, "postnummer", FORM_OPTIONAL, TITLE_MAX),
        .phone = form_text(&view.form, "telefon", FORM_OPTIONAL, 40),
        .email = form_text(&view.form, "mail", FORM_OPTIONAL, TITLE_MAX),
        .web = form_text(&view.form, "hjemmeside", FORM_OPTIONAL, TITLE_MAX),
        .hours = form_text(&view.form, "aabningstid", FORM_OPTIONAL, TITLE_MAX),
        .cvr = form_text(&view.form, "cvr", FORM_OPTIONAL, 8),
        .complaints = form_text(&view.form, "klage", FORM_OPTIONAL, 500),
        .version = form_int(&view.form, "version", FORM_REQUIRED, 1, INT64_MAX),
    };

    if (*head.cvr != 0 && (strlen(head.cvr) != 8 || strspn(head.cvr, "0123456789") != 8))
        form_error(&view.form, "cvr", say(r->language, "Et CVR-nummer er otte cifre."));
    if (view.form.error_count > 0)
        return head_show(r, &view);
    if (letter_head_set(r->db, &head) == 0)
        return reply_conflict(r, say(r->language, "Brevhovedet"));
    request_tell(r, say(r->language, "Brevhovedet er gemt."), NULL);
    return reply_see_other(r, "/brevhoved");
}
