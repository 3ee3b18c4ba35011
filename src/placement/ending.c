/* SPDX-License-Identifier: MIT
 * ending.c: a placement ends: why, what comes next, what was clarified, and the answer to its purpose. */
#include "base/text.h"
#include "placement/pages.h"

enum { WORDS_MAX = 1000 };

/* A code of the choices, or an error at the field. */
const char *placement_choice_read(struct form *form, const char *name, struct choices choices)
{
    const char *code = form_text(form, name, FORM_REQUIRED, WORDS_MAX);

    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code))
            return code;
    if (*code != 0)
        form_error(form, name, say(form->request->language, "Vælg en af dem."));
    return "";
}

/* S22 (004:175): a placement for recruiting that ends without employment asks why. */
static bool must_explain(const struct placement_row *placement, const char *reason, const char *next)
{
    bool is_recruiting = text_is(placement->purpose, "recruitment");

    return is_recruiting && *reason != 0 && !text_is(reason, "job") && !text_is(next, "job");
}

/* Somebody was faster: when it has been ended, how, beside what was typed here. */
static struct overtaken end_overtaken(struct request *r, const struct placement_view *view, struct form *form)
{
    const struct placement_row *p = &view->placement;
    const struct overtaken_field fields[] = {
        { "dag", SAY("Sidste dag"), p->ended_day == DAY_NONE ? "" : day_iso(r->arena, p->ended_day), { 0 } },
        { "grund", SAY("Hvorfor"), p->end_reason, view->end_reasons },
        { "naeste", SAY("Hvad så?"), p->next_step, view->next_steps },
    };

    if (!text_is(p->state, "ended"))
        return (struct overtaken){ .who = placement_changed_by(r->db, p) };
    return overtaken_merge(form, (struct overtaken_fields){ fields, sizeof fields / sizeof *fields }, NULL);
}

struct reply placement_end_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct placement_view view = placement_view_of(r, &placement, &citizen);
    struct form form = form_read(r);
    day on = form_day(&form, "dag", FORM_REQUIRED);
    const char *reason = placement_choice_read(&form, "grund", view.end_reasons);
    const char *next = placement_choice_read(&form, "naeste", view.next_steps);
    const char *clarified = view.clarifications.count == 0 ? ""
                                                           : placement_choice_read(&form, "afklaret", view.clarifications);
    const char *words = form_text(&form, "svar", FORM_OPTIONAL, WORDS_MAX);
    if (must_explain(&placement, reason, next) && text_is_blank(words))
        form_error(&form, "svar", say(r->language, "Skriv, hvorfor det ikke blev til ansættelse."));
    placement.version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX);
    if (form.error_count == 0 && placement.started_day != DAY_NONE && on < placement.started_day)
        form_error(&form, "dag", say(r->language, "Det er før den første dag."));
    if (form.error_count == 0 && !placement_end(r->db, &placement, &(struct placement_ending){
            .on = on, .reason = reason, .next_step = next, .clarified = clarified, .words = words })) {
        view.is_overtaken = true;
        view.overtaken = end_overtaken(r, &view, &form);
    }
    if (form.error_count > 0 || view.is_overtaken) {
        form_set_int(&form, "version", view.placement.version);
        view.end_form = form;
        return placement_show(r, &view, true);
    }
    request_tell(r, *placement.planned_next == 0
                        ? say(r->language, "Praktikken er afsluttet. Der er lavet en opgave om næste skridt.")
                        : say(r->language, "Praktikken er afsluttet. Næste skridt var planlagt."),
                 arena_format(r->arena, "/praktik/%lld/fortryd", (long long)placement.id.n));
    return placement_back(r, &placement);
}

struct reply placement_undo_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    if (!placement_undo_end(r->db, &placement))
        return reply_conflict(r, placement.company_name);
    request_tell(r, say(r->language, "Det er fortrudt. Praktikken fortsætter."), NULL);
    return placement_back(r, &placement);
}
