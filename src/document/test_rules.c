/* SPDX-License-Identifier: MIT
 * test_rules.c: reads rules.cases; and content that is stored reads back as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "document/document.h"

static const char *const sign_words[SIGN_WHY_COUNT] = { "fine", "not_a_party", "already", "outdated" };

static bool is_yes(const char *word)
{
    return text_is(word, "yes");
}

static void case_may_sign(struct arena *arena, const char *line)
{
    char outdated[8], party[8], signed_[8], why[20];

    (void)arena;
    assert_int_equal(sscanf(line, "%7s %7s %7s => %19s", outdated, party, signed_, why), 4);
    enum sign_why got = document_may_sign(is_yes(outdated), is_yes(party), is_yes(signed_));
    if (!text_is(sign_words[got], why))
        fail_msg("%s: got %s", line, sign_words[got]);
}

/* "ar/Juelsminde" as a written text of section 1, whose words are its own name. */
static struct document_section_row row_of(struct arena *arena, const char *word)
{
    struct text_pieces parts = text_split(arena, word, '/');

    assert_int_equal(parts.count, 2);
    return (struct document_section_row){ .number = 1, .language = parts.at[0], .variant = parts.at[1], .words = word };
}

static struct text_pieces words_of(struct arena *arena, const char *line)
{
    struct text_pieces pieces = text_split(arena, line, ' ');
    size_t count = 0;

    for (size_t i = 0; i < pieces.count; i++)
        if (*pieces.at[i] != 0)
            pieces.at[count++] = pieces.at[i];
    return (struct text_pieces){ pieces.at, count };
}

/* The words before the last two are written, then "asked => stands". */
static void case_section(struct arena *arena, const char *line)
{
    struct text_pieces words = words_of(arena, line);
    size_t written = words.count - 3;
    struct document_section_row rows[8];

    assert_true(words.count >= 4 && written <= 8);
    for (size_t i = 0; i < written; i++)
        rows[i] = row_of(arena, words.at[i]);
    struct document_section_row asked = row_of(arena, words.at[written]);
    struct document_section_row_list list = { rows, written };
    const struct document_section_row *stands = document_section_for(&list, 1, asked.language, asked.variant);
    if (!text_is(stands == NULL ? "-" : stands->words, words.at[words.count - 1]))
        fail_msg("%s: got %s", line, stands == NULL ? "-" : stands->words);
    assert_null(document_section_for(&list, 2, asked.language, asked.variant));
}

static void every_case_holds(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    struct cases cases = cases_open("src/document/rules.cases");

    while (cases_next(&cases))
        (text_is(cases.rule, "document.may_sign") ? case_may_sign : case_section)(arena, cases.line);
    assert_true(cases.count >= 19);
    arena_free(arena);
}

static void content_reads_back_as_it_was(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    const struct document_section sections[] = {
        { "Bykort", "Se kortet.\n\nStationen ligger i midten." },
        { "Tomt", "" },
        { "Skilletegn", "a\x1e" "b\x1f" "c" },
    };
    struct document_sections back =
        document_sections_of(arena, document_content(arena, (struct document_sections){ sections, 3 }));

    assert_int_equal(back.count, 3);
    assert_string_equal(back.at[0].title, "Bykort");
    assert_string_equal(back.at[0].words, sections[0].words);
    assert_string_equal(back.at[1].words, "");
    assert_string_equal(back.at[2].words, "abc");
    assert_int_equal(document_sections_of(arena, "").count, 0);
    assert_string_equal(document_content_plain(arena, document_content(arena, (struct document_sections){ sections, 3 })),
                        "Bykort\nSe kortet.\n\nStationen ligger i midten.\n\nTomt\n\nSkilletegn\nabc");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
        cmocka_unit_test(content_reads_back_as_it_was),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
