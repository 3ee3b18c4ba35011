/* SPDX-License-Identifier: MIT
 * commands.h: `fodfaeste simulate`. */
#ifndef SIMULATE_COMMANDS_H
#define SIMULATE_COMMANDS_H

#include "command.h"

extern const struct command simulate_command;

#endif
