/* SPDX-License-Identifier: MIT
 * path.c: placements as one path: company placement, wage subsidy, job. Each knows the one before it; what is
 * known is carried over when somebody goes on as something else. Also how often one kind led to another. */
#include "base/list.h"
#include "base/text.h"
#include "placement/new.h"
#include "placement/pages.h"
#include "placement/scheme_part.h"
#include "placement_path_page.h"

/* The paid hours a placement came to, last before it ended. */
static int64_t paid_last(const struct placement_hours_row_list *hours, struct placement_id placement)
{
    int64_t paid = 0;

    for (size_t i = 0; i < hours->count; i++)
        if (hours->at[i].placement.n == placement.n && !hours->at[i].is_planned && hours->at[i].hours > 0)
            paid = hours->at[i].paid;
    return paid;
}

/* Is `row` on the same path as those already on it? Rows come oldest first. */
static bool is_linked(const struct path_steps *path, const struct placement_listed *row)
{
    for (size_t i = 0; i < path->count; i++)
        if (path->at[i].placement.id.n == row->before.n)
            return true;
    return false;
}

/* The first placement of the path that one is on. */
static int64_t root_of(const struct placement_listed_list *all, int64_t placement)
{
    int64_t root = placement;

    for (size_t i = 0; i < all->count; i++) /* Newest first: one walk goes all the way back. */
        if (all->at[i].id.n == root && all->at[i].before.n != 0)
            root = all->at[i].before.n;
    return root;
}

struct path_steps placement_path_of(struct db *db, struct citizen_id citizen, struct placement_id placement)
{
    struct placement_listed_list all = placement_of_citizen(db, citizen);
    struct placement_hours_row_list hours = placement_hours_of_citizen(db, citizen);
    int64_t root = root_of(&all, placement.n);
    LIST_OF(struct path_step) list = { 0 };

    for (size_t i = all.count; i > 0; i--) {
        const struct placement_listed *row = &all.at[i - 1];
        struct path_steps path = { list.at, list.count };
        if (row->id.n != root && !is_linked(&path, row))
            continue;
        *LIST_ADD(db_arena(db), &list) = (struct path_step){
            .placement = *row, .paid = paid_last(&hours, row->id), .is_here = row->id.n == placement.n };
    }
    return (struct path_steps){ list.at, list.count };
}

/* Kinds somebody can go on as; the same kind elsewhere is a new placement like any other. */
static void add_ways_on(struct request *r, struct placement_view *view)
{
    LIST_OF(struct choice) list = { 0 };

    for (int kind = 0; kind < PLACEMENT_KIND_COUNT; kind++) {
        const char *code = placement_kind_codes[kind];
        if (!text_is(code, view->placement.kind))
            *LIST_ADD(r->arena, &list) =
                (struct choice){ code, glossary_label_or_code((int)r->language, "activity_kind", code) };
    }
    view->ways_on = (struct choices){ list.at, list.count };
}

void placement_fill_path(struct request *r, struct placement_view *view)
{
    view->path = placement_path_of(r->db, view->placement.citizen, view->placement.id);
    view->may_go_on = request_may(r, MAY_PLACEMENT_WRITE) && !text_is(view->placement.state, "agreed");
    add_ways_on(r, view);
}

bool placement_continued(struct request *r, struct citizen_id citizen, const char *typed, struct placement_row *before)
{
    int64_t id = 0;

    return text_to_int(typed, &id) && id > 0 && placement_load(r->db, (struct placement_id){ id }, before) &&
           before->citizen.n == citizen.n;
}

/* The first day after: an ended one's next day, a running one's planned next day, else tomorrow. */
static day first_day_after(struct request *r, const struct placement_row *before)
{
    if (before->ended_day != DAY_NONE)
        return before->ended_day + 1 > r->today ? before->ended_day + 1 : r->today;
    if (before->planned_next_day != DAY_NONE && before->planned_next_day > r->today)
        return before->planned_next_day;
    return r->today + 1;
}

