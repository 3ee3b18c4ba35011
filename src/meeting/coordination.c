/* SPDX-License-Identifier: MIT
 * coordination.c: the monthly coordination of a unit (S10, 003:57-72): the first Tuesdays, and the page
 * of one meeting with agenda, minutes, speaking times and decisions that become tasks. */
#include "base/list.h"
#include "base/text.h"
#include "library/library.h"
#include "meeting/pages.h"
#include "meeting/rules.h"
#include "meeting_coordination_page.h"
#include "staff/staff.h"

enum { WORDS_MAX = 8000, NAME_MAX = 400, DAYS_BACK = 366, MEETING_HOUR = 13 };

/* The meeting of a unit in the schemes that are on: the one with an agenda. */
struct unit_scheme {
    const struct scheme *scheme;
    const struct scheme_meeting *meeting; /* NULL when there is none. */
};

/* The one of that code, or (code "") the first; NULL when there is none. */
static struct unit_scheme unit_scheme_of(struct request *r, const char *code)
{
    struct schemes schemes = library_schemes_on(r->db);

    for (size_t i = 0; i < schemes.count; i++)
        for (size_t m = 0; m < schemes.at[i]->meetings.count; m++) {
            const struct scheme_meeting *meeting = &schemes.at[i]->meetings.at[m];
            if (meeting->agenda.count > 0 && (*code == 0 || text_is(meeting->id.text, code)))
                return (struct unit_scheme){ schemes.at[i], meeting };
        }
    return (struct unit_scheme){ 0 };
}

static struct choices unit_kinds(struct request *r)
{
    struct schemes schemes = library_schemes_on(r->db);
    LIST_OF(struct choice) choices = { 0 };

    for (size_t i = 0; i < schemes.count; i++)
        for (size_t m = 0; m < schemes.at[i]->meetings.count; m++) {
            const struct scheme_meeting *meeting = &schemes.at[i]->meetings.at[m];
            if (meeting->agenda.count > 0)
                *LIST_ADD(r->arena, &choices) =
                    (struct choice){ meeting->id.text, words_in(meeting->text, (int)r->language) };
        }
    return (struct choices){ choices.at, choices.count };
}

/* Does the scheme put the meeting on days of its own? Else it is held when somebody calls it (S48). */
static bool is_monthly(const struct unit_scheme *unit)
{
    for (size_t i = 0; unit->scheme != NULL && i < unit->scheme->rules.count; i++) {
        const struct rule *rule = &unit->scheme->rules.at[i].rule;
        for (size_t d = 0; rule->kind == RULE_CALENDAR && d < rule->done.count; d++)
            if (rule->done.at[d].kind == EVENT_MEETING_HELD && code_is(rule->done.at[d].code, unit->meeting->id))
                return true;
    }
    return false;
}

static struct unit_id own_unit(struct request *r)
{
    struct staff_row staff;

    return staff_load(r->db, (struct staff_id){ r->actor.id }, &staff) ? staff.unit : (struct unit_id){ 0 };
}

/* Everybody with a role that the scheme asks for, over all units, each once. */
static struct meeting_guest *guests_of(struct request *r, const struct scheme_meeting *meeting, size_t *count)
{
    LIST_OF(struct meeting_guest) guests = { 0 };

    for (size_t p = 0; p < meeting->parties.count; p++) {
        struct staff_row_list staff = staff_with_role(r->db, meeting->parties.at[p].text, (struct unit_id){ 0 });
        for (size_t i = 0; i < staff.count; i++)
            *LIST_ADD(r->arena, &guests) =
                (struct meeting_guest){ .role = meeting->parties.at[p].text, .staff = staff.at[i].id };
    }
    *count = guests.count;
    return guests.at;
}

static struct coordination_row row_of(day on, const struct meeting_row_list *meetings)
{
    struct coordination_row row = { .on = on, .state = "" };

    for (size_t i = 0; i < meetings->count; i++)
        if (day_of_instant(meetings->at[i].meets_at) == on) {
            row.meeting = meetings->at[i].id;
            row.state = meetings->at[i].state;
        }
    return row;
}

struct reply coordination_list_get(struct request *r)
{
    struct unit_scheme unit = unit_scheme_of(r, request_query(r, "moede"));
    struct coordination_list_view view = { .form = form_new(r), .kinds = unit_kinds(r) };
    struct page page = page_new(r);
    day days[COORDINATION_MONTHS];

