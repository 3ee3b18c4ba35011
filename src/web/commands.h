/* SPDX-License-Identifier: MIT
 * commands.h: making a store, bringing it up to date, and serving it. */
#ifndef WEB_COMMANDS_H
#define WEB_COMMANDS_H

#include "command.h"

extern const struct command serve_command, init_command, migrate_command;

#endif
