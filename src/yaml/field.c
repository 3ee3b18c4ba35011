/* SPDX-License-Identifier: MIT
 * field.c: the walk of a tree along a table of fields. The types of values are in field_type.c. */
#include "yaml/field.h"

#include <stdarg.h>
#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"

enum { CANDIDATES_MAX = 64, EXCERPT_BYTES = 60 };

/* Columns count letters, offsets count bytes. */
static int letters_before(const char *text, size_t offset)
{
    int letters = 0;

    for (size_t i = 0; i < offset && text[i] != 0; i++)
        letters += (text[i] & 0xc0) != 0x80;
    return letters;
}

void mistake_at(struct reading *reading, const struct node *node, size_t offset, const char *format, ...)
{
    char text[400];
    va_list arguments;
    int column = node->column;

    if (node->kind == NODE_SCALAR && offset > 0)
        column += node->quotes + letters_before(node->text, offset);
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    mistake_add(reading->mistakes, reading->file, node->line, column, node->text, NULL, "%s", text);
}

/* A scalar as shown in a message: its beginning, or what else stands there. */
static const char *excerpt(struct reading *reading, const struct node *node)
{
    if (node->kind != NODE_SCALAR)
        return node->kind == NODE_MAPPING ? "en gruppe af nøgler" : "en liste";
    if (node->text[0] == 0)
        return "ingenting";
    size_t length = strlen(node->text), shown = length;
    if (length > EXCERPT_BYTES)
        for (shown = EXCERPT_BYTES; (node->text[shown] & 0xc0) == 0x80;)
            shown--;
    return arena_format(reading->arena, "»%.*s%s«", (int)shown, node->text, shown < length ? "..." : "");
}

static const char *meant(struct reading *reading, const char *word, const char *const *candidates,
                         size_t count)
{
    const char *nearest = did_you_mean(word, candidates, count);

    return nearest == NULL ? "" : arena_format(reading->arena, "; mente du »%s«?", nearest);
}

static const char *word_list(struct reading *reading, const char *const *words, int count)
{
    struct text list = text_new(reading->arena);

    for (int i = 0; i < count; i++) {
        if (words[i][0] == 0)
            continue;
        if (list.length > 0)
            text_add(&list, i == count - 1 ? " eller " : ", ");
        text_add(&list, words[i]);
    }
    return text_done(&list);
}

static bool read_one_of(struct reading *reading, const struct value_type *type, const struct node *node,
                        void *into)
{
    for (int i = 0; i < type->word_count; i++)
        if (text_is(type->words[i], node->text) && node->text[0] != 0) {
            bool is_second = i == 1;
            memcpy(into, type->size == sizeof(bool) ? (void *)&is_second : (void *)&i, type->size);
            return true;
        }
    mistake_at(reading, node, 0, "%s kan ikke stå her: forventede %s%s", excerpt(reading, node),
               word_list(reading, type->words, type->word_count),
               meant(reading, node->text, type->words, (size_t)type->word_count));
    return false;
}

/* {da: ..., en: ...} */
static bool read_languages(struct reading *reading, const struct node *node, struct words *into)
{
    static const char *const languages[] = { "da", "en" };
    bool is_good = true;

    for (const struct node *entry = node->first; entry != NULL; entry = entry->next) {
        bool is_danish = text_is(entry->key->text, "da");
        if (!is_danish && !text_is(entry->key->text, "en")) {
            mistake_at(reading, entry->key, 0, "ukendt sprog »%s«: forventede da eller en%s",
                       entry->key->text, meant(reading, entry->key->text, languages, 2));
            is_good = false;
        } else if (entry->kind != NODE_SCALAR || text_is_blank(entry->text)) {
            mistake_at(reading, entry, 0, "forventede en tekst, fandt %s", excerpt(reading, entry));
            is_good = false;
        } else if (is_danish) {
            into->da = entry->text;
        } else {
            into->en = entry->text;
        }
    }
    if (is_good && into->da == NULL) {
        mistake_at(reading, node, 0, "teksten mangler »da«");
        return false;
    }
    return is_good;
}

