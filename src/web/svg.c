/* SPDX-License-Identifier: MIT
 * svg.c: the few elements of SVG that charts are made of. */
#include "web/svg.h"

void svg_length(struct page *page, int64_t tenths)
{
    if (tenths < 0)
        text_add_char(&page->text, '-');
    tenths = tenths < 0 ? -tenths : tenths;
    text_add_int(&page->text, tenths / 10);
    text_add_char(&page->text, '.');
    text_add_int(&page->text, tenths % 10);
}

static void open(struct page *page, const char *element, const char *class)
{
    text_add(&page->text, element);
    text_add(&page->text, " class=\"");
    page_class(page, class);
    text_add_char(&page->text, '"');
}

static void length(struct page *page, const char *name, int64_t tenths)
{
    text_add_char(&page->text, ' ');
    text_add(&page->text, name);
    text_add(&page->text, "=\"");
    svg_length(page, tenths);
    text_add_char(&page->text, '"');
}

static void close_empty(struct page *page)
{
    text_add(&page->text, "/>");
}

void svg_line(struct page *page, const char *class, int64_t x1, int64_t y1, int64_t x2, int64_t y2)
{
    open(page, "<line", class);
    length(page, "x1", x1);
    length(page, "y1", y1);
    length(page, "x2", x2);
    length(page, "y2", y2);
    close_empty(page);
}

void svg_rect(struct page *page, const char *class, struct svg_box box)
{
    open(page, "<rect", class);
    length(page, "x", box.x);
    length(page, "y", box.y);
    length(page, "width", box.width);
    length(page, "height", box.height);
    close_empty(page);
}

void svg_circle(struct page *page, const char *class, int64_t x, int64_t y, int64_t radius)
{
    open(page, "<circle", class);
    length(page, "cx", x);
    length(page, "cy", y);
    length(page, "r", radius);
    close_empty(page);
}

static void put_text(struct page *page, const char *start, const char *class, int64_t x, int64_t y, enum svg_anchor anchor,
                     const char *text)
{
    static const char *const anchors[] = {
        [SVG_START] = "",
        [SVG_MIDDLE] = " text-anchor=\"middle\"",
        [SVG_END] = " text-anchor=\"end\"",
    };

    open(page, start, class);
    length(page, "x", x);
    length(page, "y", y);
    text_add(&page->text, anchors[anchor]);
    text_add_char(&page->text, '>');
    page_text(page, text);
    text_add(&page->text, "</text>");
}

void svg_text(struct page *page, const char *class, int64_t x, int64_t y, enum svg_anchor anchor, const char *text)
{
    put_text(page, "<text", class, x, y, anchor, text);
}

void svg_data(struct page *page, const char *class, int64_t x, int64_t y, enum svg_anchor anchor, const char *text)
{
    put_text(page, "<text translate=\"no\"", class, x, y, anchor, text);
}

void svg_path_begin(struct page *page, const char *class)
{
    open(page, "<path", class);
    text_add(&page->text, " d=\"");
}

static void point(struct page *page, char command, int64_t x, int64_t y)
{
    text_add_char(&page->text, command);
    svg_length(page, x);
    text_add_char(&page->text, ' ');
    svg_length(page, y);
}

void svg_path_move(struct page *page, int64_t x, int64_t y)
{
    point(page, 'M', x, y);
}

void svg_path_line(struct page *page, int64_t x, int64_t y)
{
    point(page, 'L', x, y);
}

void svg_path_step(struct page *page, int64_t x, int64_t y)
{
    text_add_char(&page->text, 'H');
    svg_length(page, x);
    text_add_char(&page->text, 'V');
    svg_length(page, y);
}

void svg_path_close(struct page *page)
{
    text_add_char(&page->text, 'Z');
}

void svg_path_end(struct page *page)
{
    text_add(&page->text, "\"/>");
}
