/* SPDX-License-Identifier: MIT
 * letter.c: what a case puts into the fields of the hearing and the decision (FVL §§ 19, 22-25): its facts, its
 * paragraphs and the words of whoever decides. */
#include "sanction/letter.h"

#include "base/text.h"
#include "law/glossary.h"
#include "rates/rates.h"
#include "sanction/words.h"

enum { VALUES_MAX = 6 };

/* "– mandag 2. marts 2026: Introduktionsforløb", a line a day. */
static const char *days_words(struct arena *arena, const struct sanction_file *file)
{
    struct text words = text_new(arena);

    for (size_t i = 0; i < file->absences.count; i++)
        text_add_format(&words, "%s– %s: %s%s", i > 0 ? "\n" : "",
                        say_day_long(arena, LANGUAGE_DA, file->absences.at[i].absent_day),
                        sanction_what(LANGUAGE_DA, &file->absences.at[i]),
                        sanction_part_words(arena, LANGUAGE_DA, &file->absences.at[i]));
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

static const char *guided_words(struct arena *arena, const struct sanction_file *file)
{
    return file->facts.guided == DAY_NONE ? "Der er ikke vejledt skriftligt."
                                          : arena_format(arena, "Du er vejledt skriftligt %s.",
                                                         say_day_year(arena, LANGUAGE_DA, file->facts.guided));
}

/* Money was taken by the decision that this one replaces, and this one takes less or more. */
static const char *already_words(const struct sanction_file *file)
{
    return file->facts.change == CHANGE_NONE ? "" : " Penge, der allerede er trukket i denne sag, bliver regnet med. Er der trukket for meget, bliver det betalt tilbage.";
}

/* What was decided, in days and, when the rates are verified, in kroner. */
static const char *outcome_words(struct arena *arena, const struct sanction_file *file, const struct sanction_ruling *ruling)
{
    if (!ruling->is_sanction)
        return file->facts.is_deducted ? "Der trækkes ikke penge fra i din hjælp. Penge, der allerede er trukket i denne sag, bliver betalt tilbage."
                                       : "Der trækkes ikke penge fra i din hjælp.";
    if (ruling->sharpened != NULL)
        return arena_format(arena, "Du får en skærpet rådighedssanktion: %s.%s",
                            sanction_months_words(arena, LANGUAGE_DA, ruling->sharpened), already_words(file));
    if (ruling->rate == 0)
        return arena_format(arena, "Der trækkes for %lld dage i din hjælp (lov om aktiv socialpolitik § 35 og %s).%s",
                            (long long)ruling->days, paragraph_of(file), already_words(file));
    return arena_format(arena, "Der trækkes for %lld dage i din hjælp: %lld × %lld kr. = %lld kr. (lov om aktiv "
                               "socialpolitik § 35 og %s).%s%s",
                        (long long)ruling->days, (long long)ruling->days, (long long)ruling->rate,
                        (long long)(ruling->days * ruling->rate), paragraph_of(file),
                        ruling->is_test ? " Tallene er opdigtede: øvelse." : "", already_words(file));
}

/* A decision that replaces another names it. */
static const char *anew_words(struct arena *arena, const struct sanction_file *file, const char *words)
{
    const struct sanction_step_row *ruled = sanction_step_of(file, STEP_DECIDED);

    if (!file->facts.is_reopened || ruled == NULL)
        return words;
    return arena_format(arena, "%s\n\nVi har set på sagen igen. Denne afgørelse træder i stedet for afgørelsen af %s.", words,
                        say_day_year(arena, LANGUAGE_DA, ruled->happened_day));
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

static const char *law_words(struct arena *arena, const struct sanction_file *file)
{
    return arena_format(arena, "Lov om aktiv socialpolitik §§ 13 og 35 og %s", paragraph_of(file));
}

/* An order with room for its values: fields are added one by one. */
static struct letter_order order_of(struct arena *arena, const struct sanction_file *file, const char *code,
                                    const struct letter_value values[VALUES_MAX])
{
    struct letter_value *kept = arena_array(arena, VALUES_MAX, sizeof *kept);
    size_t count = 0;

    for (; count < VALUES_MAX && values[count].name != NULL; count++)
        kept[count] = values[count];
    return (struct letter_order){ .citizen = file->row.citizen, .code = code, .scheme = file->row.scheme, .language = "own",
                                  .values = { kept, count } };
}

struct letter_order sanction_hearing(struct db *db, const struct sanction_file *file, day deadline)
{
    struct arena *arena = db_arena(db);
    struct letter_order order = order_of(arena, file, "partshoering", (const struct letter_value[VALUES_MAX]){
        { "sag.haendelse", days_words(arena, file) },
        { "sag.oplysninger", known_words(arena, file) },
        { "sag.vejledt", guided_words(arena, file) },
        { "sag.lov", law_words(arena, file) },
        { "sag.foelge", "Hvis du ikke havde en rimelig grund, kan kommunen trække penge fra i din hjælp." },
    });
    struct letter_day *until = arena_alloc(arena, sizeof *until);

    *until = (struct letter_day){ "sag.frist", deadline };
    order.days = (struct letter_days){ until, 1 };
    return order;
}

struct letter_order sanction_decision(struct db *db, const struct sanction_file *file, const struct sanction_ruling *ruling)
{
    struct arena *arena = db_arena(db);
    const struct law_version *weeks = law_value_on(rates_law(db), "appeal_weeks", db_today(db));

    return order_of(arena, file, "afgoerelse", (const struct letter_value[VALUES_MAX]){
        { "sag.afgoerelse", anew_words(arena, file, outcome_words(arena, file, ruling)) },
        { "sag.haendelse", days_words(arena, file) },
        { "sag.svar", answer_words(arena, file) },
        { "sag.begrundelse", ruling->grounds },
        { "sag.lov", law_words(arena, file) },
        { "sag.klagefrist", arena_format(arena, "%lld uger efter, at du har fået afgørelsen", (long long)(weeks->value / 1000)) },
    });
}
