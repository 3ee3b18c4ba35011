/* SPDX-License-Identifier: MIT
 * change.c: what is posted from the page of the week: a requirement, an own item and what became of it, a group, when the
 * citizen can. Nothing is refused that a person may want; what cannot be understood is said at its field. */
#include "base/text.h"
#include "group/group.h"
#include "hours/pages.h"
#include "hours/private.h"
#include "law/glossary.h"

enum { HUNDREDTHS = 100, EVIDENCE_MAX = 200 };

static struct reply back(struct request *r, const struct week_view *view)
{
    return reply_see_other(r, "/borger/%lld/ugen?uge=%s", (long long)view->citizen.id.n, day_iso(r->arena, view->week.monday));
}

/* --- What is required. --- */

/* The hours typed, or all of the set's; -1 after an error. Fewer than the set has need a reason. */
static int64_t read_hours(struct request *r, struct form *form, const struct hour_set *set, const char *reason, day from)
{
    int64_t all = hours_of_set(r->db, set, from), typed = all;

    if (!text_is_blank(form_value(form, "krav_timer")))
        typed = form_hundredths(form, "krav_timer", FORM_REQUIRED);
    else if (all < 0)
        form_error(form, "krav_timer", say(r->language, "Loven har ikke et tal, der må regnes med. Skriv timerne."));
    if (typed > HOURS_WEEK_MOST || (typed < 0 && form_error_of(form, "krav_timer") == NULL))
        form_error(form, "krav_timer", say(r->language, "Skriv timer om ugen, højst 60."));
    if (form_error_of(form, "krav_timer") == NULL && (all < 0 || typed < all) && text_is_blank(reason))
        form_error(form, "grund", say(r->language, "Skriv hvorfor timerne er færre."));
    return typed;
}

struct reply hours_step_post(struct request *r)
{
    struct week_view view = { 0 };

    if (!hours_page_open(r, &view))
        return reply_not_found(r);
    struct form *form = &view.step_form;
    *form = form_read(r);
    view.is_open_step = true;
    const struct hour_set *set = hour_set_find(hour_rules_kept(), form_text(form, "efter", FORM_REQUIRED, HOURS_WORDS_MAX));
    struct hours_requirement_insert_in step = {
        .citizen = view.citizen.id, .base = set == NULL ? "" : set->name,
        .from_day = form_day(form, "fra", FORM_REQUIRED), .reason = form_text(form, "grund", FORM_OPTIONAL, HOURS_WORDS_MAX),
    };
    if (set == NULL && form->error_count == 0)
        form_error(form, "efter", say(r->language, "Vælg, hvad kravet er efter."));
    if (set != NULL && step.from_day != DAY_NONE)
        step.hours = read_hours(r, form, set, step.reason, step.from_day);
    if (form->error_count == 0 && !hours_require(r->db, &step))
        form_error(form, "fra", say(r->language, "Der er et trin fra den dag. Fjern det først, eller vælg en anden dag."));
    if (form->error_count > 0)
        return hours_page_show(r, &view);
    request_tell(r, say(r->language, "Kravet er gemt."), NULL);
    return back(r, &view);
}

struct reply hours_step_undo_post(struct request *r)
{
    struct week_view view = { 0 };

    if (!hours_page_open(r, &view) ||
        !hours_require_undo(r->db, view.citizen.id, (struct hours_requirement_id){ request_id(r, "hours_requirement") }))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Trinnet er fjernet."), NULL);
    return back(r, &view);
}

/* --- Her own items. --- */

/* One or two digits below `most`, and past them; -1 for anything else. */
static int digits_read(const char **at, int most)
{
    int value = 0, count = 0;

    for (; **at >= '0' && **at <= '9' && count < 2; (*at)++, count++)
        value = value * 10 + (**at - '0');
    return count == 0 || value > most ? -1 : value;
}

/* "8.30", "08:30", "8" in minutes; -1 for anything else. */
static int minute_of(const char *typed)
{
    int hour = digits_read(&typed, 24), minute = 0;

    if (hour >= 0 && (*typed == '.' || *typed == ':')) {
        typed++;
        minute = digits_read(&typed, 59);
    }
    return *typed != 0 || hour < 0 || minute < 0 || hour * HOUR_MINUTES + minute > DAY_MINUTES ? -1 : hour * HOUR_MINUTES + minute;
}

static int64_t read_weekdays(struct form *form)
{
    struct text_pieces days = form_all(form, "dag");
    int64_t weekdays = 0;

    for (size_t i = 0; i < days.count; i++) {
        int64_t weekday = -1;
        if (text_to_int(days.at[i], &weekday) && weekday >= 0 && weekday < WEEK_DAYS)
            weekdays |= (int64_t)1 << weekday;
    }
    return weekdays;
}

