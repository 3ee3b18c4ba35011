/* SPDX-License-Identifier: MIT
 * scheme_command.h: `scheme check FILE...` and `scheme list [DIRECTORY]`, for which no store is needed; the
 * command itself, with on and off, is src/library/commands.h. */
#ifndef ENGINE_SCHEME_COMMAND_H
#define ENGINE_SCHEME_COMMAND_H

struct command_line;

/* 0: all well, 1: mistakes were printed as `file:line:column: text`, 2: neither check nor list. */
int scheme_files_run(const struct command_line *line);

#endif
