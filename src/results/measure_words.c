/* SPDX-License-Identifier: MIT
 * measure_words.c: a figure of a scheme in one line, as pages, files and reports say it; for politicians and the
 * public without small cells, and without what one could compute them from. */
#include <stdlib.h>

#include "law/glossary.h"
#include "results/pages.h"
#include "results/rules.h"

enum { THOUSAND = 1000, HUNDREDTH = 10 };

const char *measure_name(enum language language, const struct scheme_measure *measure)
{
    const char *text = words_in(measure->text, (int)language);

    return text != NULL ? text : measure->id.text;
}

static const char *share_words(struct arena *arena, enum language language, int64_t count, int64_t whole, bool is_political)
{
    bool is_small = is_political && ((count > 0 && count < SMALL_COUNT) || (whole - count > 0 && whole - count < SMALL_COUNT));

    if (whole == 0)
        return say(language, "endnu ingen at måle");
    if (is_small)
        return arena_format(arena, "<%d", SMALL_COUNT);
    const char *of = say_with(arena, language, "{1} af {2}", arena_format(arena, "%lld", (long long)count),
                              arena_format(arena, "%lld", (long long)whole), NULL);
    return whole < SMALL_COUNT ? of : arena_format(arena, "%d %% (%s)", percent_of(count, whole), of);
}

/* "ordinært job, deltid eller småjob" */
static const char *outcomes_words(struct arena *arena, enum language language, struct codes outcomes)
{
    struct text text = text_new(arena);

    for (size_t i = 0; i < outcomes.count; i++) {
        text_add(&text, i == 0 ? "" : say(language, " eller "));
        text_add(&text, glossary_label_or_code((int)language, "outcome", outcomes.at[i].text));
    }
    return text_done(&text);
}

/* "18,5 timer og derover" of a band; else the list's or the glossary's words. */
const char *measured_part_words(struct arena *arena, enum language language, const struct measured_part *part)
{
    if (part->name.da != NULL)
        return words_in(part->name, (int)language);
    if (part->band == NULL)
        return outcomes_words(arena, language, part->outcomes);
    const char *low = part->band->low == NUMBER_NONE ? NULL : say_number(arena, language, part->band->low / 10);
    const char *high = part->band->high == NUMBER_NONE ? NULL : say_number(arena, language, part->band->high / 10);
    if (high == NULL)
        return say_with(arena, language, "{1} timer og derover", low == NULL ? "0" : low, NULL);
    return say_with(arena, language, "under {1} timer", high, NULL);
}

static const char *number_words(struct arena *arena, int64_t number)
{
    return arena_format(arena, "%lld", (long long)number);
}

/* "107 (5 %)" of a split; of few, and where the count is hidden, no percent. */
static const char *part_count_words(struct arena *arena, int64_t cell, int64_t whole, bool is_political)
{
    const char *count = count_words(arena, cell, is_political);
    bool is_plain = cell < 0 || whole < SMALL_COUNT || (is_political && is_count_small(cell));

    return is_plain ? count : arena_format(arena, "%s (%d %%)", count, percent_of(cell, whole));
}

/* The parts of a split in one line: "Lang transport 3 (60 %); Andet 2 (40 %)". */
static const char *parts_words(struct arena *arena, enum language language, const struct measured *measured, bool is_political)
{
    int64_t *cells = arena_array(arena, measured->part_count + 1, sizeof *cells);
    struct text text = text_new(arena);

    for (size_t i = 0; i < measured->part_count; i++)
        cells[i] = measured->parts[i].count;
    cells[measured->part_count] = measured->rest;
    if (is_political)
        cells_hide(arena, cells, measured->part_count + 1);
    for (size_t i = 0; i < measured->part_count; i++)
        text_add_format(&text, "%s%s %s", i == 0 ? "" : "; ", measured_part_words(arena, language, &measured->parts[i]),
                        part_count_words(arena, cells[i], measured->whole, is_political));
    text_add_format(&text, "; %s %s", measured->rest_name.da == NULL ? say(language, "andet") : words_in(measured->rest_name, (int)language),
                    part_count_words(arena, cells[measured->part_count], measured->whole, is_political));
    return text_done(&text);
}

/* What a part is called: the file's words, a band's edges, or what it counts. */
static const char *name_of_part(struct arena *arena, enum language language, const struct measured_part *part)
{
    if (part->name.da == NULL && part->outcomes.count == 0 && part->band == NULL)
        return part->code == NULL ? "" : part->code;
    return measured_part_words(arena, language, part);
}

