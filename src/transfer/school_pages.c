/* SPDX-License-Identifier: MIT
 * school_pages.c: a school's file is sent with its school and days, held up against what is here, and let in by the one
 * who sent it: where the two differ row by row, or all at once. */
#include "transfer/pages.h"

#include "base/text.h"
#include "transfer/school.h"
#include "transfer_school_page.h"
#include "web/multipart.h"

enum { READ_ARENA_LIMIT = 256 << 20, DAYS_MAX = 400 };

static struct staff_id self(const struct request *r)
{
    return (struct staff_id){ r->actor.id };
}

static bool sees_all(const struct request *r)
{
    return request_may(r, MAY_CASE_ALL);
}

static struct choices schools_of(struct request *r)
{
    struct group_school_list schools = group_schools(r->db, sees_all(r), self(r));
    struct choice *choices = arena_array(r->arena, schools.count + 1, sizeof *choices);

    for (size_t i = 0; i < schools.count; i++)
        choices[i] = (struct choice){ schools.at[i].school, schools.at[i].school };
    return (struct choices){ choices, schools.count };
}

/* --- sent --- */

static struct reply send_show(struct request *r, const struct form *form)
{
    struct page page = page_new(r);
    struct school_send_view view = { .form = *form, .schools = schools_of(r), .files = attendance_files(r->db, self(r)) };

    school_send_page(&page, &view);
    return form->error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply school_files_get(struct request *r)
{
    struct form form = form_new(r);

    return send_show(r, &form);
}

struct reply school_files_post(struct request *r)
{
    enum { SCHOOL_LENGTH_MAX = 120 };
    struct form form = form_read(r);
    const struct multipart_part *file = request_file(r, "fil");
    const char *school = form_text(&form, "skole", FORM_REQUIRED, SCHOOL_LENGTH_MAX);
    day first = form_day(&form, "fra", FORM_REQUIRED), last = form_day(&form, "til", FORM_REQUIRED);

    if (*school != 0 && !school_is_known(r->db, school, sees_all(r)))
        form_error(&form, "skole", say(r->language, "Vælg en af mulighederne."));
    if (first != DAY_NONE && last != DAY_NONE && (last < first || last - first > DAYS_MAX))
        form_error(&form, "til", say(r->language, "Vælg en dag efter den første, højst et år frem."));
    if (file == NULL || file->file == NULL || *file->file == 0)
        form_error(&form, "fil", say(r->language, "Vælg en fil."));
    else if (file->length == 0)
        form_error(&form, "fil", say(r->language, "Filen er tom."));
    if (form.error_count > 0)
        return send_show(r, &form);
    struct attendance_file_id id = attendance_file_insert(r->db, &(struct attendance_file_insert_in){
        .staff = self(r), .school = school, .first_day = first, .last_day = last, .name = file->file,
        .bytes = { file->bytes, file->length }, .sent_at = r->now });
    return reply_see_other(r, "/fremmoedefil/%lld", (long long)id.n);
}

static bool file_of_path(struct request *r, struct attendance_file_row *file)
{
    return attendance_file_load(r->db, (struct attendance_file_id){ request_id(r, "fil") }, self(r), file);
}

/* --- held up against what is here --- */

static struct mistakes mistakes_of(const struct request *r)
{
    struct mistakes mistakes = mistakes_new(arena_new(READ_ARENA_LIMIT));

    mistakes.language = (int)r->language;
    return mistakes;
}

static struct reply compare_show(struct request *r, struct school_view *view)
{
    struct page page = page_new(r);

    school_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply school_file_get(struct request *r)
{
    struct school_view view = { .form = form_new(r) };

    if (!file_of_path(r, &view.file))
        return reply_not_found(r);
    struct mistakes mistakes = mistakes_of(r);
    school_compare(r->db, &view.file, sees_all(r), &mistakes, &view.rows);
    view.mistakes = &mistakes;
    struct reply reply = compare_show(r, &view);
    arena_free(mistakes.arena);
    return reply;
}

static enum school_choice choice_of(const struct school_row *row, const void *about)
{
    const struct form *form = about;
    const char *chosen = row->field == NULL ? "" : form_value(form, row->field);

    if (*chosen == 0)
        chosen = form_value(form, "alle");
    return text_is(chosen, "skolens") ? SCHOOL_CHOICE_FILE : text_is(chosen, "vores") ? SCHOOL_CHOICE_HERE : SCHOOL_CHOICE_NONE;
}

/* How many were written, and what is lost with the file: rows that could not be used, and why. `counts` by school_match. */
static const char *told_all(struct request *r, const char *written, const int64_t *counts)
{
    if (counts[SCHOOL_UNKNOWN] + counts[SCHOOL_NOT_ON] == 0)
        return say_with(r->arena, r->language, "{1} dage er skrevet. Alt i filen er afgjort.", written, NULL);
    return say_with(r->arena, r->language,
                    "{1} dage er skrevet. Ikke brugt: {2} rækker om andre end dem på skolens hold og {3} rækker om en dag, hvor "
                    "borgeren ikke er på holdet, eller holdet ikke mødes. Filen er slettet.",
                    written, arena_format(r->arena, "%lld", (long long)counts[SCHOOL_UNKNOWN]),
                    arena_format(r->arena, "%lld", (long long)counts[SCHOOL_NOT_ON]), NULL);
}

static struct reply decided(struct request *r, const struct attendance_file_row *file, const int64_t *counts, struct school_result result)
{
    const char *written = arena_format(r->arena, "%lld", (long long)result.written);

    if (result.undecided > 0) {
        request_tell(r, say_with(r->arena, r->language, "{1} dage er skrevet. {2} forskelle er ikke afgjort: filen ligger her endnu.",
                                 written, arena_format(r->arena, "%lld", (long long)result.undecided), NULL), NULL);
        return reply_see_other(r, "/fremmoedefil/%lld", (long long)file->id.n);
    }
    if (result.beyond > 0) {
        request_tell(r, say_with(r->arena, r->language, "{1} dage er skrevet. {2} rækker er om borgere, som du ikke kan skrive fremmøde for: filen ligger her endnu.",
                                 written, arena_format(r->arena, "%lld", (long long)result.beyond), NULL), NULL);
        return reply_see_other(r, "/fremmoedefil/%lld", (long long)file->id.n);
    }
    attendance_file_delete(r->db, file->id, self(r));
    request_tell(r, told_all(r, written, counts), NULL);
    return reply_see_other(r, "/fremmoedefil");
}

struct reply school_file_post(struct request *r)
{
    struct school_view view = { .form = form_read(r) };

    if (!file_of_path(r, &view.file))
        return reply_not_found(r);
    struct mistakes mistakes = mistakes_of(r);
    bool is_fine = school_compare(r->db, &view.file, sees_all(r), &mistakes, &view.rows);
    view.mistakes = &mistakes;
    struct reply reply;
    if (is_fine) {
        reply = decided(r, &view.file, view.rows.counts, school_let_in(r->db, &view.file, &view.rows, choice_of, &view.form));
    } else {
        view.form.error_count++;
        reply = compare_show(r, &view);
    }
    arena_free(mistakes.arena);
    return reply;
}

struct reply school_file_throw_away_post(struct request *r)
{
    if (attendance_file_delete(r->db, (struct attendance_file_id){ request_id(r, "fil") }, self(r)) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Filen er slettet. Intet er indlæst."), NULL);
    return reply_see_other(r, "/fremmoedefil");
}
