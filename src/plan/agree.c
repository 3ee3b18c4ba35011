/* SPDX-License-Identifier: MIT
 * agree.c: the plan agreed with the citizen, as it was shown, and the way back. */
#include "plan/pages.h"

#include "base/text.h"

enum { REASON_MAX = 500 };

static const char *const why_not[PLAN_WHY_COUNT] = {
    [PLAN_WITHOUT_OWN_WORDS] = SAY("Skriv borgerens egne ord om, hvad hun vil, eller begrund, at planen aftales uden."),
    [PLAN_WITHOUT_GOALS] = SAY("Skriv et mål, eller begrund, at planen aftales uden."),
};

struct reply agree_post(struct request *r)
{
    struct plan_view view = { 0 };

    if (!plan_fill(r, &view))
        return reply_not_found(r);
    struct form *form = &view.of.form;
    const char *reason = form_text(form, "grund", FORM_OPTIONAL, REASON_MAX);
    int64_t shown = form_int(form, "set", FORM_REQUIRED, 0, INT64_MAX);
    if (form->error_count == 0 && shown != goal_stamp(r->db, view.of.citizen.id))
        form_error(form, "grund", say(r->language, "Målene er rettet af en anden imens. Se dem igennem, og aftal igen."));
    if (form->error_count == 0 && view.why != PLAN_FINE && text_is_blank(reason))
        form_error(form, "grund", say(r->language, why_not[view.why]));
    if (form->error_count > 0)
        return plan_show(r, &view);

    plan_agree(r->db, view.of.citizen.id, view.why == PLAN_FINE ? "" : reason);
    request_tell(r, say_with(r->arena, r->language, SAY("Planen er aftalt med {1}."), view.of.citizen.first_name, NULL),
                 arena_format(r->arena, "%s/aftale/fortryd", view.of.path));
    return plan_back(r, &view.of);
}

struct reply agree_undo_post(struct request *r)
{
    struct plan_of of;

    if (!plan_open(r, "", &of))
        return reply_not_found(r);
    plan_undo_agree(r->db, of.citizen.id);
    request_tell(r, say(r->language, "Aftalen er taget tilbage."), NULL);
    return plan_back(r, &of);
}
