/* SPDX-License-Identifier: MIT
 * pages.c: the routes of enquiries. */
#include "enquiry/pages.h"

static const struct route routes[] = {
    { GET, "/henvendelser", MAY_COMPANY_READ, enquiry_list_get },
    { GET, "/virksomheder/{company}/henvendelse", MAY_COMPANY_WRITE, enquiry_new_get },
    { POST, "/virksomheder/{company}/henvendelse", MAY_COMPANY_WRITE, enquiry_new_post },
    { GET, "/henvendelser/{enquiry}", MAY_COMPANY_READ, enquiry_get },
    { POST, "/henvendelser/{enquiry}/svar", MAY_COMPANY_WRITE, enquiry_answer_post },
    { POST, "/henvendelser/{enquiry}/besoeg", MAY_COMPANY_WRITE, enquiry_visit_post },
    { POST, "/henvendelser/{enquiry}/luk", MAY_COMPANY_WRITE, enquiry_close_post },
    { POST, "/henvendelser/{enquiry}/fortryd", MAY_COMPANY_WRITE, enquiry_undo_post },
    { 0 },
};

const struct feature enquiry_feature = { .name = "enquiry", .routes = routes };
