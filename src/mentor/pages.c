/* SPDX-License-Identifier: MIT
 * pages.c: the register of mentors, all and by company, and the routes of this folder. */
#include "mentor/pages.h"

#include "base/text.h"
#include "mentor_mentor_page.h"

enum { NAME_MAX = 120, PHONE_MAX = 40, PAGE_ROWS = 50, COURSES_MOST = 50 };

static struct reply list_get(struct request *r)
{
    struct mentor_list_view view = { .form = form_read(r) };
    struct page page = page_new(r);
    const char *typed = form_text(&view.form, "virksomhed", FORM_OPTIONAL, NAME_MAX);

    text_to_int(request_query(r, "side"), &view.page);
    view.page = view.page < 1 || view.page > INT32_MAX ? 1 : view.page;
    view.mentors = mentor_all(r->db, text_fold(r->arena, typed), PAGE_ROWS + 1, (view.page - 1) * PAGE_ROWS);
    if (view.mentors.count > PAGE_ROWS) {
        view.has_more = true;
        view.mentors.count = PAGE_ROWS;
    }
    mentor_numbers(r->db, &view.numbers);
    view.unpaid_percent = mentor_percent(view.numbers.unpaid_count, view.numbers.company_count);
    mentor_list(&page, &view);
    return reply_page(&page.text);
}

/* Courses somebody can still be signed up for. */
static struct choices courses_to_come(struct request *r)
{
    struct mentor_course_listed_list courses = mentor_courses(r->db, COURSES_MOST);
    struct choice *choices = arena_array(r->arena, courses.count, sizeof *choices);
    size_t count = 0;

    for (size_t i = 0; i < courses.count; i++) {
        const struct mentor_course_listed *c = &courses.at[i];
        if (c->first_day >= r->today && (c->places == 0 || c->seat_count < c->places))
            choices[count++] = (struct choice){ arena_format(r->arena, "%lld", (long long)c->id.n),
                arena_format(r->arena, "%s, %s", c->title, say_day_year(r->arena, r->language, c->first_day)) };
    }
    return (struct choices){ choices, count };
}

static bool open_company(struct request *r, struct mentor_company_view *view)
{
    if (!company_load(r->db, (struct company_id){ request_id(r, "company") }, &view->company))
        return false;
    view->courses = courses_to_come(r);
    view->may_write = request_may(r, MAY_COMPANY_WRITE);
    return true;
}

static struct reply company_show(struct request *r, struct mentor_company_view *view)
{
    struct page page = page_new(r);

