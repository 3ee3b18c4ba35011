/* SPDX-License-Identifier: MIT
 * private.h: what the commands of this folder share. */
#ifndef TRANSFER_PRIVATE_H
#define TRANSFER_PRIVATE_H

#include "command.h"
#include "db/db.h"
#include "yaml/mistake.h"

enum { COMMAND_ASKED_WRONGLY = 2 };

/* A file up to one byte more than is read, so that a larger one is refused by its size; NULL when it cannot be read. */
char *command_file(struct arena *arena, const char *path, size_t *length);

/* The first hundred on standard error, and that nothing was read. */
void command_tell_mistakes(struct mistakes *mistakes);

/* Says why on standard error; the exit status of what could not be done. */
int command_fail(const char *command, const char *why);

/* `fodfaeste import attendance FILE`: the exit status. school_command.c */
int school_import(const struct command_line *line, const char *path);

#endif
