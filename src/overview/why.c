/* SPDX-License-Identifier: MIT
 * why.c: GET /frist/{frist}, one obligation explained. Everything is computed anew from the journal, the
 * rules and the clock, and laid beside the stored row. */
#include "overview/why.h"

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "engine/conflict.h"
#include "engine/obligation.h"
#include "overview/pages.h"
#include "overview_why_page.h"
#include "staff/staff.h"
#include "web/form.h"

enum { CHAIN_MAX = 12, FORMS_MAX = 12 };

/* --- Loading, and whether one may look. --- */

static bool is_current(enum obligation_state state)
{
    return state == OBLIGATION_OPEN || state == OBLIGATION_SUSPENDED || state == OBLIGATION_BREACH;
}

static bool has_role(struct request *r, const struct scheme *scheme, const struct obligation *row)
{
    struct staff_role_row_list roles = staff_roles(r->db, (struct staff_id){ r->actor.id });

    for (size_t i = 0; i < roles.count; i++) {
        if (text_is(roles.at[i].code, row->owner_role.text) || text_is(roles.at[i].code, row->co_owner_role.text))
            return true;
        for (size_t k = 0; k < scheme->sees.count; k++)
            if (text_is(roles.at[i].code, scheme->sees.at[k].text))
                return true;
    }
    return false;
}

/* What a restricted rule says is for those who work with it. */
static bool may_see(const struct why *why)
{
    const struct obligation *row = &why->explanation.row;

    return !row->is_restricted || why->row->owner == why->r->actor.id || has_role(why->r, why->line.scheme, row);
}

static bool is_explained(struct why *why)
{
    struct stream stream = { (enum stream_kind)why->row->stream_kind, why->row->stream };
    struct obligation_key key;

    check(obligation_key_read(why->row->name, &key));
    return why->line.rule != NULL && why->line.scheme != NULL &&
           explain(why->r->db, stream, key, why->r->now, &why->explanation);
}

/* --- The heading and the sentence. --- */

static const char *title_of(const struct why *why)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;
    const char *what = sentence_begin(r->arena, why->line.what);

    if (e->due == INSTANT_NEVER || e->row.state == OBLIGATION_BREACH || e->row.state == OBLIGATION_LAPSED)
        return what;
    const char *on = say_day_long(r->arena, r->language, day_of_instant(e->due));
    if (!e->row.is_hour_rule)
        return say_with(r->arena, r->language, SAY("{1} senest {2}"), what, on, NULL);
    return say_with(r->arena, r->language, SAY("{1} senest {2} kl. {3}"), what, on,
                    say_time(r->arena, r->language, e->due), NULL);
}

