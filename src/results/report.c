/* SPDX-License-Identifier: MIT
 * report.c: status reports: begun, written, published. Their figures are report_figures.c. */
#include "engine/journal.h"
#include "results/report.h"
#include "results_report_page.h"

enum { WORDS_LENGTH_MAX = 20000, SAID_LENGTH_MAX = 2000, THEME_LENGTH_MAX = 200, YEARS_BACK = 6 };

const char *scheme_title(const struct page *page, const char *id)
{
    const struct scheme *scheme = library_find(library_all(), id);

    return scheme == NULL ? id : words_in(scheme->title, (int)page->language);
}

/* ---- The list ---- */

static struct choices scheme_choices(struct request *r)
{
    struct schemes schemes = library_schemes_on(r->db);
    struct choice *choices = arena_array(r->arena, schemes.count, sizeof *choices);

    for (size_t i = 0; i < schemes.count; i++)
        choices[i] = (struct choice){ schemes.at[i]->id.text, words_in(schemes.at[i]->title, (int)r->language) };
    return (struct choices){ choices, schemes.count };
}

static struct choices unit_choices(struct request *r)
{
    struct results_unit_row_list units = results_units(r->db);
    struct choice *choices = arena_array(r->arena, units.count, sizeof *choices);

    for (size_t i = 0; i < units.count; i++)
        choices[i] = (struct choice){ arena_format(r->arena, "%lld", (long long)units.at[i].id.n), units.at[i].name };
    return (struct choices){ choices, units.count };
}

static struct choices year_choices(struct request *r)
{
    struct choice *choices = arena_array(r->arena, YEARS_BACK, sizeof *choices);
    int year = date_of(r->today).year;

    for (int i = 0; i < YEARS_BACK; i++) {
        const char *text = arena_format(r->arena, "%d", year - i);
        choices[i] = (struct choice){ text, text };
    }
    return (struct choices){ choices, YEARS_BACK };
}

static struct reply show_reports(struct request *r, struct reports_view *view)
{
    struct page page = page_new(r);

    view->reports = status_report_all(r->db);
    view->schemes = scheme_choices(r);
    view->units = unit_choices(r);
    view->years = year_choices(r);
    view->may_write = r->actor.permissions & PERMISSION_BIT(MAY_RESULT_WRITE);
    reports_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply reports_get(struct request *r)
{
    struct reports_view view = { .form = form_new(r) };

    return show_reports(r, &view);
}

/* One of the choices of a list, or NULL and a word at the field. */
static const char *chosen(struct form *form, const char *name, struct choices choices)
{
    const char *codes[64] = { 0 };

    for (size_t i = 0; i < choices.count && i < 63; i++)
        codes[i] = choices.at[i].code;
    int at = form_choice(form, name, FORM_REQUIRED, codes);
    return at < 0 ? NULL : codes[at];
}

struct reply report_new_post(struct request *r)
{
    struct reports_view view = { .form = form_read(r) };
    const char *scheme = chosen(&view.form, "ordning", scheme_choices(r));
    int64_t unit = form_int(&view.form, "enhed", FORM_REQUIRED, 1, INT64_MAX);
    int64_t year = form_int(&view.form, "aar", FORM_REQUIRED, 2000, 2200);

    if (view.form.error_count > 0)
        return show_reports(r, &view);
    day from = day_of((int)year, 1, 1), to = day_of((int)year, 12, 31);
    struct status_report_id draft = status_report_draft(r->db, scheme, (struct unit_id){ unit }, from, to);
    if (draft.n == 0)
        draft = status_report_insert(r->db, scheme, (struct unit_id){ unit }, from, to);
    return reply_see_other(r, "/statusrapport/%lld", (long long)draft.n);
}

/* ---- One report ---- */

static struct reply show_report(struct request *r, struct report_view *view)
{
    bool is_draft = view->report.published_at == INSTANT_NONE;
    struct page page = page_new(r);

    view->scheme_title = scheme_title(&page, view->report.scheme);
    view->title = say_with(r->arena, r->language, "Statusrapport: {1}", view->scheme_title, NULL);
    view->interviews = interview_of_report(r->db, view->report.id);
    view->roles = choices_of_list(r, "role");
    view->may_write = is_draft && (r->actor.permissions & PERMISSION_BIT(MAY_RESULT_WRITE));
    if (is_draft)
        report_figures_take(r, view);
    else
        report_figures_read(r->arena, view->report.figures, view);
    report_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static bool report_load(struct request *r, struct report_view *view)
{
    return status_report_load(r->db, (struct status_report_id){ request_id(r, "report") }, &view->report);
}

struct reply report_get(struct request *r)
{
    struct report_view view = { .form = form_new(r) };

