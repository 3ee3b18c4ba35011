/* SPDX-License-Identifier: MIT
 * pages.c: the routes of places and wishes, and what their forms share: ticks as bits, levels, hours. */
#include "workplace/pages.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "placement/pages.h"
#include "workplace/functions.h"

enum { TYPED_MAX = 40, HOURS_MOST = 16800 };

static const struct route routes[] = {
    { GET, "/virksomheder/{company}/arbejdspladser", MAY_COMPANY_READ, place_list_get },
    { GET, "/virksomheder/{company}/arbejdspladser/ny", MAY_COMPANY_WRITE, place_new_get },
    { POST, "/virksomheder/{company}/arbejdspladser/ny", MAY_COMPANY_WRITE, place_new_post },
    { GET, "/arbejdspladser/{work_place}/ret", MAY_COMPANY_WRITE, place_edit_get },
    { POST, "/arbejdspladser/{work_place}/ret", MAY_COMPANY_WRITE, place_edit_post },
    { POST, "/arbejdspladser/{work_place}/luk", MAY_COMPANY_WRITE, place_close_post },
    { POST, "/arbejdspladser/{work_place}/aabn", MAY_COMPANY_WRITE, place_open_post },
    { GET, "/jobaabninger", MAY_COMPANY_READ, opening_list_get },
    { GET, "/borger/{citizen}/arbejde", MAY_PLACEMENT_READ, work_get },
    { POST, "/borger/{citizen}/arbejde", MAY_PLACEMENT_WRITE, work_post },
    { POST, "/borger/{citizen}/arbejde/parker", MAY_PLACEMENT_WRITE, work_park_post },
    { GET, "/jobfunktioner", MAY_COMPANY_READ, function_page_get },
    { POST, "/jobfunktioner", MAY_COMPANY_WRITE, function_page_post },
    { POST, "/jobfunktioner/{kode}/vaek", MAY_COMPANY_WRITE, function_page_retire_post },
    { 0 },
};

static void found(struct db *db)
{
    const struct function_list *functions = functions_kept();

    for (size_t i = 0; i < functions->count; i++)
        workplace_found(db, functions->at[i].code, functions->at[i].words);
}

const struct feature workplace_feature = { .name = "workplace", .routes = routes, .found = found, .start = opening_start };

static struct choices function_choices(struct request *r)
{
    struct work_function_row_list rows = work_function_all(r->db);
    LIST_OF(struct choice) choices = { 0 };

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].is_retired == 0)
            *LIST_ADD(r->arena, &choices) = (struct choice){
                rows.at[i].code, arena_format(r->arena, "%s (%s)", rows.at[i].words, rows.at[i].code) };
    return (struct choices){ choices.at, choices.count };
}

static struct choices both(struct request *r, struct choices a, struct choices b)
{
    struct choice *choices = arena_array(r->arena, a.count + b.count, sizeof *choices);

    for (size_t i = 0; i < a.count + b.count; i++)
        choices[i] = i < a.count ? a.at[i] : b.at[i - a.count];
    return (struct choices){ choices, a.count + b.count };
}

struct work_choices work_choices(struct request *r)
{
    return (struct work_choices){
        .functions = function_choices(r),
        .levels = choices_of_list(r, "danish_skill"),
        .loads = choices_of_list(r, "work_load"),
        .certificates = choices_of_list(r, "certificate"),
        .weekdays = choices_of_list(r, "day_of_week"),
        .languages = choices_of_list(r, "language"),
        .prospects = choices_of_list(r, "paid_prospect"),
        .targets = both(r, choices_of_list(r, "law_basis"), choices_of_list(r, "readiness")),
        .travels = choices_of_list(r, "travel"),
        .offers = glossary_some(r, "placement_kind", work_offer_codes),
    };
}

int64_t work_bits_read(struct form *form, const char *name, const char *list)
{
    size_t count;
    const struct glossary_row *rows = glossary_list(list, &count);
    int64_t bits = 0, bit;

    for (size_t i = 0; i < count; i++)
        if (form_has(form, name, rows[i].code) && text_to_int(rows[i].code, &bit))
            bits |= INT64_C(1) << bit;
    return bits;
}

void work_bits_fill(struct form *form, const char *name, const char *list, int64_t bits)
{
    size_t count;
    const struct glossary_row *rows = glossary_list(list, &count);
    int64_t bit;

    for (size_t i = 0; i < count; i++)
        if (text_to_int(rows[i].code, &bit) && (bits >> bit & 1) != 0)
            form_add(form, name, rows[i].code);
}

int64_t work_level_read(struct form *form, const char *name, struct choices choices)
{
    const char *code = form_value(form, name);
    int64_t level;

    if (*code == 0)
        return WORK_UNSAID;
    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code) && text_to_int(code, &level))
            return level;
    form_error(form, name, say(form->request->language, "Vælg en fra listen."));
    return WORK_UNSAID;
}

void work_level_fill(struct form *form, const char *name, int64_t level)
{
    if (level >= 0)
        form_set_int(form, name, level);
}

/* "18,5" in hundredths; -1 for anything else. */
static int64_t hundredths_of(struct form *form, const char *typed)
{
    struct form one = form_new(form->request);

    form_set(&one, "tal", typed);
    int64_t number = form_hundredths(&one, "tal", FORM_REQUIRED);
    return one.error_count > 0 || number <= 0 || number > HOURS_MOST ? -1 : number;
}

void work_hours_read(struct form *form, const char *name, int64_t *min, int64_t *max)
{
    struct arena *arena = form->request->arena;
    const char *typed = text_trim(arena, form_text(form, name, FORM_OPTIONAL, TYPED_MAX));

    *min = *max = 0;
    if (*typed == 0)
        return;
    struct text_pieces parts = text_split(arena, typed, '-');
    *min = hundredths_of(form, text_trim(arena, parts.at[0]));
    *max = parts.count == 2 ? hundredths_of(form, text_trim(arena, parts.at[1])) : *min;
    if (parts.count > 2 || *min < 0 || *max < *min)
        form_error(form, name, say(form->request->language, "Skriv timerne om ugen som 20-30."));
}

const char *work_hours_typed(struct request *r, int64_t min, int64_t max)
{
    if (max == 0)
        return "";
    if (min == max)
        return say_number(r->arena, r->language, max);
    return arena_format(r->arena, "%s-%s", say_number(r->arena, r->language, min), say_number(r->arena, r->language, max));
}

void work_times_read(struct form *form, const char *name, int64_t *from, int64_t *to)
{
    const char *typed = form_text(form, name, FORM_OPTIONAL, TYPED_MAX);
    int begins = 0, ends = 0;

    if (!text_is_blank(typed) && !working_hours_read(typed, &begins, &ends))
        form_error(form, name, say(form->request->language, "Skriv tiderne som 7.00-12.00."));
    *from = begins;
    *to = ends;
}
