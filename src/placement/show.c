/* SPDX-License-Identifier: MIT
 * show.c: one placement: hours as a curve, what is looked at with its trend, follow-ups, and its end. */
#include "base/text.h"
#include "engine/event.h"
#include "meeting/rules.h"
#include "placement/pages.h"
#include "placement/scheme_part.h"
#include "placement_show_page.h"

enum { WORDS_MAX = 1000, HOURS_MAX = 16800, AXIS_DAYS = 28 };

/* What comes after a placement (S07: a decision: employment, another placement, something else). */
static const struct choice next_steps[] = {
    { "job", SAY("ansættelse") },
    { "placement", SAY("ny praktik") },
    { "education", SAY("uddannelse") },
    { "other", SAY("andet") },
};

struct choices placement_next_steps(void)
{
    return (struct choices){ next_steps, sizeof next_steps / sizeof *next_steps };
}

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

static struct placement_view view_placement(struct request *r, const struct placement_row *placement,
                                     const struct citizen_row *citizen)
{
    struct placement_view view = {
        .placement = *placement,
        .citizen = *citizen,
        .kind = glossary_label_or_code((int)r->language, "activity_kind", placement->kind),
        .purpose = choice_label(placement_purposes(r, citizen->id), placement->purpose),
        .working_hours = working_hours_text(r->arena, placement->from_minute, placement->to_minute),
        .hours = placement_hours_of(r->db, placement, false),
        .planned = placement_hours_of(r->db, placement, true),
        .items = item_lines_of(r, placement->id),
        .meetings = meeting_of_placement(r->db, placement->id),
        .reasons = placement_reasons(r->db, placement->id),
        .changes = placement_terms_before(r->db, placement->id, placement->citizen),
        .end_reasons = placement_end_reasons(r, citizen->id),
        .next_steps = placement_next_steps(),
        .hours_form = form_new(r), .end_form = form_new(r), .item_form = form_new(r),
        .lawful_form = form_new(r),
        .may_write = request_may(r, MAY_PLACEMENT_WRITE) && !text_is(placement->state, "ended"),
        .may_meet = request_may(r, MAY_MEETING_WRITE) && !text_is(placement->state, "ended"),
    };

    view.told = told_view_of(r, placement);
    view.expectations = expectation_lines_of(r, placement);
    view.expectations_state = expectations_state(r, &view.expectations);
    view.hold = hold_view_of(r, placement);
    view.title = say_with(r->arena, r->language, "{1} hos {2}", citizen->first_name, placement->company_name, NULL);
    view.end_reason = choice_label(view.end_reasons, placement->end_reason);
    view.chart = chart_of(r, placement, &view.hours);
    view.has_follow_up = placement_follow_up(r->db, placement->citizen, SUBJECT_PLACEMENT, placement->id.n, &view.follow_up);
    if (view.has_follow_up)
        view.left = say_left(r->arena, r->language, view.follow_up.due_at, 0, r->now);
    struct company_row company;
    struct lawful_facts facts = lawful_facts_of(r, &view, &company);
    add_lawful(r, &view, &facts, &facts);
    form_set_day(&view.hours_form, "fra", r->today);
    form_set_day(&view.end_form, "dag", r->today);
    form_set_int(&view.end_form, "version", placement->version);
    return view;
}

static struct reply show(struct request *r, const struct placement_view *view, bool is_again)
{
    struct page page = page_new(r);

    placement_one(&page, view);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply placement_absence_again(struct request *r, const struct placement_row *placement,
                                     const struct citizen_row *citizen, const struct form *typed)
{
    struct placement_view view = view_placement(r, placement, citizen);

    view.hold.absence_form = *typed;
    return show(r, &view, true);
}

struct reply placement_get(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct placement_view view = view_placement(r, &placement, &citizen);
    return show(r, &view, false);
}

static struct reply back(struct request *r, const struct placement_row *placement)
{
    return reply_see_other(r, "/praktik/%lld", (long long)placement->id.n);
}

struct reply placement_begin_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;
    struct form form = form_read(r);
    day on = form_day(&form, "dag", FORM_OPTIONAL);

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    if (on == DAY_NONE || on > r->today)
        on = placement.from_day < r->today ? placement.from_day : r->today;
    if (!placement_begin(r->db, &placement, on))
        return reply_conflict(r, placement.company_name);
    request_tell(r, say(r->language, "Praktikken er begyndt."), NULL);
    return back(r, &placement);
}

