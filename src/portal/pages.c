/* SPDX-License-Identifier: MIT
 * pages.c: the addresses behind a link, which page each purpose has, and pauses that end by themselves. */
#include "portal/pages.h"

#include "base/log.h"
#include "campaign/campaign.h"
#include "engine/journal.h"

/* By purpose. One without a page opens nothing. */
static struct reply (*const answers[LINK_PURPOSE_COUNT])(struct request *r, const struct link_row *link) = {
    [LINK_EMPLOYER] = employer_answer,
    [LINK_EVALUATION] = evaluation_answer,
    [LINK_SURVEY] = survey_answer,
    [LINK_BUDDY] = buddy_answer,
};

static struct reply portal_answer(struct request *r)
{
    struct link_row link;

    if (!link_open(r, &link))
        return reply_not_found(r);
    for (int purpose = 0; purpose < LINK_PURPOSE_COUNT; purpose++)
        if (answers[purpose] != NULL && link_is_for(&link, (enum link_purpose)purpose))
            return answers[purpose](r, &link);
    return reply_not_found(r);
}

static const struct route routes[] = {
    { GET, "/v/{secret}", MAY_LINK, portal_answer },
    { POST, "/v/{secret}", MAY_LINK, portal_answer },
    { GET, "/praktik/{placement}/links", MAY_PLACEMENT_WRITE, made_get },
    { POST, "/praktik/{placement}/links", MAY_PLACEMENT_WRITE, made_post },
    { POST, "/praktik/{placement}/links/{link}/traek", MAY_PLACEMENT_WRITE, made_withdraw_post },
    { 0 },
};

static int64_t pauses_waiting(struct db *db)
{
    return portal_pauses_waiting(db, db_today(db));
}

void portal_wake(struct db *db, struct arena *arena, instant now)
{
    db_begin(db, DB_WRITE, arena, actor_system, now);
    struct portal_pause_list over = portal_pauses_over(db, db_today(db));
    for (size_t i = 0; i < over.count; i++) {
        portal_pause_end(db, over.at[i].id);
        journal_append(db, &(struct event_draft){
            .stream = { STREAM_COMPANY, over.at[i].id.n }, .kind = EVENT_AGREEMENT_REOPENED,
            .subject = { SUBJECT_COMPANY, over.at[i].id.n }, .at = now,
        });
    }
    if (!db_commit(db))
        log_line(LOG_ERROR, "ending pauses failed");
}

const struct feature portal_feature = { .name = "portal", .routes = routes, .waiting = pauses_waiting,
                                        .wake = portal_wake };
