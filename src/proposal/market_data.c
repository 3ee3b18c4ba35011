/* SPDX-License-Identifier: MIT
 * market_data.c: from rows to facts: codes to numbers, towns to zones, functions and earlier placements to their
 * citizen. The way to work stands here too: a straight line between two zones, an estimate (market.h). */
#include "base/list.h"
#include "base/text.h"
#include "law/glossary.h"
#include "proposal/market.h"

enum { ZONES_TABLE_MAX = 1000, PERCENT = 100 };

/* --- codes --- */

static int code_place(const char *list, const char *code)
{
    size_t count;
    const struct glossary_row *rows = glossary_list(list, &count);

    for (size_t i = 0; i < count && i < 32; i++)
        if (text_is(rows[i].code, code))
            return (int)i;
    return UNKNOWN;
}

/* The bits of those pieces that are codes of the list. */
static uint32_t code_bits(struct arena *arena, const char *list, const char *words)
{
    struct text_pieces pieces = text_split(arena, words, ',');
    uint32_t bits = 0;

    for (size_t i = 0; i < pieces.count; i++) {
        int place = code_place(list, text_trim(arena, pieces.at[i]));
        if (place >= 0)
            bits |= UINT32_C(1) << place;
    }
    return bits;
}

/* Danish is no shared language here: it has a criterion of its own. */
static uint32_t language_bits(struct arena *arena, const char *language, const char *others)
{
    uint32_t bits = code_bits(arena, "language", arena_format(arena, "%s,%s", language, others));
    int danish = code_place("language", "da");

    return danish < 0 ? bits : bits & ~(UINT32_C(1) << danish);
}

/* --- zones and the way --- */

struct zones {
    const struct criteria *criteria;
    struct commute_zone_row_list rows;
    const int32_t *metres; /* Square table; NULL when there are too many. */
};

static int64_t square_root(int64_t number)
{
    int64_t root = 0;

    for (int64_t bit = INT64_C(1) << 30; bit > 0; bit >>= 1)
        if ((root + bit) * (root + bit) <= number)
            root += bit;
    return root;
}

static int32_t metres_between(const struct zones *zones, int from, int to)
{
    const struct commute_zone_row *a = &zones->rows.at[from], *b = &zones->rows.at[to];
    int64_t east = a->east - b->east, north = a->north - b->north;

    return (int32_t)square_root(east * east + north * north);
}

static int32_t line_minutes(const void *about, int from, int to, int travel, int32_t be_there_minute)
{
    const struct zones *zones = about;

    (void)be_there_minute; /* A straight line has no timetable. */
    if (from < 0 || to < 0)
        return UNKNOWN;
    int32_t metres = zones->metres == NULL ? metres_between(zones, from, to)
                                           : zones->metres[(size_t)from * zones->rows.count + (size_t)to];
    const struct travel *by = &zones->criteria->travel.at[travel < 0 ? 0 : travel];
    return (int32_t)((int64_t)metres * zones->criteria->detour / PERCENT / by->speed) + by->wait;
}

void market_read_commute(struct db *db, struct proposal_market *market)
{
    struct arena *arena = db_arena(db);
    struct zones *zones = arena_alloc(arena, sizeof *zones);

    zones->criteria = market->criteria;
    zones->rows = commute_zone_all(db);
    if (zones->rows.count <= ZONES_TABLE_MAX) {
        int32_t *metres = arena_array(arena, zones->rows.count * zones->rows.count, sizeof *metres);
        for (size_t i = 0; i < zones->rows.count; i++)
            for (size_t k = 0; k < zones->rows.count; k++)
                metres[i * zones->rows.count + k] = metres_between(zones, (int)i, (int)k);
        zones->metres = metres;
    }
    market->commute = (struct commute){ zones, line_minutes, true };
}

/* The postal code's zone, else the town's. */
static int zone_of(struct arena *arena, const struct proposal_market *market, const char *postal_code, const char *town)
{
    const struct zones *zones = market->commute.about;
    const char *folded = text_fold(arena, town);
    int found = UNKNOWN;

    for (size_t i = 0; i < zones->rows.count; i++) {
        if (*postal_code != 0 && text_is(zones->rows.at[i].search_name, postal_code))
            return (int)i;
        if (*folded != 0 && text_is(zones->rows.at[i].search_name, folded))
            found = (int)i;
    }
    return found;
}

