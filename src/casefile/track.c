/* SPDX-License-Identifier: MIT
 * track.c: which of a scheme's tracks was chosen with a citizen, as a fact of hers, and a list for each track (S54). The
 * order of the tracks is the scheme's; a person chooses, and nobody is ranked. */
#include "base/list.h"
#include "base/text.h"
#include "casefile/pages.h"
#include "casefile_track_page.h"
#include "engine/journal.h"
#include "library/library.h"

enum { WORDS_MAX = 300, CODE_MAX = 60, LISTED_A_PAGE = 50 };

static struct choices tracks_of(struct request *r, const struct scheme *scheme)
{
    struct choice *choices = arena_array(r->arena, scheme->tracks.count + 1, sizeof *choices);

    for (size_t i = 0; i < scheme->tracks.count; i++)
        choices[i] = (struct choice){ scheme->tracks.at[i].id.text, words_in(scheme->tracks.at[i].text, (int)r->language) };
    return (struct choices){ choices, scheme->tracks.count };
}

/* --- one citizen --- */

static bool track_open(struct request *r, struct track_view *view)
{
    struct enrolment_row *row = &view->enrolment;

    if (!case_open(r, arena_format(r->arena, "ordninger/%lld/spor", (long long)request_id(r, "indskrivning")), &view->of) ||
        !enrolment_load(r->db, (struct enrolment_id){ request_id(r, "indskrivning") }, row) ||
        row->citizen.n != view->of.citizen.id.n)
        return false;
    view->scheme = library_scheme(r->db, row->scheme);
    if (view->scheme == NULL || view->scheme->tracks.count == 0)
        return false;
    view->tracks = tracks_of(r, view->scheme);
    view->is_running = !text_is(row->state, "ended");
    return true;
}

static struct reply show(struct request *r, struct track_view *view)
{
    struct enrolment_track_row_list rows = enrolment_tracks(r->db, view->of.citizen.id, view->enrolment.id);
    struct page page = page_new(r);

    for (size_t i = 0; i < rows.count; i++) {
        const char *label = case_choice_label(&view->tracks, rows.at[i].track);
        *LIST_ADD(r->arena, &view->chosen) = (struct track_chosen){ &rows.at[i], label == NULL ? rows.at[i].track : label };
    }
    track_page(&page, view);
    return view->of.form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply track_get(struct request *r)
{
    struct track_view view = { 0 };

    if (!track_open(r, &view))
        return reply_not_found(r);
    form_set_day(&view.of.form, "fra", r->today);
    return show(r, &view);
}

bool casefile_choose_track(struct db *db, const struct enrolment_row *enrolment, const char *track, day from,
                           const char *words)
{
    int64_t event = journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, enrolment->citizen.n },
        .kind = EVENT_FACT_SET,
        .code = "track",
        .subject = { SUBJECT_CITIZEN, enrolment->citizen.n },
        .at = day_begin(from),
        .is_day = true,
        .fields = { { "value", track }, { "from", day_iso(db_arena(db), from) } },
    });
    struct enrolment_track_id id = enrolment_track_insert(db, &(struct enrolment_track_insert_in){
        .citizen = enrolment->citizen, .enrolment = enrolment->id, .track = track, .from_day = from, .words = words,
        .event = event, .chosen_by = { db_actor(db).id } });

    if (id.n == 0)
        journal_void(db, event);
    return id.n != 0;
}

struct reply track_post(struct request *r)
{
    struct track_view view = { 0 };

    if (!track_open(r, &view) || !view.is_running)
        return reply_not_found(r);
    struct form *form = &view.of.form;
    const char *track = form_text(form, "spor", FORM_REQUIRED, CODE_MAX);
    day from = form_day(form, "fra", FORM_REQUIRED);
    const char *words = form_text(form, "grund", FORM_OPTIONAL, WORDS_MAX);
    if (*track != 0 && case_choice_label(&view.tracks, track) == NULL)
        form_error(form, "spor", say(r->language, "Vælg en af mulighederne."));
    if (from != DAY_NONE && from > r->today)
        form_error(form, "fra", say(r->language, "Dagen ligger i fremtiden."));
    if (form->error_count == 0 && !casefile_choose_track(r->db, &view.enrolment, track, from, words))
        form_error(form, "fra", say(r->language, "Der er valgt spor fra den dag. Fortryd det først, eller vælg en anden dag."));
    if (form->error_count > 0)
        return show(r, &view);
    request_tell(r, say_with(r->arena, r->language, "Sporet er valgt: {1}.", case_choice_label(&view.tracks, track), NULL), NULL);
    return reply_see_other(r, "%s", view.of.path);
}

