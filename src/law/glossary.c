/* SPDX-License-Identifier: MIT
 * glossary.c: looking up in the sorted table that the build makes of law/glossary.tsv. */
#include "law/glossary.h"

#include <string.h>

#include "base/text.h"

/* The first row that is not before (list, code). */
static size_t first_not_before(const char *list, const char *code)
{
    size_t low = 0, high = glossary_row_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(glossary_rows[middle].list, list);
        if (order == 0)
            order = strcmp(glossary_rows[middle].code, code);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct glossary_row *glossary_find(const char *list, const char *code)
{
    if (code == NULL)
        return NULL;
    size_t at = first_not_before(list, code);
    if (at == glossary_row_count)
        return NULL;
    const struct glossary_row *row = &glossary_rows[at];
    return text_is(row->list, list) && text_is(row->code, code) ? row : NULL;
}

const char *glossary_label(int language, const char *list, const char *code)
{
    const struct glossary_row *row = glossary_find(list, code);

    if (row == NULL)
        return NULL;
    return language == 1 ? row->english : row->danish;
}

const char *glossary_label_or_code(int language, const char *list, const char *code)
{
    const char *label = glossary_label(language, list, code);

    return label == NULL ? code : label;
}

const struct glossary_row *glossary_list(const char *list, size_t *count)
{
    size_t first = first_not_before(list, ""), end = first;

    while (end < glossary_row_count && text_is(glossary_rows[end].list, list))
        end++;
    *count = end - first;
    return &glossary_rows[first];
}

const char *glossary_nearest(const char *list, const char *code)
{
    size_t count;
    const struct glossary_row *rows = glossary_list(list, &count);
    const char *nearest = NULL;
    int least = (int)(strlen(code) / 3) + 2;

    for (size_t i = 0; i < count; i++) {
        int distance = text_distance(code, rows[i].code);
        if (distance < least) {
            least = distance;
            nearest = rows[i].code;
        }
    }
    return nearest;
}
