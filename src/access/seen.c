/* SPDX-License-Identifier: MIT
 * seen.c: the access log of one case, gathered by person. */
#include <stdlib.h>
#include <string.h>

#include "access/access.h"
#include "base/list.h"
#include "base/text.h"

const char *access_words(const char *statement)
{
    const char *words = SAY("andet i sagen");
    size_t longest = 0;

    for (size_t h = 0; holdings[h] != NULL; h++)
        for (const struct seen_word *w = holdings[h]->seen; w->beginning != NULL; w++)
            if (strlen(w->beginning) > longest && text_starts(statement, w->beginning)) {
                longest = strlen(w->beginning);
                words = w->words;
            }
    return words;
}

/* What one person looked at, each thing once. */
struct gathering {
    struct seen_by by;
    LIST_OF(const char *) words;
};

struct gatherings {
    struct gathering *at;
    size_t count, room;
};

static struct gathering *gathering_of(struct arena *arena, struct gatherings *all, const struct access_seen_row *row)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->at[i].by.actor == row->actor && all->at[i].by.actor_kind == row->actor_kind)
            return &all->at[i];
    struct gathering *fresh = LIST_ADD(arena, all);
    fresh->by = (struct seen_by){
        .actor_kind = row->actor_kind,
        .actor = row->actor,
        .name = row->name == NULL ? "" : row->name,
        .title = row->title == NULL ? "" : row->title,
        .unit_name = row->unit_name == NULL ? "" : row->unit_name,
        .newest_at = row->at, /* The rows come newest first. */
    };
    return fresh;
}

static void add_words(struct arena *arena, struct gathering *gathering, const char *words)
{
    for (size_t i = 0; i < gathering->words.count; i++)
        if (text_is(gathering->words.at[i], words))
            return;
    *LIST_ADD(arena, &gathering->words) = words;
}

static void gather(struct arena *arena, struct gatherings *all, const struct access_seen_row *row)
{
    struct gathering *gathering = gathering_of(arena, all, row);
    struct text_pieces names = text_split(arena, row->statement, ' ');

    gathering->by.times++;
    if (gathering->by.reason == NULL)
        gathering->by.reason = row->reason;
    for (size_t i = 0; i < names.count; i++)
        add_words(arena, gathering, access_words(names.at[i]));
}

static const char *join(struct arena *arena, enum language language, const struct gathering *gathering)
{
    struct text text = text_new(arena);

    for (size_t i = 0; i < gathering->words.count; i++)
        text_add_format(&text, "%s%s", i == 0 ? "" : ", ", say(language, gathering->words.at[i]));
    return text_done(&text);
}

static int by_times(const void *a, const void *b)
{
    const struct seen_by *one = a, *other = b;

    if (one->times != other->times)
        return one->times < other->times ? 1 : -1;
    return (one->newest_at < other->newest_at) - (one->newest_at > other->newest_at);
}

struct seen access_seen_by(struct db *db, enum language language, struct citizen_id citizen, instant since_at)
{
    struct arena *arena = db_arena(db);
    struct access_seen_row_list rows = access_seen(db, citizen, since_at, SEEN_ROWS_MAX);
    struct gatherings all = { 0 };
    struct seen seen = { .is_cut = rows.count == SEEN_ROWS_MAX };

    for (size_t i = 0; i < rows.count; i++)
        gather(arena, &all, &rows.at[i]);
    seen.at = arena_array(arena, all.count, sizeof *seen.at);
    seen.count = all.count;
    for (size_t i = 0; i < all.count; i++) {
        seen.at[i] = all.at[i].by;
        seen.at[i].what = join(arena, language, &all.at[i]);
        seen.times += seen.at[i].times;
    }
    if (seen.count > 1)
        qsort(seen.at, seen.count, sizeof *seen.at, by_times);
    return seen;
}
