/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of tasks are given, their handlers by file, and the row in features.c. */
#ifndef TASK_PAGES_H
#define TASK_PAGES_H

#include "citizen/citizen.h"
#include "task/task.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"

/* A task in words. */
struct task_line {
    const struct task_shown *row;
    const char *what, *who;
    struct time_left left; /* `words` is NULL when no day is set. */
    const char *source;    /* Scheme, minutes, or who typed it. */
    const char *source_path; /* NULL for none. */
    bool is_mine;
};
struct task_lines {
    struct task_line *at;
    size_t count;
};

/* Rows a scheme leaves free for a unit's own tasks: as long as there are any, one to write in. */
struct task_free {
    const char *path, *field, *label;
    int left;
    struct form form;
};

/* One unit's list for a citizen. */
struct unit_tasks {
    struct unit_id id;
    const char *name;
    struct task_lines open, done;
    struct {
        struct task_free *at;
        size_t count;
    } free;
    bool is_shown;
};

/* What a new task is typed into. */
struct task_new {
    struct form form;
    const char *path;
    struct choices units, staff;
};

struct citizen_tasks_view {
    const struct citizen_row *citizen;
    const char *name;
    struct {
        struct unit_tasks *at;
        size_t count;
    } units;
    int64_t unit; /* Shown alone; 0 for all. */
    struct task_new new;
    bool may_write;
};

struct task_tab {
    const char *code, *label;
    bool is_current;
};
struct my_tasks_view {
    struct task_lines lines;
    bool is_cut; /* There are more than the list holds. */
    struct {
        const struct task_tab *at;
        size_t count;
    } tabs;
    const char *tab;
    struct task_new new;
};

/* Rows in words; lines.c. */
struct task_lines task_lines(struct request *r, const struct task_shown *rows, size_t count);

/* An empty form for a new task, and what was typed into it; false: something stands in the way. */
struct task_new task_new_open(struct request *r, struct form form, const char *path);
bool task_new_read(struct request *r, struct form *form, struct task_insert_in *task);
/* Writes it and tells so, with the way back. */
void task_new_write(struct request *r, const struct task_insert_in *task);

struct reply citizen_tasks_get(struct request *r); /* of_citizen.c */
struct reply citizen_tasks_post(struct request *r);
struct reply citizen_own_post(struct request *r);
struct reply my_tasks_get(struct request *r); /* mine.c */
struct reply my_tasks_post(struct request *r);
struct reply task_done_post(struct request *r); /* change.c */
struct reply task_open_post(struct request *r);
struct reply task_take_post(struct request *r);
struct reply task_put_back_post(struct request *r);
struct reply task_remove_post(struct request *r);

extern const struct feature task_feature;

#endif
