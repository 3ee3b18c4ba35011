/* SPDX-License-Identifier: MIT
 * guests.c: people of companies at a unit's meeting (S48, Task Force S.A.V.): found among the companies' contacts, asked,
 * taken off again, and the invitation on paper. Only where the scheme has the company's contact among the parties. */
#include <string.h>

#include "base/text.h"
#include "engine/journal.h"
#include "library/library.h"
#include "meeting/pages.h"
#include "meeting_guests_page.h"

enum { FOUND_MOST = 30, NAME_MAX = 120 };

static const char guest_role[] = "company_contact";

bool guests_are_asked(struct request *r, const struct meeting_row *meeting)
{
    const struct scheme *scheme = text_is_blank(meeting->scheme) ? NULL : library_scheme(r->db, meeting->scheme);
    const struct scheme_meeting *kind = scheme == NULL ? NULL : scheme_meeting(scheme, meeting->code);

    for (size_t i = 0; kind != NULL && i < kind->parties.count; i++)
        if (text_is(kind->parties.at[i].text, guest_role))
            return true;
    return false;
}

static bool open_guests(struct request *r, struct guests_view *view)
{
    struct meeting_id id = { request_id(r, "meeting") };

    if (!meeting_unit_load(r->db, id, (struct staff_id){ r->actor.id }, &view->meeting) ||
        !guests_are_asked(r, &view->meeting))
        return false;
    view->title = arena_format(r->arena, "%s %s", meeting_code_label(r, view->meeting.code),
                               say_day_year(r->arena, r->language, day_of_instant(view->meeting.meets_at)));
    view->parties = meeting_parties(r->db, id);
    return true;
}

static bool is_guest(const struct guests_view *view, struct company_contact_id contact)
{
    for (size_t i = 0; i < view->parties.count; i++)
        if (view->parties.at[i].contact.n == contact.n)
            return true;
    return false;
}

/* Contacts of the companies found who are not asked yet. */
static void find(struct request *r, struct guests_view *view, const char *typed)
{
    struct meeting_contact_row_list all = meeting_contacts_found(r->db, text_fold(r->arena, typed), FOUND_MOST);

    view->is_searched = true;
    for (size_t i = 0; i < all.count; i++)
        if (!is_guest(view, all.at[i].id))
            all.at[view->found.count++] = all.at[i];
    view->found.at = all.at;
}

struct reply guests_get(struct request *r)
{
    struct guests_view view = { .form = form_new(r) };
    struct page page = page_new(r);
    const char *typed = request_query(r, "virksomhed");

    if (!open_guests(r, &view))
        return reply_not_found(r);
    form_set(&view.form, "virksomhed", typed);
    if (!text_is_blank(typed) && strlen(typed) <= NAME_MAX)
        find(r, &view, typed);
    guests_page(&page, &view);
    return reply_page(&page.text);
}

static struct reply back(struct request *r, const struct guests_view *view)
{
    return reply_see_other(r, "/koordinering/%lld/gaester", (long long)view->meeting.id.n);
}

static int64_t invited(struct db *db, const struct meeting_row *meeting, struct company_id company)
{
    return journal_append(db, &(struct event_draft){
        .stream = { STREAM_COMPANY, company.n },
        .kind = EVENT_MEETING_BOOKED,
        .code = meeting->code,
        .subject = { SUBJECT_COMPANY, company.n },
        .at = db_now(db),
        .fields = { { "meeting", arena_format(db_arena(db), "%lld", (long long)meeting->id.n) } },
    });
}

struct reply guests_post(struct request *r)
{
    struct guests_view view = { .form = form_read(r) };
    struct company_contact_id contact = { 0 };
    struct meeting_contact_row found;

    if (!open_guests(r, &view) || !text_to_int(form_value(&view.form, "kontakt"), &contact.n) ||
        !meeting_contact_load(r->db, contact, &found))
        return reply_not_found(r);
    if (is_guest(&view, contact)) {
        request_tell(r, say(r->language, "Gæsten er allerede indbudt."), NULL);
        return back(r, &view);
    }
    struct meeting_party_id party = meeting_guest_insert(r->db, &(struct meeting_guest_insert_in){
        .meeting = view.meeting.id, .role = guest_role, .contact = contact, .company = found.company, .name = found.name,
        .event = invited(r->db, &view.meeting, found.company) });
    request_tell(r, say(r->language, "Gæsten er indbudt."),
                 arena_format(r->arena, "/koordinering/%lld/gaester/%lld/fjern", (long long)view.meeting.id.n,
                              (long long)party.n));
    return back(r, &view);
}

struct reply guests_remove_post(struct request *r)
{
    struct guests_view view = { .form = form_new(r) };
    int64_t party = request_id(r, "meeting_party");

    if (!open_guests(r, &view))
        return reply_not_found(r);
    for (size_t i = 0; i < view.parties.count; i++)
        if (view.parties.at[i].id.n == party && view.parties.at[i].company.n != 0) {
            journal_void(r->db, view.parties.at[i].event);
            meeting_guest_delete(r->db, view.parties.at[i].id, view.meeting.id);
            request_tell(r, say(r->language, "Gæsten er taget af mødet."), NULL);
            return back(r, &view);
        }
    return reply_not_found(r);
}

struct reply invitation_get(struct request *r)
{
    struct guests_view view = { .form = form_new(r) };
    struct page page = page_new(r);

    if (!open_guests(r, &view))
        return reply_not_found(r);
    view.points = meeting_points(r->db, view.meeting.id);
    invitation_page(&page, &view);
    return reply_page(&page.text);
}
