/* SPDX-License-Identifier: MIT
 * master.c: a citizen's facts edited, the hour of being housed, and the number shown whole. Family and
 * skills, on the same page, are in around.c. */
#include "citizen/cpr.h"
#include "citizen/facts.h"
#include "citizen/master.h"
#include "citizen_master_page.h"

/* The form as the row stands. */
static struct form stored_form(struct request *r, const struct citizen_row *citizen)
{
    struct form form = form_new(r);
    struct citizen_address_row address;
    bool is_hidden = facts_address(r, citizen->id, &address);

    facts_fill(&form, citizen, is_hidden ? NULL : &address);
    return form;
}

bool master_load(struct request *r, struct master_view *v)
{
    struct citizen_address_row address;

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &v->citizen)
        || v->citizen.erased_at != INSTANT_NONE)
        return false;
    v->name = citizen_name(r->arena, v->citizen.first_name, v->citizen.last_name);
    v->cpr_masked = cpr_masked(r->arena, citizen_cpr_start(r->db, v->citizen.id));
    v->is_address_hidden = facts_address(r, v->citizen.id, &address);
    v->form = stored_form(r, &v->citizen);
    v->relative = v->skill = form_new(r);
    return true;
}

struct reply master_show(struct request *r, struct master_view *v)
{
    struct page page = page_new(r);
    bool is_again = v->is_overtaken || v->form.error_count + v->relative.error_count + v->skill.error_count > 0;

    v->choices = facts_choices(r, false);
    v->relatives = citizen_relatives(r->db, v->citizen.id);
    v->skills = citizen_skills(r->db, v->citizen.id);
    v->may_show_cpr = request_may(r, MAY_CPR_SHOW);
    v->today = r->today;
    master_page(&page, v);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply master_get(struct request *r)
{
    struct master_view v = { 0 };

    return master_load(r, &v) ? master_show(r, &v) : reply_not_found(r);
}

/* Somebody else saved first: both versions, and the form as it was typed, ready to be saved over. */
static struct reply overtaken(struct request *r, struct master_view *v)
{
    struct form theirs = stored_form(r, &v->citizen);

    v->is_overtaken = true;
    v->differences = facts_differences(r, &v->form, &theirs);
    form_set_int(&v->form, "version", v->citizen.version);
    return master_show(r, v);
}

/* Handed over to a unit where the actor has nothing to do: there is no page to go back to. */
static bool is_handed_over(struct request *r, struct unit_id unit, struct unit_id before)
{
    struct choices own = facts_choices(r, true).units;
    const char *code = arena_format(r->arena, "%lld", (long long)unit.n);

    for (size_t i = 0; i < own.count; i++)
        if (text_is(own.at[i].code, code))
            return false;
    return unit.n != before.n && !request_may(r, MAY_CASE_ALL);
}

struct reply master_post(struct request *r)
{
    struct master_view v = { 0 };
    instant housed_at;

    if (!master_load(r, &v))
        return reply_not_found(r);
    v.form = form_read(r);
    struct citizen_facts facts = facts_read(r, &v.form, v.citizen.id, &housed_at);
    int64_t version = form_int(&v.form, "version", FORM_REQUIRED, 1, INT64_MAX);
    facts.is_address_kept = v.is_address_hidden;
    if (v.form.error_count > 0)
        return master_show(r, &v);
    if (!citizen_update(r->db, v.citizen.id, &facts, version))
        return overtaken(r, &v);
    if (housed_at != INSTANT_NONE)
        citizen_house(r->db, v.citizen.id, housed_at);

    request_tell(r, say_with(r->arena, r->language, "{1} er gemt.",
                             citizen_name(r->arena, facts.first_name, facts.last_name), NULL), NULL);
    if (is_handed_over(r, facts.unit, v.citizen.unit))
        return reply_see_other(r, "/borgere");
    return reply_see_other(r, "/borger/%lld/stamdata", (long long)v.citizen.id.n);
}

/* "Boligplaceret" alone, from the page that counts the hours. */
struct reply housed_post(struct request *r)
{
    struct master_view v = { 0 };

    if (!master_load(r, &v))
        return reply_not_found(r);
    struct form form = form_read(r);
    instant at = form_instant(&form, "boligplaceret", FORM_REQUIRED);
    if (at > r->now)
        form_error(&form, "boligplaceret", say(r->language, "Tidspunktet ligger i fremtiden. Skriv det, når det er sket."));
    if (form.error_count > 0) {
        form_set(&v.form, "boligplaceret", form_value(&form, "boligplaceret"));
        form_error(&v.form, "boligplaceret", form_error_of(&form, "boligplaceret"));
        return master_show(r, &v);
    }
    citizen_house(r->db, v.citizen.id, at);
    request_tell(r, say(r->language, "Boligplaceringen er gemt. Fristerne tæller herfra."), NULL);
    return reply_see_other(r, "/borger/%lld", (long long)v.citizen.id.n);
}

/* The whole number, as the answer of a post: it is in no address, and its line in the access log is
 * written before it is shown. */
struct reply number_post(struct request *r)
{
    struct citizen_row row;
    struct page page = page_new(r);

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &row))
        return reply_not_found(r);
    struct number_view v = {
        .citizen = row.id,
        .name = citizen_name(r->arena, row.first_name, row.last_name),
        .cpr = cpr_whole(r->arena, citizen_cpr_whole(r->db, row.id)),
    };
    number_page(&page, &v);
    return reply_page(&page.text);
}
