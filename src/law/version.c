/* SPDX-License-Identifier: MIT
 * version.c: law/values.yaml, read with the tables of yaml/field.h. */
#include "law/version.h"

#include "base/check.h"
#include "base/text.h"
#include "law/law_file.h"

struct law {
    struct law_value *values;
    size_t value_count;
    const struct law_own *own;
    size_t own_count;
};

enum { LAW_SIZE_MAX = 4 << 20 };

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))

const char *const law_mark_words[LAW_MARK_COUNT] = { "verified", "verified_old", "unverified", "default" };
static const char *const unit_words[LAW_UNIT_COUNT] = { "count", "hours",  "days",   "weeks",
                                                        "months", "years", "kroner", "percent" };
static const struct value_type type_unit = {
    .expected = "et ord", .size = sizeof(enum law_unit), .words = unit_words, .word_count = LAW_UNIT_COUNT
};

static const struct field version_fields[] = {
    { .name = "value", .type = &type_number, .offset = offsetof(struct law_version, value) },
    { .name = "from", .type = &type_day, .offset = offsetof(struct law_version, from) },
    { .name = "to", .type = &type_day, .offset = offsetof(struct law_version, to) },
    { .name = "basis", .type = &type_word, .offset = offsetof(struct law_version, basis), .form = FIELD_REQUIRED },
    { .name = "source", .type = &type_word, .offset = offsetof(struct law_version, source), .form = FIELD_REQUIRED },
    { .name = "mark", .type = &type_law_mark, .offset = offsetof(struct law_version, mark), .form = FIELD_REQUIRED },
};

static void begin_version(struct reading *reading, const struct node *node, void *into)
{
    struct law_version *version = into;

    (void)reading;
    (void)node;
    *version = (struct law_version){ .value = LAW_VALUE_NONE, .from = DAY_NONE, .to = DAY_NONE };
}

/* A value that nobody read must not be written down; one that was read must. */
static void end_version(struct reading *reading, const struct node *node, void *into)
{
    const struct law_version *version = into;

    if (version->mark == LAW_UNVERIFIED && version->value != LAW_VALUE_NONE)
        mistake_at(reading, node, 0, "et tal uden kilde må ikke have en værdi");
    if (version->mark != LAW_UNVERIFIED && version->value == LAW_VALUE_NONE)
        mistake_at(reading, node, 0, "versionen mangler »value«");
    if (version->from != DAY_NONE && version->to != DAY_NONE && version->to < version->from)
        mistake_at(reading, node, 0, "»to« ligger før »from«");
}

static const struct section version_section = {
    .name = "versionen", .size = sizeof(struct law_version), .fields = version_fields,
    .field_count = COUNT_OF(version_fields), .node = NO_NODE, .begin = begin_version, .end = end_version,
};

static const struct field value_fields[] = {
    { .name = "name", .type = &type_word, .offset = offsetof(struct law_value, name) },
    { .name = "text", .type = &type_words, .offset = offsetof(struct law_value, text), .form = FIELD_REQUIRED },
    { .name = "unit", .type = &type_unit, .offset = offsetof(struct law_value, unit), .form = FIELD_REQUIRED },
    { .name = "versions", .section = &version_section, .offset = offsetof(struct law_value, versions),
      .count = offsetof(struct law_value, version_count), .form = FIELD_MANY | FIELD_REQUIRED },
};
static const struct section value_section = {
    .name = "lovtallet", .size = sizeof(struct law_value), .fields = value_fields,
    .field_count = COUNT_OF(value_fields), .key = "name", .node = NO_NODE,
};
static const struct field law_fields[] = {
    { .name = "values", .section = &value_section, .offset = offsetof(struct law, values),
      .count = offsetof(struct law, value_count), .form = FIELD_MAP | FIELD_REQUIRED },
};
static const struct section law_section = {
    .name = "lovfilen", .size = sizeof(struct law), .fields = law_fields,
    .field_count = COUNT_OF(law_fields), .node = NO_NODE,
};

/* Oldest first and no day twice, so that law_value_on finds one. */
static bool is_in_order(const struct law_value *value)
{
    for (size_t i = 1; i < value->version_count; i++) {
        const struct law_version *before = &value->versions[i - 1], *next = &value->versions[i];
        if (before->to == DAY_NONE || next->from == DAY_NONE || next->from <= before->to)
            return false;
    }
    return true;
}

const struct law *law_load(struct arena *arena, const char *directory, struct mistakes *mistakes)
{
    const struct law *law = law_file_read(arena, directory, "values.yaml", &law_section, mistakes);
    size_t before = mistakes->count;

    for (size_t i = 0; law != NULL && i < law->value_count; i++)
        if (!is_in_order(&law->values[i]))
            mistake_add(mistakes, "values.yaml", 0, 0, NULL, NULL, "»%s«: versionerne overlapper eller står ikke ældst først",
                        law->values[i].name);
    return mistakes->count == before ? law : NULL;
}

const struct law *law_kept(void)
{
    static const struct law *law;
    static struct arena *arena;

    if (arena == NULL) {
        arena = arena_new(LAW_SIZE_MAX);
        struct mistakes mistakes = mistakes_new(arena);
        law = law_load(arena, NULL, &mistakes);
        check(law != NULL);
    }
    return law;
}

const struct law *law_with(struct arena *arena, const struct law *law, const struct law_own *own, size_t count)
{
    struct law *with = arena_alloc(arena, sizeof *with);

    *with = *law;
    with->own = own;
    with->own_count = count;
    return with;
}

const struct law_value *law_value_find(const struct law *law, const char *name)
{
    for (size_t i = 0; i < law->value_count; i++)
        if (text_is(law->values[i].name, name))
            return &law->values[i];
    return NULL;
}

static bool is_in_force(const struct law_version *version, day on)
{
    return (version->from == DAY_NONE || on >= version->from) && (version->to == DAY_NONE || on <= version->to);
}

const struct law_version *law_value_on(const struct law *law, const char *name, day on)
{
    const struct law_value *value = law_value_find(law, name);

    check(value != NULL);
    for (size_t i = 0; i < law->own_count; i++)
        if (text_is(law->own[i].name, name) && is_in_force(&law->own[i].version, on))
            return &law->own[i].version;
    for (size_t i = 0; i < value->version_count; i++)
        if (is_in_force(&value->versions[i], on))
            return &value->versions[i];
    return NULL;
}

bool law_value_may_compute(const struct law_version *version)
{
    return version != NULL && (version->mark == LAW_VERIFIED || version->mark == LAW_DEFAULT);
}

const struct law_value *law_values(const struct law *law, size_t *count)
{
    *count = law->value_count;
    return law->values;
}
