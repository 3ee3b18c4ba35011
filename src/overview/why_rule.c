/* SPDX-License-Identifier: MIT
 * why_rule.c: what the rule says and where from, what settles an obligation, and what can stop its clock. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "engine/obligation.h"
#include "law/citation.h"
#include "law/glossary.h"
#include "library/figure.h"
#include "overview/why.h"

typedef LIST_OF(struct why_fact) fact_list;
typedef LIST_OF(struct why_settling) settling_list;

/* --- The rule. --- */

static struct why_fact *add_fact(const struct why *why, fact_list *facts, const char *term, const char *words)
{
    struct why_fact *fact = LIST_ADD(why->r->arena, facts);

    *fact = (struct why_fact){ .term = term, .words = words };
    return fact;
}

static const char *line_words(const struct why *why, const struct citation *citation, const char *document)
{
    struct request *r = why->r;
    const char *line = arena_format(r->arena, "%d", citation->line);

    if (citation->line == 0)
        return "";
    if (citation->last_line > citation->line)
        line = arena_format(r->arena, "%d–%d", citation->line, citation->last_line);
    return say_with(r->arena, r->language, SAY(" (dokument {1}, linje {2})"), document, line, NULL);
}

static void add_source(const struct why *why, fact_list *facts, const char **quotation)
{
    const struct rule *rule = why->explanation.rule;
    const struct citations *citations = citations_kept();
    struct request *r = why->r;
    struct citation citation = { .title = rule->source };

    if (rule->source != NULL && citations != NULL)
        citation_find(citations, r->arena, rule->source, &citation);
    *quotation = citation.quotation;
    if (rule->source != NULL) {
        const char *document = arena_copy(r->arena, rule->source, strcspn(rule->source, ":"));
        const char *by = citation.by == NULL ? "" : arena_format(r->arena, ", %s", citation.by);
        add_fact(why, facts, SAY("Kilde"), arena_format(r->arena, "%s%s%s", citation.title, by, line_words(why, &citation, document)));
    } else {
        add_fact(why, facts, SAY("Kilde"), say(r->language, "Ingen kilde er nævnt"));
    }
    bool is_sure = rule->mark == MARK_NONE || rule->mark == MARK_VERIFIED;
    if (!is_sure) {
        facts->at[facts->count - 1].tag = glossary_label_or_code((int)r->language, "mark", mark_words[rule->mark]);
        facts->at[facts->count - 1].tag_class = "unsure";
    }
    if (rule->law != NULL)
        add_fact(why, facts, SAY("Lov"), rule->law);
}

static const char *valid_words(const struct why *why, struct valid valid)
{
    struct request *r = why->r;
    const char *from = valid.from == DAY_NONE
        ? say(r->language, "har gjaldt fra begyndelsen")
        : say_with(r->arena, r->language, SAY("gælder fra {1}"), say_day_year(r->arena, r->language, valid.from), NULL);
    const char *to = valid.to == DAY_NONE
        ? say(r->language, "ingen slutdato")
        : say_with(r->arena, r->language, SAY("til {1}"), say_day_year(r->arena, r->language, valid.to), NULL);

    return arena_format(r->arena, "%s, %s", from, to);
}

static void add_version(const struct why *why, fact_list *facts)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;
    const char *version = arena_format(r->arena, "%d", why->line.scheme->version);
    const char *name = arena_format(r->arena, "%s, %s", words_in(why->line.scheme->title, (int)r->language),
                                    library_rule_text(r->arena, (int)r->language, why->line.scheme, e->rule));

    add_fact(why, facts, SAY("Regel"),
             say_with(r->arena, r->language, SAY("{1}, udgave {2}, {3}"), name, version, valid_words(why, e->valid), NULL));
}

static const char *edit_reason(const struct why *why, const struct figure *figure)
{
    struct request *r = why->r;
    const char *source = figure->source == NULL ? say(r->language, "intet") : figure->source;
    const char *said = say_with(r->arena, r->language, SAY("Kilden siger {1}."), source, NULL);

    return text_is_blank(figure->edit->reason) ? said : arena_format(r->arena, "%s %s", said, figure->edit->reason);
}

/* An edit counts for what began on its day or later. */
static bool is_counting(const struct why *why, const struct overlay_edit *edit)
{
    const struct explanation *e = &why->explanation;

    return edit != NULL && (e->rule->is_basis_now || e->anchor == INSTANT_NONE || edit->valid_from <= day_of_instant(e->anchor));
}

