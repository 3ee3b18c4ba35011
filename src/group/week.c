/* SPDX-License-Identifier: MIT
 * week.c: the editor of a group's week: one line a slot, the sum against the scheme shown at once. What
 * is typed stays typed, whatever is wrong with it. */
#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "group/private.h"
#include "group_week_page.h"
#include "law/glossary.h"

static const char *field_name(struct arena *arena, const char *name, size_t number)
{
    return arena_format(arena, "%s%zu", name, number);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int64_t minute_read(const char *typed)
{
    int64_t hour = 0, minute = 0;
    int digits = 0;

    for (; is_digit(*typed) && digits < 2; typed++, digits++)
        hour = hour * 10 + (*typed - '0');
    if (digits == 0 || hour > 24)
        return -1;
    if (*typed == 0)
        return hour * 60;
    if ((*typed != '.' && *typed != ':') || !is_digit(typed[1]) || !is_digit(typed[2]) || typed[3] != 0)
        return -1;
    minute = (typed[1] - '0') * 10 + (typed[2] - '0');
    return minute > 59 ? -1 : hour * 60 + minute;
}

static struct slot_line empty_line(struct arena *arena, size_t number)
{
    return (struct slot_line){ .weekday = -1, .from = "", .to = "", .title = "",
                               .number = arena_format(arena, "%zu", number) };
}

/* The stored week, and some empty lines after it. */
static struct slot_lines stored_lines(struct request *r, struct course_group_id group)
{
    struct group_slot_row_list rows = group_slots(r->db, group);
    size_t count = rows.count + EMPTY_ROWS;
    struct slot_line *lines = arena_array(r->arena, count, sizeof *lines);

    for (size_t i = 0; i < count; i++) {
        lines[i] = empty_line(r->arena, i);
        if (i >= rows.count)
            continue;
        lines[i].weekday = rows.at[i].weekday;
        lines[i].from = minute_words(r, rows.at[i].from_minute);
        lines[i].to = minute_words(r, rows.at[i].to_minute);
        lines[i].title = rows.at[i].title;
        lines[i].is_language = rows.at[i].is_language;
    }
    return (struct slot_lines){ lines, count };
}

/* The lines as posted: as many as the form had. */
static struct slot_lines typed_lines(struct request *r, struct form *form)
{
    LIST_OF(struct slot_line) lines = { 0 };

    for (size_t i = 0; i < GROUP_SLOTS_MAX; i++) {
        const char *weekday = form_value(form, field_name(r->arena, "dag", i));
        struct slot_line line = empty_line(r->arena, i);
        line.from = text_trim(r->arena, form_value(form, field_name(r->arena, "fra", i)));
        line.to = text_trim(r->arena, form_value(form, field_name(r->arena, "til", i)));
        line.title = text_trim(r->arena, form_value(form, field_name(r->arena, "emne", i)));
        line.is_language = form_flag(form, field_name(r->arena, "dansk", i));
        if (is_digit(*weekday) && weekday[1] == 0 && *weekday - '0' < WEEKDAY_COUNT)
            line.weekday = *weekday - '0';
        if (*line.from == 0 && *line.to == 0 && *line.title == 0)
            continue;
        *LIST_ADD(r->arena, &lines) = line;
        lines.at[lines.count - 1].number = arena_format(r->arena, "%zu", lines.count - 1);
    }
    return (struct slot_lines){ lines.at, lines.count };
}

static int by_time(const void *a, const void *b)
{
    const struct slot_line *one = a, *other = b;

    if (one->weekday != other->weekday)
        return one->weekday < other->weekday ? -1 : 1;
    int64_t from = minute_read(one->from), than = minute_read(other->from);
    return (from > than) - (from < than);
}

/* What is wrong with a line alone; NULL for nothing. */
static const char *line_problem(struct request *r, const struct slot_line *line)
{
    int64_t from = minute_read(line->from), to = minute_read(line->to);

    if (line->weekday < 0)
        return say(r->language, "Vælg en ugedag.");
    if (from < 0 || to < 0)
        return say(r->language, "Skriv tiden som 8.30.");
    if (to <= from)
        return say(r->language, "Slutter, før det begynder.");
    return *line->title == 0 ? say(r->language, "Skriv, hvad der sker.") : NULL;
}

/* Sorts the lines, notes what is wrong at each, and gives the slots for the rules; false when any is wrong. */
static bool check_lines(struct request *r, struct form *form, struct slot_lines lines, struct week_slot *slots)
{
    for (size_t i = 0; i < lines.count; i++) {
        lines.at[i].error = line_problem(r, &lines.at[i]);
        form->error_count += lines.at[i].error != NULL;
    }
    if (form->error_count > 0)
        return false;
    if (lines.count > 0)
        qsort(lines.at, lines.count, sizeof *lines.at, by_time);
    for (size_t i = 0; i < lines.count; i++) {
        lines.at[i].number = arena_format(r->arena, "%zu", i);
        slots[i] = (struct week_slot){ (int)lines.at[i].weekday, minute_read(lines.at[i].from),
                                       minute_read(lines.at[i].to), lines.at[i].is_language };
    }
    int clash = week_clash(slots, lines.count);
    if (clash >= 0) {
        lines.at[clash].error = say(r->language, "Begynder, før det forrige er slut.");
        form->error_count++;
    }
    return clash < 0;
}

static struct reply week_show(struct request *r, struct week_view *view)
{
    struct page page = page_new(r);

    view->week = group_week(r->db, &view->group);
    view->verdict = week_check(&view->week);
    group_week_form(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply group_week_get(struct request *r)
{
    struct week_view view = { .form = form_new(r) };

    if (!group_of_path(r, &view.group))
        return reply_not_found(r);
    form_set_int(&view.form, "version", view.group.version);
    view.slots = stored_lines(r, view.group.id);
    return week_show(r, &view);
}

static void write_week(struct request *r, struct course_group_id group, struct slot_lines lines,
                       const struct week_slot *slots)
{
    group_slots_delete(r->db, group);
    for (size_t i = 0; i < lines.count; i++)
        group_slot_insert(r->db, &(struct group_slot_insert_in){
            .course_group = group,
            .weekday = slots[i].weekday,
            .from_minute = slots[i].from,
            .to_minute = slots[i].to,
            .title = lines.at[i].title,
            .is_language = slots[i].is_language,
        });
}

struct reply group_week_post(struct request *r)
{
    struct week_view view = { .form = form_read(r) };
    int64_t version = form_int(&view.form, "version", FORM_REQUIRED, 0, INT64_MAX);
    struct week_slot slots[GROUP_SLOTS_MAX];

    if (!group_of_path(r, &view.group))
        return reply_not_found(r);
    view.slots = typed_lines(r, &view.form);
    if (!check_lines(r, &view.form, view.slots, slots))
        return week_show(r, &view);
    if (group_touch(r->db, view.group.id, version) == 0) {
        view.is_changed_meanwhile = true;
        form_set_int(&view.form, "version", view.group.version);
        view.form.error_count++;
        return week_show(r, &view);
    }
    write_week(r, view.group.id, view.slots, slots);
    request_tell(r, say(r->language, "Ugens plan er gemt."), NULL);
    return reply_see_other(r, "/hold/%lld/ugen", (long long)view.group.id.n);
}
