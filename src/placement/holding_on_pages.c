/* SPDX-License-Identifier: MIT
 * holding_on_pages.c: the sheet of expectations, what is noted as hard and absence on a placement's page, and the
 * list of all placements that run. */
#include "base/list.h"
#include "base/text.h"
#include "library/library.h"
#include "placement/pages.h"
#include "placement/scheme_part.h"
#include "placement_holding_on_page.h"

enum { NAME_MAX = 200, RECENT_DAYS = 14, LISTED_DAYS = 28, RUNNING_A_PAGE = 100 };

static struct reply back(struct request *r, const struct placement_row *placement)
{
    return reply_see_other(r, "/praktik/%lld", (long long)placement->id.n);
}

/* ---- The sheet ---- */

struct expectation_lines expectation_lines_of(struct request *r, const struct placement_row *placement)
{
    struct placement_signature_row_list all = placement_signatures(r->db, placement->citizen, placement->id);
    struct expectation_line *lines = arena_array(r->arena, AGREEMENT_PARTY_COUNT, sizeof *lines);

    for (int party = 0; party < AGREEMENT_PARTY_COUNT; party++) {
        const char *code = agreement_party_codes[party];
        lines[party] = (struct expectation_line){ .label = glossary_label_or_code((int)r->language, "agreement_party", code),
                                                  .words = placement_expectation(placement, (enum agreement_party)party) };
        for (size_t i = 0; i < all.count; i++)
            if (text_is(all.at[i].party, code)) {
                lines[party].name = all.at[i].name;
                lines[party].on = all.at[i].signed_day;
                lines[party].is_now = is_signature_of(r->arena, &all.at[i], placement);
            }
    }
    return (struct expectation_lines){ lines, AGREEMENT_PARTY_COUNT };
}

const char *expectations_state(struct request *r, const struct expectation_lines *lines)
{
    int count = 0;

    for (size_t i = 0; i < lines->count; i++)
        count += lines->at[i].name != NULL && lines->at[i].is_now;
    if (count == AGREEMENT_PARTY_COUNT)
        return say(r->language, "Alle tre har skrevet under.");
    return say_with(r->arena, r->language, "{1} af 3 har skrevet under.", arena_format(r->arena, "%d", count), NULL);
}

static bool open_sheet(struct request *r, struct expectations_view *view)
{
    if (!placement_of_request(r, &view->placement, &view->citizen))
        return false;
    view->lines = expectation_lines_of(r, &view->placement);
    view->state = expectations_state(r, &view->lines);
    view->parties = glossary_some(r, "agreement_party", agreement_party_codes);
    view->may_write = request_may(r, MAY_PLACEMENT_WRITE);
    return true;
}

static struct reply show_sheet(struct request *r, const struct expectations_view *view)
{
    struct page page = page_new(r);

    expectations_sheet(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply expectations_get(struct request *r)
{
    struct expectations_view view = { .form = form_new(r) };

    if (!open_sheet(r, &view))
        return reply_not_found(r);
    form_set_day(&view.form, "dag", r->today);
    return show_sheet(r, &view);
}

/* Who signs for a party when no name is typed; "" when nobody is known. */
static const char *known_name(struct request *r, const struct expectations_view *view, enum agreement_party party)
{
    if (party == PARTY_CITIZEN)
        return citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    const char *name = party == PARTY_COMPANY ? view->placement.contact_name : view->placement.consultant_name;
    return name == NULL ? "" : name;
}

static enum agreement_party party_read(struct form *form)
{
    const char *code = form_text(form, "part", FORM_REQUIRED, NAME_MAX);
    int party = 0;

    while (party < AGREEMENT_PARTY_COUNT && !text_is(agreement_party_codes[party], code))
        party++;
    if (party == AGREEMENT_PARTY_COUNT && *code != 0)
        form_error(form, "part", say(form->request->language, "Vælg en af dem."));
    return (enum agreement_party)party;
}

struct reply expectations_post(struct request *r)
{
    struct expectations_view view = { .form = form_read(r) };
    struct form *form = &view.form;
    enum agreement_party party = party_read(form);
    const char *name = form_text(form, "navn", FORM_OPTIONAL, NAME_MAX);
    day on = form_day(form, "dag", FORM_REQUIRED);

    if (!open_sheet(r, &view))
        return reply_not_found(r);
    if (party < AGREEMENT_PARTY_COUNT && text_is_blank(name))
        name = known_name(r, &view, party);
    if (party < AGREEMENT_PARTY_COUNT && text_is_blank(placement_expectation(&view.placement, party)))
        form_error(form, "part", say(r->language, "Der står ikke, hvad den part forventer. Skriv det først under Ret aftalen."));
    if (text_is_blank(name) && form->error_count == 0)
        form_error(form, "navn", say(r->language, "Skriv, hvem der har skrevet under."));
    if (on != DAY_NONE && on > r->today)
        form_error(form, "dag", say(r->language, "Det er efter i dag."));
    if (form->error_count > 0)
        return show_sheet(r, &view);
    placement_sign(r->db, &view.placement, party, name, on);
    request_tell(r, say(r->language, "Underskriften er gemt."),
                 arena_format(r->arena, "/praktik/%lld/forventninger/fortryd", (long long)view.placement.id.n));
    return reply_see_other(r, "/praktik/%lld/forventninger", (long long)view.placement.id.n);
}

struct reply expectations_undo_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    if (!placement_unsign(r->db, &placement))
        return reply_conflict(r, placement.company_name);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return reply_see_other(r, "/praktik/%lld/forventninger", (long long)placement.id.n);
}

/* ---- On a placement's page ---- */

static int64_t recent_days(const struct placement_absence_row_list *absences, day today)
{
    int64_t count = 0;

    for (size_t i = 0; i < absences->count; i++)
        count += absences->at[i].absent_day > today - RECENT_DAYS && absences->at[i].absent_day <= today;
    return count;
}

struct hold_view hold_view_of(struct request *r, const struct placement_row *placement)
{
    static const char *const marks[] = { "sick", "lawful", "unlawful", "cancelled", NULL };
    struct hold_view view = {
        .risks = placement_risks_known(r, placement->citizen),
        .marks = glossary_some(r, "absence", marks),
        .absences = placement_absences(r->db, placement->citizen, placement->id),
        .risk_form = form_new(r), .absence_form = form_new(r),
    };
    struct placement_risk_row_list noted = placement_risks(r->db, placement->citizen, placement->id);

