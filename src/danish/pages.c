/* SPDX-License-Identifier: MIT
 * pages.c: a citizen's modules of Danish education: looked at by who works with her or teaches her, written by either. */
#include "danish/pages.h"

#include "base/text.h"
#include "danish_danish_page.h"
#include "law/glossary.h"

enum { SOURCE_MAX = 200 };

static bool may_write(const struct request *r)
{
    return request_may(r, MAY_CASE_WRITE) || request_may(r, MAY_GROUP_WRITE);
}

/* Tracks that have modules today. */
static struct choices tracks_of(struct request *r)
{
    const struct danish_tracks *tracks = danish_tracks_kept();
    struct choice *choices = arena_array(r->arena, tracks->count, sizeof *choices);
    size_t count = 0;

    for (size_t i = 0; i < tracks->count; i++)
        if (danish_track_on(tracks, tracks->at[i].track, r->today) == &tracks->at[i])
            choices[count++] = (struct choice){ tracks->at[i].track,
                                                glossary_label((int)r->language, "danish_track", tracks->at[i].track) };
    return (struct choices){ choices, count };
}

static bool load(struct request *r, struct danish_view *view)
{
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view->citizen))
        return false;
    view->name = citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    return true;
}

static struct reply show(struct request *r, struct danish_view *view)
{
    struct page page = page_new(r);

    view->steps = danish_steps(r->db, view->citizen.id);
    view->standing = danish_standing(r->db, view->citizen.id, view->citizen.danish_level);
    view->pace = danish_pace_say(r->arena, r->language, &view->standing, r->today);
    view->tracks = tracks_of(r);
    view->may_write = may_write(r);
    view->may_open_case = request_may(r, MAY_CASE_READ) || request_may(r, MAY_CASE_WORK);
    danish_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply danish_get(struct request *r)
{
    struct danish_view view = { .form = form_new(r) };

    if (!load(r, &view))
        return reply_not_found(r);
    form_set(&view.form, "uddannelse", view.citizen.danish_level);
    form_set_day(&view.form, "dag", r->today);
    return show(r, &view);
}

/* Two permissions lead here, and a route names one: the statement asks for either. */
static bool is_writable(struct request *r)
{
    return danish_writable(r->db, (struct citizen_id){ request_id(r, "citizen") }).n != 0;
}

static struct reply danish_post(struct request *r)
{
    struct danish_view view = { .form = form_read(r) };
    const char *code = form_text(&view.form, "uddannelse", FORM_REQUIRED, SOURCE_MAX);
    day on = form_day(&view.form, "dag", FORM_REQUIRED);
    const struct danish_track *track = danish_track_on(danish_tracks_kept(), code, on == DAY_NONE ? r->today : on);
    int64_t module = form_int(&view.form, "modul", FORM_REQUIRED, 0, track == NULL ? INT32_MAX : track->modules);
    const char *source = form_text(&view.form, "kilde", FORM_OPTIONAL, SOURCE_MAX);

    if (!is_writable(r) || !load(r, &view))
        return reply_not_found(r);
    if (*code != 0 && track == NULL)
        form_error(&view.form, "uddannelse", say(r->language, "Vælg en af mulighederne."));
    if (on != DAY_NONE && on > r->today)
        form_error(&view.form, "dag", say(r->language, "Dagen ligger i fremtiden."));
    if (view.form.error_count == 0 && !danish_pass(r->db, view.citizen.id, track->track, module, on, source))
        form_error(&view.form, "modul", say(r->language, "Modulet er skrevet allerede. Fjern det først, hvis dagen er forkert."));
    if (view.form.error_count > 0)
        return show(r, &view);
    request_tell(r, say(r->language, "Modulet er skrevet."), NULL);
    return reply_see_other(r, "/borger/%lld/dansk", (long long)view.citizen.id.n);
}

static struct reply danish_drop_post(struct request *r)
{
    struct danish_view view = { 0 };

    if (!is_writable(r) || !load(r, &view) ||
        !danish_unpass(r->db, view.citizen.id, (struct danish_step_id){ request_id(r, "modul") }))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Modulet er fjernet."), NULL);
    return reply_see_other(r, "/borger/%lld/dansk", (long long)view.citizen.id.n);
}

static const struct route routes[] = {
    { GET, "/borger/{citizen}/dansk", MAY_GROUP_READ, danish_get },
    { POST, "/borger/{citizen}/dansk", MAY_GROUP_READ, danish_post },
    { POST, "/borger/{citizen}/dansk/{modul}/fjern", MAY_GROUP_READ, danish_drop_post },
    { 0 },
};

const struct feature danish_feature = { .name = "danish", .routes = routes };
