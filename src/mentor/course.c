/* SPDX-License-Identifier: MIT
 * course.c: courses for mentors and language buddies: two days, who is signed up, who came, and their diplomas. */
#include "base/text.h"
#include "mentor/pages.h"
#include "mentor_course_page.h"

enum { NAME_MAX = 120, PLACES_MAX = 500, COURSES_MOST = 100 };

static struct reply courses_show(struct request *r, struct form form)
{
    struct page page = page_new(r);
    struct mentor_courses_view view = {
        .courses = mentor_courses(r->db, COURSES_MOST),
        .form = form,
        .may_write = request_may(r, MAY_COMPANY_WRITE),
    };

    mentor_courses_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply mentor_courses_get(struct request *r)
{
    struct form form = form_new(r);

    form_set(&form, "slags", mentor_course_kind_codes[0]);
    return courses_show(r, form);
}

struct reply mentor_courses_post(struct request *r)
{
    struct form form = form_read(r);
    int kind = form_choice(&form, "slags", FORM_REQUIRED, mentor_course_kind_codes);
    struct mentor_course_insert_in course = {
        .title = form_text(&form, "titel", FORM_REQUIRED, NAME_MAX),
        .place = form_text(&form, "sted", FORM_OPTIONAL, NAME_MAX),
        .first_day = form_day(&form, "dag1", FORM_REQUIRED),
        .second_day = form_day(&form, "dag2", FORM_OPTIONAL),
        .places = *form_value(&form, "pladser") == 0 ? 0 : form_int(&form, "pladser", FORM_OPTIONAL, 0, PLACES_MAX),
    };

    if (course.second_day != DAY_NONE && course.second_day <= course.first_day)
        form_error(&form, "dag2", say(r->language, "Dag 2 ligger efter dag 1."));
    if (form.error_count > 0)
        return courses_show(r, form);
    course.kind = mentor_course_kind_codes[kind];
    struct mentor_course_id id = mentor_course_insert(r->db, &course);
    request_tell(r, say(r->language, "Kurset er oprettet."), NULL);
    return reply_see_other(r, "/mentorkurser/%lld", (long long)id.n);
}

static bool open_course(struct request *r, struct mentor_course_view *view)
{
    if (!mentor_course_load(r->db, (struct mentor_course_id){ request_id(r, "mentor_course") }, &view->course))
        return false;
    view->seats = mentor_seats(r->db, view->course.id);
    view->may_write = request_may(r, MAY_COMPANY_WRITE);
    return true;
}

struct reply mentor_course_get(struct request *r)
{
    struct mentor_course_view view = { .form = form_new(r) };
    struct page page = page_new(r);

    if (!open_course(r, &view))
        return reply_not_found(r);
    mentor_course_page(&page, &view);
    return reply_page(&page.text);
}

/* Attendance of everybody at once: a tick for each day. */
struct reply mentor_course_post(struct request *r)
{
    struct mentor_course_view view = { .form = form_read(r) };

    if (!open_course(r, &view))
        return reply_not_found(r);
    for (size_t i = 0; i < view.seats.count; i++) {
        const struct mentor_seat_row *seat = &view.seats.at[i];
        const char *number = arena_format(r->arena, "%lld", (long long)seat->mentor.n);
        bool has_first = form_has(&view.form, "dag1", number), has_second = form_has(&view.form, "dag2", number);
        if (has_first != seat->has_first || has_second != seat->has_second)
            mentor_mark(r->db, &view.course, seat, has_first, has_second);
    }
    mentor_course_hold(r->db, &view.course);
    request_tell(r, say(r->language, "Fremmødet er gemt."), NULL);
    return reply_see_other(r, "/mentorkurser/%lld", (long long)view.course.id.n);
}

struct reply mentor_seat_undo_post(struct request *r)
{
    struct mentor_course_id course = { request_id(r, "mentor_course") };

    if (mentor_seat_drop(r->db, course, (struct mentor_id){ request_id(r, "mentor") }) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Tilmeldingen er slettet."), NULL);
    return reply_see_other(r, "/mentorkurser/%lld", (long long)course.n);
}

struct reply mentor_diploma_get(struct request *r)
{
    struct mentor_diploma_view view = { 0 };
    struct page page = page_new(r);

    if (!mentor_course_load(r->db, (struct mentor_course_id){ request_id(r, "mentor_course") }, &view.course))
        return reply_not_found(r);
    struct mentor_seat_row_list seats = mentor_seats(r->db, view.course.id);
    for (size_t i = 0; i < seats.count; i++)
        if (seats.at[i].mentor.n == request_id(r, "mentor") && seats.at[i].event != 0) {
            view.seat = seats.at[i];
            mentor_diploma(&page, &view);
            return reply_page(&page.text);
        }
    return reply_not_found(r);
}
