/* SPDX-License-Identifier: MIT
 * test_school.c: what a school's mark and ours are to each other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transfer/school.h"

static const struct {
    const char *file, *here, *said;
    bool is_used;
    enum school_match match;
} cases[] = {
    { "attended", "", "", false, SCHOOL_ONLY_FILE },
    { "attended", "attended", "", false, SCHOOL_SAME },
    { "attended", "attended", "sick", true, SCHOOL_SAME },
    { "sick", "attended", "", false, SCHOOL_DIFFERENT },
    /* Decided before that ours stands: asked again only when the school says something else. */
    { "sick", "attended", "sick", false, SCHOOL_DECIDED },
    { "unlawful", "attended", "sick", false, SCHOOL_DIFFERENT },
    /* Taken from the school before, and changed here since. */
    { "sick", "attended", "sick", true, SCHOOL_DIFFERENT },
};

static void every_case_holds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(school_match(cases[i].file, cases[i].here, cases[i].said, cases[i].is_used), cases[i].match);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_holds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
