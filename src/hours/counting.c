/* SPDX-License-Identifier: MIT
 * counting.c: the rows of law/hours.yaml as a page, with the municipality's own numbers; and ways between places. */
#include <string.h>

#include "base/text.h"
#include "employer/pages.h"
#include "hours/pages.h"
#include "hours_counting_page.h"
#include "law/glossary.h"

enum { NAME_MAX = 120, MINUTES_MOST = 600, CAP_UNIT = 10, CAP_MOST = 6000, REASON_MAX = 500 };

static const char *const sure_words[LAW_MARK_COUNT] = {
    SAY("bekræftet"), SAY("fra før en reform"), SAY("ikke bekræftet"), SAY("vores eget"),
};
static const char *const sure_classes[LAW_MARK_COUNT] = { "ok", "wait", "warn", "no" };

/* "any" is all kinds that have no row of their own. */
static const char *kind_words(struct request *r, const char *kind)
{
    return text_is(kind, "any") ? say(r->language, "alt andet") : glossary_label((int)r->language, "hour_kind", kind);
}

static const char *sets_words(struct request *r, const struct law_words *sets)
{
    struct text text = text_new(r->arena);

    for (size_t i = 0; i < sets->count; i++) {
        const struct hour_set *set = hour_set_find(hour_rules_kept(), sets->at[i]);
        text_add_format(&text, "%s%s", i == 0 ? "" : "; ", set == NULL ? sets->at[i] : words_in(set->text, (int)r->language));
    }
    return text_done(&text);
}

static void load_sets(struct request *r, struct counting_view *view)
{
    const struct hour_rules *rules = hour_rules_kept();

    view->sets.at = arena_array(r->arena, rules->set_count, sizeof *view->sets.at);
    for (size_t i = 0; i < rules->set_count; i++) {
        const struct hour_set *set = &rules->sets[i];
        int64_t hours = hours_of_set(r->db, set, r->today);
        view->sets.at[view->sets.count++] = (struct set_line){
            set, words_in(set->text, (int)r->language), hours < 0 ? say(r->language, "ikke kendt") : say_number(r->arena, r->language, hours),
            say(r->language, sure_words[set->mark]), sure_classes[set->mark] };
    }
}

static void load_counts(struct request *r, struct counting_view *view)
{
    const struct hour_rules *rules = hours_rules_of(r->db);

    for (size_t i = 0; i < rules->count_count; i++) {
        const struct hour_count *row = &rules->counts[i];
        *LIST_ADD(r->arena, &view->lines) = (struct counting_line){
            row, kind_words(r, row->kind), sets_words(r, &row->sets),
            row->mark == LAW_UNVERIFIED ? say(r->language, "ikke kendt") : row->cap == LAW_VALUE_NONE ? say(r->language, "intet") : say_number(r->arena, r->language, row->cap / CAP_UNIT),
            say(r->language, sure_words[row->mark]), sure_classes[row->mark] };
    }
}

/* The rows that may have a number of the municipality's own, as "Forberedelse til dansk · Arbejdspligt". */
static struct choices rows_of(struct request *r)
{
    const struct hour_rules *rules = hour_rules_kept();
    struct choice *choices = arena_array(r->arena, rules->count_count, sizeof *choices);

    for (size_t i = 0; i < rules->count_count; i++)
        choices[i] = (struct choice){ rules->counts[i].name,
                                      arena_format(r->arena, "%s · %s", kind_words(r, rules->counts[i].kind),
                                                   sets_words(r, &rules->counts[i].sets)) };
    return (struct choices){ choices, rules->count_count };
}

static void load_edits(struct request *r, struct counting_view *view)
{
    struct hours_edit_row_list rows = hours_edits(r->db);

    view->edits.at = arena_array(r->arena, rows.count, sizeof *view->edits.at);
    view->edits.count = rows.count;
    for (size_t i = 0; i < rows.count; i++) {
        const char *words = rows.at[i].count_name;
        for (size_t k = 0; k < view->rows.count; k++)
            if (text_is(view->rows.at[k].code, words))
                words = view->rows.at[k].label;
        view->edits.at[i] = (struct counting_edit){ &rows.at[i], words,
            rows.at[i].is_capped ? say_number(r->arena, r->language, rows.at[i].cap) : say(r->language, "intet"),
            rows.at[i].withdrawn_at != INSTANT_NONE };
    }
}

