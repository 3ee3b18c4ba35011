/* SPDX-License-Identifier: MIT
 * doubt.c: what speaks against somebody coming on a group, in words: it is for others, others have waited longer, or the
 * free places are offered to others. Nothing of it stops anything: who goes on says why. */
#include "base/list.h"
#include "base/text.h"
#include "group/private.h"
#include "law/glossary.h"

/* What is asked about, and the words so far. */
struct doubting {
    struct db *db;
    enum language language;
    const struct course_group_row *group;
    LIST_OF(const char *) words;
};

/* Another gender than the group is for, or what the scheme asks of who comes. */
static void doubt_entry(struct doubting *d, const struct citizen_row *citizen)
{
    struct entry entry = group_entry(d->db, d->group, citizen);
    int language = (int)d->language;

    if (entry.gender == ENTRY_OTHERS)
        *LIST_ADD(db_arena(d->db), &d->words) =
            say_with(db_arena(d->db), d->language, "Holdet er et lukket hold ({1}). Om borgeren står der: {2}.",
                     glossary_label(language, "gender", d->group->for_whom), glossary_label(language, "gender", citizen->sex), NULL);
    if (entry.is_against_scheme && entry.gender != ENTRY_OTHERS)
        *LIST_ADD(db_arena(d->db), &d->words) = say(d->language, "Ordningen siger, at holdet er for andre.");
}

/* Others who have waited longer, when she is not the one who is offered the place. */
static void doubt_queue(struct doubting *d, struct citizen_id citizen)
{
    int64_t before = group_waited_longer(d->db, d->group->id, citizen);

    if (before > 0)
        *LIST_ADD(db_arena(d->db), &d->words) =
            say_with(db_arena(d->db), d->language, "{1} har ventet længere på en plads.",
                     arena_format(db_arena(d->db), "%lld", (long long)before), NULL);
}

/* Whoever is offered a place keeps it until she answers: is there another one on that day? Her own is not asked about. */
static void doubt_offered(struct doubting *d, struct citizen_id citizen, day on)
{
    struct group_places_taken_row taken;
    struct group_wait_row wait;

    if (group_wait_open(d->db, d->group->id, citizen, &wait) && text_is(wait.state, WAIT_OFFERED))
        return;
    if (group_places_taken(d->db, d->group->id, on, citizen, &taken) && taken.offered_count > 0 &&
        taken.member_count + taken.offered_count >= d->group->capacity)
        *LIST_ADD(db_arena(d->db), &d->words) =
            say(d->language, "De ledige pladser er tilbudt andre og holdes fri, til der er svar.");
}

struct text_pieces group_doubts_of_offer(struct db *db, enum language language, const struct course_group_row *group,
                                         struct citizen_id citizen, day on)
{
    struct doubting d = { .db = db, .language = language, .group = group };

    doubt_queue(&d, citizen);
    doubt_offered(&d, citizen, on);
    return (struct text_pieces){ d.words.at, d.words.count };
}

struct text_pieces group_doubts(struct db *db, enum language language, const struct course_group_row *group,
                                const struct citizen_row *citizen, day from)
{
    struct doubting d = { .db = db, .language = language, .group = group };

    doubt_entry(&d, citizen);
    doubt_queue(&d, citizen->id);
    doubt_offered(&d, citizen->id, from);
    return (struct text_pieces){ d.words.at, d.words.count };
}
