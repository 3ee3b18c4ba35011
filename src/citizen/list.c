/* SPDX-License-Identifier: MIT
 * list.c: the list of citizens, and the search of the bar. A personal number is searched by a post, so
 * that it never stands in an address. */
#include "base/check.h"
#include "base/list.h"
#include "citizen/cpr.h"
#include "citizen/pages.h"
#include "citizen_list_page.h"

enum { ROWS_MAX = 50, MORE_MAX = 8 };

static const char *const scope_words[CITIZEN_SCOPE_COUNT] = { "mine", "enhed", "alle" };

static find_more *more[MORE_MAX]; /* Set at start. */
static size_t more_count;

void find_add(find_more *given)
{
    check(more_count < MORE_MAX);
    more[more_count++] = given;
}

static bool is_number(struct arena *arena, const char *typed)
{
    return cpr_check(arena, typed, true).why != CPR_FORM;
}

static enum citizen_scope scope_of(const char *word)
{
    for (int i = 0; i < CITIZEN_SCOPE_COUNT; i++)
        if (text_is(scope_words[i], word))
            return (enum citizen_scope)i;
    return CITIZENS_OF_MY_UNITS;
}

/* One row more than is shown tells whether there is a next page. */
static void page_of(struct request *r, struct citizens_view *v)
{
    int64_t after = 0;

    text_to_int(request_query(r, "efter"), &after);
    v->found = citizen_page(r->db, v->scope, (struct citizen_id){ after < 0 ? 0 : after }, ROWS_MAX + 1);
    if (v->found.count <= ROWS_MAX)
        return;
    v->found.count = ROWS_MAX;
    v->next = v->found.at[ROWS_MAX - 1].citizen;
}

struct reply citizens_get(struct request *r)
{
    struct page page = page_new(r);
    struct citizens_view v = {
        .words = text_trim(r->arena, request_query(r, "soeg")),
        .scope = scope_of(request_query(r, "vis")),
        .may_create = request_may(r, MAY_CASE_CREATE),
        .today = r->today,
    };

    v.is_number = is_number(r->arena, v.words);
    if (v.is_number)
        v.words = "";
    else if (*v.words != 0)
        v.found = citizen_search(r->db, v.words, ROWS_MAX);
    else
        page_of(r, &v);
    citizens_page(&page, &v);
    return reply_page(&page.text);
}

/* --- the search of the bar --- */

static struct found_list found_elsewhere(struct request *r, const char *words)
{
    LIST_OF(struct found) all = { 0 };

    for (size_t i = 0; i < more_count; i++) {
        struct found_list list = more[i](r, words);
        for (size_t k = 0; k < list.count; k++)
            *LIST_ADD(r->arena, &all) = list.at[k];
    }
    return (struct found_list){ all.at, all.count };
}

static struct reply find(struct request *r, const char *words)
{
    struct page page = page_new(r);
    struct find_view v = { .words = words, .may_create = request_may(r, MAY_CASE_CREATE), .today = r->today };
    bool sees_citizens = request_may(r, MAY_CASE_READ) || request_may(r, MAY_CASE_WORK) || request_may(r, MAY_GROUP_READ) ||
                         request_may(r, MAY_CASE_ERASE);

    v.is_number = is_number(r->arena, words);
    if (sees_citizens && *words != 0)
        v.citizens = citizen_search(r->db, words, ROWS_MAX);
    if (!v.is_number && *words != 0)
        v.others = found_elsewhere(r, words);
    if (v.citizens.count == 1 && v.others.count == 0)
        return reply_see_other(r, "/borger/%lld", (long long)v.citizens.at[0].citizen.n);
    if (v.citizens.count == 0 && v.others.count == 1)
        return reply_see_other(r, "%s", v.others.at[0].path);
    find_page(&page, &v);
    return reply_page(&page.text);
}

struct reply find_get(struct request *r)
{
    const char *words = text_trim(r->arena, request_query(r, "q"));

    return find(r, is_number(r->arena, words) ? "" : words);
}

struct reply find_post(struct request *r)
{
    struct form form = form_read(r);

    return find(r, text_trim(r->arena, form_value(&form, "q")));
}
