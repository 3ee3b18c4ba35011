/* SPDX-License-Identifier: MIT
 * beside.c: who is beside a citizen at a placement: the company's mentor, the job centre's (S24), a language buddy with
 * the minutes of practice (S110). An empty slot, somebody away or untrained is told; nothing is stopped. */
#include "base/text.h"
#include "mentor/pages.h"
#include "mentor_beside_page.h"
#include "staff/staff.h"

enum { MINUTES_MAX = 600, DAYS_SHOWN = 14 };

static struct choices mentors_of(struct request *r, struct company_id company)
{
    struct mentor_listed_list rows = mentor_of_company(r->db, company);
    struct choice *choices = arena_array(r->arena, rows.count, sizeof *choices);
    size_t count = 0;

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].left_day == DAY_NONE)
            choices[count++] = (struct choice){ arena_format(r->arena, "%lld", (long long)rows.at[i].id.n), rows.at[i].name };
    return (struct choices){ choices, count };
}

static struct choices staff_of(struct request *r)
{
    struct staff_row_list rows = staff_active(r->db);
    struct choice *choices = arena_array(r->arena, rows.count, sizeof *choices);

    for (size_t i = 0; i < rows.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)rows.at[i].id.n), rows.at[i].name };
    return (struct choices){ choices, rows.count };
}

static struct beside_line line_of(struct request *r, const struct beside_view *view,
                                  const struct mentor_beside_row_list *now, enum mentor_slot slot)
{
    struct beside_line line = { .slot = slot, .code = mentor_slot_codes[slot], .away = DAY_NONE };
    struct beside_facts facts = { .away_until = DAY_NONE, .must_be_trained = slot != SLOT_CENTRE, .asked_on = r->today };

    for (size_t i = 0; i < now->count; i++) {
        const struct mentor_beside_row *row = &now->at[i];
        if (!text_is(row->slot, line.code))
            continue;
        line.name = row->mentor.n > 0 ? row->mentor_name : row->staff_name;
        line.phone = row->mentor_phone;
        line.away = facts.away_until = row->away_day;
        facts.is_there = true;
        facts.is_trained = row->trained_count > 0;
    }
    line.why = beside_why_of(&facts);
    /* A language buddy is offered, not asked of everybody. */
    line.warning = line.why == BESIDE_NOBODY && slot == SLOT_BUDDY ? NULL : beside_warning(r, line.why, line.away);
    line.who = slot == SLOT_CENTRE ? staff_of(r) : mentors_of(r, view->placement.company);
    return line;
}

bool beside_open(struct request *r, struct beside_view *view)
{
    if (!placement_load(r->db, (struct placement_id){ request_id(r, "placement") }, &view->placement))
        return false;
    view->now = mentor_beside_now(r->db, view->placement.id, view->placement.citizen);
    for (size_t i = 0; i < view->now.count; i++)
        if (text_is(view->now.at[i].slot, mentor_slot_codes[SLOT_BUDDY]))
            view->buddy_seat = view->now.at[i].id;
    view->may_write = request_may(r, MAY_PLACEMENT_WRITE) && !text_is(view->placement.state, "ended");
    return true;
}

struct reply beside_show(struct request *r, struct beside_view *view)
{
    struct page page = page_new(r);

    view->lines.count = MENTOR_SLOT_COUNT;
    for (int slot = 0; slot < MENTOR_SLOT_COUNT; slot++)
        view->lines.at[slot] = line_of(r, view, &view->now, (enum mentor_slot)slot);
    view->practice = buddy_practice_of(r->db, view->placement.id, view->placement.citizen, DAYS_SHOWN);
    view->words = work_words_of_placement(r->db, view->placement.id, view->placement.citizen);
    for (size_t i = 0; i < view->words.count; i++)
        view->learned += view->words.at[i].learned_day != DAY_NONE;
    view->links = buddy_links(r, &view->placement, view->buddy_seat);
    if (*form_value(&view->form, "dag") == 0)
        form_set_day(&view->form, "dag", r->today);
    if (*form_value(&view->form, "link_til") == 0)
        form_set_day(&view->form, "link_til", r->today + link_days[LINK_BUDDY]);
    beside_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply beside_get(struct request *r)
{
    struct beside_view view = { .form = form_new(r) };

    if (!beside_open(r, &view))
        return reply_not_found(r);
    return beside_show(r, &view);
}

static enum mentor_slot slot_of(struct request *r)
{
    int slot = 0;

