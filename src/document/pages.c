/* SPDX-License-Identifier: MIT
 * pages.c: a citizen's documents: which there are, making one, the paper itself, handing over, signing. The
 * municipality's own texts are edited in sections.c. */
#include "document/pages.h"

#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/consideration.h"
#include "document/private.h"
#include "document_document_page.h"
#include "engine/journal.h"
#include "library/library.h"
#include "law/glossary.h"
#include "plan/plan.h"

static const struct route routes[] = {
    { GET, "/borger/{citizen}/dokumenter", MAY_LOGGED_IN, documents_get },
    { POST, "/borger/{citizen}/dokumenter", MAY_DOCUMENT_WRITE, documents_post },
    { GET, "/borger/{citizen}/dokumenter/{dokument}", MAY_LOGGED_IN, document_get },
    { POST, "/borger/{citizen}/dokumenter/{dokument}/udlever", MAY_DOCUMENT_WRITE, document_hand_over_post },
    { POST, "/borger/{citizen}/dokumenter/{dokument}/underskriv", MAY_DOCUMENT_WRITE, document_sign_post },
    { GET, "/skabeloner", MAY_DOCUMENT_WRITE, templates_get },
    { GET, "/skabeloner/{ordning}/{skabelon}", MAY_DOCUMENT_WRITE, sections_get },
    { POST, "/skabeloner/{ordning}/{skabelon}", MAY_DOCUMENT_WRITE, sections_post },
    { 0 },
};

static void plan_changed(struct db *db, struct citizen_id citizen)
{
    document_outdate_by(db, citizen, EVENT_PLAN_CHANGED);
}

static void considerations_changed(struct db *db, struct citizen_id citizen)
{
    document_outdate_considerations(db, citizen);
}

static void start(void)
{
    citizen_on_considerations(considerations_changed);
    plan_on_change(plan_changed);
}

const struct feature document_feature = { .name = "document", .routes = routes, .start = start };

struct language_choices document_languages(struct request *r)
{
    size_t count;
    const struct glossary_row *rows = glossary_list("language", &count);
    struct language_choice *choices = arena_array(r->arena, count + 1, sizeof *choices);

    for (size_t i = 0; i < count; i++)
        choices[i] = (struct language_choice){ rows[i].code, glossary_label((int)r->language, "language", rows[i].code) };
    return (struct language_choices){ choices, count };
}

/* --- the list, and making one --- */

/* The templates of the schemes a citizen is enrolled in. A certificate is made at the graduation. */
static struct template_choices templates_of(struct request *r, struct citizen_id citizen)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(r->db, citizen);
    LIST_OF(struct template_choice) choices = { 0 };

    for (size_t e = 0; e < enrolments.count; e++) {
        const struct scheme *scheme = library_scheme(r->db, enrolments.at[e].scheme);
        for (size_t d = 0; scheme != NULL && d < scheme->documents.count; d++) {
            const struct scheme_document *template = &scheme->documents.at[d];
            if (template->kind == DOCUMENT_CERTIFICATE || text_is(enrolments.at[e].state, "ended"))
                continue;
            *LIST_ADD(r->arena, &choices) = (struct template_choice){
                .scheme = scheme->id.text,
                .scheme_title = words_in(scheme->title, (int)r->language),
                .code = template->id.text,
                .title = words_in(template->text, (int)r->language),
                .template = template,
            };
        }
    }
    return (struct template_choices){ choices.at, choices.count };
}

static struct reply documents_show(struct request *r, struct documents_view *view)
{
    struct page page = page_new(r);

    view->name = citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    view->documents = document_of_citizen(r->db, view->citizen.id);
    view->templates = templates_of(r, view->citizen.id);
    view->languages = document_languages(r);
    documents_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static bool citizen_of_path(struct request *r, struct citizen_row *citizen)
{
    return citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, citizen);
}

struct reply documents_get(struct request *r)
{
    struct documents_view view = { .form = form_new(r) };

    if (!citizen_of_path(r, &view.citizen))
        return reply_not_found(r);
    form_set(&view.form, "sprog", text_is_blank(view.citizen.language) ? "da" : view.citizen.language);
    form_set(&view.form, "by", view.citizen.town);
    return documents_show(r, &view);
}

struct reply documents_post(struct request *r)
{
    struct documents_view view = { .form = form_read(r) };
    struct document_order order = {
        .scheme = form_text(&view.form, "ordning", FORM_REQUIRED, 60),
        .code = form_text(&view.form, "skabelon", FORM_REQUIRED, 60),
        .language = form_text(&view.form, "sprog", FORM_REQUIRED, 10),
        .variant = form_text(&view.form, "by", FORM_OPTIONAL, 60),
    };

