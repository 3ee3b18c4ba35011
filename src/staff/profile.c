/* SPDX-License-Identifier: MIT
 * profile.c: "Min profil", what everybody may change about themselves. The second factor has a page of
 * its own, factor.c. */
#include "engine/obligation.h"
#include "staff/pages.h"
#include "staff/password.h"
#include "staff_profile_page.h"

enum { NAME_LENGTH_MAX = 200, PASSWORD_LENGTH_MAX = 200 };

static struct staff_id self(const struct request *r)
{
    return (struct staff_id){ r->actor.id };
}

static struct choices colleagues(struct request *r)
{
    struct staff_row_list all = staff_colleagues(r->db, self(r));
    struct choice *choices = arena_array(r->arena, all.count, sizeof *choices);

    for (size_t i = 0; i < all.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)all.at[i].id.n), all.at[i].name };
    return (struct choices){ choices, all.count };
}

/* Everything as it is stored; a form that was posted takes its place afterwards. */
static bool load(struct request *r, struct profile_view *v)
{
    struct staff_secret secret;

    if (r->actor.kind != ACTOR_STAFF || !staff_load(r->db, self(r), &v->me))
        return false;
    staff_for_login(r->db, v->me.login, &secret);
    v->has_factor = secret.totp_secret.length > 0;
    v->roles = staff_roles(r->db, self(r));
    v->sees_staff = request_may(r, MAY_STAFF_READ);
    v->sees_log = request_may(r, MAY_ACCESS_LOG_READ);
    v->colleagues = colleagues(r);
    v->self = v->keys = v->password = v->factor = v->absence = form_new(r);
    form_set(&v->self, "navn", v->me.name);
    form_set(&v->self, "titel", v->me.title);
    form_set(&v->self, "telefon", v->me.phone);
    form_set(&v->self, "mail", v->me.email);
    form_set(&v->keys, "bogstaver", v->me.has_keys_off ? "" : "1");
    form_set_day(&v->absence, "fra", v->me.away_from_day);
    form_set_day(&v->absence, "til", v->me.away_to_day);
    form_set(&v->absence, "stedfortraeder",
             v->me.deputy.n == 0 ? "" : arena_format(r->arena, "%lld", (long long)v->me.deputy.n));
    return true;
}

static struct reply show(struct request *r, const struct profile_view *v, bool is_wrong)
{
    struct page page = page_new(r);

    profile_page(&page, v);
    return is_wrong ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply saved(struct request *r, const char *message)
{
    request_tell(r, say(r->language, message), NULL);
    return reply_see_other(r, "/min-profil");
}

struct reply profile_get(struct request *r)
{
    struct profile_view v = { 0 };

    return load(r, &v) ? show(r, &v, false) : reply_not_found(r);
}

struct reply profile_self_post(struct request *r)
{
    struct profile_view v = { 0 };

    if (!load(r, &v))
        return reply_not_found(r);
    v.self = form_read(r);
    const char *name = form_text(&v.self, "navn", FORM_REQUIRED, NAME_LENGTH_MAX);
    const char *title = form_text(&v.self, "titel", FORM_OPTIONAL, NAME_LENGTH_MAX);
    const char *phone = form_text(&v.self, "telefon", FORM_OPTIONAL, NAME_LENGTH_MAX);
    const char *email = form_text(&v.self, "mail", FORM_OPTIONAL, NAME_LENGTH_MAX);
    if (v.self.error_count > 0)
        return show(r, &v, true);

    staff_set_own(r->db, name, title, phone, email, self(r));
    return saved(r, SAY("Dine oplysninger er gemt."));
}

struct reply profile_keys_post(struct request *r)
{
    struct form form = form_read(r);
    bool has_letters = form_flag(&form, "bogstaver");

    if (r->actor.kind != ACTOR_STAFF)
        return reply_not_found(r);
    staff_set_keys(r->db, !has_letters, self(r));
    return saved(r, has_letters ? SAY("Bogstavtasterne er slået til.") : SAY("Bogstavtasterne er slået fra."));
}

/* The new password, or "" with a message where it stands. */
static const char *new_password(struct request *r, struct form *form, const struct staff_row *me)
{
    struct staff_secret secret;
    const char *before = form_text(form, "gammel_adgangskode", FORM_REQUIRED, PASSWORD_LENGTH_MAX);
    const char *password = form_text(form, "ny_adgangskode", FORM_REQUIRED, PASSWORD_LENGTH_MAX);
    const char *again = form_text(form, "ny_adgangskode_igen", FORM_REQUIRED, PASSWORD_LENGTH_MAX);

    if (form->error_count > 0)
        return "";
    const char *weak = password_too_weak(password, me->login);
    if (weak != NULL)
        form_error(form, "ny_adgangskode", say(r->language, weak));
    if (!text_is(password, again))
        form_error(form, "ny_adgangskode_igen", say(r->language, "De to adgangskoder er ikke ens."));
    if (!staff_for_login(r->db, me->login, &secret) || !password_matches(secret.password_hash, before))
        form_error(form, "gammel_adgangskode", say(r->language, "Den nuværende adgangskode passer ikke."));
    return password;
}

struct reply profile_password_post(struct request *r)
{
    struct profile_view v = { 0 };

    if (!load(r, &v))
        return reply_not_found(r);
    v.password = form_read(r);
    const char *password = new_password(r, &v.password, &v.me);
    if (v.password.error_count > 0)
        return show(r, &v, true);

    staff_set_own_password(r->db, password_hash(r->arena, password), self(r));
    return saved(r, SAY("Adgangskoden er skiftet."));
}

/* One of the colleagues, or n = 0. */
static struct staff_id deputy_read(struct request *r, struct form *form, struct choices colleagues_there)
{
    const char *value = form_value(form, "stedfortraeder");
    int64_t id = 0;

    for (size_t i = 0; i < colleagues_there.count; i++)
        if (text_is(colleagues_there.at[i].code, value) && text_to_int(value, &id))
            return (struct staff_id){ id };
    if (*value != 0)
        form_error(form, "stedfortraeder", say(r->language, "Vælg en af mulighederne."));
    return (struct staff_id){ 0 };
}

struct reply profile_absence_post(struct request *r)
{
    struct profile_view v = { 0 };

    if (!load(r, &v))
        return reply_not_found(r);
    v.absence = form_read(r);
    day from = form_day(&v.absence, "fra", FORM_OPTIONAL), to = form_day(&v.absence, "til", FORM_OPTIONAL);
    struct staff_id deputy = deputy_read(r, &v.absence, v.colleagues);
    if (to != DAY_NONE && from == DAY_NONE)
        form_error(&v.absence, "fra", say(r->language, "Skriv, hvornår fraværet begynder."));
    if (to != DAY_NONE && to < from)
        form_error(&v.absence, "til", say(r->language, "Den sidste dag ligger før den første."));
    if (v.absence.error_count > 0)
        return show(r, &v, true);

    staff_set_absence(r->db, deputy, from, to, self(r));
    obligation_touch_staff(r->db, self(r).n);
    return saved(r, from == DAY_NONE ? SAY("Der står intet fravær.") : SAY("Fraværet er gemt."));
}