    while (slot < MENTOR_SLOT_COUNT && !text_is(mentor_slot_codes[slot], request_parameter(r, "slot")))
        slot++;
    return (enum mentor_slot)slot;
}

static struct reply back(struct request *r, const struct beside_view *view)
{
    return reply_see_other(r, "/praktik/%lld/mentorer", (long long)view->placement.id.n);
}

/* Nobody chosen empties the slot. */
struct reply beside_post(struct request *r)
{
    struct beside_view view = { .form = form_read(r) };
    enum mentor_slot slot = slot_of(r);
    int64_t number = 0;

    if (slot == MENTOR_SLOT_COUNT || !beside_open(r, &view))
        return reply_not_found(r);
    struct choices who = slot == SLOT_CENTRE ? staff_of(r) : mentors_of(r, view.placement.company);
    const char *typed = form_value(&view.form, "hvem");
    bool is_one = *typed == 0;
    for (size_t i = 0; i < who.count; i++)
        is_one = is_one || text_is(who.at[i].code, typed);
    if (!is_one || (*typed != 0 && !text_to_int(typed, &number))) {
        form_error(&view.form, "hvem", say(r->language, "Vælg en af dem."));
        return beside_show(r, &view);
    }
    mentor_place(r->db, &view.placement, slot, (struct mentor_id){ slot == SLOT_CENTRE ? 0 : number },
                 (struct staff_id){ slot == SLOT_CENTRE ? number : 0 });
    request_tell(r, say(r->language, "Det er gemt."), NULL);
    return back(r, &view);
}

struct reply beside_away_post(struct request *r)
{
    struct beside_view view = { .form = form_read(r) };
    enum mentor_slot slot = slot_of(r);

    if (slot == MENTOR_SLOT_COUNT || !beside_open(r, &view))
        return reply_not_found(r);
    day until = form_day(&view.form, "vaek_til", FORM_OPTIONAL);
    if (view.form.error_count > 0)
        return beside_show(r, &view);
    mentor_beside_away(r->db, until, view.placement.id, view.placement.citizen, mentor_slot_codes[slot]);
    request_tell(r, say(r->language, "Det er gemt."), NULL);
    return back(r, &view);
}

struct reply practice_post(struct request *r)
{
    struct beside_view view = { .form = form_read(r) };

    if (!beside_open(r, &view))
        return reply_not_found(r);
    day on = form_day(&view.form, "dag", FORM_REQUIRED);
    int64_t minutes = form_int(&view.form, "minutter", FORM_REQUIRED, 0, MINUTES_MAX);
    if (view.form.error_count == 0 && (on > r->today || on < view.placement.from_day))
        form_error(&view.form, "dag", say(r->language, "Vælg en dag i praktikken, senest i dag."));
    if (view.form.error_count > 0)
        return beside_show(r, &view);
    mentor_practice(r->db, &view.placement, on, minutes, (struct link_id){ 0 });
    request_tell(r, say(r->language, "Øvelsen er gemt."),
                 arena_format(r->arena, "/praktik/%lld/sprog/%s/fortryd", (long long)view.placement.id.n,
                              day_iso(r->arena, on)));
    return back(r, &view);
}

struct reply practice_undo_post(struct request *r)
{
    struct beside_view view = { .form = form_new(r) };
    day on;

    if (!beside_open(r, &view) || !day_read(request_parameter(r, "dag"), &on) ||
        !mentor_undo_practice(r->db, &view.placement, on))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return back(r, &view);
}
