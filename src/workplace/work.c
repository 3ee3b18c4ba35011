/* SPDX-License-Identifier: MIT
 * work.c: what a citizen wishes, can and needs of work; parked until a day; and the list of job functions. */
#include <string.h>

#include "base/text.h"
#include "citizen/consideration.h"
#include "placement/functions.h"
#include "placement/pages.h"
#include "workplace/pages.h"
#include "workplace_work_page.h"

enum { WORDS_MAX = 300, MINUTES_MOST = 240, CODE_MAX = 6, NAME_MAX = 80 };

static const char *const wish_names[WORK_WISHES] = { "oenske1", "oenske2", "oenske3" };

/* The kinds of market beside work's. */
static struct choices other_kinds(struct request *r)
{
    struct choices all = choices_of_list(r, "market_kind");
    struct choice *at = arena_array(r->arena, all.count, sizeof *at);
    size_t count = 0;

    for (size_t i = 0; i < all.count; i++)
        if (!text_is(all.at[i].code, "work"))
            at[count++] = all.at[i];
    return (struct choices){ at, count };
}

static bool load(struct request *r, struct work_view *view)
{
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view->citizen) ||
        view->citizen.erased_at != INSTANT_NONE)
        return false;
    view->is_said = citizen_work_load(r->db, view->citizen.id, &view->work);
    view->choices = work_choices(r);
    view->others = other_kinds(r);
    view->park_form = form_new(r);
    if (view->is_said && view->work.parked_until_day != DAY_NONE)
        form_set_day(&view->park_form, "parkeret", view->work.parked_until_day);
    form_set(&view->park_form, "parkeret_fordi", view->is_said ? view->work.parked_words : "");
    return true;
}

static void fill(struct request *r, struct work_view *view)
{
    struct form *form = &view->form;
    const struct citizen_work_row *w = &view->work;
    struct citizen_function_row_list functions = citizen_functions(r->db, view->citizen.id);
    struct market_wish_row_list others = market_wishes_of(r->db, view->citizen.id);
    size_t wishes = 0;

    for (size_t i = 0; i < others.count; i++)
        form_add(form, "ogsaa", others.at[i].kind);
    form_set(form, "soeges", view->is_said && !w->is_sought ? "" : "1");
    form_set_int(form, "version", view->is_said ? w->version : 0);
    for (size_t i = 0; i < functions.count; i++)
        if (text_is(functions.at[i].kind, "can"))
            form_add(form, "kan", functions.at[i].code);
        else if (wishes < WORK_WISHES)
            form_set(form, wish_names[wishes++], functions.at[i].code);
    if (!view->is_said)
        return;
    if (w->from_day != DAY_NONE)
        form_set_day(form, "fra", w->from_day);
    form_set(form, "timer", work_hours_typed(r, w->hours_min, w->hours_max));
    work_bits_fill(form, "dage", "day_of_week", w->weekdays);
    if (w->care_to_minute > 0)
        form_set(form, "pasning", working_hours_text(r->arena, w->care_from_minute, w->care_to_minute));
    if (w->commute_max > 0)
        form_set_int(form, "minutter", w->commute_max);
    form_set(form, "med", w->travel);
    work_level_fill(form, "tale", w->oral);
    work_level_fill(form, "skrive", w->written);
    work_bits_fill(form, "kan_ikke", "work_load", w->cannot);
    work_bits_fill(form, "skaanes", "work_load", w->careful);
    form_set(form, "spurgt", w->is_loads_asked ? "1" : "");
    work_bits_fill(form, "bevis", "certificate", w->certificates);
}

static struct reply show(struct request *r, struct work_view *view)
{
    struct page page = page_new(r);

    work_page(&page, view);
    return view->form.error_count + view->park_form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply work_get(struct request *r)
{
    struct work_view view = { .form = form_new(r) };

    if (!load(r, &view))
        return reply_not_found(r);
    fill(r, &view);
    return show(r, &view);
}

static const char *among(struct form *form, const char *name, struct choices choices)
{
    const char *code = form_value(form, name);

    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code))
            return code;
    if (*code != 0)
        form_error(form, name, say(form->request->language, "Vælg en fra listen."));
    return "";
}

static struct work_functions functions_read(struct form *form, struct choices choices)
{
    struct work_functions functions = { 0 };
    size_t wishes = 0, cans = 0;

    for (size_t i = 0; i < WORK_WISHES; i++) {
        const char *code = among(form, wish_names[i], choices);
        bool is_twice = false;
        for (size_t k = 0; k < wishes; k++)
            is_twice |= text_is(functions.wishes[k], code);
        if (*code != 0 && !is_twice)
            functions.wishes[wishes++] = code;
    }
    for (size_t i = 0; i < choices.count; i++) {
        if (!form_has(form, "kan", choices.at[i].code))
            continue;
        if (cans < WORK_CANS)
            functions.cans[cans++] = choices.at[i].code;
        else
            form_error(form, "kan", say(form->request->language, "Vælg højst otte, dem der tæller mest."));
    }
    return functions;
}

