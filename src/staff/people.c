/* SPDX-License-Identifier: MIT
 * people.c: the list of those who log in, and the page on which an administrator makes and edits one. */
#include <string.h>

#include "base/list.h"
#include "staff/pages.h"
#include "staff/password.h"
#include "staff_people_page.h"
#include "web/session.h"

enum { TEXT_LENGTH_MAX = 200, LOGIN_LENGTH_MAX = 60 };

static bool may_write(const struct request *r)
{
    return request_may(r, MAY_STAFF_WRITE);
}

/* --- the list --- */

const char *role_words(struct request *r, const char *titles)
{
    struct text_pieces pieces = text_split(r->arena, titles == NULL ? "" : titles, ',');
    struct text words = text_new(r->arena);

    for (size_t i = 0; i < pieces.count; i++) {
        text_add(&words, i == 0 ? "" : ", ");
        text_add(&words, say(r->language, text_trim(r->arena, pieces.at[i])));
    }
    return text_done(&words);
}

/* True when each word typed begins a word of the name, the log-in, the unit or the job functions. */
static bool matches(struct arena *arena, const struct staff_listed *person, struct text_pieces words)
{
    const char *all = text_fold(arena, arena_format(arena, "%s %s %s %s %s", person->name, person->login,
                                                    person->title, person->unit_name,
                                                    person->roles == NULL ? "" : person->roles));
    const char *spaced = arena_format(arena, " %s", all);

    for (size_t i = 0; i < words.count; i++)
        if (strstr(spaced, arena_format(arena, " %s", words.at[i])) == NULL)
            return false;
    return true;
}

static struct staff_listed_list found(struct request *r, const char *typed, bool is_active, const char *sort)
{
    struct staff_listed_list all = staff_listed(r->db, is_active, sort);
    struct text_pieces words = text_split(r->arena, text_fold(r->arena, typed), ' ');
    size_t count = 0;

    for (size_t i = 0; i < all.count; i++)
        if (*typed == 0 || matches(r->arena, &all.at[i], words))
            all.at[count++] = all.at[i];
    all.count = count;
    return all;
}

struct reply people_get(struct request *r)
{
    struct page page = page_new(r);
    struct people_view v = {
        .words = text_trim(r->arena, request_query(r, "soeg")),
        .sort = request_query(r, "sorter"),
        .is_active = !text_is(request_query(r, "vis"), "tidligere"),
        .may_write = may_write(r),
        .today = r->today,
    };

    v.people = found(r, v.words, v.is_active, v.sort);
    people_page(&page, &v);
    return reply_page(&page.text);
}

/* --- one person --- */

static struct choices units(struct request *r)
{
    struct unit_row_list all = unit_all(r->db);
    struct choice *choices = arena_array(r->arena, all.count, sizeof *choices);

    for (size_t i = 0; i < all.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)all.at[i].id.n), all.at[i].name };
    return (struct choices){ choices, all.count };
}

/* Every job function in every unit, ticked where the form has it. */
static struct role_choices role_choices(struct request *r, const struct form *form)
{
    struct role_row_list roles = role_all(r->db);
    struct unit_row_list all = unit_all(r->db);
    struct role_choice *choices = arena_array(r->arena, roles.count, sizeof *choices);

    for (size_t i = 0; i < roles.count; i++) {
        choices[i] = (struct role_choice){ roles.at[i].title, { arena_array(r->arena, all.count, sizeof(struct role_unit)),
                                                                all.count } };
        for (size_t u = 0; u < all.count; u++) {
            const char *code = arena_format(r->arena, "%lld-%lld", (long long)roles.at[i].id.n,
                                            (long long)all.at[u].id.n);
            choices[i].units.at[u] = (struct role_unit){ code, all.at[u].name, form_has(form, "rolle", code) };
        }
    }
    return (struct role_choices){ choices, roles.count };
}

static struct reply show(struct request *r, struct person_view *v, bool is_again)
{
    struct page page = page_new(r);

    v->units = units(r);
    v->roles = role_choices(r, &v->form);
    v->path = v->id.n == 0 ? "/medarbejdere/ny" : arena_format(r->arena, "/medarbejdere/%lld", (long long)v->id.n);
    person_page(&page, v);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* A unit of ours, or n = 0 with a message. */
static struct unit_id unit_read(struct request *r, struct form *form)
{
    struct unit_row unit;
    int64_t id = form_int(form, "enhed", FORM_REQUIRED, 1, INT64_MAX);

    if (id > 0 && unit_load(r->db, (struct unit_id){ id }, &unit))
        return unit.id;
    if (id > 0)
        form_error(form, "enhed", say(r->language, "Vælg en af mulighederne."));
    return (struct unit_id){ 0 };
}

struct role_list {
    struct role_in_unit *at;
    size_t count;
};

/* The ticks that are pairs of a role and a unit of ours; anything else was not sent by our page. */
static struct role_list roles_read(struct request *r, struct form *form)
{
    struct text_pieces given = form_all(form, "rolle");
    struct role_row role;
    struct unit_row unit;
    LIST_OF(struct role_in_unit) list = { 0 };

