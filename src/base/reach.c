/* SPDX-License-Identifier: MIT
 * reach.c: the letters of e-mail addresses and phone numbers. */
#include "base/reach.h"

#include <string.h>

enum { DIGITS_LEAST = 8, DIGITS_MOST = 15 };

bool reach_is_mail(const char *address)
{
    const char *at = strchr(address, '@');

    for (const char *c = address; *c != 0; c++)
        if ((unsigned char)*c <= ' ' || *c == ',' || *c == ';' || *c == '<' || *c == '>' || (unsigned char)*c >= 0x7f)
            return false;
    return at != NULL && at != address && at[1] != 0 && strchr(at + 1, '@') == NULL;
}

bool reach_is_phone(const char *number)
{
    int digits = 0;

    for (const char *c = number; *c != 0; c++)
        if (*c >= '0' && *c <= '9')
            digits++;
        else if (strchr(" +-()", *c) == NULL)
            return false;
    return digits >= DIGITS_LEAST && digits <= DIGITS_MOST;
}
