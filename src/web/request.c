/* SPDX-License-Identifier: MIT
 * request.c: small questions about a request, and the answers that all features share. */
#include "web/request.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/check.h"
#include "web/error_page.h"
#include "web/kept.h"
#include "web/multipart.h"
#include "web/percent.h"
#include "web/session.h"
#include "web_sql.h"

const char *request_parameter(const struct request *r, const char *name)
{
    for (size_t i = 0; i < r->parameter_count; i++)
        if (text_is(r->parameter_names[i], name))
            return r->parameter_values[i];
    return "";
}

bool request_may(const struct request *r, enum permission permission)
{
    return (r->actor.permissions & (PERMISSION_BIT(permission) | PERMISSION_SET_SYSTEM)) != 0;
}

int64_t request_id(const struct request *r, const char *name)
{
    const char *digits = request_parameter(r, name);
    int64_t id;

    /* One spelling a number, so that an address names one page. */
    if (digits[0] < '1' || digits[0] > '9' || !text_to_int(digits, &id))
        return 0;
    return id;
}

const char *request_query(const struct request *r, const char *name)
{
    struct percent_pairs pairs = percent_pairs_read(r->arena, r->query, strlen(r->query));

    for (size_t i = 0; i < pairs.count; i++)
        if (text_is(pairs.at[i].name, name))
            return pairs.at[i].value;
    return "";
}

const char *request_once(struct request *r)
{
    if (r->once == NULL)
        r->once = arena_copy(r->arena, session_random(r->arena), KEPT_ONCE_LENGTH);
    return r->once;
}

const struct multipart_part *request_file(const struct request *r, const char *name)
{
    for (size_t i = 0; r->multipart != NULL && i < r->multipart->count; i++) {
        const struct multipart_part *part = &r->multipart->at[i];
        if (part->file != NULL && *part->file != 0 && text_is(part->name, name))
            return part;
    }
    return NULL;
}

static struct reply page_reply(int status, const struct text *text)
{
    return (struct reply){ .status = status, .body = text->length == 0 ? "" : text->at, .length = text->length };
}

struct reply reply_page(const struct text *text)
{
    return page_reply(200, text);
}

struct reply reply_form_again(const struct text *text)
{
    return page_reply(422, text);
}

struct reply reply_see_other(struct request *r, const char *format, ...)
{
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    check(length > 0);
    char *location = arena_alloc(r->arena, (size_t)length + 1);
    vsnprintf(location, (size_t)length + 1, format, again);
    va_end(again);

    /* Only to ourselves: "//host" and "/\host" would lead away. */
    check(location[0] == '/' && location[1] != '/' && location[1] != '\\');
    return (struct reply){ .status = 303, .location = location };
}

struct reply reply_same_page(struct request *r, const char *query)
{
    return (struct reply){ .status = 303, .location = arena_format(r->arena, "?%s", query) };
}

const char *request_address(const struct request *r, const char *path)
{
    return arena_format(r->arena, "%s://%s%s", session_is_tls() ? "https" : "http", r->host, path);
}

struct reply reply_not_found(struct request *r)
{
    return error_page(r, ERROR_PAGE_NOT_FOUND, NULL);
}

struct reply reply_conflict(struct request *r, const char *what_changed)
{
    return error_page(r, ERROR_PAGE_CONFLICT, what_changed);
}

struct reply reply_file(const char *type, const char *name, const void *bytes, size_t length)
{
    return (struct reply){ .status = 200, .type = type, .body = bytes, .length = length, .download = name };
}

void request_tell(struct request *r, const char *message, const char *undo_path)
{
    if (r->session != NULL)
        web_session_tell(r->db, message, undo_path, (struct web_session_id){ r->session->id });
}
