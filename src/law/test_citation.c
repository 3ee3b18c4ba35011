/* SPDX-License-Identifier: MIT
 * test_citation.c: sources of schemes to documents and quotations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "law/citation.h"

static void a_source_is_found_by_document_and_line(void **state)
{
    struct arena *arena = arena_new(16 << 20);
    struct mistakes mistakes = mistakes_new(arena);
    const struct citations *citations = citations_load(arena, NULL, &mistakes);
    struct citation citation;

    (void)state;
    assert_int_equal(mistakes.count, 0);
    assert_true(citation_find(citations, arena, "003:184", &citation));
    assert_string_equal(citation.title, "Integrationsmodellen for Hedensted Kommune");
    assert_int_equal(citation.line, 184);
    assert_string_equal(citation.quotation, "Opfølgingsmøderne afvikles minimum hver tredje uge.");

    assert_true(citation_find(citations, arena, "001:203-226", &citation));
    assert_int_equal(citation.line, 203);
    assert_int_equal(citation.last_line, 226);
    assert_int_equal(citation.year, 2018);
    assert_null(citation.quotation);

    assert_false(citation_find(citations, arena, "INL § 19", &citation));
    assert_string_equal(citation.title, "INL § 19");
    assert_false(citation_find(citations, arena, "999:1", &citation));
    assert_false(citation_find(citations, arena, "003:x", &citation));
    assert_false(citation_find(citations, arena, "003:9-3", &citation));
    arena_free(arena);
}

static void the_file_beside_is_the_file_within(void **state)
{
    struct arena *arena = arena_new(16 << 20);
    struct mistakes mistakes = mistakes_new(arena);
    struct citation citation;
    const struct citations *citations = citations_load(arena, SOURCE_ROOT "/law", &mistakes);

    (void)state;
    assert_non_null(citations);
    assert_true(citation_find(citations, arena, "003:33", &citation));
    assert_non_null(strstr(citation.quotation, "96 timer"));
    assert_null(citations_load(arena, SOURCE_ROOT "/nowhere", &mistakes));
    assert_int_equal(mistakes.count, 1);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_source_is_found_by_document_and_line),
        cmocka_unit_test(the_file_beside_is_the_file_within),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
