/* SPDX-License-Identifier: MIT
 * form.c: reading what somebody typed. Every reader keeps the text as typed and notes a message. */
#include "web/form.h"

#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "web/held.h"
#include "web/multipart.h"
#include "web/percent.h"

enum { NUMBER_LENGTH_MAX = 40, HUNDREDTHS_DIGITS_MAX = 15 };

static struct form_field *field_find(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->count; i++)
        if (text_is(form->at[i].name, name))
            return &form->at[i];
    return NULL;
}

static struct form_field *field_add(struct form *form, const char *name, const char *value)
{
    form->at = list_room(form->request->arena, form->at, form->count, &form->room, sizeof *form->at);
    form->at[form->count] = (struct form_field){ .name = name, .value = value };
    return &form->at[form->count++];
}

/* The answer's letters and the form's number in it. */
static const char *new_key(struct request *r)
{
    return arena_format(r->arena, "%s%08x", request_once(r), (unsigned)r->form_count++);
}

struct form form_new(struct request *r)
{
    return (struct form){ .request = r, .once = new_key(r) };
}

/* The fields beside the files; those are asked for by request_file. */
static void add_parts(struct form *form, const struct multipart *parts)
{
    for (size_t i = 0; i < parts->count; i++)
        if (parts->at[i].value != NULL)
            field_add(form, parts->at[i].name, parts->at[i].value);
}

static void add_pairs(struct form *form, const char *bytes, size_t length)
{
    struct percent_pairs pairs = percent_pairs_read(form->request->arena, bytes, length);

    for (size_t i = 0; i < pairs.count; i++)
        field_add(form, pairs.at[i].name, pairs.at[i].value);
}

/* What is asked first stands at the field it is about, else at the reason's. */
static void add_held(struct form *form, const struct held_lines *held)
{
    form->held = held;
    for (size_t i = 0; held != NULL && i < held->count; i++) {
        const struct held_line *line = &held->at[i];
        form_error(form, line->field != NULL         ? line->field
                         : line->reason_name != NULL ? line->reason_name : arena_format(form->request->arena, "regel%zu", i),
                   line->words);
    }
}

struct form form_read(struct request *r)
{
    struct form form = { .request = r };

    if (r->multipart != NULL)
        add_parts(&form, r->multipart);
    else if (r->method == POST)
        add_pairs(&form, r->body, r->body_length);
    else
        add_pairs(&form, r->query, strlen(r->query));
    form.once = form_value(&form, "once");
    if (form.once[0] == 0)
        form.once = new_key(r);
    add_held(&form, r->held);
    return form;
}

void form_set(struct form *form, const char *name, const char *value)
{
    struct form_field *field = field_find(form, name);

    if (field == NULL)
        field = field_add(form, arena_dup(form->request->arena, name), "");
    field->value = value == NULL ? "" : arena_dup(form->request->arena, value);
}

void form_add(struct form *form, const char *name, const char *value)
{
    field_add(form, arena_dup(form->request->arena, name), arena_dup(form->request->arena, value));
}

void form_set_int(struct form *form, const char *name, int64_t value)
{
    struct text digits = text_new(form->request->arena);

    text_add_int(&digits, value);
    form_set(form, name, text_done(&digits));
}

void form_set_day(struct form *form, const char *name, day value)
{
    form_set(form, name, value == DAY_NONE ? "" : day_iso(form->request->arena, value));
}

/* As a datetime-local field wants it: the wall clock, to the minute. */
void form_set_instant(struct form *form, const char *name, instant value)
{
    struct local_time local;

    if (value == INSTANT_NONE) {
        form_set(form, name, "");
        return;
    }
    local = local_of(value);
    form_set(form, name, arena_format(form->request->arena, "%sT%02d:%02d",
                                      day_iso(form->request->arena, local.on), local.hour, local.minute));
}

const char *form_value(const struct form *form, const char *name)
{
    const struct form_field *field = field_find(form, name);

    return field == NULL ? "" : field->value;
}

bool form_has(const struct form *form, const char *name, const char *value)
{
    for (size_t i = 0; i < form->count; i++)
        if (text_is(form->at[i].name, name) && text_is(form->at[i].value, value))
            return true;
    return false;
}

void form_error(struct form *form, const char *name, const char *message)
{
    struct form_field *field = field_find(form, name);

    if (field == NULL)
        field = field_add(form, arena_dup(form->request->arena, name), "");
    if (field->error == NULL) { /* The first thing that is wrong is the one to mend. */
        field->error = message;
        form->error_count++;
    }
}

const char *form_error_of(const struct form *form, const char *name)
{
    const struct form_field *field = field_find(form, name);

    return field == NULL ? NULL : field->error;
}

static void note(struct form *form, const char *name, const char *danish)
{
    form_error(form, name, say(form->request->language, danish));
}

/* The trimmed value, or NULL when there is none (with a message when one is needed). */
static const char *given(struct form *form, const char *name, enum form_need need)
{
    const char *value = text_trim(form->request->arena, form_value(form, name));

    if (value[0] != 0)
        return value;
    if (need == FORM_REQUIRED)
        note(form, name, "Skal udfyldes.");
    return NULL;
}

