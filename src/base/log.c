/* SPDX-License-Identifier: MIT
 * log.c: JSON lines on standard error, whole lines a write so that processes do not mix. */
#include "base/log.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { TEXT_SIZE = 2000, LINE_SIZE = 2 * TEXT_SIZE + 100, GATHERED_SIZE = 4 * LINE_SIZE };

static struct {
    char bytes[GATHERED_SIZE];
    size_t length;
    bool is_on;
    pid_t pid; /* Asked for once, when it is on. */
} gathered;

static const char *const level_names[LOG_LEVEL_COUNT] = { "info", "warning", "error" };

/* Appends `text` as the inside of a JSON string; returns the new length. */
static size_t add_escaped(char *line, size_t length, size_t room, const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p != 0 && length + 8 < room; p++) {
        if (*p == '"' || *p == '\\')
            line[length++] = '\\';
        if (*p < 0x20)
            length += (size_t)snprintf(line + length, room - length, "\\u%04x", *p);
        else
            line[length++] = (char)*p;
    }
    return length;
}

void log_flush(void)
{
    size_t length = gathered.length;

    gathered.length = 0;
    if (length > 0 && write(STDERR_FILENO, gathered.bytes, length) < 0)
        return; /* Nowhere left to say it. */
}

static void put(const char *line, size_t length)
{
    if (gathered.length + length > sizeof gathered.bytes)
        log_flush();
    memcpy(gathered.bytes + gathered.length, line, length);
    gathered.length += length;
}

void log_line(enum log_level level, const char *format, ...)
{
    char text[TEXT_SIZE];
    char line[LINE_SIZE];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);

    size_t length = (size_t)snprintf(line, sizeof line, "{\"level\":\"%s\",\"pid\":%ld,\"text\":\"",
                                     level_names[level], (long)(gathered.is_on ? gathered.pid : getpid()));
    length = add_escaped(line, length, sizeof line - 4, text);
    line[length++] = '"';
    line[length++] = '}';
    line[length++] = '\n';
    put(line, length);
    if (!gathered.is_on || level != LOG_INFO)
        log_flush();
}

void log_gather(void)
{
    gathered.is_on = true;
    gathered.pid = getpid();
}
