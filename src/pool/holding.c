/* SPDX-License-Identifier: MIT
 * holding.c: what pools hold about a citizen: which money was held for her placements. */
#include "pool/pages.h"

static const struct seen_word seen[] = {
    { "pool_", SAY("puljepenge til en praktik") },
    { 0 },
};

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct pool_reservation_row_list rows = pool_of_citizen(db, citizen);

    tell_table(t, SAY("Puljepenge"));
    for (size_t i = 0; i < rows.count; i++) {
        tell_row(t);
        tell_text(t, SAY("Pulje"), rows.at[i].pool_name);
        tell_text(t, SAY("Kroner"), arena_format(t->arena, "%lld", (long long)rows.at[i].amount));
        tell_text(t, SAY("Til hvad"), rows.at[i].what);
        tell_code(t, SAY("Status"), "pool_state", rows.at[i].state);
        tell_day(t, SAY("Dag"), rows.at[i].state_day);
    }
}

const struct holding pool_holding = {
    .title = SAY("Puljepenge"),
    .goes = SAY("Ordene om, hvad pengene var til."),
    .stays = SAY("Beløb og dage, til puljens regnskab."),
    .seen = seen,
    .tell = tell,
    .erase = pool_erase,
};
