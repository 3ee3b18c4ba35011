/* SPDX-License-Identifier: MIT
 * new.c: two clicks from the citizen's page: the consultant is chosen beforehand, the words may stay empty. */
#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "errand/pages.h"
#include "errand_new_page.h"
#include "staff_sql.h"

enum { WORDS_MAX = 1000 };

/* Who finds places, by what they do; the first is the one that schemes name. */
static const char *const finders[] = { "company_consultant", "employment_consultant" };
enum { FINDERS = sizeof finders / sizeof *finders };

static void add(struct request *r, struct finder_list *list, struct staff_id staff, const char *name, const char *role)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].staff.n == staff.n)
            return;
    *LIST_ADD(r->arena, list) = (struct finder){ staff, name, role };
}

static void add_all(struct request *r, struct finder_list *list, struct unit_id unit)
{
    for (int k = 0; k < FINDERS; k++) {
        struct staff_row_list staff = staff_with_role(r->db, finders[k], unit);
        for (size_t i = 0; i < staff.count; i++)
            add(r, list, staff.at[i].id, staff.at[i].name, finders[k]);
    }
}

/* Those on the citizen's team first, then those of her unit; those of all units when there is none. */
static struct finder_list finders_of(struct request *r, const struct citizen_row *citizen)
{
    struct team_row_list team = casefile_team(r->db, citizen->id);
    struct finder_list list = { 0 };

    for (int k = 0; k < FINDERS; k++)
        for (size_t i = 0; i < team.count; i++)
            if (text_is(team.at[i].role, finders[k]))
                add(r, &list, team.at[i].staff, team.at[i].name, finders[k]);
    add_all(r, &list, citizen->unit);
    if (list.count == 0)
        add_all(r, &list, (struct unit_id){ 0 });
    return list;
}

static struct choices choices_of(struct request *r, const struct finder_list *list)
{
    struct choice *choices = arena_array(r->arena, list->count, sizeof *choices);

    for (size_t i = 0; i < list->count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)list->at[i].staff.n), list->at[i].name };
    return (struct choices){ choices, list->count };
}

static bool view_load(struct request *r, struct errand_new_view *view)
{
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view->citizen))
        return false;
    view->finders = finders_of(r, &view->citizen);
    view->consultants = choices_of(r, &view->finders);
    view->open = errands_of_citizen(r->db, view->citizen.id);
    return true;
}

static struct reply show(struct request *r, const struct errand_new_view *view)
{
    struct page page = page_new(r);

    errand_new_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply errand_new_get(struct request *r)
{
    struct errand_new_view view = { .form = form_new(r) };

    if (!view_load(r, &view))
        return reply_not_found(r);
    if (view.consultants.count > 0)
        form_set(&view.form, "hvem", view.consultants.at[0].code);
    form_set_instant(&view.form, "oensket", r->now);
    return show(r, &view);
}

/* Whoever was chosen, when it is one of the choices; else staff n = 0. */
static struct finder finder_read(const struct errand_new_view *view, struct form *form)
{
    const char *code = form_text(form, "hvem", FORM_REQUIRED, WORDS_MAX);

    for (size_t i = 0; i < view->finders.count; i++)
        if (text_is(view->consultants.at[i].code, code))
            return view->finders.at[i];
    if (*code != 0)
        form_error(form, "hvem", say(form->request->language, "Vælg en af dem."));
    return (struct finder){ 0 };
}

struct reply errand_new_post(struct request *r)
{
    struct errand_new_view view = { .form = form_read(r) };

    if (!view_load(r, &view))
        return reply_not_found(r);
    struct finder finder = finder_read(&view, &view.form);
    struct errand_wish wish = {
        .citizen = view.citizen.id,
        .consultant = finder.staff,
        .role = finder.role,
        .words = form_text(&view.form, "ord", FORM_OPTIONAL, WORDS_MAX),
        .wished_at = form_instant(&view.form, "oensket", FORM_REQUIRED),
    };
    if (view.form.error_count == 0 && wish.wished_at > r->now)
        form_error(&view.form, "oensket", say(r->language, "Det er ikke sket endnu."));
    if (view.form.error_count > 0)
        return show(r, &view);
    struct errand_id errand = errand_ask(r->db, &wish);
    request_tell(r, say_with(r->arena, r->language, SAY("{1} er bedt om at finde en praktik."), finder.name, NULL),
                 arena_format(r->arena, "/find-praktik/%lld/tilbage", (long long)errand.n));
    return reply_see_other(r, "/borger/%lld", (long long)view.citizen.id.n);
}
