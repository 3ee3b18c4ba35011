/* SPDX-License-Identifier: MIT
 * pages.c: the routes of companies, and what their pages share. */
#include "employer/pages.h"

static const struct route routes[] = {
    { GET, "/virksomhedscentre", MAY_ANYONE, catalogue_get },
    { GET, "/virksomhedscentre.csv", MAY_ANYONE, catalogue_csv_get },
    { GET, "/virksomheder", MAY_COMPANY_READ, company_list_get },
    { GET, "/virksomheder/mine", MAY_COMPANY_READ, my_companies_get },
    { POST, "/virksomheder/mine", MAY_COMPANY_WRITE, company_manners_post },
    { POST, "/virksomheder/venter/{wait}/af", MAY_PLACEMENT_WRITE, wait_off_post },
    { POST, "/virksomheder/venter/{wait}/igen", MAY_PLACEMENT_WRITE, wait_again_post },
    { GET, "/virksomheder/dubletter", MAY_COMPANY_WRITE, merge_list_get },
    { POST, "/virksomheder/dubletter/{merge}/skil", MAY_COMPANY_WRITE, merge_undo_post },
    { GET, "/virksomheder/{company}/sammen/{other}", MAY_COMPANY_WRITE, merge_get },
    { POST, "/virksomheder/{company}/sammen/{other}", MAY_COMPANY_WRITE, merge_post },
    { POST, "/virksomheder/{company}/pause", MAY_COMPANY_WRITE, company_pause_post },
    { POST, "/virksomheder/{company}/aabn", MAY_COMPANY_WRITE, company_reopen_post },
    { GET, "/virksomheder/ny", MAY_COMPANY_WRITE, company_new_get },
    { POST, "/virksomheder/ny", MAY_COMPANY_WRITE, company_new_post },
    { GET, "/virksomheder/{company}", MAY_COMPANY_READ, company_get },
    { GET, "/virksomheder/{company}/ret", MAY_COMPANY_WRITE, company_edit_get },
    { POST, "/virksomheder/{company}/ret", MAY_COMPANY_WRITE, company_edit_post },
    { POST, "/virksomheder/{company}/kontakter", MAY_COMPANY_WRITE, company_contact_post },
    { POST, "/virksomheder/{company}/kontakter/{contact}/fjern", MAY_COMPANY_WRITE, company_contact_remove_post },
    { POST, "/virksomheder/{company}/samtaler", MAY_COMPANY_WRITE, company_talk_post },
    { POST, "/virksomheder/{company}/ansatte", MAY_COMPANY_WRITE, company_month_post },
    { GET, "/virksomheder/{company}/aftaler", MAY_COMPANY_READ, agreement_list_get },
    { POST, "/virksomheder/{company}/aftaler", MAY_COMPANY_WRITE, agreement_new_post },
    { GET, "/virksomheder/{company}/aftaler/{agreement}", MAY_COMPANY_WRITE, agreement_edit_get },
    { POST, "/virksomheder/{company}/aftaler/{agreement}", MAY_COMPANY_WRITE, agreement_edit_post },
    { POST, "/virksomheder/{company}/aftaler/{agreement}/afslut", MAY_COMPANY_WRITE, agreement_end_post },
    { POST, "/virksomheder/{company}/aftaler/{agreement}/genoptag", MAY_COMPANY_WRITE, agreement_resume_post },
    { POST, "/virksomheder/{company}/aftaler/{agreement}/sparring", MAY_COMPANY_WRITE, sparring_post },
    { POST, "/virksomheder/{company}/sparring/{sparring}/fortryd", MAY_COMPANY_WRITE, sparring_undo_post },
    { 0 },
};

const struct feature employer_feature = { .name = "employer", .routes = routes };

struct choices glossary_choices(struct request *r, const char *list)
{
    size_t count;
    const struct glossary_row *rows = glossary_list(list, &count);
    struct choice *choices = arena_array(r->arena, count, sizeof *choices);

    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){ rows[i].code, glossary_label_or_code((int)r->language, list, rows[i].code) };
    return (struct choices){ choices, count };
}

struct choices glossary_some(struct request *r, const char *list, const char *const *codes)
{
    size_t count = 0;

    while (codes[count] != NULL)
        count++;
    struct choice *choices = arena_array(r->arena, count, sizeof *choices);
    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){ codes[i], glossary_label_or_code((int)r->language, list, codes[i]) };
    return (struct choices){ choices, count };
}
