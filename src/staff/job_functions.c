/* SPDX-License-Identifier: MIT
 * job_functions.c: job functions and what each may do, and the units. What a new municipality begins with
 * is in roles.c. */
#include "staff/pages.h"
#include "staff_roles_page.h"

enum { TEXT_LENGTH_MAX = 200, CODE_LENGTH_MAX = 40 };

static bool may_write(const struct request *r)
{
    return request_may(r, MAY_STAFF_WRITE);
}

struct reply roles_get(struct request *r)
{
    struct roles_view v = { .roles = role_listed(r->db), .may_write = may_write(r) };
    struct page page = page_new(r);

    roles_page(&page, &v);
    return reply_page(&page.text);
}

/* --- one job function --- */

static struct choices permission_choices(struct arena *arena)
{
    struct choice *choices = arena_array(arena, PERMISSION_COUNT, sizeof *choices);

    for (int i = 0; i < PERMISSION_COUNT; i++)
        choices[i] = (struct choice){ permission_names[i], permission_labels[i] };
    return (struct choices){ choices, PERMISSION_COUNT };
}

static struct reply role_show(struct request *r, struct role_view *v)
{
    struct page page = page_new(r);

    v->permissions = permission_choices(r->arena);
    v->may_write = may_write(r);
    role_page(&page, v);
    return v->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply role_get(struct request *r)
{
    struct role_view v = { .form = form_new(r) };

    if (!role_load(r->db, (struct role_id){ request_id(r, "rolle") }, &v.role))
        return reply_not_found(r);
    permission_set set = role_permission_set(r->db, v.role.id);
    form_set(&v.form, "titel", v.role.title);
    for (int i = 0; i < PERMISSION_COUNT; i++)
        if (set & PERMISSION_BIT(i))
            form_add(&v.form, "maa", permission_names[i]);
    return role_show(r, &v);
}

static permission_set permissions_read(const struct form *form)
{
    permission_set set = 0;

    for (int i = 0; i < PERMISSION_COUNT; i++)
        if (form_has(form, "maa", permission_names[i]))
            set |= PERMISSION_BIT(i);
    return set;
}

/* Whoever edits roles must not lose the permission to do so by a slip: nobody could give it back. */
static bool shuts_oneself_out(struct request *r, struct role_id role, permission_set set)
{
    struct staff_role_row_list mine = staff_roles(r->db, (struct staff_id){ r->actor.id });
    permission_set rest = 0;

    for (size_t i = 0; i < mine.count; i++)
        rest |= mine.at[i].role.n == role.n ? set : role_permission_set(r->db, mine.at[i].role);
    return (rest & PERMISSION_BIT(MAY_STAFF_WRITE)) == 0;
}

struct reply role_post(struct request *r)
{
    struct role_view v = { .form = form_read(r) };

    if (!role_load(r->db, (struct role_id){ request_id(r, "rolle") }, &v.role))
        return reply_not_found(r);
    const char *title = form_text(&v.form, "titel", FORM_REQUIRED, TEXT_LENGTH_MAX);
    permission_set set = permissions_read(&v.form);
    if (shuts_oneself_out(r, v.role.id, set))
        form_error(&v.form, "maa", say(r->language, "Så kunne du ikke længere rette roller. Bed en kollega om det."));
    if (v.form.error_count > 0)
        return role_show(r, &v);

    role_set_title(r->db, title, v.role.id);
    role_set_permissions(r->db, v.role.id, set);
    request_tell(r, say_with(r->arena, r->language, "{1} er gemt. Det gælder fra næste klik.", title, NULL), NULL);
    return reply_see_other(r, "/roller");
}

/* --- units --- */

static struct reply units_show(struct request *r, struct form form)
{
    struct units_view v = { .units = unit_listed(r->db), .form = form, .may_write = may_write(r) };
    struct page page = page_new(r);

    units_page(&page, &v);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply units_get(struct request *r)
{
    return units_show(r, form_new(r));
}

/* "Jobcenter Øst" gives jobcenter_oest, by which schemes may call the unit. */
static const char *code_of_name(struct arena *arena, const char *name)
{
    char *code = text_fold(arena, name);

    for (char *c = code; *c != 0; c++)
        if (*c == ' ')
            *c = '_';
    return code;
}

struct reply units_post(struct request *r)
{
    struct form form = form_read(r);
    const char *name = form_text(&form, "navn", FORM_REQUIRED, TEXT_LENGTH_MAX);
    const char *code = form_text(&form, "kode", FORM_OPTIONAL, CODE_LENGTH_MAX);
    const char *phone = form_text(&form, "telefon", FORM_OPTIONAL, TEXT_LENGTH_MAX);

    code = code_of_name(r->arena, *code == 0 ? name : code);
    if (form.error_count == 0 && unit_by_code(r->db, code).n != 0)
        form_error(&form, "navn", say(r->language, "Der er allerede en enhed med det navn."));
    if (form.error_count > 0)
        return units_show(r, form);

    unit_insert(r->db, code, name, phone);
    request_tell(r, say_with(r->arena, r->language, "{1} er oprettet.", name, NULL), NULL);
    return reply_see_other(r, "/enheder");
}

static struct reply unit_show(struct request *r, const struct unit_view *v)
{
    struct page page = page_new(r);

    unit_page(&page, v);
    return v->form.error_count > 0 || v->is_overtaken ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply unit_get(struct request *r)
{
    struct unit_view v = { .form = form_new(r) };

    if (!unit_load(r->db, (struct unit_id){ request_id(r, "enhed") }, &v.unit))
        return reply_not_found(r);
    form_set(&v.form, "navn", v.unit.name);
    form_set(&v.form, "telefon", v.unit.phone);
    form_set_int(&v.form, "version", v.unit.version);
    return unit_show(r, &v);
}

struct reply unit_post(struct request *r)
{
    struct unit_view v = { .form = form_read(r) };

    if (!unit_load(r->db, (struct unit_id){ request_id(r, "enhed") }, &v.unit))
        return reply_not_found(r);
    const char *name = form_text(&v.form, "navn", FORM_REQUIRED, TEXT_LENGTH_MAX);
    const char *phone = form_text(&v.form, "telefon", FORM_OPTIONAL, TEXT_LENGTH_MAX);
    int64_t version = form_int(&v.form, "version", FORM_REQUIRED, 1, INT64_MAX);
    if (v.form.error_count > 0)
        return unit_show(r, &v);
    if (unit_update(r->db, name, phone, v.unit.id, version) == 0) {
        v.is_overtaken = true;
        form_set_int(&v.form, "version", v.unit.version);
        return unit_show(r, &v);
    }
    request_tell(r, say_with(r->arena, r->language, "{1} er gemt.", name, NULL), NULL);
    return reply_see_other(r, "/enheder");
}
