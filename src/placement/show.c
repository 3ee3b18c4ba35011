/* SPDX-License-Identifier: MIT
 * show.c: one placement: hours as a curve, what is looked at with its trend, follow-ups, and its end. */
#include "base/text.h"
#include "engine/event.h"
#include "library/library.h"
#include "meeting/rules.h"
#include "placement/beside.h"
#include "placement/pages.h"
#include "placement/scheme_part.h"
#include "placement_show_page.h"

enum { WORDS_MAX = 1000, AXIS_DAYS = 28 };

/* The curve of this placement: paid hours thick, all hours thin behind. */
static struct chart_steps chart_of(struct request *r, const struct placement_row *placement,
                                   const struct hours_series *hours)
{
    struct chart_step *steps = arena_array(r->arena, hours->count, sizeof *steps);
    day end = placement->ended_day != DAY_NONE ? placement->ended_day : placement->to_day;
    day until = end == DAY_NONE || end < r->today ? r->today : end;
    int64_t now = 0;

    for (size_t i = 0; i < hours->count; i++) {
        steps[i] = (struct chart_step){ hours->at[i].from, hours->at[i].paid, hours->at[i].hours, NULL, hours->at[i].note };
        if (hours->at[i].from <= r->today)
            now = hours->at[i].paid;
        until = hours->at[i].from > until ? hours->at[i].from : until;
    }
    return (struct chart_steps){
        .head = { .id = "timer", .title = say(r->language, "Lønnede timer om ugen"),
                  .summary = say_with(r->arena, r->language, "Lønnede timer nu: {1}.",
                                      say_number(r->arena, r->language, now), NULL) },
        .from = placement->from_day,
        .until = until < placement->from_day + AXIS_DAYS ? placement->from_day + AXIS_DAYS : until,
        .today = r->today,
        .at = steps,
        .count = hours->count,
        .top = WEEK_HOURS_FULL,
        .main_name = say(r->language, "Lønnet"),
        .thin_name = say(r->language, "Timer i alt"),
        .now_label = say_with(r->arena, r->language, "{1} lønnede", say_number(r->arena, r->language, now), NULL),
    };
}

const char *placement_weekdays_text(struct request *r, int64_t weekdays)
{
    struct choices days = choices_of_list(r, "day_of_week");
    struct text words = text_new(r->arena);

    for (size_t i = 0; i < days.count; i++)
        if ((weekdays & (INT64_C(1) << i)) != 0) {
            text_add(&words, words.length > 0 ? ", " : "");
            text_add(&words, days.at[i].label);
        }
    return text_done(&words);
}

/* The hours of the newest step that has come, else of the first that is planned. */
static int64_t hours_now(struct request *r, const struct placement_view *view)
{
    const struct hours_series *series = view->hours.count > 0 ? &view->hours : &view->planned;
    int64_t hours = series->count > 0 ? series->at[0].hours : 0;

    for (size_t i = 0; i < series->count; i++)
        if (series->at[i].from <= r->today && series->at[i].hours > 0)
            hours = series->at[i].hours;
    return hours;
}

static struct lawful_facts lawful_facts_of(struct request *r, const struct placement_view *view, struct company_row *company)
{
    const struct placement_row *placement = &view->placement;
    struct placement_facts week = { .weekdays = placement->weekdays, .from_minute = (int)placement->from_minute,
                                    .to_minute = (int)placement->to_minute };

    placement_lessons(r, placement->citizen, placement->from_day, &week);
    company_load(r->db, placement->company, company);
    return panel_load(r->db, &(struct panel_subject){
        .citizen = &view->citizen, .company = company, .placement = placement->id,
        .kind = placement_kind_of(placement->kind), .from = placement->from_day, .to = placement->to_day,
        .hours = hours_now(r, view), .language = placement_check(&week, CHECK_LANGUAGE).why,
    });
}

static void add_lawful(struct request *r, struct placement_view *view, const struct lawful_facts *facts,
                       const struct lawful_facts *stored)
{
    view->lawful = panel_lines_of(r, facts, stored);
    for (size_t i = 0; i < view->lawful.count; i++) {
        view->lawful.at[i].reason_name = NULL;
        if (view->lawful.at[i].asks != LAWFUL_FACT_NONE && view->lawful.at[i].asks != LAWFUL_FACT_BORN &&
            view->lawful.at[i].asks != LAWFUL_FACT_TO && view->lawful.at[i].asks != LAWFUL_FACT_TIMES)
            view->is_lawful_asking = true;
    }
}

/* What was chosen, in the words of her schemes; when she has left the one that offered it, in those of the library. */
static const char *chosen_words(struct request *r, struct choices choices, const char *list, const char *glossary_list, const char *code)
{
    const char *label = choice_label(choices, code);

    return text_is(label, code) ? library_words(list, glossary_list, code, (int)r->language) : label;
}

