/* SPDX-License-Identifier: MIT
 * scheme.c: the page of one scheme. */
#include "base/list.h"
#include "library/figure_words.h"
#include "library/pages.h"
#include "library_scheme_page.h"

const char *citation_place(const struct page *page, const struct citation *citation)
{
    struct arena *arena = page->text.arena;

    if (citation->line == 0)
        return citation->title;
    return say_with(arena, page->language, "{1}, linje {2}", citation->title, arena_format(arena, "%d", citation->line), NULL);
}

const char *citation_author(const struct page *page, const struct citation *citation)
{
    return citation->year == 0 ? citation->by : arena_format(page->text.arena, "%s, %d", citation->by, citation->year);
}

/* Marks that a reader must see; a verified one needs no tag. */
static const char *mark_label(const struct scheme_case *about, enum mark mark)
{
    if (mark == MARK_NONE || mark == MARK_VERIFIED)
        return NULL;
    return glossary_label_or_code((int)about->language, "mark", mark_words[mark]);
}

static const struct citation *citation_of(const struct scheme_case *about, const char *source)
{
    struct citation *citation = arena_alloc(about->arena, sizeof *citation);

    if (source == NULL)
        return NULL;
    *citation = library_citation(about->arena, source);
    return citation;
}

static void add_load(struct part_row *row, const struct scheme_rule_load_row_list *load)
{
    for (size_t i = 0; i < load->count; i++)
        if (text_is(load->at[i].rule, row->id)) {
            row->open = load->at[i].open;
            row->over = load->at[i].over;
        }
}

static struct part_row rule_row_of(const struct scheme_case *about, const struct rule *rule,
                                   const struct scheme_rule_load_row_list *load)
{
    struct part_row row = {
        .id = rule->id.text,
        .text = library_rule_text(about->arena, (int)about->language, about->library, rule),
        .figures = figures_of(about, "rules", rule->id.text, false),
        .mark = mark_label(about, rule->mark),
        .citation = citation_of(about, rule->source != NULL ? rule->source : rule->law),
        .is_off = scheme_rule_find(about->ours, rule->id.text) == NULL,
    };

    add_load(&row, load);
    return row;
}

static struct part_rows rules_of(const struct scheme_case *about, const struct scheme_rule_load_row_list *load)
{
    const struct scheme *scheme = about->library;
    struct part_row *rows = arena_array(about->arena, scheme->rules.count, sizeof *rows);

    for (size_t i = 0; i < scheme->rules.count; i++)
        rows[i] = rule_row_of(about, &scheme->rules.at[i].rule, load);
    return (struct part_rows){ rows, scheme->rules.count };
}

/* Tasks are the only implied rules with a number of their own to edit; the others stand with their part. */
static struct part_rows tasks_of(const struct scheme_case *about, const struct scheme_rule_load_row_list *load)
{
    const struct scheme *scheme = about->library;
    LIST_OF(struct part_row) rows = { 0 };

    for (size_t i = 0; i < scheme->tasks.count; i++) {
        const struct scheme_task *task = &scheme->tasks.at[i];
        if (task->free_rows > 0)
            continue;
        struct part_row row = {
            .id = task->id.text,
            .text = words_in(task->text, (int)about->language),
            .figures = figures_of(about, "tasks", task->id.text, false),
        };
        add_load(&row, load);
        *LIST_ADD(about->arena, &rows) = row;
    }
    return (struct part_rows){ rows.at, rows.count };
}

static struct part_rows phases_of(const struct scheme_case *about)
{
    const struct scheme *scheme = about->ours;
    struct part_row *rows = arena_array(about->arena, scheme->phases.count, sizeof *rows);

    for (size_t i = 0; i < scheme->phases.count; i++)
        rows[i] = (struct part_row){
            .id = scheme->phases.at[i].id.text,
            .text = words_in(scheme->phases.at[i].text, (int)about->language),
            .figures = figures_of(about, "phases", scheme->phases.at[i].id.text, false),
        };
    return (struct part_rows){ rows, scheme->phases.count };
}

static const char *codes_said(const struct scheme_case *about, const char *list, struct codes codes)
{
    struct text text = text_new(about->arena);

    for (size_t i = 0; i < codes.count; i++) {
        text_add(&text, i == 0 ? "" : ", ");
        text_add(&text, glossary_label_or_code((int)about->language, list, codes.at[i].text));
    }
    return codes.count == 0 ? NULL : text_done(&text);
}

static struct part_rows activities_of(const struct scheme_case *about)
{
    const struct scheme *scheme = about->ours;
    struct part_row *rows = arena_array(about->arena, scheme->activities.count, sizeof *rows);

