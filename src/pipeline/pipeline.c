/* SPDX-License-Identifier: MIT
 * pipeline.c: the shapes of boards, putting cards on them, moving them and taking a move back, and the counts. */
#include "pipeline/pipeline.h"

#include "base/check.h"
#include "base/text.h"
#include "engine/journal.h"

const char *const pipeline_kind_codes[PIPELINE_KIND_COUNT + 1] = { "cohort", "companies", NULL };

static const char *const cohort_places[COHORT_PLACE_COUNT] = { "found", "screened", "interview", "listed", "started",
                                                               "completed", "hired" };
static const char *const companies_places[COMPANIES_PLACE_COUNT] = { "promise", "visit", "agreement", "started",
                                                                     "retained" };

const struct pipeline_shape pipeline_shapes[PIPELINE_KIND_COUNT] = {
    [PIPELINE_COHORT] = { cohort_places, COHORT_PLACE_COUNT, "cohort_place", "end_reason", true },
    [PIPELINE_COMPANIES] = { companies_places, COMPANIES_PLACE_COUNT, "companies_place", "company_stop", false },
};

const struct pipeline_shape *pipeline_shape_of(const struct pipeline_row *board)
{
    int kind = 0;

    while (kind < PIPELINE_KIND_COUNT && !text_is(board->kind, pipeline_kind_codes[kind]))
        kind++;
    check(kind < PIPELINE_KIND_COUNT);
    return &pipeline_shapes[kind];
}

/* pipeline.moved in the stream of whom the card is about; of a cohort also in the company's. */
static int64_t note_move(struct db *db, const struct pipeline_row *board, const struct pipeline_card_row *card,
                         const struct pipeline_step *step)
{
    const struct pipeline_shape *shape = pipeline_shape_of(board);
    bool is_citizen = card->citizen.n != 0;
    int64_t whose = is_citizen ? card->citizen.n : card->company.n;

    return journal_append(db, &(struct event_draft){
        .stream = { is_citizen ? STREAM_CITIZEN : STREAM_COMPANY, whose },
        .also = { STREAM_COMPANY, is_citizen ? board->company.n : 0 },
        .kind = EVENT_PIPELINE_MOVED,
        .code = step->is_stopped ? "stopped" : shape->places[step->place],
        .subject = { is_citizen ? SUBJECT_CITIZEN : SUBJECT_COMPANY, whose },
        .at = instant_of(step->on, 0, 0, 0),
        .is_day = true,
        .fields = { { "pipeline", arena_format(db_arena(db), "%lld", (long long)board->id.n) },
                    { "card", arena_format(db_arena(db), "%lld", (long long)card->id.n) },
                    { "reason", *step->reason == 0 ? NULL : step->reason } },
    });
}

static void keep_move(struct db *db, const struct pipeline_row *board, const struct pipeline_card_row *card,
                      const struct pipeline_step *step)
{
    pipeline_move_insert(db, &(struct pipeline_move_insert_in){
        .card = card->id, .from_place = card->place, .to_place = step->place, .was_stopped = card->is_stopped,
        .is_stopped = step->is_stopped, .reason = step->reason, .outcome = step->outcome, .day = step->on,
        .before_day = card->moved_day, .staff = { db_actor(db).id }, .written_at = db_now(db),
        .event = note_move(db, board, card, step),
    });
}

struct pipeline_card_id pipeline_add_citizen(struct db *db, const struct pipeline_row *board, struct citizen_id citizen,
                                             const char *area, bool is_side)
{
    int place = is_side ? pipeline_shape_of(board)->place_count - 1 : 0;

    if (pipeline_citizen_card_of(db, board->id, citizen).n != 0)
        return (struct pipeline_card_id){ 0 };
    struct pipeline_card_row card = { .citizen = citizen, .place = place, .moved_day = db_today(db) };
    card.id = pipeline_citizen_card_insert(db, &(struct pipeline_citizen_card_insert_in){
        .pipeline = board->id, .citizen = citizen, .area = area, .place = place, .moved_day = db_today(db),
        .is_side = is_side });
    if (card.id.n != 0)
        note_move(db, board, &card, &(struct pipeline_step){ .place = place, .reason = "", .outcome = "", .on = db_today(db) });
    return card.id;
}

