/* SPDX-License-Identifier: MIT
 * case.c: one case as a path on one screen: what was done and by whom, the next step with its one button, what stands
 * in its way with the paragraph, and what else may be written. */
#include "sanction/pages.h"

#include "base/text.h"
#include "citizen/citizen.h"
#include "library/library.h"
#include "rates/pages.h"
#include "sanction/private.h"
#include "sanction_case_page.h"

enum { ASKED_DAYS = 7 };

/* ---- The path ---- */

/* The stages of the path, each with the steps that belong to it; the last is the one that completes it. */
static const struct stage_row {
    const char *title, *law;
    enum sanction_step_kind kinds[3];
    int count;
} stage_rows[] = {
    { SAY("Vejledt skriftligt før fraværet"), "LAS § 35 stk. 1", { STEP_GUIDED }, 1 },
    { SAY("Forsøg på kontakt"), "LAS § 35", { STEP_CONTACT, STEP_RESTORED }, 2 },
    { SAY("Oplysninger fra dem, der ved noget"), "RSL § 10", { STEP_ASKED, STEP_CAME }, 2 },
    { SAY("Partshøring"), "FVL § 19", { STEP_HEARD }, 1 },
    { SAY("Borgerens svar"), "FVL §§ 19-21", { STEP_ANSWERED, STEP_EXPIRED }, 2 },
    { SAY("Vurdering af rimelige grunde"), "LAS § 13", { STEP_ASSESSED, STEP_WARNED, STEP_WILL }, 3 },
    { SAY("Indstilling"), "", { STEP_RECOMMENDED, STEP_RETURNED }, 2 },
    { SAY("Afgørelse af en anden, i ydelsesenheden"), "FVL §§ 22-25", { STEP_DECIDED, STEP_REOPENED }, 2 },
    { SAY("Gennemført eller stoppet"), "LAS § 35 stk. 3", { STEP_CARRIED_OUT, STEP_DROPPED }, 2 },
};
enum { STAGE_COUNT = sizeof stage_rows / sizeof *stage_rows };

static bool is_of_stage(const struct stage_row *stage, int kind)
{
    for (int i = 0; i < stage->count; i++)
        if ((int)stage->kinds[i] == kind)
            return true;
    return false;
}

/* The glossary's list of a step's choice and source; NULL for none. */
static const struct {
    const char *choice, *source;
} lists[SANCTION_STEP_COUNT] = {
    [STEP_CONTACT] = { "sanction_contact", NULL },        [STEP_ASKED] = { NULL, "absence_source" },
    [STEP_CAME] = { "sanction_evidence", "absence_source" }, [STEP_HEARD] = { NULL, "sanction_letter" },
    [STEP_ANSWERED] = { "sanction_answer", "sanction_answer_way" }, [STEP_ASSESSED] = { "sanction_grounds", NULL },
    [STEP_DECIDED] = { "sanction_ruling", "sanction_letter" }, [STEP_DROPPED] = { "sanction_reason", NULL },
    [STEP_REOPENED] = { "sanction_reopening", NULL },     [STEP_CARRIED_OUT] = { "sanction_payment", NULL },
    [STEP_WARNED] = { "sanction_spouse", NULL },          [STEP_WILL] = { "sanction_will", NULL },
};

/* What a decision stores as a number: the months of a sharpened one, the day rate of another. */
static void say_more(struct request *r, const struct sanction_step_row *row, struct sanction_line *line)
{
    bool is_sharpened = text_is(row->choice, sanction_sharpened);

    line->more_title = is_sharpened ? SAY("Skærpet:") : SAY("Sats:");
    line->more = is_sharpened ? sanction_months_words(r->arena, r->language, row->more_words)
                              : say_with(r->arena, r->language, "{1} kr. om dagen", row->more_words, NULL);
}

static struct sanction_line line_of(struct request *r, const struct sanction_view *view, const struct sanction_step_row *row)
{
    int kind = sanction_step_read(row->kind);
    int language = (int)r->language;
    struct sanction_line line = { .row = row, .title = glossary_label_or_code(language, "sanction_step", row->kind),
                                  .is_undone = row->undone_at != INSTANT_NONE,
                                  .more_title = SAY("Rådighed:") };