/* How a trigger stands in a sentence that begins with "Fordi". */
static const char *const happened[EVENT_KIND_COUNT] = {
    [EVENT_CITIZEN_HOUSED] = SAY("boligplaceringen var {1}"),
    [EVENT_CITIZEN_ARRIVED] = SAY("ankomsten var {1}"),
    [EVENT_CITIZEN_RECEIVED] = SAY("modtagelsen var {1}"),
    [EVENT_ENROLMENT_STARTED] = SAY("ordningen begyndte {1}"),
    [EVENT_ACTIVITY_STARTED] = SAY("forløbet begyndte {1}"),
    [EVENT_ACTIVITY_ENDED] = SAY("forløbet sluttede {1}"),
    [EVENT_PROPOSAL_ACCEPTED] = SAY("forslaget blev accepteret {1}"),
    [EVENT_PROPOSAL_ANSWERED] = SAY("der blev svaret ja {1}"),
    [EVENT_PLACEMENT_STARTED] = SAY("praktikken begyndte {1}"),
    [EVENT_PLACEMENT_ENDED] = SAY("praktikken sluttede {1}"),
    [EVENT_PLACEMENT_AGREED] = SAY("praktikken blev aftalt {1}"),
    [EVENT_JOB_STARTED] = SAY("jobbet begyndte {1}"),
    [EVENT_JOB_ENDED] = SAY("jobbet sluttede {1}"),
    [EVENT_MEETING_HELD] = SAY("det sidste møde blev holdt {1}"),
    [EVENT_MEETING_BOOKED] = SAY("mødet blev booket {1}"),
    [EVENT_FORM_ANSWERED] = SAY("den sidste måling var {1}"),
    [EVENT_DOCUMENT_SENT] = SAY("brevet blev sendt {1}"),
    [EVENT_DOCUMENT_OUTDATED] = SAY("dokumentet blev forældet {1}"),
    [EVENT_PLAN_CHANGED] = SAY("planen blev ændret {1}"),
    [EVENT_PLAN_AGREED] = SAY("planen blev aftalt {1}"),
    [EVENT_GOAL_SET] = SAY("målet blev sat {1}"),
    [EVENT_ABSENCE_REGISTERED] = SAY("der var fravær {1}"),
    [EVENT_REQUEST_RECEIVED] = SAY("virksomheden henvendte sig {1}"),
    [EVENT_CONTACT_MADE] = SAY("den sidste kontakt var {1}"),
    [EVENT_RELATION_STARTED] = SAY("de fik hinanden {1}"),
    [EVENT_VISIT_MADE] = SAY("det sidste besøg var {1}"),
    [EVENT_MEETING_NO_SHOW] = SAY("borgeren udeblev {1}"),
    [EVENT_SANCTION_OPENED] = SAY("sagen om fravær blev åbnet {1}"),
    [EVENT_SANCTION_ANSWERED] = SAY("borgeren svarede på partshøringen {1}"),
    [EVENT_SANCTION_REPLY_EXPIRED] = SAY("fristen for svar var gået {1}"),
    [EVENT_SANCTION_PROPOSED] = SAY("sagen blev indstillet {1}"),
    [EVENT_SANCTION_DECIDED] = SAY("sagen blev afgjort {1}"),
    [EVENT_PLACE_FREED] = SAY("en plads på holdet blev meldt ledig {1}"),
};

static const char *reason_of(const struct why *why)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;
    const char *title = words_in(why->line.scheme->title, (int)r->language);
    const char *demand = demand_words(r->arena, r->language, e->rule);

    if (e->trigger == NULL)
        return say_with(r->arena, r->language, SAY("Fordi {1} siger: {2}."), title, demand, NULL);
    instant at = e->trigger->at;
    const char *when = e->row.is_hour_rule && !e->trigger->is_day ? say_when(r->arena, r->language, at)
                                                                 : say_weekday_day(r->arena, r->language, day_of_instant(at));
    const char *clause = happened[e->trigger->kind] == NULL
        ? say_with(r->arena, r->language, SAY("der skete noget {1}"), when, NULL)
        : e->row.subject.kind == SUBJECT_ERRAND
        ? say_with(r->arena, r->language, SAY("konsulenten blev bedt om en praktik {1}"), when, NULL)
        : say_with(r->arena, r->language, happened[e->trigger->kind], when, NULL);
    return say_with(r->arena, r->language, SAY("Fordi {1}, og {2} siger {3}."), clause, title, demand, NULL);
}

/* What moved the date, or would have. */
static const char *turn_of(const struct why *why)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;

    if (e->due == INSTANT_NEVER)
        return say(r->language, "Uret står stille lige nu.");
    day due = day_of_instant(e->due), before = day_of_instant(e->stopped_due);
    const char *closed = why_closed_words(why, before);
    const char *name = say_weekday_day(r->arena, r->language, before);
    if (due != before && closed != NULL)
        return say_with(r->arena, r->language,
                        due < before ? SAY("{1} er {2}, så fristen er den sidste arbejdsdag før.")
                                     : SAY("{1} er {2}, så fristen er den første arbejdsdag efter."),
                        sentence_begin(r->arena, name), closed, NULL);
    if (e->stop_count > 0)
        return say_with(r->arena, r->language, SAY("Uret har stået stille undervejs, ellers var fristen {1}."),
                        why_moment_words(why, e->first_due), NULL);
    if (closed != NULL && is_current(e->row.state))
        return say_with(r->arena, r->language, SAY("{1} er {2}; den sidste arbejdsdag før er {3}."),
                        sentence_begin(r->arena, name), closed,
                        say_weekday_day(r->arena, r->language, day_of_instant(e->row.act_by)), NULL);
    return "";
}

