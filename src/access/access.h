/* SPDX-License-Identifier: MIT
 * access.h: whose data is whose: who has seen a case, opening one with a reason, handing a citizen all
 * that is held about her, and erasing it. What each feature holds stands in its own `struct holding`
 * (citizen/holding.h); here they are asked together. */
#ifndef ACCESS_ACCESS_H
#define ACCESS_ACCESS_H

#include "access_sql.h"
#include "citizen/holding.h"
#include "web/say.h"

enum { SEEN_DAYS = 30, SEEN_ROWS_MAX = 5000 };

/* One person's looks at a case. */
struct seen_by {
    int64_t actor_kind, actor;
    const char *name, *title, *unit_name; /* Finished texts, "" when there is none. */
    int64_t times;
    instant newest_at;
    const char *what;   /* "stamdata, planen, skrev et notat" in the language asked for. */
    const char *reason; /* The newest reason given, or NULL. */
};
struct seen {
    struct seen_by *at;
    size_t count;
    int64_t times;     /* All together. */
    bool is_cut;       /* There is more than SEEN_ROWS_MAX. */
};

/* Who has seen the citizen's case since a moment, most often first. Reads of the last second may still be
 * on their way into the log. */
struct seen access_seen_by(struct db *db, enum language language, struct citizen_id citizen, instant since_at);

/* A statement's name in plain words, by the features' tables. */
const char *access_words(const char *statement);

/* The journal and the access log: the last of all holdings. */
extern const struct holding access_holding;

/* Everything that is held about a citizen and that the actor may be told, table by table. */
struct telling access_tell(struct db *db, enum language language, struct citizen_id citizen);

/* The same as JSON: { "table": [ { "label": "value" } ] }. */
const char *access_json(struct arena *arena, const struct telling *telling);

/* Empties what is held, in every feature and the journal; event citizen.erased. A second time changes
 * nothing. */
void access_erase(struct db *db, struct citizen_id citizen);

/* What an event is called in plain Danish. */
const char *access_event_words(const char *kind);

#endif
