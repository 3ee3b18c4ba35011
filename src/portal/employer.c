/* SPDX-License-Identifier: MIT
 * employer.c: the employer's page: own people, and four things to send: hours, a problem, a wish, a pause. */
#include "base/text.h"
#include "employer/employer.h"
#include "engine/journal.h"
#include "portal/pages.h"
#include "portal_employer_page.h"

enum { WORDS_MAX = 2000, HOURS_MAX = 16800, PAUSE_DAYS_MAX = 731, HOURS_BACK_DAYS = 366, DAYS_A_WEEK = 7 };

static const struct {
    const char *code, *words;
} sendings[] = {
    { "timer", SAY("Timerne er sendt. De tæller, når jeres kontakt har set dem.") },
    { "henvendelse", SAY("Det er sendt. Jeres kontakt har fået det nu.") },
    { "pause", SAY("I holder pause. I bliver ikke spurgt imens.") },
    { "igen", SAY("Tak. I er med igen.") },
};

static const char *sent_words(struct request *r)
{
    for (size_t i = 0; i < sizeof sendings / sizeof *sendings; i++)
        if (text_is(request_query(r, "sendt"), sendings[i].code))
            return say(r->language, sendings[i].words);
    return NULL;
}

static struct reply sent(struct request *r, const struct link_row *link, const char *what)
{
    link_note_use(r, link);
    return reply_same_page(r, arena_format(r->arena, "sendt=%s", what));
}

static struct choices persons_of(struct request *r, const struct portal_person_list *people)
{
    struct choice *choices = arena_array(r->arena, people->count, sizeof *choices);

    for (size_t i = 0; i < people->count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)people->at[i].placement.n),
                                      arena_format(r->arena, "%s %s", people->at[i].first_name, people->at[i].last_name) };
    return (struct choices){ choices, people->count };
}

static struct choices kinds_of(struct request *r)
{
    struct choice *choices = arena_array(r->arena, ENQUIRY_KIND_COUNT, sizeof *choices);

    choices[0] = (struct choice){ enquiry_kind_codes[ENQUIRY_PROBLEM], say(r->language, "Vi har et problem") };
    choices[1] = (struct choice){ enquiry_kind_codes[ENQUIRY_RECRUITMENT], say(r->language, "Vi mangler folk") };
    return (struct choices){ choices, ENQUIRY_KIND_COUNT };
}

static bool view_load(struct request *r, const struct link_row *link, struct employer_view *view)
{
    *view = (struct employer_view){ .link = *link, .sent = r->method == GET ? sent_words(r) : NULL, .hours_form = form_new(r),
                                    .enquiry_form = form_new(r), .pause_form = form_new(r) };
    if (!portal_company(r->db, link->company, &view->company))
        return false;
    view->people = portal_people(r->db, r->today, r->now, link->id);
    view->reports = portal_reports(r->db, link->id, REPORTS_SENT_SHOWN);
    view->enquiries = portal_enquiries(r->db, link->company);
    view->persons = persons_of(r, &view->people);
    view->kinds = kinds_of(r);
    form_set_day(&view->hours_form, "fra", r->today - (day)day_weekday(r->today));
    if (view->people.count == 1)
        form_set(&view->hours_form, "hvem", view->persons.at[0].code);
    return true;
}

static struct reply show(struct request *r, const struct employer_view *view, bool is_again)
{
    struct page page = page_new(r);

    employer_page(&page, view);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* One of the link's own people; NULL for nobody or somebody else's. */
static const struct portal_person *person_chosen(const struct form *form, const struct employer_view *view)
{
    for (size_t i = 0; i < view->people.count; i++)
        if (form_has(form, "hvem", view->persons.at[i].code))
            return &view->people.at[i];
    return NULL;
}

static struct reply hours_post(struct request *r, struct employer_view *view)
{
    struct form *form = &view->hours_form;

