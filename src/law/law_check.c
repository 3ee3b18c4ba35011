/* SPDX-License-Identifier: MIT
 * law_check.c: law/placements.yaml, read with the tables of yaml/field.h. */
#include "law/law_check.h"

#include "base/check.h"
#include "base/text.h"
#include "law/law_file.h"

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))
enum { CHECKS_SIZE_MAX = 1 << 20 };

#define ASKS_WORD(identifier, word) word,
static const char *const asks_words[LAW_ASKS_COUNT] = { LAW_ASKS(ASKS_WORD) };
static const char *const fails_words[LAW_FAILS_COUNT] = { "show", "warn", "block" };
static const struct value_type type_asks = {
    .expected = "et ord", .size = sizeof(enum law_asks), .words = asks_words, .word_count = LAW_ASKS_COUNT
};
static const struct value_type type_fails = {
    .expected = "et ord", .size = sizeof(enum law_fails), .words = fails_words, .word_count = LAW_FAILS_COUNT
};

#define WORDS(member)                                                                             \
    { .name = #member, .type = &type_word, .offset = offsetof(struct law_check, member.at),       \
      .count = offsetof(struct law_check, member.count), .form = FIELD_MANY }

static const struct field check_fields[] = {
    { .name = "name", .type = &type_word, .offset = offsetof(struct law_check, name) },
    { .name = "text", .type = &type_words, .offset = offsetof(struct law_check, text), .form = FIELD_REQUIRED },
    { .name = "asks", .type = &type_asks, .offset = offsetof(struct law_check, asks), .form = FIELD_REQUIRED },
    WORDS(kinds),
    WORDS(laws),
    WORDS(readiness),
    WORDS(sectors),
    WORDS(uses),
    { .name = "fails", .type = &type_fails, .offset = offsetof(struct law_check, fails), .form = FIELD_REQUIRED },
    { .name = "basis", .type = &type_words, .offset = offsetof(struct law_check, basis), .form = FIELD_REQUIRED },
    { .name = "mark", .type = &type_law_mark, .offset = offsetof(struct law_check, mark), .fallback = "verified" },
};
static const struct section check_section = {
    .name = "prøven", .size = sizeof(struct law_check), .fields = check_fields,
    .field_count = COUNT_OF(check_fields), .key = "name", .node = NO_NODE,
};
static const struct field checks_fields[] = {
    { .name = "checks", .section = &check_section, .offset = offsetof(struct law_checks, at),
      .count = offsetof(struct law_checks, count), .form = FIELD_MAP | FIELD_REQUIRED },
};
static const struct section checks_section = {
    .name = "lovfilen", .size = sizeof(struct law_checks), .fields = checks_fields,
    .field_count = COUNT_OF(checks_fields), .node = NO_NODE,
};

const struct law_checks *law_checks_load(struct arena *arena, const char *directory, const struct law *law,
                                         struct mistakes *mistakes)
{
    const struct law_checks *checks = law_file_read(arena, directory, "placements.yaml", &checks_section, mistakes);
    size_t before = mistakes->count;

    for (size_t i = 0; checks != NULL && i < checks->count; i++)
        for (size_t k = 0; k < checks->at[i].uses.count; k++)
            if (law_value_find(law, checks->at[i].uses.at[k]) == NULL)
                mistake_add(mistakes, "placements.yaml", 0, 0, NULL, NULL, "»%s«: der er intet lovtal »%s«",
                            checks->at[i].name, checks->at[i].uses.at[k]);
    return mistakes->count == before ? checks : NULL;
}

const struct law_checks *law_checks_kept(void)
{
    static const struct law_checks *checks;
    static struct arena *arena;

    if (arena == NULL) {
        arena = arena_new(CHECKS_SIZE_MAX);
        struct mistakes mistakes = mistakes_new(arena);
        checks = law_checks_load(arena, NULL, law_kept(), &mistakes);
        check(checks != NULL);
    }
    return checks;
}

static bool is_among(const struct law_words *words, const char *word)
{
    if (words->count == 0 || text_is_blank(word))
        return true;
    for (size_t i = 0; i < words->count; i++)
        if (text_is(words->at[i], word))
            return true;
    return false;
}

bool law_check_concerns(const struct law_check *check, const char *kind, const char *law_basis, const char *readiness,
                        const char *sector)
{
    return is_among(&check->kinds, kind) && is_among(&check->laws, law_basis) &&
           is_among(&check->readiness, readiness) && is_among(&check->sectors, sector);
}
