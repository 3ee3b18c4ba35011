/* SPDX-License-Identifier: MIT
 * log.h: one JSON line an event, on standard error. Only web/ and main.c log; others return what
 * went wrong. Never a CPR number, a name or free text from a case: log numbers and ids. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

enum log_level { LOG_INFO, LOG_WARNING, LOG_ERROR, LOG_LEVEL_COUNT };

/* Writes one line, formatted as by printf and cut at 2,000 bytes. Control characters are escaped. */
__attribute__((format(printf, 2, 3)))
void log_line(enum log_level level, const char *format, ...);

/* From now on lines of LOG_INFO are gathered until log_flush, a full buffer, or a line that is more than that: a
 * process that answers many requests a turn writes once. What a killed process has gathered is lost. */
void log_gather(void);

/* Writes what was gathered. */
void log_flush(void);

#endif