/* Days with a time, or hours in the week. */
static void read_times(struct request *r, struct form *form, struct hours_item_insert_in *item)
{
    item->weekdays = read_weekdays(form);
    if (item->weekdays == 0) {
        int64_t hours = form_hundredths(form, "timer", FORM_REQUIRED);
        item->minutes = hours * HOUR_MINUTES / HUNDREDTHS;
        if (form_error_of(form, "timer") == NULL && (hours <= 0 || hours > HOURS_WEEK_MOST))
            form_error(form, "timer", say(r->language, "Skriv timer om ugen, højst 60."));
        return;
    }
    int from = minute_of(form_text(form, "kl_fra", FORM_REQUIRED, 10)), to = minute_of(form_text(form, "kl_til", FORM_REQUIRED, 10));
    if (from < 0 && form_error_of(form, "kl_fra") == NULL)
        form_error(form, "kl_fra", say(r->language, "Skriv tiden som 8.30."));
    if (to < 0 && form_error_of(form, "kl_til") == NULL)
        form_error(form, "kl_til", say(r->language, "Skriv tiden som 8.30."));
    if (from >= 0 && to >= 0 && to <= from)
        form_error(form, "kl_til", say(r->language, "Slutter, før det begynder."));
    item->from_minute = from;
    item->to_minute = to;
}

struct reply hours_item_post(struct request *r)
{
    struct week_view view = { 0 };

    if (!hours_page_open(r, &view))
        return reply_not_found(r);
    struct form *form = &view.item_form;
    *form = form_read(r);
    view.is_open_item = true;
    int kind = form_choice(form, "slags", FORM_REQUIRED, hour_kind_codes);
    struct hours_item_insert_in item = {
        .citizen = view.citizen.id, .kind = kind < 0 ? "" : hour_kind_codes[kind],
        .words = form_text(form, "ord", FORM_REQUIRED, HOURS_WORDS_MAX), .purpose = form_text(form, "formaal", FORM_REQUIRED, HOURS_WORDS_MAX),
        .place = form_text(form, "sted", FORM_OPTIONAL, HOURS_WORDS_MAX), .from_day = form_day(form, "begynder", FORM_REQUIRED),
        .to_day = form_day(form, "slutter", FORM_OPTIONAL), .author = { r->actor.id },
    };
    read_times(r, form, &item);
    if (form->error_count == 0 && item.to_day != DAY_NONE && item.to_day < item.from_day)
        form_error(form, "slutter", say(r->language, "Den sidste dag ligger før den første."));
    if (form->error_count > 0)
        return hours_page_show(r, &view);
    struct hours_item_id id = hours_add_item(r->db, &item);
    request_tell(r, say(r->language, "Aktiviteten er gemt."),
                 arena_format(r->arena, "/borger/%lld/ugen/egen/%lld/fjern", (long long)view.citizen.id.n, (long long)id.n));
    return back(r, &view);
}

static bool item_open(struct request *r, struct week_view *view, struct hours_item_row *item)
{
    return hours_page_open(r, view) &&
           hours_item_load(r->db, (struct hours_item_id){ request_id(r, "hours_item") }, view->citizen.id, item);
}

struct reply hours_item_end_post(struct request *r)
{
    struct week_view view = { 0 };
    struct hours_item_row item;

    if (!item_open(r, &view, &item))
        return reply_not_found(r);
    day last = view.week.monday + WEEK_DAYS - 1;
    if (!hours_end_item(r->db, &item, last < item.from_day ? item.from_day : last))
        return reply_conflict(r, say(r->language, "Aktiviteten"));
    request_tell(r, say(r->language, "Aktiviteten slutter med ugen."), NULL);
    return back(r, &view);
}

struct reply hours_item_undo_post(struct request *r)
{
    struct week_view view = { 0 };
    struct hours_item_row item;

    if (!item_open(r, &view, &item))
        return reply_not_found(r);
    request_tell(r, hours_drop_item(r->db, &item) ? say(r->language, "Det er fortrudt.")
                                                  : say(r->language, "Nogen har noteret noget på den. Lad den slutte i stedet."), NULL);
    return back(r, &view);
}

/* --- What became of them. --- */

struct reply hours_mark_post(struct request *r)
{
    struct week_view view = { 0 };
    struct hours_item_row item;
    struct form form = form_read(r);
    const char *mark = form_text(&form, "maerke", FORM_OPTIONAL, HOURS_WORDS_MAX);