    if (unit.meeting != NULL) {
        view.title = words_in(unit.meeting->text, (int)r->language);
        view.code = unit.meeting->id.text;
        view.is_monthly = is_monthly(&unit);
        view.held = meeting_of_unit(r->db, own_unit(r), unit.meeting->id.text, day_begin(r->today - DAYS_BACK));
    }
    coordination_days(r->today, days, COORDINATION_MONTHS);
    view.days.at = arena_array(r->arena, COORDINATION_MONTHS, sizeof *view.days.at);
    view.days.count = COORDINATION_MONTHS;
    for (size_t i = 0; i < COORDINATION_MONTHS; i++)
        view.days.at[i] = row_of(days[i], &view.held);
    coordination_list(&page, &view);
    return reply_page(&page.text);
}

static struct meeting_id prepare(struct request *r, const struct unit_scheme *unit, day on)
{
    const struct scheme_meeting *meeting = unit->meeting;
    const char **agenda = arena_array(r->arena, meeting->agenda.count, sizeof *agenda);
    struct meeting_challenge_row_list open = meeting_challenges_open(r->db, own_unit(r), meeting->id.text);
    struct unit_meeting_plan plan = {
        .unit = own_unit(r),
        .scheme = unit->scheme->id.text,
        .code = meeting->id.text,
        .meets_at = instant_of(on, MEETING_HOUR, 0, 0),
        .place = "",
        .agenda = agenda,
        .agenda_count = meeting->agenda.count,
        .is_without_citizens = !is_monthly(unit),
    };

    for (size_t i = 0; i < meeting->agenda.count; i++)
        agenda[i] = words_in(meeting->agenda.at[i], LANGUAGE_DA);
    plan.guests = guests_of(r, meeting, &plan.guest_count);
    struct meeting_id id = meeting_book_unit(r->db, &plan);
    for (size_t i = 0; i < open.count; i++)
        meeting_challenge_insert(r->db, id, open.at[i].title);
    return id;
}

struct reply coordination_new_post(struct request *r)
{
    struct form form = form_read(r);
    struct unit_scheme unit = unit_scheme_of(r, form_value(&form, "moede"));
    day on = form_day(&form, "dag", FORM_REQUIRED);

    if (unit.meeting == NULL || on == DAY_NONE || (is_monthly(&unit) && coordination_next(on) != on))
        return reply_not_found(r);
    struct meeting_row_list meetings = meeting_of_unit(r->db, own_unit(r), unit.meeting->id.text, day_begin(on));
    struct meeting_id id = row_of(on, &meetings).meeting;
    if (id.n == 0)
        id = prepare(r, &unit, on);
    return reply_see_other(r, "/koordinering/%lld", (long long)id.n);
}

static const char *field_name(struct request *r, const char *stem, int64_t number)
{
    return arena_format(r->arena, "%s%lld", stem, (long long)number);
}

static struct meeting_citizen_row_list citizens_of(struct request *r, struct meeting_id meeting)
{
    return meeting_citizens(r->db, meeting, request_may(r, MAY_CASE_ALL), (struct staff_id){ r->actor.id });
}

static void load_points(struct request *r, struct coordination_view *view, const struct meeting_point_row_list *points)
{
    view->points.at = arena_array(r->arena, points->count, sizeof *view->points.at);
    view->points.count = points->count;
    for (size_t i = 0; i < points->count; i++)
        view->points.at[i] = (struct point_line){
            points->at[i].number, points->at[i].title, field_name(r, "punkt", points->at[i].id.n),
            points->at[i].is_challenge ? field_name(r, "loest", points->at[i].id.n) : NULL };
}

static void load_citizens(struct request *r, struct coordination_view *view,
                          const struct meeting_citizen_row_list *rows)
{
    struct choice *about = arena_array(r->arena, rows->count, sizeof *about);

    view->citizens.at = arena_array(r->arena, rows->count, sizeof *view->citizens.at);
    view->citizens.count = rows->count;
    for (size_t i = 0; i < rows->count; i++) {
        const struct meeting_citizen_row *row = &rows->at[i];
        const char *name = citizen_name(r->arena, row->first_name, row->last_name);
        view->citizens.at[i] = (struct citizen_line){ *row, field_name(r, "sagt", row->citizen.n),
                                                      field_name(r, "taler", row->citizen.n), name };
        about[i] = (struct choice){ field_name(r, "", row->citizen.n), name };
    }
    view->about = (struct choices){ about, rows->count };
}

/* Staff by their own number, guests by that of their row. */
static const char *party_code(struct request *r, const struct meeting_party_row *party)
{
    return party->company.n != 0 ? field_name(r, "g", party->id.n) : field_name(r, "", party->staff.n);
}

