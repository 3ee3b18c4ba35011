/* SPDX-License-Identifier: MIT
 * citizen.c: creating, changing and finding citizens: the rows, the words they are found by, and the
 * events and facts that schemes read. */
#include "citizen/citizen.h"

#include <string.h>

#include "base/text.h"
#include "citizen/cpr.h"
#include "engine/journal.h"
#include "engine/obligation.h"

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

const char *citizen_name(struct arena *arena, const char *first_name, const char *last_name)
{
    return arena_format(arena, "%s %s", or_empty(first_name), or_empty(last_name));
}

/* "al khatib nour": sorted by last name, found by any of its words. */
static const char *search_name(struct arena *arena, const struct citizen_facts *facts)
{
    return text_fold(arena, arena_format(arena, "%s %s", or_empty(facts->last_name), or_empty(facts->first_name)));
}

static void write_words(struct db *db, struct citizen_id citizen, const char *folded)
{
    struct text_pieces words = text_split(db_arena(db), folded, ' ');

    for (size_t i = 0; i < words.count; i++)
        if (*words.at[i] != 0)
            citizen_word_insert(db, words.at[i], citizen);
}

static void write_address(struct db *db, struct citizen_id citizen, const struct citizen_facts *facts)
{
    citizen_address_put(db, citizen, or_empty(facts->street), or_empty(facts->postal_code), facts->is_protected,
                        facts->has_no_address);
}

/* A fact of docs/events.md holds from its day on; rules and reports read it there, pages in the row. */
static void set_fact(struct db *db, struct citizen_id citizen, const char *name, const char *value, day from)
{
    if (text_is_blank(value))
        return;
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = EVENT_FACT_SET,
        .code = name,
        .subject = { SUBJECT_CITIZEN, citizen.n },
        .at = day_begin(from),
        .is_day = true,
        .fields = { { "value", value } },
    });
}

struct fact_value {
    const char *name, *value;
    day from;
};

enum { CITIZEN_FACT_COUNT = 6 };

/* The facts that schemes may ask for, each with the day it began, when that is known. */
static void facts_of(struct arena *arena, const struct citizen_facts *facts, day today,
                     struct fact_value values[CITIZEN_FACT_COUNT])
{
    day since = facts->permit_from == DAY_NONE ? today : facts->permit_from;
    const char *birth = facts->born == DAY_NONE ? "" : day_iso(arena, facts->born);
    const char *permit = facts->permit_from == DAY_NONE ? "" : day_iso(arena, facts->permit_from);

    values[0] = (struct fact_value){ "birth_day", birth, facts->born == DAY_NONE ? today : facts->born };
    values[1] = (struct fact_value){ "law_basis", or_empty(facts->law_basis), since };
    values[2] = (struct fact_value){ "residence_permit", permit, since };
    values[3] = (struct fact_value){ "benefit", or_empty(facts->benefit), today };
    values[4] = (struct fact_value){ "readiness", or_empty(facts->readiness), today };
    values[5] = (struct fact_value){ "danish_track", or_empty(facts->danish_level), today };
}

static void note_time(struct db *db, struct citizen_id citizen, enum event_kind kind, instant at, const char *town)
{
    if (at == INSTANT_NONE)
        return;
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = kind,
        .subject = { SUBJECT_CITIZEN, citizen.n },
        .at = at,
        .fields = { { "town", or_empty(town) } },
    });
}

static struct citizen_insert_in row_of(struct db *db, const struct citizen_facts *facts)
{
    return (struct citizen_insert_in){
        .cpr = facts->cpr,
        .has_replacement_cpr = facts->has_replacement_cpr,
        .first_name = or_empty(facts->first_name),
        .last_name = or_empty(facts->last_name),
        .search_name = search_name(db_arena(db), facts),
        .sex = or_empty(facts->sex),
        .born_day = facts->born,
        .phone = or_empty(facts->phone),
        .contact_note = or_empty(facts->contact_note),
        .email = or_empty(facts->email),
        .town = or_empty(facts->town),
        .language = or_empty(facts->language),
        .other_languages = or_empty(facts->other_languages),
        .is_interpreter_needed = facts->is_interpreter_needed,
        .interpreter_note = or_empty(facts->interpreter_note),
        .danish_level = or_empty(facts->danish_level),
        .law_basis = or_empty(facts->law_basis),
        .benefit = or_empty(facts->benefit),
        .readiness = or_empty(facts->readiness),
        .permit_kind = or_empty(facts->permit_kind),
        .permit_from_day = facts->permit_from,
        .permit_to_day = facts->permit_to,
        .arrived_at = facts->arrived_at,
        .received_at = facts->received_at,
        .unit = facts->unit,
        .home_note = or_empty(facts->home_note),
        .created_at = db_now(db),
    };
}

struct citizen_id citizen_create(struct db *db, const struct citizen_facts *facts)
{
    struct citizen_insert_in row = row_of(db, facts);
    struct citizen_id citizen = citizen_insert(db, &row);
    struct fact_value values[CITIZEN_FACT_COUNT];

    write_words(db, citizen, row.search_name);
    write_address(db, citizen, facts);
    note_time(db, citizen, EVENT_CITIZEN_ARRIVED, facts->arrived_at, facts->town);
    note_time(db, citizen, EVENT_CITIZEN_RECEIVED, facts->received_at, facts->town);
    facts_of(db_arena(db), facts, db_today(db), values);
    for (size_t i = 0; i < CITIZEN_FACT_COUNT; i++)
        set_fact(db, citizen, values[i].name, values[i].value, values[i].from);
    return citizen;
}

