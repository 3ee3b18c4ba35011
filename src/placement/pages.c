/* SPDX-License-Identifier: MIT
 * pages.c: the routes of placements, and what their pages share. */
#include "placement/pages.h"

#include "base/text.h"

static const struct route routes[] = {
    { GET, "/borger/{citizen}/praktik/ny", MAY_PLACEMENT_WRITE, placement_new_get },
    { POST, "/borger/{citizen}/praktik/ny", MAY_PLACEMENT_WRITE, placement_new_post },
    { GET, "/praktik/overgange", MAY_PLACEMENT_READ, placement_conversions_get },
    { GET, "/praktik/{placement}", MAY_PLACEMENT_READ, placement_get },
    { POST, "/praktik/{placement}/begyndt", MAY_PLACEMENT_WRITE, placement_begin_post },
    { POST, "/praktik/{placement}/timer", MAY_PLACEMENT_WRITE, placement_hours_post },
    { POST, "/praktik/{placement}/timeloen", MAY_PLACEMENT_WRITE, placement_wage_post },
    { POST, "/praktik/{placement}/timeloen/{placement_wage}/fortryd", MAY_PLACEMENT_WRITE, placement_wage_undo_post },
    { POST, "/praktik/{placement}/meldt/{report}/ja", MAY_PLACEMENT_WRITE, told_accept_post },
    { POST, "/praktik/{placement}/meldt/{report}/nej", MAY_PLACEMENT_WRITE, told_decline_post },
    { POST, "/praktik/{placement}/punkter", MAY_PLACEMENT_WRITE, placement_item_post },
    { POST, "/praktik/{placement}/lov", MAY_PLACEMENT_WRITE, placement_lawful_post },
    { POST, "/praktik/{placement}/slut", MAY_PLACEMENT_WRITE, placement_end_post },
    { GET, "/praktik/{placement}/forventninger", MAY_PLACEMENT_READ, expectations_get },
    { POST, "/praktik/{placement}/forventninger", MAY_PLACEMENT_WRITE, expectations_post },
    { POST, "/praktik/{placement}/forventninger/fortryd", MAY_PLACEMENT_WRITE, expectations_undo_post },
    { POST, "/praktik/{placement}/svaert", MAY_PLACEMENT_WRITE, placement_risk_post },
    { POST, "/praktik/{placement}/fravaer", MAY_PLACEMENT_WRITE, placement_absence_post },
    { POST, "/praktik/{placement}/fravaer/fortryd", MAY_PLACEMENT_WRITE, placement_absence_undo_post },
    { GET, "/virksomheder/{company}/praktik", MAY_PLACEMENT_WRITE, placement_here_get },
    { GET, "/fastholdelse", MAY_PLACEMENT_READ, retention_get },
    { GET, "/praktik/{placement}/ret", MAY_PLACEMENT_WRITE, placement_change_get },
    { POST, "/praktik/{placement}/ret", MAY_PLACEMENT_WRITE, placement_change_post },
    { POST, "/praktik/{placement}/ret/fortryd", MAY_PLACEMENT_WRITE, placement_change_undo_post },
    { POST, "/praktik/{placement}/fortryd", MAY_PLACEMENT_WRITE, placement_undo_post },
    { GET, "/praktik/{placement}/plan", MAY_PLACEMENT_READ, placement_sheet_get },
    { POST, "/praktik/{placement}/instrueret", MAY_PLACEMENT_WRITE, placement_instruct_post },
    { POST, "/praktik/{placement}/instrueret/fortryd", MAY_PLACEMENT_WRITE, placement_instruct_undo_post },
    { POST, "/praktik/{placement}/naeste", MAY_PLACEMENT_WRITE, placement_next_post },
    { POST, "/praktik/{placement}/loensamtale", MAY_PLACEMENT_WRITE, placement_talk_post },
    { POST, "/praktik/{placement}/loensamtale/{placement_talk}/fortryd", MAY_PLACEMENT_WRITE, placement_talk_undo_post },
    { GET, "/arbejdsfunktioner", MAY_PLACEMENT_READ, function_list_get },
    { POST, "/arbejdsfunktioner", MAY_PLACEMENT_WRITE, function_list_post },
    { GET, "/arbejdsfunktioner/{job_function}", MAY_PLACEMENT_READ, function_people_get },
    { POST, "/arbejdsfunktioner/{job_function}/vaek", MAY_PLACEMENT_WRITE, function_retire_post },
    { POST, "/arbejdsfunktioner/{job_function}/frem", MAY_PLACEMENT_WRITE, function_back_post },
    { GET, "/praktik/{placement}/opfolgning", MAY_MEETING_WRITE, follow_up_get },
    { POST, "/praktik/{placement}/opfolgning", MAY_MEETING_WRITE, follow_up_post },
    { 0 },
};

const struct feature placement_feature = { .name = "placement", .routes = routes };

bool placement_of_request(struct request *r, struct placement_row *placement, struct citizen_row *citizen)
{
    struct placement_id id = { request_id(r, "placement") };

    return placement_load(r->db, id, placement) && citizen_load(r->db, placement->citizen, citizen);
}

/* "op" from the score before the last to the last one. */
static const char *trend(struct request *r, int64_t before, int64_t last)
{
    if (last > before)
        return say(r->language, "op");
    return last < before ? say(r->language, "ned") : say(r->language, "uændret");
}

struct item_lines item_lines_of(struct request *r, struct placement_id placement)
{
    struct placement_item_row_list items = placement_items(r->db, placement);
    struct placement_score_row_list scores = placement_scores(r->db, placement);
    struct item_lines lines = { arena_array(r->arena, items.count, sizeof *lines.at), items.count };

    for (size_t i = 0; i < items.count; i++) {
        struct text so_far = text_new(r->arena);
        int64_t before = 0, last = 0;
        int count = 0;
        for (size_t s = 0; s < scores.count; s++) {
            if (scores.at[s].item.n != items.at[i].id.n)
                continue;
            if (count++ > 0)
                text_add(&so_far, " · ");
            text_add(&so_far, say_number(r->arena, r->language, scores.at[s].score));
            before = last;
            last = scores.at[s].score;
        }
        lines.at[i] = (struct item_line){
            .words = items.at[i].words,
            .scores = text_done(&so_far),
            .trend = count > 1 ? trend(r, before, last) : "",
            .name = arena_format(r->arena, "punkt%lld", (long long)items.at[i].id.n),
        };
    }
    return lines;
}