struct reply track_undo_post(struct request *r)
{
    struct track_view view = { 0 };
    struct enrolment_track_id wanted = { request_id(r, "valg") };

    if (!track_open(r, &view))
        return reply_not_found(r);
    struct enrolment_track_row_list rows = enrolment_tracks(r->db, view.of.citizen.id, view.enrolment.id);
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.at[i].id.n != wanted.n || enrolment_track_drop(r->db, wanted, view.of.citizen.id) == 0)
            continue;
        journal_void(r->db, rows.at[i].event);
        request_tell(r, say(r->language, "Valget er fortrudt."), NULL);
        return reply_see_other(r, "%s", view.of.path);
    }
    return reply_not_found(r);
}

/* --- a list for each track --- */

static const struct scheme *scheme_asked(struct request *r, struct tracks_view *view)
{
    struct schemes on = library_schemes_on(r->db);
    const char *asked = request_query(r, "ordning");
    const struct scheme *found = NULL;

    for (size_t i = 0; i < on.count; i++) {
        if (on.at[i]->tracks.count == 0)
            continue;
        *LIST_ADD(r->arena, &view->schemes) = (struct choice){ on.at[i]->id.text, words_in(on.at[i]->title, (int)r->language) };
        if (found == NULL || text_is(on.at[i]->id.text, asked))
            found = on.at[i];
    }
    return found;
}

/* A code that the scheme no longer has stands for none. */
static bool is_of_track(const struct tracks_view *view, const char *code, const struct choice *track)
{
    bool is_known = code != NULL && case_choice_label(&view->tracks, code) != NULL;

    return track == NULL ? !is_known : is_known && text_is(code, track->code);
}

/* Those of a track; NULL: of none. */
static void add_list(struct request *r, struct tracks_view *view, const struct choice *track)
{
    struct track_list *list = LIST_ADD(r->arena, &view->lists);

    *list = (struct track_list){ .title = track == NULL ? say(r->language, "Intet spor er valgt") : track->label };
    for (size_t i = 0; i < view->counted.count; i++)
        if (is_of_track(view, view->counted.at[i].track, track))
            list->count += view->counted.at[i].people;
    for (size_t i = 0; i < view->rows.count; i++)
        if (is_of_track(view, view->rows.at[i].track, track))
            *LIST_ADD(r->arena, &list->people) = &view->rows.at[i];
}

/* Each track as often as its place says, for enrolment_tracks_listed. */
static const char *order_of(struct request *r, const struct choices *tracks)
{
    struct text order = text_new(r->arena);

    for (size_t i = 0; i < tracks->count; i++)
        for (size_t n = 0; n <= i; n++)
            text_add_format(&order, ",%s,", tracks->at[i].code);
    return text_done(&order);
}

static void add_page(struct request *r, struct tracks_view *view)
{
    bool is_all = request_may(r, MAY_CASE_ALL);
    struct staff_id actor = { r->actor.id };
    int64_t total = 0;

    view->tracks = tracks_of(r, view->scheme);
    view->counted = enrolment_tracks_counted(r->db, r->today, view->scheme->id.text, is_all, actor);
    for (size_t i = 0; i < view->counted.count; i++)
        total += view->counted.at[i].people;
    view->place = place_in_list(r, "/borgere/spor", total, LISTED_A_PAGE);
    view->rows = enrolment_tracks_listed(r->db, &(struct enrolment_tracks_listed_in){
        .on = r->today, .scheme = view->scheme->id.text, .is_all = is_all, .actor = actor, .order = order_of(r, &view->tracks),
        .most = view->place.rows_a_page, .skip = view->place.skip });
    for (size_t i = 0; i < view->tracks.count; i++)
        add_list(r, view, &view->tracks.at[i]);
    add_list(r, view, NULL);
}

struct reply tracks_get(struct request *r)
{
    struct tracks_view view = { .may_choose = request_may(r, MAY_CASE_WRITE) };
    struct page page = page_new(r);

    view.scheme = scheme_asked(r, &view);
    if (view.scheme != NULL)
        add_page(r, &view);
    tracks_page(&page, &view);
    return reply_page(&page.text);
}
