/* SPDX-License-Identifier: MIT
 * rates.c: rate files: read with the tables of yaml/field.h, kept as rows, laid over the law. */
#include "rates/rates.h"

#include "base/text.h"
#include "web/say.h"
#include "yaml/field.h"

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))
#define NUMBER(member, value_type, wanted)                                                             \
    { .name = #member, .type = &(value_type), .offset = offsetof(struct rates_number, member), .form = (wanted) }

static void begin_number(struct reading *reading, const struct node *node, void *into)
{
    (void)reading;
    (void)node;
    *(struct rates_number *)into = (struct rates_number){ .from = DAY_NONE, .to = DAY_NONE, .basis = "" };
}

static void end_number(struct reading *reading, const struct node *node, void *into)
{
    const struct rates_number *number = into;

    if (number->name != NULL && law_value_find(law_kept(), number->name) == NULL)
        mistake_at(reading, node, 0, "der er intet lovtal »%s«; navnene står på siden Lovens tal", number->name);
    if (number->to != DAY_NONE && number->from != DAY_NONE && number->to < number->from)
        mistake_at(reading, node, 0, "»to« ligger før »from«");
    if (number->value < 0)
        mistake_at(reading, node, 0, "et tal kan ikke være under 0");
}

static const struct field number_fields[] = {
    NUMBER(name, type_word, FIELD_REQUIRED), NUMBER(value, type_number, FIELD_REQUIRED),
    NUMBER(from, type_day, FIELD_REQUIRED),  NUMBER(to, type_day, 0),
    NUMBER(basis, type_word, 0),
};
static const struct section number_section = {
    .name = "satsen", .size = sizeof(struct rates_number), .fields = number_fields,
    .field_count = COUNT_OF(number_fields), .node = NO_NODE, .begin = begin_number, .end = end_number,
};
static const struct field file_fields[] = {
    { .name = "source", .type = &type_word, .offset = offsetof(struct rates_file, source), .form = FIELD_REQUIRED },
    { .name = "verified_by", .type = &type_word, .offset = offsetof(struct rates_file, verified_by), .form = FIELD_REQUIRED },
    { .name = "verified_on", .type = &type_day, .offset = offsetof(struct rates_file, verified_on), .form = FIELD_REQUIRED },
    { .name = "test", .type = &type_flag, .offset = offsetof(struct rates_file, is_test), .fallback = "no" },
    { .name = "rates", .section = &number_section, .offset = offsetof(struct rates_file, at),
      .count = offsetof(struct rates_file, count), .form = FIELD_MANY | FIELD_REQUIRED },
};
static const struct section file_section = {
    .name = "satsfilen", .size = sizeof(struct rates_file), .fields = file_fields,
    .field_count = COUNT_OF(file_fields), .node = NO_NODE,
};

static bool is_overlapping(const struct rates_number *one, const struct rates_number *other)
{
    return text_is(one->name, other->name) && (one->to == DAY_NONE || other->from <= one->to) &&
           (other->to == DAY_NONE || one->from <= other->to);
}

static void check_alone(const struct rates_file *file, const char *name, struct mistakes *mistakes)
{
    for (size_t i = 0; i < file->count; i++)
        for (size_t k = 0; k < i; k++)
            if (is_overlapping(&file->at[k], &file->at[i]))
                mistake_add(mistakes, name, 0, 0, NULL, NULL, "»%s« står to gange for den samme dag", file->at[i].name);
}

const struct rates_file *rates_read(struct arena *arena, const char *name, const char *bytes, size_t length,
                                    struct mistakes *mistakes)
{
    struct reading reading = { .arena = arena, .file = name, .mistakes = mistakes };
    const struct node *node = yaml_read(arena, name, bytes, length, mistakes);

    if (node == NULL)
        return NULL;
    struct rates_file *file = arena_alloc(arena, sizeof *file);
    section_read(&reading, &file_section, node, file);
    if (mistakes->count == 0)
        check_alone(file, name, mistakes);
    return mistakes->count == 0 ? file : NULL;
}

struct rate_file_id rates_load(struct db *db, const struct rates_file *file)
{
    struct rate_file_id id = rate_file_insert(db, &(struct rate_file_insert_in){
        .source = file->source,
        .verified_by = file->verified_by,
        .verified_day = file->verified_on,
        .is_test = file->is_test,
        .loaded_at = db_now(db),
        .loaded_by = { db_actor(db).id },
    });

    for (size_t i = 0; i < file->count; i++)
        rate_insert(db, &(struct rate_insert_in){
            .rate_file = id,
            .name = file->at[i].name,
            .value = file->at[i].value,
            .from_day = file->at[i].from,
            .to_day = file->at[i].to,
            .basis = file->at[i].basis,
        });
    return id;
}

const struct law *rates_law(struct db *db)
{
    struct rate_row_list rates = rates_in_force(db);
    struct arena *arena = db_arena(db);
    struct law_own *own = arena_array(arena, rates.count, sizeof *own);

    for (size_t i = 0; i < rates.count; i++) {
        const struct rate_row *rate = &rates.at[i];
        own[i] = (struct law_own){ rate->name, {
            .value = rate->value,
            .from = rate->from_day,
            .to = rate->to_day,
            .basis = rate->basis,
            .source = arena_format(arena, "%s (%s, %s)", rate->source, rate->verified_by, day_iso(arena, rate->verified_day)),
            .mark = LAW_VERIFIED,
            .is_test = rate->is_test,
        } };
    }
    return law_with(arena, law_kept(), own, rates.count);
}
