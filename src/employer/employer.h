/* SPDX-License-Identifier: MIT
 * employer.h: companies and their workplaces: who they are, who at the town hall looks after them, how
 * many places they offer, and what was talked about. Who is placed there is placement's subject; here is
 * only what concerns the company itself. Rows and statements are in employer.sql. */
#ifndef EMPLOYER_EMPLOYER_H
#define EMPLOYER_EMPLOYER_H

#include "db/db.h"
#include "employer_sql.h"

/* How a company stands to placements: willing, pausing until a day, never. Codes as stored; NULL last. */
enum company_state { COMPANY_WILLING, COMPANY_PAUSING, COMPANY_NEVER, COMPANY_STATE_COUNT };
extern const char *const company_state_codes[COMPANY_STATE_COUNT + 1];

/* Whether the law's rules for private or for public employers apply. Codes as stored; NULL last. */
extern const char *const company_sector_codes[];

/* Ordinary employees month by month: of the workplace or of the whole company. Codes as stored; NULL last. */
enum month_level { MONTHS_P, MONTHS_CVR, MONTH_LEVEL_COUNT };
extern const char *const month_level_codes[MONTH_LEVEL_COUNT + 1];

/* How the town hall talked with a company. Codes as stored; NULL last. */
enum talk_way { TALK_PHONE, TALK_VISIT, TALK_MAIL, TALK_WAY_COUNT };
extern const char *const talk_way_codes[TALK_WAY_COUNT + 1];

enum { EMPLOYEES_UNKNOWN = -1 };

/* What is known when a company is created or edited; texts may be NULL. */
struct company_facts {
    const char *cvr, *p_number; /* Digits as rules.h gives them. */
    const char *name, *branch;  /* Branch: a code of the glossary. */
    const char *street, *postal_code, *town;
    int64_t employee_count; /* Ordinarily employed; EMPLOYEES_UNKNOWN. */
    day employee_day;       /* When that was known, and from whom. */
    const char *employee_source;
    const char *sector;     /* A code of company_sector_codes, or "". */
    const char *culture, *travel, *hours;
    int64_t place_count;    /* Places offered at the same time. */
    enum company_state state;
    day pause_until;        /* For COMPANY_PAUSING; DAY_NONE until further notice. */
    struct staff_id consultant, deputy;
};

struct company_id employer_create(struct db *db, const struct company_facts *facts);

/* The next companies from before the journal knew them get their events company.created and relation.started, at the
 * time they were written down, and the rows of who looks after them. How many there were. */
int64_t employer_tell_old(struct db *db, int64_t most);
void employer_wake(struct db *db, struct arena *arena, instant now); /* For keeper_tasks. */

/* Writes changed facts when nobody has since `version`; false when somebody has. */
bool employer_update(struct db *db, struct company_id company, const struct company_facts *facts, int64_t version);

/* It pauses (until a day, or DAY_NONE: until further notice), never wants to, or is willing again; event agreement.paused
 * or agreement.reopened. False when it stood so already. */
bool employer_set_state(struct db *db, const struct company_row *company, enum company_state state, day until);

/* What the list is narrowed to, and its order: "" by name, "senest" longest not talked with first,
 * "pladser" most free places first, "konsulent". */
struct employer_filter {
    const char *typed; /* Part of a name, or the beginning of a CVR or P number; NULL for all. */
    const char *state; /* A code of company_state_codes, or NULL. */
    struct staff_id consultant;
    const char *sort;
};

/* `most` companies after the first `skip`, and how many there are in all. */
struct company_listed_list employer_list(struct db *db, const struct employer_filter *filter, int64_t most, int64_t skip);
int64_t employer_count(struct db *db, const struct employer_filter *filter);

/* The best few companies for what somebody typed, by name; none when nothing was typed. */
struct company_listed_list employer_search(struct db *db, const char *typed, int64_t most);

/* A contact; the first one to call takes over from another. */
struct company_contact_id employer_add_contact(struct db *db, const struct company_contact_insert_in *contact);

/* Removes a contact who has left; placements that had it ask for another. False when there was none. */
bool employer_remove_contact(struct db *db, struct company_id company, struct company_contact_id contact);

/* Writes months of ordinary employees as full time in hundredths, newest first: the first is the month before `on`,
 * the next the one before that. */
enum { MONTHS_TYPED_MAX = 24 };
void employer_note_months(struct db *db, struct company_id company, enum month_level level, day on,
                          const int64_t *employees, size_t count, const char *source);

/* The newest months before a day, each once, at most `most`. Those of the whole company are found at all its workplaces. */
struct company_month_row_list employer_months(struct db *db, const struct company_row *company, enum month_level level,
                                              day before, size_t most);

/* "12, 12,5 13" as such months; false, and nothing in `employees`, when it is no row of numbers. */
bool employer_months_read(struct arena *arena, const char *typed, int64_t employees[MONTHS_TYPED_MAX], size_t *count);

/* A talk by the actor at `at`; event contact.made, or visit.made for a visit, in the company's stream. */
void employer_talk(struct db *db, struct company_id company, enum talk_way way, instant at, const char *words);

/* What the company waits for an answer to, oldest first, and until when. */
struct company_enquiry_list employer_enquiries(struct db *db, struct company_id company);

#endif
