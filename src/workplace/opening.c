/* SPDX-License-Identifier: MIT
 * opening.c: job openings (S58): the open places that pay, how many of their seats were filled, and a placement or job that
 * begins with one: its form is filled in from both sides. */
#include "base/text.h"
#include "placement/origin.h"
#include "placement/pages.h"
#include "workplace/pages.h"
#include "workplace_opening_page.h"

enum { A_PAGE = 50, NAME_MAX = 120, MONTHS_BACK = 12 };

const char *const work_offer_codes[] = { "job_small", "job_part", "job", "wage_subsidy", "igu", "flexi_job", NULL };

/* --- the list --- */

static const char *share_words(struct arena *arena, int64_t filled, int64_t seats)
{
    return seats == 0 ? "" : arena_format(arena, "%lld %%", (long long)((filled * 200 + seats) / (2 * seats)));
}

static void add_openings(struct request *r, struct opening_list_view *view, const struct opening_row_list *rows)
{
    struct opening_line *lines = arena_array(r->arena, rows->count, sizeof *lines);

    for (size_t i = 0; i < rows->count; i++) {
        const struct opening_row *row = &rows->at[i];
        lines[i] = (struct opening_line){ row, work_hours_typed(r, row->hours_min, row->hours_max),
                                          row->seats > row->taken ? row->seats - row->taken : 0 };
    }
    view->openings.at = lines;
    view->openings.count = rows->count;
}

static void add_shares(struct request *r, struct opening_list_view *view)
{
    struct opening_rate_list rows = opening_rates(r->db, day_begin(day_add_months(r->today, -MONTHS_BACK)));
    struct opening_share *shares = arena_array(r->arena, rows.count, sizeof *shares);

    for (size_t i = 0; i < rows.count; i++)
        shares[i] = (struct opening_share){ &rows.at[i], share_words(r->arena, rows.at[i].filled, rows.at[i].seats) };
    view->shares.at = shares;
    view->shares.count = rows.count;
}

struct reply opening_list_get(struct request *r)
{
    struct opening_list_view view = { .form = form_read(r), .place = place_uncounted(r, "/jobaabninger", A_PAGE),
                                      .may_match = request_may(r, MAY_PLACEMENT_READ) };
    int offer = form_choice(&view.form, "tilbud", FORM_OPTIONAL, work_offer_codes);
    struct page page = page_new(r);

    view.form.error_count = 0;
    /* Folded text has only letters, digits and single spaces, so nothing to escape. */
    const char *pattern = arena_format(r->arena, "%%%s%%", text_fold(r->arena, form_value(&view.form, "navn")));
    struct opening_row_list rows = openings(r->db, offer < 0 ? "" : work_offer_codes[offer], pattern, view.place.rows_a_page + 1,
                                           view.place.skip);
    rows.count = place_rows(&view.place, rows.count);
    view.offers = glossary_some(r, "placement_kind", work_offer_codes);
    add_openings(r, &view, &rows);
    add_shares(r, &view);
    opening_list(&page, &view);
    return reply_page(&page.text);
}

/* --- a placement that begins with a place --- */

static void fill_days(struct form *form, const struct work_place_row *place)
{
    size_t kept = 0;

    if (place->weekdays == 0)
        return;
    for (size_t i = 0; i < form->count; i++)
        if (!text_is(form->at[i].name, "dage"))
            form->at[kept++] = form->at[i];
    form->count = kept;
    for (int i = 0; i < WEEKDAY_COUNT; i++)
        if ((place->weekdays >> i & 1) != 0)
            form_add(form, "dage", arena_format(form->request->arena, "%d", i));
}

/* The hours she asks for, within what the place has. */
static int64_t hours_between(const struct citizen_work_row *work, const struct work_place_row *place)
{
    int64_t wanted = work->hours_max > 0 ? work->hours_max : place->hours_max;

    return place->hours_max == 0 ? wanted : wanted < place->hours_min ? place->hours_min
                                          : wanted > place->hours_max ? place->hours_max : wanted;
}

/* A job has pay from its first hour, and no last day of its own. */
static void fill_offer(struct form *form, const struct work_place_row *place, int64_t hours)
{
    struct request *r = form->request;

    if (text_is_blank(place->offer))
        return;
    form_set(form, "slags", place->offer);
    form_set(form, "trin1_loen", hours > 0 ? say_number(r->arena, r->language, hours) : "");
    form_set_day(form, "til", place->to_day);
}

void work_place_fill_form(struct form *form, struct citizen_id citizen, const struct work_place_row *place)
{
    struct request *r = form->request;
    struct citizen_work_row work;

    citizen_work_load(r->db, citizen, &work);
    form_set_int(form, "virksomhed", place->company.n);
    form_set(form, "opgaver", place->words);
    if (place->to_minute > 0)
        form_set(form, "moedetid", working_hours_text(r->arena, place->from_minute, place->to_minute));
    int64_t hours = hours_between(&work, place);
    if (hours > 0)
        form_set(form, "timer", say_number(r->arena, r->language, hours));
    const char *careful = work_bits_words(r->arena, (int)LANGUAGE_DA, "work_load", work.cannot | work.careful);
    if (*careful != 0)
        form_set(form, "hensyn", say_with(r->arena, r->language, "skånes for {1}", careful, NULL));
    fill_offer(form, place, hours);
    fill_days(form, place);
}

static bool place_of(struct db *db, const char *value, struct work_place_row *place)
{
    int64_t id;

    return text_to_int(value, &id) && id > 0 && work_place_load(db, (struct work_place_id){ id }, place) &&
           text_is(place->state, "open");
}

static bool fill(struct form *form, struct citizen_id citizen, const char *value)
{
    struct work_place_row place;

    if (!place_of(form->request->db, value, &place))
        return false;
    work_place_fill_form(form, citizen, &place);
    return true;
}

/* Only when it was agreed with the company whose place it is: another may have been chosen meanwhile. */
static void made(struct db *db, struct citizen_id citizen, const char *value, struct placement_id placement)
{
    struct work_place_row place;
    struct placement_row agreed;

    if (place_of(db, value, &place) && placement_load(db, placement, &agreed) && agreed.company.n == place.company.n)
        work_place_fill(db, placement, citizen, place.id, db_now(db));
}

void opening_start(void)
{
    static const struct placement_origin origin = { .field = "plads", .fill = fill, .made = made };

    placement_origin_add(&origin);
}
