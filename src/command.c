/* SPDX-License-Identifier: MIT
 * command.c: reading a command line by its table, and printing the help from the same table. */
#include "command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"

enum { EXIT_USAGE = 2 };

static void print_commands(FILE *out)
{
    fprintf(out, "fodfaeste: beskæftigelsesrettet integration i en kommune\n\n"
                 "usage: fodfaeste COMMAND [OPTIONS]\n       fodfaeste COMMAND --help\n\n");
    for (int i = 0; commands[i] != NULL; i++)
        fprintf(out, "  %-12s %s\n", commands[i]->name, commands[i]->help);
}

static void print_help(FILE *out, const struct command *command)
{
    fprintf(out, "usage: fodfaeste %s%s%s%s\n\n%s\n\n", command->name, command->words == NULL ? "" : " ",
            command->words == NULL ? "" : command->words, command->options[0].name == NULL ? "" : " [OPTIONS]",
            command->help);
    for (const struct command_option *o = command->options; o->name != NULL; o++) {
        int width = fprintf(out, "  %s %s", o->name, o->value == NULL ? "" : o->value);
        fprintf(out, "%*s%s%s\n", width < 26 ? 26 - width : 1, "", o->help, o->is_required ? " (required)" : "");
    }
}

static int option_find(const struct command *command, const char *name)
{
    for (int i = 0; command->options[i].name != NULL; i++)
        if (text_is(command->options[i].name, name))
            return i;
    return -1;
}

_Noreturn static void refuse(const struct command *command, const char *word, const char *why)
{
    fprintf(stderr, "fodfaeste %s: %s %s\n\n", command->name, word, why);
    print_help(stderr, command);
    exit(EXIT_USAGE);
}

const char *command_value(const struct command_line *line, const char *name)
{
    int number = option_find(line->command, name);

    check(number >= 0); /* A command asks only for what its table has. */
    return line->values[number];
}

int64_t command_int(const struct command_line *line, const char *name, int64_t min, int64_t max,
                    int64_t otherwise)
{
    const char *value = command_value(line, name);
    int64_t number;

    if (value == NULL)
        return otherwise;
    if (!text_to_int(value, &number) || number < min || number > max)
        refuse(line->command, name, "does not take such a number");
    return number;
}

/* Reads the option at *at and its value, and moves *at past them. */
static void option_read(struct command_line *line, int count, char **arguments, int *at)
{
    const char *name = arguments[(*at)++];
    int number = option_find(line->command, name);

    if (number < 0)
        refuse(line->command, name, "is not an option");
    check(number < COMMAND_OPTIONS_MAX);
    if (line->command->options[number].value == NULL)
        line->values[number] = "";
    else if (*at < count)
        line->values[number] = arguments[(*at)++];
    else
        refuse(line->command, name, "needs a value");
}

/* Options and words in any order; the words are gathered at the front of `arguments`. */
static void line_read(struct command_line *line, int count, char **arguments)
{
    line->rest = (const char *const *)arguments;
    for (int at = 0; at < count;) {
        if (arguments[at][0] == '-' && arguments[at][1] != 0)
            option_read(line, count, arguments, &at);
        else
            arguments[line->rest_count++] = arguments[at++];
    }
    for (int i = 0; line->command->options[i].name != NULL; i++)
        if (line->command->options[i].is_required && line->values[i] == NULL)
            refuse(line->command, line->command->options[i].name, "is needed");
    if (line->rest_count > 0 && line->command->words == NULL)
        refuse(line->command, line->rest[0], "is too much");
}

static const struct command *command_find(const char *name)
{
    for (int i = 0; commands[i] != NULL; i++)
        if (text_is(commands[i]->name, name))
            return commands[i];
    return NULL;
}

/* Also after a word: `scheme check --help`. */
static bool is_help_wanted(int count, char **arguments)
{
    for (int i = 0; i < count; i++)
        if (text_is(arguments[i], "--help"))
            return true;
    return false;
}

int command_run(int count, char **arguments)
{
    const struct command *command = count < 2 ? NULL : command_find(arguments[1]);

    if (command == NULL) {
        bool is_help = count >= 2 && (text_is(arguments[1], "--help") || text_is(arguments[1], "help"));
        print_commands(is_help ? stdout : stderr);
        return is_help ? EXIT_SUCCESS : EXIT_USAGE;
    }
    if (is_help_wanted(count - 2, arguments + 2)) {
        print_help(stdout, command);
        return EXIT_SUCCESS;
    }
    struct command_line line = { .command = command };
    line_read(&line, count - 2, arguments + 2);
    return command->run(&line);
}
