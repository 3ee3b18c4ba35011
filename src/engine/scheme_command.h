/* SPDX-License-Identifier: MIT
 * scheme_command.h: `fodfaeste scheme check FILE...` and `fodfaeste scheme list [DIRECTORY]`, a row of
 * features.c. */
#ifndef ENGINE_SCHEME_COMMAND_H
#define ENGINE_SCHEME_COMMAND_H

struct command;

extern const struct command scheme_command;

#endif
