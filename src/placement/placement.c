/* SPDX-License-Identifier: MIT
 * placement.c: the life of a placement: rows and events. The hours as a series are in hours.c. */
#include "placement/placement.h"

#include "base/check.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "engine/journal.h"
#include "errand/errand.h"
#include "law/workday.h"
#include "placement/functions.h"
#include "task/task.h"

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

static const char *none_if_empty(const char *text)
{
    return text == NULL || *text == 0 ? NULL : text;
}

static const char *number_text(struct arena *arena, int64_t number)
{
    return arena_format(arena, "%lld", (long long)number);
}

/* The scheme's word for this activity, or the kind's own. */
static const char *code_of_placement(const struct placement_row *placement)
{
    return *placement->code == 0 ? placement->kind : placement->code;
}

/* Events about a placement stand in the citizen's stream and the company's, under one number. */
static struct event_draft draft_of(struct db *db, const struct placement_row *placement, enum event_kind kind, day on)
{
    struct arena *arena = db_arena(db);

    return (struct event_draft){
        .stream = { STREAM_CITIZEN, placement->citizen.n },
        .also = { STREAM_COMPANY, placement->company.n },
        .kind = kind,
        .code = code_of_placement(placement),
        .subject = { SUBJECT_PLACEMENT, placement->id.n },
        .at = day_begin(on),
        .is_day = true,
        .fields = {
            { "company", number_text(arena, placement->company.n) },
            { "purpose", placement->purpose },
            { "kind", placement->kind },
            { "from", day_iso(arena, placement->from_day) },
            { "to", placement->to_day == DAY_NONE ? NULL : day_iso(arena, placement->to_day) },
        },
    };
}

/* The first step of the stair that was agreed. */
static struct hours_step first_step(struct db *db, const struct placement_row *placement)
{
    struct hours_series planned = placement_hours_of(db, placement, true);

    return planned.count > 0 ? planned.at[0] : (struct hours_step){ .from = placement->from_day };
}

/* The kind of the placement that led to this one, or NULL. */
static const char *kind_before(struct db *db, const struct placement_row *placement)
{
    struct placement_listed_list all = placement_of_citizen(db, placement->citizen);

    for (size_t i = 0; i < all.count; i++)
        if (placement->before.n != 0 && all.at[i].id.n == placement->before.n)
            return all.at[i].kind;
    return NULL;
}

static struct event_draft draft_with_hours(struct db *db, const struct placement_row *placement, enum event_kind kind,
                                           day on)
{
    struct event_draft draft = draft_of(db, placement, kind, on);
    struct hours_step step = first_step(db, placement);

    draft.fields[5] = (struct draft_field){ "hours", number_text(db_arena(db), step.hours) };
    draft.fields[6] = (struct draft_field){ "paid", number_text(db_arena(db), step.paid) };
    draft.fields[7] = (struct draft_field){ "previous", kind_before(db, placement) };
    return draft;
}

static void write_parts(struct db *db, struct placement_id id, const struct placement_agreement *agreement)
{
    for (size_t i = 0; i < agreement->step_count; i++)
        placement_hours_put(db, &(struct placement_hours_put_in){
            .placement = id,
            .citizen = agreement->citizen,
            .from_day = agreement->steps[i].from,
            .hours = agreement->steps[i].hours,
            .paid = agreement->steps[i].paid,
            .is_planned = true,
            .note = "",
        });
    for (size_t i = 0; i < agreement->item_count; i++)
        placement_item_insert(db, id, agreement->items[i], (int64_t)i + 1);
    for (size_t i = 0; i < agreement->excuse_count; i++)
        placement_reason_put(db, id, agreement->excuses[i].check, agreement->excuses[i].words);
}

