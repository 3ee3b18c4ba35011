/* SPDX-License-Identifier: MIT
 * talk.c: a conversation in at most four clicks: how, when, with whom, about what, what was agreed, and
 * the next one, all filled in from the calendar; and booking one ahead. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "library/library.h"
#include "meeting/pages.h"
#include "meeting/rules.h"
#include "meeting_talk_page.h"

enum { WORDS_MAX = 4000, NAME_MAX = 200, MINUTES_MOST = 600 };

static const char topics_separator[] = ", ";
static const char *const topic_codes[] = { "goal", "job", "danish", "everyday", NULL };

/* "samtale" and the meetings with citizens of the schemes she is in. */
static struct choices kinds(struct request *r, struct citizen_id citizen)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(r->db, citizen);
    LIST_OF(struct choice) choices = { 0 };

    *LIST_ADD(r->arena, &choices) = (struct choice){ "samtale", meeting_code_label(r, "samtale") };
    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = casefile_scheme_running(r->db, &enrolments.at[i]);
        for (size_t m = 0; scheme != NULL && m < scheme->meetings.count; m++) {
            const struct scheme_meeting *meeting = &scheme->meetings.at[m];
            if (meeting->agenda.count == 0)
                *LIST_ADD(r->arena, &choices) =
                    (struct choice){ meeting->id.text, words_in(meeting->text, (int)r->language) };
        }
    }
    return (struct choices){ choices.at, choices.count };
}

/* A meeting that she can have, or one that every municipality knows. The address and the form are anybody's words. */
static bool is_kind(struct request *r, struct citizen_id citizen, const char *code)
{
    struct choices known = kinds(r, citizen);

    for (size_t i = 0; i < known.count; i++)
        if (text_is(known.at[i].code, code))
            return true;
    return glossary_find("meeting_code", code) != NULL;
}

/* The citizen, an interpreter, and the team without the one who writes. Codes: a role, or "staff:7". */
static struct choices people(struct request *r, const struct citizen_row *citizen)
{
    struct team_row_list team = casefile_team(r->db, citizen->id);
    LIST_OF(struct choice) choices = { 0 };

    *LIST_ADD(r->arena, &choices) = (struct choice){ "citizen", citizen->first_name };
    *LIST_ADD(r->arena, &choices) = (struct choice){ "interpreter", say(r->language, "Tolk") };
    for (size_t i = 0; i < team.count; i++)
        if (team.at[i].staff.n != r->actor.id)
            *LIST_ADD(r->arena, &choices) = (struct choice){
                arena_format(r->arena, "%s:%lld", team.at[i].role, (long long)team.at[i].staff.n), team.at[i].name };
    return (struct choices){ choices.at, choices.count };
}

static struct reply show(struct request *r, const struct citizen_row *citizen, struct form form, bool is_booking)
{
    struct page page = page_new(r);
    struct talk_view view = {
        .citizen = *citizen,
        .form = form,
        .path = arena_format(r->arena, "/borger/%lld/%s", (long long)citizen->id.n, is_booking ? "moeder/ny" : "samtaler/ny"),
        .title = say_with(r->arena, r->language, is_booking ? SAY("Nyt møde med {1}") : SAY("Samtale med {1}"),
                          citizen->first_name, NULL),
        .next_from = say(r->language, "om fire uger, samme tid"),
        .is_booking = is_booking,
        .ways = glossary_some(r, "meeting_kind", meeting_way_codes),
        .kinds = kinds(r, citizen->id),
        .people = people(r, citizen),
        .topics = glossary_some(r, "meeting_topic", topic_codes),
    };

