/* SPDX-License-Identifier: MIT
 * find.c: somebody found by name for a group: who just came to a drop-in, comes on it, or waits for it. Only
 * those in the reach of the one who searches are found. */
#include "base/text.h"
#include "group/private.h"
#include "group_edit_page.h"

enum { FOUND_MAX = 20 };

static bool is_member(const struct group_member_row_list *members, struct citizen_id citizen)
{
    for (size_t i = 0; i < members->count; i++)
        if (members->at[i].citizen.n == citizen.n)
            return true;
    return false;
}

static bool waits(const struct group_wait_line_list *lines, struct citizen_id citizen)
{
    for (size_t i = 0; i < lines->count; i++)
        if (lines->at[i].citizen.n == citizen.n)
            return true;
    return false;
}

static struct group_founds found_of(struct request *r, const struct group_find_view *view)
{
    struct citizen_found_list rows = citizen_search(r->db, view->typed, FOUND_MAX);
    struct group_member_row_list members = group_members_on(r->db, view->group.id, view->on);
    struct group_wait_line_list lines = group_wait_of_group(r->db, view->group.id);
    struct group_found *found = arena_array(r->arena, rows.count + 1, sizeof *found);

    for (size_t i = 0; i < rows.count; i++)
        found[i] = (struct group_found){
            .row = rows.at[i],
            .name = citizen_name(r->arena, rows.at[i].first_name, rows.at[i].last_name),
            .is_on = is_member(&members, rows.at[i].citizen),
            .is_waiting = waits(&lines, rows.at[i].citizen),
        };
    return (struct group_founds){ found, rows.count };
}

static struct reply find_show(struct request *r, struct group_find_view *view)
{
    struct page page = page_new(r);

    view->does_meet = group_next_day(r->db, view->group.id, view->on) == view->on;
    if (*view->typed != 0)
        view->found = found_of(r, view);
    group_find_page(&page, view);
    return reply_page(&page.text);
}

struct reply group_find_get(struct request *r)
{
    struct group_find_view view = { .typed = "", .form = form_new(r) };

    if (!group_of_path(r, &view.group))
        return reply_not_found(r);
    if (!day_read(request_query(r, "dag"), &view.on))
        view.on = r->today;
    return find_show(r, &view);
}

/* A post, since what is typed may be a personal number, which stands in no address. */
struct reply group_find_post(struct request *r)
{
    struct form form = form_read(r);
    struct group_find_view view = { .typed = text_trim(r->arena, form_value(&form, "soeg")), .form = form_new(r) };

    if (!group_of_path(r, &view.group))
        return reply_not_found(r);
    if (!day_read(form_value(&form, "dag"), &view.on))
        view.on = r->today;
    return find_show(r, &view);
}
