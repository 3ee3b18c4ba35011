/* SPDX-License-Identifier: MIT
 * chart_parts.c: figure, table and axes. */
#include "web/chart_parts.h"

#include "base/check.h"

static void add(struct page *page, const char *markup)
{
    text_add(&page->text, markup);
}

/* The nearest whole number to a * b / c, for c > 0. */
static int64_t scaled(int64_t a, int64_t b, int64_t c)
{
    int64_t product = a * b;

    return (product >= 0 ? product + c / 2 : product - c / 2) / c;
}

int64_t plot_x(const struct chart_plot *plot, day on)
{
    check(plot->from < plot->until);
    day inside = on < plot->from ? plot->from : on > plot->until ? plot->until : on;
    return plot->left + scaled(inside - plot->from, plot->right - plot->left, plot->until - plot->from);
}

int64_t plot_y(const struct chart_plot *plot, int64_t value)
{
    check(plot->least < plot->most);
    int64_t inside = value < plot->least ? plot->least : value > plot->most ? plot->most : value;
    return plot->bottom - scaled(inside - plot->least, plot->bottom - plot->top, plot->most - plot->least);
}

int64_t plot_step(int64_t most)
{
    int64_t power = 1;

    while (power * 10 * 5 < most)
        power *= 10;
    return power * 5 >= most ? power : power * 2 * 5 >= most ? power * 2 : power * 5 * 5 >= most ? power * 5 : power * 10;
}

void plot_values(struct page *page, const struct chart_plot *plot, int64_t step, const char *unit)
{
    for (int64_t value = plot->least - plot->least % step; value <= plot->most; value += step) {
        int64_t y = plot_y(plot, value);
        bool is_last = value + step > plot->most;
        if (value > plot->least || plot->least > 0) /* The axis itself is drawn at 0. */
            svg_line(page, "grid", plot->left, y, plot->right, y);
        svg_text(page, "t3", plot->left - 80, y + 40, SVG_END,
                 arena_format(page->text.arena, "%s%s", chart_number(page, value), is_last ? unit : ""));
    }
}

void plot_months(struct page *page, const struct chart_plot *plot, const char *class, int64_t y1, int64_t y2,
                 int64_t name_y)
{
    struct date date = date_of(plot->from);
    day first = day_of(date.year, date.month, 1);

    for (day on = first < plot->from ? day_add_months(first, 1) : first; on < plot->until; on = day_add_months(on, 1)) {
        int64_t x = plot_x(plot, on);
        svg_line(page, class, x, y1, x, y2);
        svg_text(page, "t3", x + 30, name_y, SVG_START, say_month(page->language, date_of(on).month));
    }
}

void plot_today(struct page *page, const struct chart_plot *plot, day today, int64_t y1, int64_t y2, int64_t word_y)
{
    if (today < plot->from || today > plot->until)
        return;
    int64_t x = plot_x(plot, today);
    svg_line(page, "now", x, y1, x, y2);
    svg_text(page, "t2", x + 40, word_y, SVG_START, say(page->language, "i dag"));
}

bool plot_is_early(const struct chart_plot *plot, day today)
{
    return today - plot->from < (plot->until - plot->from) / 2;
}

void figure_begin(struct page *page, const struct chart_head *head, int64_t width, int64_t height, bool opens_at_end)
{
    add(page, opens_at_end ? "<figure><div class=\"scroll end\"" : "<figure><div class=\"scroll\"");
    add(page, " tabindex=\"0\" role=\"group\" aria-label=\"");
    page_attribute(page, head->title);
    add(page, "\"><svg preserveAspectRatio=\"xMinYMid meet\" role=\"img\" viewBox=\"0 0 ");
    text_add_format(&page->text, "%lld %lld\" width=\"%lld\" height=\"%lld\"", (long long)width / 10,
                    (long long)height / 10, (long long)width / 10, (long long)height / 10);
    add(page, " aria-labelledby=\"");
    page_class(page, head->id);
    add(page, "-t ");
    page_class(page, head->id);
    add(page, "-d\"><title id=\"");
    page_class(page, head->id);
    add(page, "-t\">");
    page_text(page, head->title);
    add(page, "</title><desc id=\"");
    page_class(page, head->id);
    add(page, "-d\">");
    page_text(page, head->summary);
    add(page, "</desc>");
}

void figure_end_drawing(struct page *page)
{
    add(page, "</svg></div>");
}

void figure_end(struct page *page)
{
    add(page, "</figure>");
}

void table_begin(struct page *page, const struct chart_head *head, const char *first_column)
{
    add(page, "<details class=\"tbl\"><summary>");
    page_text(page, say(page->language, "Vis som tabel"));
    add(page, "</summary><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
    page_attribute(page, head->title);
    add(page, "\"><table><caption class=\"vh\">");
    page_text(page, head->title);
    add(page, "</caption><thead><tr><th scope=\"col\">");
    page_text(page, first_column);
    add(page, "</th>");
}

void table_column(struct page *page, const char *name)
{
    add(page, "<th scope=\"col\" class=\"num\">");
    page_text(page, name);
    add(page, "</th>");
}

void table_body(struct page *page)
{
    add(page, "</tr></thead><tbody>");
}

void table_row(struct page *page, const char *name)
{
    add(page, "<tr><th scope=\"row\">");
    page_text(page, name);
    add(page, "</th>");
}

void table_number(struct page *page, const char *number)
{
    add(page, "<td class=\"num\">");
    page_text(page, number);
    add(page, "</td>");
}

void table_words(struct page *page, const char *words)
{
    add(page, "<td>");
    page_text(page, words);
    add(page, "</td>");
}

void table_data(struct page *page, const char *words)
{
    add(page, "<td translate=\"no\">");
    page_text(page, words);
    add(page, "</td>");
}

void table_row_end(struct page *page)
{
    add(page, "</tr>");
}

void table_end(struct page *page)
{
    add(page, "</tbody></table></div></details>");
}

const char *chart_number(const struct page *page, int64_t hundredths)
{
    return say_number(page->text.arena, page->language, hundredths);
}
