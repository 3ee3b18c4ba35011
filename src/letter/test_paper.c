/* SPDX-License-Identifier: MIT
 * test_paper.c: letters as PDF files, looked at with poppler: words come out as they went in, in every script; fonts
 * are inside; a sign without a font is found out; the same paper gives the same bytes; a thousand do not grow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "letter/paper.h"

static const struct {
    const char *language, *words, *wanted;
} scripts[] = {
    { "da", "Kære Åse, blåbærgrød på 100 øre.", "blåbærgrød" },
    { "en", "You may answer until 16.03.2026.", "answer until 16.03.2026" },
    { "ar", "الموعد هو 16.03.2026 الساعة 9 صباحًا.", "الموعد" },
    { "uk", "Ви можете відповісти до 16.03.2026. Ґанок, їжак.", "відповісти" },
    { "ti", "ክሳብ 16.03.2026 ክትምልሱ ትኽእሉ ኢኹም።", "ክትምልሱ" },
    { "fa", "شما می‌توانید تا 16.03.2026 پاسخ دهید. چهار پرسش گچ.", "پاسخ" },
    { "so", "Waxaad ka jawaabi kartaa ilaa 16.03.2026.", "jawaabi kartaa" },
};
enum { SCRIPTS = sizeof scripts / sizeof *scripts };

/* With sanitizers: freed memory is given back soon, so that what grows is what leaks. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "quarantine_size_mb=1:malloc_context_size=2";
}

static struct arena *arena;

static struct paper paper_in(const char *language, const char *words)
{
    return (struct paper){
        .name = "Prøvebrev",
        .on = day_of(2026, 3, 2),
        .sender = "Prøve Kommune\nTorvet 1\n1234 Prøveby",
        .recipient = "Amal Prøve\nKirkevej 7\n1234 Prøveby",
        .facts = "2. marts 2026",
        .parts = { { .language = language, .title = "Brev", .words = words } },
        .part_count = 1,
    };
}

/* What a tool says of a PDF, which is written beside the test. */
static const char *asked(const char *tool, const struct print *print)
{
    char path[] = "/tmp/fodfaeste-paper-XXXXXX";
    int file = mkstemp(path);
    FILE *out = fdopen(file, "wb");
    struct text said = text_new(arena);
    char line[600];

    assert_int_equal(print->why, PAPER_FINE);
    assert_non_null(out);
    assert_int_equal(fwrite(print->pdf.at, 1, print->pdf.length, out), print->pdf.length);
    fclose(out);
    FILE *from = popen(arena_format(arena, tool, path), "r");
    assert_non_null(from);
    while (fgets(line, sizeof line, from) != NULL)
        text_add(&said, line);
    assert_int_equal(pclose(from), 0);
    remove(path);
    return text_done(&said);
}

static void every_script_comes_out_as_words(void **state)
{
    (void)state;
    struct paper papers[SCRIPTS];
    struct print prints[SCRIPTS];

    for (size_t i = 0; i < SCRIPTS; i++)
        papers[i] = paper_in(scripts[i].language, scripts[i].words);
    press_print(arena, papers, SCRIPTS, prints);
    for (size_t i = 0; i < SCRIPTS; i++) {
        const char *words = asked("pdftotext -enc UTF-8 %s -", &prints[i]);
        if (strstr(words, scripts[i].wanted) == NULL)
            fail_msg("%s: %s", scripts[i].language, words);
        assert_non_null(strstr(words, "16.03.2026") != NULL || i == 0 ? words : NULL);
        assert_non_null(strstr(words, "Kirkevej 7"));
        assert_int_equal(prints[i].page_count, 1);
    }
}

/* Each row of pdffonts, after two of heading, says "yes yes yes": embedded, a subset, with Unicode. */
static void fonts_are_inside(void **state)
{
    (void)state;
    for (size_t i = 0; i < SCRIPTS; i++) {
        struct paper paper = paper_in(scripts[i].language, scripts[i].words);
        struct print print = press_print_one(arena, &paper);
        struct text_pieces rows = text_split(arena, asked("pdffonts %s", &print), '\n');
        assert_true(rows.count > 3);
        for (size_t row = 2; row < rows.count; row++)
            if (!text_is_blank(rows.at[row])) {
                assert_non_null(strstr(rows.at[row], "yes yes yes"));
                assert_non_null(strstr(rows.at[row], "Noto"));
            }
    }
}

