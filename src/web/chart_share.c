/* SPDX-License-Identifier: MIT
 * chart_share.c: charts of shares: lines in percent, divided bars, dots side by side. */
#include "base/check.h"
#include "web/chart_parts.h"

enum { LABEL_GAP = 150, LABELS_MAX = 12 };

static const char *percent(const struct page *page, int value)
{
    return value < 0 ? "–" : arena_format(page->text.arena, "%d", value);
}

enum { LETTER_WIDTH = 62 }; /* Of 12 px text, on the wide side. */

/* How wide a text is drawn, about: letters, not bytes. */
static int64_t words_width(const char *words)
{
    int64_t letters = 0;

    for (const char *p = words; *p != 0; p++)
        letters += ((unsigned char)*p & 0xC0) != 0x80;
    return letters * LETTER_WIDTH;
}

/* ---- Lines ---- */

/* Texts at the lines' ends, moved apart so that none covers another. */
struct end_label {
    int64_t y;
    const char *class, *words;
};

static void draw_end_labels(struct page *page, int64_t x, struct end_label *labels, size_t count)
{
    for (size_t i = 1; i < count; i++) /* Few enough for sorting by insertion. */
        for (size_t k = i; k > 0 && labels[k].y < labels[k - 1].y; k--) {
            struct end_label kept = labels[k];
            labels[k] = labels[k - 1];
            labels[k - 1] = kept;
        }
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && labels[i].y < labels[i - 1].y + LABEL_GAP)
            labels[i].y = labels[i - 1].y + LABEL_GAP;
        svg_text(page, labels[i].class, x, labels[i].y + 40, SVG_START, labels[i].words);
    }
}

static int64_t label_x(const struct chart_plot *plot, const struct chart_lines *chart, size_t i)
{
    size_t gaps = chart->label_count > 1 ? chart->label_count - 1 : 1;

    return plot->left + (plot->right - plot->left) * (int64_t)i / (int64_t)gaps;
}

/* A line with holes where nothing was counted. */
static void draw_line(struct page *page, const struct chart_plot *plot, const struct chart_lines *chart,
                      const struct chart_line *line, const char *class)
{
    bool is_drawing = false;

    svg_path_begin(page, class);
    for (size_t i = 0; i < chart->label_count; i++) {
        int64_t x = label_x(plot, chart, i), y = plot_y(plot, (int64_t)line->percents[i] * 100);
        if (line->percents[i] >= 0 && is_drawing)
            svg_path_line(page, x, y);
        else if (line->percents[i] >= 0)
            svg_path_move(page, x, y);
        is_drawing = line->percents[i] >= 0;
    }
    svg_path_end(page);
}

static void draw_lines(struct page *page, const struct chart_plot *plot, const struct chart_lines *chart)
{
    struct end_label labels[LABELS_MAX + 1];
    size_t count = 0;

    for (size_t i = chart->count; i-- > 0;) { /* The first on top. */
        const struct chart_line *line = &chart->at[i];
        draw_line(page, plot, chart, line, i == 0 ? "paid" : "other");
        int last = line->percents[chart->label_count - 1];
        if (last < 0)
            continue;
        int64_t y = plot_y(plot, (int64_t)last * 100);
        if (i == 0)
            svg_circle(page, "dot", plot->right, y, 35);
        labels[count++] = (struct end_label){ y, i == 0 ? "tb" : "t2",
                                              arena_format(page->text.arena, "%d %s", last, line->name) };
    }
    if (chart->goal > 0) {
        int64_t y = plot_y(plot, (int64_t)chart->goal * 100);
        svg_line(page, "goal", plot->left, y, plot->right, y);
        if (chart->goal_label != NULL)
            labels[count++] = (struct end_label){ y, "t2", chart->goal_label };
    }
    draw_end_labels(page, plot->right + 140, labels, count);
}