static struct citizen_work_put_in work_read(struct request *r, struct form *form, const struct work_choices *choices)
{
    struct citizen_work_put_in work = {
        .is_sought = form_flag(form, "soeges"),
        .from_day = form_day(form, "fra", FORM_OPTIONAL),
        .weekdays = work_bits_read(form, "dage", "day_of_week"),
        .travel = among(form, "med", choices->travels),
        .oral = work_level_read(form, "tale", choices->levels),
        .written = work_level_read(form, "skrive", choices->levels),
        .cannot = work_bits_read(form, "kan_ikke", "work_load"),
        .careful = work_bits_read(form, "skaanes", "work_load"),
        .is_loads_asked = form_flag(form, "spurgt"),
        .certificates = work_bits_read(form, "bevis", "certificate"),
        .written_at = r->now,
        .written_by = { r->actor.id },
        .version = form_int(form, "version", FORM_REQUIRED, 0, INT64_MAX),
    };
    int64_t minutes = form_int(form, "minutter", FORM_OPTIONAL, 1, MINUTES_MOST);

    work.commute_max = minutes == INT64_MIN ? 0 : minutes;
    work.careful &= ~work.cannot;
    work_hours_read(form, "timer", &work.hours_min, &work.hours_max);
    work_times_read(form, "pasning", &work.care_from_minute, &work.care_to_minute);
    return work;
}

struct reply work_post(struct request *r)
{
    struct work_view view = { .form = form_read(r) };

    if (!load(r, &view))
        return reply_not_found(r);
    struct citizen_work_put_in work = work_read(r, &view.form, &view.choices);
    struct work_functions functions = functions_read(&view.form, view.choices.functions);
    work.citizen = view.citizen.id;
    if (view.form.error_count == 0 && !workplace_write_citizen(r->db, &work, &functions)) {
        form_set_int(&view.form, "version", view.work.version);
        form_error(&view.form, "soeges", say(r->language, "En anden har rettet det imens. Se det igennem, og gem igen."));
    }
    if (view.form.error_count > 0)
        return show(r, &view);
    struct market_wish_row_list before = market_wishes_of(r->db, view.citizen.id);
    for (size_t i = 0; i < view.others.count; i++)
        workplace_want(r->db, view.citizen.id, &before, view.others.at[i].code, form_has(&view.form, "ogsaa", view.others.at[i].code));
    request_tell(r, say(r->language, "Det er gemt."), NULL);
    return reply_see_other(r, "/borger/%lld/arbejde", (long long)view.citizen.id.n);
}

struct reply work_park_post(struct request *r)
{
    struct work_view view = { .form = form_new(r) };

    if (!load(r, &view))
        return reply_not_found(r);
    view.park_form = form_read(r);
    day until = form_day(&view.park_form, "parkeret", FORM_OPTIONAL);
    const char *words = form_text(&view.park_form, "parkeret_fordi", FORM_OPTIONAL, WORDS_MAX);
    citizen_refuse_diagnosis(&view.park_form, "parkeret_fordi", words);
    if (until != DAY_NONE && until <= r->today)
        form_error(&view.park_form, "parkeret", say(r->language, "Vælg en dag, der kommer."));
    if (view.park_form.error_count > 0) {
        fill(r, &view);
        return show(r, &view);
    }
    workplace_park(r->db, view.citizen.id, until, until == DAY_NONE ? "" : words);
    request_tell(r, until == DAY_NONE ? say(r->language, "Borgeren foreslås igen.")
                                      : say(r->language, "Borgeren foreslås ikke før dagen."), NULL);
    return reply_see_other(r, "/borger/%lld/arbejde", (long long)view.citizen.id.n);
}

/* --- job functions --- */

static struct reply show_functions(struct request *r, struct form form)
{
    struct page page = page_new(r);
    struct function_page_view view = { .functions = work_function_all(r->db), .form = form,
                                       .may_write = request_may(r, MAY_COMPANY_WRITE) };

    function_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply function_page_get(struct request *r)
{
    return show_functions(r, form_new(r));
}

struct reply function_page_post(struct request *r)
{
    struct form form = form_read(r);
    const char *code = text_trim(r->arena, form_text(&form, "kode", FORM_REQUIRED, CODE_MAX));
    const char *words = text_trim(r->arena, form_text(&form, "navn", FORM_REQUIRED, NAME_MAX));

    if (form.error_count == 0 && strspn(code, "0123456789") != strlen(code))
        form_error(&form, "kode", say(r->language, "En DISCO-08-kode er et til seks cifre."));
    if (form.error_count > 0)
        return show_functions(r, form);
    work_function_put(r->db, code, words, text_fold(r->arena, words));
    request_tell(r, say(r->language, "Jobfunktionen er gemt."), NULL);
    return reply_see_other(r, "/jobfunktioner");
}

struct reply function_page_retire_post(struct request *r)
{
    if (work_function_retire(r->db, 1, request_parameter(r, "kode")) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Jobfunktionen foreslås ikke mere."), NULL);
    return reply_see_other(r, "/jobfunktioner");
}
