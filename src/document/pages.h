/* SPDX-License-Identifier: MIT
 * pages.h: the routes of documents, for features.c. */
#ifndef DOCUMENT_PAGES_H
#define DOCUMENT_PAGES_H

#include "web/route.h"

extern const struct feature document_feature;

#endif
