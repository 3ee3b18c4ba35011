/* SPDX-License-Identifier: MIT
 * closed.c: the days on which the municipality is closed, by year, and what one more or less of them does to
 * deadlines, before it is saved. Public holidays are law/workday.h. */
#include "base/list.h"
#include "engine_sql.h"
#include "law/workday.h"
#include "library/pages.h"
#include "library_closed_page.h"
#include "web/percent.h"

enum { TRIED_MOST = 400, TOUCHED_MOST = 300, NAME_MAX_LENGTH = 60, YEARS_ABOUT = 20 };

static bool is_own(const struct closed_day_row_list *days, day on, const char **name)
{
    for (size_t i = 0; i < days->count; i++)
        if (days->at[i].day == on) {
            *name = days->at[i].name;
            return true;
        }
    return false;
}

/* Deadlines from two weeks before can move: what falls on the day may be pulled to the working day before it. */
static instant moved_from(day on)
{
    return day_begin(on - 14);
}

bool library_close_day(struct db *db, day on, const char *name)
{
    struct closed_day_row_list days = closed_day_all(db);
    const char *before = NULL;
    bool was = is_own(&days, on, &before);

    if (was == (name != NULL) && (name == NULL || text_is(before, name)))
        return false;
    if (name != NULL)
        closed_day_put(db, on, name);
    else
        closed_day_delete(db, on);
    ruleset_changed(db);
    scheme_wake_streams(db, db_now(db));
    struct closed_streams_row_list citizens = closed_streams(db, moved_from(on), 0, TOUCHED_MOST);
    for (size_t i = 0; i < citizens.count; i++)
        obligation_touch_citizen(db, citizens.at[i].citizen);
    return true;
}

/* Both kinds of days, in the year's order. */
static void add_days(struct request *r, struct closed_view *v, const struct closed_day_row_list *own)
{
    for (day on = day_of(v->year, 1, 1); date_of(on).year == v->year; on++) {
        const char *holiday = holiday_name(on), *name = NULL;
        if (holiday != NULL)
            *LIST_ADD(r->arena, &v->days) = (struct closed_line){ on, holiday, true };
        else if (is_own(own, on, &name))
            *LIST_ADD(r->arena, &v->days) = (struct closed_line){ on, name, false };
    }
}

/* The working days as they would be. */
static struct workdays days_tried(struct request *r, const struct closed_view *v, const struct closed_day_row_list *own)
{
    day *closed = arena_array(r->arena, own->count + 1, sizeof *closed);
    size_t count = 0;

    for (size_t i = 0; i < own->count; i++)
        if (own->at[i].day != v->on)
            closed[count++] = own->at[i].day;
    if (!v->is_opening)
        closed[count++] = v->on;
    return (struct workdays){ .closed = closed, .closed_count = count };
}

static void try_day(struct request *r, struct closed_view *v, const struct closed_day_row_list *own)
{
    struct workdays workdays = days_tried(r, v, own);
    struct closed_streams_row_list citizens = closed_streams(r->db, moved_from(v->on), 0, TRIED_MOST);
    bool is_all = request_may(r, MAY_CASE_ALL);

    v->tried.request = r;
    v->computed = (int64_t)citizens.count;
    v->has_more = citizens.count == TRIED_MOST;
    if (citizens.count > 0 && request_may(r, MAY_CASE_READ))
        v->tried.names = closed_names(r->db, citizens.at[0].citizen, citizens.at[citizens.count - 1].citizen, moved_from(v->on),
                                      is_all, (struct staff_id){ r->actor.id });
    for (size_t i = 0; i < citizens.count; i++) {
        struct stream stream = { STREAM_CITIZEN, citizens.at[i].citizen };
        struct row_differences differences = engine_try_workdays(r->db, stream, &workdays, r->now);
        for (size_t k = 0; k < differences.count; k++)
            tried_add(&v->tried, stream.id, &differences.at[k]);
    }
}

static int year_asked(struct request *r)
{
    int64_t year = 0;
    int now = date_of(r->today).year;

    if (!text_to_int(request_query(r, "aar"), &year) || year < now - YEARS_ABOUT || year > now + YEARS_ABOUT)
        return now;
    return (int)year;
}

static struct reply show(struct request *r, struct closed_view *v, bool is_wrong)
{
    struct page page = page_new(r);
    struct closed_day_row_list own = closed_day_all(r->db);

