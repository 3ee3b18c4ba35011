/* SPDX-License-Identifier: MIT
 * test_help.c: reads the pages of all features and looks for a key that the table of keys does not have. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <glob.h>

#include "base/text.h"
#include "help/pages.h"

enum { LINE_MAX_HERE = 4000, KEY_MAX = 30 };

/* What aria-keyshortcuts calls otherwise than people do. */
static const struct {
    const char *aria, *shown;
} names[] = { { "Escape", "Esc" }, { "Control+Enter", "Ctrl Enter" } };

static bool has_key(const char *key)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is(names[i].aria, key))
            key = names[i].shown;
    for (size_t p = 0; p < help_places.count; p++)
        for (size_t k = 0; k < help_places.at[p].count; k++) {
            const char *keys = help_places.at[p].at[k].keys;
            if (text_starts(keys, key) && (keys[strlen(key)] == 0 || keys[strlen(key)] == ' '))
                return true;
        }
    return false;
}

/* The keys of a line that are written out; those from a table begin with a hole. */
static int read_line(const char *path, const char *line)
{
    static const char attribute[] = "aria-keyshortcuts=\"";
    int count = 0;

    for (const char *at = line; (at = strstr(at, attribute)) != NULL;) {
        char key[KEY_MAX] = "";
        at += sizeof attribute - 1;
        size_t length = strcspn(at, "\"");
        if (*at == '{' || length >= sizeof key)
            continue;
        memcpy(key, at, length);
        if (!has_key(key))
            fail_msg("%s: the key %s is not in src/help/keys.c", path, key);
        count++;
    }
    return count;
}

static void every_key_of_a_page_is_told(void **state)
{
    (void)state;
    glob_t pages;
    int count = 0;

    assert_int_equal(glob(SOURCE_ROOT "/src/*/*.page", 0, NULL, &pages), 0);
    for (size_t i = 0; i < pages.gl_pathc; i++) {
        char line[LINE_MAX_HERE];
        FILE *file = fopen(pages.gl_pathv[i], "r");
        assert_non_null(file);
        while (fgets(line, sizeof line, file) != NULL)
            count += read_line(pages.gl_pathv[i], line);
        fclose(file);
    }
    globfree(&pages);
    assert_true(count >= 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_of_a_page_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