    if (!item_open(r, &view, &item) || (*mark != 0 && glossary_label((int)r->language, "absence", mark) == NULL))
        return reply_not_found(r);
    hours_mark_item(r->db, &item, view.week.monday, mark, form_text(&form, "bilag", FORM_OPTIONAL, EVIDENCE_MAX));
    request_tell(r, say(r->language, "Det er noteret."), NULL);
    return back(r, &view);
}

/* All of her own items of the week that nobody has said anything of: as planned. */
struct reply hours_all_post(struct request *r)
{
    struct week_view view = { 0 };

    if (!hours_page_open(r, &view))
        return reply_not_found(r);
    struct hours_item_row_list items = hours_items(r->db, view.citizen.id, view.week.monday + WEEK_DAYS - 1, view.week.monday);
    struct hours_mark_row_list marks = hours_marks(r->db, view.citizen.id, view.week.monday, view.week.monday);
    for (size_t i = 0; i < items.count; i++) {
        bool is_marked = false;
        for (size_t k = 0; k < marks.count; k++)
            is_marked = is_marked || marks.at[k].item.n == items.at[i].id.n;
        if (!is_marked)
            hours_mark_item(r->db, &items.at[i], view.week.monday, "attended", "");
    }
    request_tell(r, say(r->language, "Ugens egne aktiviteter er noteret som planlagt."), NULL);
    return back(r, &view);
}

/* --- A hole is filled. --- */

static const char *const join_words[JOIN_WHY_COUNT] = {
    [JOIN_IS_MEMBER] = SAY("Borgeren er på holdet i forvejen."),
    [JOIN_GROUP_ENDED] = SAY("Holdet er slut den dag."),
    [JOIN_NO_GROUP] = SAY("Holdet er der ikke mere."),
};

struct reply hours_join_post(struct request *r)
{
    struct week_view view = { 0 };
    struct form form = form_read(r);
    int64_t group = form_int(&form, "hold", FORM_REQUIRED, 1, INT64_MAX);

    if (!hours_page_open(r, &view) || group < 1) /* What a scheme asks first is asked by a page of its own (web/held.h). */
        return reply_not_found(r);
    view.join_form = form;
    day from = view.week.monday > r->today ? view.week.monday : r->today;
    const char *reason = form_text(&view.join_form, "grund", FORM_OPTIONAL, HOURS_WORDS_MAX);
    if (course_group_load(r->db, (struct course_group_id){ group }, &view.doubted))
        view.doubts = group_doubts(r->db, r->language, &view.doubted, &view.citizen, from);
    if (view.doubts.count > 0 && text_is_blank(reason))
        form_error(&view.join_form, "grund", say(r->language, "Skriv hvorfor, hvis det skal gælde."));
    if (view.join_form.error_count > 0)
        return hours_page_show(r, &view);
    struct join join = group_join(r->db, (struct course_group_id){ group }, view.citizen.id, from);
    if (join.why == JOIN_FINE && view.doubts.count > 0)
        group_keep_reason(r->db, join.member, view.citizen.id, reason);
    if (join.why != JOIN_FINE)
        request_tell(r, say(r->language, join_words[join.why]), NULL);
    else if (join.is_over_capacity)
        request_tell(r, say(r->language, "Sat på holdet. Det er nu over sin størrelse."), NULL);
    else
        request_tell(r, say_with(r->arena, r->language, "Sat på holdet fra {1}", say_weekday_day(r->arena, r->language, from), NULL), NULL);
    return back(r, &view);
}

/* --- When she can. --- */

struct reply hours_window_post(struct request *r)
{
    struct week_view view = { 0 };
    int from[WEEK_DAYS] = { 0 }, to[WEEK_DAYS] = { 0 };

    if (!hours_page_open(r, &view))
        return reply_not_found(r);
    view.window_form = form_read(r);
    view.is_open_window = true;
    for (int i = 0; i < WEEK_DAYS; i++) {
        const char *name = arena_format(r->arena, "fra%d", i), *begins = form_value(&view.window_form, name);
        const char *ends = form_value(&view.window_form, arena_format(r->arena, "til%d", i));
        if (text_is_blank(begins) && text_is_blank(ends))
            continue;
        from[i] = minute_of(text_trim(r->arena, begins));
        to[i] = minute_of(text_trim(r->arena, ends));
        if (from[i] < 0 || to[i] <= from[i])
            form_error(&view.window_form, name, say_with(r->arena, r->language, "{1}: skriv to tider som 8.30 og 15.00.",
                                                         say_weekday(r->language, i), NULL));
    }
    if (view.window_form.error_count > 0)
        return hours_page_show(r, &view);
    for (int i = 0; i < WEEK_DAYS; i++)
        hours_window_put(r->db, view.citizen.id, i, from[i], to[i]);
    request_tell(r, say(r->language, "Tiderne er gemt."), NULL);
    return back(r, &view);
}
