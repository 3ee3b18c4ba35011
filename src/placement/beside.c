/* SPDX-License-Identifier: MIT
 * beside.c: nobody, away or not trained: what is said about it. */
#include "placement/beside.h"

#include "base/text.h"
#include "web/say.h"

enum beside_why beside_why_of(const struct beside_facts *facts)
{
    if (!facts->is_there)
        return BESIDE_NOBODY;
    if (facts->away_until != DAY_NONE && facts->away_until >= facts->asked_on)
        return BESIDE_AWAY;
    return facts->must_be_trained && !facts->is_trained ? BESIDE_UNTRAINED : BESIDE_FINE;
}

const char *beside_warning(struct request *r, enum beside_why why, day away)
{
    switch (why) {
    case BESIDE_NOBODY:
        return say(r->language, "Her mangler en mentor.");
    case BESIDE_AWAY:
        return say_with(r->arena, r->language, "Væk til og med {1}. Aftal, hvem der træder til.",
                        say_day_year(r->arena, r->language, away), NULL);
    case BESIDE_UNTRAINED:
        return say(r->language, "Har ikke været på kursus endnu.");
    case BESIDE_FINE:
    case BESIDE_WHY_COUNT:
        break;
    }
    return NULL;
}

const char *beside_workplace_warning(struct request *r, const struct placement_row *placement)
{
    struct placement_beside_row beside;
    bool is_there = placement_beside(r->db, placement->id, placement->citizen, &beside);
    bool is_named = !text_is_blank(placement->mentor); /* A name in the agreement is somebody, though nobody we know. */

    if (text_is(placement->state, "ended") || (!is_there && is_named))
        return NULL;
    if (!is_there && placement_kinds[placement_kind_of(placement->kind)].is_job)
        return NULL; /* Who is employed has colleagues; a mentor is offered, not asked for. */
    enum beside_why why = beside_why_of(&(struct beside_facts){
        .is_there = is_there, .away_until = is_there ? beside.away_day : DAY_NONE, .must_be_trained = true,
        .is_trained = is_there && beside.trained_count > 0, .asked_on = r->today });
    return beside_warning(r, why, is_there ? beside.away_day : DAY_NONE);
}
