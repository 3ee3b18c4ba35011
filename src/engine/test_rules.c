/* SPDX-License-Identifier: MIT
 * test_rules.c: runs rules.cases, schemes.cases and conflict.cases. They are for jurists; how they read is told at their
 * tops. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/list.h"
#include "base/text.h"
#include "engine/conflict.h"
#include "engine/evaluate.h"
#include "engine/explain.h"
#include "engine/scheme.h"

enum { CASES_MAX = 1 << 20, ARENA_MAX = 256 << 20 };

static const char *const scheme_name = "ordning";

struct suite {
    const char *file;
    struct arena *arena;
    int line;
    LIST_OF(struct scheme_policy) schemes; /* None: one, named above. */
    LIST_OF(struct rule_line) rules;
    LIST_OF(struct suspend) suspends;
    LIST_OF(struct event) events;
    LIST_OF(struct obligation_key) keys; /* Of the case, as they were first seen. */
    int views;
};

static _Noreturn void wrong(const struct suite *suite, const char *what, const char *text)
{
    fail_msg("%s:%d: %s: %s", suite->file, suite->line, what, text);
    for (;;) {
    }
}

static const char *trimmed(struct suite *suite, const char *text)
{
    return text_trim(suite->arena, text);
}

static struct pattern pattern(struct suite *suite, const char *text)
{
    struct problem problem;
    struct pattern pattern;

    if (!pattern_parse(suite->arena, trimmed(suite, text), &pattern, &problem))
        wrong(suite, problem.text, text);
    return pattern;
}

static const struct condition *condition(struct suite *suite, const char *text)
{
    struct problem problem;
    const struct condition *condition = condition_parse(suite->arena, trimmed(suite, text), NAMES_ARE_FACTS, &problem);

    if (condition == NULL)
        wrong(suite, problem.text, text);
    return condition;
}

static struct span span(struct suite *suite, const char *text)
{
    struct problem problem;
    struct span span;

    if (!span_parse(suite->arena, trimmed(suite, text), &span, &problem))
        wrong(suite, problem.text, text);
    return span;
}

static void read_every(struct suite *suite, struct rule *rule, const char *value)
{
    struct text_pieces pieces = text_split(suite->arena, value, ',');
    struct span *spans = arena_array(suite->arena, pieces.count, sizeof *spans);

    for (size_t i = 0; i < pieces.count; i++)
        spans[i] = span(suite, pieces.at[i]);
    rule->every = spans;
    rule->every_count = pieces.count;
}

static void read_done(struct suite *suite, struct rule *rule, const char *value)
{
    struct text_pieces pieces = text_split(suite->arena, value, ',');
    struct pattern *patterns = arena_array(suite->arena, pieces.count, sizeof *patterns);

    for (size_t i = 0; i < pieces.count; i++)
        patterns[i] = pattern(suite, pieces.at[i]);
    rule->done = (struct patterns){ patterns, pieces.count };
}

static void read_calendar(struct suite *suite, struct rule *rule, const char *value)
{
    struct problem problem;

    if (!calendar_parse(suite->arena, value, &rule->calendar, &problem))
        wrong(suite, problem.text, value);
}

/* "duration of introforlob, min 4 weeks, max 4 weeks" */
static void read_limit(struct suite *suite, struct rule *rule, const char *value)
{
    struct text_pieces pieces = text_split(suite->arena, value, ',');
    struct text_pieces what = text_split(suite->arena, trimmed(suite, pieces.at[0]), ' ');
    int of = word_read(quantity_words, QUANTITY_COUNT, what.at[0]);
    struct problem problem;

    if (of < 0)
        wrong(suite, "unknown quantity", value);
    rule->limit.of = (enum quantity)of;
    if (what.count == 3)
        rule->limit.activity = code_of(what.at[2]);
    for (size_t i = 1; i < pieces.count; i++) {
        const char *piece = trimmed(suite, pieces.at[i]);
        struct amount *amount = text_starts(piece, "min ") ? &rule->limit.min : &rule->limit.max;
        if (!amount_parse(suite->arena, piece + 4, amount, &problem))
            wrong(suite, problem.text, piece);
    }
}