static void load_parties(struct request *r, struct coordination_view *view,
                         const struct meeting_party_row_list *parties)
{
    struct choice *choices = arena_array(r->arena, parties->count, sizeof *choices);
    struct choice *owners = arena_array(r->arena, parties->count, sizeof *owners);

    for (size_t i = 0; i < parties->count; i++) {
        const struct meeting_party_row *party = &parties->at[i];
        bool is_guest = party->company.n != 0;
        choices[i] = (struct choice){ party_code(r, party),
            is_guest ? arena_format(r->arena, "%s, %s", party->name, party->company_name) : party->staff_name };
        if (!is_guest)
            owners[view->owners.count++] = choices[i];
    }
    view->parties = (struct choices){ choices, parties->count };
    view->owners.at = owners;
}

static struct reply show(struct request *r, const struct meeting_row *meeting, struct form form)
{
    struct meeting_point_row_list points = meeting_points(r->db, meeting->id);
    struct meeting_citizen_row_list citizens = citizens_of(r, meeting->id);
    struct meeting_party_row_list parties = meeting_parties(r->db, meeting->id);
    struct unit_scheme unit = unit_scheme_of(r, meeting->code);
    struct page page = page_new(r);
    struct coordination_view view = {
        .meeting = *meeting,
        .title = arena_format(r->arena, "%s %s", meeting_code_label(r, meeting->code),
                              say_day_year(r->arena, r->language, day_of_instant(meeting->meets_at))),
        .path = arena_format(r->arena, "/koordinering/%lld", (long long)meeting->id.n),
        .form = form,
        .decisions = task_of_meeting(r->db, meeting->id),
        .is_booked = text_is(meeting->state, "booked"),
        .is_monthly = unit.meeting != NULL && is_monthly(&unit),
        .has_guests = guests_are_asked(r, meeting),
    };

