/* SPDX-License-Identifier: MIT
 * batch_pages.c: one letter to many: a new batch, who is on it, looking, approving by another, taking back. */
#include "base/list.h"
#include "base/text.h"
#include "group/group.h"
#include "law/glossary.h"
#include "letter/pages.h"
#include "letter_batches_page.h"
#include "library/library.h"

static bool may_look(const struct request *r)
{
    return request_may(r, MAY_DOCUMENT_WRITE) || request_may(r, MAY_LETTER_APPROVE);
}

/* --- all --- */

static struct reply batches_show(struct request *r, struct batches_view *view)
{
    struct page page = page_new(r);

    view->batches = letter_batches(r->db, BATCHES_SHOWN);
    view->templates = letter_choices_of(r);
    view->channels = letter_channel_choices(r);
    view->may_write = request_may(r, MAY_DOCUMENT_WRITE);
    batches_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply batches_get(struct request *r)
{
    struct batches_view view = { .form = form_new(r) };

    return may_look(r) ? batches_show(r, &view) : reply_not_found(r);
}

struct reply batches_post(struct request *r)
{
    struct batches_view view = { .form = form_read(r) };
    const char *name = form_text(&view.form, "navn", FORM_REQUIRED, TITLE_MAX);
    const char *code = form_text(&view.form, "brev", FORM_REQUIRED, 60);
    int channel = form_choice(&view.form, "vej", FORM_REQUIRED, letter_channel_codes);
    const struct letter_template *template = letter_template(code);

    if (*code != 0 && (template == NULL || template->is_company))
        form_error(&view.form, "brev", say(r->language, "Der er intet sådant brev."));
    if (view.form.error_count > 0)
        return batches_show(r, &view);
    struct letter_batch_id id = letter_batch_insert(r->db, &(struct letter_batch_insert_in){
        .name = name, .code = code, .language = form_flag(&view.form, "eget") ? "own" : "da",
        .channel = letter_channel_codes[channel], .given = letter_batch_given_text(r->arena, letter_asks_read(&view.form, template)),
        .made_by = { r->actor.id }, .made_at = r->now });
    request_tell(r, say(r->language, "Udsendelsen er oprettet som kladde. Vælg nu, hvem der skal have brevet."), NULL);
    return reply_see_other(r, "/udsendelser/%lld", (long long)id.n);
}

/* --- one --- */

static struct choices groups_of(struct request *r)
{
    struct course_group_listed_list groups = { 0 };

    if (request_may(r, MAY_GROUP_READ))
        groups = course_group_all(r->db, r->today, GROUPS_SHOWN, 0);
    struct choice *choices = arena_array(r->arena, groups.count + 1, sizeof *choices);

    for (size_t i = 0; i < groups.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)groups.at[i].id.n), groups.at[i].name };
    return (struct choices){ choices, groups.count };
}

static struct choices schemes_of(struct request *r)
{
    struct schemes schemes = library_schemes_on(r->db);
    struct choice *choices = arena_array(r->arena, schemes.count + 1, sizeof *choices);

    for (size_t i = 0; i < schemes.count; i++)
        choices[i] = (struct choice){ schemes.at[i]->id.text, words_in(schemes.at[i]->title, (int)r->language) };
    return (struct choices){ choices, schemes.count };
}

static bool batch_of_path(struct request *r, struct batch_view *view)
{
    if (!may_look(r) || !letter_batch_load(r->db, (struct letter_batch_id){ request_id(r, "udsendelse") }, &view->batch))
        return false;
    view->template = letter_template(view->batch.code);
    view->title = view->template == NULL ? view->batch.code : words_in(view->template->text, (int)r->language);
    view->is_draft = text_is(view->batch.state, "draft");
    view->may_write = request_may(r, MAY_DOCUMENT_WRITE);
    view->may_approve = request_may(r, MAY_LETTER_APPROVE);
    letter_batch_count(r->db, view->batch.id, &view->count);
    return true;
}

static enum approve_why approve_why_of(struct request *r, const struct batch_view *view)
{
    return letter_batch_may_approve(view->is_draft, view->batch.made_by.n == r->actor.id, view->count.member_count);
}

static const char *approve_problem(struct request *r, enum approve_why why)
{
    static const char *const words[APPROVE_WHY_COUNT] = {
        [APPROVE_OWN] = SAY("Du har selv lavet udsendelsen. En anden skal godkende den."),
        [APPROVE_EMPTY] = SAY("Der er ingen på listen endnu."),
        [APPROVE_NOT_DRAFT] = SAY("Udsendelsen er ikke længere en kladde."),
    };

    return why == APPROVE_FINE ? "" : say(r->language, words[why]);
}