    if (!report_load(r, &view))
        return reply_not_found(r);
    form_set(&view.form, "ord", view.report.words);
    form_set_int(&view.form, "version", view.report.version);
    return show_report(r, &view);
}

/* The event by which the scheme's duty of reporting is met. */
static void note_published(struct request *r, const struct status_report_row *report)
{
    journal_append(r->db, &(struct event_draft){
        .stream = { STREAM_UNIT, report->unit.n },
        .kind = EVENT_REPORT_PUBLISHED,
        .code = "status",
        .subject = { SUBJECT_UNIT, report->unit.n },
        .at = r->now,
        .fields = { { "from", day_iso(r->arena, report->from_day) }, { "to", day_iso(r->arena, report->to_day) } },
    });
}

bool report_publish(struct request *r, struct report_view *view, const char *words, int64_t version)
{
    report_figures_take(r, view);
    int64_t count = status_report_publish(r->db, &(struct status_report_publish_in){
        .id = view->report.id, .version = version, .words = words, .figures = report_figures_write(r->arena, view),
        .published_at = r->now, .published_by = { r->actor.id } });
    if (count > 0)
        note_published(r, &view->report);
    return count > 0;
}

static struct reply publish(struct request *r, struct report_view *view, const char *words, int64_t version)
{
    if (!report_publish(r, view, words, version))
        return reply_conflict(r, say(r->language, "Rapporten er ændret af en anden imens."));
    request_tell(r, say(r->language, "Rapporten er udgivet."), NULL);
    return reply_see_other(r, "/statusrapport/%lld", (long long)view->report.id.n);
}

/* Two buttons: a draft is saved, or published. */
struct reply report_post(struct request *r)
{
    struct report_view view = { .form = form_read(r) };
    bool is_published = form_flag(&view.form, "udgiv");
    const char *words = form_text(&view.form, "ord", is_published ? FORM_REQUIRED : FORM_OPTIONAL, WORDS_LENGTH_MAX);
    int64_t version = form_int(&view.form, "version", FORM_REQUIRED, 1, INT64_MAX);

    if (!report_load(r, &view) || view.report.published_at != INSTANT_NONE)
        return reply_not_found(r);
    if (view.form.error_count > 0)
        return show_report(r, &view);
    if (is_published)
        return publish(r, &view, words, version);
    if (status_report_write(r->db, words, view.report.id, version) == 0)
        return reply_conflict(r, say(r->language, "Rapporten er ændret af en anden imens."));
    request_tell(r, say(r->language, "Kladden er gemt."), NULL);
    return reply_see_other(r, "/statusrapport/%lld", (long long)view.report.id.n);
}

/* ---- Interviews ---- */

struct reply said_post(struct request *r)
{
    struct report_view view = { .form = form_read(r) };
    const char *role = chosen(&view.form, "rolle", choices_of_list(r, "role"));
    const char *theme = form_text(&view.form, "emne", FORM_OPTIONAL, THEME_LENGTH_MAX);
    const char *words = form_text(&view.form, "sagt", FORM_REQUIRED, SAID_LENGTH_MAX);

    if (!report_load(r, &view) || view.report.published_at != INSTANT_NONE)
        return reply_not_found(r);
    if (view.form.error_count > 0) {
        form_set(&view.form, "ord", view.report.words);
        form_set_int(&view.form, "version", view.report.version);
        return show_report(r, &view);
    }
    interview_insert(r->db, view.report.id, role, theme, words);
    return reply_see_other(r, "/statusrapport/%lld", (long long)view.report.id.n);
}

struct reply said_delete_post(struct request *r)
{
    struct report_view view = { .form = form_read(r) };

    if (!report_load(r, &view))
        return reply_not_found(r);
    if (interview_delete(r->db, (struct interview_id){ request_id(r, "interview") }, view.report.id) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Interviewet er slettet."), NULL);
    return reply_see_other(r, "/statusrapport/%lld", (long long)view.report.id.n);
}
