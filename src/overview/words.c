/* SPDX-License-Identifier: MIT
 * words.c: obligations in words, from tables by the kind of event a rule waits for or counts from. */
#include "overview/words.h"

#include <string.h>

#include "base/text.h"
#include "citizen/citizen.h"
#include "engine/conflict.h"
#include "engine/obligation.h"
#include "library/figure_words.h"
#include "library/library.h"

/* How a trigger begins the reason. */
static const char *const began[EVENT_KIND_COUNT] = {
    [EVENT_CITIZEN_HOUSED] = SAY("boligplaceret"),
    [EVENT_CITIZEN_ARRIVED] = SAY("ankommet"),
    [EVENT_CITIZEN_RECEIVED] = SAY("modtaget"),
    [EVENT_ENROLMENT_STARTED] = SAY("indskrevet"),
    [EVENT_ACTIVITY_STARTED] = SAY("forløb begyndt"),
    [EVENT_ACTIVITY_ENDED] = SAY("forløb slut"),
    [EVENT_PLACEMENT_STARTED] = SAY("praktik begyndt"),
    [EVENT_PLACEMENT_ENDED] = SAY("praktik slut"),
    [EVENT_PLACEMENT_AGREED] = SAY("praktik aftalt"),
    [EVENT_JOB_STARTED] = SAY("job begyndt"),
    [EVENT_MEETING_BOOKED] = SAY("møde booket"),
    [EVENT_MEETING_HELD] = SAY("holdt"),
    [EVENT_FORM_ANSWERED] = SAY("målt"),
    [EVENT_DOCUMENT_SENT] = SAY("brev sendt"),
    [EVENT_DOCUMENT_OUTDATED] = SAY("forældet"),
    [EVENT_PROPOSAL_ACCEPTED] = SAY("forslag accepteret"),
    [EVENT_PROPOSAL_ANSWERED] = SAY("svar på forslag"),
    [EVENT_PLAN_CHANGED] = SAY("plan ændret"),
    [EVENT_PLAN_AGREED] = SAY("plan aftalt"),
    [EVENT_GOAL_SET] = SAY("mål sat"),
    [EVENT_WISH_EXPRESSED] = SAY("ønske sagt"),
    [EVENT_ABSENCE_REGISTERED] = SAY("fravær"),
    [EVENT_SUSPENSION_ENDED] = SAY("pause slut"),
    [EVENT_REPORT_PUBLISHED] = SAY("udgivet"),
    [EVENT_REQUEST_RECEIVED] = SAY("henvendelse"),
    [EVENT_AGREEMENT_SIGNED] = SAY("aftale begyndt"),
    [EVENT_MEETING_NO_SHOW] = SAY("udeblevet"),
    [EVENT_SANCTION_OPENED] = SAY("fraværssag åbnet"),
    [EVENT_SANCTION_ANSWERED] = SAY("svar på partshøring"),
    [EVENT_SANCTION_REPLY_EXPIRED] = SAY("frist for svar gået"),
    [EVENT_SANCTION_PROPOSED] = SAY("indstillet"),
    [EVENT_SANCTION_DECIDED] = SAY("afgjort"),
    [EVENT_PLACE_FREED] = SAY("plads meldt ledig"),
    [EVENT_CONTACT_MADE] = SAY("talt sammen"),
    [EVENT_VISIT_MADE] = SAY("besøgt"),
    [EVENT_REQUEST_CLOSED] = SAY("henvendelse lukket"),
    [EVENT_SURVEY_SENT] = SAY("spurgt"),
    [EVENT_DOCUMENT_SIGNED] = SAY("underskrevet"),
    [EVENT_FACT_SET] = SAY("skrevet på sagen"),
    [EVENT_GROUP_OPENED] = SAY("hold åbnet"),
    [EVENT_SESSION_HELD] = SAY("undervist"),
    [EVENT_HOURS_SET] = SAY("timer aftalt"),
    [EVENT_RELATION_DECLINED] = SAY("nej til mentor"),
    [EVENT_SANCTION_NOTED] = SAY("fravær noteret"),
};