struct pipeline_card_id pipeline_add_company(struct db *db, const struct pipeline_row *board, struct company_id company,
                                             const char *area)
{
    if (pipeline_company_card_of(db, board->id, company).n != 0)
        return (struct pipeline_card_id){ 0 };
    struct pipeline_card_row card = { .company = company, .moved_day = db_today(db) };
    card.id = pipeline_company_card_insert(db, board->id, company, area, 0, db_today(db));
    note_move(db, board, &card, &(struct pipeline_step){ .reason = "", .outcome = "", .on = db_today(db) });
    return card.id;
}

bool pipeline_card_load(struct db *db, const struct pipeline_row *board, struct pipeline_card_id id,
                        struct pipeline_card_row *card)
{
    return pipeline_shape_of(board)->is_of_citizens ? pipeline_citizen_card(db, id, board->id, card)
                                                    : pipeline_company_card(db, id, board->id, card);
}

bool pipeline_move(struct db *db, const struct pipeline_row *board, const struct pipeline_card_row *card,
                   const struct pipeline_step *step)
{
    check(step->place >= 0 && step->place < pipeline_shape_of(board)->place_count);
    if (pipeline_card_put(db, &(struct pipeline_card_put_in){
            .place = step->place, .moved_day = step->on, .is_stopped = step->is_stopped, .stop_reason = step->reason,
            .outcome = step->outcome, .id = card->id, .version = card->version }) != 1)
        return false;
    keep_move(db, board, card, step);
    return true;
}

/* The newest move that stands, and in `before` the one that then counts; both NULL when there is none. */
static const struct pipeline_move_row *newest(const struct pipeline_move_row_list *moves,
                                              const struct pipeline_move_row **before)
{
    const struct pipeline_move_row *found = NULL;

    *before = NULL;
    for (size_t i = 0; i < moves->count && *before == NULL; i++) {
        if (moves->at[i].undone_at != INSTANT_NONE)
            continue;
        if (found != NULL)
            *before = &moves->at[i];
        else
            found = &moves->at[i];
    }
    return found;
}

bool pipeline_undo(struct db *db, const struct pipeline_card_row *card)
{
    enum { MOVES_LOOKED = 100 };
    struct pipeline_move_row_list moves = pipeline_moves(db, card->id, MOVES_LOOKED);
    const struct pipeline_move_row *before, *move = newest(&moves, &before);

    if (move == NULL || pipeline_move_set_undone(db, db_now(db), move->id) != 1)
        return false;
    journal_void(db, move->event);
    return pipeline_card_put(db, &(struct pipeline_card_put_in){
        .place = move->from_place, .moved_day = move->before_day, .is_stopped = move->was_stopped,
        .stop_reason = before == NULL ? "" : before->reason, .outcome = before == NULL ? "" : before->outcome,
        .id = card->id, .version = card->version }) == 1;
}

struct pipeline_counts pipeline_count(struct db *db, const struct pipeline_row *board, const char *benefit)
{
    struct pipeline_count_row_list rows = pipeline_counted(db, board->id);
    struct pipeline_counts counts = { 0 };

    for (size_t i = 0; i < rows.count; i++) {
        const struct pipeline_count_row *row = &rows.at[i];
        if (benefit != NULL && !text_is(row->benefit, benefit))
            continue;
        if (row->is_side) {
            counts.side_hires += row->how_many;
            continue;
        }
        for (int64_t place = 0; place <= row->place && place < PIPELINE_PLACES_MAX; place++)
            counts.reached[place] += row->how_many;
        if (row->is_stopped)
            counts.stopped[row->place] += row->how_many;
    }
    return counts;
}