    if (!is_booking) {
        view.considerations = considerations_of(r, citizen->id, &view.form);
        view.track = track_asked(r, citizen->id);
    }
    talk(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static void tick(struct request *r, struct form *form, const char *name, const char *value)
{
    *LIST_ADD(r->arena, form) = (struct form_field){ .name = name, .value = value };
}

/* The meeting named in the address, or the one booked today. */
static struct meeting_id booked_for(struct request *r, struct citizen_id citizen)
{
    int64_t asked;

    if (text_to_int(request_query(r, "moede"), &asked) && asked > 0)
        return (struct meeting_id){ asked };
    return meeting_booked_between(r->db, citizen, day_begin(r->today), day_end(r->today));
}

static void fill(struct request *r, struct form *form, const struct citizen_row *citizen, bool is_booking)
{
    struct meeting_id id = is_booking ? (struct meeting_id){ 0 } : booked_for(r, citizen->id);
    struct meeting_row booked = { 0 };
    bool is_booked = id.n != 0 && meeting_load(r->db, id, &booked) && booked.citizen.n == citizen->id.n &&
                     text_is(booked.state, "booked");
    instant at = is_booked && booked.meets_at <= r->now ? booked.meets_at : r->now;
    const char *asked = request_query(r, "slags");

    form_set(form, "hvordan", is_booked ? booked.way : meeting_way_codes[WAY_PERSON]);
    form_set(form, "slags", is_booked ? booked.code : is_kind(r, citizen->id, asked) ? asked : "samtale");
    form_set_instant(form, "hvornaar", is_booking ? meeting_propose_next(r->now, NEXT_TALK_DAYS) : at);
    form_set_int(form, "minutter", 30);
    form_set(form, "praktik", request_query(r, "praktik"));
    if (is_booked)
        form_set_int(form, "moede", id.n);
    if (!is_booking)
        form_set_instant(form, "naeste", meeting_propose_next(at, NEXT_TALK_DAYS));
    tick(r, form, "med", "citizen");
    if (considerations_are_asked(r, citizen->id, form_value(form, "slags")))
        form_set(form, "hensyn_talt", "1");
    if (citizen->is_interpreter_needed)
        tick(r, form, "med", "interpreter");
}

static struct reply get(struct request *r, bool is_booking)
{
    struct citizen_row citizen;
    struct form form = form_new(r);

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &citizen))
        return reply_not_found(r);
    fill(r, &form, &citizen, is_booking);
    return show(r, &citizen, form, is_booking);
}

/* Links say what is due; a follow-up of a placement has a page of its own, and so has booking. */
struct reply talk_get(struct request *r)
{
    long long citizen = (long long)request_id(r, "citizen");
    const char *asked = request_query(r, "slags");
    const char *kind = asked[strspn(asked, "abcdefghijklmnopqrstuvwxyz0123456789_")] == 0 ? asked : "";
    int64_t placement;

    if (text_is(kind, "opfolgning") && text_to_int(request_query(r, "praktik"), &placement) && placement > 0)
        return reply_see_other(r, "/praktik/%lld/opfolgning", (long long)placement);
    if (text_is(request_query(r, "book"), "1"))
        return reply_see_other(r, "/borger/%lld/moeder/ny?slags=%s", citizen, kind);
    return get(r, false);
}

struct reply booking_get(struct request *r)
{
    return get(r, true);
}

/* As whom the one who writes is there: the role on the team, else caseworker. */
static const char *own_role(struct request *r, struct citizen_id citizen)
{
    struct team_row_list team = casefile_team(r->db, citizen);

    for (size_t i = 0; i < team.count; i++)
        if (team.at[i].staff.n == r->actor.id && !text_is(team.at[i].role, "coordinator"))
            return team.at[i].role;
    return "caseworker";
}

/* Ticked people as guests; a code "role:7" names a member of staff. The one who writes is there too. */
static struct meeting_guest *guests_read(struct request *r, struct form *form, struct citizen_id citizen, bool has_come,
                                         size_t *count)
{
    struct text_pieces ticked = form_all(form, "med");
    struct meeting_guest *guests = arena_array(r->arena, ticked.count + 1, sizeof *guests);

    for (size_t i = 0; i < ticked.count; i++) {
        struct text_pieces parts = text_split(r->arena, ticked.at[i], ':');
        int64_t staff = 0;
        if (parts.count == 2)
            text_to_int(parts.at[1], &staff);
        guests[i] = (struct meeting_guest){ .role = parts.at[0], .staff = { staff }, .has_come = has_come };
    }
    guests[ticked.count] =
        (struct meeting_guest){ .role = own_role(r, citizen), .staff = { r->actor.id }, .has_come = has_come };
    *count = ticked.count + 1;
    return guests;
}

static struct meeting_plan plan_read(struct request *r, struct form *form, struct citizen_id citizen, bool is_booking)
{
    int way = form_choice(form, "hvordan", FORM_REQUIRED, meeting_way_codes);
    struct meeting_plan plan = {
        .citizen = citizen,
        .code = form_text(form, "slags", FORM_OPTIONAL, NAME_MAX),
        .way = way < 0 ? WAY_PERSON : (enum meeting_way)way,
        .meets_at = form_instant(form, "hvornaar", FORM_REQUIRED),
        .place = form_text(form, "sted", FORM_OPTIONAL, NAME_MAX),
        .has_interpreter = form_has(form, "med", "interpreter"),
    };

