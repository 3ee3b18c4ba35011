/* SPDX-License-Identifier: MIT
 * letters.c: letter campaigns: who gets one, that it went, and what came of it company by company. */
#include "campaign/pages.h"
#include "campaign_letters_page.h"

enum { NAME_MAX = 200, MATERIAL_MAX = 8000, MONTHS_MAX = 60, EFFECT_MONTHS = 12 };

static struct reply list_show(struct request *r, struct form form)
{
    struct campaigns_view view = { .campaigns = campaigns_all(r->db, CAMPAIGNS_SHOWN), .form = form,
                                   .may_write = request_may(r, MAY_COMPANY_WRITE) };
    struct page page = page_new(r);

    campaigns_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply campaigns_get(struct request *r)
{
    struct form form = form_new(r);

    form_set_int(&form, "maaneder", EFFECT_MONTHS);
    return list_show(r, form);
}

struct reply campaigns_post(struct request *r)
{
    struct form form = form_read(r);
    const char *name = form_text(&form, "navn", FORM_REQUIRED, NAME_MAX);
    const char *material = form_text(&form, "materiale", FORM_OPTIONAL, MATERIAL_MAX);
    int64_t months = form_int(&form, "maaneder", FORM_REQUIRED, 1, MONTHS_MAX);

    if (form.error_count > 0)
        return list_show(r, form);
    struct campaign_id id = campaign_insert(r->db, name, material, months, (struct staff_id){ r->actor.id }, r->now);
    request_tell(r, say(r->language, "Kampagnen er oprettet. Vælg nu, hvem der får brevet."), NULL);
    return reply_see_other(r, "/kampagner/%lld", (long long)id.n);
}

static bool campaign_of_path(struct request *r, struct campaign_row *campaign)
{
    return campaign_load(r->db, (struct campaign_id){ request_id(r, "kampagne") }, campaign);
}

static struct reply show(struct request *r, const struct campaign_row *campaign, const struct form *row_form)
{
    struct campaign_view view = {
        .campaign = *campaign,
        .effect = campaign_effect(r->db, campaign),
        .form = form_new(r),
        .row_form = row_form == NULL ? form_new(r) : *row_form,
        .branches = glossary_choices(r, "branch"),
        .results = glossary_some(r, "campaign_result", campaign_result_codes),
        .igu_count = campaign_igu_until(r->db, r->today),
        .may_write = request_may(r, MAY_COMPANY_WRITE),
    };
    struct page page = page_new(r);

    view.place = place_in_list(r, arena_format(r->arena, "/kampagner/%lld", (long long)campaign->id.n), view.effect.companies,
                               ROWS_A_PAGE);
    view.companies = campaign_companies(r->db, campaign->id, view.place.rows_a_page, view.place.skip);
    campaign_page(&page, &view);
    return row_form != NULL ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply campaign_get(struct request *r)
{
    struct campaign_row campaign;

    return campaign_of_path(r, &campaign) ? show(r, &campaign, NULL) : reply_not_found(r);
}

static struct reply told_count(struct request *r, struct campaign_id campaign, const char *words, int64_t count)
{
    request_tell(r, say_with(r->arena, r->language, words, arena_format(r->arena, "%lld", (long long)count), NULL), NULL);
    return reply_see_other(r, "/kampagner/%lld", (long long)campaign.n);
}

struct reply campaign_add_post(struct request *r)
{
    struct form form = form_read(r);
    struct campaign_row campaign;

    if (!campaign_of_path(r, &campaign))
        return reply_not_found(r);
    struct recipients who = { form_value(&form, "soeg"), form_value(&form, "branche") };
    return told_count(r, campaign.id, SAY("{1} virksomheder er kommet på listen."), campaign_add(r->db, campaign.id, &who));
}

struct reply campaign_send_post(struct request *r)
{
    struct campaign_row campaign;

    if (!campaign_of_path(r, &campaign))
        return reply_not_found(r);
    return told_count(r, campaign.id, SAY("Brevet er noteret som sendt i dag til {1} virksomheder."),
                      campaign_send(r->db, campaign.id));
}

struct reply campaign_row_post(struct request *r)
{
    struct form form = form_read(r);
    int result = form_choice(&form, "resultat", FORM_OPTIONAL, campaign_result_codes);
    struct campaign_word word = {
        .visited = form_day(&form, "besoeg", FORM_OPTIONAL),
        .result = result < 0 ? "" : campaign_result_codes[result],
        .version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX),
    };
    struct campaign_row campaign;
    struct campaign_company_row row;

    if (!campaign_of_path(r, &campaign) ||
        !campaign_company_load(r->db, (struct campaign_company_id){ request_id(r, "modtager") }, campaign.id, &row))
        return reply_not_found(r);
    if (word.visited > r->today && word.visited != DAY_NONE)
        form_error(&form, "besoeg", say(r->language, "Det er ikke sket endnu."));
    if (form.error_count > 0)
        return show(r, &campaign, &form);
    if (!campaign_write(r->db, &row, &word))
        return reply_conflict(r, row.company_name);
    request_tell(r, say_with(r->arena, r->language, "{1} er gemt.", row.company_name, NULL), NULL);
    return reply_see_other(r, "/kampagner/%lld", (long long)campaign.id.n);
}
