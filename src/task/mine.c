/* SPDX-License-Identifier: MIT
 * mine.c: the page of one's own tasks and those of one's units, soonest first. */
#include "task/pages.h"

#include "base/text.h"
#include "task_task_page.h"

enum { SHOWN_MAX = 200 };

/* Whose tasks a tab shows. */
static const struct {
    const char *code, *label;
    bool is_mine, is_free, is_taken;
} tabs[] = {
    { "", SAY("Mine og ledige"), true, true, false },
    { "mine", SAY("Mine"), true, false, false },
    { "ledige", SAY("Ledige"), false, true, false },
    { "enheden", SAY("Hele enheden"), true, true, true },
};
enum { TAB_COUNT = sizeof tabs / sizeof *tabs };

static size_t tab_of(const char *code)
{
    for (size_t i = 1; i < TAB_COUNT; i++)
        if (text_is(tabs[i].code, code))
            return i;
    return 0;
}

/* A chief mentor has tasks and no cases (S87). */
static bool sees_cases(const struct request *r)
{
    return request_may(r, MAY_CASE_READ) || request_may(r, MAY_CASE_WORK) || request_may(r, MAY_GROUP_READ);
}

static struct reply show(struct request *r, struct form form)
{
    size_t tab = tab_of(request_query(r, "vis"));
    struct task_shown_list rows = task_shown_for(r->db, &(struct task_shown_for_in){
        .actor = { r->actor.id }, .is_mine = tabs[tab].is_mine, .is_free = tabs[tab].is_free, .is_taken = tabs[tab].is_taken,
        .is_of_cases = sees_cases(r), .most = SHOWN_MAX });
    struct task_tab *list = arena_array(r->arena, TAB_COUNT, sizeof *list);
    struct my_tasks_view view = {
        .lines = task_lines(r, rows.at, rows.count),
        .is_cut = rows.count == SHOWN_MAX,
        .tab = tabs[tab].code,
        .new = task_new_open(r, form, "/opgaver"),
    };
    struct page page = page_new(r);

    for (size_t i = 0; i < TAB_COUNT; i++)
        list[i] = (struct task_tab){ tabs[i].code, tabs[i].label, i == tab };
    view.tabs.at = list;
    view.tabs.count = TAB_COUNT;
    task_mine_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply my_tasks_get(struct request *r)
{
    return show(r, form_new(r));
}

struct reply my_tasks_post(struct request *r)
{
    struct form form = form_read(r);
    struct task_insert_in task;

    if (!task_new_read(r, &form, &task))
        return show(r, form);
    task_new_write(r, &task);
    return reply_see_other(r, "/opgaver");
}
