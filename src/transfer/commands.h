/* SPDX-License-Identifier: MIT
 * commands.h: what goes in and out of a store from the command line, and whether it is whole. */
#ifndef TRANSFER_COMMANDS_H
#define TRANSFER_COMMANDS_H

#include "command.h"

extern const struct command import_command, export_command, verify_command;

#endif
