/* SPDX-License-Identifier: MIT
 * one.c: one enquiry: its clocks, what was done, and the three things to do: answer, visit, close. */
#include "base/text.h"
#include "engine/evaluate.h"
#include "enquiry/pages.h"
#include "enquiry_one_page.h"
#include "library/library.h"
#include "placement/pages.h"

enum { WORDS_MAX = 4000 };

static const char *state_words(enum language language, const struct enquiry_deadline *row)
{
    switch (row->state) {
    case OBLIGATION_OPEN: return say(language, "løber");
    case OBLIGATION_MET: return say(language, "til tiden");
    case OBLIGATION_LATE:
    case OBLIGATION_MISSED: return say(language, "for sent");
    default: return say(language, "bortfaldet");
    }
}

static const char *rule_text(struct request *r, const struct enquiry_deadline *row)
{
    const struct scheme *scheme = library_scheme(r->db, row->scheme);

    for (size_t i = 0; scheme != NULL && i < scheme->rules.count; i++)
        if (text_is(scheme->rules.at[i].rule.id.text, row->rule))
            return library_rule_text(r->arena, (int)r->language, scheme, &scheme->rules.at[i].rule);
    return row->rule;
}

static void add_clocks(struct request *r, struct enquiry_view *view)
{
    struct enquiry_deadline_list rows =
        enquiry_deadlines(r->db, enquiry_home(&view->enquiry), SUBJECT_REQUEST, view->enquiry.id.n);

    view->clocks.at = arena_array(r->arena, rows.count, sizeof *view->clocks.at);
    view->clocks.count = rows.count;
    for (size_t i = 0; i < rows.count; i++)
        view->clocks.at[i] = (struct enquiry_clock_line){
            .row = &rows.at[i], .text = rule_text(r, &rows.at[i]), .state = state_words(r->language, &rows.at[i]),
            .left = say_left(r->arena, r->language, rows.at[i].due_at, (int)rows.at[i].is_hour_rule, r->now),
        };
}

static const char *policy_text(struct request *r, const struct unsolved *unsolved)
{
    static const char *const words[UNSOLVED_POLICY_COUNT] = {
        [UNSOLVED_END] = SAY("{1}: kan det ikke løses, slutter praktikken i dag, og der findes et næste skridt."),
        [UNSOLVED_HOLD_ON] = SAY("{1}: man holder fast. At slutte kræver en leders ord."),
    };

    if (words[unsolved->policy] == NULL)
        return NULL;
    return say_with(r->arena, r->language, words[unsolved->policy],
                    library_scheme_title(unsolved->scheme, (int)r->language), NULL);
}

static struct choices outcomes_of(struct request *r, bool has_placement)
{
    static const char *const without[] = { "solved", "unsolved", "dropped", NULL };

    return glossary_some(r, "enquiry_outcome", has_placement ? enquiry_outcome_codes : without);
}

static bool view_load(struct request *r, struct enquiry_view *view)
{
    if (!enquiry_load(r->db, (struct enquiry_id){ request_id(r, "enquiry") }, &view->enquiry) ||
        !company_load(r->db, view->enquiry.company, &view->company))
        return false;
    bool has_placement = view->enquiry.placement.n != 0;
    add_clocks(r, view);
    view->steps = enquiry_steps(r->db, view->enquiry.id);
    view->is_open = !text_is(view->enquiry.state, "closed");
    view->may_write = request_may(r, MAY_COMPANY_WRITE);
    view->outcomes = outcomes_of(r, has_placement);
    view->next_steps = choices_of_list(r, "placement_next");
    if (has_placement && view->is_open && view->may_write) {
        view->unsolved = enquiry_unsolved(r->db, view->enquiry.citizen);
        view->policy = policy_text(r, &view->unsolved);
    }
    view->answer_form = form_new(r);
    view->visit_form = form_new(r);
    view->close_form = form_new(r);
    form_set_instant(&view->answer_form, "hvornaar", r->now);
    form_set_instant(&view->visit_form, "hvornaar", r->now);
    return true;
}

static struct reply show(struct request *r, const struct enquiry_view *view, bool is_again)
{
    struct page page = page_new(r);
    struct enquiry_view shown = *view;

