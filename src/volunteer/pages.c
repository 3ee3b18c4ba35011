/* SPDX-License-Identifier: MIT
 * pages.c: the register of volunteers, whom they are with, and who wants a mentor. */
#include "volunteer/pages.h"

#include "base/list.h"
#include "base/reach.h"
#include "base/text.h"
#include "mentor/rules.h"
#include "proposal/criteria.h"
#include "staff_sql.h"
#include "volunteer_volunteer_page.h"
#include "workplace/pages.h"
#include "workplace/workplace.h"

enum { NAME_MAX = 120, PHONE_MAX = 40, EMAIL_MAX = 120, SEATS_MOST = 10 };

/* --- the register --- */

static void add_loads(struct request *r, struct volunteer_view *view)
{
    view->limit = criteria_kept()->chief_mentors;
    for (size_t i = 0; i < view->mentors.count; i++) {
        const struct volunteer_listed *m = &view->mentors.at[i];
        size_t k = 0;
        if (m->chief.n == 0 || m->left_day != DAY_NONE)
            continue;
        while (k < view->loaded.count && !text_is(view->loaded.at[k].name, m->chief_name))
            k++;
        if (k == view->loaded.count)
            *LIST_ADD(r->arena, &view->loaded) = (struct chief_load){ m->chief_name, 0 };
        view->loaded.at[k].count++;
    }
    size_t kept = 0;
    for (size_t k = 0; k < view->loaded.count; k++)
        if (view->loaded.at[k].count > view->limit)
            view->loaded.at[kept++] = view->loaded.at[k];
    view->loaded.count = kept;
}

/* Those whose job it is, and those who work with companies. */
static struct choices chiefs(struct request *r)
{
    struct staff_row_list named = staff_with_role(r->db, "chief_mentor", (struct unit_id){ 0 });
    struct choices others = employer_consultants(r);
    struct choice *at = arena_array(r->arena, named.count + others.count, sizeof *at);

    for (size_t i = 0; i < named.count; i++)
        at[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)named.at[i].id.n), named.at[i].name };
    for (size_t i = 0; i < others.count; i++)
        at[named.count + i] = others.at[i];
    return (struct choices){ at, named.count + others.count };
}

static struct reply show(struct request *r, struct form form)
{
    struct volunteer_view view = {
        .mentors = network_all(r), .form = form, .branches = glossary_choices(r, "branch"),
        .languages = choices_of_list(r, "language"), .staff = chiefs(r), .kinds = choices_of_list(r, "volunteer_kind"),
        .weekdays = choices_of_list(r, "day_of_week"),
        .may_write = request_may(r, MAY_COMPANY_WRITE), .may_match = request_may(r, MAY_PLACEMENT_WRITE),
    };
    struct page page = page_new(r);
    bool is_all = request_may(r, MAY_CASE_ALL);
    struct staff_id actor = { r->actor.id };

    if (request_may(r, MAY_PLACEMENT_READ) || view.may_match) {
        view.matches = volunteer_matches(r->db, is_all, actor);
        view.wishes = mentor_wishes(r->db, is_all, actor);
    }
    volunteer_numbers(r->db, &view.numbers);
    view.percent = mentor_percent(view.numbers.matched, view.numbers.mentors);
    add_loads(r, &view);
    volunteer_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply list_get(struct request *r)
{
    struct form form = form_new(r);

    form_set_int(&form, "pladser", 1);
    form_set(&form, "slags", "mentor");
    return show(r, form);
}

static const char *codes_read(struct form *form, const char *name, struct choices choices)
{
    struct text out = text_new(form->request->arena);

    for (size_t i = 0; i < choices.count; i++)
        if (form_has(form, name, choices.at[i].code))
            text_add_format(&out, "%s%s", out.length > 0 ? "," : "", choices.at[i].code);
    return text_done(&out);
}

static bool is_choice(struct choices choices, const char *code)
{
    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code))
            return true;
    return *code == 0;
}

static const char *kind_read(struct form *form)
{
    const char *kind = form_value(form, "slags");

    if (*kind == 0)
        return "mentor";
    if (!is_choice(choices_of_list(form->request, "volunteer_kind"), kind))
        form_error(form, "slags", say(form->request->language, "Vælg en fra listen."));
    return kind;
}

/* Both optional; what is there must be usable. */
static void contact_read(struct form *form, const char **phone, const char **email)
{
    enum language language = form->request->language;

    *phone = form_text(form, "telefon", FORM_OPTIONAL, PHONE_MAX);
    *email = form_text(form, "mail", FORM_OPTIONAL, EMAIL_MAX);
    if (**phone != 0 && !reach_is_phone(*phone))
        form_error(form, "telefon", say(language, "Skriv et telefonnummer med mindst otte cifre, eller lad feltet stå tomt."));
    if (**email != 0 && !reach_is_mail(*email))
        form_error(form, "mail", say(language, "Skriv én e-mail-adresse, eller lad feltet stå tomt."));
}

