/* SPDX-License-Identifier: MIT
 * field.c: ids and types of fields. */
#include "web/field.h"

#include <string.h>

#include "base/check.h"
#include "law/glossary.h"
#include "web/error_page.h"

const char *form_id(const struct form *form, const char *name)
{
    bool has_part = form->part != NULL;

    return arena_format(form->request->arena, "f-%s%s%s", has_part ? form->part : "", has_part ? "-" : "", name);
}

const char *field_id(const struct form *form, const struct field *field)
{
    check(!field->is_password || error_page_is_secret(field->name));
    return form_id(form, field->name);
}

const char *field_described(const struct form *form, const struct field *field)
{
    const struct {
        bool is_there;
        const char *ending;
    } parts[] = {
        { field->hint != NULL, "hint" },
        { field->from != NULL, "from" },
        { form_error_of(form, field->name) != NULL, "error" },
    };
    struct text ids = text_new(form->request->arena);

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].is_there)
            text_add_format(&ids, "%s%s-%s", ids.length > 0 ? " " : "", form_id(form, field->name), parts[i].ending);
    return ids.length == 0 ? NULL : text_done(&ids);
}

/* True for the form that browsers fill in: digits, and the punctuation at its place. */
static bool has_pattern(const char *value, const char *pattern)
{
    for (; *pattern != 0; pattern++, value++) {
        bool is_digit = *value >= '0' && *value <= '9';
        if (*pattern == '0' ? !is_digit : *value != *pattern)
            return false;
    }
    return *value == 0;
}

const char *field_day_type(const struct form *form, const struct field *field)
{
    const char *value = form_value(form, field->name);

    return *value == 0 || has_pattern(value, "0000-00-00") ? "date" : "text";
}

const char *field_instant_type(const struct form *form, const struct field *field)
{
    const char *value = form_value(form, field->name);

    return *value == 0 || has_pattern(value, "0000-00-00T00:00") ? "datetime-local" : "text";
}

struct choices choices_of_list(const struct request *r, const char *list)
{
    size_t count;
    const struct glossary_row *rows = glossary_list(list, &count);
    struct choice *choices = arena_array(r->arena, count, sizeof *choices);

    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){ rows[i].code, glossary_label((int)r->language, list, rows[i].code) };
    return (struct choices){ choices, count };
}
