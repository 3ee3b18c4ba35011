/* SPDX-License-Identifier: MIT
 * factor.c: the second factor on and off. The secret stays in the form until a code of it was right, so
 * that nobody is shut out by an app that never got it. */
#include "staff/pages.h"
#include "staff/password.h"
#include "staff_profile_page.h"

enum { CODE_LENGTH_MAX = 20, PASSWORD_LENGTH_MAX = 200, SECRET_TEXT_MAX = 80 };

/* "JBSW Y3DP ...": four and four, as it is typed. */
static const char *in_fours(struct arena *arena, const char *secret)
{
    struct text text = text_new(arena);

    for (size_t i = 0; secret[i] != 0; i++) {
        if (i > 0 && i % 4 == 0)
            text_add_char(&text, ' ');
        text_add_char(&text, secret[i]);
    }
    return text_done(&text);
}

static struct reply show(struct request *r, struct form form)
{
    struct factor_view v = { .form = form, .secret = in_fours(r->arena, form_value(&form, "noegle")) };
    struct page page = page_new(r);

    factor_page(&page, &v);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply factor_get(struct request *r)
{
    uint8_t secret[TOTP_SECRET_LENGTH];
    struct form form = form_new(r);

    if (r->actor.kind != ACTOR_STAFF)
        return reply_not_found(r);
    totp_secret_new(secret);
    form_set(&form, "noegle", totp_base32(r->arena, secret, sizeof secret));
    return show(r, form);
}

struct reply factor_post(struct request *r)
{
    struct form form = form_read(r);
    struct bytes secret = totp_base32_read(r->arena, form_text(&form, "noegle", FORM_REQUIRED, SECRET_TEXT_MAX));
    const char *code = form_text(&form, "kode", FORM_REQUIRED, CODE_LENGTH_MAX);

    if (r->actor.kind != ACTOR_STAFF || secret.length != TOTP_SECRET_LENGTH)
        return reply_not_found(r);
    int64_t step = form.error_count > 0 ? 0 : totp_step(secret.at, secret.length, code, r->now, 0);
    if (step == 0)
        form_error(&form, "kode", say(r->language, "Koden passer ikke. Vent på den næste i appen."));
    if (form.error_count > 0)
        return show(r, form);

    staff_set_totp(r->db, secret, step, (struct staff_id){ r->actor.id });
    request_tell(r, say(r->language, "Koden er slået til. Næste gang du logger ind, skal du bruge den."), NULL);
    return reply_see_other(r, "/min-profil");
}

/* Off again, by somebody who knows the password: an unlocked screen is not enough. */
struct reply factor_off_post(struct request *r)
{
    struct form form = form_read(r);
    const char *password = form_text(&form, "kode_adgangskode", FORM_REQUIRED, PASSWORD_LENGTH_MAX);
    struct staff_row me;
    struct staff_secret secret;

    if (r->actor.kind != ACTOR_STAFF || !staff_load(r->db, (struct staff_id){ r->actor.id }, &me) ||
        !staff_for_login(r->db, me.login, &secret))
        return reply_not_found(r);
    if (!password_matches(secret.password_hash, password)) {
        request_tell(r, say(r->language, "Adgangskoden passer ikke. Koden er stadig slået til."), NULL);
        return reply_see_other(r, "/min-profil");
    }
    staff_set_totp(r->db, (struct bytes){ 0 }, 0, me.id);
    request_tell(r, say(r->language, "Koden er slået fra."), NULL);
    return reply_see_other(r, "/min-profil");
}
