/* SPDX-License-Identifier: MIT
 * schema.c: applying the migrations and reading the tables back. */
#include "schema.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/check.h"
#include "base/text.h"
#include "dialect.h"
#include "source.h"

int line_at(const char *text, int offset, int first)
{
    for (int i = 0; i < offset && text[i] != 0; i++)
        first += text[i] == '\n';
    return first;
}

static const char *column_text(struct arena *arena, sqlite3_stmt *statement, int column)
{
    return arena_dup(arena, (const char *)sqlite3_column_text(statement, column));
}

static sqlite3_stmt *ask(sqlite3 *sqlite, const char *sql, const char *table)
{
    sqlite3_stmt *statement;

    check(sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) == SQLITE_OK);
    if (table != NULL)
        sqlite3_bind_text(statement, 1, table, -1, SQLITE_TRANSIENT);
    return statement;
}

/* A table named by a foreign key before it exists, which PostgreSQL refuses; NULL when there is none. */
static const char *missing_parent(struct arena *arena, sqlite3 *sqlite)
{
    sqlite3_stmt *statement = ask(sqlite,
        "SELECT key.\"table\" FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS key"
        " WHERE child.type = 'table' AND key.\"table\" NOT IN (SELECT name FROM sqlite_schema)", NULL);
    const char *missing = NULL;

    if (sqlite3_step(statement) == SQLITE_ROW)
        missing = column_text(arena, statement, 0);
    sqlite3_finalize(statement);
    return missing;
}

/* Runs a script statement by statement, so that a mistake is reported on its line. */
static void run_script(struct arena *arena, sqlite3 *sqlite, const char *path, const char *script)
{
    for (const char *rest = script; *rest != 0;) {
        sqlite3_stmt *statement;
        const char *tail;
        bool is_right = sqlite3_prepare_v2(sqlite, rest, -1, &statement, &tail) == SQLITE_OK;

        if (is_right && statement != NULL)
            is_right = sqlite3_step(statement) == SQLITE_DONE;
        if (!is_right) {
            int offset = sqlite3_error_offset(sqlite);
            const char *at = rest + (offset < 0 ? (int)strspn(rest, " \t\r\n") : offset);
            report(path, line_at(script, (int)(at - script), 1), "%s", sqlite3_errmsg(sqlite));
        }
        const char *missing = missing_parent(arena, sqlite);
        if (missing != NULL) {
            report(path, line_at(script, (int)(rest + strspn(rest, " \t\r\n") - script), 1),
                   "refers to table %s, expected one that stands above (PostgreSQL knows no other)", missing);
            is_right = false;
        }
        sqlite3_finalize(statement);
        if (!is_right)
            return;
        rest = tail;
    }
}

void schema_apply(struct arena *arena, struct schema *schema, const char *path)
{
    const char *source = source_read(arena, path);
    const char *stem = source_stem(arena, path);
    const char *name = stem + strspn(stem, "0123456789");
    struct migration *migration = LIST_ADD(arena, &schema->migrations);

    migration->number = (int)strtol(stem, NULL, 10);
    migration->name = name[0] == '_' ? name + 1 : name;
    migration->path = path;
    if (schema->migrations.count > 1 && migration->number != migration[-1].number + 1)
        report(path, 1, "migration %d after %d, expected %d", migration->number, migration[-1].number,
               migration[-1].number + 1);

    const char *for_sqlite = dialect_part(arena, source, DIALECT_SQLITE);
    run_script(arena, schema->sqlite, path, for_sqlite);
    migration->sqlite = dialect_plain(arena, for_sqlite);
    migration->postgres = dialect_postgres_schema(arena, dialect_part(arena, source, DIALECT_POSTGRES));
}

static enum type_kind kind_of_declared(const char *declared)
{
    if (text_is(declared, "TEXT"))
        return TYPE_TEXT;
    if (text_is(declared, "REAL"))
        return TYPE_REAL;
    return text_is(declared, "BLOB") ? TYPE_BLOB : TYPE_INT;
}

