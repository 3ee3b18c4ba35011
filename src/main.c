/* SPDX-License-Identifier: MIT
 * main.c: where the program starts. Its commands are the table in features.c. */
#include "command.h"

int main(int count, char **arguments)
{
    return command_run(count, arguments);
}
