/* SPDX-License-Identifier: MIT
 * hours.c: rows and events of requirements, own items, what became of them, and what decides the target group. */
#include "hours/hours.h"

#include "base/text.h"
#include "engine/journal.h"
#include "hours/private.h"

enum { HUNDREDTHS = 100 };

static const char *number(struct db *db, int64_t value)
{
    return arena_format(db_arena(db), "%lld", (long long)value);
}

/* "18.5" of hundredths. */
static const char *decimal(struct db *db, int64_t hundredths)
{
    if (hundredths % HUNDREDTHS == 0)
        return number(db, hundredths / HUNDREDTHS);
    return arena_format(db_arena(db), "%lld.%02lld", (long long)(hundredths / HUNDREDTHS), (long long)(hundredths % HUNDREDTHS));
}

static int64_t note_fact(struct db *db, struct citizen_id citizen, const char *name, const char *value, day from, day to)
{
    return journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = EVENT_FACT_SET,
        .code = name,
        .subject = { SUBJECT_CITIZEN, citizen.n },
        .at = day_begin(from),
        .is_day = true,
        .fields = { { "value", value }, { "from", day_iso(db_arena(db), from) }, { "to", to == DAY_NONE ? NULL : day_iso(db_arena(db), to) } },
    });
}

/* --- What is required. --- */

bool hours_require(struct db *db, const struct hours_requirement_insert_in *step)
{
    struct hours_requirement_insert_in row = *step;
    struct hours_requirement_row_list rows = hours_requirements(db, step->citizen);

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].from_day == step->from_day)
            return false;
    row.event = note_fact(db, step->citizen, "required_hours", decimal(db, step->hours), step->from_day, DAY_NONE);
    row.written_at = db_now(db);
    row.author = (struct staff_id){ db_actor(db).id };
    hours_requirement_insert(db, &row);
    return true;
}

bool hours_require_undo(struct db *db, struct citizen_id citizen, struct hours_requirement_id step)
{
    struct hours_requirement_row_list rows = hours_requirements(db, citizen);

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].id.n == step.n) {
            journal_void(db, rows.at[i].event);
            return hours_requirement_drop(db, step, citizen) > 0;
        }
    return false;
}

/* --- Her own items. --- */

int64_t hours_item_minutes(const struct hours_item_row *item)
{
    int64_t days = 0;

    for (int i = 0; i < WEEK_DAYS; i++)
        days += (item->weekdays >> i & 1) != 0;
    return item->weekdays == 0 ? item->minutes : days * (item->to_minute - item->from_minute);
}

static struct event_draft item_event(struct citizen_id citizen, struct hours_item_id item, const char *kind, enum event_kind event,
                                     instant at)
{
    return (struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = event,
        .code = kind,
        .subject = { SUBJECT_OWN_ACTIVITY, item.n },
        .at = at,
        .is_day = event != EVENT_ACTIVITY_PLANNED,
    };
}

static int64_t note_end(struct db *db, const struct hours_item_row *item, day last)
{
    struct event_draft ended = item_event(item->citizen, item->id, item->kind, EVENT_ACTIVITY_ENDED, day_begin(last));

    return journal_append(db, &ended);
}

struct hours_item_id hours_add_item(struct db *db, const struct hours_item_insert_in *item)
{
    struct hours_item_id id = hours_item_insert(db, item);
    struct hours_item_row row = { .id = id, .citizen = item->citizen, .kind = item->kind, .weekdays = item->weekdays,
                                  .from_minute = item->from_minute, .to_minute = item->to_minute, .minutes = item->minutes };
    struct event_draft planned = item_event(item->citizen, id, item->kind, EVENT_ACTIVITY_PLANNED, db_now(db));
    struct event_draft started = item_event(item->citizen, id, item->kind, EVENT_ACTIVITY_STARTED, day_begin(item->from_day));

    planned.fields[0] = started.fields[0] =
        (struct draft_field){ "hours", decimal(db, hours_item_minutes(&row) * HUNDREDTHS / HOUR_MINUTES) };
    journal_append(db, &planned);
    int64_t began = journal_append(db, &started);
    hours_item_set_events(db, began, item->to_day == DAY_NONE ? 0 : note_end(db, &row, item->to_day), id, item->citizen);
    return id;
}

bool hours_end_item(struct db *db, const struct hours_item_row *item, day last)
{
    if (item->ended_event != 0)
        journal_void(db, item->ended_event);
    int64_t ended = last == DAY_NONE ? 0 : note_end(db, item, last);
    return hours_item_end(db, last, ended, item->id, item->citizen, item->version) > 0;
}

bool hours_drop_item(struct db *db, const struct hours_item_row *item)
{
    if (hours_item_drop(db, item->id, item->citizen) == 0)
        return false;
    journal_void(db, item->began_event);
    if (item->ended_event != 0)
        journal_void(db, item->ended_event);
    return true;
}

/* --- What became of them. --- */

static int64_t mark_event(struct db *db, const struct hours_item_row *item, day monday, const char *mark)
{
    bool is_there = text_is(mark, "attended");
    struct event_draft draft = item_event(item->citizen, item->id, is_there ? item->kind : mark,
                                          is_there ? EVENT_SESSION_ATTENDED : EVENT_ABSENCE_REGISTERED, day_begin(monday));

    draft.fields[0] = (struct draft_field){ "minutes", number(db, hours_item_minutes(item)) };
    draft.fields[1] = (struct draft_field){ "status", mark };
    return journal_append(db, &draft);
}

void hours_mark_item(struct db *db, const struct hours_item_row *item, day monday, const char *mark, const char *evidence)
{
    struct hours_mark_row_list before = hours_marks(db, item->citizen, monday, monday);

    for (size_t i = 0; i < before.count; i++) {
        if (before.at[i].item.n != item->id.n)
            continue;
        if (text_is(before.at[i].mark, mark) && text_is(before.at[i].evidence, evidence))
            return;
        journal_void(db, before.at[i].event);
    }
    if (text_is_blank(mark)) {
        hours_mark_drop(db, item->id, item->citizen, monday);
        return;
    }
    hours_mark_put(db, &(struct hours_mark_put_in){
        .item = item->id, .citizen = item->citizen, .monday_day = monday, .mark = mark, .evidence = evidence,
        .event = mark_event(db, item, monday, mark), .set_at = db_now(db), .set_by = { db_actor(db).id } });
}

/* --- The target group. --- */

void hours_note_benefit(struct db *db, struct citizen_id citizen, const struct benefit_time *time, const char *source)
{
    int64_t event = note_fact(db, citizen, "benefit", time->benefit, time->from, time->to);

    hours_benefit_insert(db, &(struct hours_benefit_insert_in){ .citizen = citizen, .benefit = time->benefit, .from_day = time->from,
                                                                .to_day = time->to, .source = source, .event = event });
}

bool hours_undo_benefit(struct db *db, struct citizen_id citizen, struct hours_benefit_id benefit)
{
    struct hours_benefit_row_list rows = hours_benefits(db, citizen);

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].id.n == benefit.n) {
            journal_void(db, rows.at[i].event);
            return hours_benefit_drop(db, benefit, citizen) > 0;
        }
    return false;
}

void hours_note_danish(struct db *db, struct citizen_id citizen, const char *passed, day known, const char *source)
{
    int64_t event = note_fact(db, citizen, "danish_passed", passed, known, DAY_NONE);

    hours_danish_insert(db, citizen, passed, known, source, event);
}