/* The numbers of the rule, and which of them this municipality has changed: who, when and why. */
static void add_figures(const struct why *why, fact_list *facts)
{
    struct request *r = why->r;
    struct scheme_case scheme;

    if (!scheme_case_load(r->db, r->language, why->row->scheme, &scheme))
        return;
    struct figures figures = figures_of(&scheme, "rules", why->row->rule, false);
    for (size_t i = 0; i < figures.count; i++) {
        const struct figure *figure = &figures.at[i];
        bool is_edited = is_counting(why, figure->edit);
        if (!is_edited && figure->source == NULL)
            continue;
        struct why_fact *fact = add_fact(why, facts, figure->type->label, is_edited ? figure->used : figure->source);
        if (!is_edited)
            continue;
        const char *from = say_day_year(r->arena, r->language, figure->edit->valid_from);
        fact->tag_class = "chg";
        fact->tag = figure->edit->by == NULL
            ? say_with(r->arena, r->language, SAY("rettet her fra {1}"), from, NULL)
            : say_with(r->arena, r->language, SAY("rettet her fra {1} af {2}"), from, figure->edit->by, NULL);
        fact->more = edit_reason(why, figure);
    }
}

static void add_kind(const struct why *why, fact_list *facts)
{
    static const char *const kinds[SEVERITY_COUNT] = {
        [SEVERITY_REMIND] = SAY("Den minder om, og teamleder ser den, når den er over tid. Den stopper ikke noget"),
        [SEVERITY_WARN] = SAY("Den advarer og stopper ikke noget"),
        [SEVERITY_NOTE] = SAY("Den er til orientering"),
        [SEVERITY_BLOCK] = SAY("Den holder næste skridt tilbage, til den er opfyldt eller begrundet"),
    };
    const struct rule *rule = why->explanation.rule;
    struct request *r = why->r;
    const char *whose = rule->law != NULL ? say(r->language, "Bygger på lov.") : say(r->language, "Ordningens regel, ikke lov.");

    add_fact(why, facts, SAY("Slags"), arena_format(r->arena, "%s %s", whose, say(r->language, kinds[rule->severity])));
}

static void add_same_duty(const struct why *why, fact_list *facts)
{
    const char *duty = why->explanation.row.duty.text;
    struct request *r = why->r;

    if (duty == NULL || why->row->citizen.n == 0)
        return;
    struct today_row_list rows = obligation_same_duty(r->db, why->row->citizen, duty, why->row->subject_kind,
                                                       why->row->subject, why->row->id);
    for (size_t i = 0; i < rows.count; i++) {
        struct due_line line = due_line_of(r, &rows.at[i]);
        add_fact(why, facts, SAY("Samme pligt"),
                 say_with(r->arena, r->language, SAY("{1} i {2}, frist {3}. Én gang opfylder begge"), line.what,
                          line.scheme == NULL ? rows.at[i].scheme : words_in(line.scheme->title, (int)r->language),
                          say_weekday_day(r->arena, r->language, day_of_instant(rows.at[i].due_at)), NULL));
    }
}

/* Forms of the rule that began, or begin, after what this row is counted from. */
static void add_coming(const struct why *why, fact_list *facts)
{
    const struct ruleset *rules = ruleset_current(why->r->db);
    struct request *r = why->r;
    instant anchor = why->explanation.anchor;
    day since = anchor == INSTANT_NONE || why->explanation.rule->is_basis_now ? r->today : day_of_instant(anchor);

    for (size_t i = 0; i < rules->rule_count; i++) {
        const struct rule_line *line = &rules->rules[i];
        if (!code_is(line->scheme, why->explanation.row.scheme) || !code_is(line->id, why->explanation.row.rule))
            continue;
        for (size_t k = 0; k < line->count; k++)
            if (line->at[k].valid.from != DAY_NONE && line->at[k].valid.from > since)
                add_fact(why, facts, SAY("Nyt tal"),
                         say_with(r->arena, r->language, SAY("Fra {1}: {2}. Det, der er begyndt før, beholder sin frist"),
                                  say_day_year(r->arena, r->language, line->at[k].valid.from),
                                  demand_words(r->arena, r->language, &line->at[k].rule), NULL));
    }
}

struct why_facts why_facts_of(const struct why *why, const char **quotation)
{
    fact_list facts = { 0 };

    add_source(why, &facts, quotation);
    add_version(why, &facts);
    add_figures(why, &facts);
    add_kind(why, &facts);
    add_same_duty(why, &facts);
    add_coming(why, &facts);
    return (struct why_facts){ facts.at, facts.count };
}

/* --- What settles it. --- */

