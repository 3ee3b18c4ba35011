/* SPDX-License-Identifier: MIT
 * holding.c: what is held about a citizen here: who was beside her at work, the minutes of practice, the words
 * of her tasks. */
#include "mentor/pages.h"

static const struct seen_word seen[] = {
    { "mentor_", SAY("mentorer ved en praktik") },
    { "buddy_", SAY("øvelse med sprogmakker") },
    { "work_word", SAY("ord fra opgaverne") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct mentor_beside_told_row_list beside = mentor_beside_told(db, citizen);
    struct buddy_practice_row_list practice = buddy_practice_told(db, citizen);
    struct work_word_row_list words = work_words_told(db, citizen);

    tell_table(t, SAY("Mentorer"));
    for (size_t i = 0; i < beside.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Hvad"), "mentor_slot", beside.at[i].slot);
        tell_text(t, SAY("Hvem"), beside.at[i].mentor_name != NULL ? beside.at[i].mentor_name : beside.at[i].staff_name);
        tell_day(t, SAY("Fra"), beside.at[i].from_day);
        tell_day(t, SAY("Til"), beside.at[i].to_day);
    }
    tell_table(t, SAY("Øvelse med sprogmakker"));
    for (size_t i = 0; i < practice.count; i++) {
        tell_row(t);
        tell_day(t, SAY("Dag"), practice.at[i].on_day);
        tell_text(t, SAY("Minutter"), arena_format(t->arena, "%lld", (long long)practice.at[i].minutes));
    }
    tell_table(t, SAY("Ord fra opgaverne"));
    for (size_t i = 0; i < words.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Ord"), words.at[i].word);
        tell_text(t, SAY("Betyder"), words.at[i].meaning);
        tell_text(t, SAY("Hvor"), words.at[i].company_name);
        tell_day(t, SAY("Lært"), words.at[i].learned_day);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    buddy_practice_erase(db, citizen);
    work_words_erase(db, citizen);
}

const struct holding mentor_holding = {
    .title = SAY("Mentorer"),
    .goes = SAY("Minutterne med sprogmakker og ordene fra opgaverne."),
    .stays = SAY("At der var en mentor, og hvornår."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
