/* SPDX-License-Identifier: MIT
 * test_generated.c: what the functions made of fixture/sample.page write. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka.h needs these three first. */
#include <cmocka.h>

#include "sample_page.h"

static struct arena *arena;

/* Stands in for the glossary, which the sample's list is not in. */
const char *glossary_label_or_code(int language, const char *list, const char *code)
{
    (void)language;
    assert_string_equal(list, "sample");
    return code == NULL ? NULL : "Kode";
}

/* The sample that most tests change a little. */
static struct sample sample_plain(void)
{
    return (struct sample){
        .id = { 7 },
        .name = "Bo",
        .path = "/",
        .from = day_of(2026, 12, 8),
        .until = DAY_NONE,
        .at = instant_of(day_of(2026, 12, 8), 9, 5, 0),
    };
}

static struct page page_in(enum language language)
{
    static struct request r;

    arena_reset(arena);
    r = (struct request){ .arena = arena, .language = language };
    return (struct page){ .request = &r, .text = text_new(arena), .language = language };
}

#define SHOWS(call, expected)                                   \
    do {                                                        \
        call;                                                   \
        assert_string_equal(text_done(&page.text), (expected)); \
    } while (0)

static void text_is_escaped(void **state)
{
    struct page page = page_in(LANGUAGE_DA);

    (void)state;
    SHOWS(greeting(&page, "<b>&\"'"), "<p>Hej &lt;b&gt;&amp;\"'!</p>");
}

static void nothing_is_written_for_null(void **state)
{
    struct page page = page_in(LANGUAGE_DA);

    (void)state;
    SHOWS(greeting(&page, NULL), "<p>Hej !</p>");
}

static void a_translation_is_escaped_too(void **state)
{
    struct page page = page_in(LANGUAGE_EN);

    (void)state;
    SHOWS(greeting(&page, "Bo"), "<p>Hello Bo &amp; welcome!</p>");
}

static void attributes_are_escaped_for_their_place(void **state)
{
    struct page page = page_in(LANGUAGE_EN);
    struct sample s = sample_plain();

    (void)state;
    s.name = "a\"b&c/æ";
    s.word = "on\" onclick=x";
    s.path = "//evil.example";
    s.is_on = true;
    s.code = "<x>";
    SHOWS(attributes(&page, &s),
          "<a href=\"/borger/7?q=a%22b%26c%2F%C3%A6\" title=\"See &quot;a&quot;b&amp;c/æ&quot;\" "
          "class=\"row on onclickx\" aria-current=\"true\">Vis</a> <a href=\"/\">·</a> "
          "<input type=\"checkbox\" aria-label=\"Valgt\" checked data-code=\"&lt;x&gt;\"> ");
}

static void absent_attributes_are_absent(void **state)
{
    struct page page = page_in(LANGUAGE_DA);
    struct sample s = sample_plain();

    (void)state;
    s.path = "/borger/5?x=1";
    SHOWS(attributes(&page, &s), "<a href=\"/borger/7?q=Bo\" title=\"Se Bo\" class=\"row \">Vis</a> "
                                 "<a href=\"/borger/5?x=1\">·</a> <input type=\"checkbox\" aria-label=\"Valgt\"> ");
}

static void each_row_takes_its_branch(void **state)
{
    struct page page = page_in(LANGUAGE_DA);
    struct sample_item items[] = { { "A", 0 }, { "B", 1 }, { "C", 2 } };
    struct sample s = { .items = { items, 3 } };

    (void)state;
    SHOWS(list(&page, &s), "<ul><li>A – </li><li>B <b>alene</b> </li><li>C <b>2 sammen</b> </li></ul>");
}

static void none_is_for_the_empty_list(void **state)
{
    struct page page = page_in(LANGUAGE_EN);
    struct sample s = { .items = { NULL, 0 } };

    (void)state;
    SHOWS(list(&page, &s), "<ul><li>Ingen</li></ul>"); /* Fuzzy: not used. */
}

static void a_language_has_its_own_order(void **state)
{
    struct page page = page_in(LANGUAGE_EN);
    struct sample s = sample_plain();

    (void)state;
    s.until = day_of(2027, 1, 2);
    s.hundredths = 1850;
    words(&page, &s);
    const char *danish_order = strstr(text_done(&page.text), "<p>18.5 hours from 8 Dec until 2 Jan</p>");
    assert_non_null(danish_order);
}

static void words_are_those_of_say(void **state)
{
    struct page page = page_in(LANGUAGE_DA);
    struct sample s = sample_plain();

    (void)state;
    s.hundredths = 300;
    s.code = "x";
    s.said = "ord";
    SHOWS(words(&page, &s), "<p>Fra 8. dec. til  er der 3 timer</p>"
                            "<p>tir. 8. dec. 9.05 2026-12-08 2026-12-08T08:05:00Z Kode ord</p>"
                            "<pre>\n Bo\nx</pre><textarea aria-label=\"Note\">\nBo</textarea> ");
}

static void frames_go_around(void **state)
{
    struct page page = page_in(LANGUAGE_DA);
    struct sample s = sample_plain();

    (void)state;
    SHOWS(framed(&page, &s), "<main><h1>Bo</h1><main><h1>indre</h1><p>Hej Bo!</p><hr></main><hr></main>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_escaped),
        cmocka_unit_test(nothing_is_written_for_null),
        cmocka_unit_test(a_translation_is_escaped_too),
        cmocka_unit_test(attributes_are_escaped_for_their_place),
        cmocka_unit_test(absent_attributes_are_absent),
        cmocka_unit_test(each_row_takes_its_branch),
        cmocka_unit_test(none_is_for_the_empty_list),
        cmocka_unit_test(a_language_has_its_own_order),
        cmocka_unit_test(words_are_those_of_say),
        cmocka_unit_test(frames_go_around),
    };

    arena = arena_new(1 << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
