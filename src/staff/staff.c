/* SPDX-License-Identifier: MIT
 * staff.c: logging in, and what a person may do. Pages are in pages.c. */
#include "staff/staff.h"

#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "engine/obligation.h"
#include "staff/password.h"
#include "staff/roles.h"
#include "web/session.h"

enum {
    FAILURES_FREE = 3,         /* Wrong passwords before the door closes at all. */
    LOCK_SECONDS_FIRST = 60,   /* Then 1, 2, 4 ... minutes. */
    LOCK_SECONDS_MAX = 60 * 60,
};

/* How long the door stays closed after `failures` wrong ones in a row. */
static instant lock_seconds(int64_t failures)
{
    instant seconds = LOCK_SECONDS_FIRST;

    if (failures <= FAILURES_FREE)
        return 0;
    for (int64_t i = FAILURES_FREE + 1; i < failures && seconds < LOCK_SECONDS_MAX; i++)
        seconds *= 2;
    return seconds < LOCK_SECONDS_MAX ? seconds : LOCK_SECONDS_MAX;
}

/* Counts the try as a wrong one before the password is looked at, so that tries at the same moment are no
 * more than one. False when another was first. */
static bool count_try(struct db *db, const struct staff_secret *secret, instant *until)
{
    instant wait = lock_seconds(secret->failed_count + 1);

    *until = wait == 0 ? INSTANT_NONE : db_now(db) + wait;
    return staff_count_try(db, *until, secret->id, secret->failed_count) == 1;
}

/* The second factor of somebody whose password was right. `step` is the one to remember. */
static enum login_why try_code(struct db *db, const struct staff_secret *secret, const char *code, int64_t *step)
{
    *step = secret->totp_last;
    if (secret->totp_secret.length == 0)
        return LOGIN_FINE;
    if (*code == 0) {
        staff_return_try(db, secret->failed_count, secret->locked_until_at, secret->id);
        return LOGIN_CODE;
    }
    *step = totp_step(secret->totp_secret.at, secret->totp_secret.length, code, db_now(db), secret->totp_last);
    return *step == 0 ? LOGIN_CODE : LOGIN_FINE;
}

struct login_verdict staff_log_in(struct db *db, const char *login, const char *password, const char *code)
{
    struct staff_secret secret;
    struct login_verdict verdict = { .why = LOGIN_WRONG };
    int64_t step;

    if (!staff_for_login(db, login, &secret)) {
        password_matches("", password);
        return verdict;
    }
    if (secret.locked_until_at != INSTANT_NONE && secret.locked_until_at > db_now(db))
        return (struct login_verdict){ .why = LOGIN_LOCKED, .until = secret.locked_until_at };
    if (!count_try(db, &secret, &verdict.until))
        return (struct login_verdict){ .why = LOGIN_LOCKED, .until = db_now(db) };
    if (!password_matches(secret.password_hash, password) || !secret.is_active)
        return verdict;
    verdict.why = try_code(db, &secret, code, &step);
    if (verdict.why != LOGIN_FINE)
        return verdict;
    staff_note_success(db, step, secret.id);
    return (struct login_verdict){
        .why = LOGIN_FINE,
        .actor = { ACTOR_STAFF, secret.id.n, staff_permission_set(db, secret.id) },
        .name = secret.name,
    };
}

static void load_roles(struct db *db)
{
    for (size_t i = 0; i < role_template_count; i++) {
        const struct role_template *template = &role_templates[i];
        struct role_id role = role_insert(db, template->code, template->title);

        for (int permission = 0; permission < PERMISSION_COUNT; permission++)
            if (template->permissions & PERMISSION_BIT(permission))
                role_permission_insert(db, role, permission_names[permission]);
    }
}

void staff_found(struct db *db)
{
    if (role_all(db).count == 0)
        load_roles(db);
    if (unit_all(db).count > 0)
        return;
    unit_insert(db, "integration", "Integrationsenheden", "");
    unit_insert(db, "kompetence", "Kompetencegruppen for Integration", "");
}

static permission_set set_of(struct staff_permission_list names)
{
    permission_set set = 0;

    for (size_t i = 0; i < names.count; i++)
        for (int permission = 0; permission < PERMISSION_COUNT; permission++)
            if (text_is(permission_names[permission], names.at[i].permission))
                set |= PERMISSION_BIT(permission);
    return set;
}

permission_set staff_permission_set(struct db *db, struct staff_id staff)
{
    return set_of(staff_permissions(db, staff));
}

permission_set role_permission_set(struct db *db, struct role_id role)
{
    return set_of(role_permissions(db, role));
}

/* What sessions that run may do follows the roles at once. */
static void refresh_sessions(struct db *db, struct staff_id staff)
{
    session_change_permissions(db, (struct actor){ ACTOR_STAFF, staff.n, staff_permission_set(db, staff) });
}

void staff_set_roles(struct db *db, struct staff_id staff, const struct role_in_unit *roles, size_t count)
{
    /* Before and after: what was hers by a role is somebody else's now, and the other way round. */
    obligation_touch_staff(db, staff.n);
    staff_roles_delete(db, staff);
    for (size_t i = 0; i < count; i++)
        staff_role_insert(db, staff, roles[i].role, roles[i].unit);
    obligation_touch_staff(db, staff.n);
    refresh_sessions(db, staff);
}

void role_set_permissions(struct db *db, struct role_id role, permission_set permissions)
{
    struct staff_of_role_list people = staff_of_role(db, role);

    role_permission_delete(db, role);
    for (int permission = 0; permission < PERMISSION_COUNT; permission++)
        if (permissions & PERMISSION_BIT(permission))
            role_permission_insert(db, role, permission_names[permission]);
    for (size_t i = 0; i < people.count; i++)
        refresh_sessions(db, people.at[i].staff);
}

struct staff_id staff_add(struct db *db, const struct staff_insert_in *person, const char *password,
                          const char *role_code)
{
    struct staff_id staff = staff_insert(db, person);
    struct role_id role = role_code == NULL ? (struct role_id){ 0 } : role_by_code(db, role_code);

    if (role.n != 0)
        staff_role_insert(db, staff, role, person->unit);
    if (password != NULL)
        staff_set_password(db, password_hash(db_arena(db), password), staff);
    return staff;
}
