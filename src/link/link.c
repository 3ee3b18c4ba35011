/* SPDX-License-Identifier: MIT
 * link.c: making, finding and withdrawing links. */
#include "link/link.h"

#include <sodium.h>

#include "base/check.h"
#include "base/text.h"
#include "web/secret.h"

const char *const link_purpose_codes[LINK_PURPOSE_COUNT + 1] = {
    [LINK_EMPLOYER] = "employer", [LINK_EVALUATION] = "evaluation", [LINK_SURVEY] = "survey",
    [LINK_CALENDAR_CITIZEN] = "calendar_citizen", [LINK_CALENDAR_GROUP] = "calendar_group", [LINK_CALENDAR_STAFF] = "calendar_staff",
    [LINK_BUDDY] = "buddy",
};
const char *const link_state_codes[LINK_STATE_COUNT + 1] = {
    [LINK_OPEN] = "open", [LINK_EXPIRED] = "expired", [LINK_WITHDRAWN] = "withdrawn",
};
const int link_days[LINK_PURPOSE_COUNT] = {
    [LINK_EMPLOYER] = 90, [LINK_EVALUATION] = 21, [LINK_SURVEY] = 42,
    [LINK_CALENDAR_CITIZEN] = 365, [LINK_CALENDAR_GROUP] = 365, [LINK_CALENDAR_STAFF] = 365,
    [LINK_BUDDY] = 90,
};

/* Where the purpose's answer is; "v" unless it says otherwise. */
static const char *const link_places[LINK_PURPOSE_COUNT] = {
    [LINK_CALENDAR_CITIZEN] = "kalender", [LINK_CALENDAR_GROUP] = "kalender", [LINK_CALENDAR_STAFF] = "kalender",
};

static struct staff_id staff_acting(struct db *db)
{
    check(db_actor(db).kind == ACTOR_STAFF);
    return (struct staff_id){ db_actor(db).id };
}

struct link_made link_make(struct db *db, const struct link_wish *wish)
{
    struct secret secret = secret_new();
    struct arena *arena = db_arena(db);
    day last = wish->last_day != DAY_NONE ? wish->last_day : db_today(db) + link_days[wish->purpose];

    struct link_made made = {
        .id = link_insert(db, &(struct link_insert_in){
            .secret_hash = secret_hash(arena, &secret), .purpose = link_purpose_codes[wish->purpose],
            .company = wish->company, .placement = wish->placement, .subject = wish->subject,
            .contact = wish->contact, .made_by = staff_acting(db), .made_at = db_now(db), .expires_at = day_end(last),
        }),
        .path = arena_format(arena, "/%s/%s", link_places[wish->purpose] == NULL ? "v" : link_places[wish->purpose], secret_text(arena, &secret)),
    };
    sodium_memzero(&secret, sizeof secret);
    return made;
}

bool link_withdraw(struct db *db, struct link_id link, struct company_id company)
{
    return link_set_withdrawn(db, db_now(db), staff_acting(db), link, company) == 1;
}

bool link_withdraw_of(struct db *db, struct link_id link, enum link_purpose purpose, int64_t subject)
{
    return link_set_withdrawn_of(db, db_now(db), staff_acting(db), link, link_purpose_codes[purpose], subject) == 1;
}

enum link_state link_state_of(const struct link_row *link, instant now)
{
    if (link->withdrawn_at != INSTANT_NONE)
        return LINK_WITHDRAWN;
    return now > link->expires_at ? LINK_EXPIRED : LINK_OPEN;
}

bool link_is_for(const struct link_row *link, enum link_purpose purpose)
{
    return text_is(link->purpose, link_purpose_codes[purpose]);
}

bool link_open(struct request *r, struct link_row *link)
{
    struct secret secret;

    if (!secret_read(request_parameter(r, "secret"), &secret) || !link_find(r->db, secret_hash(r->arena, &secret), link) ||
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
