/* SPDX-License-Identifier: MIT
 * words.c: the facts of a case in words. */
#include "sanction/words.h"

#include "base/text.h"

const char *sanction_what(enum language language, const struct sanction_absence_row *absence)
{
    return absence->meeting.n != 0 ? say(language, "samtale") : absence->what;
}

const char *absence_what(enum language language, const struct absence_waiting *absence)
{
    return absence->meets_at != INSTANT_NONE ? say(language, "samtale") : absence->what;
}

static const char *hours_words(struct arena *arena, enum language language, int64_t minutes)
{
    return say_number(arena, language, (minutes * 100 + 30) / 60);
}

const char *sanction_part_words(struct arena *arena, enum language language, const struct sanction_absence_row *absence)
{
    if (absence->away_minutes == 0)
        return "";
    return say_with(arena, language, ", {1} af {2} timer", hours_words(arena, language, absence->away_minutes),
                    hours_words(arena, language, absence->day_minutes), NULL);
}

/* {1} is the day that matters. */
static const char *const why_words[SANCTION_WHY_COUNT] = {
    [SANCTION_FINE] = "",
    [SANCTION_OVER] = SAY("Sagen er slut."),
    [SANCTION_TOO_LATE] = SAY("Det er for sent: de tre hele kalendermåneder sluttede {1}. Sagen skal stoppes."),
    [SANCTION_SUPPORT_FIRST] = SAY("Ordningen møder fravær med støtte: ring til borgeren først, og skriv det ned."),
    [SANCTION_EXCUSED] = SAY("Fraværet er lovligt: sygdom eller en anden grund er vist. Sagen skal stoppes."),
    [SANCTION_NO_GUIDANCE] = SAY("Stop: der er ikke vejledt skriftligt."),
    [SANCTION_GUIDED_AFTER] = SAY("Stop: vejledningen blev givet {1}, og det er ikke før fraværet."),
    [SANCTION_LANGUAGE] = SAY("Stop: vejledningen er på et sprog, som borgeren ikke står til at læse."),
    [SANCTION_NO_CONTACT] = SAY("Prøv først at få kontakt med borgeren."),
    [SANCTION_NO_SOURCE] = SAY("Spørg først mindst én, der ved noget om fraværet."),
    [SANCTION_SOURCE_OPEN] = SAY("Der ventes endnu svar fra en, der er spurgt."),
    [SANCTION_ADDRESS] = SAY("Adressen er beskyttet, eller der er ingen. Brevet skal frem ad en anden vej end posten."),
    [SANCTION_NOT_HEARD] = SAY("Borgeren er ikke partshørt."),
    [SANCTION_DEADLINE_RUNS] = SAY("Fristen for at svare løber til og med {1}."),
    [SANCTION_NO_ANSWER] = SAY("Fristen er gået: skriv, om borgeren svarede."),
    [SANCTION_NOT_ASSESSED] = SAY("Ingen har vurderet, om der var rimelige grunde."),
    [SANCTION_PROMOTION] = SAY("Borgeren er aktivitetsparat: skriv, om en sanktion fremmer rådigheden."),
    [SANCTION_REASONABLE] = SAY("Der er fundet rimelige grunde. Sagen skal stoppes."),
    [SANCTION_NOT_RECOMMENDED] = SAY("Sagen er ikke indstillet til ydelsesenheden."),
    [SANCTION_NOT_BENEFITS] = SAY("Kun ydelsesenheden afgør."),
    [SANCTION_SAME_PERSON] = SAY("Den, der har vurderet eller indstillet sagen, må ikke afgøre den."),
    [SANCTION_NOT_DECIDED] = SAY("Der er ingen sanktion at gennemføre."),
    [SANCTION_FIRST] = SAY("En skærpet sanktion kræver en tidligere afgørelse om sanktion."),
    [SANCTION_ACTIVITY_READY] = SAY("En skærpet sanktion gives ikke til aktivitetsparate."),
    [SANCTION_NOT_WARNED] = SAY("Borgeren er ikke vejledt skriftligt om den skærpede sanktion før fraværet."),
    [SANCTION_SPOUSE] = SAY("Ægtefællen er ikke vejledt skriftligt om den skærpede sanktion."),
    [SANCTION_WILL] = SAY("Ingen har vurderet, at viljen til at stå til rådighed mangler."),
    [SANCTION_NOT_RULED] = SAY("Der er ingen afgørelse at genoptage."),
    [SANCTION_DECIDE_ANEW] = SAY("Sagen er genoptaget: den skal afgøres på ny, ikke stoppes."),
};

static day day_in(enum sanction_why why, const struct sanction_facts *facts)
{
    switch (why) {
    case SANCTION_TOO_LATE: return facts->limit;
    case SANCTION_GUIDED_AFTER: return facts->guided;
    case SANCTION_DEADLINE_RUNS: return facts->deadline;
    default: return DAY_NONE;
    }
}

const char *sanction_why_words(struct arena *arena, enum language language, enum sanction_why why,
                               const struct sanction_facts *facts)
{
    const char *words = say_with(arena, language, why_words[why], say_day_year(arena, language, day_in(why, facts)), NULL);
    const char *law = sanction_law(why);

    return text_is_blank(law) ? words : arena_format(arena, "%s (%s)", words, law);
}

static const char *count_words(struct arena *arena, enum language language, int64_t count)
{
    return count == 1 ? say(language, "1 dag")
                      : say_with(arena, language, "{1} dage", arena_format(arena, "%lld", (long long)count), NULL);
}

const char *sanction_days_words(struct arena *arena, enum language language, const struct sanction_file *file)
{
    struct sanction_days days = sanction_days_of(file);
    const struct sanction_step_row *restored = sanction_step_of(file, STEP_RESTORED);
    const char *count = count_words(arena, language, days.count);
    const char *first = say_day_year(arena, language, days.first), *last = say_day_year(arena, language, days.last);

    if (text_is(file->row.kind, sanction_kind_codes[SANCTION_OFFER]) && days.part_days > 0)
        return say_with(arena, language, "{1} med ulovligt fravær hele dagen, talt hver for sig (LAS § 36); {2} med fravær en del af dagen, som ikke er talt med",
                        count, count_words(arena, language, days.part_days), NULL);
    if (text_is(file->row.kind, sanction_kind_codes[SANCTION_OFFER]))
        return say_with(arena, language, "{1} med ulovligt fravær, talt hver for sig (LAS § 36)", count, NULL);
    if (days.is_running)
        return say_with(arena, language, "fra og med {1} til i dag: {2}, og det løber, til kontakten er genoprettet (LAS § 37)",
                        first, count, NULL);
    if (restored->happened_day <= days.first)
        return say_with(arena, language, "{1}: kontakten var genoprettet samme dag, og samtalens dag tæller altid: {2} (LAS § 37)",
                        first, count, NULL);
    return say_with(arena, language, "fra og med {1} til og med {2}, dagen før kontakten var genoprettet: {3} (LAS § 37)", first,
                    last, count, NULL);
}

const char *sanction_months_words(struct arena *arena, enum language language, const char *months)
{
    int64_t count = 0;

    if (!text_to_int(months, &count))
        return months;
    return count == 1 ? say(language, "1 måned (LAS § 40 a)") : say_with(arena, language, "{1} måneder (LAS § 40 a)", months, NULL);
}
