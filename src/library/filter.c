/* SPDX-License-Identifier: MIT
 * filter.c: choosing among the schemes by what stands in them. */
#include "library/filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "law/glossary.h"

#define SCHEME_TIME_CODE(identifier, code) code,
const char *const scheme_time_codes[SCHEME_TIME_COUNT] = { SCHEME_TIMES(SCHEME_TIME_CODE) };
#undef SCHEME_TIME_CODE

/* Which time an event belongs to, by the beginning of its name; the first that fits. Endings come first. */
static const struct {
    const char *beginning;
    enum scheme_time when;
} times[] = {
    { "placement.ended", SCHEME_TIME_AFTER },     { "activity.ended", SCHEME_TIME_AFTER },
    { "job.ended", SCHEME_TIME_AFTER },           { "enrolment.aftercare", SCHEME_TIME_AFTER },
    { "citizen.", SCHEME_TIME_ARRIVAL },          { "placement.", SCHEME_TIME_WORKPLACE },
    { "job.", SCHEME_TIME_WORKPLACE },            { "hours.", SCHEME_TIME_WORKPLACE },
    { "request.", SCHEME_TIME_COMPANY },          { "agreement.", SCHEME_TIME_COMPANY },
    { "survey.", SCHEME_TIME_COMPANY },           { "visit.", SCHEME_TIME_COMPANY },
    { "", SCHEME_TIME_COURSE },
};

static enum scheme_time time_of(const struct pattern *pattern)
{
    size_t i = 0;

    while (!text_starts(event_kind_names[pattern->kind], times[i].beginning))
        i++;
    return times[i].when;
}

static bool rule_acts_at(const struct rule *rule, enum scheme_time when)
{
    const struct pattern *begins = rule->after.is_set ? &rule->after : &rule->before;

    if (subject_streams[rule->scope] == STREAM_COMPANY)
        return when == SCHEME_TIME_COMPANY;
    return begins->is_set && time_of(begins) == when;
}

bool scheme_acts_at(const struct scheme *scheme, enum scheme_time when)
{
    for (size_t i = 0; i < scheme->rules.count; i++)
        if (rule_acts_at(&scheme->rules.at[i].rule, when))
            return true;
    for (size_t i = 0; i < scheme->implied.count; i++)
        if (rule_acts_at(&scheme->implied.at[i].rule, when))
            return true;
    return false;
}

static bool has_kind(const struct scheme *scheme, enum activity_kind kind)
{
    for (size_t i = 0; i < scheme->activities.count; i++)
        if (scheme->activities.at[i].kind == kind)
            return true;
    return false;
}

bool scheme_fits(const struct scheme *scheme, const struct scheme_filter *filter)
{
    int kind = word_read(activity_kind_words, ACTIVITY_KIND_COUNT, filter->subject);
    int when = word_read(scheme_time_codes, SCHEME_TIME_COUNT, filter->time);

    return (*filter->org == 0 || text_is(filter->org, scheme->origin.org)) &&
           (*filter->subject == 0 || (kind >= 0 && has_kind(scheme, (enum activity_kind)kind))) &&
           (*filter->time == 0 || (when >= 0 && scheme_acts_at(scheme, (enum scheme_time)when)));
}

static int by_label(const void *a, const void *b)
{
    const struct choice *x = a, *y = b;

    return strcmp(x->label, y->label);
}

struct choices filter_orgs(struct arena *arena, const struct library *library)
{
    LIST_OF(struct choice) orgs = { 0 };

    for (size_t i = 0; i < library->schemes.count; i++) {
        const char *org = library->schemes.at[i]->origin.org;
        bool is_new = true;
        for (size_t k = 0; k < orgs.count && is_new; k++)
            is_new = !text_is(orgs.at[k].code, org);
        if (is_new)
            *LIST_ADD(arena, &orgs) = (struct choice){ org, org };
    }
    if (orgs.count > 0)
        qsort(orgs.at, orgs.count, sizeof *orgs.at, by_label);
    return (struct choices){ orgs.at, orgs.count };
}

/* Does any scheme fit? */
static bool is_found(const struct library *library, struct scheme_filter filter)
{
    for (size_t i = 0; i < library->schemes.count; i++)
        if (scheme_fits(library->schemes.at[i], &filter))
            return true;
    return false;
}

struct choices filter_subjects(struct arena *arena, const struct library *library, int language)
{
    LIST_OF(struct choice) subjects = { 0 };

    for (int kind = 0; kind < ACTIVITY_KIND_COUNT; kind++)
        if (is_found(library, (struct scheme_filter){ "", activity_kind_words[kind], "" }))
            *LIST_ADD(arena, &subjects) = (struct choice){
                activity_kind_words[kind], glossary_label_or_code(language, "activity_kind", activity_kind_words[kind])
            };
    return (struct choices){ subjects.at, subjects.count };
}

struct choices filter_times(struct arena *arena, const struct library *library, int language)
{
    LIST_OF(struct choice) found = { 0 };

    for (int when = 0; when < SCHEME_TIME_COUNT; when++)
        if (is_found(library, (struct scheme_filter){ "", "", scheme_time_codes[when] }))
            *LIST_ADD(arena, &found) = (struct choice){
                scheme_time_codes[when], glossary_label_or_code(language, "scheme_phase", scheme_time_codes[when])
            };
    return (struct choices){ found.at, found.count };
}
