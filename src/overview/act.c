/* SPDX-License-Identifier: MIT
 * act.c: acting on an obligation from Today: place on the ladder, give to a colleague, close with a
 * reason; then on to the next one. */
#include "overview/pages.h"

#include "base/check.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "engine/obligation.h"
#include "overview/words.h"
#include "staff/staff.h"
#include "web/form.h"

enum { REASON_MAX = 300, NOTE_MAX = 500 };

/* The obligation of the address, when the actor may see it. */
static bool load(struct request *r, struct today_row *row)
{
    return obligation_open(r->db, (struct obligation_id){ request_id(r, "frist") }, row);
}

/* Back to the list, at the next obligation when there is one. */
static struct reply go_on(struct request *r, struct form *form)
{
    int64_t next = form_int(form, "naeste", FORM_OPTIONAL, 0, INT64_MAX);

    return next > 0 ? reply_see_other(r, "/?g=%lld", (long long)next) : reply_see_other(r, "/");
}

/* Back to the same obligation, with what stood in the way. */
static struct reply stay(struct request *r, const char *problem)
{
    request_tell(r, problem, NULL);
    return reply_see_other(r, "/?g=%lld", (long long)request_id(r, "frist"));
}

struct reply act_ladder_post(struct request *r)
{
    struct form form = form_read(r);
    const char *step = form_text(&form, "trin", FORM_OPTIONAL, NOTE_MAX);
    const char *note = form_text(&form, "note", FORM_OPTIONAL, NOTE_MAX);
    struct today_row row;

    if (!load(r, &row) || row.citizen.n == 0)
        return reply_not_found(r);
    struct due_line line = due_line_of(r, &row);
    const struct scheme_list *list = line.scheme == NULL ? NULL : scheme_list(line.scheme, line.code);
    if (list == NULL || line.done != EVENT_LADDER_PLACED)
        return reply_not_found(r);
    for (size_t i = 0; i < list->items.count; i++) {
        if (!text_is(list->items.at[i].id.text, step))
            continue;
        casefile_place_on_ladder(r->db, row.citizen, line.code, step, r->now, note);
        request_tell(r, say_with(r->arena, r->language, SAY("{1} er indplaceret: {2}."), line.who,
                                 words_in(list->items.at[i].text, (int)r->language), NULL), NULL);
        return go_on(r, &form);
    }
    return stay(r, say(r->language, "Vælg et trin."));
}

/* What the engine must know of a row to write an event about it. */
static struct obligation engine_row(const struct today_row *row)
{
    struct obligation obligation = {
        .stream = { (enum stream_kind)row->stream_kind, row->stream },
        .subject = { (enum subject_kind)row->subject_kind, row->subject },
        .scheme = code_of(row->scheme),
        .rule = code_of(row->rule),
    };

    check(obligation_key_read(row->name, &obligation.key));
    return obligation;
}

struct reply act_give_post(struct request *r)
{
    struct form form = form_read(r);
    int64_t to = form_int(&form, "til", FORM_OPTIONAL, 1, INT64_MAX);
    struct today_row row;
    struct staff_row colleague;

    if (!load(r, &row))
        return reply_not_found(r);
    if (form.error_count > 0 || !staff_load(r->db, (struct staff_id){ to }, &colleague))
        return stay(r, say(r->language, "Vælg, hvem fristen gives til."));
    struct obligation obligation = engine_row(&row);
    obligation_assign(r->db, &obligation, to);
    request_tell(r, say_with(r->arena, r->language, SAY("Givet videre til {1}."), colleague.name, NULL), NULL);
    return go_on(r, &form);
}

struct reply act_close_post(struct request *r)
{
    struct form form = form_read(r);
    const char *reason = form_text(&form, "grund", FORM_OPTIONAL, REASON_MAX);
    struct today_row row;

    if (!load(r, &row))
        return reply_not_found(r);
    if (text_is_blank(reason))
        return stay(r, say(r->language, "Skriv en grund. Den bliver stående ved fristen."));
    struct obligation obligation = engine_row(&row);
    struct obligation_reason_id words =
        obligation_reason_insert(r->db, row.citizen, row.name, reason, (struct staff_id){ r->actor.id }, r->now);
    obligation_excuse(r->db, &obligation, arena_format(r->arena, "%lld", (long long)words.n));
    request_tell(r, say(r->language, "Fristen er lukket med grund."), NULL);
    return go_on(r, &form);
}
