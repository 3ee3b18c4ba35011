/* SPDX-License-Identifier: MIT
 * rule.c: the words of rules and what a rule is when the file says nothing. */
#include "engine/rule.h"

#include "base/text.h"

#define WORD(identifier, word) word,
const char *const rule_kind_words[RULE_KIND_COUNT] = { RULE_KINDS(WORD) };
const char *const severity_words[SEVERITY_COUNT] = { SEVERITIES(WORD) };
const char *const mark_words[MARK_COUNT] = { MARKS(WORD) };
const char *const quantity_words[QUANTITY_COUNT] = { QUANTITIES(WORD) };
const char *const bell_receiver_words[BELL_RECEIVER_COUNT] = { BELL_RECEIVERS(WORD) };
const char *const bell_way_words[BELL_WAY_COUNT] = { BELL_WAYS(WORD) };
#undef WORD
const char *const roll_words[ROLL_COUNT] = { "keep", "next", "previous" };
const char *const period_words[PERIOD_COUNT] = { "", "day", "week", "month", "quarter", "year" };
const char *const suspension_mode_words[SUSPENSION_MODE_COUNT] = { "run", "stop", "restart" };

int word_read(const char *const *words, int count, const char *word)
{
    for (int i = 0; i < count; i++)
        if (text_is(words[i], word))
            return i;
    return -1;
}

enum severity severity_default(enum rule_kind kind)
{
    bool is_warning = kind == RULE_LIMIT || kind == RULE_MUST || kind == RULE_REQUIRE;

    return is_warning ? SEVERITY_WARN : SEVERITY_REMIND;
}

struct rule rule_default(enum rule_kind kind)
{
    return (struct rule){
        .kind = kind,
        .scope = SUBJECT_ENROLMENT,
        .severity = severity_default(kind),
        .grace = { 0, SPAN_DAYS },
        .early = { 0, SPAN_DAYS },
        .valid = { DAY_NONE, DAY_NONE },
    };
}

const struct rule *rule_on(const struct rule_line *line, day on, struct valid *valid)
{
    for (size_t i = line->count; i-- > 0;) {
        if (valid_on(line->at[i].valid, on)) {
            if (valid != NULL)
                *valid = line->at[i].valid;
            return &line->at[i].rule;
        }
    }
    return NULL;
}
