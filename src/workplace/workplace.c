/* SPDX-License-Identifier: MIT
 * workplace.c: rows of places and of what citizens have said, and the words for their bits. */
#include "workplace/workplace.h"

#include "base/text.h"
#include "engine/journal.h"
#include "law/glossary.h"

static const char *first_wish(struct db *db, struct citizen_id citizen)
{
    struct citizen_function_row_list rows = citizen_functions(db, citizen);

    return rows.count > 0 && text_is(rows.at[0].kind, "wish") ? rows.at[0].code : "";
}

static void add_all(struct db *db, struct citizen_id citizen, const char *kind, const char *const *codes, int64_t count)
{
    int64_t rank = 1;

    for (int64_t i = 0; i < count; i++)
        if (!text_is_blank(codes[i]))
            citizen_function_add(db, citizen, kind, rank++, codes[i]);
}

bool workplace_write_citizen(struct db *db, const struct citizen_work_put_in *work, const struct work_functions *functions)
{
    const char *before = first_wish(db, work->citizen);
    const char *now = text_is_blank(functions->wishes[0]) ? "" : functions->wishes[0];

    if (citizen_work_put(db, work) == 0)
        return false;
    citizen_function_clear(db, work->citizen);
    add_all(db, work->citizen, "wish", functions->wishes, WORK_WISHES);
    add_all(db, work->citizen, "can", functions->cans, WORK_CANS);
    if (*now != 0 && !text_is(before, now))
        journal_append(db, &(struct event_draft){
            .stream = { STREAM_CITIZEN, work->citizen.n }, .kind = EVENT_WISH_EXPRESSED, .code = "function",
            .subject = { SUBJECT_CITIZEN, work->citizen.n }, .at = db_now(db),
            .fields = { { "function", arena_format(db_arena(db), "f%s", now) } } });
    return true;
}

void workplace_want(struct db *db, struct citizen_id citizen, const struct market_wish_row_list *before, const char *kind,
                    bool is_wanted)
{
    bool was_wanted = false;

    for (size_t i = 0; i < before->count; i++)
        was_wanted = was_wanted || text_is(before->at[i].kind, kind);
    if (was_wanted == is_wanted)
        return;
    if (is_wanted)
        market_wish_put(db, citizen, kind, db_now(db));
    else
        market_wish_drop(db, citizen, kind);
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n }, .kind = EVENT_FACT_SET, .code = kind,
        .subject = { SUBJECT_CITIZEN, citizen.n }, .at = db_now(db), .fields = { { "value", is_wanted ? "yes" : "no" } } });
}

void workplace_park(struct db *db, struct citizen_id citizen, day until, const char *words)
{
    struct actor actor = db_actor(db);

    citizen_work_park(db, citizen, until, words == NULL ? "" : words, db_now(db),
                      (struct staff_id){ actor.kind == ACTOR_STAFF ? actor.id : 0 });
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n }, .kind = EVENT_PROPOSAL_CLOSED, .code = "parked",
        .subject = { SUBJECT_CITIZEN, citizen.n }, .at = db_now(db),
        .fields = { { "until", until == DAY_NONE ? NULL : day_iso(db_arena(db), until) } } });
}

void workplace_found(struct db *db, const char *code, const char *words)
{
    work_function_found(db, code, words, text_fold(db_arena(db), words));
}

const char *work_bits_words(struct arena *arena, int language, const char *list, int64_t bits)
{
    struct text out = text_new(arena);
    size_t count;
    const struct glossary_row *rows = glossary_list(list, &count);

    for (size_t i = 0; i < count; i++) {
        int64_t bit;
        if (!text_to_int(rows[i].code, &bit) || (bits >> bit & 1) == 0)
            continue;
        if (out.length > 0)
            text_add(&out, ", ");
        text_add(&out, glossary_label_or_code(language, list, rows[i].code));
    }
    return text_done(&out);
}
