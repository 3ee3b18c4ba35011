/* SPDX-License-Identifier: MIT
 * template.c: the program's letters, letters/CODE.yaml, read with the tables of yaml/field.h. A text with a field that
 * does not exist is a mistake of the file, found when the program is tested. */
#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "base/program_file.h"
#include "base/text.h"
#include "letter/private.h"
#include "yaml/field.h"

enum { TEMPLATES_SIZE_MAX = 16 << 20 };

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))

static const char *const kind_words[LETTER_KIND_COUNT] = { "letter", "decision", "guidance", "sheet", "certificate" };
static const struct value_type type_kind = {
    .expected = "letter, decision, guidance, sheet eller certificate", .size = sizeof(int), .words = kind_words,
    .word_count = LETTER_KIND_COUNT,
};

#define ASK(key, member, value_type, wanted) \
    { .name = (key), .type = &(value_type), .offset = offsetof(struct letter_ask, member), .form = (wanted) }
static const struct field ask_fields[] = {
    ASK("name", name, type_word, FIELD_REQUIRED),
    ASK("text", text, type_words, FIELD_REQUIRED),
    { .name = "long", .type = &type_flag, .offset = offsetof(struct letter_ask, is_long), .fallback = "no" },
    { .name = "optional", .type = &type_flag, .offset = offsetof(struct letter_ask, is_optional), .fallback = "no" },
};
static const struct section ask_section = {
    .name = "feltet", .size = sizeof(struct letter_ask), .fields = ask_fields, .field_count = COUNT_OF(ask_fields),
    .key = "name", .shorthand = "text", .node = offsetof(struct letter_ask, node),
};

#define WORDS(key, member, value_type, wanted) \
    { .name = (key), .type = &(value_type), .offset = offsetof(struct letter_words, member), .form = (wanted) }
static const struct field words_fields[] = {
    WORDS("language", language, type_word, FIELD_REQUIRED),
    WORDS("title", title, type_word, FIELD_REQUIRED),
    WORDS("words", words, type_word, FIELD_REQUIRED),
    { .name = "machine", .type = &type_flag, .offset = offsetof(struct letter_words, is_machine), .fallback = "no" },
};
static const struct section words_section = {
    .name = "teksten", .size = sizeof(struct letter_words), .fields = words_fields, .field_count = COUNT_OF(words_fields),
    .key = "language", .node = offsetof(struct letter_words, node),
};

#define OF(key, member, value_type, wanted) \
    { .name = (key), .type = &(value_type), .offset = offsetof(struct letter_template, member), .form = (wanted) }
#define FLAG(key, member) \
    { .name = (key), .type = &type_flag, .offset = offsetof(struct letter_template, member), .fallback = "no" }
static const struct field template_fields[] = {
    OF("letter", code, type_word, FIELD_REQUIRED),
    OF("text", text, type_words, FIELD_REQUIRED),
    OF("kind", kind, type_kind, FIELD_REQUIRED),
    FLAG("approval", needs_approval),
    FLAG("open", is_open),
    FLAG("company", is_company),
    { .name = "documents", .type = &type_word, .offset = offsetof(struct letter_template, documents.at),
      .count = offsetof(struct letter_template, documents.count), .form = FIELD_MANY },
    { .name = "asks", .section = &ask_section, .offset = offsetof(struct letter_template, asks.at),
      .count = offsetof(struct letter_template, asks.count), .form = FIELD_MAP },
    { .name = "texts", .section = &words_section, .offset = offsetof(struct letter_template, texts.at),
      .count = offsetof(struct letter_template, texts.count), .form = FIELD_MAP | FIELD_REQUIRED },
};
static const struct section template_section = {
    .name = "brevet", .size = sizeof(struct letter_template), .fields = template_fields,
    .field_count = COUNT_OF(template_fields), .node = offsetof(struct letter_template, node),
};

const struct letter_template *letter_template_read(struct arena *arena, const char *name, const char *bytes, size_t length,
                                                   struct mistakes *mistakes)
{
    struct reading reading = { .arena = arena, .file = name, .mistakes = mistakes };
    const struct node *node = yaml_read(arena, name, bytes, length, mistakes);

    if (node == NULL)
        return NULL;
    struct letter_template *template = arena_alloc(arena, sizeof *template);
    section_read(&reading, &template_section, node, template);
    for (size_t i = 0; mistakes->count == 0 && i < template->texts.count; i++) {
        const struct letter_words *text = &template->texts.at[i];
        struct letter_mistake wrong = letter_check(arena, template, text->words);
        if (wrong.name != NULL)
            mistake_at(&reading, text->node, 0, "»%s«: i linje %d af teksten er der intet felt »%s«", text->language,
                       wrong.line, wrong.name);
    }
    return mistakes->count == 0 ? template : NULL;
}

struct letter_templates letter_templates(void)
{
    static struct {
        const struct letter_template **at;
        size_t count, room;
    } kept;
    static struct arena *arena;

    if (arena != NULL)
        return (struct letter_templates){ kept.at, kept.count };
    arena = arena_new(TEMPLATES_SIZE_MAX);
    struct mistakes mistakes = mistakes_new(arena);
    for (const struct program_file *file = letter_files; file->name != NULL; file++) {
        const struct letter_template *template =
            letter_template_read(arena, file->name, (const char *)file->bytes, file->length, &mistakes);
        if (template == NULL)
            mistakes_print(&mistakes, stderr);
        check(template != NULL); /* The build's tests read them. */
        *LIST_ADD(arena, &kept) = template;
    }
    return (struct letter_templates){ kept.at, kept.count };
}

const struct letter_template *letter_template(const char *code)
{
    struct letter_templates templates = letter_templates();

    for (size_t i = 0; i < templates.count; i++)
        if (text_is(templates.at[i]->code, code))
            return templates.at[i];
    return NULL;
}

const struct letter_words *letter_words_in(const struct letter_template *template, const char *language)
{
    for (size_t i = 0; i < template->texts.count; i++)
        if (text_is(template->texts.at[i].language, language))
            return &template->texts.at[i];
    return NULL;
}