static struct placement_insert_in row_of(struct db *db, const struct placement_agreement *agreement)
{
    return (struct placement_insert_in){
        .citizen = agreement->citizen,
        .company = agreement->company,
        .before = agreement->before.n > 0 ? agreement->before : placement_newest(db, agreement->citizen),
        .kind = placement_kinds[agreement->kind].code,
        .purpose = or_empty(agreement->purpose),
        .functions = or_empty(agreement->functions),
        .consideration = or_empty(agreement->consideration),
        .from_day = agreement->from,
        .to_day = agreement->to,
        .weekdays = agreement->weekdays,
        .from_minute = agreement->from_minute,
        .to_minute = agreement->to_minute,
        .timetable = or_empty(agreement->timetable),
        .contact = agreement->contact,
        .mentor = or_empty(agreement->mentor),
        .consultant = agreement->consultant,
        .transport = or_empty(agreement->transport),
        .expect_citizen = or_empty(agreement->expect_citizen),
        .expect_company = or_empty(agreement->expect_company),
        .expect_centre = or_empty(agreement->expect_centre),
        .agreed_at = db_now(db),
        .scheme = or_empty(agreement->scheme),
        .code = or_empty(agreement->code),
        .is_in_place = placement_kinds[agreement->kind].is_in_place,
    };
}

struct placement_id placement_start(struct db *db, const struct placement_agreement *agreement)
{
    struct placement_insert_in row = row_of(db, agreement);
    struct placement_id id = placement_insert(db, &row);
    struct placement_row placement;

    check(agreement->step_count > 0);
    write_parts(db, id, agreement);
    placement_write_functions(db, id, agreement->functions);
    if (!placement_load(db, id, &placement))
        return id;
    struct event_draft draft = draft_with_hours(db, &placement, EVENT_PLACEMENT_AGREED, db_today(db));
    draft.at = db_now(db);
    draft.is_day = false;
    journal_append(db, &draft);
    errand_placed(db, agreement->citizen);
    if (agreement->from <= db_today(db))
        placement_begin(db, &placement, agreement->from);
    return id;
}

/* Job and placement are two events, since schemes ask for either. */
static void write_job(struct db *db, const struct placement_row *placement, enum event_kind kind, day on)
{
    if (!placement_kinds[placement_kind_of(placement->kind)].is_job)
        return;
    struct event_draft draft = draft_with_hours(db, placement, kind, on);
    struct placement_sector_row at;
    draft.code = placement->kind;
    if (placement_sector(db, placement->company, &at) && !text_is_blank(at.sector))
        draft.fields[8] = (struct draft_field){ "sector", at.sector };
    journal_append(db, &draft);
}

/* S05: a placement moves the citizen on the ladder, for those who may place her there. */
static void move_on_ladder(struct db *db, const struct placement_row *placement, day on)
{
    const char *step = placement_kinds[placement_kind_of(placement->kind)].ladder_step;

    if (*step == 0 || (db_actor(db).permissions & (PERMISSION_BIT(MAY_LADDER_WRITE) | PERMISSION_SET_SYSTEM)) == 0)
        return;
    struct ladder_row_list steps = ladder_of_citizen(db, placement->citizen);
    if (steps.count == 0 || !text_is(steps.at[0].step, step))
        casefile_place_on_ladder(db, placement->citizen, "trappe", step, on == db_today(db) ? db_now(db) : day_begin(on), "");
}

bool placement_begin(struct db *db, const struct placement_row *placement, day on)
{
    struct hours_step step = first_step(db, placement);
    struct event_draft draft = draft_with_hours(db, placement, EVENT_PLACEMENT_STARTED, on);
    int64_t event = journal_append(db, &draft);

    if (placement_set_begun(db, on, event, placement->id, placement->citizen, placement->version) == 0) {
        journal_void(db, event);
        return false;
    }
    write_job(db, placement, EVENT_JOB_STARTED, on);
    placement_change_hours(db, placement, on, step.hours, step.paid, "");
    move_on_ladder(db, placement, on);
    return true;
}

