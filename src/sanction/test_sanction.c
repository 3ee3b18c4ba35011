/* SPDX-License-Identifier: MIT
 * test_sanction.c: reads rules.cases, one example of the law a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cases.h"
#include "sanction/rules.h"

enum { CASES_LEAST = 85 };

static struct arena *arena;

static day day_in(const char *word)
{
    day on = DAY_NONE;

    if (strcmp(word, "-") != 0 && !day_read(word, &on))
        fail_msg("not a day: %s", word);
    return on;
}

/* The case that the head of rules.cases describes. */
static struct sanction_facts ready(void)
{
    return (struct sanction_facts){
        .today = day_of(2026, 4, 7), .breach = day_of(2026, 3, 9), .limit = sanction_limit(day_of(2026, 3, 9), 3),
        .guided = day_of(2026, 3, 2), .reads_guidance = true, .is_contact_tried = true, .sources_asked = 1,
        .warned = DAY_NONE, .heard = day_of(2026, 3, 20), .deadline = day_of(2026, 4, 6), .is_answered = true, .grounds = GROUNDS_NONE,
        .is_recommended = true, .actor = 4, .assessor = 2, .recommender = 3, .is_of_benefits_unit = true,
    };
}

/* Names of the facts that are yes or no. */
static const struct {
    const char *name;
    size_t at;
} flags[] = {
    { "reads", offsetof(struct sanction_facts, reads_guidance) },
    { "contact", offsetof(struct sanction_facts, is_contact_tried) },
    { "excused", offsetof(struct sanction_facts, is_excused) },
    { "closed_address", offsetof(struct sanction_facts, is_address_closed) },
    { "post", offsetof(struct sanction_facts, is_by_post) },
    { "answered", offsetof(struct sanction_facts, is_answered) },
    { "activity_ready", offsetof(struct sanction_facts, is_activity_ready) },
    { "promotion", offsetof(struct sanction_facts, is_promotion_assessed) },
    { "benefits", offsetof(struct sanction_facts, is_of_benefits_unit) },
    { "recommended", offsetof(struct sanction_facts, is_recommended) },
    { "none", offsetof(struct sanction_facts, is_none_chosen) },
    { "is_decided", offsetof(struct sanction_facts, is_decided) },
    { "sanctioned", offsetof(struct sanction_facts, is_sanctioned) },
    { "is_closed", offsetof(struct sanction_facts, is_closed) },
    { "sharpened", offsetof(struct sanction_facts, is_sharpened_chosen) },
    { "spouse", offsetof(struct sanction_facts, is_spouse_warned) },
    { "will", offsetof(struct sanction_facts, is_will_missing) },
    { "reopened", offsetof(struct sanction_facts, is_reopened) },
    { "deducted", offsetof(struct sanction_facts, is_deducted) },
    { "supported", offsetof(struct sanction_facts, is_supported) },
};
static const struct {
    const char *name;
    size_t at;
} days[] = {
    { "guided", offsetof(struct sanction_facts, guided) },
    { "today", offsetof(struct sanction_facts, today) },
    { "heard", offsetof(struct sanction_facts, heard) },
    { "warned", offsetof(struct sanction_facts, warned) },
};

static void set_number(struct sanction_facts *facts, const char *name, const char *value)
{
    int64_t number = 0;

    if (!text_to_int(value, &number))
        fail_msg("no such fact: %s=%s", name, value);
    if (text_is(name, "asked"))
        facts->sources_asked = (int)number;
    else if (text_is(name, "open"))
        facts->sources_open = (int)number;
    else if (text_is(name, "earlier"))
        facts->earlier_sanctions = number;
    else if (text_is(name, "actor"))
        facts->actor = number;
    else
        fail_msg("no such fact: %s", name);
}

static enum sanction_change change_in(const char *word)
{
    for (int i = 0; i < SANCTION_CHANGE_COUNT; i++)
        if (text_is(sanction_change_codes[i], word))
            return (enum sanction_change)i;
    fail_msg("no such change: %s", word);
    return CHANGE_NONE;
}

static void set_word(struct sanction_facts *facts, const char *name, const char *value)
{
    if (text_is(name, "grounds"))
        facts->grounds = text_is(value, "unknown") ? GROUNDS_NOT_ASSESSED : GROUNDS_REASONABLE;
    else if (text_is(name, "policy"))
        facts->policy = text_is(value, "support") ? ABSENCE_SUPPORT : text_is(value, "sanction") ? ABSENCE_SANCTION : ABSENCE_FREE;
    else if (text_is(name, "change"))
        facts->change = change_in(value);
    else
        set_number(facts, name, value);
}

