/* SPDX-License-Identifier: MIT
 * rules.h: dates of meetings. Pure. The monthly coordination is on the first Tuesday (R15); a follow-up
 * comes at least every third week (R13); a next conversation is proposed on a working day. */
#ifndef MEETING_RULES_H
#define MEETING_RULES_H

#include "base/day.h"

enum { COORDINATION_MONTHS = 12, FOLLOW_UP_DAYS = 21, NEXT_TALK_DAYS = 28 };

/* The first Tuesday of the month on or after a day: that of its own month, or of the next. */
day coordination_next(day on);

/* `count` first Tuesdays from a day on. */
void coordination_days(day from, day *days, int count);

/* The proposed next meeting: as many days later at the same time of day, on the working day before when
 * the day is none, so that a follow-up stays within its three weeks. */
instant meeting_propose_next(instant held_at, int days);

/* Speaking times for citizens: the nth (0 ...) of ten minutes each, from the meeting's begin on. */
instant coordination_slot(instant meets_at, int nth);

#endif