/* Few towns, many people: the town before is most often the town now, so the last answers are kept. */
struct zone_memory {
    struct { const char *postal_code, *town; int zone; } at[64];
    size_t count, next;
};

static int zone_remembered(struct arena *arena, const struct proposal_market *market, struct zone_memory *memory,
                           const char *postal_code, const char *town)
{
    size_t room = sizeof memory->at / sizeof *memory->at;

    for (size_t i = 0; i < memory->count; i++)
        if (text_is(memory->at[i].postal_code, postal_code) && text_is(memory->at[i].town, town))
            return memory->at[i].zone;
    size_t slot = memory->next++ % room;
    memory->at[slot].postal_code = postal_code;
    memory->at[slot].town = town;
    memory->at[slot].zone = zone_of(arena, market, postal_code, town);
    memory->count = memory->count < room ? memory->count + 1 : room;
    return memory->at[slot].zone;
}

/* --- citizens --- */

static struct seeker seeker_of(struct arena *arena, const struct proposal_market *market, const struct proposal_seeker *row)
{
    return (struct seeker){
        .law = code_place("law_basis", row->law_basis),
        .readiness = code_place("readiness", row->readiness),
        .oral = (int32_t)row->oral, .written = (int32_t)row->written,
        .cannot = (uint32_t)row->cannot, .careful = (uint32_t)row->careful, .is_loads_asked = row->is_loads_asked,
        .hours_min = (int32_t)row->hours_min, .hours_max = (int32_t)row->hours_max, .weekdays = (int32_t)row->weekdays,
        .from = row->from_day == DAY_NONE || row->from_day < market->today ? market->today : row->from_day,
        .care_from = (int32_t)row->care_from_minute, .care_to = (int32_t)row->care_to_minute,
        .commute_max = (int32_t)row->commute_max,
        .travel = travel_find(market->criteria, row->travel),
        .certificates = (uint32_t)row->certificates,
        .languages = language_bits(arena, row->language, row->other_languages), .branch = code_place("branch", row->branch),
    };
}

static struct seeking *find_row(const struct proposal_market *market, const int32_t *by_id, size_t count, struct citizen_id id)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        struct seeking *s = &market->seeking[by_id[middle]];
        if (s->row.citizen.n == id.n)
            return s;
        if (s->row.citizen.n < id.n)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static void add_function(struct seeking *s, const struct proposal_function_row *row)
{
    struct seeker *f = &s->facts;

    if (text_is(row->kind, "wish") && f->wish_count < WISHES_MAX) {
        s->words[f->wish_count] = row->words;
        f->wishes[f->wish_count++] = function_code_read(row->code);
    } else if (text_is(row->kind, "can") && f->can_count < CANS_MAX) {
        s->words[WISHES_MAX + f->can_count] = row->words;
        f->cans[f->can_count++] = function_code_read(row->code);
    }
}

static bool is_reason(const struct criterion *c, const char *reason)
{
    for (size_t i = 0; i < c->reasons.count; i++)
        if (text_is(c->reasons.at[i], reason))
            return true;
    return false;
}

/* Rows come citizen by citizen, so each has a piece of one list. */
static void read_earlier(struct db *db, struct proposal_market *market, const int32_t *by_id, size_t count)
{
    struct proposal_earlier_row_list rows = proposal_earlier_placements(db, market->unit);
    struct earlier *all = arena_array(db_arena(db), rows.count, sizeof *all);

    for (size_t i = 0; i < rows.count; i++) {
        struct seeking *s = find_row(market, by_id, count, rows.at[i].citizen);
        all[i] = (struct earlier){ rows.at[i].company.n, is_reason(market->criteria->by[MEASURE_FAILED], rows.at[i].end_reason) };
        if (s == NULL)
            continue;
        if (s->facts.earlier_count == 0)
            s->facts.earlier = &all[i];
        s->facts.earlier_count++;
    }
}

