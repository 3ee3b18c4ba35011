/* SPDX-License-Identifier: MIT
 * scheme_library.c: all scheme files, from a directory or from within the program. */
#include <dirent.h>
#include <string.h>

#include "base/list.h"
#include "base/program_file.h"
#include "base/text.h"
#include "engine/scheme.h"
#include "yaml/yaml.h"

struct loading {
    struct arena *arena;
    struct mistakes *mistakes;
    LIST_OF(const struct scheme *) schemes;
};

/* policies.yaml stands beside the schemes and is read by policies.h. */
static bool is_scheme_file(const char *name)
{
    size_t length = strlen(name);

    return length > 5 && text_is(name + length - 5, ".yaml") && !text_is(name, "policies.yaml");
}

/* Keeps the schemes in order of id. */
static void add_scheme(struct loading *loading, const struct scheme *scheme)
{
    size_t at = loading->schemes.count;

    while (at > 0 && strcmp(loading->schemes.at[at - 1]->id.text, scheme->id.text) > 0)
        at--;
    if (at > 0 && text_is(loading->schemes.at[at - 1]->id.text, scheme->id.text)) {
        mistake_add(loading->mistakes, scheme->file, 1, 1, scheme->id.text, NULL,
                    "ordningen »%s« står også i %s", scheme->id.text, loading->schemes.at[at - 1]->file);
        return;
    }
    *LIST_ADD(loading->arena, &loading->schemes) = scheme;
    for (size_t i = loading->schemes.count - 1; i > at; i--)
        loading->schemes.at[i] = loading->schemes.at[i - 1];
    loading->schemes.at[at] = scheme;
}

static void load_bytes(struct loading *loading, const char *name, const char *bytes, size_t length)
{
    const struct scheme *scheme = scheme_read(loading->arena, name, bytes, length, loading->mistakes);

    if (scheme != NULL)
        add_scheme(loading, scheme);
}

static void load_directory(struct loading *loading, const char *directory)
{
    DIR *open = opendir(directory);

    if (open == NULL) {
        mistake_add(loading->mistakes, directory, 0, 0, NULL, NULL, "mappen kan ikke åbnes");
        return;
    }
    for (struct dirent *entry = readdir(open); entry != NULL; entry = readdir(open)) {
        size_t length = 0;
        if (!is_scheme_file(entry->d_name))
            continue;
        const char *path = arena_format(loading->arena, "%s/%s", directory, entry->d_name);
        const char *bytes = file_read(loading->arena, path, &length, loading->mistakes);
        if (bytes != NULL)
            load_bytes(loading, path, bytes, length);
    }
    closedir(open);
}

void scheme_check_needs(const struct library *library, const struct scheme *scheme, struct mistakes *mistakes)
{
    const struct node *needs = node_get(scheme->node, "needs");
    const struct node *node = needs == NULL ? NULL : needs->kind == NODE_SCALAR ? needs : needs->first;

    for (; node != NULL; node = node->next) {
        if (node->kind != NODE_SCALAR || text_is(node->text, scheme->id.text) || library_find(library, node->text) != NULL)
            continue;
        mistake_add(mistakes, scheme->file, node->line, node->column, node->text, NULL,
                    "der er ingen ordning »%s« i biblioteket", node->text);
        if (node == needs)
            return;
    }
}

struct library scheme_library_load(struct arena *arena, const char *directory, struct mistakes *mistakes)
{
    struct loading loading = { .arena = arena, .mistakes = mistakes };

    if (directory != NULL)
        load_directory(&loading, directory);
    else
        for (const struct program_file *file = scheme_files; file->name != NULL; file++)
            if (is_scheme_file(file->name))
                load_bytes(&loading, file->name, (const char *)file->bytes, file->length);
    struct library library = { .schemes = { loading.schemes.at, loading.schemes.count } };
    for (size_t i = 0; i < library.schemes.count; i++)
        scheme_check_needs(&library, library.schemes.at[i], mistakes);
    mistakes_sort(mistakes);
    return library;
}

const struct scheme *library_find(const struct library *library, const char *id)
{
    for (size_t i = 0; i < library->schemes.count; i++)
        if (text_is(library->schemes.at[i]->id.text, id))
            return library->schemes.at[i];
    return NULL;
}
