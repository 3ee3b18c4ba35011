/* SPDX-License-Identifier: MIT
 * postgres_url.h: a store's URL taken apart into what libpq reads and what is ours. */
#ifndef DB_POSTGRES_URL_H
#define DB_POSTGRES_URL_H

#include <stdbool.h>

enum { URL_MAX = 2000, SCHEMA_MAX = 64 };

struct postgres_url {
    char server[URL_MAX]; /* Without schema and spool. */
    char schema[SCHEMA_MAX];
    char spool[URL_MAX];
};

/* False and *why when the schema's name is not a letter and then letters, digits and _. */
bool postgres_url_read(const char *url, struct postgres_url *read, const char **why);

#endif
