/* SPDX-License-Identifier: MIT
 * day.c: what stands in somebody's calendar today, above what is due: booked meetings, groups whose
 * attendance is taken, and how many tasks wait. */
#include "base/list.h"
#include "base/text.h"
#include "group/group.h"
#include "meeting/meeting.h"
#include "meeting/pages.h"
#include "overview/today.h"
#include "task/task.h"
#include "web/request.h"

enum { GROUPS_SHOWN = 8 };

typedef LIST_OF(struct day_line) growing_lines;

static const char *clock_of(struct request *r, int64_t minute)
{
    return say_time(r->arena, r->language, instant_of(r->today, (int)(minute / 60), (int)(minute % 60), 0));
}

static struct day_line line_of_meeting(struct request *r, const struct meeting_listed *meeting)
{
    return (struct day_line){
        .at = say_time(r->arena, r->language, meeting->meets_at),
        .who = meeting->citizen.n == 0 ? NULL : citizen_name(r->arena, meeting->first_name, meeting->last_name),
        .what = meeting_code_label(r, meeting->code),
        .path = arena_format(r->arena, "/moeder/%lld", (long long)meeting->id.n),
        .is_waiting = meeting->meets_at < r->now,
        .state = meeting->meets_at < r->now ? say(r->language, "ikke skrevet ned") : NULL,
    };
}

static struct day_line line_of_group(struct request *r, const struct group_day_row *group)
{
    return (struct day_line){
        .at = clock_of(r, group->from_minute),
        .who = group->name,
        .what = group->is_rostered ? say(r->language, "fremmøde, du er på stedet") : say(r->language, "fremmøde"),
        .path = arena_format(r->arena, "/hold/%lld/fremmoede", (long long)group->course_group.n),
        .is_waiting = group->held_count == 0,
        .state = group->held_count == 0 ? say(r->language, "ikke taget") : say(r->language, "taget"),
    };
}

/* The groups of the day that somebody is on; else it is no appointment. In a large unit the first few that wait, and how
 * many more meet. */
static size_t add_groups(struct request *r, growing_lines *lines)
{
    struct group_day_row_list groups = group_today(r->db, (struct staff_id){ r->actor.id }, 2 * GROUPS_SHOWN);
    size_t all = groups.count == 0 ? 0 : (size_t)groups.at[0].group_count, seen = 0, shown = 0;
    bool are_many = all > GROUPS_SHOWN;

    for (; seen < groups.count && shown < GROUPS_SHOWN && !(are_many && groups.at[seen].held_count > 0); seen++)
        if (groups.at[seen].is_anybody) {
            *LIST_ADD(r->arena, lines) = line_of_group(r, &groups.at[seen]);
            shown++;
        }
    return are_many ? all - seen : 0;
}

struct day_view day_of_person(struct request *r)
{
    growing_lines lines = { 0 };
    struct staff_id me = { r->actor.id };
    struct day_view view = { 0 };

    if (request_may(r, MAY_GROUP_WRITE))
        view.groups_left = add_groups(r, &lines);
    if (request_may(r, MAY_MEETING_WRITE)) {
        struct meeting_listed_list meetings = meeting_of_staff(r->db, me, day_begin(r->today), day_end(r->today));
        for (size_t i = 0; i < meetings.count; i++)
            *LIST_ADD(r->arena, &lines) = line_of_meeting(r, &meetings.at[i]);
    }
    view.lines = (struct day_lines){ lines.at, lines.count };
    view.has_tasks = request_may(r, MAY_TASK_WRITE);
    view.tasks = view.has_tasks ? (size_t)task_mine_count(r->db, me) : 0;
    return view;
}
