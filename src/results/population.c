/* SPDX-License-Identifier: MIT
 * population.c: the walk over everybody's history and stored obligations that measures are counted from, a
 * piece at a time in an arena of its own, so that twenty thousand citizens need no more memory than forty. */
#include "base/list.h"
#include "engine/journal.h"
#include "results/results.h"

enum { STREAMS_A_PIECE = 40, PIECE_BYTES_MAX = 48 << 20 };

/* The measures of one unit, in the making. */
struct count_of_unit {
    struct unit_id unit;
    struct measuring **measures;
    struct year_after year;
};

struct walk {
    struct db *db;
    instant at; /* How far the histories are known. */
    struct count_of_unit *counts;
    size_t count_count, measure_count;
};

/* A piece's rows, each list in order of streams, so that one walk pairs them. */
struct piece {
    struct histories histories;
    struct results_obligation_row_list obligations;
    struct results_citizen_unit_row_list units;
    size_t obligation_next, unit_next;
};

static void take_obligations(struct walk *walk, struct piece *piece, int64_t stream, struct measured_history *history)
{
    const struct results_obligation_row_list *rows = &piece->obligations;
    LIST_OF(struct measured_obligation) mine = { 0 };
    size_t *next = &piece->obligation_next;

    while (*next < rows->count && rows->at[*next].stream < stream)
        (*next)++;
    for (; *next < rows->count && rows->at[*next].stream == stream; (*next)++) {
        const struct results_obligation_row *row = &rows->at[*next];
        *LIST_ADD(db_arena(walk->db), &mine) = (struct measured_obligation){
            .scheme = row->scheme,
            .rule = row->rule,
            .enrolment = row->enrolment_number,
            .subject = row->subject,
            .state = (enum obligation_state)row->state,
            .is_over = row->state == OBLIGATION_OPEN && row->due_at < db_now(walk->db),
            .settled = row->settled_at,
        };
    }
    history->obligations = mine.at;
    history->obligation_count = mine.count;
}

/* The unit a citizen belongs to; 0 for streams that belong to none. */
static int64_t unit_of(struct piece *piece, struct stream stream)
{
    const struct results_citizen_unit_row_list *rows = &piece->units;

    if (stream.kind == STREAM_UNIT)
        return stream.id;
    while (piece->unit_next < rows->count && rows->at[piece->unit_next].citizen_number < stream.id)
        piece->unit_next++;
    bool is_found = piece->unit_next < rows->count && rows->at[piece->unit_next].citizen_number == stream.id;
    return is_found ? rows->at[piece->unit_next].unit_number : 0;
}

static void see(struct walk *walk, const struct measured_history *history, int64_t unit)
{
    for (size_t i = 0; i < walk->count_count; i++) {
        struct count_of_unit *count = &walk->counts[i];
        if (count->unit.n != 0 && count->unit.n != unit)
            continue;
        for (size_t k = 0; k < walk->measure_count; k++)
            measure_see(count->measures[k], history);
        if (history->view.stream.kind == STREAM_CITIZEN)
            year_see(&count->year, &history->view);
    }
}

static struct piece piece_load(struct db *db, struct stream after)
{
    struct piece piece = { .histories = journal_load_next(db, after, STREAMS_A_PIECE) };

    if (piece.histories.count == 0)
        return piece;
    int64_t last = piece.histories.at[piece.histories.count - 1].stream.id;
    piece.obligations = results_obligations(db, after.kind, after.id, last);
    if (after.kind == STREAM_CITIZEN)
        piece.units = results_citizen_units(db, after.id, last);
    return piece;
}

/* The next streams; false after the last. */
static bool walk_piece(struct walk *walk, struct stream *after)
{
    struct piece piece = piece_load(walk->db, *after);

    for (size_t i = 0; i < piece.histories.count; i++) {
        const struct history *from = &piece.histories.at[i];
        struct measured_history history = {
            .view = measured_view(db_arena(walk->db), from->stream, from->versions.at, from->versions.count, walk->at) };
        take_obligations(walk, &piece, from->stream.id, &history);
        see(walk, &history, unit_of(&piece, from->stream));
        *after = from->stream;
    }
    return piece.histories.count > 0;
}

static bool is_wanted(const struct walk *walk, enum stream_kind kind)
{
    bool is_any = kind == STREAM_CITIZEN; /* The year after the start is theirs. */

    for (size_t i = 0; i < walk->measure_count && walk->count_count > 0; i++)
        is_any = is_any || measure_wants(walk->counts[0].measures[i], kind);
    return is_any;
}

static void walk_all(struct walk *walk)
{
    struct arena *piece = arena_new(PIECE_BYTES_MAX), *before = db_use_arena(walk->db, piece);

    for (int kind = 0; kind < STREAM_KIND_COUNT; kind++) {
        struct stream after = { (enum stream_kind)kind, 0 };
        while (is_wanted(walk, after.kind) && walk_piece(walk, &after))
            arena_reset(piece);
    }
    db_use_arena(walk->db, before);
    arena_free(piece);
}

/* ---- Figures ---- */

/* Each measure of each scheme, in order; the figures are filled in when the walk is done. */
static struct goals goals_blank(struct arena *arena, struct schemes schemes)
{
    LIST_OF(struct goal) goals = { 0 };

    for (size_t i = 0; i < schemes.count; i++)
        for (size_t k = 0; k < schemes.at[i]->measures.count; k++)
            *LIST_ADD(arena, &goals) = (struct goal){ .scheme = schemes.at[i], .measure = &schemes.at[i]->measures.at[k] };
    return (struct goals){ goals.at, goals.count };
}

static struct count_of_unit count_begin(struct arena *arena, const struct goals *goals, struct measured_period period,
                                        struct unit_id unit)
{
    struct count_of_unit count = { .unit = unit, .year = year_begin(period.to) };

    count.measures = arena_array(arena, goals->count, sizeof *count.measures);
    for (size_t i = 0; i < goals->count; i++)
        count.measures[i] = measure_begin(arena, goals->at[i].scheme, goals->at[i].measure, period);
    return count;
}

static struct results count_end(struct arena *arena, const struct goals *goals, const struct count_of_unit *count)
{
    struct goal *ended = arena_array(arena, goals->count, sizeof *ended);

    for (size_t i = 0; i < goals->count; i++)
        ended[i] = (struct goal){ goals->at[i].scheme, goals->at[i].measure, measure_end(count->measures[i]) };
    return (struct results){ count->unit, { ended, goals->count }, count->year };
}

struct results *results_take(struct db *db, struct schemes schemes, struct measured_period period,
                             const struct unit_id *units, size_t count)
{
    struct arena *arena = db_arena(db);
    struct goals goals = goals_blank(arena, schemes);
    struct walk walk = { .db = db, .at = day_end(period.to) < db_now(db) ? day_end(period.to) : db_now(db),
                         .count_count = count, .measure_count = goals.count };
    struct results *results = arena_array(arena, count, sizeof *results);

    walk.counts = arena_array(arena, count, sizeof *walk.counts);
    for (size_t i = 0; i < count; i++)
        walk.counts[i] = count_begin(arena, &goals, period, units[i]);
    walk_all(&walk);
    for (size_t i = 0; i < count; i++)
        results[i] = count_end(arena, &goals, &walk.counts[i]);
    return results;
}
