/* SPDX-License-Identifier: MIT
 * buddy.c: the language buddy's own link (S110), made and withdrawn by staff: it opens the minutes of practice of one
 * placement while that person is the buddy there. The page behind it is src/portal/buddy.c. */
#include "base/text.h"
#include "mentor/pages.h"

enum { LINKS_READ = 200, LAST_DAY_MAX = 366 };

/* The links of one seat, newest first. */
struct link_row_list buddy_links(struct request *r, const struct placement_row *placement, struct placement_mentor_id seat)
{
    struct link_row_list all = link_of_company(r->db, placement->company, LINKS_READ);
    size_t kept = 0;

    for (size_t i = 0; i < all.count; i++)
        if (link_is_for(&all.at[i], LINK_BUDDY) && all.at[i].placement.n == placement->id.n && all.at[i].subject == seat.n)
            all.at[kept++] = all.at[i];
    all.count = kept;
    return all;
}

/* The secret is on this answer only, so it is no redirect (src/link/pages.c). */
struct reply buddy_link_post(struct request *r)
{
    struct beside_view view = { .form = form_read(r) };

    if (!beside_open(r, &view) || view.buddy_seat.n == 0 || !view.may_write)
        return reply_not_found(r);
    day last = form_day(&view.form, "link_til", FORM_REQUIRED);
    if (view.form.error_count == 0 && (last < r->today || last > r->today + LAST_DAY_MAX))
        form_error(&view.form, "link_til", say(r->language, "Vælg en dag fra i dag og højst et år frem."));
    if (view.form.error_count > 0)
        return beside_show(r, &view);
    struct link_made made = link_make(r->db, &(struct link_wish){
        .purpose = LINK_BUDDY, .company = view.placement.company, .placement = view.placement.id,
        .subject = view.buddy_seat.n, .last_day = last,
    });
    view.made = made.path;
    view.address = request_address(r, made.path);
    return beside_show(r, &view);
}

struct reply buddy_link_withdraw_post(struct request *r)
{
    struct beside_view view = { .form = form_new(r) };
    struct link_id link = { request_id(r, "link") };

    if (!beside_open(r, &view))
        return reply_not_found(r);
    struct link_row_list links = buddy_links(r, &view.placement, view.buddy_seat);
    for (size_t i = 0; i < links.count; i++)
        if (links.at[i].id.n == link.n && link_withdraw(r->db, link, view.placement.company)) {
            request_tell(r, say(r->language, "Linket er trukket tilbage. Det åbner ikke mere."), NULL);
            return reply_see_other(r, "/praktik/%lld/mentorer", (long long)view.placement.id.n);
        }
    return reply_not_found(r);
}
