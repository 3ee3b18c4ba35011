/* SPDX-License-Identifier: MIT
 * turn.c: which page of a long list is shown, and where its other pages are. */
#include "web/turn.h"

#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "web/percent.h"
#include "web/request.h"

static bool has_name(const struct percent_pairs *pairs, const char *name)
{
    for (size_t i = 0; i < pairs->count; i++)
        if (text_is(pairs->at[i].name, name))
            return true;
    return false;
}

/* The path with all that is asked for but the page, ready for "side=2". */
static const char *address_of(struct request *r, const char *path)
{
    const char *mark = strchr(path, '?'), *own = mark == NULL ? "" : mark + 1;
    struct percent_pairs named = percent_pairs_read(r->arena, own, strlen(own));
    struct percent_pairs asked = percent_pairs_read(r->arena, r->query, strlen(r->query));
    struct text address = text_new(r->arena);

    text_add(&address, path);
    text_add_char(&address, mark == NULL ? '?' : '&');
    for (size_t i = 0; i < asked.count; i++) {
        if (text_is(asked.at[i].name, "side") || has_name(&named, asked.at[i].name))
            continue;
        percent_encode(&address, asked.at[i].name);
        text_add_char(&address, '=');
        percent_encode(&address, asked.at[i].value);
        text_add_char(&address, '&');
    }
    return text_done(&address);
}

static struct turn_numbers numbers_of(int64_t page, int64_t page_count)
{
    struct turn_numbers numbers = { .count = 0 };

    if (page_count < TURN_NUMBERED)
        return numbers;
    for (int64_t n = 1, told = 0; n <= page_count; n++) {
        int64_t away = n < page ? page - n : n - page;
        if (n != 1 && n != page_count && away > TURN_BESIDE)
            continue;
        if (n > told + 1)
            numbers.at[numbers.count++] = 0;
        numbers.at[numbers.count++] = told = n;
    }
    return numbers;
}

void place_turn(struct place_in_list *place, int64_t page)
{
    place->page = page < 1 ? 1 : page > place->page_count ? place->page_count : page;
    place->skip = (place->page - 1) * place->rows_a_page;
    place->numbers = numbers_of(place->page, place->page_count);
}

static int64_t page_asked(const struct request *r)
{
    int64_t asked = 1;

    return text_to_int(request_query(r, "side"), &asked) ? asked : 1;
}

struct place_in_list place_in_list(struct request *r, const char *path, int64_t total, int64_t rows_a_page)
{
    check(total >= 0 && rows_a_page > 0);
    struct place_in_list place = {
        .is_counted = true,
        .total = total,
        .page_count = total == 0 ? 1 : (total - 1) / rows_a_page + 1,
        .rows_a_page = rows_a_page,
        .address = address_of(r, path),
    };

    place_turn(&place, page_asked(r));
    return place;
}

struct place_in_list place_uncounted(struct request *r, const char *path, int64_t rows_a_page)
{
    check(rows_a_page > 0);
    int64_t asked = page_asked(r), page = asked < 1 ? 1 : asked > TURN_UNCOUNTED_MOST ? TURN_UNCOUNTED_MOST : asked;

    return (struct place_in_list){ .page = page, .page_count = page, .rows_a_page = rows_a_page,
                                   .skip = (page - 1) * rows_a_page, .address = address_of(r, path) };
}

size_t place_rows(struct place_in_list *place, size_t rows_read)
{
    bool has_more = rows_read > (size_t)place->rows_a_page;

    place->page_count = place->page + has_more;
    return has_more ? (size_t)place->rows_a_page : rows_read;
}
