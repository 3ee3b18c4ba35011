/* SPDX-License-Identifier: MIT
 * test_form.c: what is typed and what is read from it, one example a row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "web/form.h"
#include "web/percent.h"
#include "web/route.h"

const struct feature *const features[] = { NULL };
const size_t feature_count = 0;

enum { ARENA_SIZE = 16 << 20 };

static int begin(void **state)
{
    *state = arena_new(ARENA_SIZE);
    return 0;
}

static int end(void **state)
{
    arena_free(*state);
    return 0;
}

static struct request posted(struct arena *arena, const char *body)
{
    return (struct request){
        .arena = arena, .method = POST, .body = body, .body_length = strlen(body), .query = "",
    };
}

/* A form with one field "x" that holds `typed`. */
static struct form form_typed(struct request *r, const char *typed)
{
    struct form form = form_new(r);

    form_set(&form, "x", typed);
    return form;
}

static const struct {
    const char *typed;
    int64_t hundredths, whole; /* INT64_MIN: refused. */
} numbers[] = {
    { "0", 0, 0 },
    { "18", 1800, 18 },
    { " 18 ", 1800, 18 },
    { "18,5", 1850, INT64_MIN },
    { "18,50", 1850, INT64_MIN },
    { "18,05", 1805, INT64_MIN },
    { "18,505", INT64_MIN, INT64_MIN },
    { "18,", INT64_MIN, INT64_MIN },
    { ",5", INT64_MIN, INT64_MIN },
    { "-18,5", -1850, INT64_MIN },
    { "-0,5", -50, INT64_MIN },
    { "--1", INT64_MIN, INT64_MIN },
    { "12.500", 1250000, 12500 },
    { "-12.500", -1250000, -12500 },
    { "1.234.567,89", 123456789, INT64_MIN },
    { "1.5", INT64_MIN, INT64_MIN },
    { "1.50", INT64_MIN, INT64_MIN },
    { "1234.567", INT64_MIN, INT64_MIN },
    { "1.234567", INT64_MIN, INT64_MIN },
    { ".500", INT64_MIN, INT64_MIN },
    { "1,5.5", INT64_MIN, INT64_MIN },
    { "1,5,5", INT64_MIN, INT64_MIN },
    { "1 000", INT64_MIN, INT64_MIN },
    { "1e3", INT64_MIN, INT64_MIN },
    { "0x10", INT64_MIN, INT64_MIN },
    { "atten", INT64_MIN, INT64_MIN },
    { "99999999999999999999", INT64_MIN, INT64_MIN },
};

static void numbers_are_danish(void **state)
{
    int wrong = 0;

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct request r = posted(*state, "");
        struct form decimal = form_typed(&r, numbers[i].typed), whole = form_typed(&r, numbers[i].typed);
        int64_t hundredths = form_hundredths(&decimal, "x", FORM_REQUIRED);
        int64_t number = form_int(&whole, "x", FORM_REQUIRED, -1000000, 1000000);
        bool is_right = hundredths == numbers[i].hundredths && number == numbers[i].whole
            && decimal.error_count == (hundredths == INT64_MIN) && whole.error_count == (number == INT64_MIN);
        if (!is_right)
            print_error("\"%s\": %lld and %lld\n", numbers[i].typed, (long long)hundredths, (long long)number);
        wrong += !is_right;
    }
    assert_int_equal(wrong, 0);
}

static const struct {
    const char *typed;
    int year, month, day; /* Year 0: refused. */
} days[] = {
    { "2026-03-06", 2026, 3, 6 }, { "06-03-2026", 2026, 3, 6 }, { "6/3 2026", 2026, 3, 6 },
    { "6.3.2026", 2026, 3, 6 },   { " 2026-03-06", 2026, 3, 6 }, { "2026-02-29", 0, 0, 0 },
    { "2028-02-29", 2028, 2, 29 }, { "31-04-2026", 0, 0, 0 },   { "i morgen", 0, 0, 0 },
    { "2026-03-06x", 0, 0, 0 },
};

static void days_are_read_in_both_spellings(void **state)
{
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct request r = posted(*state, "");
        struct form form = form_typed(&r, days[i].typed);
        day wanted = days[i].year == 0 ? DAY_NONE : day_of(days[i].year, days[i].month, days[i].day);
        assert_int_equal(form_day(&form, "x", FORM_REQUIRED), wanted);
        assert_int_equal(form.error_count, wanted == DAY_NONE);
        assert_string_equal(form_value(&form, "x"), days[i].typed); /* Kept as typed. */
    }
}

static void missing_values_are_said_once(void **state)
{
    struct request r = posted(*state, "a=+&b=2");
    struct form form = form_read(&r);

    assert_string_equal(form_text(&form, "a", FORM_OPTIONAL, 10), "");
    assert_int_equal(form_int(&form, "c", FORM_OPTIONAL, 0, 9), INT64_MIN);
    assert_int_equal(form.error_count, 0);
    assert_string_equal(form_text(&form, "a", FORM_REQUIRED, 10), "");
    assert_string_equal(form_text(&form, "a", FORM_REQUIRED, 10), "");
    assert_int_equal(form.error_count, 1);
    assert_string_equal(form_error_of(&form, "a"), "Skal udfyldes.");
    assert_null(form_error_of(&form, "b"));
}

