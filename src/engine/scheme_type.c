/* SPDX-License-Identifier: MIT
 * scheme_type.c: the types of values that only schemes have. Each wraps a parser of the engine and notes
 * what the second pass must look up. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "engine/scheme_private.h"
#include "law/glossary.h"

#define READER(name)                                                                             \
    static bool name(struct reading *reading, const struct node *node, void *into, struct complaint *complaint)

static bool is_id(const char *text)
{
    if (text[0] < 'a' || text[0] > 'z')
        return false;
    return text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_")] == 0;
}

READER(read_code)
{
    (void)reading;
    (void)complaint;
    if (!is_id(node->text))
        return false;
    *(struct code *)into = code_of(node->text);
    return true;
}

READER(read_any_code)
{
    (void)reading;
    (void)complaint;
    if (text_is_blank(node->text))
        return false;
    *(struct code *)into = code_of(node->text);
    return true;
}

/* A code of one of the glossary's lists. */
static bool read_listed(struct reading *reading, const char *list, const struct node *node, void *into,
                        struct complaint *complaint)
{
    if (glossary_label(0, list, node->text) == NULL) {
        const char *nearest = glossary_nearest(list, node->text);
        complaint->text = arena_format(reading->arena, "»%s« er ikke en %s%s%s%s", node->text,
                                       text_is(list, "role") ? "rolle" : "kendt kode",
                                       nearest == NULL ? "" : "; mente du »",
                                       nearest == NULL ? "" : nearest, nearest == NULL ? "" : "«?");
        return false;
    }
    *(struct code *)into = code_of(node->text);
    return true;
}

READER(read_role)
{
    return read_listed(reading, "role", node, into, complaint);
}

READER(read_branch)
{
    return read_listed(reading, "branch", node, into, complaint);
}

READER(read_outcome)
{
    return read_listed(reading, "outcome", node, into, complaint);
}

/* The engine's parsers name what is wrong and where; so the caller need not. */
static bool told(bool is_good, const struct problem *problem, struct complaint *complaint)
{
    if (!is_good)
        *complaint = (struct complaint){ problem->offset, problem->text };
    return is_good;
}

#define PARSED_BY(reader, parse)                                                \
    READER(reader)                                                              \
    {                                                                           \
        struct problem problem = { 0 };                                         \
        return told(parse(reading->arena, node->text, into, &problem), &problem, complaint); \
    }
PARSED_BY(read_span, span_parse)
PARSED_BY(read_range, span_range_parse)
PARSED_BY(read_amount, amount_parse)
PARSED_BY(read_bell_time, bell_time_parse)
PARSED_BY(read_calendar, calendar_parse)

READER(read_condition)
{
    struct noted *noted = reading->about;
    struct problem problem = { 0 };
    const struct condition *condition = condition_parse(reading->arena, node->text, NAMES_ARE_FACTS, &problem);

    if (!told(condition != NULL, &problem, complaint))
        return false;
    *LIST_ADD(reading->arena, &noted->conditions) = (struct noted_condition){ node, condition };
    memcpy(into, &condition, sizeof condition);
    return true;
}

READER(read_pattern)
{
    struct noted *noted = reading->about;
    struct problem problem = { 0 };
    struct pattern *pattern = into;

    if (!told(pattern_parse(reading->arena, node->text, pattern, &problem), &problem, complaint))
        return false;
    *LIST_ADD(reading->arena, &noted->patterns) = (struct noted_pattern){ node, *pattern };
    return true;
}

/* One edge of an interval: nothing, or a number. */
static bool read_edge(struct arena *arena, const char *begin, const char *end, int64_t *edge)
{
    const char *text = text_trim(arena, arena_copy(arena, begin, (size_t)(end - begin)));

    *edge = NUMBER_NONE;
    return text[0] == 0 || number_read(text, edge);
}

/* An interval that is not understood stays empty, so that its neighbours are not blamed. */
READER(read_interval)
{
    struct scheme_interval interval;
    const char *text = node->text, *comma = strchr(text, ',');
    size_t length = strlen(text);

    (void)complaint;
    if (length < 3 || comma == NULL || strchr("[(", text[0]) == NULL || strchr("])", text[length - 1]) == NULL)
        return false;
    interval.has_low = text[0] == '[';
    interval.has_high = text[length - 1] == ']';
    if (!read_edge(reading->arena, text + 1, comma, &interval.low) ||
        !read_edge(reading->arena, comma + 1, text + length - 1, &interval.high))
        return false;
    if (interval.low != NUMBER_NONE && interval.high != NUMBER_NONE && interval.low > interval.high)
        return false;
    *(struct scheme_interval *)into = interval;
    return true;
}

