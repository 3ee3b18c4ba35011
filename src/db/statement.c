/* SPDX-License-Identifier: MIT
 * statement.c: running a declared statement. Here the law of each statement is kept: who may run it,
 * and that whoever's data it touches is asked for and noted. */
#include "db/statement.h"

#include "base/check.h"
#include "db/private.h"

static bool may_run(const struct db *db, const struct statement *statement)
{
    permission_set has = db->actor.permissions;

    if (db->actor.kind == ACTOR_SYSTEM || (statement->may & PERMISSION_SET_ANYONE) != 0)
        return true;
    if (db->actor.kind == ACTOR_NOBODY)
        return false;
    if (db->actor.kind == ACTOR_COMPANY) /* By a link: not one of those who are logged in. */
        return (statement->may & has & PERMISSION_SET_LINK) != 0;
    has &= ~(PERMISSION_SET_LINK | PERMISSION_SET_ANYONE | PERMISSION_SET_SYSTEM);
    has |= PERMISSION_BIT(MAY_LOGGED_IN);
    return (statement->may & has) != 0;
}

/* A statement about a citizen whom the parameter names. A read of no citizen is no read. */
static bool may_see_parameter(struct db *db, const struct statement *statement, const struct value *parameters)
{
    if (statement->reads != READS_CITIZEN)
        return true;

    const struct value *citizen = &parameters[statement->reads_index];
    if (citizen->kind == VALUE_NULL)
        return statement->writes;
    return access_may_see(db, statement, citizen->integer);
}

bool statement_run(struct db *db, const struct statement *statement, const struct value *parameters)
{
    check(db->is_open);
    check(db->run.statement == NULL);
    check(!statement->writes || db->purpose == DB_WRITE);

    if (db->failure != DB_FINE)
        return false;
    if (!may_run(db, statement)) {
        db_fail(db, DB_REFUSED, "actor may not run %s", statement->name);
        return false;
    }
    if (!may_see_parameter(db, statement, parameters) || !db_count_call(db))
        return false;
    if (db->seen != NULL && db->actor.kind != ACTOR_SYSTEM)
        db->seen(db->seen_context, statement, 0);
    if (!db->engine->run(db, statement, parameters))
        return false;
    db->run.statement = statement;
    db->has_written |= statement->writes;
    db->shows_access_log |= statement->shows_access_log;
    if (statement->reads == READS_CITIZEN_LIST)
        db->run.citizens = text_new(db->request_arena);
    return true;
}

/* The citizen of a found row is known only now. The guard runs statements of its own, so ours is put
 * aside meanwhile. */
static bool may_see_row(struct db *db, const struct statement *statement)
{
    int64_t citizen = statement_int(db, statement->reads_index);

    if (citizen == 0)
        return true;
    if (statement->reads == READS_CITIZEN_LIST) {
        if (db->run.citizens.length > 0)
            text_add_char(&db->run.citizens, ' ');
        text_add_int(&db->run.citizens, citizen);
        return true;
    }
    struct run aside = db->run;
    db->run = (struct run){ 0 };
    bool may_see = access_may_see(db, statement, citizen);
    db->run = aside;
    return may_see;
}

bool statement_row(struct db *db, const struct statement *statement)
{
    if (db->run.statement == NULL)
        return false;
    check(db->run.statement == statement);

    bool is_row = db->failure == DB_FINE && db->engine->row(db);
    if (is_row && statement->reads >= READS_CITIZEN_FOUND)
        is_row = may_see_row(db, statement);
    if (!is_row)
        statement_end(db);
    return is_row;
}

int64_t statement_end(struct db *db)
{
    if (db->run.statement == NULL)
        return 0;

    const struct statement *statement = db->run.statement;
    int64_t changed = db->engine->end(db);
    if (statement->reads == READS_CITIZEN_LIST && db->run.citizens.length > 0 && db->failure == DB_FINE)
        access_note_list(db, statement, text_done(&db->run.citizens));
    db->run = (struct run){ 0 };
    return db->failure == DB_FINE ? changed : 0;
}

/* The column's value; a check fails when it is not what its declaration promised. */
static struct value column_of(struct db *db, int column, char letter)
{
    const struct statement *statement = db->run.statement;

    check(statement != NULL);
    check(column >= 0 && column < statement->column_count);
    check(statement->column_types[column] == letter);
    return db->engine->column(db, column);
}

int64_t statement_int(struct db *db, int column)
{
    struct value value = column_of(db, column, 'i');

    check(value.kind == VALUE_INT || value.kind == VALUE_NULL);
    return value.integer;
}

double statement_real(struct db *db, int column)
{
    struct value value = column_of(db, column, 'r');

    check(value.kind == VALUE_REAL || value.kind == VALUE_INT || value.kind == VALUE_NULL);
    return value.kind == VALUE_INT ? (double)value.integer : value.real;
}

const char *statement_text(struct db *db, int column)
{
    struct value value = column_of(db, column, 't');

    check(value.kind == VALUE_TEXT || value.kind == VALUE_NULL);
    return value.kind == VALUE_NULL ? NULL : arena_copy(db->arena, value.bytes, value.length);
}

struct bytes statement_bytes(struct db *db, int column)
{
    struct value value = column_of(db, column, 'b');

    check(value.kind == VALUE_BLOB || value.kind == VALUE_NULL);
    if (value.kind == VALUE_NULL)
        return (struct bytes){ 0 };
    return (struct bytes){ arena_copy(db->arena, value.bytes, value.length), value.length };
}

day statement_day(struct db *db, int column)
{
    struct value value = column_of(db, column, 'i');

    if (value.kind == VALUE_NULL)
        return DAY_NONE;
    check(value.kind == VALUE_INT && value.integer > DAY_NONE && value.integer <= INT32_MAX);
    return (day)value.integer;
}

instant statement_instant(struct db *db, int column)
{
    struct value value = column_of(db, column, 'i');

    if (value.kind == VALUE_NULL)
        return INSTANT_NONE;
    check(value.kind == VALUE_INT);
    return value.integer;
}

bool statement_flag(struct db *db, int column)
{
    return statement_int(db, column) != 0;
}
