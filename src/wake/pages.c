/* SPDX-License-Identifier: MIT
 * pages.c: the list of a morning by time, with one press a call; and a citizen's own calls. */
#include "wake/pages.h"

#include <stdio.h>

#include "base/text.h"
#include "staff/staff.h"
#include "wake_wake_page.h"

enum { WORDS_MAX = 300, MARKS_SHOWN = 20, HOUR = 60 };

static const struct choice weekday_choices[WEEKDAY_COUNT] = {
    { "0", SAY("mandag") }, { "1", SAY("tirsdag") }, { "2", SAY("onsdag") }, { "3", SAY("torsdag") },
    { "4", SAY("fredag") }, { "5", SAY("lørdag") },  { "6", SAY("søndag") },
};

static const char *minute_say(struct request *r, int64_t minute)
{
    return say_time(r->arena, r->language, instant_of(r->today, (int)(minute / HOUR), (int)(minute % HOUR), 0));
}

/* ---- The morning ---- */

static void list_load(struct request *r, struct wake_list_view *view)
{
    struct staff_id self = { r->actor.id };
    int64_t bit = (int64_t)1 << day_weekday(view->on);
    struct wake_listed_list rows = wake_calls_on(r->db, view->on, bit, request_may(r, MAY_CASE_ALL), self);

    view->iso = day_iso(r->arena, view->on);
    view->before = view->on - 1;
    view->after = view->on + 1;
    view->is_today = view->on == r->today;
    view->may_write = request_may(r, MAY_CASE_WRITE);
    view->results = choices_of_list(r, "wake_result");
    view->phones = phone_hours_all(r->db);
    view->lines = (struct wake_lines){ arena_array(r->arena, rows.count, sizeof *view->lines.at), rows.count };
    for (size_t i = 0; i < rows.count; i++) {
        view->lines.at[i] = (struct wake_line){ &rows.at[i], minute_say(r, rows.at[i].minute) };
        view->marked += !text_is_blank(rows.at[i].result);
    }
    for (size_t i = 0; i < view->phones.count; i++)
        if (view->phones.at[i].staff.n == self.n && view->phone_form.count == 0)
            form_set(&view->phone_form, "tid", view->phones.at[i].words);
}

/* Tomorrow in the afternoon, when it is planned; else today. */
static day day_asked(struct request *r)
{
    day on = DAY_NONE;
    bool is_afternoon = local_of(r->now).hour >= 12;

    return day_read(request_query(r, "dag"), &on) ? on : r->today + is_afternoon;
}

static struct reply list_get(struct request *r)
{
    struct wake_list_view view = { .on = day_asked(r), .form = form_new(r), .phone_form = form_new(r) };
    struct page page = page_new(r);

    list_load(r, &view);
    wake_list(&page, &view);
    return reply_page(&page.text);
}

static struct reply back_to(struct request *r, day on)
{
    return reply_see_other(r, "/vaekning?dag=%s", day_iso(r->arena, on));
}

/* Only of today: what has not been rung yet has no result. */
static struct reply mark_post(struct request *r)
{
    struct form form = form_read(r);
    int result = form_choice(&form, "svar", FORM_REQUIRED, wake_result_codes);
    const char *words = form_text(&form, "ord", FORM_OPTIONAL, WORDS_MAX);
    struct wake_call_loaded call;

    if (!wake_call_load(r->db, (struct wake_call_id){ request_id(r, "opkald") }, &call) || form.error_count > 0)
        return reply_not_found(r);
    if (!wake_mark(r->db, &call, r->today, (enum wake_result)result, words))
        return reply_conflict(r, say(r->language, "opkaldet"));
    request_tell(r, say(r->language, "Opkaldet er noteret."), arena_format(r->arena, "/vaekning/%lld/fortryd", (long long)call.id.n));
    return back_to(r, r->today);
}

static struct reply unmark_post(struct request *r)
{
    struct wake_call_loaded call;

    if (!wake_call_load(r->db, (struct wake_call_id){ request_id(r, "opkald") }, &call))
        return reply_not_found(r);
    if (!wake_unmark(r->db, &call, r->today))
        return reply_conflict(r, say(r->language, "opkaldet"));
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return back_to(r, r->today);
}

static struct reply phone_post(struct request *r)
{
    struct form form = form_read(r);
    const char *words = form_text(&form, "tid", FORM_OPTIONAL, WORDS_MAX);

    if (form.error_count > 0)
        return reply_not_found(r);
    phone_hours_put(r->db, (struct staff_id){ r->actor.id }, words);
    request_tell(r, say(r->language, "Din telefontid er gemt."), NULL);
    return reply_see_other(r, "/vaekning");
}

/* ---- A citizen's calls ---- */

static const char *weekdays_say(struct request *r, int64_t bits)
{
    struct text words = text_new(r->arena);

    for (int i = 0; i < WEEKDAY_COUNT; i++)
        if (bits >> i & 1)
            text_add_format(&words, "%s%s", words.length > 0 ? ", " : "", say(r->language, weekday_choices[i].label));
    return text_done(&words);
}

