/* SPDX-License-Identifier: MIT
 * test_erasure.c: no table with words about a citizen is forgotten when a case is erased. Reads the schema and the
 * statements as text: each table that refers to a citizen, or to a row that does, is emptied by a statement of
 * MAY_CASE_ERASE, or stands below with a reason. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

enum { NAME_LENGTH = 63, TABLES_MAX = 300, REFERENCES_MAX = 20, LINE_MAX_BYTES = 1000 };

static const struct {
    const char *table, *why;
} stays[] = {
    { "access_log", "the law keeps it: who has seen the case, also after it is erased" },
    { "break_glass", "a part of the access log: why somebody outside the team looked" },
    { "enrolment", "codes and days alone, for statistics" },
    { "form_choice", "codes alone, for statistics" },
    { "igu_week", "days and hours alone, for statistics" },
    { "obligation", "computed from the journal, whose fields are emptied" },
    { "placement_absence", "codes and days alone, for statistics" },
    { "placement_mentor", "which mentor when: of the company's person; no word about the citizen" },
    { "sanction_case", "codes and days alone, for statistics; what was written stands in its steps, which are emptied" },
    { "pipeline_move", "codes and days alone, for statistics" },
    { "proposal_run", "how many and which version; of no one citizen" },
};

struct table {
    char name[NAME_LENGTH + 1];
    char refers[REFERENCES_MAX][NAME_LENGTH + 1];
    size_t refer_count;
    bool has_text, is_about, is_emptied;
};
static struct table tables[TABLES_MAX];
static size_t table_count;

static struct table *table_named(const char *name, bool may_add)
{
    for (size_t i = 0; i < table_count; i++)
        if (text_is(tables[i].name, name))
            return &tables[i];
    if (!may_add)
        return NULL;
    assert_true(table_count < TABLES_MAX);
    snprintf(tables[table_count].name, sizeof tables[table_count].name, "%s", name);
    return &tables[table_count++];
}

static void read_column(struct table *table, const char *line, const char *column, const char *type)
{
    const char *refers = strstr(line, "REFERENCES ");

    table->has_text = table->has_text || text_is(type, "TEXT") || text_is(type, "BLOB");
    table->is_about = table->is_about || text_is(column, "citizen") || text_is(column, "citizens");
    if (refers != NULL && table->refer_count < REFERENCES_MAX)
        table->refer_count += sscanf(refers, "REFERENCES %63[a-z_]", table->refers[table->refer_count]) == 1;
}

static void read_schema(const char *line, struct table **table)
{
    char name[NAME_LENGTH + 1], column[NAME_LENGTH + 1], type[NAME_LENGTH + 1];

    if (text_starts(line, "--"))
        return;
    if (sscanf(line, "CREATE TABLE %63[a-z_]", name) == 1)
        *table = table_named(name, true);
    else if (sscanf(line, "DROP TABLE %63[a-z_]", name) == 1)
        *table_named(name, true) = (struct table){ 0 };
    else if (sscanf(line, "ALTER TABLE %63[a-z_] ADD COLUMN %63s %63[A-Z]", name, column, type) == 3)
        read_column(table_named(name, true), line, column, type);
    else if (*table != NULL && *line == ' ' && sscanf(line, " %63[a-z_] %63[A-Z]", column, type) == 2)
        read_column(*table, line, column, type);
    else if (*line == ')')
        *table = NULL;
}

/* Statements stand one after another; `may` says whether the one at hand is for erasing. */
static void read_statement(const char *line, bool *may)
{
    char name[NAME_LENGTH + 1];

    if (text_starts(line, "-- name:"))
        *may = false;
    else if (text_starts(line, "-- may:"))
        *may = strstr(line, "case_erase") != NULL;
    else if (*may && (sscanf(line, "UPDATE %63[a-z_]", name) == 1 || sscanf(line, "DELETE FROM %63[a-z_]", name) == 1) &&
             table_named(name, false) != NULL)
        table_named(name, false)->is_emptied = true;
}

static void read_all(const char *pattern, bool is_schema)
{
    char line[LINE_MAX_BYTES];
    glob_t files;

    assert_int_equal(glob(pattern, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        FILE *file = fopen(files.gl_pathv[i], "r");
        struct table *table = NULL;
        bool may = false;
        assert_non_null(file);
        while (fgets(line, sizeof line, file) != NULL)
            if (is_schema)
                read_schema(line, &table);
            else
                read_statement(line, &may);
        fclose(file);
    }
    globfree(&files);
}

/* What refers to a row about a citizen is about her too. */
static void spread(void)
{
    for (size_t round = 0; round < table_count; round++)
        for (size_t i = 0; i < table_count; i++)
            for (size_t k = 0; k < tables[i].refer_count; k++) {
                const struct table *referred = table_named(tables[i].refers[k], false);
                bool is_hers = text_is(tables[i].refers[k], "citizen") || (referred != NULL && referred->is_about);
                tables[i].is_about = tables[i].is_about || is_hers;
            }
}

static bool is_kept(const char *name)
{
    for (size_t i = 0; i < sizeof stays / sizeof *stays; i++)
        if (text_is(stays[i].table, name))
            return true;
    return false;
}

static void each_table_about_a_citizen_is_emptied_or_says_why_not(void **state)
{
    (void)state;
    int about = 0;

    read_all(SOURCE_ROOT "/schema/*.sql", true);
    read_all(SOURCE_ROOT "/src/*/*.sql", false);
    spread();
    for (size_t i = 0; i < table_count; i++) {
        about += tables[i].is_about;
        if (tables[i].is_about && tables[i].has_text && !tables[i].is_emptied && !is_kept(tables[i].name))
            fail_msg("%s has words about a citizen that nothing empties: a statement with `may: case_erase` in the feature's "
                     "holding.c, or a row with its reason here", tables[i].name);
    }
    for (size_t i = 0; i < sizeof stays / sizeof *stays; i++) {
        const struct table *kept = table_named(stays[i].table, false);
        assert_non_null(kept);
        assert_true(kept->is_about);
        assert_false(kept->is_emptied);
    }
    assert_true(about >= 50); /* What is there today; fewer means that this test no longer reads the schema. */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_table_about_a_citizen_is_emptied_or_says_why_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
