/* SPDX-License-Identifier: MIT
 * pages.c: the routes of proposals, and what their pages share. */
#include "proposal/pages.h"

#include "base/text.h"
#include "proposal_list_page.h"

static const struct route routes[] = {
    { GET, "/forslag", MAY_PLACEMENT_READ, unit_list_get },
    { GET, "/forslag/kriterier", MAY_LOGGED_IN, criteria_get },
    { POST, "/forslag/kriterier", MAY_SCHEME_WRITE, criteria_post },
    { GET, "/forslag/fulgt", MAY_RESULT_READ, audit_get },
    { GET, "/forslag/sag/{proposal}", MAY_PLACEMENT_READ, course_get },
    { POST, "/forslag/sag/{proposal}/svar", MAY_PLACEMENT_WRITE, course_answer_post },
    { POST, "/forslag/sag/{proposal}/traek", MAY_PLACEMENT_WRITE, course_withdraw_post },
    { POST, "/forslag/sag/{proposal}/begynd", MAY_PLACEMENT_WRITE, course_begin_post },
    { POST, "/forslag/sag/{proposal}/slut", MAY_PLACEMENT_WRITE, course_end_post },
    { GET, "/forslag/{unit}", MAY_PLACEMENT_READ, proposals_get },
    { POST, "/forslag/{unit}/lav", MAY_PLACEMENT_WRITE, proposals_run_post },
    { POST, "/forslag/{unit}/beslut", MAY_PLACEMENT_WRITE, proposals_decide_post },
    { POST, "/forslag/{unit}/plads", MAY_PLACEMENT_WRITE, proposals_place_post },
    { POST, "/forslag/{unit}/loeft/{styring}", MAY_PLACEMENT_WRITE, proposals_lift_post },
    { GET, "/arbejdspladser/{work_place}", MAY_PLACEMENT_READ, place_fit_get },
    { GET, "/borger/{citizen}/arbejde/pladser", MAY_PLACEMENT_READ, person_fit_get },
    { 0 },
};

const struct feature proposal_feature = { .name = "proposal", .routes = routes, .start = origin_start };

const struct market_kind *kind_asked(struct request *r)
{
    const struct market_kind *kind = market_kind_find(request_query(r, "slags"));

    return kind == NULL ? market_kind_work : kind;
}

static struct proposal_unit_row_list units_of(struct request *r)
{
    return proposal_units(r->db, kind_asked(r)->code, request_may(r, MAY_CASE_ALL), (struct staff_id){ r->actor.id });
}

bool unit_may(struct request *r, struct unit_id id, struct proposal_unit_row *unit)
{
    struct proposal_unit_row_list units = units_of(r);

    for (size_t i = 0; i < units.count; i++)
        if (units.at[i].id.n == id.n) {
            *unit = units.at[i];
            return true;
        }
    return false;
}

bool unit_of_path(struct request *r, struct proposal_unit_row *unit)
{
    return unit_may(r, (struct unit_id){ request_id(r, "unit") }, unit);
}

struct reply unit_list_get(struct request *r)
{
    struct unit_list_view view = { .units = units_of(r), .kind = kind_asked(r), .may_audit = request_may(r, MAY_RESULT_READ) };
    struct page page = page_new(r);

    if (view.units.count == 1)
        return reply_see_other(r, "/forslag/%lld?slags=%s", (long long)view.units.at[0].id.n, view.kind->code);
    unit_list(&page, &view);
    return reply_page(&page.text);
}

struct choices proposal_reasons(struct request *r)
{
    return choices_of_list(r, "proposal_reason");
}

const char *reason_read(struct form *form, const char *name, enum form_need need)
{
    struct choices reasons = proposal_reasons(form->request);
    const char *code = form_value(form, name);

    for (size_t i = 0; i < reasons.count; i++)
        if (text_is(reasons.at[i].code, code))
            return code;
    if (need == FORM_REQUIRED || *code != 0)
        form_error(form, name, say(form->request->language, "Vælg en grund."));
    return "";
}

int only_hindrance(const struct proposal_market *market, int32_t citizen, int32_t place)
{
    int found = MEASURE_COUNT;

    for (int m = 0; m < MEASURE_COUNT; m++) {
        if (!market->criteria->by[m]->is_demand ||
            criterion_mark(market->criteria, (enum measure)m, &market->commute, &market->seeking[citizen].facts,
                           &market->offered[place].facts).is_met)
            continue;
        if (found != MEASURE_COUNT)
            return -1;
        found = m;
    }
    return found;
}

