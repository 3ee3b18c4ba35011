/* SPDX-License-Identifier: MIT
 * wake.h: morning calls (S19): whom to ring tomorrow and when, what came of it, and who can be rung. Support that
 * comes before any case about absence. Statements are in wake.sql. */
#ifndef WAKE_WAKE_H
#define WAKE_WAKE_H

#include "citizen/holding.h"
#include "wake_sql.h"

/* What came of a call. Codes as stored and of the glossary's list wake_result; NULL last. */
enum wake_result { WAKE_WOKE, WAKE_TALKED, WAKE_NO_ANSWER, WAKE_RESULT_COUNT };
extern const char *const wake_result_codes[WAKE_RESULT_COUNT + 1];

/* Is a call due on a day: inside its days, on one of its weekdays? Pure. */
bool wake_is_on(const struct wake_call_loaded *call, day on);

/* Marks the call of a day: event contact.made(wake), or contact.tried(wake) when nobody answered. False when a colleague
 * has marked it, or the citizen is not to be rung that day. */
bool wake_mark(struct db *db, const struct wake_call_loaded *call, day on, enum wake_result result, const char *words);

/* Takes the mark back; its event is void. False when there is none. */
bool wake_unmark(struct db *db, const struct wake_call_loaded *call, day on);

/* For features.c. */
extern const struct holding wake_holding;

#endif
