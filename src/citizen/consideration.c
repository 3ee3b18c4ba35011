/* SPDX-License-Identifier: MIT
 * consideration.c: considerations as a talk leaves them, and words that have no place among them. */
#include "citizen/consideration.h"

#include "engine/journal.h"
#include "law/glossary.h"
#include "web/request.h"
#include "web/say.h"

static void (*on_change)(struct db *db, struct citizen_id citizen); /* Set once at start. */

void citizen_on_considerations(void (*call)(struct db *db, struct citizen_id citizen))
{
    on_change = call;
}

static void have_changed(struct db *db, struct citizen_id citizen)
{
    if (on_change != NULL)
        on_change(db, citizen);
}

struct citizen_skill_id citizen_add_skill(struct db *db, struct citizen_id citizen, const char *kind, const char *words)
{
    struct citizen_skill_id skill = citizen_skill_insert(db, citizen, kind, words);

    if (skill.n != 0 && text_is(kind, "consideration"))
        have_changed(db, citizen);
    return skill;
}

int64_t citizen_drop_skill(struct db *db, struct citizen_id citizen, struct citizen_skill_id skill)
{
    struct citizen_skill_row_list before = citizen_skills(db, citizen);
    int64_t count = citizen_skill_delete(db, skill, citizen);

    for (size_t i = 0; i < before.count && count > 0; i++)
        if (before.at[i].id.n == skill.n && text_is(before.at[i].kind, "consideration"))
            have_changed(db, citizen);
    return count;
}

static bool is_among(struct text_pieces pieces, const char *piece)
{
    for (size_t i = 0; i < pieces.count; i++)
        if (text_is(pieces.at[i], piece))
            return true;
    return false;
}

static void say_one(struct db *db, const struct consideration_talk *talk, const char *words)
{
    citizen_skill_say(db, talk->citizen, words, day_of_instant(talk->at), talk->meeting);
}

static bool is_held(const struct citizen_skill_row_list *holding, const char *words)
{
    for (size_t i = 0; i < holding->count; i++)
        if (text_is(holding->at[i].kind, "consideration") && text_is(holding->at[i].words, words))
            return true;
    return false;
}

/* What became of the rows that were shown; false when one of them holds no more. `count` gets those that hold. */
static bool confirm_known(struct db *db, const struct consideration_talk *talk, int64_t *count)
{
    struct citizen_skill_row_list before = citizen_skills(db, talk->citizen);
    bool is_same = true;

    for (size_t i = 0; i < before.count; i++) {
        const char *row = arena_format(db_arena(db), "%lld", (long long)before.at[i].id.n);
        if (!text_is(before.at[i].kind, "consideration") || !is_among(talk->known, row) ||
            citizen_skill_close(db, talk->meeting, before.at[i].id, talk->citizen) == 0)
            continue;
        if (!is_among(talk->kept, row)) {
            is_same = false;
            continue;
        }
        say_one(db, talk, before.at[i].words);
        ++*count;
    }
    return is_same;
}

/* New words, but none twice; how many. */
static int64_t say_added(struct db *db, const struct consideration_talk *talk)
{
    struct citizen_skill_row_list now = citizen_skills(db, talk->citizen);
    int64_t count = 0;

    for (size_t i = 0; i < talk->added.count; i++) {
        const char *words = text_trim(db_arena(db), talk->added.at[i]);
        if (text_is_blank(words) || is_held(&now, words))
            continue;
        say_one(db, talk, words);
        count++;
    }
    return count;
}

void citizen_talk_considerations(struct db *db, const struct consideration_talk *talk)
{
    int64_t count = 0;
    bool is_same = confirm_known(db, talk, &count);
    int64_t added = say_added(db, talk);

    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, talk->citizen.n },
        .kind = EVENT_FORM_ANSWERED,
        .code = "considerations",
        .subject = { SUBJECT_MEETING, talk->meeting.n },
        .at = talk->at,
        .fields = { { "status", is_same && added == 0 ? "confirmed" : "changed" },
                    { "count", arena_format(db_arena(db), "%lld", (long long)(count + added)) } },
    });
    if (!is_same || added > 0)
        have_changed(db, talk->citizen);
}

void citizen_undo_considerations(struct db *db, struct citizen_id citizen, struct meeting_id meeting)
{
    int64_t event = journal_find_about(db, (struct stream){ STREAM_CITIZEN, citizen.n }, EVENT_FORM_ANSWERED,
                                       SUBJECT_MEETING, NULL, meeting.n);

    if (event == 0)
        return;
    citizen_skill_reopen(db, meeting, citizen);
    citizen_skill_unsay(db, meeting, citizen);
    journal_void(db, event);
    have_changed(db, citizen); /* What the talk said, with its day, is taken back. */
}

const char *citizen_diagnosis_in(struct arena *arena, const char *words)
{
    size_t count;
    const struct glossary_row *rows = glossary_list("diagnosis", &count);
    struct text_pieces folded = text_split(arena, text_fold(arena, words == NULL ? "" : words), ' ');

    for (size_t i = 0; i < folded.count; i++)
        for (size_t row = 0; row < count; row++)
            if (text_starts(folded.at[i], rows[row].code))
                return rows[row].danish;
    return NULL;
}

void citizen_refuse_diagnosis(struct form *form, const char *name, const char *words)
{
    struct request *r = form->request;
    const char *found = citizen_diagnosis_in(r->arena, words);

    if (found != NULL)
        form_error(form, name, say_with(r->arena, r->language,
            "Skriv, hvad arbejdspladsen skal gøre, ikke diagnosen: ”{1}” hører ikke til her.", found, NULL));
}
