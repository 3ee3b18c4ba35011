/* SPDX-License-Identifier: MIT
 * postgres_url.c: ?schema= and ?spool= are ours; libpq would refuse them. */
#include "db/postgres_url.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

static bool is_schema(const char *name)
{
    size_t length = strlen(name);

    return length > 0 && length < SCHEMA_MAX && islower((unsigned char)name[0]) &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == length;
}

/* If the parameter is called `name`, its value goes to `to`. */
static bool take(const char *parameter, size_t length, const char *name, char *to, size_t room)
{
    size_t begin = strlen(name);

    if (length < begin || strncmp(parameter, name, begin) != 0 || length - begin >= room)
        return false;
    memcpy(to, parameter + begin, length - begin);
    to[length - begin] = 0;
    return true;
}

bool postgres_url_read(const char *url, struct postgres_url *read, const char **why)
{
    size_t length = strcspn(url, "?");
    char separator = '?';

    *read = (struct postgres_url){ .schema = "fodfaeste" };
    if (strlen(url) >= URL_MAX) {
        *why = "the store's URL is too long";
        return false;
    }
    memcpy(read->server, url, length);
    for (const char *at = url + length; *at != 0;) {
        at++; /* The ? or & before the parameter. */
        size_t part = strcspn(at, "&");
        if (!take(at, part, "schema=", read->schema, sizeof read->schema) &&
            !take(at, part, "spool=", read->spool, sizeof read->spool)) {
            read->server[length++] = separator;
            memcpy(read->server + length, at, part);
            length += part;
            separator = '&';
        }
        at += part;
    }
    if (!is_schema(read->schema)) {
        *why = "?schema= must begin with a small letter and have only small letters, digits and _";
        return false;
    }
    if (read->spool[0] == 0)
        snprintf(read->spool, sizeof read->spool, "spool-%s", read->schema);
    return true;
}
