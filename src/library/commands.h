/* SPDX-License-Identifier: MIT
 * commands.h: `fodfaeste scheme check|list|on|off`. */
#ifndef LIBRARY_COMMANDS_H
#define LIBRARY_COMMANDS_H

#include "command.h"

extern const struct command scheme_command;

#endif
