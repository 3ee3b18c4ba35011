/* SPDX-License-Identifier: MIT
 * lists.c: who stands behind a figure, and why it swung. */
#include "engine/journal.h"
#include "results/pages.h"
#include "results/swing.h"
#include "results_lists_page.h"
#include "staff/staff.h"

enum { CAUSE_LENGTH_MAX = 1000 };

static bool may_see_all(const struct request *r)
{
    return r->actor.permissions & PERMISSION_BIT(MAY_CASE_ALL);
}

/* The rule that an address names, in words; NULL when there is none. */
static const char *rule_asked(struct request *r)
{
    const struct scheme *scheme = library_find(library_all(), request_query(r, "ordning"));
    const char *id = request_query(r, "regel");

    if (scheme == NULL)
        return NULL;
    const struct scheme_rule *rule = scheme_rule_find(scheme, id);
    for (size_t i = 0; rule == NULL && i < scheme->implied.count; i++)
        if (text_is(scheme->implied.at[i].rule.id.text, id))
            rule = &scheme->implied.at[i];
    return rule == NULL ? NULL : library_rule_text(r->arena, (int)r->language, scheme, &rule->rule);
}

struct reply late_get(struct request *r)
{
    struct late_view view = { .asked = asked_read(r), .title = rule_asked(r) };

    if (view.title == NULL)
        return reply_not_found(r);
    view.query = asked_query(r, &view.asked);
    view.rows = results_late(r->db, &(struct results_late_in){
        .scheme = request_query(r, "ordning"), .rule = request_query(r, "regel"),
        .from_at = day_begin(view.asked.month), .to_at = day_begin(view.asked.months.first[MONTH_COUNT]), .now = r->now,
        .unit_wanted = view.asked.unit.n, .is_all = may_see_all(r), .actor = { r->actor.id }, .most = LATE_MAX });

    struct page page = page_new(r);
    late_page(&page, &view);
    return reply_page(&page.text);
}

struct reply still_get(struct request *r)
{
    struct still_view view = { .asked = asked_read(r) };

    view.query = asked_query(r, &view.asked);
    view.rows = results_standing_still(r->db, view.asked.unit.n, day_add_months(view.asked.last, -3), view.asked.last,
                                       may_see_all(r), (struct staff_id){ r->actor.id });
    struct page page = page_new(r);
    still_page(&page, &view);
    return reply_page(&page.text);
}

static struct reply show_cause(struct request *r, struct cause_view *view)
{
    struct page page = page_new(r);

    view->query = asked_query(r, &view->asked);
    view->path = arena_format(r->arena, "/resultater/aarsag?%s&ordning=%s&regel=%s", view->query,
                              request_query(r, "ordning"), request_query(r, "regel"));
    cause_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply cause_get(struct request *r)
{
    struct cause_view view = { .form = form_new(r), .asked = asked_read(r), .title = rule_asked(r) };
    struct swing_cause_row cause;

    if (view.title == NULL)
        return reply_not_found(r);
    if (swing_cause_of(r->db, request_query(r, "ordning"), request_query(r, "regel"), view.asked.month, &cause))
        form_set(&view.form, "aarsag", cause.words);
    return show_cause(r, &view);
}

/* The journal of the leader's unit holds that the figure swung, noted once, and that somebody has said why. */
static void note_cause(struct request *r, const char *scheme, const char *rule, day month)
{
    struct staff_row staff;

    if (!staff_load(r->db, (struct staff_id){ r->actor.id }, &staff))
        return;
    swing_tell(r->db, scheme, rule, month, staff.unit);
    journal_append(r->db, &(struct event_draft){
        .stream = { STREAM_UNIT, staff.unit.n },
        .kind = EVENT_DECISION_MADE,
        .code = "swing_cause",
        .subject = { SUBJECT_UNIT, staff.unit.n },
        .at = r->now,
        .fields = { { "scheme", scheme }, { "rule", rule }, { "month", day_iso(r->arena, month) } },
    });
}

struct reply cause_post(struct request *r)
{
    struct cause_view view = { .form = form_read(r), .asked = asked_read(r), .title = rule_asked(r) };
    const char *words = form_text(&view.form, "aarsag", FORM_REQUIRED, CAUSE_LENGTH_MAX);

    if (view.title == NULL)
        return reply_not_found(r);
    if (view.form.error_count > 0)
        return show_cause(r, &view);
    swing_cause_put(r->db, &(struct swing_cause_put_in){ request_query(r, "ordning"), request_query(r, "regel"), view.asked.month,
                                                         words, r->now, { r->actor.id } });
    note_cause(r, request_query(r, "ordning"), request_query(r, "regel"), view.asked.month);
    request_tell(r, say(r->language, "Årsagen er gemt."), NULL);
    return reply_see_other(r, "/resultater?%s", asked_query(r, &view.asked));
}