    *form = form_read(r);
    const struct portal_person *person = person_chosen(form, view);
    day from = form_day(form, "fra", FORM_REQUIRED);
    int64_t hours = form_hundredths(form, "timer", FORM_REQUIRED);
    int64_t paid = form_hundredths(form, "loen", FORM_REQUIRED);
    const char *words = form_text(form, "ord", FORM_OPTIONAL, WORDS_MAX);
    if (person == NULL)
        form_error(form, "hvem", say(r->language, "Vælg en af dem."));
    if (form->error_count == 0 && (hours < 0 || hours > HOURS_MAX))
        form_error(form, "timer", say(r->language, "Skriv timerne om ugen."));
    if (form->error_count == 0 && (paid < 0 || paid > hours))
        form_error(form, "loen", say(r->language, "Lønnede timer kan højst være alle timerne."));
    if (form->error_count == 0 && (from < person->from_day - DAYS_A_WEEK + 1 || from > r->today || from < r->today - HOURS_BACK_DAYS))
        form_error(form, "fra", say(r->language, "Vælg en dag, hvor hun eller han var her."));
    if (form->error_count > 0)
        return show(r, view, true);
    placement_tell_hours(r->db, (struct told_by){ person->placement, person->citizen, view->link.id },
                         from < person->from_day ? person->from_day : from, hours, paid, words);
    return sent(r, &view->link, "timer");
}

static struct reply enquiry_post(struct request *r, struct employer_view *view)
{
    struct form *form = &view->enquiry_form;

    *form = form_read(r);
    int kind = form_choice(form, "slags", FORM_REQUIRED, enquiry_kind_codes);
    const char *words = form_text(form, "ord", FORM_OPTIONAL, WORDS_MAX);
    const struct portal_person *person = person_chosen(form, view);
    if (person == NULL && *form_value(form, "hvem") != 0)
        form_error(form, "hvem", say(r->language, "Vælg en af dem."));
    if (form->error_count > 0)
        return show(r, view, true);
    enquiry_receive(r->db, &(struct enquiry_wish){
        .company = view->link.company,
        .placement = person == NULL ? (struct placement_id){ 0 } : person->placement,
        .citizen = person == NULL ? (struct citizen_id){ 0 } : person->citizen,
        .contact = view->link.contact, .kind = (enum enquiry_kind)kind, .way = ENQUIRY_LINK, .words = words,
        .received_at = r->now, .link = view->link.id,
    });
    return sent(r, &view->link, "henvendelse");
}

static struct reply set_pause(struct request *r, const struct employer_view *view, enum company_state state, day until)
{
    struct company_id company = view->link.company;
    bool is_pausing = state == COMPANY_PAUSING;

    if (portal_set_pause(r->db, company_state_codes[state], until, company) == 1)
        journal_append(r->db, &(struct event_draft){
            .stream = { STREAM_COMPANY, company.n },
            .kind = is_pausing ? EVENT_AGREEMENT_PAUSED : EVENT_AGREEMENT_REOPENED,
            .subject = { SUBJECT_COMPANY, company.n },
            .at = r->now,
            .fields = { { "until", until == DAY_NONE ? NULL : day_iso(r->arena, until) } },
        });
    return sent(r, &view->link, is_pausing ? "pause" : "igen");
}

/* No reason is asked for. */
static struct reply pause_post(struct request *r, struct employer_view *view)
{
    struct form *form = &view->pause_form;

    *form = form_read(r);
    day until = form_day(form, "til", FORM_OPTIONAL);
    if (form->error_count == 0 && until != DAY_NONE && (until < r->today || until > r->today + PAUSE_DAYS_MAX))
        form_error(form, "til", say(r->language, "Vælg en dag fra i dag og højst to år frem."));
    return form->error_count > 0 ? show(r, view, true) : set_pause(r, view, COMPANY_PAUSING, until);
}

static struct reply reopen_post(struct request *r, struct employer_view *view)
{
    return set_pause(r, view, COMPANY_WILLING, DAY_NONE);
}

static const struct {
    const char *code;
    struct reply (*post)(struct request *r, struct employer_view *view);
} posts[] = {
    { "timer", hours_post }, { "henvendelse", enquiry_post }, { "pause", pause_post }, { "igen", reopen_post },
};

struct reply employer_answer(struct request *r, const struct link_row *link)
{
    struct employer_view view;

    if (!view_load(r, link, &view))
        return reply_not_found(r);
    if (r->method == GET)
        return show(r, &view, false);
    struct form form = form_read(r);
    for (size_t i = 0; i < sizeof posts / sizeof *posts; i++)
        if (form_has(&form, "hvad", posts[i].code))
            return posts[i].post(r, &view);
    return reply_not_found(r);
}
