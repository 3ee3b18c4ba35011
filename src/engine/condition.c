/* SPDX-License-Identifier: MIT
 * condition.c: what a condition answers at a moment, and how long the answer holds. One pass over the
 * events a test. */
#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "engine/condition_private.h"

/* What an operand is at the moment; DATUM_NONE for unknown. */
struct known {
    struct datum value;
    instant holds_until;
};

static struct datum number(int64_t n)
{
    return (struct datum){ .kind = DATUM_NUMBER, .number = n * 1000 };
}

static struct datum thousandths(int64_t n)
{
    return (struct datum){ .kind = DATUM_NUMBER, .number = n };
}

static instant sooner(instant a, instant b)
{
    return a < b ? a : b;
}

static instant begin_or_never(day on)
{
    return on == DAY_NONE ? INSTANT_NEVER : day_begin(on);
}

bool pattern_matches(const struct pattern *pattern, const struct event *event)
{
    if (!pattern->is_set || event->kind != pattern->kind)
        return false;
    if (!code_is_none(pattern->code) && !code_is(pattern->code, event->code))
        return false;
    if (pattern->where == NULL)
        return true;
    struct moment moment = { .at = event->at, .it = event };
    return condition_ask(pattern->where, &moment).truth == TRUTH_TRUE;
}

const struct event *pattern_next(const struct pattern *pattern, const struct view *view, size_t *cursor)
{
    size_t begin = view->kind_begin[pattern->kind], end = view->kind_begin[pattern->kind + 1];

    while (pattern->is_set && begin + *cursor < end) {
        const struct event *event = &view->events[view->by_kind[begin + (*cursor)++]];
        if (pattern_matches(pattern, event))
            return event;
    }
    return NULL;
}

/* The next matching event that had happened at the moment. */
static const struct event *next_until(const struct operand *operand, const struct moment *moment, size_t *cursor)
{
    const struct event *event = pattern_next(&operand->pattern, moment->view, cursor);

    return event != NULL && event->at <= moment->at ? event : NULL;
}

/* First instant of a window that looks back; the beginning of time when it has no span. */
static instant window_begin(const struct operand *operand, instant at)
{
    return operand->span.unit == SPAN_NONE ? INSTANT_NONE : span_before(operand->span, at, NULL);
}