/* What one does about a rule that waits for an event. */
static const struct {
    struct act act;
    enum permission needs; /* Who may press it; to others it is no button. */
} asked[EVENT_KIND_COUNT] = {
    [EVENT_LADDER_PLACED] = { { "T", SAY("Trin"), "/borger/{c}/trin" }, MAY_LADDER_WRITE },
    [EVENT_MEETING_HELD] = { { "S", SAY("Samtale"), "/borger/{c}/samtaler/ny?slags={k}&praktik={s}" }, MAY_MEETING_WRITE },
    [EVENT_MEETING_BOOKED] = { { "S", SAY("Aftal tid"), "/borger/{c}/moeder/ny?slags={k}" }, MAY_MEETING_WRITE },
    [EVENT_DOCUMENT_HANDED_OVER] = { { "B", SAY("Udlevér"), "/borger/{c}/dokumenter" }, MAY_DOCUMENT_WRITE },
    [EVENT_DOCUMENT_SIGNED] = { { "B", SAY("Dokument"), "/borger/{c}/dokumenter" }, MAY_DOCUMENT_WRITE },
    [EVENT_DOCUMENT_MADE] = { { "B", SAY("Dokument"), "/borger/{c}/dokumenter" }, MAY_DOCUMENT_WRITE },
    [EVENT_ACTIVITY_STARTED] = { { "A", SAY("Hold"), "/hold" }, MAY_GROUP_READ },
    [EVENT_ACTIVITY_PLANNED] = { { "A", SAY("Hold"), "/hold" }, MAY_GROUP_READ },
    [EVENT_PLACEMENT_STARTED] = { { "P", SAY("Praktik"), "/borger/{c}/praktik/ny" }, MAY_PLACEMENT_WRITE },
    [EVENT_PLACEMENT_AGREED] = { { "P", SAY("Praktik"), "/borger/{c}/praktik/ny" }, MAY_PLACEMENT_WRITE },
    [EVENT_JOB_STARTED] = { { "P", SAY("Praktik"), "/borger/{c}/praktik/ny" }, MAY_PLACEMENT_WRITE },
    [EVENT_FORM_ANSWERED] = { { "M", SAY("Måling"), "/borger/{c}/kompetencer" }, MAY_GROUP_READ },
    [EVENT_TASK_DONE] = { { "O", SAY("Opgave"), "/borger/{c}/opgaver" }, MAY_TASK_WRITE },
    [EVENT_GOAL_REVIEWED] = { { "B", SAY("Mål"), "/borger/{c}/plan" }, MAY_CASE_READ },
    [EVENT_PLAN_REVIEWED] = { { "B", SAY("Plan"), "/borger/{c}/plan" }, MAY_CASE_READ },
    [EVENT_PLAN_AGREED] = { { "B", SAY("Plan"), "/borger/{c}/plan" }, MAY_CASE_READ },
    [EVENT_DECISION_MADE] = { { "B", SAY("Plan"), "/borger/{c}/plan" }, MAY_CASE_READ },
    [EVENT_CONTACT_MADE] = { { "R", SAY("Ring"), "/borger/{c}/notat" }, MAY_CASE_WRITE },
    [EVENT_REQUEST_ANSWERED] = { { "V", SAY("Svar"), "/henvendelser/{r}" }, MAY_COMPANY_READ },
    [EVENT_VISIT_MADE] = { { "V", SAY("Besøg"), "/henvendelser/{r}" }, MAY_COMPANY_READ },
    [EVENT_REPORT_PUBLISHED] = { { "O", SAY("Rapport"), "/statusrapport" }, MAY_RESULT_READ },
    [EVENT_SESSION_STAFFED] = { { "A", SAY("Hold"), "/hold" }, MAY_GROUP_READ },
    [EVENT_SANCTION_OPENED] = { { "F", SAY("Fravær"), "/borger/{c}/fravaer" }, MAY_SANCTION_WRITE },
};

/* What waits in a case about absence, was asked of a consultant, or was proposed and accepted, is done on its page. */
static const struct act subject_acts[SUBJECT_KIND_COUNT] = {
    [SUBJECT_SANCTION] = { "F", SAY("Sagen"), "/fravaerssager/{s}" },
    [SUBJECT_ERRAND] = { "V", SAY("Svar"), "/find-praktik/{s}" },
    [SUBJECT_PROPOSAL] = { "V", SAY("Svar"), "/forslag/sag/{s}" },
    [SUBJECT_VOLUNTEER_PROPOSAL] = { "V", SAY("Svar"), "/forslag/sag/{s}" },
    [SUBJECT_SEAT_PROPOSAL] = { "V", SAY("Svar"), "/forslag/sag/{s}" },
    [SUBJECT_GROUP_PLACE] = { "A", SAY("Venteliste"), "/hold/{h}" },
};

