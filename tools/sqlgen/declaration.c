/* SPDX-License-Identifier: MIT
 * declaration.c: reading .sql files line by line. A declaration is a head of `-- word: ...` lines and a
 * body of SQL; the next `-- name:` ends it. */
#include "declaration.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "source.h"

static const struct {
    const char *word;
    size_t place;
} fields[] = {
    { "about", offsetof(struct declaration, about) }, { "takes", offsetof(struct declaration, takes) },
    { "gives", offsetof(struct declaration, gives) }, { "reads", offsetof(struct declaration, reads) },
    { "may", offsetof(struct declaration, may) },
};
enum { FIELD_COUNT = sizeof fields / sizeof fields[0] };

static const struct {
    const char *word;
    size_t place;
} bodies[] = {
    { "sqlite", offsetof(struct declaration, sqlite) }, { "postgres", offsetof(struct declaration, postgres) },
};

struct reader {
    struct arena *arena;
    declarations *all;
    const char *path;
    int line;
    struct declaration *now; /* NULL before the first name. */
    const char **field;      /* The field that a following comment line continues; NULL in a body. */
    struct body *body;
};

/* "-- word: value": the word, and *value after it; NULL for other lines. */
static const char *field_word(struct arena *arena, const char *line, const char **value)
{
    if (!text_starts(line, "--"))
        return NULL;

    const char *word = line + 2 + strspn(line + 2, " ");
    size_t length = strspn(word, "abcdefghijklmnopqrstuvwxyz");
    if (length == 0 || word[length] != ':')
        return NULL;
    *value = text_trim(arena, word + length + 1);
    return arena_copy(arena, word, length);
}

static bool is_name(const char *name)
{
    if (!islower((unsigned char)*name))
        return false;
    for (; *name != 0; name++)
        if (!islower((unsigned char)*name) && !isdigit((unsigned char)*name) && *name != '_')
            return false;
    return true;
}

static void read_shape(struct reader *reader, const char *shape)
{
    static const struct { const char *word; enum shape shape; bool has_row; } shapes[] = {
        { "one", SHAPE_ONE, true }, { "many", SHAPE_MANY, true }, { "value", SHAPE_VALUE, false },
        { "id", SHAPE_ID, false }, { "count", SHAPE_COUNT, false },
    };
    struct text_pieces pieces = text_split(reader->arena, shape, ' ');

    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
        if (text_is(pieces.at[0], shapes[i].word) && pieces.count == (shapes[i].has_row ? 2 : 1)) {
            reader->now->shape = shapes[i].shape;
            reader->now->row = shapes[i].has_row ? pieces.at[1] : NULL;
            return;
        }
    reader->now->is_right = false;
    report(reader->path, reader->line,
           "`-> %s`, expected one of `one ROW`, `many ROW`, `value`, `id`, `count`", shape);
}

static void begin_declaration(struct reader *reader, const char *value)
{
    const char *arrow = strstr(value, "->");
    const char *name = value;

    reader->now = LIST_ADD(reader->arena, reader->all);
    reader->now->file = reader->path;
    reader->now->line = reader->line;
    reader->now->is_right = true;
    reader->field = NULL;
    reader->body = NULL;
    if (arrow != NULL) {
        name = text_trim(reader->arena, arena_copy(reader->arena, value, (size_t)(arrow - value)));
        read_shape(reader, text_trim(reader->arena, arrow + 2));
    }
    reader->now->name = name;
    if (!is_name(name) || (reader->now->row != NULL && !is_name(reader->now->row))) {
        reader->now->is_right = false;
        report(reader->path, reader->line, "`%s` is no name, expected lower case, digits and _", value);
    }
}

static void begin_body(struct reader *reader, struct body *body, int line)
{
    reader->field = NULL;
    reader->body = body;
    body->source = "";
    body->line = line;
}

/* A line of the head that is not a name: a field, or the beginning of a body. */
static void read_field(struct reader *reader, const char *word, const char *value)
{
    const char *known[FIELD_COUNT];

    for (size_t i = 0; i < FIELD_COUNT; i++) {
        known[i] = fields[i].word;
        if (text_is(word, fields[i].word)) {
            reader->field = (const char **)((char *)reader->now + fields[i].place);
            *reader->field = value;
            return;
        }
    }
    reader->now->is_right = false;
    report(reader->path, reader->line, "`%s:` is unknown, expected about, takes, gives, reads or may%s", word,
           did_you_mean(reader->arena, word, known, FIELD_COUNT));
}

static struct body *body_of_word(struct reader *reader, const char *word)
{
    for (size_t i = 0; word != NULL && i < sizeof bodies / sizeof bodies[0]; i++)
        if (text_is(word, bodies[i].word))
            return (struct body *)((char *)reader->now + bodies[i].place);
    return NULL;
}

static void add_to_body(struct reader *reader, const char *line)
{
    if (reader->body == NULL && text_is_blank(line))
        return;
    if (reader->body == NULL)
        begin_body(reader, &reader->now->common, reader->line);
    reader->body->source = arena_format(reader->arena, "%s%s\n", reader->body->source, line);
}

static void read_line(struct reader *reader, const char *line)
{
    const char *value = NULL;
    const char *word = field_word(reader->arena, line, &value);

    if (text_is(word, "name")) {
        begin_declaration(reader, value);
    } else if (reader->now == NULL) {
        if (!text_is_blank(line) && !text_starts(line, "--")) {
            report(reader->path, reader->line, "SQL without a name, expected `-- name: ...` before it");
            begin_declaration(reader, "nameless");
            reader->now->is_right = false;
        }
    } else if (body_of_word(reader, word) != NULL) {
        begin_body(reader, body_of_word(reader, word), reader->line + 1);
    } else if (reader->body != NULL || !text_starts(line, "--")) {
        add_to_body(reader, line);
    } else if (word != NULL) {
        read_field(reader, word, value);
    } else if (reader->field != NULL) {
        *reader->field = arena_format(reader->arena, "%s %s", *reader->field, text_trim(reader->arena, line + 2));
    }
}

void declaration_read(struct arena *arena, declarations *all, const char *path)
{
    struct text_pieces lines = text_split(arena, source_read(arena, path), '\n');
    struct reader reader = { .arena = arena, .all = all, .path = path };

    for (size_t i = 0; i < lines.count; i++) {
        reader.line = (int)i + 1;
        read_line(&reader, lines.at[i]);
    }
}
