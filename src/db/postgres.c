/* SPDX-License-Identifier: MIT
 * postgres.c: a store in one schema of a PostgreSQL. Statements are prepared when first needed, with the
 * schema in their text; parameters go in binary, results come as text, since sums and counts come in
 * types that only their text has in common. Writers wait for one lock: docs/decisions/0002-one-writer.md. */
#include <endian.h>
#include <errno.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/check.h"
#include "db/postgres_url.h"
#include "db/private.h"

/* Types by number, as the server's catalogue has had them since ever. */
enum { TYPE_BOOL = 16, TYPE_BYTEA = 17, TYPE_INT8 = 20, TYPE_TEXT = 25, TYPE_FLOAT8 = 701, PARAMETERS_MAX = 100 };

struct postgres_db {
    struct db db; /* First: a struct db * is a struct postgres_db *. */
    PGconn *connection;
    bool *is_prepared; /* By the statement's number. */
    int prepared_room;
    struct postgres_url url;
    char begin_write[200];
    bool is_begun;          /* A read begins with its first statement, in the same round trip. */
    bool is_commit_pending; /* The end of a read is not waited for. */
};

static const char begin_read[] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

static struct postgres_db *of(struct db *db)
{
    return (struct postgres_db *)db;
}

/* Only the message's first line: the detail below it may hold data. */
static void fail(struct db *db, const char *what, const PGresult *result)
{
    static const char *const conflicts[] = { "23505", "40001", "40P01" };
    const char *state = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    enum db_failure failure = DB_FAILED;

    for (size_t i = 0; i < sizeof conflicts / sizeof conflicts[0]; i++)
        if (text_is(state, conflicts[i]))
            failure = DB_CONFLICT;
    if (message == NULL)
        message = PQerrorMessage(of(db)->connection);
    db_fail(db, failure, "%s: %s (%s)", what, message, state == NULL ? "no answer" : state);
}

