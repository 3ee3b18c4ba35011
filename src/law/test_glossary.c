/* SPDX-License-Identifier: MIT
 * test_glossary.c: labels by list, code and language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "law/glossary.h"

static void a_code_has_a_label_in_both_languages(void **state)
{
    (void)state;
    assert_string_equal(glossary_label(0, "absence", "unlawful"), "ikke-lovligt fravær");
    assert_string_equal(glossary_label(1, "absence", "unlawful"), "unlawful absence");
    assert_string_equal(glossary_label(0, "outcome", "dead"), "død");
    assert_null(glossary_label(0, "absence", "dead"));
    assert_null(glossary_label(0, "nothing", "dead"));
    assert_string_equal(glossary_label_or_code(0, "absence", "egen_kode"), "egen_kode");
    assert_null(glossary_label_or_code(0, "absence", NULL));
}

static void terms_stand_without_a_list(void **state)
{
    const struct glossary_row *row = glossary_find("", "work_duty");

    (void)state;
    assert_string_equal(row->danish, "arbejdspligt");
    assert_string_equal(row->law, "INL § 20 d");
    assert_string_equal(row->never, "workfare");
}

static void lists_have_all_their_codes(void **state)
{
    size_t count;

    (void)state;
    const struct glossary_row *rows = glossary_list("outcome", &count);
    assert_int_equal(count, 17); /* The normal outcomes. */
    for (size_t i = 0; i < count; i++)
        assert_string_equal(rows[i].list, "outcome");
    glossary_list("nothing", &count);
    assert_int_equal(count, 0);
}

static void rows_are_in_order_so_that_bisection_finds_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < glossary_row_count; i++) {
        const struct glossary_row *row = &glossary_rows[i];
        assert_ptr_equal(glossary_find(row->list, row->code), row);
        assert_true(row->danish[0] != 0 && row->english[0] != 0);
    }
}

static void a_mistyped_role_is_guessed(void **state)
{
    (void)state;
    assert_string_equal(glossary_nearest("role", "caseworkr"), "caseworker");
    assert_null(glossary_nearest("role", "xyzzy"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_has_a_label_in_both_languages),
        cmocka_unit_test(terms_stand_without_a_list),
        cmocka_unit_test(lists_have_all_their_codes),
        cmocka_unit_test(rows_are_in_order_so_that_bisection_finds_them),
        cmocka_unit_test(a_mistyped_role_is_guessed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
