/* SPDX-License-Identifier: MIT
 * login.h: handlers of log-in and log-out, for the route table in pages.c. */
#ifndef STAFF_LOGIN_H
#define STAFF_LOGIN_H

#include "staff/pages.h"

struct reply login_get(struct request *r);
struct reply login_post(struct request *r);
struct reply logout_post(struct request *r);

#endif
