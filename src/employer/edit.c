/* SPDX-License-Identifier: MIT
 * edit.c: a new company, after a search, and changes of one that is there. */
#include "base/list.h"
#include "base/text.h"
#include "employer/pages.h"
#include "employer/rules.h"
#include "employer_edit_page.h"
#include "staff/staff.h"

enum { NAME_MAX = 200, WORDS_MAX = 2000, COUNT_MAX = 100000, ALIKE_MAX = 8 };

/* Those whose work is companies. */
static const char *const consultant_roles[] = { "company_consultant", "employment_consultant" };

struct choices employer_consultants(struct request *r)
{
    LIST_OF(struct choice) people = { 0 };

    for (size_t role = 0; role < sizeof consultant_roles / sizeof *consultant_roles; role++) {
        struct staff_row_list staff = staff_with_role(r->db, consultant_roles[role], (struct unit_id){ 0 });
        for (size_t i = 0; i < staff.count; i++)
            *LIST_ADD(r->arena, &people) = (struct choice){
                arena_format(r->arena, "%lld", (long long)staff.at[i].id.n), staff.at[i].name };
    }
    return (struct choices){ people.at, people.count };
}

bool employer_is_consultant(struct request *r, struct staff_id staff)
{
    struct choices people = employer_consultants(r);
    const char *code = arena_format(r->arena, "%lld", (long long)staff.n);

    for (size_t i = 0; i < people.count; i++)
        if (text_is(people.at[i].code, code))
            return true;
    return false;
}

/* Reads the two numbers: a wrong form is an error, a wrong check digit only a warning on the page. */
static const char *number_read(struct form *form, const char *name,
                               struct number_verdict (*check)(struct arena *, const char *), const char *message)
{
    struct number_verdict verdict = check(form->request->arena, form_value(form, name));

    if (verdict.why == NUMBER_FORM)
        form_error(form, name, say(form->request->language, message));
    return verdict.digits;
}

static struct company_facts facts_read(struct form *form)
{
    struct company_facts facts = {
        .cvr = number_read(form, "cvr", cvr_check, SAY("Et CVR-nummer har otte cifre.")),
        .p_number = number_read(form, "pnummer", p_number_check, SAY("Et P-nummer har ti cifre.")),
        .name = form_text(form, "navn", FORM_REQUIRED, NAME_MAX),
        .branch = form_text(form, "branche", FORM_OPTIONAL, NAME_MAX),
        .street = form_text(form, "vej", FORM_OPTIONAL, NAME_MAX),
        .postal_code = form_text(form, "postnummer", FORM_OPTIONAL, NAME_MAX),
        .town = form_text(form, "by", FORM_OPTIONAL, NAME_MAX),
        .employee_count = form_int(form, "ansatte", FORM_OPTIONAL, 0, COUNT_MAX),
        .employee_day = form_day(form, "ansatte_pr", FORM_OPTIONAL),
        .employee_source = form_text(form, "ansatte_kilde", FORM_OPTIONAL, NAME_MAX),
        .culture = form_text(form, "kultur", FORM_OPTIONAL, WORDS_MAX),
        .travel = form_text(form, "transport", FORM_OPTIONAL, WORDS_MAX),
        .hours = form_text(form, "moedetider", FORM_OPTIONAL, WORDS_MAX),
        .place_count = form_int(form, "pladser", FORM_OPTIONAL, 0, COUNT_MAX),
        .pause_until = form_day(form, "pause", FORM_OPTIONAL),
        .consultant = { form_int(form, "konsulent", FORM_OPTIONAL, 1, INT64_MAX) },
        .deputy = { form_int(form, "stedfortraeder", FORM_OPTIONAL, 1, INT64_MAX) },
    };
    int state = form_choice(form, "tilstand", FORM_OPTIONAL, company_state_codes);
    int sector = form_choice(form, "sektor", FORM_OPTIONAL, company_sector_codes);

    facts.sector = sector < 0 ? "" : company_sector_codes[sector];
    facts.state = state < 0 ? COMPANY_WILLING : (enum company_state)state;
    if (form_value(form, "ansatte")[0] == 0)
        facts.employee_count = EMPLOYEES_UNKNOWN;
    if (facts.place_count < 0)
        facts.place_count = 0;
    if (facts.consultant.n < 0)
        facts.consultant.n = 0;
    if (facts.deputy.n < 0)
        facts.deputy.n = 0;
    return facts;
}

/* A P number names one workplace: nobody else may have it. */
static void check_alone(struct form *form, const struct company_facts *facts, struct company_id own)
{
    struct company_id other = *facts->p_number == 0 ? (struct company_id){ 0 }
                                                    : company_by_p_number(form->request->db, facts->p_number);

    if (other.n != 0 && other.n != own.n)
        form_error(form, "pnummer", say(form->request->language, "En anden virksomhed har allerede dette P-nummer."));
}

