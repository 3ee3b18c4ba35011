/* SPDX-License-Identifier: MIT
 * report.h: the figures of a status report: computed for a draft, kept as text for what is published. */
#ifndef RESULTS_REPORT_H
#define RESULTS_REPORT_H

#include "results/pages.h"

/* Fills the view's lines for its report's scheme, unit and period. */
void report_figures_take(struct request *r, struct report_view *view);

/* The lines as text, one a line with tabs between; and back. */
const char *report_figures_write(struct arena *arena, const struct report_view *view);
void report_figures_read(struct arena *arena, const char *figures, struct report_view *view);

/* Figures and words of the draft in `view` as they are now, for good, and event report.published. False when
 * somebody has changed it since `version`. Of the request, only store, arena, time, actor and language are used. */
bool report_publish(struct request *r, struct report_view *view, const char *words, int64_t version);

#endif
