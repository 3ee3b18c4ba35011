/* SPDX-License-Identifier: MIT
 * journal_fields.c: an event's fields as text, one line each, readable in the database. */
#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "engine/journal_private.h"

const char *journal_fields_write(struct arena *arena, const struct draft_field *fields, size_t count)
{
    struct text out = text_new(arena);

    for (size_t i = 0; i < count && fields[i].name != NULL; i++) {
        if (fields[i].value == NULL)
            continue;
        check(strpbrk(fields[i].name, "=\n\\") == NULL);
        text_add_format(&out, "%s=", fields[i].name);
        for (const char *p = fields[i].value; *p != 0; p++) {
            if (*p == '\\' || *p == '\n')
                text_add_char(&out, '\\');
            text_add_char(&out, *p == '\n' ? 'n' : *p);
        }
        text_add_char(&out, '\n');
    }
    return text_done(&out);
}

/* The value at `p` up to the line's end, without its backslashes; moves *p behind the line. */
static const char *read_value(struct arena *arena, const char **p)
{
    size_t length = strcspn(*p, "\n");
    char *value = arena_alloc(arena, length + 1), *to = value;
    const char *end = *p + length;

    for (; *p < end; (*p)++) {
        bool is_escaped = **p == '\\' && *p + 1 < end;
        *p += is_escaped;
        *to++ = is_escaped && **p == 'n' ? '\n' : **p;
    }
    *p += *end == '\n';
    return value;
}

const struct event_field *journal_fields_read(struct arena *arena, const char *lines, size_t *count)
{
    LIST_OF(struct event_field) fields = { 0 };

    for (const char *p = lines == NULL ? "" : lines; *p != 0;) {
        size_t name = strcspn(p, "=\n");
        struct code code = code_copy(arena, p, name);
        p += name + (p[name] == '=');
        *LIST_ADD(arena, &fields) = (struct event_field){ code, datum_read(read_value(arena, &p)) };
    }
    *count = fields.count;
    return fields.at;
}