static struct reply new_post(struct request *r)
{
    struct form form = form_read(r);
    struct volunteer_place_insert_in place = { .weekdays = work_bits_read(&form, "dage", "day_of_week") };
    struct volunteer_insert_in mentor = {
        .kind = kind_read(&form),
        .name = form_text(&form, "navn", FORM_REQUIRED, NAME_MAX),
        .branch = form_value(&form, "branche"),
        .town = form_text(&form, "by", FORM_OPTIONAL, NAME_MAX),
        .languages = codes_read(&form, "sprog", choices_of_list(r, "language")),
        .seats = form_int(&form, "pladser", FORM_REQUIRED, 0, SEATS_MOST),
    };
    int64_t chief = form_int(&form, "chef", FORM_OPTIONAL, 1, INT64_MAX);

    if (!is_choice(glossary_choices(r, "branch"), mentor.branch))
        form_error(&form, "branche", say(r->language, "Vælg en fra listen."));
    if (!is_choice(chiefs(r), form_value(&form, "chef")))
        form_error(&form, "chef", say(r->language, "Vælg en fra listen."));
    contact_read(&form, &mentor.phone, &mentor.email);
    work_times_read(&form, "tid", &place.from_minute, &place.to_minute);
    if (form.error_count > 0)
        return show(r, form);
    mentor.chief.n = chief < 0 ? 0 : chief;
    volunteer_add(r->db, &mentor, &place);
    request_tell(r, text_is(mentor.kind, "mentor") ? say(r->language, "Mentoren er gemt. Foreslås, når begge dage på kurset er holdt.")
                                                   : say(r->language, "Sprogmakkeren er gemt og foreslås fra nu af."), NULL);
    return reply_see_other(r, "/frivillige");
}

/* --- one mentor --- */

static struct reply show_one(struct request *r, struct volunteer_one_view *view)
{
    struct page page = page_new(r);

    view->met = volunteer_meetings_of(r->db, view->volunteer.id);
    view->may_write = request_may(r, MAY_COMPANY_WRITE);
    volunteer_one(&page, view);
    return view->form.error_count + view->contact_form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static bool load_one(struct request *r, struct volunteer_one_view *view)
{
    return volunteer_load(r->db, (struct volunteer_id){ request_id(r, "volunteer") }, &view->volunteer) &&
           is_in_scope(scope_of(r), view->volunteer.chief);
}

static struct form training_form(struct request *r, const struct volunteer_row *volunteer)
{
    struct form form = form_new(r);

    if (volunteer->first_day != DAY_NONE)
        form_set_day(&form, "dag1", volunteer->first_day);
    if (volunteer->second_day != DAY_NONE)
        form_set_day(&form, "dag2", volunteer->second_day);
    return form;
}

static struct form contact_form(struct request *r, const struct volunteer_row *volunteer)
{
    struct form form = form_new(r);

    form_set(&form, "telefon", volunteer->phone);
    form_set(&form, "mail", volunteer->email);
    return form;
}

static struct reply one_get(struct request *r)
{
    struct volunteer_one_view view = { 0 };

    if (!load_one(r, &view))
        return reply_not_found(r);
    view.form = training_form(r, &view.volunteer);
    view.contact_form = contact_form(r, &view.volunteer);
    return show_one(r, &view);
}

static struct reply contact_post(struct request *r)
{
    struct volunteer_one_view view = { .contact_form = form_read(r) };
    const char *phone = NULL, *email = NULL;

    if (!load_one(r, &view))
        return reply_not_found(r);
    view.form = training_form(r, &view.volunteer);
    contact_read(&view.contact_form, &phone, &email);
    if (view.contact_form.error_count == 0 &&
        volunteer_set_contact(r->db, phone, email, view.volunteer.id, view.volunteer.version) == 0)
        form_error(&view.contact_form, "telefon", say(r->language, "En anden har rettet det imens. Se det igennem, og gem igen."));
    if (view.contact_form.error_count > 0)
        return show_one(r, &view);
    request_tell(r, say(r->language, "Telefon og e-mail er gemt."), NULL);
    return reply_see_other(r, "/frivillige/%lld", (long long)view.volunteer.id.n);
}

static struct reply train_post(struct request *r)
{
    struct volunteer_one_view view = { .form = form_read(r) };

    if (!load_one(r, &view))
        return reply_not_found(r);
    day first = form_day(&view.form, "dag1", FORM_OPTIONAL), second = form_day(&view.form, "dag2", FORM_OPTIONAL);
    if (first != DAY_NONE && first > r->today)
        form_error(&view.form, "dag1", say(r->language, "Det er ikke sket endnu."));
    if (second != DAY_NONE && second > r->today)
        form_error(&view.form, "dag2", say(r->language, "Det er ikke sket endnu."));
    if (view.form.error_count == 0 && !volunteer_train(r->db, &view.volunteer, first, second))
        form_error(&view.form, "dag1", say(r->language, "En anden har rettet det imens. Se det igennem, og gem igen."));
    if (view.form.error_count > 0) {
        view.contact_form = contact_form(r, &view.volunteer);
        return show_one(r, &view);
    }
    request_tell(r, say(r->language, "Kurset er gemt."), NULL);
    return reply_see_other(r, "/frivillige");
}

static struct reply left_post(struct request *r)
{
    struct volunteer_one_view view = { 0 };