/* What fills a gap. */
static const struct act next_step = { "P", SAY("Praktik"), "/borger/{c}/praktik/ny" };

/* A unit's own meetings stand together. */
static const struct act unit_meeting = { "S", SAY("Møde"), "/koordinering" };

/* Sparring with a company's centre stands on the company's page. */
static const struct act company_contact = { "V", SAY("Sparring"), "/virksomheder/{v}/aftaler" };

/* A follow-up belongs to its placement and has a page of its own. */
static const struct act follow_up = { "O", SAY("Opfølgning"), "/praktik/{s}/opfolgning" };

const char *event_words(enum language language, const char *kind)
{
    enum event_kind found;

    if (kind == NULL || !event_kind_read(kind, strlen(kind), &found) || began[found] == NULL)
        return "";
    return say(language, began[found]);
}

static const struct pattern *first_done(const struct rule *rule)
{
    return rule->done.count > 0 ? &rule->done.at[0] : NULL;
}

static const char *nth_words(enum language language, const struct calendar *calendar, struct arena *arena)
{
    static const char *const nths[] = { "", SAY("første"), SAY("anden"), SAY("tredje"), SAY("fjerde"), SAY("sidste") };
    static const char *const days[WEEKDAY_COUNT] = { SAY("mandag"), SAY("tirsdag"), SAY("onsdag"), SAY("torsdag"),
                                                     SAY("fredag"), SAY("lørdag"), SAY("søndag") };

    return say_with(arena, language, SAY("{1} {2} i måneden"), say(language, nths[calendar->nth]),
                    say(language, days[calendar->weekday]), NULL);
}

static const char *calendar_words(enum language language, const struct calendar *calendar, struct arena *arena)
{
    switch (calendar->kind) {
    case CALENDAR_DAILY: return say(language, "hver dag");
    case CALENDAR_WORKING_DAY: return say(language, "hver arbejdsdag");
    case CALENDAR_WEEKLY: return say(language, "hver uge");
    case CALENDAR_NTH: return nth_words(language, calendar, arena);
    case CALENDAR_DAY_OF_MONTH: return say(language, "hver måned");
    case CALENDAR_YEARLY: return say(language, "hvert år");
    case CALENDAR_EACH_SESSION: return say(language, "hver kursusdag");
    case CALENDAR_NONE:
    case CALENDAR_KIND_COUNT: break;
    }
    return "";
}

const char *span_words(struct arena *arena, enum language language, struct span span)
{
    return figure_words(arena, language, span_text(arena, span));
}

static const char *every_words(struct arena *arena, enum language language, const struct rule *rule)
{
    struct span last = rule->every[rule->every_count - 1];

    return say_with(arena, language, SAY("mindst {1}"),
                    figure_words_every(arena, language, span_text(arena, last)), NULL);
}

const char *demand_words(struct arena *arena, enum language language, const struct rule *rule)
{
    if (rule->kind == RULE_WITHIN)
        return say_with(arena, language, SAY("inden {1}"), span_words(arena, language, rule->within), NULL);
    return rule->kind == RULE_EVERY ? every_words(arena, language, rule) : offset_words(arena, language, rule);
}

/* "højst 6 måneder", or of an end that comes by itself: "+ 6 måneder". */
static const char *limit_words(struct arena *arena, enum language language, const struct limit *limit)
{
    const struct amount *amount = limit->max.kind != AMOUNT_NONE ? &limit->max : &limit->min;
    const char *frame = limit->max.kind != AMOUNT_NONE ? SAY("højst {1}") : SAY("mindst {1}");

    if (amount->kind == AMOUNT_SPAN && limit->of == QUANTITY_DURATION && amount == &limit->max)
        return arena_format(arena, "+ %s", span_words(arena, language, amount->span));
    if (amount->kind == AMOUNT_SPAN)
        return say_with(arena, language, frame, span_words(arena, language, amount->span), NULL);
    if (amount->kind == AMOUNT_NONE || amount->kind == AMOUNT_ALL)
        return say(language, "inden for grænsen");
    const char *number = say_number(arena, language, amount->low / 10);
    const char *unit = amount->kind == AMOUNT_PERCENT ? " %" : amount->kind == AMOUNT_HOURS ? say(language, " timer") : "";
    return say_with(arena, language, frame, arena_format(arena, "%s%s", number, unit), NULL);
}

