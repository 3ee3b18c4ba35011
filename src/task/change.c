/* SPDX-License-Identifier: MIT
 * change.c: a task ticked done, opened again, taken, put back, taken away again. Each is one click, from
 * whichever list it stands on, and each has its way back. */
#include "library/library.h"
#include "staff/staff.h"
#include "task/pages.h"

#include "base/text.h"

/* Loads the task of the address. What belongs to no citizen is the unit's own: for its people. */
static bool load(struct request *r, struct task_row *task)
{
    if (!task_load(r->db, (struct task_id){ request_id(r, "opgave") }, task))
        return false;
    return task->citizen.n != 0 || task->owner.n == r->actor.id
           || task_is_of_unit(r->db, (struct staff_id){ r->actor.id }, task->unit);
}

static bool is_from_own_list(const struct request *r)
{
    return text_is(request_query(r, "fra"), "mine");
}

static struct reply back(struct request *r, const struct task_row *task)
{
    if (is_from_own_list(r) || task->citizen.n == 0)
        return reply_see_other(r, "/opgaver");
    return reply_see_other(r, "/borger/%lld/opgaver", (long long)task->citizen.n);
}

/* Says what was done; `undo` is the last part of the address that undoes it, or NULL. */
static struct reply told(struct request *r, const struct task_row *task, const char *message, const char *undo)
{
    const char *from = is_from_own_list(r) ? "?fra=mine" : "";

    request_tell(r, message,
                 undo == NULL ? NULL
                              : arena_format(r->arena, "/opgaver/%lld/%s%s", (long long)task->id.n, undo, from));
    return back(r, task);
}

struct reply task_done_post(struct request *r)
{
    struct task_row task;

    if (!load(r, &task))
        return reply_not_found(r);
    if (!task_finish(r->db, &task, r->now))
        return told(r, &task, say_with(r->arena, r->language, SAY("Allerede færdig: {1} har gjort det."),
                                       staff_name(r->db, task.done_by), NULL), NULL);
    return told(r, &task, say_with(r->arena, r->language, SAY("Færdig: {1}"), task.words, NULL), "aabn");
}

struct reply task_open_post(struct request *r)
{
    struct task_row task;

    if (!load(r, &task))
        return reply_not_found(r);
    if (!task_reopen(r->db, &task))
        return told(r, &task, say(r->language, "Opgaven er åben."), NULL);
    return told(r, &task, say_with(r->arena, r->language, SAY("Åben igen: {1}"), task.words, NULL), "udfoert");
}

struct reply task_take_post(struct request *r)
{
    struct task_row task;
    struct staff_id me = { r->actor.id };

    if (!load(r, &task))
        return reply_not_found(r);
    if (task.owner.n != 0 && task.owner.n != me.n)
        return told(r, &task, say_with(r->arena, r->language, SAY("{1} har taget den."),
                                       staff_name(r->db, task.owner), NULL), NULL);
    task_set_owner(r->db, me, task.id, task.version);
    return told(r, &task, say_with(r->arena, r->language, SAY("Du har taget: {1}"), task.words, NULL), "laeg-tilbage");
}

struct reply task_put_back_post(struct request *r)
{
    struct task_row task;

    if (!load(r, &task))
        return reply_not_found(r);
    bool was_mine = task.owner.n == r->actor.id;
    task_set_owner(r->db, (struct staff_id){ 0 }, task.id, task.version);
    return told(r, &task, say_with(r->arena, r->language, SAY("Lagt tilbage til enheden: {1}"), task.words, NULL),
                was_mine ? "tag" : NULL);
}

struct reply task_remove_post(struct request *r)
{
    struct task_row task;

    if (!load(r, &task))
        return reply_not_found(r);
    const struct scheme *scheme = *task.scheme == 0 ? NULL : library_find(library_all(), task.scheme);
    if (!task_is_typed(scheme, task.code, task.meeting)
        || task_delete(r->db, task.id, (struct staff_id){ r->actor.id }) == 0)
        return told(r, &task, say(r->language, "Opgaven kan ikke tages tilbage."), NULL);
    return told(r, &task, say(r->language, "Opgaven er taget tilbage."), NULL);
}
