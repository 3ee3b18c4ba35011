/* SPDX-License-Identifier: MIT
 * create.c: a new citizen. First what was typed is searched for, so that nobody is made twice; the form
 * beside the answer keeps the words. Posts all the way, since a number may be typed. */
#include <string.h>

#include "citizen/cpr.h"
#include "citizen/facts.h"
#include "citizen_create_page.h"
#include "library/library.h"
#include "staff/staff.h"

enum { FOUND_MAX = 20, TYPED_MAX = 200 };

static struct reply show(struct request *r, struct create_view *v)
{
    struct page page = page_new(r);
    struct municipality_row municipality;

    v->choices = facts_choices(r, true);
    v->is_training = municipality_load(r->db, &municipality) && municipality.is_training;
    v->today = r->today;
    create_page(&page, v);
    return v->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply create_get(struct request *r)
{
    struct create_view v = { .form = form_new(r) };

    return show(r, &v);
}

/* "nour al-khatib": the last word begins the last name, all before it are first names. */
static void names_fill(struct request *r, struct form *form, const char *typed)
{
    const char *blank = strrchr(typed, ' ');

    if (blank == NULL) {
        form_set(form, "fornavn", typed);
        return;
    }
    form_set(form, "fornavn", text_trim(r->arena, arena_copy(r->arena, typed, (size_t)(blank - typed))));
    form_set(form, "efternavn", blank + 1);
}

static void home_unit_fill(struct request *r, struct form *form)
{
    struct staff_row me;

    if (staff_load(r->db, (struct staff_id){ r->actor.id }, &me))
        form_set_int(form, "enhed", me.unit.n);
}

/* S76: where a way of working that is on meets everybody as ready for work, the form says so from the start; it may be
 * changed before it is saved. */
static const char *readiness_first(struct request *r)
{
    struct schemes on = library_schemes_on(r->db);

    for (size_t i = 0; i < on.count; i++)
        for (size_t k = 0; k < on.at[i]->policies.count; k++)
            if (text_is(on.at[i]->policies.at[k].axis.text, "readiness_start") &&
                text_is(on.at[i]->policies.at[k].value.text, "jobparat"))
                return "jobparat";
    return "";
}

/* The first step: who is there already, and the form for one who is not. */
static struct reply searched(struct request *r, struct create_view *v)
{
    const char *typed = form_text(&v->form, "soeg", FORM_REQUIRED, TYPED_MAX);

    if (v->form.error_count > 0)
        return show(r, v);
    v->has_searched = true;
    v->found = citizen_search(r->db, typed, FOUND_MAX);
    if (cpr_check(r->arena, typed, true).why != CPR_FORM)
        form_set(&v->form, "cpr", typed);
    else
        names_fill(r, &v->form, typed);
    form_set(&v->form, "lov", "integrationsloven");
    form_set(&v->form, "parathed", readiness_first(r));
    home_unit_fill(r, &v->form);
    return show(r, v);
}

struct reply create_post(struct request *r)
{
    struct create_view v = { .form = form_read(r) };
    instant housed_at;

    if (text_is(form_value(&v.form, "trin"), "soeg"))
        return searched(r, &v);

    struct citizen_facts facts = facts_read(r, &v.form, (struct citizen_id){ 0 }, &housed_at);
    v.has_searched = true;
    if (v.form.error_count > 0)
        return show(r, &v);
    struct citizen_id citizen = citizen_create(r->db, &facts);
    if (housed_at != INSTANT_NONE)
        citizen_house(r->db, citizen, housed_at);
    request_tell(r, say_with(r->arena, r->language, "{1} er oprettet.",
                             citizen_name(r->arena, facts.first_name, facts.last_name), NULL), NULL);
    return reply_see_other(r, "/borger/%lld", (long long)citizen.n);
}
