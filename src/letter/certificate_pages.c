/* SPDX-License-Identifier: MIT
 * certificate_pages.c: certificates of a whole group in one batch: who came as much as the group or its scheme asks for, and
 * why the others get none. The batch is approved by somebody else, then printed or sent with the others (batch_run.c). */
#include "base/text.h"
#include "citizen/citizen.h"
#include "group/group.h"
#include "law/glossary.h"
#include "letter/pages.h"
#include "letter_certificates_page.h"

#define CERTIFICATE "deltagerbevis"

static bool load(struct request *r, struct certificates_view *view)
{
    if (!course_group_load(r->db, (struct course_group_id){ request_id(r, "hold") }, &view->group))
        return false;
    struct group_graduates graduates = group_graduates(r->db, &view->group);
    view->lines.at = arena_array(r->arena, graduates.count + 1, sizeof *view->lines.at);
    for (size_t i = 0; i < graduates.count; i++) {
        const struct group_graduate *graduate = &graduates.at[i];
        bool is_fine = graduate->why == CERTIFICATE_FINE;
        view->lines.at[i] = (struct certificate_line){
            .citizen = graduate->row.citizen,
            .name = citizen_name(r->arena, graduate->row.first_name, graduate->row.last_name),
            .came = group_graduate_say(r->arena, r->language, graduate, graduates.wanted),
            .last = graduate->last,
            .is_fine = is_fine,
        };
        view->fine_count += is_fine;
    }
    view->lines.count = graduates.count;
    view->wanted = graduates.wanted;
    return true;
}

static struct reply show(struct request *r, struct certificates_view *view)
{
    struct page page = page_new(r);

    view->channels = letter_channel_choices(r);
    certificates_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply certificates_get(struct request *r)
{
    struct certificates_view view = { .form = form_new(r) };

    form_set(&view.form, "vej", letter_channel_codes[LETTER_BY_PRINT]);
    return load(r, &view) ? show(r, &view) : reply_not_found(r);
}

static bool is_chosen(const struct text_pieces *chosen, struct citizen_id citizen)
{
    int64_t number;

    for (size_t i = 0; i < chosen->count; i++)
        if (text_to_int(chosen->at[i], &number) && number == citizen.n)
            return true;
    return false;
}

struct reply certificates_post(struct request *r)
{
    struct certificates_view view = { .form = form_read(r) };
    struct text_pieces chosen = form_all(&view.form, "borger");
    int channel = form_choice(&view.form, "vej", FORM_REQUIRED, letter_channel_codes);
    struct staff_id actor = { r->actor.id };
    int64_t count = 0;

    if (!load(r, &view))
        return reply_not_found(r);
    if (chosen.count == 0)
        form_error(&view.form, "borger", say(r->language, "Vælg mindst en."));
    if (view.form.error_count > 0)
        return show(r, &view);
    struct letter_batch_id batch = letter_batch_insert(r->db, &(struct letter_batch_insert_in){
        .name = say_with(r->arena, r->language, "Beviser: {1}", view.group.name, NULL), .code = CERTIFICATE, .language = "da",
        .channel = letter_channel_codes[channel], .given = "", .made_by = actor, .made_at = r->now });
    for (size_t i = 0; i < view.lines.count; i++)
        if (view.lines.at[i].is_fine && is_chosen(&chosen, view.lines.at[i].citizen))
            count += letter_batch_add_one(r->db, view.group.id, batch, view.lines.at[i].citizen, letter_sees_all(r), actor);
    request_tell(r, say_with(r->arena, r->language, "{1} beviser ligger i en udsendelse. En anden skal godkende den, før den sendes.",
                             arena_format(r->arena, "%lld", (long long)count), NULL), NULL);
    return reply_see_other(r, "/udsendelser/%lld", (long long)batch.n);
}
