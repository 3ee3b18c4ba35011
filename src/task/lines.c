/* SPDX-License-Identifier: MIT
 * lines.c: tasks in words: whose, how long there is left, and where they come from. */
#include "task/pages.h"

#include "base/text.h"
#include "library/library.h"

/* A scheme's own words are in the reader's language; what was typed stays as typed. */
static const char *what_of(struct request *r, const struct task_shown *row, const struct scheme *scheme)
{
    const struct scheme_task *listed = task_in_scheme(scheme, row->code);

    return listed == NULL || listed->free_rows > 0 ? row->words : words_in(listed->text, (int)r->language);
}

static struct time_left left_of(struct request *r, const struct task_shown *row)
{
    if (row->due_at != INSTANT_NONE)
        return say_left(r->arena, r->language, row->due_at, false, r->now);
    if (row->due_day != DAY_NONE)
        return say_left(r->arena, r->language, day_end(row->due_day), false, r->now);
    return (struct time_left){ .kind = LEFT_CALM };
}

static const char *source_of(struct request *r, const struct task_shown *row, const struct scheme *scheme)
{
    if (row->meeting.n != 0)
        return say(r->language, "Referat");
    if (!task_is_typed(scheme, row->code, row->meeting))
        return scheme == NULL ? row->scheme : words_in(scheme->title, (int)r->language);
    if (row->made_by_name == NULL)
        return "";
    return say_with(r->arena, r->language, SAY("skrevet af {1}"), row->made_by_name, NULL);
}

static struct task_line line_of(struct request *r, const struct task_shown *row)
{
    const struct scheme *scheme = *row->scheme == 0 ? NULL : library_find(library_all(), row->scheme);

    return (struct task_line){
        .row = row,
        .what = what_of(r, row, scheme),
        .who = row->citizen.n == 0 ? "" : citizen_name(r->arena, row->first_name, row->last_name),
        .left = left_of(r, row),
        .source = source_of(r, row, scheme),
        .source_path = row->meeting.n == 0
                           ? NULL
                           : arena_format(r->arena, "/koordinering/%lld", (long long)row->meeting.n),
        .is_mine = r->actor.kind == ACTOR_STAFF && row->owner.n == r->actor.id,
    };
}

struct task_lines task_lines(struct request *r, const struct task_shown *rows, size_t count)
{
    struct task_lines lines = { arena_array(r->arena, count, sizeof *lines.at), count };

    for (size_t i = 0; i < count; i++)
        lines.at[i] = line_of(r, &rows[i]);
    return lines;
}
