/* SPDX-License-Identifier: MIT
 * rules.h: what a course must be, as pure functions: the week's hours and the half of them in Danish, and
 * each participant's own weeks. The numbers come from the scheme. Cases: rules.cases. */
#ifndef GROUP_RULES_H
#define GROUP_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "engine/scheme.h"
#include "engine/span.h"
#include "group/verdict.h"

enum { MINUTES_A_DAY = 24 * 60, GROUP_SLOTS_MAX = 60 };

/* A slot of the week, in minutes after midnight. */
struct week_slot {
    int weekday; /* enum weekday */
    int64_t from, to;
    bool is_language;
};

/* The week's minutes against the wanted. */
struct week {
    int64_t minutes, language_minutes;
    int64_t minutes_wanted, language_wanted; /* 0: the scheme does not say. */
};

enum hours_why { HOURS_FINE, HOURS_FEWER, HOURS_MORE, HOURS_WHY_COUNT };
struct week_verdict {
    enum hours_why hours, language;
};

/* The sums of the slots, and what the scheme wants: `hours` an amount of hours a week, `language` a part
 * of them as a percentage, as hours, or all. */
struct week week_of(const struct week_slot *slots, size_t count, const struct amount *hours,
                    const struct amount *language);

/* R07, R08: exactly as many as wanted, to the minute. Neither stops anything; both are shown. */
struct week_verdict week_check(const struct week *week);

/* The first slot that does not end after it begins or begins before the one before it has ended, in a week
 * sorted by weekday and begin; -1 when there is none. */
int week_clash(const struct week_slot *slots, size_t count);

/* R06: the last day of a participant who begins on `from`: four weeks from a Monday end with the Sunday
 * before the fifth. DAY_NONE for an open end: no length, and no end of the group. */
day own_last_day(day from, struct span own_length, day group_ends);

/* S101: is a group that is for one gender ("" for everybody) for this citizen? "" and "other" are not known. */
enum entry_why entry_check(const char *for_whom, const char *gender);

/* The days that somebody is on a group; DAY_NONE for an open end. */
struct stay {
    day from, to;
};

/* The first day from `first` on from which, until `last`, always fewer are on the group than it has room for, with the places
 * that are offered to somebody taken; DAY_NONE when there is none. A gap before somebody who comes is no place. */
day place_free_from(const struct stay *stays, size_t count, int64_t room, day first, day last);

/* May somebody have a certificate for taking part? `present` is in hundredths of a day, `days` are those with a
 * mark, `wanted` is a percentage, 0 for no demand. */
enum certificate_why participation_check(int64_t present, int64_t days, int64_t wanted);

/* Minutes as hundredths of hours and back, each to the nearest: what is shown and saved again is the same minutes. */
int64_t hundredths_of_minutes(int64_t minutes);
int64_t minutes_of_hundredths(int64_t hundredths);

/* S64: the talk that a scheme has as a part of a session, without which the session is incomplete; NULL for none. `part`
 * says which of the scheme's own sessions it is, from 1; 0: one of the group's week, with its title. A visit to a company
 * has no talk. */
const struct scheme_session_part *talk_of(const struct scheme_activity *activity, int64_t part, const char *title, bool is_at_company);

/* Does a group meet on this day? Working days only. */
bool group_meets_on(day on);

#endif
