/* SPDX-License-Identifier: MIT
 * criteria.c: matching/criteria.yaml, read with the tables of yaml/field.h. */
#include "proposal/criteria.h"

#include "base/check.h"
#include "base/program_file.h"
#include "base/text.h"
#include "yaml/field.h"

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))
enum { KEPT_MAX = 1 << 20 };

#define MEASURE_CODE(identifier, word) word,
const char *const measure_codes[MEASURE_COUNT + 1] = { MEASURES(MEASURE_CODE) NULL };

#define NUMBER(member, otherwise)                                                                        \
    { .name = #member, .type = &type_int, .offset = offsetof(struct criterion, member), .fallback = otherwise }
#define MANY(member, kind)                                                                               \
    { .name = #member, .type = kind, .offset = offsetof(struct criterion, member.at),                    \
      .count = offsetof(struct criterion, member.count), .form = FIELD_MANY }

static const struct field criterion_fields[] = {
    { .name = "id", .type = &type_word, .offset = offsetof(struct criterion, id) },
    { .name = "text", .type = &type_words, .offset = offsetof(struct criterion, text), .form = FIELD_REQUIRED },
    { .name = "demand", .type = &type_flag, .offset = offsetof(struct criterion, is_demand), .fallback = "no" },
    NUMBER(weight, "0"), NUMBER(missing, "0"), NUMBER(slack, "0"), NUMBER(each, "0"), NUMBER(full, "0"), NUMBER(none, "0"),
    MANY(steps, &type_int), MANY(ranks, &type_int), MANY(reasons, &type_word),
};
static const struct section criterion_section = {
    .name = "kriteriet", .size = sizeof(struct criterion), .fields = criterion_fields,
    .field_count = COUNT_OF(criterion_fields), .key = "id", .node = NO_NODE,
};
static const struct field travel_fields[] = {
    { .name = "id", .type = &type_word, .offset = offsetof(struct travel, id) },
    { .name = "speed", .type = &type_int, .offset = offsetof(struct travel, speed), .form = FIELD_REQUIRED },
    { .name = "wait", .type = &type_int, .offset = offsetof(struct travel, wait), .fallback = "0" },
};
static const struct section travel_section = {
    .name = "transporten", .size = sizeof(struct travel), .fields = travel_fields,
    .field_count = COUNT_OF(travel_fields), .key = "id", .node = NO_NODE,
};
static const struct field kind_row_fields[] = {
    { .name = "id", .type = &type_word, .offset = offsetof(struct kind_row, id) },
    { .name = "text", .type = &type_words, .offset = offsetof(struct kind_row, text) },
    { .name = "demand", .type = &type_flag, .offset = offsetof(struct kind_row, is_demand), .fallback = "no" },
    { .name = "weight", .type = &type_int, .offset = offsetof(struct kind_row, weight), .fallback = "0" },
};
static const struct section kind_row_section = {
    .name = "kriteriet", .size = sizeof(struct kind_row), .fields = kind_row_fields,
    .field_count = COUNT_OF(kind_row_fields), .key = "id", .node = NO_NODE,
};
static const struct field kind_fields[] = {
    { .name = "id", .type = &type_word, .offset = offsetof(struct kind_criteria, id) },
    { .name = "rows", .section = &kind_row_section, .offset = offsetof(struct kind_criteria, rows.at),
      .count = offsetof(struct kind_criteria, rows.count), .form = FIELD_MAP | FIELD_REQUIRED },
};
static const struct section kind_section = {
    .name = "slagsen", .size = sizeof(struct kind_criteria), .fields = kind_fields,
    .field_count = COUNT_OF(kind_fields), .key = "id", .node = NO_NODE,
};
#define TOP(member) { .name = #member, .type = &type_int, .offset = offsetof(struct criteria, member), .form = FIELD_REQUIRED }
static const struct field criteria_fields[] = {
    { .name = "version", .type = &type_word, .offset = offsetof(struct criteria, version), .form = FIELD_REQUIRED },
    { .name = "detour", .type = &type_int, .offset = offsetof(struct criteria, detour), .form = FIELD_REQUIRED },
    TOP(chief_mentors),
    { .name = "travel", .section = &travel_section, .offset = offsetof(struct criteria, travel.at),
      .count = offsetof(struct criteria, travel.count), .form = FIELD_MAP | FIELD_REQUIRED },
    { .name = "criteria", .section = &criterion_section, .offset = offsetof(struct criteria, list.at),
      .count = offsetof(struct criteria, list.count), .form = FIELD_MAP | FIELD_REQUIRED },
    { .name = "beside", .section = &criterion_section, .offset = offsetof(struct criteria, beside.at),
      .count = offsetof(struct criteria, beside.count), .form = FIELD_MAP },
    { .name = "kinds", .section = &kind_section, .offset = offsetof(struct criteria, kinds.at),
      .count = offsetof(struct criteria, kinds.count), .form = FIELD_MAP },
};
static const struct section criteria_section = {
    .name = "kriterierne", .size = sizeof(struct criteria), .fields = criteria_fields,
    .field_count = COUNT_OF(criteria_fields), .node = NO_NODE,
};

/* How many steps and ranks the arithmetic of a measure reads; 0: none. */
static const struct {
    size_t steps, ranks;
} wanted[MEASURE_COUNT] = {
    [MEASURE_WISH] = { 4, 3 }, [MEASURE_SKILLS] = { 4, 1 }, [MEASURE_MENTOR] = { 2, 0 }, [MEASURE_PROSPECT] = { 3, 0 },
    [MEASURE_CONTINUITY] = { 2, 0 },
};

static void complain(struct mistakes *mistakes, const char *file, const char *id, const char *what)
{
    mistake_add(mistakes, file, 0, 0, NULL, NULL, "»%s«: %s", id, what);
}

static bool is_share(int32_t number)
{
    return number >= 0 && number <= SHARE_FULL;
}

static bool are_shares(const struct shares *shares)
{
    for (size_t i = 0; i < shares->count; i++)
        if (!is_share(shares->at[i]))
            return false;
    return true;
}

static void look_at(const struct criterion *c, const char *file, struct mistakes *mistakes)
{
    if (c->weight < 0 || c->weight > WEIGHTS_FULL)
        complain(mistakes, file, c->id, "weight skal være 0 til 10000");
    if (!is_share(c->missing) || !is_share(c->each) || !are_shares(&c->steps) || !are_shares(&c->ranks))
        complain(mistakes, file, c->id, "andele skal være 0 til 1000");
    if (c->steps.count != wanted[c->measure].steps || c->ranks.count != wanted[c->measure].ranks)
        complain(mistakes, file, c->id, "steps eller ranks har ikke det antal tal, der regnes med");
    if (c->slack < 0 || (c->measure == MEASURE_COMMUTE && (c->full < 0 || c->none <= c->full)))
        complain(mistakes, file, c->id, "slack, full og none passer ikke sammen");
}

const struct criterion *criterion_find(const struct criteria *criteria, const char *id)
{
    for (size_t i = 0; i < criteria->list.count; i++)
        if (text_is(criteria->list.at[i].id, id))
            return &criteria->list.at[i];
    for (size_t i = 0; i < criteria->beside.count; i++)
        if (text_is(criteria->beside.at[i].id, id))
            return &criteria->beside.at[i];
    return NULL;
}

static void look_at_kind(const struct criteria *criteria, const struct kind_criteria *kind, const char *file,
                         struct mistakes *mistakes)
{
    int64_t total = 0;

    for (size_t i = 0; i < kind->rows.count; i++) {
        const struct kind_row *row = &kind->rows.at[i];
        if (criterion_find(criteria, row->id) == NULL)
            complain(mistakes, file, row->id, "der er intet sådant kriterium");
        if (row->weight < 0 || row->weight > WEIGHTS_FULL)
            complain(mistakes, file, row->id, "weight skal være 0 til 10000");
        total += row->weight;
    }
    if (total != WEIGHTS_FULL)
        mistake_add(mistakes, file, 0, 0, NULL, NULL, "»%s«: vægtene giver %lld, de skal give 10000", kind->id, (long long)total);
}

/* Names the arithmetic of each row; answers their weights together. */
static int64_t name_rows(struct criteria *criteria, struct criterion *rows, size_t count, const char *file,
                         struct mistakes *mistakes)
{
    int64_t total = 0;

    for (size_t i = 0; i < count; i++) {
        struct criterion *c = &rows[i];
        int measure = 0;
        while (measure < MEASURE_COUNT && !text_is(c->id, measure_codes[measure]))
            measure++;
        if (measure == MEASURE_COUNT) {
            const char *near = did_you_mean(c->id, measure_codes, MEASURE_COUNT);
            mistake_add(mistakes, file, 0, 0, c->id, near, "»%s«: der er intet sådant kriterium", c->id);
            continue;
        }
        c->measure = (enum measure)measure;
        criteria->by[measure] = c;
        total += c->weight;
        look_at(c, file, mistakes);
    }
    return total;
}

/* Finds what the tables cannot: rows of nothing, shares, the sum. */
static void complete(struct criteria *criteria, const char *file, struct mistakes *mistakes)
{
    int64_t total = name_rows(criteria, criteria->list.at, criteria->list.count, file, mistakes) +
                    name_rows(criteria, criteria->beside.at, criteria->beside.count, file, mistakes);

    for (size_t i = 0; i < criteria->beside.count; i++)
        if (criteria->beside.at[i].weight != 0 || criteria->beside.at[i].is_demand)
            complain(mistakes, file, criteria->beside.at[i].id, "vægt og krav står ved slagsen");
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (criteria->by[m] == NULL)
            complain(mistakes, file, measure_codes[m], "kriteriet mangler");
    if (total != WEIGHTS_FULL)
        mistake_add(mistakes, file, 0, 0, NULL, NULL, "vægtene giver %lld, de skal give 10000", (long long)total);
    for (size_t i = 0; i < criteria->kinds.count; i++)
        look_at_kind(criteria, &criteria->kinds.at[i], file, mistakes);
    for (size_t i = 0; i < criteria->travel.count; i++)
        if (criteria->travel.at[i].speed <= 0 || criteria->travel.at[i].wait < 0)
            complain(mistakes, file, criteria->travel.at[i].id, "speed og wait skal være positive");
    if (criteria->detour < 100)
        mistake_add(mistakes, file, 0, 0, NULL, NULL, "detour er mindst 100 procent");
}

const struct criteria *criteria_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                                     struct mistakes *mistakes)
{
    struct reading reading = { .arena = arena, .file = file, .mistakes = mistakes };
    const struct node *node = yaml_read(arena, file, bytes, length, mistakes);
    struct criteria *criteria = arena_alloc(arena, sizeof *criteria);

    if (node != NULL)
        section_read(&reading, &criteria_section, node, criteria);
    if (mistakes->count == 0)
        complete(criteria, file, mistakes);
    return mistakes->count == 0 ? criteria : NULL;
}


