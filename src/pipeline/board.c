/* SPDX-License-Identifier: MIT
 * board.c: one board: its columns, who stopped, how many came how far, and putting somebody on it. */
#include "base/list.h"
#include "base/text.h"
#include "pipeline/pages.h"
#include "pipeline_board_page.h"
#include "staff/staff.h"

enum { SEARCH_MAX = 100 };

static struct pipeline_card_row_list cards_of(struct request *r, const struct board_view *view)
{
    bool is_all = request_may(r, MAY_CASE_ALL);

    if (!view->shape->is_of_citizens)
        return pipeline_company_cards(r->db, view->board.id, PIPELINE_CARDS_MAX);
    return pipeline_citizen_cards(r->db, view->board.id, is_all, (struct staff_id){ r->actor.id }, PIPELINE_CARDS_MAX);
}

static void column_add(struct request *r, struct board_column *column, struct board_card card)
{
    *LIST_ADD(r->arena, column) = card;
}

/* The column of ?kolonne=, for a telephone; else the first with cards. */
static void choose_column(struct request *r, struct board_view *view)
{
    int64_t chosen = -1;

    text_to_int(request_query(r, "kolonne"), &chosen);
    for (size_t i = 0; i < view->columns.count && (chosen < 0 || chosen >= view->shape->place_count); i++)
        if (view->columns.at[i].count > 0)
            chosen = (int64_t)i;
    view->columns.at[chosen < 0 || chosen >= view->shape->place_count ? 0 : chosen].is_current = true;
}

static void fill_columns(struct request *r, struct board_view *view)
{
    struct pipeline_card_row_list rows = cards_of(r, view);
    size_t count = (size_t)view->shape->place_count;
    struct board_column *columns = arena_array(r->arena, count, sizeof *columns);

    for (size_t i = 0; i < count; i++)
        columns[i] = (struct board_column){
            .label = glossary_label_or_code((int)r->language, view->shape->place_list, view->shape->places[i]),
            .place = (int)i };
    for (size_t i = 0; i < rows.count; i++) {
        struct board_card card = board_card_of(r, view->shape, &rows.at[i]);
        column_add(r, card.row.is_side ? &view->side : card.row.is_stopped ? &view->stopped : &columns[card.row.place], card);
    }
    view->columns.at = columns;
    view->columns.count = count;
    choose_column(r, view);
}

/* A chart of how many came to each step. */
static struct chart_stacks funnel_of(struct request *r, const struct board_view *view, const char *benefit,
                                     const struct pipeline_counts *counts)
{
    size_t count = (size_t)view->shape->place_count;
    struct chart_stack *bars = arena_array(r->arena, count, sizeof *bars);

    for (size_t i = 0; i < count; i++)
        bars[i] = (struct chart_stack){
            .label = view->columns.at[i].label,
            .counts = { counts->reached[i] - counts->stopped[i], counts->stopped[i] },
            .all = counts->reached[0],
            .words = arena_format(r->arena, "%lld", (long long)counts->reached[i]) };
    const char *title = benefit == NULL ? say(r->language, "Hvor langt de kom")
                                        : glossary_label_or_code((int)r->language, "benefit", benefit);
    return (struct chart_stacks){
        .head = { .id = arena_format(r->arena, "trin%s%s", benefit == NULL ? "" : "-", benefit == NULL ? "" : benefit),
                  .title = title,
                  .summary = say_with(r->arena, r->language, "{1} på tavlen, {2} nåede det sidste trin.",
                                      bars[0].words, bars[count - 1].words, NULL) },
        .parts = { say(r->language, "nåede trinnet"), say(r->language, "stoppede på trinnet") },
        .at = bars, .count = count };
}

/* The same for each benefit that cards have, in words of the page. */
static void fill_by_benefit(struct request *r, struct board_view *view)
{
    struct pipeline_count_row_list rows = pipeline_counted(r->db, view->board.id);
    LIST_OF(struct chart_stacks) charts = { 0 };

    for (size_t i = 0; i < rows.count; i++) {
        const char *benefit = rows.at[i].benefit;
        if (*benefit == 0 || (i > 0 && text_is(benefit, rows.at[i - 1].benefit)))
            continue;
        struct pipeline_counts counts = pipeline_count(r->db, &view->board, benefit);
        if (counts.reached[0] > 0)
            *LIST_ADD(r->arena, &charts) = funnel_of(r, view, benefit, &counts);
    }
    view->by_benefit.at = charts.at;
    view->by_benefit.count = charts.count;
}

static void fill_counts(struct request *r, struct board_view *view)
{
    struct pipeline_counts counts = pipeline_count(r->db, &view->board, NULL);
    size_t shown = view->stopped.count + view->side.count;

    for (size_t i = 0; i < view->columns.count; i++)
        shown += view->columns.at[i].count;
    view->hidden_count = counts.reached[0] + counts.side_hires - (int64_t)shown;
    view->funnel = funnel_of(r, view, NULL, &counts);
    if (view->is_cohort)
        fill_by_benefit(r, view);
}

static struct choices staff_choices(struct request *r)
{
    static const char *const roles[] = { "company_consultant", "employment_consultant", "caseworker" };
    LIST_OF(struct choice) people = { 0 };

