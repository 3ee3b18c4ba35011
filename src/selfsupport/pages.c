/* SPDX-License-Identifier: MIT
 * pages.c: how many paid hours until self-supporting: typed, reckoned and shown; nothing is stored. */
#include "selfsupport/pages.h"

#include "base/list.h"
#include "base/text.h"
#include "placement/placement.h"
#include "placement/wage.h"
#include "rates/pages.h"
#include "selfsupport_hours_page.h"

enum { CHART_STEP = 100, ROW_STEP = 5, ROWS_MAX = SUPPORT_WEEK_FULL / CHART_STEP + 2, PERCENT_MAX = 5000 };

static const char *hours_say(struct request *r, int64_t hundredths)
{
    return say_number(r->arena, r->language, hundredths);
}

/* Paid hours a week today, over all placements. */
static int64_t paid_now(struct request *r, struct citizen_id citizen)
{
    struct hours_series series = placement_hours_series(r->db, citizen);
    int64_t paid = 0;

    for (size_t i = 0; i < series.count; i++)
        if (series.at[i].from <= r->today)
            paid = series.at[i].paid;
    return paid;
}

static struct choices benefit_choices(struct request *r)
{
    struct choice *choices = arena_array(r->arena, SUPPORT_BENEFIT_COUNT, sizeof *choices);

    for (size_t i = 0; i < SUPPORT_BENEFIT_COUNT; i++)
        choices[i] = (struct choice){ support_benefits[i].code,
                                      glossary_label_or_code((int)r->language, "benefit", support_benefits[i].code) };
    return (struct choices){ choices, SUPPORT_BENEFIT_COUNT };
}

static struct support_line line_of(struct request *r, const struct support_number *number)
{
    bool has_value = number->version != NULL && number->version->value != LAW_VALUE_NONE;

    return (struct support_line){
        .name = number->value->name,
        .text = words_in(number->value->text, (int)r->language),
        .value = has_value ? rates_number_say(r->arena, r->language, number->version->value) : "–",
        .state = number->version == NULL ? say(r->language, "ingen sats den dag")
                                         : rates_mark_word(r->language, number->version->mark),
        .class = number->is_usable ? "ok" : "warn",
        .source = number->version == NULL ? "" : number->version->source,
    };
}

static void add_numbers(struct request *r, struct support_view *view, const struct support_numbers *numbers)
{
    view->numbers.at = arena_array(r->arena, numbers->count, sizeof *view->numbers.at);
    view->numbers.count = numbers->count;
    for (size_t i = 0; i < numbers->count; i++)
        view->numbers.at[i] = line_of(r, &numbers->at[i]);
}

/* Points of the curve each hour, rows of the table each fifth and the answer's own. */
static void add_curve(struct request *r, struct support_view *view, const struct support_facts *facts,
                      const struct support_answer *answer, int64_t now)
{
    struct chart_point *points = arena_array(r->arena, ROWS_MAX, sizeof *points);
    struct support_row *rows = arena_array(r->arena, ROWS_MAX, sizeof *rows);
    bool is_found = answer->why == SUPPORT_FOUND, is_placed = !is_found;

    for (int64_t hours = 0; hours <= SUPPORT_WEEK_FULL; hours += CHART_STEP) {
        struct support_month month = support_at(facts, hours);
        points[view->chart.count++] = (struct chart_point){ hours, month.together, month.benefit };
        if (!is_placed && answer->hours <= hours) {
            is_placed = true;
            if (answer->hours % (CHART_STEP * ROW_STEP) != 0)
                rows[view->rows.count++] = (struct support_row){ answer->hours, support_at(facts, answer->hours) };
        }
        if (hours % (CHART_STEP * ROW_STEP) == 0 || hours == SUPPORT_WEEK_FULL)
            rows[view->rows.count++] = (struct support_row){ hours, month };
    }
    view->rows.at = rows;
    view->chart.head = (struct chart_head){ "timer", say(r->language, "Penge om måneden efter lønnede timer om ugen"), view->answer };
    view->chart.at = points;
    view->chart.axis_name = say(r->language, "Lønnede timer om ugen");
    view->chart.main_name = say(r->language, "Løn og ydelse");
    view->chart.thin_name = say(r->language, "Ydelse");
    view->chart.mark = is_found ? answer->hours : -1;
    view->chart.mark_label = view->answer;
    view->chart.now = now > 0 ? now : -1;
    view->chart.now_label = say(r->language, "nu");
}