    if (kind == STEP_DECIDED && !text_is_blank(row->more_words))
        say_more(r, row, &line);
    if (lists[kind].source != NULL && !text_is_blank(row->source))
        line.title = arena_format(r->arena, "%s: %s", line.title, glossary_label_or_code(language, lists[kind].source, row->source));
    if (lists[kind].choice != NULL && !text_is_blank(row->choice))
        line.detail = glossary_label_or_code(language, lists[kind].choice, row->choice);
    line.is_waiting = kind == STEP_ASKED && !line.is_undone && sanction_is_waiting(&view->file, row);
    return line;
}

/* Written guidance that the program knows of itself. */
static const char *guidance_note(struct request *r, const struct sanction_view *view)
{
    const struct guidance_row *guidance = &view->file.guidance;

    if (guidance->id.n == 0)
        return say(r->language, "Der er ikke udleveret nogen vejledning i Fodfæste.");
    return say_with(r->arena, r->language, "{1} på {2}, udleveret {3}", guidance->title,
                    glossary_label_or_code((int)r->language, "language", guidance->language),
                    say_day_year(r->arena, r->language, day_of_instant(guidance->handed_over_at)), NULL);
}

static bool is_guided(const struct sanction_facts *f)
{
    return f->guided != DAY_NONE && f->guided < f->breach && f->reads_guidance;
}

static struct sanction_stage stage_of(struct request *r, const struct sanction_view *view, int place)
{
    const struct stage_row *row = &stage_rows[place];
    const struct sanction_step_row_list *steps = &view->file.steps;
    struct sanction_stage stage = { .title = row->title, .law = row->law, .state = "wait",
                                    .at = arena_array(r->arena, steps->count, sizeof *stage.at) };
    bool is_begun = false;

    for (size_t i = 0; i < steps->count; i++) {
        if (!is_of_stage(row, sanction_step_read(steps->at[i].kind)))
            continue;
        stage.at[stage.count++] = line_of(r, view, &steps->at[i]);
        is_begun |= steps->at[i].undone_at == INSTANT_NONE;
    }
    if (place == 0)
        stage.note = guidance_note(r, view);
    if (is_begun || (place == 0 && is_guided(&view->file.facts)))
        stage.state = "ok";
    if (is_of_stage(row, (int)view->next))
        stage.state = view->stop == NULL ? "on" : "no";
    return stage;
}

static void add_stages(struct request *r, struct sanction_view *view)
{
    view->stages = (struct sanction_stages){ arena_array(r->arena, STAGE_COUNT, sizeof *view->stages.at), STAGE_COUNT };
    for (int i = 0; i < STAGE_COUNT; i++) {
        view->stages.at[i] = stage_of(r, view, i);
        if (is_of_stage(&stage_rows[i], (int)view->next)) {
            view->next_title = stage_rows[i].title;
            view->next_law = stage_rows[i].law;
        }
    }
}

/* ---- What goes with it ---- */

static const char *rule_text(struct request *r, const struct sanction_deadline *row)
{
    const struct scheme *scheme = library_scheme(r->db, row->scheme);

    for (size_t i = 0; scheme != NULL && i < scheme->rules.count; i++)
        if (text_is(scheme->rules.at[i].rule.id.text, row->rule))
            return library_rule_text(r->arena, (int)r->language, scheme, &scheme->rules.at[i].rule);
    return row->rule;
}

static void add_clocks(struct request *r, struct sanction_view *view)
{
    struct sanction_deadline_list rows = sanction_deadlines(r->db, view->file.row.citizen, SUBJECT_SANCTION, view->file.row.id.n);

    view->clocks = (struct sanction_clocks){ arena_array(r->arena, rows.count, sizeof *view->clocks.at), rows.count };
    for (size_t i = 0; i < rows.count; i++)
        view->clocks.at[i] = (struct sanction_clock){
            &rows.at[i], rule_text(r, &rows.at[i]),
            say_left(r->arena, r->language, rows.at[i].due_at, (int)rows.at[i].is_hour_rule, r->now) };
}

/* Whom one still waits for. */
static struct choices waiting_of(struct request *r, const struct sanction_view *view)
{
    const struct sanction_step_row_list *steps = &view->file.steps;
    struct choices choices = { arena_array(r->arena, steps->count, sizeof *choices.at), 0 };
    struct choice *at = arena_array(r->arena, steps->count, sizeof *at);

