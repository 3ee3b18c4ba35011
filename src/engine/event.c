/* SPDX-License-Identifier: MIT
 * event.c: the words of events and what their fields hold. Views are made in view.c. */
#include "engine/event.h"

#include <string.h>

#include "base/text.h"

#define NAME2(identifier, name) name,
const char *const stream_kind_names[STREAM_KIND_COUNT] = { STREAM_KINDS(NAME2) };
const char *const event_kind_names[EVENT_KIND_COUNT] = { EVENT_KINDS(NAME2) };
#undef NAME2

#define SUBJECT_NAME(identifier, name, stream, is_whole) name,
const char *const subject_kind_names[SUBJECT_KIND_COUNT] = { SUBJECT_KINDS(SUBJECT_NAME) };
#undef SUBJECT_NAME
#define SUBJECT_STREAM(identifier, name, stream, is_whole) STREAM_##stream,
const enum stream_kind subject_streams[SUBJECT_KIND_COUNT] = { SUBJECT_KINDS(SUBJECT_STREAM) };
#undef SUBJECT_STREAM
#define SUBJECT_WHOLE(identifier, name, stream, is_whole) is_whole,
const bool subject_is_whole_stream[SUBJECT_KIND_COUNT] = { SUBJECT_KINDS(SUBJECT_WHOLE) };
#undef SUBJECT_WHOLE

#define FACT_TYPE(identifier, name, kind, is_restricted) { name, kind, is_restricted },
const struct fact_type fact_types[FACT_COUNT] = { FACTS(FACT_TYPE) };
#undef FACT_TYPE

static bool is_name(const char *candidate, const char *name, size_t length)
{
    return strncmp(candidate, name, length) == 0 && candidate[length] == '\0';
}

/* Lengths tell most names apart; each event of each journal is asked. */
#define LENGTH(identifier, name) sizeof(name) - 1,
static const size_t event_kind_lengths[EVENT_KIND_COUNT] = { EVENT_KINDS(LENGTH) };
#undef LENGTH

bool event_kind_read(const char *name, size_t length, enum event_kind *kind)
{
    for (int i = 0; i < EVENT_KIND_COUNT; i++) {
        if (event_kind_lengths[i] == length && memcmp(event_kind_names[i], name, length) == 0) {
            *kind = (enum event_kind)i;
            return true;
        }
    }
    return false;
}

const struct fact_type *fact_type_of(const char *name, size_t length)
{
    for (int i = 0; i < FACT_COUNT; i++)
        if (is_name(fact_types[i].name, name, length))
            return &fact_types[i];
    return NULL;
}

/* "18.5" as thousandths; false when it is not a number of at most three decimals. */
static bool read_thousandths(const char *text, int64_t *number)
{
    bool is_negative = *text == '-';
    const char *c = text + is_negative;
    int64_t value = 0;
    int decimals = -1;

    if (*c < '0' || *c > '9')
        return false;
    for (; *c != '\0'; c++) {
        if (*c == '.' && decimals < 0) {
            decimals = 0;
        } else if (*c >= '0' && *c <= '9' && decimals < 3 && value < 100000000000000) {
            value = value * 10 + (*c - '0');
            decimals += decimals >= 0;
        } else {
            return false;
        }
    }
    if (decimals == 0)
        return false;
    for (int i = decimals < 0 ? 0 : decimals; i < 3; i++)
        value *= 10;
    *number = is_negative ? -value : value;
    return true;
}

static bool is_iso_day(const char *text)
{
    return strlen(text) == 10 && text[4] == '-' && text[7] == '-';
}

struct datum datum_read(const char *text)
{
    struct datum datum = { .kind = DATUM_CODE, .day = DAY_NONE, .code = code_of(text) };

    if (code_is_none(datum.code))
        datum.kind = DATUM_NONE;
    else if (read_thousandths(text, &datum.number))
        datum.kind = DATUM_NUMBER;
    else if (is_iso_day(text) && day_read(text, &datum.day))
        datum.kind = DATUM_DAY;
    return datum;
}

struct datum event_field(const struct event *event, struct code name)
{
    for (size_t i = 0; i < event->field_count; i++)
        if (code_is(event->fields[i].name, name))
            return event->fields[i].value;
    if (text_is(name.text, "code") && !code_is_none(event->code))
        return (struct datum){ .kind = DATUM_CODE, .code = event->code };
    if (text_is(name.text, "at"))
        return (struct datum){ .kind = DATUM_DAY, .day = day_of_instant(event->at) };
    return (struct datum){ .kind = DATUM_NONE };
}

struct subject event_subject(const struct event *event, enum subject_kind scope)
{
    if (subject_is_whole_stream[scope])
        return (struct subject){ scope, 0 };
    if (event->subject.kind == scope)
        return event->subject;

    for (size_t i = 0; i < event->field_count; i++) {
        const struct event_field *field = &event->fields[i];
        if (field->value.kind == DATUM_NUMBER && text_is(field->name.text, subject_kind_names[scope]))
            return (struct subject){ scope, field->value.number / 1000 };
    }
    return (struct subject){ scope, 0 };
}