/* The facts as the row has them now, to see which ones a change touches. */
static struct citizen_facts facts_before(const struct citizen_row *row)
{
    return (struct citizen_facts){
        .born = row->born_day,
        .law_basis = row->law_basis,
        .permit_from = row->permit_from_day,
        .benefit = row->benefit,
        .readiness = row->readiness,
        .danish_level = row->danish_level,
    };
}

static void write_changed_facts(struct db *db, const struct citizen_row *before, const struct citizen_facts *after)
{
    struct citizen_facts old = facts_before(before);
    struct fact_value were[CITIZEN_FACT_COUNT], are[CITIZEN_FACT_COUNT];

    facts_of(db_arena(db), &old, db_today(db), were);
    facts_of(db_arena(db), after, db_today(db), are);
    for (size_t i = 0; i < CITIZEN_FACT_COUNT; i++)
        if (!text_is(were[i].value, are[i].value))
            set_fact(db, before->id, are[i].name, are[i].value, are[i].from);
}

/* The row as it is to be, when nobody has changed it since `version`. */
static struct citizen_row_update_in update_of(struct citizen_id citizen, const struct citizen_insert_in *row, int64_t version)
{
    return (struct citizen_row_update_in){
        .id = citizen,
        .version = version,
        .cpr = row->cpr,
        .has_replacement_cpr = row->has_replacement_cpr,
        .first_name = row->first_name,
        .last_name = row->last_name,
        .search_name = row->search_name,
        .sex = row->sex,
        .born_day = row->born_day,
        .phone = row->phone,
        .contact_note = row->contact_note,
        .email = row->email,
        .town = row->town,
        .language = row->language,
        .other_languages = row->other_languages,
        .is_interpreter_needed = row->is_interpreter_needed,
        .interpreter_note = row->interpreter_note,
        .danish_level = row->danish_level,
        .law_basis = row->law_basis,
        .benefit = row->benefit,
        .readiness = row->readiness,
        .permit_kind = row->permit_kind,
        .permit_from_day = row->permit_from_day,
        .permit_to_day = row->permit_to_day,
        .arrived_at = row->arrived_at,
        .received_at = row->received_at,
        .unit = row->unit,
        .home_note = row->home_note,
    };
}

bool citizen_update(struct db *db, struct citizen_id citizen, const struct citizen_facts *facts, int64_t version)
{
    struct citizen_row before;
    struct citizen_insert_in row = row_of(db, facts);

    if (!citizen_load(db, citizen, &before) || before.version != version)
        return false;
    struct citizen_row_update_in update = update_of(citizen, &row, version);

    if (citizen_row_update(db, &update) == 0)
        return false;
    citizen_words_delete(db, citizen);
    write_words(db, citizen, row.search_name);
    if (!facts->is_address_kept)
        write_address(db, citizen, facts);
    write_changed_facts(db, &before, facts);
    if (before.unit.n != facts->unit.n)
        obligation_touch_citizen(db, citizen.n);
    return true;
}

void citizen_house(struct db *db, struct citizen_id citizen, instant housed_at)
{
    struct citizen_row row;

    if (!citizen_load(db, citizen, &row) || row.housed_at == housed_at)
        return;
    int64_t earlier = journal_find(db, (struct stream){ STREAM_CITIZEN, citizen.n }, EVENT_CITIZEN_HOUSED, NULL);
    citizen_set_housed(db, housed_at, citizen);
    if (earlier != 0)
        journal_move(db, earlier, housed_at);
    else
        note_time(db, citizen, EVENT_CITIZEN_HOUSED, housed_at, row.town);
}

/* The first text after all that begin with `word`: its last byte is never 0xff in UTF-8. */
static const char *end_of(struct arena *arena, const char *word)
{
    char *end = arena_dup(arena, word);
    size_t length = strlen(end);

    if (length > 0)
        end[length - 1] = (char)(end[length - 1] + 1);
    return end;
}

static bool sees_all(struct db *db)
{
    return (db_actor(db).permissions & (PERMISSION_BIT(MAY_CASE_ALL) | PERMISSION_SET_SYSTEM)) != 0;
}

struct citizen_found_list citizen_page(struct db *db, enum citizen_scope scope, struct citizen_id after, int64_t most)
{
    return citizen_listed(db, after, scope, (struct staff_id){ db_actor(db).id }, sees_all(db), most);
}

struct citizen_found_list citizen_search(struct db *db, const char *typed, int64_t most)
{
    struct arena *arena = db_arena(db);
    struct cpr_verdict cpr = cpr_check(arena, typed, true);
    struct text_pieces words = text_split(arena, text_fold(arena, typed), ' ');
    const char *three[3] = { "", "", "" };

    if (!cpr.is_refused)
        return citizen_search_cpr(db, cpr.digits, sees_all(db), (struct staff_id){ db_actor(db).id });
    for (size_t i = 0; i < words.count && i < 3; i++)
        three[i] = words.at[i];
    if (*three[0] == 0)
        return (struct citizen_found_list){ 0 };
    return citizen_search_words(db, &(struct citizen_search_words_in){
        .first = three[0], .first_end = end_of(arena, three[0]),
        .second = three[1], .second_end = end_of(arena, three[1]),
        .third = three[2], .third_end = end_of(arena, three[2]),
        .is_all = sees_all(db),
        .actor = { db_actor(db).id },
        .most = most,
    });
}
