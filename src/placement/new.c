/* SPDX-License-Identifier: MIT
 * new.c: a new placement: left what is agreed, right the checks with their sums. A check never holds it
 * back: what says "look" is shown once, asks for a reason, and the next save goes through. */
#include "placement/new.h"

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "placement/origin.h"
#include "placement/scheme_part.h"
#include "placement_new_page.h"
#include "plan/plan.h"

enum { REASON_MAX = 1000 };

static const struct placement_origin *origins[PLACEMENT_ORIGINS]; /* Set at start. */
static size_t origin_count;

void placement_origin_add(const struct placement_origin *origin)
{
    for (size_t i = 0; i < origin_count; i++)
        if (origins[i] == origin)
            return;
    check(origin_count < PLACEMENT_ORIGINS);
    origins[origin_count++] = origin;
}

/* What another feature proposes stands in the form before anything is checked. */
static void fill_from_origin(struct request *r, struct new_placement *new)
{
    for (size_t i = 0; i < origin_count; i++) {
        const char *value = request_query(r, origins[i]->field);
        if (*value != 0 && origins[i]->fill(&new->form, new->citizen.id, value))
            form_set(&new->form, origins[i]->field, value);
    }
}

static void tell_origin(struct request *r, const struct new_placement *new, struct placement_id placement)
{
    for (size_t i = 0; i < origin_count; i++) {
        const char *value = form_value(&new->form, origins[i]->field);
        if (*value != 0)
            origins[i]->made(r->db, new->citizen.id, value, placement);
    }
}

/* R14's four: who is asked to the first meeting. */
static const struct choice four_parties[] = {
    { "citizen", SAY("Borgeren") },
    { "company_contact", SAY("Virksomheden") },
    { "employment_consultant", SAY("Beskæftigelseskonsulent") },
    { "cultural_mediator", SAY("Kulturformidler") },
};
enum { FOUR = sizeof four_parties / sizeof *four_parties };

static struct choices kinds(struct request *r)
{
    struct choice *choices = arena_array(r->arena, PLACEMENT_KIND_COUNT, sizeof *choices);

    for (int kind = 0; kind < PLACEMENT_KIND_COUNT; kind++)
        choices[kind] = (struct choice){ placement_kind_codes[kind],
                                         glossary_label_or_code((int)r->language, "activity_kind",
                                                                placement_kind_codes[kind]) };
    return (struct choices){ choices, PLACEMENT_KIND_COUNT };
}

static struct company_choice choice_of(struct request *r, struct company_id id, const char *name, const char *town,
                                       int64_t free_count, int64_t place_count, const char *travel)
{

    return (struct company_choice){
        .code = arena_format(r->arena, "%lld", (long long)id.n),
        .name = text_is_blank(town) ? name : arena_format(r->arena, "%s, %s", name, town),
        .note = travel,
        .places = say_with(r->arena, r->language, "{1} af {2} ledige",
                           arena_format(r->arena, "%lld", (long long)free_count),
                           arena_format(r->arena, "%lld", (long long)place_count), NULL),
    };
}

/* Those proposed, those the search words fit, and the one that is chosen, each once. */
static struct company_choices companies(struct request *r, const struct new_placement *new)
{
    struct companies_proposed proposed = companies_proposed(r, new->branches, PLACES_OFFERED);
    struct company_listed_list found = employer_search(r->db, form_value(&new->form, "anden"), PLACES_OFFERED);
    LIST_OF(struct company_choice) list = { 0 };
    int64_t chosen = 0;
    struct company_row company;

