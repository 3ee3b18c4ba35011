/* SPDX-License-Identifier: MIT
 * scheme_command.c: checking and listing schemes from the command line. */
#include "engine/scheme_command.h"

#include <stdio.h>

#include "base/text.h"
#include "engine/scheme.h"

enum { ARENA_BYTES = 256 << 20 };

const char scheme_command_usage[] = "scheme check FIL... | scheme list [MAPPE]";

/* What a good file holds, so that a slip of the pen (a section read as another) is seen. */
static void print_scheme(const struct scheme *scheme)
{
    printf("%s: version %d, %zu regler (%zu afledte), %zu aktiviteter, %zu møder, %zu skemaer, %zu dokumenter, "
           "%zu mål: %s\n",
           scheme->id.text, scheme->version, scheme->rules.count, scheme->implied.count, scheme->activities.count,
           scheme->meetings.count, scheme->forms.count, scheme->documents.count, scheme->measures.count,
           scheme->title.da);
}

static void check_file(struct arena *arena, const char *path, struct mistakes *mistakes)
{
    size_t length = 0;
    const char *bytes = file_read(arena, path, &length, mistakes);
    const struct scheme *scheme = bytes == NULL ? NULL : scheme_read(arena, path, bytes, length, mistakes);

    if (scheme != NULL)
        print_scheme(scheme);
}

static void list_schemes(struct arena *arena, const char *directory, struct mistakes *mistakes)
{
    struct library library = scheme_library_load(arena, directory, mistakes);

    for (size_t i = 0; i < library.schemes.count; i++)
        print_scheme(library.schemes.at[i]);
}

int command_scheme(int argc, char **argv)
{
    bool is_check = argc > 2 && text_is(argv[1], "check");
    bool is_list = (argc == 2 || argc == 3) && text_is(argv[1], "list");

    if (!is_check && !is_list) {
        fprintf(stderr, "brug: fodfaeste %s\n", scheme_command_usage);
        return 2;
    }
    struct arena *arena = arena_new(ARENA_BYTES);
    struct mistakes mistakes = mistakes_new(arena);
    if (is_list)
        list_schemes(arena, argc == 3 ? argv[2] : NULL, &mistakes);
    for (int i = 2; is_check && i < argc; i++)
        check_file(arena, argv[i], &mistakes);
    mistakes_print(&mistakes, stderr);
    int status = mistakes.count == 0 ? 0 : 1;
    arena_free(arena);
    return status;
}
