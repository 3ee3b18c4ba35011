/* SPDX-License-Identifier: MIT
 * change.c: the terms of a placement that runs are changed: its end, purpose, contact and words. Hours are stairs of
 * their own (show.c); what the terms were is kept, and the newest change can be undone. */
#include <string.h>

#include "base/text.h"
#include "citizen/consideration.h"
#include "employer/employer.h"
#include "placement/functions.h"
#include "placement/pages.h"
#include "placement/scheme_part.h"
#include "placement_change_page.h"

enum { NAME_MAX = 200, WORDS_MAX = 2000 };

static struct choices contacts_of(struct request *r, struct company_id company)
{
    struct company_contact_row_list rows = company_contacts(r->db, company);
    struct choice *choices = arena_array(r->arena, rows.count, sizeof *choices);

    for (size_t i = 0; i < rows.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)rows.at[i].id.n), rows.at[i].name };
    return (struct choices){ choices, rows.count };
}

static bool is_one_of(struct choices choices, const char *code)
{
    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code))
            return true;
    return false;
}

static bool open_change(struct request *r, struct change_view *view)
{
    if (!placement_of_request(r, &view->placement, &view->citizen))
        return false;
    view->is_ended = text_is(view->placement.state, "ended");
    view->purposes = placement_purposes(r, view->citizen.id);
    view->functions = placement_functions(r, view->citizen.id);
    view->contacts = contacts_of(r, view->placement.company);
    return true;
}

static struct reply show(struct request *r, const struct change_view *view)
{
    struct page page = page_new(r);

    placement_change_page(&page, view);
    return view->form.error_count > 0 || view->is_overtaken ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* The fields of the form with what is stored in each. */
static struct overtaken_fields fields_of(struct request *r, const struct change_view *view)
{
    const struct placement_row *p = &view->placement;
    const struct overtaken_field fields[] = {
        { "til", SAY("Til"), p->to_day == DAY_NONE ? "" : day_iso(r->arena, p->to_day), { 0 } },
        { "formaal", SAY("Formål"), p->purpose, view->purposes },
        { "kontakt", SAY("Kontakt"), p->contact.n == 0 ? "" : arena_format(r->arena, "%lld", (long long)p->contact.n),
          view->contacts },
        { "mentor", SAY("Mentor"), p->mentor, { 0 } },
        { "opgaver", SAY("Opgaver"), p->functions, { 0 } },
        { "hensyn", SAY("Hensyn"), p->consideration, { 0 } },
        { "transport", SAY("Vej dertil"), p->transport, { 0 } },
        { "forv_borger", SAY("Borgeren forventer"), p->expect_citizen, { 0 } },
        { "forv_virksomhed", SAY("Virksomheden forventer"), p->expect_company, { 0 } },
        { "forv_kommune", SAY("Kommunen forventer"), p->expect_centre, { 0 } },
    };

    struct overtaken_field *kept = arena_array(r->arena, sizeof fields / sizeof *fields, sizeof *kept);

    memcpy(kept, fields, sizeof fields);
    return (struct overtaken_fields){ kept, sizeof fields / sizeof *fields };
}

struct reply placement_change_get(struct request *r)
{
    struct change_view view = { .form = form_new(r) };

    if (!open_change(r, &view) || view.is_ended)
        return reply_not_found(r);
    view.fields = fields_of(r, &view);
    form_set_int(&view.form, "version", view.placement.version);
    overtaken_fill(&view.form, view.fields);
    placement_functions_fill(&view.form, view.functions, view.placement.functions);
    return show(r, &view);
}

/* The terms as typed; what is wrong with them stands at the fields. */
static struct placement_set_terms_in terms_read(struct request *r, struct change_view *view)
{
    struct form *form = &view->form;
    const char *contact = form_value(form, "kontakt");
    struct placement_set_terms_in terms = {
        .id = view->placement.id,
        .citizen = view->citizen.id,
        .version = form_int(form, "version", FORM_REQUIRED, 1, INT64_MAX),
        .to_day = form_day(form, "til", FORM_OPTIONAL),
        .purpose = form_text(form, "formaal", FORM_REQUIRED, NAME_MAX),
        .mentor = form_text(form, "mentor", FORM_OPTIONAL, NAME_MAX),
        .functions = placement_functions_read(form, view->functions, WORDS_MAX),
        .consideration = form_text(form, "hensyn", FORM_OPTIONAL, WORDS_MAX),
        .transport = form_text(form, "transport", FORM_OPTIONAL, WORDS_MAX),
        .expect_citizen = form_text(form, "forv_borger", FORM_OPTIONAL, WORDS_MAX),
        .expect_company = form_text(form, "forv_virksomhed", FORM_OPTIONAL, WORDS_MAX),
        .expect_centre = form_text(form, "forv_kommune", FORM_OPTIONAL, WORDS_MAX),
    };

    citizen_refuse_diagnosis(form, "hensyn", terms.consideration);
    if (*terms.purpose != 0 && !is_one_of(view->purposes, terms.purpose) && !text_is(terms.purpose, view->placement.purpose))
        form_error(form, "formaal", say(r->language, "Vælg en af dem."));
    if (*contact != 0 && (!is_one_of(view->contacts, contact) || !text_to_int(contact, &terms.contact.n)))
        form_error(form, "kontakt", say(r->language, "Vælg en af dem."));
    if (terms.to_day != DAY_NONE && terms.to_day < view->placement.from_day)
        form_error(form, "til", say(r->language, "Det er før den første dag."));
    return terms;
}

struct reply placement_change_post(struct request *r)
{
    struct change_view view = { .form = form_read(r) };

    if (!open_change(r, &view))
        return reply_not_found(r);
    view.fields = fields_of(r, &view);
    struct placement_set_terms_in terms = terms_read(r, &view);
    if (view.form.error_count == 0 && (view.is_ended || !placement_change(r->db, &terms))) {
        view.is_overtaken = true;
        form_set(&view.form, "opgaver", terms.functions); /* Ticks and words together, as they are stored. */
        view.overtaken = overtaken_merge(&view.form, view.fields, placement_changed_by(r->db, &view.placement));
        form_set_int(&view.form, "version", view.placement.version);
    }
    if (view.form.error_count > 0 || view.is_overtaken)
        return show(r, &view);
    request_tell(r, say(r->language, "Aftalen er rettet."),
                 arena_format(r->arena, "/praktik/%lld/ret/fortryd", (long long)view.placement.id.n));
    return reply_see_other(r, "/praktik/%lld", (long long)view.placement.id.n);
}

struct reply placement_change_undo_post(struct request *r)
{
    struct change_view view = { .form = form_new(r) };

    if (!open_change(r, &view) || view.is_ended)
        return reply_not_found(r);
    if (!placement_undo_change(r->db, &view.placement))
        return reply_conflict(r, view.placement.company_name);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return reply_see_other(r, "/praktik/%lld", (long long)view.placement.id.n);
}