    for (size_t i = 0; i < steps->count; i++) {
        const struct sanction_step_row *row = &steps->at[i];
        if (row->undone_at != INSTANT_NONE || !text_is(row->kind, sanction_step_codes[STEP_ASKED]))
            continue;
        at[choices.count++] = (struct choice){ arena_format(r->arena, "%lld", (long long)row->id.n),
                                               glossary_label_or_code((int)r->language, "absence_source", row->source) };
    }
    choices.at = at;
    return choices;
}

/* What LAS § 40 a asks stands on the page only where there has been a sanction before. */
static struct choices rulings_of(struct request *r, struct sanction_view *view)
{
    struct choices all = glossary_some(r, "sanction_ruling", sanction_ruling_codes);
    enum sanction_why why = sanction_may_sharpen(&view->file.facts);

    view->asks_sharpened = view->file.facts.earlier_sanctions > 0 && !view->file.facts.is_activity_ready;
    if (view->asks_sharpened && why != SANCTION_FINE)
        view->sharpened_stop = sanction_why_words(r->arena, r->language, why, &view->file.facts);
    if (!view->asks_sharpened)
        all.count--; /* The last. */
    view->months_hint = say_with(r->arena, r->language, "kun ved skærpet sanktion, højst {1}",
                                 arena_format(r->arena, "%lld", (long long)sanction_months_most(r->db, view->file.facts.today)), NULL);
    return all;
}

static void add_choices(struct request *r, struct sanction_view *view)
{
    view->sources = choices_of_list(r, "absence_source");
    view->waiting = waiting_of(r, view);
    view->languages = choices_of_list(r, "language");
    view->contact_ways = choices_of_list(r, "sanction_contact");
    view->evidence = choices_of_list(r, "sanction_evidence");
    view->letter_ways = choices_of_list(r, "sanction_letter");
    view->answers = choices_of_list(r, "sanction_answer");
    view->answer_ways = choices_of_list(r, "sanction_answer_way");
    view->grounds = choices_of_list(r, "sanction_grounds");
    view->rulings = rulings_of(r, view);
    view->spouses = choices_of_list(r, "sanction_spouse");
    view->wills = choices_of_list(r, "sanction_will");
    view->reasons = glossary_some(r, "sanction_reason", sanction_drop_codes);
    view->reopenings = choices_of_list(r, "sanction_reopening");
}

/* The letter of a step, in the words that were frozen. */
static bool letter_of_step(struct request *r, const struct sanction_view *view, const struct sanction_step_row *step,
                           struct sanction_letter_shown *shown)
{
    struct sanction_letter_row letter;
    struct document_row document;

    if (step->undone_at != INSTANT_NONE || step->document.n == 0 ||
        !sanction_letter(r->db, step->document, view->file.row.citizen, &letter) ||
        !document_open(r->db, step->document, &document))
        return false;
    *shown = (struct sanction_letter_shown){
        .title = sanction_step_read(step->kind) == STEP_DECIDED ? SAY("Afgørelsen") : SAY("Partshøringen"),
        .made = day_of_instant(letter.made_at), .document = step->document, .has_pdf = letter.has_pdf, .is_closed = document.is_closed,
        .parts = letter_shown_frozen(r->arena, document.content, document.language) };
    return true;
}

/* The letter of the next step as it would be, and whether the municipality stands by its text. */
static void draft_letter(struct request *r, struct sanction_view *view)
{
    struct shown_parts parts;
    bool is_hearing = view->next == STEP_HEARD;
    struct letter_order order =
        is_hearing ? sanction_hearing(r->db, &view->file, sanction_answer_day(r->db, view->file.row.scheme, r->today))
                   : sanction_decision(r->db, &view->file, &(struct sanction_ruling){ .grounds = "" });
    struct letter_made made = letter_draft(r->db, &order, &parts);

    /* What a decision says is not written yet: then only its text can be wrong. */
    if (is_hearing ? made.why != LETTER_FINE : made.why == LETTER_NOT_APPROVED || made.why == LETTER_NO_TEXT) {
        view->letter_stop = letter_why_say(r->arena, r->language, &made);
        view->letter_code = order.code;
    }
    if (is_hearing)
        view->letters.at[view->letters.count++] = (struct sanction_letter_shown){
            .title = SAY("Partshøringen"), .made = DAY_NONE, .parts = parts };
}