static void lines_table(struct page *page, const struct chart_lines *chart)
{
    table_begin(page, &chart->head, "");
    for (size_t i = 0; i < chart->label_count; i++)
        table_column(page, chart->labels[i]);
    table_body(page);
    for (size_t i = 0; i < chart->count; i++) {
        table_row(page, chart->at[i].name);
        for (size_t k = 0; k < chart->label_count; k++)
            table_number(page, percent(page, chart->at[i].percents[k]));
        table_row_end(page);
    }
    table_end(page);
}

/* Room for the names at the lines' ends. */
static int64_t names_width(const struct chart_lines *chart)
{
    int64_t widest = 1460;

    for (size_t i = 0; i < chart->count; i++) {
        int64_t width = words_width(chart->at[i].name) + 4 * LETTER_WIDTH;
        widest = width > widest ? width : widest;
    }
    return widest;
}

void chart_lines(struct page *page, const struct chart_lines *chart)
{
    struct chart_plot plot = {
        .left = 480, .right = 5600, .top = 140, .bottom = 1500,
        .least = (int64_t)chart->least * 100, .most = 10000,
    };

    check(chart->count <= LABELS_MAX && chart->label_count > 0 && chart->least < 100);
    figure_begin(page, &chart->head, plot.right + 140 + names_width(chart), 1720, true);
    plot_values(page, &plot, plot_step(plot.most - plot.least), " %");
    for (size_t i = 0; i < chart->label_count; i++)
        svg_text(page, "t3", label_x(&plot, chart, i), 1670, SVG_MIDDLE, chart->labels[i]);
    draw_lines(page, &plot, chart);
    figure_end_drawing(page);
    lines_table(page, chart);
    figure_end(page);
}

/* ---- Stacks ---- */

static const char *const part_classes[CHART_PARTS_MAX] = { "b1", "b2", "b3", "b4" };

static void draw_stack(struct page *page, const struct chart_stack *stack, int64_t y)
{
    enum { LEFT = 960, WIDTH = 5040, HEIGHT = 220 };
    int64_t total = 0, before = 0;

    for (size_t i = 0; i < CHART_PARTS_MAX; i++)
        total += stack->counts[i];
    total = stack->all > total ? stack->all : total;
    svg_text(page, "t2", 0, y + 160, SVG_START, stack->label);
    for (size_t i = 0; i < CHART_PARTS_MAX && total > 0; i++) {
        int64_t x = LEFT + before * WIDTH / total;
        before += stack->counts[i];
        int64_t width = LEFT + before * WIDTH / total - x;
        if (width == 0)
            continue;
        svg_rect(page, part_classes[i], (struct svg_box){ x, y, width, HEIGHT });
        if (width > 160) /* Room for the number. */
            svg_text(page, i == 0 ? "on-dark" : "on-light", x + 60, y + 150, SVG_START,
                     arena_format(page->text.arena, "%lld", (long long)stack->counts[i]));
    }
    svg_text(page, "t2", LEFT + WIDTH + 100, y + 160, SVG_START, stack->words);
}

static void draw_parts(struct page *page, const struct chart_stacks *chart)
{
    int64_t x = 960;

    for (size_t i = 0; i < CHART_PARTS_MAX && chart->parts[i] != NULL; i++) {
        svg_rect(page, part_classes[i], (struct svg_box){ x, 30, 110, 110 });
        svg_text(page, "t2", x + 160, 130, SVG_START, chart->parts[i]);
        x += 160 + words_width(chart->parts[i]) + 100;
    }
}

