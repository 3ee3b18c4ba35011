/* SPDX-License-Identifier: MIT
 * catalogue.c: the company centres for everybody to see (002:23): without log-in, without names of persons, to search,
 * print and take out as a file. */
#include "base/csv_write.h"
#include "base/text.h"
#include "employer/pages.h"
#include "employer_catalogue_page.h"

enum { CENTRES_A_PAGE = 60, CENTRES_IN_FILE = 5000 };

static struct choices choices_of_areas(struct request *r, const char *list)
{
    struct catalogue_area_row_list areas = catalogue_areas(r->db, list);
    struct choice *choices = arena_array(r->arena, areas.count, sizeof *choices);

    for (size_t i = 0; i < areas.count; i++)
        choices[i] = (struct choice){ areas.at[i].folded, areas.at[i].words };
    return (struct choices){ choices, areas.count };
}

static struct choices choices_of_towns(struct request *r)
{
    struct catalogue_town_list towns = catalogue_towns(r->db);
    struct choice *choices = arena_array(r->arena, towns.count, sizeof *choices);

    for (size_t i = 0; i < towns.count; i++)
        choices[i] = (struct choice){ towns.at[i].town, towns.at[i].town };
    return (struct choices){ choices, towns.count };
}

static struct catalogue_row_list rows_of(struct request *r, struct form *form, int64_t most, int64_t skip)
{
    return catalogue_page(r->db, &(struct catalogue_page_in){
        .pattern = arena_format(r->arena, "%%%s%%", text_fold(r->arena, form_value(form, "soeg"))),
        .area = form_value(form, "omraade"),
        .wanted_branch = form_value(form, "branche"),
        .target = form_value(form, "maalgruppe"),
        .wanted_town = form_value(form, "by"),
        .is_free = form_flag(form, "ledige"),
        .today = r->today,
        .most = most,
        .skip = skip,
    });
}

struct reply catalogue_get(struct request *r)
{
    struct catalogue_view view = { .form = form_read(r), .towns = choices_of_towns(r) };
    int64_t number = 1;

    if (!text_to_int(request_query(r, "side"), &number) || number < 1 || number > CENTRES_IN_FILE)
        number = 1;
    view.page = number;
    view.area_choices = choices_of_areas(r, "area");
    view.target_choices = choices_of_areas(r, "target");
    view.branches = glossary_choices(r, "branch");
    view.centres = rows_of(r, &view.form, CENTRES_A_PAGE + 1, (number - 1) * CENTRES_A_PAGE);
    view.has_more = view.centres.count > CENTRES_A_PAGE;
    if (view.has_more)
        view.centres.count = CENTRES_A_PAGE;

    struct page page = page_new(r);
    view.is_staff = r->session != NULL && request_may(r, MAY_COMPANY_READ);
    if (view.is_staff)
        catalogue_for_staff(&page, &view);
    else
        catalogue(&page, &view);
    return reply_page(&page.text);
}

static const char *number_text(struct arena *arena, int64_t number)
{
    return arena_format(arena, "%lld", (long long)number);
}

struct reply catalogue_csv_get(struct request *r)
{
    static const char *const heads[] = { SAY("Virksomhed"), SAY("By"), SAY("Branche"), SAY("Arbejdsområder"),
                                         SAY("Målgrupper"), SAY("Pladser"), SAY("Ledige") };
    struct form form = form_read(r);
    struct catalogue_row_list rows = rows_of(r, &form, CENTRES_IN_FILE, 0);
    struct text out = text_new(r->arena);
    struct csv_writer writer = csv_writer_new(&out);

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        csv_write(&writer, say(r->language, heads[i]));
    csv_end_row(&writer);
    for (size_t i = 0; i < rows.count; i++) {
        csv_write(&writer, rows.at[i].name);
        csv_write(&writer, rows.at[i].town);
        csv_write(&writer, glossary_label_or_code((int)r->language, "branch", rows.at[i].branch));
        csv_write(&writer, rows.at[i].areas);
        csv_write(&writer, rows.at[i].targets);
        csv_write(&writer, number_text(r->arena, rows.at[i].place_count));
        csv_write(&writer, number_text(r->arena, rows.at[i].free_count));
        csv_end_row(&writer);
    }
    const char *bytes = text_done(&out);
    return reply_file("text/csv; charset=utf-8", "virksomhedscentre.csv", bytes, out.length);
}
