/* SPDX-License-Identifier: MIT
 * told.c: rows, events and handlers of what employers tell by link. */
#include "placement/told.h"

#include "base/text.h"
#include "engine/journal.h"
#include "placement/pages.h"

enum { REPORTS_SHOWN = 20, ALL = 1000 };

const char *const evaluation_stage_codes[EVALUATION_STAGE_COUNT + 1] = {
    [EVALUATION_MIDWAY] = "midway", [EVALUATION_FINAL] = "final",
};

static struct event_draft draft_of(struct db *db, struct told_by by, const char *code)
{
    return (struct event_draft){
        .stream = { STREAM_CITIZEN, by.citizen.n },
        .kind = EVENT_FORM_ANSWERED,
        .code = code,
        .subject = { SUBJECT_PLACEMENT, by.placement.n },
        .at = db_now(db),
    };
}

void placement_tell_hours(struct db *db, struct told_by by, day from, int64_t hours, int64_t paid, const char *words)
{
    struct event_draft draft = draft_of(db, by, "hours");

    placement_report_insert(db, &(struct placement_report_insert_in){
        .placement = by.placement, .citizen = by.citizen, .link = by.link, .from_day = from, .hours = hours,
        .paid = paid, .words = words, .sent_at = db_now(db),
    });
    draft.fields[0] = (struct draft_field){ "from", day_iso(db_arena(db), from) };
    journal_append(db, &draft);
}

static bool decide(struct db *db, const struct placement_row *placement, struct placement_report_id report,
                   const char *state)
{
    return placement_report_decide(db, &(struct placement_report_decide_in){
        .id = report, .placement = placement->id, .citizen = placement->citizen, .state = state,
        .decided_at = db_now(db), .decided_by = { db_actor(db).id },
    }) == 1;
}

const struct placement_report_row *placement_told_find(struct db *db, const struct placement_row *placement,
                                                       struct placement_report_id report)
{
    struct placement_report_row_list rows = placement_reports(db, placement->citizen, placement->id, ALL);

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].id.n == report.n)
            return &rows.at[i];
    return NULL;
}

bool placement_told_accept(struct db *db, const struct placement_row *placement,
                           const struct placement_report_row *report)
{
    if (!decide(db, placement, report->id, "accepted"))
        return false;
    placement_change_hours(db, placement, report->from_day, report->hours, report->paid, report->words);
    return true;
}

bool placement_told_decline(struct db *db, const struct placement_row *placement,
                            const struct placement_report_row *report)
{
    return decide(db, placement, report->id, "declined");
}

void placement_tell_evaluation(struct db *db, struct told_by by, const struct evaluation_told *told)
{
    const char *stage = evaluation_stage_codes[told->stage];
    struct event_draft draft = draft_of(db, by, "evaluation");
    struct placement_evaluation_id id = placement_evaluation_insert(db, &(struct placement_evaluation_insert_in){
        .placement = by.placement, .citizen = by.citizen, .link = by.link, .stage = stage, .sender = told->sender,
        .words = told->words, .sent_at = db_now(db),
    });

    for (size_t i = 0; i < told->item_count; i++)
        placement_evaluation_item_insert(db, id, (int64_t)i + 1, told->items[i].words, told->items[i].score);
    draft.fields[0] = (struct draft_field){ "stage", stage };
    journal_append(db, &draft);
}

/* The hours that count on the report's day. */
static void add_now(struct told_report *report, const struct hours_series *hours)
{
    for (size_t i = 0; i < hours->count && hours->at[i].from <= report->row->from_day; i++) {
        report->has_now = true;
        report->hours_now = hours->at[i].hours;
        report->paid_now = hours->at[i].paid;
    }
}

struct told_view told_view_of(struct request *r, const struct placement_row *placement)
{
    struct placement_report_row_list reports = placement_reports(r->db, placement->citizen, placement->id, REPORTS_SHOWN);
    struct placement_evaluation_row_list rows = placement_evaluations(r->db, placement->citizen, placement->id);
    struct placement_evaluation_item_row_list items =
        placement_evaluation_items(r->db, placement->citizen, placement->id);
    struct hours_series hours = placement_hours_of(r->db, placement, false);
    struct told_view view = { .placement = *placement, .may_write = request_may(r, MAY_PLACEMENT_WRITE) };
    size_t at = 0;

