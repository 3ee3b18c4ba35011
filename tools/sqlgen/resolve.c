/* SPDX-License-Identifier: MIT
 * resolve.c: what a declaration means. SQLite says which table and column a result comes from; names
 * say the rest; `takes:` and `gives:` overrule both. */
#include "resolve.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "db/permission.h"
#include "source.h"

struct resolving {
    struct arena *arena;
    const struct schema *schema;
    struct declaration *declaration;
    tables found;           /* In the order in which the statement names them. */
    names parameters;
    bool touches_a_citizen; /* It reads or writes the table citizen, or one with such a column. */
};

__attribute__((format(printf, 2, 3)))
static void wrong(struct resolving *r, const char *format, ...)
{
    va_list arguments;
    char what[600];

    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    r->declaration->is_right = false;
    report(r->declaration->file, r->declaration->line, "%s: %s", r->declaration->name, what);
}

/* --- types --- */

static struct type type_of_table(const struct schema *schema, const char *name)
{
    const struct table *table = schema_table(schema, name, strlen(name));

    if (table == NULL || !table->has_id)
        return (struct type){ TYPE_UNKNOWN, NULL };
    return (struct type){ TYPE_ID, table->name };
}

/* The type of `name` in a field "type name, type name"; unknown when it is not there. */
static struct type type_written(struct resolving *r, const char *field, const char *name)
{
    if (field == NULL)
        return (struct type){ TYPE_UNKNOWN, NULL };

    struct text_pieces items = text_split(r->arena, field, ',');
    for (size_t i = 0; i < items.count; i++) {
        struct text_pieces words = text_split(r->arena, text_trim(r->arena, items.at[i]), ' ');
        if (!text_is(words.at[words.count - 1], name))
            continue;
        struct type type = type_of_word(r->arena, words.at[0]);
        if (type.kind == TYPE_ID)
            type = type_of_table(r->schema, type.table);
        if (words.count != 2 || type.kind == TYPE_UNKNOWN)
            wrong(r, "`%s`, expected int, day, instant, flag, text, real, blob or TABLE_id, and a name",
                  text_trim(r->arena, items.at[i]));
        return type;
    }
    return (struct type){ TYPE_UNKNOWN, NULL };
}

/* The type of the first named table's column of this name. */
static struct type type_of_namesake(struct resolving *r, const char *name)
{
    for (size_t i = 0; i < r->found.count; i++) {
        const struct column *column = table_column(r->found.at[i], name);
        if (column != NULL)
            return column->type;
    }
    return (struct type){ TYPE_UNKNOWN, NULL };
}

static bool finds_table(const struct resolving *r, const char *name)
{
    for (size_t i = 0; i < r->found.count; i++)
        if (text_is(r->found.at[i]->name, name))
            return true;
    return false;
}

static void resolve_parameters(struct resolving *r)
{
    for (size_t i = 0; i < r->parameters.count; i++) {
        const char *name = r->parameters.at[i];
        struct type type = type_written(r, r->declaration->takes, name);
        if (type.kind == TYPE_UNKNOWN)
            type = type_of_namesake(r, name);
        if (type.kind == TYPE_UNKNOWN)
            type = type_of_table(r->schema, name);
        if (type.kind == TYPE_UNKNOWN) {
            wrong(r, "the type of :%s is unknown, expected a column of that name or `takes: TYPE %s`", name, name);
            type.kind = TYPE_INT;
        }
        *LIST_ADD(r->arena, &r->declaration->parameters) = (struct column){ name, type };
    }
}

static struct type type_of_origin(struct resolving *r, sqlite3_stmt *statement, int column)
{
    const char *origin = sqlite3_column_origin_name(statement, column);
    const char *table_name = sqlite3_column_table_name(statement, column);
    const struct table *table = NULL;

    if (origin != NULL && table_name != NULL)
        table = schema_table(r->schema, table_name, strlen(table_name));
    const struct column *found = table == NULL ? NULL : table_column(table, origin);
    return found == NULL ? (struct type){ TYPE_UNKNOWN, NULL } : found->type;
}

static void resolve_columns(struct resolving *r, sqlite3_stmt *statement)
{
    int count = sqlite3_column_count(statement);

    for (int i = 0; i < count; i++) {
        const char *name = arena_dup(r->arena, sqlite3_column_name(statement, i));
        struct type type = type_written(r, r->declaration->gives, name);
        if (type.kind == TYPE_UNKNOWN)
            type = type_of_origin(r, statement, i);
        if (type.kind == TYPE_UNKNOWN)
            type = type_of_namesake(r, name);
        if (type.kind == TYPE_UNKNOWN)
            type = type_of_integer_name(name);
        if (strcspn(name, " ()*.,'|") != strlen(name))
            wrong(r, "column %d is called `%s`, expected a name: `AS something`", i + 1, name);
        for (int j = 0; j < i; j++)
            if (text_is(r->declaration->columns.at[j].name, name))
                wrong(r, "two columns are called `%s`, expected `AS` another name", name);
        *LIST_ADD(r->arena, &r->declaration->columns) = (struct column){ name, type };
    }
}

