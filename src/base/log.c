/* SPDX-License-Identifier: MIT
 * log.c: JSON lines on standard error, one write a line so that processes do not mix. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

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

void log_line(enum log_level level, const char *format, ...)
{
    char text[2000];
    char line[2 * sizeof text + 100];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);

    size_t length = (size_t)snprintf(line, sizeof line, "{\"level\":\"%s\",\"pid\":%ld,\"text\":\"",
                                     level_names[level], (long)getpid());
    length = add_escaped(line, length, sizeof line - 4, text);
    line[length++] = '"';
    line[length++] = '}';
    line[length++] = '\n';
    if (write(STDERR_FILENO, line, length) < 0)
        return; /* Nowhere left to say it. */
}
