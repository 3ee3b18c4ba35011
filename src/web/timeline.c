/* SPDX-License-Identifier: MIT
 * timeline.c: phases and points on one time axis, and the same as a table. */
#include "web/timeline.h"

#include "web/chart_parts.h"

enum { PHASE_Y = 200, PHASE_HEIGHT = 240, LANE_FIRST = 700, LANE_GAP = 280, LETTER_WIDTH = 68 };

static size_t letters(const char *text)
{
    size_t count = 0;

    for (; *text != 0; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

/* A label stands in its bar when there is room, otherwise below it. */
static void draw_phase(struct page *page, const struct chart_plot *plot, const struct timeline_phase *phase)
{
    static const struct {
        const char *bar, *label;
    } classes[] = {
        [TIMELINE_PAST] = { "ph", "w5" },
        [TIMELINE_CURRENT] = { "ph cur", "on-dark" },
        [TIMELINE_HOLE] = { "hole", "t2" },
    };
    int64_t x = plot_x(plot, phase->from), width = plot_x(plot, phase->until + 1) - x;
    const char *label = phase->label == NULL ? "" : phase->label;
    bool has_room = (int64_t)letters(label) * LETTER_WIDTH + 120 < width;

    svg_rect(page, classes[phase->kind].bar, (struct svg_box){ x, PHASE_Y, width, PHASE_HEIGHT });
    if (has_room && *label != 0)
        svg_text(page, classes[phase->kind].label, x + 60, PHASE_Y + 160, SVG_START, label);
    else if (*label != 0)
        svg_text(page, "t2", x, PHASE_Y + 370, SVG_START, label);
}

static void draw_lane(struct page *page, const struct chart_plot *plot, const struct timeline_lane *lane, int64_t y)
{
    svg_text(page, "t2", 0, y + 40, SVG_START, lane->name);
    svg_line(page, "grid", plot->left, y, plot->right, y);
    for (size_t i = 0; i < lane->count; i++) {
        const struct timeline_point *point = &lane->at[i];
        int64_t x = plot_x(plot, point->on);
        svg_circle(page, point->is_done ? "done" : "todo", x, y, 50);
        if (point->label != NULL)
            svg_text(page, "t2", x, y + 180, SVG_MIDDLE, point->label);
    }
}

static void phase_rows(struct page *page, const struct timeline *way)
{
    struct arena *arena = page->text.arena;

    for (size_t i = 0; i < way->phase_count; i++) {
        const struct timeline_phase *phase = &way->phases[i];
        table_row(page, way->phase_name);
        table_words(page, say_day_year(arena, page->language, phase->from));
        table_words(page, phase->until >= way->until ? "" : say_day_year(arena, page->language, phase->until));
        table_words(page, phase->label);
        table_row_end(page);
    }
}

static void lane_rows(struct page *page, const struct timeline_lane *lane)
{
    for (size_t i = 0; i < lane->count; i++) {
        const struct timeline_point *point = &lane->at[i];
        const char *state = say(page->language, point->is_done ? SAY("nået") : SAY("endnu ikke"));
        table_row(page, lane->name);
        table_words(page, say_day_year(page->text.arena, page->language, point->on));
        table_words(page, "");
        table_words(page, point->label == NULL ? state : arena_format(page->text.arena, "%s, %s", point->label, state));
        table_row_end(page);
    }
}

void timeline(struct page *page, const struct timeline *way)
{
    int64_t bottom = LANE_FIRST + (int64_t)way->lane_count * LANE_GAP;
    struct chart_plot plot = { .left = 840, .right = 8680, .from = way->from, .until = way->until };

    figure_begin(page, &way->head, 9680, bottom + 140, !plot_is_early(&plot, way->today));
    plot_months(page, &plot, "grid", 140, bottom, 100);
    svg_text(page, "t2", 0, PHASE_Y + 160, SVG_START, way->phase_name);
    for (size_t i = 0; i < way->phase_count; i++)
        draw_phase(page, &plot, &way->phases[i]);
    for (size_t i = 0; i < way->lane_count; i++)
        draw_lane(page, &plot, &way->lanes[i], LANE_FIRST + (int64_t)i * LANE_GAP);
    plot_today(page, &plot, way->today, 120, bottom, bottom + 110);
    figure_end_drawing(page);

    table_begin(page, &way->head, "");
    table_column(page, say(page->language, "Fra"));
    table_column(page, say(page->language, "Til"));
    table_column(page, say(page->language, "Hvad"));
    table_body(page);
    phase_rows(page, way);
    for (size_t i = 0; i < way->lane_count; i++)
        lane_rows(page, &way->lanes[i]);
    table_end(page);
    figure_end(page);
}
