/* SPDX-License-Identifier: MIT
 * origin.c: a placement that begins with an accepted proposal: the form is filled in from both sides, and what was made is
 * told to the proposal. */
#include "placement/origin.h"

#include "base/text.h"
#include "placement/pages.h"
#include "proposal/pages.h"
#include "workplace/workplace.h"

static bool accepted_of(struct db *db, struct citizen_id citizen, const char *value, struct proposal_accepted_row *accepted)
{
    int64_t id;

    return text_to_int(value, &id) && id > 0 && proposal_accepted_load(db, (struct proposal_id){ id }, accepted) &&
           accepted->citizen.n == citizen.n && text_is(accepted->state, "agreed");
}

static void fill_days(struct form *form, const struct work_place_row *place)
{
    struct request *r = form->request;

    if (place->weekdays == 0)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < form->count; i++)
        if (!text_is(form->at[i].name, "dage"))
            form->at[kept++] = form->at[i];
    form->count = kept;
    for (int i = 0; i < WEEKDAY_COUNT; i++)
        if ((place->weekdays >> i & 1) != 0)
            form_add(form, "dage", arena_format(r->arena, "%d", i));
}

/* The hours she asks for, within what the place has. */
static int64_t hours_between(const struct citizen_work_row *work, const struct work_place_row *place)
{
    int64_t wanted = work->hours_max > 0 ? work->hours_max : place->hours_max;

    return place->hours_max == 0 ? wanted : wanted < place->hours_min ? place->hours_min
                                          : wanted > place->hours_max ? place->hours_max : wanted;
}

static bool fill(struct form *form, struct citizen_id citizen, const char *value)
{
    struct request *r = form->request;
    struct proposal_accepted_row accepted;
    struct work_place_row place;
    struct citizen_work_row work;

    if (!accepted_of(r->db, citizen, value, &accepted) || !work_place_load(r->db, accepted.work_place, &place))
        return false;
    citizen_work_load(r->db, citizen, &work);
    form_set_int(form, "virksomhed", place.company.n);
    form_set(form, "opgaver", place.words);
    if (place.to_minute > 0)
        form_set(form, "moedetid", working_hours_text(r->arena, place.from_minute, place.to_minute));
    int64_t hours = hours_between(&work, &place);
    if (hours > 0)
        form_set(form, "timer", say_number(r->arena, r->language, hours));
    const char *careful = work_bits_words(r->arena, (int)LANGUAGE_DA, "work_load", work.cannot | work.careful);
    if (*careful != 0)
        form_set(form, "hensyn", say_with(r->arena, r->language, "skånes for {1}", careful, NULL));
    fill_days(form, &place);
    return true;
}

static void made(struct db *db, struct citizen_id citizen, const char *value, struct placement_id placement)
{
    struct proposal_accepted_row accepted;

    if (accepted_of(db, citizen, value, &accepted))
        proposal_started(db, &accepted, placement);
}

void origin_start(void)
{
    static const struct placement_origin origin = { .field = "forslag", .fill = fill, .made = made };

    placement_origin_set(&origin);
}
