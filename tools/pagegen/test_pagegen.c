/* SPDX-License-Identifier: MIT
 * test_pagegen.c: mistakes planted in templates, and the messages they must give. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka.h needs these first. */
#include <cmocka.h>

#include "base/text.h"
#include "gather.h"
#include "page_file.h"

/* A template, and the beginning of each of its mistakes, in order: "line:column: text". */
static const struct planted {
    const char *template;
    const char *mistakes[5];
} planted[] = {
    { "page a()\n<p>Hej</p>\n", { NULL } },
    { "page a()\n<p>{raw x}</p>\n", { "2:4: hole {raw}, expected one of text, int, count" } },
    { "page a()\n<p>{checked x}</p>\n", { "2:4: hole {checked}, expected" } },
    { "page a()\n<a href=\"{text x}\">V</a>\n", { "2:10: an address whose scheme is not fixed" } },
    { "page a()\n<a href=\"javascript:x\">V</a>\n", { "2:10: an address whose scheme is not fixed" } },
    { "page a()\n<a href=\"//{text x}\">V</a>\n", { "2:10: an address whose scheme" } },
    { "page a()\n<a href=\"https://{text x}/\">V</a>\n", { "2:10: an address whose scheme" } },
    { "page a()\n<a href=\"https://x.dk/{text x}\">V</a>\n", { NULL } },
    { "page a()\n<a href=\"/x/{path x}\">V</a>\n", { "2:10: {path} inside an address" } },
    { "page a()\n<p style=\"color:red\">x</p>\n", { "2:11: style= is a place for code" } },
    { "page a()\n<p onclick=\"{text x}\">x</p>\n", { "2:13: onclick= is a place for code" } },
    { "page a()\n<p class={text x}>x</p>\n", { "2:10: class= without quotes" } },
    { "page a()\n<script>{text x}</script>\n", { "2:9: a hole in <script>" } },
    { "page a()\n<script>let x</script>\n", { "2:9: text in <script>" } },
    { "page a()\n<{text x}>\n", { "2:1: < without a name, expected an element" } },
    { "page a()\n<p>æ <b>x</p>\n", { "2:6: <b> is not closed, expected </b> before </p>" } },
    { "page a()\n<p>x</p></p>\n", { "2:9: </p> closes nothing here" } },
    { "page a()\n<p>x\n", { "2:1: <p> is not closed, expected </p> before the page's end" } },
    { "page a()\nif x\n<p>\nend\n</p>\n", { "3:1: <p> is not closed, expected </p> before end", "5:1: </p>" } },
    { "page a()\n<p id=\"a\" id=\"b\">x</p>\n", { "2:11: id= twice in <p>" } },
    { "page a()\n<p {hidden x} hidden>x</p>\n", { "2:15: hidden= twice" } },
    { "page a()\n<img src=\"/x\">\n", { "2:1: <img> without alt" } },
    { "page a()\n<input id=\"a\" name=\"a\">\n", { "2:1: <input> without label" } },
    { "page a()\n<label for=\"a\">A</label><input id=\"a\">\n", { NULL } },
    { "page a()\n<label>A <select><option>x</option></select></label>\n", { NULL } },
    { "page a()\n<input type=\"hidden\" name=\"a\">\n", { NULL } },
    { "page a()\nif\nend\n", { "2:3: nothing after if, expected a C expression" } },
    { "page a()\nif x\n", { "2:1: if is not ended" } },
    { "page a()\nelse\n", { "2:1: else in the wrong place" } },
    { "page a()\nif x\nelse\nelse\nend\n", { "4:1: else in the wrong place" } },
    { "page a()\neach x of y\nend\n", { "2:1: each without in" } },
    { "page a()\neach x in y\nbody\nend\n", { "3:1: body in the wrong place" } },
    { "page a()\nend\n", { "2:1: end without if" } },
    { "page a()\nendif\n", { "2:1: endif is no directive" } },
    { "page a()\nif x\nedn\nend\n", { "3:1: edn is no directive, expected end" } },
    { "page a()\ncall b\n", { "2:6: a name without brackets" } },
    { "page a()\n<p>{text f(x}</p>\n", { "2:4: brackets that do not match" } },
    { "page a()\n<p>{text x); abort(}</p>\n", { "2:4: brackets that do not match" } },
    { "page a()\n<p>{text x; y}</p>\n", { "2:4: a character no expression has" } },
    { "page a()\n<p>{text \"}</p>\n", { "2:4: a quote that does not end" } },
    { "page a()\n<p>{text }</p>\n", { "2:4: an empty hole" } },
    { "page a()\n<!-- x -->\n", { "2:1: <!, expected <!DOCTYPE html>, or a line with #" } },
    { "page a()\n<blink>x</blink>\n", { "2:1: <blink>, expected an element of HTML" } },
    { "<p>x</p>\n", { "1:1: HTML outside of a page" } },
    { "call b()\n", { "1:1: call outside of a page" } },
    { "page a()\n<p>\xff</p>\n", { "1:1: bytes that are no text" } },
    { "page a()\n<p class=\"x>\n", { "2:1: <p", "2:10: a value that does not end" } },
    /* All of them in one run. */
    { "page a()\n<p>{raw x}</p>\n<b>\n<img src=\"/x\">\n", { "2:4:", "3:1: <b>", "4:1: <img>" } },
};

