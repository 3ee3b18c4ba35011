/* SPDX-License-Identifier: MIT
 * scheme_command.h: `fodfaeste scheme check FILE...` and `fodfaeste scheme list [DIRECTORY]`. main.c
 * registers it with the row {"scheme", command_scheme, scheme_command_usage}. */
#ifndef ENGINE_SCHEME_COMMAND_H
#define ENGINE_SCHEME_COMMAND_H

extern const char scheme_command_usage[]; /* One line. */

/* argv[0] is "scheme". 0: all well, 1: mistakes were printed as `file:line:column: text`, 2: misuse. */
int command_scheme(int argc, char **argv);

#endif
