/* SPDX-License-Identifier: MIT
 * svg.h: drawing into a page. Lengths are tenths of a pixel, whole numbers, so that the same figures
 * give the same bytes everywhere. Classes are those of the style sheet; text is escaped. */
#ifndef WEB_SVG_H
#define WEB_SVG_H

#include "web/page.h"

enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };

struct svg_box {
    int64_t x, y, width, height;
};

/* A length as "84.0". */
void svg_length(struct page *page, int64_t tenths);
void svg_line(struct page *page, const char *class, int64_t x1, int64_t y1, int64_t x2, int64_t y2);
void svg_rect(struct page *page, const char *class, struct svg_box box);
void svg_circle(struct page *page, const char *class, int64_t x, int64_t y, int64_t radius);
void svg_text(struct page *page, const char *class, int64_t x, int64_t y, enum svg_anchor anchor, const char *text);
/* The same of what people typed: nobody translates it. */
void svg_data(struct page *page, const char *class, int64_t x, int64_t y, enum svg_anchor anchor, const char *text);

/* A path: begin, then moves, lines and steps, then end. A step goes across, then up or down. */
void svg_path_begin(struct page *page, const char *class);
void svg_path_move(struct page *page, int64_t x, int64_t y);
void svg_path_line(struct page *page, int64_t x, int64_t y);
void svg_path_step(struct page *page, int64_t x, int64_t y);
void svg_path_close(struct page *page);
void svg_path_end(struct page *page);

#endif
