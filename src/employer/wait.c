/* SPDX-License-Identifier: MIT
 * wait.c: the queue of a company centre that is full: first come, first served. */
#include "employer/wait.h"

#include "base/text.h"
#include "casefile/casefile.h"
#include "employer/pages.h"
#include "engine/journal.h"

enum { WAITING_SHOWN = 200 };

struct centre_queue_row employer_queue(struct db *db, struct company_id company)
{
    struct centre_queue_row queue;

    if (!centre_queue_of(db, company, db_today(db), &queue) || queue.taken_count < queue.place_count)
        return (struct centre_queue_row){ 0 };
    return queue;
}

struct centre_wait_id employer_wait(struct db *db, const struct centre_queue_row *queue, struct company_id company,
                                    struct citizen_id citizen)
{
    int64_t event = journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .also = { STREAM_COMPANY, company.n },
        .kind = EVENT_PLACEMENT_WISHED,
        .code = "venteliste",
        .subject = { SUBJECT_CENTRE, queue->id.n },
        .at = db_now(db),
        .fields = { { "company", arena_format(db_arena(db), "%lld", (long long)company.n) } },
    });
    struct centre_wait_id id = centre_wait_insert(db, queue->id, citizen, db_now(db), (struct staff_id){ db_actor(db).id },
                                                  event);

    if (id.n == 0)
        journal_void(db, event);
    return id;
}

struct waiting_lines employer_waiting(struct request *r, struct company_id company)
{
    struct centre_waiting_row_list rows = centre_waiting(r->db, company, (struct staff_id){ r->actor.id }, WAITING_SHOWN);
    struct waiting_line *lines = arena_array(r->arena, rows.count, sizeof *lines);

    for (size_t i = 0; i < rows.count; i++) {
        const struct centre_waiting_row *row = &rows.at[i];
        bool may_see = casefile_guard(r->db, r->actor, row->citizen.n);
        lines[i] = (struct waiting_line){
            row, may_see ? arena_format(r->arena, "%s %s", row->first_name, row->last_name) : NULL };
    }
    return (struct waiting_lines){ lines, rows.count, form_new(r), request_may(r, MAY_PLACEMENT_WRITE),
                                   request_may(r, MAY_CASE_READ) || request_may(r, MAY_CASE_WORK) };
}

static struct reply back(struct request *r)
{
    return reply_see_other(r, "/virksomheder/mine");
}

struct reply wait_off_post(struct request *r)
{
    struct centre_wait_row wait;

    if (!centre_wait_load(r->db, (struct centre_wait_id){ request_id(r, "wait") }, &wait) ||
        centre_wait_end(r->db, "left", r->now, wait.id, wait.citizen) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Taget af ventelisten."),
                 arena_format(r->arena, "/virksomheder/venter/%lld/igen", (long long)wait.id.n));
    return back(r);
}

struct reply wait_again_post(struct request *r)
{
    struct centre_wait_row wait;

    if (!centre_wait_load(r->db, (struct centre_wait_id){ request_id(r, "wait") }, &wait) ||
        centre_wait_again(r->db, wait.id, wait.citizen) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Står på ventelisten igen, på samme plads."), NULL);
    return back(r);
}
