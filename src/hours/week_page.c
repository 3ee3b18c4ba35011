/* SPDX-License-Identifier: MIT
 * week_page.c: the page of a citizen's week: sum, pictures, what fills it, holes and what could fill them. */
#include "base/text.h"
#include "employer/pages.h"
#include "hours/pages.h"
#include "hours/private.h"
#include "hours_week_page.h"
#include "law/glossary.h"

static const char *const state_codes[HOUR_STATE_COUNT] = { "planned", "delivered", "excused", "missed" };
static const char *const state_classes[HOUR_STATE_COUNT] = { "on", "ok", "wait", "warn" };

/* "3" or "1,5" hours of minutes. */
static const char *hours_of(struct request *r, int64_t minutes)
{
    return hours_number(r->arena, r->language, minutes);
}

static const char *state_words(struct request *r, const struct hours_block *block)
{
    if (block->is_cancelled)
        return say(r->language, "aflyst");
    const char *state = glossary_label((int)r->language, "hour_state", state_codes[block->state]);
    if (block->away == 0)
        return state;
    return say_with(r->arena, r->language, "{1}; {2} timer: {3}", state, hours_of(r, block->away),
                    glossary_label((int)r->language, "hour_state", state_codes[block->away_state]), NULL);
}

static void add_line(struct request *r, struct week_view *view, const struct hours_block *block)
{
    bool is_timed = block->to > block->from;

    *LIST_ADD(r->arena, &view->lines) = (struct week_line){
        .block = block,
        .day_words = block->on == DAY_NONE ? say(r->language, "i løbet af ugen") : say_weekday_day(r->arena, r->language, block->on),
        .times = is_timed ? say_clocks(r->arena, r->language, block->from, block->to) : "",
        .hours = hours_of(r, block->is_cancelled ? 0 : block->minutes),
        .kind = glossary_label((int)r->language, "hour_kind", hour_kind_codes[block->kind]),
        .state = state_words(r, block),
        .class = block->is_cancelled ? "no" : state_classes[block->state],
        .path = block->source == HOURS_GROUP ? arena_format(r->arena, "/hold/%lld", (long long)block->id)
              : block->source == HOURS_PLACEMENT ? arena_format(r->arena, "/praktik/%lld", (long long)block->id) : NULL,
    };
}

static void add_hole(struct request *r, struct week_view *view, const struct hour_hole *hole)
{
    *LIST_ADD(r->arena, &view->holes) = (struct hole_line){
        .words = say_with(r->arena, r->language, "{1} {2}, {3} timer", say_weekday(r->language, hole->weekday),
                          say_clocks(r->arena, r->language, hole->from, hole->to), hours_of(r, hole->to - hole->from), NULL),
        .from = say_clock(r->arena, r->language, hole->from), .to = say_clock(r->arena, r->language, hole->to), .weekday = hole->weekday,
    };
}

/* --- What could fill it, and why not. --- */

static const char *minutes_words(struct request *r, int minutes)
{
    return arena_format(r->arena, "%d", minutes);
}

static const char *why_words(struct request *r, const struct hours_filler *filler)
{
    const char *weekday = filler->weekday < 0 ? "" : say_weekday(r->language, filler->weekday);

    switch (filler->why) {
    case FILL_FINE: return NULL;
    case FILL_FULL:
        return say_with(r->arena, r->language, "fuldt: {1} af {2} pladser er taget",
                        arena_format(r->arena, "%lld", (long long)(filler->capacity - filler->free)),
                        arena_format(r->arena, "%lld", (long long)filler->capacity), NULL);
    case FILL_OVERLAP: return say_with(r->arena, r->language, "samtidig med {1} {2}", filler->with, weekday, NULL);
    case FILL_WAY:
        return say_with(r->arena, r->language, "vejen {1} mellem {2} og holdet er {3} min for lang", weekday, filler->with,
                        minutes_words(r, filler->short_minutes), NULL);
    case FILL_WINDOW:
        return say_with(r->arena, r->language, "uden for den tid, borgeren kan {1}, med {2} min", weekday,
                        minutes_words(r, filler->short_minutes), NULL);
    case FILL_NO_COUNT: return say(r->language, "tæller ikke med i det krav, der gælder");
    case FILL_WHY_COUNT: break;
    }
    return NULL;
}

static struct filler_line filler_line_of(struct request *r, const struct hours_filler *filler)
{
    return (struct filler_line){
        .of = filler, .hours = hours_of(r, filler->minutes), .gain = hours_of(r, filler->gain), .why = why_words(r, filler),
        .way = filler->way == 0 ? say(r->language, "ingen vej")
             : say_with(r->arena, r->language, filler->is_way_known ? "{1} min på vejen om ugen" : "cirka {1} min på vejen om ugen; rejsetiden er ikke slået op",
                        minutes_words(r, filler->way), NULL),
        .beside = filler->beside == NULL ? NULL
                : say_with(r->arena, r->language, "{1} {2} falder i holdets tid", filler->beside->title,
                           say_weekday_day(r->arena, r->language, filler->beside->on), NULL),
    };
}

