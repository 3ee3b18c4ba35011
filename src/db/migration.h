/* SPDX-License-Identifier: MIT
 * migration.h: the steps of schema/ as the program carries them, made by sqlgen. Only migrate.c and the
 * tests of db/ read this. */
#ifndef DB_MIGRATION_H
#define DB_MIGRATION_H

struct migration {
    int number; /* From 1, without holes. */
    const char *name;
    const char *sqlite, *postgres; /* Scripts of statements. */
};

/* Oldest first. */
extern const struct migration migrations[];
extern const int migration_count;

#endif