static struct reply show(struct request *r, struct company_edit_view *view)
{
    struct page page = page_new(r);

    view->branches = glossary_choices(r, "branch");
    view->states = glossary_some(r, "company_state", company_state_codes);
    view->sectors = glossary_some(r, "company_sector", company_sector_codes);
    view->consultants = employer_consultants(r);
    company_edit(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* First a search, so that nobody is there twice; then the form with what was typed. */
struct reply company_new_get(struct request *r)
{
    struct company_edit_view view = {
        .form = form_read(r),
        .path = "/virksomheder/ny",
        .title = say(r->language, "Ny virksomhed"),
    };

    view.is_searched = form_value(&view.form, "navn")[0] != 0;
    view.alike = employer_search(r->db, form_value(&view.form, "navn"), ALIKE_MAX);
    form_set(&view.form, "tilstand", "willing");
    form_set_int(&view.form, "pladser", 1);
    form_set_int(&view.form, "konsulent", r->actor.id);
    return show(r, &view);
}

struct reply company_new_post(struct request *r)
{
    struct company_edit_view view = {
        .form = form_read(r),
        .path = "/virksomheder/ny",
        .title = say(r->language, "Ny virksomhed"),
        .is_searched = true,
    };
    struct company_facts facts = facts_read(&view.form);

    check_alone(&view.form, &facts, (struct company_id){ 0 });
    if (view.form.error_count > 0)
        return show(r, &view);
    struct company_id company = employer_create(r->db, &facts);
    request_tell(r, say(r->language, "Virksomheden er oprettet."), NULL);
    return reply_see_other(r, "/virksomheder/%lld", (long long)company.n);
}

static void fill(struct form *form, const struct company_row *company)
{
    form_set(form, "navn", company->name);
    form_set(form, "cvr", company->cvr);
    form_set(form, "pnummer", company->p_number);
    form_set(form, "branche", company->branch);
    form_set(form, "vej", company->street);
    form_set(form, "postnummer", company->postal_code);
    form_set(form, "by", company->town);
    if (company->employee_count >= 0)
        form_set_int(form, "ansatte", company->employee_count);
    if (company->employee_day != DAY_NONE)
        form_set_day(form, "ansatte_pr", company->employee_day);
    form_set(form, "ansatte_kilde", company->employee_source);
    form_set(form, "sektor", company->sector);
    form_set(form, "kultur", company->culture);
    form_set(form, "transport", company->travel);
    form_set(form, "moedetider", company->hours);
    form_set_int(form, "pladser", company->place_count);
    form_set(form, "tilstand", company->state);
    if (company->pause_until_day != DAY_NONE)
        form_set_day(form, "pause", company->pause_until_day);
    if (company->consultant.n != 0)
        form_set_int(form, "konsulent", company->consultant.n);
    if (company->deputy.n != 0)
        form_set_int(form, "stedfortraeder", company->deputy.n);
    form_set_int(form, "version", company->version);
}

static struct company_edit_view edit_view(struct request *r, const struct company_row *company, struct form form)
{
    return (struct company_edit_view){
        .form = form,
        .path = arena_format(r->arena, "/virksomheder/%lld/ret", (long long)company->id.n),
        .title = say_with(r->arena, r->language, "Ret {1}", company->name, NULL),
        .id = company->id.n,
        .is_searched = true,
    };
}

struct reply company_edit_get(struct request *r)
{
    struct company_row company;
    struct form form = form_new(r);

    if (!company_load(r->db, (struct company_id){ request_id(r, "company") }, &company))
        return reply_not_found(r);
    fill(&form, &company);
    struct company_edit_view view = edit_view(r, &company, form);
    return show(r, &view);
}

struct reply company_edit_post(struct request *r)
{
    struct company_row company;

    if (!company_load(r->db, (struct company_id){ request_id(r, "company") }, &company))
        return reply_not_found(r);
    struct company_edit_view view = edit_view(r, &company, form_read(r));
    struct company_facts facts = facts_read(&view.form);
    int64_t version = form_int(&view.form, "version", FORM_REQUIRED, 1, INT64_MAX);
    check_alone(&view.form, &facts, company.id);
    if (view.form.error_count == 0 && !employer_update(r->db, company.id, &facts, version)) {
        form_set_int(&view.form, "version", company.version);
        form_error(&view.form, "navn",
                   say(r->language, "En kollega har rettet imens. Se siden i et andet vindue, og gem igen."));
    }
    if (view.form.error_count > 0)
        return show(r, &view);
    request_tell(r, say(r->language, "Virksomheden er rettet."), NULL);
    return reply_see_other(r, "/virksomheder/%lld", (long long)company.id.n);
}
