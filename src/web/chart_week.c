/* SPDX-License-Identifier: MIT
 * chart_week.c: the timetable of a week, and bars of hours. */
#include "web/chart_week.h"

#include "base/check.h"
#include "web/chart_parts.h"

enum {
    LEFT = 420, TOP = 300, COLUMN = 1180, HOUR_HEIGHT = 300, MINUTES = 60, WORK_DAYS = 5, ALL_DAYS = 7, INNER = 24,
    DAY_BEGINS = 8, DAY_ENDS = 16, LETTER = 76, LINE = 150,
};

static const char *const look_classes[CHART_LOOK_COUNT] = { "b1", "b2", "b3", "b4", "free", "gone" };
static const char *const look_text[CHART_LOOK_COUNT] = { "on-dark", "on-light", "on-light", "on-light", "t2", "t3" };

/* First and last hour of the drawing, and how many days. */
struct week_frame {
    int first, last, days;
};

static struct week_frame frame_of(const struct chart_week *chart)
{
    struct week_frame frame = { DAY_BEGINS, DAY_ENDS, WORK_DAYS };

    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_block *block = &chart->at[i];
        int last = (block->to + MINUTES - 1) / MINUTES;
        frame.first = block->from / MINUTES < frame.first ? block->from / MINUTES : frame.first;
        frame.last = last > frame.last ? last : frame.last;
        frame.days = block->weekday >= WORK_DAYS ? ALL_DAYS : frame.days;
    }
    return frame;
}

static int64_t y_of(const struct week_frame *frame, int minute)
{
    return TOP + ((int64_t)minute - frame->first * MINUTES) * HOUR_HEIGHT / MINUTES;
}

static void draw_frame(struct page *page, const struct chart_week *chart, const struct week_frame *frame)
{
    int64_t right = LEFT + frame->days * COLUMN, bottom = y_of(frame, frame->last * MINUTES);

    for (int hour = frame->first; hour <= frame->last; hour++) {
        int64_t y = y_of(frame, hour * MINUTES);
        svg_line(page, "grid", LEFT, y, right, y);
        svg_text(page, "t3", LEFT - 60, y + 40, SVG_END, say_clock(page->text.arena, page->language, hour * MINUTES));
    }
    for (int i = 0; i < frame->days; i++) {
        int64_t x = LEFT + i * COLUMN;
        bool is_today = chart->monday + i == chart->today;
        svg_line(page, "grid", x, TOP - 40, x, bottom);
        svg_text(page, is_today ? "tb" : "t2", x + INNER * 2, TOP - 110, SVG_START,
                 say_weekday_day(page->text.arena, page->language, chart->monday + i));
    }
}

/* As many letters as there is room for, whole ones, with "…" after them. */
static const char *cut(struct arena *arena, const char *words, int64_t room)
{
    int64_t letters = 0;
    size_t length = 0;

    for (const char *p = words; *p != 0; p++)
        letters += ((unsigned char)*p & 0xC0) != 0x80;
    if (letters <= room)
        return words;
    letters = 0;
    for (; words[length] != 0 && (((unsigned char)words[length] & 0xC0) == 0x80 || letters < room - 1); length++)
        letters += ((unsigned char)words[length] & 0xC0) != 0x80;
    return arena_format(arena, "%.*s…", (int)length, words);
}

static void draw_block(struct page *page, const struct week_frame *frame, const struct chart_block *block)
{
    struct arena *arena = page->text.arena;
    struct svg_box box = { LEFT + block->weekday * COLUMN + INNER, y_of(frame, block->from) + 10, COLUMN - 2 * INNER,
                           y_of(frame, block->to) - y_of(frame, block->from) - 20 };

    check(block->weekday >= 0 && block->weekday < ALL_DAYS && block->from < block->to);
    svg_rect(page, look_classes[block->look], box);
    if (box.height < LINE)
        return;
    /* A hole is our word; anything else is what people called it. */
    (block->look == CHART_FREE ? svg_text : svg_data)(page, look_text[block->look], box.x + 60, box.y + LINE - 20, SVG_START,
                                                     cut(arena, block->label, (box.width - 80) / LETTER));
    if (box.height >= 2 * LINE)
        svg_text(page, look_text[block->look], box.x + 60, box.y + 2 * LINE - 20, SVG_START,
                 say_clocks(arena, page->language, block->from, block->to));
}

static void week_table(struct page *page, const struct chart_week *chart)
{
    table_begin(page, &chart->head, say(page->language, "Dag"));
    table_column(page, say(page->language, "Tid"));
    table_column(page, say(page->language, "Hvad"));
    table_column(page, say(page->language, "Nu"));
    table_body(page);
    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_block *block = &chart->at[i];
        table_row(page, say_weekday_day(page->text.arena, page->language, chart->monday + block->weekday));
        table_number(page, say_clocks(page->text.arena, page->language, block->from, block->to));
        (block->look == CHART_FREE ? table_words : table_data)(page, block->label);
        table_words(page, block->words);
        table_row_end(page);
    }
    table_end(page);
}

