/* SPDX-License-Identifier: MIT
 * progress.c: how somebody comes on: goals that are not set twice and are reached when they are true, and Danish that
 * gets better. Nothing here is left to chance that was not before, so that the rest of the story stays the same. */
#include "base/text.h"
#include "citizen/citizen.h"
#include "simulate/life.h"
#include "simulate/names.h"

enum { LEARNERS = 3, REVIEWS_TO_LEARN = 2 };

/* Goals that say how many paid hours a week: reached when there are so many. Hundredths. */
static const struct {
    const char *words;
    int64_t paid;
} paid_goals[] = {
    { "Fem timers løn om ugen", 500 },
    { "Ti timers løn om ugen til foråret", 1000 },
    { "Sytten timers løn om ugen", 1700 },
};

static bool has_goal(const struct goal_row_list *goals, const char *words)
{
    for (size_t i = 0; i < goals->count; i++)
        if (text_is(goals->at[i].words, words))
            return true;
    return false;
}

const char *life_goal_words(struct life *life, const struct person *person, struct sentences from)
{
    struct goal_row_list goals = goal_of_citizen(life->db, person->id);
    int first = (int)chance_between(&life->chance, 0, from.count - 1);

    for (int i = 0; i < from.count; i++)
        if (!has_goal(&goals, from.at[(first + i) % from.count]))
            return from.at[(first + i) % from.count];
    return NULL;
}

enum review_decision life_decide(const struct person *person, const struct goal_row *goal, enum review_decision drawn)
{
    for (size_t i = 0; i < sizeof paid_goals / sizeof *paid_goals; i++) {
        if (!text_is(goal->words, paid_goals[i].words))
            continue;
        if (person->paid >= paid_goals[i].paid)
            return REVIEW_REACHED;
        return drawn == REVIEW_REACHED ? REVIEW_GO_ON : drawn;
    }
    return drawn;
}

/* The education after this one, or NULL after the last. */
static const char *next_danish(const char *level)
{
    return text_is(level, "du1") ? "du2" : text_is(level, "du2") ? "du3" : NULL;
}

void life_learn(struct life *life, struct person *person)
{
    struct citizen_row row;

    person->reviews++;
    if (person->id.n % LEARNERS != 0 || person->reviews % REVIEWS_TO_LEARN != 0 || !citizen_load(life->db, person->id, &row) ||
        next_danish(row.danish_level) == NULL)
        return;
    struct citizen_facts facts = {
        .cpr = NULL, .first_name = row.first_name, .last_name = row.last_name, .sex = row.sex, .born = row.born_day,
        .phone = row.phone, .contact_note = row.contact_note, .email = row.email, .town = row.town, .language = row.language,
        .other_languages = row.other_languages, .is_interpreter_needed = row.is_interpreter_needed,
        .interpreter_note = row.interpreter_note, .danish_level = next_danish(row.danish_level), .law_basis = row.law_basis,
        .benefit = row.benefit, .readiness = row.readiness, .permit_kind = row.permit_kind, .permit_from = row.permit_from_day,
        .permit_to = row.permit_to_day, .arrived_at = row.arrived_at, .received_at = row.received_at, .unit = row.unit,
        .home_note = row.home_note, .is_address_kept = true,
    };
    person->track = facts.danish_level;
    person->modules = 0;
    citizen_update(life->db, person->id, &facts, row.version);
}
