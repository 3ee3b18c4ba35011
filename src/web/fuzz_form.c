/* SPDX-License-Identifier: MIT
 * fuzz_form.c: any bytes as a posted body, read as every type. What is read stays within its promise. */
#include <string.h>

#include "base/check.h"
#include "web/form.h"
#include "web/route.h"

const struct feature *const features[] = { NULL };
const size_t feature_count = 0;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { ARENA_SIZE = 64 << 20, BODY_MAX = 4096, TEXT_MAX = 20, NUMBER_MAX = 1000 };

static void read_as_all(struct form *form, const char *name)
{
    int64_t number = form_int(form, name, FORM_REQUIRED, -NUMBER_MAX, NUMBER_MAX);

    check(number == INT64_MIN || (number >= -NUMBER_MAX && number <= NUMBER_MAX));
    check(text_is_utf8(form_value(form, name), strlen(form_value(form, name))));
    check(strlen(form_text(form, name, FORM_OPTIONAL, TEXT_MAX)) <= 4 * TEXT_MAX);
    form_hundredths(form, name, FORM_REQUIRED);
    form_day(form, name, FORM_REQUIRED);
    form_instant(form, name, FORM_REQUIRED);
    form_all(form, name);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct arena *arena;

    if (length > BODY_MAX)
        return 0;
    if (arena == NULL)
        arena = arena_new(ARENA_SIZE);
    arena_reset(arena);
    struct request r = { .arena = arena, .method = POST, .body = (const char *)bytes, .body_length = length, .query = "" };
    struct form form = form_read(&r);
    for (size_t i = 0; i < form.count && i < 8; i++)
        read_as_all(&form, form.at[i].name);
    return 0;
}