    for (size_t i = 0; i < given.count; i++) {
        struct text_pieces pair = text_split(r->arena, given.at[i], '-');
        int64_t role_number, unit_number;
        if (pair.count == 2 && text_to_int(pair.at[0], &role_number) && text_to_int(pair.at[1], &unit_number)
            && role_load(r->db, (struct role_id){ role_number }, &role)
            && unit_load(r->db, (struct unit_id){ unit_number }, &unit))
            *LIST_ADD(r->arena, &list) = (struct role_in_unit){ role.id, unit.id };
    }
    return (struct role_list){ list.at, list.count };
}

struct person_typed {
    struct staff_insert_in row;
    const char *password; /* "" for unchanged. */
    bool is_active;
    int64_t version;
    struct role_list roles;
};

static struct person_typed person_read(struct request *r, struct form *form, struct staff_id id)
{
    struct staff_secret known;
    struct person_typed typed = {
        .row = {
            .login = text_fold(r->arena, form_text(form, "brugernavn", FORM_REQUIRED, LOGIN_LENGTH_MAX)),
            .name = form_text(form, "navn", FORM_REQUIRED, TEXT_LENGTH_MAX),
            .title = form_text(form, "titel", FORM_OPTIONAL, TEXT_LENGTH_MAX),
            .phone = form_text(form, "telefon", FORM_OPTIONAL, TEXT_LENGTH_MAX),
            .email = form_text(form, "mail", FORM_OPTIONAL, TEXT_LENGTH_MAX),
            .unit = unit_read(r, form),
        },
        .password = form_text(form, "adgangskode", id.n == 0 ? FORM_REQUIRED : FORM_OPTIONAL, TEXT_LENGTH_MAX),
        .is_active = id.n == 0 || form_flag(form, "aktiv"),
        .version = id.n == 0 ? 0 : form_int(form, "version", FORM_REQUIRED, 1, INT64_MAX),
        .roles = roles_read(r, form),
    };
    const char *weak = *typed.password == 0 ? NULL : password_too_weak(typed.password, typed.row.login);

    if (weak != NULL)
        form_error(form, "adgangskode", say(r->language, weak));
    if (*typed.row.login != 0 && staff_for_login(r->db, typed.row.login, &known) && known.id.n != id.n)
        form_error(form, "brugernavn", say(r->language, "Brugernavnet er taget."));
    if (id.n == r->actor.id && !typed.is_active)
        form_error(form, "aktiv", say(r->language, "Du kan ikke lukke for dig selv. Bed en kollega om det."));
    return typed;
}

struct reply person_new_get(struct request *r)
{
    struct person_view v = { .form = form_new(r), .name = say(r->language, "Ny medarbejder") };

    form_set(&v.form, "aktiv", "1");
    return show(r, &v, false);
}

struct reply person_new_post(struct request *r)
{
    struct person_view v = { .form = form_read(r), .name = say(r->language, "Ny medarbejder") };
    struct person_typed typed = person_read(r, &v.form, v.id);

    if (v.form.error_count > 0)
        return show(r, &v, true);
    struct staff_id staff = staff_add(r->db, &typed.row, typed.password, NULL);
    staff_set_roles(r->db, staff, typed.roles.at, typed.roles.count);
    request_tell(r, say_with(r->arena, r->language, "{1} kan nu logge ind.", typed.row.name, NULL), NULL);
    return reply_see_other(r, "/medarbejdere");
}

static void fill(struct request *r, struct form *form, const struct staff_row *row)
{
    struct staff_role_row_list roles = staff_roles(r->db, row->id);

    form_set(form, "brugernavn", row->login);
    form_set(form, "navn", row->name);
    form_set(form, "titel", row->title);
    form_set(form, "telefon", row->phone);
    form_set(form, "mail", row->email);
    form_set_int(form, "enhed", row->unit.n);
    form_set(form, "aktiv", row->is_active ? "1" : "");
    form_set_int(form, "version", row->version);
    for (size_t i = 0; i < roles.count; i++)
        form_add(form, "rolle", arena_format(r->arena, "%lld-%lld", (long long)roles.at[i].role.n,
                                             (long long)roles.at[i].unit.n));
}

struct reply person_get(struct request *r)
{
    struct person_view v = { .form = form_new(r), .id = { request_id(r, "medarbejder") } };
    struct staff_row row;

    if (!staff_load(r->db, v.id, &row))
        return reply_not_found(r);
    v.name = row.name;
    fill(r, &v.form, &row);
    return show(r, &v, false);
}

/* Writes all of it; false when somebody else was first. */
static bool store(struct request *r, struct staff_id id, const struct person_typed *typed)
{
    struct staff_update_in row = {
        .name = typed->row.name, .title = typed->row.title, .phone = typed->row.phone, .email = typed->row.email,
        .unit = typed->row.unit, .is_active = typed->is_active, .id = id, .version = typed->version,
    };

    if (staff_update(r->db, &row) == 0)
        return false;
    staff_set_login(r->db, typed->row.login, id);
    staff_set_roles(r->db, id, typed->roles.at, typed->roles.count);
    if (*typed->password != 0)
        staff_set_password(r->db, password_hash(r->arena, typed->password), id);
    if ((!typed->is_active || *typed->password != 0) && id.n != r->actor.id)
        session_end_all(r->db, (struct actor){ ACTOR_STAFF, id.n, 0 });
    return true;
}

struct reply person_post(struct request *r)
{
    struct person_view v = { .form = form_read(r), .id = { request_id(r, "medarbejder") } };

    if (!staff_load(r->db, v.id, &v.now))
        return reply_not_found(r);
    struct person_typed typed = person_read(r, &v.form, v.id);
    v.name = v.now.name;
    if (v.form.error_count > 0)
        return show(r, &v, true);
    if (!store(r, v.id, &typed)) {
        v.is_overtaken = true;
        form_set_int(&v.form, "version", v.now.version);
        return show(r, &v, true);
    }
    request_tell(r, say_with(r->arena, r->language, "{1} er gemt.", typed.row.name, NULL), NULL);
    return reply_see_other(r, "/medarbejdere");
}
