/* SPDX-License-Identifier: MIT
 * post.c: the letters of the example municipality: its head, the legal texts that its jurist has read, and on the last
 * day some letters, one handed over, some on their way, and a mailing that waits for somebody to approve it. */
#include "letter/batch.h"
#include "letter/letter.h"
#include "simulate/life.h"
#include "staff/staff.h"

enum { LETTERS = 5, MORNING = 8 };

static void approve(struct life *life, const char *code)
{
    const struct letter_template *template = letter_template(code);
    struct staff_id leader = life->staff[life_first(life, JOB_TEAM_LEADER)].id;

    /* The Danish text comes first in each file. */
    struct letter_text_id text = letter_text_insert(life->db, &(struct letter_text_insert_in){
        .code = code, .language = "da", .title = template->texts.at[0].title, .words = template->texts.at[0].words,
        .valid_from_day = life->first, .valid_to_day = DAY_NONE, .is_own = false, .written_by = leader,
        .written_at = db_now(life->db) });
    letter_text_approve(life->db, "Jurist i Fjordby", leader, db_now(life->db), text);
}

void post_open(struct life *life)
{
    struct letter_head_row head;

    if (!letter_head_load(life->db, &head) || head.version > 1)
        return;
    letter_head_set(life->db, &(struct letter_head_set_in){
        .street = "Torvet 1", .postal_code = "0000 Fjordby", .phone = "00 00 00 00", .email = "post@fjordby.invalid",
        .web = "fjordby.invalid", .hours = "mandag-fredag 9-14", .cvr = "00000000",
        .complaints = "Fjordby Kommune, Torvet 1, 0000 Fjordby", .version = head.version });
    approve(life, "vejledning");
    approve(life, "partshoering");
    approve(life, "afgoerelse");
}

/* A mailing to a group, as a caseworker leaves it for a leader. */
static void leave_mailing(struct life *life)
{
    struct letter_batch_id batch = letter_batch_insert(life->db, &(struct letter_batch_insert_in){
        .name = "Vejledning til alle på ukrainsk", .code = "vejledning", .language = "own", .channel = "print", .given = "",
        .made_by = life->staff[life_first(life, JOB_CASEWORKER)].id, .made_at = db_now(life->db) });
    letter_batch_add_enrolled(life->db, batch, "", "uk", 0, life->staff[life_first(life, JOB_CASEWORKER)].id);
}

void post_last_day(struct life *life)
{
    int made = 0;

    life->hour = MORNING;
    for (int i = life->person_count - 1; i >= 0 && made < LETTERS; i--) {
        struct person *person = &life->people[i];
        if (person->stage == STAGE_COMING || person->stage == STAGE_GONE)
            continue;
        life_act_as(life, person->caseworker);
        struct letter_made letter = letter_make(life->db, &(struct letter_order){ .citizen = person->id, .code = "vejledning" });
        if (letter.why != LETTER_FINE)
            continue;
        if (made++ == 0)
            letter_hand_over(life->db, letter.letter);
        else
            letter_send(life->db, letter.letter, LETTER_BY_PRINT);
    }
    life_act_as(life, life_first(life, JOB_CASEWORKER));
    leave_mailing(life);
}