static const char *state_class(enum obligation_state state)
{
    static const char *const classes[OBLIGATION_STATE_COUNT] = {
        [OBLIGATION_OPEN] = "wait", [OBLIGATION_MET] = "ok", [OBLIGATION_LATE] = "warn", [OBLIGATION_MISSED] = "warn",
        [OBLIGATION_LAPSED] = "no", [OBLIGATION_EXCUSED] = "no", [OBLIGATION_SUSPENDED] = "wait", [OBLIGATION_BREACH] = "warn",
        [OBLIGATION_DECIDED] = "no",
    };

    return classes[state];
}

static const char *state_words_of(const struct request *r, enum obligation_state state)
{
    return glossary_label_or_code((int)r->language, "obligation_state", obligation_state_words[state]);
}

/* "opfyldt fre. 4. dec." */
static const char *settled_words(const struct request *r, enum obligation_state state, instant settled_at)
{
    const char *words = state_words_of(r, state);

    if (settled_at == INSTANT_NONE || settled_at == INSTANT_NEVER)
        return words;
    return arena_format(r->arena, "%s %s", words, say_weekday_day(r->arena, r->language, day_of_instant(settled_at)));
}

/* --- Who, and the ladder. --- */

static const char *owner_of(const struct why *why)
{
    const struct obligation *row = &why->explanation.row;
    struct request *r = why->r;
    struct staff_row owner, assigned;

    if (why->row->owner == 0 || !staff_load(r->db, (struct staff_id){ why->row->owner }, &owner)) {
        if (code_is_none(row->owner_role))
            return say(r->language, "Ingen har den endnu. Den står på enhedens liste.");
        return say_with(r->arena, r->language, SAY("Ingen har den endnu. Den står på listen hos enhedens {1}."),
                        glossary_label_or_code((int)r->language, "role", row->owner_role.text), NULL);
    }
    const char *title = text_is_blank(owner.title) ? "" : arena_format(r->arena, ", %s", owner.title);
    const char *words = say_with(r->arena, r->language, SAY("Hos {1}{2}."), owner.name, title, NULL);
    if (row->assigned_to == 0 || !staff_load(r->db, (struct staff_id){ row->assigned_to }, &assigned))
        return words;
    if (row->assigned_to == why->row->owner)
        return arena_format(r->arena, "%s %s", words, say(r->language, "Givet videre af en kollega."));
    return arena_format(r->arena, "%s %s", words,
                        say_with(r->arena, r->language, SAY("Stedfortræder for {1}."), assigned.name, NULL));
}

static const char *names_of_role(const struct why *why, const char *role)
{
    struct request *r = why->r;
    struct staff_row_list staff = staff_with_role(r->db, role, why->row->unit);
    struct text names = text_new(r->arena);

    for (size_t i = 0; i < staff.count; i++) {
        text_add(&names, i == 0 ? " (" : ", ");
        text_add(&names, staff.at[i].name);
    }
    return staff.count == 0 ? "" : arena_format(r->arena, "%s)", text_done(&names));
}

static const char *rung_words(const struct why *why, const struct explained_bell *bell)
{
    static const char *const ways[] = { [BELL_BY_LIST] = "", [BELL_BY_MAIL] = SAY(", på mail"), [BELL_BY_SMS] = SAY(", på sms") };
    instant due = why->explanation.due;
    struct request *r = why->r;
    const char *words = "";

    switch (bell->to) {
    case BELL_TO_OWNER:
        words = bell->at < due    ? say(r->language, "påmindelse til den, der har den")
                : bell->at == due ? say(r->language, "øverst på dagens liste")
                                  : say(r->language, "ny påmindelse til den, der har den");
        break;
    case BELL_TO_DEPUTY: words = say(r->language, "også på stedfortræderens liste"); break;
    case BELL_TO_TEAM_LEADER:
        words = say_with(r->arena, r->language, SAY("også på teamleders liste{1}"), names_of_role(why, "team_leader"), NULL);
        break;
    case BELL_TO_LEADER: words = say_with(r->arena, r->language, SAY("også hos lederen{1}"), names_of_role(why, "leader"), NULL); break;
    case BELL_RECEIVER_COUNT: break;
    }
    return arena_format(r->arena, "%s%s", words, say(r->language, ways[bell->by]));
}

