/* SPDX-License-Identifier: MIT
 * pages.c: the routes of groups, and what several of their pages need. */
#include "group/pages.h"

#include "base/text.h"
#include "law/glossary.h"
#include "library/library.h"
#include "group/private.h"

static const struct route routes[] = {
    { GET, "/hold", MAY_GROUP_READ, groups_get },
    { POST, "/hold", MAY_GROUP_WRITE, group_new_post },
    { GET, "/hold/nyt", MAY_GROUP_WRITE, group_new_get },
    { GET, "/hold/{hold}", MAY_GROUP_READ, group_get },
    { GET, "/hold/{hold}/ugen", MAY_GROUP_READ, group_week_get },
    { POST, "/hold/{hold}/ugen", MAY_GROUP_WRITE, group_week_post },
    { POST, "/hold/{hold}/gange", MAY_GROUP_WRITE, group_plan_post },
    { POST, "/hold/{hold}/gange/ordning", MAY_GROUP_WRITE, group_parts_post },
    { GET, "/hold/{hold}/gange/{gang}/besoeg", MAY_GROUP_WRITE, group_visit_get },
    { POST, "/hold/{hold}/gange/{gang}/besoeg", MAY_GROUP_WRITE, group_visit_post },
    { GET, "/hold/{hold}/gange/{gang}/ret", MAY_GROUP_WRITE, session_edit_get },
    { POST, "/hold/{hold}/gange/{gang}/ret", MAY_GROUP_WRITE, session_edit_post },
    { POST, "/hold/{hold}/gange/{gang}/aflys", MAY_GROUP_WRITE, session_cancel_post },
    { POST, "/hold/{hold}/gange/{gang}/genopret", MAY_GROUP_WRITE, session_restore_post },
    { POST, "/hold/{hold}/gange/{gang}/tilbage", MAY_GROUP_WRITE, session_back_post },
    { POST, "/hold/{hold}/deltagere", MAY_GROUP_WRITE, group_join_post },
    { POST, "/hold/{hold}/deltagere/{deltager}/kom-ikke", MAY_GROUP_WRITE, group_drop_out_post },
    { GET, "/hold/{hold}/find", MAY_GROUP_WRITE, group_find_get },
    { POST, "/hold/{hold}/find", MAY_GROUP_WRITE, group_find_post },
    { GET, "/hold/{hold}/ret", MAY_GROUP_WRITE, group_edit_get },
    { POST, "/hold/{hold}/ret", MAY_GROUP_WRITE, group_edit_post },
    { POST, "/hold/{hold}/venteliste/{venter}/tilbyd", MAY_GROUP_WRITE, wait_offer_post },
    { POST, "/hold/{hold}/venteliste/{venter}/nej", MAY_GROUP_WRITE, wait_no_post },
    { POST, "/hold/{hold}/venteliste/{venter}/af", MAY_GROUP_WRITE, wait_off_list_post },
    { POST, "/hold/{hold}/venteliste/{venter}/igen", MAY_GROUP_WRITE, wait_again_list_post },
    { GET, "/hold/{hold}/deltagere/{deltager}/slut", MAY_GROUP_WRITE, member_end_get },
    { POST, "/hold/{hold}/deltagere/{deltager}/slut", MAY_GROUP_WRITE, member_end_post },
    { GET, "/hold/{hold}/konsulenter", MAY_GROUP_WRITE, presence_get },
    { POST, "/hold/{hold}/konsulenter", MAY_GROUP_WRITE, presence_post },
    { GET, "/hold/{hold}/fremmoede", MAY_GROUP_READ, attendance_get },
    { POST, "/hold/{hold}/fremmoede", MAY_GROUP_WRITE, attendance_post },
    { GET, "/hold/{hold}/dimission", MAY_GROUP_WRITE, graduation_get },
    { POST, "/hold/{hold}/dimission", MAY_GROUP_WRITE, graduation_post },
    { GET, "/borger/{citizen}/kompetencer", MAY_GROUP_READ, competence_get },
    { POST, "/borger/{citizen}/kompetencer", MAY_GROUP_WRITE, competence_post },
    { GET, "/borger/{citizen}/cv", MAY_GROUP_READ, cv_get },
    { POST, "/borger/{citizen}/cv", MAY_GROUP_WRITE, cv_post },
    { 0 },
};

const struct feature group_feature = { .name = "group", .routes = routes };

const char *minute_words(struct request *r, int64_t minute)
{
    return say_time(r->arena, r->language, instant_of(r->today, (int)(minute / 60), (int)(minute % 60), 0));
}

const char *hours_words(struct request *r, int64_t from_minute, int64_t to_minute)
{
    return arena_format(r->arena, "%s–%s", minute_words(r, from_minute), minute_words(r, to_minute));
}

bool group_of_path(struct request *r, struct course_group_row *group)
{
    return course_group_load(r->db, (struct course_group_id){ request_id(r, "hold") }, group);
}

struct week group_week(struct db *db, const struct course_group_row *group)
{
    static const struct amount none;
    struct group_slot_row_list rows = group_slots(db, group->id);
    const struct scheme_activity *activity = group_activity(db, group->scheme, group->activity);
    struct week_slot *slots = arena_array(db_arena(db), rows.count + 1, sizeof *slots);

    for (size_t i = 0; i < rows.count; i++)
        slots[i] = (struct week_slot){ (int)rows.at[i].weekday, rows.at[i].from_minute, rows.at[i].to_minute,
                                       rows.at[i].is_language };
    return week_of(slots, rows.count, activity == NULL ? &none : &activity->hours,
                   activity == NULL ? &none : &activity->language);
}

const char *activity_words(struct request *r, const struct course_group_row *group)
{
    const struct scheme_activity *activity = group_activity(r->db, group->scheme, group->activity);

    return activity != NULL && activity->text.da != NULL ? words_in(activity->text, (int)r->language) : group->name;
}

const char *leads_to_words(struct request *r, const struct scheme_activity *activity)
{
    struct text words = text_new(r->arena);

    for (size_t i = 0; activity != NULL && i < activity->exit_to.count; i++)
        text_add_format(&words, "%s%s", i > 0 ? ", " : "",
                        glossary_label((int)r->language, "activity_kind", activity_kind_words[activity->exit_to.at[i]]));
    return text_done(&words);
}

struct choices staff_choices(struct request *r, const struct staff_row_list *staff)
{
    struct choice *choices = arena_array(r->arena, staff->count + 1, sizeof *choices);

    for (size_t i = 0; i < staff->count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)staff->at[i].id.n), staff->at[i].name };
    return (struct choices){ choices, staff->count };
}

bool may_write_groups(const struct request *r)
{
    return request_may(r, MAY_GROUP_WRITE);
}
