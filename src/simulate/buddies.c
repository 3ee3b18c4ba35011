/* SPDX-License-Identifier: MIT
 * buddies.c: language buddies who are volunteers (S110): who joins, with which languages, in which town, when they can
 * meet; who wants one; a round of proposals every fourth week, the last of which waits for somebody to decide. It has
 * chances of its own. */
#include "base/list.h"
#include "base/text.h"
#include "proposal_sql.h"
#include "simulate/life.h"
#include "simulate/names.h"
#include "volunteer/volunteer.h"
#include "workplace/workplace.h"

enum { CITIZENS_A_BUDDY = 10, BUDDIES_LEAST = 6, BUDDIES_MOST = 40, CITIZENS_A_WISH = 40, WISHES_LEAST = 3, HOUR = 11,
       ROUND_BEFORE_END = 3, FIRST_HOUR = 15, LAST_HOUR = 18, LONG = 2 * 60 };
static const char buddy_kind[] = "language_buddy";

struct buddies {
    struct chance chance;
    int count;
    struct recruiting recruiting;
};

void buddies_open(struct life *life, uint64_t seed)
{
    life->buddies = arena_alloc(life->lasting, sizeof *life->buddies);
    *life->buddies = (struct buddies){
        .chance = { seed ^ UINT64_C(0x6d616b6b6572) },
        .recruiting = recruiting_of(life, life_share(life, CITIZENS_A_BUDDY, BUDDIES_LEAST, BUDDIES_MOST), ROUND_BEFORE_END),
    };
}

/* A neighbour with a language of those who come, free on one or two afternoons. */
static void join(struct life *life)
{
    struct buddies *b = life->buddies;
    struct chance *chance = &b->chance;
    int64_t weekday = chance_between(chance, 0, 4), begins = 60 * chance_between(chance, FIRST_HOUR, LAST_HOUR);
    int64_t other = chance_of(chance, 50) ? chance_between(chance, 0, 4) : weekday;
    const char *language = origins[chance_between(chance, 0, origin_count - 1)].language;

    volunteer_add(life->db, &(struct volunteer_insert_in){
        .kind = buddy_kind, .name = arena_format(life->request, "%s %s",
            chance_pick(chance, word_lists.danish_first.at, word_lists.danish_first.count),
            chance_pick(chance, word_lists.danish_last.at, word_lists.danish_last.count)),
        .phone = arena_format(life->request, "00 00 71 %02d", b->count++), .email = "", .branch = "",
        .town = chance_pick(chance, word_lists.towns.at, word_lists.towns.count),
        .languages = chance_of(chance, 40) ? arena_format(life->request, "en,%s", language) : language,
        .seats = chance_between(chance, 1, 2) },
        &(struct volunteer_place_insert_in){ .weekdays = INT64_C(1) << weekday | INT64_C(1) << other, .from_minute = begins,
                                             .to_minute = begins + LONG });
}

static bool may_want(const struct person *person)
{
    return !person->wants_buddy && (person->stage == STAGE_BETWEEN || person->stage == STAGE_PLACED || person->stage == STAGE_COURSE);
}

/* As many as seek one at a time. */
static void wish(struct life *life)
{
    int64_t wanted = WISHES_LEAST + life->person_count / CITIZENS_A_WISH;
    struct proposal_unit_row_list units = proposal_units(life->db, buddy_kind, true, (struct staff_id){ 0 });

    for (size_t i = 0; i < units.count; i++)
        wanted -= units.at[i].seeking;
    for (int tries = 0; wanted > 0 && tries < life->person_count; tries++) {
        struct person *person = &life->people[chance_between(&life->buddies->chance, 0, life->person_count - 1)];
        if (!may_want(person))
            continue;
        person->wants_buddy = true;
        workplace_want(life->db, person->id, &(struct market_wish_row_list){ 0 }, buddy_kind, true);
        wanted--;
    }
}

void buddies_day(struct life *life)
{
    struct buddies *b = life->buddies;

    if (life->today == life->last)
        return;
    life->hour = HOUR;
    life_act_as(life, life_first(life, JOB_CONSULTANT));
    if (recruiting_is_due(life, &b->recruiting, b->count))
        join(life);
    matches_day(life, buddy_kind);
    if (!recruiting_has_round(life, &b->recruiting))
        return;
    wish(life);
    matches_round(life, buddy_kind, b->recruiting.next_round <= life->last);
}
