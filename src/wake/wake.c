/* SPDX-License-Identifier: MIT
 * wake.c: the marks of morning calls as rows and events, and what is told and erased of them. */
#include "wake/wake.h"

#include "engine/journal.h"

enum { TOLD_MOST = 1000 };

const char *const wake_result_codes[WAKE_RESULT_COUNT + 1] = {
    [WAKE_WOKE] = "woke", [WAKE_TALKED] = "talked", [WAKE_NO_ANSWER] = "no_answer",
};

bool wake_is_on(const struct wake_call_loaded *call, day on)
{
    bool is_inside = call->from_day <= on && (call->to_day == DAY_NONE || call->to_day >= on);

    return is_inside && (call->weekdays >> day_weekday(on) & 1) != 0;
}

static int64_t write_event(struct db *db, struct citizen_id citizen, enum wake_result result)
{
    return journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = result == WAKE_NO_ANSWER ? EVENT_CONTACT_TRIED : EVENT_CONTACT_MADE,
        .code = "wake",
        .subject = { SUBJECT_CITIZEN, citizen.n },
        .at = db_now(db),
        .fields = { { "result", wake_result_codes[result] } },
    });
}

bool wake_mark(struct db *db, const struct wake_call_loaded *call, day on, enum wake_result result, const char *words)
{
    struct wake_mark_row before;

    if (!wake_is_on(call, on) || wake_mark_load(db, call->id, on, &before))
        return false;
    return wake_mark_insert(db, &(struct wake_mark_insert_in){
        .wake_call = call->id, .citizen = call->citizen, .day = on, .result = wake_result_codes[result], .words = words,
        .marked_at = db_now(db), .marked_by = { db_actor(db).id }, .event = write_event(db, call->citizen, result) }) > 0;
}

bool wake_unmark(struct db *db, const struct wake_call_loaded *call, day on)
{
    struct wake_mark_row mark;

    if (!wake_mark_load(db, call->id, on, &mark))
        return false;
    journal_void(db, mark.event);
    wake_mark_delete(db, mark.id, call->citizen);
    return true;
}

/* ---- Told and erased ---- */

static const struct seen_word seen[] = {
    { "wake_", SAY("opkald om morgenen") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct wake_call_told_list calls = wake_calls_told(db, citizen);
    struct wake_marked_list marks = wake_marks_of(db, citizen, TOLD_MOST);

    tell_table(t, SAY("Opkald om morgenen"));
    for (size_t i = 0; i < calls.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Fra"), calls.at[i].from_day);
        tell_day(t, SAY("Til"), calls.at[i].to_day);
        tell_text(t, SAY("Ord"), calls.at[i].words);
    }
    for (size_t i = 0; i < marks.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Dag"), marks.at[i].day);
        tell_code(t, SAY("Hvad"), "wake_result", marks.at[i].result);
        tell_text(t, SAY("Ord"), marks.at[i].words);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    wake_calls_erase(db, citizen);
    wake_marks_erase(db, citizen);
}

const struct holding wake_holding = {
    .title = SAY("Opkald om morgenen"),
    .goes = SAY("det, der blev skrevet om opkaldene"),
    .stays = SAY("at der blev ringet, og hvornår"),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
