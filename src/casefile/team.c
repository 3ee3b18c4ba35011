/* SPDX-License-Identifier: MIT
 * team.c: the page of the team around a citizen. */
#include "casefile/pages.h"

#include "casefile_case_page.h"
#include "staff/staff.h"

static struct choices role_choices(struct request *r)
{
    struct role_row_list roles = role_all(r->db);
    struct choice *choices = arena_array(r->arena, roles.count, sizeof *choices);

    for (size_t i = 0; i < roles.count; i++)
        choices[i] = (struct choice){ roles.at[i].code, roles.at[i].title };
    return (struct choices){ choices, roles.count };
}

static struct choices staff_choices(struct request *r)
{
    struct staff_row_list staff = staff_active(r->db);
    struct choice *choices = arena_array(r->arena, staff.count, sizeof *choices);

    for (size_t i = 0; i < staff.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)staff.at[i].id.n), staff.at[i].name };
    return (struct choices){ choices, staff.count };
}

static struct reply show(struct request *r, struct team_view *view)
{
    struct page page = page_new(r);

    view->team = casefile_team(r->db, view->of.citizen.id);
    view->roles = role_choices(r);
    view->staff = staff_choices(r);
    team_page(&page, view);
    return view->of.form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply team_get(struct request *r)
{
    struct team_view view = { 0 };

    return case_open(r, "team", &view.of) ? show(r, &view) : reply_not_found(r);
}

struct reply team_post(struct request *r)
{
    struct team_view view = { 0 };
    struct staff_row staff;

    if (!case_open(r, "team", &view.of))
        return reply_not_found(r);
    const char *role = form_text(&view.of.form, "rolle", FORM_REQUIRED, 60);
    int64_t who = form_int(&view.of.form, "hvem", FORM_REQUIRED, 1, INT64_MAX);
    bool is_there = view.of.form.error_count == 0 && role_by_code(r->db, role).n != 0 &&
                    staff_load(r->db, (struct staff_id){ who }, &staff) && staff.is_active;
    if (view.of.form.error_count == 0 && !is_there)
        form_error(&view.of.form, "hvem", say(r->language, "Vælg en rolle og en medarbejder."));
    if (view.of.form.error_count > 0)
        return show(r, &view);
    casefile_put_on_team(r->db, view.of.citizen.id, role, staff.id);
    request_tell(r, say_with(r->arena, r->language, SAY("{1} er nu på holdet."), staff.name, NULL), NULL);
    return reply_see_other(r, "%s", view.of.path);
}

struct reply team_off_post(struct request *r)
{
    struct team_view view = { 0 };

    if (!case_open(r, "team", &view.of))
        return reply_not_found(r);
    struct team_row_list team = casefile_team(r->db, view.of.citizen.id);
    for (size_t i = 0; i < team.count; i++)
        if (team.at[i].id.n == request_id(r, "plads")) {
            casefile_take_off_team(r->db, view.of.citizen.id, &team.at[i]);
            request_tell(r, say_with(r->arena, r->language, SAY("{1} er taget af holdet."), team.at[i].name, NULL), NULL);
            return reply_see_other(r, "%s", view.of.path);
        }
    return reply_not_found(r);
}
