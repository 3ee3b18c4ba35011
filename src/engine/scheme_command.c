/* SPDX-License-Identifier: MIT
 * scheme_command.c: checking and listing schemes from the command line. */
#include "engine/scheme_command.h"

#include <stdio.h>

#include "base/text.h"
#include "command.h"
#include "engine/scheme.h"
#include "yaml/yaml.h"

enum { ARENA_BYTES = 256 << 20, EXIT_MISTAKES = 1, EXIT_USAGE = 2 };

/* What a good file holds, so that a slip of the pen (a section read as another) is seen. */
static void print_scheme(const struct scheme *scheme)
{
    printf("%s: version %d, %zu regler (%zu afledte), %zu aktiviteter, %zu møder, %zu skemaer, %zu dokumenter, "
           "%zu mål: %s\n",
           scheme->id.text, scheme->version, scheme->rules.count, scheme->implied.count, scheme->activities.count,
           scheme->meetings.count, scheme->forms.count, scheme->documents.count, scheme->measures.count,
           scheme->title.da);
}

static const struct scheme *read_file(struct arena *arena, const char *path, struct mistakes *mistakes)
{
    size_t length = 0;
    const char *bytes = file_read(arena, path, &length, mistakes);

    return bytes == NULL ? NULL : scheme_read(arena, path, bytes, length, mistakes);
}

/* What a file needs may stand in the program's library or in another of the files. */
static void check_files(struct arena *arena, const char *const *paths, size_t count, struct mistakes *mistakes)
{
    struct library kept = scheme_library_load(arena, NULL, mistakes);
    const struct scheme **all = arena_array(arena, kept.schemes.count + count, sizeof *all);
    struct library library = { .schemes = { all, kept.schemes.count } };

    for (size_t i = 0; i < kept.schemes.count; i++)
        all[i] = kept.schemes.at[i];
    for (size_t i = 0; i < count; i++) {
        const struct scheme *scheme = read_file(arena, paths[i], mistakes);
        if (scheme != NULL)
            all[library.schemes.count++] = scheme;
    }
    for (size_t i = kept.schemes.count; i < library.schemes.count; i++) {
        size_t before = mistakes->count;
        scheme_check_needs(&library, all[i], mistakes);
        if (mistakes->count == before)
            print_scheme(all[i]);
    }
    mistakes_sort(mistakes);
}

static void list_schemes(struct arena *arena, const char *directory, struct mistakes *mistakes)
{
    struct library library = scheme_library_load(arena, directory, mistakes);

    for (size_t i = 0; i < library.schemes.count; i++)
        print_scheme(library.schemes.at[i]);
}

/* 0: all well, 1: mistakes were printed as `file:line:column: text`, 2: misuse. */
static int run(const struct command_line *line)
{
    bool is_check = line->rest_count > 1 && text_is(line->rest[0], "check");
    bool is_list = line->rest_count > 0 && line->rest_count < 3 && text_is(line->rest[0], "list");

    if (!is_check && !is_list) {
        fprintf(stderr, "usage: fodfaeste scheme %s\n", line->command->words);
        return EXIT_USAGE;
    }
    struct arena *arena = arena_new(ARENA_BYTES);
    struct mistakes mistakes = mistakes_new(arena);
    if (is_list)
        list_schemes(arena, line->rest_count == 2 ? line->rest[1] : NULL, &mistakes);
    if (is_check)
        check_files(arena, line->rest + 1, (size_t)line->rest_count - 1, &mistakes);
    mistakes_print(&mistakes, stderr);
    int status = mistakes.count == 0 ? 0 : EXIT_MISTAKES;
    arena_free(arena);
    return status;
}

static const struct command_option no_options[] = { { 0 } };

const struct command scheme_command = {
    "scheme", "check scheme files, or list the library", "check FILE... | list [DIRECTORY]", no_options, run,
};
