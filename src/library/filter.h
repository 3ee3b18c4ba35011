/* SPDX-License-Identifier: MIT
 * filter.h: by what the schemes of the library can be chosen: where they come from, what they offer, and when
 * in a citizen's way they act. All of it is read from the schemes themselves; nobody tags them. Pure. */
#ifndef LIBRARY_FILTER_H
#define LIBRARY_FILTER_H

#include "engine/scheme.h"
#include "web/field.h"

/* When a scheme acts: identifier, code in addresses and in the glossary (list scheme_phase). */
#define SCHEME_TIMES(T)                                                                                  \
    T(ARRIVAL, "arrival") T(COURSE, "course") T(WORKPLACE, "workplace") T(COMPANY, "company") T(AFTER, "after")

enum scheme_time {
#define SCHEME_TIME_ENUM(identifier, code) SCHEME_TIME_##identifier,
    SCHEME_TIMES(SCHEME_TIME_ENUM)
#undef SCHEME_TIME_ENUM
    SCHEME_TIME_COUNT
};
extern const char *const scheme_time_codes[SCHEME_TIME_COUNT];

/* What was chosen; "" for everything. */
struct scheme_filter {
    const char *org, *subject, *time;
};

/* Is one of the scheme's rules about this time: does it begin with what happens then? */
bool scheme_acts_at(const struct scheme *scheme, enum scheme_time when);

/* Does the scheme have what was chosen? An unknown choice fits nothing. */
bool scheme_fits(const struct scheme *scheme, const struct scheme_filter *filter);

/* The choices that fit at least one scheme: places in the order of the alphabet, kinds of activity (codes of the
 * glossary's activity_kind) and times in their own. Labels are in the language; memory is the arena's. */
struct choices filter_orgs(struct arena *arena, const struct library *library);
struct choices filter_subjects(struct arena *arena, const struct library *library, int language);
struct choices filter_times(struct arena *arena, const struct library *library, int language);

#endif