struct placement_view placement_view_of(struct request *r, const struct placement_row *placement,
                                        const struct citizen_row *citizen)
{
    struct placement_view view = {
        .placement = *placement,
        .citizen = *citizen,
        .kind = glossary_label_or_code((int)r->language, "activity_kind", placement->kind),
        .purpose = chosen_words(r, placement_purposes(r, citizen->id), "formaal", "purpose", placement->purpose),
        .working_hours = working_hours_text(r->arena, placement->from_minute, placement->to_minute),
        .hours = placement_hours_of(r->db, placement, false),
        .planned = placement_hours_of(r->db, placement, true),
        .items = item_lines_of(r, placement->id),
        .meetings = meeting_of_placement(r->db, placement->id),
        .reasons = placement_reasons(r->db, placement->id),
        .given = casefile_reasons_about(r, citizen->id, (struct subject){ SUBJECT_PLACEMENT, placement->id.n }),
        .changes = placement_terms_before(r->db, placement->id, placement->citizen),
        .end_reasons = placement_end_reasons(r, citizen->id),
        .next_steps = choices_of_list(r, "placement_next"),
        .clarifications = placement_scheme_list(r, citizen->id, "afklaring"),
        .hours_form = form_new(r), .end_form = form_new(r), .item_form = form_new(r),
        .lawful_form = form_new(r), .talk_form = form_new(r), .next_form = form_new(r),
        .may_write = request_may(r, MAY_PLACEMENT_WRITE) && !text_is(placement->state, "ended"),
        .may_meet = request_may(r, MAY_MEETING_WRITE) && !text_is(placement->state, "ended"),
    };

    view.told = told_view_of(r, placement);
    view.mentor_warning = beside_workplace_warning(r, placement);
    view.expectations = expectation_lines_of(r, placement);
    view.expectations_state = expectations_state(r, &view.expectations);
    view.hold = hold_view_of(r, placement);
    view.title = say_with(r->arena, r->language, "{1} hos {2}", citizen->first_name, placement->company_name, NULL);
    view.end_reason = chosen_words(r, view.end_reasons, "frafald", "end_reason", placement->end_reason);
    view.chart = chart_of(r, placement, &view.hours);
    view.has_follow_up = placement_deadline(r->db, placement->citizen, SUBJECT_PLACEMENT,
                                            placement->id.n, "follow_up", &view.follow_up);
    if (view.has_follow_up)
        view.left = say_left(r->arena, r->language, view.follow_up.due_at, 0, r->now);
    struct company_row company;
    struct lawful_facts facts = lawful_facts_of(r, &view, &company);
    add_lawful(r, &view, &facts, &facts);
    view.clarified = choice_label(view.clarifications, placement->clarified);
    view.planned_next = glossary_label_or_code((int)r->language, "placement_next", placement->planned_next);
    if (!placement_kinds[placement_kind_of(placement->kind)].is_job) /* Who is employed is not asked why she was not. */
        view.question = glossary_label((int)r->language, "purpose_question",
                                       text_is(placement->purpose, "ordinaert") ? "ordinary" : placement->purpose);
    view.weekdays = placement_weekdays_text(r, placement->weekdays);
    placement_fill_hours(r, &view);
    placement_fill_growth(r, &view);
    placement_fill_path(r, &view);
    view.wage = wage_view_of(r, placement, view.paid_now);
    form_set(&view.next_form, "naeste_trin", placement->planned_next);
    form_set_day(&view.next_form, "naeste_dag", placement->planned_next_day);
    form_set_int(&view.next_form, "version", placement->version);
    form_set(&view.end_form, "naeste", placement->planned_next);
    form_set_day(&view.end_form, "dag", r->today);
    form_set_int(&view.end_form, "version", placement->version);
    return view;
}

struct reply placement_show(struct request *r, const struct placement_view *view, bool is_again)
{
    struct page page = page_new(r);

    placement_one(&page, view);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply placement_absence_again(struct request *r, const struct placement_row *placement,
                                     const struct citizen_row *citizen, const struct form *typed)
{
    struct placement_view view = placement_view_of(r, placement, citizen);

    view.hold.absence_form = *typed;
    return placement_show(r, &view, true);
}

struct reply placement_get(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct placement_view view = placement_view_of(r, &placement, &citizen);
    return placement_show(r, &view, false);
}

struct reply placement_back(struct request *r, const struct placement_row *placement)
{
    return reply_see_other(r, "/praktik/%lld", (long long)placement->id.n);
}

struct reply placement_item_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct form form = form_read(r);
    const char *words = form_text(&form, "punkt", FORM_REQUIRED, WORDS_MAX);
    if (form.error_count > 0) {
        struct placement_view view = placement_view_of(r, &placement, &citizen);
        view.item_form = form;
        return placement_show(r, &view, true);
    }
    placement_item_insert(r->db, placement.id, words, (int64_t)item_lines_of(r, placement.id).count + 1);
    return placement_back(r, &placement);
}

/* What the law's checks missed: asked for on the page, kept with who said it. */
struct reply placement_lawful_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;
    struct company_row company;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct placement_view view = placement_view_of(r, &placement, &citizen);
    struct lawful_facts stored = lawful_facts_of(r, &view, &company), facts = stored;
    view.lawful_form = form_read(r);
    struct panel_typed typed = panel_read(&view.lawful_form, &facts);
    if (view.lawful_form.error_count > 0) {
        add_lawful(r, &view, &facts, &stored);
        return placement_show(r, &view, true);
    }
    panel_write(r->db, &(struct panel_subject){ .citizen = &citizen, .company = &company, .placement = placement.id,
                                                .from = placement.from_day }, &facts, &typed);
    request_tell(r, say(r->language, "Svaret er gemt."), NULL);
    return placement_back(r, &placement);
}
