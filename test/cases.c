/* SPDX-License-Identifier: MIT
 * cases.c: see cases.h. */
#include "cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

struct cases cases_open(const char *path)
{
    struct cases cases = { 0 };
    char whole[CASES_LINE_MAX];

    snprintf(whole, sizeof whole, "%s/%s", SOURCE_ROOT, path);
    cases.file = fopen(whole, "r");
    if (cases.file == NULL)
        fail_msg("no examples in %s", whole);
    return cases;
}

/* Takes a line's end away; a line without one is cut, or the last of a file. */
static void trim_end(struct cases *cases)
{
    size_t length = strcspn(cases->line, "\n");

    if (cases->line[length] == 0 && !feof(cases->file))
        fail_msg("line %d is too long: %s", cases->number, cases->line);
    cases->line[length] = 0;
}

bool cases_next(struct cases *cases)
{
    while (fgets(cases->line, sizeof cases->line, cases->file) != NULL) {
        cases->number++;
        trim_end(cases);
        if (text_starts(cases->line, "rule ")) {
            assert_int_equal(sscanf(cases->line, "rule %63s", cases->rule), 1);
        } else if (*cases->line != '#' && !text_is_blank(cases->line)) {
            cases->count++;
            return true;
        }
    }
    fclose(cases->file);
    cases->file = NULL;
    return false;
}

size_t cases_row(const struct cases *cases, const void *rows, size_t row_size, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *name;
        memcpy(&name, (const char *)rows + i * row_size, sizeof name);
        if (text_is(cases->rule, name))
            return i;
    }
    fail_msg("line %d: nothing checks the rule %s", cases->number, cases->rule);
    return count;
}
