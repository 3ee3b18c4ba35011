/* SPDX-License-Identifier: MIT
 * absence.c: a citizen's unlawful absence that no case is about, her cases, and opening one. */
#include "base/text.h"
#include "citizen/citizen.h"
#include "library/library.h"
#include "sanction/pages.h"
#include "sanction_absence_page.h"

enum { BACK_DAYS = 122 };

static const char *policy_words(struct request *r, const struct absence_stance *stance)
{
    static const char *const words[ABSENCE_POLICY_COUNT] = {
        [ABSENCE_SANCTION] = SAY("{1}: ulovligt fravær fører til en sag, der behandles ens for alle."),
        [ABSENCE_SUPPORT] = SAY("{1}: fravær mødes med støtte. Ring først; en sag kan åbnes, når der er skrevet et opkald eller en samtale."),
    };

    if (words[stance->policy] == NULL)
        return NULL;
    return say_with(r->arena, r->language, words[stance->policy], library_scheme_title(stance->scheme, (int)r->language), NULL);
}

static void add_lines(struct request *r, struct absence_view *view)
{
    day since = r->today - BACK_DAYS;
    struct absence_waiting_list rows = absence_without_case(r->db, view->citizen.id, since, day_begin(since));

    view->lines.at = arena_array(r->arena, rows.count, sizeof *view->lines.at);
    view->lines.count = rows.count;
    for (size_t i = 0; i < rows.count; i++) {
        day on = absence_day_of(&rows.at[i]);
        view->lines.at[i] = (struct absence_line){
            .row = &rows.at[i], .what = absence_what(r->language, &rows.at[i]), .on = on,
            .code = arena_format(r->arena, "%s-%lld-%d", rows.at[i].origin, (long long)rows.at[i].origin_id, (int)on) };
    }
}

static bool view_load(struct request *r, struct absence_view *view)
{
    view->may_write = request_may(r, MAY_SANCTION_WRITE);
    view->may_read_case = request_may(r, MAY_CASE_READ);
    if ((!view->may_write && !view->may_read_case) ||
        !citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view->citizen))
        return false;
    view->name = citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    view->stance = absence_stance_of(r->db, view->citizen.id);
    view->policy = policy_words(r, &view->stance);
    view->cases = sanction_cases_of(r->db, view->citizen.id);
    add_lines(r, view);
    return true;
}

static struct reply show(struct request *r, const struct absence_view *view)
{
    struct page page = page_new(r);

    absence_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply absence_get(struct request *r)
{
    struct absence_view view = { .form = form_new(r) };

    return view_load(r, &view) ? show(r, &view) : reply_not_found(r);
}

/* Those that are ticked. A talk is a case of its own, since its days are counted otherwise. */
struct chosen {
    const struct absence_waiting **at;
    size_t count;
    day first;
    bool is_mixed;
};

static struct chosen chosen_read(struct request *r, struct absence_view *view)
{
    struct chosen chosen = { arena_array(r->arena, view->lines.count + 1, sizeof *chosen.at), 0, DAY_NONE, false };
    bool has_talk = false;

    for (size_t i = 0; i < view->lines.count; i++) {
        const struct absence_line *line = &view->lines.at[i];
        if (!form_has(&view->form, "dage", line->code))
            continue;
        has_talk |= text_is(line->row->origin, "meeting");
        chosen.at[chosen.count++] = line->row;
        if (chosen.first == DAY_NONE || line->on < chosen.first)
            chosen.first = line->on;
    }
    chosen.is_mixed = has_talk && chosen.count > 1;
    return chosen;
}

struct reply absence_post(struct request *r)
{
    struct absence_view view = { .form = form_read(r) };

    if (!view_load(r, &view))
        return reply_not_found(r);
    struct chosen chosen = chosen_read(r, &view);
    if (chosen.count == 0)
        form_error(&view.form, "dage", say(r->language, "Vælg, hvilke dage sagen handler om."));
    else if (chosen.is_mixed)
        form_error(&view.form, "dage", say(r->language, "En udebleven samtale er en sag for sig: dens dage tælles anderledes."));
    if (view.form.error_count > 0)
        return show(r, &view);
    struct sanction_facts facts;
    enum sanction_why why = sanction_may_open(r->db, view.citizen.id, chosen.first, &facts);
    if (why != SANCTION_FINE) {
        form_error(&view.form, "dage", sanction_why_words(r->arena, r->language, why, &facts));
        return show(r, &view);
    }
    struct sanction_case_id id = sanction_open(r->db, view.citizen.id, chosen.at, chosen.count);
    request_tell(r, say(r->language, "Sagen er åbnet."), NULL);
    return reply_see_other(r, "/fravaerssager/%lld", (long long)id.n);
}