bool value_read(struct reading *reading, const struct value_type *type, const struct node *node,
                void *into)
{
    struct complaint complaint = { 0 };

    if (type->is_words && node->kind == NODE_MAPPING)
        return read_languages(reading, node, into);
    if (node->kind != NODE_SCALAR) {
        mistake_at(reading, node, 0, "forventede %s, fandt %s", type->expected, excerpt(reading, node));
        return false;
    }
    if (type->words != NULL)
        return read_one_of(reading, type, node, into);
    if (type->read(reading, node, into, &complaint))
        return true;
    if (complaint.text != NULL)
        mistake_at(reading, node, complaint.offset, "%s", complaint.text);
    else
        mistake_at(reading, node, 0, "forventede %s, fandt %s", type->expected, excerpt(reading, node));
    return false;
}

static const struct field *field_of(const struct section *section, const char *name)
{
    for (size_t i = 0; i < section->field_count; i++)
        if (text_is(section->fields[i].name, name))
            return &section->fields[i];
    return NULL;
}

static void define_id(struct reading *reading, const struct section_work *work, const struct node *node)
{
    for (size_t i = 0; i < reading->ids.count; i++)
        if (reading->ids.at[i].list == work->list && text_is(reading->ids.at[i].id, node->text)) {
            mistake_at(reading, node, 0, "id »%s« er allerede brugt i »%s«", node->text, work->collection);
            return;
        }
    *LIST_ADD(reading->arena, &reading->ids) =
        (struct defined_id){ work->collection, node->text, work->list };
}

static void read_element(struct reading *reading, const struct field *field, const struct node *node,
                         void *into, const void *list)
{
    if (field->section != NULL) {
        *LIST_ADD(reading->arena, &reading->work) =
            (struct section_work){ field->section, node, into, field->name, list };
        return;
    }
    if (value_read(reading, field->type, node, into) && field->refers != NULL)
        *LIST_ADD(reading->arena, &reading->references) = (struct reference){ field->refers, node };
}

static size_t element_size(const struct field *field)
{
    return field->section != NULL ? field->section->size : field->type->size;
}

/* Can the node be one element by itself, where a list was possible? A mapping is one element of a list
 * of sections, unless the field is a map. */
static bool is_single(const struct field *field, const struct node *node)
{
    if (node->kind == NODE_SEQUENCE)
        return false;
    return node->kind == NODE_SCALAR || !(field->form & FIELD_MAP);
}

static void read_list(struct reading *reading, const struct field *field, const struct node *node,
                      char *base)
{
    bool is_one = is_single(field, node);
    size_t count = is_one ? 1 : (size_t)node->count, size = element_size(field);

    if (is_one && (field->form & FIELD_MAP)) {
        mistake_at(reading, node, 0, "»%s« skal være en gruppe af nøgler, fandt %s", field->name,
                   excerpt(reading, node));
        return;
    }
    if (node->kind == NODE_SEQUENCE && (field->form & FIELD_MAP) && !(field->form & FIELD_MANY)) {
        mistake_at(reading, node, 0, "»%s« skal være en gruppe af nøgler, fandt en liste", field->name);
        return;
    }
    char *elements = count == 0 ? NULL : arena_array(reading->arena, count, size);
    const struct node *entry = is_one ? node : node->first;
    for (size_t i = 0; i < count; i++, entry = entry->next)
        read_element(reading, field, entry, elements + i * size, elements);
    memcpy(base + field->offset, &elements, sizeof elements);
    memcpy(base + field->count, &count, sizeof count);
}

static void read_field(struct reading *reading, const struct field *field, const struct node *node,
                       void *into)
{
    if (field->form & (FIELD_MANY | FIELD_MAP))
        read_list(reading, field, node, into);
    else
        read_element(reading, field, node, (char *)into + field->offset, NULL);
}

/* A field that is absent: its fallback, or a mistake when it is required. */
static void read_absent(struct reading *reading, const struct section *section, const struct field *field,
                        const struct node *node, void *into)
{
    if (field->form & FIELD_REQUIRED)
        mistake_at(reading, node, 0, "%s mangler »%s«", section->name, field->name);
    if (field->fallback == NULL)
        return;
    struct node *written = arena_alloc(reading->arena, sizeof *written);
    written->line = node->line;
    written->column = node->column;
    written->text = field->fallback;
    read_element(reading, field, written, (char *)into + field->offset, NULL);
}

static void read_unknown(struct reading *reading, const struct section *section, const struct node *key)
{
    const char *names[CANDIDATES_MAX];
    size_t count = 0;

    for (; count < section->field_count && count < CANDIDATES_MAX; count++)
        names[count] = section->fields[count].name;
    mistake_at(reading, key, 0, "ukendt nøgle »%s« i %s%s", key->text, section->name,
               meant(reading, key->text, names, count));
}