static void load_fillers(struct request *r, struct week_view *view)
{
    view->fillers = hours_fillers_of(r->db, r->language, &view->week);
    for (size_t i = 0; i < view->fillers.count; i++) {
        struct filler_line line = filler_line_of(r, &view->fillers.at[i]);
        if (line.of->why == FILL_FINE && line.of->gain > 0)
            *LIST_ADD(r->arena, &view->fitting) = line;
        else if (line.of->why != FILL_FINE)
            *LIST_ADD(r->arena, &view->blocked) = line;
    }
    if (view->fillers.best_count > 1)
        view->best = say_with(r->arena, r->language, "Bedst sammen: {1} hold, der er mærket, fylder {2} af de {3} timer, der mangler.",
                              arena_format(r->arena, "%zu", view->fillers.best_count), hours_of(r, view->fillers.best_minutes),
                              hours_of(r, view->week.answer.missing), NULL);
}

/* --- Her own items, and the steps. --- */

static const char *item_times(struct request *r, const struct hours_item_row *row)
{
    struct text text = text_new(r->arena);

    if (row->weekdays == 0)
        return say(r->language, "i løbet af ugen");
    for (int i = 0; i < WEEK_DAYS; i++)
        if ((row->weekdays >> i & 1) != 0)
            text_add_format(&text, "%s%s", text.length == 0 ? "" : ", ", say_weekday_short(r->language, i));
    text_add_format(&text, " %s", say_clocks(r->arena, r->language, row->from_minute, row->to_minute));
    return text_done(&text);
}

static void load_items(struct request *r, struct week_view *view)
{
    day last = view->week.monday + WEEK_DAYS - 1;
    struct hours_item_row_list rows = hours_items(r->db, view->citizen.id, last, view->week.monday);
    struct hours_mark_row_list marks = hours_marks(r->db, view->citizen.id, view->week.monday, view->week.monday);
    bool may_health = request_may(r, MAY_HEALTH_READ);

    for (size_t i = 0; i < rows.count; i++) {
        struct hours_item_row *row = &rows.at[i];
        struct own_line line = { .row = row, .times = item_times(r, row), .hours = hours_of(r, hours_item_minutes(row)),
                                  .is_over = row->to_day != DAY_NONE && row->to_day <= last, .evidence = "" };
        if (text_is(row->kind, hour_kind_codes[HOUR_HEALTH]) && !may_health) {
            row->words = glossary_label((int)r->language, "hour_kind", row->kind);
            row->purpose = row->place = "";
        }
        for (size_t k = 0; k < marks.count; k++)
            if (marks.at[k].item.n == row->id.n) {
                line.mark = marks.at[k].mark;
                line.evidence = marks.at[k].evidence;
            }
        *LIST_ADD(r->arena, &view->items) = line;
    }
}

static void load_steps(struct request *r, struct week_view *view)
{
    for (size_t i = 0; i < view->week.requirements.count; i++) {
        const struct hours_requirement_row *row = &view->week.requirements.at[i];
        const struct hour_set *set = hour_set_find(hour_rules_kept(), row->base);
        *LIST_ADD(r->arena, &view->steps) = (struct step_line){
            row, set == NULL ? row->base : words_in(set->text, (int)r->language),
            row == view->week.requirement ? say(r->language, "gælder i denne uge") : NULL };
    }
}

/* --- Choices. --- */

static struct choices sets_of(struct request *r)
{
    const struct hour_rules *rules = hour_rules_kept();
    struct choice *choices = arena_array(r->arena, rules->set_count, sizeof *choices);

    for (size_t i = 0; i < rules->set_count; i++) {
        int64_t hours = hours_of_set(r->db, &rules->sets[i], r->today);
        const char *text = words_in(rules->sets[i].text, (int)r->language);
        choices[i] = (struct choice){ rules->sets[i].name, hours < 0 ? text : say_with(r->arena, r->language, "{1}, {2} timer", text,
                                                                                  say_number(r->arena, r->language, hours), NULL) };
    }
    return (struct choices){ choices, rules->set_count };
}

/* What groups, placements and meetings give is not typed here. */
static struct choices kinds_of(struct request *r)
{
    static const enum hour_kind own[] = { HOUR_PREPARATION, HOUR_JOB_SEARCH, HOUR_HEALTH, HOUR_SOCIAL, HOUR_FAMILY, HOUR_NETWORK,
                                          HOUR_VOLUNTEERING, HOUR_PAID, HOUR_DANISH, HOUR_COURSE };
    struct choice *choices = arena_array(r->arena, sizeof own / sizeof *own, sizeof *choices);

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        choices[i] = (struct choice){ hour_kind_codes[own[i]], glossary_label((int)r->language, "hour_kind", hour_kind_codes[own[i]]) };
    return (struct choices){ choices, sizeof own / sizeof *own };
}

