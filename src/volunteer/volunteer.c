/* SPDX-License-Identifier: MIT
 * volunteer.c: a volunteer and the place in the market of that kind; the two days of training. */
#include "volunteer/volunteer.h"

#include "base/text.h"
#include "engine/journal.h"
#include "law/glossary.h"
#include "web/say.h"

struct volunteer_id volunteer_add(struct db *db, const struct volunteer_insert_in *volunteer,
                                  const struct volunteer_place_insert_in *place)
{
    struct volunteer_place_insert_in own = *place;

    own.volunteer = volunteer_insert(db, volunteer);
    own.kind = volunteer->kind;
    own.words = glossary_label_or_code(LANGUAGE_DA, "volunteer_kind", volunteer->kind);
    own.seats = volunteer->seats;
    own.languages = volunteer->languages;
    own.created_at = db_now(db);
    volunteer_place_insert(db, &own);
    return own.volunteer;
}

bool volunteer_train(struct db *db, const struct volunteer_row *volunteer, day first, day second)
{
    struct stream person = { STREAM_PERSON, VOLUNTEER_PERSON_FIRST + volunteer->id.n };
    int64_t before = journal_find(db, person, EVENT_TRAINING_ATTENDED, "volunteer_mentor");

    if (volunteer_set_trained(db, first, second, volunteer->id, volunteer->version) == 0)
        return false;
    if (before != 0)
        journal_void(db, before);
    if (first != DAY_NONE && second != DAY_NONE)
        journal_append(db, &(struct event_draft){
            .stream = person, .kind = EVENT_TRAINING_ATTENDED, .code = "volunteer_mentor",
            .subject = { SUBJECT_PERSON, person.id }, .at = day_begin(first > second ? first : second), .is_day = true });
    return true;
}
