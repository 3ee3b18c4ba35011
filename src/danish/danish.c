/* SPDX-License-Identifier: MIT
 * danish.c: modules passed, and the pace in words. */
#include "danish/danish.h"

#include "base/text.h"
#include "engine/journal.h"
#include "law/glossary.h"

bool danish_pass(struct db *db, struct citizen_id citizen, const char *track, int64_t module, day on, const char *source)
{
    struct arena *arena = db_arena(db);
    int64_t event = journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = EVENT_FACT_SET,
        .code = "danish_module",
        .subject = { SUBJECT_CITIZEN, citizen.n },
        .at = day_begin(on),
        .is_day = true,
        .fields = { { "value", arena_format(arena, "%lld", (long long)module) }, { "from", day_iso(arena, on) } },
    });
    struct danish_step_id id = danish_step_insert(db, &(struct danish_step_insert_in){
        .citizen = citizen, .track = track, .module = module, .passed_day = on, .source = source, .event = event,
        .noted_by = { db_actor(db).id } });

    if (id.n == 0)
        journal_void(db, event);
    return id.n != 0;
}

bool danish_unpass(struct db *db, struct citizen_id citizen, struct danish_step_id step)
{
    struct danish_step_row_list rows = danish_steps(db, citizen);

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].id.n == step.n) {
            journal_void(db, rows.at[i].event);
            return danish_step_drop(db, step, citizen) > 0;
        }
    return false;
}

struct danish_standing danish_standing(struct db *db, struct citizen_id citizen, const char *track)
{
    struct danish_standing standing = { .track = danish_track_on(danish_tracks_kept(), track, db_today(db)) };
    struct danish_step_row_list rows = { 0 };
    size_t count = 0;

    if (standing.track == NULL)
        return standing;
    rows = danish_steps(db, citizen);
    struct danish_mark *marks = arena_array(db_arena(db), rows.count + 1, sizeof *marks);
    for (size_t i = 0; i < rows.count; i++)
        if (text_is(rows.at[i].track, track))
            marks[count++] = (struct danish_mark){ rows.at[i].module, rows.at[i].passed_day };
    standing.pace = danish_pace(marks, count, standing.track->modules);
    return standing;
}

/* "Fra 5. jan. 2026 til 6. mar. 2026: 60 dage for 1 modul, 60 dage hvert." */
static const char *arithmetic(struct arena *arena, enum language language, const struct pace *pace)
{
    const char *span = arena_format(arena, "%s–%s", say_day_year(arena, language, pace->first.on),
                                    say_day_year(arena, language, pace->last.on));

    return say_with(arena, language, "{1}: {2} dage for {3}.", span, arena_format(arena, "%lld", (long long)pace->days),
                    pace->modules == 1 ? say(language, "et modul")
                                       : say_with(arena, language, "{1} moduler, {2} dage hvert",
                                                  arena_format(arena, "%lld", (long long)pace->modules),
                                                  arena_format(arena, "%lld", (long long)pace->days_each), NULL),
                    NULL);
}

static const char *known_say(struct arena *arena, enum language language, const struct pace *pace, day today)
{
    const char *sum = say_with(arena, language, "{1} + {2} dage = {3}.", say_day_year(arena, language, pace->last.on),
                               arena_format(arena, "%lld", (long long)pace->days_each),
                               say_day_year(arena, language, pace->next_day), NULL);

    return arena_format(arena, "%s %s%s%s", arithmetic(arena, language, pace), sum, pace->next_day < today ? " " : "",
                        pace->next_day < today ? say(language, "Dagen er gået, uden at næste modul er skrevet.") : "");
}

const char *danish_pace_say(struct arena *arena, enum language language, const struct danish_standing *standing, day today)
{
    static const char *const words[PACE_WHY_COUNT] = {
        [PACE_NOTHING] = SAY("Ikke kendt: ingen moduler er skrevet."),
        [PACE_ONE] = SAY("Ikke kendt: der skal to dage til, for eksempel den første dag og et modul."),
        [PACE_BACKWARDS] = SAY("Ikke kendt: et senere modul har en tidligere dag. Ret dagene."),
        [PACE_DONE] = SAY("Alle moduler er bestået. Det næste er prøven."),
    };

    if (standing->track == NULL)
        return say(language, "Ikke kendt: der er ingen danskuddannelse med moduler på stamdata.");
    if (standing->pace.why != PACE_KNOWN)
        return say(language, words[standing->pace.why]);
    return known_say(arena, language, &standing->pace, today);
}