    text_to_int(form_value(&new->form, "virksomhed"), &chosen);
    for (size_t i = 0; i < proposed.chosen.count + proposed.others.count; i++) {
        bool is_chosen = i < proposed.chosen.count;
        const struct placement_company_choice *c =
            is_chosen ? &proposed.chosen.at[i] : &proposed.others.at[i - proposed.chosen.count];
        struct company_choice choice =
            choice_of(r, c->id, c->name, c->town, c->place_count - c->taken_count, c->place_count, c->travel);
        if (is_chosen)
            choice.because = say_with(r->arena, r->language, "valgt branche: {1}",
                                      glossary_label_or_code((int)r->language, "branch", c->branch), NULL);
        *LIST_ADD(r->arena, &list) = choice;
        chosen = c->id.n == chosen ? 0 : chosen;
    }
    for (size_t i = 0; i < found.count; i++) {
        const struct company_listed *c = &found.at[i];
        *LIST_ADD(r->arena, &list) = choice_of(r, c->id, c->name, c->town, c->free_count, c->place_count, "");
        chosen = c->id.n == chosen ? 0 : chosen;
    }
    if (chosen > 0 && company_load(r->db, (struct company_id){ chosen }, &company))
        *LIST_ADD(r->arena, &list) = choice_of(r, company.id, company.name, company.town,
                                               company.place_count - company.taken_count, company.place_count,
                                               company.travel);
    return (struct company_choices){ list.at, list.count };
}

static const char *subtitle(struct request *r, const struct new_placement *new)
{
    day end = new->facts.course_end;

    return end == DAY_NONE ? "" : say_with(r->arena, r->language, "introforløb slutter {1}",
                                           say_day_long(r->arena, r->language, end), NULL);
}

/* "Tesfay begynder man. 14. dec. hos Vesterby, 25 timer om ugen." */
static const char *summary(struct request *r, const struct new_placement *new)
{
    const struct placement_agreement *agreement = &new->agreement;
    int64_t paid = agreement->step_count == 0 ? 0 : agreement->steps[agreement->step_count - 1].paid;

    if (new->company.id.n == 0)
        return say(r->language, "Vælg hvor.");
    return say_with(r->arena, r->language, "{1} begynder {2} hos {3}, {4} timer om ugen, og har {5} lønnede timer til sidst.",
                    new->citizen.first_name, say_weekday_day(r->arena, r->language, agreement->from), new->company.name,
                    say_number(r->arena, r->language, new->facts.hours), say_number(r->arena, r->language, paid), NULL);
}

/* Where they stand; said at a talk, and when, if one did. */
static const char *considerations_from(struct request *r, struct citizen_id citizen)
{
    struct citizen_skill_row_list skills = citizen_skills(r->db, citizen);
    day said = DAY_NONE;

    for (size_t i = 0; i < skills.count; i++)
        if (skills.at[i].said_day != DAY_NONE && (said == DAY_NONE || skills.at[i].said_day > said))
            said = skills.at[i].said_day;
    return said == DAY_NONE ? say(r->language, "fra borgerens profil")
                            : say_with(r->arena, r->language, "fra borgerens profil, sagt ved samtalen {1}",
                                       say_day_year(r->arena, r->language, said), NULL);
}

static void set_origins(struct request *r, const struct new_placement *new, struct placement_new_view *view)
{
    view->origin.from = new->facts.course_end == DAY_NONE ? say(r->language, "næste arbejdsdag")
                                                          : say(r->language, "dagen efter forløbet");
    if (new->agreement.to != DAY_NONE)
        view->origin.to = say_with(r->arena, r->language, "{1} uger",
                                   arena_format(r->arena, "%d", placement_weeks(new->agreement.from, new->agreement.to)), NULL);
    view->origin.hours = new->facts.lesson_count > 0 ? say(r->language, "37 timer minus dansk") : NULL;
    view->origin.considerations = considerations_from(r, new->citizen.id);
    view->origin.meeting = say(r->language, "arbejdsdagen før, kan flyttes");
}

static struct reply show(struct request *r, struct new_placement *new)
{
    struct own_words_row words;
    struct page page = page_new(r);
    struct placement_new_view view = {
        .citizen = new->citizen,
        .path = arena_format(r->arena, "/borger/%lld/praktik/ny", (long long)new->citizen.id.n),
        .title = say_with(r->arena, r->language, "Praktik for {1}", new->citizen.first_name, NULL),
        .subtitle = subtitle(r, new),
        .form = new->form,
        .origin_fields = { origins, origin_count },
        .companies = companies(r, new),
        .in_demand = company_demand(r->db, r->today),
        .chosen = plan_chosen(r, new->citizen.id),
        .kinds = kinds(r),
        .purposes = new->purposes,
        .functions = new->functions,
        .has_queue = new->queue.id.n != 0,
        .weekdays = choices_of_list(r, "day_of_week"),
        .before = new->before,
        .parties = { four_parties, FOUR },
        .checks = check_lines_of(r, &new->facts, new->lesson_names),
        .lawful = panel_lines_of(r, &new->lawful, &new->stored),
        .summary = summary(r, new),
    };