static void set(struct sanction_facts *facts, const char *name, const char *value)
{
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (text_is(flags[i].name, name)) {
            *(bool *)((char *)facts + flags[i].at) = text_is(value, "yes");
            return;
        }
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (text_is(days[i].name, name)) {
            *(day *)(void *)((char *)facts + days[i].at) = day_in(value);
            return;
        }
    set_word(facts, name, value);
}

/* "guided=- reads=no" */
static struct sanction_facts facts_of(struct text_pieces words, size_t from)
{
    struct sanction_facts facts = ready();

    for (size_t i = from; i < words.count; i++) {
        const char *sign = strchr(words.at[i], '=');
        if (sign != NULL)
            set(&facts, arena_copy(arena, words.at[i], (size_t)(sign - words.at[i])), sign + 1);
    }
    return facts;
}

static int step_in(const char *word)
{
    for (int i = 0; i < SANCTION_STEP_COUNT; i++)
        if (text_is(sanction_step_codes[i], word))
            return i;
    fail_msg("no such step: %s", word);
    return -1;
}

static const char *may_of(struct text_pieces words)
{
    struct sanction_facts facts = facts_of(words, 1);

    return sanction_why_codes[sanction_may(&facts, (enum sanction_step_kind)step_in(words.at[0]))];
}

static const char *next_of(struct text_pieces words)
{
    struct sanction_facts facts = facts_of(words, 0);
    enum sanction_step_kind next = sanction_next(&facts);

    return next == SANCTION_STEP_COUNT ? "end" : sanction_step_codes[next];
}

/* "sanction 3 600" */
static struct sanction_terms terms_in(struct text_pieces words, size_t from)
{
    int64_t number = 0, rate = 0;
    bool is_sharpened = text_is(words.at[from], "sharpened");

    assert_true(text_to_int(words.at[from + 1], &number) && text_to_int(words.at[from + 2], &rate));
    return (struct sanction_terms){ !text_is(words.at[from], "none"), is_sharpened, is_sharpened ? 0 : number, rate,
                                    is_sharpened ? number : 0 };
}

static const char *change_of(struct text_pieces words)
{
    struct sanction_terms done = terms_in(words, 0), anew = terms_in(words, 3);

    return sanction_change_codes[sanction_change(&done, &anew)];
}

static const char *limit_of(struct text_pieces words)
{
    int64_t months = 0;

    text_to_int(words.at[1], &months);
    return day_iso(arena, sanction_limit(day_in(words.at[0]), (int)months));
}

static const char *talk_days_of(struct text_pieces words)
{
    struct sanction_days d = sanction_talk_days(day_in(words.at[0]), day_in(words.at[1]), day_in(words.at[2]));

    return arena_format(arena, "%s %s %lld %s", day_iso(arena, d.first), day_iso(arena, d.last), (long long)d.count,
                        d.is_running ? "yes" : "no");
}

static const char *day_rate_of(struct text_pieces words)
{
    static const struct sanction_rates rates = { { 5633, 9935, 13519 }, { 200, 400, 600, 700 } };
    int64_t benefit = 0;

    text_to_int(words.at[0], &benefit);
    return arena_format(arena, "%lld", (long long)sanction_day_rate(&rates, benefit));
}

static const struct {
    const char *rule;
    const char *(*answer)(struct text_pieces words);
} rules[] = {
    { "sanction.may", may_of },           { "sanction.next", next_of },         { "sanction.limit", limit_of },
    { "sanction.change", change_of },
    { "sanction.talk_days", talk_days_of }, { "sanction.day_rate", day_rate_of },
};

/* The words of a text, without the empty ones between blanks. */
static struct text_pieces words_of(const char *text)
{
    struct text_pieces all = text_split(arena, text, ' ');
    const char **kept = arena_array(arena, all.count + 1, sizeof *kept);
    size_t count = 0;

    for (size_t i = 0; i < all.count; i++)
        if (*all.at[i] != 0)
            kept[count++] = all.at[i];
    return (struct text_pieces){ kept, count };
}

static void check_line(size_t rule, const char *line)
{
    const char *arrow = strstr(line, "=>");
    struct text answer = text_new(arena);

    assert_non_null(arrow);
    struct text_pieces expected = words_of(arrow + 2);
    for (size_t i = 0; i < expected.count; i++)
        text_add_format(&answer, "%s%s", i > 0 ? " " : "", expected.at[i]);
    const char *got = rules[rule].answer(words_of(arena_copy(arena, line, (size_t)(arrow - line))));
    if (!text_is(got, text_done(&answer)))
        fail_msg("%s\n  got %s", line, got);
}

static void every_case_holds(void **state)
{
    struct cases cases = cases_open("src/sanction/rules.cases");

    (void)state;
    arena = arena_new(1 << 20);
    while (cases_next(&cases))
        check_line(CASES_ROW(&cases, rules), cases.line);
    assert_true(cases.count >= CASES_LEAST);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_case_holds) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