    view.form = arena_alloc(r->arena, sizeof *view.form);
    *view.form = form_new(r);
    view.reports.at = arena_array(r->arena, reports.count, sizeof *view.reports.at);
    view.reports.count = reports.count;
    for (size_t i = 0; i < reports.count; i++) {
        view.reports.at[i] = (struct told_report){ .row = &reports.at[i] };
        add_now(&view.reports.at[i], &hours);
    }
    view.evaluations.at = arena_array(r->arena, rows.count, sizeof *view.evaluations.at);
    view.evaluations.count = rows.count;
    for (size_t i = 0; i < rows.count; i++) { /* Both are ordered by evaluation, newest first. */
        struct told_evaluation *evaluation = &view.evaluations.at[i];
        *evaluation = (struct told_evaluation){ .row = &rows.at[i], .items = items.at + at };
        while (at < items.count && items.at[at].placement_evaluation.n == rows.at[i].id.n) {
            evaluation->item_count++;
            at++;
        }
    }
    return view;
}

static struct reply decide_post(struct request *r, bool is_yes)
{
    struct placement_report_id id = { request_id(r, "report") };
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    const struct placement_report_row *report = placement_told_find(r->db, &placement, id);
    if (report == NULL)
        return reply_not_found(r);
    if (!(is_yes ? placement_told_accept : placement_told_decline)(r->db, &placement, report))
        return reply_conflict(r, placement.company_name);
    request_tell(r, is_yes ? say(r->language, "Timerne er gemt.") : say(r->language, "Timerne er afvist. Intet er ændret."), NULL);
    return reply_see_other(r, "/praktik/%lld", (long long)placement.id.n);
}

struct reply told_accept_post(struct request *r)
{
    return decide_post(r, true);
}

struct reply told_decline_post(struct request *r)
{
    return decide_post(r, false);
}

void told_tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct placement_report_row_list reports = placement_reports(db, citizen, (struct placement_id){ 0 }, ALL);
    struct placement_evaluation_row_list evaluations = placement_evaluations(db, citizen, (struct placement_id){ 0 });
    struct placement_evaluation_item_row_list items = placement_evaluation_items(db, citizen, (struct placement_id){ 0 });

    tell_table(t, SAY("Fra virksomheden"));
    for (size_t i = 0; i < reports.count; i++) {
        tell_row(t);
        tell_instant(t, SAY("Sendt"), reports.at[i].sent_at);
        tell_day(t, SAY("Fra"), reports.at[i].from_day);
        tell_text(t, SAY("Timer"), say_number(t->arena, t->language, reports.at[i].hours));
        tell_text(t, SAY("Lønnede"), say_number(t->arena, t->language, reports.at[i].paid));
        tell_code(t, SAY("Status"), "report_state", reports.at[i].state);
        tell_text(t, SAY("Ord"), reports.at[i].words);
    }
    for (size_t i = 0; i < evaluations.count; i++) {
        tell_row(t);
        tell_instant(t, SAY("Sendt"), evaluations.at[i].sent_at);
        tell_code(t, SAY("Vurdering"), "evaluation_stage", evaluations.at[i].stage);
        tell_text(t, SAY("Af"), evaluations.at[i].sender);
        tell_text(t, SAY("Ord"), evaluations.at[i].words);
    }
    for (size_t i = 0; i < items.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Punkt"), items.at[i].words);
        tell_text(t, SAY("1-5"), arena_format(t->arena, "%lld", (long long)items.at[i].score));
    }
}

void told_erase(struct db *db, struct citizen_id citizen)
{
    placement_reports_erase(db, citizen);
    placement_evaluations_erase(db, citizen);
    placement_evaluation_items_erase(db, citizen);
}
