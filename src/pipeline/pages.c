/* SPDX-License-Identifier: MIT
 * pages.c: the routes of boards, and what their pages share. */
#include "pipeline/pages.h"

#include "base/list.h"
#include "base/text.h"

static const struct route routes[] = {
    { GET, "/tavler", MAY_PLACEMENT_READ, pipeline_list_get },
    { GET, "/tavler/ny", MAY_PLACEMENT_WRITE, board_new_get },
    { POST, "/tavler/ny", MAY_PLACEMENT_WRITE, board_new_post },
    { GET, "/tavler/{tavle}", MAY_PLACEMENT_READ, board_get },
    { POST, "/tavler/{tavle}/find", MAY_PLACEMENT_WRITE, board_find_post },
    { POST, "/tavler/{tavle}/kort", MAY_PLACEMENT_WRITE, board_add_post },
    { GET, "/tavler/{tavle}/ret", MAY_PLACEMENT_WRITE, board_edit_get },
    { POST, "/tavler/{tavle}/ret", MAY_PLACEMENT_WRITE, board_edit_post },
    { POST, "/tavler/{tavle}/base", MAY_PLACEMENT_WRITE, base_post },
    { POST, "/tavler/{tavle}/base/{base}/fjern", MAY_PLACEMENT_WRITE, base_remove_post },
    { POST, "/tavler/{tavle}/haendelser", MAY_PLACEMENT_WRITE, incident_post },
    { GET, "/tavler/{tavle}/kort/{kort}", MAY_PLACEMENT_READ, card_get },
    { POST, "/tavler/{tavle}/kort/{kort}/trin", MAY_PLACEMENT_WRITE, card_step_post },
    { POST, "/tavler/{tavle}/kort/{kort}/flyt", MAY_PLACEMENT_WRITE, card_move_post },
    { POST, "/tavler/{tavle}/kort/{kort}/stop", MAY_PLACEMENT_WRITE, card_stop_post },
    { POST, "/tavler/{tavle}/kort/{kort}/omraade", MAY_PLACEMENT_WRITE, card_area_post },
    { POST, "/tavler/{tavle}/kort/{kort}/fortryd", MAY_PLACEMENT_WRITE, card_undo_post },
    { 0 },
};

const struct feature pipeline_feature = { .name = "pipeline", .routes = routes };

bool board_of_path(struct request *r, struct pipeline_row *board)
{
    return pipeline_load(r->db, (struct pipeline_id){ request_id(r, "tavle") }, board);
}

const char *board_card_name(struct request *r, const struct pipeline_card_row *row)
{
    return row->company.n != 0 ? row->first_name : citizen_name(r->arena, row->first_name, row->last_name);
}

struct board_card board_card_of(struct request *r, const struct pipeline_shape *shape, const struct pipeline_card_row *row)
{
    const char *path = NULL;

    if (row->company.n != 0)
        path = arena_format(r->arena, "/virksomheder/%lld", (long long)row->company.n);
    else if (request_may(r, MAY_CASE_READ) || request_may(r, MAY_CASE_WORK))
        path = arena_format(r->arena, "/borger/%lld", (long long)row->citizen.n);
    return (struct board_card){
        .row = *row,
        .name = board_card_name(r, row),
        .path = path,
        .has_next = row->place + 1 < shape->place_count && !row->is_stopped,
        .has_before = row->place > 0 || row->is_stopped,
    };
}

struct choices board_areas(struct request *r, const struct pipeline_row *board)
{
    struct text_pieces pieces = text_split(r->arena, board->areas, ',');
    LIST_OF(struct choice) areas = { 0 };

    for (size_t i = 0; i < pieces.count; i++) {
        const char *area = text_trim(r->arena, pieces.at[i]);
        if (*area != 0)
            *LIST_ADD(r->arena, &areas) = (struct choice){ area, area };
    }
    return (struct choices){ areas.at, areas.count };
}

static const struct choice weekdays[] = {
    { "1", SAY("mandag") }, { "2", SAY("tirsdag") }, { "3", SAY("onsdag") }, { "4", SAY("torsdag") },
    { "5", SAY("fredag") }, { "6", SAY("lørdag") },  { "7", SAY("søndag") },
};

struct choices board_weekdays(struct request *r)
{
    (void)r;
    return (struct choices){ weekdays, sizeof weekdays / sizeof *weekdays };
}

const char *board_weekday(enum language language, int64_t weekday)
{
    return weekday < 1 || weekday > 7 ? "" : say(language, weekdays[weekday - 1].label);
}
