/* SPDX-License-Identifier: MIT
 * demo.c: moving a demo's clock, and waiting until what falls due by that is worked out. */
#include "web/demo.h"

#include "web/clock.h"
#include "web/error_page.h"
#include "web/form.h"
#include "web/percent.h"
#include "web/route.h"
#include "web_demo_page.h"
#include "web_sql.h"

enum { AT_ONCE_MOST = 1500 }; /* About a second's work; the keeper does more. */

instant demo_now(struct db *db, struct arena *arena)
{
    instant now = clock_now();

    if (!clock_may_be_moved())
        return now;
    db_begin(db, DB_READ, arena, (struct actor){ 0 }, now);
    now += web_clock_ahead(db);
    db_rollback(db);
    return now;
}

static int64_t waiting(struct db *db)
{
    int64_t count = 0;

    for (size_t i = 0; i < feature_count; i++)
        if (features[i]->waiting != NULL)
            count += features[i]->waiting(db);
    return count;
}

/* What the new time brings, when it is not too much for one answer. */
static void wake(struct db *db, struct arena *arena)
{
    instant now = demo_now(db, arena);

    db_begin(db, DB_READ, arena, (struct actor){ 0 }, now);
    int64_t count = waiting(db);
    db_rollback(db);
    if (count > AT_ONCE_MOST)
        return;
    for (size_t i = 0; i < feature_count; i++)
        if (features[i]->wake != NULL)
            features[i]->wake(db, arena, now);
}

/* A path of ours to go back to, "/" for anything else. */
static const char *own_path(const char *path)
{
    return path[0] == '/' && path[1] != '/' && path[1] != '\\' ? path : "/";
}

static const char *wait_path(struct request *r, const char *back)
{
    struct text path = text_new(r->arena);

    text_add(&path, "/ur?tilbage=");
    percent_encode(&path, own_path(back));
    return text_done(&path);
}

/* Only forward: what has happened is never again in the future. */
struct reply demo_forward_post(struct request *r)
{
    struct form form = form_read(r);

    if (!clock_may_be_moved())
        return reply_not_found(r);
    instant until = form_instant(&form, "til", FORM_REQUIRED);
    if (form.error_count > 0)
        return error_page(r, ERROR_PAGE_BAD_REQUEST, form_error_of(&form, "til"));
    if (until < r->now)
        return error_page(r, ERROR_PAGE_BAD_REQUEST, say(r->language, "Uret kan kun stilles frem."));

    web_clock_set(r->db, until - clock_now());
    struct reply reply = reply_see_other(r, "%s", wait_path(r, form_value(&form, "tilbage")));
    reply.after = wake;
    return reply;
}

struct reply demo_wait_get(struct request *r)
{
    const char *back = own_path(request_query(r, "tilbage"));
    struct demo_wait_view view = { .here = wait_path(r, back), .back = back };
    struct page page = page_new(r);

    if (!clock_may_be_moved())
        return reply_not_found(r);
    view.waiting = waiting(r->db);
    if (view.waiting == 0)
        return reply_see_other(r, "%s", back);
    demo_wait_page(&page, &view);
    return reply_page(&page.text);
}
