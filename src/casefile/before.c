/* SPDX-License-Identifier: MIT
 * before.c: what the schemes ask before something is done, in words: the rule, what is missing, where it is mended. */
#include "casefile/before.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "engine/journal.h"
#include "library/library.h"
#include "web/form.h"

enum { REASON_MAX = 4000 }; /* Bytes. */

struct line_list {
    struct held_line *at;
    size_t count, room;
};

/* Fields of events as the forms call them, and what to say when nothing was typed. */
static const struct {
    const char *event_field, *form_field, *unknown;
} typed_fields[] = {
    { "purpose", "formaal", SAY("Formålet er ikke valgt.") },
    { "reason", "grund", SAY("Grunden er ikke skrevet.") },
    { "clarified", "afklaret", SAY("Det er ikke skrevet, hvad der er afklaret.") },
    { "parties", "med", SAY("Det er ikke skrevet, hvem der er med.") },
    { "company_consultant", "med", SAY("Sæt kryds ved virksomhedskonsulenten. Står der ingen, mangler borgeren en på sit hold.") },
    { "paid", "trin1_loen", SAY("De lønnede timer er ikke skrevet.") },
};

/* Where something that has not happened yet is done for a citizen. {code} of the rule's pattern follows where wanted. */
static const struct {
    enum event_kind kind;
    const char *path, *name;
    bool has_code;
} ways_on[] = {
    { EVENT_MEETING_HELD, "/samtaler/ny?slags=", SAY("Skriv mødet ned"), true },
    { EVENT_MEETING_BOOKED, "/samtaler/ny?book=1&slags=", SAY("Aftal mødet"), true },
    { EVENT_DOCUMENT_MADE, "/dokumenter", SAY("Til dokumenterne"), false },
    { EVENT_DOCUMENT_SIGNED, "/dokumenter", SAY("Til dokumenterne"), false },
    { EVENT_DOCUMENT_HANDED_OVER, "/dokumenter", SAY("Til dokumenterne"), false },
    { EVENT_WISH_EXPRESSED, "/plan", SAY("Til planen"), false },
};

/* What a rule's demand reads first: an event that should have happened, or a field of this one. */
struct demand {
    const struct pattern *pattern;
    struct code field;
};

static void see_pattern(void *about, const struct pattern *pattern, size_t offset)
{
    struct demand *demand = about;

    (void)offset;
    if (demand->pattern == NULL)
        demand->pattern = pattern;
}

static void see_field(void *about, struct code name)
{
    struct demand *demand = about;

    if (code_is_none(demand->field))
        demand->field = name;
}

static struct demand demand_of(const struct rule *rule)
{
    struct demand demand = { .field = CODE_NONE };
    const struct condition_visitor visitor = { .pattern = see_pattern, .field = see_field, .about = &demand };

    condition_visit(rule->demand, &visitor);
    return demand;
}

/* The typed field of this form that the rule is about, and what to say when it is empty. */
static void say_field(struct request *r, const struct form *form, const struct demand *demand, enum truth truth,
                      struct held_line *line)
{
    struct form copy = *form;

    for (size_t i = 0; i < sizeof typed_fields / sizeof *typed_fields; i++) {
        if (!text_is(typed_fields[i].event_field, demand->field.text))
            continue;
        if (form_all(&copy, typed_fields[i].form_field).count > 0)
            line->field = typed_fields[i].form_field;
        if (truth == TRUTH_UNKNOWN)
            line->missing = say(r->language, typed_fields[i].unknown);
    }
    /* A scheme's own question is a field of its form by the same name. */
    if (line->field == NULL && form_all(&copy, demand->field.text).count > 0)
        line->field = demand->field.text;
}

static void say_event(struct request *r, const struct written_event *written, const struct scheme *scheme,
                      const struct pattern *wanted, struct held_line *line)
{
    const char *name = library_pattern_text(r->arena, (int)r->language, scheme, wanted);

    if (name != NULL)
        line->missing = say_with(r->arena, r->language, "Mangler: {1}.", name, NULL);
    for (size_t i = 0; i < sizeof ways_on / sizeof *ways_on; i++) {
        if (ways_on[i].kind != wanted->kind || written->stream.kind != STREAM_CITIZEN)
            continue;
        line->way_on = arena_format(r->arena, "/borger/%lld%s%s", (long long)written->stream.id, ways_on[i].path,
                                    ways_on[i].has_code && !code_is_none(wanted->code) ? wanted->code.text : "");
        line->way_on_name = say(r->language, ways_on[i].name);
    }
}

static struct held_line line_of(struct request *r, const struct form *form, const struct written_event *written,
                                const struct verdict *verdict)
{
    const struct scheme *scheme = library_scheme(r->db, verdict->scheme.text);
    const struct rule *rule = verdict->rule;
    struct demand demand = demand_of(rule);
    struct held_line line = {
        .words = library_rule_text(r->arena, (int)r->language, scheme, rule),
        .source = arena_format(r->arena, "%s, %s", library_scheme_title(scheme->id.text, (int)r->language),
                               rule->source == NULL ? "" : rule->source),
    };

    if (rule->severity != SEVERITY_BLOCK)
        line.reason_name = arena_format(r->arena, "begrund_%s_%s", verdict->scheme.text, rule->id.text);
    if (demand.pattern != NULL)
        say_event(r, written, scheme, demand.pattern, &line);
    else if (!code_is_none(demand.field))
        say_field(r, form, &demand, verdict->truth, &line);
    return line;
}

