/* SPDX-License-Identifier: MIT
 * hour_rule.c: law/hours.yaml, read with the tables of yaml/field.h. */
#include "law/hour_rule.h"

#include "base/check.h"
#include "base/text.h"
#include "law/law_file.h"

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))
enum { RULES_SIZE_MAX = 1 << 20, ALL_PERCENT = 100000 };

#define KIND_CODE(identifier, code) code,
const char *const hour_kind_codes[HOUR_KIND_COUNT + 1] = { HOUR_KINDS(KIND_CODE) NULL };


#define WORDS(of, member)                                                                       \
    { .name = #member, .type = &type_word, .offset = offsetof(struct of, member.at),            \
      .count = offsetof(struct of, member.count), .form = FIELD_MANY }
#define ONE(of, member, value, need)                                                            \
    { .name = #member, .type = &value, .offset = offsetof(struct of, member), .form = need }

static const struct field set_fields[] = {
    { .name = "name", .type = &type_word, .offset = offsetof(struct hour_set, name) },
    ONE(hour_set, text, type_words, FIELD_REQUIRED),
    ONE(hour_set, hours_value, type_word, 0),
    ONE(hour_set, hours, type_number, 0),
    ONE(hour_set, basis, type_word, FIELD_REQUIRED),
    ONE(hour_set, source, type_word, FIELD_REQUIRED),
    ONE(hour_set, mark, type_law_mark, FIELD_REQUIRED),
};

static void begin_set(struct reading *reading, const struct node *node, void *into)
{
    (void)reading;
    (void)node;
    ((struct hour_set *)into)->hours = LAW_VALUE_NONE;
}

static void end_set(struct reading *reading, const struct node *node, void *into)
{
    const struct hour_set *set = into;

    if ((set->hours == LAW_VALUE_NONE) == (set->hours_value == NULL))
        mistake_at(reading, node, 0, "kravet skal have enten »hours« eller »hours_value«");
}

static const struct section set_section = {
    .name = "kravet", .size = sizeof(struct hour_set), .fields = set_fields, .field_count = COUNT_OF(set_fields),
    .key = "name", .node = NO_NODE, .begin = begin_set, .end = end_set,
};

static const struct field count_fields[] = {
    { .name = "name", .type = &type_word, .offset = offsetof(struct hour_count, name) },
    ONE(hour_count, kind, type_word, FIELD_REQUIRED),
    WORDS(hour_count, sets),
    ONE(hour_count, percent, type_number, FIELD_REQUIRED),
    ONE(hour_count, cap, type_number, 0),
    ONE(hour_count, evidence, type_word, FIELD_REQUIRED),
    ONE(hour_count, from, type_day, 0),
    ONE(hour_count, to, type_day, 0),
    ONE(hour_count, basis, type_word, FIELD_REQUIRED),
    ONE(hour_count, source, type_word, FIELD_REQUIRED),
    ONE(hour_count, mark, type_law_mark, FIELD_REQUIRED),
    { .name = "cap_mark", .type = &type_law_mark, .offset = offsetof(struct hour_count, cap_mark), .fallback = "verified" },
};

static void begin_count(struct reading *reading, const struct node *node, void *into)
{
    struct hour_count *count = into;

    (void)reading;
    (void)node;
    count->cap = LAW_VALUE_NONE;
    count->from = count->to = DAY_NONE;
}

static int kind_of(const char *code)
{
    for (int i = 0; i < HOUR_KIND_COUNT; i++)
        if (text_is(hour_kind_codes[i], code))
            return i;
    return -1;
}

static void end_count(struct reading *reading, const struct node *node, void *into)
{
    const struct hour_count *count = into;

    if (!text_is(count->kind, "any") && kind_of(count->kind) < 0)
        mistake_at(reading, node, 0, "»%s« er ingen slags timer", count->kind);
    if (count->percent < 0 || count->percent > ALL_PERCENT)
        mistake_at(reading, node, 0, "»percent« skal være fra 0 til 100");
}

static const struct section count_section = {
    .name = "rækken", .size = sizeof(struct hour_count), .fields = count_fields, .field_count = COUNT_OF(count_fields),
    .key = "name", .node = NO_NODE, .begin = begin_count, .end = end_count,
};

static const struct field group_fields[] = {
    { .name = "name", .type = &type_word, .offset = offsetof(struct hour_group, name) },
    ONE(hour_group, text, type_words, FIELD_REQUIRED),
    WORDS(hour_group, always),
    WORDS(hour_group, limited),
    WORDS(hour_group, passed),
    ONE(hour_group, months, type_number, FIELD_REQUIRED),
    ONE(hour_group, window, type_number, FIELD_REQUIRED),
    ONE(hour_group, source, type_word, FIELD_REQUIRED),
    ONE(hour_group, mark, type_law_mark, FIELD_REQUIRED),
};
static const struct section group_section = {
    .name = "målgruppen", .size = sizeof(struct hour_group), .fields = group_fields, .field_count = COUNT_OF(group_fields),
    .key = "name", .node = NO_NODE,
};

#define MAP(member, counted, row)                                                                  \
    { .name = #member, .section = &row, .offset = offsetof(struct hour_rules, member),             \
      .count = offsetof(struct hour_rules, counted), .form = FIELD_MAP | FIELD_REQUIRED }

static const struct field rules_fields[] = {
    MAP(sets, set_count, set_section),
    MAP(counts, count_count, count_section),
    MAP(groups, group_count, group_section),
};
static const struct section rules_section = {
    .name = "lovfilen", .size = sizeof(struct hour_rules), .fields = rules_fields, .field_count = COUNT_OF(rules_fields), .node = NO_NODE,
};

const struct hour_set *hour_set_find(const struct hour_rules *rules, const char *name)
{
    for (size_t i = 0; i < rules->set_count; i++)
        if (text_is(rules->sets[i].name, name))
            return &rules->sets[i];
    return NULL;
}

/* What the rows name must be there. */
static void check_names(const struct hour_rules *rules, const struct law *law, struct mistakes *mistakes)
{
    for (size_t i = 0; i < rules->set_count; i++)
        if (rules->sets[i].hours_value != NULL && law_value_find(law, rules->sets[i].hours_value) == NULL)
            mistake_add(mistakes, "hours.yaml", 0, 0, NULL, NULL, "»%s«: der er intet lovtal »%s«", rules->sets[i].name,
                        rules->sets[i].hours_value);
    for (size_t i = 0; i < rules->count_count; i++)
        for (size_t k = 0; k < rules->counts[i].sets.count; k++)
            if (hour_set_find(rules, rules->counts[i].sets.at[k]) == NULL)
                mistake_add(mistakes, "hours.yaml", 0, 0, NULL, NULL, "»%s«: der er intet krav »%s«", rules->counts[i].name,
                            rules->counts[i].sets.at[k]);
}

const struct hour_rules *hour_rules_load(struct arena *arena, const char *directory, const struct law *law, struct mistakes *mistakes)
{
    const struct hour_rules *rules = law_file_read(arena, directory, "hours.yaml", &rules_section, mistakes);
    size_t before = mistakes->count;

    if (rules != NULL)
        check_names(rules, law, mistakes);
    return mistakes->count == before ? rules : NULL;
}

const struct hour_rules *hour_rules_kept(void)
{
    static const struct hour_rules *rules;
    static struct arena *arena;

    if (arena == NULL) {
        arena = arena_new(RULES_SIZE_MAX);
        struct mistakes mistakes = mistakes_new(arena);
        rules = hour_rules_load(arena, NULL, law_kept(), &mistakes);
        check(rules != NULL);
    }
    return rules;
}

static bool is_of_set(const struct hour_count *count, const char *set)
{
    for (size_t i = 0; i < count->sets.count; i++)
        if (text_is(count->sets.at[i], set))
            return true;
    return false;
}

static bool is_in_force(const struct hour_count *count, day on)
{
    return (count->from == DAY_NONE || count->from <= on) && (count->to == DAY_NONE || count->to >= on);
}

const struct hour_count *hour_count_on(const struct hour_rules *rules, const char *set, enum hour_kind kind, day on)
{
    const struct hour_count *of_all = NULL;

    for (size_t i = 0; i < rules->count_count; i++) {
        const struct hour_count *count = &rules->counts[i];
        if (!is_of_set(count, set) || !is_in_force(count, on))
            continue;
        if (text_is(count->kind, hour_kind_codes[kind]))
            return count;
        if (of_all == NULL && text_is(count->kind, "any"))
            of_all = count;
    }
    return of_all;
}

static bool may_compute(enum law_mark mark)
{
    return mark == LAW_VERIFIED || mark == LAW_DEFAULT;
}

bool hour_count_is_sure(const struct hour_count *count)
{
    return may_compute(count->mark) && (count->cap == LAW_VALUE_NONE || may_compute(count->cap_mark));
}