static struct reply counting_show(struct request *r, struct counting_view *view)
{
    struct page page = page_new(r);

    view->rows = rows_of(r);
    view->may_edit = request_may(r, MAY_SCHEME_WRITE);
    load_sets(r, view);
    load_counts(r, view);
    load_edits(r, view);
    counting_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply counting_get(struct request *r)
{
    struct counting_view view = { .form = form_new(r) };

    form_set_day(&view.form, "fra", r->today);
    return counting_show(r, &view);
}

/* From a day that has not been: weeks that are over keep their numbers. */
struct reply counting_post(struct request *r)
{
    struct counting_view view = { .form = form_read(r) };
    const char *name = form_text(&view.form, "slags", FORM_REQUIRED, NAME_MAX);
    int64_t percent = form_int(&view.form, "procent", FORM_REQUIRED, 0, 100);
    bool is_capped = !text_is_blank(form_value(&view.form, "loft"));
    int64_t cap = is_capped ? form_hundredths(&view.form, "loft", FORM_OPTIONAL) : -1;
    day from = form_day(&view.form, "fra", FORM_REQUIRED);
    const char *reason = form_text(&view.form, "grund", FORM_REQUIRED, REASON_MAX);
    bool is_known = false;

    for (size_t i = 0; i < hour_rules_kept()->count_count; i++)
        is_known = is_known || text_is(hour_rules_kept()->counts[i].name, name);
    if (!is_known && !text_is_blank(name))
        form_error(&view.form, "slags", say(r->language, "Vælg en af dem på listen."));
    if (is_capped && (cap < 0 || cap > CAP_MOST) && form_error_of(&view.form, "loft") == NULL)
        form_error(&view.form, "loft", say(r->language, "Et loft er højst 60 timer om ugen."));
    if (from != DAY_NONE && from < r->today)
        form_error(&view.form, "fra", say(r->language, "Kan tidligst gælde fra i dag: uger, der er gået, beholder deres tal."));
    if (view.form.error_count > 0)
        return counting_show(r, &view);
    hours_edit_insert(r->db, &(struct hours_edit_insert_in){
        .count_name = name, .percent = percent, .cap = cap, .from_day = from, .reason = reason,
        .staff = { r->actor.id }, .written_at = r->now });
    request_tell(r, say(r->language, "Kommunens eget tal er gemt."), NULL);
    return reply_see_other(r, "/timer-der-taeller");
}

struct reply counting_withdraw_post(struct request *r)
{
    struct staff_id self = { r->actor.id };

    if (hours_edit_withdraw(r->db, r->now, self, (struct hours_edit_id){ request_id(r, "hours_edit") }) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Tallet er taget tilbage."), NULL);
    return reply_see_other(r, "/timer-der-taeller");
}

/* --- Ways. --- */

static struct reply ways_show(struct request *r, struct ways_view *view)
{
    struct page page = page_new(r);

    view->rows = hours_ways(r->db);
    view->may_write = request_may(r, MAY_CASE_WRITE);
    ways_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply ways_get(struct request *r)
{
    struct ways_view view = { .form = form_new(r) };

    return ways_show(r, &view);
}

struct reply ways_post(struct request *r)
{
    struct ways_view view = { .form = form_read(r) };
    const char *one = form_text(&view.form, "fra", FORM_REQUIRED, NAME_MAX), *other = form_text(&view.form, "til", FORM_REQUIRED, NAME_MAX);
    int64_t minutes = form_int(&view.form, "minutter", FORM_REQUIRED, 0, MINUTES_MOST);
    const char *a = text_fold(r->arena, one), *b = text_fold(r->arena, other);

    if (view.form.error_count == 0 && text_is(a, b))
        form_error(&view.form, "til", say(r->language, "Det er det samme sted."));
    if (view.form.error_count > 0)
        return ways_show(r, &view);
    bool is_turned = strcmp(a, b) > 0;
    hours_way_put(r->db, is_turned ? b : a, is_turned ? a : b, is_turned ? other : one, is_turned ? one : other, minutes);
    request_tell(r, say(r->language, "Rejsetiden er gemt."), NULL);
    return reply_see_other(r, "/rejsetider");
}

struct reply ways_drop_post(struct request *r)
{
    if (hours_way_drop(r->db, (struct hours_way_id){ request_id(r, "hours_way") }) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Rejsetiden er fjernet."), NULL);
    return reply_see_other(r, "/rejsetider");
}
