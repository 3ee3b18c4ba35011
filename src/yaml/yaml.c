/* SPDX-License-Identifier: MIT
 * yaml.c: libyaml's events to a tree, iteratively, with everything refused that a scheme or a law file
 * has no use for. */
#include "yaml/yaml.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <yaml.h>

#include "base/text.h"

/* An open sequence or mapping: where the next entry goes, and the key that waits for its value. */
struct level {
    struct node *node;
    struct node *last;
    const struct node *key;
};

struct building {
    struct arena *arena;
    const char *file;
    struct mistakes *mistakes;
    struct level levels[YAML_DEPTH_MAX];
    int depth;
    struct node *root;
    bool is_refused;
};

#define REFUSE(building, line, column, ...)                                                          \
    ((building)->is_refused = true,                                                                  \
     mistake_add((building)->mistakes, (building)->file, (line), (column), NULL, NULL, __VA_ARGS__))

static int line_of(const yaml_mark_t *mark)
{
    return (int)mark->line + 1;
}

static int column_of(const yaml_mark_t *mark)
{
    return (int)mark->column + 1;
}

/* libyaml's own words for the commonest slips, and ours. */
static const struct {
    const char *theirs, *ours;
} syntax_words[] = {
    { "did not find expected <block end>", "forkert indrykning: linjen hører ikke til det foregående" },
    { "did not find expected key", "her mangler en nøgle; se på indrykning og kolon" },
    { "could not find expected ':'", "her mangler et kolon efter nøglen" },
    { "mapping values are not allowed in this context", "et kolon for meget, eller en tekst der mangler anførselstegn" },
    { "did not find expected ',' or ']'", "listen mangler komma eller ]" },
    { "did not find expected ',' or '}'", "{ mangler komma eller }" },
    { "found unexpected end of stream", "teksten i anførselstegn slutter ikke" },
    { "found character that cannot start any token", "et tegn der ikke kan stå her (tabulator, @ eller `)" },
    { "block sequence entries are not allowed in this context", "en liste kan ikke begynde her" },
    { "did not find expected node content", "her mangler en værdi" },
    { "control characters are not allowed", "styretegn er ikke tilladt" },
};

static const char *syntax_word(const char *theirs)
{
    for (size_t i = 0; i < sizeof syntax_words / sizeof *syntax_words; i++)
        if (text_is(syntax_words[i].theirs, theirs))
            return syntax_words[i].ours;
    return theirs == NULL ? "ukendt fejl" : theirs;
}

static bool is_key_position(const struct building *building)
{
    if (building->depth == 0)
        return false;
    const struct level *level = &building->levels[building->depth - 1];
    return level->node->kind == NODE_MAPPING && level->key == NULL;
}

static bool is_duplicate(const struct level *level, const char *key)
{
    return node_get(level->node, key) != NULL;
}

/* Puts a value where it belongs: the root, the next entry of a sequence, the value of a key. */
static void attach(struct building *building, struct node *node)
{
    if (building->depth == 0) {
        building->root = node;
        return;
    }
    struct level *level = &building->levels[building->depth - 1];
    node->key = level->key;
    level->key = NULL;
    if (level->last == NULL)
        level->node->first = node;
    else
        level->last->next = node;
    level->last = node;
    if (++level->node->count == YAML_ENTRIES_MAX + 1)
        REFUSE(building, node->line, node->column, "for mange led: højst %d", YAML_ENTRIES_MAX);
}

static struct node *node_new(struct building *building, enum node_kind kind, const yaml_mark_t *mark)
{
    struct node *node = arena_alloc(building->arena, sizeof *node);

    node->kind = kind;
    node->line = line_of(mark);
    node->column = column_of(mark);
    return node;
}

static void refuse_extras(struct building *building, const yaml_mark_t *mark, const void *anchor,
                          const void *tag)
{
    if (anchor != NULL)
        REFUSE(building, line_of(mark), column_of(mark), "ankre (&) bruges ikke i disse filer");
    if (tag != NULL)
        REFUSE(building, line_of(mark), column_of(mark), "mærker (!) bruges ikke i disse filer");
}

static void add_scalar(struct building *building, const yaml_event_t *event)
{
    struct node *node = node_new(building, NODE_SCALAR, &event->start_mark);
    const char *value = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;

    refuse_extras(building, &event->start_mark, event->data.scalar.anchor, event->data.scalar.tag);
    if (memchr(value, 0, length) != NULL)
        REFUSE(building, node->line, node->column, "nultegn er ikke tilladt");
    node->text = arena_copy(building->arena, value, length);
    node->quotes = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE ? 0 : 1;

    if (!is_key_position(building)) {
        attach(building, node);
        return;
    }
    struct level *level = &building->levels[building->depth - 1];
    if (is_duplicate(level, node->text))
        REFUSE(building, node->line, node->column, "nøglen »%s« står her to gange", node->text);
    level->key = node;
}

