/* SPDX-License-Identifier: MIT
 * policies.c: schemes/policies.yaml by the tables of yaml/field.h. */
#include "engine/policies.h"

#include "base/check.h"
#include "base/program_file.h"
#include "base/text.h"
#include "engine/scheme_private.h"

enum { POLICIES_SIZE_MAX = 4 << 20 };

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))

static const struct field value_fields[] = {
    { .name = "id", .type = &type_code, .offset = offsetof(struct policy_value, id) },
    { .name = "da", .type = &type_word, .offset = offsetof(struct policy_value, text.da), .form = FIELD_REQUIRED },
    { .name = "en", .type = &type_word, .offset = offsetof(struct policy_value, text.en), .form = FIELD_REQUIRED },
};
static const struct section value_section = {
    .name = "værdien", .size = sizeof(struct policy_value), .fields = value_fields, .field_count = COUNT_OF(value_fields),
    .key = "id", .node = offsetof(struct policy_value, node),
};

static const struct field clash_fields[] = {
    { .name = "value", .type = &type_code, .offset = offsetof(struct policy_clash, value), .refers = "values" },
    { .name = "with", .type = &type_code, .offset = offsetof(struct policy_clash, with),
      .count = offsetof(struct policy_clash, with_count), .form = FIELD_MANY | FIELD_REQUIRED, .refers = "values" },
};
static const struct section clash_section = {
    .name = "modsætningen", .size = sizeof(struct policy_clash), .fields = clash_fields,
    .field_count = COUNT_OF(clash_fields), .key = "value", .shorthand = "with", .node = offsetof(struct policy_clash, node),
};

static const struct field refusal_fields[] = {
    { .name = "value", .type = &type_code, .offset = offsetof(struct policy_refusal, value), .refers = "values" },
    { .name = "events", .type = &type_pattern, .offset = offsetof(struct policy_refusal, events.at),
      .count = offsetof(struct policy_refusal, events.count), .form = FIELD_MANY | FIELD_REQUIRED },
};
static const struct section refusal_section = {
    .name = "afslaget", .size = sizeof(struct policy_refusal), .fields = refusal_fields,
    .field_count = COUNT_OF(refusal_fields), .key = "value", .shorthand = "events", .node = offsetof(struct policy_refusal, node),
};

static const struct field axis_fields[] = {
    { .name = "id", .type = &type_code, .offset = offsetof(struct policy_axis, id), .form = FIELD_REQUIRED },
    { .name = "text", .type = &type_words, .offset = offsetof(struct policy_axis, text), .form = FIELD_REQUIRED },
    { .name = "advice", .type = &type_words, .offset = offsetof(struct policy_axis, advice), .form = FIELD_REQUIRED },
    { .name = "values", .section = &value_section, .offset = offsetof(struct policy_axis, values.at),
      .count = offsetof(struct policy_axis, values.count), .form = FIELD_MAP | FIELD_REQUIRED },
    { .name = "clashes", .section = &clash_section, .offset = offsetof(struct policy_axis, clashes.at),
      .count = offsetof(struct policy_axis, clashes.count), .form = FIELD_MAP | FIELD_REQUIRED },
    { .name = "refuses", .section = &refusal_section, .offset = offsetof(struct policy_axis, refusals.at),
      .count = offsetof(struct policy_axis, refusals.count), .form = FIELD_MAP },
};
static const struct section axis_section = {
    .name = "aksen", .size = sizeof(struct policy_axis), .fields = axis_fields, .field_count = COUNT_OF(axis_fields),
    .node = offsetof(struct policy_axis, node),
};

static const struct field policies_fields[] = {
    { .name = "axes", .section = &axis_section, .offset = offsetof(struct policies, at),
      .count = offsetof(struct policies, count), .form = FIELD_MANY | FIELD_REQUIRED },
};
static const struct section policies_section = {
    .name = "filen", .size = sizeof(struct policies), .fields = policies_fields,
    .field_count = COUNT_OF(policies_fields), .node = NO_NODE,
};

