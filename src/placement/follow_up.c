/* SPDX-License-Identifier: MIT
 * follow_up.c: a follow-up of a placement (R13: every third week at least): who came, the agreed items
 * scored together, what was agreed, and the next one booked with it. */
#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "meeting/rules.h"
#include "placement/pages.h"
#include "placement_follow_up_page.h"

enum { WORDS_MAX = 4000, SCORE_LEAST = 100, SCORE_MOST = 500, HALF = 50 };

static const struct choice guests[] = {
    { "citizen", SAY("Borgeren") },
    { "company_contact", SAY("Virksomheden") },
    { "employment_consultant", SAY("Konsulent") },
    { "cultural_mediator", SAY("Kulturformidler") },
    { "interpreter", SAY("Tolk") },
};
enum { GUEST_COUNT = sizeof guests / sizeof *guests, GUESTS_USUAL = 3 };

static struct reply show(struct request *r, const struct placement_row *placement, const struct citizen_row *citizen,
                         struct form form)
{
    struct page page = page_new(r);
    struct follow_up_view view = {
        .placement = *placement,
        .citizen = *citizen,
        .path = arena_format(r->arena, "/praktik/%lld/opfolgning", (long long)placement->id.n),
        .title = say_with(r->arena, r->language, "Opfølgning: {1} hos {2}", citizen->first_name,
                          placement->company_name, NULL),
        .form = form,
        .items = item_lines_of(r, placement->id),
        .ways = glossary_some(r, "meeting_kind", meeting_way_codes),
        .guests = { guests, GUEST_COUNT },
    };

    follow_up(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* Is the one after this booked already? */
static bool has_later(struct request *r, struct placement_id placement)
{
    struct meeting_row_list meetings = meeting_of_placement(r->db, placement);

    for (size_t i = 0; i < meetings.count; i++)
        if (text_is(meetings.at[i].state, "booked") && text_is(meetings.at[i].code, "opfolgning") &&
            day_of_instant(meetings.at[i].meets_at) > r->today)
            return true;
    return false;
}

struct reply follow_up_get(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;
    struct form form = form_new(r);

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    form_set(&form, "hvordan", meeting_way_codes[WAY_COMPANY]);
    form_set_instant(&form, "hvornaar", r->now);
    if (!has_later(r, placement.id))
        form_set_instant(&form, "naeste", meeting_propose_next(r->now, FOLLOW_UP_DAYS));
    for (size_t i = 0; i < GUESTS_USUAL; i++)
        *LIST_ADD(r->arena, &form) = (struct form_field){ .name = "med", .value = guests[i].code };
    if (citizen.is_interpreter_needed)
        *LIST_ADD(r->arena, &form) = (struct form_field){ .name = "med", .value = "interpreter" };
    return show(r, &placement, &citizen, form);
}

/* Scores are 1 to 5 in half steps; an item without one was not talked about. */
static bool score_read(struct form *form, const char *name, int64_t *score)
{
    *score = form_hundredths(form, name, FORM_OPTIONAL);
    if (*score == INT64_MIN)
        return false;
    if (*score >= SCORE_LEAST && *score <= SCORE_MOST && *score % HALF == 0)
        return true;
    form_error(form, name, say(form->request->language, "Et tal fra 1 til 5, også halve."));
    return false;
}

static void scores_read(struct request *r, struct form *form, struct placement_id placement, struct meeting_id meeting)
{
    struct placement_item_row_list items = placement_items(r->db, placement);
    struct item_lines lines = item_lines_of(r, placement);

    for (size_t i = 0; i < items.count && i < lines.count; i++) { /* Of two reads one may have failed. */
        int64_t score;
        if (score_read(form, lines.at[i].name, &score) && meeting.n != 0)
            placement_score_put(r->db, items.at[i].id, meeting, score);
    }
}

/* Who came, each ticked. The consultant is the one who writes. */
static struct meeting_guest *guests_read(struct request *r, struct form *form, const struct placement_row *placement,
                                         size_t *count)
{
    struct text_pieces came = form_all(form, "med");
    struct meeting_guest *list = arena_array(r->arena, came.count, sizeof *list);

    for (size_t i = 0; i < came.count; i++) {
        list[i] = (struct meeting_guest){ .role = came.at[i], .has_come = true };
        if (text_is(came.at[i], "employment_consultant"))
            list[i].staff = (struct staff_id){ r->actor.id };
        if (text_is(came.at[i], "company_contact"))
            list[i].name = placement->contact_name == NULL ? placement->company_name : placement->contact_name;
    }
    *count = came.count;
    return list;
}

/* The follow-up that was booked for this day or before and has not been told of; false without one. */
static bool booked_of(struct request *r, struct placement_id placement, instant held_at, struct meeting_row *booked)
{
    struct meeting_row_list meetings = meeting_of_placement(r->db, placement);

    for (size_t i = 0; i < meetings.count; i++)
        if (text_is(meetings.at[i].state, "booked") && text_is(meetings.at[i].code, "opfolgning") &&
            day_of_instant(meetings.at[i].meets_at) <= day_of_instant(held_at)) {
            *booked = meetings.at[i];
            return true;
        }
    return false;
}

/* Held as booked, or as a follow-up of its own. */
static struct meeting_id hold(struct request *r, const struct meeting_plan *plan, const struct meeting_result *result)
{
    struct meeting_row booked;

    if (booked_of(r, plan->placement, plan->meets_at, &booked) && meeting_hold(r->db, &booked, plan, result))
        return booked.id;
    return meeting_hold_unbooked(r->db, plan, result);
}

struct reply follow_up_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;
    struct form form = form_read(r);
    int way = form_choice(&form, "hvordan", FORM_REQUIRED, meeting_way_codes);
    struct meeting_plan plan = { .code = "opfolgning", .meets_at = form_instant(&form, "hvornaar", FORM_REQUIRED) };
    struct meeting_result result = {
        .agreed = form_text(&form, "aftalt", FORM_OPTIONAL, WORDS_MAX),
        .next_at = form_instant(&form, "naeste", FORM_OPTIONAL),
    };

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    scores_read(r, &form, placement.id, (struct meeting_id){ 0 });
    if (form.error_count == 0 && plan.meets_at > r->now)
        form_error(&form, "hvornaar", say(r->language, "Det er ikke sket endnu."));
    if (form.error_count > 0)
        return show(r, &placement, &citizen, form);
    plan.citizen = citizen.id;
    plan.placement = placement.id;
    plan.scheme = placement.scheme;
    plan.way = (enum meeting_way)way;
    plan.has_interpreter = form_has(&form, "med", "interpreter");
    plan.guests = guests_read(r, &form, &placement, &plan.guest_count);
    struct meeting_id meeting = hold(r, &plan, &result);
    scores_read(r, &form, placement.id, meeting);
    request_tell(r, say(r->language, "Opfølgningen er gemt."),
                 arena_format(r->arena, "/moeder/%lld/fortryd", (long long)meeting.n));
    return reply_see_other(r, "/praktik/%lld", (long long)placement.id.n);
}
