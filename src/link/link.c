/* SPDX-License-Identifier: MIT
 * link.c: making, finding and withdrawing links. */
#include "link/link.h"

#include <sodium.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"

enum { SECRET_BYTES = 32, HASH_BYTES = 32 };

const char *const link_purpose_codes[LINK_PURPOSE_COUNT + 1] = {
    [LINK_EMPLOYER] = "employer", [LINK_EVALUATION] = "evaluation", [LINK_SURVEY] = "survey",
};
const char *const link_state_codes[LINK_STATE_COUNT + 1] = {
    [LINK_OPEN] = "open", [LINK_EXPIRED] = "expired", [LINK_WITHDRAWN] = "withdrawn",
};
const int link_days[LINK_PURPOSE_COUNT] = { [LINK_EMPLOYER] = 90, [LINK_EVALUATION] = 21, [LINK_SURVEY] = 42 };

static const char *hex(struct arena *arena, const unsigned char *bytes, size_t length)
{
    char *text = arena_alloc(arena, length * 2 + 1);

    return sodium_bin2hex(text, length * 2 + 1, bytes, length);
}

static const char *hash_of(struct arena *arena, const unsigned char secret[SECRET_BYTES])
{
    unsigned char hash[HASH_BYTES];

    crypto_generichash(hash, sizeof hash, secret, SECRET_BYTES, NULL, 0);
    return hex(arena, hash, sizeof hash);
}

static struct staff_id staff_acting(struct db *db)
{
    check(db_actor(db).kind == ACTOR_STAFF);
    return (struct staff_id){ db_actor(db).id };
}

struct link_made link_make(struct db *db, const struct link_wish *wish)
{
    unsigned char secret[SECRET_BYTES];
    struct arena *arena = db_arena(db);
    day last = wish->last_day != DAY_NONE ? wish->last_day : db_today(db) + link_days[wish->purpose];

    check(sodium_init() >= 0);
    randombytes_buf(secret, sizeof secret);
    struct link_made made = {
        .id = link_insert(db, &(struct link_insert_in){
            .secret_hash = hash_of(arena, secret), .purpose = link_purpose_codes[wish->purpose],
            .company = wish->company, .placement = wish->placement, .subject = wish->subject,
            .contact = wish->contact, .made_by = staff_acting(db), .made_at = db_now(db), .expires_at = day_end(last),
        }),
        .path = arena_format(arena, "/v/%s", hex(arena, secret, sizeof secret)),
    };
    sodium_memzero(secret, sizeof secret);
    return made;
}

bool link_withdraw(struct db *db, struct link_id link, struct company_id company)
{
    return link_set_withdrawn(db, db_now(db), staff_acting(db), link, company) == 1;
}

enum link_state link_state_of(const struct link_row *link, instant now)
{
    if (link->withdrawn_at != INSTANT_NONE)
        return LINK_WITHDRAWN;
    return now > link->expires_at ? LINK_EXPIRED : LINK_OPEN;
}

static bool secret_read(const char *text, unsigned char secret[SECRET_BYTES])
{
    size_t length = 0;

    return strlen(text) == SECRET_BYTES * 2 &&
           sodium_hex2bin(secret, SECRET_BYTES, text, SECRET_BYTES * 2, NULL, &length, NULL) == 0 &&
           length == SECRET_BYTES;
}

bool link_is_for(const struct link_row *link, enum link_purpose purpose)
{
    return text_is(link->purpose, link_purpose_codes[purpose]);
}

bool link_open(struct request *r, struct link_row *link)
{
    unsigned char secret[SECRET_BYTES];

    if (!secret_read(request_parameter(r, "secret"), secret) || !link_find(r->db, hash_of(r->arena, secret), link) ||
        link_state_of(link, r->now) != LINK_OPEN)
        return false;
    r->actor = (struct actor){ ACTOR_COMPANY, link->id.n, PERMISSION_SET_LINK };
    db_set_actor(r->db, r->actor);
    return true;
}

void link_note_use(struct request *r, const struct link_row *link)
{
    link_set_used(r->db, r->now, link->id);
}
