/* SPDX-License-Identifier: MIT
 * of_citizen.c: the page of a citizen's tasks, one list a unit, so that each sees what the other has done
 * (S12). A scheme's free rows stand on the list of the unit they are left to. */
#include "task/pages.h"

#include "base/text.h"
#include "library/library.h"
#include "staff/staff.h"
#include "task_task_page.h"

enum { UNITS_MAX = 20, FREE_MAX = 8, WORDS_MAX = 300 };

/* The unit's list of the view, begun when it is not there yet; NULL when there is no room. */
static struct unit_tasks *list_of(struct request *r, struct citizen_tasks_view *v, struct unit_id id, const char *name)
{
    for (size_t i = 0; i < v->units.count; i++)
        if (v->units.at[i].id.n == id.n)
            return &v->units.at[i];
    if (v->units.count == UNITS_MAX)
        return NULL;
    struct unit_tasks *list = &v->units.at[v->units.count++];
    *list = (struct unit_tasks){ .id = id, .name = name, .is_shown = v->unit == 0 || v->unit == id.n };
    list->free.at = arena_array(r->arena, FREE_MAX, sizeof *list->free.at);
    return list;
}

/* Rows come by unit, open ones first: each list is a run of them. */
static void fill_lists(struct request *r, struct citizen_tasks_view *v, const struct task_shown_list *rows)
{
    struct task_lines lines = task_lines(r, rows->at, rows->count);

    for (size_t i = 0; i < lines.count; i++) {
        struct unit_tasks *unit = list_of(r, v, rows->at[i].unit, rows->at[i].unit_name);
        if (unit == NULL)
            continue;
        struct task_lines *list = rows->at[i].done_at == INSTANT_NONE ? &unit->open : &unit->done;
        if (list->count == 0)
            list->at = &lines.at[i];
        list->count++;
    }
}

static int used(const struct task_shown_list *rows, const char *scheme, const char *code)
{
    int count = 0;

    for (size_t i = 0; i < rows->count; i++)
        count += text_is(rows->at[i].scheme, scheme) && text_is(rows->at[i].code, code);
    return count;
}

static void add_free(struct request *r, struct citizen_tasks_view *v, const struct scheme *scheme,
                     const struct scheme_task *row, int left)
{
    struct unit_row unit;

    if (!unit_load(r->db, task_unit_of_role(r->db, scheme, row->owner), &unit))
        return;
    struct unit_tasks *list = list_of(r, v, unit.id, unit.name);
    if (list == NULL || list->free.count == FREE_MAX)
        return;
    list->free.at[list->free.count++] = (struct task_free){
        .path = arena_format(r->arena, "/borger/%lld/opgaver/%s/%s", (long long)v->citizen->id.n, scheme->id.text,
                             row->id.text),
        .field = arena_format(r->arena, "egen-%s", row->id.text),
        .label = words_in(row->text, (int)r->language),
        .left = left,
        .form = form_new(r),
    };
}

static void add_free_of(struct request *r, struct citizen_tasks_view *v, const struct task_shown_list *rows,
                        const struct scheme *scheme)
{
    for (size_t i = 0; i < scheme->tasks.count; i++) {
        const struct scheme_task *row = &scheme->tasks.at[i];
        int left = row->free_rows - used(rows, scheme->id.text, row->id.text);
        if (left > 0)
            add_free(r, v, scheme, row, left);
    }
}

/* The schemes that gave the citizen tasks, each once. */
static void fill_free(struct request *r, struct citizen_tasks_view *v, const struct task_shown_list *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        const char *id = rows->at[i].scheme;
        bool is_first = *id != 0;
        for (size_t k = 0; k < i && is_first; k++)
            is_first = !text_is(rows->at[k].scheme, id);
        const struct scheme *scheme = is_first ? library_scheme(r->db, id) : NULL;
        if (scheme != NULL)
            add_free_of(r, v, rows, scheme);
    }
}

static bool open_view(struct request *r, struct citizen_row *citizen, struct citizen_tasks_view *v)
{
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "borger") }, citizen))
        return false;
    *v = (struct citizen_tasks_view){
        .citizen = citizen,
        .name = citizen_name(r->arena, citizen->first_name, citizen->last_name),
        .may_write = request_may(r, MAY_TASK_WRITE),
        .units = { arena_array(r->arena, UNITS_MAX, sizeof *v->units.at), 0 },
    };
    text_to_int(request_query(r, "enhed"), &v->unit);
    struct task_shown_list rows = task_shown_of_citizen(r->db, citizen->id);
    fill_lists(r, v, &rows);
    if (v->may_write)
        fill_free(r, v, &rows);
    return true;
}

static struct reply show(struct request *r, struct citizen_tasks_view *v, struct form form)
{
    struct page page = page_new(r);
    int errors = form.error_count;

    v->new = task_new_open(r, form, arena_format(r->arena, "/borger/%lld/opgaver", (long long)v->citizen->id.n));
    for (size_t i = 0; i < v->units.count; i++)
        for (size_t k = 0; k < v->units.at[i].free.count; k++)
            errors += v->units.at[i].free.at[k].form.error_count;
    task_citizen_page(&page, v);
    return errors > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply citizen_tasks_get(struct request *r)
{
    struct citizen_row citizen;
    struct citizen_tasks_view view;

    return open_view(r, &citizen, &view) ? show(r, &view, form_new(r)) : reply_not_found(r);
}

struct reply citizen_tasks_post(struct request *r)
{
    struct citizen_row citizen;
    struct citizen_tasks_view view;
    struct form form = form_read(r);
    struct task_insert_in task;

    if (!open_view(r, &citizen, &view))
        return reply_not_found(r);
    if (!task_new_read(r, &form, &task))
        return show(r, &view, form);
    task.citizen = citizen.id;
    task_new_write(r, &task);
    return reply_see_other(r, "/borger/%lld/opgaver", (long long)citizen.id.n);
}

/* The free row that the address names, among those that are left. */
static struct task_free *free_row(struct request *r, struct citizen_tasks_view *v)
{
    for (size_t i = 0; i < v->units.count; i++)
        for (size_t k = 0; k < v->units.at[i].free.count; k++)
            if (text_is(v->units.at[i].free.at[k].path, r->path))
                return &v->units.at[i].free.at[k];
    return NULL;
}

struct reply citizen_own_post(struct request *r)
{
    struct citizen_row citizen;
    struct citizen_tasks_view view;
    const struct scheme *scheme = library_scheme(r->db, request_parameter(r, "ordning"));
    const struct scheme_task *row = task_in_scheme(scheme, request_parameter(r, "linje"));

    if (row == NULL || !open_view(r, &citizen, &view))
        return reply_not_found(r);
    struct task_free *line = free_row(r, &view);
    if (line == NULL)
        return reply_conflict(r, say(r->language, "Rækkerne er skrevet ud. Skriv en ny opgave i stedet."));
    line->form = form_read(r);
    const char *words = form_text(&line->form, line->field, FORM_REQUIRED, WORDS_MAX);
    if (line->form.error_count > 0)
        return show(r, &view, form_new(r));
    struct task_id id = task_create_own(r->db, citizen.id, scheme, row, words);
    request_tell(r, say(r->language, "Opgaven er skrevet."),
                 arena_format(r->arena, "/opgaver/%lld/fjern", (long long)id.n));
    return reply_see_other(r, "/borger/%lld/opgaver", (long long)citizen.id.n);
}