    if (!load_one(r, &view) ||
        volunteer_set_left(r->db, view.volunteer.left_day == DAY_NONE ? r->today : DAY_NONE, view.volunteer.id,
                           view.volunteer.version) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er gemt."), NULL);
    return reply_see_other(r, "/frivillige");
}

/* --- who wants one --- */

static struct reply show_wish(struct request *r, struct mentor_wish_view *view)
{
    struct page page = page_new(r);

    view->branches = glossary_choices(r, "branch");
    mentor_wish_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply wish_get(struct request *r)
{
    struct mentor_wish_view view = { .form = form_new(r) };

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view.citizen))
        return reply_not_found(r);
    return show_wish(r, &view);
}

static struct reply wish_post(struct request *r)
{
    struct mentor_wish_view view = { .form = form_read(r) };

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view.citizen))
        return reply_not_found(r);
    const char *branch = form_value(&view.form, "branche");
    if (!is_choice(glossary_choices(r, "branch"), branch))
        form_error(&view.form, "branche", say(r->language, "Vælg en fra listen."));
    if (view.form.error_count > 0)
        return show_wish(r, &view);
    struct market_wish_row_list before = market_wishes_of(r->db, view.citizen.id);
    workplace_want(r->db, view.citizen.id, &before, "mentor", true);
    mentor_branch_set(r->db, branch, view.citizen.id);
    request_tell(r, say(r->language, "Ønsket om en mentor er gemt."),
                 arena_format(r->arena, "/borger/%lld/frivillig/fortryd", (long long)view.citizen.id.n));
    return reply_see_other(r, "/frivillige");
}

static struct reply wish_drop_post(struct request *r)
{
    struct citizen_row citizen;

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &citizen))
        return reply_not_found(r);
    struct market_wish_row_list before = market_wishes_of(r->db, citizen.id);
    workplace_want(r->db, citizen.id, &before, "mentor", false);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return reply_see_other(r, "/frivillige");
}

static const struct route routes[] = {
    { GET, "/frivillige", MAY_COMPANY_READ, list_get },
    { POST, "/frivillige", MAY_COMPANY_WRITE, new_post },
    { GET, "/frivillige/chef", MAY_COMPANY_READ, chief_get },
    { GET, "/frivillige/beskeder", MAY_NETWORK_WRITE, network_messages_get },
    { POST, "/frivillige/beskeder", MAY_NETWORK_WRITE, network_message_post },
    { GET, "/frivillige/beskeder/{message}", MAY_NETWORK_WRITE, network_message_get },
    { POST, "/frivillige/beskeder/{message}/fortryd", MAY_NETWORK_WRITE, network_message_undo_post },
    { GET, "/frivillige/moeder", MAY_NETWORK_WRITE, network_meetings_get },
    { POST, "/frivillige/moeder", MAY_NETWORK_WRITE, network_meeting_post },
    { GET, "/frivillige/moeder/{meeting}", MAY_NETWORK_WRITE, network_meeting_get },
    { POST, "/frivillige/moeder/{meeting}/aflys", MAY_NETWORK_WRITE, network_meeting_cancel_post },
    { POST, "/frivillige/moeder/{meeting}/spoerg", MAY_NETWORK_WRITE, network_meeting_ask_post },
    { POST, "/frivillige/moeder/{meeting}/kom/{volunteer}", MAY_NETWORK_WRITE, network_meeting_came_post },
    { POST, "/frivillige/moeder/{meeting}/kom-ikke/{volunteer}", MAY_NETWORK_WRITE, network_meeting_not_came_post },
    { GET, "/frivillige/{volunteer}", MAY_COMPANY_READ, one_get },
    { POST, "/frivillige/{volunteer}/kontakt", MAY_COMPANY_WRITE, contact_post },
    { POST, "/frivillige/{volunteer}/kursus", MAY_COMPANY_WRITE, train_post },
    { POST, "/frivillige/{volunteer}/stop", MAY_COMPANY_WRITE, left_post },
    { GET, "/borger/{citizen}/frivillig", MAY_PLACEMENT_WRITE, wish_get },
    { POST, "/borger/{citizen}/frivillig", MAY_PLACEMENT_WRITE, wish_post },
    { POST, "/borger/{citizen}/frivillig/fortryd", MAY_PLACEMENT_WRITE, wish_drop_post },
    { 0 },
};

const struct feature volunteer_feature = { .name = "volunteer", .routes = routes };
