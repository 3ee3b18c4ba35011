/* SPDX-License-Identifier: MIT
 * merge.c: companies that were written down twice. */
#include "employer/merge.h"

#include "base/text.h"
#include "employer/pages.h"
#include "employer_merge_page.h"
#include "engine/journal.h"

enum { PAIRS_SHOWN = 100 };

/* Links go last: an enquiry or an answer that came by one is there before it. */
const struct merge_move merge_moves[] = {
    { "company_contact", merge_move_contacts },   { "company_talk", merge_move_talks },
    { "placement", merge_move_placements },       { "agreement", merge_move_agreements },
    { "enquiry", merge_move_enquiries },          { "company_month", merge_move_months },
    { "group_session", merge_move_sessions },     { "mentor", merge_move_mentors },
    { "pipeline", merge_move_boards },            { "pipeline_card", merge_move_cards },
    { "campaign_company", merge_move_letters },   { "survey_company", merge_move_surveys },
    { "link", merge_move_links },                 { "work_place", merge_move_places },
    { NULL, NULL },
};

const struct merge_stay merge_stays[] = {
    { "company", "merged_into", "says where it went" },
    { "company_merge", "kept", "is the merge" },
    { "company_merge", "gone", "is the merge" },
    { "agreement", "home", "its events stay where its clock runs" },
    { "enquiry", "home", "its events stay where its clock runs" },
    { "survey_company", "home", "its events stay where its clock runs" },
    { "meeting_party", "company", "says whose guest was at a meeting; its page shows the company it went into" },
    { "errand_step", "company", "says who was asked; its page shows the company it went into" },
    { "proposal_accepted", "home", "its events stay where its clock runs" },
    { "staffing", "company", "who looked after each is its own history, as in its journal; the kept one keeps its own" },
    { NULL, NULL, NULL },
};

static void move_all(struct db *db, struct company_id company, struct company_merge_id merge)
{
    for (const struct merge_move *move = merge_moves; move->table != NULL; move++)
        move->move(db, company, merge);
}

static void tell(struct db *db, enum event_kind kind, struct company_id kept, struct company_id gone)
{
    struct arena *arena = db_arena(db);

    journal_append(db, &(struct event_draft){
        .stream = { STREAM_COMPANY, kept.n },
        .also = { STREAM_COMPANY, gone.n },
        .kind = kind,
        .subject = { SUBJECT_COMPANY, kept.n },
        .at = db_now(db),
        .fields = { { "kept", arena_format(arena, "%lld", (long long)kept.n) },
                    { "gone", arena_format(arena, "%lld", (long long)gone.n) } },
    });
}

struct company_merge_id employer_merge(struct db *db, struct company_id kept, struct company_id gone)
{
    struct company_merge_id merge = merge_insert(db, kept, gone, db_now(db), (struct staff_id){ db_actor(db).id });

    merge_note(db, merge, gone, kept);
    move_all(db, kept, merge);
    merge_hide(db, kept, gone);
    tell(db, EVENT_COMPANY_MERGED, kept, gone);
    return merge;
}

bool employer_part(struct db *db, struct company_merge_id id)
{
    struct merge_row merge;

    if (!merge_load(db, id, &merge) || merge_undone(db, db_now(db), (struct staff_id){ db_actor(db).id }, id) == 0)
        return false;
    move_all(db, merge.gone, id);
    merge_hide(db, (struct company_id){ 0 }, merge.gone);
    tell(db, EVENT_COMPANY_PARTED, merge.kept, merge.gone);
    return true;
}

struct reply merge_list_get(struct request *r)
{
    struct merge_list_view view = { .pairs = merge_candidates(r->db, PAIRS_SHOWN) };
    struct page page = page_new(r);

    merge_list(&page, &view);
    return reply_page(&page.text);
}

/* Both sides, when they are two companies that are listed. */
static bool sides_load(struct request *r, struct merge_view *view)
{
    struct company_keepers_row left, right;
    struct company_id kept = { request_id(r, "company") }, gone = { request_id(r, "other") };

    view->form = form_new(r);
    if (kept.n == gone.n || !company_load(r->db, kept, &view->kept) || !company_load(r->db, gone, &view->gone))
        return false;
    return company_keepers(r->db, kept, &left) && company_keepers(r->db, gone, &right) && left.merged_into.n == 0 &&
           right.merged_into.n == 0;
}

struct reply merge_get(struct request *r)
{
    struct merge_view view;
    struct page page = page_new(r);

    if (!sides_load(r, &view))
        return reply_not_found(r);
    merge_sides(&page, &view);
    return reply_page(&page.text);
}

struct reply merge_post(struct request *r)
{
    struct merge_view view;

    if (!sides_load(r, &view))
        return reply_not_found(r);
    struct company_merge_id merge = employer_merge(r->db, view.kept.id, view.gone.id);
    request_tell(r, say(r->language, "De er lagt sammen."),
                 arena_format(r->arena, "/virksomheder/dubletter/%lld/skil", (long long)merge.n));
    return reply_see_other(r, "/virksomheder/%lld", (long long)view.kept.id.n);
}

struct reply merge_undo_post(struct request *r)
{
    struct company_merge_id id = { request_id(r, "merge") };
    struct merge_row merge;

    if (!merge_load(r->db, id, &merge) || !employer_part(r->db, id))
        return reply_not_found(r);
    request_tell(r, say(r->language, "De er skilt igen, som de var."), NULL);
    return reply_see_other(r, "/virksomheder/%lld", (long long)merge.gone.n);
}
