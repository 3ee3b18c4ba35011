/* SPDX-License-Identifier: MIT
 * check.c: what happens when a check fails. */
#include "base/check.h"

#include <stdlib.h>

#include "base/log.h"

void check_failed(const char *condition, const char *file, int line)
{
    log_line(LOG_ERROR, "check failed: %s (%s:%d)", condition, file, line);
    abort();
}
