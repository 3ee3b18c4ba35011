/* SPDX-License-Identifier: MIT
 * wait_page.c: the waiting list of a group on its page: who is next, from when there is room, and the answer of the one
 * who is offered the place. The list is in the order in which they were written up; who leaves that order says why. */
#include "base/text.h"
#include "group/private.h"

enum { DAYS_AHEAD = 56 };

/* Today, or the day on which the group begins. */
static day first_day(const struct request *r, const struct group_view *view)
{
    return view->group.from_day > r->today ? view->group.from_day : r->today;
}

static day free_from(struct request *r, const struct group_view *view, int64_t offered)
{
    struct stay *stays = arena_array(r->arena, view->members.count + 1, sizeof *stays);

    for (size_t i = 0; i < view->members.count; i++)
        stays[i] = (struct stay){ view->members.at[i].row.from_day, view->members.at[i].last };
    return place_free_from(stays, view->members.count, view->group.capacity - offered, first_day(r, view), r->today + DAYS_AHEAD);
}

void group_load_waits(struct request *r, struct group_view *view)
{
    struct group_wait_line_list rows = group_wait_of_group(r->db, view->group.id);
    struct wait_line *lines = arena_array(r->arena, rows.count + 1, sizeof *lines);
    int64_t offered = 0, waiting = 0;

    for (size_t i = 0; i < rows.count; i++) {
        bool is_offered = text_is(rows.at[i].state, WAIT_OFFERED);
        offered += is_offered;
        waiting += !is_offered;
        lines[i] = (struct wait_line){
            .row = rows.at[i],
            .name = citizen_name(r->arena, rows.at[i].first_name, rows.at[i].last_name),
            .is_offered = is_offered,
            .is_next = !is_offered && waiting == 1,
        };
    }
    view->waits = (struct wait_lines){ lines, rows.count };
    view->free_from = free_from(r, view, offered);
    view->offer_from = offered == 0 ? DAY_NONE : free_from(r, view, offered - 1);
    view->is_free_now = view->free_from == first_day(r, view);
    view->is_full_now = !view->is_free_now;
}

static bool wait_of_path(struct request *r, struct course_group_row *group, struct group_wait_row *wait)
{
    return group_of_path(r, group) && group_wait_load(r->db, (struct group_wait_id){ request_id(r, "venter") }, wait) &&
           wait->course_group.n == group->id.n;
}

static struct reply stepped(struct request *r, const struct group_wait_row *wait, const char *state, const char *reason,
                            const char *told, const char *undo)
{
    if (!group_wait_step(r->db, wait, state, reason))
        return reply_conflict(r, say(r->language, "ventelisten"));
    request_tell(r, told, undo);
    return reply_see_other(r, "/hold/%lld", (long long)wait->course_group.n);
}

static const char *path_of(struct request *r, const struct group_wait_row *wait, const char *end)
{
    return arena_format(r->arena, "/hold/%lld/venteliste/%lld/%s", (long long)wait->course_group.n, (long long)wait->id.n, end);
}

struct reply wait_offer_post(struct request *r)
{
    struct form form = form_read(r);
    const char *reason = form_text(&form, "grund", FORM_OPTIONAL, REASON_MAX);
    struct course_group_row group;
    struct group_wait_row wait;
    struct citizen_row person;

    if (!wait_of_path(r, &group, &wait) || !text_is(wait.state, WAIT_WAITING) || !citizen_load(r->db, wait.citizen, &person))
        return reply_not_found(r);
    struct text_pieces doubts = group_doubts_of_offer(r->db, r->language, &group, wait.citizen, r->today + OFFER_DAYS_AHEAD);
    if (doubts.count == 0 || *reason != 0)
        return stepped(r, &wait, WAIT_OFFERED, reason, say(r->language, "Pladsen er tilbudt og holdes fri, til der er svar."),
                       path_of(r, &wait, "igen"));
    form_error(&form, "grund", say(r->language, "Skriv hvorfor, hvis det skal gælde."));
    struct group_view view = group_view_of(r, &group);
    view.join_form = form;
    view.doubt = (struct doubt){ doubts, citizen_name(r->arena, person.first_name, person.last_name),
                                 path_of(r, &wait, "tilbyd"), SAY("Tilbyd pladsen alligevel") };
    return group_show(r, &view);
}

struct reply wait_no_post(struct request *r)
{
    struct course_group_row group;
    struct group_wait_row wait;

    if (!wait_of_path(r, &group, &wait) || !text_is(wait.state, WAIT_OFFERED))
        return reply_not_found(r);
    return stepped(r, &wait, WAIT_DECLINED, "", say(r->language, "Svaret er skrevet. Pladsen kan tilbydes den næste."),
                   path_of(r, &wait, "igen"));
}

struct reply wait_off_list_post(struct request *r)
{
    struct course_group_row group;
    struct group_wait_row wait;

    if (!wait_of_path(r, &group, &wait) || (!text_is(wait.state, WAIT_WAITING) && !text_is(wait.state, WAIT_OFFERED)))
        return reply_not_found(r);
    return stepped(r, &wait, WAIT_LEFT, "", say(r->language, "Taget af ventelisten."), path_of(r, &wait, "igen"));
}

/* Undo: in the old place, since the day she was written up is the same. */
struct reply wait_again_list_post(struct request *r)
{
    struct course_group_row group;
    struct group_wait_row wait, other;

    if (!wait_of_path(r, &group, &wait) || text_is(wait.state, WAIT_WAITING) || text_is(wait.state, WAIT_PLACED))
        return reply_not_found(r);
    if (group_wait_open(r->db, group.id, wait.citizen, &other) && other.id.n != wait.id.n)
        return reply_conflict(r, say(r->language, "ventelisten"));
    return stepped(r, &wait, WAIT_WAITING, "", say(r->language, "Står på ventelisten igen, på samme plads."), NULL);
}
