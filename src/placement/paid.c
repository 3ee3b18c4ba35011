/* SPDX-License-Identifier: MIT
 * paid.c: paid hours on their way up: hours from a day on, talks with the company about them, whether they stand
 * still, and the sheet that tells a company the plan (S77: "præsentér en klar plan for virksomheden ved start"). */
#include "base/text.h"
#include "engine/event.h"
#include "placement/pages.h"
#include "placement_sheet_page.h"

enum { WORDS_MAX = 1000, HOURS_MAX = 16800 };

/* S67: paid hours that fall are no mistake, but somebody says why. */
static bool falls(struct request *r, const struct placement_row *placement, day from, int64_t paid)
{
    struct hours_series series = placement_hours_of(r->db, placement, false);

    return placement_paid_turn(&series, from, paid) == PAID_TURN_DOWN;
}

struct reply placement_hours_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct form form = form_read(r);
    day from = form_day(&form, "fra", FORM_REQUIRED);
    int64_t hours = form_hundredths(&form, "timer", FORM_REQUIRED);
    int64_t paid = form_hundredths(&form, "loen", FORM_REQUIRED);
    const char *note = form_text(&form, "note", FORM_OPTIONAL, WORDS_MAX);
    if (form.error_count == 0 && (hours < 0 || hours > HOURS_MAX))
        form_error(&form, "timer", say(r->language, "Skriv timerne om ugen."));
    if (form.error_count == 0 && (paid < 0 || paid > hours))
        form_error(&form, "loen", say(r->language, "Lønnede timer kan højst være alle timerne."));
    if (form.error_count == 0 && from < placement.from_day)
        form_error(&form, "fra", say(r->language, "Det er før den første dag."));
    if (form.error_count == 0 && text_is_blank(note) && falls(r, &placement, from, paid))
        form_error(&form, "note", say(r->language, "De lønnede timer falder. Skriv kort hvorfor."));
    if (form.error_count > 0) {
        struct placement_view view = placement_view_of(r, &placement, &citizen);
        view.hours_form = form;
        return placement_show(r, &view, true);
    }
    placement_change_hours(r->db, &placement, from, hours, paid, note);
    request_tell(r, say(r->language, "Timerne er gemt."), NULL);
    return placement_back(r, &placement);
}

/* The first planned step whose day has come and that nobody has said came. */
static const struct hours_step *step_to_confirm(const struct placement_view *view, day today)
{
    day last = view->hours.count == 0 ? DAY_NONE : view->hours.at[view->hours.count - 1].from;

    for (size_t i = 0; i < view->planned.count; i++)
        if (view->planned.at[i].from > last && view->planned.at[i].from <= today)
            return &view->planned.at[i];
    return NULL;
}

void placement_fill_hours(struct request *r, struct placement_view *view)
{
    const struct hours_step *step = step_to_confirm(view, r->today);

    form_set_day(&view->hours_form, "fra", step == NULL ? r->today : step->from);
    if (step == NULL)
        return;
    view->is_step_due = true;
    form_set(&view->hours_form, "timer", say_number(r->arena, r->language, step->hours));
    form_set(&view->hours_form, "loen", say_number(r->arena, r->language, step->paid));
}

void placement_fill_growth(struct request *r, struct placement_view *view)
{
    struct placement_deadline_row deadline;

    view->paid_since = placement_paid_since(&view->hours, r->today);
    view->talks = placement_talks(r->db, view->placement.id, view->placement.citizen);
    for (size_t i = 0; i < view->hours.count && view->hours.at[i].from <= r->today; i++)
        view->paid_now = view->hours.at[i].paid;
    view->is_standing_still = text_is(view->placement.state, "running") &&
        placement_deadline(r->db, view->placement.citizen, SUBJECT_PLACEMENT, view->placement.id.n, "paid_growth",
                           &deadline) && deadline.due_at < r->now;
    if (view->is_standing_still)
        view->growth_rule = deadline.id;
    form_set_day(&view->talk_form, "talt", r->today);
}

struct reply placement_talk_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct form form = form_read(r);
    day held = form_day(&form, "talt", FORM_REQUIRED);
    const char *words = form_text(&form, "ord", FORM_REQUIRED, WORDS_MAX);
    day again = form_day(&form, "igen", FORM_OPTIONAL);
    if (form.error_count == 0 && held > r->today)
        form_error(&form, "talt", say(r->language, "Dagen er ikke kommet endnu."));
    if (form.error_count == 0 && again != DAY_NONE && again <= held)
        form_error(&form, "igen", say(r->language, "Vælg en dag efter samtalen."));
    if (form.error_count > 0) {
        struct placement_view view = placement_view_of(r, &placement, &citizen);
        view.talk_form = form;
        return placement_show(r, &view, true);
    }
    struct placement_talk_id talk = placement_talk_about_hours(r->db, &placement, held, words, again);
    request_tell(r, say(r->language, "Samtalen om timer er gemt."),
                 arena_format(r->arena, "/praktik/%lld/loensamtale/%lld/fortryd", (long long)placement.id.n,
                              (long long)talk.n));
    return placement_back(r, &placement);
}

struct reply placement_talk_undo_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen) ||
        !placement_undo_talk(r->db, &placement, (struct placement_talk_id){ request_id(r, "placement_talk") }))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return placement_back(r, &placement);
}

struct reply placement_sheet_get(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct placement_view view = placement_view_of(r, &placement, &citizen);
    struct page page = page_new(r);
    placement_sheet(&page, &view);
    return reply_page(&page.text);
}
