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

static struct graduate graduate_of(struct request *r, const struct group_member_row *row,
                                   const struct group_certificate_row_list *certificates)
{
    struct graduate graduate = {
        .row = *row,
        .name = citizen_name(r->arena, row->first_name, row->last_name),
        .id = arena_format(r->arena, "%lld", (long long)row->id.n),
        .last = last_of(row),
        .handed_over_at = INSTANT_NONE,
    };

    for (size_t i = 0; i < certificates->count; i++)
        if (certificates->at[i].member.n == row->id.n) {
            graduate.document = certificates->at[i].document;
            graduate.handed_over_at = certificates->at[i].handed_over_at;
        }
    return graduate;
}

static struct graduates graduates_of(struct request *r, const struct course_group_row *group, const char *code)
{
    struct group_member_row_list rows = group_members(r->db, group->id, r->today, r->today - DAYS_AFTER_END);
    struct group_certificate_row_list certificates = group_certificates(r->db, group->id, r->today - DAYS_AFTER_END,
                                                                               group->scheme, code);
    struct graduate *graduates = arena_array(r->arena, rows.count + 1, sizeof *graduates);
    size_t count = 0;

    for (size_t i = 0; i < rows.count; i++)
        if (is_about_to_end(&rows.at[i], r->today))
            graduates[count++] = graduate_of(r, &rows.at[i], &certificates);
    return (struct graduates){ graduates, count };
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
        if (!is_chosen(&chosen, view.graduates.at[i].id))
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
