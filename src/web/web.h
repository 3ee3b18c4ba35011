/* SPDX-License-Identifier: MIT
 * web.h: the pages of the server itself: its health, the choice of language, and a demo's clock. */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "web/route.h"

extern const struct feature web_feature;

#endif
