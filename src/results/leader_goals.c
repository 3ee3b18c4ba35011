/* SPDX-License-Identifier: MIT
 * leader_goals.c: the measures of the schemes that are on, and published figures beside ours. */
#include "results/pages.h"

#include "base/list.h"
#include "results/rules.h"

enum { TEN = 10, THOUSAND = 1000, GOAL_COLUMNS = 3, BESIDE_COLUMNS = 3 };

static struct table_row goal_row(struct request *r, const struct leader_view *view, const struct goal *goal)
{
    const char **cells = arena_array(r->arena, GOAL_COLUMNS, sizeof *cells);
    const struct scheme_measure *measure = goal->measure;

    cells[0] = words_in(goal->scheme->title, (int)r->language);
    cells[1] = measure->target == NUMBER_NONE ? "–" : arena_format(r->arena, "%lld %%", (long long)(measure->target / THOUSAND));
    cells[2] = measured_words(r->arena, r->language, goal->scheme, &goal->measured, view->asked.is_political);
    return (struct table_row){
        .name = measure_name(r->language, measure),
        .cells = cells,
        .path = arena_format(r->arena, "/ordninger/%s", goal->scheme->id.text),
    };
}

static void goal_table(struct request *r, struct leader_view *view, const struct goals *goals)
{
    struct table_row *rows = arena_array(r->arena, goals->count, sizeof *rows);
    struct table_column *columns = arena_array(r->arena, GOAL_COLUMNS, sizeof *columns);

    for (size_t i = 0; i < goals->count; i++)
        rows[i] = goal_row(r, view, &goals->at[i]);
    columns[0] = (struct table_column){ say(r->language, "Ordning"), true };
    columns[1] = (struct table_column){ say(r->language, "Måltal"), false };
    columns[2] = (struct table_column){ say(r->language, "Her"), true };
    view->goal_table = (struct table){
        .id = "maal",
        .title = say(r->language, "Ordningernes egne mål"),
        .first = say(r->language, "Måling"),
        .definition = say_with(r->arena, r->language, "De seneste 12 måneder til og med {1}. Om en regel er nået, er de samme "
                                                      "gemte frister som på forsiden.",
                               say_day_year(r->arena, r->language, view->asked.last), NULL),
        .columns = { columns, GOAL_COLUMNS },
        .rows = { rows, goals->count },
    };
}

/* Which part of a split a benchmark stands beside: one a part when there are as many, else the last, which is
 * the highest band. */
static size_t part_beside(const struct goal *goal, size_t benchmark)
{
    bool is_one_each = goal->measure->benchmarks.count == goal->measured.part_count;

    return is_one_each ? benchmark : goal->measured.part_count - 1;
}

static bool is_split(const struct goal *goal)
{
    return goal->measured.state == MEASURED_FINE && goal->measured.kind == MEASURE_SPLIT && goal->measured.part_count > 0;
}

/* Counts and means are no percentages: their figures stand in the table alone. */
static bool is_percentage(const struct goal *goal)
{
    return goal->measure->kind == MEASURE_SHARE || goal->measure->kind == MEASURE_SPLIT;
}

static struct on_time ours(const struct goal *goal, size_t benchmark)
{
    const struct measured *measured = &goal->measured;

    if (is_split(goal))
        return (struct on_time){ measured->parts[part_beside(goal, benchmark)].count, measured->whole };
    bool is_share = measured->state == MEASURED_FINE && measured->kind == MEASURE_SHARE;
    return is_share ? (struct on_time){ measured->count, measured->whole } : (struct on_time){ 0 };
}

static const char *name_beside(struct request *r, const struct goal *goal, size_t benchmark)
{
    if (!is_split(goal))
        return measure_name(r->language, goal->measure);
    return measured_part_words(r->arena, r->language, &goal->measured.parts[part_beside(goal, benchmark)]);
}

static const char *who_words(struct request *r, const struct scheme_benchmark *benchmark)
{
    struct citation citation = library_citation(r->arena, benchmark->source);
    struct text text = text_new(r->arena);

    text_add(&text, benchmark->who);
    if (benchmark->n != INT_NONE && benchmark->n > 0)
        text_add_format(&text, ", %d", benchmark->n);
    else
        text_add_format(&text, ", %s", say(r->language, "antal ikke oplyst"));
    text_add_format(&text, "; %s", citation.title);
    if (citation.line > 0)
        text_add_format(&text, ", %s", say_with(r->arena, r->language, "linje {1}", arena_format(r->arena, "%d", citation.line), NULL));
    return text_done(&text);
}