static void a_text_is_counted_in_letters(void **state)
{
    struct request r = posted(*state, "a=%C3%A6%C3%B8%C3%A5");
    struct form form = form_read(&r);

    assert_string_equal(form_text(&form, "a", FORM_REQUIRED, 3), "æøå");
    assert_int_equal(form.error_count, 0);
    assert_string_equal(form_text(&form, "a", FORM_REQUIRED, 2), "");
    assert_string_equal(form_error_of(&form, "a"), "Må højst være 2 tegn.");
    assert_string_equal(form_value(&form, "a"), "æøå");
}

static void a_number_out_of_range_says_the_range(void **state)
{
    struct request r = posted(*state, "a=38");
    struct form form = form_read(&r);

    assert_int_equal(form_int(&form, "a", FORM_REQUIRED, 0, 37), INT64_MIN);
    assert_string_equal(form_error_of(&form, "a"), "Skal være mellem 0 og 37.");
}

static void choices_flags_and_lists(void **state)
{
    static const char *const codes[] = { "held", "cancelled", NULL };
    struct request r = posted(*state, "status=cancelled&bad=x&on=1&off=&day=1&day=3");
    struct form form = form_read(&r);

    assert_int_equal(form_choice(&form, "status", FORM_REQUIRED, codes), 1);
    assert_int_equal(form_choice(&form, "none", FORM_OPTIONAL, codes), -1);
    assert_int_equal(form.error_count, 0);
    assert_int_equal(form_choice(&form, "bad", FORM_OPTIONAL, codes), -1);
    assert_int_equal(form_choice(&form, "none", FORM_REQUIRED, codes), -1);
    assert_int_equal(form.error_count, 2);
    assert_true(form_flag(&form, "on"));
    assert_false(form_flag(&form, "off"));
    struct text_pieces chosen = form_all(&form, "day");
    assert_int_equal(chosen.count, 2);
    assert_string_equal(chosen.at[1], "3");
    assert_true(form_has(&form, "day", "3"));
    assert_false(form_has(&form, "day", "2"));
}

static void what_is_set_is_read_back(void **state)
{
    struct request r = posted(*state, "");
    struct form form = form_new(&r);
    instant at = instant_of(day_of(2026, 7, 1), 14, 30, 0);

    form_set_int(&form, "int", -7);
    form_set_day(&form, "day", day_of(2026, 3, 6));
    form_set_day(&form, "no_day", DAY_NONE);
    form_set_instant(&form, "at", at);
    assert_int_equal(form_int(&form, "int", FORM_REQUIRED, -9, 9), -7);
    assert_string_equal(form_value(&form, "day"), "2026-03-06");
    assert_int_equal(form_day(&form, "no_day", FORM_OPTIONAL), DAY_NONE);
    assert_string_equal(form_value(&form, "at"), "2026-07-01T14:30");
    assert_true(form_instant(&form, "at", FORM_REQUIRED) == at);
    assert_int_equal(strlen(form.once), 32);
}

static const struct {
    const char *bytes;
    bool is_well_formed;
    size_t count;
} bodies[] = {
    { "", true, 0 },       { "a=b", true, 1 },      { "a=b&c=d", true, 2 },   { "a", true, 1 },
    { "a=b=c", true, 1 },  { "&&a=b&", true, 1 },   { "a=%0d%0ab", true, 1 }, { "a=%", false, 0 },
    { "a=%4", false, 0 },  { "a=%00", false, 0 },   { "a=%1b", false, 0 },    { "a=%ff", false, 0 },
    { "a=1&b=%zz", false, 1 }, { "a=\xc3\xa6", true, 1 }, { "=b", true, 1 },  { "a=%c0%80", false, 0 },
};

static void urlencoding_is_strict(void **state)
{
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct percent_pairs pairs = percent_pairs_read(*state, bodies[i].bytes, strlen(bodies[i].bytes));
        if (pairs.is_well_formed != bodies[i].is_well_formed || pairs.count != bodies[i].count)
            fail_msg("%s: %d, %zu", bodies[i].bytes, pairs.is_well_formed, pairs.count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_are_danish, begin, end),
        cmocka_unit_test_setup_teardown(days_are_read_in_both_spellings, begin, end),
        cmocka_unit_test_setup_teardown(missing_values_are_said_once, begin, end),
        cmocka_unit_test_setup_teardown(a_text_is_counted_in_letters, begin, end),
        cmocka_unit_test_setup_teardown(a_number_out_of_range_says_the_range, begin, end),
        cmocka_unit_test_setup_teardown(choices_flags_and_lists, begin, end),
        cmocka_unit_test_setup_teardown(what_is_set_is_read_back, begin, end),
        cmocka_unit_test_setup_teardown(urlencoding_is_strict, begin, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