static const char *printed(struct arena *arena, struct mistakes *mistakes)
{
    char *at = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&at, &length);

    mistakes_print(mistakes, out);
    fclose(out);
    const char *copy = arena_copy(arena, at, length);
    free(at);
    return copy;
}

static void each_mistake_is_named(void **state)
{
    struct arena *arena = arena_new(16 << 20);

    (void)state;
    for (size_t i = 0; i < sizeof planted / sizeof *planted; i++) {
        const struct planted *p = &planted[i];
        struct mistakes mistakes = mistakes_new(arena);
        mistakes.file = "x.page";
        page_file_read(arena, "x.page", p->template, strlen(p->template), &mistakes);
        struct text_pieces lines = text_split(arena, printed(arena, &mistakes), '\n');
        for (size_t k = 0; k < lines.count; k++) {
            const char *expected = p->mistakes[k];
            const char *found = text_starts(lines.at[k], "x.page:") ? lines.at[k] + strlen("x.page:") : lines.at[k];
            if (expected == NULL ? *found != 0 : !text_starts(found, expected))
                fail_msg("%s\nfound    %s\nexpected %s", p->template, found, expected == NULL ? "nothing" : expected);
        }
    }
    arena_free(arena);
}

/* Every template, cut off at every byte, ends; the sanitizers see that nothing outside is read. */
static void half_a_template_is_no_danger(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof planted / sizeof *planted; i++) {
        size_t length = strlen(planted[i].template);
        for (size_t cut = 0; cut <= length; cut++) {
            struct arena *arena = arena_new(4 << 20);
            struct mistakes mistakes = mistakes_new(arena);
            char *half = malloc(cut + 1);
            memcpy(half, planted[i].template, cut);
            struct page_file file = page_file_read(arena, "x.page", half, cut, &mistakes);
            assert_true(file.functions.count <= 1);
            free(half);
            arena_free(arena);
        }
    }
}

static void messages_of_c_are_found(void **state)
{
    static const char c[] = "/* say(l, \"nej\") */\n"
                            "x = say(l, \"Gemt \"\n \"nu\"); y = say(l, a ? \"Ja\" : \"Nej\");\n"
                            "say_with(r, l, \"{1} dage\", \"x\", NULL); gainsay(\"z\"); s = SAY(\"Et \\\"ord\\\"\");\n"
                            "say_with(r, l, is_hour ? SAY(\"{1} timer\") : SAY(\"{1} t\"), say(l, \"to\"), NULL);\n";
    static const struct {
        const char *danish;
        int line;
    } expected[] = { { "Gemt nu", 2 }, { "Ja", 3 }, { "Nej", 3 }, { "{1} dage", 4 }, { "Et \"ord\"", 4 },
                     { "{1} timer", 5 }, { "{1} t", 5 }, { "to", 5 } };
    struct arena *arena = arena_new(1 << 20);
    struct messages messages = { 0 };

    (void)state;
    gather_c(arena, "x.c", c, sizeof c - 1, &messages);
    assert_int_equal(messages.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < messages.count; i++) {
        assert_string_equal(messages.at[i].danish, expected[i].danish);
        assert_int_equal(messages.at[i].place.line, expected[i].line);
    }
    arena_free(arena);
}

static void a_translation_keeps_the_holes(void **state)
{
    static const char po_text[] = "msgid \"{1} af {2}\"\nmsgstr \"{1} of {1}\"\n\nmsgid \"a\"\nmsgstr \"b\"\n";
    struct arena *arena = arena_new(1 << 20);
    struct mistakes mistakes = mistakes_new(arena);

    (void)state;
    struct po po = po_read(arena, "po/en.po", po_text, sizeof po_text - 1, &mistakes);
    assert_string_equal(po.language, "en");
    assert_null(po_find(&po, "{1} af {2}"));
    assert_string_equal(po_find(&po, "a"), "b");
    assert_string_equal(printed(arena, &mistakes),
                        "po/en.po:1:1: holes of the translation differ, expected those of \"{1} af {2}\"\n");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_is_named),
        cmocka_unit_test(half_a_template_is_no_danger),
        cmocka_unit_test(messages_of_c_are_found),
        cmocka_unit_test(a_translation_keeps_the_holes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
