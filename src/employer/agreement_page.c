/* SPDX-License-Identifier: MIT
 * agreement_page.c: a company's agreements on one page: made, changed, ended, and sparring with a centre. */
#include "base/text.h"
#include "employer/pages.h"
#include "employer_agreement_page.h"

enum { WORDS_MAX = 4000, PLACES_MAX = 1000, SPARRINGS_SHOWN = 20 };

static struct company_id company_of(const struct request *r)
{
    return (struct company_id){ request_id(r, "company") };
}

static bool view_load(struct request *r, struct agreement_view *view)
{
    if (!company_load(r->db, company_of(r), &view->company))
        return false;
    view->agreements = agreements_of_company(r->db, view->company.id);
    view->areas = agreement_areas(r->db, view->company.id);
    view->sparrings = sparrings_of_company(r->db, view->company.id, SPARRINGS_SHOWN);
    view->dues = company_dues(r, view->company.id);
    view->kinds = glossary_some(r, "agreement_kind", agreement_kind_codes);
    view->waiting = employer_waiting(r, view->company.id);
    view->fulls = glossary_some(r, "when_full", when_full_codes);
    view->consultants = employer_consultants(r);
    view->may_write = request_may(r, MAY_COMPANY_WRITE);
    return true;
}

static void form_begin(struct request *r, struct agreement_view *view)
{
    view->form = form_new(r);
    form_set(&view->form, "slags", agreement_kind_codes[AGREEMENT_CENTRE]);
    form_set_day(&view->form, "fra", r->today);
    form_set(&view->form, "fuldt", when_full_codes[FULL_REJECT]);
}

static void form_fill(struct request *r, struct agreement_view *view, const struct agreement_row *a)
{
    struct form *form = &view->form;

    form_set(form, "slags", a->kind);
    form_set(form, "indhold", a->contents);
    form_set_day(form, "fra", a->from_day);
    if (a->to_day != DAY_NONE)
        form_set_day(form, "til", a->to_day);
    if (a->renew_day != DAY_NONE)
        form_set_day(form, "igen", a->renew_day);
    form_set_int(form, "pladser", a->place_count);
    if (a->consultant.n != 0)
        form_set_int(form, "konsulent", a->consultant.n);
    form_set(form, "mentor", a->is_mentor_paid ? "1" : "");
    form_set(form, "fuldt", a->when_full);
    form_set(form, "omraader", agreement_words(r->arena, &view->areas, a->id, "area", "\n"));
    form_set(form, "maalgrupper", agreement_words(r->arena, &view->areas, a->id, "target", "\n"));
    form_set_int(form, "version", a->version);
}

static struct reply show(struct request *r, const struct agreement_view *view)
{
    struct page page = page_new(r);
    bool is_again = view->form.error_count + view->sparring_form.error_count > 0;

    agreement_page(&page, view);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

static void sparring_begin(struct request *r, struct agreement_view *view)
{
    view->sparring_form = form_new(r);
    form_set_day(&view->sparring_form, "dag", r->today);
}

struct reply agreement_list_get(struct request *r)
{
    struct agreement_view view = { 0 };

    if (!view_load(r, &view))
        return reply_not_found(r);
    form_begin(r, &view);
    sparring_begin(r, &view);
    return show(r, &view);
}

/* Reads what was typed; errors stand at the fields. */
static struct agreement_terms terms_read(struct form *form)
{
    struct request *r = form->request;
    struct agreement_terms terms = {
        .contents = form_text(form, "indhold", FORM_OPTIONAL, WORDS_MAX),
        .areas = form_text(form, "omraader", FORM_OPTIONAL, WORDS_MAX),
        .targets = form_text(form, "maalgrupper", FORM_OPTIONAL, WORDS_MAX),
        .from = form_day(form, "fra", FORM_REQUIRED),
        .to = form_day(form, "til", FORM_OPTIONAL),
        .renew = form_day(form, "igen", FORM_OPTIONAL),
        .place_count = form_int(form, "pladser", FORM_OPTIONAL, 0, PLACES_MAX),
        .consultant = { form_int(form, "konsulent", FORM_OPTIONAL, 1, INT64_MAX) },
        .is_mentor_paid = form_flag(form, "mentor"),
    };
    int kind = form_choice(form, "slags", FORM_REQUIRED, agreement_kind_codes);
    int full = form_choice(form, "fuldt", FORM_OPTIONAL, when_full_codes);

    terms.kind = kind < 0 ? AGREEMENT_CENTRE : (enum agreement_kind)kind;
    terms.when_full = full < 0 ? FULL_REJECT : (enum when_full)full;
    if (terms.place_count < 0)
        terms.place_count = 0;
    if (!employer_is_consultant(r, terms.consultant))
        terms.consultant.n = 0;
    if (terms.from != DAY_NONE && terms.to != DAY_NONE && terms.to < terms.from)
        form_error(form, "til", say(r->language, "Det er før den første dag."));
    if (kind == AGREEMENT_CENTRE && text_is_blank(terms.areas))
        form_error(form, "omraader", say(r->language, "Skriv mindst ét arbejdsområde."));
    if (kind == AGREEMENT_CENTRE && terms.place_count == 0)
        form_error(form, "pladser", say(r->language, "Skriv, hvor mange pladser centret har."));
    return terms;
}

struct reply agreement_new_post(struct request *r)
{
    struct agreement_view view = { 0 };