/* "3 in 2 weeks", "2 per month" */
static void read_quota(struct suite *suite, struct rule *rule, const char *value)
{
    struct text_pieces words = text_split(suite->arena, value, ' ');
    int64_t count = 0;

    assert_true(words.count >= 3 && text_to_int(words.at[0], &count));
    rule->quota.count = (int)count;
    if (text_is(words.at[1], "in"))
        rule->quota.in = span(suite, strstr(value, " in ") + 4);
    else
        rule->quota.per = (enum period)word_read(period_words, PERIOD_COUNT, words.at[2]);
}

/* "owner 0, team_leader 3 days" */
static void read_bells(struct suite *suite, struct rule *rule, const char *value)
{
    struct text_pieces pieces = text_split(suite->arena, value, ',');
    struct bell *bells = arena_array(suite->arena, pieces.count, sizeof *bells);
    struct problem problem;

    for (size_t i = 0; i < pieces.count; i++) {
        const char *piece = trimmed(suite, pieces.at[i]);
        size_t length = strcspn(piece, " ");
        bells[i].to = (enum bell_receiver)word_read(bell_receiver_words, BELL_RECEIVER_COUNT,
                                                    arena_copy(suite->arena, piece, length));
        if (!bell_time_parse(suite->arena, trimmed(suite, piece + length), &bells[i].at, &problem))
            wrong(suite, problem.text, piece);
    }
    rule->bells = bells;
    rule->bell_count = pieces.count;
}

static void read_key(struct suite *suite, struct rule *rule, const char *key, const char *value)
{
    int kind = word_read(rule_kind_words, RULE_KIND_COUNT, key);

    if (kind >= 0) {
        rule->kind = (enum rule_kind)kind;
        rule->severity = severity_default(rule->kind);
    }
    if (text_is(key, "within")) rule->within = span(suite, value);
    else if (text_is(key, "every")) read_every(suite, rule, value);
    else if (text_is(key, "calendar")) read_calendar(suite, rule, value);
    else if (text_is(key, "quota")) read_quota(suite, rule, value);
    else if (text_is(key, "limit")) read_limit(suite, rule, value);
    else if (text_is(key, "must") || text_is(key, "require")) rule->demand = condition(suite, value);
    else if (text_is(key, "after")) rule->after = pattern(suite, value);
    else if (text_is(key, "until")) rule->until = pattern(suite, value);
    else if (text_is(key, "before")) rule->before = pattern(suite, value);
    else if (text_is(key, "when")) rule->when = condition(suite, value);
    else if (text_is(key, "done")) read_done(suite, rule, value);
    else if (text_is(key, "escalate")) read_bells(suite, rule, value);
    else if (text_is(key, "early")) rule->early = span(suite, value);
    else if (text_is(key, "grace")) rule->grace = span(suite, value);
    else if (text_is(key, "longer")) rule->longer = code_of(value);
    else if (text_is(key, "missed")) rule->is_missed_each = text_is(value, "each");
    else if (text_is(key, "clock")) rule->clock = (enum span_clock)word_read(span_clock_words, CLOCK_COUNT, value);
    else if (text_is(key, "roll")) rule->roll = (enum roll)word_read(roll_words, ROLL_COUNT, value);
    else if (text_is(key, "scope")) rule->scope = (enum subject_kind)word_read(subject_kind_names, SUBJECT_KIND_COUNT, value);
    else if (text_is(key, "basis")) rule->is_basis_now = text_is(value, "now");
    else if (text_is(key, "counts")) rule->is_counts_recorded = text_is(value, "recorded");
    else if (text_is(key, "survives")) rule->is_surviving = true;
    else if (text_is(key, "duty")) rule->duty = code_of(value);
    else if (text_is(key, "severity")) rule->severity = (enum severity)word_read(severity_words, SEVERITY_COUNT, value);
    else wrong(suite, "unknown key", key);
}

/* "within 96 hours; after citizen.housed; done ladder.placed" into an existing rule. */
static void read_keys(struct suite *suite, struct rule *rule, const char *text)
{
    struct text_pieces pieces = text_split(suite->arena, text, ';');

    for (size_t i = 0; i < pieces.count; i++) {
        const char *piece = trimmed(suite, pieces.at[i]);
        size_t length = strcspn(piece, " ");
        read_key(suite, rule, arena_copy(suite->arena, piece, length), trimmed(suite, piece + length));
    }
}

