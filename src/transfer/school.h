/* SPDX-License-Identifier: MIT
 * school.h: the attendance that a language school sends as a file, held up against the attendance here. Nothing is
 * written before a person says so; where the two differ, a person decides, and what the school said is kept with the
 * mark. The file's columns are in school_file.c, the pages in school_pages.c. */
#ifndef TRANSFER_SCHOOL_H
#define TRANSFER_SCHOOL_H

#include "group/group.h"
#include "transfer/import.h"
#include "transfer_sql.h"
#include "web/form.h"

/* A row of the file. */
struct school_record {
    const char *cpr, *first_name, *last_name;
    day born, on;
    const char *group, *mark, *note; /* `mark` is a code of the glossary's list absence. */
};
extern const struct transfer_kind transfer_school;
bool school_read(struct db *db, const struct attendance_file_row *file, struct mistakes *mistakes, struct import_rows *rows);

enum school_match {
    SCHOOL_SAME,
    SCHOOL_DIFFERENT,
    SCHOOL_DECIDED,   /* Different, and a person has decided that ours stands. */
    SCHOOL_ONLY_FILE, /* On the group that day, and no mark here. */
    SCHOOL_ONLY_HERE,
    SCHOOL_UNKNOWN,   /* Nobody on the school's groups is the one in the row. */
    SCHOOL_NOT_ON,    /* She is, but not on a group that meets that day. */
    SCHOOL_MATCH_COUNT
};

/* Pure: what two marks are to each other; "" for none here. `said` is what the school said when it was last let in. */
enum school_match school_match(const char *file, const char *here, const char *said, bool is_said_used);

struct school_row {
    enum school_match match;
    int line; /* Of the file; 0 when it is only here. */
    const char *name, *group_name;
    day on;
    struct group_member_id member;
    struct citizen_id citizen;
    struct course_group_id group;
    const char *file_mark, *here_mark, *note; /* `note` is what stands here, else the file's. */
    const char *field; /* Of the choice: "d12-2026-03-02". */
    bool is_told;      /* The school has said the same before. */
};
struct school_rows {
    struct school_row *at;
    size_t count;
    int64_t counts[SCHOOL_MATCH_COUNT];
};

/* The file against what is here now, in the file's order, then what is only here; in the memory of `mistakes`. False when
 * the file has mistakes: unreadable cells, days outside the period, a row twice, a row that fits more than one group. */
bool school_compare(struct db *db, const struct attendance_file_row *file, bool is_all, struct mistakes *mistakes,
                    struct school_rows *rows);

/* What the page of a file is given. */
struct school_view {
    struct attendance_file_row file;
    struct school_rows rows;
    const struct mistakes *mistakes;
    struct form form;
};

/* What a person has decided of a row that differs. */
enum school_choice { SCHOOL_CHOICE_NONE, SCHOOL_CHOICE_FILE, SCHOOL_CHOICE_HERE };

/* Who decides of one row that differs. */
typedef enum school_choice school_chooser(const struct school_row *row, const void *about);

/* How many marks were written, how many differences nobody has decided, and how many rows are of people whose attendance
 * the actor may not write by hand either: a file is no way around that. */
struct school_result {
    int64_t written, undecided, beyond;
};

/* Lets the rows in: the school's mark where nothing was or it is chosen, and in any case what the school said. Nothing is
 * written that is there already. */
struct school_result school_let_in(struct db *db, const struct attendance_file_row *file, const struct school_rows *rows,
                                   school_chooser *choose, const void *about);

/* Is there a group of that school where the actor may see it? */
bool school_is_known(struct db *db, const char *school, bool is_all);

#endif
