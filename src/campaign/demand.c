/* SPDX-License-Identifier: MIT
 * demand.c: the branches in demand, quarter by quarter, with who says so; and how many placements are in them. */
#include "base/text.h"
#include "campaign/pages.h"
#include "campaign_demand_page.h"

enum { SOURCE_MAX = 200 };

static struct reply show(struct request *r, struct form form, day quarter)
{
    struct demand_view view = {
        .quarter = quarter,
        .rows = branch_demands(r->db, quarter),
        .form = form,
        .branches = glossary_choices(r, "branch"),
        .levels = glossary_some(r, "demand", demand_codes),
        .may_write = request_may(r, MAY_COMPANY_WRITE),
    };
    struct page page = page_new(r);

    branch_demand_share(r->db, quarter, &view.share);
    demand_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply demand_get(struct request *r)
{
    struct form form = form_read(r);
    day asked = form_day(&form, "kvartal", FORM_OPTIONAL);

    return show(r, form_new(r), quarter_of(asked == DAY_NONE ? r->today : asked));
}

struct reply demand_post(struct request *r)
{
    struct form form = form_read(r);
    const char *branch = form_text(&form, "branche", FORM_REQUIRED, SOURCE_MAX);
    int level = form_choice(&form, "niveau", FORM_REQUIRED, demand_codes);
    const char *source = form_text(&form, "kilde", FORM_REQUIRED, SOURCE_MAX);
    day quarter = quarter_of(r->today);

    if (*branch != 0 && glossary_find("branch", branch) == NULL)
        form_error(&form, "branche", say(r->language, "Vælg en fra listen."));
    if (form.error_count > 0)
        return show(r, form, quarter);
    branch_demand_put(r->db, &(struct branch_demand_put_in){
        .branch = branch, .quarter_day = quarter, .level = demand_codes[level], .source = source,
        .staff = { r->actor.id }, .written_at = r->now });
    request_tell(r, say(r->language, "Efterspørgslen er gemt."), NULL);
    return reply_see_other(r, "/brancher");
}
