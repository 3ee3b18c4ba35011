/* SPDX-License-Identifier: MIT
 * type.c: the table of types, and the names that carry one. */
#include "type.h"

#include <string.h>

#include "base/text.h"

static const struct {
    const char *word, *c, *bind, *read;
    char letter;
} types[TYPE_KIND_COUNT] = {
    [TYPE_INT] = { "int", "int64_t ", "value_int(%s)", "statement_int(db, %d)", 'i' },
    [TYPE_DAY] = { "day", "day ", "value_day(%s)", "statement_day(db, %d)", 'i' },
    [TYPE_INSTANT] = { "instant", "instant ", "value_instant(%s)", "statement_instant(db, %d)", 'i' },
    [TYPE_FLAG] = { "flag", "bool ", "value_flag(%s)", "statement_flag(db, %d)", 'i' },
    [TYPE_TEXT] = { "text", "const char *", "value_text(%s)", "statement_text(db, %d)", 't' },
    [TYPE_REAL] = { "real", "double ", "value_real(%s)", "statement_real(db, %d)", 'r' },
    [TYPE_BLOB] = { "blob", "struct bytes ", "value_bytes(%s)", "statement_bytes(db, %d)", 'b' },
    [TYPE_ID] = { NULL, NULL, "value_id(%s.n)", "{ statement_int(db, %d) }", 'i' },
};

/* Replaces the one %s or %d of a pattern in the table above. */
static const char *fill(struct arena *arena, const char *pattern, const char *with)
{
    const char *hole = strchr(pattern, '%');
    struct text text = text_new(arena);

    text_add_bytes(&text, pattern, (size_t)(hole - pattern));
    text_add(&text, with);
    text_add(&text, hole + 2);
    return text_done(&text);
}

const char *type_c(struct arena *arena, struct type type)
{
    if (type.kind == TYPE_ID)
        return arena_format(arena, "struct %s_id ", type.table);
    return types[type.kind].c;
}

char type_letter(struct type type)
{
    return types[type.kind].letter;
}

const char *type_bind(struct arena *arena, struct type type, const char *expression)
{
    return fill(arena, types[type.kind].bind, expression);
}

const char *type_read(struct arena *arena, struct type type, int column)
{
    return fill(arena, types[type.kind].read, arena_format(arena, "%d", column));
}

bool type_is(struct type a, struct type b)
{
    return a.kind == b.kind && (a.kind != TYPE_ID || text_is(a.table, b.table));
}

static bool ends(const char *text, const char *ending)
{
    size_t length = strlen(text), tail = strlen(ending);

    return length >= tail && strcmp(text + length - tail, ending) == 0;
}

struct type type_of_word(struct arena *arena, const char *word)
{
    for (enum type_kind kind = TYPE_INT; kind < TYPE_ID; kind++)
        if (text_is(types[kind].word, word))
            return (struct type){ kind, NULL };
    if (ends(word, "_id"))
        return (struct type){ TYPE_ID, arena_copy(arena, word, strlen(word) - strlen("_id")) };
    return (struct type){ TYPE_UNKNOWN, NULL };
}

struct type type_of_integer_name(const char *name)
{
    if (text_starts(name, "is_") || text_starts(name, "has_") || text_starts(name, "may_"))
        return (struct type){ TYPE_FLAG, NULL };
    if (text_is(name, "day") || ends(name, "_day"))
        return (struct type){ TYPE_DAY, NULL };
    if (ends(name, "_at"))
        return (struct type){ TYPE_INSTANT, NULL };
    return (struct type){ TYPE_INT, NULL };
}