day placement_carry_over(struct request *r, struct form *form, const struct placement_row *before, const char *kind)
{
    struct placement_item_row_list items = placement_items(r->db, before->id);
    struct hours_series hours = placement_hours_of(r->db, before, false);
    struct text words = text_new(r->arena);

    form_set_int(form, "efter", before->id.n);
    form_set_int(form, "virksomhed", before->company.n);
    for (int i = 0; i < PLACEMENT_KIND_COUNT; i++)
        if (text_is(kind, placement_kind_codes[i]))
            form_set(form, "slags", kind);
    form_set(form, "formaal", before->purpose);
    form_set(form, "hensyn", before->consideration);
    form_set(form, "mentor", before->mentor);
    form_set(form, "transport", before->transport);
    form_set(form, "forv_borger", before->expect_citizen);
    form_set(form, "forv_virksomhed", before->expect_company);
    form_set(form, "forv_kommune", before->expect_centre);
    if (before->to_minute > 0)
        form_set(form, "moedetid", working_hours_text(r->arena, before->from_minute, before->to_minute));
    for (size_t i = 0; i < items.count; i++)
        text_add_format(&words, "%s\n", items.at[i].words);
    form_set(form, "maal", text_done(&words));
    for (size_t i = 0; i < hours.count; i++)
        if (hours.at[i].hours > 0)
            form_set(form, "timer", say_number(r->arena, r->language, hours.at[i].hours));
    return first_day_after(r, before);
}

void placement_close_before(struct request *r, const struct placement_row *before, day from, enum placement_kind kind)
{
    const char *next = placement_kinds[kind].is_job ? "job" : "placement";
    struct placement_row now;

    if (text_is(before->state, "ended"))
        return;
    if (placement_plan_next(r->db, before, next, from) && from - 1 <= r->today && placement_load(r->db, before->id, &now))
        placement_end(r->db, &now, &(struct placement_ending){
            .on = from - 1 < now.started_day ? now.started_day : from - 1,
            .reason = placement_kinds[kind].is_job ? "job" : "as_planned", .next_step = next });
}

/* S22: what came of it, by purpose; and why recruiting led to no job. */
static void add_purposes(struct request *r, struct conversion_view *view)
{
    struct placement_outcome_list rows = placement_outcomes(r->db, view->from, view->to);
    struct placement_without_job_row_list why = placement_without_job(r->db, view->from, view->to);
    struct purpose_line *lines = arena_array(r->arena, rows.count, sizeof *lines);
    struct reason_line *reasons = arena_array(r->arena, why.count, sizeof *reasons);

    for (size_t i = 0; i < rows.count; i++) {
        const struct placement_outcome *row = &rows.at[i];
        lines[i] = (struct purpose_line){
            row, text_is_blank(row->purpose) ? say(r->language, "ikke valgt") : placement_purpose_word(r, row->purpose),
            arena_format(r->arena, "%lld %%", (long long)((row->to_job * 200 + row->ended) / (2 * row->ended))) };
    }
    for (size_t i = 0; i < why.count; i++)
        reasons[i] = (struct reason_line){ placement_reason_word(r, why.at[i].end_reason), why.at[i].how_many };
    view->purposes.at = lines;
    view->purposes.count = rows.count;
    view->without_job.at = reasons;
    view->without_job.count = why.count;
}

struct reply placement_conversions_get(struct request *r)
{
    struct form form = form_read(r);
    struct page page = page_new(r);
    struct conversion_view view = { .form = form };

    view.from = form_day(&form, "fra", FORM_OPTIONAL);
    view.to = form_day(&form, "til", FORM_OPTIONAL);
    if (view.from == DAY_NONE)
        view.from = day_of(date_of(r->today).year, 1, 1);
    if (view.to == DAY_NONE)
        view.to = r->today;
    form_set_day(&view.form, "fra", view.from);
    form_set_day(&view.form, "til", view.to);
    view.rows = placement_conversions(r->db, view.from, view.to);
    add_purposes(r, &view);
    placement_conversions_page(&page, &view);
    return reply_page(&page.text);
}
