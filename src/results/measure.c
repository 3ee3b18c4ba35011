/* SPDX-License-Identifier: MIT
 * measure.c: from units to figures: each kind of measure adds up what it is shown. Who the units are is
 * unit.c, what is told of them value.c. */
#include "results/measure.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "results/measure_private.h"
#include "results/rules.h"

enum { THOUSAND = 1000, DAY_SECONDS = 24 * 60 * 60, PERCENT = 100, MONTHS_OF_YEAR = 12 };

/* Numbers seen before, sorted. */
struct number_set {
    LIST_OF(int64_t) numbers;
};

/* What is added up: once for all, and once for each group of `per`. */
struct tally {
    struct measured measured;
    struct measured_part *parts;
    struct number_set seen, counting;
    LIST_OF(int64_t) days;
};

struct group_tally {
    const char *code;
    struct tally *tally;
};

struct measuring {
    struct arena *arena;
    struct counted counted;
    struct tally all;
    LIST_OF(struct group_tally) groups;
    LIST_OF(struct measuring *) stages; /* Of a pipeline: a measure each. */
    struct measuring *control;          /* Of a change. */
};

/* ---- Parts ---- */

static const struct scheme_measure *measure_of(const struct scheme *scheme, struct code id)
{
    for (size_t i = 0; i < scheme->measures.count; i++)
        if (code_is(scheme->measures.at[i].id, id))
            return &scheme->measures.at[i];
    return NULL;
}

static size_t band_parts(struct arena *arena, const struct scheme_measure *measure, struct measured_part **parts)
{
    *parts = arena_array(arena, measure->bands.count, sizeof **parts);
    for (size_t i = 0; i < measure->bands.count; i++)
        (*parts)[i].band = &measure->bands.at[i];
    return measure->bands.count;
}

/* One a question of the forms that are to improve. */
static size_t question_parts(struct arena *arena, const struct counted *counted, struct measured_part **parts)
{
    LIST_OF(struct measured_part) found = { 0 };
    struct codes forms = counted->measure->counts.ids;

    for (size_t i = 0; i < forms.count; i++) {
        const struct scheme_form *form = scheme_form(counted->scheme, forms.at[i].text);
        for (size_t k = 0; form != NULL && k < form->questions.count; k++)
            if (form->questions.at[k].type == QUESTION_SCALE || form->questions.at[k].type == QUESTION_NUMBER)
                *LIST_ADD(arena, &found) = (struct measured_part){ .code = form->questions.at[k].id.text,
                                                                   .name = form->questions.at[k].text };
    }
    *parts = found.at;
    return found.count;
}

/* The scheme's own outcomes, or the items of a list, in the file's order. */
static size_t named_parts(struct arena *arena, const struct counted *counted, struct measured_part **parts)
{
    const char *by = counted->measure->by;
    const struct scheme *scheme = counted->scheme;
    const struct scheme_list *list = by == NULL ? NULL : scheme_list(scheme, by);
    size_t count = text_is(by, "counts_as") ? scheme->outcomes.counts_as.count : list != NULL ? list->items.count : 0;

    *parts = arena_array(arena, count, sizeof **parts);
    for (size_t i = 0; i < count; i++)
        if (list != NULL)
            (*parts)[i] = (struct measured_part){ .code = list->items.at[i].id.text, .name = list->items.at[i].text };
        else
            (*parts)[i] = (struct measured_part){ .code = scheme->outcomes.counts_as.at[i].id.text,
                                                  .outcomes = scheme->outcomes.counts_as.at[i].outcomes };
    return count;
}

static size_t make_parts(struct arena *arena, const struct counted *counted, struct measured_part **parts)
{
    const struct scheme_measure *measure = counted->measure;

    if (measure->bands.count > 0)
        return band_parts(arena, measure, parts);
    if (measure->kind == MEASURE_CHANGE) {
        *parts = arena_array(arena, 1, sizeof **parts); /* All in one. */
        return 1;
    }
    if (measure->counts.kind == TALLY_IMPROVED)
        return question_parts(arena, counted, parts);
    return measure->kind == MEASURE_SPLIT ? named_parts(arena, counted, parts) : 0;
}

static void tally_begin(struct arena *arena, const struct counted *counted, struct tally *tally)
{
    const struct scheme_measure *measure = counted->measure;
    struct measured *measured = &tally->measured;

    *tally = (struct tally){ .measured = { .kind = measure->kind, .rest_name = measure->rest, .method = measure->method,
                                           .is_banded = measure->bands.count > 0, .is_about = measure->approx } };
    measured->part_count = make_parts(arena, counted, &tally->parts);
    measured->parts = tally->parts;
    if (measure->kind == MEASURE_SPLIT && measured->part_count == 0)
        measured->state = MEASURED_NOT_HERE;
}

