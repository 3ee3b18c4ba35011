/* SPDX-License-Identifier: MIT
 * new.c: a task typed by somebody: what is to be done, by which unit, by whom, until when. The same form
 * stands on a citizen's page and on one's own. */
#include "staff/staff.h"
#include "task/pages.h"

enum { WORDS_MAX = 300 };

static const char *number(struct request *r, int64_t n)
{
    return arena_format(r->arena, "%lld", (long long)n);
}

static struct choices unit_choices(struct request *r)
{
    struct unit_row_list units = unit_all(r->db);
    struct choice *choices = arena_array(r->arena, units.count, sizeof *choices);

    for (size_t i = 0; i < units.count; i++)
        choices[i] = (struct choice){ number(r, units.at[i].id.n), units.at[i].name };
    return (struct choices){ choices, units.count };
}

static struct choices staff_choices(struct request *r)
{
    struct staff_row_list staff = staff_active(r->db);
    struct choice *choices = arena_array(r->arena, staff.count, sizeof *choices);

    for (size_t i = 0; i < staff.count; i++)
        choices[i] = (struct choice){ number(r, staff.at[i].id.n), staff.at[i].name };
    return (struct choices){ choices, staff.count };
}

struct task_new task_new_open(struct request *r, struct form form, const char *path)
{
    struct staff_row me;

    if (r->method == GET && staff_load(r->db, (struct staff_id){ r->actor.id }, &me))
        form_set_int(&form, "enhed", me.unit.n);
    return (struct task_new){ form, path, unit_choices(r), staff_choices(r) };
}

bool task_new_read(struct request *r, struct form *form, struct task_insert_in *task)
{
    struct unit_row unit;
    struct staff_row owner = { 0 };

    *task = (struct task_insert_in){
        .words = form_text(form, "opgave", FORM_REQUIRED, WORDS_MAX),
        .unit = { form_int(form, "enhed", FORM_REQUIRED, 1, INT64_MAX) },
        .due_day = form_day(form, "senest", FORM_OPTIONAL),
    };
    int64_t who = form_int(form, "hvem", FORM_OPTIONAL, 1, INT64_MAX);
    if (form_error_of(form, "enhed") == NULL && !unit_load(r->db, task->unit, &unit))
        form_error(form, "enhed", say(r->language, "Vælg en enhed."));
    if (*form_value(form, "hvem") != 0 && form_error_of(form, "hvem") == NULL
        && !(staff_load(r->db, (struct staff_id){ who }, &owner) && owner.is_active))
        form_error(form, "hvem", say(r->language, "Vælg en medarbejder."));
    task->owner = owner.id;
    return form->error_count == 0;
}

void task_new_write(struct request *r, const struct task_insert_in *task)
{
    struct task_id id = task_create(r->db, task->citizen, task->unit, task->owner, task->words, task->due_day);

    request_tell(r, say(r->language, "Opgaven er skrevet."),
                 arena_format(r->arena, "/opgaver/%lld/fjern%s", (long long)id.n,
                              task->citizen.n == 0 ? "?fra=mine" : ""));
}
