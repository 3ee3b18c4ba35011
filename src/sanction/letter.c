/* SPDX-License-Identifier: MIT
 * letter.c: what the hearing and the decision say. Facts of the case, the paragraphs, and the two texts the law asks
 * for (FVL §§ 19, 22-25): never an opinion of the program's. */
#include "sanction/letter.h"

#include "base/text.h"
#include "law/glossary.h"
#include "rates/rates.h"
#include "sanction/words.h"

enum { SECTIONS_MAX = 6 };

struct writing {
    struct arena *arena;
    struct document_section at[SECTIONS_MAX];
    size_t count;
};

static void add(struct writing *w, const char *title, const char *words)
{
    w->at[w->count++] = (struct document_section){ title, words };
}

static struct document_sections written(const struct writing *w)
{
    struct document_section *kept = arena_array(w->arena, w->count, sizeof *kept);

    for (size_t i = 0; i < w->count; i++)
        kept[i] = w->at[i];
    return (struct document_sections){ kept, w->count };
}

/* "– mandag 2. marts 2026: Introduktionsforløb", a line a day. */
static const char *days_words(struct arena *arena, const struct sanction_file *file)
{
    struct text words = text_new(arena);

    for (size_t i = 0; i < file->absences.count; i++)
        text_add_format(&words, "%s– %s: %s", i > 0 ? "\n" : "",
                        say_day_long(arena, LANGUAGE_DA, file->absences.at[i].absent_day),
                        sanction_what(LANGUAGE_DA, &file->absences.at[i]));
    return text_done(&words);
}

/* What each source has said, with its day. */
static const char *known_words(struct arena *arena, const struct sanction_file *file)
{
    struct text words = text_new(arena);

    for (size_t i = 0; i < file->steps.count; i++) {
        const struct sanction_step_row *step = &file->steps.at[i];
        if (step->undone_at != INSTANT_NONE || !text_is(step->kind, sanction_step_codes[STEP_CAME]))
            continue;
        text_add_format(&words, "%s– %s, %s: %s.", words.length > 0 ? "\n" : "",
                        glossary_label_or_code(LANGUAGE_DA, "absence_source", step->source),
                        say_day_year(arena, LANGUAGE_DA, step->happened_day),
                        glossary_label_or_code(LANGUAGE_DA, "sanction_evidence", step->choice));
        if (!text_is_blank(step->words))
            text_add_format(&words, " %s", step->words);
    }
    return words.length > 0 ? text_done(&words) : "Ingen af dem, vi har spurgt, har svaret.";
}

static const char *paragraph_of(const struct sanction_file *file)
{
    return text_is(file->row.kind, sanction_kind_codes[SANCTION_TALK]) ? "§ 37" : "§ 36";
}

struct document_sections sanction_hearing(struct db *db, const struct sanction_file *file, day deadline)
{
    struct writing w = { .arena = db_arena(db) };

    add(&w, "Det drejer sig om", arena_format(w.arena, "Vi har noteret, at du ikke mødte:\n%s", days_words(w.arena, file)));
    add(&w, "Det ved vi", known_words(w.arena, file));
    add(&w, "Hvad det kan betyde",
        arena_format(w.arena, "Hvis du ikke havde en rimelig grund, kan kommunen trække penge fra i din hjælp (lov om aktiv "
                              "socialpolitik § 35 og %s). Der er ikke truffet nogen afgørelse.", paragraph_of(file)));
    add(&w, "Dit svar",
        arena_format(w.arena, "Du kan svare til og med %s: på papir, i telefonen eller til din sagsbehandler. Var du syg, eller "
                              "havde du en anden grund, så skriv eller vis det, for eksempel en sms, du sendte. Du kan bede om "
                              "længere tid. Svarer du ikke, bruger vi det, vi ved (forvaltningsloven §§ 19-21).",
                     say_day_long(w.arena, LANGUAGE_DA, deadline)));
    return written(&w);
}

