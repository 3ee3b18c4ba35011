/* SPDX-License-Identifier: MIT
 * place.c: the work places of a company: listed, made, changed, closed. */
#include "base/list.h"
#include "base/text.h"
#include "citizen/consideration.h"
#include "placement/functions.h"
#include "placement/pages.h"
#include "workplace/pages.h"
#include "workplace_place_page.h"

enum { WORDS_MAX = 120, SEATS_MOST = 500 };

static bool company_of_path(struct request *r, struct company_row *company)
{
    return company_load(r->db, (struct company_id){ request_id(r, "company") }, company);
}

struct reply place_list_get(struct request *r)
{
    struct place_list_view view = { .form = form_new(r), .may_write = request_may(r, MAY_COMPANY_WRITE),
                                    .may_match = request_may(r, MAY_PLACEMENT_READ) };
    struct page page = page_new(r);

    if (!company_of_path(r, &view.company))
        return reply_not_found(r);
    struct work_place_row_list rows = work_places_of_company(r->db, view.company.id);
    struct place_line *lines = arena_array(r->arena, rows.count, sizeof *lines);
    for (size_t i = 0; i < rows.count; i++)
        lines[i] = (struct place_line){ rows.at[i], rows.at[i].function_words,
                                        work_hours_typed(r, rows.at[i].hours_min, rows.at[i].hours_max) };
    view.places.at = lines;
    view.places.count = rows.count;
    place_list(&page, &view);
    return reply_page(&page.text);
}

static struct reply show(struct request *r, struct place_edit_view *view)
{
    struct page page = page_new(r);

    view->choices = work_choices(r);
    place_edit(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct place_edit_view new_view(struct request *r, struct company_row company, struct form form)
{
    return (struct place_edit_view){
        .company = company, .form = form, .title = say(r->language, "Ny arbejdsplads"),
        .path = arena_format(r->arena, "/virksomheder/%lld/arbejdspladser/ny", (long long)company.id.n) };
}

struct reply place_new_get(struct request *r)
{
    struct company_row company;
    struct form form = form_new(r);

    if (!company_of_path(r, &company))
        return reply_not_found(r);
    form_set_int(&form, "antal", 1);
    work_bits_fill(&form, "dage", "day_of_week", 31);
    form_set(&form, "tid", company.hours);
    struct place_edit_view view = new_view(r, company, form);
    return show(r, &view);
}

/* The ticked codes of a list, with commas. */
static const char *codes_read(struct form *form, const char *name, struct choices choices)
{
    struct text out = text_new(form->request->arena);

    for (size_t i = 0; i < choices.count; i++)
        if (form_has(form, name, choices.at[i].code)) {
            if (out.length > 0)
                text_add(&out, ",");
            text_add(&out, choices.at[i].code);
        }
    return text_done(&out);
}

static const char *function_read(struct form *form, struct choices choices)
{
    const char *code = form_value(form, "funktion");

    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code))
            return code;
    if (*code != 0)
        form_error(form, "funktion", say(form->request->language, "Vælg en fra listen."));
    return "";
}

/* What is offered; a placement is the place's own "". */
static const char *offer_read(struct form *form)
{
    int chosen = form_choice(form, "tilbud", FORM_OPTIONAL, work_offer_codes);

    return chosen < 0 ? "" : work_offer_codes[chosen];
}

static struct work_place_insert_in place_read(struct form *form)
{
    struct request *r = form->request;
    struct work_choices choices = work_choices(r);
    struct work_place_insert_in place = {
        .words = form_text(form, "hvad", FORM_REQUIRED, WORDS_MAX),
        .function_code = function_read(form, choices.functions),
        .seats = form_int(form, "antal", FORM_REQUIRED, 0, SEATS_MOST),
        .from_day = form_day(form, "fra", FORM_OPTIONAL),
        .to_day = form_day(form, "til", FORM_OPTIONAL),
        .weekdays = work_bits_read(form, "dage", "day_of_week"),
        .oral = work_level_read(form, "tale", choices.levels),
        .written = work_level_read(form, "skrive", choices.levels),
        .loads = work_bits_read(form, "hensyn", "work_load"),
        .certificates = work_bits_read(form, "bevis", "certificate"),
        .targets = codes_read(form, "for", choices.targets),
        .has_mentor = form_flag(form, "mentor"),
        .languages = codes_read(form, "sprog", choices.languages),
        .paid_prospect = work_level_read(form, "loen", choices.prospects),
        .offer = offer_read(form),
        .created_at = r->now,
    };

    citizen_refuse_diagnosis(form, "hvad", place.words);
    if (place.from_day != DAY_NONE && place.to_day != DAY_NONE && place.to_day < place.from_day)
        form_error(form, "til", say(r->language, "Sidste dag ligger før den første."));
    work_hours_read(form, "timer", &place.hours_min, &place.hours_max);
    work_times_read(form, "tid", &place.from_minute, &place.to_minute);
    return place;
}

struct reply place_new_post(struct request *r)
{
    struct company_row company;
    struct form form = form_read(r);
    struct work_place_insert_in place = place_read(&form);

    if (!company_of_path(r, &company))
        return reply_not_found(r);
    if (form.error_count > 0) {
        struct place_edit_view view = new_view(r, company, form);
        return show(r, &view);
    }
    place.company = company.id;
    work_place_insert(r->db, &place);
    request_tell(r, say(r->language, "Arbejdspladsen er gemt."), NULL);
    return reply_see_other(r, "/virksomheder/%lld/arbejdspladser", (long long)company.id.n);
}

