/* SPDX-License-Identifier: MIT
 * take.c: a step is posted: read, asked of its gate, its letter made, and written; or taken back. */
#include "sanction/pages.h"

#include "base/text.h"
#include "citizen/citizen.h"

static int step_of_slug(const char *slug, enum permission needs)
{
    for (int kind = 0; kind < SANCTION_STEP_COUNT; kind++)
        if (sanction_forms[kind].slug != NULL && sanction_forms[kind].needs == needs && text_is(sanction_forms[kind].slug, slug))
            return kind;
    return -1;
}

/* By the way that was chosen; by hand is the worker's own doing. What the outbox cannot send is told, and the letter is
 * on the case to be printed. */
static void send_letter(struct request *r, struct sanction_view *view, struct letter_id letter, const char *way)
{
    bool is_handed = text_is(way, "handed_over");
    enum send_why why = is_handed ? SEND_FINE
                        : letter_send(r->db, letter, text_is(way, "post") ? LETTER_BY_PRINT : LETTER_BY_DIGITAL_POST);

    if (is_handed)
        letter_hand_over(r->db, letter);
    view->letter_note = why == SEND_FINE ? NULL : send_why_say(r->language, why);
}

static struct letter_order order_of(struct request *r, const struct sanction_view *view, struct form *form,
                                    const struct sanction_taken *taken)
{
    if (taken->kind == STEP_HEARD)
        return sanction_hearing(r->db, &view->file, taken->due);
    struct sanction_rate rate = sanction_rate_typed(view, form);
    return sanction_decision(r->db, &view->file, &(struct sanction_ruling){
        .is_sanction = !text_is(taken->choice, "none"),
        .sharpened = text_is(taken->choice, sanction_sharpened) ? taken->more_words : NULL, .days = taken->days, .rate = rate.rate, .is_test = rate.is_test,
        .grounds = taken->words });
}

/* The letter of a step that has one, once the gate is open. A text that nobody has approved, or a field without a value,
 * refuses the step: nothing leaves that the municipality does not stand by. */
static void make_letter(struct request *r, struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    if (taken->kind != STEP_HEARD && taken->kind != STEP_DECIDED)
        return;
    struct letter_order order = order_of(r, view, form, taken);
    struct letter_made made = letter_make(r->db, &order);
    if (made.why != LETTER_FINE) {
        view->refused = letter_why_say(r->arena, r->language, &made);
        return;
    }
    taken->document = made.document;
    send_letter(r, view, made.letter, taken->source);
}

/* With what the letters had to say. */
static const char *saved_words(struct request *r, const struct sanction_view *view)
{
    const char *saved = say(r->language, "Skridtet er gemt.");

    if (view->letter_note == NULL)
        return saved;
    return arena_format(r->arena, "%s %s %s", saved, view->letter_note, say(r->language, "Brevet kan hentes på siden."));
}

static struct reply step_post(struct request *r, enum permission needs)
{
    int kind = step_of_slug(request_parameter(r, "skridt"), needs);
    struct sanction_view view = { 0 };

    if (kind < 0 || !sanction_view_load(r, &view))
        return reply_not_found(r);
    struct sanction_taken taken = { .kind = (enum sanction_step_kind)kind, .happened = DAY_NONE, .due = DAY_NONE };
    struct form *form = &view.forms[kind];
    *form = form_read(r);
    sanction_forms[kind].read(&view, form, &taken);
    enum sanction_why why = sanction_may(&view.file.facts, taken.kind);
    if (why != SANCTION_FINE)
        view.refused = sanction_why_words(r->arena, r->language, why, &view.file.facts);
    if (form->error_count == 0 && view.refused == NULL)
        make_letter(r, &view, form, &taken);
    if (form->error_count > 0 || view.refused != NULL) {
        view.is_other = view.is_other || (int)view.shown != kind;
        view.shown = taken.kind;
        view.is_mine = true;
        return sanction_show(r, &view, true);
    }
    if (sanction_take(r->db, &view.file, &taken, &why) != SANCTION_TAKEN)
        return reply_conflict(r, view.name);
    request_tell(r, saved_words(r, &view),
                 kind == STEP_DECIDED || kind == STEP_CARRIED_OUT
                     ? NULL : arena_format(r->arena, "/fravaerssager/%lld/fortryd%s", (long long)view.file.row.id.n,
                                           kind == STEP_RETURNED || kind == STEP_REOPENED ? "-ydelse" : ""));
    return reply_see_other(r, "/fravaerssager/%lld", (long long)view.file.row.id.n);
}

struct reply sanction_step_post(struct request *r)
{
    return step_post(r, MAY_SANCTION_WRITE);
}

struct reply sanction_ruling_post(struct request *r)
{
    return step_post(r, MAY_SANCTION_DECIDE);
}

struct reply sanction_undo_post(struct request *r)
{
    struct sanction_file file;

    if (!sanction_load(r->db, (struct sanction_case_id){ request_id(r, "sag") }, &file))
        return reply_not_found(r);
    if (!sanction_may_undo(r, &file) || !sanction_undo(r->db, &file))
        return reply_conflict(r, citizen_name(r->arena, file.row.first_name, file.row.last_name));
    request_tell(r, say(r->language, "Det er fortrudt. Skridtet står endnu på siden, streget over."), NULL);
    return reply_see_other(r, "/fravaerssager/%lld", (long long)file.row.id.n);
}

struct reply sanction_guide_post(struct request *r)
{
    struct sanction_file file;

    if (!sanction_load(r->db, (struct sanction_case_id){ request_id(r, "sag") }, &file))
        return reply_not_found(r);
    if (!sanction_stop_and_guide(r->db, &file))
        return reply_conflict(r, citizen_name(r->arena, file.row.first_name, file.row.last_name));
    request_tell(r, say(r->language, "Sagen er stoppet, og der er en opgave om at vejlede skriftligt."),
                 arena_format(r->arena, "/fravaerssager/%lld/fortryd", (long long)file.row.id.n));
    return reply_see_other(r, "/fravaerssager/%lld", (long long)file.row.id.n);
}
