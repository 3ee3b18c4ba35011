/* SPDX-License-Identifier: MIT
 * picture.c: what the charts of the week are given. */
#include "hours/picture.h"

#include "base/list.h"
#include "hours/private.h"
#include "law/glossary.h"

enum { HUNDREDTHS = 100 };

static const char *const state_codes[HOUR_STATE_COUNT] = { "planned", "delivered", "excused", "missed" };

const char *hours_number(struct arena *arena, enum language language, int64_t minutes)
{
    return say_number(arena, language, (minutes * HUNDREDTHS + HOUR_MINUTES / 2) / HOUR_MINUTES);
}

const char *hours_week_words(struct arena *arena, enum language language, day monday)
{
    return say_with(arena, language, "uge {1}", arena_format(arena, "%d", day_week(monday)), NULL);
}

static int64_t sure_minutes(const struct hours_week *week)
{
    return week->answer.counted[HOUR_DELIVERED] + week->answer.counted[HOUR_EXCUSED] + week->answer.counted[HOUR_PLANNED];
}

const char *hours_sum_words(struct arena *arena, enum language language, const struct hours_week *week)
{
    const char *sum = hours_number(arena, language, sure_minutes(week));

    if (week->break_reason != NULL)
        return say_with(arena, language, "sat i bero: {1}", glossary_label_or_code((int)language, "suspension_reason", week->break_reason), NULL);
    if (week->required < 0)
        return say_with(arena, language, "{1} timer, intet krav er skrevet", sum, NULL);
    return say_with(arena, language, "{1} af {2} timer", sum, hours_number(arena, language, week->required), NULL);
}

static struct chart_hours_row row_of(struct arena *arena, enum language language, const struct hours_week *week, day now)
{
    return (struct chart_hours_row){
        .label = hours_week_words(arena, language, week->monday),
        .minutes = { week->answer.counted[HOUR_DELIVERED], week->answer.counted[HOUR_PLANNED], week->answer.counted[HOUR_EXCUSED],
                     week->break_reason != NULL ? 0 : week->answer.missing },
        .wanted = week->required > 0 ? week->required : 0,
        .is_now = week->monday == now,
    };
}

struct chart_hours hours_bars(struct arena *arena, enum language language, const struct hours_week *weeks, size_t count, day now)
{
    struct chart_hours_row *rows = arena_array(arena, count, sizeof *rows);
    const char *summary = "";

    for (size_t i = 0; i < count; i++) {
        rows[i] = row_of(arena, language, &weeks[i], now);
        if (i == 0 || weeks[i].monday == now)
            summary = arena_format(arena, "%s: %s", rows[i].label, hours_sum_words(arena, language, &weeks[i]));
    }
    return (struct chart_hours){
        .head = { "timer-om-ugen", say(language, "Timer om ugen"), summary },
        .names = { say(language, "Deltaget"), say(language, "Planlagt"), say(language, "Lovligt fravær"), say(language, "Mangler") },
        .wanted_name = say(language, "Krav"), .at = rows, .count = count,
    };
}

static enum chart_look look_of(const struct hours_block *block)
{
    static const enum chart_look looks[HOUR_STATE_COUNT] = { CHART_TO_COME, CHART_DONE, CHART_EXCUSED, CHART_LOST };

    return block->is_cancelled ? CHART_GONE : looks[block->state];
}

struct chart_week hours_timetable(struct arena *arena, enum language language, const struct hours_week *week, day today)
{
    LIST_OF(struct chart_block) blocks = { 0 };

    for (size_t i = 0; i < week->hole_count; i++)
        *LIST_ADD(arena, &blocks) = (struct chart_block){ week->holes[i].weekday, week->holes[i].from, week->holes[i].to, CHART_FREE,
                                                          say(language, "hul"), say(language, "hul") };
    for (size_t i = 0; i < week->blocks.count; i++) {
        const struct hours_block *block = &week->blocks.at[i];
        if (block->on == DAY_NONE || block->to <= block->from)
            continue;
        *LIST_ADD(arena, &blocks) = (struct chart_block){
            block->on - week->monday, block->from, block->to, look_of(block), block->brief != NULL ? block->brief : block->title,
            block->is_cancelled ? say(language, "aflyst") : glossary_label((int)language, "hour_state", state_codes[block->state]) };
    }
    return (struct chart_week){
        .head = { "ugen", say_with(arena, language, "Ugen time for time, {1}", hours_week_words(arena, language, week->monday), NULL),
                  hours_sum_words(arena, language, week) },
        .monday = week->monday, .today = today, .at = blocks.at, .count = blocks.count,
    };
}
