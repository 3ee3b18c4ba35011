/* SPDX-License-Identifier: MIT
 * functions.c: matching/functions.yaml, read with the tables of yaml/field.h. */
#include "workplace/functions.h"

#include "base/check.h"
#include "base/program_file.h"
#include "base/text.h"
#include "yaml/field.h"

enum { KEPT_MAX = 1 << 20 };

static const struct field function_fields[] = {
    { .name = "code", .type = &type_word, .offset = offsetof(struct function_words, code) },
    { .name = "words", .type = &type_word, .offset = offsetof(struct function_words, words), .form = FIELD_REQUIRED },
};
static const struct section function_section = {
    .name = "funktionen", .size = sizeof(struct function_words), .fields = function_fields,
    .field_count = sizeof function_fields / sizeof *function_fields, .key = "code", .shorthand = "words", .node = NO_NODE,
};
static const struct field list_fields[] = {
    { .name = "functions", .section = &function_section, .offset = offsetof(struct function_list, at),
      .count = offsetof(struct function_list, count), .form = FIELD_MAP | FIELD_REQUIRED },
};
static const struct section list_section = {
    .name = "funktionerne", .size = sizeof(struct function_list), .fields = list_fields,
    .field_count = sizeof list_fields / sizeof *list_fields, .node = NO_NODE,
};

static const struct function_list *read_list(struct arena *arena)
{
    struct mistakes mistakes = mistakes_new(arena);
    struct reading reading = { .arena = arena, .file = "functions.yaml", .mistakes = &mistakes };
    struct function_list *list = arena_alloc(arena, sizeof *list);
    const struct program_file *file = matching_files;

    while (!text_is(file->name, reading.file)) {
        file++;
        check(file->name != NULL);
    }
    const struct node *node = yaml_read(arena, file->name, (const char *)file->bytes, file->length, &mistakes);
    check(node != NULL);
    section_read(&reading, &list_section, node, list);
    check(mistakes.count == 0);
    return list;
}

const struct function_list *functions_kept(void)
{
    static struct arena *arena;
    static const struct function_list *list;

    if (arena == NULL) {
        arena = arena_new(KEPT_MAX);
        list = read_list(arena);
    }
    return list;
}
