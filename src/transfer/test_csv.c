/* SPDX-License-Identifier: MIT
 * test_csv.c: tables as other systems write them, one case a row: the file, and what is read of it with
 * | between cells and / between rows, or the mistakes with their places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "transfer/csv.h"

enum { ARENA_SIZE = 256 << 20 };

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_new(ARENA_SIZE);
    return 0;
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static const char *shown(const struct csv *csv)
{
    struct text out = text_new(arena);

    for (size_t i = 0; i < csv->count; i++)
        for (size_t k = 0; k < csv->at[i].count; k++)
            text_add_format(&out, "%s%s", k > 0 ? "|" : i > 0 ? "/" : "", csv->at[i].cells[k].text);
    return text_done(&out);
}

static const char *read_text(const char *bytes, size_t length)
{
    struct mistakes mistakes = mistakes_new(arena);
    struct csv csv;
    struct text out = text_new(arena);

    if (csv_read(&mistakes, "f", bytes, length, &csv))
        return shown(&csv);
    for (size_t i = 0; i < mistakes.count; i++)
        text_add_format(&out, "%s%d:%d %s", i > 0 ? "; " : "", mistakes.at[i].line, mistakes.at[i].column,
                        mistakes.at[i].text);
    return text_done(&out);
}

struct csv_case {
    const char *bytes, *expected;
};

static const struct csv_case cases[] = {
    /* Separators and line ends. */
    { "Fornavn;Efternavn\r\nNour;Said\r\n", "Fornavn|Efternavn/Nour|Said" },
    { "a,b\n1,2", "a|b/1|2" },
    { "a\tb\n1\t2\n", "a|b/1|2" },
    { "a;b,c;d\n1;2;3\n", "a|b,c|d/1|2|3" },
    { "a,\"b;c;d\"\n1,2\n", "a|b;c;d/1|2" },
    { "sep=,\r\na,b;c;d\r\n1,2\r\n", "a|b;c;d/1|2" },
    { "alene\n1\n", "alene/1" },
    { "a;b\n\n;\n1;2\n\n", "a|b/1|2" },
    { "a;b\r1;2\n", "1:3 feltet har et styretegn (nummer 13)" },
    /* Quotes. */
    { "a;b\n\"x;y\";\"han sagde \"\"ja\"\"\"\n", "a|b/x;y|han sagde \"ja\"" },
    { "a;b\n\"to\r\nlinjer\";2\n", "a|b/to\nlinjer|2" },
    { "a;b\n\"\";x\n", "a|b/|x" },
    { "a;b\n5\" rør;x\n", "a|b/5\" rør|x" },
    /* White space, rows that are too short, separators at the end. */
    { "a; b ;c\n  1 ;2\n", "a|b|c/1|2" },
    { "a;b\n1;2;;;\n", "a|b/1|2|||" },
    /* Formulas come back as they were. */
    { "a\n'=1+1\n", "a/=1+1" },
    { "a\n'+45 12\n", "a/+45 12" },
    { "a\n''=x\n", "a/'=x" },
    { "a\n'ord'\n", "a/'ord'" },
    /* Encodings: the same word in each. */
    { "a\ns\xc3\xb8ndag\n", "a/søndag" },
    { "\xef\xbb\xbf" "a\ns\xc3\xb8ndag\n", "a/søndag" },
    { "a\ns\xf8ndag \xc5se\n", "a/søndag Åse" },
    { "a\n\x80 5 \x96 s\xf8ndag\n", "a/€ 5 – søndag" },
    /* Mistakes. */
    { "", "0:0 filen er tom" },
    { "\n;;\n", "0:0 filen er tom" },
    { "a;b\n1;\"2\n3;4\n", "2:3 feltet begynder med et anførselstegn, som ikke slutter" },
    { "a;b\n\"1\" x;2\n", "2:4 efter det afsluttende anførselstegn står der mere i feltet" },
    { "a;b\nø;2;3\n", "2:5 rækken har flere felter end de 2 kolonner" },
    { "a\n\x01\n", "2:1 feltet har et styretegn (nummer 1)" },
    { "\xff\xfe" "a;b", "0:0 filen er i UTF-16; gem den som CSV UTF-8" },
    { "PK\x03\x04", "0:0 filen er et regneark; gem det som CSV UTF-8" },
    { "a\n\xc3\xb8\n\xf8\n", "3:0 filen er delvis i UTF-8 og delvis i et andet tegnsæt; gem hele filen som UTF-8" },
    { "a\n\x81\n", "2:0 tegnet med nummer 129 findes ikke i nogen af de tegnsæt, der kan læses; gem filen som UTF-8" },
};

static void every_case_holds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(read_text(cases[i].bytes, strlen(cases[i].bytes)), cases[i].expected);
}

