/* SPDX-License-Identifier: MIT
 * commands.h: the command of hours, for features.c. */
#ifndef HOURS_COMMANDS_H
#define HOURS_COMMANDS_H

#include "command.h"

extern const struct command weeks_command;

#endif
