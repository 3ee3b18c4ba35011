/* SPDX-License-Identifier: MIT
 * sample.c: an invented town for the tests and the bench. */
#include "planning/sample.h"

enum {
    PLACES = 12, MINUTES_APART = 9, HALF_HOUR = 30, DAY = 24 * 60, MORNING = 8 * 60, SESSIONS_MAX = 5, QUARTER = 15, KINDS = 6,
    JOB_READY = 37 * 4, ACTIVITY_READY = 25 * 4, JOB_SEARCH = 5, JOB_SEARCH_CAP = 5 * 4, SLACK = 4,
};

int sample_below(struct sample *sample, int below)
{
    sample->state ^= sample->state << 13;
    sample->state ^= sample->state >> 7;
    sample->state ^= sample->state << 17;
    return (int)((sample->state >> 16) % (uint64_t)below);
}

/* Places on a line, so that the triangle inequality holds. */
static struct planning_travel travel_of(struct arena *arena)
{
    int *at = arena_array(arena, PLACES * PLACES, sizeof *at);

    for (int i = 0; i < PLACES; i++)
        for (int j = 0; j < PLACES; j++)
            at[i * PLACES + j] = (i > j ? i - j : j - i) * MINUTES_APART / 2;
    return (struct planning_travel){ at, PLACES };
}

/* Some days of the week at one time. */
static struct planning_bundle bundle_of(struct arena *arena, struct sample *sample, int activity)
{
    struct planning_session *sessions = arena_array(arena, SESSIONS_MAX, sizeof *sessions);
    int from = MORNING + sample_below(sample, 14) * HALF_HOUR, length = (2 + sample_below(sample, 9)) * HALF_HOUR;
    int place = sample_below(sample, PLACES), count = 0;
    struct planning_bundle bundle = { .activity = activity, .kind = sample_below(sample, KINDS), .sessions = sessions };

    for (int weekday = 0; weekday < SESSIONS_MAX; weekday++)
        if (count == 0 ? weekday == SESSIONS_MAX - 1 || sample_below(sample, 2) == 0 : sample_below(sample, 2) == 0)
            sessions[count++] = (struct planning_session){ weekday * DAY + from, weekday * DAY + from + length, place };
    bundle.session_count = count;
    bundle.quarters = length / QUARTER * count;
    bundle.value = sample_below(sample, PLANNING_VALUE_MAX + 1);
    return bundle;
}

static void person_fill(struct arena *arena, struct sample *sample, const struct planning_bundle *offers,
                        struct sample_size size, struct planning_person *person)
{
    struct planning_bundle *bundles = arena_array(arena, (size_t)size.bundles + 1, sizeof *bundles);

    for (int i = 0; i < size.bundles; i++) {
        bundles[i] = offers[sample_below(sample, size.activities * 2)];
        bundles[i].value = sample_below(sample, PLANNING_VALUE_MAX + 1);
    }
    *person = (struct planning_person){
        .target = sample_below(sample, 2) == 0 ? JOB_READY : ACTIVITY_READY, .slack = sample_below(sample, SLACK + 1),
        .bundles = bundles, .count = size.bundles,
        .conflicts = planning_conflicts(arena, bundles, size.bundles, travel_of(arena)),
    };
    person->caps[JOB_SEARCH] = JOB_SEARCH_CAP;
}

struct planning_town sample_town(struct arena *arena, struct sample *sample, struct sample_size size)
{
    struct planning_bundle *offers = arena_array(arena, (size_t)size.activities * 2, sizeof *offers);
    struct planning_person *people = arena_array(arena, (size_t)size.people + 1, sizeof *people);
    int *places = arena_array(arena, (size_t)size.activities + 1, sizeof *places);

    for (int i = 0; i < size.activities * 2; i++) /* Each activity in two ways. */
        offers[i] = bundle_of(arena, sample, i / 2);
    for (int i = 0; i < size.people; i++)
        person_fill(arena, sample, offers, size, &people[i]);
    for (int a = 0; a < size.activities; a++) {
        int asking = size.people * size.bundles / size.activities;
        places[a] = 1 + asking * size.scarcity / 100 * (50 + sample_below(sample, 101)) / 100;
    }
    return (struct planning_town){ people, size.people, places, size.activities };
}