static struct choices callers_of(struct request *r, struct unit_id unit)
{
    struct staff_row_list rows = staff_all(r->db);
    struct choice *choices = arena_array(r->arena, rows.count, sizeof *choices);
    size_t count = 0;

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].unit.n == unit.n && rows.at[i].is_active)
            choices[count++] = (struct choice){ arena_format(r->arena, "%lld", (long long)rows.at[i].id.n), rows.at[i].name };
    return (struct choices){ choices, count };
}

static bool view_load(struct request *r, struct wake_view *view)
{
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view->citizen))
        return false;
    struct wake_call_row_list rows = wake_calls_of(r->db, view->citizen.id);
    view->name = citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    view->may_write = request_may(r, MAY_CASE_WRITE);
    view->weekdays = (struct choices){ weekday_choices, WEEKDAY_COUNT };
    view->callers = callers_of(r, view->citizen.unit);
    view->marks = wake_marks_of(r->db, view->citizen.id, MARKS_SHOWN);
    view->times = (struct wake_times){ arena_array(r->arena, rows.count, sizeof *view->times.at), rows.count };
    for (size_t i = 0; i < rows.count; i++)
        view->times.at[i] = (struct wake_time){
            &rows.at[i], minute_say(r, rows.at[i].minute), weekdays_say(r, rows.at[i].weekdays),
            rows.at[i].to_day == DAY_NONE || rows.at[i].to_day >= r->today };
    return true;
}

static struct reply show(struct request *r, const struct wake_view *view)
{
    struct page page = page_new(r);

    wake_citizen(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply citizen_get(struct request *r)
{
    struct wake_view view = { .form = form_new(r) };

    form_set_day(&view.form, "fra", r->today + 1);
    return view_load(r, &view) ? show(r, &view) : reply_not_found(r);
}

/* "6.45" or "06:45" as minutes after midnight; -1 with an error when it is neither. */
static int64_t minute_read(struct form *form, const char *name)
{
    const char *typed = form_text(form, name, FORM_REQUIRED, 5);
    int hour = -1, minute = -1;
    char sign = 0;

    if (form_error_of(form, name) != NULL)
        return -1;
    if (sscanf(typed, "%2d%c%2d", &hour, &sign, &minute) != 3 || (sign != '.' && sign != ':') || hour < 0 || hour > 23 ||
        minute < 0 || minute > 59) {
        form_error(form, name, say(form->request->language, "Skriv tiden som 8.30."));
        return -1;
    }
    return hour * HOUR + minute;
}

static int64_t weekdays_read(struct form *form)
{
    int64_t bits = 0;

    for (int i = 0; i < WEEKDAY_COUNT; i++)
        if (form_has(form, "dage", weekday_choices[i].code))
            bits |= (int64_t)1 << i;
    if (bits == 0)
        form_error(form, "dage", say(form->request->language, "Vælg mindst én dag."));
    return bits;
}

static struct reply citizen_post(struct request *r)
{
    struct wake_view view = { .form = form_read(r) };
    struct form *form = &view.form;

    if (!view_load(r, &view))
        return reply_not_found(r);
    int64_t caller = form_int(form, "hvem", FORM_OPTIONAL, 1, INT64_MAX);
    struct wake_call_insert_in call = {
        .citizen = view.citizen.id, .weekdays = weekdays_read(form), .minute = minute_read(form, "tid"),
        .from_day = form_day(form, "fra", FORM_REQUIRED), .to_day = form_day(form, "til", FORM_OPTIONAL),
        .caller = { caller > 0 ? caller : 0 }, .words = form_text(form, "ord", FORM_REQUIRED, WORDS_MAX),
    };
    if (call.to_day != DAY_NONE && call.from_day != DAY_NONE && call.to_day < call.from_day)
        form_error(form, "til", say(r->language, "Den sidste dag ligger før den første."));
    if (form->error_count > 0)
        return show(r, &view);
    wake_call_insert(r->db, &call);
    request_tell(r, say(r->language, "Opkaldet er lagt på listen."), NULL);
    return reply_see_other(r, "/borger/%lld/vaekning", (long long)view.citizen.id.n);
}

static struct reply stop_post(struct request *r)
{
    struct wake_call_loaded call;

    if (!wake_call_load(r->db, (struct wake_call_id){ request_id(r, "opkald") }, &call))
        return reply_not_found(r);
    if (wake_call_stop(r->db, r->today, call.id, call.citizen, call.version) == 0)
        return reply_conflict(r, say(r->language, "opkaldet"));
    request_tell(r, say(r->language, "Der ringes ikke mere fra i morgen."), NULL);
    return reply_see_other(r, "/borger/%lld/vaekning", (long long)call.citizen.n);
}

static const struct route routes[] = {
    { GET, "/vaekning", MAY_CASE_READ, list_get },
    { POST, "/vaekning/telefon", MAY_CASE_READ, phone_post },
    { POST, "/vaekning/{opkald}", MAY_CASE_WRITE, mark_post },
    { POST, "/vaekning/{opkald}/fortryd", MAY_CASE_WRITE, unmark_post },
    { POST, "/vaekning/{opkald}/stop", MAY_CASE_WRITE, stop_post },
    { GET, "/borger/{citizen}/vaekning", MAY_CASE_READ, citizen_get },
    { POST, "/borger/{citizen}/vaekning", MAY_CASE_WRITE, citizen_post },
    { 0 },
};

const struct feature wake_feature = { .name = "wake", .routes = routes };
