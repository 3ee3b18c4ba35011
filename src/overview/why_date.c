/* SPDX-License-Identifier: MIT
 * why_date.c: the calculation of a due date, step by step, and the same as a calendar. */
#include "base/list.h"
#include "base/text.h"
#include "law/glossary.h"
#include "overview/why.h"

enum { WEEKS_MAX = 8, ROLL_MAX = 12, HOUR = 3600 };

const char *why_closed_words(const struct why *why, day on)
{
    const char *holiday = holiday_name(on);

    if (holiday != NULL)
        return say(why->r->language, holiday);
    for (size_t i = 0; i < why->closed.count; i++)
        if (why->closed.at[i].day == on)
            return say_with(why->r->arena, why->r->language, SAY("lukkedag ({1})"), why->closed.at[i].name, NULL);
    if (day_weekday(on) == SATURDAY)
        return say(why->r->language, "lørdag");
    return day_weekday(on) == SUNDAY ? say(why->r->language, "søndag") : NULL;
}

const char *why_moment_words(const struct why *why, instant at)
{
    if (at == INSTANT_NEVER)
        return say(why->r->language, "sat i bero");
    if (why->explanation.row.is_hour_rule)
        return say_when(why->r->arena, why->r->language, at);
    return say_weekday_day(why->r->arena, why->r->language, day_of_instant(at));
}

typedef LIST_OF(struct why_step) step_list;

static void add_step(const struct why *why, step_list *steps, const char *name, const char *words, instant gives)
{
    *LIST_ADD(why->r->arena, steps) = (struct why_step){
        .name = name, .words = words, .gives = gives == INSTANT_NONE ? "" : why_moment_words(why, gives),
    };
}

/* "Boligplaceret, registreret af Jonas Bech fre. 4. dec. 14.05" */
static const char *event_told(const struct why *why, const struct event *event)
{
    struct request *r = why->r;
    const char *what = event_words(r->language, event_kind_names[event->kind]);
    const char *code = event->code.text;
    const struct scheme_meeting *meeting = code == NULL ? NULL : scheme_meeting(why->line.scheme, code);
    struct noted_row noted;

    what = *what == 0 ? say(r->language, "noteret i journalen") : what;
    if (meeting != NULL)
        what = arena_format(r->arena, "%s %s", words_in(meeting->text, (int)r->language), what);
    if (!journal_noted(r->db, event->lid, &noted))
        return sentence_begin(r->arena, what);
    const char *when = say_when(r->arena, r->language, noted.recorded_at);
    const char *told = noted.actor_name == NULL
        ? say_with(r->arena, r->language, SAY("{1}, registreret {2}"), what, when, NULL)
        : say_with(r->arena, r->language, SAY("{1}, registreret af {2} {3}"), what, noted.actor_name, when, NULL);
    return sentence_begin(r->arena, told);
}

/* What the counting starts from: an event, an occurrence, or the beginning of a breach. */
static void add_beginning(const struct why *why, step_list *steps)
{
    static const char *const names[RULE_KIND_COUNT] = {
        [RULE_WITHIN] = SAY("Hændelse"), [RULE_EVERY] = SAY("Hændelse"), [RULE_CALENDAR] = SAY("Fast dag"),
        [RULE_QUOTA] = SAY("Periode"), [RULE_LIMIT] = SAY("Grænse"), [RULE_MUST] = SAY("Krav"),
        [RULE_REQUIRE] = SAY("Hændelse"),
    };
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;

    if (e->trigger != NULL) {
        add_step(why, steps, SAY("Hændelse"), event_told(why, e->trigger), e->trigger->at);
        steps->at[steps->count - 1].path =
            why->row->citizen.n == 0 ? NULL : arena_format(r->arena, "/borger/%lld#journal", (long long)why->row->citizen.n);
        if (e->trigger->at != e->anchor)
            add_step(why, steps, SAY("Begyndelse"), say(r->language, "Det var før ordningen begyndte for borgeren, så der regnes derfra"), e->anchor);
        return;
    }
    const char *words = e->rule->kind == RULE_MUST  ? say(r->language, "Kravet har ikke været opfyldt siden")
                        : e->rule->kind == RULE_LIMIT ? say(r->language, "Uden for grænsen siden")
                                                      : sentence_begin(r->arena, offset_words(r->arena, r->language, e->rule));
    add_step(why, steps, names[e->rule->kind], words, e->anchor);
}

