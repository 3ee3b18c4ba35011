/* SPDX-License-Identifier: MIT
 * wage.c: the hourly wage of a placement: a dated series, each word with its author (S67: wage beside the benefit). */
#include "placement/wage.h"

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "engine/journal.h"
#include "placement/pages.h"

/* All words about a placement's wage, oldest day first; `newest` becomes the event of the last written (a row's own
 * number may be given anew after an undo), 0 for none. */
static struct placement_wage_row_list words_of(struct db *db, const struct placement_row *placement, int64_t *newest)
{
    struct placement_wage_row_list all = placement_wages_of_citizen(db, placement->citizen);
    LIST_OF(struct placement_wage_row) own = { 0 };

    *newest = 0;
    for (size_t i = 0; i < all.count; i++)
        if (all.at[i].placement.n == placement->id.n) {
            *LIST_ADD(db_arena(db), &own) = all.at[i];
            *newest = all.at[i].event > *newest ? all.at[i].event : *newest;
        }
    return (struct placement_wage_row_list){ own.at, own.count };
}

/* Of the words for one day the last holds. */
static struct placement_wage_row_list that_hold(struct placement_wage_row_list words)
{
    size_t kept = 0;

    for (size_t i = 0; i < words.count; i++)
        if (i + 1 == words.count || words.at[i + 1].from_day != words.at[i].from_day)
            words.at[kept++] = words.at[i];
    words.count = kept;
    return words;
}

static const struct placement_wage_row *on_day(const struct placement_wage_row_list *steps, day today)
{
    const struct placement_wage_row *found = NULL;

    for (size_t i = 0; i < steps->count && steps->at[i].from_day <= today; i++)
        found = &steps->at[i];
    return found;
}

struct wage_view wage_view_of(struct request *r, const struct placement_row *placement, int64_t paid_now)
{
    int64_t newest;
    struct wage_view view = {
        .placement = placement->id,
        .steps = that_hold(words_of(r->db, placement, &newest)),
        .form = form_new(r),
        .may_write = request_may(r, MAY_PLACEMENT_WRITE) && !text_is(placement->state, "ended"),
    };
    const struct placement_wage_row *now = on_day(&view.steps, r->today);

    view.now = now == NULL ? 0 : now->wage;
    view.is_wanted = view.steps.count == 0 && paid_now > 0;
    form_set_day(&view.form, "gaelder", r->today);
    form_set_int(&view.form, "set", newest);
    return view;
}

struct placement_wage_id placement_set_wage(struct db *db, const struct placement_row *placement, day from, int64_t wage)
{
    struct arena *arena = db_arena(db);

    check(wage > 0 && wage <= WAGE_MAX);
    int64_t event = journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, placement->citizen.n },
        .also = { STREAM_COMPANY, placement->company.n },
        .kind = EVENT_PLACEMENT_CHANGED,
        .code = "wage",
        .subject = { SUBJECT_PLACEMENT, placement->id.n },
        .at = db_now(db),
        .fields = { { "wage", arena_format(arena, "%lld", (long long)wage) }, { "from", day_iso(arena, from) } },
    });

    return placement_wage_put(db, &(struct placement_wage_put_in){
        .placement = placement->id, .citizen = placement->citizen, .from_day = from, .wage = wage, .event = event,
        .author = { db_actor(db).id }, .written_at = db_now(db),
    });
}

bool placement_undo_wage(struct db *db, const struct placement_row *placement, struct placement_wage_id wage)
{
    int64_t newest;
    struct placement_wage_row_list words = words_of(db, placement, &newest);

    for (size_t i = 0; i < words.count; i++)
        if (words.at[i].id.n == wage.n) {
            journal_void(db, words.at[i].event);
            return placement_wage_drop(db, wage, placement->id, placement->citizen) > 0;
        }
    return false;
}

bool placement_wage_for(struct db *db, struct citizen_id citizen, day today, struct placement_wage_row *found)
{
    struct placement_hours_row_list hours = placement_hours_of_citizen(db, citizen);
    struct placement_listed_list placements = placement_of_citizen(db, citizen);
    int64_t most = 0, newest;

    for (size_t i = 0; i < placements.count; i++) {
        struct placement_row placement = { .id = placements.at[i].id, .citizen = citizen };
        struct placement_wage_row_list steps = that_hold(words_of(db, &placement, &newest));
        const struct placement_wage_row *wage = on_day(&steps, today);
        int64_t paid = 0;
        for (size_t h = 0; h < hours.count; h++)
            if (hours.at[h].placement.n == placement.id.n && !hours.at[h].is_planned && hours.at[h].from_day <= today)
                paid = hours.at[h].paid;
        if (wage != NULL && paid > most) {
            most = paid;
            *found = *wage;
        }
    }
    return most > 0;
}

/* The last word about the wage, when it was written after the form was opened. */
static const struct placement_wage_row *written_since(struct request *r, const struct placement_row *placement, int64_t seen)
{
    int64_t newest;
    struct placement_wage_row_list words = words_of(r->db, placement, &newest);

    for (size_t i = 0; newest > seen && i < words.count; i++)
        if (words.at[i].event == newest)
            return &words.at[i];
    return NULL;
}

static void refuse_days_outside(struct form *form, const struct request *r, const struct placement_row *placement, day from)
{
    if (from < placement->from_day)
        form_error(form, "gaelder", say(r->language, "Det er før den første dag."));
    else if (placement->ended_day != DAY_NONE && from > placement->ended_day)
        form_error(form, "gaelder", say(r->language, "Det er efter den sidste dag."));
}

struct reply placement_wage_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct form form = form_read(r);
    day from = form_day(&form, "gaelder", FORM_REQUIRED);
    int64_t wage = form_hundredths(&form, "timeloen", FORM_REQUIRED);
    int64_t seen = form_int(&form, "set", FORM_REQUIRED, 0, INT64_MAX);
    if (wage != INT64_MIN && (wage <= 0 || wage > WAGE_MAX))
        form_error(&form, "timeloen", say(r->language, "Skriv timelønnen i kroner."));
    if (from != DAY_NONE)
        refuse_days_outside(&form, r, &placement, from);
    const struct placement_wage_row *theirs = written_since(r, &placement, seen);
    if (form.error_count > 0 || theirs != NULL) {
        struct placement_view view = placement_view_of(r, &placement, &citizen);
        view.wage.form = form;
        view.wage.theirs = theirs;
        if (theirs != NULL)
            form_set_int(&view.wage.form, "set", theirs->event);
        return placement_show(r, &view, true);
    }
    struct placement_wage_id id = placement_set_wage(r->db, &placement, from, wage);
    request_tell(r, say(r->language, "Timelønnen er gemt."),
                 arena_format(r->arena, "/praktik/%lld/timeloen/%lld/fortryd", (long long)placement.id.n, (long long)id.n));
    return placement_back(r, &placement);
}

struct reply placement_wage_undo_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen) ||
        !placement_undo_wage(r->db, &placement, (struct placement_wage_id){ request_id(r, "placement_wage") }))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return placement_back(r, &placement);
}