static int rung_order(const struct why_rung *a, const struct why_rung *b)
{
    return a->at > b->at;
}

/* The bells in order of time, with now among them while it is open. */
static struct why_rungs rungs_of(const struct why *why)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;
    LIST_OF(struct why_rung) rungs = { 0 };

    if (!is_current(e->row.state) || e->due == INSTANT_NEVER)
        return (struct why_rungs){ 0 };
    *LIST_ADD(r->arena, &rungs) = (struct why_rung){
        .at = r->now, .is_now = true, .when = say(r->language, "Nu"), .words = why->line.left.words,
    };
    for (size_t i = 0; i < e->bell_count; i++) {
        struct why_rung rung = {
            .at = e->bells[i].at, .words = rung_words(why, &e->bells[i]),
            .when = sentence_begin(r->arena, why_moment_words(why, e->bells[i].at)),
        };
        size_t at = rungs.count;
        LIST_ADD(r->arena, &rungs);
        for (; at > 0 && rung_order(&rungs.at[at - 1], &rung); at--)
            rungs.at[at] = rungs.at[at - 1];
        rungs.at[at] = rung;
    }
    return (struct why_rungs){ rungs.at, rungs.count };
}

/* --- Before, and what it was. --- */

static const char *left_over(const struct request *r, const struct chained_row *row)
{
    instant end = row->settled_at == INSTANT_NONE ? r->now : row->settled_at;

    if (row->due_at == INSTANT_NEVER || (row->state == OBLIGATION_OPEN && end > row->due_at))
        return "";
    if (row->is_hour_rule)
        return say_with(r->arena, r->language, SAY("{1} t"), arena_format(r->arena, "%lld", (long long)((row->due_at - end) / 3600)), NULL);
    return arena_format(r->arena, "%d", day_of_instant(row->due_at) - day_of_instant(end));
}

static const char *due_words(const struct request *r, instant due, bool is_hour_rule)
{
    if (due == INSTANT_NEVER)
        return say(r->language, "sat i bero");
    return is_hour_rule ? say_when(r->arena, r->language, due) : say_weekday_day(r->arena, r->language, day_of_instant(due));
}

static struct why_pasts chain_of(const struct why *why)
{
    struct request *r = why->r;
    struct chained_row_list rows = obligation_chain(r->db, &(struct obligation_chain_in){
        .stream_kind = why->row->stream_kind, .stream = why->row->stream, .scheme = why->row->scheme, .rule = why->row->rule,
        .subject_kind = why->row->subject_kind, .subject = why->row->subject, .most = CHAIN_MAX,
    });
    struct why_past *chain = arena_array(r->arena, rows.count, sizeof *chain);

    for (size_t i = 0; i < rows.count; i++) {
        const struct chained_row *row = &rows.at[i];
        const char *from = row->anchor_at == INSTANT_NONE ? "" : say_day_year(r->arena, r->language, day_of_instant(row->anchor_at));
        chain[i] = (struct why_past){
            .id = row->id.n == why->row->id.n ? 0 : row->id.n,
            .from = arena_format(r->arena, "%s %s", from, event_words(r->language, row->trigger_kind)),
            .due = due_words(r, row->due_at, row->is_hour_rule),
            .state = settled_words(r, (enum obligation_state)row->state, row->settled_at),
            .state_class = state_class((enum obligation_state)row->state),
            .left = left_over(r, row),
            .who = row->owner_name == NULL ? "" : row->owner_name,
        };
    }
    return (struct why_pasts){ chain, rows.count };
}

static struct why_pasts forms_of(const struct why *why)
{
    struct request *r = why->r;
    struct obligation_form_list rows = obligation_forms(r->db, why->row->name, FORMS_MAX);
    struct why_past *forms = arena_array(r->arena, rows.count, sizeof *forms);