void chart_week(struct page *page, const struct chart_week *chart)
{
    struct week_frame frame = frame_of(chart);

    figure_begin(page, &chart->head, LEFT + frame.days * COLUMN + 40, y_of(&frame, frame.last * MINUTES) + 60, false);
    draw_frame(page, chart, &frame);
    for (size_t i = 0; i < chart->count; i++)
        draw_block(page, &frame, &chart->at[i]);
    figure_end_drawing(page);
    week_table(page, chart);
    figure_end(page);
}

/* ---- Bars of hours ---- */

enum { BAR_HEIGHT = 200, BAR_STEP = 290, LINE_ROOM = 40, HOURS_LEAST = 37 * MINUTES };

/* Where the bars begin, how long the longest is, and what stands after them. */
struct bars {
    int64_t left, top, width, after;
};
static const struct bars wide_bars = { 960, 300, 4400, 1100 }, narrow_bars = { 0, 500, 3760, 0 };

static const char *hours_of(const struct page *page, int64_t minutes)
{
    return chart_number(page, minutes * 100 / MINUTES);
}

static int64_t longest(const struct chart_hours *chart)
{
    int64_t most = HOURS_LEAST;

    for (size_t i = 0; i < chart->count; i++) {
        int64_t sum = 0;
        for (int k = 0; k < CHART_HOURS_PARTS; k++)
            sum += chart->at[i].minutes[k];
        most = sum > most ? sum : most;
        most = chart->at[i].wanted > most ? chart->at[i].wanted : most;
    }
    return most;
}

static void draw_hours(struct page *page, const struct bars *bars, const struct chart_hours_row *row, int64_t most, int64_t y)
{
    int64_t before = 0, wanted = bars->left + row->wanted * bars->width / most;

    for (int i = 0; i < CHART_HOURS_PARTS; i++) {
        int64_t x = bars->left + before * bars->width / most;
        before += row->minutes[i];
        int64_t width = bars->left + before * bars->width / most - x;
        if (width > 0)
            svg_rect(page, look_classes[i], (struct svg_box){ x, y, width, BAR_HEIGHT });
        if (width > 300)
            svg_text(page, look_text[i], x + 60, y + 140, SVG_START, hours_of(page, row->minutes[i]));
    }
    if (row->wanted > 0)
        svg_line(page, "alert", wanted, y - 30, wanted, y + BAR_HEIGHT + 30);
    if (bars->after == 0)
        return;
    before -= row->minutes[CHART_HOURS_PARTS - 1];
    svg_text(page, row->is_now ? "tb" : "t2", 0, y + 140, SVG_START, row->label);
    svg_text(page, "t2", bars->left + bars->width + 100, y + 140, SVG_START,
             row->wanted > 0 ? say_with(page->text.arena, page->language, "{1} af {2} t", hours_of(page, before), hours_of(page, row->wanted), NULL)
                             : say_with(page->text.arena, page->language, "{1} t", hours_of(page, before), NULL));
}

/* What the parts are, in as many lines as they take. */
static void draw_names(struct page *page, const struct bars *bars, const struct chart_hours *chart)
{
    int64_t x = bars->left, y = 30;

    for (int i = 0; i < CHART_HOURS_PARTS && chart->names[i] != NULL; i++) {
        int64_t letters = 0;
        for (const char *p = chart->names[i]; *p != 0; p++)
            letters += ((unsigned char)*p & 0xC0) != 0x80;
        if (x + 160 + letters * LETTER > bars->left + bars->width) {
            x = bars->left;
            y += 200;
        }
        svg_rect(page, look_classes[i], (struct svg_box){ x, y, 110, 110 });
        svg_text(page, "t2", x + 160, y + 100, SVG_START, chart->names[i]);
        x += 300 + letters * LETTER;
    }
}

void chart_hours(struct page *page, const struct chart_hours *chart)
{
    const struct bars *bars = chart->is_narrow ? &narrow_bars : &wide_bars;
    int64_t most = longest(chart);

    figure_begin(page, &chart->head, bars->left + bars->width + bars->after + LINE_ROOM, bars->top + (int64_t)chart->count * BAR_STEP, false);
    draw_names(page, bars, chart);
    for (size_t i = 0; i < chart->count; i++)
        draw_hours(page, bars, &chart->at[i], most, bars->top + (int64_t)i * BAR_STEP);
    figure_end_drawing(page);
    table_begin(page, &chart->head, say(page->language, "Uge"));
    for (int i = 0; i < CHART_HOURS_PARTS && chart->names[i] != NULL; i++)
        table_column(page, chart->names[i]);
    table_column(page, chart->wanted_name);
    table_body(page);
    for (size_t i = 0; i < chart->count; i++) {
        table_row(page, chart->at[i].label);
        for (int k = 0; k < CHART_HOURS_PARTS && chart->names[k] != NULL; k++)
            table_number(page, hours_of(page, chart->at[i].minutes[k]));
        table_number(page, chart->at[i].wanted > 0 ? hours_of(page, chart->at[i].wanted) : "–");
        table_row_end(page);
    }
    table_end(page);
    figure_end(page);
}