    set_origins(r, new, &view);
    if (own_words_newest(r->db, new->citizen.id, &words))
        view.own_words = words.words;
    view.stair.count = STAIR_STEPS;
    for (int step = 0; step < STAIR_STEPS; step++)
        view.stair.at[step] = (struct stair_field){
            stair_name(r, step, "uge"), stair_name(r, step, "loen"),
            say_with(r->arena, r->language, "fra uge {1}", form_value(&new->form, stair_name(r, step, "uge")), NULL) };
    placement_new(&page, &view);
    return new->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* Checkboxes start as four of four; form_set cannot hold four values of one name. */
static struct text_pieces all_four(struct request *r)
{
    const char **roles = arena_array(r->arena, FOUR, sizeof *roles);

    for (size_t i = 0; i < FOUR; i++)
        roles[i] = four_parties[i].code;
    return (struct text_pieces){ roles, FOUR };
}

/* What an empty form would be checked as: read a copy, so that no error shows before anything is typed. */
static void check_as_filled(struct request *r, struct new_placement *new)
{
    struct form clean = new->form;

    clean.at = arena_array(r->arena, new->form.count, sizeof *clean.at);
    clean.room = new->form.count;
    for (size_t i = 0; i < new->form.count; i++)
        clean.at[i] = new->form.at[i];
    new_placement_read(r, new);
    new->parties = all_four(r);
    new->facts.party_count = FOUR;
    new->form = clean;
}

struct reply placement_new_get(struct request *r)
{
    struct new_placement new = { .form = form_new(r) };

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &new.citizen))
        return reply_not_found(r);
    new_placement_fill(r, &new);
    fill_from_origin(r, &new);
    check_as_filled(r, &new);
    new.form.error_count = 0;
    for (size_t i = 0; i < FOUR; i++)
        *LIST_ADD(r->arena, &new.form) = (struct form_field){ .name = "part", .value = four_parties[i].code };
    return show(r, &new);
}

/* Was this warning on the page that was posted? Then it has been seen. */
static bool was_shown(struct form *form, const char *code)
{
    struct text_pieces shown = form_all(form, "vist");

    for (size_t i = 0; i < shown.count; i++)
        if (text_is(shown.at[i], code))
            return true;
    return false;
}

/* A warning not seen yet asks once; one that was seen is kept with the reason that was given. */
static void read_excuse(struct request *r, struct new_placement *new, struct placement_excuse *excuses, const char *code,
                        const char *reason_name)
{
    if (reason_name == NULL)
        return;
    const char *reason = form_text(&new->form, reason_name, FORM_OPTIONAL, REASON_MAX);
    if (!was_shown(&new->form, code))
        form_error(&new->form, reason_name,
                   say(r->language, "Se på reglen. Begrund, hvis det giver mening, og gem igen."));
    else
        excuses[new->agreement.excuse_count++] = (struct placement_excuse){ code, reason };
}

/* First the house's and the scheme's, then the law's; what the law forbids cannot be excused. */
static void read_excuses(struct request *r, struct new_placement *new)
{
    struct check_lines lines = check_lines_of(r, &new->facts, new->lesson_names);
    struct panel_lines lawful = panel_lines_of(r, &new->lawful, &new->stored);
    struct placement_excuse *excuses = arena_array(r->arena, lines.count + lawful.count, sizeof *excuses);

    for (size_t i = 0; i < lines.count; i++)
        read_excuse(r, new, excuses, lines.at[i].code, lines.at[i].reason_name);
    for (size_t i = 0; i < lawful.count; i++) {
        const struct panel_line *line = &lawful.at[i];
        read_excuse(r, new, excuses, line->name, line->reason_name);
        if (line->is_blocking)
            form_error(&new->form, "slags", say_with(r->arena, r->language, "Loven siger nej: {1}. {2}", line->text,
                                                     line->calculation, NULL));
    }
    new->agreement.excuses = excuses;
}

