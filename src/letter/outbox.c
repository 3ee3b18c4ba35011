/* SPDX-License-Identifier: MIT
 * outbox.c: what waits leaves: read in one transaction, written as files outside of any, noted in a second. What fails
 * waits longer each time (outbox_delay); after the last try a person decides. */
#include "letter/outbox.h"

#include "base/text.h"
#include "letter/post.h"
#include "letter/private.h"
#include "staff/staff.h"
#include "web/say.h"

enum { ROWS_A_TIME = 50 };

/* What became of a row. */
struct sent {
    const char *problem, *receipt;
    bool is_final; /* Trying again will not help: a person decides. */
};

static int channel_of(const char *code)
{
    for (int i = 0; i < LETTER_CHANNEL_COUNT; i++)
        if (text_is(letter_channel_codes[i], code))
            return i;
    return -1;
}

static struct sent send_one(struct arena *arena, const struct outbox_due_row *row, const struct post *sender, const char *folder)
{
    const struct letter_template *template = letter_template(row->code);
    int channel = channel_of(row->channel);
    struct post post = *sender;
    struct sent sent = { 0 };

    if (channel < 0)
        return (struct sent){ .problem = SAY("Vejen er ikke kendt.") };
    /* Protected since it was put into the outbox: the paper has the address from before. */
    if (channel == LETTER_BY_PRINT && row->is_protected)
        return (struct sent){ .problem = send_why_say(LANGUAGE_DA, SEND_PROTECTED), .is_final = true };
    post.number = row->id.n;
    post.address = row->address;
    post.cpr = row->cpr;
    post.title = row->title;
    post.language = row->language;
    post.is_open = template != NULL && template->is_open;
    post.pdf = row->pdf;
    post.made_at = row->made_at;
    struct posted posted = post_make((enum letter_channel)channel, &post);
    sent.problem = posted.problem;
    if (sent.problem == NULL && !post_write(arena, folder, &posted, &sent.receipt))
        sent.problem = SAY("Filen kunne ikke skrives.");
    return sent;
}

static struct post sender_of(struct db *db, struct arena *arena)
{
    struct municipality_row municipality = { .name = "" };
    struct letter_head_row head = { .cvr = "", .email = "", .phone = "" };

    municipality_load(db, &municipality);
    letter_head_load(db, &head);
    return (struct post){ .arena = arena, .municipality = municipality.name, .cvr = head.cvr, .email = head.email,
                          .phone = head.phone };
}

static void note_one(struct db *db, const struct outbox_due_row *row, const struct sent *sent, struct outbox_counts *counts)
{
    int64_t delay = sent->is_final ? DELAY_NONE : outbox_delay(row->tries + 1);

    if (sent->problem == NULL) {
        counts->sent += outbox_set_sent(db, sent->receipt, db_now(db), row->id, row->citizen, row->version);
        return;
    }
    counts->failed++;
    outbox_set_failed(db, &(struct outbox_set_failed_in){
        .state = delay == DELAY_NONE ? "stopped" : "failed",
        .problem = sent->problem,
        .next_at = db_now(db) + (delay == DELAY_NONE ? 0 : delay),
        .id = row->id,
        .citizen = row->citizen,
        .version = row->version,
    });
}

/* Some rows; how many there were, or -1 after a failure of the store. */
static int64_t run_some(struct db *db, struct arena *arena, const char *folder, instant now, struct outbox_counts *counts)
{
    struct sent sent[ROWS_A_TIME];

    db_begin(db, DB_READ, arena, actor_system, now);
    struct outbox_due_row_list rows = outbox_due(db, now, ROWS_A_TIME);
    struct post sender = sender_of(db, arena);
    if (!db_commit(db))
        return -1;
    for (size_t i = 0; i < rows.count; i++)
        sent[i] = send_one(arena, &rows.at[i], &sender, folder);
    db_begin(db, DB_WRITE, arena, actor_system, now);
    for (size_t i = 0; i < rows.count; i++)
        note_one(db, &rows.at[i], &sent[i], counts);
    return db_commit(db) ? (int64_t)rows.count : -1;
}

bool outbox_run(struct db *db, struct arena *arena, const char *folder, instant now, struct outbox_counts *counts)
{
    int64_t count;

    do {
        arena_reset(arena);
        count = run_some(db, arena, folder, now, counts);
    } while (count == ROWS_A_TIME);
    return count >= 0;
}