    v->may_write = request_may(r, MAY_SCHEME_WRITE);
    add_days(r, v, &own);
    if (v->is_trying)
        try_day(r, v, &own);
    closed_page(&page, v);
    return is_wrong ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* What the address tries: a day to close under a name, or one to open. */
static void trial_read(struct request *r, struct closed_view *v)
{
    struct closed_day_row_list own = closed_day_all(r->db);
    const char *name = request_query(r, "navn"), *before = NULL;

    v->on = DAY_NONE;
    v->is_opening = request_query(r, "aabn")[0] != 0;
    if (!request_may(r, MAY_SCHEME_WRITE)
        || !day_read(request_query(r, v->is_opening ? "aabn" : "dag"), &v->on))
        return;
    bool is_closed = is_own(&own, v->on, &before);
    v->name = v->is_opening ? before : name;
    v->is_trying = v->is_opening == is_closed && v->name != NULL && *v->name != 0;
    if (!v->is_trying || v->is_opening)
        return;
    form_set_day(&v->form, "dag", v->on);
    form_set(&v->form, "navn", name);
}

struct reply closed_get(struct request *r)
{
    struct closed_view v = { .form = form_new(r), .year = year_asked(r) };

    trial_read(r, &v);
    return show(r, &v, false);
}

static void check_day(struct request *r, struct form *form, day on)
{
    struct closed_day_row_list own = closed_day_all(r->db);
    int now = date_of(r->today).year;
    const char *name = NULL;

    if (on == DAY_NONE)
        return;
    if (date_of(on).year < now - YEARS_ABOUT || date_of(on).year > now + YEARS_ABOUT)
        form_error(form, "dag", say(r->language, "Det år ligger for langt væk."));
    else if (holiday_name(on) != NULL || day_weekday(on) >= SATURDAY)
        form_error(form, "dag", say(r->language, "Den dag er der lukket i forvejen."));
    else if (is_own(&own, on, &name))
        form_error(form, "dag", say_with(r->arena, r->language, "Den dag er allerede en lukkedag: {1}.", name, NULL));
}

struct reply closed_post(struct request *r)
{
    struct closed_view v = { .form = form_read(r), .year = date_of(r->today).year };
    day on = form_day(&v.form, "dag", FORM_REQUIRED);
    const char *name = form_text(&v.form, "navn", FORM_REQUIRED, NAME_MAX_LENGTH);

    check_day(r, &v.form, on);
    if (v.form.error_count > 0)
        return show(r, &v, true);
    if (!form_flag(&v.form, "gem")) {
        struct text encoded = text_new(r->arena);
        percent_encode(&encoded, name);
        return reply_see_other(r, "/lukkedage?aar=%d&dag=%s&navn=%s", date_of(on).year, day_iso(r->arena, on), text_done(&encoded));
    }
    library_close_day(r->db, on, name);
    request_tell(r, say(r->language, "Lukkedagen er gemt, og fristerne er regnet om."),
                 arena_format(r->arena, "/lukkedage/%s/aabn", day_iso(r->arena, on)));
    return reply_see_other(r, "/lukkedage?aar=%d", date_of(on).year);
}

struct reply closed_open_post(struct request *r)
{
    struct closed_day_row_list own = closed_day_all(r->db);
    const char *name = NULL;
    day on;

    if (!day_read(request_parameter(r, "dag"), &on) || !is_own(&own, on, &name))
        return reply_not_found(r);
    struct text undo = text_new(r->arena);
    text_add_format(&undo, "/lukkedage/%s/luk?navn=", day_iso(r->arena, on));
    percent_encode(&undo, name);
    library_close_day(r->db, on, NULL);
    request_tell(r, say(r->language, "Dagen er en almindelig arbejdsdag igen, og fristerne er regnet om."), text_done(&undo));
    return reply_see_other(r, "/lukkedage?aar=%d", date_of(on).year);
}

/* Undoes the opening. */
struct reply closed_again_post(struct request *r)
{
    struct form form = form_new(r);
    const char *name = request_query(r, "navn");
    day on;

    form_set(&form, "navn", name);
    name = form_text(&form, "navn", FORM_REQUIRED, NAME_MAX_LENGTH);
    if (!day_read(request_parameter(r, "dag"), &on))
        return reply_not_found(r);
    check_day(r, &form, on);
    if (form.error_count > 0)
        return reply_conflict(r, NULL);
    library_close_day(r->db, on, name);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return reply_see_other(r, "/lukkedage?aar=%d", date_of(on).year);
}
