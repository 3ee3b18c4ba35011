/* SPDX-License-Identifier: MIT
 * pages.h: the routes of documents, for features.c. */
#ifndef DOCUMENT_PAGES_H
#define DOCUMENT_PAGES_H

#include "citizen/holding.h"
#include "web/route.h"

extern const struct feature document_feature;
extern const struct holding documents_holding; /* holding.c */

#endif