void chart_stacks(struct page *page, const struct chart_stacks *chart)
{
    figure_begin(page, &chart->head, 7040, 260 + (int64_t)chart->count * 300, false);
    for (size_t i = 0; i < chart->count; i++)
        draw_stack(page, &chart->at[i], 260 + (int64_t)i * 300);
    draw_parts(page, chart);
    figure_end_drawing(page);
    table_begin(page, &chart->head, "");
    for (size_t i = 0; i < CHART_PARTS_MAX && chart->parts[i] != NULL; i++)
        table_column(page, chart->parts[i]);
    table_body(page);
    for (size_t i = 0; i < chart->count; i++) {
        table_row(page, chart->at[i].label);
        for (size_t k = 0; k < CHART_PARTS_MAX && chart->parts[k] != NULL; k++)
            table_number(page, arena_format(page->text.arena, "%lld", (long long)chart->at[i].counts[k]));
        table_row_end(page);
    }
    table_end(page);
    figure_end(page);
}

/* ---- Dots ---- */

enum { DOTS_LEFT = 2100, DOTS_WIDTH = 4100 };

/* The dot and its number, on the side away from the other dot. */
static void draw_dot(struct page *page, int value, int other, int64_t y, bool is_ours)
{
    int64_t x = DOTS_LEFT + (int64_t)value * DOTS_WIDTH / 100;
    bool is_left = other >= 0 && (value < other || (value == other && is_ours));

    svg_circle(page, is_ours ? "dot" : "dot-open", x, y, 55);
    svg_text(page, is_ours ? "tb" : "t2", is_left ? x - 110 : x + 110, y + 40, is_left ? SVG_END : SVG_START,
             percent(page, value));
}

static void draw_dots(struct page *page, const struct chart_dot *row, int64_t y)
{
    svg_text(page, "t1", 0, y + 40, SVG_START, row->label);
    if (row->ours >= 0 && row->others >= 0)
        svg_line(page, "between", DOTS_LEFT + (int64_t)row->ours * DOTS_WIDTH / 100, y,
                 DOTS_LEFT + (int64_t)row->others * DOTS_WIDTH / 100, y);
    if (row->others >= 0)
        draw_dot(page, row->others, row->ours, y, false);
    if (row->ours >= 0)
        draw_dot(page, row->ours, row->others, y, true);
}

static void draw_who(struct page *page, const struct chart_dots *chart)
{
    svg_circle(page, "dot", DOTS_LEFT + 60, 80, 55);
    svg_text(page, "t2", DOTS_LEFT + 180, 120, SVG_START, chart->ours_name);
    svg_circle(page, "dot-open", DOTS_LEFT + 1560, 80, 55);
    svg_text(page, "t2", DOTS_LEFT + 1680, 120, SVG_START, say(page->language, "andre, se tabellen"));
}

static void dots_table(struct page *page, const struct chart_dots *chart)
{
    table_begin(page, &chart->head, "");
    table_column(page, arena_format(page->text.arena, "%s, %%", chart->ours_name));
    table_column(page, say(page->language, "Andre, %"));
    table_column(page, say(page->language, "Hvem"));
    table_body(page);
    for (size_t i = 0; i < chart->count; i++) {
        table_row(page, chart->at[i].label);
        table_number(page, percent(page, chart->at[i].ours));
        table_number(page, percent(page, chart->at[i].others));
        table_words(page, chart->at[i].others_name);
        table_row_end(page);
    }
    table_end(page);
}

void chart_dots(struct page *page, const struct chart_dots *chart)
{
    int64_t height = 200 + (int64_t)chart->count * 320;

    figure_begin(page, &chart->head, 6600, height + 240, false);
    for (int share = 0; share <= 100; share += 20) {
        int64_t x = DOTS_LEFT + (int64_t)share * DOTS_WIDTH / 100;
        svg_line(page, "grid", x, 200, x, height);
        svg_text(page, "t3", x, height + 160, SVG_MIDDLE, arena_format(page->text.arena, "%d %%", share));
    }
    for (size_t i = 0; i < chart->count; i++)
        draw_dots(page, &chart->at[i], 360 + (int64_t)i * 320);
    draw_who(page, chart);
    figure_end_drawing(page);
    dots_table(page, chart);
    figure_end(page);
}