/* Where in the pattern's kind the window begins, so that a short look back is short. */
static size_t window_cursor(const struct operand *operand, const struct view *view, instant begin)
{
    size_t first = view->kind_begin[operand->pattern.kind], low = first;
    size_t high = view->kind_begin[operand->pattern.kind + 1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (view->events[view->by_kind[middle]].at < begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low - first;
}

/* When an event inside a window that moves with the clock falls out of it. */
static instant leaves_window(const struct operand *operand, const struct event *event)
{
    if (operand->span.unit == SPAN_NONE || operand->span.unit == SPAN_ANY)
        return INSTANT_NEVER;
    return span_due(operand->span, event->at, CLOCK_CALENDAR, NULL) + 1;
}

static struct known ask_age(const struct operand *operand, const struct moment *moment)
{
    day on = day_of_instant(moment->at), changes;
    struct datum birth = view_fact(moment->view, code_of("birth_day"), on, &changes);

    (void)operand;
    if (birth.kind != DATUM_DAY || birth.day > on)
        return (struct known){ .holds_until = begin_or_never(changes) };
    int age = day_age(birth.day, on);
    day birthday = day_add_months(birth.day, 12 * (age + 1));
    if (day_age(birth.day, birthday) == age)
        birthday++; /* Born on 29 February. */
    return (struct known){ number(age), sooner(day_begin(birthday), begin_or_never(changes)) };
}

static struct known ask_days_since(const struct operand *operand, const struct moment *moment)
{
    const struct event *last = NULL, *event;
    day on = day_of_instant(moment->at);

    for (size_t cursor = 0; (event = next_until(operand, moment, &cursor)) != NULL;)
        last = event;
    if (last == NULL)
        return (struct known){ .holds_until = INSTANT_NEVER };
    return (struct known){ number(on - day_of_instant(last->at)), day_begin(on + 1) };
}

static struct known ask_count(const struct operand *operand, const struct moment *moment)
{
    struct known known = { .holds_until = INSTANT_NEVER };
    instant begin = window_begin(operand, moment->at);
    const struct event *event;
    int64_t count = 0;

    for (size_t cursor = window_cursor(operand, moment->view, begin); (event = next_until(operand, moment, &cursor)) != NULL;) {
        count++;
        known.holds_until = sooner(known.holds_until, leaves_window(operand, event));
    }
    known.value = number(count);
    return known;
}

static struct known ask_sum(const struct operand *operand, const struct moment *moment)
{
    struct known known = { .holds_until = INSTANT_NEVER };
    instant begin = window_begin(operand, moment->at);
    const struct event *event;
    int64_t sum = 0;

    for (size_t cursor = window_cursor(operand, moment->view, begin); (event = next_until(operand, moment, &cursor)) != NULL;) {
        struct datum value = event_field(event, operand->name);
        if (value.kind != DATUM_NUMBER)
            continue;
        sum += value.number;
        known.holds_until = sooner(known.holds_until, leaves_window(operand, event));
    }
    known.value = thousandths(sum);
    return known;
}

static struct known ask_latest(const struct operand *operand, const struct moment *moment)
{
    struct known known = { .holds_until = INSTANT_NEVER };
    const struct event *event;

    for (size_t cursor = 0; (event = next_until(operand, moment, &cursor)) != NULL;)
        known.value = event_field(event, operand->name);
    return known;
}

/* Months in which the fact had the value (or any) on at least one day. The fact's changes are walked,
 * not the days. */
static struct known ask_months_with(const struct operand *operand, const struct moment *moment)
{
    day today = day_of_instant(moment->at);
    day on = day_of_instant(span_before(operand->span, moment->at, NULL));
    bool is_any = text_is(operand->id.text, "any");
    int64_t months = 0, last_counted = -1;

    while (on <= today) {
        day changes;
        struct datum value = view_fact(moment->view, operand->name, on, &changes);
        bool has_it = value.kind != DATUM_NONE && (is_any || code_is(value.code, operand->id));
        day last = changes == DAY_NONE || changes > today ? today : changes - 1;
        if (has_it) {
            struct date from = date_of(on), to = date_of(last);
            int64_t first_month = from.year * 12 + from.month, last_month = to.year * 12 + to.month;
            if (first_month == last_counted)
                first_month++;
            months += last_month - first_month + 1;
            last_counted = last_month;
        }
        on = last + 1;
    }
    return (struct known){ number(months), day_begin(today + 1) };
}

/* What may run: kind begun, kind ended, kind planned, word. */
static const struct running_kind {
    const char *word;
    enum event_kind planned, started, ended;
} running_kinds[] = {
    { "activity", EVENT_ACTIVITY_PLANNED, EVENT_ACTIVITY_STARTED, EVENT_ACTIVITY_ENDED },
    { "placement", EVENT_PLACEMENT_AGREED, EVENT_PLACEMENT_STARTED, EVENT_PLACEMENT_ENDED },
    { "job", EVENT_KIND_COUNT, EVENT_JOB_STARTED, EVENT_JOB_ENDED },
    { "relation", EVENT_RELATION_PROPOSED, EVENT_RELATION_STARTED, EVENT_RELATION_ENDED },
    { "enrolment", EVENT_ENROLMENT_WAITING, EVENT_ENROLMENT_STARTED, EVENT_ENROLMENT_ENDED },
};

enum { RUNNING_KIND_COUNT = sizeof running_kinds / sizeof *running_kinds };

/* A word that is no kind is an id, and all kinds are searched for it. */
static bool is_running_word(struct code word)
{
    for (size_t i = 0; i < RUNNING_KIND_COUNT; i++)
        if (text_is(running_kinds[i].word, word.text))
            return true;
    return false;
}

/* The roles around one citizen or company are all about her or it: one ends only what has its code. */
static bool is_about_same(const struct event *event, const struct event *first)
{
    return event->subject.kind == first->subject.kind && event->subject.id == first->subject.id &&
           (event->kind != EVENT_RELATION_ENDED || code_is(event->code, first->code));
}

/* Is there an event of the kind about the same subject, after `first`, that had happened? At the same instant it is
 * after when it was written later: who takes over begins as the one before ends. */
static bool is_followed(const struct moment *moment, const struct event *first, enum event_kind kind)
{
    const struct view *view = moment->view;

    for (uint32_t i = view->kind_begin[kind + 1]; i-- > view->kind_begin[kind];) {
        const struct event *event = &view->events[view->by_kind[i]];
        if (event->at < first->at || (event->at == first->at && event->lid < first->lid))
            return false;
        if (event->at <= moment->at && is_about_same(event, first) && event != first)
            return true;
    }
    return false;
}

static int64_t count_open(const struct moment *moment, enum event_kind begun, enum event_kind ended, struct code code)
{
    const struct view *view = moment->view;
    int64_t count = 0;

    for (uint32_t i = view->kind_begin[begun]; i < view->kind_begin[begun + 1]; i++) {
        const struct event *event = &view->events[view->by_kind[i]];
        if (event->at > moment->at)
            break;
        if (code_is_none(code) || code_is(code, event->code))
            count += !is_followed(moment, event, ended);
    }
    return count;
}

static struct known ask_running(const struct operand *operand, const struct moment *moment)
{
    bool is_plan = operand->function == FUNCTION_PLANNED;
    bool is_id = !is_running_word(operand->id);
    int64_t count = 0;

    for (size_t i = 0; i < RUNNING_KIND_COUNT; i++) {
        const struct running_kind *row = &running_kinds[i];
        enum event_kind begun = is_plan ? row->planned : row->started;
        if (begun != EVENT_KIND_COUNT && (is_id || text_is(row->word, operand->id.text)))
            count += count_open(moment, begun, is_plan ? row->started : row->ended, is_id ? operand->id : CODE_NONE);
    }
    return (struct known){ number(count), INSTANT_NEVER };
}

/* The field's last value less what it was a span ago; it is read from hours.set. */
static struct known ask_growth(const struct operand *operand, const struct moment *moment)
{
    struct pattern hours = { .is_set = true, .kind = EVENT_HOURS_SET };
    instant begin = window_begin(operand, moment->at);
    struct datum first = { .kind = DATUM_NONE }, last = first;
    instant holds_until = INSTANT_NEVER;
    const struct event *event;

    for (size_t cursor = 0; (event = pattern_next(&hours, moment->view, &cursor)) != NULL && event->at <= moment->at;) {
        struct datum value = event_field(event, operand->name);
        if (value.kind != DATUM_NUMBER)
            continue;
        if (event->at < begin || first.kind == DATUM_NONE)
            first = value;
        if (event->at >= begin)
            holds_until = sooner(holds_until, leaves_window(operand, event));
        last = value;
    }
    if (last.kind == DATUM_NONE)
        return (struct known){ .holds_until = INSTANT_NEVER };
    return (struct known){ thousandths(last.number - first.number), holds_until };
}

typedef struct known ask_function(const struct operand *operand, const struct moment *moment);
static ask_function *const functions[FUNCTION_COUNT] = {
    [FUNCTION_AGE] = ask_age,
    [FUNCTION_DAYS_SINCE] = ask_days_since,
    [FUNCTION_COUNT_OF] = ask_count,
    [FUNCTION_SUM] = ask_sum,
    [FUNCTION_LATEST] = ask_latest,
    [FUNCTION_MONTHS_WITH] = ask_months_with,
    [FUNCTION_RUNNING] = ask_running,
    [FUNCTION_PLANNED] = ask_running,
    [FUNCTION_GROWTH] = ask_growth,
};

static struct known ask_operand(const struct operand *operand, const struct moment *moment)
{
    if (operand->kind == OPERAND_FIELD) {
        struct datum none = { .kind = DATUM_NONE };
        return (struct known){ moment->it == NULL ? none : event_field(moment->it, operand->name), INSTANT_NEVER };
    }
    if (moment->view == NULL) /* `where` sees the event alone. */
        return (struct known){ .holds_until = INSTANT_NEVER };
    if (operand->kind == OPERAND_FUNCTION)
        return functions[operand->function](operand, moment);

    day changes;
    struct datum value = view_fact(moment->view, operand->name, day_of_instant(moment->at), &changes);
    return (struct known){ value, begin_or_never(changes) };
}

/* Less than 0, 0 or more: by number, else by day. */
static int order_of(const struct datum *a, const struct datum *b)
{
    if (b->kind == DATUM_NUMBER)
        return (a->number > b->number) - (a->number < b->number);
    return (a->day > b->day) - (a->day < b->day);
}

static bool is_equal(const struct datum *a, const struct datum *b)
{
    if (a->kind != b->kind)
        return code_is(a->code, b->code) && !code_is_none(a->code);
    return a->kind == DATUM_CODE ? code_is(a->code, b->code) : order_of(a, b) == 0;
}

static bool is_in(const struct test *test, const struct datum *value)
{
    for (size_t i = 0; i < test->in_count; i++)
        if (code_is(test->in[i], value->code))
            return true;
    return false;
}

static bool is_yes(const struct datum *value)
{
    return value->kind == DATUM_CODE && (text_is(value->code.text, "yes") || text_is(value->code.text, "ja"));
}

static enum truth compare(const struct test *test, const struct datum *value)
{
    bool is_order = test->comparison >= IS_LESS && test->comparison <= IS_AT_LEAST;

    if (is_order && value->kind != test->right.kind)
        return TRUTH_UNKNOWN;
    switch (test->comparison) {
    case IS_EQUAL: return is_equal(value, &test->right) ? TRUTH_TRUE : TRUTH_FALSE;
    case IS_NOT_EQUAL: return is_equal(value, &test->right) ? TRUTH_FALSE : TRUTH_TRUE;
    case IS_LESS: return order_of(value, &test->right) < 0 ? TRUTH_TRUE : TRUTH_FALSE;
    case IS_AT_MOST: return order_of(value, &test->right) <= 0 ? TRUTH_TRUE : TRUTH_FALSE;
    case IS_MORE: return order_of(value, &test->right) > 0 ? TRUTH_TRUE : TRUTH_FALSE;
    case IS_AT_LEAST: return order_of(value, &test->right) >= 0 ? TRUTH_TRUE : TRUTH_FALSE;
    case IS_IN: return is_in(test, value) ? TRUTH_TRUE : TRUTH_FALSE;
    case IS_YES: return is_yes(value) ? TRUTH_TRUE : TRUTH_FALSE;
    case IS_KNOWN:
    case IS_UNKNOWN: break;
    }
    bool is_comparison_of_values = false;
    check(is_comparison_of_values);
    return TRUTH_UNKNOWN;
}

static struct answer ask_test(const struct test *test, const struct moment *moment)
{
    struct known known = ask_operand(&test->left, moment);
    struct answer answer = { .holds_until = known.holds_until };
    bool is_known = known.value.kind != DATUM_NONE;

    if (test->comparison == IS_KNOWN || test->comparison == IS_UNKNOWN)
        answer.truth = is_known == (test->comparison == IS_KNOWN) ? TRUTH_TRUE : TRUTH_FALSE;
    else
        answer.truth = is_known ? compare(test, &known.value) : TRUTH_UNKNOWN;
    if (answer.truth == TRUTH_UNKNOWN)
        answer.missing = test->left.function == FUNCTION_AGE ? code_of("birth_day") : test->left.name;
    return answer;
}

/* Kleene: what decides alone decides; else what is unknown stays so. An undecided answer changes when
 * any part does; being careful, a decided one is looked at again then too. */
static struct answer join(struct answer a, struct answer b, enum truth decides)
{
    struct answer joined = { .holds_until = sooner(a.holds_until, b.holds_until) };

    if (a.truth == decides || b.truth == decides) {
        joined.truth = decides;
    } else if (a.truth == TRUTH_UNKNOWN || b.truth == TRUTH_UNKNOWN) {
        joined.truth = TRUTH_UNKNOWN;
        joined.missing = a.truth == TRUTH_UNKNOWN ? a.missing : b.missing;
    } else {
        joined.truth = decides == TRUTH_FALSE ? TRUTH_TRUE : TRUTH_FALSE;
    }
    return joined;
}

static struct answer negate(struct answer answer)
{
    if (answer.truth != TRUTH_UNKNOWN)
        answer.truth = answer.truth == TRUTH_TRUE ? TRUTH_FALSE : TRUTH_TRUE;
    return answer;
}

struct answer condition_ask(const struct condition *condition, const struct moment *moment)
{
    struct answer stack[CONDITION_TEST_MAX];
    size_t count = 0;

    if (condition == NULL)
        return (struct answer){ TRUTH_TRUE, INSTANT_NEVER, CODE_NONE };
    for (size_t i = 0; i < condition->operation_count; i++) {
        uint8_t operation = condition->operations[i];
        if (operation < CONDITION_TEST_MAX) {
            stack[count++] = ask_test(&condition->tests[operation], moment);
        } else if (operation == OPERATION_NOT) {
            stack[count - 1] = negate(stack[count - 1]);
        } else {
            count--;
            stack[count - 1] = join(stack[count - 1], stack[count], operation == OPERATION_AND ? TRUTH_FALSE : TRUTH_TRUE);
        }
    }
    check(count == 1);
    return stack[0];
}

const char *condition_text(const struct condition *condition)
{
    return condition->text;
}

bool condition_is_restricted(const struct condition *condition, const char **name)
{
    for (size_t i = 0; i < condition->test_count; i++) {
        const struct operand *operand = &condition->tests[i].left;
        const char *fact = operand->kind == OPERAND_FACT || operand->function == FUNCTION_MONTHS_WITH ? operand->name.text : NULL;
        const struct fact_type *type = fact == NULL ? NULL : fact_type_of(fact, strlen(fact));
        if (type != NULL && type->is_restricted) {
            *name = type->name;
            return true;
        }
    }
    return false;
}

void condition_visit(const struct condition *condition, const struct condition_visitor *visitor)
{
    for (size_t i = 0; i < condition->test_count; i++) {
        const struct operand *operand = &condition->tests[i].left;
        if (operand->pattern.is_set && visitor->pattern != NULL)
            visitor->pattern(visitor->about, &operand->pattern, operand->offset);
        bool is_id = operand->function == FUNCTION_RUNNING || operand->function == FUNCTION_PLANNED;
        if (is_id && visitor->id != NULL)
            visitor->id(visitor->about, operand->id, operand->offset);
        if (operand->kind == OPERAND_FIELD && visitor->field != NULL)
            visitor->field(visitor->about, operand->name);
    }
}

void kind_mask_add(struct kind_mask *mask, enum event_kind kind)
{
    mask->bits[kind / 64] |= (uint64_t)1 << (kind % 64);
}

bool kind_mask_meets(const struct kind_mask *a, const struct kind_mask *b)
{
    return ((a->bits[0] & b->bits[0]) | (a->bits[1] & b->bits[1])) != 0;
}

void condition_kinds(const struct condition *condition, struct kind_mask *mask)
{
    for (size_t i = 0; i < condition->test_count; i++) {
        const struct operand *operand = &condition->tests[i].left;
        if (operand->kind == OPERAND_FACT || operand->function == FUNCTION_AGE || operand->function == FUNCTION_MONTHS_WITH)
            kind_mask_add(mask, EVENT_FACT_SET);
        if (operand->pattern.is_set)
            kind_mask_add(mask, operand->pattern.kind);
        if (operand->function == FUNCTION_GROWTH)
            kind_mask_add(mask, EVENT_HOURS_SET);
        if (operand->function != FUNCTION_RUNNING && operand->function != FUNCTION_PLANNED)
            continue;
        for (size_t row = 0; row < RUNNING_KIND_COUNT; row++) {
            kind_mask_add(mask, running_kinds[row].started);
            kind_mask_add(mask, running_kinds[row].ended);
            if (running_kinds[row].planned != EVENT_KIND_COUNT)
                kind_mask_add(mask, running_kinds[row].planned);
        }
    }
}