    for (size_t role = 0; role < sizeof roles / sizeof *roles; role++) {
        struct staff_row_list staff = staff_with_role(r->db, roles[role], (struct unit_id){ 0 });
        for (size_t i = 0; i < staff.count; i++)
            *LIST_ADD(r->arena, &people) = (struct choice){
                arena_format(r->arena, "%lld", (long long)staff.at[i].id.n), staff.at[i].name };
    }
    return (struct choices){ people.at, people.count };
}

static void fill_site(struct request *r, struct board_view *view)
{
    view->bases = pipeline_bases(r->db, view->board.id);
    view->incidents = pipeline_incidents(r->db, view->board.id, INCIDENTS_SHOWN);
    view->weekdays = board_weekdays(r);
    if (view->may_write)
        view->staff = staff_choices(r);
    for (size_t i = 0; i < view->bases.count; i++) {
        bool is_new = true;
        for (size_t k = 0; k < i; k++)
            is_new = is_new && view->bases.at[k].staff.n != view->bases.at[i].staff.n;
        view->base_staff_count += is_new;
    }
}

struct board_view board_view_of(struct request *r, const struct pipeline_row *board)
{
    struct board_view view = {
        .board = *board,
        .shape = pipeline_shape_of(board),
        .form = form_new(r),
        .find_form = form_new(r),
        .base_form = form_new(r),
        .incident_form = form_new(r),
        .areas = board_areas(r, board),
        .may_write = request_may(r, MAY_PLACEMENT_WRITE),
    };

    view.is_cohort = view.shape->is_of_citizens;
    form_set_day(&view.incident_form, "hvornaar", r->today);
    fill_columns(r, &view);
    fill_counts(r, &view);
    if (view.is_cohort)
        fill_site(r, &view);
    return view;
}

struct reply board_show(struct request *r, const struct board_view *view, bool is_again)
{
    struct page page = page_new(r);

    board_page(&page, view);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply board_get(struct request *r)
{
    struct pipeline_row board;

    if (!board_of_path(r, &board))
        return reply_not_found(r);
    struct board_view view = board_view_of(r, &board);
    return board_show(r, &view, false);
}

static void find_citizens(struct request *r, struct board_view *view, const char *typed)
{
    struct citizen_found_list rows = citizen_search(r->db, typed, FOUND_SHOWN);
    struct board_found *found = arena_array(r->arena, rows.count + 1, sizeof *found);

    for (size_t i = 0; i < rows.count; i++)
        found[i] = (struct board_found){ rows.at[i].citizen.n,
                                         citizen_name(r->arena, rows.at[i].first_name, rows.at[i].last_name),
                                         rows.at[i].town };
    view->found.at = found;
    view->found.count = rows.count;
}

static void find_companies(struct request *r, struct board_view *view, const char *typed)
{
    struct company_listed_list rows = employer_search(r->db, typed, FOUND_SHOWN);
    struct board_found *found = arena_array(r->arena, rows.count + 1, sizeof *found);

    for (size_t i = 0; i < rows.count; i++)
        found[i] = (struct board_found){ rows.at[i].id.n, rows.at[i].name, rows.at[i].town };
    view->found.at = found;
    view->found.count = rows.count;
}

/* A search is posted, so that no name stands in an address. */
struct reply board_find_post(struct request *r)
{
    struct form form = form_read(r);
    const char *typed = form_text(&form, "soeg", FORM_REQUIRED, SEARCH_MAX);
    struct pipeline_row board;

    if (!board_of_path(r, &board))
        return reply_not_found(r);
    struct board_view view = board_view_of(r, &board);
    view.find_form = form;
    view.is_searched = form.error_count == 0;
    if (view.is_searched && view.is_cohort)
        find_citizens(r, &view, typed);
    else if (view.is_searched)
        find_companies(r, &view, typed);
    return board_show(r, &view, form.error_count > 0);
}

static struct pipeline_card_id add(struct request *r, const struct pipeline_row *board, struct form *form, int64_t who)
{
    const char *area = form_text(form, "omraade", FORM_OPTIONAL, SEARCH_MAX);

    if (pipeline_shape_of(board)->is_of_citizens)
        return pipeline_add_citizen(r->db, board, (struct citizen_id){ who }, area, form_flag(form, "uden_for"));
    return pipeline_add_company(r->db, board, (struct company_id){ who }, area);
}

static bool is_there(struct request *r, const struct pipeline_row *board, int64_t who)
{
    struct citizen_row citizen;
    struct company_row company;

    return pipeline_shape_of(board)->is_of_citizens ? citizen_load(r->db, (struct citizen_id){ who }, &citizen)
                                                    : company_load(r->db, (struct company_id){ who }, &company);
}

struct reply board_add_post(struct request *r)
{
    struct form form = form_read(r);
    int64_t who = form_int(&form, "hvem", FORM_REQUIRED, 1, INT64_MAX);
    struct pipeline_row board;

    if (!board_of_path(r, &board) || form.error_count > 0 || !is_there(r, &board, who))
        return reply_not_found(r);
    bool is_new = add(r, &board, &form, who).n != 0;
    request_tell(r, is_new ? say(r->language, "Kortet er på tavlen.") : say(r->language, "Kortet er på tavlen allerede."), NULL);
    return reply_see_other(r, "/tavler/%lld", (long long)board.id.n);
}
