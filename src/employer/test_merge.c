/* SPDX-License-Identifier: MIT
 * test_merge.c: no table that refers to a company is forgotten when two are merged. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "employer/merge.h"

enum { NAME_LENGTH = 63 };

static bool is_listed(const char *table, const char *column)
{
    for (const struct merge_move *move = merge_moves; move->table != NULL; move++)
        if (text_is(move->table, table) && text_is(column, "company"))
            return true;
    for (const struct merge_stay *stay = merge_stays; stay->table != NULL; stay++)
        if (text_is(stay->table, table) && text_is(stay->column, column))
            return true;
    return false;
}

/* Reads a migration line by line: which table is told of, and which columns refer to a company. */
static int check_file(const char *path)
{
    FILE *file = fopen(path, "r");
    char line[500], table[NAME_LENGTH + 1] = "", column[NAME_LENGTH + 1], word[NAME_LENGTH + 1];
    int found = 0;

    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        bool is_added = sscanf(line, "ALTER TABLE %63s ADD COLUMN %63s", table, column) == 2;
        if (sscanf(line, "CREATE TABLE %63s", word) == 1)
            memcpy(table, word, sizeof table);
        const char *refers = strstr(line, "REFERENCES company (");
        if (text_starts(line, "--") || refers == NULL || (!is_added && sscanf(line, " %63s", column) != 1))
            continue;
        found++;
        if (!is_listed(table, column))
            fail_msg("%s.%s refers to a company (%s): put it into merge_moves or, with a reason, merge_stays", table, column,
                     path);
    }
    fclose(file);
    return found;
}

static void every_column_that_refers_to_a_company_moves_or_says_why_not(void **state)
{
    (void)state;
    DIR *folder = opendir(SOURCE_ROOT "/schema");
    struct dirent *entry;
    int found = 0;

    assert_non_null(folder);
    while ((entry = readdir(folder)) != NULL) {
        char path[1000];
        snprintf(path, sizeof path, "%s/schema/%s", SOURCE_ROOT, entry->d_name);
        if (strstr(entry->d_name, ".sql") != NULL)
            found += check_file(path);
    }
    closedir(folder);
    assert_true(found >= 20); /* What is there today; fewer means that this test no longer reads the schema. */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_column_that_refers_to_a_company_moves_or_says_why_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
