/* SPDX-License-Identifier: MIT
 * holding.c: what overview itself holds about a citizen: why a deadline was closed without being met. */
#include "overview/pages.h"
#include "overview_sql.h"

static const struct seen_word seen[] = {
    { "today_", SAY("I dag") },
    { "obligation_", SAY("frister") },
    { "obligation_reason_insert", SAY("lukkede en frist med grund") },
    { "citizen_journal", SAY("journalen") },
    { "citizen_seen_by", SAY("hvem der har set sagen") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct obligation_reason_told_row_list reasons = obligation_reason_told(db, citizen);

    tell_table(t, SAY("Frister lukket med grund"));
    for (size_t i = 0; i < reasons.count; i++) {
        tell_row(t);
        tell_instant(t, SAY("Skrevet"), reasons.at[i].written_at);
        tell_text(t, SAY("Af"), reasons.at[i].author_name);
        tell_text(t, SAY("Ord"), reasons.at[i].words);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    obligation_reason_erase(db, citizen);
}

const struct holding overview_holding = {
    .title = SAY("Frister"),
    .goes = SAY("Ordene, når en frist blev lukket med grund."),
    .stays = SAY("Hvilke frister der var, og om de blev holdt."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
