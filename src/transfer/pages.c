/* SPDX-License-Identifier: MIT
 * pages.c: the files over HTTP. Who may export sees what a file has before fetching it; each citizen in it
 * is guarded and noted in the access log, as on any page. */
#include "transfer/pages.h"

#include "transfer/import.h"
#include "transfer_fetch_page.h"
#include "transfer_sql.h"

static struct reply fetch_get(struct request *r)
{
    struct page page = page_new(r);
    struct fetch_view view = {
        .citizen_count = transfer_citizen_count(r->db, request_may(r, MAY_CASE_ALL), (struct staff_id){ r->actor.id }),
        .company_count = transfer_company_count(r->db),
        .has_cpr = request_may(r, MAY_CPR_SHOW),
        .has_protected = request_may(r, MAY_ADDRESS_PROTECTED),
    };

    fetch_page(&page, &view);
    return reply_page(&page.text);
}

static struct reply file_of(struct request *r, const struct transfer_kind *kind, const char *name)
{
    struct text out = text_new(r->arena);

    export_file(r->db, kind, &out);
    return reply_file("text/csv; charset=utf-8", name, out.at, out.length);
}

static struct reply citizens_get(struct request *r)
{
    return file_of(r, &transfer_citizens, "borgere.csv");
}

static struct reply companies_get(struct request *r)
{
    return file_of(r, &transfer_companies, "virksomheder.csv");
}

static const struct route routes[] = {
    { GET, "/hent", MAY_EXPORT, fetch_get },
    { GET, "/hent/borgere.csv", MAY_EXPORT, citizens_get },
    { GET, "/hent/virksomheder.csv", MAY_EXPORT, companies_get },
    { GET, "/indlaes", MAY_IMPORT, upload_send_get },
    { POST, "/indlaes", MAY_IMPORT, upload_send_post },
    { GET, "/indlaes/{fil}", MAY_IMPORT, upload_trial_get },
    { POST, "/indlaes/{fil}", MAY_IMPORT, upload_let_in_post },
    { POST, "/indlaes/{fil}/slet", MAY_IMPORT, upload_throw_away_post },
    { GET, "/fremmoedefil", MAY_GROUP_WRITE, school_files_get },
    { POST, "/fremmoedefil", MAY_GROUP_WRITE, school_files_post },
    { GET, "/fremmoedefil/{fil}", MAY_GROUP_WRITE, school_file_get },
    { POST, "/fremmoedefil/{fil}", MAY_GROUP_WRITE, school_file_post },
    { POST, "/fremmoedefil/{fil}/slet", MAY_GROUP_WRITE, school_file_throw_away_post },
    { 0 },
};

const struct feature transfer_feature = { .name = "transfer", .routes = routes };