    if (!citizen_of_path(r, &view.citizen))
        return reply_not_found(r);
    order.citizen = view.citizen.id;
    if (view.form.error_count > 0)
        return documents_show(r, &view);
    struct document_id document = document_make(r->db, &order);
    if (document.n == 0)
        return reply_not_found(r);
    return reply_see_other(r, "/borger/%lld/dokumenter/%lld", (long long)order.citizen.n, (long long)document.n);
}

/* --- one document --- */

struct printed_sections document_printed(struct arena *arena, const char *content)
{
    struct document_sections sections = document_sections_of(arena, content);
    struct printed_section *printed = arena_array(arena, sections.count + 1, sizeof *printed);

    for (size_t i = 0; i < sections.count; i++)
        printed[i] = (struct printed_section){
            sections.at[i].title,
            text_is_blank(sections.at[i].words) ? (struct text_pieces){ 0 }
                                                : text_split(arena, sections.at[i].words, '\n'),
        };
    return (struct printed_sections){ printed, sections.count };
}

/* The template's parties, each with the signature that is there. */
static struct document_parties parties_of(struct request *r, const struct document_row *document)
{
    const struct scheme_document *template = document_template(r->db, document->scheme, document->code);
    struct document_signature_row_list signatures = document_signatures(r->db, document->id, document->citizen);
    size_t count = template == NULL ? 0 : template->signed_by.count;
    struct document_party *parties = arena_array(r->arena, count + 1, sizeof *parties);

    for (size_t i = 0; i < count; i++) {
        parties[i] = (struct document_party){ .code = template->signed_by.at[i].text, .signed_at = INSTANT_NONE };
        for (size_t s = 0; s < signatures.count; s++)
            if (text_is(signatures.at[s].party, parties[i].code)) {
                parties[i].name = signatures.at[s].name;
                parties[i].signed_at = signatures.at[s].signed_at;
            }
    }
    return (struct document_parties){ parties, count };
}

static bool document_of_path(struct request *r, struct document_row *document)
{
    return document_open(r->db, (struct document_id){ request_id(r, "dokument") }, document) &&
           document->citizen.n == request_id(r, "citizen");
}

static struct reply document_show(struct request *r, struct document_view *view)
{
    struct page page = page_new(r);
    struct citizen_row citizen;

    if (!citizen_of_path(r, &citizen))
        return reply_not_found(r);
    view->name = citizen_name(r->arena, citizen.first_name, citizen.last_name);
    view->sections = document_printed(r->arena, view->document.content);
    view->parties = parties_of(r, &view->document);
    document_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply document_get(struct request *r)
{
    struct document_view view = { .form = form_new(r) };

    if (!document_of_path(r, &view.document))
        return reply_not_found(r);
    return document_show(r, &view);
}

struct reply document_hand_over_post(struct request *r)
{
    struct document_row document;

    if (!document_of_path(r, &document))
        return reply_not_found(r);
    document_hand_over(r->db, document.id);
    request_tell(r, say(r->language, "Udleveringen er noteret."), NULL);
    return reply_see_other(r, "/borger/%lld/dokumenter/%lld", (long long)document.citizen.n, (long long)document.id.n);
}

/* What stands in the way of a signature, in words. */
static const char *sign_problem(struct request *r, enum sign_why why)
{
    static const char *const words[SIGN_WHY_COUNT] = {
        [SIGN_NOT_A_PARTY] = SAY("Den part skal ikke skrive under."),
        [SIGN_ALREADY] = SAY("Den part har skrevet under allerede."),
        [SIGN_OUTDATED] = SAY("Dokumentet er forældet. Lav et nyt."),
    };

    return say(r->language, words[why]);
}

struct reply document_sign_post(struct request *r)
{
    struct document_view view = { .form = form_read(r) };
    const char *party = form_text(&view.form, "part", FORM_REQUIRED, 60);
    const char *name = form_text(&view.form, "navn", FORM_REQUIRED, 120);

    if (!document_of_path(r, &view.document))
        return reply_not_found(r);
    enum sign_why why = view.form.error_count > 0 ? SIGN_FINE : document_sign(r->db, view.document.id, party, name);
    if (why != SIGN_FINE)
        form_error(&view.form, "navn", sign_problem(r, why));
    if (view.form.error_count > 0)
        return document_show(r, &view);
    request_tell(r, say(r->language, "Underskriften er gemt."), NULL);
    return reply_see_other(r, "/borger/%lld/dokumenter/%lld", (long long)view.document.citizen.n,
                           (long long)view.document.id.n);
}
