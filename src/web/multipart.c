/* SPDX-License-Identifier: MIT
 * multipart.c: one pass over the body. A part ends at the first line break followed by the boundary; a
 * browser chooses one that is nowhere in what it sends. */
#include "web/multipart.h"

#include <string.h>
#include <strings.h>

#include "base/list.h"
#include "base/text.h"

enum { BOUNDARY_MAX = 70 };

static const char type[] = "multipart/form-data";

/* What is left of the body; every take_ moves on, or answers no and is over. */
struct reader {
    struct arena *arena;
    const char *at, *end;
    const char *line; /* CRLF, two dashes and the boundary. */
    size_t line_length;
};

bool multipart_is(const char *content_type)
{
    size_t length = sizeof type - 1;

    return strncasecmp(content_type, type, length) == 0 && (content_type[length] == ';' || content_type[length] == 0);
}

/* Characters of a boundary (RFC 2046 5.1.1), but for the space, which no browser uses. */
static bool is_boundary(const char *boundary, size_t length)
{
    static const char letters[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=?";

    return length >= 1 && length <= BOUNDARY_MAX && strspn(boundary, letters) >= length;
}

/* The boundary's line as it stands before each part but the first, or NULL. It is the type's one parameter. */
static const char *boundary_line(struct arena *arena, const char *content_type)
{
    const char *p = content_type + sizeof type - 1;

    if (*p != ';')
        return NULL;
    p += 1 + strspn(p + 1, " ");
    if (strncasecmp(p, "boundary=", 9) != 0)
        return NULL;
    p += 9;
    bool is_quoted = *p == '"';
    p += is_quoted;
    size_t length = strcspn(p, is_quoted ? "\"" : "; ");
    if (!is_boundary(p, length) || !text_is(p + length, is_quoted ? "\"" : ""))
        return NULL;
    return arena_format(arena, "\r\n--%.*s", (int)length, p);
}

static bool take(struct reader *r, const char *word, size_t length)
{
    if ((size_t)(r->end - r->at) < length || memcmp(r->at, word, length) != 0)
        return false;
    r->at += length;
    return true;
}

/* A quoted parameter: `name="..."`. A browser writes quotes and line breaks in it as %22, %0D, %0A. */
static const char *parameter(struct arena *arena, const char *header, const char *name)
{
    const char *found = strstr(header, arena_format(arena, "; %s=\"", name));

    if (found == NULL)
        return NULL;
    found += strlen(name) + 4;
    size_t length = strcspn(found, "\"");
    if (found[length] != '"' || strcspn(found, "\\") < length || !text_is_utf8(found, length))
        return NULL;
    return arena_copy(arena, found, length);
}

/* A header's line without its end, or NULL. */
static const char *take_header(struct reader *r)
{
    size_t left = (size_t)(r->end - r->at), most = left < MULTIPART_HEADER_MAX ? left : MULTIPART_HEADER_MAX;
    const char *stop = memchr(r->at, '\r', most), *line;

    if (stop == NULL || memchr(r->at, 0, (size_t)(stop - r->at)) != NULL)
        return NULL;
    line = arena_copy(r->arena, r->at, (size_t)(stop - r->at));
    r->at = stop;
    return take(r, "\r\n", 2) ? line : NULL;
}

/* The headers of a part up to the empty line. Browsers send these two and no others. */
static bool take_headers(struct reader *r, struct multipart_part *part)
{
    static const char disposition[] = "Content-Disposition: form-data", content_type[] = "Content-Type:";

    for (const char *line = take_header(r); line != NULL; line = take_header(r)) {
        if (*line == 0)
            return part->name != NULL;
        if (strncasecmp(line, content_type, sizeof content_type - 1) == 0)
            continue;
        if (strncasecmp(line, disposition, sizeof disposition - 1) != 0 || part->name != NULL)
            return false;
        part->name = parameter(r->arena, line, "name");
        part->file = parameter(r->arena, line, "filename");
        if (part->name == NULL || *part->name == 0 || (part->file == NULL && strstr(line, "filename") != NULL))
            return false;
    }
    return false;
}

/* What a person can type into a field: as in the other forms (percent.c). */
static bool is_typed(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (((unsigned char)bytes[i] < 0x20 && strchr("\t\r\n", bytes[i]) == NULL) || bytes[i] == 0 || bytes[i] == 0x7f)
            return false;
    return length <= MULTIPART_TEXT_MAX && text_is_utf8(bytes, length);
}

/* Where the boundary's line stands next, or NULL. */
static const char *next_line(const struct reader *r)
{
    for (const char *p = r->at; (size_t)(r->end - p) >= r->line_length; p++) {
        p = memchr(p, '\r', (size_t)(r->end - p) - r->line_length + 1);
        if (p == NULL || memcmp(p, r->line, r->line_length) == 0)
            return p;
    }
    return NULL;
}

/* From after a boundary's line to after the next one. */
static bool take_part(struct reader *r, struct multipart_part *part)
{
    if (!take_headers(r, part))
        return false;
    const char *stop = next_line(r);
    if (stop == NULL)
        return false;
    part->length = (size_t)(stop - r->at);
    if (part->file != NULL)
        part->bytes = r->at;
    else if (is_typed(r->at, part->length))
        part->value = arena_copy(r->arena, r->at, part->length);
    else
        return false;
    r->at = stop + r->line_length;
    return true;
}

struct multipart multipart_read(struct arena *arena, const char *content_type, const char *body, size_t length)
{
    struct reader r = { .arena = arena, .at = body, .end = body + length, .line = boundary_line(arena, content_type) };
    LIST_OF(struct multipart_part) parts = { 0 };

    if (r.line == NULL)
        return (struct multipart){ 0 };
    r.line_length = strlen(r.line);
    bool is_fine = take(&r, r.line + 2, r.line_length - 2);
    while (is_fine && parts.count < MULTIPART_PARTS_MAX && take(&r, "\r\n", 2)) {
        struct multipart_part part = { 0 };
        is_fine = take_part(&r, &part);
        *LIST_ADD(arena, &parts) = part;
    }
    is_fine = is_fine && take(&r, "--", 2) && (r.at == r.end || take(&r, "\r\n", 2)) && r.at == r.end;
    return is_fine && parts.count > 0 ? (struct multipart){ parts.at, parts.count, true } : (struct multipart){ 0 };
}