READER(read_measure_at)
{
    static const char *const words[] = { [AT_REPORT_DAY] = "report_day", [AT_EXIT] = "exit", [AT_END] = "end" };
    struct scheme_measure_at *at = into;
    int word = word_read(words, AT_SPAN, node->text);

    at->moment = word < 0 ? AT_SPAN : (enum measure_moment)word;
    return word >= 0 || read_span(reading, node, &at->span, complaint);
}

/* "met(a) or met(b)": false when the text is no such list, *is_other when it is something else. */
static bool read_called(struct reading *reading, const char *text, const char *function, struct codes *ids)
{
    LIST_OF(struct code) found = { 0 };
    size_t name = strlen(function);

    while (strncmp(text, function, name) == 0 && text[name] == '(') {
        const char *begin = text + name + 1, *end = strchr(begin, ')');
        if (end == NULL || end == begin)
            return false;
        *LIST_ADD(reading->arena, &found) = code_copy(reading->arena, begin, (size_t)(end - begin));
        *ids = (struct codes){ found.at, found.count };
        if (end[1] == 0)
            return true;
        if (strncmp(end + 1, " or ", 4) != 0)
            return false;
        text = end + 5;
    }
    return false;
}

READER(read_tally)
{
    struct scheme_tally *tally = into;

    if (read_called(reading, node->text, "met", &tally->ids))
        tally->kind = TALLY_MET;
    else if (read_called(reading, node->text, "improved", &tally->ids))
        tally->kind = TALLY_IMPROVED;
    else if (read_condition(reading, node, &tally->condition, complaint))
        tally->kind = TALLY_CONDITION;
    return tally->kind != TALLY_NONE;
}

READER(read_day_or_none)
{
    if (node->text[0] != 0)
        return type_day.read(reading, node, into, complaint);
    *(day *)into = DAY_NONE;
    return true;
}

READER(read_number_or_none)
{
    if (node->text[0] != 0)
        return type_number.read(reading, node, into, complaint);
    *(int64_t *)into = NUMBER_NONE;
    return true;
}

#define TYPE(identifier, danish, holds, reader) \
    const struct value_type identifier = { .expected = danish, .size = sizeof(holds), .read = reader }
TYPE(type_code, "et id (små bogstaver a-z, tal og _)", struct code, read_code);
TYPE(type_any_code, "et ord", struct code, read_any_code);
TYPE(type_role, "en rolle", struct code, read_role);
TYPE(type_branch, "en branche", struct code, read_branch);
TYPE(type_outcome, "et udfald", struct code, read_outcome);
TYPE(type_span, "et tidsrum som 96 hours", struct span, read_span);
TYPE(type_range, "et tidsrum som 3 to 6 months", struct span_range, read_range);
TYPE(type_amount, "et omfang som 37 hours eller 50 percent", struct amount, read_amount);
TYPE(type_bell_time, "et tidspunkt som -7 days", struct bell_time, read_bell_time);
TYPE(type_calendar, "en gentagelse som first tuesday of month", struct calendar, read_calendar);
TYPE(type_condition, "en betingelse", const struct condition *, read_condition);
TYPE(type_pattern, "en hændelse som meeting.held(id)", struct pattern, read_pattern);
TYPE(type_interval, "et interval som [20,40)", struct scheme_interval, read_interval);
TYPE(type_measure_at, "exit, end, report_day eller et tidsrum", struct scheme_measure_at, read_measure_at);
TYPE(type_tally, "en betingelse, met(regel) eller improved(skema)", struct scheme_tally, read_tally);
TYPE(type_day_or_none, "en dato som 2026-03-06", day, read_day_or_none);
TYPE(type_number_or_none, "et tal (decimaler med punktum)", int64_t, read_number_or_none);
const struct value_type type_scope = {
    .expected = "et emne", .size = sizeof(enum subject_kind), .words = subject_kind_names, .word_count = SUBJECT_KIND_COUNT
};
