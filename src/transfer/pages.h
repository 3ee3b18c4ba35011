/* SPDX-License-Identifier: MIT
 * pages.h: files to fetch, for features.c. */
#ifndef TRANSFER_PAGES_H
#define TRANSFER_PAGES_H

#include "transfer/import.h"
#include "transfer_sql.h"
#include "web/field.h"
#include "web/keeper.h"
#include "web/route.h"

extern const struct feature transfer_feature;

/* What the page of files says: how many are in the actor's reach. */
struct fetch_view {
    int64_t citizen_count, company_count;
    bool has_cpr, has_protected; /* Whether the file has whole numbers, and protected addresses. */
};

/* The page that files are sent from, with those that wait. */
struct send_view {
    struct form form;
    struct choices kinds;
    struct transfer_upload_line_list uploads;
    int64_t most_megabytes;
};

/* What a file would do: its mistakes, or how many rows it changes. */
struct trial_view {
    const struct transfer_upload_row *upload;
    const struct mistakes *mistakes;
    struct import_counts counts;
    bool is_refused;        /* It was fine when it was tried, and is not any more. */
    bool has_more_mistakes; /* Only the first are here. */
    struct form form;
};

/* upload.c */
struct reply upload_send_get(struct request *r);
struct reply upload_send_post(struct request *r);
struct reply upload_trial_get(struct request *r);
struct reply upload_let_in_post(struct request *r);
struct reply upload_throw_away_post(struct request *r);

/* The files of schools: which school and days, and those that wait. school_pages.c */
struct school_send_view {
    struct form form;
    struct choices schools;
    struct attendance_file_line_list files;
};
struct reply school_files_get(struct request *r);
struct reply school_files_post(struct request *r);
struct reply school_file_get(struct request *r);
struct reply school_file_post(struct request *r);
struct reply school_file_throw_away_post(struct request *r);

/* For keeper_tasks: deletes files that were sent a day ago and never let in. */
void transfer_sweep(struct db *db, struct arena *arena, instant now);

#endif