static void open_level(struct building *building, const yaml_event_t *event, enum node_kind kind)
{
    struct node *node = node_new(building, kind, &event->start_mark);

    if (kind == NODE_MAPPING)
        refuse_extras(building, &event->start_mark, event->data.mapping_start.anchor,
                      event->data.mapping_start.tag);
    else
        refuse_extras(building, &event->start_mark, event->data.sequence_start.anchor,
                      event->data.sequence_start.tag);
    if (is_key_position(building)) {
        REFUSE(building, node->line, node->column, "en nøgle skal være et ord");
        return;
    }
    if (building->depth == YAML_DEPTH_MAX) {
        REFUSE(building, node->line, node->column, "for dybt: højst %d niveauer", YAML_DEPTH_MAX);
        return;
    }
    attach(building, node);
    building->levels[building->depth++] = (struct level){ .node = node };
}

static void take_event(struct building *building, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        add_scalar(building, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_level(building, event, NODE_SEQUENCE);
        break;
    case YAML_MAPPING_START_EVENT:
        open_level(building, event, NODE_MAPPING);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        building->depth--;
        break;
    case YAML_ALIAS_EVENT:
        REFUSE(building, line_of(&event->start_mark), column_of(&event->start_mark),
               "henvisninger (*) bruges ikke i disse filer");
        break;
    case YAML_DOCUMENT_START_EVENT:
        if (building->root != NULL)
            REFUSE(building, line_of(&event->start_mark), column_of(&event->start_mark),
                   "kun ét dokument i hver fil");
        break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
}

/* What must end the reading at once: the tree would be wrong from here on. */
static bool cannot_go_on(const struct building *building, const yaml_event_t *event)
{
    bool is_misplaced = building->is_refused &&
                        (event->type == YAML_SEQUENCE_START_EVENT || event->type == YAML_MAPPING_START_EVENT ||
                         event->type == YAML_DOCUMENT_START_EVENT || event->type == YAML_ALIAS_EVENT);
    return is_misplaced || building->mistakes->count >= MISTAKES_MAX ||
           (building->depth > 0 && building->levels[building->depth - 1].node->count > YAML_ENTRIES_MAX);
}

static void build(struct building *building, yaml_parser_t *parser)
{
    bool is_done = false;

    while (!is_done) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            /* The mark of a reader's error is not set; its place is the last token's. */
            const yaml_mark_t *mark = parser->error == YAML_READER_ERROR ? &parser->mark : &parser->problem_mark;
            REFUSE(building, line_of(mark), column_of(mark), "%s", syntax_word(parser->problem));
            return;
        }
        take_event(building, &event);
        is_done = event.type == YAML_STREAM_END_EVENT || cannot_go_on(building, &event);
        yaml_event_delete(&event);
    }
}

/* The line of the first bytes that are no UTF-8, or 0. */
static int line_not_utf8(const char *bytes, size_t length)
{
    int line = 1;

    for (size_t at = 0; at < length; line++) {
        const char *end = memchr(bytes + at, '\n', length - at);
        size_t line_length = end == NULL ? length - at : (size_t)(end - bytes) - at;
        if (!text_is_utf8(bytes + at, line_length))
            return line;
        at += line_length + 1;
    }
    return 0;
}

const struct node *yaml_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                             struct mistakes *mistakes)
{
    struct building building = { .arena = arena, .file = file, .mistakes = mistakes };
    yaml_parser_t parser;
    int bad_line = line_not_utf8(bytes, length);

    if (length > YAML_BYTES_MAX) {
        REFUSE(&building, 0, 0, "filen er for stor: højst 1 MiB");
        return NULL;
    }
    if (bad_line > 0) {
        REFUSE(&building, bad_line, 1, "linjen er ikke UTF-8");
        return NULL;
    }
    if (!yaml_parser_initialize(&parser)) {
        REFUSE(&building, 0, 0, "filen kunne ikke læses");
        return NULL;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
    build(&building, &parser);
    yaml_parser_delete(&parser);

    if (!building.is_refused && building.root == NULL)
        REFUSE(&building, 1, 1, "filen er tom");
    return building.is_refused ? NULL : building.root;
}

const struct node *node_get(const struct node *mapping, const char *key)
{
    if (mapping == NULL || mapping->kind != NODE_MAPPING)
        return NULL;
    for (const struct node *entry = mapping->first; entry != NULL; entry = entry->next)
        if (text_is(entry->key->text, key))
            return entry;
    return NULL;
}

char *file_read(struct arena *arena, const char *path, size_t *length, struct mistakes *mistakes)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;

    if (file == NULL) {
        mistake_add(mistakes, path, 0, 0, NULL, NULL, "filen kan ikke åbnes: %s", strerror(errno));
        return NULL;
    }
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    rewind(file);
    if (size < 0 || size > YAML_BYTES_MAX) {
        mistake_add(mistakes, path, 0, 0, NULL, NULL, size < 0 ? "filen kan ikke læses" : "filen er for stor: højst 1 MiB");
    } else {
        bytes = arena_alloc(arena, (size_t)size + 1);
        *length = fread(bytes, 1, (size_t)size, file);
    }
    fclose(file);
    return bytes;
}