/* Everything written in takes: and gives: must be used, or a slip in a name would change a type. */
static void refuse_unused(struct resolving *r, const char *field, const char *word, const struct column *at,
                          size_t count)
{
    struct text_pieces items = { 0 };

    if (field != NULL)
        items = text_split(r->arena, field, ',');
    for (size_t i = 0; i < items.count; i++) {
        struct text_pieces words = text_split(r->arena, text_trim(r->arena, items.at[i]), ' ');
        const char *name = words.at[words.count - 1];
        const char *known[64];
        bool is_used = false;
        for (size_t j = 0; j < count; j++) {
            known[j % 64] = at[j].name;
            is_used = is_used || text_is(at[j].name, name);
        }
        if (!is_used)
            wrong(r, "`%s:` names `%s`, which the statement does not have%s", word, name,
                  did_you_mean(r->arena, name, known, count < 64 ? count : 64));
    }
}

/* --- permission --- */

static const char *const names_of_permissions[] = {
#define PERMISSION_NAME(identifier, name, label) name,
    PERMISSIONS(PERMISSION_NAME)
#undef PERMISSION_NAME
};
static const char *const identifiers_of_permissions[] = {
#define PERMISSION_IDENTIFIER(identifier, name, label) #identifier,
    PERMISSIONS(PERMISSION_IDENTIFIER)
#undef PERMISSION_IDENTIFIER
};

static const char *permission_c(struct resolving *r, const char *name)
{
    static const struct { const char *name, *c; } words[] = {
        { "anyone", "PERMISSION_SET_ANYONE" },
        { "logged_in", "PERMISSION_BIT(MAY_LOGGED_IN)" },
        { "system", "PERMISSION_SET_SYSTEM" },
        { "link", "PERMISSION_SET_LINK" },
    };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (text_is(name, words[i].name))
            return words[i].c;
    for (size_t i = 0; i < PERMISSION_COUNT; i++)
        if (text_is(name, names_of_permissions[i]))
            return arena_format(r->arena, "PERMISSION_BIT(MAY_%s)", identifiers_of_permissions[i]);
    wrong(r, "no permission is called `%s`%s (db/permission.h has them all)", name,
          did_you_mean(r->arena, name, names_of_permissions, PERMISSION_COUNT));
    return "0";
}

static void resolve_may(struct resolving *r)
{
    const char *may = r->declaration->may;

    r->declaration->may_c = "";
    if (text_is_blank(may)) {
        wrong(r, "no `may:`, expected the permissions of which one is needed, or anyone, logged_in, link, system");
        return;
    }
    struct text_pieces pieces = text_split(r->arena, may, ',');
    for (size_t i = 0; i < pieces.count; i++)
        r->declaration->may_c = arena_format(r->arena, "%s%s%s", r->declaration->may_c, i == 0 ? "" : " | ",
                                             permission_c(r, text_trim(r->arena, pieces.at[i])));
}

/* --- whose data --- */

static int index_of(const struct column *at, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (text_is(at[i].name, name))
            return (int)i;
    return -1;
}

static void resolve_reads(struct resolving *r)
{
    struct declaration *d = r->declaration;
    const char *reads = d->reads;
    bool is_missing = false;

    d->reads_c = "READS_NOTHING";
    if (text_is_blank(reads)) {
        if (r->touches_a_citizen)
            wrong(r, "no `reads:` though it touches a citizen's data, expected `citizen = :parameter`, "
                     "`citizen found`, `each citizen` or `nothing, because ...`");
    } else if (text_starts(reads, "citizen = :")) {
        d->reads_c = "READS_CITIZEN";
        d->reads_index = index_of(d->parameters.at, d->parameters.count, reads + strlen("citizen = :"));
        is_missing = d->reads_index < 0;
    } else if (text_is(reads, "citizen found") || text_is(reads, "each citizen")) {
        d->reads_c = text_is(reads, "each citizen") ? "READS_CITIZEN_LIST" : "READS_CITIZEN_FOUND";
        d->reads_index = index_of(d->columns.at, d->columns.count, "citizen");
        is_missing = d->reads_index < 0;
    } else if (!text_starts(reads, "nothing, because ")) {
        wrong(r, "`reads: %s`, expected `citizen = :parameter`, `citizen found`, `each citizen` or "
                 "`nothing, because ...`", reads);
    }
    if (is_missing)
        wrong(r, "`reads: %s`, but the statement has no such %s", reads,
              text_is(d->reads_c, "READS_CITIZEN") ? "parameter" : "column: expected one called citizen");
}

