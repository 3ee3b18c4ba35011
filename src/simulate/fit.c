/* SPDX-License-Identifier: MIT
 * fit.c: what both sides of a match say: where towns lie, the work places of companies, and what citizens wish, can and
 * need. Chance of its own, so that the rest of the municipality stays as it was. */
#include "base/text.h"
#include "simulate/life.h"
#include "simulate/names.h"
#include "workplace/workplace.h"

enum { LOADS = 20, TOWN_STEP = 7300, HALF_HOUR = 30, WEEK_FULL = 3700 };

/* A job function for each branch, and one beside it. */
static const struct {
    const char *branch, *codes[3];
    const char *words[3];
} branch_work[] = {
    { "kitchen", { "9412", "5131", "7512" }, { "køkken", "servering", "bageri" } },
    { "care", { "5321", "9412", "9121" }, { "pleje", "plejekøkken", "vasketøj" } },
    { "retail", { "9334", "5223", "5230" }, { "hylder", "butik", "kasse" } },
    { "cleaning", { "9112", "8157", "9622" }, { "rengøring", "vaskeri", "forefaldende" } },
    { "agriculture", { "9214", "9211", "6113" }, { "grønne områder", "høst", "gartneri" } },
    { "transport", { "9333", "9321", "8344" }, { "lager", "pakkeri", "truck" } },
    { "industry", { "9329", "8183", "7212" }, { "produktion", "pakkelinje", "svejsning" } },
};
enum { BRANCHES = sizeof branch_work / sizeof *branch_work, CODES = 3 };

static void lay_towns(struct life *life)
{
    for (int i = 0; i < word_lists.towns.count; i++) {
        const char *town = word_lists.towns.at[i];
        commute_zone_put(life->db, town, text_fold(life->request, town), 550000 + (int64_t)(i % 3) * TOWN_STEP,
                         6190000 + (int64_t)(i / 2) * TOWN_STEP);
    }
}

static int64_t any_loads(struct chance *chance, int most)
{
    int64_t bits = 0;

    for (int i = (int)chance_between(chance, 0, most); i > 0; i--)
        bits |= INT64_C(1) << chance_between(chance, 0, LOADS - 1);
    return bits;
}

static int branch_of(const char *code)
{
    for (int i = 0; i < BRANCHES; i++)
        if (text_is(branch_work[i].branch, code))
            return i;
    return 0;
}

/* Every third company's places are jobs, by their hours a week. */
enum { JOBS_EVERY = 3, SMALL_MOST = 1000, PART_MOST = 2500 };

static const char *offer_of(const struct workplace *w, int64_t hours)
{
    if (w->id.n % JOBS_EVERY != 0)
        return "";
    return hours <= SMALL_MOST ? "job_small" : hours <= PART_MOST ? "job_part" : "job";
}

static void agree_on_place(struct life *life, struct chance *chance, const struct workplace *w)
{
    int branch = branch_of(branch_templates[w->branch].branch), work = (int)chance_between(chance, 0, CODES - 1);
    int64_t hours = 500 * chance_between(chance, 2, 6), begins = 360 + HALF_HOUR * chance_between(chance, 0, 8);

    work_place_insert(life->db, &(struct work_place_insert_in){
        .company = w->id, .words = branch_work[branch].words[work], .function_code = branch_work[branch].codes[work],
        .seats = chance_between(chance, 1, w->places), .from_day = DAY_NONE, .to_day = DAY_NONE, .hours_min = hours,
        .hours_max = hours + 700 > WEEK_FULL ? WEEK_FULL : hours + 700, .weekdays = chance_of(chance, 80) ? 31 : 127,
        .from_minute = begins, .to_minute = begins + hours * 60 / 500, .oral = chance_between(chance, 0, 2),
        .written = chance_of(chance, 30) ? 1 : 0, .loads = any_loads(chance, 3),
        .certificates = chance_of(chance, 10) ? INT64_C(1) << chance_between(chance, 0, 3) : 0, .targets = "",
        .has_mentor = chance_of(chance, 40), .languages = chance_of(chance, 20) ? "ar" : "",
        .paid_prospect = chance_between(chance, -1, 2), .offer = offer_of(w, hours), .created_at = instant_of(life->today, 8, 0, 0) });
}

void fit_open(struct life *life, uint64_t seed)
{
    struct chance chance = { seed ^ UINT64_C(0x6d61746368) };

    life_as_system(life);
    lay_towns(life);
    for (int i = 0; i < life->company_count; i++)
        for (int k = life->companies[i].places > 0 ? (int)chance_between(&chance, 1, 2) : 0; k > 0; k--)
            agree_on_place(life, &chance, &life->companies[i]);
}

static void add_functions(struct life *life, struct chance *chance, struct citizen_id citizen)
{
    static const char *const kinds[] = { "wish", "can" };

    for (int kind = 0; kind < 2; kind++) {
        int branch = (int)chance_between(chance, 0, BRANCHES - 1);
        for (int rank = 1; rank <= (int)chance_between(chance, 1, CODES); rank++)
            citizen_function_add(life->db, citizen, kinds[kind], rank, branch_work[branch].codes[rank - 1]);
    }
}

static void say_what_fits(struct life *life, struct chance *chance, struct citizen_id citizen)
{
    static const char *const travels[] = { "bus", "bike", "bus", "car", "" };
    int64_t hours = 500 * chance_between(chance, 2, 7);
    bool has_child = chance_of(chance, 35);

    citizen_work_put(life->db, &(struct citizen_work_put_in){
        .citizen = citizen, .is_sought = true, .from_day = DAY_NONE, .hours_min = hours - 500,
        .hours_max = hours > WEEK_FULL ? WEEK_FULL : hours, .weekdays = 0, .care_from_minute = has_child ? 390 : 0,
        .care_to_minute = has_child ? 1020 : 0, .commute_max = chance_of(chance, 60) ? 15 * chance_between(chance, 2, 5) : 0,
        .travel = travels[chance_between(chance, 0, 4)], .oral = chance_between(chance, -1, 3),
        .written = chance_between(chance, -1, 2), .cannot = any_loads(chance, 1), .careful = any_loads(chance, 2),
        .is_loads_asked = chance_of(chance, 80), .certificates = chance_of(chance, 30) ? 1 : 0,
        .written_at = instant_of(life->today, 8, 0, 0), .written_by = { 0 }, .version = 0 });
    add_functions(life, chance, citizen);
}

void fit_end(struct life *life, uint64_t seed)
{
    struct chance chance = { seed ^ UINT64_C(0x7769736865) };

    life_as_system(life);
    for (int i = 0; i < life->person_count; i++)
        if (life->people[i].id.n != 0 && life->people[i].stage != STAGE_GONE && chance_of(&chance, 85))
            say_what_fits(life, &chance, life->people[i].id);
}