    for (size_t i = 0; i < noted.count; i++)
        form_add(&view.risk_form, "svaert", noted.at[i].code);
    form_set_day(&view.absence_form, "fravaersdag", r->today);
    view.recent = recent_days(&view.absences, r->today);
    return view;
}

struct reply placement_risk_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct form form = form_read(r);
    struct choices known = placement_risks_known(r, citizen.id);
    const char **codes = arena_array(r->arena, known.count, sizeof *codes);
    size_t count = 0;
    for (size_t i = 0; i < known.count; i++)
        if (form_has(&form, "svaert", known.at[i].code))
            codes[count++] = known.at[i].code;
    placement_set_risks(r->db, &placement, codes, count);
    request_tell(r, say(r->language, "Det er gemt."), NULL);
    return back(r, &placement);
}

struct reply placement_absence_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    struct form form = form_read(r);
    day on = form_day(&form, "fravaersdag", FORM_REQUIRED);
    const char *mark = form_text(&form, "fravaer", FORM_REQUIRED, NAME_MAX);
    if (*mark != 0 && glossary_find("absence", mark) == NULL)
        form_error(&form, "fravaer", say(r->language, "Vælg en af dem."));
    if (on != DAY_NONE && (on > r->today || on < placement.from_day))
        form_error(&form, "fravaersdag", say(r->language, "Vælg en dag i praktikken, senest i dag."));
    if (form.error_count > 0)
        return placement_absence_again(r, &placement, &citizen, &form);
    placement_absent(r->db, &placement, on, mark);
    request_tell(r, say(r->language, "Fraværet er gemt."),
                 arena_format(r->arena, "/praktik/%lld/fravaer/fortryd", (long long)placement.id.n));
    return back(r, &placement);
}

struct reply placement_absence_undo_post(struct request *r)
{
    struct placement_row placement;
    struct citizen_row citizen;

    if (!placement_of_request(r, &placement, &citizen))
        return reply_not_found(r);
    if (!placement_undo_absent(r->db, &placement))
        return reply_conflict(r, placement.company_name);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return back(r, &placement);
}

/* ---- The list ---- */

static void add_words(struct text *text, const char *words)
{
    text_add_format(text, "%s%s", text->length == 0 ? "" : "; ", words);
}

/* "Lang transport; dansk i arbejdstiden; vej: bus 50 min" */
static const char *what_of(struct request *r, const struct placement_running_row *row)
{
    struct text text = text_new(r->arena);
    struct text_pieces risks = text_split(r->arena, row->risks == NULL ? "" : row->risks, ',');

    for (size_t i = 0; i < risks.count; i++) {
        if (*risks.at[i] != 0)
            add_words(&text, library_words("frafald", "end_reason", risks.at[i], (int)r->language));
    }
    if (row->clashes > 0)
        add_words(&text, say(r->language, "dansk i arbejdstiden"));
    if (text.length > 0 && !text_is_blank(row->transport))
        add_words(&text, say_with(r->arena, r->language, "vej: {1}", row->transport, NULL));
    return text_done(&text);
}

struct reply retention_get(struct request *r)
{
    int64_t is_all = request_may(r, MAY_CASE_ALL);
    struct staff_id actor = { r->actor.id };
    bool is_mine = text_is(request_query(r, "hvis"), "mine");
    struct place_in_list place = place_uncounted(r, "/fastholdelse", RUNNING_A_PAGE);
    LIST_OF(struct retention_line) lines = { 0 };

    struct placement_running_row_list rows = placement_running(r->db, &(struct placement_running_in){
        .today = r->today, .since_day = r->today - LISTED_DAYS, .is_all = is_all, .actor = actor,
        .wanted_consultant = is_mine ? actor : (struct staff_id){ 0 }, .most = place.rows_a_page + 1,
        .skip = place.skip });
    rows.count = place_rows(&place, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const char *what = what_of(r, &rows.at[i]);
        if (*what != 0 || rows.at[i].work_absences + rows.at[i].course_absences > 0)
            *LIST_ADD(r->arena, &lines) = (struct retention_line){ &rows.at[i], what };
    }
    struct retention_view view = { rows.count, { lines.at, lines.count }, place, is_mine };
    struct page page = page_new(r);
    retention_page(&page, &view);
    return reply_page(&page.text);
}
