/* SPDX-License-Identifier: MIT
 * check_line.c: the checks of rules.h in words, each with its numbers, also when all is well: trust comes
 * from seeing the sum. */
#include "base/text.h"
#include "placement/pages.h"

static const char *const sources[PLACEMENT_CHECK_COUNT] = {
    [CHECK_START] = SAY("Hedensted-modellen, 003:152"),
    [CHECK_LENGTH] = SAY("Hedensted-modellen, 003:162"),
    [CHECK_LANGUAGE] = SAY("Hedensted-modellen, 003:164"),
    [CHECK_PARTIES] = SAY("Hedensted-modellen, 003:176"),
    [CHECK_EXPECTATIONS] = SAY("Hedensted-modellen, 003:178"),
    [CHECK_PAID] = SAY("IPS, 000:15"),
};

static const struct {
    const char *words, *class;
} states[STATE_COUNT] = {
    [STATE_FINE] = { SAY("i orden"), "ok" },
    [STATE_LOOK] = { SAY("se på"), "warn" },
    [STATE_NOT_YET] = { SAY("endnu ikke"), "wait" },
    [STATE_NOT_ASKED] = { SAY("ikke relevant"), "no" },
};

static const char *whole(struct request *r, int64_t number)
{
    return arena_format(r->arena, "%lld", (long long)number);
}

static const char *say_start(struct request *r, const struct placement_facts *facts, const struct check_answer *answer)
{
    const char *end = say_weekday_day(r->arena, r->language, answer->first);
    const char *first = say_weekday_day(r->arena, r->language, answer->last);

    if (answer->why == WHY_NO_COURSE)
        return say(r->language, "Der er ikke noget forløb at begynde efter.");
    if (answer->why == WHY_OVERLAPS)
        return say_with(r->arena, r->language, "Forløbet slutter {1}. Praktikken begynder {2}, før det er slut.", end,
                        say_weekday_day(r->arena, r->language, facts->from), NULL);
    if (answer->why == WHY_LATE)
        return say_with(r->arena, r->language, "Forløbet slutter {1}, næste arbejdsdag er {2}. Det giver et hul på {3} dage.",
                        end, first, whole(r, facts->from - answer->last), NULL);
    return say_with(r->arena, r->language, "Forløbet slutter {1}, næste arbejdsdag er {2}.", end, first, NULL);
}

static const char *say_length(struct request *r, const struct check_answer *answer)
{
    if (answer->state == STATE_NOT_ASKED)
        return say(r->language, "Gælder kun virksomhedspraktik.");
    if (answer->state == STATE_NOT_YET)
        return say(r->language, "Skriv den sidste dag.");
    return say_with(r->arena, r->language, "{1} uger. Ordningen: 3-6 måneder, altså sidste dag mellem {2} og {3}.",
                    whole(r, answer->a), say_day_year(r->arena, r->language, answer->first),
                    say_day_year(r->arena, r->language, answer->last), NULL);
}

static const char *say_language(struct request *r, const struct check_answer *answer, const char *const *lessons)
{
    if (answer->state == STATE_NOT_ASKED)
        return say(r->language, "Ingen danskundervisning på hold i perioden.");
    if (answer->state == STATE_NOT_YET)
        return say(r->language, "Skriv mødetiden, så ser vi efter sammenstød.");
    if (answer->why == WHY_CLASH)
        return say_with(r->arena, r->language, "Støder sammen med {1}.", lessons[answer->lesson], NULL);
    return say(r->language, "Undervisningen ligger uden for arbejdstiden.");
}

static const char *say_places(struct request *r, const struct check_answer *answer)
{
    if (answer->why == WHY_NO_PLACE)
        return say(r->language, "En ansættelse bruger ingen af de pladser, virksomheden tilbyder.");
    return say_with(r->arena, r->language, "I brug {1} + denne 1 = {2} af {3} pladser.", whole(r, answer->a),
                    whole(r, answer->a + answer->b), whole(r, answer->c), NULL);
}

static const char *say_company(struct request *r, const struct check_answer *answer)
{
    if (answer->why == WHY_NEVER)
        return say(r->language, "Virksomheden har sagt, at den ikke ønsker det.");
    if (answer->why == WHY_PAUSING && answer->last == DAY_NONE)
        return say(r->language, "Virksomheden holder pause indtil videre.");
    if (answer->why == WHY_PAUSING)
        return say_with(r->arena, r->language, "Virksomheden holder pause til {1}.",
                        say_day_year(r->arena, r->language, answer->last), NULL);
    return say(r->language, "Virksomheden vil gerne.");
}

static const char *say_week(struct request *r, const struct check_answer *answer)
{
    return say_with(r->arena, r->language, "{1} + {2} timers dansk = {3} timer af 37.",
                    say_number(r->arena, r->language, answer->a), say_number(r->arena, r->language, answer->b),
                    say_number(r->arena, r->language, answer->c), NULL);
}

static const char *calculation(struct request *r, const struct placement_facts *facts, enum placement_check check,
                               const struct check_answer *answer, const char *const *lessons)
{
    switch (check) {
    case CHECK_PLACES:
        return say_places(r, answer);
    case CHECK_COMPANY:
        return say_company(r, answer);
    case CHECK_START:
        return say_start(r, facts, answer);
    case CHECK_LENGTH:
        return say_length(r, answer);
    case CHECK_LANGUAGE:
        return say_language(r, answer, lessons);
    case CHECK_WEEK:
        return say_week(r, answer);
    case CHECK_PARTIES:
        return say_with(r->arena, r->language, "{1} af 4 parter er indbudt til første møde.", whole(r, answer->a), NULL);
    case CHECK_MENTOR:
        return answer->state == STATE_FINE ? say(r->language, "En kollega på stedet er aftalt.")
                                           : say(r->language, "Hvem på stedet spørger man? Kan aftales senere.");
    case CHECK_EXPECTATIONS:
        return say_with(r->arena, r->language, "{1} af 3 parter har sagt, hvad de forventer. Kan skrives senere.",
                        whole(r, answer->a), NULL);
    case CHECK_PAID:
        return say(r->language, answer->state == STATE_LOOK ? SAY("Borgeren er i en ordning, der går direkte efter lønnede timer.")
                                : answer->state == STATE_FINE ? SAY("Lønnede timer fra begyndelsen.")
                                                              : SAY("Ingen af borgerens ordninger kræver det."));
    case PLACEMENT_CHECK_COUNT:
        break;
    }
    return "";
}

struct check_lines check_lines_of(struct request *r, const struct placement_facts *facts, const char *const *lessons)
{
    struct check_lines lines = { arena_array(r->arena, PLACEMENT_CHECK_COUNT, sizeof *lines.at), PLACEMENT_CHECK_COUNT };

    for (int check = 0; check < PLACEMENT_CHECK_COUNT; check++) {
        struct check_answer answer = placement_check(facts, (enum placement_check)check);
        lines.at[check] = (struct check_line){
            .check = (enum placement_check)check,
            .code = placement_check_codes[check],
            .state = say(r->language, states[answer.state].words),
            .class = states[answer.state].class,
            .calculation = calculation(r, facts, (enum placement_check)check, &answer, lessons),
            .source = sources[check] == NULL ? "" : say(r->language, sources[check]),
            /* Paid hours first is a scheme's own rule, which asks for its reason itself. */
            .reason_name = answer.state == STATE_LOOK && check != CHECK_PAID
                               ? arena_format(r->arena, "grund_%s", placement_check_codes[check]) : NULL,
        };
    }
    return lines;
}
