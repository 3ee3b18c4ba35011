/* SPDX-License-Identifier: MIT
 * sqlgen.c: makes typed C functions of declared SQL (docs/statements.md).
 *
 *     sqlgen OUT PREFIX NUMBER schema/0001_x.sql ... src/x/x.sql ...
 *
 * writes OUT/x_sql.{c,h} for each x.sql, and OUT/PREFIXids.h, PREFIXmigrations.c, PREFIXstatements.c.
 * Statements get numbers from NUMBER on. The program has PREFIX "" and NUMBER 0; tests of db/ bring
 * tables and statements of their own. All is checked before anything is written. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "emit.h"
#include "resolve.h"
#include "source.h"

enum { MEMORY_MAX = 256 * 1024 * 1024 };

struct generation {
    struct arena *arena;
    const char *out, *prefix;
    int first_number;
    struct schema schema;
    declarations all;
};

static bool is_migration(struct arena *arena, const char *path)
{
    return isdigit((unsigned char)source_stem(arena, path)[0]);
}

/* Names are global in C, so they are checked over all files. */
static void refuse_twins(const declarations *all)
{
    for (size_t i = 0; i < all->count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct declaration *d = &all->at[i], *before = &all->at[j];
            if (text_is(d->name, before->name))
                report(d->file, d->line, "a second statement %s, the first stands in %s:%d", d->name, before->file,
                       before->line);
            if (d->row != NULL && text_is(d->row, before->row) && !text_is(d->file, before->file))
                report(d->file, d->line, "row %s is already made by %s:%d, expected another name", d->row,
                       before->file, before->line);
        }
}

static bool same_columns(const struct declaration *a, const struct declaration *b)
{
    bool is_same = a->columns.count == b->columns.count;

    for (size_t i = 0; is_same && i < a->columns.count; i++)
        is_same = text_is(a->columns.at[i].name, b->columns.at[i].name) &&
                  type_is(a->columns.at[i].type, b->columns.at[i].type);
    return is_same;
}

/* A row struct has one set of members, whoever gives it. */
static void refuse_unlike_rows(const declarations *all)
{
    for (size_t i = 0; i < all->count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct declaration *d = &all->at[i], *before = &all->at[j];
            if (d->row == NULL || !d->is_right || !before->is_right || !text_is(d->row, before->row))
                continue;
            if (!same_columns(d, before))
                report(d->file, d->line, "%s: row %s has other columns or types than in %s (line %d)", d->name,
                       d->row, before->name, before->line);
            break;
        }
}

static const char *in_out(const struct generation *g, const char *name)
{
    return arena_format(g->arena, "%s/%s", g->out, name);
}

static void write_file(const struct generation *g, const char *path)
{
    const char *stem = source_stem(g->arena, path);
    const char *ids = arena_format(g->arena, "%sids.h", g->prefix);
    size_t first = 0, count = 0;

    while (first < g->all.count && !text_is(g->all.at[first].file, path))
        first++;
    while (first + count < g->all.count && text_is(g->all.at[first + count].file, path))
        count++;
    const struct declaration *at = g->all.at + first;
    source_write(g->arena, in_out(g, arena_format(g->arena, "%s_sql.h", stem)),
                 emit_header(g->arena, stem, ids, at, count));
    source_write(g->arena, in_out(g, arena_format(g->arena, "%s_sql.c", stem)),
                 emit_source(g->arena, stem, at, count, g->first_number + (int)first));
}

static void write_program(const struct generation *g)
{
    source_write(g->arena, in_out(g, arena_format(g->arena, "%sids.h", g->prefix)), emit_ids(g->arena, &g->schema));
    source_write(g->arena, in_out(g, arena_format(g->arena, "%smigrations.c", g->prefix)),
                 emit_migrations(g->arena, g->prefix, &g->schema));
    source_write(g->arena, in_out(g, arena_format(g->arena, "%sstatements.c", g->prefix)),
                 emit_statements(g->arena, g->prefix, &g->all));
}

int main(int count, char **words)
{
    struct generation g = { .arena = arena_new(MEMORY_MAX) };

    if (count < 5) {
        fputs("sqlgen OUT PREFIX NUMBER schema/NNNN_x.sql ... x.sql ...\n", stderr);
        return 2;
    }
    g.out = words[1];
    g.prefix = words[2];
    g.first_number = (int)strtol(words[3], NULL, 10);
    sqlite3_initialize();
    if (sqlite3_open(":memory:", &g.schema.sqlite) != SQLITE_OK)
        return 1;

    for (int i = 4; i < count; i++)
        if (is_migration(g.arena, words[i]))
            schema_apply(g.arena, &g.schema, words[i]);
    schema_read_tables(g.arena, &g.schema);
    for (int i = 4; i < count; i++)
        if (!is_migration(g.arena, words[i]))
            declaration_read(g.arena, &g.all, words[i]);
    refuse_twins(&g.all);
    for (size_t i = 0; i < g.all.count; i++)
        if (g.all.at[i].is_right)
            resolve(g.arena, &g.schema, &g.all.at[i]);
    refuse_unlike_rows(&g.all);

    if (report_count() == 0) {
        for (int i = 4; i < count; i++)
            if (!is_migration(g.arena, words[i]))
                write_file(&g, words[i]);
        write_program(&g);
    }
    sqlite3_close(g.schema.sqlite);
    arena_free(g.arena);
    return report_count() == 0 ? 0 : 1;
}
