/* SPDX-License-Identifier: MIT
 * bell.c: when a row is told of, and to whom: the rule's own ladder or the default one. Today's lists and the
 * explanation read the same times here. */
#include "engine/evaluate_private.h"
#include "engine/explain.h"

enum { HOUR = 3600, DEFAULT_PERCENT = 20, DEFAULT_DAYS_MAX = 7 };

/* A working day after, to its end: what was due on Friday climbs when Monday has passed. */
static const struct bell_time working_day_after = { { 1, SPAN_WORKING_DAYS }, 0 };

static bool stays_with_owner(const struct rule *rule)
{
    return rule->severity == SEVERITY_WARN || rule->severity == SEVERITY_NOTE;
}

/* Percentages are of the time from anchor to due, rounded down to hours. */
static instant bell_time(const struct bell_time *time, instant anchor, instant due, const struct workdays *workdays)
{
    if (due == INSTANT_NEVER)
        return INSTANT_NEVER;
    if (time->span.unit == SPAN_NONE)
        return due + (due - anchor) * time->percent / 100 / HOUR * HOUR;
    if (time->span.count == 0)
        return due;
    return span_due(time->span, due, CLOCK_CALENDAR, workdays);
}

static instant default_warning(instant anchor, instant due)
{
    instant before = (due - anchor) * DEFAULT_PERCENT / 100 / HOUR * HOUR;
    instant most = (instant)DEFAULT_DAYS_MAX * 24 * HOUR;

    return due == INSTANT_NEVER ? due : due - (before < most ? before : most);
}

static size_t default_ladder(struct explained_bell *bells, instant anchor, instant due, bool is_hour_rule,
                             bool is_owners_alone, const struct workdays *workdays)
{
    size_t count = 0;

    bells[count++] = (struct explained_bell){ default_warning(anchor, due), BELL_TO_OWNER, BELL_BY_LIST };
    bells[count++] = (struct explained_bell){ due, BELL_TO_OWNER, BELL_BY_LIST };
    if (is_owners_alone)
        return count;
    if (is_hour_rule)
        bells[count++] = (struct explained_bell){ due, BELL_TO_TEAM_LEADER, BELL_BY_LIST };
    bells[count++] = (struct explained_bell){
        bell_time(&working_day_after, anchor, due, workdays), BELL_TO_TEAM_LEADER, BELL_BY_LIST,
    };
    return count;
}

struct explained_bell *bells_of(struct arena *arena, const struct rule *rule, instant anchor, instant due,
                                bool is_hour_rule, const struct workdays *workdays, size_t *count)
{
    bool is_owners_alone = stays_with_owner(rule);
    struct explained_bell *bells = arena_array(arena, rule->bell_count + 4, sizeof *bells);

    *count = 0;
    if (rule->bell_count == 0) {
        *count = default_ladder(bells, anchor, due, is_hour_rule, is_owners_alone, workdays);
        return bells;
    }
    for (size_t i = 0; i < rule->bell_count; i++) {
        const struct bell *bell = &rule->bells[i];
        if (is_owners_alone && bell->to != BELL_TO_OWNER)
            continue;
        bells[(*count)++] = (struct explained_bell){ bell_time(&bell->at, anchor, due, workdays), bell->to, bell->by };
    }
    return bells;
}

instant climbs_at(const struct rule *rule, instant anchor, instant due, bool is_hour_rule, const struct workdays *workdays)
{
    instant first = INSTANT_NEVER;

    if (stays_with_owner(rule) || due == INSTANT_NEVER)
        return INSTANT_NEVER;
    if (rule->bell_count == 0)
        return is_hour_rule ? due : bell_time(&working_day_after, anchor, due, workdays);
    for (size_t i = 0; i < rule->bell_count; i++) {
        bool is_above = rule->bells[i].to == BELL_TO_TEAM_LEADER || rule->bells[i].to == BELL_TO_LEADER;
        instant at = is_above ? bell_time(&rule->bells[i].at, anchor, due, workdays) : INSTANT_NEVER;
        first = at < first ? at : first;
    }
    return first;
}
