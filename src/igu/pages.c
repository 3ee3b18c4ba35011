/* SPDX-License-Identifier: MIT
 * pages.c: the calendar of an IGU contract, and all that run on a day, counted by where the citizens live. */
#include "igu/pages.h"

#include "base/text.h"
#include "citizen/citizen.h"
#include "employer/pages.h"
#include "igu_igu_page.h"

enum { NAME_MAX = 120, CONTRACTS_MOST = 200 };

static bool open_contract(struct request *r, struct igu_view *view)
{
    if (!placement_load(r->db, (struct placement_id){ request_id(r, "placement") }, &view->placement) ||
        !text_is(view->placement.kind, "igu"))
        return false;
    view->title = say_with(r->arena, r->language, "IGU hos {1}", view->placement.company_name, NULL);
    view->weeks = igu_weeks_of(r->db, view->placement.id, view->placement.citizen);
    view->law_weeks = igu_law_weeks(r->db, view->placement.from_day);
    view->may_write = request_may(r, MAY_PLACEMENT_WRITE);
    struct hours_series hours = placement_hours_of(r->db, &view->placement, text_is(view->placement.state, "agreed"));
    for (size_t i = 0; i < hours.count; i++)
        if (hours.at[i].from <= r->today || i == 0)
            view->hours = hours.at[i].hours;
    return true;
}

static struct reply show(struct request *r, struct igu_view *view)
{
    struct page page = page_new(r);
    int64_t wanted = 0;

    text_to_int(form_value(&view->form, "antal"), &wanted);
    view->stand = igu_stand(r->db, &view->placement, wanted, &view->weeks, r->today);
    view->calendar = igu_calendar_of(view);
    igu_contract(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static void fill_new(struct request *r, struct igu_view *view)
{
    struct citizen_row citizen;

    if (view->law_weeks > 0)
        form_set_int(&view->form, "antal", view->law_weeks);
    if (citizen_load(r->db, view->placement.citizen, &citizen))
        form_set(&view->form, "bopael", citizen.town);
}

/* Ticks what is planned; `?fordel=1` proposes weeks spread evenly instead, those held first. */
static void fill_weeks(struct request *r, struct igu_view *view)
{
    day mondays[IGU_WEEKS_MOST];
    int64_t wanted = 0;

    if (text_is(request_query(r, "fordel"), "1") && view->placement.to_day != DAY_NONE &&
        text_to_int(form_value(&view->form, "antal"), &wanted)) {
        size_t count = igu_spread(view->placement.from_day, view->placement.to_day, wanted, mondays);
        for (size_t i = 0; i < count; i++)
            form_add(&view->form, "uge", day_iso(r->arena, mondays[i]));
        return;
    }
    for (size_t i = 0; i < view->weeks.count; i++)
        form_add(&view->form, "uge", day_iso(r->arena, view->weeks.at[i].monday_day));
}

static struct reply contract_get(struct request *r)
{
    struct igu_view view = { .form = form_new(r) };
    struct igu_contract_row contract;

    if (!open_contract(r, &view))
        return reply_not_found(r);
    if (igu_contract_of(r->db, view.placement.id, view.placement.citizen, &contract)) {
        form_set(&view.form, "skole", contract.school);
        form_set(&view.form, "bopael", contract.residence);
        form_set_int(&view.form, "antal", contract.weeks_wanted);
    } else {
        fill_new(r, &view);
    }
    fill_weeks(r, &view);
    return show(r, &view);
}

/* The Mondays that were ticked; one that is none, or outside the contract, is an error. */
static size_t read_mondays(struct request *r, struct igu_view *view, day mondays[IGU_WEEKS_MOST])
{
    struct text_pieces typed = form_all(&view->form, "uge");
    size_t count = 0;

    for (size_t i = 0; i < typed.count && count < IGU_WEEKS_MOST; i++) {
        day monday = DAY_NONE;
        if (day_read(typed.at[i], &monday) && day_weekday(monday) == MONDAY &&
            igu_week_is_inside(view->placement.from_day, view->placement.to_day, monday))
            mondays[count++] = monday;
        else
            form_error(&view->form, "uge", say(r->language, "En uge ligger uden for kontrakten."));
    }
    return count;
}

static struct reply contract_post(struct request *r)
{
    struct igu_view view = { .form = form_read(r) };
    day mondays[IGU_WEEKS_MOST];

    if (!open_contract(r, &view))
        return reply_not_found(r);
    struct igu_wish wish = {
        .school = form_text(&view.form, "skole", FORM_OPTIONAL, NAME_MAX),
        .residence = form_text(&view.form, "bopael", FORM_REQUIRED, NAME_MAX),
        .weeks_wanted = form_int(&view.form, "antal", FORM_REQUIRED, 1, IGU_WEEKS_MOST),
        .mondays = mondays,
        .monday_count = read_mondays(r, &view, mondays),
    };
    if (view.form.error_count > 0)
        return show(r, &view);
    igu_write(r->db, &view.placement, &wish);
    request_tell(r, say(r->language, "Kalenderen er gemt."), NULL);
    return reply_see_other(r, "/praktik/%lld/igu", (long long)view.placement.id.n);
}

static struct reply hold(struct request *r, bool is_held)
{
    struct placement_row placement;
    struct igu_week_id week = { request_id(r, "igu_week") };

    if (!placement_load(r->db, (struct placement_id){ request_id(r, "placement") }, &placement) ||
        !igu_hold_week(r->db, &placement, week, is_held))
        return reply_not_found(r);
    request_tell(r, is_held ? say(r->language, "Skoleugen er afholdt.") : say(r->language, "Det er fortrudt."),
                 is_held ? arena_format(r->arena, "/praktik/%lld/igu/uge/%lld/fortryd", (long long)placement.id.n,
                                        (long long)week.n) : NULL);
    return reply_see_other(r, "/praktik/%lld/igu", (long long)placement.id.n);
}

static struct reply held_post(struct request *r)
{
    return hold(r, true);
}

static struct reply held_undo_post(struct request *r)
{
    return hold(r, false);
}

static struct reply list_get(struct request *r)
{
    struct igu_list_view view = { .form = form_read(r) };
    struct page page = page_new(r);

    view.on = form_day(&view.form, "dag", FORM_OPTIONAL);
    if (view.on == DAY_NONE)
        view.on = r->today;
    form_set_day(&view.form, "dag", view.on);
    view.contracts = igu_running(r->db, view.on, request_may(r, MAY_CASE_ALL), (struct staff_id){ r->actor.id }, CONTRACTS_MOST);
    view.residences = igu_by_residence(r->db, view.on);
    for (size_t i = 0; i < view.residences.count; i++)
        view.count += view.residences.at[i].contract_count;
    igu_list(&page, &view);
    return reply_page(&page.text);
}

static const struct route routes[] = {
    { GET, "/igu", MAY_PLACEMENT_READ, list_get },
    { GET, "/praktik/{placement}/igu", MAY_PLACEMENT_READ, contract_get },
    { POST, "/praktik/{placement}/igu", MAY_PLACEMENT_WRITE, contract_post },
    { POST, "/praktik/{placement}/igu/uge/{igu_week}/afholdt", MAY_PLACEMENT_WRITE, held_post },
    { POST, "/praktik/{placement}/igu/uge/{igu_week}/fortryd", MAY_PLACEMENT_WRITE, held_undo_post },
    { 0 },
};

const struct feature igu_feature = { .name = "igu", .routes = routes };