/* scheme NAME axis=value ... */
static void read_scheme(struct suite *suite, const char *text)
{
    struct text_pieces words = text_split(suite->arena, text, ' ');
    struct scheme_stance *stances = arena_array(suite->arena, words.count, sizeof *stances);

    for (size_t i = 1; i < words.count; i++) {
        size_t length = strcspn(words.at[i], "=");
        stances[i - 1] = (struct scheme_stance){ code_copy(suite->arena, words.at[i], length), code_of(words.at[i] + length + 1) };
    }
    *LIST_ADD(suite->arena, &suite->schemes) = (struct scheme_policy){
        .id = code_of(words.at[0]), .since = INSTANT_NONE, .stances = stances, .stance_count = words.count - 1,
    };
}

/* rule NAME: keys; rule SCHEME.NAME: keys */
static void read_rule(struct suite *suite, const char *text)
{
    size_t length = strcspn(text, ":"), scheme = strcspn(text, ".");
    size_t begin = scheme < length ? scheme + 1 : 0;
    struct rule_version *version = arena_array(suite->arena, 4, sizeof *version);

    version->rule = rule_default(RULE_WITHIN);
    version->rule.id = code_copy(suite->arena, text + begin, length - begin);
    version->valid = (struct valid){ DAY_NONE, DAY_NONE };
    read_keys(suite, &version->rule, text + length + 1);
    *LIST_ADD(suite->arena, &suite->rules) = (struct rule_line){
        begin == 0 ? code_of(scheme_name) : code_copy(suite->arena, text, scheme), version->rule.id, version, 1,
    };
}

/* take SCHEME RULE ...: rules of the library, as its files have them */
static void read_take(struct suite *suite, const char *text)
{
    struct text_pieces words = text_split(suite->arena, text, ' ');
    struct mistakes mistakes = mistakes_new(suite->arena);
    struct library library = scheme_library_load(suite->arena, NULL, &mistakes);
    const struct scheme *scheme = NULL;

    for (size_t i = 0; i < library.schemes.count; i++)
        if (text_is(library.schemes.at[i]->id.text, words.at[0]))
            scheme = library.schemes.at[i];
    if (scheme == NULL)
        wrong(suite, "no such scheme", words.at[0]);
    for (size_t i = 1; i < words.count; i++) {
        const struct scheme_rule *found = scheme_rule_find(scheme, words.at[i]);
        struct rule_version *version = arena_array(suite->arena, 4, sizeof *version);
        if (found == NULL)
            wrong(suite, "no such rule", words.at[i]);
        *version = (struct rule_version){ .rule = found->rule, .valid = { DAY_NONE, DAY_NONE } };
        *LIST_ADD(suite->arena, &suite->rules) =
            (struct rule_line){ code_of(scheme_name), found->rule.id, version, 1 };
    }
}

/* overlay FROM-DAY: keys; on the rule before it */
static void read_overlay(struct suite *suite, const char *text)
{
    struct rule_line *line = &suite->rules.at[suite->rules.count - 1];
    struct rule_version *versions = arena_array(suite->arena, 4, sizeof *versions);
    size_t length = strcspn(text, ":");
    day from = DAY_NONE;

    assert_true(line->count < 4 && day_read(arena_copy(suite->arena, text, length), &from));
    memcpy(versions, line->at, line->count * sizeof *versions);
    versions[line->count] = versions[line->count - 1];
    versions[line->count].valid.from = from;
    read_keys(suite, &versions[line->count].rule, text + length + 1);
    line->at = versions;
    line->count++;
}

static void read_suspend(struct suite *suite, const char *text)
{
    struct text_pieces words = text_split(suite->arena, text, ' ');
    int mode = words.count == 2 ? word_read(suspension_mode_words, SUSPENSION_MODE_COUNT, words.at[1]) : -1;

    if (mode < 0)
        wrong(suite, "suspend REASON stop|restart|run", text);
    *LIST_ADD(suite->arena, &suite->suspends) = (struct suspend){ code_of(words.at[0]), (enum suspension_mode)mode, NULL, 0 };
}

/* A day, or a day and a time, at words `i`; answers the next word. */
static size_t read_time(struct suite *suite, const struct text_pieces *words, size_t i, instant *at, bool *is_day)
{
    bool has_time = i + 1 < words->count && strlen(words->at[i + 1]) == 5 && words->at[i + 1][2] == ':';
    const char *text = has_time ? arena_format(suite->arena, "%s %s", words->at[i], words->at[i + 1]) : words->at[i];

    if (!instant_read(text, at))
        wrong(suite, "no time", text);
    *is_day = !has_time;
    return i + (has_time ? 2 : 1);
}

