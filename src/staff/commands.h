/* SPDX-License-Identifier: MIT
 * commands.h: the commands of staff, for features.c. */
#ifndef STAFF_COMMANDS_H
#define STAFF_COMMANDS_H

#include "command.h"

extern const struct command user_command;

#endif