    shown.visit_form.part = "besoeg";
    shown.close_form.part = "luk";
    enquiry_one(&page, &shown);
    return is_again ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply enquiry_get(struct request *r)
{
    struct enquiry_view view = { 0 };

    return view_load(r, &view) ? show(r, &view, false) : reply_not_found(r);
}

static struct reply done(struct request *r, const struct enquiry_view *view, const char *message)
{
    request_tell(r, message, arena_format(r->arena, "/henvendelser/%lld/fortryd", (long long)view->enquiry.id.n));
    return reply_see_other(r, "/henvendelser/%lld", (long long)view->enquiry.id.n);
}

/* When it was, from its reception to now. */
static instant moment_read(struct form *form, const struct enquiry_row *enquiry)
{
    struct request *r = form->request;
    instant at = form_instant(form, "hvornaar", FORM_REQUIRED);

    if (form->error_count == 0 && at > r->now)
        form_error(form, "hvornaar", say(r->language, "Det er ikke sket endnu."));
    if (form->error_count == 0 && at < enquiry->received_at - enquiry->received_at % 60)
        form_error(form, "hvornaar", say(r->language, "Det er før henvendelsen kom."));
    return at;
}

typedef bool step_taken(struct db *db, const struct enquiry_row *enquiry, instant at, const char *words);

static struct reply step_post(struct request *r, struct form *(*form_in)(struct enquiry_view *view), step_taken *take,
                              const char *message)
{
    struct enquiry_view view = { 0 };

    if (!view_load(r, &view))
        return reply_not_found(r);
    struct form *form = form_in(&view);
    *form = form_read(r);
    instant at = moment_read(form, &view.enquiry);
    const char *words = form_text(form, "ord", FORM_OPTIONAL, WORDS_MAX);
    if (form->error_count > 0)
        return show(r, &view, true);
    if (!take(r->db, &view.enquiry, at, words))
        return reply_conflict(r, view.enquiry.company_name);
    return done(r, &view, message);
}

static struct form *answer_in(struct enquiry_view *view)
{
    return &view->answer_form;
}

static struct form *visit_in(struct enquiry_view *view)
{
    return &view->visit_form;
}

struct reply enquiry_answer_post(struct request *r)
{
    return step_post(r, answer_in, enquiry_answer, say(r->language, "Svaret er gemt."));
}

struct reply enquiry_visit_post(struct request *r)
{
    return step_post(r, visit_in, enquiry_visit, say(r->language, "Besøget er gemt."));
}

static struct enquiry_closing closing_read(struct request *r, struct enquiry_view *view)
{
    struct form *form = &view->close_form;
    int outcome = form_choice(form, "udfald", FORM_REQUIRED, enquiry_outcome_codes);
    struct enquiry_closing closing = {
        .outcome = outcome < 0 ? ENQUIRY_SOLVED : (enum enquiry_outcome)outcome,
        .words = form_text(form, "ord", FORM_OPTIONAL, WORDS_MAX),
        .leader_words = form_text(form, "leder", FORM_OPTIONAL, WORDS_MAX),
        .next_step = form_text(form, "naeste", FORM_OPTIONAL, WORDS_MAX),
    };
    enum closing_why why = enquiry_closing_may(&(struct closing_facts){
        .outcome = closing.outcome, .policy = view->unsolved.policy, .has_placement = view->enquiry.placement.n != 0,
        .has_words = !text_is_blank(closing.words), .has_leader_words = !text_is_blank(closing.leader_words),
    });

    if (form->error_count == 0 && why == CLOSING_ASKS_LEADER)
        form_error(form, "leder", say(r->language, "Ordningen holder fast. Skriv, hvad lederen sagde, før praktikken slutter."));
    if (form->error_count == 0 && why == CLOSING_ASKS_WORDS)
        form_error(form, "ord", say(r->language, "Skriv, hvad der skete."));
    return closing;
}

struct reply enquiry_close_post(struct request *r)
{
    struct enquiry_view view = { 0 };

    if (!view_load(r, &view))
        return reply_not_found(r);
    view.close_form = form_read(r);
    struct enquiry_closing closing = closing_read(r, &view);
    if (view.close_form.error_count > 0)
        return show(r, &view, true);
    if (!enquiry_close(r->db, &view.enquiry, &closing))
        return reply_conflict(r, view.enquiry.company_name);
    bool ended = closing.outcome == ENQUIRY_UNSOLVED && view.enquiry.placement.n != 0;
    return done(r, &view, ended ? say(r->language, "Henvendelsen er afsluttet. Praktikken slutter i dag, og der er opgaver om næste skridt.")
                                : say(r->language, "Henvendelsen er afsluttet."));
}

struct reply enquiry_undo_post(struct request *r)
{
    struct enquiry_row enquiry;

    if (!enquiry_load(r->db, (struct enquiry_id){ request_id(r, "enquiry") }, &enquiry))
        return reply_not_found(r);
    if (!enquiry_undo(r->db, &enquiry))
        return reply_conflict(r, enquiry.company_name);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return reply_see_other(r, "/henvendelser/%lld", (long long)enquiry.id.n);
}