static void codes_fill(struct form *form, const char *name, const char *codes)
{
    struct text_pieces pieces = text_split(form->request->arena, codes, ',');

    for (size_t i = 0; i < pieces.count; i++)
        if (*pieces.at[i] != 0)
            form_add(form, name, pieces.at[i]);
}

static void fill(struct request *r, struct form *form, const struct work_place_row *place)
{
    form_set(form, "hvad", place->words);
    form_set(form, "funktion", place->function_code);
    form_set_int(form, "antal", place->seats);
    if (place->from_day != DAY_NONE)
        form_set_day(form, "fra", place->from_day);
    if (place->to_day != DAY_NONE)
        form_set_day(form, "til", place->to_day);
    form_set(form, "timer", work_hours_typed(r, place->hours_min, place->hours_max));
    if (place->to_minute > 0)
        form_set(form, "tid", working_hours_text(r->arena, place->from_minute, place->to_minute));
    work_bits_fill(form, "dage", "day_of_week", place->weekdays);
    work_level_fill(form, "tale", place->oral);
    work_level_fill(form, "skrive", place->written);
    work_bits_fill(form, "hensyn", "work_load", place->loads);
    work_bits_fill(form, "bevis", "certificate", place->certificates);
    codes_fill(form, "for", place->targets);
    form_set(form, "mentor", place->has_mentor ? "1" : "");
    codes_fill(form, "sprog", place->languages);
    work_level_fill(form, "loen", place->paid_prospect);
    form_set(form, "tilbud", place->offer);
    form_set_int(form, "version", place->version);
}

static bool place_of_path(struct request *r, struct work_place_row *place, struct company_row *company)
{
    return work_place_load(r->db, (struct work_place_id){ request_id(r, "work_place") }, place) &&
           company_load(r->db, place->company, company);
}

static struct place_edit_view edit_view(struct request *r, const struct work_place_row *place, struct company_row company,
                                        struct form form)
{
    return (struct place_edit_view){
        .company = company, .form = form, .title = say_with(r->arena, r->language, "Ret {1}", place->words, NULL),
        .path = arena_format(r->arena, "/arbejdspladser/%lld/ret", (long long)place->id.n) };
}

struct reply place_edit_get(struct request *r)
{
    struct work_place_row place;
    struct company_row company;
    struct form form = form_new(r);

    if (!place_of_path(r, &place, &company))
        return reply_not_found(r);
    fill(r, &form, &place);
    struct place_edit_view view = edit_view(r, &place, company, form);
    return show(r, &view);
}

static bool write_changed(struct db *db, const struct work_place_row *before, const struct work_place_insert_in *p,
                          int64_t version)
{
    return work_place_update(db, &(struct work_place_update_in){
        .words = p->words, .function_code = p->function_code, .seats = p->seats, .from_day = p->from_day, .to_day = p->to_day,
        .hours_min = p->hours_min, .hours_max = p->hours_max, .weekdays = p->weekdays, .from_minute = p->from_minute,
        .to_minute = p->to_minute, .oral = p->oral, .written = p->written, .loads = p->loads,
        .certificates = p->certificates, .targets = p->targets, .has_mentor = p->has_mentor, .languages = p->languages,
        .paid_prospect = p->paid_prospect, .offer = p->offer, .id = before->id, .version = version }) == 1;
}

struct reply place_edit_post(struct request *r)
{
    struct work_place_row before;
    struct company_row company;
    struct form form = form_read(r);
    struct work_place_insert_in place = place_read(&form);
    int64_t version = form_int(&form, "version", FORM_REQUIRED, 1, INT64_MAX);

    if (!place_of_path(r, &before, &company))
        return reply_not_found(r);
    if (form.error_count == 0 && !write_changed(r->db, &before, &place, version)) {
        form_set_int(&form, "version", before.version);
        form_error(&form, "hvad", say(r->language, "En anden har rettet pladsen imens. Se den igennem, og gem igen."));
    }
    if (form.error_count > 0) {
        struct place_edit_view view = edit_view(r, &before, company, form);
        return show(r, &view);
    }
    request_tell(r, say(r->language, "Arbejdspladsen er gemt."), NULL);
    return reply_see_other(r, "/virksomheder/%lld/arbejdspladser", (long long)company.id.n);
}

static struct reply set_state(struct request *r, const char *state, const char *told, const char *back)
{
    struct work_place_row place;
    struct company_row company;

    if (!place_of_path(r, &place, &company) || work_place_set_state(r->db, state, place.id, place.version) == 0)
        return reply_not_found(r);
    request_tell(r, told, back == NULL ? NULL : arena_format(r->arena, "/arbejdspladser/%lld/%s", (long long)place.id.n, back));
    return reply_see_other(r, "/virksomheder/%lld/arbejdspladser", (long long)company.id.n);
}

struct reply place_close_post(struct request *r)
{
    return set_state(r, "closed", say(r->language, "Pladsen er lukket; den foreslås ikke."), "aabn");
}

struct reply place_open_post(struct request *r)
{
    return set_state(r, "open", say(r->language, "Pladsen er åben."), NULL);
}
