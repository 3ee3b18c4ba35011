/* SPDX-License-Identifier: MIT
 * fuzz_condition.c: any text as a condition, a pattern, a span, an amount and a calendar: a value or a
 * problem whose place lies in the text, and a condition answers on any journal. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/check.h"
#include "engine/condition.h"

enum { EVENT_COUNT = 4, ARENA_MAX = 1 << 28 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct view small_view(struct arena *arena)
{
    static const enum event_kind kinds[EVENT_COUNT] = {
        EVENT_CITIZEN_HOUSED, EVENT_MEETING_HELD, EVENT_PLACEMENT_STARTED, EVENT_FACT_SET,
    };
    struct event *events = arena_array(arena, EVENT_COUNT, sizeof *events);
    instant begin = instant_of(day_of(2026, 3, 2), 9, 0, 0);

    for (int i = 0; i < EVENT_COUNT; i++)
        events[i] = (struct event){
            .lid = i + 1, .version = 1, .kind = kinds[i], .code = code_of("praktik"),
            .subject = { SUBJECT_PLACEMENT, 1 }, .at = begin + i * 86400, .recorded_at = begin + i * 86400,
        };
    return view_of(arena, (struct stream){ STREAM_CITIZEN, 1 }, events, EVENT_COUNT, begin + 40 * 86400, INSTANT_NEVER);
}

static void ask(struct arena *arena, const struct condition *condition)
{
    struct view view = small_view(arena);
    struct moment moment = { &view, view.now, &view.events[0] };
    struct answer first = condition_ask(condition, &moment), again = condition_ask(condition, &moment);

    check(first.truth == again.truth && first.holds_until == again.holds_until);
    check(first.truth < TRUTH_COUNT && first.holds_until > view.now);
    condition_excludes(condition, condition);
}

static void parse_all(struct arena *arena, const char *text, struct problem *problem)
{
    struct pattern pattern = { 0 };
    struct span_range range;
    struct bell_time bell;
    struct calendar calendar;
    struct amount amount;
    struct span span;
    size_t length = strlen(text);

    check(pattern_parse(arena, text, &pattern, problem) || problem->offset <= length);
    check(span_parse(arena, text, &span, problem) || problem->offset <= length);
    check(span_range_parse(arena, text, &range, problem) || problem->offset <= length);
    check(amount_parse(arena, text, &amount, problem) || problem->offset <= length);
    check(bell_time_parse(arena, text, &bell, problem) || problem->offset <= length);
    check(calendar_parse(arena, text, &calendar, problem) || problem->offset <= length);
    check(!pattern.is_set || pattern_may_meet(&pattern, &pattern));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new(ARENA_MAX);
    char *text = arena_copy(arena, bytes, length);
    struct problem problem = { 0 };
    const struct condition *condition = condition_parse(arena, text, NAMES_ARE_FACTS, &problem);

    if (condition != NULL)
        ask(arena, condition);
    else
        check(problem.text != NULL && problem.offset <= strlen(text));
    parse_all(arena, text, &problem);
    arena_free(arena);
    return 0;
}
