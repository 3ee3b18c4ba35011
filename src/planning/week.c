/* SPDX-License-Identifier: MIT
 * week.c: what can be had together in a week, and what a choice is worth. */
#include "base/check.h"
#include "planning/planning.h"

enum { DAY_MINUTES = 24 * 60 };

static int minutes_between(struct planning_travel travel, int from, int to)
{
    if (travel.at == NULL || from == to)
        return 0;
    check(from >= 0 && from < travel.count && to >= 0 && to < travel.count);
    return travel.at[from * travel.count + to];
}

bool planning_sessions_fit(const struct planning_session *a, const struct planning_session *b, struct planning_travel travel)
{
    if (a->from > b->from)
        return planning_sessions_fit(b, a, travel);
    if (a->from / DAY_MINUTES != b->from / DAY_MINUTES)
        return true;
    return a->to + minutes_between(travel, a->place, b->place) <= b->from;
}

bool planning_bundle_fits(const struct planning_bundle *bundle, const struct planning_window *window, struct planning_travel travel)
{
    for (int i = 0; i < bundle->session_count; i++) {
        const struct planning_session *session = &bundle->sessions[i];
        int weekday = session->from / DAY_MINUTES, midnight = weekday * DAY_MINUTES;
        check(session->from < session->to && weekday < 7 && session->to <= midnight + DAY_MINUTES);
        if (session->from - midnight - minutes_between(travel, PLANNING_HOME, session->place) < window->from[weekday] ||
            session->to - midnight + minutes_between(travel, session->place, PLANNING_HOME) > window->to[weekday])
            return false;
        for (int j = 0; j < i; j++)
            if (!planning_sessions_fit(&bundle->sessions[j], session, travel))
                return false;
    }
    return true;
}

/* Two ways to take part in one activity exclude each other: nobody has two of its places. */
static bool bundles_fit(const struct planning_bundle *a, const struct planning_bundle *b, struct planning_travel travel)
{
    if (a->activity >= 0 && a->activity == b->activity)
        return false;
    for (int i = 0; i < a->session_count; i++)
        for (int j = 0; j < b->session_count; j++)
            if (!planning_sessions_fit(&a->sessions[i], &b->sessions[j], travel))
                return false;
    return true;
}

const uint64_t *planning_conflicts(struct arena *arena, const struct planning_bundle *bundles, int count, struct planning_travel travel)
{
    uint64_t *conflicts = arena_array(arena, (size_t)count + 1, sizeof *conflicts);

    check(count >= 0 && count <= PLANNING_BUNDLES_MAX);
    for (int i = 0; i < count; i++)
        for (int j = 0; j < i; j++)
            if (!bundles_fit(&bundles[i], &bundles[j], travel)) {
                conflicts[i] |= UINT64_C(1) << j;
                conflicts[j] |= UINT64_C(1) << i;
            }
    return conflicts;
}

static int at_most(int value, int cap)
{
    return cap > 0 && value > cap ? cap : value;
}

struct planning_plan planning_worth(const struct planning_person *person, uint64_t chosen)
{
    struct planning_plan plan = { .chosen = chosen };
    int sums[PLANNING_KINDS_MAX] = { 0 };

    for (int i = 0; i < person->count; i++) {
        if ((chosen >> i & 1) == 0)
            continue;
        sums[person->bundles[i].kind] += person->bundles[i].quarters;
        plan.worth += person->bundles[i].value;
    }
    for (int i = 0; i < PLANNING_KINDS_MAX; i++)
        plan.quarters += at_most(sums[i], person->caps[i]);
    if (plan.quarters > person->target)
        plan.quarters = person->target;
    plan.worth += (int64_t)plan.quarters * PLANNING_QUARTER_WORTH;
    plan.bound = plan.worth;
    return plan;
}

bool planning_is_plan(const struct planning_person *person, uint64_t allowed, uint64_t chosen)
{
    int quarters = 0;

    if ((chosen & ~allowed) != 0 || (person->count < PLANNING_BUNDLES_MAX && chosen >> person->count != 0))
        return false;
    for (int i = 0; i < person->count; i++) {
        if ((chosen >> i & 1) == 0)
            continue;
        quarters += person->bundles[i].quarters;
        if ((person->conflicts[i] & chosen) != 0)
            return false;
    }
    return quarters <= person->target + person->slack;
}