static void add_letters(struct request *r, struct sanction_view *view)
{
    const struct sanction_step_row_list *steps = &view->file.steps;

    view->letters.at = arena_array(r->arena, steps->count + 1, sizeof *view->letters.at);
    for (size_t i = 0; i < steps->count; i++)
        view->letters.count += letter_of_step(r, view, &steps->at[i], &view->letters.at[view->letters.count]);
    if (view->is_mine && (view->next == STEP_HEARD || view->next == STEP_DECIDED))
        draft_letter(r, view);
}

static void fill_forms(struct request *r, struct sanction_view *view)
{
    static const char *const dated[] = { "dag" };

    for (int kind = 0; kind < SANCTION_STEP_COUNT; kind++) {
        view->forms[kind] = form_new(r);
        form_set_day(&view->forms[kind], dated[0], kind == STEP_GUIDED ? DAY_NONE : r->today);
    }
    form_set_day(&view->forms[STEP_ASKED], "senest", r->today + ASKED_DAYS);
    form_set_day(&view->forms[STEP_HEARD], "frist", sanction_answer_day(r->db, view->file.row.scheme, r->today));
}

/* The rate for a benefit asked for in the address (?maaned=): told with its arithmetic, or why it is not. */
static void add_rate(struct request *r, struct sanction_view *view)
{
    struct sanction_days days = sanction_days_of(&view->file);
    int64_t benefit = 0;
    bool is_asked = text_to_int(request_query(r, "maaned"), &benefit) && benefit > 0;
    struct sanction_rate rate = sanction_rate_on(r->db, view->file.facts.breach, benefit);

    view->rate_form = form_new(r);
    view->missing_rate = rate.missing;
    view->is_test_rate = rate.is_test;
    if (is_asked)
        form_set_int(&view->rate_form, "maaned", benefit);
    if (!is_asked || rate.missing != NULL)
        return;
    view->rate = say_with(r->arena, r->language, "{1} kr. om dagen × {2} dage = {3} kr.",
                          arena_format(r->arena, "%lld", (long long)rate.rate),
                          arena_format(r->arena, "%lld", (long long)days.count),
                          arena_format(r->arena, "%lld", (long long)(rate.rate * days.count)), NULL);
}

bool sanction_may_undo(struct request *r, const struct sanction_file *file)
{
    enum permission undoer = sanction_undoer(file, r->actor.id);

    return undoer != PERMISSION_COUNT && request_may(r, undoer);
}

const char *sanction_undo_path(struct arena *arena, const struct sanction_file *file)
{
    const struct sanction_step_row *last = sanction_newest(file);
    int kind = last == NULL ? STEP_OPENED : sanction_step_read(last->kind);

    return arena_format(arena, "/fravaerssager/%lld/fortryd%s", (long long)file->row.id.n,
                        sanction_forms[kind].needs == MAY_SANCTION_DECIDE && sanction_forms[kind].slug != NULL ? "-ydelse" : "");
}

const char *sanction_step_path(struct arena *arena, const struct sanction_view *view, enum sanction_step_kind kind)
{
    return arena_format(arena, "/fravaerssager/%lld/%s/%s", (long long)view->file.row.id.n,
                        sanction_forms[kind].needs == MAY_SANCTION_DECIDE ? "ydelse" : "skridt", sanction_forms[kind].slug);
}

/* Those that make sense beside the next step, for whoever may take them. */
static bool is_offered(const struct sanction_view *view, enum sanction_step_kind kind)
{
    const struct sanction_facts *f = &view->file.facts;
    bool is_with_officer = view->may_write && !f->is_recommended && !f->is_decided;

    switch (kind) {
    case STEP_CONTACT:
    case STEP_ASKED: return is_with_officer && sanction_may(f, kind) == SANCTION_FINE;
    case STEP_WARNED:
    case STEP_WILL: return is_with_officer && view->asks_sharpened && sanction_may(f, kind) == SANCTION_FINE;
    case STEP_RESTORED: return is_with_officer;
    case STEP_CAME: return is_with_officer && view->waiting.count > 0;
    case STEP_REOPENED:
    case STEP_RETURNED: return view->may_decide && sanction_may(f, kind) == SANCTION_FINE;
    case STEP_DROPPED: return view->may_write && sanction_may(f, kind) == SANCTION_FINE;
    default: return false;
    }
}