struct besides {
    LIST_OF(struct chart_dot) dots;
    LIST_OF(struct table_row) rows;
};

/* "91 % (31/34)", or what the measure says itself. */
static const char *ours_words(struct request *r, const struct leader_view *view, const struct goal *goal, struct share_cell cell)
{
    if (!is_percentage(goal))
        return measured_words(r->arena, r->language, goal->scheme, &goal->measured, view->asked.is_political);
    return cell.counts == NULL ? cell.percent : arena_format(r->arena, "%s (%s)", cell.percent, cell.counts);
}

/* "ca. 90 %", "45". */
static const char *theirs_words(struct request *r, const struct goal *goal, const struct scheme_benchmark *benchmark)
{
    return arena_format(r->arena, "%s%s%s", benchmark->approx ? "ca. " : "",
                        say_number(r->arena, r->language, benchmark->value / TEN), is_percentage(goal) ? " %" : "");
}

static void add_benchmark(struct request *r, const struct leader_view *view, struct besides *besides, const struct goal *goal,
                          size_t number)
{
    const struct scheme_benchmark *benchmark = &goal->measure->benchmarks.at[number];
    struct on_time here = ours(goal, number);
    struct share_cell cell = share_cell_of(r->arena, here, view->asked.is_political);
    const char **cells = arena_array(r->arena, BESIDE_COLUMNS, sizeof *cells);
    int theirs = (int)divided_half_up(benchmark->value, THOUSAND);

    cells[0] = ours_words(r, view, goal, cell);
    cells[1] = theirs_words(r, goal, benchmark);
    cells[2] = who_words(r, benchmark);
    *LIST_ADD(r->arena, &besides->rows) = (struct table_row){ .name = name_beside(r, goal, number), .cells = cells };
    if (!is_percentage(goal))
        return;
    *LIST_ADD(r->arena, &besides->dots) = (struct chart_dot){
        .label = name_beside(r, goal, number),
        .ours = cell.counts == NULL ? -1 : percent_of(here.met, here.all),
        .others = theirs,
        .others_name = benchmark->who,
    };
}

static void beside(struct request *r, struct leader_view *view, const struct goals *goals)
{
    struct besides besides = { 0 };
    struct table_column *columns = arena_array(r->arena, BESIDE_COLUMNS, sizeof *columns);

    for (size_t i = 0; i < goals->count; i++)
        for (size_t k = 0; k < goals->at[i].measure->benchmarks.count; k++)
            add_benchmark(r, view, &besides, &goals->at[i], k);
    columns[0] = (struct table_column){ say(r->language, "Her"), false };
    columns[1] = (struct table_column){ say(r->language, "Kilden"), false };
    columns[2] = (struct table_column){ say(r->language, "Hvem og hvor det står"), true };
    view->beside = (struct chart_dots){
        .head = {
            .id = "andre-figur",
            .title = say(r->language, "Ved siden af andre"),
            .summary = say(r->language, "Vores tal ved siden af offentliggjorte. Tallene står i tabellen."),
        },
        .ours_name = frame_municipality(r),
        .at = besides.dots.at,
        .count = besides.dots.count,
    };
    view->beside_table = (struct table){
        .id = "andre",
        .title = say(r->language, "Vores tal ved siden af offentliggjorte"),
        .first = say(r->language, "Mål"),
        .definition = say(r->language, "Andres tal er som i kilden og er aldrig regnet med i vores. Grupperne er ikke ens: se kilden, "
                                       "før I sammenligner."),
        .columns = { columns, BESIDE_COLUMNS },
        .rows = { besides.rows.at, besides.rows.count },
    };
}

/* A measure that its file gives to some levels only (`levels: [management]`) is not for politicians and the public. */
static struct goals goals_for(struct arena *arena, const struct goals *goals, bool is_political)
{
    struct goal *shown = arena_array(arena, goals->count, sizeof *shown);
    size_t count = 0;

    for (size_t i = 0; i < goals->count; i++)
        if (!is_political || goals->at[i].measure->levels.count == 0)
            shown[count++] = goals->at[i];
    return (struct goals){ shown, count };
}

void leader_goals(struct request *r, struct leader_view *view, const struct goals *goals)
{
    struct goals shown = goals_for(r->arena, goals, view->asked.is_political);

    goal_table(r, view, &shown);
    beside(r, view, &shown);
}
