/* SPDX-License-Identifier: MIT
 * groups.c: the list of groups, and opening a new one from a scheme's activity. */
#include "base/list.h"
#include "base/text.h"
#include "library/library.h"
#include "group/private.h"
#include "group_groups_page.h"

enum { PRESENCE_SHOWN = 10, TODAY_MOST = 500 };

static struct group_today_rows today_of(struct request *r)
{
    struct group_day_row_list days = group_today(r->db, (struct staff_id){ r->actor.id }, TODAY_MOST);
    struct group_today_row *rows = arena_array(r->arena, days.count + 1, sizeof *rows);

    for (size_t i = 0; i < days.count; i++)
        rows[i] = (struct group_today_row){
            .group = days.at[i].course_group,
            .name = days.at[i].name,
            .place = days.at[i].place,
            .hours = hours_words(r, days.at[i].from_minute, days.at[i].to_minute),
            .is_taken = days.at[i].held_count > 0,
        };
    return (struct group_today_rows){ rows, days.count };
}

struct reply groups_get(struct request *r)
{
    struct groups_view view = {
        .today = today_of(r),
        .mine = group_presence_ahead(r->db, (struct staff_id){ r->actor.id }, PRESENCE_SHOWN),
        .place = place_in_list(r, "/hold", course_group_count(r->db), LISTED_A_PAGE),
        .may_write = may_write_groups(r),
    };
    view.groups = course_group_all(r->db, r->today, view.place.rows_a_page, view.place.skip);
    struct page page = page_new(r);

    groups_page(&page, &view);
    return reply_page(&page.text);
}

/* Every activity of the schemes in use that is run in groups, as "scheme/activity". */
static struct choices activity_choices(struct request *r)
{
    struct schemes schemes = library_schemes_on(r->db);
    LIST_OF(struct choice) choices = { 0 };

    for (size_t s = 0; s < schemes.count; s++) {
        const struct scheme *scheme = schemes.at[s];
        for (size_t a = 0; a < scheme->activities.count; a++) {
            const struct scheme_activity *activity = &scheme->activities.at[a];
            if (activity->group.node == NULL)
                continue;
            const char *name = activity->text.da == NULL ? activity->id.text : words_in(activity->text, (int)r->language);
            *LIST_ADD(r->arena, &choices) = (struct choice){
                arena_format(r->arena, "%s/%s", scheme->id.text, activity->id.text),
                arena_format(r->arena, "%s · %s", words_in(scheme->title, (int)r->language), name),
            };
        }
    }
    return (struct choices){ choices.at, choices.count };
}

static struct choices unit_choices(struct request *r)
{
    struct unit_row_list units = unit_all(r->db);
    struct choice *choices = arena_array(r->arena, units.count + 1, sizeof *choices);

    for (size_t i = 0; i < units.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)units.at[i].id.n), units.at[i].name };
    return (struct choices){ choices, units.count };
}

static struct reply new_again(struct request *r, struct form form)
{
    struct group_new_view view = { activity_choices(r), unit_choices(r), form };
    struct page page = page_new(r);

    group_new_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply group_new_get(struct request *r)
{
    struct form form = form_new(r);

    form_set_day(&form, "fra", r->today);
    return new_again(r, form);
}

struct reply group_new_post(struct request *r)
{
    struct form form = form_read(r);
    struct text_pieces chosen = text_split(r->arena, form_text(&form, "aktivitet", FORM_REQUIRED, 100), '/');
    struct course_group_insert_in group = {
        .scheme = chosen.at[0],
        .activity = chosen.count == 2 ? chosen.at[1] : "",
        .name = form_text(&form, "navn", FORM_REQUIRED, 80),
        .unit = { form_int(&form, "enhed", FORM_REQUIRED, 1, INT64_MAX) },
        .place = form_text(&form, "sted", FORM_OPTIONAL, 120),
        .from_day = form_day(&form, "fra", FORM_REQUIRED),
        .to_day = form_day(&form, "til", FORM_OPTIONAL),
    };
    int64_t capacity = form_int(&form, "pladser", FORM_OPTIONAL, 1, 200);

    group.capacity = capacity > 0 ? capacity : 0;
    if (group.to_day != DAY_NONE && group.to_day < group.from_day)
        form_error(&form, "til", say(r->language, "Holdet kan ikke slutte, før det begynder."));
    if (form.error_count > 0)
        return new_again(r, form);
    struct course_group_id id = group_create(r->db, &group);
    if (id.n == 0) {
        form_error(&form, "aktivitet", say(r->language, "Vælg en aktivitet fra listen."));
        return new_again(r, form);
    }
    request_tell(r, say(r->language, "Holdet er oprettet. Lav ugens plan."), NULL);
    return reply_see_other(r, "/hold/%lld/ugen", (long long)id.n);
}
