/* SPDX-License-Identifier: MIT
 * origin.c: a placement that begins with an accepted proposal: the form is filled in from both sides, and what was made is
 * told to the proposal. */
#include "placement/origin.h"

#include "base/text.h"
#include "placement/pages.h"
#include "proposal/pages.h"
#include "workplace/pages.h"

static bool accepted_of(struct db *db, struct citizen_id citizen, const char *value, struct proposal_accepted_row *accepted)
{
    int64_t id;

    return text_to_int(value, &id) && id > 0 && proposal_accepted_load(db, (struct proposal_id){ id }, accepted) &&
           accepted->citizen.n == citizen.n && text_is(accepted->state, "agreed");
}

static bool fill(struct form *form, struct citizen_id citizen, const char *value)
{
    struct request *r = form->request;
    struct proposal_accepted_row accepted;
    struct work_place_row place;

    if (!accepted_of(r->db, citizen, value, &accepted) || !work_place_load(r->db, accepted.work_place, &place))
        return false;
    work_place_fill_form(form, citizen, &place);
    return true;
}

static void made(struct db *db, struct citizen_id citizen, const char *value, struct placement_id placement)
{
    struct proposal_accepted_row accepted;
    struct work_place_row place;
    struct placement_row agreed;

    if (!accepted_of(db, citizen, value, &accepted) || !work_place_load(db, accepted.work_place, &place) ||
        !placement_load(db, placement, &agreed) || agreed.company.n != place.company.n)
        return;
    work_place_fill(db, placement, citizen, accepted.work_place, db_now(db));
    proposal_started(db, &accepted, placement);
}

void origin_start(void)
{
    static const struct placement_origin origin = { .field = "forslag", .fill = fill, .made = made };

    placement_origin_add(&origin);
}
