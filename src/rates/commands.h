/* SPDX-License-Identifier: MIT
 * commands.h: the command of rates, for features.c. */
#ifndef RATES_COMMANDS_H
#define RATES_COMMANDS_H

#include "command.h"

extern const struct command rates_command;

#endif
