/* SPDX-License-Identifier: MIT
 * frame.h: what stands around every page (frame.page). A staff page is `page x(...) in
 * staff_frame(title, TAB_CITIZENS)`, a page for citizens, companies or before log-in `in
 * public_frame(title)`. Titles are finished texts: say(page->language, "Ny praktik"), or a name. */
#ifndef WEB_FRAME_H
#define WEB_FRAME_H

#include <stddef.h>

#include "db/permission.h"
#include "web/request.h"

enum frame_tab { TAB_TODAY, TAB_CITIZENS, TAB_COMPANIES, TAB_GROUPS, TAB_LETTERS, TAB_SCHEMES, TAB_RESULTS, TAB_STAFF, TAB_OPENED, TAB_NONE };

struct frame_tab_row {
    const char *path, *label;
    enum permission needs;
};
struct frame_tab_rows {
    const struct frame_tab_row *at;
    size_t count;
};
extern const struct frame_tab_rows frame_tabs; /* By enum frame_tab. */
extern const struct frame_tab_rows frame_company_parts; /* The row of pages under TAB_COMPANIES. */

/* Whether a page belongs to a part: its own path or one below it, and no other part's is a closer match. */
bool frame_is_part(const struct request *r, const struct frame_tab_rows *parts, const struct frame_tab_row *part);

struct frame_language {
    const char *code, *name; /* In its own language. */
};
struct frame_languages {
    const struct frame_language *at;
    size_t count;
};
extern const struct frame_languages frame_languages; /* By enum language. */

/* How far a demo's clock jumps by a button in the foot. */
struct frame_jump {
    const char *label; /* Danish. */
    instant seconds;
};
struct frame_jumps {
    const struct frame_jump *at;
    size_t count;
};
extern const struct frame_jumps frame_jumps;

/* Who knows names tells them once at start: web knows ids only. Either may give "". */
struct frame_names {
    const char *(*person)(struct request *r);
    const char *(*municipality)(struct request *r);
    bool (*has_keys_off)(struct request *r); /* The person works without letter keys (WCAG 2.1.4). */
    bool (*is_training)(struct request *r);  /* Invented people only; every page says so. */
};
void frame_start_up(struct frame_names names);

/* For frame.page. */
bool frame_has_tab(struct request *r, const struct frame_tab_row *tab); /* Whether it leads the person anywhere. */
const char *frame_person(struct request *r);
const char *frame_municipality(struct request *r);
const char *frame_keys(struct request *r); /* "off", or NULL. */
bool frame_is_training(struct request *r);

/* The address of an asset, or NULL when the program was built without it. */
const char *frame_asset(const char *name);

#endif