/* "placement=7" is what the event is about; other words are fields. */
static void read_event_field(struct suite *suite, struct event *event, struct event_field *fields, const char *word)
{
    size_t length = strcspn(word, "=");
    const char *name = arena_copy(suite->arena, word, length), *value = word + length + (word[length] == '=');
    bool is_day;
    struct text_pieces one = { &value, 1 };

    int subject = word_read(subject_kind_names, SUBJECT_KIND_COUNT, name);

    if (text_is(name, "recorded"))
        read_time(suite, &one, 0, &event->recorded_at, &is_day);
    else if (subject >= 0)
        event->subject = (struct subject){ (enum subject_kind)subject, datum_read(value).number / 1000 };
    else
        fields[event->field_count++] = (struct event_field){ code_of(name), datum_read(value) };
}

/* 2026-03-06 15:00 kind(code) field=value ... */
static void read_event(struct suite *suite, const char *text)
{
    struct text_pieces words = text_split(suite->arena, text, ' ');
    struct event event = { .lid = (int64_t)suite->events.count + 1, .version = 1, .subject = { SUBJECT_CITIZEN, 1 } };
    struct event_field *fields = arena_array(suite->arena, words.count, sizeof *fields);
    size_t i = read_time(suite, &words, 0, &event.at, &event.is_day);
    struct pattern kind = pattern(suite, words.at[i++]);

    event.kind = kind.kind;
    event.code = kind.code;
    event.recorded_at = event.at;
    if (event.kind >= EVENT_ENROLMENT_REFERRED && event.kind <= EVENT_ENROLMENT_ENDED)
        event.subject = (struct subject){ SUBJECT_ENROLMENT, 1 };
    for (; i < words.count; i++)
        if (*words.at[i] != '\0')
            read_event_field(suite, &event, fields, words.at[i]);
    event.fields = fields;
    *LIST_ADD(suite->arena, &suite->events) = event;
}

/* void LINE-OF-CASE recorded: the n-th event of the case never happened. */
static void read_void(struct suite *suite, const char *text)
{
    struct text_pieces words = text_split(suite->arena, text, ' ');
    bool is_day;
    int64_t nth = 0;

    assert_true(words.count >= 2 && text_to_int(words.at[0], &nth) && nth >= 1 && nth <= (int64_t)suite->events.count);
    struct event event = suite->events.at[nth - 1];
    event.version++;
    event.is_void = true;
    read_time(suite, &words, 1, &event.recorded_at, &is_day);
    *LIST_ADD(suite->arena, &suite->events) = event;
}

static const char *say_time(struct suite *suite, instant at, bool is_hour)
{
    if (at == INSTANT_NEVER)
        return "never";

    struct local_time local = local_of(at);
    if (!is_hour)
        return day_iso(suite->arena, local.on);
    return arena_format(suite->arena, "%s %02d:%02d", day_iso(suite->arena, local.on), local.hour, local.minute);
}

/* What a line asks of its rows beside state and due. */
struct asked {
    bool act_by, climbs, bell, look, lateness, key;
    instant now;
};

/* A view with what it was computed from. */
struct seen {
    struct evaluation evaluation;
    const struct view *view;
    const struct ruleset *rules;
};

/* The first bell: the owner is told before the row is due. */
static const char *say_bell(struct suite *suite, const struct seen *seen, const struct obligation *row)
{
    struct explanation explanation;

    if (!explain_row(suite->arena, seen->view, seen->rules, NULL, row->key, &explanation) || explanation.bell_count == 0)
        return "none";
    return say_time(suite, explanation.bells[0].at, row->is_hour_rule);
}

/* "1 minutes" of a rule in hours, else "8 days". */
static const char *say_lateness(struct suite *suite, const struct obligation *row)
{
    if (row->is_hour_rule)
        return arena_format(suite->arena, "%lld minutes", (long long)(row->settled_at - row->due) / 60);
    return arena_format(suite->arena, "%d days", (int)(day_of_instant(row->settled_at) - day_of_instant(row->due)));
}

/* The same number for the same key, from 1, in the order in which the case's lines saw them. */
static size_t key_number(struct suite *suite, const struct obligation *row)
{
    for (size_t i = 0; i < suite->keys.count; i++)
        if (obligation_key_is(suite->keys.at[i], row->key))
            return i + 1;
    *LIST_ADD(suite->arena, &suite->keys) = row->key;
    return suite->keys.count;
}

