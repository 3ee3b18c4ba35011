/* SPDX-License-Identifier: MIT
 * edit.c: what a group is called, where it is, who looks after it, for whom it is, and whether one may just come. */
#include "base/text.h"
#include "group/private.h"
#include "group_edit_page.h"
#include "staff/staff.h"

enum { NAME_MAX_LENGTH = 80, PLACE_MAX = 120, CAPACITY_MAX = 200 };

static const char *const closed_codes[] = { "female", "male", NULL };

/* Of the glossary's list, those that a group can be for. */
static struct choices closed_choices(struct request *r)
{
    struct choices all = choices_of_list(r, "gender");
    struct choice *kept = arena_array(r->arena, all.count + 1, sizeof *kept);
    size_t count = 0;

    for (size_t i = 0; i < all.count; i++)
        for (const char *const *code = closed_codes; *code != NULL; code++)
            if (text_is(*code, all.at[i].code))
                kept[count++] = all.at[i];
    return (struct choices){ kept, count };
}

static struct reply show(struct request *r, struct group_edit_view *view)
{
    struct page page = page_new(r);
    struct staff_row_list staff = staff_active(r->db);

    view->staff = staff_choices(r, &staff);
    view->genders = closed_choices(r);
    group_edit_page(&page, view);
    return view->form.error_count > 0 || view->is_overtaken ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply group_edit_get(struct request *r)
{
    struct group_edit_view view = { .form = form_new(r) };

    if (!group_of_path(r, &view.group))
        return reply_not_found(r);
    form_set_int(&view.form, "version", view.group.version);
    form_set(&view.form, "navn", view.group.name);
    form_set(&view.form, "sted", view.group.place);
    form_set_int(&view.form, "pladser", view.group.capacity);
    form_set(&view.form, "for", view.group.for_whom);
    form_set(&view.form, "skole", view.group.school);
    if (view.group.certificate_percent > 0)
        form_set_int(&view.form, "krav", view.group.certificate_percent);
    if (view.group.responsible.n != 0)
        form_set_int(&view.form, "ansvarlig", view.group.responsible.n);
    if (view.group.is_drop_in)
        form_set(&view.form, "kom", "1");
    return show(r, &view);
}

static bool is_choice(const struct choices *choices, const char *code)
{
    for (size_t i = 0; i < choices->count; i++)
        if (text_is(choices->at[i].code, code))
            return true;
    return false;
}

static struct staff_id responsible_of(struct request *r, struct form *form)
{
    struct staff_row_list staff = staff_active(r->db);
    struct choices choices = staff_choices(r, &staff);
    const char *typed = form_value(form, "ansvarlig");
    int64_t id = 0;

    if (*typed != 0 && (!is_choice(&choices, typed) || !text_to_int(typed, &id)))
        form_error(form, "ansvarlig", say(r->language, "Vælg en af mulighederne."));
    return (struct staff_id){ id };
}

/* 0 when nothing is typed: what the scheme says. */
static int64_t percent_of(struct form *form)
{
    enum { PERCENT_MAX = 100 };
    int64_t typed = form_int(form, "krav", FORM_OPTIONAL, 1, PERCENT_MAX);

    return typed > 0 ? typed : 0;
}

struct reply group_edit_post(struct request *r)
{
    struct group_edit_view view = { .form = form_read(r) };
    struct form *form = &view.form;

    if (!group_of_path(r, &view.group))
        return reply_not_found(r);
    int closed = form_choice(form, "for", FORM_OPTIONAL, closed_codes);
    struct course_group_set_in row = {
        .name = form_text(form, "navn", FORM_REQUIRED, NAME_MAX_LENGTH),
        .place = form_text(form, "sted", FORM_OPTIONAL, PLACE_MAX),
        .capacity = form_int(form, "pladser", FORM_REQUIRED, 1, CAPACITY_MAX),
        .responsible = responsible_of(r, form),
        .for_whom = closed < 0 ? "" : closed_codes[closed],
        .is_drop_in = form_flag(form, "kom"),
        .school = form_text(form, "skole", FORM_OPTIONAL, PLACE_MAX),
        .certificate_percent = percent_of(form),
        .id = view.group.id,
        .version = form_int(form, "version", FORM_REQUIRED, 0, INT64_MAX),
    };
    if (form->error_count > 0)
        return show(r, &view);
    view.is_overtaken = course_group_set(r->db, &row) == 0;
    if (view.is_overtaken) {
        form_set_int(form, "version", view.group.version);
        return show(r, &view);
    }
    group_places_settle(r->db, view.group.id, PLACES_CHANGED);
    request_tell(r, say(r->language, "Holdet er rettet."), NULL);
    return reply_see_other(r, "/hold/%lld", (long long)view.group.id.n);
}