static bool is_good(const PGresult *result)
{
    ExecStatusType status = PQresultStatus(result);

    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

static bool execute(struct db *db, const char *sql)
{
    PGresult *result = PQexec(of(db)->connection, sql);
    bool is_done = is_good(result);

    if (!is_done)
        fail(db, "script", result);
    PQclear(result);
    return is_done;
}

/* Begins a read that has not begun, for what goes no other way. */
static bool start(struct db *db)
{
    if (of(db)->is_begun)
        return true;
    of(db)->is_begun = true;
    return execute(db, begin_read);
}

static bool script(struct db *db, const char *sql)
{
    return start(db) && execute(db, sql);
}

static bool set_up(struct db *db)
{
    PQsetClientEncoding(of(db)->connection, "UTF8");
    return execute(db, "SET client_min_messages = warning; SET bytea_output = 'hex'; SET datestyle = 'ISO'");
}

/* Takes the answer to the last read's COMMIT, on which nothing depends. */
static void take_pending(struct db *db)
{
    PGresult *result;

    while (of(db)->is_commit_pending && (result = PQgetResult(of(db)->connection)) != NULL)
        PQclear(result);
    of(db)->is_commit_pending = false;
}

/* A server that was restarted is found again at the next request. */
static bool reconnect(struct db *db)
{
    struct postgres_db *postgres = of(db);

    if (PQstatus(postgres->connection) == CONNECTION_OK)
        return true;
    PQreset(postgres->connection);
    if (postgres->prepared_room > 0)
        memset(postgres->is_prepared, 0, (size_t)postgres->prepared_room);
    if (PQstatus(postgres->connection) == CONNECTION_OK)
        return set_up(db);
    fail(db, "connect", NULL);
    return false;
}

/* The lock is taken by a write's first statement and left with the transaction, so that each later
 * statement sees all that earlier writers committed. */
static bool begin(struct db *db, enum db_purpose purpose)
{
    take_pending(db);
    if (!reconnect(db))
        return false;
    of(db)->is_begun = purpose == DB_WRITE;
    return purpose == DB_READ || execute(db, of(db)->begin_write);
}

static bool commit_write(struct db *db)
{
    PGresult *result = PQexec(of(db)->connection, "COMMIT");
    bool is_done = is_good(result) && text_is(PQcmdStatus(result), "COMMIT"); /* Not "ROLLBACK". */

    if (!is_done)
        fail(db, "commit", result);
    PQclear(result);
    return is_done;
}

static bool commit(struct db *db)
{
    if (db->purpose == DB_WRITE)
        return commit_write(db);
    if (!of(db)->is_begun)
        return true;
    of(db)->is_commit_pending = PQsendQuery(of(db)->connection, "COMMIT") == 1;
    if (!of(db)->is_commit_pending)
        fail(db, "commit", NULL);
    return of(db)->is_commit_pending;
}

static void rollback(struct db *db)
{
    take_pending(db);
    if (PQtransactionStatus(of(db)->connection) != PQTRANS_IDLE)
        PQclear(PQexec(of(db)->connection, "ROLLBACK"));
}

static bool is_empty(struct db *db)
{
    char sql[200];

    if (!start(db))
        return true;
    snprintf(sql, sizeof sql, "SELECT to_regclass('\"%s\".schema_version') IS NULL", of(db)->url.schema);
    PGresult *result = PQexec(of(db)->connection, sql);
    bool is_read = PQresultStatus(result) == PGRES_TUPLES_OK;
    bool is_empty = !is_read || text_is(PQgetvalue(result, 0, 0), "t");
    if (!is_read)
        fail(db, "schema", result);
    PQclear(result);
    return is_empty;
}

static bool make_schema(struct db *db)
{
    char sql[300];

    snprintf(sql, sizeof sql, "CREATE SCHEMA IF NOT EXISTS \"%s\"; SET LOCAL search_path TO \"%s\"",
             of(db)->url.schema, of(db)->url.schema);
    return script(db, sql);
}

/* The server decides how its commits reach the disk. */
static void be_durable(struct db *db, bool is_durable)
{
    (void)db;
    (void)is_durable;
}

static bool checkpoint(struct db *db)
{
    (void)db; /* The server has its own. */
    return true;
}

static void make_room(struct postgres_db *db, int number)
{
    int room = db->prepared_room == 0 ? 256 : db->prepared_room;

    while (room <= number)
        room *= 2;
    if (room == db->prepared_room)
        return;
    db->is_prepared = realloc(db->is_prepared, (size_t)room);
    check(db->is_prepared != NULL);
    memset(db->is_prepared + db->prepared_room, 0, (size_t)(room - db->prepared_room));
    db->prepared_room = room;
}

/* The text with the schema's name where {schema} stands. */
static const char *with_schema(struct db *db, struct arena *arena, const char *sql)
{
    struct text text = text_new(arena);
    const char *hole;

    for (; (hole = strstr(sql, "{schema}")) != NULL; sql = hole + strlen("{schema}")) {
        text_add_bytes(&text, sql, (size_t)(hole - sql));
        text_add_format(&text, "\"%s\"", of(db)->url.schema);
    }
    text_add(&text, sql);
    return text_done(&text);
}

static Oid type_of(char letter)
{
    switch (letter) {
    case 't': return TYPE_TEXT;
    case 'r': return TYPE_FLOAT8;
    case 'b': return TYPE_BYTEA;
    }
    return TYPE_INT8;
}

static bool prepare(struct db *db, const struct statement *statement)
{
    Oid types[PARAMETERS_MAX];
    char name[20];

    make_room(of(db), statement->number);
    if (of(db)->is_prepared[statement->number])
        return true;
    check(statement->parameter_count <= PARAMETERS_MAX);
    for (int i = 0; i < statement->parameter_count; i++)
        types[i] = type_of(statement->parameter_types[i]);

    struct arena *arena = arena_new(1 << 20);
    snprintf(name, sizeof name, "s%d", statement->number);
    PGresult *result = PQprepare(of(db)->connection, name, with_schema(db, arena, statement->postgres),
                                 statement->parameter_count, types);
    bool is_done = is_good(result);
    if (!is_done)
        fail(db, statement->name, result);
    of(db)->is_prepared[statement->number] = is_done;
    PQclear(result);
    arena_free(arena);
    return is_done;
}

/* Numbers go over the wire with the highest byte first; `number` is where they are turned. */
static void bind(const struct value *value, uint64_t *number, const char **bytes, int *length)
{
    *bytes = value->bytes;
    *length = (int)value->length;
    if (value->kind == VALUE_NULL) {
        *bytes = NULL;
    } else if (value->kind == VALUE_INT || value->kind == VALUE_REAL) {
        memcpy(number, value->kind == VALUE_INT ? (const void *)&value->integer : &value->real, sizeof *number);
        *number = htobe64(*number);
        *bytes = (const char *)number;
        *length = sizeof *number;
    }
}

/* A statement with its parameters as libpq takes them. */
struct bound {
    char name[20];
    int count;
    const char *bytes[PARAMETERS_MAX];
    uint64_t numbers[PARAMETERS_MAX];
    int lengths[PARAMETERS_MAX], formats[PARAMETERS_MAX];
};

static void bind_all(struct bound *bound, const struct statement *statement, const struct value *parameters)
{
    snprintf(bound->name, sizeof bound->name, "s%d", statement->number);
    bound->count = statement->parameter_count;
    for (int i = 0; i < bound->count; i++) {
        bind(&parameters[i], &bound->numbers[i], &bound->bytes[i], &bound->lengths[i]);
        bound->formats[i] = 1;
    }
}

/* The result of the statement, or the first that went wrong, of what was sent up to the sync. */
static PGresult *result_of_pipeline(PGconn *connection)
{
    PGresult *result = NULL;

    while (PQstatus(connection) == CONNECTION_OK) {
        PGresult *next = PQgetResult(connection);
        if (next == NULL)
            continue; /* Between the answers to two queries. */
        if (PQresultStatus(next) == PGRES_PIPELINE_SYNC) {
            PQclear(next);
            break;
        }
        if (result == NULL || is_good(result)) {
            PQclear(result);
            result = next;
        } else {
            PQclear(next);
        }
    }
    return result;
}

/* BEGIN and the first statement of a read in one round trip. */
static PGresult *begin_and_run(struct db *db, const struct bound *bound)
{
    PGconn *connection = of(db)->connection;
    PGresult *result = NULL;

    of(db)->is_begun = true;
    if (PQenterPipelineMode(connection) == 1 &&
        PQsendQueryParams(connection, begin_read, 0, NULL, NULL, NULL, NULL, 0) == 1 &&
        PQsendQueryPrepared(connection, bound->name, bound->count, bound->bytes, bound->lengths, bound->formats, 0) == 1 &&
        PQpipelineSync(connection) == 1)
        result = result_of_pipeline(connection);
    PQexitPipelineMode(connection);
    return result;
}

static bool run(struct db *db, const struct statement *statement, const struct value *parameters)
{
    struct bound bound;

    if (!prepare(db, statement))
        return false;
    bind_all(&bound, statement, parameters);
    PGresult *result = of(db)->is_begun
        ? PQexecPrepared(of(db)->connection, bound.name, bound.count, bound.bytes, bound.lengths, bound.formats, 0)
        : begin_and_run(db, &bound);
    if (!is_good(result)) {
        fail(db, statement->name, result);
        PQclear(result);
        return false;
    }
    db->run.handle = result;
    db->run.row = -1;
    return true;
}

static bool row(struct db *db)
{
    return ++db->run.row < PQntuples(db->run.handle);
}

/* bytea comes as \x and two hexadecimal digits a byte. */
static struct value blob_of(struct db *db, const char *text)
{
    static const char digits[] = "0123456789abcdef";
    size_t length = (strlen(text) - 2) / 2;
    char *bytes = arena_alloc(db->arena, length + 1);

    for (size_t i = 0; i < length; i++) {
        size_t high = (size_t)(strchr(digits, text[2 + 2 * i]) - digits);
        size_t low = (size_t)(strchr(digits, text[3 + 2 * i]) - digits);
        bytes[i] = (char)(high << 4 | low);
    }
    return (struct value){ .kind = VALUE_BLOB, .bytes = bytes, .length = length };
}

/* A count, a sum or a yes/no as a whole number; a fraction is no such thing, and stays a text. */
static struct value integer_of(const char *text, bool is_yes_or_no)
{
    struct value value = { .kind = VALUE_INT };

    if (is_yes_or_no)
        value.integer = *text == 't';
    else if (!text_to_int(text, &value.integer))
        value.kind = VALUE_TEXT;
    return value;
}

static struct value column(struct db *db, int column)
{
    const PGresult *result = db->run.handle;
    const char *text = PQgetvalue(result, db->run.row, column);

    if (PQgetisnull(result, db->run.row, column))
        return (struct value){ 0 };
    switch (db->run.statement->column_types[column]) {
    case 'i': return integer_of(text, PQftype(result, column) == TYPE_BOOL);
    case 'r': return (struct value){ .kind = VALUE_REAL, .real = strtod(text, NULL) };
    case 'b': return blob_of(db, text);
    }
    return (struct value){ .kind = VALUE_TEXT, .bytes = text,
                           .length = (size_t)PQgetlength(result, db->run.row, column) };
}

static int64_t end(struct db *db)
{
    int64_t changed = 0;

    if (db->run.statement->writes)
        text_to_int(PQcmdTuples(db->run.handle), &changed);
    PQclear(db->run.handle);
    return changed;
}

static void close_store(struct db *db)
{
    PQfinish(of(db)->connection);
    free(of(db)->is_prepared);
    free(db);
}

static const struct engine engine = {
    .name = "postgresql",
    .close = close_store,
    .begin = begin, .commit = commit, .rollback = rollback,
    .script = script, .is_empty = is_empty, .make_schema = make_schema, .checkpoint = checkpoint,
    .be_durable = be_durable,
    .prepare = prepare, .run = run, .row = row, .column = column, .end = end,
};

static bool open_connection(struct postgres_db *db, const char *store, const char **why)
{
    if (!postgres_url_read(store, &db->url, why))
        return false;
    snprintf(db->begin_write, sizeof db->begin_write,
             "BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('fodfaeste %s', 0))", db->url.schema);
    db->connection = PQconnectdb(db->url.server);
    if (PQstatus(db->connection) != CONNECTION_OK || !set_up(&db->db)) {
        *why = "PostgreSQL does not answer, or refuses the connection";
        return false;
    }
    if (mkdir(db->url.spool, 0700) != 0 && errno != EEXIST) {
        *why = "the folder of ?spool= cannot be made";
        return false;
    }
    db->db.spool = spool_open(db->url.spool, why);
    return db->db.spool != NULL;
}

struct db *postgres_open(const char *store, const char **why)
{
    struct postgres_db *db = calloc(1, sizeof *db);

    check(db != NULL);
    db->db.engine = &engine;
    if (!open_connection(db, store, why)) {
        close_store(&db->db);
        return NULL;
    }
    return &db->db;
}