static struct reply batch_show(struct request *r, struct batch_view *view)
{
    struct page page = page_new(r);

    view->problem = view->is_draft ? approve_problem(r, approve_why_of(r, view)) : "";
    view->place = place_in_list(r, arena_format(r->arena, "/udsendelser/%lld", (long long)view->batch.id.n), view->count.member_count,
                                MEMBERS_A_PAGE);
    view->members = letter_batch_members(r->db, view->batch.id, letter_sees_all(r), (struct staff_id){ r->actor.id },
                                         view->place.rows_a_page, view->place.skip);
    if (view->is_draft && view->may_write) {
        view->groups = groups_of(r);
        view->schemes = schemes_of(r);
        view->languages = glossary_choices(r, "language");
    }
    batch_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply batch_get(struct request *r)
{
    struct batch_view view = { .form = form_new(r) };

    return batch_of_path(r, &view) ? batch_show(r, &view) : reply_not_found(r);
}

static struct reply say_and_show(struct request *r, const struct batch_view *view, const char *message)
{
    request_tell(r, message, NULL);
    return reply_see_other(r, "/udsendelser/%lld", (long long)view->batch.id.n);
}

struct reply batch_add_post(struct request *r)
{
    struct batch_view view = { .form = form_read(r) };
    int64_t group = form_int(&view.form, "hold", FORM_OPTIONAL, 1, INT64_MAX), count;
    const char *scheme = form_value(&view.form, "ordning"), *language = form_value(&view.form, "sprog");
    struct staff_id actor = { r->actor.id };

    if (!batch_of_path(r, &view))
        return reply_not_found(r);
    if (!view.is_draft)
        return reply_conflict(r, view.batch.name);
    if (group <= 0 && *scheme == 0 && *language == 0)
        form_error(&view.form, "hold", say(r->language, "Vælg et hold, en ordning eller et sprog."));
    if (view.form.error_count > 0)
        return batch_show(r, &view);
    if (group > 0)
        count = letter_batch_add_group(r->db, view.batch.id, (struct course_group_id){ group }, r->today, letter_sees_all(r), actor);
    else
        count = letter_batch_add_enrolled(r->db, view.batch.id, scheme, language, letter_sees_all(r), actor);
    return say_and_show(r, &view, say_with(r->arena, r->language, "{1} er kommet på listen.",
                                   arena_format(r->arena, "%lld", (long long)count), NULL));
}

struct reply batch_drop_post(struct request *r)
{
    struct batch_view view = { .form = form_read(r) };
    struct letter_batch_member_id member = { form_int(&view.form, "modtager", FORM_REQUIRED, 1, INT64_MAX) };

    if (!batch_of_path(r, &view))
        return reply_not_found(r);
    if (letter_batch_drop(r->db, member, view.batch.id) == 0)
        return reply_conflict(r, view.batch.name);
    return say_and_show(r, &view, say(r->language, "Taget af listen."));
}

struct reply batch_approve_post(struct request *r)
{
    struct batch_view view = { .form = form_read(r) };
    int64_t version = form_int(&view.form, "version", FORM_REQUIRED, 1, INT64_MAX);

    if (!batch_of_path(r, &view))
        return reply_not_found(r);
    enum approve_why why = approve_why_of(r, &view);
    if (why != APPROVE_FINE)
        form_error(&view.form, "version", approve_problem(r, why));
    if (view.form.error_count > 0)
        return batch_show(r, &view);
    if (letter_batch_approve(r->db, (struct staff_id){ r->actor.id }, r->now, view.batch.id, version) == 0)
        return reply_conflict(r, view.batch.name);
    return say_and_show(r, &view, say(r->language, "Udsendelsen er godkendt. Brevene bliver lavet og sendt ved næste kørsel af udbakken."));
}

struct reply batch_cancel_post(struct request *r)
{
    struct batch_view view = { .form = form_read(r) };
    int64_t version = form_int(&view.form, "version", FORM_REQUIRED, 1, INT64_MAX);

    if (!batch_of_path(r, &view))
        return reply_not_found(r);
    if (letter_batch_set_state(r->db, "cancelled", view.batch.id, version, "draft") == 0)
        return reply_conflict(r, view.batch.name);
    return say_and_show(r, &view, say(r->language, "Udsendelsen er fortrudt. Intet er sendt."));
}