/* The list's numbers in the order of ids: a heap sort, in place. */
static void sift(const struct proposal_market *market, int32_t *by_id, size_t at, size_t count)
{
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && market->seeking[by_id[child]].row.citizen.n < market->seeking[by_id[child + 1]].row.citizen.n)
            child++;
        if (market->seeking[by_id[at]].row.citizen.n >= market->seeking[by_id[child]].row.citizen.n)
            return;
        int32_t other = by_id[at];
        by_id[at] = by_id[child];
        by_id[child] = other;
    }
}

static int32_t *numbers_by_id(struct arena *arena, const struct proposal_market *market)
{
    size_t count = market->seeking_count;
    int32_t *by_id = arena_array(arena, count, sizeof *by_id);

    for (size_t i = 0; i < count; i++)
        by_id[i] = (int32_t)i;
    for (size_t i = count / 2; i-- > 0;)
        sift(market, by_id, i, count);
    for (size_t end = count; end-- > 1;) {
        int32_t first = by_id[0];
        by_id[0] = by_id[end];
        by_id[end] = first;
        sift(market, by_id, 0, end);
    }
    return by_id;
}

void market_read_seekers(struct db *db, struct proposal_market *market)
{
    struct arena *arena = db_arena(db);
    struct proposal_seeker_list rows = proposal_seekers(db, market->kind->code, market->unit, market->today);
    struct proposal_function_row_list functions = proposal_seeker_functions(db, market->unit);
    struct zone_memory memory = { 0 };

    market->seeking = arena_array(arena, rows.count, sizeof *market->seeking);
    market->seeking_count = rows.count;
    for (size_t i = 0; i < rows.count; i++) {
        struct seeking *s = &market->seeking[i];
        s->row = rows.at[i];
        s->facts = seeker_of(arena, market, &rows.at[i]);
        s->facts.zone = zone_remembered(arena, market, &memory, rows.at[i].postal_code, rows.at[i].town);
        s->held = NOWHERE;
    }
    int32_t *by_id = numbers_by_id(arena, market);
    for (size_t i = 0; i < functions.count; i++) {
        struct seeking *s = find_row(market, by_id, rows.count, functions.at[i].citizen);
        if (s != NULL)
            add_function(s, &functions.at[i]);
    }
    read_earlier(db, market, by_id, rows.count);
}

/* --- places --- */

/* Equal codes are one kind. */
static int32_t kind_of(struct proposal_market *market, size_t before, struct function_code code)
{
    for (size_t i = 0; i < before; i++)
        if (market->offered[i].facts.function.digits == code.digits && market->offered[i].facts.function.length == code.length)
            return market->offered[i].kind;
    return (int32_t)market->kind_count++;
}

void market_read_openings(struct db *db, struct proposal_market *market)
{
    struct arena *arena = db_arena(db);
    struct proposal_opening_list rows = proposal_openings(db, market->today, market->kind->code, market->unit);
    struct zone_memory memory = { 0 };

    market->offered = arena_array(arena, rows.count, sizeof *market->offered);
    market->offered_count = rows.count;
    for (size_t i = 0; i < rows.count; i++) {
        const struct proposal_opening *row = &rows.at[i];
        struct offered *o = &market->offered[i];
        o->row = *row;
        o->seats = (int32_t)(row->seats > row->taken ? row->seats - row->taken : 0);
        o->facts = (struct opening){
            .company = row->company.n,
            .laws = code_bits(arena, "law_basis", row->targets), .readiness = code_bits(arena, "readiness", row->targets),
            .function = function_code_read(row->function_code), .to = row->to_day,
            .hours_min = (int32_t)row->hours_min, .hours_max = (int32_t)row->hours_max,
            .weekdays = (int32_t)row->weekdays, .from_minute = (int32_t)row->from_minute,
            .to_minute = (int32_t)row->to_minute, .oral = (int32_t)row->oral, .written = (int32_t)row->written,
            .loads = (uint32_t)row->loads, .certificates = (uint32_t)row->certificates,
            .languages = language_bits(arena, "", row->languages), .has_mentor = row->has_mentor,
            .paid_prospect = (int32_t)row->paid_prospect, .branch = code_place("branch", row->branch),
            .is_trained = row->is_trained,
            .zone = zone_remembered(arena, market, &memory, row->postal_code, row->town),
        };
        o->kind = kind_of(market, i, o->facts.function);
    }
}