    if (*plan.code != 0 && !is_kind(r, citizen, plan.code))
        form_error(form, "slags", say(r->language, "Vælg en af mulighederne."));
    int64_t placement = 0;
    if (text_to_int(form_value(form, "praktik"), &placement) && placement > 0)
        plan.placement = meeting_placement_of(r->db, (struct placement_id){ placement }, citizen);
    if (is_booking)
        plan.minutes = form_int(form, "minutter", FORM_OPTIONAL, 5, MINUTES_MOST);
    if (plan.minutes < 0)
        plan.minutes = 0;
    plan.guests = guests_read(r, form, citizen, !is_booking, &plan.guest_count);
    return plan;
}

/* "goal, job": codes, so that a report can count them. */
static const char *topics_read(struct request *r, struct form *form)
{
    struct text_pieces ticked = form_all(form, "om");
    struct text words = text_new(r->arena);

    for (size_t i = 0; i < ticked.count; i++) {
        if (i > 0)
            text_add(&words, topics_separator);
        text_add(&words, ticked.at[i]);
    }
    return text_done(&words);
}

/* Held as booked when it was booked, else as a meeting of its own; the meeting's id, 0 when overtaken. */
static struct meeting_id save(struct request *r, struct form *form, const struct meeting_plan *plan,
                              const struct meeting_result *result)
{
    int64_t booked_id = 0;
    struct meeting_row booked;

    text_to_int(form_value(form, "moede"), &booked_id);
    if (booked_id <= 0 || !meeting_load(r->db, (struct meeting_id){ booked_id }, &booked) ||
        booked.citizen.n != plan->citizen.n)
        return meeting_hold_unbooked(r->db, plan, result);
    if (!text_is(booked.state, "booked"))
        return (struct meeting_id){ 0 };
    struct meeting_plan as_booked = *plan;
    as_booked.placement = booked.placement.n != 0 ? booked.placement : plan->placement;
    as_booked.scheme = booked.scheme;
    return meeting_hold(r->db, &booked, &as_booked, result) ? booked.id : (struct meeting_id){ 0 };
}

struct reply talk_post(struct request *r)
{
    struct citizen_row citizen;
    struct form form = form_read(r);

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &citizen))
        return reply_not_found(r);
    struct meeting_plan plan = plan_read(r, &form, citizen.id, false);
    struct meeting_result result = {
        .topics = topics_read(r, &form),
        .agreed = form_text(&form, "aftalt", FORM_OPTIONAL, WORDS_MAX),
        .next_at = form_instant(&form, "naeste", FORM_OPTIONAL),
    };
    if (form.error_count == 0 && plan.meets_at > r->now)
        form_error(&form, "hvornaar", say(r->language, "Det er ikke sket endnu. Book mødet i stedet."));
    if (form.error_count == 0 && result.next_at != INSTANT_NONE && result.next_at <= r->now)
        form_error(&form, "naeste", say(r->language, "Tidspunktet er gået."));
    bool has_considerations = considerations_read(r, &form, citizen.id, plan.code);
    struct talk_track asked = track_asked(r, citizen.id);
    const char *track = track_read(&form, &asked);
    if (form.error_count > 0)
        return show(r, &citizen, form, false);
    struct meeting_id meeting = save(r, &form, &plan, &result);
    if (meeting.n == 0)
        return reply_conflict(r, say(r->language, "samtalen"));
    if (has_considerations)
        considerations_write(r, &form, citizen.id, meeting, plan.meets_at);
    if (*track != 0)
        casefile_choose_track(r->db, &asked.enrolment, track, day_of_instant(plan.meets_at), "");
    request_tell(r, say(r->language, "Samtalen er gemt."),
                 arena_format(r->arena, "/moeder/%lld/fortryd", (long long)meeting.n));
    return reply_see_other(r, "/borger/%lld/samtaler", (long long)citizen.id.n);
}

struct reply booking_post(struct request *r)
{
    struct citizen_row citizen;
    struct form form = form_read(r);

    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &citizen))
        return reply_not_found(r);
    struct meeting_plan plan = plan_read(r, &form, citizen.id, true);
    if (form.error_count == 0 && plan.meets_at <= r->now)
        form_error(&form, "hvornaar", say(r->language, "Tidspunktet er gået."));
    if (form.error_count > 0)
        return show(r, &citizen, form, true);
    struct meeting_id meeting = meeting_book(r->db, &plan);
    request_tell(r, say(r->language, "Mødet er aftalt."),
                 arena_format(r->arena, "/moeder/%lld/fortryd", (long long)meeting.n));
    return reply_see_other(r, "/borger/%lld/samtaler", (long long)citizen.id.n);
}