void placement_change_hours(struct db *db, const struct placement_row *placement, day from, int64_t hours,
                            int64_t paid, const char *note)
{
    struct arena *arena = db_arena(db);
    struct hours_series series = placement_hours_of(db, placement, false);
    enum paid_turn change = placement_paid_turn(&series, from, paid);

    placement_hours_put(db, &(struct placement_hours_put_in){
        .placement = placement->id,
        .citizen = placement->citizen,
        .from_day = from,
        .hours = hours,
        .paid = paid,
        .is_planned = false,
        .note = or_empty(note),
    });
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, placement->citizen.n },
        .kind = EVENT_HOURS_SET,
        .subject = { SUBJECT_PLACEMENT, placement->id.n },
        .at = day_begin(from),
        .is_day = true,
        .fields = {
            { "paid", number_text(arena, paid) },
            { "hours", number_text(arena, hours) },
            { "change", paid_turn_codes[change] },
        },
    });
}

static int64_t note_change_of(struct db *db, const struct placement_row *placement, const char *code)
{
    struct event_draft draft = draft_of(db, placement, EVENT_PLACEMENT_CHANGED, db_today(db));

    if (code != NULL)
        draft.code = code;
    draft.at = db_now(db);
    draft.is_day = false;
    return journal_append(db, &draft);
}

static int64_t note_change(struct db *db, const struct placement_row *placement)
{
    return note_change_of(db, placement, NULL);
}

bool placement_change(struct db *db, const struct placement_set_terms_in *terms)
{
    struct placement_row placement;

    if (!placement_load(db, terms->id, &placement) || placement.version != terms->version)
        return false;
    placement.to_day = terms->to_day;
    placement.purpose = terms->purpose;
    placement_terms_keep(db, db_today(db), (struct staff_id){ db_actor(db).id }, note_change(db, &placement), terms->id,
                         terms->citizen);
    placement_write_functions(db, terms->id, terms->functions);
    return placement_set_terms(db, terms) > 0;
}

const char *placement_changed_by(struct db *db, const struct placement_row *placement)
{
    struct placement_terms_row_list before = placement_terms_before(db, placement->id, placement->citizen);

    return before.count == 0 ? NULL : before.at[0].changed_by_name;
}

bool placement_undo_change(struct db *db, const struct placement_row *placement)
{
    struct placement_terms_row_list before = placement_terms_before(db, placement->id, placement->citizen);

    if (before.count == 0)
        return false;
    const struct placement_terms_row *row = &before.at[0];
    if (placement_set_terms(db, &(struct placement_set_terms_in){
            .id = placement->id, .citizen = placement->citizen, .version = placement->version, .to_day = row->to_day,
            .purpose = row->purpose, .contact = row->contact, .functions = row->functions,
            .consideration = row->consideration, .mentor = row->mentor, .transport = row->transport,
            .expect_citizen = row->expect_citizen, .expect_company = row->expect_company,
            .expect_centre = row->expect_centre }) == 0)
        return false;
    placement_write_functions(db, placement->id, row->functions);
    journal_void(db, row->event);
    placement_terms_drop(db, row->id, placement->citizen);
    return true;
}

/* R11's other end: no day between two steps, so somebody plans what comes next. */
static void ask_for_next_step(struct db *db, const struct placement_row *placement, day on)
{
    struct citizen_row citizen;

    if (!citizen_load(db, placement->citizen, &citizen))
        return;
    task_create(db, placement->citizen, citizen.unit, placement->consultant,
                arena_format(db_arena(db), "Aftal næste skridt efter %s", placement->company_name),
                workday_add(NULL, on, 1));
}