/* What is written only when the line asks for it. */
static void say_asked(struct suite *suite, struct text *text, const struct seen *seen, const struct obligation *row,
                      const struct asked *asked)
{
    if (asked->look && row->state == OBLIGATION_OPEN)
        text_add(text, asked->now > row->due ? " overdue" : " ahead");
    if (asked->lateness && row->state == OBLIGATION_LATE)
        text_add_format(text, " by %s", say_lateness(suite, row));
    if (asked->bell && row->state == OBLIGATION_OPEN)
        text_add_format(text, " bell %s", say_bell(suite, seen, row));
    if (asked->key)
        text_add_format(text, " key %zu", key_number(suite, row));
}

/* A row as the file writes it: "rule state due [climbs] [act] [left n] [later] [overdue] [by] [bell] [key]". */
static const char *say_row(struct suite *suite, const struct seen *seen, const struct obligation *row,
                           const struct asked *asked)
{
    struct text text = text_new(suite->arena);

    text_add_format(&text, "%s %s due %s", row->rule.text, obligation_state_words[row->state],
                    say_time(suite, row->due, row->is_hour_rule));
    if (asked->climbs)
        text_add_format(&text, " %s %s", asked->now > row->climbs ? "climbed" : "climbs", say_time(suite, row->climbs, row->is_hour_rule));
    if (asked->act_by)
        text_add_format(&text, " act %s", say_time(suite, row->act_by, false));
    if (row->state == OBLIGATION_SUSPENDED)
        text_add_format(&text, " left %d", row->left);
    if (row->is_registered_later)
        text_add(&text, " later");
    say_asked(suite, &text, seen, row, asked);
    return text_done(&text);
}

static bool has_enrolment(const struct suite *suite)
{
    for (size_t i = 0; i < suite->events.count; i++)
        if (suite->events.at[i].kind == EVENT_ENROLMENT_STARTED)
            return true;
    return false;
}

static struct ruleset ruleset_of(const struct suite *suite)
{
    return (struct ruleset){ 1, suite->rules.at, suite->rules.count, suite->schemes.at, suite->schemes.count, policies_kept() };
}

static struct seen evaluate_case(struct suite *suite, instant now, instant known_at)
{
    struct scheme_policy *scheme = arena_alloc(suite->arena, sizeof *scheme);
    struct ruleset *rules = arena_alloc(suite->arena, sizeof *rules);
    struct view *view = arena_alloc(suite->arena, sizeof *view);
    enum stream_kind kind = suite->rules.count == 0 ? STREAM_CITIZEN : subject_streams[suite->rules.at[0].at[0].rule.scope];

    *scheme = (struct scheme_policy){
        .id = code_of(scheme_name), .is_for_all = !has_enrolment(suite), .since = INSTANT_NONE,
        .suspends = suite->suspends.at, .suspend_count = suite->suspends.count,
    };
    *rules = ruleset_of(suite);
    if (rules->scheme_count == 0) {
        rules->schemes = scheme;
        rules->scheme_count = 1;
    }
    *view = view_of(suite->arena, (struct stream){ kind, 1 }, suite->events.at, suite->events.count, now, known_at);
    return (struct seen){ evaluate(suite->arena, view, rules, NULL), view, rules };
}

static void same_line(struct suite *suite, const char *wanted, const char *is)
{
    if (!text_is(is, wanted))
        fail_msg("%s:%d:\n  expected %s\n  but got  %s", suite->file, suite->line, wanted, is);
    suite->views++;
}

/* at TIME [known TIME] => row | row | ...  ("none") */
static void read_view(struct suite *suite, const char *text)
{
    const char *arrow = strstr(text, "=>");
    if (arrow == NULL)
        wrong(suite, "no =>", text);
    struct text_pieces words = text_split(suite->arena, trimmed(suite, arena_copy(suite->arena, text, (size_t)(arrow - text))), ' ');
    struct asked asked = {
        .act_by = strstr(arrow, " act ") != NULL,
        .climbs = strstr(arrow, " climb") != NULL,
        .bell = strstr(arrow, " bell ") != NULL,
        .look = strstr(arrow, " overdue") != NULL || strstr(arrow, " ahead") != NULL,
        .lateness = strstr(arrow, " by ") != NULL,
        .key = strstr(arrow, " key ") != NULL,
    };
    bool is_day;
    instant now, known_at = INSTANT_NEVER;
    size_t i = read_time(suite, &words, 0, &now, &is_day);

    if (i < words.count && text_is(words.at[i], "known"))
        read_time(suite, &words, i + 1, &known_at, &is_day);

    asked.now = now;
    struct seen seen = evaluate_case(suite, now, known_at);
    struct text got = text_new(suite->arena);
    for (size_t row = 0; row < seen.evaluation.count; row++)
        text_add_format(&got, "%s%s", row > 0 ? " | " : "", say_row(suite, &seen, &seen.evaluation.at[row], &asked));
    const char *is = seen.evaluation.count == 0 ? "none" : text_done(&got), *wanted = trimmed(suite, arrow + 2);
    same_line(suite, wanted, is);
}

