/* SPDX-License-Identifier: MIT
 * holding.h: what a feature holds about a citizen: how it is told to her (GDPR art. 15), how it is erased
 * (art. 17 and retention), and how a look at it is called in "who has seen the case". Each feature that
 * stores anything about a citizen has one `struct holding`, listed in features.c; src/access asks them all. */
#ifndef CITIZEN_HOLDING_H
#define CITIZEN_HOLDING_H

#include "db/db.h"
#include "ids.h"
#include "web/say.h"

/* --- telling --- */

struct told_field {
    const char *label, *value; /* Both finished texts. */
    bool is_own;               /* As somebody wrote it: a name, a note; nothing to translate. */
};
struct told_row {
    struct told_field *at;
    size_t count, room;
};
struct told_table {
    const char *title;
    struct told_row *at;
    size_t count, room;
};
/* Everything told so far: tables of rows of fields. */
struct telling {
    struct arena *arena;
    enum language language;
    permission_set permissions; /* Of whoever asks. */
    struct told_table *at;
    size_t count, room;
};

/* What follows is in a table of this title (Danish, SAY), and in a row of it. A table without rows and a
 * row without fields are left out by who shows them. */
void tell_table(struct telling *telling, const char *title);
void tell_row(struct telling *telling);

/* One field of the row. Labels are Danish (SAY). Blank texts, none-days and none-instants are left out. */
void tell_text(struct telling *telling, const char *label, const char *value);
void tell_code(struct telling *telling, const char *label, const char *list, const char *code);
void tell_day(struct telling *telling, const char *label, day on);
void tell_instant(struct telling *telling, const char *label, instant at);
void tell_flag(struct telling *telling, const char *label, bool is_so);

/* May whoever asks be told what needs this permission? Everybody with MAY_CASE_ERASE may: to hand it all
 * over is their duty. */
bool tell_may(const struct telling *telling, enum permission permission);

/* --- the feature's row --- */

/* How a statement is called in plain words: "så hele CPR-nummeret". The longest beginning that fits a
 * statement's name decides. */
struct seen_word {
    const char *beginning, *words; /* Words are Danish (SAY). */
};

struct holding {
    const char *title;            /* Danish (SAY), as are the next two. */
    const char *goes, *stays;     /* What erasure empties, and what it leaves and why. */
    const struct seen_word *seen; /* Ends with a row without beginning. */
    void (*tell)(struct db *db, struct telling *telling, struct citizen_id citizen);
    void (*erase)(struct db *db, struct citizen_id citizen); /* As MAY_CASE_ERASE; may be asked twice. */
};

/* In features.c; ends with NULL. */
extern const struct holding *const holdings[];

extern const struct holding citizen_holding;

#endif