    for (size_t i = 0; i < rows.count; i++)
        forms[i] = (struct why_past){
            .from = say_when(r->arena, r->language, rows.at[i].until_at),
            .due = due_words(r, rows.at[i].due_at, why->row->is_hour_rule),
            .state = settled_words(r, (enum obligation_state)rows.at[i].state, rows.at[i].settled_at),
            .state_class = state_class((enum obligation_state)rows.at[i].state),
            .who = rows.at[i].owner_name == NULL ? "" : rows.at[i].owner_name,
        };
    return (struct why_pasts){ forms, rows.count };
}

/* --- The page. --- */

static const char *what_if_of(const struct why *why)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;

    if (e->row.state != OBLIGATION_OPEN)
        return NULL;
    instant next = explain_next(r->db, e, r->now);
    if (next == INSTANT_NONE)
        return NULL;
    return say_with(r->arena, r->language, SAY("Sker det i dag, er næste frist {1}"), why_moment_words(why, next), NULL);
}

static const char *frist_path(const struct why *why, const char *what)
{
    return arena_format(why->r->arena, "/frist/%lld/%s", (long long)why->row->id.n, what);
}

static void add_forms(struct why *why, struct why_view *view)
{
    struct request *r = why->r;

    view->may_act = is_current(why->explanation.row.state) && request_may(r, MAY_OBLIGATION_ASSIGN);
    if (!view->may_act)
        return;
    view->panel = (struct work_panel){
        .colleagues = colleagues_of(r, why->row->unit, why->row->owner_role),
        .form = form_new(r),
        .give_path = frist_path(why, "giv-videre"),
        .close_path = frist_path(why, "luk"),
    };
}

/* What a person has answered, and why: the reasons stand at the conflict. */
static void add_decision(const struct why *why, struct why_view *view)
{
    struct request *r = why->r;
    const char *conflict = NULL;
    const char *words = conflict_decided_words(r, why->row->citizen, why->explanation.row.settled_by, &conflict);

    if (words == NULL)
        return;
    view->sentence = arena_format(r->arena, "%s %s", view->sentence,
                                  say_with(r->arena, r->language, SAY("Afgjort: {1}. Den ringer ikke, så længe det gælder."), words, NULL));
    view->reasons = obligation_reasons(r->db, conflict);
}

static void explain_all(struct why *why, struct why_view *view)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;
    bool is_same = e->due == why->row->due_at;

    view->is_known = true;
    view->title = title_of(why);
    view->sentence = arena_format(r->arena, "%s %s", reason_of(why), turn_of(why));
    view->state = e->row.state == OBLIGATION_OPEN ? NULL : sentence_begin(r->arena, settled_words(r, e->row.state, e->row.settled_at));
    view->state_class = state_class(e->row.state);
    view->steps = why_steps_of(why);
    view->calendar = why_calendar_of(why);
    view->facts = why_facts_of(why, &view->quotation);
    view->chain = chain_of(why);
    view->forms = forms_of(why);
    view->reasons = obligation_reasons(r->db, why->row->name);
    if (e->row.state == OBLIGATION_DECIDED)
        add_decision(why, view);
    view->settlings = why_settlings_of(why);
    view->what_if = what_if_of(why);
    view->owner = owner_of(why);
    view->rungs = rungs_of(why);
    view->is_default_ladder = e->rule->bell_count == 0;
    view->pause = why_pause_words(why);
    view->again = is_same ? say(r->language, "Regnet igen lige nu, med samme svar.")
                          : say(r->language, "Listen er ved at blive regnet om; denne side viser det nye svar.");
    add_forms(why, view);
}

struct reply why_get(struct request *r)
{
    struct today_row row;
    struct page page = page_new(r);

    if (!obligation_open(r->db, (struct obligation_id){ request_id(r, "frist") }, &row))
        return reply_not_found(r);

    if (text_is(row.scheme, conflict_scheme))
        return conflict_show(r, &row, NULL);

    struct why why = { .r = r, .row = &row, .line = due_line_of(r, &row), .workdays = workdays_current(r->db), .closed = closed_day_all(r->db) };
    struct why_view view = { .line = &why.line, .title = say(r->language, "Fristen gælder ikke længere") };
    if (is_explained(&why)) {
        if (!may_see(&why))
            return reply_not_found(r);
        explain_all(&why, &view);
    }
    why_page(&page, &view);
    return reply_page(&page.text);
}
