/* SPDX-License-Identifier: MIT
 * pages.c: the routes, who has seen a case, and what is held about a citizen. Opening a case with a
 * reason is in open.c, erasing in erase.c. */
#include "access/pages.h"

#include <string.h>

#include "access_seen_page.h"
#include "base/text.h"
#include "web/serve.h"

bool access_may(const struct request *r, permission_set any)
{
    return (r->actor.permissions & any) != 0;
}

bool access_citizen(struct request *r, struct citizen_row *citizen, const char **name)
{
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, citizen))
        return false;
    *name = citizen->erased_at == INSTANT_NONE
                ? citizen_name(r->arena, citizen->first_name, citizen->last_name)
                : say_with(r->arena, r->language, "Slettet borger {1}",
                           arena_format(r->arena, "%lld", (long long)citizen->id.n), NULL);
    return true;
}

/* --- who has seen the case --- */

struct reply seen_get(struct request *r)
{
    struct page page = page_new(r);
    permission_set insight = PERMISSION_BIT(MAY_CASE_READ) | PERMISSION_BIT(MAY_CASE_ERASE);
    struct seen_view v = { .is_all = *request_query(r, "alle") != 0, .now = r->now, .may_insight = access_may(r, insight) };
    instant since_at = v.is_all ? 0 : day_begin(r->today - SEEN_DAYS);

    if (!access_may(r, PERMISSION_BIT(MAY_ACCESS_LOG_READ) | insight)
        || !access_citizen(r, &v.citizen, &v.name))
        return reply_not_found(r);
    v.seen = access_seen_by(r->db, r->language, v.citizen.id, since_at);
    v.lists = access_seen_lists(r->db, since_at, v.citizen.id);
    seen_page(&page, &v);
    return reply_page(&page.text);
}

/* --- what is held --- */

static bool insight_load(struct request *r, struct insight_view *v)
{
    struct citizen_row citizen;

    if (!access_may(r, PERMISSION_BIT(MAY_CASE_READ) | PERMISSION_BIT(MAY_CASE_ERASE))
        || !access_citizen(r, &citizen, &v->name))
        return false;
    v->citizen = citizen.id;
    v->telling = access_tell(r->db, r->language, citizen.id);
    v->may_erase = access_may(r, PERMISSION_BIT(MAY_CASE_ERASE));
    v->is_erased = citizen.erased_at != INSTANT_NONE;
    v->today = r->today;
    return true;
}

struct reply insight_get(struct request *r)
{
    struct page page = page_new(r);
    struct insight_view v = { 0 };

    if (!insight_load(r, &v))
        return reply_not_found(r);
    insight_page(&page, &v);
    return reply_page(&page.text);
}

/* The file's name has the number of the case, not the name of the citizen. */
struct reply insight_json_get(struct request *r)
{
    struct insight_view v = { 0 };

    if (!insight_load(r, &v))
        return reply_not_found(r);
    const char *json = access_json(r->arena, &v.telling);
    const char *name = arena_format(r->arena, "indsigt-%lld.json", (long long)v.citizen.n);
    return reply_file("application/json; charset=utf-8", name, json, strlen(json));
}

static const struct route routes[] = {
    { GET, "/borger/{citizen}/set-af", MAY_LOGGED_IN, seen_get },
    { GET, "/borger/{citizen}/aabn", MAY_CASE_BREAK_GLASS, open_get },
    { POST, "/borger/{citizen}/aabn", MAY_CASE_BREAK_GLASS, open_post },
    { GET, "/aabnede-sager", MAY_ACCESS_LOG_READ, opened_get },
    { GET, "/borger/{citizen}/indsigt", MAY_LOGGED_IN, insight_get },
    { GET, "/borger/{citizen}/indsigt.json", MAY_LOGGED_IN, insight_json_get },
    { GET, "/borger/{citizen}/slet", MAY_CASE_ERASE, erase_get },
    { POST, "/borger/{citizen}/slet", MAY_CASE_ERASE, erase_post },
    { 0 },
};

/* Somebody who may open cases with a reason is asked for it; the page itself says whether there is such a
 * case. Everybody else sees "not found". */
static const char *way_in(struct request *r)
{
    static const char beginning[] = "/borger/";
    const char *digits = r->path + sizeof beginning - 1;
    size_t length = text_starts(r->path, beginning) ? strspn(digits, "0123456789") : 0;

    if (length == 0 || (digits[length] != 0 && digits[length] != '/')
        || !request_may(r, MAY_CASE_BREAK_GLASS))
        return NULL;
    return arena_format(r->arena, "/borger/%.*s/aabn", (int)length, digits);
}

static void start(void)
{
    serve_set_way_in(way_in);
}

const struct feature access_feature = { .name = "access", .routes = routes, .start = start };
