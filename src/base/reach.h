/* SPDX-License-Identifier: MIT
 * reach.h: whether an e-mail address or a phone number can be used, as far as its letters tell. Whether anybody
 * answers there nobody knows before. */
#ifndef BASE_REACH_H
#define BASE_REACH_H

#include <stdbool.h>

/* One address, name@place: no white space, no separators of lists, ASCII only. False for "". */
bool reach_is_mail(const char *address);

/* 8 to 15 digits, with spaces, hyphens, brackets and a plus between them. False for "". */
bool reach_is_phone(const char *number);

#endif
