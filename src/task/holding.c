/* SPDX-License-Identifier: MIT
 * holding.c: what tasks hold about a citizen. */
#include "task/task.h"

static const struct seen_word seen[] = {
    { "task_", SAY("opgaver") },
    { "task_insert", SAY("oprettede en opgave") },
    { "task_shown_for", SAY("egen og enhedens opgaveliste") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct task_row_list tasks = task_of_citizen(db, citizen);

    tell_table(t, SAY("Opgaver"));
    for (size_t i = 0; i < tasks.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Opgave"), tasks.at[i].words);
        tell_day(t, SAY("Frist"), tasks.at[i].due_day);
        tell_instant(t, SAY("Oprettet"), tasks.at[i].made_at);
        tell_instant(t, SAY("Udført"), tasks.at[i].done_at);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    task_erase(db, db_now(db), citizen);
}

const struct holding task_holding = {
    .title = SAY("Opgaver"),
    .goes = SAY("Opgavernes ord. Åbne opgaver lukkes."),
    .stays = SAY("Hvor mange opgaver, og hvornår de blev udført."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