/* How a unit is counted. */
static const char *const counted[SPAN_UNIT_COUNT] = {
    [SPAN_HOURS] = SAY("+ {1}, forløbet tid, også om natten og i weekenden"),
    [SPAN_DAYS] = SAY("+ {1}, kalenderdage, til dagen er slut"),
    [SPAN_WEEKS] = SAY("+ {1}, kalenderdage ({2} dage), til dagen er slut"),
    [SPAN_MONTHS] = SAY("+ {1}, til samme dato; mangler den i måneden, så månedens sidste dag"),
    [SPAN_YEARS] = SAY("+ {1}, til samme dato"),
    [SPAN_WORKING_DAYS] = SAY("+ {1}; weekender, helligdage og lukkedage tæller ikke med"),
    [SPAN_WORKING_HOURS] = SAY("+ {1}, kun i åbningstiden"),
};

/* The same under the rule's own clock. */
static const char *counted_by(enum span_clock clock, enum span_unit unit)
{
    if (clock == CLOCK_WORKING_DAYS && unit == SPAN_HOURS)
        return SAY("+ {1}, døgnet rundt på arbejdsdage; i weekender, på helligdage og lukkedage står uret stille");
    if (clock == CLOCK_WORKING && unit == SPAN_HOURS)
        return counted[SPAN_WORKING_HOURS];
    return counted[clock != CLOCK_CALENDAR && unit == SPAN_DAYS ? SPAN_WORKING_DAYS : unit];
}

static const char *distance_told(const struct why *why, struct span span)
{
    struct request *r = why->r;
    instant due = why->explanation.first_due, anchor = why->explanation.anchor;
    const char *words = say_with(r->arena, r->language, counted_by(why->explanation.rule->clock, span.unit), span_words(r->arena, r->language, span),
                                 arena_format(r->arena, "%d", span.count * 7), NULL);
    bool is_changed = span.unit == SPAN_HOURS &&
                      (local_of(due).hour * HOUR + local_of(due).minute * 60) !=
                          (local_of(anchor).hour * HOUR + local_of(anchor).minute * 60) && span.count % 24 == 0;

    if (why->explanation.trigger != NULL && why->explanation.trigger->is_day && span.unit == SPAN_HOURS)
        words = say_with(r->arena, r->language, SAY("{1}. Kun dagen er kendt, så der regnes fra midnat"), words, NULL);
    if (is_changed)
        words = say_with(r->arena, r->language, SAY("{1}. Uret stilles om undervejs"), words, NULL);
    return words;
}

static void add_distance(const struct why *why, step_list *steps)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;

    if (e->rule->kind == RULE_QUOTA)
        add_step(why, steps, SAY("Antal"),
                 say_with(r->arena, r->language, SAY("Nummer {1} af {2} i perioden"), arena_format(r->arena, "%lld", (long long)e->nth),
                          arena_format(r->arena, "%d", e->rule->quota.count), NULL), INSTANT_NONE);
    if (e->span.unit != SPAN_NONE)
        add_step(why, steps, SAY("Afstand"), distance_told(why, e->span), e->first_due);
    else if (e->rule->grace.count > 0)
        add_step(why, steps, SAY("Afstand"), distance_told(why, e->rule->grace), e->first_due);
    if (e->longer > e->first_due)
        add_step(why, steps, SAY("Længere"), say(r->language, "Der blev givet længere tid, end reglen siger"), e->longer);
}

static const char *stop_told(const struct why *why, const struct explained_stop *stop)
{
    struct request *r = why->r;
    const char *reason = glossary_label_or_code((int)r->language, "suspension_reason", stop->reason.text);
    const char *from = say_weekday_day(r->arena, r->language, day_of_instant(stop->from));

    if (stop->to == INSTANT_NEVER)
        return say_with(r->arena, r->language, SAY("Står stille siden {1}: {2}"), from, reason, NULL);
    /* The clock goes again at `to`; the day before is the last one that stood. */
    const char *to = say_weekday_day(r->arena, r->language, day_of_instant(stop->to - 1));
    if (stop->mode == SUSPENSION_RESTART)
        return say_with(r->arena, r->language, SAY("{1} fra {2} til {3}: der regnes forfra bagefter"),
                        sentence_begin(r->arena, reason), from, to, NULL);
    return say_with(r->arena, r->language, SAY("Stod stille fra {1} til {2}: {3}"), from, to, reason, NULL);
}