static struct support_step step_of(const struct support_facts *facts, day from, const char *where, int64_t paid)
{
    int64_t together = support_at(facts, paid).together;

    return (struct support_step){ from, where, paid, together, together - support_at(facts, 0).together };
}

/* S67: income beside the benefit, now and at each agreed step that has not come. */
static void add_steps(struct request *r, struct support_view *view, const struct support_facts *facts, int64_t now)
{
    struct placement_hours_row_list rows = placement_hours_of_citizen(r->db, view->citizen.id);

    view->steps.at = arena_array(r->arena, rows.count + 1, sizeof *view->steps.at);
    view->steps.at[view->steps.count++] = step_of(facts, DAY_NONE, NULL, now);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].is_planned && rows.at[i].from_day > r->today)
            view->steps.at[view->steps.count++] =
                step_of(facts, rows.at[i].from_day, rows.at[i].company_name, rows.at[i].paid);
}

static const char *answer_say(struct request *r, const struct support_answer *answer)
{
    if (answer->why == SUPPORT_NEVER)
        return say(r->language, "Med den timeløn bliver ydelsen ikke mindre.");
    if (answer->why == SUPPORT_ABOVE)
        return say(r->language, "Ikke med 37 timer om ugen.");
    return say_with(r->arena, r->language, "{1} timer om ugen", hours_say(r, answer->hours), NULL);
}

/* Reckons what was typed, or says which numbers are missing. */
static void reckon(struct request *r, struct support_view *view)
{
    struct form *form = &view->form;
    int benefit = form_choice(form, "sats", FORM_REQUIRED, support_benefit_codes);
    int64_t wage = form_hundredths(form, "loen", FORM_REQUIRED), pension = form_hundredths(form, "pension", FORM_OPTIONAL);
    struct support_wish wish = { benefit, form_flag(form, "barn"), form_flag(form, "enlig") };

    if (wage != INT64_MIN && (wage <= 0 || wage > WAGE_MAX))
        form_error(form, "loen", say(r->language, "Skriv timelønnen i kroner."));
    if (pension != INT64_MIN && (pension < 0 || pension > PERCENT_MAX))
        form_error(form, "pension", say(r->language, "Skriv procenten mellem 0 og 50."));
    if (form->error_count > 0)
        return;
    struct support_numbers numbers = support_numbers_on(rates_law(r->db), &wish, r->today);
    add_numbers(r, view, &numbers);
    view->is_asked = true;
    view->is_refused = !numbers.is_complete;
    view->is_test = numbers.is_test;
    if (view->is_refused)
        return;
    numbers.facts.wage = wage;
    numbers.facts.pension = pension == INT64_MIN ? 0 : pension;
    struct support_answer answer = support_hours(&numbers.facts);
    view->answer = answer_say(r, &answer);
    add_curve(r, view, &numbers.facts, &answer, paid_now(r, view->citizen.id));
    add_steps(r, view, &numbers.facts, paid_now(r, view->citizen.id));
}

static bool view_of(struct request *r, struct support_view *view)
{
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view->citizen))
        return false;
    view->path = arena_format(r->arena, "/borger/%lld/lonnede-timer", (long long)view->citizen.id.n);
    view->benefits = benefit_choices(r);
    view->now = hours_say(r, paid_now(r, view->citizen.id));
    view->has_wage = placement_wage_for(r->db, view->citizen.id, r->today, &view->wage);
    return true;
}

static struct reply hours_get(struct request *r)
{
    struct support_view view = { .form = form_new(r) };
    struct page page = page_new(r);

    if (!view_of(r, &view))
        return reply_not_found(r);
    form_set(&view.form, "sats", view.citizen.benefit);
    if (view.has_wage)
        form_set(&view.form, "loen", hours_say(r, view.wage.wage));
    support_page(&page, &view);
    return reply_page(&page.text);
}

static struct reply hours_post(struct request *r)
{
    struct support_view view = { .form = form_read(r) };
    struct page page = page_new(r);

    if (!view_of(r, &view))
        return reply_not_found(r);
    reckon(r, &view);
    support_page(&page, &view);
    return view.form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static const struct route routes[] = {
    { GET, "/borger/{citizen}/lonnede-timer", MAY_PLACEMENT_READ, hours_get },
    { POST, "/borger/{citizen}/lonnede-timer", MAY_PLACEMENT_READ, hours_post },
    { 0 },
};

const struct feature selfsupport_feature = { .name = "selfsupport", .routes = routes };