/* What was decided, in days and, when the rates are verified, in kroner. */
static const char *outcome_words(struct arena *arena, const struct sanction_file *file, const struct sanction_ruling *ruling)
{
    if (!ruling->is_sanction)
        return "Der trækkes ikke penge fra i din hjælp.";
    if (ruling->rate == 0)
        return arena_format(arena, "Der trækkes for %lld dage i din hjælp (lov om aktiv socialpolitik § 35 og %s).",
                            (long long)ruling->days, paragraph_of(file));
    return arena_format(arena, "Der trækkes for %lld dage i din hjælp: %lld × %lld kr. = %lld kr. (lov om aktiv "
                               "socialpolitik § 35 og %s).%s",
                        (long long)ruling->days, (long long)ruling->days, (long long)ruling->rate,
                        (long long)(ruling->days * ruling->rate), paragraph_of(file),
                        ruling->is_test ? " Tallene er opdigtede: øvelse." : "");
}

static const char *answer_words(struct arena *arena, const struct sanction_file *file)
{
    const struct sanction_step_row *heard = sanction_step_of(file, STEP_HEARD), *answered = sanction_step_of(file, STEP_ANSWERED);

    if (heard == NULL)
        return "Du er ikke partshørt.";
    if (answered == NULL)
        return arena_format(arena, "Du er partshørt %s. Du har ikke svaret.", say_day_year(arena, LANGUAGE_DA, heard->happened_day));
    return arena_format(arena, "Du er partshørt %s. Du svarede %s: %s", say_day_year(arena, LANGUAGE_DA, heard->happened_day),
                        say_day_year(arena, LANGUAGE_DA, answered->happened_day), answered->words);
}

struct document_sections sanction_decision(struct db *db, const struct sanction_file *file, const struct sanction_ruling *ruling)
{
    struct writing w = { .arena = db_arena(db) };
    const struct law_version *weeks = law_value_on(rates_law(db), "appeal_weeks", db_today(db));

    add(&w, "Afgørelse", outcome_words(w.arena, file, ruling));
    add(&w, "Det drejer sig om", days_words(w.arena, file));
    add(&w, "Dit svar", answer_words(w.arena, file));
    add(&w, "Begrundelse", ruling->grounds);
    add(&w, "Klage",
        arena_format(w.arena, "Du kan klage til kommunen senest %lld uger efter, at du har fået afgørelsen: på papir, i "
                              "telefonen eller på mail. Kommunen ser på sagen igen og sender den videre til Ankestyrelsen, hvis "
                              "den holder fast (retssikkerhedsloven §§ 66-67, forvaltningsloven § 25).",
                     (long long)(weeks->value / 1000)));
    return written(&w);
}

static const char *guided_words(struct arena *arena, const struct sanction_file *file)
{
    return file->facts.guided == DAY_NONE ? "Der er ikke vejledt skriftligt."
                                          : arena_format(arena, "Du er vejledt skriftligt %s.",
                                                         say_day_year(arena, LANGUAGE_DA, file->facts.guided));
}

struct letter_made sanction_print_hearing(struct db *db, const struct sanction_file *file, day deadline)
{
    struct arena *arena = db_arena(db);
    const struct letter_value values[] = {
        { "sag.haendelse", days_words(arena, file) },
        { "sag.oplysninger", known_words(arena, file) },
        { "sag.vejledt", guided_words(arena, file) },
        { "sag.lov", arena_format(arena, "Lov om aktiv socialpolitik § 35 og %s", paragraph_of(file)) },
        { "sag.frist", say_day_long(arena, LANGUAGE_DA, deadline) },
    };

    return letter_make(db, &(struct letter_order){
        .citizen = file->row.citizen, .code = "partshoering", .scheme = file->row.scheme, .language = "own",
        .values = { values, sizeof values / sizeof *values } });
}

struct document_id sanction_make_letter(struct db *db, const struct sanction_file *file, const char *code,
                                        struct document_sections sections)
{
    const char *title = text_is(code, "partshoering") ? "Partshøring om fravær" : "Afgørelse om fravær";

    return document_make(db, &(struct document_order){
        .citizen = file->row.citizen, .scheme = file->row.scheme, .code = code, .language = "da", .variant = "",
        .title = title, .extra = sections });
}
