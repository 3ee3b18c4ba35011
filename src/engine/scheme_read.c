/* SPDX-License-Identifier: MIT
 * scheme_read.c: from a file to a scheme, and finding things in one. The tables are in scheme_fields.c. */
#include "base/text.h"
#include "engine/scheme_private.h"

const char *const normal_outcomes[NORMAL_OUTCOME_COUNT] = {
    "job_full",           "job_part", "job_small", "self_employed", "igu",          "wage_subsidy",
    "flexi_job",          "education_ordinary",    "education_vocational", "rehab", "placement",
    "pension",            "moved",    "left_country", "lost_benefit", "prison",     "dead",
};

const struct scheme *scheme_read_node(struct arena *arena, const char *file, const struct node *node,
                                      struct mistakes *mistakes)
{
    struct noted noted = { 0 };
    struct reading reading = { .arena = arena, .file = file, .mistakes = mistakes, .about = &noted };
    struct scheme *scheme = arena_alloc(arena, sizeof *scheme);
    size_t before = mistakes->count;

    scheme->file = file;
    section_read(&reading, &scheme_section, node, scheme);
    if (mistakes->count == before || node->kind == NODE_MAPPING)
        scheme_check(&reading, scheme);
    if (mistakes->count > before) {
        mistakes_sort(mistakes);
        return NULL;
    }
    scheme_imply(&reading, scheme);
    return scheme;
}

const struct scheme *scheme_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                                 struct mistakes *mistakes)
{
    const struct node *node = yaml_read(arena, file, bytes, length, mistakes);

    return node == NULL ? NULL : scheme_read_node(arena, file, node, mistakes);
}

#define FINDER(function, holds, list)                                          \
    const struct holds *function(const struct scheme *scheme, const char *id) \
    {                                                                          \
        for (size_t i = 0; i < scheme->list.count; i++)                        \
            if (text_is(scheme->list.at[i].id.text, id))                       \
                return &scheme->list.at[i];                                    \
        return NULL;                                                           \
    }
FINDER(scheme_activity, scheme_activity, activities)
FINDER(scheme_meeting, scheme_meeting, meetings)
FINDER(scheme_form, scheme_form, forms)
FINDER(scheme_document, scheme_document, documents)
FINDER(scheme_list, scheme_list, lists)
FINDER(scheme_scale, scheme_scale, scales)

const struct scheme_rule *scheme_rule_find(const struct scheme *scheme, const char *id)
{
    for (size_t i = 0; i < scheme->rules.count; i++)
        if (text_is(scheme->rules.at[i].rule.id.text, id))
            return &scheme->rules.at[i];
    for (size_t i = 0; i < scheme->implied.count; i++)
        if (text_is(scheme->implied.at[i].rule.id.text, id))
            return &scheme->implied.at[i];
    return NULL;
}
