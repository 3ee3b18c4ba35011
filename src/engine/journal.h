/* SPDX-License-Identifier: MIT
 * journal.h: writing down what happened. Each change in the product writes its state row and its event in
 * one transaction; docs/events.md says which feature writes which. Nothing is overwritten: a correction
 * is a new version. The obligations of each touched stream are recomputed once, before the commit. */
#ifndef ENGINE_JOURNAL_H
#define ENGINE_JOURNAL_H

#include "db/db.h"
#include "engine/condition.h"
#include "engine/event.h"

enum { JOURNAL_FIELDS_MAX = 12 };

/* A field's value is an id, a code, a number or a day; never a name or free text. NULL is left out. */
struct draft_field {
    const char *name, *value;
};

/* An event to be written. */
struct event_draft {
    struct stream stream;
    struct stream also;  /* A second stream it concerns; id 0 for none. */
    enum event_kind kind;
    const char *code;    /* NULL for none. */
    struct subject subject;
    instant at;          /* When it happened, not when it was typed. */
    bool is_day;         /* Only the day is known; `at` is the day's first instant. */
    struct draft_field fields[JOURNAL_FIELDS_MAX]; /* Ends with a NULL name, when not full. */
};

/* Writes an event by the actor of the request, now; returns its logical id (0 after a failure). */
int64_t journal_append(struct db *db, const struct event_draft *draft);

/* It happened at another time: a new version, the same otherwise. */
void journal_move(struct db *db, int64_t lid, instant at);

/* It happened otherwise than was written: a new version with other code, subject, fields, time; kind and
 * streams stay. False, and nothing written, when there is no such event of the draft's kind in its stream. */
bool journal_correct(struct db *db, int64_t lid, const struct event_draft *draft);

/* It never happened, or is undone: a new version that is void. Obligations it settled are open again. */
void journal_void(struct db *db, int64_t lid);

/* It was done with a reason in spite of what a `require` rule asks: the field `override` is added, and no breach is
 * noted. `reason` is the number of the row that has the words. */
void journal_excuse(struct db *db, int64_t lid, int64_t reason);

/* How far the journal is written, and each event, in each of its streams, that this transaction has written since
 * and that has not been taken back. Writers are one at a time, so nobody else's is among them. */
struct written_event {
    struct stream stream;
    int64_t lid;
    enum event_kind kind;
    struct subject subject;
    instant at;
};
struct written_events {
    const struct written_event *at;
    size_t count;
};
int64_t journal_mark(struct db *db);
struct written_events journal_written_since(struct db *db, int64_t mark);

/* The logical id of the stream's newest event of a kind (and code, NULL for any) that is not void; 0 when
 * there is none. */
int64_t journal_find(struct db *db, struct stream stream, enum event_kind kind, const char *code);

/* The same of those about one thing: its subject, or the field of that name (NULL: the subject alone is asked),
 * is `about`. So an undo takes back its own event and not a newer one of the same kind. */
int64_t journal_find_about(struct db *db, struct stream stream, enum event_kind kind, enum subject_kind subject,
                           const char *field, int64_t about);

/* All versions of a stream's events in order of recording, in the request's arena; for view_of. */
struct event_versions {
    const struct event *at;
    size_t count;
};
struct event_versions journal_load(struct db *db, struct stream stream);

/* The same of some kinds only (NULL: all), by the program itself, in a transaction that writes: a stream that
 * has grown is kept in one piece for the next time. */
struct event_versions journal_load_kinds(struct db *db, struct stream stream, const struct kind_mask *kinds);

/* Is what is kept of a stream in one piece what the journal has? */
bool journal_pack_is_whole(struct db *db, struct stream stream);

/* The histories of the next streams of a kind after one (0: from the first), at most so many, in the request's
 * arena. For reports, which walk everybody a piece at a time and keep only figures: nothing of one person may
 * reach a page. Empty after the last. */
struct history {
    struct stream stream;
    struct event_versions versions;
};
struct histories {
    const struct history *at;
    size_t count;
};
struct histories journal_load_next(struct db *db, struct stream after, int most);

/* The stream as it stood at `now`, as far as it was known at `known_at`, in the request's arena. */
struct view journal_view(struct db *db, struct stream stream, instant now, instant known_at);

/* Forgets the fields of a stream's events; their hashes stay, so the chain can still be verified. */
void journal_erase(struct db *db, struct stream stream);

/* Is the stream's chain whole, from its first event to its head? *first_bad is the first lid that is not. */
bool journal_is_whole(struct db *db, struct stream stream, int64_t *first_bad);

/* A stream as one number and back, for db_before_commit. */
int64_t stream_key(struct stream stream);
struct stream stream_of_key(int64_t key);

#endif