static void add_others(struct request *r, struct sanction_view *view)
{
    struct choice *others = arena_array(r->arena, SANCTION_STEP_COUNT, sizeof *others);
    const char *asked = request_query(r, "skridt");

    for (int kind = 0; kind < SANCTION_STEP_COUNT; kind++) {
        if ((enum sanction_step_kind)kind == view->shown || !is_offered(view, (enum sanction_step_kind)kind))
            continue;
        others[view->others.count++] = (struct choice){
            sanction_forms[kind].slug, sanction_forms[kind].title };
        if (text_is(asked, sanction_forms[kind].slug)) {
            view->shown = (enum sanction_step_kind)kind;
            view->is_other = view->is_mine = true;
        }
    }
    view->others.at = others;
}

/* A case that must stop has that as its next step. */
static void choose_shown(struct sanction_view *view)
{
    bool must_stop = view->why == SANCTION_TOO_LATE || view->why == SANCTION_EXCUSED || view->why == SANCTION_REASONABLE;

    must_stop &= sanction_may(&view->file.facts, STEP_DROPPED) == SANCTION_FINE;
    view->shown = must_stop && view->may_write ? STEP_DROPPED : view->next;
}

/* The next step, whose it is, and what stands in its way: that it waits for others is nothing wrong. */
static void choose_next(struct request *r, struct sanction_view *view)
{
    const struct sanction_facts *facts = &view->file.facts;

    view->next = sanction_next(facts);
    view->why = view->next == SANCTION_STEP_COUNT ? SANCTION_OVER : sanction_may(facts, view->next);
    view->is_mine = view->next != SANCTION_STEP_COUNT && request_may(r, sanction_forms[view->next].needs);
    if (view->next == STEP_DECIDED && !view->may_decide)
        view->why = SANCTION_FINE;
    if (view->why != SANCTION_FINE && view->next != SANCTION_STEP_COUNT)
        view->stop = sanction_why_words(r->arena, r->language, view->why, facts);
    if (view->next == STEP_GUIDED && view->why == SANCTION_FINE)
        view->stop = sanction_why_words(r->arena, r->language, sanction_may(facts, STEP_CONTACT), facts);
}

bool sanction_view_load(struct request *r, struct sanction_view *view)
{
    if (!sanction_load(r->db, (struct sanction_case_id){ request_id(r, "sag") }, &view->file))
        return false;
    struct sanction_facts *facts = &view->file.facts;
    view->name = citizen_name(r->arena, view->file.row.first_name, view->file.row.last_name);
    view->may_write = request_may(r, MAY_SANCTION_WRITE);
    view->may_decide = request_may(r, MAY_SANCTION_DECIDE);
    view->may_undo = sanction_may_undo(r, &view->file);
    choose_next(r, view);
    view->left = say_left(r->arena, r->language, day_end(facts->limit), 0, r->now);
    view->limit_mark = rates_mark_word(r->language, view->file.limit_law->mark);
    view->days = sanction_days_words(r->arena, r->language, &view->file);
    add_choices(r, view);
    choose_shown(view);
    add_others(r, view);
    add_stages(r, view);
    add_clocks(r, view);
    add_letters(r, view);
    add_rate(r, view);
    fill_forms(r, view);
    return true;
}

struct reply sanction_show(struct request *r, const struct sanction_view *view, bool is_again)
{
    struct page page = page_new(r);

    sanction_case(&page, view);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply sanction_get(struct request *r)
{
    struct sanction_view view = { 0 };

    return sanction_view_load(r, &view) ? sanction_show(r, &view, false) : reply_not_found(r);
}

/* A letter of the case as it was printed. */
struct reply sanction_letter_get(struct request *r)
{
    struct sanction_case_row row;
    struct document_id document = { request_id(r, "dokument") };

    if (!sanction_case_load(r->db, (struct sanction_case_id){ request_id(r, "sag") }, &row))
        return reply_not_found(r);
    struct letter_row letter;
    if (!letter_load(r->db, (struct letter_id){ sanction_letter_of_step(r->db, row.id, document, row.citizen).n }, &letter))
        return reply_not_found(r);
    if (letter.is_closed && !request_may(r, MAY_ADDRESS_PROTECTED))
        return letter_closed_reply(r, row.citizen);
    struct bytes pdf = letter.is_closed ? letter_pdf_protected(r->db, letter.id, letter.citizen)
                                        : sanction_letter_pdf(r->db, row.id, document, row.citizen);
    if (pdf.length == 0)
        return reply_not_found(r);
    return reply_file("application/pdf", arena_format(r->arena, "brev-%lld.pdf", (long long)document.n), pdf.at, pdf.length);
}
