/* SPDX-License-Identifier: MIT
 * volunteer.c: from the register and the wishes to a solved matching, and what the two sides say. */
#include "volunteer/volunteer.h"

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "engine/journal.h"
#include "law/glossary.h"
#include "matching/matching.h"
#include "proposal/criteria.h"
#include "web/say.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

static const char *number(struct db *db, int64_t n)
{
    return arena_format(db_arena(db), "%lld", (long long)n);
}

struct volunteer_id volunteer_add(struct db *db, const struct volunteer_insert_in *volunteer,
                                  const struct volunteer_place_insert_in *place)
{
    struct volunteer_place_insert_in own = *place;

    own.volunteer = volunteer_insert(db, volunteer);
    if (text_is(volunteer->kind, "mentor"))
        return own.volunteer;
    own.kind = volunteer->kind;
    own.words = glossary_label_or_code(LANGUAGE_DA, "volunteer_kind", volunteer->kind);
    own.seats = volunteer->seats;
    own.languages = volunteer->languages;
    own.created_at = db_now(db);
    volunteer_place_insert(db, &own);
    return own.volunteer;
}

/* --- training --- */

bool volunteer_train(struct db *db, const struct volunteer_row *volunteer, day first, day second)
{
    struct stream person = { STREAM_PERSON, VOLUNTEER_PERSON_FIRST + volunteer->id.n };
    int64_t before = journal_find(db, person, EVENT_TRAINING_ATTENDED, "volunteer_mentor");

    if (volunteer_set_trained(db, first, second, volunteer->id, volunteer->version) == 0)
        return false;
    if (before != 0)
        journal_void(db, before);
    if (first != DAY_NONE && second != DAY_NONE)
        journal_append(db, &(struct event_draft){
            .stream = person, .kind = EVENT_TRAINING_ATTENDED, .code = "volunteer_mentor",
            .subject = { SUBJECT_PERSON, person.id }, .at = day_begin(first > second ? first : second), .is_day = true });
    return true;
}

/* --- the market --- */

static bool share_language(struct arena *arena, const struct mentor_wish_row *wish, const char *languages)
{
    struct text_pieces hers = text_split(arena, arena_format(arena, "%s,%s", wish->language, wish->other_languages), ',');
    struct text_pieces theirs = text_split(arena, languages, ',');

    for (size_t i = 0; i < hers.count; i++)
        for (size_t k = 0; k < theirs.count; k++)
            if (*hers.at[i] != 0 && text_is(text_trim(arena, hers.at[i]), text_trim(arena, theirs.at[k])))
                return true;
    return false;
}

static int32_t score_of(struct arena *arena, const struct mentor_wish_row *wish, const struct volunteer_listed *v)
{
    const struct criteria *c = criteria_kept();
    int32_t share = 0;

    share += share_language(arena, wish, v->languages) ? c->mentor_language : 0;
    share += *wish->branch != 0 && text_is(wish->branch, v->branch) ? c->mentor_branch : 0;
    share += *v->town != 0 && text_is(text_fold(arena, wish->town), text_fold(arena, v->town)) ? c->mentor_town : 0;
    return MATCHING_SCORE_MAX / SHARE_FULL * share;
}

static bool may_be(const struct volunteer_pair_list *declined, const struct mentor_wish_row *wish, const struct volunteer_listed *v)
{
    if (!text_is(v->kind, "mentor") || v->left_day != DAY_NONE || v->first_day == DAY_NONE || v->second_day == DAY_NONE || v->seats <= v->taken)
        return false;
    for (size_t i = 0; i < declined->count; i++)
        if (declined->at[i].citizen.n == wish->citizen.n && declined->at[i].volunteer.n == v->id.n)
            return false;
    return true;
}

/* Everybody with everybody, but those who may not be. */
static struct market market_of(struct arena *arena, const struct mentor_wish_row_list *wishes,
                               const struct volunteer_listed_list *mentors, const struct volunteer_pair_list *declined)
{
    int64_t *start = arena_array(arena, wishes->count + 1, sizeof *start);
    int32_t *seats = arena_array(arena, mentors->count, sizeof *seats);
    LIST_OF(struct market_pair) pairs = { 0 };

    for (size_t k = 0; k < mentors->count; k++)
        seats[k] = (int32_t)(mentors->at[k].seats > mentors->at[k].taken ? mentors->at[k].seats - mentors->at[k].taken : 0);
    for (size_t i = 0; i < wishes->count; i++) {
        for (size_t k = 0; k < mentors->count; k++)
            if (may_be(declined, &wishes->at[i], &mentors->at[k]))
                *LIST_ADD(arena, &pairs) = (struct market_pair){ (int32_t)k, score_of(arena, &wishes->at[i], &mentors->at[k]) };
        start[i + 1] = (int64_t)pairs.count;
    }
    return (struct market){ (int32_t)wishes->count, (int32_t)mentors->count, seats, start, pairs.at };
}