/* Letters of UTF-8, which is what somebody counts. */
static size_t letter_count(const char *text)
{
    size_t count = 0;

    for (; *text != 0; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

const char *form_text(struct form *form, const char *name, enum form_need need, size_t length_max)
{
    const char *value = given(form, name, need);

    if (value == NULL)
        return "";
    if (letter_count(value) <= length_max)
        return value;
    form_error(form, name,
               say_with(form->request->arena, form->request->language, "Må højst være {1} tegn.",
                        arena_format(form->request->arena, "%zu", length_max), NULL));
    return "";
}

/* Danish digits without their thousands separators: "12.500" is 12500, but "1.5" is no number. Writes
 * at most NUMBER_LENGTH_MAX characters; false when the dots do not stand at thousands. */
static bool ungroup(const char *typed, char plain[NUMBER_LENGTH_MAX + 1])
{
    const char *digits = typed + (*typed == '-');
    size_t whole = strcspn(digits, ","), first = strcspn(digits, ".,"), written = 0;

    if (strlen(typed) > NUMBER_LENGTH_MAX)
        return false;
    if (first < whole && (first == 0 || first > 3 || (whole - first) % 4 != 0))
        return false;
    for (size_t i = 0; typed[i] != 0; i++) {
        size_t at = i - (size_t)(digits - typed); /* Huge for the minus, which is no place for a dot. */
        bool is_dot_place = at >= first && at < whole && (at - first) % 4 == 0;
        if (is_dot_place != (typed[i] == '.'))
            return false;
        if (typed[i] != '.')
            plain[written++] = typed[i];
    }
    plain[written] = 0;
    return true;
}

int64_t form_int(struct form *form, const char *name, enum form_need need, int64_t min, int64_t max)
{
    const char *value = given(form, name, need);
    struct arena *arena = form->request->arena;
    char plain[NUMBER_LENGTH_MAX + 1];
    int64_t number;

    if (value == NULL)
        return INT64_MIN;
    if (!ungroup(value, plain) || !text_to_int(plain, &number)) {
        note(form, name, "Skal være et helt tal.");
        return INT64_MIN;
    }
    if (number >= min && number <= max)
        return number;
    form_error(form, name,
               say_with(arena, form->request->language, "Skal være mellem {1} og {2}.",
                        arena_format(arena, "%lld", (long long)min),
                        arena_format(arena, "%lld", (long long)max), NULL));
    return INT64_MIN;
}

/* "18,5" is 1850. At most two decimals, nothing before the comma is no number. */
static bool hundredths_read(const char *typed, int64_t *hundredths)
{
    char plain[NUMBER_LENGTH_MAX + 1];

    if (!ungroup(typed, plain))
        return false;
    char *comma = strchr(plain, ',');
    char decimals[3] = "00";
    if (comma != NULL) {
        size_t length = strlen(comma + 1);
        if (length < 1 || length > 2 || strspn(comma + 1, "0123456789") != length)
            return false;
        memcpy(decimals, comma + 1, length);
        *comma = 0;
    }
    int64_t whole;
    if (strlen(plain) > HUNDREDTHS_DIGITS_MAX || !text_to_int(plain, &whole))
        return false;
    int64_t part = (decimals[0] - '0') * 10 + (decimals[1] - '0');
    *hundredths = whole * 100 + (plain[0] == '-' ? -part : part);
    return true;
}

int64_t form_hundredths(struct form *form, const char *name, enum form_need need)
{
    const char *value = given(form, name, need);
    int64_t hundredths;

    if (value == NULL)
        return INT64_MIN;
    if (hundredths_read(value, &hundredths))
        return hundredths;
    note(form, name, "Skal være et tal, for eksempel 18,5.");
    return INT64_MIN;
}

day form_day(struct form *form, const char *name, enum form_need need)
{
    const char *value = given(form, name, need);
    day on;

    if (value == NULL)
        return DAY_NONE;
    if (day_read(value, &on))
        return on;
    note(form, name, "Skal være en dato, for eksempel 6-3-2026.");
    return DAY_NONE;
}

instant form_instant(struct form *form, const char *name, enum form_need need)
{
    const char *value = given(form, name, need);
    instant at;

    if (value == NULL)
        return INSTANT_NONE;
    if (instant_read(value, &at))
        return at;
    note(form, name, "Skal være en dato og et klokkeslæt, for eksempel 2026-03-06 15:00.");
    return INSTANT_NONE;
}

bool form_flag(struct form *form, const char *name)
{
    return !text_is_blank(form_value(form, name));
}

int form_choice(struct form *form, const char *name, enum form_need need, const char *const *codes)
{
    const char *value = form_value(form, name);

    if (text_is_blank(value)) {
        if (need == FORM_REQUIRED)
            note(form, name, "Vælg en mulighed.");
        return -1;
    }
    for (int i = 0; codes[i] != NULL; i++)
        if (text_is(codes[i], value))
            return i;
    note(form, name, "Vælg en af mulighederne.");
    return -1;
}

struct text_pieces form_all(struct form *form, const char *name)
{
    LIST_OF(const char *) values = { 0 };

    for (size_t i = 0; i < form->count; i++)
        if (text_is(form->at[i].name, name) && form->at[i].value[0] != 0)
            *LIST_ADD(form->request->arena, &values) = form->at[i].value;
    return (struct text_pieces){ values.at, values.count };
}