static void read_key(struct reading *reading, const struct section_work *work)
{
    const struct section *section = work->section;
    const struct node *id = work->node->key;

    if (section->key == NULL || id == NULL || text_is(id->text, work->collection))
        return;
    read_field(reading, field_of(section, section->key), id, work->into);
}

/* A bare value stands for the shorthand's field. False when the node is a mapping with keys. */
static bool read_shorthand(struct reading *reading, const struct section_work *work)
{
    const struct section *section = work->section;
    const struct field *field = section->shorthand == NULL ? NULL : field_of(section, section->shorthand);
    const struct node *node = work->node;

    if (field == NULL)
        return false;
    bool is_languages = field->type != NULL && field->type->is_words && node_get(node, "da") != NULL;
    if (node->kind == NODE_MAPPING && !is_languages)
        return false;
    if (node->kind == NODE_SEQUENCE && !(field->form & FIELD_MANY))
        return false;
    read_field(reading, field, node, work->into);
    return true;
}

static bool is_given(const struct section_work *work, const struct field *field, bool is_short)
{
    const struct section *section = work->section;

    if (is_short && text_is(field->name, section->shorthand))
        return true;
    if (text_is(field->name, section->key) && work->node->key != NULL &&
        !text_is(work->node->key->text, work->collection))
        return true;
    return !is_short && node_get(work->node, field->name) != NULL;
}

static void read_section(struct reading *reading, const struct section_work *work)
{
    const struct section *section = work->section;
    const struct node *node = work->node;

    if (section->node != NO_NODE)
        memcpy((char *)work->into + section->node, &node, sizeof node);
    if (section->begin != NULL)
        section->begin(reading, node, work->into);
    read_key(reading, work);
    bool is_short = read_shorthand(reading, work);
    if (!is_short && node->kind != NODE_MAPPING) {
        mistake_at(reading, node, 0, "forventede en gruppe af nøgler, fandt %s", excerpt(reading, node));
        return;
    }
    for (const struct node *entry = is_short ? NULL : node->first; entry != NULL; entry = entry->next) {
        const struct field *field = field_of(section, entry->key->text);
        if (field == NULL)
            read_unknown(reading, section, entry->key);
        else
            read_field(reading, field, entry, work->into);
    }
    for (size_t i = 0; i < section->field_count; i++)
        if (!is_given(work, &section->fields[i], is_short))
            read_absent(reading, section, &section->fields[i], node, work->into);
    const struct node *id = is_short ? NULL : node_get(node, "id");
    if (id == NULL && text_is(section->key, "id") && is_given(work, field_of(section, "id"), is_short))
        id = node->key;
    if (id != NULL && id->kind == NODE_SCALAR && work->list != NULL)
        define_id(reading, work, id);
    if (section->end != NULL)
        section->end(reading, node, work->into);
}

bool id_is_defined(const struct reading *reading, const char *collection, const char *id)
{
    for (size_t i = 0; i < reading->ids.count; i++)
        if (text_is(reading->ids.at[i].collection, collection) && text_is(reading->ids.at[i].id, id))
            return true;
    return false;
}

/* Collections are a few words, so they are split at each use. */
static void check_reference(struct reading *reading, const struct reference *reference)
{
    struct text_pieces collections = text_split(reading->arena, reference->collections, ' ');
    const char *candidates[CANDIDATES_MAX];
    size_t count = 0;

    for (size_t i = 0; i < collections.count; i++)
        if (id_is_defined(reading, collections.at[i], reference->node->text))
            return;
    for (size_t i = 0; i < reading->ids.count && count < CANDIDATES_MAX; i++)
        for (size_t k = 0; k < collections.count; k++)
            if (text_is(reading->ids.at[i].collection, collections.at[k]) && count < CANDIDATES_MAX)
                candidates[count++] = reading->ids.at[i].id;
    mistake_at(reading, reference->node, 0, "der er ingen »%s« i »%s«%s", reference->node->text,
               reference->collections, meant(reading, reference->node->text, candidates, count));
}

void section_read(struct reading *reading, const struct section *section, const struct node *node,
                  void *into)
{
    *LIST_ADD(reading->arena, &reading->work) = (struct section_work){ section, node, into, NULL, NULL };
    while (reading->work.count > 0) {
        struct section_work work = reading->work.at[--reading->work.count];
        read_section(reading, &work);
    }
    for (size_t i = 0; i < reading->references.count; i++)
        check_reference(reading, &reading->references.at[i]);
    mistakes_sort(reading->mistakes);
}
