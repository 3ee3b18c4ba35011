/* SPDX-License-Identifier: MIT
 * version.h: the numbers of the law as dated rows (law/values.yaml), each with its paragraph, its source
 * and how surely it is known. A number nobody has read in a valid source has no value here, and whoever
 * needs it must refuse to compute: ask law_value_may_compute before using one. */
#ifndef LAW_VERSION_H
#define LAW_VERSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "yaml/mistake.h"
#include "yaml/words.h"

struct law;

/* How surely a number is known. */
enum law_mark { LAW_VERIFIED, LAW_VERIFIED_OLD, LAW_UNVERIFIED, LAW_DEFAULT, LAW_MARK_COUNT };
enum law_unit {
    LAW_COUNT_OF, LAW_HOURS, LAW_DAYS, LAW_WEEKS, LAW_MONTHS, LAW_YEARS, LAW_KRONER, LAW_PERCENT, LAW_UNIT_COUNT
};

#define LAW_VALUE_NONE INT64_MIN

/* One version of a number. */
struct law_version {
    int64_t value; /* Thousandths of the unit; LAW_VALUE_NONE when not known. */
    day from, to;  /* First and last day; DAY_NONE is open. */
    const char *basis, *source;
    enum law_mark mark;
    bool is_test;  /* From a file that says of itself that its numbers are invented. */
};

struct law_value {
    const char *name;
    struct words text;
    enum law_unit unit;
    const struct law_version *versions; /* Oldest first. */
    size_t version_count;
};

/* Reads law/values.yaml, from `directory` or, when NULL, from the program. NULL when the file is wrong;
 * versions that overlap are a mistake. */
const struct law *law_load(struct arena *arena, const char *directory, struct mistakes *mistakes);

/* The version of a number in force on a day, or NULL when the law had none that day. A name that does
 * not exist is our own mistake. */
const struct law_version *law_value_on(const struct law *law, const char *name, day on);

/* The number of a name, or NULL when there is none. */
const struct law_value *law_value_find(const struct law *law, const char *name);

/* A version that the municipality has verified itself (src/rates): it is asked before those of the file. */
struct law_own {
    const char *name;
    struct law_version version;
};

/* The same law with the municipality's own versions, the first that fits the day first. Both arrays live as long
 * as what is returned. */
const struct law *law_with(struct arena *arena, const struct law *law, const struct law_own *own, size_t count);

/* The numbers of the program, read when first asked for and kept as long as the process. */
const struct law *law_kept(void);

/* The word of a mark in the files: "verified_old". */
extern const char *const law_mark_words[LAW_MARK_COUNT];

/* True for a version with a value that was verified or is our stated default. False for NULL, for one
 * that nobody has read, and for one read before a reform: those may be shown, never computed with. */
bool law_value_may_compute(const struct law_version *version);

/* All numbers, for the page and the lawbook. */
const struct law_value *law_values(const struct law *law, size_t *count);

#endif
