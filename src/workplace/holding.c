/* SPDX-License-Identifier: MIT
 * holding.c: what is held about a citizen and work: wishes, what she can, what a place must fit with. */
#include "law/glossary.h"
#include "workplace/workplace.h"

static const struct seen_word seen[] = {
    { "citizen_work_", SAY("ønsker og hensyn til arbejde") },
    { "citizen_work_put", SAY("skrev ønsker og hensyn til arbejde") },
    { "citizen_function", SAY("jobfunktioner, borgeren ønsker og kan") },
    { "market_wish", SAY("ønsker om sprogmakker eller plads på hold") },
    { 0 },
};

static void tell_limits(struct telling *t, const struct citizen_work_told_row *row)
{
    tell_row(t);
    tell_day(t, SAY("Kan begynde"), row->from_day);
    if (row->hours_max > 0)
        tell_text(t, SAY("Timer om ugen, højst"), say_number(t->arena, t->language, row->hours_max));
    if (row->commute_max > 0)
        tell_text(t, SAY("Minutter hver vej, højst"), arena_format(t->arena, "%lld", (long long)row->commute_max));
    tell_text(t, SAY("Kan ikke"), work_bits_words(t->arena, (int)t->language, "work_load", row->cannot));
    tell_text(t, SAY("Skal skånes for"), work_bits_words(t->arena, (int)t->language, "work_load", row->careful));
    tell_text(t, SAY("Attester og beviser"), work_bits_words(t->arena, (int)t->language, "certificate", row->certificates));
    tell_day(t, SAY("Foreslås ikke før"), row->parked_until_day);
    tell_text(t, SAY("Fordi"), row->parked_words);
    tell_instant(t, SAY("Skrevet"), row->written_at);
}

static void tell(struct db *db, struct telling *t, struct citizen_id citizen)
{
    struct citizen_work_told_row row;
    struct citizen_function_told_row_list functions = citizen_function_told(db, citizen);

    tell_table(t, SAY("Hvad arbejde skal passe med"));
    if (citizen_work_told(db, citizen, &row))
        tell_limits(t, &row);
    tell_table(t, SAY("Jobfunktioner"));
    for (size_t i = 0; i < functions.count; i++) {
        tell_row(t);
        tell_text(t, functions.at[i].kind[0] == 'w' ? SAY("Ønsker") : SAY("Kan"), functions.at[i].words);
    }
    struct market_wish_row_list others = market_wishes_of(db, citizen);
    tell_table(t, SAY("Søger også"));
    for (size_t i = 0; i < others.count; i++) {
        tell_row(t);
        tell_code(t, SAY("Hvad"), "market_kind", others.at[i].kind);
        tell_code(t, SAY("Branche"), "branch", others.at[i].branch);
        tell_instant(t, SAY("Siden"), others.at[i].wished_at);
    }
}

static void erase(struct db *db, struct citizen_id citizen)
{
    citizen_work_erase(db, citizen);
    citizen_function_erase(db, citizen);
    market_wish_erase(db, citizen);
}

const struct holding workplace_holding = {
    .title = SAY("Ønsker og hensyn til arbejde"),
    .goes = SAY("Ønsker, hensyn og alt om, hvad arbejde skal passe med."),
    .stays = SAY("Intet."),
    .seen = seen,
    .tell = tell,
    .erase = erase,
};
