/* SPDX-License-Identifier: MIT
 * test_multipart.c: forms with files, as browsers send them, and what is refused, one example a row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "web/multipart.h"
#include "web/route.h"

const struct feature *const features[] = { NULL };
const size_t feature_count = 0;

enum { ARENA_SIZE = 16 << 20 };

#define TYPE "multipart/form-data; boundary="
#define FIELD(name, value) "--X\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"
#define FILE_PART "--X\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
#define END "--X--\r\n"

static const char two_lines[] = FIELD("csrf", "abc") FILE_PART "Navn;By\r\nS\xf8ren;\r\n--\r\n" END;

static void a_file_keeps_its_bytes(void **state)
{
    struct arena *arena = arena_new(ARENA_SIZE);
    (void)state;

    struct multipart parts = multipart_read(arena, TYPE "X", two_lines, sizeof two_lines - 1);
    assert_true(parts.is_well_formed);
    assert_int_equal(parts.count, 2);
    assert_string_equal(parts.at[0].value, "abc");
    assert_null(parts.at[0].file);
    assert_string_equal(parts.at[1].name, "fil");
    assert_string_equal(parts.at[1].file, "a.csv");
    assert_null(parts.at[1].value);
    assert_int_equal(parts.at[1].length, strlen("Navn;By\r\nS\xf8ren;\r\n--"));
    assert_memory_equal(parts.at[1].bytes, "Navn;By\r\nS\xf8ren;\r\n--", parts.at[1].length);
    arena_free(arena);
}

static const struct {
    const char *type, *body;
    bool is_well_formed;
} bodies[] = {
    { TYPE "X", FIELD("a", "1") END, true },
    { TYPE "\"X\"", FIELD("a", "1") END, true },
    { "Multipart/Form-Data;boundary=X", FIELD("a", "") END, true },
    { TYPE "X", FIELD("a", "1") "--X--", true },
    { TYPE "X", END, false },
    { TYPE "X", "", false },
    { TYPE "", FIELD("a", "1") END, false },
    { TYPE "X; charset=utf-8", FIELD("a", "1") END, false },
    { TYPE "Y", FIELD("a", "1") END, false },
    { "multipart/form-data", FIELD("a", "1") END, false },
    { TYPE "X", FIELD("a", "1"), false },                      /* No end. */
    { TYPE "X", FIELD("a", "1") END "more", false },
    { TYPE "X", "preamble\r\n" FIELD("a", "1") END, false },
    { TYPE "X", FIELD("", "1") END, false },
    { TYPE "X", FIELD("a", "\x01") END, false },
    { TYPE "X", FIELD("a", "\xff") END, false },
    { TYPE "X", FIELD("a", "\xc3\xa6\r\n") END, true },
    { TYPE "X", FILE_PART "\xff\x01\r\n" END, true },
    { TYPE "X", "--X\r\n\r\n1\r\n" END, false },
    { TYPE "X", "--X\nContent-Disposition: form-data; name=\"a\"\n\n1\n--X--\n", false },
    { TYPE "X", "--X\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" END, false },
    { TYPE "X", "--X\r\nContent-Disposition: form-data; name=\"a\\\"b\"\r\n\r\n1\r\n" END, false },
    { TYPE "X", "--X\r\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''b\r\n\r\n1\r\n" END, false },
    { TYPE "X", "--X\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n" END, false },
    { TYPE "X", "--X\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n" END, false },
};

static void only_what_browsers_send(void **state)
{
    struct arena *arena = arena_new(ARENA_SIZE);
    (void)state;

    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct multipart parts = multipart_read(arena, bodies[i].type, bodies[i].body, strlen(bodies[i].body));
        if (parts.is_well_formed != bodies[i].is_well_formed || (parts.count > 0) != bodies[i].is_well_formed)
            fail_msg("row %zu, %s: %d, %zu", i, bodies[i].type, parts.is_well_formed, parts.count);
    }
    arena_free(arena);
}

static void so_many_parts_and_no_more(void **state)
{
    struct arena *arena = arena_new(ARENA_SIZE);
    (void)state;

    for (int extra = 0; extra <= 1; extra++) {
        struct text body = text_new(arena);
        for (int i = 0; i < MULTIPART_PARTS_MAX + extra; i++)
            text_add(&body, FIELD("a", "1"));
        text_add(&body, END);
        assert_int_equal(multipart_read(arena, TYPE "X", text_done(&body), body.length).is_well_formed, extra == 0);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_keeps_its_bytes),
        cmocka_unit_test(only_what_browsers_send),
        cmocka_unit_test(so_many_parts_and_no_more),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
