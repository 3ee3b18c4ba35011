/* SPDX-License-Identifier: MIT
 * task.c: tasks and the event that settles their obligation. Pages are in pages.c. */
#include "task/task.h"

#include "base/text.h"
#include "engine/journal.h"
#include "staff/staff.h"

struct task_id task_create(struct db *db, struct citizen_id citizen, struct unit_id unit, struct staff_id owner,
                           const char *words, day due)
{
    return task_insert(db, &(struct task_insert_in){
        .citizen = citizen,
        .unit = unit,
        .owner = owner,
        .scheme = "",
        .code = "",
        .role = "",
        .words = words,
        .due_day = due,
        .made_at = db_now(db),
        .made_by = { db_actor(db).id },
    });
}

struct task_id task_create_own(struct db *db, struct citizen_id citizen, const struct scheme *scheme,
                               const struct scheme_task *row, const char *words)
{
    return task_insert(db, &(struct task_insert_in){
        .citizen = citizen,
        .unit = task_unit_of_role(db, scheme, row->owner),
        .scheme = scheme->id.text,
        .code = row->id.text,
        .role = row->owner.text,
        .words = words,
        .due_day = DAY_NONE,
        .made_at = db_now(db),
        .made_by = { db_actor(db).id },
    });
}

const struct scheme_task *task_in_scheme(const struct scheme *scheme, const char *code)
{
    for (size_t i = 0; scheme != NULL && i < scheme->tasks.count; i++)
        if (text_is(scheme->tasks.at[i].id.text, code))
            return &scheme->tasks.at[i];
    return NULL;
}

bool task_is_typed(const struct scheme *scheme, const char *code, struct meeting_id meeting)
{
    const struct scheme_task *listed = task_in_scheme(scheme, code);

    return meeting.n == 0 && (*code == 0 || (listed != NULL && listed->free_rows > 0));
}

struct task_id task_decide(struct db *db, struct meeting_id meeting, const struct task_insert_in *task)
{
    struct task_insert_in decided = *task;

    decided.meeting = meeting;
    decided.scheme = "";
    decided.code = "";
    decided.role = "";
    decided.made_at = db_now(db);
    decided.made_by = (struct staff_id){ db_actor(db).id };
    return task_insert(db, &decided);
}

struct unit_id task_unit_of_role(struct db *db, const struct scheme *scheme, struct code role)
{
    for (size_t i = 0; i < scheme->units.count; i++)
        for (size_t k = 0; k < scheme->units.at[i].roles.count; k++)
            if (code_is(scheme->units.at[i].roles.at[k], role))
                return unit_by_code(db, scheme->units.at[i].id.text);
    return (struct unit_id){ 0 };
}

static bool is_made(const struct task_row_list *tasks, const char *scheme, const char *code)
{
    for (size_t i = 0; i < tasks->count; i++)
        if (text_is(tasks->at[i].scheme, scheme) && text_is(tasks->at[i].code, code))
            return true;
    return false;
}

void task_make_for_scheme(struct db *db, struct citizen_id citizen, const struct scheme *scheme)
{
    struct task_row_list there = task_of_citizen(db, citizen);

    for (size_t i = 0; i < scheme->tasks.count; i++) {
        const struct scheme_task *task = &scheme->tasks.at[i];
        struct unit_id unit = task_unit_of_role(db, scheme, task->owner);
        if (task->free_rows > 0 || is_made(&there, scheme->id.text, task->id.text) || unit.n == 0)
            continue;
        task_insert(db, &(struct task_insert_in){
            .citizen = citizen,
            .unit = unit,
            .scheme = scheme->id.text,
            .code = task->id.text,
            .role = task->owner.text,
            .words = task->text.da,
            .due_day = DAY_NONE,
            .made_at = db_now(db),
            .made_by = { db_actor(db).kind == ACTOR_STAFF ? db_actor(db).id : 0 },
        });
    }
}

bool task_finish(struct db *db, const struct task_row *task, instant at)
{
    bool is_citizens = task->citizen.n != 0;

    if (task->done_at != INSTANT_NONE)
        return false;
    int64_t event = journal_append(db, &(struct event_draft){
        .stream = { is_citizens ? STREAM_CITIZEN : STREAM_UNIT, is_citizens ? task->citizen.n : task->unit.n },
        .kind = EVENT_TASK_DONE,
        .code = *task->code == 0 ? "own" : task->code,
        .subject = { is_citizens ? SUBJECT_CITIZEN : SUBJECT_UNIT, is_citizens ? task->citizen.n : task->unit.n },
        .at = at,
        .fields = { { "task", arena_format(db_arena(db), "%lld", (long long)task->id.n) } },
    });

    return task_set_done(db, at, (struct staff_id){ db_actor(db).id }, event, task->id, task->version) == 1;
}

bool task_reopen(struct db *db, const struct task_row *task)
{
    if (task->done_at == INSTANT_NONE)
        return false;
    if (task->done_event != 0)
        journal_void(db, task->done_event);
    return task_set_done(db, INSTANT_NONE, (struct staff_id){ 0 }, 0, task->id, task->version) == 1;
}
