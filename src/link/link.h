/* SPDX-License-Identifier: MIT
 * link.h: links that open without log-in, for employers: 256 random bits in the address, of which the store
 * has the hash only. A link opens what its purpose names and nothing else, ends on a day, and can be withdrawn.
 * Whoever comes by one acts as ACTOR_COMPANY with the link's id, so the access log says which link it was. */
#ifndef LINK_LINK_H
#define LINK_LINK_H

#include "link_sql.h"
#include "web/request.h"

/* What a link is for. Codes as stored; NULL last. The pages behind each are in src/portal, calendars in src/hours. */
enum link_purpose {
    LINK_EMPLOYER, LINK_EVALUATION, LINK_SURVEY, LINK_CALENDAR_CITIZEN, LINK_CALENDAR_GROUP, LINK_CALENDAR_STAFF,
    LINK_BUDDY, LINK_PURPOSE_COUNT
};
extern const char *const link_purpose_codes[LINK_PURPOSE_COUNT + 1];

/* How long a link of each purpose lives unless somebody says otherwise, in days. */
extern const int link_days[LINK_PURPOSE_COUNT];

struct link_wish {
    enum link_purpose purpose;
    struct company_id company;
    struct placement_id placement;     /* n = 0: all that the company has running. */
    int64_t subject;                   /* A row of the purpose's own; 0 for none. */
    struct company_contact_id contact; /* For whom; n = 0 for the company. */
    day last_day;                      /* Its last day; DAY_NONE: link_days from today on. */
};

struct link_made {
    struct link_id id;
    const char *path; /* "/v/…", a calendar's "/kalender/…", in the request's arena: said once, to whoever made it. */
};

/* Makes one. The actor is staff: somebody answers for who got it. */
struct link_made link_make(struct db *db, const struct link_wish *wish);

/* It opens no more, from this request on. False when it did not, or is not this company's. */
bool link_withdraw(struct db *db, struct link_id link, struct company_id company);

/* The same of a link that is no company's: of a purpose and the row it gives. */
bool link_withdraw_of(struct db *db, struct link_id link, enum link_purpose purpose, int64_t subject);

/* Where a link stands. Expired on the moment its last day has ended. */
enum link_state { LINK_OPEN, LINK_EXPIRED, LINK_WITHDRAWN, LINK_STATE_COUNT };
extern const char *const link_state_codes[LINK_STATE_COUNT + 1];
enum link_state link_state_of(const struct link_row *link, instant now);

/* The link of the route's {secret}, when it is open: from here on the request acts as the link, may run
 * statements with `may: link`, and sees citizens of its placements only (casefile_guard). False for everything
 * else, alike: the answer is reply_not_found. */
bool link_open(struct request *r, struct link_row *link);
bool link_is_for(const struct link_row *link, enum link_purpose purpose);

/* For a post behind a link: notes that it was used. */
void link_note_use(struct request *r, const struct link_row *link);

#endif