/* "Mit helbred 33 % (14 af 43); Overskud 30 % (13 af 43)": each question by itself, never one score. */
static const char *question_words(struct arena *arena, enum language language, const struct measured *measured, bool is_political)
{
    struct text text = text_new(arena);

    for (size_t i = 0; i < measured->part_count; i++)
        text_add_format(&text, "%s%s: %s", i == 0 ? "" : "; ", name_of_part(arena, language, &measured->parts[i]),
                        share_words(arena, language, measured->parts[i].count, measured->parts[i].whole, is_political));
    return text_done(&text);
}

/* ---- Stages ---- */

/* "29 → 18 (62 %) → 6 (21 %; af forrige 33 %)": each against the first, and against the one before. */
static const char *stage_words(struct arena *arena, enum language language, const struct measured *measured, bool is_political)
{
    struct text text = text_new(arena);
    int64_t first = measured->part_count == 0 ? 0 : measured->parts[0].count, before = first;

    for (size_t i = 0; i < measured->part_count; i++) {
        const struct measured_part *part = &measured->parts[i];
        bool is_hidden = is_political && (is_count_small(part->count) || is_count_small(before - part->count));
        text_add_format(&text, "%s%s %s", i == 0 ? "" : " → ", name_of_part(arena, language, part),
                        is_hidden ? count_words(arena, CELL_SMALL, true) : number_words(arena, part->count));
        if (i > 0 && first > 0 && !is_hidden)
            text_add_format(&text, " (%d %%)", percent_of(part->count, first));
        if (i > 1 && before > 0 && !is_hidden)
            text_add_format(&text, ", %s", say_with(arena, language, "{1} % af trinnet før",
                                                    number_words(arena, percent_of(part->count, before)), NULL));
        before = is_hidden ? 0 : part->count;
    }
    return text_done(&text);
}

/* ---- Changes ---- */

/* "+60 %", from thousandths of a percent; "–" of nobody. */
static const char *change_words(struct arena *arena, int64_t change)
{
    if (change == NUMBER_NONE)
        return "–";
    int64_t percent = divided_half_up(change, THOUSAND);
    return arena_format(arena, "%s%lld %%", percent > 0 ? "+" : percent < 0 ? "−" : "", llabs((long long)percent));
}

/* "20–39" of a band of percent, hours or days: its edges as the file has them. */
static const char *edges_words(struct arena *arena, enum language language, const struct scheme_interval *band)
{
    const char *low = band->low == NUMBER_NONE ? "" : say_number(arena, language, band->low / HUNDREDTH);
    const char *high = band->high == NUMBER_NONE ? "" : say_number(arena, language, band->high / HUNDREDTH);

    if (band->high == NUMBER_NONE)
        return say_with(arena, language, "{1} og derover", low, NULL);
    if (band->has_high)
        return say_with(arena, language, "{1} til og med {2}", low, high, NULL);
    return say_with(arena, language, band->has_low ? SAY("{1} til under {2}") : SAY("over {1} til under {2}"), low, high, NULL);
}

static void add_band(struct text *text, struct arena *arena, enum language language, const struct measured *measured,
                     const struct measured_part *part, bool is_political)
{
    bool is_hidden = is_political && is_count_small(part->count);
    const char *change = is_hidden ? "·" : change_words(arena, measured_change(part, measured->method));

    if (part->band != NULL)
        text_add_format(text, "%s: ", edges_words(arena, language, part->band));
    text_add_format(text, "%s (%s)", change, count_words(arena, part->count, is_political));
}

/* Ours against the group it is compared with: what is left of the change when theirs is taken out. */
static int64_t against(const struct measured *measured, const struct measured *control)
{
    struct measured_part ours = { 0 }, theirs = { 0 };

    for (size_t i = 0; i < measured->part_count; i++) {
        ours.before += measured->parts[i].before;
        ours.after += measured->parts[i].after;
    }
    for (size_t i = 0; i < control->part_count; i++) {
        theirs.before += control->parts[i].before;
        theirs.after += control->parts[i].after;
    }
    if (ours.before <= 0 || theirs.before <= 0 || theirs.after <= 0)
        return NUMBER_NONE;
    int64_t expected = divided_half_up(ours.before * theirs.after, theirs.before);
    return expected == 0 ? NUMBER_NONE : divided_half_up((ours.after - expected) * 100 * THOUSAND, expected);
}

static const char *changes_words(struct arena *arena, enum language language, const struct measured *measured, bool is_political)
{
    struct text text = text_new(arena);

    for (size_t i = 0; i < measured->part_count; i++) {
        text_add(&text, i == 0 ? "" : "; ");
        add_band(&text, arena, language, measured, &measured->parts[i], is_political);
    }
    if (measured->from_zero > 0)
        text_add_format(&text, "; %s", say_with(arena, language, "fra nul, ikke regnet med: {1}",
                                                count_words(arena, measured->from_zero, is_political), NULL));
    if (measured->rest > 0)
        text_add_format(&text, "; %s", say_with(arena, language, "uden for båndene: {1}",
                                                count_words(arena, measured->rest, is_political), NULL));
    bool is_few = is_political && (measured->whole < SMALL_COUNT || (measured->control != NULL && measured->control->whole < SMALL_COUNT));
    if (measured->control != NULL && !is_few)
        text_add_format(&text, "; %s", say_with(arena, language, "mod sammenligningsgruppen {1}",
                                                change_words(arena, against(measured, measured->control)), NULL));
    return text_done(&text);
}

