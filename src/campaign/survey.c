/* SPDX-License-Identifier: MIT
 * survey.c: the job barometer for staff: who is asked, links and reminders, and the answers summed by branch. */
#include "base/text.h"
#include "campaign/pages.h"
#include "campaign_survey_page.h"

enum { NAME_MAX = 200, MONTHS_MAX = 60, MONTHS_ASKED = 12 };

static struct reply list_show(struct request *r, struct form form)
{
    struct surveys_view view = { .surveys = surveys_all(r->db, CAMPAIGNS_SHOWN), .form = form,
                                 .may_write = request_may(r, MAY_COMPANY_WRITE) };
    struct page page = page_new(r);

    surveys_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply surveys_get(struct request *r)
{
    struct form form = form_new(r);

    form_set_int(&form, "maaneder", MONTHS_ASKED);
    form_set_day(&form, "sidste", r->today + link_days[LINK_SURVEY]);
    return list_show(r, form);
}

struct reply surveys_post(struct request *r)
{
    struct form form = form_read(r);
    struct survey_insert_in survey = {
        .name = form_text(&form, "navn", FORM_REQUIRED, NAME_MAX),
        .months = form_int(&form, "maaneder", FORM_REQUIRED, 1, MONTHS_MAX),
        .from_day = r->today,
        .last_day = form_day(&form, "sidste", FORM_REQUIRED),
        .owner = { r->actor.id },
        .created_at = r->now,
    };

    if (form.error_count == 0 && survey.last_day < r->today)
        form_error(&form, "sidste", say(r->language, "Den sidste dag er før den første."));
    if (form.error_count > 0)
        return list_show(r, form);
    struct survey_id id = survey_insert(r->db, &survey);
    request_tell(r, say(r->language, "Jobbarometeret er oprettet. Vælg nu, hvem der spørges."), NULL);
    return reply_see_other(r, "/barometer/%lld", (long long)id.n);
}

static struct choices wanted_choices(struct request *r)
{
    static const char *const lists[] = { "yes", "maybe", "no" };
    enum { COUNT = 4 };
    struct choice *choices = arena_array(r->arena, COUNT, sizeof *choices);

    for (size_t i = 0; i < COUNT - 1; i++)
        choices[i] = (struct choice){ lists[i], glossary_label_or_code((int)r->language, "willing", lists[i]) };
    choices[COUNT - 1] = (struct choice){ "none", say(r->language, "ikke svaret") };
    return (struct choices){ choices, COUNT };
}

static bool view_load(struct request *r, struct survey_view *view)
{
    *view = (struct survey_view){ .form = form_new(r), .branches = glossary_choices(r, "branch"),
                                  .wanted = wanted_choices(r), .may_write = request_may(r, MAY_COMPANY_WRITE) };
    if (!survey_load(r->db, (struct survey_id){ request_id(r, "maaling") }, &view->survey))
        return false;
    view->filter_form = form_new(r);
    form_set(&view->filter_form, "vil", request_query(r, "vil"));
    view->sums = survey_sums(r->db, view->survey.id);
    view->place = place_uncounted(r, arena_format(r->arena, "/barometer/%lld", (long long)view->survey.id.n), SURVEY_ROWS_SHOWN);
    view->companies = survey_companies(r->db, view->survey.id, request_query(r, "vil"), view->place.rows_a_page + 1, view->place.skip);
    view->companies.count = place_rows(&view->place, view->companies.count);
    return true;
}

static struct reply show(struct request *r, const struct survey_view *view)
{
    struct page page = page_new(r);

    survey_page(&page, view);
    return reply_page(&page.text);
}

struct reply survey_get(struct request *r)
{
    struct survey_view view;

    return view_load(r, &view) ? show(r, &view) : reply_not_found(r);
}

struct reply survey_add_post(struct request *r)
{
    struct form form = form_read(r);
    struct survey_row survey;

    if (!survey_load(r->db, (struct survey_id){ request_id(r, "maaling") }, &survey))
        return reply_not_found(r);
    struct recipients who = { form_value(&form, "soeg"), form_value(&form, "branche") };
    int64_t count = survey_add(r->db, survey.id, &who);
    request_tell(r, say_with(r->arena, r->language, "{1} virksomheder er kommet på listen.",
                             arena_format(r->arena, "%lld", (long long)count), NULL), NULL);
    return reply_see_other(r, "/barometer/%lld", (long long)survey.id.n);
}

/* The links are on this answer only and stored nowhere, so it is no redirect. */
struct reply survey_send_post(struct request *r)
{
    struct form form = form_read(r);
    struct survey_view view;
    struct survey_row survey;

    if (!survey_load(r->db, (struct survey_id){ request_id(r, "maaling") }, &survey))
        return reply_not_found(r);
    if (survey.last_day < r->today) {
        request_tell(r, say(r->language, "Den sidste dag for svar er gået."), NULL);
        return reply_see_other(r, "/barometer/%lld", (long long)survey.id.n);
    }
    struct survey_links links = survey_send(r->db, &survey, form_flag(&form, "rykker"));
    if (!view_load(r, &view))
        return reply_not_found(r);
    view.links = links;
    view.is_sent = true;
    return show(r, &view);
}
