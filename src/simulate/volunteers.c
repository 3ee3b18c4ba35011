/* SPDX-License-Identifier: MIT
 * volunteers.c: volunteer mentors: who joins, their two days of training, who wants one, a round of proposals every fourth
 * week (matches.c). It has chances of its own. */
#include "base/list.h"
#include "base/text.h"
#include "simulate/life.h"
#include "simulate/names.h"
#include "volunteer/volunteer.h"
#include "workplace/workplace.h"

enum { CITIZENS_A_MENTOR = 12, MENTORS_LEAST = 8, MENTORS_MOST = 60, CITIZENS_A_WISH = 100, WISHES_LEAST = 2, HOUR = 10,
       TRAINED_AFTER = 14, TRAINED_AGAIN = 21, ROUND_BEFORE_END = 4, LEAVES = 3, LEAVES_AFTER = 200,
       RUNG = 5 /* Every fifth has no mail. */,
       NEWEST_BEFORE_END = 18 /* Has been there on the first day of training alone. */ };

struct recruit {
    struct volunteer_id id;
    day joined;
    int days_trained;
    bool is_gone;
};

struct volunteers {
    struct chance chance;
    LIST_OF(struct recruit) recruits;
    struct recruiting recruiting; /* Before the newest. */
};

void volunteers_open(struct life *life, uint64_t seed)
{
    life->volunteers = arena_alloc(life->lasting, sizeof *life->volunteers);
    *life->volunteers = (struct volunteers){
        .chance = { seed ^ UINT64_C(0x76656e6e) },
        .recruiting = recruiting_of(life, life_share(life, CITIZENS_A_MENTOR, MENTORS_LEAST, MENTORS_MOST), ROUND_BEFORE_END),
    };
}

static const char *any_of(struct chance *chance, struct sentences from)
{
    return chance_pick(chance, from.at, from.count);
}

/* The chiefs have every second mentor each. */
static void recruit(struct life *life)
{
    struct volunteers *v = life->volunteers;
    int number = (int)v->recruits.count;
    const char *language = origins[chance_between(&v->chance, 0, origin_count - 1)].language;
    const char *first = any_of(&v->chance, word_lists.danish_first), *last = any_of(&v->chance, word_lists.danish_last);
    int chief = number % 2 == 0 ? life_first(life, JOB_CONSULTANT) : life->chief_mentor;

    struct volunteer_id id = volunteer_add(life->db, &(struct volunteer_insert_in){
        .kind = "mentor", .name = arena_format(life->request, "%s %s", first, last),
        .phone = arena_format(life->request, "00 00 70 %02d", number),
        .email = number % RUNG == RUNG - 1 ? "" : arena_format(life->request, "mentor%02d@fjordby.invalid", number),
        .branch = branch_templates[chance_between(&v->chance, 0, branch_template_count - 1)].branch,
        .town = any_of(&v->chance, word_lists.towns),
        .languages = chance_of(&v->chance, 50) ? arena_format(life->request, "en,%s", language) : "en",
        .seats = chance_between(&v->chance, 1, 2), .chief = life->staff[chief].id }, &(struct volunteer_place_insert_in){ 0 });
    *LIST_ADD(life->lasting, &v->recruits) = (struct recruit){ .id = id, .joined = life->today };
}

/* The first day of training, then the second. */
static void train(struct life *life, struct recruit *r)
{
    static const int after[] = { TRAINED_AFTER, TRAINED_AGAIN };
    struct volunteer_row row;

    if (r->days_trained == 2 || life->today < r->joined + after[r->days_trained] || !volunteer_load(life->db, r->id, &row))
        return;
    if (volunteer_train(life->db, &row, r->days_trained == 0 ? life->today : row.first_day, r->days_trained == 0 ? DAY_NONE : life->today))
        r->days_trained++;
}

/* One of them moves away, once nobody is with that mentor. */
static void leave(struct life *life)
{
    struct volunteers *v = life->volunteers;
    struct volunteer_listed_list all = { 0 };

    if (v->recruits.count <= LEAVES || v->recruits.at[LEAVES].is_gone || life->today < v->recruits.at[LEAVES].joined + LEAVES_AFTER)
        return;
    all = volunteer_all(life->db);
    for (size_t i = 0; i < all.count; i++)
        if (all.at[i].id.n == v->recruits.at[LEAVES].id.n && all.at[i].taken == 0)
            v->recruits.at[LEAVES].is_gone = volunteer_set_left(life->db, life->today, all.at[i].id, all.at[i].version) == 1;
}

/* ---- Rounds ---- */

/* As many as wait for a mentor at a time. */
static void wish(struct life *life)
{
    struct volunteers *v = life->volunteers;
    size_t wanted = (size_t)(WISHES_LEAST + life->person_count / CITIZENS_A_WISH);
    size_t waiting = mentor_wishes(life->db, false, life->staff[life_first(life, JOB_CONSULTANT)].id).count;

    for (int tries = 0; waiting < wanted && tries < life->person_count; tries++) {
        struct person *person = &life->people[chance_between(&v->chance, 0, life->person_count - 1)];
        if (person->wants_mentor || (person->stage != STAGE_BETWEEN && person->stage != STAGE_PLACED && person->stage != STAGE_COURSE))
            continue;
        person->wants_mentor = true;
        workplace_want(life->db, person->id, &(struct market_wish_row_list){ 0 }, "mentor", true);
        mentor_branch_set(life->db, branch_templates[chance_between(&v->chance, 0, branch_template_count - 1)].branch, person->id);
        waiting++;
    }
}

/* Evenly over the story, and the last of them near its end. */
static bool is_recruit_due(const struct life *life)
{
    const struct volunteers *v = life->volunteers;
    int64_t count = (int64_t)v->recruits.count;

    if (count == v->recruiting.wanted)
        return life->last - life->today <= NEWEST_BEFORE_END;
    return recruiting_is_due(life, &v->recruiting, count);
}

void volunteers_day(struct life *life)
{
    struct volunteers *v = life->volunteers;
    int consultant = life_first(life, JOB_CONSULTANT);

    if (life->today == life->last)
        return;
    life->hour = HOUR;
    life_act_as(life, consultant);
    if (is_recruit_due(life))
        recruit(life);
    for (size_t i = 0; i < v->recruits.count; i++)
        train(life, &v->recruits.at[i]);
    leave(life);
    matches_day(life, "mentor");
    if (!recruiting_has_round(life, &v->recruiting))
        return;
    wish(life);
    matches_round(life, "mentor", true);
}