    if (!view_load(r, &view))
        return reply_not_found(r);
    view.form = form_read(r);
    sparring_begin(r, &view);
    struct agreement_terms terms = terms_read(&view.form);
    if (view.form.error_count > 0)
        return show(r, &view);
    employer_agree(r->db, view.company.id, &terms);
    request_tell(r, say(r->language, "Aftalen er gemt."), NULL);
    return reply_see_other(r, "/virksomheder/%lld/aftaler", (long long)view.company.id.n);
}

static bool one_load(struct request *r, struct agreement_row *agreement)
{
    return agreement_load(r->db, (struct agreement_id){ request_id(r, "agreement") }, company_of(r), agreement);
}

struct reply agreement_edit_get(struct request *r)
{
    struct agreement_view view = { 0 };
    struct agreement_row agreement;

    if (!one_load(r, &agreement) || !view_load(r, &view))
        return reply_not_found(r);
    view.edited = agreement.id;
    view.form = form_new(r);
    form_fill(r, &view, &agreement);
    sparring_begin(r, &view);
    return show(r, &view);
}

struct reply agreement_edit_post(struct request *r)
{
    struct agreement_view view = { 0 };
    struct agreement_row agreement;

    if (!one_load(r, &agreement) || !view_load(r, &view))
        return reply_not_found(r);
    view.edited = agreement.id;
    view.form = form_read(r);
    sparring_begin(r, &view);
    form_set(&view.form, "slags", agreement.kind);
    struct agreement_terms terms = terms_read(&view.form);
    int64_t version = form_int(&view.form, "version", FORM_REQUIRED, 1, INT64_MAX);
    if (view.form.error_count == 0 && version != agreement.version) {
        form_set_int(&view.form, "version", agreement.version);
        form_error(&view.form, "indhold", say(r->language, "En kollega har rettet imens. Se siden i et andet vindue, og gem igen."));
    }
    if (view.form.error_count > 0)
        return show(r, &view);
    if (!employer_change_agreement(r->db, &agreement, &terms))
        return reply_conflict(r, say(r->language, "Aftalen er rettet af en anden imens."));
    request_tell(r, say(r->language, "Aftalen er rettet."), NULL);
    return reply_see_other(r, "/virksomheder/%lld/aftaler", (long long)view.company.id.n);
}

struct reply agreement_end_post(struct request *r)
{
    struct agreement_row agreement;

    if (!one_load(r, &agreement) || !employer_end_agreement(r->db, &agreement))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Aftalen er afsluttet."),
                 arena_format(r->arena, "/virksomheder/%lld/aftaler/%lld/genoptag", (long long)agreement.company.n,
                              (long long)agreement.id.n));
    return reply_see_other(r, "/virksomheder/%lld/aftaler", (long long)agreement.company.n);
}

struct reply agreement_resume_post(struct request *r)
{
    struct agreement_row agreement;

    if (!one_load(r, &agreement) || !employer_resume_agreement(r->db, &agreement))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Aftalen gælder igen."), NULL);
    return reply_see_other(r, "/virksomheder/%lld/aftaler", (long long)agreement.company.n);
}

static void sparring_check(struct form *form, const struct agreement_row *centre, day held,
                           const struct sparring_words *words)
{
    struct request *r = form->request;

    if (held != DAY_NONE && held > r->today)
        form_error(form, "dag", say(r->language, "Det er ikke sket endnu."));
    if (held != DAY_NONE && held < centre->from_day)
        form_error(form, "dag", say(r->language, "Det er før aftalen begyndte."));
    if (text_is_blank(words->needs) && text_is_blank(words->wishes) && text_is_blank(words->ability))
        form_error(form, "behov", say(r->language, "Skriv behov, ønsker eller formåen."));
}

struct reply sparring_post(struct request *r)
{
    struct agreement_view view = { 0 };
    struct agreement_row centre;

    if (!one_load(r, &centre) || !agreement_is_centre(&centre) || !view_load(r, &view))
        return reply_not_found(r);
    form_begin(r, &view);
    view.sparring_form = form_read(r);
    view.sparred = centre.id;
    day held = form_day(&view.sparring_form, "dag", FORM_REQUIRED);
    struct sparring_words words = {
        .needs = form_text(&view.sparring_form, "behov", FORM_OPTIONAL, WORDS_MAX),
        .wishes = form_text(&view.sparring_form, "oensker", FORM_OPTIONAL, WORDS_MAX),
        .ability = form_text(&view.sparring_form, "formaaen", FORM_OPTIONAL, WORDS_MAX),
    };
    sparring_check(&view.sparring_form, &centre, held, &words);
    if (view.sparring_form.error_count > 0)
        return show(r, &view);
    struct sparring_id sparring = employer_spar(r->db, &centre, held, &words);
    request_tell(r, say(r->language, "Sparringen er gemt."),
                 arena_format(r->arena, "/virksomheder/%lld/sparring/%lld/fortryd", (long long)centre.company.n,
                              (long long)sparring.n));
    return reply_see_other(r, "/virksomheder/%lld/aftaler", (long long)centre.company.n);
}

struct reply sparring_undo_post(struct request *r)
{
    struct company_id company = company_of(r);

    if (!employer_unspar(r->db, company, (struct sparring_id){ request_id(r, "sparring") }))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return reply_see_other(r, "/virksomheder/%lld/aftaler", (long long)company.n);
}