    load_points(r, &view, &points);
    load_citizens(r, &view, &citizens);
    load_parties(r, &view, &parties);
    coordination(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static void fill(struct request *r, struct form *form, const struct meeting_row *meeting)
{
    struct meeting_point_row_list points = meeting_points(r->db, meeting->id);
    struct meeting_citizen_row_list citizens = citizens_of(r, meeting->id);
    struct meeting_party_row_list parties = meeting_parties(r->db, meeting->id);

    form_set_int(form, "version", meeting->version);
    for (size_t i = 0; i < points.count; i++) {
        form_set(form, field_name(r, "punkt", points.at[i].id.n), points.at[i].said);
        if (points.at[i].solved_day != DAY_NONE)
            form_set(form, field_name(r, "loest", points.at[i].id.n), "1");
    }
    for (size_t i = 0; i < citizens.count; i++) {
        form_set(form, field_name(r, "sagt", citizens.at[i].citizen.n), citizens.at[i].said);
        form_set(form, field_name(r, "taler", citizens.at[i].citizen.n),
                 citizens.at[i].speaks_at == INSTANT_NONE ? "" : "1");
    }
    for (size_t i = 0; i < parties.count; i++)
        if (parties.at[i].has_come || text_is(meeting->state, "booked"))
            *LIST_ADD(r->arena, form) =
                (struct form_field){ .name = "kom", .value = party_code(r, &parties.at[i]) };
}

/* The meeting of the path, for the unit's own people and those who are asked to it. */
static bool meeting_of_path(struct request *r, struct meeting_row *meeting)
{
    return meeting_unit_load(r->db, (struct meeting_id){ request_id(r, "meeting") }, (struct staff_id){ r->actor.id }, meeting);
}

struct reply coordination_get(struct request *r)
{
    struct meeting_row meeting;
    struct form form = form_new(r);

    if (!meeting_of_path(r, &meeting))
        return reply_not_found(r);
    fill(r, &form, &meeting);
    return show(r, &meeting, form);
}

/* Minutes to each point, words about each citizen, and speaking times in order, ten minutes each. */
static void write_minutes(struct request *r, struct form *form, const struct meeting_row *meeting)
{
    struct meeting_point_row_list points = meeting_points(r->db, meeting->id);
    struct meeting_citizen_row_list citizens = citizens_of(r, meeting->id);
    struct meeting_party_row_list parties = meeting_parties(r->db, meeting->id);
    int speakers = 0;

    for (size_t i = 0; i < points.count; i++) {
        meeting_point_set_said(
            r->db, form_text(form, field_name(r, "punkt", points.at[i].id.n), FORM_OPTIONAL, WORDS_MAX),
            points.at[i].id, meeting->id);
        bool is_solved = form_flag(form, field_name(r, "loest", points.at[i].id.n));
        if (points.at[i].is_challenge && is_solved != (points.at[i].solved_day != DAY_NONE))
            meeting_challenge_set_solved(r->db, is_solved ? r->today : DAY_NONE, points.at[i].id, meeting->id);
    }
    const char *challenge = form_text(form, "udfordring", FORM_OPTIONAL, NAME_MAX);
    if (*challenge != 0)
        meeting_challenge_insert(r->db, meeting->id, challenge);
    for (size_t i = 0; i < citizens.count; i++) {
        struct citizen_id citizen = citizens.at[i].citizen;
        bool speaks = form_flag(form, field_name(r, "taler", citizen.n));
        meeting_citizen_set(r->db, form_text(form, field_name(r, "sagt", citizen.n), FORM_OPTIONAL, WORDS_MAX),
                            speaks ? coordination_slot(meeting->meets_at, speakers) : INSTANT_NONE, meeting->id,
                            citizen);
        speakers += speaks;
    }
    for (size_t i = 0; i < parties.count; i++)
        meeting_party_set_come(r->db, form_has(form, "kom", party_code(r, &parties.at[i])), parties.at[i].id,
                               meeting->id);
}

static bool is_party(struct request *r, struct meeting_id meeting, int64_t staff)
{
    struct meeting_party_row_list parties = meeting_parties(r->db, meeting);

    for (size_t i = 0; i < parties.count; i++)
        if (parties.at[i].staff.n == staff)
            return true;
    return false;
}

static bool is_on_the_list(struct request *r, struct meeting_id meeting, int64_t citizen)
{
    struct meeting_citizen_row_list citizens = citizens_of(r, meeting);

    for (size_t i = 0; i < citizens.count; i++)
        if (citizens.at[i].citizen.n == citizen)
            return true;
    return false;
}

/* A decision is a task for somebody who was asked to the meeting: nothing is decided without an owner. It may be about
 * one of the citizens whom the writer sees there. False when there is none. */
static bool decision_read(struct request *r, struct form *form, struct meeting_id meeting, struct task_insert_in *decision)
{
    int64_t owner = 0, about = 0;
    struct staff_row staff;

    decision->words = form_text(form, "beslutning", FORM_OPTIONAL, NAME_MAX);
    decision->due_day = form_day(form, "senest", FORM_OPTIONAL);
    if (text_is_blank(decision->words))
        return false;
    text_to_int(form_value(form, "hvem"), &owner);
    text_to_int(form_value(form, "om_borger"), &about);
    if (owner <= 0 || !is_party(r, meeting, owner) || !staff_load(r->db, (struct staff_id){ owner }, &staff)) {
        form_error(form, "hvem", say(r->language, "Vælg, hvem der gør det."));
        return false;
    }
    if (about > 0 && !is_on_the_list(r, meeting, about)) {
        form_error(form, "om_borger", say(r->language, "Vælg en af mulighederne."));
        return false;
    }
    decision->citizen.n = about > 0 ? about : 0;
    decision->unit = staff.unit;
    decision->owner = staff.id;
    return true;
}

struct reply coordination_post(struct request *r)
{
    struct meeting_row meeting;
    struct form form = form_read(r);
    int64_t version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX);
    struct task_insert_in decision = { 0 };

    if (!meeting_of_path(r, &meeting))
        return reply_not_found(r);
    bool is_decided = decision_read(r, &form, meeting.id, &decision);
    if (form.error_count == 0 && meeting_set_note(r->db, meeting.note, r->now, (struct staff_id){ r->actor.id },
                                                  meeting.id, version) == 0) {
        form_set_int(&form, "version", meeting.version);
        form_error(&form, "beslutning", say(r->language, "En kollega har skrevet imens. Se siden i et andet vindue, og gem igen."));
    }
    if (form.error_count > 0)
        return show(r, &meeting, form);
    if (is_decided)
        task_decide(r->db, meeting.id, &decision);
    write_minutes(r, &form, &meeting);
    meeting.version = version + 1;
    if (text_is(form_value(&form, "gem"), "holdt") && text_is(meeting.state, "booked"))
        meeting_hold_unit(r->db, &meeting);
    request_tell(r, say(r->language, "Referatet er gemt."), NULL);
    return reply_see_other(r, "/koordinering/%lld", (long long)meeting.id.n);
}
