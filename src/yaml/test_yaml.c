/* SPDX-License-Identifier: MIT
 * test_yaml.c: what is kept of YAML, what is refused, and where mistakes are said to be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"
#include "yaml/field.h"
#include "yaml/yaml.h"

enum { ARENA_BYTES = 16 << 20 };

static struct arena *arena;
static struct mistakes mistakes;

static int begin(void **state)
{
    (void)state;
    arena = arena_new(ARENA_BYTES);
    mistakes = mistakes_new(arena);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static const struct node *read_text(const char *text)
{
    return yaml_read(arena, "x.yaml", text, strlen(text), &mistakes);
}

static void refused_at(const char *text, int line, int column, const char *word)
{
    mistakes = mistakes_new(arena);
    assert_null(read_text(text));
    assert_int_equal(mistakes.count, 1);
    assert_int_equal(mistakes.at[0].line, line);
    assert_int_equal(mistakes.at[0].column, column);
    assert_non_null(strstr(mistakes.at[0].text, word));
}

static void every_scalar_is_text(void **state)
{
    const struct node *node = read_text("a: 010\nb: no\nc: ~\nd: 1e3\ne: \"96 hours\"\nf: 12:30:00\n");

    (void)state;
    assert_non_null(node);
    assert_string_equal(node_get(node, "a")->text, "010");
    assert_string_equal(node_get(node, "b")->text, "no");
    assert_string_equal(node_get(node, "c")->text, "~");
    assert_string_equal(node_get(node, "d")->text, "1e3");
    assert_string_equal(node_get(node, "e")->text, "96 hours");
    assert_string_equal(node_get(node, "f")->text, "12:30:00");
    assert_null(node_get(node, "g"));
    assert_int_equal(node->count, 6);
}

static void places_count_letters_from_one(void **state)
{
    const struct node *node = read_text("æøå: {é: x}\nb:\n  - c\n");

    (void)state;
    assert_int_equal(node_get(node_get(node, "æøå"), "é")->line, 1);
    assert_int_equal(node_get(node_get(node, "æøå"), "é")->column, 10);
    assert_int_equal(node_get(node, "b")->first->line, 3);
    assert_int_equal(node_get(node, "b")->first->column, 5);
}

static void what_schemes_do_not_need_is_refused(void **state)
{
    (void)state;
    refused_at("a: &x 1\n", 1, 4, "ankre");
    refused_at("a: !!int 1\n", 1, 4, "mærker");
    refused_at("a: 1\na: 2\n", 2, 1, "to gange");
    refused_at("a: 1\n---\nb: 2\n", 2, 1, "ét dokument");
    refused_at("a: *x\n", 1, 4, "henvisninger");
    refused_at("[a]: 1\n", 1, 1, "ord");
    refused_at("a: [1, 2\nb: 3\n", 2, 2, "komma");
    refused_at("", 1, 1, "tom");
    refused_at("a: 1\nb: \xc3(\n", 2, 1, "UTF-8");
    refused_at("a: [[[[[[[[[[[[1]]]]]]]]]]]]\n", 1, 15, "12 niveauer");
}

static void twelve_levels_are_allowed(void **state)
{
    (void)state;
    assert_non_null(read_text("a: [[[[[[[[[[[1]]]]]]]]]]]\n"));
    assert_int_equal(mistakes.count, 0);
}

static void a_large_file_is_refused(void **state)
{
    size_t length = YAML_BYTES_MAX + 1;
    char *bytes = arena_alloc(arena, length + 1);

    (void)state;
    memset(bytes, '#', length);
    assert_null(yaml_read(arena, "x.yaml", bytes, length, &mistakes));
    assert_non_null(strstr(mistakes.at[0].text, "1 MiB"));
}

static void numbers_are_thousandths_and_nothing_else(void **state)
{
    static const struct {
        const char *text;
        int64_t thousandths;
    } good[] = { { "18.5", 18500 }, { "-3", -3000 }, { "0", 0 }, { "0.125", 125 }, { "-0.5", -500 } };
    static const char *const wrong[] = { "",    ".5",  "1.",   "1e3",  "010", "1.2345", "1,5",
                                         "1.2.3", "-", "0x10", " 1", "1 ",  "9999999999999" };
    int64_t number;

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(number_read(good[i].text, &number));
        assert_int_equal(number, good[i].thousandths);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(number_read(wrong[i], &number));
}

static void a_near_miss_is_guessed_and_a_far_one_not(void **state)
{
    static const char *const words[] = { "within", "every", "calendar" };

    (void)state;
    assert_string_equal(did_you_mean("evry", words, 3), "every");
    assert_string_equal(did_you_mean("calender", words, 3), "calendar");
    assert_null(did_you_mean("xyzzy", words, 3));
    assert_null(did_you_mean("ab", words, 3));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_scalar_is_text),
        TEST(places_count_letters_from_one),
        TEST(what_schemes_do_not_need_is_refused),
        TEST(twelve_levels_are_allowed),
        TEST(a_large_file_is_refused),
        TEST(numbers_are_thousandths_and_nothing_else),
        TEST(a_near_miss_is_guessed_and_a_far_one_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
