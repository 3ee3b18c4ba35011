/* SPDX-License-Identifier: MIT
 * card.c: one card: one step on or back, to any step on any day, stopped with a reason, and undo. */
#include "base/text.h"
#include "pipeline/pages.h"
#include "pipeline_card_page.h"

enum { AREA_MAX = 100, REASONS_MAX = 20 };

static bool card_of_path(struct request *r, struct pipeline_row *board, struct pipeline_card_row *card)
{
    return board_of_path(r, board) &&
           pipeline_card_load(r->db, board, (struct pipeline_card_id){ request_id(r, "kort") }, card);
}

static struct choices place_choices(struct request *r, const struct pipeline_shape *shape)
{
    struct choice *choices = arena_array(r->arena, (size_t)shape->place_count, sizeof *choices);

    for (int i = 0; i < shape->place_count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%d", i),
                                      glossary_label_or_code((int)r->language, shape->place_list, shape->places[i]) };
    return (struct choices){ choices, (size_t)shape->place_count };
}

static struct card_view card_view_of(struct request *r, const struct pipeline_row *board, const struct pipeline_card_row *card)
{
    const struct pipeline_shape *shape = pipeline_shape_of(board);
    struct card_view view = {
        .board = *board,
        .shape = shape,
        .card = board_card_of(r, shape, card),
        .moves = pipeline_moves(r->db, card->id, MOVES_SHOWN),
        .move_form = form_new(r),
        .stop_form = form_new(r),
        .area_form = form_new(r),
        .places = place_choices(r, shape),
        .reasons = glossary_choices(r, shape->reason_list),
        .outcomes = glossary_choices(r, "placement_kind"),
        .areas = board_areas(r, board),
        .may_write = request_may(r, MAY_PLACEMENT_WRITE),
    };

    form_set_int(&view.move_form, "trin", card->place);
    form_set_day(&view.move_form, "dag", r->today);
    form_set(&view.move_form, "som", card->outcome);
    form_set_int(&view.move_form, "version", card->version);
    form_set_day(&view.stop_form, "dag", r->today);
    form_set_int(&view.stop_form, "version", card->version);
    form_set(&view.area_form, "omraade", card->area);
    form_set_int(&view.area_form, "version", card->version);
    return view;
}

static struct reply show(struct request *r, const struct card_view *view, bool is_again)
{
    struct page page = page_new(r);

    card_page(&page, view);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply card_get(struct request *r)
{
    struct pipeline_row board;
    struct pipeline_card_row card;

    if (!card_of_path(r, &board, &card))
        return reply_not_found(r);
    struct card_view view = card_view_of(r, &board, &card);
    return show(r, &view, false);
}

/* Done, told with an undo, and back to the board at the column where the card is now. */
static struct reply moved(struct request *r, const struct pipeline_row *board, struct pipeline_card_row *card,
                          const struct pipeline_step *step)
{
    const struct pipeline_shape *shape = pipeline_shape_of(board);
    const char *name = board_card_name(r, card);
    const char *where = step->is_stopped ? say(r->language, "stoppet")
                                         : glossary_label_or_code((int)r->language, shape->place_list, shape->places[step->place]);

    if (!pipeline_move(r->db, board, card, step))
        return reply_conflict(r, name);
    request_tell(r, say_with(r->arena, r->language, "{1}: {2}.", name, where, NULL),
                 arena_format(r->arena, "/tavler/%lld/kort/%lld/fortryd", (long long)board->id.n, (long long)card->id.n));
    return reply_see_other(r, "/tavler/%lld?kolonne=%d", (long long)board->id.n, step->place);
}

/* One step on or back, from the board. Back from "stopped" is to the step it stopped on. */
struct reply card_step_post(struct request *r)
{
    struct form form = form_read(r);
    int64_t version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX);
    bool is_back = form_has(&form, "vej", "tilbage");
    struct pipeline_row board;
    struct pipeline_card_row card;

