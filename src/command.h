/* SPDX-License-Identifier: MIT
 * command.h: what `fodfaeste NAME ...` can do. A command is one row of a table in main.c or in the
 * feature that has it; its options are a table too, from which --help is printed. */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdbool.h>
#include <stdint.h>

struct command_option {
    const char *name;  /* "--store" */
    const char *value; /* What stands after it, in the help: "STORE"; NULL for a flag. */
    const char *help;
    bool is_required;
};

enum { COMMAND_OPTIONS_MAX = 16 };

struct command;

/* What was given; the values are in the order of the command's options, NULL where absent. */
struct command_line {
    const struct command *command;
    const char *values[COMMAND_OPTIONS_MAX];
    const char *const *rest; /* Words that are no options. */
    int rest_count;
};

struct command {
    const char *name;
    const char *help;  /* One line. */
    const char *words; /* What stands after the options, in the help: "FILE..."; NULL for nothing. */
    const struct command_option *options; /* Ends with a row without name. */
    int (*run)(const struct command_line *line); /* Returns the exit status. */
};

/* The commands of the program, in features.c; ends with NULL. */
extern const struct command *const commands[];

/* Reads the arguments and runs. Exit status 2 for a command line that cannot be read. */
int command_run(int count, char **arguments);

/* The value of an option, NULL when absent; "" for a flag that was given. */
const char *command_value(const struct command_line *line, const char *name);

/* The value as a number from min to max, `otherwise` when absent; says so and exits when it is none. */
int64_t command_int(const struct command_line *line, const char *name, int64_t min, int64_t max,
                    int64_t otherwise);

#endif
