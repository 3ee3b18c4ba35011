/* SPDX-License-Identifier: MIT
 * task.c: tasks and the event that settles their obligation. Pages are in pages.c. */
#include "task/task.h"

#include "engine/journal.h"

struct task_id task_create(struct db *db, struct citizen_id citizen, struct unit_id unit, struct staff_id owner,
                           const char *words, day due)
{
    return task_insert(db, &(struct task_insert_in){
        .citizen = citizen,
        .unit = unit,
        .owner = owner,
        .scheme = "",
        .code = "",
        .words = words,
        .due_day = due,
        .made_at = db_now(db),
        .made_by = { db_actor(db).id },
    });
}

struct task_id task_decide(struct db *db, struct meeting_id meeting, const struct task_insert_in *task)
{
    struct task_insert_in decided = *task;

    decided.meeting = meeting;
    decided.scheme = "";
    decided.code = "";
    decided.made_at = db_now(db);
    decided.made_by = (struct staff_id){ db_actor(db).id };
    return task_insert(db, &decided);
}

bool task_finish(struct db *db, const struct task_row *task, instant at)
{
    bool is_citizens = task->citizen.n != 0;
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
    if (task->done_event != 0)
        journal_void(db, task->done_event);
    return task_set_done(db, INSTANT_NONE, (struct staff_id){ 0 }, 0, task->id, task->version) == 1;
}