static const struct event *event_of_lid(const struct view *view, int64_t lid)
{
    for (size_t i = 0; i < view->count; i++)
        if (view->events[i].lid == lid)
            return &view->events[i];
    return NULL;
}

/* Does any rule of kind `require` guard events of a kind? Spares nearly all posts the rest. */
static bool is_guarded(const struct ruleset *rules, enum event_kind kind)
{
    for (size_t i = 0; i < rules->rule_count; i++) {
        const struct rule *rule = &rules->rules[i].at[0].rule;
        if (rule->kind == RULE_REQUIRE && rule->before.kind == kind)
            return true;
    }
    return false;
}

/* What happens on a day to come is judged as of that day, by what is known now. */
static struct verdicts verdicts_of(struct request *r, const struct ruleset *rules, const struct written_event *written)
{
    instant at = written->at > r->now ? written->at : r->now;
    struct view *view = arena_alloc(r->arena, sizeof *view);

    *view = journal_view(r->db, written->stream, at, r->now);
    const struct event *event = event_of_lid(view, written->lid);
    return event == NULL ? (struct verdicts){ 0 } : evaluate_before(r->arena, view, rules, event);
}

static const char *reason_typed(struct request *r, const struct form *form, const char *name)
{
    return name == NULL ? "" : text_trim(r->arena, form_value(form, name));
}

/* Keeps the reasons for one event and says in the journal that there are some. */
static void keep_reasons(struct request *r, const struct form *form, const struct written_event *written,
                         const struct verdicts *verdicts)
{
    int64_t first = 0;

    for (size_t i = 0; i < verdicts->count; i++) {
        const struct verdict *verdict = &verdicts->at[i];
        if (verdict->rule->severity == SEVERITY_NOTE)
            continue;
        const char *name = arena_format(r->arena, "begrund_%s_%s", verdict->scheme.text, verdict->rule->id.text);
        struct precondition_reason_id id = precondition_reason_insert(r->db, &(struct precondition_reason_insert_in){
            .stream_kind = written->stream.kind,
            .stream = written->stream.id,
            .citizen = { written->stream.kind == STREAM_CITIZEN ? written->stream.id : 0 },
            .event = written->lid,
            .subject_kind = written->subject.kind,
            .subject = written->subject.id,
            .scheme = verdict->scheme.text,
            .rule = verdict->rule->id.text,
            .words = reason_typed(r, form, name),
            .staff = { r->actor.id },
            .given_at = r->now,
        });
        first = first == 0 ? id.n : first;
    }
    if (first != 0)
        journal_excuse(r->db, written->lid, first);
}

/* The lines of one event that nothing answers yet. True when all that is asked has a reason. */
static bool add_lines(struct request *r, const struct form *form, const struct written_event *written,
                      const struct verdicts *verdicts, struct line_list *lines)
{
    bool is_answered = true;

    for (size_t i = 0; i < verdicts->count; i++) {
        if (verdicts->at[i].rule->severity == SEVERITY_NOTE)
            continue;
        struct held_line line = line_of(r, form, written, &verdicts->at[i]);
        const char *reason = reason_typed(r, form, line.reason_name);
        is_answered = is_answered && *reason != 0 && strlen(reason) <= REASON_MAX;
        *LIST_ADD(r->arena, lines) = line;
    }
    return is_answered;
}

struct held_lines casefile_before(struct request *r, int64_t mark)
{
    const struct ruleset *rules = ruleset_current(r->db);
    struct written_events written = journal_written_since(r->db, mark);
    struct form form = form_read(r);
    struct line_list lines = { 0 };
    struct held_lines held = { .back = "/" };

    for (size_t i = 0; i < written.count; i++) {
        const struct written_event *event = &written.at[i];
        size_t before = lines.count;
        if (!is_guarded(rules, event->kind))
            continue;
        struct verdicts verdicts = verdicts_of(r, rules, event);
        if (add_lines(r, &form, event, &verdicts, &lines)) {
            keep_reasons(r, &form, event, &verdicts);
            lines.count = before;
        } else if (event->stream.kind == STREAM_CITIZEN) {
            held.back = arena_format(r->arena, "/borger/%lld", (long long)event->stream.id);
        }
    }
    held.at = lines.at;
    held.count = lines.count;
    return held;
}

/* The rule's own words; its id when the scheme has it no longer. */
static const char *rule_words(struct request *r, const struct precondition_reason_row *row)
{
    const struct scheme *scheme = library_scheme(r->db, row->scheme);

    for (size_t i = 0; scheme != NULL && i < scheme->rules.count; i++)
        if (text_is(scheme->rules.at[i].rule.id.text, row->rule))
            return library_rule_text(r->arena, (int)r->language, scheme, &scheme->rules.at[i].rule);
    return row->rule;
}

struct reasons_given casefile_reasons_about(struct request *r, struct citizen_id citizen, struct subject about)
{
    struct precondition_reason_row_list rows = precondition_reasons(r->db, citizen);
    struct reasons_given given = { arena_array(r->arena, rows.count, sizeof *given.at), 0 };

    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].subject_kind == (int64_t)about.kind && rows.at[i].subject == about.id)
            given.at[given.count++] = (struct reason_given){ rule_words(r, &rows.at[i]), rows.at[i].words };
    return given;
}
