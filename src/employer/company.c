/* SPDX-License-Identifier: MIT
 * company.c: one company: who to call, who looks after it, who is placed there, what was talked about. */
#include "base/text.h"
#include "employer/pages.h"
#include "employer/rules.h"
#include "employer_company_page.h"

enum { NAME_MAX = 200, WORDS_MAX = 4000, TALKERS_DAYS = 365, KEEPERS_SHOWN = 20 };

static struct company_id company_of(const struct request *r)
{
    return (struct company_id){ request_id(r, "company") };
}

/* A number that fails the check is kept, and says so (employer/rules.h). */
static const char *cvr_warning(struct request *r, const struct company_row *company)
{
    return cvr_check(r->arena, company->cvr).why == NUMBER_MODULUS
               ? say(r->language, "CVR-nummeret passer ikke med kontrolcifret. Se efter en tastefejl.")
               : NULL;
}

static day quiet_from(struct request *r)
{
    struct company_manners_row manners;

    return company_manners(r->db, &manners) ? r->today - (day)manners.quiet_days : r->today;
}

static struct company_view company_view_of(struct request *r, const struct company_row *company)
{
    struct staff_id actor = { r->actor.id };
    struct company_view view = {
        .company = *company,
        .contacts = company_contacts(r->db, company->id),
        .talks = company_talks(r->db, company->id, TALKS_SHOWN),
        .months = employer_months(r->db, company, MONTHS_P, r->today, MONTHS_SHOWN),
        .months_cvr = employer_months(r->db, company, MONTHS_CVR, r->today, MONTHS_SHOWN),
        .month_form = form_new(r),
        .levels = glossary_some(r, "month_level", month_level_codes),
        .enquiries = employer_enquiries(r->db, company->id),
        .contact_form = form_new(r),
        .talk_form = form_new(r),
        .ways = glossary_some(r, "talk_way", talk_way_codes),
        .talkers = company_talkers(r->db, company->id, day_begin(r->today - TALKERS_DAYS)),
        .keepers = company_staffing(r->db, company->id, KEEPERS_SHOWN),
        .merged = merges_of_company(r->db, company->id),
        .dues = company_dues(r, company->id),
        .pause_form = form_new(r),
        .quiet_from = quiet_from(r),
        .cvr_warning = cvr_warning(r, company),
        .may_write = request_may(r, MAY_COMPANY_WRITE),
        .may_place = request_may(r, MAY_PLACEMENT_WRITE),
        .may_see_placements = request_may(r, MAY_PLACEMENT_READ) || request_may(r, MAY_PLACEMENT_WRITE),
    };

    form_set(&view.month_form, "niveau", month_level_codes[MONTHS_P]);
    form_set(&view.talk_form, "hvordan", "phone");
    form_set_instant(&view.talk_form, "hvornaar", r->now);
    company_survey(r->db, company->id, &view.survey);
    if (view.may_see_placements)
        view.placements = company_placements(r->db, company->id, request_may(r, MAY_CASE_ALL), actor, PLACEMENTS_SHOWN);
    return view;
}

static struct reply show(struct request *r, const struct company_view *view, bool is_again)
{
    struct page page = page_new(r);

    company_one(&page, view);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply company_get(struct request *r)
{
    struct company_row company;

    if (!company_load(r->db, company_of(r), &company))
        return reply_not_found(r);
    struct company_view view = company_view_of(r, &company);
    return show(r, &view, false);
}

struct reply company_contact_post(struct request *r)
{
    struct form form = form_read(r);
    struct company_contact_insert_in contact = {
        .company = company_of(r),
        .name = form_text(&form, "navn", FORM_REQUIRED, NAME_MAX),
        .title = form_text(&form, "titel", FORM_OPTIONAL, NAME_MAX),
        .phone = form_text(&form, "telefon", FORM_OPTIONAL, NAME_MAX),
        .email = form_text(&form, "mail", FORM_OPTIONAL, NAME_MAX),
        .is_main = form_flag(&form, "foerst"),
    };
    struct company_row company;

