/* SPDX-License-Identifier: MIT
 * new.c: two clicks from the citizen's page: the consultant is chosen beforehand, the words may stay empty. */
#include "base/text.h"
#include "casefile/casefile.h"
#include "errand/pages.h"
#include "errand_new_page.h"
#include "staff_sql.h"

enum { WORDS_MAX = 1000 };
static const char role[] = "company_consultant";

static struct choice choice_of(struct request *r, struct staff_id id, const char *name)
{
    return (struct choice){ arena_format(r->arena, "%lld", (long long)id.n), name };
}

/* The citizen's own consultant first, then those of her unit; those of all units when there is none. */
static struct choices consultants_of(struct request *r, const struct citizen_row *citizen)
{
    struct team_row_list team = casefile_team(r->db, citizen->id);
    struct staff_row_list staff = staff_with_role(r->db, role, citizen->unit);

    if (staff.count == 0)
        staff = staff_with_role(r->db, role, (struct unit_id){ 0 });
    struct choice *list = arena_array(r->arena, team.count + staff.count, sizeof *list);
    size_t count = 0;
    int64_t own = 0;
    for (size_t i = 0; i < team.count; i++)
        if (text_is(team.at[i].role, role)) {
            own = team.at[i].staff.n;
            list[count++] = choice_of(r, team.at[i].staff, team.at[i].name);
        }
    for (size_t i = 0; i < staff.count; i++)
        if (staff.at[i].id.n != own)
            list[count++] = choice_of(r, staff.at[i].id, staff.at[i].name);
    return (struct choices){ list, count };
}

static bool view_load(struct request *r, struct errand_new_view *view)
{
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view->citizen))
        return false;
    view->consultants = consultants_of(r, &view->citizen);
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

/* The consultant chosen, when it is one of the choices. */
static struct staff_id consultant_read(struct form *form, struct choices choices)
{
    const char *code = form_text(form, "hvem", FORM_REQUIRED, WORDS_MAX);
    int64_t number = 0;

    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code) && text_to_int(code, &number))
            return (struct staff_id){ number };
    if (*code != 0)
        form_error(form, "hvem", say(form->request->language, "Vælg en af dem."));
    return (struct staff_id){ 0 };
}

struct reply errand_new_post(struct request *r)
{
    struct errand_new_view view = { .form = form_read(r) };
    struct staff_row staff;

    if (!view_load(r, &view))
        return reply_not_found(r);
    struct errand_wish wish = {
        .citizen = view.citizen.id,
        .consultant = consultant_read(&view.form, view.consultants),
        .words = form_text(&view.form, "ord", FORM_OPTIONAL, WORDS_MAX),
        .wished_at = form_instant(&view.form, "oensket", FORM_REQUIRED),
    };
    if (view.form.error_count == 0 && wish.wished_at > r->now)
        form_error(&view.form, "oensket", say(r->language, "Det er ikke sket endnu."));
    if (view.form.error_count > 0 || !staff_load(r->db, wish.consultant, &staff))
        return show(r, &view);
    struct errand_id errand = errand_ask(r->db, &wish);
    request_tell(r, say_with(r->arena, r->language, SAY("{1} er bedt om at finde en praktik."), staff.name, NULL),
                 arena_format(r->arena, "/find-praktik/%lld/tilbage", (long long)errand.n));
    return reply_see_other(r, "/borger/%lld", (long long)view.citizen.id.n);
}