/* between DAY scheme scheme ... => conflict severity | ... ("none") */
static void read_between(struct suite *suite, const char *text)
{
    const char *arrow = strstr(text, "=>");
    if (arrow == NULL)
        wrong(suite, "no =>", text);
    struct text_pieces words = text_split(suite->arena, trimmed(suite, arena_copy(suite->arena, text, (size_t)(arrow - text))), ' ');
    struct code *schemes = arena_array(suite->arena, words.count, sizeof *schemes);
    struct ruleset rules = ruleset_of(suite);
    struct text got = text_new(suite->arena);
    day on = DAY_NONE;

    if (!day_read(words.at[0], &on))
        wrong(suite, "no day", words.at[0]);
    for (size_t i = 1; i < words.count; i++)
        schemes[i - 1] = code_of(words.at[i]);
    struct conflicts conflicts = conflicts_between(suite->arena, &rules, rules.policies, schemes, words.count - 1, on);
    for (size_t i = 0; i < conflicts.count; i++)
        text_add_format(&got, "%s%s %s", i > 0 ? " | " : "", conflicts.at[i].id.text, severity_words[conflicts.at[i].severity]);
    same_line(suite, trimmed(suite, arrow + 2), conflicts.count == 0 ? "none" : text_done(&got));
}

static void read_line(struct suite *suite, const char *line)
{
    if (text_starts(line, "rule ")) {
        read_rule(suite, line + 5);
    } else if (text_starts(line, "take ")) {
        read_take(suite, line + 5);
    } else if (text_starts(line, "scheme ")) {
        read_scheme(suite, line + 7);
    } else if (text_starts(line, "between ")) {
        read_between(suite, line + 8);
    } else if (text_starts(line, "overlay ")) {
        read_overlay(suite, line + 8);
    } else if (text_starts(line, "suspend ")) {
        read_suspend(suite, line + 8);
    } else if (text_starts(line, "case")) {
        suite->events.count = suite->keys.count = 0;
    } else if (text_starts(line, "block")) {
        suite->rules.count = suite->suspends.count = suite->events.count = suite->schemes.count = 0;
    } else if (text_starts(line, "void ")) {
        read_void(suite, line + 5);
    } else if (text_starts(line, "at ")) {
        read_view(suite, line + 3);
    } else if (*line != '\0' && *line != '#') {
        read_event(suite, line);
    }
}

/* Runs a file; answers how many lines of it were checked. */
static int run_cases(const char *name)
{
    struct suite suite = { .file = name, .arena = arena_new(ARENA_MAX) };
    char *text = arena_alloc(suite.arena, CASES_MAX);
    FILE *file = fopen(arena_format(suite.arena, "%s/src/engine/%s", SOURCE_ROOT, name), "r");

    assert_non_null(file);
    size_t length = fread(text, 1, CASES_MAX - 1, file);
    fclose(file);
    assert_in_range(length, 1, CASES_MAX - 2);

    struct text_pieces lines = text_split(suite.arena, text, '\n');
    for (size_t i = 0; i < lines.count; i++) {
        suite.line = (int)i + 1;
        read_line(&suite, trimmed(&suite, lines.at[i]));
    }
    arena_free(suite.arena);
    return suite.views;
}

static void every_case_is_as_computed_by_hand(void **state)
{
    (void)state;
    assert_true(run_cases("rules.cases") >= 60);
}

static void every_way_of_working_keeps_its_days(void **state)
{
    (void)state;
    assert_true(run_cases("schemes.cases") >= 60);
}

static void every_conflict_is_as_found_by_hand(void **state)
{
    (void)state;
    assert_true(run_cases("conflict.cases") >= 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_is_as_computed_by_hand),
        cmocka_unit_test(every_way_of_working_keeps_its_days),
        cmocka_unit_test(every_conflict_is_as_found_by_hand),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