    if (!card_of_path(r, &board, &card) || form.error_count > 0)
        return reply_not_found(r);
    int place = (int)card.place + (card.is_stopped ? 0 : is_back ? -1 : 1);
    if (card.version != version || place < 0 || place >= pipeline_shape_of(&board)->place_count)
        return reply_conflict(r, board_card_name(r, &card));
    return moved(r, &board, &card, &(struct pipeline_step){ .place = place, .reason = "", .outcome = card.outcome, .on = r->today });
}

static void check_day(struct form *form, day on)
{
    if (on != DAY_NONE && on > form->request->today)
        form_error(form, "dag", say(form->request->language, "Det er ikke sket endnu."));
}

struct reply card_move_post(struct request *r)
{
    struct form form = form_read(r);
    struct pipeline_row board;
    struct pipeline_card_row card;

    if (!card_of_path(r, &board, &card))
        return reply_not_found(r);
    struct pipeline_step step = {
        .place = (int)form_int(&form, "trin", FORM_REQUIRED, 0, pipeline_shape_of(&board)->place_count - 1),
        .on = form_day(&form, "dag", FORM_REQUIRED),
        .outcome = form_text(&form, "som", FORM_OPTIONAL, AREA_MAX),
        .reason = "",
    };
    card.version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX);
    check_day(&form, step.on);
    if (*step.outcome != 0 && glossary_find("placement_kind", step.outcome) == NULL)
        form_error(&form, "som", say(r->language, "Vælg en fra listen."));
    if (form.error_count > 0) {
        struct card_view view = card_view_of(r, &board, &card);
        view.move_form = form;
        return show(r, &view, true);
    }
    return moved(r, &board, &card, &step);
}

struct reply card_stop_post(struct request *r)
{
    struct form form = form_read(r);
    const char *reason = form_text(&form, "grund", FORM_REQUIRED, AREA_MAX);
    day on = form_day(&form, "dag", FORM_REQUIRED);
    struct pipeline_row board;
    struct pipeline_card_row card;

    if (!card_of_path(r, &board, &card))
        return reply_not_found(r);
    card.version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX);
    check_day(&form, on);
    if (*reason != 0 && glossary_find(pipeline_shape_of(&board)->reason_list, reason) == NULL)
        form_error(&form, "grund", say(r->language, "Vælg en grund fra listen."));
    if (form.error_count > 0) {
        struct card_view view = card_view_of(r, &board, &card);
        view.stop_form = form;
        return show(r, &view, true);
    }
    return moved(r, &board, &card, &(struct pipeline_step){
        .place = (int)card.place, .is_stopped = true, .reason = reason, .outcome = card.outcome, .on = on });
}

struct reply card_area_post(struct request *r)
{
    struct form form = form_read(r);
    const char *area = form_text(&form, "omraade", FORM_OPTIONAL, AREA_MAX);
    int64_t version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX);
    struct pipeline_row board;
    struct pipeline_card_row card;

    if (!card_of_path(r, &board, &card) || form.error_count > 0)
        return reply_not_found(r);
    if (pipeline_card_set_area(r->db, area, card.id, version) != 1)
        return reply_conflict(r, board_card_name(r, &card));
    request_tell(r, say(r->language, "Området er gemt."), NULL);
    return reply_see_other(r, "/tavler/%lld/kort/%lld", (long long)board.id.n, (long long)card.id.n);
}

struct reply card_undo_post(struct request *r)
{
    struct pipeline_row board;
    struct pipeline_card_row card;

    if (!card_of_path(r, &board, &card))
        return reply_not_found(r);
    bool is_undone = pipeline_undo(r->db, &card);
    request_tell(r, is_undone ? say(r->language, "Flytningen er fortrudt.") : say(r->language, "Der er ikke mere at fortryde."), NULL);
    return reply_see_other(r, "/tavler/%lld", (long long)board.id.n);
}