static struct choices weekdays_of(struct request *r)
{
    struct choice *choices = arena_array(r->arena, WEEK_DAYS, sizeof *choices);

    for (int i = 0; i < WEEK_DAYS; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%d", i), say_weekday_short(r->language, i) };
    return (struct choices){ choices, WEEK_DAYS };
}

/* --- The page. --- */

static day week_asked(struct request *r)
{
    day asked = DAY_NONE;
    struct form form = form_read(r);
    const char *typed = r->method == POST ? form_value(&form, "uge") : request_query(r, "uge");

    return monday_of(day_read(typed, &asked) ? asked : r->today);
}

bool hours_page_open(struct request *r, struct week_view *view)
{
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view->citizen))
        return false;
    view->week = (struct hours_week){ .monday = week_asked(r) };
    view->name = citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    view->step_form = form_new(r);
    view->item_form = form_new(r);
    view->window_form = form_new(r);
    view->join_form = form_new(r);
    view->may_write = request_may(r, MAY_CASE_WRITE);
    return true;
}

static void fill_forms(struct request *r, struct week_view *view)
{
    if (!view->is_open_step)
        form_set_day(&view->step_form, "fra", view->week.monday);
    if (!view->is_open_item) {
        form_set_day(&view->item_form, "begynder", view->week.monday > r->today ? view->week.monday : r->today);
        if (view->week.hole_count > 0) {
            form_set(&view->item_form, "dag", arena_format(r->arena, "%d", view->week.holes[0].weekday));
            form_set(&view->item_form, "kl_fra", say_clock(r->arena, r->language, view->week.holes[0].from));
            form_set(&view->item_form, "kl_til", say_clock(r->arena, r->language, view->week.holes[0].to));
        }
    }
    for (int i = 0; i < WEEK_DAYS && !view->is_open_window; i++) {
        bool is_free = view->week.to[i] > view->week.from[i];
        form_set(&view->window_form, arena_format(r->arena, "fra%d", i), is_free ? say_clock(r->arena, r->language, view->week.from[i]) : "");
        form_set(&view->window_form, arena_format(r->arena, "til%d", i), is_free ? say_clock(r->arena, r->language, view->week.to[i]) : "");
    }
}

static void say_sums(struct request *r, struct week_view *view)
{
    const struct hours_week *week = &view->week;

    view->sum = hours_sum_words(r->arena, r->language, week);
    if (week->answer.missing > 0 && week->break_reason == NULL)
        view->missing = hours_of(r, week->answer.missing);
    if (week->answer.unsure > 0)
        view->unsure = hours_of(r, week->answer.unsure);
    if (week->unregistered > 0)
        view->unregistered = hours_of(r, week->unregistered);
}

/* The week before, this one and the next two: what ends soon is a hole to come. */
static void draw(struct request *r, struct week_view *view)
{
    struct hours_week *weeks = arena_array(r->arena, HOURS_WEEKS_SHOWN, sizeof *weeks);

    for (int i = 0; i < HOURS_WEEKS_SHOWN; i++)
        weeks[i] = i == 1 ? view->week : hours_week_beside(r->db, r->language, &view->week, view->week.monday + (i - 1) * WEEK_DAYS);
    view->pictures.bars = hours_bars(r->arena, r->language, weeks, HOURS_WEEKS_SHOWN, monday_of(r->today));
    view->pictures.week = hours_timetable(r->arena, r->language, &view->week, r->today);
}

struct reply hours_page_show(struct request *r, struct week_view *view)
{
    struct page page = page_new(r);
    day monday = view->week.monday;
    int errors = view->step_form.error_count + view->item_form.error_count + view->window_form.error_count +
                 view->join_form.error_count;

    view->week = hours_week_load(r->db, r->language, view->citizen.id, view->citizen.town, monday);
    view->title = hours_week_words(r->arena, r->language, monday);
    view->span = arena_format(r->arena, "%s – %s", say_day(r->arena, r->language, monday),
                              say_day_year(r->arena, r->language, monday + WEEK_DAYS - 1));
    view->before = monday - WEEK_DAYS;
    view->after = monday + WEEK_DAYS;
    for (size_t i = 0; i < view->week.blocks.count; i++)
        add_line(r, view, &view->week.blocks.at[i]);
    for (size_t i = 0; i < view->week.hole_count; i++)
        add_hole(r, view, &view->week.holes[i]);
    load_fillers(r, view);
    load_items(r, view);
    load_steps(r, view);
    say_sums(r, view);
    draw(r, view);
    view->sets = sets_of(r);
    view->kinds = kinds_of(r);
    view->weekdays = weekdays_of(r);
    view->marks = choices_of_list(r, "absence");
    fill_forms(r, view);
    hours_week_page(&page, view);
    return errors > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply hours_page_get(struct request *r)
{
    struct week_view view = { 0 };

    return hours_page_open(r, &view) ? hours_page_show(r, &view) : reply_not_found(r);
}