/* What counts, with {1} for what the scheme calls it; and what is easily taken for it but is not. */
static const struct {
    const char *yes, *no, *no_too;
} settles[EVENT_KIND_COUNT] = {
    [EVENT_LADDER_PLACED] = { SAY("En indplacering på trappen, med dato"), SAY("Ikke et notat om, hvor borgeren står"), NULL },
    [EVENT_MEETING_HELD] = { SAY("{1}, der er holdt"), SAY("Ikke et møde, der er booket, aflyst eller uden borgeren"),
                             SAY("Ikke et opkald til en af parterne") },
    [EVENT_MEETING_BOOKED] = { SAY("{1}, der er booket"), SAY("Ikke en aftale, der er aflyst igen"), NULL },
    [EVENT_DOCUMENT_HANDED_OVER] = { SAY("{1}, der er udleveret til borgeren"), SAY("Ikke et dokument, der kun er lavet"), NULL },
    [EVENT_DOCUMENT_SIGNED] = { SAY("{1}, der er underskrevet"), SAY("Ikke et udkast"), NULL },
    [EVENT_DOCUMENT_MADE] = { SAY("{1}, der er lavet"), NULL, NULL },
    [EVENT_DOCUMENT_SENT] = { SAY("{1}, der er sendt"), SAY("Ikke et dokument, der kun er lavet"), NULL },
    [EVENT_ACTIVITY_STARTED] = { SAY("{1}, der er begyndt"), SAY("Ikke en plads på en liste"), NULL },
    [EVENT_ACTIVITY_PLANNED] = { SAY("Næste aktivitet, der er aftalt med dato"), NULL, NULL },
    [EVENT_PLACEMENT_STARTED] = { SAY("En praktik, der er begyndt"), SAY("Ikke en praktik, der kun er aftalt"), NULL },
    [EVENT_PLACEMENT_AGREED] = { SAY("En praktik, der er aftalt"), SAY("Ikke et ønske om praktik"), NULL },
    [EVENT_JOB_STARTED] = { SAY("Et job, der er begyndt"), SAY("Ikke et jobtilbud"), NULL },
    [EVENT_TASK_DONE] = { SAY("Opgaven, sat som klaret"), NULL, NULL },
    [EVENT_FORM_ANSWERED] = { SAY("{1}, der er udfyldt"), SAY("Ikke et skema, der kun er sendt"), NULL },
    [EVENT_PLAN_AGREED] = { SAY("En plan, borgeren har sagt ja til"), SAY("Ikke et udkast"), NULL },
    [EVENT_PLAN_REVIEWED] = { SAY("En gennemgang af planen"), NULL, NULL },
    [EVENT_CONTACT_MADE] = { SAY("En samtale i telefonen, en sms eller et notat om kontakt"), SAY("Ikke et opkald, som ingen tog"), NULL },
    [EVENT_VISIT_MADE] = { SAY("Et besøg på virksomheden"), SAY("Ikke et opkald"), NULL },
    [EVENT_REQUEST_ANSWERED] = { SAY("Et svar til virksomheden"), NULL, NULL },
    [EVENT_SESSION_STAFFED] = { SAY("En kursusdag, hvor den rigtige medarbejder var der"), NULL, NULL },
    [EVENT_REPORT_PUBLISHED] = { SAY("En rapport, der er udgivet"), SAY("Ikke en kladde"), NULL },
    [EVENT_SUSPENSION_BEGUN] = { SAY("At fristen sættes i bero"), NULL, NULL },
    [EVENT_SANCTION_OPENED] = { SAY("En sag om fraværet"), NULL, NULL },
    [EVENT_SANCTION_ANSWERED] = { SAY("Borgerens svar, skrevet i sagen"), SAY("Ikke et brev, der kun er sendt"), NULL },
    [EVENT_SANCTION_REPLY_EXPIRED] = { SAY("At fristen er gået uden svar, skrevet i sagen"), NULL, NULL },
    [EVENT_SANCTION_PROPOSED] = { SAY("En indstilling til ydelsesenheden"), NULL, NULL },
    [EVENT_SANCTION_DECIDED] = { SAY("En afgørelse i ydelsesenheden"), NULL, NULL },
    [EVENT_SANCTION_CARRIED_OUT] = { SAY("At afgørelsen er gennemført"), NULL, NULL },
    [EVENT_SANCTION_DROPPED] = { SAY("At sagen er stoppet med en grund"), NULL, NULL },
    [EVENT_PLACE_TAKEN] = { SAY("Pladsen tilbudt eller taget, eller en venteliste, der er tom"), SAY("Ikke et opkald, der ikke er skrevet på holdets side"), NULL },
    [EVENT_ABSENCE_EXCUSED] = { SAY("At fraværet er undskyldt"), NULL, NULL },
};

