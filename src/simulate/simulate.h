/* SPDX-License-Identifier: MIT
 * simulate.h: the command that makes an example municipality, for features.c. */
#ifndef SIMULATE_SIMULATE_H
#define SIMULATE_SIMULATE_H

#include "command.h"

extern const struct command simulate_command;

#endif