const struct policy_axis *policy_axis_find(const struct policies *policies, struct code id)
{
    for (size_t i = 0; policies != NULL && i < policies->count; i++)
        if (code_is(policies->at[i].id, id))
            return &policies->at[i];
    return NULL;
}

const struct policy_value *policy_value_find(const struct policy_axis *axis, struct code id)
{
    for (size_t i = 0; i < axis->values.count; i++)
        if (code_is(axis->values.at[i].id, id))
            return &axis->values.at[i];
    return NULL;
}

/* A value of one axis must not be named under another. */
static void check_value(struct reading *reading, const struct policy_axis *axis, const struct node *node, struct code value)
{
    if (!code_is_none(value) && policy_value_find(axis, value) == NULL)
        mistake_at(reading, node, 0, "aksen »%s« har ingen værdi »%s«", axis->id.text, value.text);
}

static void check_axis(struct reading *reading, const struct policy_axis *axis)
{
    for (size_t i = 0; i < axis->clashes.count; i++) {
        const struct policy_clash *clash = &axis->clashes.at[i];
        check_value(reading, axis, clash->node, clash->value);
        for (size_t k = 0; k < clash->with_count; k++) {
            check_value(reading, axis, clash->node, clash->with[k]);
            if (code_is(clash->with[k], clash->value))
                mistake_at(reading, clash->node, 0, "»%s« kan ikke være i strid med sig selv", clash->value.text);
        }
    }
    for (size_t i = 0; i < axis->refusals.count; i++)
        check_value(reading, axis, axis->refusals.at[i].node, axis->refusals.at[i].value);
}

const struct policies *policies_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                                     struct mistakes *mistakes)
{
    struct noted noted = { 0 };
    struct reading reading = { .arena = arena, .file = file, .mistakes = mistakes, .about = &noted };
    struct policies *policies = arena_alloc(arena, sizeof *policies);
    size_t before = mistakes->count;
    const struct node *node = yaml_read(arena, file, bytes, length, mistakes);

    if (node == NULL)
        return NULL;
    section_read(&reading, &policies_section, node, policies);
    for (size_t i = 0; mistakes->count == before && i < policies->count; i++)
        check_axis(&reading, &policies->at[i]);
    mistakes_sort(mistakes);
    return mistakes->count == before ? policies : NULL;
}

const struct policies *policies_kept(void)
{
    static const struct policies *policies;
    static struct arena *arena;

    if (arena != NULL)
        return policies;
    arena = arena_new(POLICIES_SIZE_MAX);
    struct mistakes mistakes = mistakes_new(arena);
    for (const struct program_file *file = scheme_files; file->name != NULL; file++)
        if (text_is(file->name, "policies.yaml"))
            policies = policies_read(arena, file->name, (const char *)file->bytes, file->length, &mistakes);
    check(policies != NULL); /* The build's tests read it. */
    return policies;
}

static bool clashes_with(const struct policy_clash *clash, struct code value, struct code other)
{
    for (size_t i = 0; i < clash->with_count; i++)
        if (code_is(clash->value, value) && code_is(clash->with[i], other))
            return true;
    return false;
}

bool policy_clashes(const struct policy_axis *axis, struct code one, struct code other)
{
    for (size_t i = 0; i < axis->clashes.count; i++)
        if (clashes_with(&axis->clashes.at[i], one, other) || clashes_with(&axis->clashes.at[i], other, one))
            return true;
    return false;
}

bool policy_refuses(const struct policy_axis *axis, struct code value, const struct pattern *event)
{
    for (size_t i = 0; i < axis->refusals.count; i++) {
        const struct policy_refusal *refusal = &axis->refusals.at[i];
        for (size_t k = 0; code_is(refusal->value, value) && k < refusal->events.count; k++)
            if (pattern_may_meet(&refusal->events.at[k], event))
                return true;
    }
    return false;
}
