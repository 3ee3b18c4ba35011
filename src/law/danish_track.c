/* SPDX-License-Identifier: MIT
 * danish_track.c: law/danish.yaml, read with the tables of yaml/field.h. */
#include "law/danish_track.h"

#include "base/check.h"
#include "base/text.h"
#include "law/glossary.h"
#include "law/law_file.h"

enum { TRACKS_SIZE_MAX = 1 << 18, MODULES_MAX = 12 };

#define ONE(member, value, need) { .name = #member, .type = &value, .offset = offsetof(struct danish_track, member), .form = need }

static const struct field track_fields[] = {
    ONE(name, type_word, 0),
    ONE(track, type_word, FIELD_REQUIRED),
    ONE(test, type_word, FIELD_REQUIRED),
    ONE(modules, type_int, FIELD_REQUIRED),
    ONE(from, type_day, 0),
    ONE(to, type_day, 0),
    ONE(basis, type_word, FIELD_REQUIRED),
    ONE(source, type_word, FIELD_REQUIRED),
    ONE(mark, type_law_mark, FIELD_REQUIRED),
};

static void begin_track(struct reading *reading, const struct node *node, void *into)
{
    struct danish_track *track = into;

    (void)reading;
    (void)node;
    track->from = track->to = DAY_NONE;
}

static void end_track(struct reading *reading, const struct node *node, void *into)
{
    const struct danish_track *track = into;

    if (track->track != NULL && glossary_find("danish_track", track->track) == NULL)
        mistake_at(reading, node, 0, "»%s« er ingen danskuddannelse i ordlisten", track->track);
    if (track->test != NULL && glossary_find("danish_passed", track->test) == NULL)
        mistake_at(reading, node, 0, "»%s« er ingen danskprøve i ordlisten", track->test);
    if (track->modules < 1 || track->modules > MODULES_MAX)
        mistake_at(reading, node, 0, "»modules« skal være fra 1 til %d", MODULES_MAX);
    if (track->from != DAY_NONE && track->to != DAY_NONE && track->to < track->from)
        mistake_at(reading, node, 0, "»to« ligger før »from«");
}

static const struct section track_section = {
    .name = "danskuddannelsen", .size = sizeof(struct danish_track), .fields = track_fields,
    .field_count = sizeof track_fields / sizeof *track_fields, .key = "name", .node = offsetof(struct danish_track, node),
    .begin = begin_track, .end = end_track,
};

static const struct field file_fields[] = {
    { .name = "tracks", .section = &track_section, .offset = offsetof(struct danish_tracks, at),
      .count = offsetof(struct danish_tracks, count), .form = FIELD_MAP | FIELD_REQUIRED },
};
static const struct section file_section = {
    .name = "lovfilen", .size = sizeof(struct danish_tracks), .fields = file_fields, .field_count = 1, .node = NO_NODE,
};

static bool is_in_force(const struct danish_track *track, day on)
{
    return (track->from == DAY_NONE || track->from <= on) && (track->to == DAY_NONE || track->to >= on);
}

static bool share_a_day(const struct danish_track *one, const struct danish_track *other)
{
    return text_is(one->track, other->track) && (one->to == DAY_NONE || other->from == DAY_NONE || other->from <= one->to) &&
           (other->to == DAY_NONE || one->from == DAY_NONE || one->from <= other->to);
}

/* A day has one number. */
static void check_days(const struct danish_tracks *tracks, struct mistakes *mistakes)
{
    for (size_t i = 0; i < tracks->count; i++)
        for (size_t k = 0; k < i; k++)
            if (share_a_day(&tracks->at[i], &tracks->at[k]))
                mistake_add(mistakes, "danish.yaml", tracks->at[i].node->line, tracks->at[i].node->column, NULL, NULL,
                            "»%s« gælder på samme dage som »%s«", tracks->at[i].name, tracks->at[k].name);
}

const struct danish_tracks *danish_tracks_load(struct arena *arena, const char *directory, struct mistakes *mistakes)
{
    size_t before = mistakes->count;
    const struct danish_tracks *tracks = law_file_read(arena, directory, "danish.yaml", &file_section, mistakes);

    if (tracks != NULL)
        check_days(tracks, mistakes);
    return mistakes->count == before ? tracks : NULL;
}

const struct danish_tracks *danish_tracks_kept(void)
{
    static const struct danish_tracks *tracks;
    static struct arena *arena;

    if (arena == NULL) {
        arena = arena_new(TRACKS_SIZE_MAX);
        struct mistakes mistakes = mistakes_new(arena);
        tracks = danish_tracks_load(arena, NULL, &mistakes);
        check(tracks != NULL);
    }
    return tracks;
}

const struct danish_track *danish_track_on(const struct danish_tracks *tracks, const char *track, day on)
{
    for (size_t i = 0; i < tracks->count; i++)
        if (text_is(tracks->at[i].track, track) && is_in_force(&tracks->at[i], on))
            return &tracks->at[i];
    return NULL;
}