/* --- the statement itself --- */

/* SQLite tells each table that a statement uses, also those that stand in subqueries. */
static int note_table(void *context, int action, const char *table_name, const char *second, const char *third,
                      const char *fourth)
{
    struct resolving *r = context;

    (void)second, (void)third, (void)fourth;
    if (action != SQLITE_READ && action != SQLITE_INSERT && action != SQLITE_UPDATE && action != SQLITE_DELETE)
        return SQLITE_OK;
    const struct table *table = schema_table(r->schema, table_name, strlen(table_name));
    if (table != NULL && (text_is(table->name, "citizen") || table_column(table, "citizen") != NULL))
        r->touches_a_citizen = true;
    return SQLITE_OK;
}

/* Prepares the body for SQLite with its own names, so that messages show them. NULL when it is wrong. */
static sqlite3_stmt *prepare(struct resolving *r, const struct body *body)
{
    sqlite3 *sqlite = r->schema->sqlite;
    sqlite3_stmt *statement = NULL;
    const char *tail = "";

    sqlite3_set_authorizer(sqlite, note_table, r);
    int code = sqlite3_prepare_v2(sqlite, body->source, -1, &statement, &tail);
    sqlite3_set_authorizer(sqlite, NULL, NULL);
    if (code != SQLITE_OK) {
        int offset = sqlite3_error_offset(sqlite);
        r->declaration->is_right = false;
        report(r->declaration->file, line_at(body->source, offset < 0 ? 0 : offset, body->line), "%s: %s",
               r->declaration->name, sqlite3_errmsg(sqlite));
    } else if (statement == NULL) {
        wrong(r, "no SQL, expected a statement");
    } else if (!text_is_blank(dialect_plain(r->arena, tail))) {
        r->declaration->is_right = false;
        report(r->declaration->file, line_at(body->source, (int)(tail - body->source), body->line),
               "%s: a second statement, expected `-- name:` before it", r->declaration->name);
    }
    return statement;
}

static void check_shape(struct resolving *r)
{
    const struct declaration *d = r->declaration;
    size_t count = d->columns.count;

    if ((d->shape == SHAPE_ONE || d->shape == SHAPE_MANY) && count == 0)
        wrong(r, "gives rows, but the statement has no columns");
    if ((d->shape == SHAPE_VALUE || d->shape == SHAPE_ID) && count != 1)
        wrong(r, "gives %zu columns, expected one", count);
    if (d->shape == SHAPE_ID && count == 1 && d->columns.at[0].type.kind != TYPE_ID)
        wrong(r, "gives no id, expected `RETURNING id`");
    if ((d->shape == SHAPE_NOTHING || d->shape == SHAPE_COUNT) && count > 0)
        wrong(r, "has columns that no one gets, expected `-> one ROW`, `-> many ROW` or `-> value`");
    if (d->shape == SHAPE_COUNT && !d->writes)
        wrong(r, "changes nothing, expected an INSERT, UPDATE or DELETE for `-> count`");
    if (text_is_blank(d->about))
        wrong(r, "no `about:`, expected a sentence that says what it is for");
    if (r->touches_a_citizen && d->reads_index >= 0 && text_is(d->reads_c, "READS_CITIZEN_FOUND") &&
        d->shape != SHAPE_ONE && d->shape != SHAPE_VALUE)
        wrong(r, "`citizen found` is for one row, expected `-> one ROW`");
}

void resolve(struct arena *arena, const struct schema *schema, struct declaration *d)
{
    struct resolving r = { .arena = arena, .schema = schema, .declaration = d };
    const struct body *for_sqlite = d->sqlite.source != NULL ? &d->sqlite : &d->common;
    const struct body *for_postgres = d->postgres.source != NULL ? &d->postgres : &d->common;

    if (for_sqlite->source == NULL || for_postgres->source == NULL) {
        wrong(&r, "no SQL, expected a statement for both databases");
        return;
    }
    sqlite3_stmt *statement = prepare(&r, for_sqlite);
    if (d->is_right) {
        d->sqlite_text = dialect_statement(arena, for_sqlite->source, DIALECT_SQLITE, schema, &r.parameters, &r.found);
        d->postgres_text = dialect_statement(arena, for_postgres->source, DIALECT_POSTGRES, schema,
                                             &r.parameters, &r.found);
        d->writes = !sqlite3_stmt_readonly(statement);
        d->shows_access_log = finds_table(&r, "access_log");
        resolve_parameters(&r);
        resolve_columns(&r, statement);
        refuse_unused(&r, d->takes, "takes", d->parameters.at, d->parameters.count);
        refuse_unused(&r, d->gives, "gives", d->columns.at, d->columns.count);
        resolve_may(&r);
        resolve_reads(&r);
        check_shape(&r);
    }
    sqlite3_finalize(statement);
}