struct reply placement_hours_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct form form = form_read(r);
    day from = form_day(&form, "fra", FORM_REQUIRED);
    int64_t hours = form_hundredths(&form, "timer", FORM_REQUIRED);
    int64_t paid = form_hundredths(&form, "loen", FORM_REQUIRED);
    const char *note = form_text(&form, "note", FORM_OPTIONAL, WORDS_MAX);
    if (form.error_count == 0 && (hours < 0 || hours > HOURS_MAX))
        form_error(&form, "timer", say(r->language, "Skriv timerne om ugen."));
    if (form.error_count == 0 && (paid < 0 || paid > hours))
        form_error(&form, "loen", say(r->language, "Lønnede timer kan højst være alle timerne."));
    if (form.error_count == 0 && from < placement.from_day)
        form_error(&form, "fra", say(r->language, "Det er før den første dag."));
    if (form.error_count > 0) {
        struct placement_view view = view_placement(r, &placement, &citizen);
        view.hours_form = form;
        return show(r, &view, true);
    }
    placement_change_hours(r->db, &placement, from, hours, paid, note);
    request_tell(r, say(r->language, "Timerne er gemt."), NULL);
    return back(r, &placement);
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
        struct placement_view view = view_placement(r, &placement, &citizen);
        view.item_form = form;
        return show(r, &view, true);
    }
    placement_item_insert(r->db, placement.id, words, (int64_t)item_lines_of(r, placement.id).count + 1);
    return back(r, &placement);
}

/* A code of the choices, or an error at the field. */
static const char *choice_read(struct form *form, const char *name, struct choices choices)
{
    const char *code = form_text(form, name, FORM_REQUIRED, WORDS_MAX);

    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code))
            return code;
    if (*code != 0)
        form_error(form, name, say(form->request->language, "Vælg en af dem."));
    return "";
}

/* Somebody was faster: when it has been ended, how, beside what was typed here. */
static struct overtaken end_overtaken(struct request *r, const struct placement_view *view, struct form *form)
{
    const struct placement_row *p = &view->placement;
    const struct overtaken_field fields[] = {
        { "dag", SAY("Sidste dag"), p->ended_day == DAY_NONE ? "" : day_iso(r->arena, p->ended_day), { 0 } },
        { "grund", SAY("Hvorfor"), p->end_reason, view->end_reasons },
        { "naeste", SAY("Hvad så?"), p->next_step, view->next_steps },
    };
    bool is_ended = text_is(p->state, "ended");

    if (!is_ended)
        return (struct overtaken){ .who = placement_changed_by(r->db, p) };
    return overtaken_merge(form, (struct overtaken_fields){ fields, sizeof fields / sizeof *fields }, NULL);
}

struct reply placement_end_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct placement_view view = view_placement(r, &placement, &citizen);
    struct form form = form_read(r);
    day on = form_day(&form, "dag", FORM_REQUIRED);
    const char *reason = choice_read(&form, "grund", view.end_reasons);
    const char *next = choice_read(&form, "naeste", view.next_steps);
    placement.version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX);
    if (form.error_count == 0 && placement.started_day != DAY_NONE && on < placement.started_day)
        form_error(&form, "dag", say(r->language, "Det er før den første dag."));
    if (form.error_count == 0 && !placement_end(r->db, &placement, on, reason, next)) {
        view.is_overtaken = true;
        view.overtaken = end_overtaken(r, &view, &form);
    }
    if (form.error_count > 0 || view.is_overtaken) {
        form_set_int(&form, "version", view.placement.version);
        view.end_form = form;
        return show(r, &view, true);
    }
    request_tell(r, say(r->language, "Praktikken er afsluttet. Der er lavet en opgave om næste skridt."),
                 arena_format(r->arena, "/praktik/%lld/fortryd", (long long)placement.id.n));
    return back(r, &placement);
}

/* What the law's checks missed: asked for on the page, kept with who said it. */
struct reply placement_lawful_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;
    struct company_row company;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct placement_view view = view_placement(r, &placement, &citizen);
    struct lawful_facts stored = lawful_facts_of(r, &view, &company), facts = stored;
    view.lawful_form = form_read(r);
    struct panel_typed typed = panel_read(&view.lawful_form, &facts);
    if (view.lawful_form.error_count > 0) {
        add_lawful(r, &view, &facts, &stored);
        return show(r, &view, true);
    }
    panel_write(r->db, &(struct panel_subject){ .citizen = &citizen, .company = &company, .placement = placement.id,
                                                .from = placement.from_day }, &facts, &typed);
    request_tell(r, say(r->language, "Svaret er gemt."), NULL);
    return back(r, &placement);
}

struct reply placement_undo_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    if (!placement_undo_end(r->db, &placement))
        return reply_conflict(r, placement.company_name);
    request_tell(r, say(r->language, "Det er fortrudt. Praktikken fortsætter."), NULL);
    return back(r, &placement);
}
