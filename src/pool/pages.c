/* SPDX-License-Identifier: MIT
 * pages.c: pools with what is left of them, one pool, and the money held for a placement. */
#include "pool/pages.h"

#include "base/text.h"
#include "employer/pages.h"
#include "law/glossary.h"
#include "pool_pool_page.h"

enum { NAME_MAX = 120, WORDS_MAX = 300, KRONER_MAX = 1000000000, USES_MOST = 200 };

static struct reply list_show(struct request *r, struct form form)
{
    struct page page = page_new(r);
    struct pool_list_view view = { .pools = pool_all(r->db), .form = form, .may_write = request_may(r, MAY_RESULT_WRITE) };

    pool_list(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply list_get(struct request *r)
{
    struct form form = form_new(r);

    form_set_day(&form, "fra", r->today);
    return list_show(r, form);
}

static struct reply list_post(struct request *r)
{
    struct form form = form_read(r);
    const char *name = form_text(&form, "navn", FORM_REQUIRED, NAME_MAX);
    int64_t budget = form_int(&form, "budget", FORM_REQUIRED, 0, KRONER_MAX);
    day from = form_day(&form, "fra", FORM_REQUIRED);
    day to = form_day(&form, "til", FORM_OPTIONAL);
    const char *source = form_text(&form, "kilde", FORM_OPTIONAL, WORDS_MAX);

    if (to != DAY_NONE && to < from)
        form_error(&form, "til", say(r->language, "Sidste dag ligger før den første."));
    if (form.error_count > 0)
        return list_show(r, form);
    struct pool_id id = pool_insert(r->db, &(struct pool_insert_in){
        .name = name, .budget = budget, .from_day = from, .to_day = to, .source = source, .is_extra = form_flag(&form, "ekstra") });
    request_tell(r, say(r->language, "Puljen er oprettet."), NULL);
    return reply_see_other(r, "/puljer/%lld", (long long)id.n);
}

static struct reply one_get(struct request *r)
{
    struct pool_one_view view = { 0 };
    struct page page = page_new(r);

    if (!pool_load(r->db, (struct pool_id){ request_id(r, "pool") }, &view.pool))
        return reply_not_found(r);
    view.taken = pool_taken(r->db, view.pool.id);
    view.left = view.pool.budget - view.taken;
    view.uses = pool_reservations(r->db, view.pool.id, USES_MOST);
    view.kinds = pool_by_kind(r->db, view.pool.id);
    pool_one(&page, &view);
    return reply_page(&page.text);
}

/* --- the money of a placement --- */

static struct choices pools_open(struct request *r)
{
    struct pool_listed_list pools = pool_all(r->db);
    struct choice *choices = arena_array(r->arena, pools.count, sizeof *choices);
    size_t count = 0;

    for (size_t i = 0; i < pools.count; i++) {
        const struct pool_listed *pool = &pools.at[i];
        int64_t left = pool->budget - pool->reserved - pool->spent;
        choices[count++] = (struct choice){ arena_format(r->arena, "%lld", (long long)pool->id.n),
            say_with(r->arena, r->language, "{1}, {2} kr. tilbage", pool->name,
                     arena_format(r->arena, "%lld", (long long)left), NULL) };
    }
    return (struct choices){ choices, count };
}

static struct reply placement_show_money(struct request *r, const struct placement_row *placement, struct form form)
{
    struct page page = page_new(r);
    struct pool_placement_view view = {
        .placement = *placement,
        .reservations = pool_of_placement(r->db, placement->id, placement->citizen),
        .pools = pools_open(r),
        .kinds = choices_of_list(r, "pool_kind"),
        .form = form,
        .may_write = request_may(r, MAY_PLACEMENT_WRITE),
    };

    for (size_t i = 0; i < view.reservations.count; i++)
        if (text_is(view.reservations.at[i].kind, "mentor") && !text_is(view.reservations.at[i].state, "released"))
            view.mentor_cost += view.reservations.at[i].amount;
    pool_placement(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply money_get(struct request *r)
{
    struct placement_row placement;

    if (!placement_load(r->db, (struct placement_id){ request_id(r, "placement") }, &placement))
        return reply_not_found(r);
    return placement_show_money(r, &placement, form_new(r));
}

static void say_why(struct request *r, struct form *form, const struct pool_row *pool, enum pool_why why)
{
    if (why == POOL_TOO_MUCH)
        form_error(form, "beloeb", say_with(r->arena, r->language, "Der er kun {1} kr. tilbage i puljen.",
            arena_format(r->arena, "%lld", (long long)pool_left(r->db, pool->id)), NULL));
    if (why == POOL_OUT_OF_DAYS)
        form_error(form, "pulje", say(r->language, "Praktikken begynder uden for puljens dage."));
}

/* A code of the list, or "" when none was chosen. */
static const char *kind_read(struct form *form)
{
    const char *code = form_value(form, "slags");

    if (*code != 0 && glossary_label((int)form->request->language, "pool_kind", code) == NULL) {
        form_error(form, "slags", say(form->request->language, "Vælg en af dem."));
        return "";
    }
    return code;
}

static struct reply money_post(struct request *r)
{
    struct placement_row placement;
    struct pool_row pool = { 0 };
    struct form form = form_read(r);

    if (!placement_load(r->db, (struct placement_id){ request_id(r, "placement") }, &placement))
        return reply_not_found(r);
    int64_t number = form_int(&form, "pulje", FORM_REQUIRED, 1, INT64_MAX);
    int64_t amount = form_int(&form, "beloeb", FORM_REQUIRED, 1, KRONER_MAX);
    const char *what = form_text(&form, "hvad", FORM_OPTIONAL, WORDS_MAX);
    const char *kind = kind_read(&form);
    if (form.error_count == 0 && !pool_load(r->db, (struct pool_id){ number }, &pool))
        form_error(&form, "pulje", say(r->language, "Vælg en af dem."));
    if (form.error_count == 0)
        say_why(r, &form, &pool, pool_reserve(r->db, &pool, &placement, amount, kind, what));
    if (form.error_count > 0)
        return placement_show_money(r, &placement, form);
    request_tell(r, say(r->language, "Pengene er reserveret."), NULL);
    return reply_see_other(r, "/praktik/%lld/pulje", (long long)placement.id.n);
}

static struct reply set_state(struct request *r, enum pool_state state)
{
    struct placement_row placement;
    struct pool_reservation_id id = { request_id(r, "pool_reservation") };

    if (!placement_load(r->db, (struct placement_id){ request_id(r, "placement") }, &placement))
        return reply_not_found(r);
    enum pool_why why = pool_set_state(r->db, &placement, id, state);
    if (why == POOL_NOT_THERE)
        return reply_not_found(r);
    if (why == POOL_TOO_MUCH)
        request_tell(r, say(r->language, "Der er ikke penge nok tilbage i puljen."), NULL);
    else
        request_tell(r, state == POOL_RESERVED ? say(r->language, "Det er fortrudt.") : say(r->language, "Det er gemt."),
                     state == POOL_RESERVED ? NULL : arena_format(r->arena, "/praktik/%lld/pulje/%lld/igen",
                                                                  (long long)placement.id.n, (long long)id.n));
    return reply_see_other(r, "/praktik/%lld/pulje", (long long)placement.id.n);
}

static struct reply spent_post(struct request *r)
{
    return set_state(r, POOL_SPENT);
}

static struct reply released_post(struct request *r)
{
    return set_state(r, POOL_RELEASED);
}

static struct reply again_post(struct request *r)
{
    return set_state(r, POOL_RESERVED);
}

static const struct route routes[] = {
    { GET, "/puljer", MAY_PLACEMENT_READ, list_get },
    { POST, "/puljer", MAY_RESULT_WRITE, list_post },
    { GET, "/puljer/{pool}", MAY_PLACEMENT_READ, one_get },
    { GET, "/praktik/{placement}/pulje", MAY_PLACEMENT_READ, money_get },
    { POST, "/praktik/{placement}/pulje", MAY_PLACEMENT_WRITE, money_post },
    { POST, "/praktik/{placement}/pulje/{pool_reservation}/brugt", MAY_PLACEMENT_WRITE, spent_post },
    { POST, "/praktik/{placement}/pulje/{pool_reservation}/frigiv", MAY_PLACEMENT_WRITE, released_post },
    { POST, "/praktik/{placement}/pulje/{pool_reservation}/igen", MAY_PLACEMENT_WRITE, again_post },
    { 0 },
};

const struct feature pool_feature = { .name = "pool", .routes = routes };
