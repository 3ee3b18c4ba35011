/* SPDX-License-Identifier: MIT
 * policy.c: what the schemes say when a problem at a workplace cannot be solved: end at once (S79, 001:222), or hold
 * on, so that ending asks for a leader's words. Where two clash, a person decides. */
#include "base/text.h"
#include "casefile/casefile.h"
#include "enquiry/enquiry.h"
#include "library/library.h"

static const char axis[] = "unresolved_problem";

static const char *const policy_words[UNSOLVED_POLICY_COUNT] = {
    [UNSOLVED_FREE] = "", [UNSOLVED_END] = "end", [UNSOLVED_HOLD_ON] = "hold_on",
};

static enum unsolved_policy policy_of(const struct scheme *scheme)
{
    for (size_t i = 0; scheme != NULL && i < scheme->policies.count; i++)
        for (int policy = UNSOLVED_END; policy < UNSOLVED_POLICY_COUNT; policy++)
            if (text_is(scheme->policies.at[i].axis.text, axis) &&
                text_is(scheme->policies.at[i].value.text, policy_words[policy]))
                return (enum unsolved_policy)policy;
    return UNSOLVED_FREE;
}

/* One more scheme speaks. */
struct hearing {
    struct unsolved said;
    bool is_clash;
};

static void hear(struct hearing *hearing, const struct scheme *scheme)
{
    enum unsolved_policy policy = policy_of(scheme);

    if (policy == UNSOLVED_FREE)
        return;
    if (hearing->said.scheme != NULL && hearing->said.policy != policy)
        hearing->is_clash = true;
    hearing->said = (struct unsolved){ policy, scheme->id.text };
}

static struct unsolved heard(const struct hearing *hearing)
{
    return hearing->is_clash ? (struct unsolved){ UNSOLVED_FREE, NULL } : hearing->said;
}

struct unsolved enquiry_unsolved(struct db *db, struct citizen_id citizen)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(db, citizen);
    struct hearing hers = { 0 }, all = { 0 };

    for (size_t i = 0; i < enrolments.count; i++)
        if (!text_is(enrolments.at[i].state, "ended"))
            hear(&hers, library_scheme(db, enrolments.at[i].scheme));
    if (hers.said.scheme != NULL)
        return heard(&hers);
    struct schemes on = library_schemes_on(db);
    for (size_t i = 0; i < on.count; i++)
        hear(&all, on.at[i]);
    return heard(&all);
}

enum closing_why enquiry_closing_may(const struct closing_facts *facts)
{
    bool ends = facts->outcome == ENQUIRY_UNSOLVED && facts->has_placement;

    if (ends && facts->policy == UNSOLVED_HOLD_ON && !facts->has_leader_words)
        return CLOSING_ASKS_LEADER;
    if (facts->outcome != ENQUIRY_SOLVED && !facts->has_words)
        return CLOSING_ASKS_WORDS;
    return CLOSING_FINE;
}
