/* SPDX-License-Identifier: MIT
 * test_turn.c: which page of a list an address asks for, and where its links lead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka.h needs these first. */
#include <cmocka.h>

#include "web/page.h"
#include "web/turn.h"
#include "web_turn_page.h"

static struct arena *arena;
static struct request request;

static struct place_in_list place_of(const char *query, int64_t total)
{
    request = (struct request){ .arena = arena, .path = "/liste", .query = query };
    return place_in_list(&request, "/liste", total, 50);
}

static void an_address_asks_for_a_page(void **state)
{
    static const struct {
        const char *query;
        int64_t total, page, page_count, skip;
    } cases[] = {
        { "", 0, 1, 1, 0 },
        { "side=3", 0, 1, 1, 0 },
        { "", 50, 1, 1, 0 },
        { "side=2", 50, 1, 1, 0 },
        { "", 51, 1, 2, 0 },
        { "side=2", 51, 2, 2, 50 },
        { "side=3", 51, 2, 2, 50 },
        { "navn=Amal&side=2", 120, 2, 3, 50 },
        { "side=9223372036854775807", 120, 3, 3, 100 },
        { "side=0", 120, 1, 3, 0 },
        { "side=-2", 120, 1, 3, 0 },
        { "side=to", 120, 1, 3, 0 },
        { "side=", 120, 1, 3, 0 },
        { "side=2x", 120, 1, 3, 0 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct place_in_list place = place_of(cases[i].query, cases[i].total);
        assert_int_equal(place.total, cases[i].total);
        assert_int_equal(place.page, cases[i].page);
        assert_int_equal(place.page_count, cases[i].page_count);
        assert_int_equal(place.skip, cases[i].skip);
        assert_int_equal(place.rows_a_page, 50);
    }
}

static const char *address(const char *path, const char *query)
{
    request = (struct request){ .arena = arena, .path = "/andet", .query = query };
    return place_in_list(&request, path, 120, 50).address;
}

static void what_else_was_asked_stays_in_the_links(void **state)
{
    (void)state;
    assert_string_equal(address("/liste", ""), "/liste?");
    assert_string_equal(address("/liste", "side=2"), "/liste?");
    assert_string_equal(address("/liste", "navn=S%C3%B8ren+%26+co&side=2&mine=1"), "/liste?navn=S%C3%B8ren%20%26%20co&mine=1&");
    assert_string_equal(address("/liste?tabel=koen", "slags=work&tabel=alder&side=2"), "/liste?tabel=koen&slags=work&");
}

static void a_list_that_nobody_counts_knows_its_next_page(void **state)
{
    struct place_in_list place;

    (void)state;
    request = (struct request){ .arena = arena, .path = "/liste", .query = "mine=1&side=3" };
    place = place_uncounted(&request, "/liste", 50);
    assert_int_equal(place.skip, 100);
    assert_int_equal(place_rows(&place, 51), 50);
    assert_int_equal(place.page_count, 4);
    assert_int_equal(place_rows(&place, 50), 50);
    assert_int_equal(place.page_count, 3);
    struct page page = page_new(&request);
    turn_pages(&page, &place);
    assert_non_null(strstr(text_done(&page.text), "href=\"/liste?mine=1&amp;side=2\">Forrige</a>"));
    assert_non_null(strstr(text_done(&page.text), "Side 3</span>"));
    assert_null(strstr(text_done(&page.text), "Næste"));
    request.query = "side=99999999";
    assert_int_equal(place_uncounted(&request, "/liste", 50).page, TURN_UNCOUNTED_MOST);
    request.query = "side=x";
    assert_int_equal(place_uncounted(&request, "/liste", 50).page, 1);
}

static const char *numbers(int64_t page, int64_t page_count)
{
    struct place_in_list place = place_of("", page_count * 50);
    struct text out = text_new(arena);

    place_turn(&place, page);
    for (size_t i = 0; i < place.numbers.count; i++)
        text_add(&out, place.numbers.at[i] == 0 ? "- " : arena_format(arena, "%lld ", (long long)place.numbers.at[i]));
    return text_done(&out);
}

static void five_pages_have_numbers(void **state)
{
    (void)state;
    assert_string_equal(numbers(1, 4), "");
    assert_string_equal(numbers(1, 5), "1 2 3 - 5 ");
    assert_string_equal(numbers(3, 5), "1 2 3 4 5 ");
    assert_string_equal(numbers(10, 20), "1 - 8 9 10 11 12 - 20 ");
    assert_string_equal(numbers(20, 20), "1 - 18 19 20 ");
    assert_string_equal(numbers(99, 20), "1 - 18 19 20 ");
}

static const char *links(const char *query, int64_t total)
{
    struct place_in_list place = place_of(query, total);
    struct page page = page_new(&request);

    turn_pages(&page, &place);
    return text_done(&page.text);
}

static void one_page_has_no_links(void **state)
{
    (void)state;
    assert_string_equal(links("side=2", 50), "");
}

static void links_lead_one_page_on_and_back(void **state)
{
    (void)state;
    assert_non_null(strstr(links("mine=1", 120), "href=\"/liste?mine=1&amp;side=2\">Næste</a>"));
    assert_null(strstr(links("mine=1", 120), "Forrige"));
    assert_non_null(strstr(links("mine=1&side=3", 120), "href=\"/liste?mine=1&amp;side=2\">Forrige</a>"));
    assert_null(strstr(links("mine=1&side=3", 120), "Næste"));
    assert_non_null(strstr(links("side=2", 120), "Side 2 af 3"));
    assert_non_null(strstr(links("side=2", 300), "side=2\" aria-current=\"page\">"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_address_asks_for_a_page), cmocka_unit_test(what_else_was_asked_stays_in_the_links),
        cmocka_unit_test(five_pages_have_numbers),    cmocka_unit_test(one_page_has_no_links),
        cmocka_unit_test(links_lead_one_page_on_and_back),
        cmocka_unit_test(a_list_that_nobody_counts_knows_its_next_page),
    };

    arena = arena_new(1 << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