/* ---- Numbers ---- */

static const char *mean_words(struct arena *arena, enum language language, const struct measured *measured, bool is_political)
{
    if (is_political && is_count_small(measured->count))
        return count_words(arena, CELL_SMALL, true);
    if (measured->kind == MEASURE_SUM)
        return say_number(arena, language, measured->sum / HUNDREDTH);
    return say_number(arena, language, divided_half_up(measured->sum, measured->whole) / HUNDREDTH);
}

static const char *days_words(struct arena *arena, enum language language, const struct measured *measured, bool is_political)
{
    if (is_political && is_count_small(measured->count))
        return count_words(arena, CELL_SMALL, true);
    return say_with(arena, language, "{1} dage, halvdelen mellem {2} og {3}", number_words(arena, measured->days.median),
                    number_words(arena, measured->days.lower), number_words(arena, measured->days.upper), NULL);
}

/* ---- All kinds ---- */

static bool is_nothing(const struct measured *measured)
{
    switch (measured->kind) {
    case MEASURE_LEAD_TIME:
        return measured->count == 0;
    case MEASURE_PIPELINE:
        return measured->part_count == 0;
    case MEASURE_SUM:
    case MEASURE_COUNT_OF:
        return false;
    default:
        return measured->whole == 0;
    }
}

static const char *kind_words(struct arena *arena, enum language language, const struct measured *measured, bool is_political)
{
    switch (measured->kind) {
    case MEASURE_SHARE:
        return measured->part_count > 0 ? question_words(arena, language, measured, is_political)
                                        : share_words(arena, language, measured->count, measured->whole, is_political);
    case MEASURE_COUNT_OF:
        return count_words(arena, measured->count, is_political);
    case MEASURE_SPLIT:
        return parts_words(arena, language, measured, is_political);
    case MEASURE_PIPELINE:
        return stage_words(arena, language, measured, is_political);
    case MEASURE_CHANGE:
        return changes_words(arena, language, measured, is_political);
    case MEASURE_SUM:
    case MEASURE_MEAN:
        return mean_words(arena, language, measured, is_political);
    case MEASURE_LEAD_TIME:
        return days_words(arena, language, measured, is_political);
    case MEASURE_REPORT:
    case MEASURE_KIND_COUNT:
        break;
    }
    return say(language, "tælles af andre data end borgernes forløb");
}

/* What a value of `per` is called: a track of the scheme by its own words. */
static const char *group_name(enum language language, const struct scheme *scheme, const char *code)
{
    for (size_t i = 0; code != NULL && i < scheme->tracks.count; i++)
        if (text_is(scheme->tracks.at[i].id.text, code))
            return words_in(scheme->tracks.at[i].text, (int)language);
    return code == NULL ? say(language, "ikke oplyst") : code;
}

/* Groups beside their sum would give a small one away: outside they stand only when none is small. */
static bool may_show_groups(const struct measured *measured, bool is_political)
{
    bool may = measured->group_count > 1 || (measured->group_count == 1 && measured->groups[0].code != NULL);

    for (size_t i = 0; i < measured->group_count && is_political; i++) {
        const struct measured *group = measured->groups[i].measured;
        may = may && group->whole >= SMALL_COUNT && !is_count_small(group->count) && !is_count_small(group->rest);
        for (size_t k = 0; k < group->part_count; k++)
            may = may && !is_count_small(group->parts[k].count);
    }
    return may;
}

const char *measured_words(struct arena *arena, enum language language, const struct scheme *scheme,
                           const struct measured *measured, bool is_political)
{
    struct text text = text_new(arena);

    if (measured->state == MEASURED_NOT_HERE)
        return say(language, "tælles af andre data end borgernes forløb");
    if (is_nothing(measured))
        return say(language, "endnu ingen at måle");
    text_add(&text, measured->is_about ? say(language, "ca. ") : "");
    text_add(&text, kind_words(arena, language, measured, is_political));
    for (size_t i = 0; i < measured->group_count && may_show_groups(measured, is_political); i++)
        text_add_format(&text, ". %s: %s", group_name(language, scheme, measured->groups[i].code),
                        kind_words(arena, language, measured->groups[i].measured, is_political));
    return text_done(&text);
}
