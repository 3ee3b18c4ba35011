/* SPDX-License-Identifier: MIT
 * person.c: who comes to the municipality: an invented person, the family at home, and those who follow a
 * family member later. */
#include "base/text.h"
#include "citizen/citizen.h"
#include "simulate/life.h"
#include "simulate/names.h"

enum { FOLLOWS_AFTER_DAYS = 120, CHILDREN_MAX = 4, CHILD_YEARS_MAX = 17 };

static const char *pick(struct life *life, struct sentences from)
{
    return chance_pick(&life->chance, from.at, from.count);
}

/* Somebody who has been here a while and whose family may come now, or NULL. */
static struct person *who_waits(struct life *life, const struct person *person)
{
    if (!life_of(life, 12))
        return NULL;
    for (int i = 0; i < life->person_count; i++) {
        struct person *other = &life->people[i];
        if (other != person && other->has_family_away && other->came_on + FOLLOWS_AFTER_DAYS < life->today)
            return other;
    }
    return NULL;
}

/* Origin, sex and name; a spouse who follows has the family's. */
static void name_person(struct life *life, struct person *person)
{
    struct person *spouse = who_waits(life, person);

    person->origin = spouse == NULL ? (int)life_between(life, 0, origin_count - 1) : spouse->origin;
    person->is_woman = spouse == NULL ? life_of(life, 52) : !spouse->is_woman;
    const struct origin *origin = &origins[person->origin];
    person->last_name = spouse == NULL ? chance_pick(&life->chance, origin->last, origin->last_count) : spouse->last_name;
    person->first_name = person->is_woman ? chance_pick(&life->chance, origin->women, origin->women_count)
                                          : chance_pick(&life->chance, origin->men, origin->men_count);
    person->spouse = spouse;
    person->came_on = life->today;
    if (spouse != NULL)
        spouse->has_family_away = false;
}

static const char *permit_of(struct life *life, const struct person *person)
{
    if (person->spouse != NULL)
        return "family_refugee";
    if (text_is(origins[person->origin].language, "uk"))
        return "ukraine";
    return life_of(life, 30) ? "quota_8" : life_of(life, 15) ? "humanitarian_9b" : "asylum_7";
}

/* Days that no month has are nobody's birthday. A number, its day and its year together occur once. */
static const char *const days_of_nobody[] = { "3102", "3002", "3104", "3106", "3109", "3111" };
enum { SERIALS = 10000, DAYS_OF_NOBODY = sizeof days_of_nobody / sizeof *days_of_nobody, YEAR_FIRST = 66, YEAR_STEP = 4,
       YEAR_STEPS = 10 };

static int birth_year(struct life *life, int number)
{
    return YEAR_FIRST + YEAR_STEP * (int)life_between(life, 0, YEAR_STEPS - 1) + number / (SERIALS * DAYS_OF_NOBODY) % YEAR_STEP;
}

static const char *cpr_of(struct life *life, int number, int year)
{
    return arena_format(life->lasting, "%s%02d%04d", days_of_nobody[number / SERIALS % DAYS_OF_NOBODY], year % 100,
                        number % SERIALS);
}

struct citizen_facts person_facts(struct life *life, struct person *person)
{
    static const char *const contact_notes[] = { "SMS, hverdage efter 13", "Ring helst om formiddagen",
                                                 "Skriv på arabisk, så svarer hun", "Svarer ikke ukendte numre: skriv først" };
    int number = life->citizens_before + (int)(person - life->people) + 1;
    int year = birth_year(life, number), month = (int)life_between(life, 1, 12);

    name_person(life, person);
    const struct origin *origin = &origins[person->origin];
    int note = (int)life_between(life, 0, 11);
    if (note == 2 && !(text_is(origin->language, "ar") && person->is_woman))
        note = 0;
    return (struct citizen_facts){
        .cpr = cpr_of(life, number, year),
        .first_name = person->first_name,
        .last_name = person->last_name,
        .sex = person->is_woman ? "female" : "male",
        .born = day_of(1900 + year, month, (int)life_between(life, 1, 28)),
        .phone = arena_format(life->lasting, "00 00 %02d %02d", number / 100 % 100, number % 100),
        .contact_note = note < 4 ? contact_notes[note] : "",
        .town = pick(life, word_lists.towns),
        .language = origin->language,
        .other_languages = life_of(life, 20) ? "en" : "",
        .is_interpreter_needed = life_of(life, 85),
        .interpreter_note = person->is_woman && life_of(life, 40) ? "kvinde" : "",
        .danish_level = person->track = life_of(life, 50) ? "du2" : life_of(life, 70) ? "du1" : "du3",
        .law_basis = "integrationsloven",
        .benefit = life_of(life, 80) ? "sho_ydelse" : "mindstesats",
        .readiness = life_of(life, 85) ? "jobparat" : "aktivitetsparat",
        .permit_kind = permit_of(life, person),
        .permit_from = life->today - (day)life_between(life, 10, 60),
        .permit_to = DAY_NONE,
        .arrived_at = instant_of(life->today - (day)life_between(life, 0, 3), 12, 0, 0),
        .received_at = INSTANT_NONE,
        .unit = life->integration,
        .home_note = life_of(life, 30) ? "bor alene" : "",
        .street = arena_format(life->lasting, "%s %d", pick(life, word_lists.streets), (int)life_between(life, 1, 90)),
        .postal_code = "9999",
        .is_protected = life_of(life, 4),
    };
}

static void add_relative(struct life *life, struct person *person, struct citizen_id relative, const char *name,
                         const char *relation, day born, bool is_at_home)
{
    citizen_relative_insert(life->db, &(struct citizen_relative_insert_in){
        .citizen = person->id, .relative = relative, .name = name, .relation = relation, .born_day = born,
        .is_at_home = is_at_home });
}

static void add_children(struct life *life, struct person *person, bool is_at_home)
{
    const struct origin *origin = &origins[person->origin];
    int count = (int)life_between(life, 1, CHILDREN_MAX);

    for (int i = 0; i < count; i++) {
        bool is_girl = life_of(life, 50);
        const char *first = is_girl ? chance_pick(&life->chance, origin->women, origin->women_count)
                                    : chance_pick(&life->chance, origin->men, origin->men_count);
        day born = life->today - (day)life_between(life, 300, CHILD_YEARS_MAX * 365);
        add_relative(life, person, (struct citizen_id){ 0 },
                     arena_format(life->lasting, "%s %s", first, person->last_name), is_girl ? "datter" : "søn", born,
                     is_at_home);
    }
}

/* The two of a couple know each other; both cases show it. */
static void join_couple(struct life *life, struct person *person)
{
    struct person *spouse = person->spouse;

    add_relative(life, person, spouse->id, arena_format(life->lasting, "%s %s", spouse->first_name, spouse->last_name),
                 "ægtefælle", DAY_NONE, true);
    life_act_as(life, spouse->caseworker);
    add_relative(life, spouse, person->id, arena_format(life->lasting, "%s %s", person->first_name, person->last_name),
                 "ægtefælle", DAY_NONE, true);
    life_act_as(life, person->caseworker);
}

void person_add_family(struct life *life, struct person *person)
{
    if (person->spouse != NULL) {
        join_couple(life, person);
        return;
    }
    if (life_of(life, 40))
        add_children(life, person, true);
    else if (life_of(life, 25)) {
        person->has_family_away = true;
        add_children(life, person, false);
    }
}