/* Who is asked: the citizen, the company's first contact, the actor, and the mediator of the team. */
static struct meeting_guest guest_of(struct request *r, const struct new_placement *new, const char *role)
{
    struct team_row_list team = casefile_team(r->db, new->citizen.id);
    struct company_contact_row_list contacts = company_contacts(r->db, new->company.id);
    struct meeting_guest guest = { .role = role };

    if (text_is(role, "company_contact"))
        guest.name = contacts.count > 0 ? contacts.at[0].name : new->company.name;
    else if (text_is(role, "employment_consultant"))
        guest.staff = (struct staff_id){ r->actor.id };
    for (size_t i = 0; i < team.count; i++)
        if (text_is(team.at[i].role, role) && text_is(role, "cultural_mediator"))
            guest.staff = team.at[i].staff;
    return guest;
}

static void book_first_meeting(struct request *r, const struct new_placement *new, struct placement_id placement)
{
    struct meeting_guest *guests = arena_array(r->arena, new->parties.count, sizeof *guests);

    for (size_t i = 0; i < new->parties.count; i++)
        guests[i] = guest_of(r, new, new->parties.at[i]);
    meeting_book(r->db, &(struct meeting_plan){
        .citizen = new->citizen.id,
        .placement = placement,
        .scheme = new->agreement.scheme,
        .code = "kontakt",
        .way = WAY_COMPANY,
        .meets_at = new->meeting_at,
        .minutes = 60,
        .place = new->company.name,
        .has_interpreter = new->citizen.is_interpreter_needed,
        .guests = guests,
        .guest_count = new->parties.count,
    });
}

/* She waits for a place there instead. */
static struct reply wait_instead(struct request *r, const struct new_placement *new)
{
    struct centre_wait_id wait = employer_wait(r->db, &new->queue, new->company.id, new->citizen.id);

    if (wait.n == 0)
        request_tell(r, say(r->language, "Borgeren står på ventelisten allerede."), NULL);
    else
        request_tell(r, say(r->language, "Borgeren står på centrets venteliste."),
                     arena_format(r->arena, "/virksomheder/venter/%lld/af", (long long)wait.n));
    return reply_see_other(r, "/borger/%lld", (long long)new->citizen.id.n);
}

struct reply placement_new_post(struct request *r)
{
    struct new_placement new = { .form = form_read(r) };

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &new.citizen))
        return reply_not_found(r);
    new_placement_read(r, &new);
    if (new.queue.id.n != 0 && form_flag(&new.form, "vent"))
        return wait_instead(r, &new);
    read_excuses(r, &new);
    if (new.form.error_count > 0)
        return show(r, &new);

    struct placement_activity activity = placement_activity_of(r->db, new.citizen.id, new.agreement.kind);
    struct company_contact_row_list contacts = company_contacts(r->db, new.company.id);
    new.agreement.scheme = activity.scheme;
    new.agreement.code = activity.code;
    new.agreement.contact = contacts.count > 0 ? contacts.at[0].id : (struct company_contact_id){ 0 };
    struct placement_id placement = placement_start(r->db, &new.agreement);
    centre_wait_placed(r->db, r->now, new.citizen.id, new.company.id);
    if (new.before.id.n > 0)
        placement_close_before(r, &new.before, new.agreement.from, new.agreement.kind);
    struct panel_subject subject = new_placement_subject(&new);
    subject.placement = placement;
    panel_write(r->db, &subject, &new.lawful, &new.typed);
    tell_origin(r, &new, placement);
    if (new.has_meeting && request_may(r, MAY_MEETING_WRITE))
        book_first_meeting(r, &new, placement);
    request_tell(r, say(r->language, "Praktikken er gemt."), NULL);
    return reply_see_other(r, "/praktik/%lld", (long long)placement.n);
}