static void a_zero_byte_is_no_text(void **state)
{
    (void)state;
    assert_string_equal(read_text("a\0b", 3), "0:0 filen er ikke tekst");
}

static void encodings_are_told_apart(void **state)
{
    static const struct { const char *bytes; enum csv_encoding is; } files[] = {
        { "a\nabc\n", CSV_UTF_8 }, { "a\nbl\xc3\xa5\n", CSV_UTF_8 }, { "a\nbl\xe5\n", CSV_LATIN_1 },
        { "a\nbl\xe5 \x93x\x94\n", CSV_WINDOWS_1252 },
    };
    (void)state;

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct mistakes mistakes = mistakes_new(arena);
        struct csv csv;
        assert_true(csv_read(&mistakes, "f", files[i].bytes, strlen(files[i].bytes), &csv));
        assert_int_equal(csv.encoding, files[i].is);
    }
}

static void cells_know_their_place(void **state)
{
    static const char bytes[] = "a;b;c\n\"æ\nø\";å;x\n1;2;3\n";
    struct mistakes mistakes = mistakes_new(arena);
    struct csv csv;
    (void)state;

    assert_true(csv_read(&mistakes, "f", bytes, sizeof bytes - 1, &csv));
    assert_int_equal(csv.at[1].line, 2);
    assert_int_equal(csv.at[1].cells[2].line, 3);   /* After the line break in the first cell. */
    assert_int_equal(csv.at[1].cells[2].column, 6); /* Letters count, not bytes. */
    assert_int_equal(csv.at[2].line, 4);
    assert_string_equal(csv_cell_of(&csv.at[2], 2).text, "3");
    assert_string_equal(csv_cell_of(&csv.at[2], 9).text, "");
}

/* `count` times a letter, with a beginning. */
static const char *long_text(const char *begin, char letter, size_t count, const char *end)
{
    struct text out = text_new(arena);

    text_add(&out, begin);
    for (size_t i = 0; i < count; i++)
        text_add_char(&out, letter);
    text_add(&out, end);
    return text_done(&out);
}

static void limits_hold(void **state)
{
    const char *just = long_text("a\n", 'x', CSV_CELL_MAX, "\n"), *over = long_text("a\n", 'x', CSV_CELL_MAX + 1, "\n");
    const char *wide = long_text("", ';', CSV_COLUMNS_MAX - 1, "\n1\n"), *wider = long_text("a", ';', CSV_COLUMNS_MAX, "\n");
    const char *many = long_text("a", '\n', 1, "");
    (void)state;

    assert_int_equal(strlen(read_text(just, strlen(just))), CSV_CELL_MAX + 2);
    assert_string_equal(read_text(over, strlen(over)), "2:1 feltet er på 4001 tegn; der må højst være 4000");
    assert_null(strstr(read_text(wide, strlen(wide)), "flere end"));
    assert_string_equal(read_text(wider, strlen(wider)), "1:102 rækken har flere end 100 felter");
    assert_string_equal(read_text(many, strlen(many)), "a");

    struct text rows = text_new(arena);
    for (int i = 0; i <= CSV_ROWS_MAX; i++)
        text_add(&rows, "1\n");
    assert_string_equal(read_text(rows.at, rows.length), "200002:0 filen har flere end 200000 rækker");
}

static void written_cells_are_safe_and_come_back(void **state)
{
    static const char *const cells[] = {
        "plain", "=1+1", "+45 12", "-5", "@x", "'=x", "'plain", "a;b", "\"q\"", "two\nlines", "", "æ", "a,b", "''''-",
    };
    struct text out = text_new(arena);
    struct csv_writer writer = csv_writer_new(&out);
    (void)state;

    csv_write(&writer, "navn");
    csv_write(&writer, "tal");
    csv_end_row(&writer);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        csv_write(&writer, cells[i]);
        csv_write(&writer, "1");
        csv_end_row(&writer);
    }
    assert_non_null(strstr(out.at, "\r\n'=1+1;1\r\n'+45 12;1\r\n'-5;1\r\n'@x;1\r\n''=x;1\r\n'plain;1\r\n"));

    struct mistakes mistakes = mistakes_new(arena);
    struct csv csv;
    assert_true(csv_read(&mistakes, "f", out.at, out.length, &csv));
    assert_int_equal(csv.separator, ';');
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        assert_string_equal(csv.at[i + 1].cells[0].text, cells[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
        cmocka_unit_test(a_zero_byte_is_no_text),
        cmocka_unit_test(encodings_are_told_apart),
        cmocka_unit_test(cells_know_their_place),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(written_cells_are_safe_and_come_back),
    };

    return cmocka_run_group_tests_name("csv", tests, make_arena, free_arena);
}