const struct criteria *criteria_kept(void)
{
    static struct arena *arena;
    static const struct criteria *criteria;

    if (arena == NULL) {
        arena = arena_new(KEPT_MAX);
        struct mistakes mistakes = mistakes_new(arena);
        const struct program_file *file = matching_files;
        while (!text_is(file->name, "criteria.yaml")) {
            file++;
            check(file->name != NULL);
        }
        criteria = criteria_read(arena, file->name, (const char *)file->bytes, file->length, &mistakes);
        check(criteria != NULL);
    }
    return criteria;
}

struct criteria *criteria_copy(struct arena *arena, const struct criteria *criteria)
{
    struct criteria *copy = arena_alloc(arena, sizeof *copy);

    *copy = *criteria;
    copy->list.at = arena_array(arena, criteria->list.count, sizeof *copy->list.at);
    for (size_t i = 0; i < criteria->list.count; i++) {
        copy->list.at[i] = criteria->list.at[i];
        copy->by[copy->list.at[i].measure] = &copy->list.at[i];
    }
    return copy;
}

bool criteria_set_weight(struct criteria *criteria, const char *id, int32_t weight)
{
    for (size_t i = 0; i < criteria->list.count; i++)
        if (text_is(criteria->list.at[i].id, id)) {
            criteria->list.at[i].weight = weight;
            return true;
        }
    return false;
}

