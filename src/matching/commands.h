/* SPDX-License-Identifier: MIT
 * commands.h: `fodfaeste match`: a market from a file, its best assignment, and anyone's assignment checked. */
#ifndef MATCHING_COMMANDS_H
#define MATCHING_COMMANDS_H

#include "command.h"

extern const struct command match_command;

#endif