    view->mentors = mentor_of_company(r->db, view->company.id);
    mentor_company(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply register_get(struct request *r)
{
    struct mentor_company_view view = { .form = form_new(r) };

    if (!open_company(r, &view))
        return reply_not_found(r);
    return company_show(r, &view);
}

static struct reply register_post(struct request *r)
{
    struct mentor_company_view view = { .form = form_read(r) };

    if (!open_company(r, &view))
        return reply_not_found(r);
    const char *name = form_text(&view.form, "navn", FORM_REQUIRED, NAME_MAX);
    const char *phone = form_text(&view.form, "telefon", FORM_OPTIONAL, PHONE_MAX);
    const char *course = form_text(&view.form, "kursus", FORM_OPTIONAL, NAME_MAX);
    bool is_paid = form_flag(&view.form, "betalt");
    int64_t number = 0;
    bool is_known = *course == 0;
    for (size_t i = 0; i < view.courses.count; i++)
        is_known = is_known || text_is(view.courses.at[i].code, course);
    if (!is_known || (*course != 0 && !text_to_int(course, &number)))
        form_error(&view.form, "kursus", say(r->language, "Vælg en af dem."));
    if (view.form.error_count > 0)
        return company_show(r, &view);
    struct mentor_id mentor = mentor_insert(r->db, view.company.id, name, phone, is_paid);
    if (number > 0)
        mentor_seat_put(r->db, (struct mentor_course_id){ number }, mentor);
    request_tell(r, say(r->language, "Mentoren er gemt."), NULL);
    return reply_see_other(r, "/virksomheder/%lld/mentorer", (long long)view.company.id.n);
}

static struct reply set_left(struct request *r, bool is_left)
{
    struct company_id company = { request_id(r, "company") };
    struct mentor_id mentor = { request_id(r, "mentor") };

    if (mentor_set_left(r->db, is_left ? r->today : DAY_NONE, mentor, company) == 0)
        return reply_not_found(r);
    request_tell(r, is_left ? say(r->language, "Mentoren er stoppet.") : say(r->language, "Det er fortrudt."),
                 is_left ? arena_format(r->arena, "/virksomheder/%lld/mentorer/%lld/igen", (long long)company.n,
                                        (long long)mentor.n) : NULL);
    return reply_see_other(r, "/virksomheder/%lld/mentorer", (long long)company.n);
}

static struct reply left_post(struct request *r)
{
    return set_left(r, true);
}

static struct reply again_post(struct request *r)
{
    return set_left(r, false);
}

static const struct route routes[] = {
    { GET, "/mentorer", MAY_COMPANY_READ, list_get },
    { GET, "/virksomheder/{company}/mentorer", MAY_COMPANY_READ, register_get },
    { POST, "/virksomheder/{company}/mentorer", MAY_COMPANY_WRITE, register_post },
    { POST, "/virksomheder/{company}/mentorer/{mentor}/stoppet", MAY_COMPANY_WRITE, left_post },
    { POST, "/virksomheder/{company}/mentorer/{mentor}/igen", MAY_COMPANY_WRITE, again_post },
    { GET, "/mentorkurser", MAY_COMPANY_READ, mentor_courses_get },
    { POST, "/mentorkurser", MAY_COMPANY_WRITE, mentor_courses_post },
    { GET, "/mentorkurser/{mentor_course}", MAY_COMPANY_READ, mentor_course_get },
    { POST, "/mentorkurser/{mentor_course}", MAY_COMPANY_WRITE, mentor_course_post },
    { POST, "/mentorkurser/{mentor_course}/{mentor}/afmeld", MAY_COMPANY_WRITE, mentor_seat_undo_post },
    { GET, "/mentorkurser/{mentor_course}/{mentor}/bevis", MAY_COMPANY_READ, mentor_diploma_get },
    { GET, "/praktik/{placement}/mentorer", MAY_PLACEMENT_READ, beside_get },
    { POST, "/praktik/{placement}/mentorer/{slot}", MAY_PLACEMENT_WRITE, beside_post },
    { POST, "/praktik/{placement}/mentorer/{slot}/vaek", MAY_PLACEMENT_WRITE, beside_away_post },
    { POST, "/praktik/{placement}/sprogmakkerlink", MAY_PLACEMENT_WRITE, buddy_link_post },
    { POST, "/praktik/{placement}/sprogmakkerlink/{link}/traek", MAY_PLACEMENT_WRITE, buddy_link_withdraw_post },
    { POST, "/praktik/{placement}/sprog", MAY_PLACEMENT_WRITE, practice_post },
    { POST, "/praktik/{placement}/sprog/{dag}/fortryd", MAY_PLACEMENT_WRITE, practice_undo_post },
    { POST, "/praktik/{placement}/ord", MAY_PLACEMENT_WRITE, task_words_post },
    { POST, "/praktik/{placement}/ord/{work_word}/laert", MAY_PLACEMENT_WRITE, word_learned_post },
    { POST, "/praktik/{placement}/ord/{work_word}/fortryd", MAY_PLACEMENT_WRITE, word_again_post },
    { POST, "/praktik/{placement}/ord/{work_word}/fjern", MAY_PLACEMENT_WRITE, word_drop_post },
    { 0 },
};

const struct feature mentor_feature = { .name = "mentor", .routes = routes };