    for (size_t i = 0; i < scheme->activities.count; i++) {
        const struct scheme_activity *activity = &scheme->activities.at[i];
        const char *kind = glossary_label_or_code((int)about->language, "activity_kind", activity_kind_words[activity->kind]);
        const char *own = words_in(activity->text, (int)about->language);
        rows[i] = (struct part_row){
            .id = activity->id.text,
            .text = own == NULL ? kind : own,
            .note = own == NULL ? NULL : kind,
            .figures = figures_of(about, "activities", activity->id.text, false),
        };
    }
    return (struct part_rows){ rows, scheme->activities.count };
}

static struct part_rows meetings_of(const struct scheme_case *about)
{
    const struct scheme *scheme = about->ours;
    struct part_row *rows = arena_array(about->arena, scheme->meetings.count, sizeof *rows);

    for (size_t i = 0; i < scheme->meetings.count; i++)
        rows[i] = (struct part_row){
            .id = scheme->meetings.at[i].id.text,
            .text = words_in(scheme->meetings.at[i].text, (int)about->language),
            .note = codes_said(about, "role", scheme->meetings.at[i].parties),
        };
    return (struct part_rows){ rows, scheme->meetings.count };
}

static struct part_rows documents_of(const struct scheme_case *about)
{
    const struct scheme *scheme = about->ours;
    struct part_row *rows = arena_array(about->arena, scheme->documents.count, sizeof *rows);

    for (size_t i = 0; i < scheme->documents.count; i++) {
        const struct scheme_document *document = &scheme->documents.at[i];
        const char *kind = glossary_label_or_code((int)about->language, "document_kind", document_kind_words[document->kind]);
        const char *own = words_in(document->text, (int)about->language);
        rows[i] = (struct part_row){ .id = document->id.text, .text = own == NULL ? kind : own, .note = kind };
    }
    return (struct part_rows){ rows, scheme->documents.count };
}

static struct part_rows measures_of(const struct scheme_case *about)
{
    const struct scheme *scheme = about->ours;
    struct part_row *rows = arena_array(about->arena, scheme->measures.count, sizeof *rows);

    for (size_t i = 0; i < scheme->measures.count; i++) {
        const struct scheme_measure *measure = &scheme->measures.at[i];
        const char *own = words_in(measure->text, (int)about->language);
        rows[i] = (struct part_row){
            .id = measure->id.text,
            .text = own == NULL ? measure->id.text : own,
            .figures = figures_of(about, "measures", measure->id.text, false),
        };
        if (measure->benchmarks.count > 0)
            rows[i].note = arena_format(about->arena, "%s: %lld %%", measure->benchmarks.at[0].who,
                                        (long long)(measure->benchmarks.at[0].value / 1000));
    }
    return (struct part_rows){ rows, scheme->measures.count };
}

/* How many paths have an edit. */
static int64_t count_edits(const struct scheme_case *about)
{
    return (int64_t)overlay_difference(about->arena, about->library, &about->overlay).count;
}

struct reply scheme_get(struct request *r)
{
    struct scheme_case about;
    struct scheme_use_row use;

    if (!scheme_case_load(r->db, r->language, request_parameter(r, "scheme"), &about))
        return reply_not_found(r);
    bool is_used = scheme_use_of(r->db, about.library->id.text, &use);
    struct scheme_rule_load_row_list load = scheme_rule_load(r->db, r->now, about.library->id.text);
    struct scheme_citizens_row_list citizens = scheme_citizens(r->db);
    struct scheme_view view = {
        .about = &about,
        .scheme = about.ours,
        .form = form_new(r),
        .effort = words_in(about.ours->about.effort, (int)r->language),
        .results = words_in(about.ours->about.results, (int)r->language),
        .advice = words_in(about.ours->about.advice, (int)r->language),
        .rules = rules_of(&about, &load),
        .implied = tasks_of(&about, &load),
        .phases = phases_of(&about),
        .activities = activities_of(&about),
        .meetings = meetings_of(&about),
        .documents = documents_of(&about),
        .measures = measures_of(&about),
        .edits = count_edits(&about),
        .use = is_used ? &use : NULL,
        .is_on = is_used && use.is_on,
        .is_newer = is_used && use.scheme_version < about.library->version,
        .may_write = r->actor.permissions & PERMISSION_BIT(MAY_SCHEME_WRITE),
    };

    for (size_t i = 0; i < citizens.count; i++)
        if (text_is(citizens.at[i].scheme, about.library->id.text))
            view.citizens = citizens.at[i].citizens;
    struct page page = page_new(r);
    scheme_page(&page, &view);
    return reply_page(&page.text);
}
