/* SPDX-License-Identifier: MIT
 * messages.c: what a chief mentor writes to her mentors (S87). It is kept here and sent by the author's own mail program:
 * the outbox is for citizens' letters. A chief mentor sees her own mentors; who keeps the register sees all. */
#include "base/list.h"
#include "base/text.h"
#include "volunteer/pages.h"
#include "volunteer_network_page.h"

enum { TITLE_MAX = 120, WORDS_MAX = 4000, MESSAGES_A_PAGE = 20 };

struct volunteer_scope scope_of(const struct request *r)
{
    return (struct volunteer_scope){ request_may(r, MAY_COMPANY_WRITE) || !request_may(r, MAY_NETWORK_WRITE), { r->actor.id } };
}

bool is_in_scope(struct volunteer_scope scope, struct staff_id chief)
{
    return scope.is_all || chief.n == scope.actor.n;
}

struct volunteer_listed_list network_all(struct request *r)
{
    struct volunteer_listed_list all = volunteer_all(r->db);
    struct volunteer_scope scope = scope_of(r);
    size_t kept = 0;

    for (size_t i = 0; i < all.count; i++)
        if (is_in_scope(scope, all.at[i].chief))
            all.at[kept++] = all.at[i];
    all.count = kept;
    return all;
}

static const char *tick_code(struct arena *arena, struct volunteer_id volunteer)
{
    return arena_format(arena, "%lld", (long long)volunteer.n);
}

struct choices network_choices(struct request *r, const struct volunteer_listed_list *all)
{
    LIST_OF(struct choice) list = { 0 };

    for (size_t i = 0; i < all->count; i++)
        if (all->at[i].left_day == DAY_NONE)
            *LIST_ADD(r->arena, &list) = (struct choice){ tick_code(r->arena, all->at[i].id), all->at[i].name };
    return (struct choices){ list.at, list.count };
}

void network_tick(struct form *form, const char *name, const struct volunteer_listed_list *all)
{
    int64_t chief = 0;

    text_to_int(request_query(form->request, "hvem"), &chief);
    for (size_t i = 0; i < all->count; i++)
        if (all->at[i].left_day == DAY_NONE && (chief == 0 || all->at[i].chief.n == chief))
            form_add(form, name, tick_code(form->request->arena, all->at[i].id));
}

struct volunteer_listed_list network_ticked(struct form *form, const char *name, const struct volunteer_listed_list *all)
{
    struct arena *arena = form->request->arena;
    LIST_OF(struct volunteer_listed) list = { 0 };

    for (size_t i = 0; i < all->count; i++)
        if (all->at[i].left_day == DAY_NONE && form_has(form, name, tick_code(arena, all->at[i].id)))
            *LIST_ADD(arena, &list) = all->at[i];
    if (list.count == 0)
        form_error(form, name, say(form->request->language, "Vælg mindst én."));
    return (struct volunteer_listed_list){ list.at, list.count };
}

void network_mail_add(struct request *r, struct network_mail *mail, const char *name, const char *phone, const char *email)
{
    if (*email == 0) {
        *LIST_ADD(r->arena, &mail->rung) = (struct volunteer_reached){ .name = name, .phone = phone, .email = email };
        return;
    }
    mail->addresses = mail->address_count == 0 ? email : arena_format(r->arena, "%s, %s", mail->addresses, email);
    mail->address_count++;
}

/* --- the list --- */

static struct reply show(struct request *r, struct form form, const struct volunteer_listed_list *all)
{
    struct volunteer_scope scope = scope_of(r);
    struct network_messages_view view = { .form = form, .people = network_choices(r, all) };
    struct page page = page_new(r);

    view.place = place_in_list(r, "/frivillige/beskeder", volunteer_message_count(r->db, scope.is_all, scope.actor), MESSAGES_A_PAGE);
    view.messages = volunteer_messages(r->db, scope.is_all, scope.actor, view.place.rows_a_page, view.place.skip);
    network_messages_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply network_messages_get(struct request *r)
{
    struct volunteer_listed_list all = network_all(r);
    struct form form = form_new(r);

    network_tick(&form, "til", &all);
    return show(r, form, &all);
}

struct reply network_message_post(struct request *r)
{
    struct volunteer_listed_list all = network_all(r);
    struct form form = form_read(r);
    const char *title = form_text(&form, "emne", FORM_REQUIRED, TITLE_MAX);
    const char *words = form_text(&form, "besked", FORM_REQUIRED, WORDS_MAX);
    struct volunteer_listed_list to = network_ticked(&form, "til", &all);

    if (form.error_count > 0)
        return show(r, form, &all);
    struct volunteer_message_id message = volunteer_message_add(r->db, scope_of(r).actor, title, words, &to);
    request_tell(r, say(r->language, "Beskeden er gemt. Den er ikke sendt endnu."),
                 arena_format(r->arena, "/frivillige/beskeder/%lld/fortryd", (long long)message.n));
    return reply_see_other(r, "/frivillige/beskeder/%lld", (long long)message.n);
}

/* --- one message --- */

static bool load(struct request *r, struct network_message_view *view)
{
    struct volunteer_scope scope = scope_of(r);

    if (!volunteer_message_load(r->db, scope.is_all, scope.actor,
                                (struct volunteer_message_id){ request_id(r, "message") }, &view->message))
        return false;
    view->may_undo = scope.is_all || view->message.author.n == scope.actor.n;
    return true;
}

struct reply network_message_get(struct request *r)
{
    struct network_message_view view = { .form = form_new(r) };
    struct volunteer_scope scope = scope_of(r);
    struct page page = page_new(r);

    if (!load(r, &view))
        return reply_not_found(r);
    view.people = volunteer_message_people(r->db, view.message.id, scope.is_all, scope.actor);
    view.mail.title = view.message.title;
    for (size_t i = 0; i < view.people.count; i++)
        network_mail_add(r, &view.mail, view.people.at[i].name, view.people.at[i].phone, view.people.at[i].email);
    network_message_page(&page, &view);
    return reply_page(&page.text);
}

struct reply network_message_undo_post(struct request *r)
{
    struct network_message_view view = { 0 };

    if (!load(r, &view) || !view.may_undo)
        return reply_not_found(r);
    volunteer_message_undo(r->db, view.message.id);
    request_tell(r, say(r->language, "Beskeden er taget tilbage."), NULL);
    return reply_see_other(r, "/frivillige/beskeder");
}