    if (!company_load(r->db, contact.company, &company))
        return reply_not_found(r);
    if (form.error_count > 0) {
        struct company_view view = company_view_of(r, &company);
        view.contact_form = form;
        return show(r, &view, true);
    }
    employer_add_contact(r->db, &contact);
    request_tell(r, say(r->language, "Kontaktpersonen er gemt."), NULL);
    return reply_see_other(r, "/virksomheder/%lld", (long long)company.id.n);
}

struct reply company_contact_remove_post(struct request *r)
{
    struct company_id company = company_of(r);

    if (!employer_remove_contact(r->db, company, (struct company_contact_id){ request_id(r, "contact") }))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Kontaktpersonen er fjernet."), NULL);
    return reply_see_other(r, "/virksomheder/%lld", (long long)company.n);
}

struct reply company_talk_post(struct request *r)
{
    struct form form = form_read(r);
    int way = form_choice(&form, "hvordan", FORM_REQUIRED, talk_way_codes);
    instant at = form_instant(&form, "hvornaar", FORM_REQUIRED);
    const char *words = form_text(&form, "ord", FORM_REQUIRED, WORDS_MAX);
    struct company_row company;

    if (!company_load(r->db, company_of(r), &company))
        return reply_not_found(r);
    if (form.error_count == 0 && at > r->now)
        form_error(&form, "hvornaar", say(r->language, "Det er ikke sket endnu."));
    if (form.error_count > 0) {
        struct company_view view = company_view_of(r, &company);
        view.talk_form = form;
        return show(r, &view, true);
    }
    employer_talk(r->db, company.id, (enum talk_way)way, at, words);
    request_tell(r, say(r->language, "Samtalen er gemt."), NULL);
    return reply_see_other(r, "/virksomheder/%lld", (long long)company.id.n);
}

struct reply company_pause_post(struct request *r)
{
    struct form form = form_read(r);
    day until = form_day(&form, "til", FORM_OPTIONAL);
    struct company_row company;

    if (!company_load(r->db, company_of(r), &company))
        return reply_not_found(r);
    if (until != DAY_NONE && until < r->today)
        form_error(&form, "til", say(r->language, "Dagen er gået."));
    if (form.error_count > 0) {
        struct company_view view = company_view_of(r, &company);
        view.pause_form = form;
        return show(r, &view, true);
    }
    employer_set_state(r->db, &company, COMPANY_PAUSING, until);
    request_tell(r, say(r->language, "Virksomheden holder pause og bliver ikke foreslået."),
                 arena_format(r->arena, "/virksomheder/%lld/aabn", (long long)company.id.n));
    return reply_see_other(r, "/virksomheder/%lld", (long long)company.id.n);
}

struct reply company_reopen_post(struct request *r)
{
    struct company_row company;

    if (!company_load(r->db, company_of(r), &company))
        return reply_not_found(r);
    employer_set_state(r->db, &company, COMPANY_WILLING, DAY_NONE);
    request_tell(r, say(r->language, "Virksomheden vil gerne igen."), NULL);
    return reply_see_other(r, "/virksomheder/%lld", (long long)company.id.n);
}

/* Ordinary employees month by month: what the ratio rule and the extra-employment rule count. */
struct reply company_month_post(struct request *r)
{
    struct form form = form_read(r);
    int level = form_choice(&form, "niveau", FORM_REQUIRED, month_level_codes);
    const char *typed = form_text(&form, "maaneder", FORM_REQUIRED, NAME_MAX);
    const char *source = form_text(&form, "kilde", FORM_REQUIRED, NAME_MAX);
    int64_t employees[MONTHS_TYPED_MAX];
    size_t count = 0;
    struct company_row company;

    if (!company_load(r->db, company_of(r), &company))
        return reply_not_found(r);
    if (!employer_months_read(r->arena, typed, employees, &count))
        form_error(&form, "maaneder", say(r->language, "Skriv tal med mellemrum, fx 12 12,5 13. Sidste måned først."));
    if (form.error_count > 0) {
        struct company_view view = company_view_of(r, &company);
        view.month_form = form;
        return show(r, &view, true);
    }
    employer_note_months(r->db, company.id, (enum month_level)level, r->today, employees, count, source);
    request_tell(r, say(r->language, "Antallet af ansatte er gemt."), NULL);
    return reply_see_other(r, "/virksomheder/%lld", (long long)company.id.n);
}