static int64_t tell(struct db *db, struct citizen_id citizen, struct volunteer_id volunteer, int64_t match, enum event_kind kind)
{
    return journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n }, .also = { STREAM_PERSON, VOLUNTEER_PERSON_FIRST + volunteer.n }, .kind = kind,
        .code = "mentor", .subject = { SUBJECT_RELATION, match }, .at = db_now(db),
        .fields = { { "person", number(db, VOLUNTEER_PERSON_FIRST + volunteer.n) }, { "trained", "yes" } } });
}

static int32_t *waiting_of(struct db *db, const struct mentor_wish_row_list *wishes)
{
    int32_t *waiting = arena_array(db_arena(db), wishes->count, sizeof *waiting);

    for (size_t i = 0; i < wishes->count; i++) {
        int64_t days = (db_now(db) - wishes->at[i].wished_at) / DAY_SECONDS;
        waiting[i] = (int32_t)(days < 0 ? 0 : days > MATCHING_WAITING_MAX ? MATCHING_WAITING_MAX : days);
    }
    return waiting;
}

int64_t volunteer_propose(struct db *db, bool is_all, struct staff_id actor)
{
    struct arena *arena = db_arena(db);
    struct mentor_wish_row_list wishes = mentor_wishes(db, is_all, actor);
    struct volunteer_listed_list mentors = volunteer_all(db);
    struct volunteer_pair_list declined = volunteer_declined(db);
    struct market market = market_of(arena, &wishes, &mentors, &declined);
    struct matching *matching = matching_new(arena, &market, &(struct matching_options){ .waiting = waiting_of(db, &wishes) });
    struct matching_result result = matching_solve(matching);

    check(result.is_certified);
    for (size_t i = 0; i < wishes.count; i++) {
        int32_t place = matching_place_of(matching, (int32_t)i);
        if (place == MATCHING_NONE)
            continue;
        struct volunteer_match_id match = volunteer_match_insert(db, mentors.at[place].id, wishes.at[i].citizen,
            score_of(arena, &wishes.at[i], &mentors.at[place]), db_now(db));
        tell(db, wishes.at[i].citizen, mentors.at[place].id, match.n, EVENT_RELATION_PROPOSED);
    }
    return result.matched;
}

/* --- what the two sides say --- */

static bool set(struct db *db, const struct volunteer_match_row *m, const char *state, const char *citizen, const char *mentor,
                instant ended)
{
    return volunteer_match_set(db, &(struct volunteer_match_set_in){
        .state = state, .citizen_answer = citizen, .mentor_answer = mentor, .ended_at = ended, .event = m->event, .id = m->id,
        .citizen = m->citizen, .version = m->version }) == 1;
}

bool volunteer_answer(struct db *db, const struct volunteer_match_row *m, enum volunteer_side side, bool is_yes)
{
    const char *citizen = side == SIDE_CITIZEN ? is_yes ? "yes" : "no" : m->citizen_answer;
    const char *mentor = side == SIDE_MENTOR ? is_yes ? "yes" : "no" : m->mentor_answer;
    bool is_started = text_is(citizen, "yes") && text_is(mentor, "yes");

    if (!text_is(m->state, "proposed") ||
        !set(db, m, !is_yes ? "declined" : is_started ? "running" : "proposed", citizen, mentor, is_yes ? INSTANT_NONE : db_now(db)))
        return false;
    tell(db, m->citizen, m->volunteer, m->id.n, is_yes ? EVENT_RELATION_ACCEPTED : EVENT_RELATION_DECLINED);
    if (is_started)
        tell(db, m->citizen, m->volunteer, m->id.n, EVENT_RELATION_STARTED);
    return true;
}

bool volunteer_end(struct db *db, const struct volunteer_match_row *m)
{
    if (!text_is(m->state, "running") || !set(db, m, "ended", m->citizen_answer, m->mentor_answer, db_now(db)))
        return false;
    tell(db, m->citizen, m->volunteer, m->id.n, EVENT_RELATION_ENDED);
    return true;
}
