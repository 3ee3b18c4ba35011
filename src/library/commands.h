/* SPDX-License-Identifier: MIT
 * commands.h: schemes from the command line: on and off, beside the checking of files in engine/; and the
 * register of all rules. */
#ifndef LIBRARY_COMMANDS_H
#define LIBRARY_COMMANDS_H

#include "command.h"

extern const struct command library_command;
extern const struct command lawbook_command;

#endif