static void add_settling(const struct why *why, settling_list *list, bool yes, const char *words)
{
    *LIST_ADD(why->r->arena, list) = (struct why_settling){ yes, words };
}

static void add_pattern(const struct why *why, settling_list *list, const struct pattern *done)
{
    struct request *r = why->r;
    struct rule alone = { .id = why->explanation.rule->id, .done = { done, 1 } };
    const char *name = library_rule_text(r->arena, (int)r->language, why->line.scheme, &alone);

    if (settles[done->kind].yes == NULL) {
        add_settling(why, list, true, name);
        return;
    }
    add_settling(why, list, true, say_with(r->arena, r->language, settles[done->kind].yes, name, NULL));
    if (settles[done->kind].no != NULL)
        add_settling(why, list, false, say(r->language, settles[done->kind].no));
    if (settles[done->kind].no_too != NULL)
        add_settling(why, list, false, say(r->language, settles[done->kind].no_too));
}

/* Who must be there, when the scheme says so. */
static void add_parties(const struct why *why, settling_list *list, const struct pattern *done)
{
    struct request *r = why->r;
    const char *code = done->code.text;
    const struct scheme_meeting *meeting = code == NULL ? NULL : scheme_meeting(why->line.scheme, code);
    struct text parties = text_new(r->arena);

    if (meeting == NULL || meeting->parties.count == 0)
        return;
    for (size_t i = 0; i < meeting->parties.count; i++) {
        if (i > 0)
            text_add(&parties, i + 1 == meeting->parties.count ? say(r->language, " og ") : ", ");
        text_add(&parties, glossary_label_or_code((int)r->language, "role", meeting->parties.at[i].text));
    }
    add_settling(why, list, true, say_with(r->arena, r->language, SAY("Parterne er {1}"), text_done(&parties), NULL));
}

static void add_when(const struct why *why, settling_list *list)
{
    const struct explanation *e = &why->explanation;
    struct request *r = why->r;
    const char *from = why_moment_words(why, e->anchor);

    if (e->row.subject.kind == SUBJECT_PLACEMENT)
        add_settling(why, list, false, say(r->language, "Ikke noget, der handler om en anden praktik"));
    if (e->rule->early.unit == SPAN_ANY)
        add_settling(why, list, true, say_with(r->arena, r->language, SAY("Også hvis det blev gjort før {1}"), from, NULL));
    else if (e->rule->early.count > 0)
        add_settling(why, list, true, say_with(r->arena, r->language, SAY("Også op til {1} før {2}"),
                                               span_words(r->arena, r->language, e->rule->early), from, NULL));
    if (e->rule->is_counts_recorded)
        add_settling(why, list, false, say(r->language, "Det tæller fra den dag, det bliver registreret"));
}

struct why_settlings why_settlings_of(const struct why *why)
{
    const struct rule *rule = why->explanation.rule;
    settling_list list = { 0 };

    for (size_t i = 0; i < rule->done.count; i++)
        add_pattern(why, &list, &rule->done.at[i]);
    if (rule->done.count > 0) {
        add_parties(why, &list, &rule->done.at[0]);
        add_when(why, &list);
    } else if (why->explanation.row.state == OBLIGATION_BREACH) {
        add_settling(why, &list, true, say(why->r->language, "Det er sket og kan ikke gøres om. Luk med en grund"));
    } else {
        add_settling(why, &list, true, say(why->r->language, "At det igen er, som reglen siger"));
    }
    return (struct why_settlings){ list.at, list.count };
}

/* --- What can stop the clock. --- */

static bool is_meant(const struct scheme_suspend *suspend, const char *rule)
{
    for (size_t i = 0; i < suspend->rules.count; i++)
        if (text_is(suspend->rules.at[i].text, rule))
            return true;
    return suspend->rules.count == 0;
}

const char *why_pause_words(const struct why *why)
{
    const struct scheme *scheme = why->line.scheme;
    struct request *r = why->r;
    struct text words = text_new(r->arena);

    for (size_t i = 0; i < scheme->suspend.count; i++) {
        const struct scheme_suspend *suspend = &scheme->suspend.at[i];
        if (suspend->mode == SUSPENSION_RUN || !is_meant(suspend, why->row->rule))
            continue;
        const char *reason = glossary_label_or_code((int)r->language, "suspension_reason", suspend->reason.text);
        if (words.length > 0)
            text_add(&words, ", ");
        text_add(&words, words.length > 0 ? reason : sentence_begin(r->arena, reason));
        if (suspend->mode == SUSPENSION_RESTART)
            text_add(&words, say(r->language, " (regnes forfra bagefter)"));
    }
    return words.length == 0 ? NULL : text_done(&words);
}