bool placement_end(struct db *db, const struct placement_row *placement, const struct placement_ending *ending)
{
    struct event_draft draft = draft_of(db, placement, EVENT_PLACEMENT_ENDED, ending->on);

    draft.fields[5] = (struct draft_field){ "reason", ending->reason };
    draft.fields[6] = (struct draft_field){ "next", none_if_empty(ending->next_step) };
    draft.fields[7] = (struct draft_field){ "clarified", none_if_empty(ending->clarified) };
    draft.at = day_end(ending->on);
    int64_t event = journal_append(db, &draft);
    if (placement_set_ended(db, &(struct placement_set_ended_in){
            .id = placement->id,
            .citizen = placement->citizen,
            .ended_day = ending->on,
            .end_reason = ending->reason,
            .next_step = or_empty(ending->next_step),
            .clarified = or_empty(ending->clarified),
            .end_words = or_empty(ending->words),
            .ended_event = event,
            .version = placement->version }) == 0) {
        journal_void(db, event);
        return false;
    }
    write_job(db, placement, EVENT_JOB_ENDED, ending->on);
    if (placement->started_day != DAY_NONE)
        placement_change_hours(db, placement, ending->on + 1, 0, 0, "");
    if (*placement->planned_next == 0)
        ask_for_next_step(db, placement, ending->on);
    return true;
}

bool placement_undo_end(struct db *db, const struct placement_row *placement)
{
    struct stream stream = { STREAM_CITIZEN, placement->citizen.n };

    if (placement_set_open_again(db, placement->id, placement->citizen, placement->version) == 0)
        return false;
    journal_void(db, placement->ended_event);
    if (placement_kinds[placement_kind_of(placement->kind)].is_job)
        journal_void(db, journal_find_about(db, stream, EVENT_JOB_ENDED, SUBJECT_PLACEMENT, NULL, placement->id.n));
    if (placement->started_day != DAY_NONE)
        journal_void(db, journal_find_about(db, stream, EVENT_HOURS_SET, SUBJECT_PLACEMENT, NULL, placement->id.n));
    placement_hours_remove(db, placement->id, placement->citizen, placement->ended_day + 1);
    return true;
}

bool placement_instruct(struct db *db, const struct placement_row *placement, day on)
{
    struct stream stream = { STREAM_CITIZEN, placement->citizen.n };

    if (placement_set_instructed(db, on, placement->id, placement->citizen, placement->version) == 0)
        return false;
    journal_void(db, journal_find_about(db, stream, EVENT_PLACEMENT_CHANGED, SUBJECT_PLACEMENT, "instructed",
                                        placement->id.n));
    if (on == DAY_NONE)
        return true;
    struct event_draft draft = draft_of(db, placement, EVENT_PLACEMENT_CHANGED, on);
    draft.code = "instructed";
    draft.fields[5] = (struct draft_field){ "instructed", number_text(db_arena(db), placement->id.n) };
    journal_append(db, &draft);
    return true;
}

bool placement_plan_next(struct db *db, const struct placement_row *placement, const char *next, day from)
{
    if (placement_set_planned_next(db, next, from, placement->id, placement->citizen, placement->version) == 0)
        return false;
    note_change_of(db, placement, "next_step");
    return true;
}

struct placement_talk_id placement_talk_about_hours(struct db *db, const struct placement_row *placement, day held,
                                                    const char *words, day again)
{
    int64_t event = journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, placement->citizen.n },
        .also = { STREAM_COMPANY, placement->company.n },
        .kind = EVENT_CONTACT_MADE,
        .code = "paid_hours",
        .subject = { SUBJECT_PLACEMENT, placement->id.n },
        .at = day_begin(held),
        .is_day = true,
    });

    return placement_talk_insert(db, &(struct placement_talk_insert_in){
        .placement = placement->id,
        .citizen = placement->citizen,
        .held_day = held,
        .words = words,
        .again_day = again,
        .event = event,
        .author = { db_actor(db).id },
        .written_at = db_now(db),
    });
}

bool placement_undo_talk(struct db *db, const struct placement_row *placement, struct placement_talk_id talk)
{
    struct placement_talk_row_list talks = placement_talks(db, placement->id, placement->citizen);

    for (size_t i = 0; i < talks.count; i++)
        if (talks.at[i].id.n == talk.n) {
            journal_void(db, talks.at[i].event);
            return placement_talk_drop(db, talk, placement->id, placement->citizen) > 0;
        }
    return false;
}