/* ---- Adding one unit ---- */

/* Puts a number among the others; false when it was there. */
static bool add_number(struct arena *arena, struct number_set *set, int64_t number)
{
    size_t low = 0, high = set->numbers.count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (set->numbers.at[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < set->numbers.count && set->numbers.at[low] == number)
        return false;
    (void)LIST_ADD(arena, &set->numbers);
    memmove(&set->numbers.at[low + 1], &set->numbers.at[low], (set->numbers.count - 1 - low) * sizeof *set->numbers.at);
    set->numbers.at[low] = number;
    return true;
}

static void add_answers(const struct counted *counted, const struct unit *unit, struct tally *tally)
{
    struct codes forms = counted->measure->counts.ids;

    for (size_t i = 0; i < tally->measured.part_count; i++)
        for (size_t k = 0; k < forms.count; k++) {
            int64_t change;
            if (!unit_answer_change(unit, forms.at[k], code_of(tally->parts[i].code), &change))
                continue;
            tally->parts[i].whole++;
            tally->parts[i].count += change > 0;
        }
}

/* Of several units that are one (a company that three are at) each counts once; one that counts is enough. */
static void add_share(struct measuring *measuring, struct tally *tally, const struct unit *unit)
{
    const struct counted *counted = &measuring->counted;
    enum tallied tallied = unit_tally(counted, unit);

    if (tallied == TALLIED_UNDECIDED)
        return;
    tally->measured.whole += unit->number == 0 || add_number(measuring->arena, &tally->seen, unit->number);
    if (tallied == TALLIED_YES)
        tally->measured.count += unit->number == 0 || add_number(measuring->arena, &tally->counting, unit->number);
    if (counted->measure->counts.kind == TALLY_IMPROVED)
        add_answers(counted, unit, tally);
}

/* Which part a unit belongs to, the first in the file's order; part_count for none. */
static size_t part_of(const struct counted *counted, const struct unit *unit, const struct measured *measured)
{
    const struct scheme_measure *measure = counted->measure;
    const char *name = measure->value != NULL ? measure->value : measure->by;
    int64_t number;

    if (measured->is_banded)
        return unit_number(unit, name, unit->at, &number) ? interval_find(measure->bands.at, measure->bands.count, number)
                                                          : measured->part_count;
    for (size_t i = 0; i < measured->part_count; i++)
        if (text_is(measure->by, "counts_as")) {
            if (is_code_named(measured->parts[i].outcomes, unit_outcome(unit)))
                return i;
        } else if (unit->event != NULL && text_is(event_field(unit->event, code_of("reason")).code.text, measured->parts[i].code)) {
            return i;
        }
    return measured->part_count;
}

static void add_split(struct measuring *measuring, struct tally *tally, const struct unit *unit)
{
    if (unit->number != 0 && !add_number(measuring->arena, &tally->seen, unit->number))
        return;
    size_t part = part_of(&measuring->counted, unit, &tally->measured);
    tally->measured.whole++;
    if (part < tally->measured.part_count)
        tally->parts[part].count++;
    else
        tally->measured.rest++;
}

/* A sum or mean of a value; without one the units themselves are counted. */
static void add_number_of(struct measuring *measuring, struct tally *tally, const struct unit *unit)
{
    const struct scheme_measure *measure = measuring->counted.measure;
    const char *name = measure->value != NULL ? measure->value : measure->by;
    int64_t number = THOUSAND;

    if (name != NULL && !unit_number(unit, name, unit->at, &number))
        return;
    tally->measured.count++;
    tally->measured.whole++;
    tally->measured.sum += number;
}

/* Before and after the basis, each over the window. Who began at nothing has no change in percent. */
static void add_change(struct measuring *measuring, struct tally *tally, const struct unit *unit)
{
    const struct scheme_measure *measure = measuring->counted.measure;
    instant after = span_due(measure->window, unit->basis, CLOCK_CALENDAR, NULL);
    instant before = 2 * unit->basis - after; /* As long before. */
    int64_t was, is;

    if (after > unit->history->view.now || !unit_number_over(unit, measure->value, before, unit->basis, &was) ||
        !unit_number_over(unit, measure->value, unit->basis, after, &is))
        return;
    tally->measured.whole++;
    if (was <= 0) {
        tally->measured.from_zero++;
        return;
    }
    size_t part = tally->measured.is_banded ? interval_find(measure->bands.at, measure->bands.count, was) : 0;
    if (part == tally->measured.part_count) {
        tally->measured.rest++;
        return;
    }
    tally->parts[part].count++;
    tally->parts[part].before += was;
    tally->parts[part].after += is;
    tally->parts[part].ratios += divided_half_up((is - was) * PERCENT * THOUSAND, was);
}

/* The first event of the measure's `until` from the basis on; INSTANT_NEVER for none yet. */
static instant first_until(const struct counted *counted, const struct unit *unit)
{
    size_t cursor = 0;

    for (const struct event *event; (event = pattern_next(&counted->measure->until, &unit->history->view, &cursor)) != NULL;)
        if (event->at >= unit->basis)
            return event->at;
    return INSTANT_NEVER;
}

/* The first of the unit's obligations under the measure's rules that was settled; INSTANT_NEVER for none yet. */
static instant first_settled(const struct counted *counted, const struct unit *unit)
{
    instant first = INSTANT_NEVER;

    for (size_t i = 0; i < unit->history->obligation_count; i++) {
        const struct measured_obligation *row = &unit->history->obligations[i];
        bool is_settled = row->state == OBLIGATION_MET || row->state == OBLIGATION_LATE;
        if (is_settled && unit_has_row(counted, unit, row) && row->settled >= unit->basis && row->settled < first)
            first = row->settled;
    }
    return first;
}

/* Days from the basis to the event that the measure waits for, or to when its rules were settled. */
static void add_lead_time(struct measuring *measuring, struct tally *tally, const struct unit *unit)
{
    const struct counted *counted = &measuring->counted;
    instant first = counted->measure->until.is_set ? first_until(counted, unit) : first_settled(counted, unit);

    tally->measured.whole++;
    if (first == INSTANT_NEVER)
        return;
    tally->measured.count++;
    *LIST_ADD(measuring->arena, &tally->days) = (first - unit->basis) / DAY_SECONDS;
}

static void (*const adders[MEASURE_KIND_COUNT])(struct measuring *, struct tally *, const struct unit *) = {
    [MEASURE_SHARE] = add_share, [MEASURE_COUNT_OF] = add_share,   [MEASURE_SPLIT] = add_split,
    [MEASURE_MEAN] = add_number_of, [MEASURE_SUM] = add_number_of, [MEASURE_CHANGE] = add_change,
    [MEASURE_LEAD_TIME] = add_lead_time,
};

/* ---- Groups ---- */

static const char *const time_words[] = { "month", "quarter", "year" };
static const int months_of_time[] = { 1, 3, 12 };
enum { TIME_WORDS = sizeof time_words / sizeof *time_words };

/* Months of a `per` that names a time; 0 for one that names a fact, and for none. */
static int months_of_per(const char *per)
{
    for (size_t i = 0; i < TIME_WORDS; i++)
        if (text_is(time_words[i], per))
            return months_of_time[i];
    return 0;
}

static bool is_grouped(const struct measuring *measuring)
{
    const char *per = measuring->counted.measure->per;

    return per != NULL && months_of_per(per) == 0;
}

static struct tally *group_of(struct measuring *measuring, const struct unit *unit)
{
    struct datum value = view_fact(&unit->history->view, code_of(measuring->counted.measure->per), day_of_instant(unit->at), NULL);
    const char *code = value.kind == DATUM_NONE ? NULL : value.code.text;

    for (size_t i = 0; i < measuring->groups.count; i++)
        if (code == NULL ? measuring->groups.at[i].code == NULL : text_is(measuring->groups.at[i].code, code))
            return measuring->groups.at[i].tally;
    struct group_tally *added = LIST_ADD(measuring->arena, &measuring->groups);
    *added = (struct group_tally){ arena_dup(measuring->arena, code), arena_alloc(measuring->arena, sizeof *added->tally) };
    tally_begin(measuring->arena, &measuring->counted, added->tally);
    return added->tally;
}

static void add_unit(void *about, const struct unit *unit)
{
    struct measuring *measuring = about;
    enum measure_kind kind = measuring->counted.measure->kind;

    if (adders[kind] == NULL)
        return;
    adders[kind](measuring, &measuring->all, unit);
    if (is_grouped(measuring))
        adders[kind](measuring, group_of(measuring, unit), unit);
}

/* ---- The life of a figure ---- */

static bool is_here(const struct scheme_measure *measure)
{
    return measure_is_countable(measure->of) && measure->kind != MEASURE_REPORT;
}

struct measuring *measure_begin(struct arena *arena, const struct scheme *scheme, const struct scheme_measure *measure,
                                struct measured_period period)
{
    struct measuring *measuring = arena_alloc(arena, sizeof *measuring);

    *measuring = (struct measuring){ .arena = arena, .counted = { scheme, measure, period } };
    tally_begin(arena, &measuring->counted, &measuring->all);
    if (!is_here(measure))
        measuring->all.measured.state = MEASURED_NOT_HERE;
    for (size_t i = 0; measure->kind == MEASURE_PIPELINE && i < measure->parts.count; i++) {
        const struct scheme_measure *stage = measure_of(scheme, measure->parts.at[i]);
        if (stage != NULL && stage->kind != MEASURE_PIPELINE) /* Stages nest no further. */
            *LIST_ADD(arena, &measuring->stages) = measure_begin(arena, scheme, stage, period);
    }
    const struct scheme_measure *control = measure->kind == MEASURE_CHANGE ? measure_of(scheme, measure->population) : NULL;
    if (control != NULL && control->kind == MEASURE_CHANGE && code_is_none(control->population))
        measuring->control = measure_begin(arena, scheme, control, period);
    return measuring;
}

bool measure_wants(const struct measuring *measuring, enum stream_kind kind)
{
    if (unit_stream(measuring->counted.measure->of) == kind)
        return true;
    for (size_t i = 0; i < measuring->stages.count; i++)
        if (measure_wants(measuring->stages.at[i], kind))
            return true;
    return false;
}

void measure_see(struct measuring *measuring, const struct measured_history *history)
{
    units_of(&measuring->counted, history, add_unit, measuring);
    for (size_t i = 0; i < measuring->stages.count; i++)
        measure_see(measuring->stages.at[i], history);
    if (measuring->control != NULL)
        measure_see(measuring->control, history);
}

static int ascending(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* How many quarters (months, years) a period has; the running one counts as a whole. */
static int64_t times_in(struct measured_period period, int months)
{
    struct date from = date_of(period.from), to = date_of(period.to);
    int between = (to.year - from.year) * MONTHS_OF_YEAR + to.month - from.month + 1;

    return (between + months - 1) / months;
}

static void tally_end(const struct counted *counted, struct tally *tally)
{
    struct measured *measured = &tally->measured;
    int months = months_of_per(counted->measure->per);
    struct measured_period period = counted->period;

    if (measured->kind == MEASURE_MEAN && months > 0 && period.from != DAY_NONE && period.to != DAY_NONE)
        measured->whole = measured->whole == 0 ? 0 : times_in(period, months);
    if (tally->days.count == 0)
        return;
    qsort(tally->days.at, tally->days.count, sizeof *tally->days.at, ascending);
    struct quartiles found = quartiles_of(tally->days.at, tally->days.count);
    measured->days = (struct quartiles_found){ found.lower, found.median, found.upper };
}

/* A stage's count: its numerator, or of a split all that it is of. */
static void end_stages(struct measuring *measuring, struct measured *measured)
{
    struct measured_part *parts = arena_array(measuring->arena, measuring->stages.count, sizeof *parts);

    for (size_t i = 0; i < measuring->stages.count; i++) {
        const struct scheme_measure *stage = measuring->stages.at[i]->counted.measure;
        struct measured found = measure_end(measuring->stages.at[i]);
        bool is_counted = found.kind == MEASURE_SHARE || found.kind == MEASURE_COUNT_OF;
        parts[i] = (struct measured_part){ .code = stage->id.text, .name = stage->text,
                                           .count = is_counted ? found.count : found.whole };
    }
    measured->parts = parts;
    measured->part_count = measuring->stages.count;
    measured->whole = parts == NULL || measured->part_count == 0 ? 0 : parts[0].count;
}

static int by_code(const void *a, const void *b)
{
    const struct measured_group *x = a, *y = b;

    if (x->code == NULL || y->code == NULL)
        return (x->code == NULL) - (y->code == NULL);
    return strcmp(x->code, y->code);
}

struct measured measure_end(struct measuring *measuring)
{
    struct measured *measured = &measuring->all.measured;
    struct measured_group *groups = arena_array(measuring->arena, measuring->groups.count, sizeof *groups);

    tally_end(&measuring->counted, &measuring->all);
    for (size_t i = 0; i < measuring->groups.count; i++) {
        tally_end(&measuring->counted, measuring->groups.at[i].tally);
        groups[i] = (struct measured_group){ measuring->groups.at[i].code, &measuring->groups.at[i].tally->measured };
    }
    if (measuring->groups.count > 0)
        qsort(groups, measuring->groups.count, sizeof *groups, by_code);
    measured->groups = groups;
    measured->group_count = measuring->groups.count;
    if (measured->kind == MEASURE_PIPELINE)
        end_stages(measuring, measured);
    if (measuring->control != NULL) {
        struct measured *control = arena_alloc(measuring->arena, sizeof *control);
        *control = measure_end(measuring->control);
        measured->control = control;
    }
    return *measured;
}

int64_t measured_change(const struct measured_part *part, enum measure_method method)
{
    if (part->count == 0)
        return NUMBER_NONE;
    if (method == METHOD_MEAN_OF_RATIOS)
        return divided_half_up(part->ratios, part->count);
    return divided_half_up((part->after - part->before) * PERCENT * THOUSAND, part->before);
}
