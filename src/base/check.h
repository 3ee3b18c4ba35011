/* SPDX-License-Identifier: MIT
 * check.h: our own mistakes. A failed check ends the process; the master starts another worker,
 * so the price is one request. The user's mistakes are ordinary values, never checks. */
#ifndef BASE_CHECK_H
#define BASE_CHECK_H

/* Ends the process with file and line when `condition` is false. Always compiled in. */
#define check(condition) ((condition) ? (void)0 : check_failed(#condition, __FILE__, __LINE__))

_Noreturn void check_failed(const char *condition, const char *file, int line);

#endif
