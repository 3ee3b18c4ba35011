/* SPDX-License-Identifier: MIT
 * batch_run.c: the letters of an approved batch. Some of them are read, printed in one child, and kept, again and again
 * until all have a letter or a reason why not. What is written is in the name of who made the batch: it is her letter,
 * approved by somebody else. */
#include "base/text.h"
#include "letter/batch.h"
#include "letter/outbox.h"
#include "letter/private.h"

enum { LETTERS_A_TIME = 50 };

/* Some members of a batch, between reading and keeping. */
struct run {
    struct db *db;
    struct arena *arena;
    const struct letter_batch_row *batch;
    instant now;
    struct letter_order orders[LETTERS_A_TIME];
    struct letter_making makings[LETTERS_A_TIME];
    struct paper papers[LETTERS_A_TIME];
    struct print prints[LETTERS_A_TIME];
    size_t count;
};

static const char *const problem_codes[LETTER_WHY_COUNT] = {
    [LETTER_FINE] = "", [LETTER_NO_TEMPLATE] = "no_template", [LETTER_NO_TEXT] = "no_text",
    [LETTER_NOT_APPROVED] = "not_approved", [LETTER_MISSING] = "missing", [LETTER_NO_GLYPH] = "no_glyph",
    [LETTER_TOO_LONG] = "too_long", [LETTER_NOT_PRINTED] = "not_printed",
};
static const char *const send_problem_codes[SEND_WHY_COUNT] = {
    [SEND_FINE] = "", [SEND_NO_ADDRESS] = "no_address", [SEND_PROTECTED] = "protected", [SEND_NO_EMAIL] = "no_email",
    [SEND_NO_PHONE] = "no_phone", [SEND_NO_CPR] = "no_cpr",
};

static struct actor maker_of(const struct letter_batch_row *batch)
{
    return (struct actor){ ACTOR_STAFF, batch->made_by.n,
                           PERMISSION_BIT(MAY_DOCUMENT_WRITE) | PERMISSION_BIT(MAY_CASE_READ) | PERMISSION_BIT(MAY_CASE_ALL) };
}

static bool prepare(struct run *run)
{
    db_begin(run->db, DB_READ, run->arena, maker_of(run->batch), run->now);
    struct letter_facts_row_list facts = letter_batch_facts(run->db, db_today(run->db), run->batch->id, LETTERS_A_TIME);
    struct letter_values given = letter_batch_given(run->arena, run->batch->given);

    run->count = facts.count;
    for (size_t i = 0; i < facts.count; i++) {
        run->orders[i] = (struct letter_order){ .citizen = facts.at[i].citizen, .code = run->batch->code,
                                                .language = run->batch->language, .values = given };
        run->makings[i] = letter_making_of(run->db, &run->orders[i]);
        run->makings[i].then = run->batch->approved_at;
        run->papers[i] = (struct paper){ .name = "", .on = db_today(run->db), .parts = { { "da", NULL, "", NULL } },
                                         .part_count = 1 };
        if (letter_prepare(&run->makings[i], &facts.at[i]))
            run->papers[i] = letter_paper(&run->makings[i]);
    }
    return db_commit(run->db);
}

/* One member's letter, in the outbox; the code of what stands in its way. */
static const char *keep_one(struct run *run, size_t number, struct letter_id *letter)
{
    struct letter_making *making = &run->makings[number];

    letter_note_print(making, &run->prints[number]);
    if (making->made.why != LETTER_FINE)
        return problem_codes[making->made.why];
    *letter = letter_keep(making, &run->prints[number]).letter;
    return send_problem_codes[letter_send(run->db, *letter, letter_batch_channel(run->batch))];
}

static bool keep(struct run *run, struct outbox_counts *counts)
{
    db_begin(run->db, DB_WRITE, run->arena, maker_of(run->batch), run->now);
    for (size_t i = 0; i < run->count; i++) {
        struct letter_id letter = { 0 };
        const char *problem = keep_one(run, i, &letter);
        letter_batch_member_set(run->db, letter, problem, run->batch->id, run->orders[i].citizen);
        *(*problem == 0 ? &counts->made : &counts->not_made) += 1;
    }
    if (run->count < LETTERS_A_TIME)
        letter_batch_set_state(run->db, "done", run->batch->id, run->batch->version, "approved");
    return db_commit(run->db);
}

static bool run_batch(struct db *db, struct arena *arena, const struct letter_batch_row *batch, instant now,
                      struct outbox_counts *counts)
{
    struct run *run;

    do {
        arena_reset(arena);
        run = arena_alloc(arena, sizeof *run);
        *run = (struct run){ .db = db, .arena = arena, .batch = batch, .now = now };
        if (!prepare(run))
            return false;
        press_print(arena, run->papers, run->count, run->prints);
        if (!keep(run, counts))
            return false;
    } while (run->count == LETTERS_A_TIME);
    return true;
}

bool letter_batches_run(struct db *db, struct arena *arena, instant now, struct outbox_counts *counts)
{
    struct arena *list_arena = arena_new(1 << 20);
    bool is_fine;

    db_begin(db, DB_READ, list_arena, actor_system, now);
    struct letter_batch_row_list batches = letter_batches_approved(db);
    is_fine = db_commit(db);
    for (size_t i = 0; i < batches.count && is_fine; i++)
        is_fine = run_batch(db, arena, &batches.at[i], now, counts);
    arena_free(list_arena);
    return is_fine;
}