static void add_stops(const struct why *why, step_list *steps)
{
    const struct explanation *e = &why->explanation;

    for (size_t i = 0; i < e->stop_count; i++)
        add_step(why, steps, SAY("Bero"), stop_told(why, &e->stops[i]),
                 i + 1 == e->stop_count ? e->stopped_due : INSTANT_NONE);
}

/* From the day that was hit to the working day beside it, a step for each closed day. */
static void add_roll(const struct why *why, step_list *steps)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;

    if (e->due == INSTANT_NEVER || e->due == e->stopped_due)
        return;
    int step = e->due < e->stopped_due ? -1 : 1;
    day on = day_of_instant(e->stopped_due);
    for (int i = 0; i < ROLL_MAX && on != day_of_instant(e->due); i++, on += step) {
        const char *why_closed = why_closed_words(why, on);
        const char *words = say_with(r->arena, r->language, step < 0 ? SAY("{1} er {2}, derfor dagen før") : SAY("{1} er {2}, derfor dagen efter"),
                                     say_day(r->arena, r->language, on), why_closed == NULL ? "" : why_closed, NULL);
        add_step(why, steps, SAY("Lukket"), words, e->due - (instant)(day_of_instant(e->due) - (on + step)) * 24 * HOUR);
    }
}

static const char *due_told(const struct why *why, const char *closed)
{
    bool is_hour_rule = why->explanation.row.is_hour_rule;
    struct request *r = why->r;

    if (closed == NULL)
        return is_hour_rule ? say(r->language, "På minuttet, dansk tid") : say(r->language, "Arbejdsdag. Gælder dagen ud, dansk tid");
    return say_with(r->arena, r->language,
                    is_hour_rule ? SAY("{1}. Fristen flytter sig ikke; den gælder på minuttet, dansk tid")
                                 : SAY("{1}. Fristen flytter sig ikke; den gælder dagen ud, dansk tid"),
                    sentence_begin(r->arena, closed), NULL);
}

static void add_due(const struct why *why, step_list *steps)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;

    if (e->due == INSTANT_NEVER) {
        const char *left = arena_format(r->arena, "%d", e->row.left);
        const char *words = e->row.is_hour_rule ? say_with(r->arena, r->language, SAY("Kendes, når uret går igen. {1} timer tilbage"), left, NULL)
                                                : say_with(r->arena, r->language, SAY("Kendes, når uret går igen. {1} dage tilbage"), left, NULL);
        add_step(why, steps, SAY("Frist"), words, e->due);
        steps->at[steps->count - 1].is_due = true;
        return;
    }
    const char *closed = why_closed_words(why, day_of_instant(e->due));
    add_step(why, steps, SAY("Frist"), due_told(why, closed), e->due);
    struct why_step *due = &steps->at[steps->count - 1];
    due->is_due = true;
    if (!e->row.is_hour_rule)
        due->gives = say_with(r->arena, r->language, SAY("{1} kl. 24"), due->gives, NULL);
    if (closed != NULL && e->row.act_by != INSTANT_NEVER)
        add_step(why, steps, SAY("I praksis"), say(r->language, "Den sidste dag, kontoret er åbent før fristen"), e->row.act_by);
}

struct why_steps why_steps_of(const struct why *why)
{
    step_list steps = { 0 };

    add_beginning(why, &steps);
    add_distance(why, &steps);
    add_stops(why, &steps);
    add_roll(why, &steps);
    add_due(why, &steps);
    return (struct why_steps){ steps.at, steps.count };
}

/* --- The calendar. --- */

static bool is_stopped(const struct why *why, day on)
{
    for (size_t i = 0; i < why->explanation.stop_count; i++) {
        const struct explained_stop *stop = &why->explanation.stops[i];
        bool has_begun = day_of_instant(stop->from) <= on;
        if (has_begun && (stop->to == INSTANT_NEVER || on < day_of_instant(stop->to)))
            return true;
    }
    return false;
}