static void the_file_says_what_it_is(void **state)
{
    (void)state;
    struct paper paper = paper_in("ar", scripts[2].words);
    struct print print = press_print_one(arena, &paper);
    const char *words = asked("pdfinfo %s", &print);

    assert_non_null(strstr(words, "Title:           Prøvebrev"));
    assert_non_null(strstr(words, "Tagged:          yes"));
    assert_non_null(strstr(words, "Metadata Stream: yes"));
    assert_non_null(strstr(words, "JavaScript:      no"));
    assert_non_null(strstr(words, "Encrypted:       no"));
    assert_non_null(strstr(asked("grep -a -o '/Lang (ar)' %s", &print), "/Lang (ar)"));
}

static void the_same_paper_is_the_same_bytes(void **state)
{
    (void)state;
    struct paper paper = paper_in("fa", scripts[5].words);
    struct print one = press_print_one(arena, &paper), other = press_print_one(arena, &paper);

    assert_int_equal(one.why, PAPER_FINE);
    assert_int_equal(one.pdf.length, other.pdf.length);
    assert_memory_equal(one.pdf.at, other.pdf.at, one.pdf.length);
}

static void a_sign_without_a_font_is_found_out(void **state)
{
    (void)state;
    struct paper papers[2] = { paper_in("da", "Et brev"), paper_in("da", "Et brev\n\nmed 漢字 i") };
    struct print prints[2];

    press_print(arena, papers, 2, prints);
    assert_int_equal(prints[0].why, PAPER_FINE);
    assert_int_equal(prints[1].why, PAPER_NO_GLYPH);
    assert_non_null(strstr(prints[1].about, "漢字"));
}

static const char *long_words(int paragraphs)
{
    struct text words = text_new(arena);

    for (int i = 0; i < paragraphs; i++)
        text_add_format(&words, "# Afsnit %d\n%s\n\n- et punkt\n- et punkt til\n\n", i,
                        "Det er en lang tekst, som fylder flere linjer på siden, så at der til sidst ikke er plads til mere, "
                        "og resten må stå på den næste side, hvor den går videre, som om intet var hændt.");
    return text_done(&words);
}

static void pages_are_counted_and_end(void **state)
{
    (void)state;
    struct paper paper = paper_in("da", long_words(20)), endless = paper_in("da", long_words(2000));
    struct print print = press_print_one(arena, &paper);
    const char *words = asked("pdftotext -enc UTF-8 %s -", &print);

    assert_true(print.page_count >= 3);
    assert_non_null(strstr(words, arena_format(arena, "Side 1 af %d", print.page_count)));
    assert_non_null(strstr(words, arena_format(arena, "Side %d af %d", print.page_count, print.page_count)));
    assert_non_null(strstr(words, "Afsnit 19"));
    assert_int_equal(press_print_one(arena, &endless).why, PAPER_TOO_LONG);
}

static void a_translation_begins_on_its_own_page(void **state)
{
    (void)state;
    struct paper paper = paper_in("da", scripts[0].words);

    paper.parts[1] = (struct paper_part){ .language = "ar", .title = "رسالة", .words = scripts[2].words,
                                          .note = paper_tongue("ar")->translation };
    paper.part_count = 2;
    struct print print = press_print_one(arena, &paper);
    assert_int_equal(print.page_count, 2);
    const char *second = asked("pdftotext -f 2 -l 2 -enc UTF-8 %s -", &print);
    assert_non_null(strstr(second, "الموعد"));
    assert_null(strstr(second, "blåbærgrød"));
}

static void a_thousand_letters_do_not_grow(void **state)
{
    (void)state;
    enum { A_TIME = 200 };
    struct paper papers[A_TIME];
    struct print *prints = arena_array(arena, A_TIME, sizeof *prints);
    long after_first = 0, resident = 0;

    for (size_t i = 0; i < A_TIME; i++)
        papers[i] = paper_in(scripts[i % SCRIPTS].language, scripts[i % SCRIPTS].words);
    for (int round = 0; round < 5; round++) {
        press_print(arena, papers, A_TIME, prints);
        assert_int_equal(prints[A_TIME - 1].why, PAPER_FINE);
        after_first = prints[A_TIME / 4].resident_kb;
        resident = prints[A_TIME - 1].resident_kb;
        assert_true(resident - after_first < 4096);
    }
    assert_true(after_first > 0);
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new((size_t)256 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_script_comes_out_as_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fonts_are_inside, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_file_says_what_it_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_paper_is_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_sign_without_a_font_is_found_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(pages_are_counted_and_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_translation_begins_on_its_own_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_thousand_letters_do_not_grow, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