const struct criteria *criteria_of_kind(struct arena *arena, const struct criteria *criteria, const char *kind)
{
    size_t k = 0;

    while (k < criteria->kinds.count && !text_is(criteria->kinds.at[k].id, kind))
        k++;
    if (k == criteria->kinds.count)
        return criteria;
    const struct kind_criteria *rows = &criteria->kinds.at[k];
    struct criteria *own = arena_alloc(arena, sizeof *own);
    struct criterion *silent = arena_array(arena, criteria->list.count, sizeof *silent);
    *own = *criteria;
    for (size_t i = 0; i < criteria->list.count; i++) {
        silent[i] = criteria->list.at[i];
        silent[i].is_demand = false;
        silent[i].weight = 0;
        own->by[silent[i].measure] = &silent[i];
    }
    own->list.at = arena_array(arena, rows->rows.count, sizeof *own->list.at);
    own->list.count = rows->rows.count;
    for (size_t i = 0; i < rows->rows.count; i++) {
        const struct kind_row *row = &rows->rows.at[i];
        struct criterion *c = &own->list.at[i];
        *c = *criterion_find(criteria, row->id);
        c->text = row->text.da == NULL ? c->text : row->text;
        c->is_demand = row->is_demand;
        c->weight = row->weight;
        own->by[c->measure] = c;
    }
    return own;
}

int travel_find(const struct criteria *criteria, const char *id)
{
    for (size_t i = 0; i < criteria->travel.count; i++)
        if (text_is(criteria->travel.at[i].id, id))
            return (int)i;
    return -1;
}