/* Whole weeks since the beginning, when the rule counts in weeks: "2 uger". */
static const char *week_note(const struct why *why, day on)
{
    const struct explanation *e = &why->explanation;
    day since = on - day_of_instant(e->anchor);

    if (e->span.unit != SPAN_WEEKS || e->stop_count > 0 || since <= 0 || since % 7 != 0 || since / 7 > e->span.count)
        return NULL;
    return span_words(why->r->arena, why->r->language, (struct span){ since / 7, SPAN_WEEKS });
}

static void note(struct text *notes, const char *words)
{
    if (words == NULL)
        return;
    if (notes->length > 0)
        text_add(notes, ", ");
    text_add(notes, words);
}

static struct why_day calendar_day(const struct why *why, day on)
{
    const struct explanation *e = &why->explanation;
    enum language language = why->r->language;
    struct date date = date_of(on);
    struct text notes = text_new(why->r->arena);
    bool is_due = e->due != INSTANT_NEVER && on == day_of_instant(e->due), is_hit = on == day_of_instant(e->anchor);
    bool is_weekend = day_weekday(on) >= SATURDAY;
    const char *closed = why_closed_words(why, on), *hit = "";

    if (is_hit && e->trigger != NULL)
        hit = event_words(language, event_kind_names[e->trigger->kind]);
    note(&notes, *hit == 0 ? NULL : hit);
    note(&notes, is_due ? say(language, "frist") : NULL);
    note(&notes, on == why->r->today ? say(language, "i dag") : NULL);
    note(&notes, week_note(why, on));
    note(&notes, is_weekend && holiday_name(on) == NULL ? NULL : closed);
    note(&notes, is_stopped(why, on) ? say(language, "i bero") : NULL);
    return (struct why_day){
        .label = date.day == 1 ? say_day(why->r->arena, language, on) : arena_format(why->r->arena, "%d", date.day),
        .note = text_done(&notes),
        .class = is_due ? "due" : is_hit ? "hit" : is_weekend ? "off" : closed != NULL ? "hol" : "",
    };
}

static const char *month_caption(const struct why *why, day first, day last)
{
    enum language language = why->r->language;
    struct date from = date_of(first), to = date_of(last);
    const char *end = arena_format(why->r->arena, "%s %d", say_month_long(language, to.month), to.year);

    if (from.month == to.month && from.year == to.year)
        return sentence_begin(why->r->arena, end);
    const char *begin = from.year == to.year
        ? say_month_long(language, from.month)
        : arena_format(why->r->arena, "%s %d", say_month_long(language, from.month), from.year);
    return sentence_begin(why->r->arena, arena_format(why->r->arena, "%s – %s", begin, end));
}

static day monday_of(day on)
{
    return on - (day)day_weekday(on);
}

struct why_calendar why_calendar_of(const struct why *why)
{
    const struct explanation *e = &why->explanation;
    day end = e->due == INSTANT_NEVER ? why->r->today : day_of_instant(e->due > e->first_due ? e->due : e->first_due);
    day begin = e->anchor == INSTANT_NONE ? end : day_of_instant(e->anchor);
    day first = monday_of(begin), last = monday_of(end);

    if (last - first >= 7 * WEEKS_MAX) /* A long way: the weeks before its end. */
        first = last - 7 * (WEEKS_MAX - 1);
    size_t count = last < first ? 1 : (size_t)(last - first) / 7 + 1;
    struct why_week *weeks = arena_array(why->r->arena, count, sizeof *weeks);
    for (size_t i = 0; i < count; i++) {
        day monday = first + 7 * (day)i;
        struct why_day *days = arena_array(why->r->arena, WEEKDAY_COUNT, sizeof *days);
        for (int weekday = 0; weekday < WEEKDAY_COUNT; weekday++)
            days[weekday] = calendar_day(why, monday + weekday);
        weeks[i] = (struct why_week){ day_week(monday), { days, WEEKDAY_COUNT } };
    }
    begin = begin < first ? first : begin;
    return (struct why_calendar){ month_caption(why, begin, end), weeks, count };
}