const char *offset_words(struct arena *arena, enum language language, const struct rule *rule)
{
    switch (rule->kind) {
    case RULE_WITHIN: return arena_format(arena, "+ %s", span_words(arena, language, rule->within));
    case RULE_EVERY:
        return arena_format(arena, "+ %s", span_words(arena, language, rule->every[rule->every_count - 1]));
    case RULE_CALENDAR: return calendar_words(language, &rule->calendar, arena);
    case RULE_QUOTA: return say_with(arena, language, SAY("{1} i perioden"),
                                     arena_format(arena, "%d", rule->quota.count), NULL);
    case RULE_LIMIT: return limit_words(arena, language, &rule->limit);
    case RULE_MUST: return say(language, "skal være på plads");
    case RULE_REQUIRE:
    case RULE_KIND_COUNT: break;
    }
    return "";
}

static bool is_gap(const struct rule *rule)
{
    return rule->kind == RULE_LIMIT && rule->limit.of == QUANTITY_GAP;
}

static const char *because_of(struct request *r, const struct today_row *row, const struct rule *rule)
{
    if (is_gap(rule) && row->anchor_at != INSTANT_NONE)
        return say_with(r->arena, r->language, SAY("intet aftalt siden {1}"),
                        say_weekday_day(r->arena, r->language, day_of_instant(row->anchor_at)), NULL);
    const char *event = event_words(r->language, row->trigger_kind);
    const char *when = row->trigger_at == INSTANT_NONE ? ""
                       : row->is_trigger_day || !row->is_hour_rule
                           ? say_weekday_day(r->arena, r->language, day_of_instant(row->trigger_at))
                           : say_when(r->arena, r->language, row->trigger_at);

    if (*event == 0)
        return offset_words(r->arena, r->language, rule);
    return arena_format(r->arena, "%s %s %s", event, when, offset_words(r->arena, r->language, rule));
}

/* The path of an act with its places filled in. */
static const char *path_of(struct request *r, const char *path, const struct today_row *row, const char *code)
{
    struct text out = text_new(r->arena);
    bool has_page = row->subject_kind == SUBJECT_PLACEMENT || subject_acts[row->subject_kind].path != NULL;
    int64_t subject = has_page ? row->subject : 0;

    for (const char *p = path; *p != 0; p++) {
        if (*p != '{') {
            text_add_char(&out, *p);
            continue;
        }
        if (p[1] == 'c')
            text_add_int(&out, row->citizen.n);
        else if (p[1] == 's')
            text_add_int(&out, subject);
        else if (p[1] == 'v')
            text_add_int(&out, row->stream_kind == STREAM_COMPANY ? row->stream : 0);
        else if (p[1] == 'h')
            text_add_int(&out, row->stream_kind == STREAM_GROUP ? row->stream : 0);
        else if (p[1] == 'r')
            text_add_int(&out, row->subject_kind == SUBJECT_REQUEST ? row->subject : 0);
        else
            text_add(&out, code);
        p += 2;
    }
    return text_done(&out);
}

/* The rule in force on the anchor's day, among the rules of the municipality. */
static const struct rule *rule_of(struct request *r, const struct ruleset *rules, const struct today_row *row)
{
    day on = row->anchor_at == INSTANT_NONE ? r->today : day_of_instant(row->anchor_at);

    for (size_t i = 0; i < rules->rule_count; i++) {
        const struct rule_line *line = &rules->rules[i];
        struct valid valid;
        if (text_is(line->id.text, row->rule) && text_is(line->scheme.text, row->scheme))
            return rule_on(line, on, &valid);
    }
    return NULL;
}

static void add_act(struct request *r, struct due_line *line)
{
    const struct pattern *done = line->rule == NULL ? NULL : first_done(line->rule);
    enum event_kind wanted = done == NULL ? EVENT_PLACEMENT_STARTED : done->kind;

    if (done == NULL && (line->rule == NULL || !is_gap(line->rule)))
        return;
    line->done = wanted;
    line->code = done == NULL || done->code.text == NULL ? "" : done->code.text;
    bool may_press = request_may(r, asked[wanted].needs);
    const struct act *own = &subject_acts[line->row->subject_kind];
    bool is_meeting = wanted == EVENT_MEETING_HELD;
    may_press |= own->path != NULL;
    line->act = own->path != NULL                                                ? *own
                : done == NULL                                                     ? next_step
                : is_meeting && line->row->subject_kind == SUBJECT_PLACEMENT     ? follow_up
                : is_meeting && line->row->citizen.n == 0                        ? unit_meeting
                : wanted == EVENT_CONTACT_MADE && line->row->citizen.n == 0      ? company_contact
                                                                                 : asked[wanted].act;
    if (line->act.path != NULL && may_press && (line->row->citizen.n != 0 || strstr(line->act.path, "{c}") == NULL))
        line->act.path = path_of(r, line->act.path, line->row, line->code);
    else
        line->act = (struct act){ 0 };
}

