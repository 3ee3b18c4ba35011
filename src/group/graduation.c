/* SPDX-License-Identifier: MIT
 * graduation.c: the end of the course for those who are about to end it: a certificate for each, with her
 * own competences, in one click; and noted as handed out in one more (003:158). */
#include "base/text.h"
#include "group/private.h"
#include "group_graduation_page.h"

enum { DAYS_BEFORE_END = 7, DAYS_AFTER_END = 28 };

static day last_of(const struct group_member_row *row)
{
    return row->ended_day != DAY_NONE ? row->ended_day : row->to_day;
}

/* Who graduates about now: a last day within a week, or not more than four weeks ago. */
static bool is_about_to_end(const struct group_member_row *row, day today)
{
    day last = last_of(row);

    return last != DAY_NONE && last <= today + DAYS_BEFORE_END && last >= today - DAYS_AFTER_END && last >= row->from_day;
}

static int64_t percent_wanted(struct db *db, const struct course_group_row *group)
{
    const struct scheme_activity *activity = group_activity(db, group->scheme, group->activity);

    if (group->certificate_percent > 0)
        return group->certificate_percent;
    return activity == NULL || activity->group.attendance == INT_NONE ? 0 : activity->group.attendance;
}

struct group_graduates group_graduates(struct db *db, const struct course_group_row *group)
{
    day today = db_today(db);
    struct group_member_row_list rows = group_members(db, group->id, today, today - DAYS_AFTER_END);
    struct group_participation_row_list came = group_participation(db, group->id, (struct group_member_id){ 0 });
    struct group_graduates graduates = { .wanted = percent_wanted(db, group) };

    graduates.at = arena_array(db_arena(db), rows.count + 1, sizeof *graduates.at);
    for (size_t i = 0; i < rows.count; i++) {
        if (!is_about_to_end(&rows.at[i], today))
            continue;
        struct group_graduate *graduate = &graduates.at[graduates.count++];
        *graduate = (struct group_graduate){ .row = rows.at[i], .last = last_of(&rows.at[i]) };
        for (size_t k = 0; k < came.count; k++)
            if (came.at[k].member.n == rows.at[i].id.n) {
                graduate->present = came.at[k].present_hundredths;
                graduate->days = came.at[k].day_count;
            }
        graduate->why = participation_check(graduate->present, graduate->days, graduates.wanted);
    }
    return graduates;
}

const char *group_graduate_say(struct arena *arena, enum language language, const struct group_graduate *graduate, int64_t wanted)
{
    const char *percent = arena_format(arena, "%lld", (long long)(graduate->days == 0 ? 0 : graduate->present / graduate->days));
    const char *came = graduate->days == 0
                           ? say(language, "intet fremmøde er skrevet")
                           : say_with(arena, language, "{1} af {2} dage, {3} %",
                                      say_number(arena, language, graduate->present),
                                      arena_format(arena, "%lld", (long long)graduate->days), percent, NULL);

    if (graduate->why == CERTIFICATE_FINE)
        return came;
    return say_with(arena, language, "{1}; kravet er {2} %", came, arena_format(arena, "%lld", (long long)wanted), NULL);
}

static struct graduate graduate_of(struct request *r, const struct group_graduate *about,
                                   const struct group_graduates *all, const struct group_certificate_row_list *certificates)
{
    struct graduate graduate = {
        .row = about->row,
        .name = citizen_name(r->arena, about->row.first_name, about->row.last_name),
        .id = arena_format(r->arena, "%lld", (long long)about->row.id.n),
        .last = about->last,
        .came = group_graduate_say(r->arena, r->language, about, all->wanted),
        .is_fine = about->why == CERTIFICATE_FINE,
        .handed_over_at = INSTANT_NONE,
    };

    for (size_t i = 0; i < certificates->count; i++)
        if (certificates->at[i].member.n == about->row.id.n) {
            graduate.document = certificates->at[i].document;
            graduate.handed_over_at = certificates->at[i].handed_over_at;
        }
    return graduate;
}

static struct graduates graduates_of(struct request *r, const struct course_group_row *group, const char *code)
{
    struct group_graduates all = group_graduates(r->db, group);
    struct group_certificate_row_list certificates = group_certificates(r->db, group->id, r->today - DAYS_AFTER_END,
                                                                               group->scheme, code);
    struct graduate *graduates = arena_array(r->arena, all.count + 1, sizeof *graduates);

    for (size_t i = 0; i < all.count; i++)
        graduates[i] = graduate_of(r, &all.at[i], &all, &certificates);
    return (struct graduates){ graduates, all.count };
}

static bool load(struct request *r, struct graduation_view *view)
{
    if (!group_of_path(r, &view->group))
        return false;
    const struct scheme_document *certificate = group_certificate(r->db, &view->group);
    if (certificate == NULL)
        return false;
    view->title = words_in(certificate->text, (int)r->language);
    view->graduates = graduates_of(r, &view->group, certificate->id.text);
    return true;
}

struct reply graduation_get(struct request *r)
{
    struct graduation_view view = { .form = form_new(r) };
    struct page page = page_new(r);

    if (!load(r, &view))
        return reply_not_found(r);
    graduation_page(&page, &view);
    return reply_page(&page.text);
}

static bool is_chosen(const struct text_pieces *chosen, const char *id)
{
    for (size_t i = 0; i < chosen->count; i++)
        if (text_is(chosen->at[i], id))
            return true;
    return false;
}

struct reply graduation_post(struct request *r)
{
    struct graduation_view view = { .form = form_read(r) };
    struct text_pieces chosen = form_all(&view.form, "deltager");
    bool is_handing_over = form_has(&view.form, "handling", "udlever");
    size_t count = 0;

    if (!load(r, &view))
        return reply_not_found(r);
    for (size_t i = 0; i < view.graduates.count; i++) {
        if (!view.graduates.at[i].is_fine || !is_chosen(&chosen, view.graduates.at[i].id))
            continue;
        struct document_id document = group_certify(r->db, &view.graduates.at[i].row);
        if (is_handing_over)
            document_hand_over(r->db, document);
        count++;
    }
    const char *number = arena_format(r->arena, "%zu", count);
    request_tell(r, is_handing_over
                        ? say_with(r->arena, r->language, "{1} beviser er noteret som udleveret.", number, NULL)
                        : say_with(r->arena, r->language, "{1} beviser er klar.", number, NULL),
                 NULL);
    return reply_see_other(r, "/hold/%lld/dimission", (long long)view.group.id.n);
}
