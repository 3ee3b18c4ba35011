/* SPDX-License-Identifier: MIT
 * concern.c: a mark that somebody of staff sets by their own judgement, near giving up (S89), with its events. Nothing here
 * or elsewhere computes one. Its pages are in concern_pages.c. */
#include "casefile/casefile.h"

#include "engine/journal.h"

/* The event of a mark or of its end; `became` NULL for the mark. */
static int64_t append(struct db *db, struct citizen_id citizen, struct enrolment_id enrolment, enum event_kind kind,
                      const char *list, day on, const char *became)
{
    return journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = kind,
        .code = list,
        .subject = { SUBJECT_CITIZEN, citizen.n },
        .at = day_begin(on),
        .is_day = true,
        .fields = { { "enrolment", arena_format(db_arena(db), "%lld", (long long)enrolment.n) }, { "outcome", became } },
    });
}

/* What was written with an event stands; or it does not, and the event did not happen. */
static bool keep(struct db *db, int64_t event, bool is_written)
{
    if (!is_written)
        journal_void(db, event);
    return is_written;
}

struct concern_id casefile_note_concern(struct db *db, const struct enrolment_row *enrolment, const char *list, day noted,
                                        const char *words)
{
    int64_t event = append(db, enrolment->citizen, enrolment->id, EVENT_CONCERN_NOTED, list, noted, NULL);
    struct concern_id id = concern_insert(db, &(struct concern_insert_in){
        .citizen = enrolment->citizen, .enrolment = enrolment->id, .list = list, .noted_day = noted, .words = words,
        .event = event, .noted_by = { db_actor(db).id } });

    keep(db, event, id.n != 0);
    return id;
}

bool casefile_close_concern(struct db *db, const struct concern_row *concern, day ended, const char *became, const char *words)
{
    int64_t event = append(db, concern->citizen, concern->enrolment, EVENT_CONCERN_CLOSED, concern->list, ended, became);

    return keep(db, event, concern_end(db, &(struct concern_end_in){
        .id = concern->id, .citizen = concern->citizen, .ended_day = ended, .became = became, .end_words = words,
        .end_event = event, .ended_by = { db_actor(db).id } }) != 0);
}

bool casefile_undo_concern(struct db *db, const struct concern_row *concern)
{
    bool is_ended = concern->ended_day != DAY_NONE;

    if ((is_ended ? concern_reopen(db, concern->id, concern->citizen) : concern_drop(db, concern->id, concern->citizen)) == 0)
        return false;
    journal_void(db, is_ended ? concern->end_event : concern->event);
    return true;
}