const char *conflict_words(enum language language, const char *id)
{
    const struct policy_axis *axis = policy_axis_find(policies_kept(), code_of(id));

    return axis == NULL ? say(language, "To regler, der ikke kan følges på én gang") : words_in(axis->text, (int)language);
}

/* The question that two schemes put, which no rule of one of them has asked. */
static void add_conflict(struct request *r, struct due_line *line)
{
    line->what = say_with(r->arena, r->language, SAY("Tag stilling: {1}"), conflict_words(r->language, line->row->rule), NULL);
    line->because = say(r->language, "to ordninger siger hver sit");
    line->done = EVENT_DECISION_MADE;
    line->act = (struct act){ "B", SAY("Tag stilling"), arena_format(r->arena, "/frist/%lld", (long long)line->row->id.n) };
}

static struct due_line line_under(struct request *r, const struct ruleset *rules, const struct today_row *row)
{
    struct due_line line = {
        .row = row,
        .who = row->company_name != NULL ? row->company_name
               : row->other_name != NULL ? row->other_name
               : row->citizen.n == 0     ? ""
                                         : citizen_name(r->arena, row->first_name, row->last_name),
        .left = say_left(r->arena, r->language, row->due_at, row->is_hour_rule, r->now),
        .code = "",
        .scheme = library_find(library_all(), row->scheme),
        .rule = rule_of(r, rules, row),
    };

    line.what = line.rule == NULL || line.scheme == NULL
                    ? row->rule
                    : library_rule_text(r->arena, (int)r->language, line.scheme, line.rule);
    line.because = line.rule == NULL ? "" : because_of(r, row, line.rule);
    if (text_is(row->scheme, conflict_scheme))
        add_conflict(r, &line);
    else
        add_act(r, &line);
    return line;
}

struct due_line due_line_of(struct request *r, const struct today_row *row)
{
    return line_under(r, ruleset_current(r->db), row);
}

/* Whether one event settles both, each for a reason of its own. */
static bool is_same_duty(const struct today_row *one, const struct today_row *other)
{
    return one->citizen.n != 0 && one->citizen.n == other->citizen.n && one->subject == other->subject &&
           one->subject_kind == other->subject_kind && !text_is_blank(one->duty) && text_is(one->duty, other->duty) &&
           !(text_is(one->scheme, other->scheme) && text_is(one->rule, other->rule));
}

/* Takes the rows after `first` that are of its duty out of the list, and into its line when it has one. */
static void add_also(struct request *r, const struct ruleset *rules, const struct today_row_list *rows, bool *is_told,
                     size_t first, struct due_line *line)
{
    for (size_t i = first + 1; i < rows->count; i++) {
        if (is_told[i] || !is_same_duty(&rows->at[first], &rows->at[i]))
            continue;
        is_told[i] = true;
        if (line == NULL)
            continue;
        if (line->also.at == NULL)
            line->also.at = arena_array(r->arena, rows->count - i, sizeof *line->also.at);
        line->also.at[line->also.count++] = line_under(r, rules, &rows->at[i]);
    }
}

struct due_lines due_lines_of(struct request *r, const struct today_row_list *rows, size_t most, size_t *all)
{
    const struct ruleset *rules = ruleset_current(r->db);
    struct due_lines lines = { .at = arena_array(r->arena, most < rows->count ? most : rows->count, sizeof *lines.at) };
    bool *is_told = arena_array(r->arena, rows->count, sizeof *is_told);

    *all = 0;
    for (size_t i = 0; i < rows->count; i++) {
        if (is_told[i])
            continue;
        struct due_line *line = lines.count < most ? &lines.at[lines.count++] : NULL;
        if (line != NULL)
            *line = line_under(r, rules, &rows->at[i]);
        add_also(r, rules, rows, is_told, i, line);
        ++*all;
    }
    return lines;
}
