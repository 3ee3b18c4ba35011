/* SPDX-License-Identifier: MIT
 * begin.c: before a placement begins (its purpose is said, the workplace's mentor is told how), that it began,
 * and, before it ends, what comes next. */
#include "base/text.h"
#include "placement/pages.h"

/* S22: nobody begins without knowing what for. */
static bool has_purpose(struct request *r, const struct placement_row *placement)
{
    if (!text_is_blank(placement->purpose))
        return true;
    request_tell(r, say(r->language, "Skriv først, hvad formålet er."), NULL);
    return false;
}

struct reply placement_begin_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;
    struct form form = form_read(r);
    day on = form_day(&form, "dag", FORM_OPTIONAL);

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    if (!has_purpose(r, &placement))
        return reply_see_other(r, "/praktik/%lld/ret", (long long)placement.id.n);
    if (on == DAY_NONE || on > r->today)
        on = placement.from_day < r->today ? placement.from_day : r->today;
    if (!placement_begin(r->db, &placement, on))
        return reply_conflict(r, placement.company_name);
    request_tell(r, say(r->language, "Praktikken er begyndt."), NULL);
    return placement_back(r, &placement);
}

/* The form's version, so that a colleague's change in between is seen. */
static bool placement_and_version(struct request *r, struct form *form, struct placement_row *placement,
                                  struct citizen_row *citizen)
{
    if (!placement_of_request(r, placement, citizen))
        return false;
    placement->version = form_int(form, "version", FORM_REQUIRED, 1, INT64_MAX);
    return true;
}

static struct reply instruct(struct request *r, bool is_told)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    if (!placement_instruct(r->db, &placement, is_told ? r->today : DAY_NONE))
        return reply_conflict(r, placement.company_name);
    request_tell(r, is_told ? say(r->language, "Noteret: stedet er instrueret.") : say(r->language, "Det er fortrudt."),
                 is_told ? arena_format(r->arena, "/praktik/%lld/instrueret/fortryd", (long long)placement.id.n) : NULL);
    return placement_back(r, &placement);
}

struct reply placement_instruct_post(struct request *r)
{
    return instruct(r, true);
}

struct reply placement_instruct_undo_post(struct request *r)
{
    return instruct(r, false);
}

struct reply placement_next_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;
    struct form form = form_read(r);

    if (!placement_and_version(r, &form, &placement, &citizen))
        return reply_not_found(r);
    struct placement_view view = placement_view_of(r, &placement, &citizen);
    const char *next = placement_choice_read(&form, "naeste_trin", view.next_steps);
    day from = form_day(&form, "naeste_dag", FORM_OPTIONAL);
    if (form.error_count == 0 && from != DAY_NONE && from < placement.from_day)
        form_error(&form, "naeste_dag", say(r->language, "Det er før den første dag."));
    if (form.error_count == 0 && !placement_plan_next(r->db, &placement, next, from))
        form_error(&form, "naeste_trin", say(r->language, "En kollega har rettet imens. Se siden igen, og gem."));
    if (form.error_count > 0) {
        form_set_int(&form, "version", view.placement.version);
        view.next_form = form;
        return placement_show(r, &view, true);
    }
    request_tell(r, say(r->language, "Næste skridt er gemt."), NULL);
    return placement_back(r, &placement);
}
