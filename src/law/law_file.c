/* SPDX-License-Identifier: MIT
 * law_file.c: finding and reading a file of law/. */
#include "law/law_file.h"

#include "base/check.h"
#include "base/program_file.h"
#include "base/text.h"

const struct value_type type_law_mark = {
    .expected = "et ord", .size = sizeof(enum law_mark), .words = law_mark_words, .word_count = LAW_MARK_COUNT
};

static const char *bytes_of(struct arena *arena, const char *directory, const char *name, size_t *length,
                            struct mistakes *mistakes)
{
    if (directory != NULL)
        return file_read(arena, arena_format(arena, "%s/%s", directory, name), length, mistakes);
    for (const struct program_file *file = law_files; file->name != NULL; file++)
        if (text_is(file->name, name)) {
            *length = file->length;
            return (const char *)file->bytes;
        }
    check_failed("the file is in the program", __FILE__, __LINE__);
}

void *law_file_read(struct arena *arena, const char *directory, const char *name,
                    const struct section *section, struct mistakes *mistakes)
{
    struct reading reading = { .arena = arena, .file = name, .mistakes = mistakes };
    size_t length = 0, before = mistakes->count;
    const char *bytes = bytes_of(arena, directory, name, &length, mistakes);
    const struct node *node = bytes == NULL ? NULL : yaml_read(arena, name, bytes, length, mistakes);

    if (node == NULL)
        return NULL;
    void *into = arena_alloc(arena, section->size);
    section_read(&reading, section, node, into);
    return mistakes->count == before ? into : NULL;
}