static void read_columns(struct arena *arena, struct schema *schema, struct table *table)
{
    sqlite3_stmt *ask_columns = ask(schema->sqlite,
        "SELECT name, type, pk, (SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0)"
        "  FROM pragma_table_info(?1)", table->name);

    while (sqlite3_step(ask_columns) == SQLITE_ROW) {
        const char *name = column_text(arena, ask_columns, 0);
        enum type_kind kind = kind_of_declared(column_text(arena, ask_columns, 1));
        bool is_key = sqlite3_column_int(ask_columns, 2) == 1 && sqlite3_column_int(ask_columns, 3) == 1;
        struct type type = { kind, NULL };

        if (kind == TYPE_INT && is_key) {
            type = (struct type){ TYPE_ID, table->name };
            table->has_id = true;
        } else if (kind == TYPE_INT) {
            type = type_of_integer_name(name);
        }
        *LIST_ADD(arena, &table->columns) = (struct column){ name, type };
    }
    sqlite3_finalize(ask_columns);
}

/* A foreign key is an id of its parent, also where it is the key of this table. */
static void read_foreign_keys(struct arena *arena, struct schema *schema, struct table *table)
{
    sqlite3_stmt *ask_keys = ask(schema->sqlite,
        "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1) GROUP BY id HAVING count(*) = 1",
        table->name);

    while (sqlite3_step(ask_keys) == SQLITE_ROW) {
        const char *name = column_text(arena, ask_keys, 0);
        const char *parent = column_text(arena, ask_keys, 1);
        for (size_t i = 0; i < table->columns.count; i++) {
            struct column *column = &table->columns.at[i];
            bool is_number = column->type.kind != TYPE_TEXT && column->type.kind != TYPE_BLOB;
            if (text_is(column->name, name) && is_number) {
                table->has_id = table->has_id && !(column->type.kind == TYPE_ID);
                column->type = (struct type){ TYPE_ID, parent };
            }
        }
    }
    sqlite3_finalize(ask_keys);
}

/* A column with the name of a table is an id of it where no foreign key can stand: a log that must
 * outlive what it tells about. */
static void read_namesakes(struct schema *schema, struct table *table)
{
    for (size_t i = 0; i < table->columns.count; i++) {
        struct column *column = &table->columns.at[i];
        const struct table *namesake = schema_table(schema, column->name, strlen(column->name));
        if (column->type.kind == TYPE_INT && namesake != NULL && namesake->has_id)
            column->type = (struct type){ TYPE_ID, namesake->name };
    }
}

void schema_read_tables(struct arena *arena, struct schema *schema)
{
    sqlite3_stmt *ask_tables = ask(schema->sqlite,
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite^_%' ESCAPE '^'"
        " ORDER BY rowid", NULL);

    while (sqlite3_step(ask_tables) == SQLITE_ROW)
        LIST_ADD(arena, &schema->tables)->name = column_text(arena, ask_tables, 0);
    sqlite3_finalize(ask_tables);

    for (size_t i = 0; i < schema->tables.count; i++)
        read_columns(arena, schema, &schema->tables.at[i]);
    for (size_t i = 0; i < schema->tables.count; i++)
        read_foreign_keys(arena, schema, &schema->tables.at[i]);
    for (size_t i = 0; i < schema->tables.count; i++)
        read_namesakes(schema, &schema->tables.at[i]);
}

const struct table *schema_table(const struct schema *schema, const char *name, size_t length)
{
    for (size_t i = 0; i < schema->tables.count; i++) {
        const struct table *table = &schema->tables.at[i];
        if (strlen(table->name) == length && strncasecmp(table->name, name, length) == 0)
            return table;
    }
    return NULL;
}

const struct column *table_column(const struct table *table, const char *name)
{
    for (size_t i = 0; i < table->columns.count; i++)
        if (text_is(table->columns.at[i].name, name))
            return &table->columns.at[i];
    return NULL;
}
