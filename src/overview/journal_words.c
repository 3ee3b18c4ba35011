/* SPDX-License-Identifier: MIT
 * journal_words.c: the journal in words: what kind of thing happened, what there is to say of it, by whom.
 * Texts themselves stand in their features' rows; the event holds the row's number. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "law/glossary.h"
#include "library/library.h"
#include "meeting/meeting.h"
#include "overview/person.h"
#include "task/task.h"

/* How an event is told; those without words are not shown to people. */
static const char *const told[EVENT_KIND_COUNT] = {
    [EVENT_CITIZEN_HOUSED] = SAY("Boligplaceret"),
    [EVENT_CITIZEN_ARRIVED] = SAY("Ankommet"),
    [EVENT_CITIZEN_RECEIVED] = SAY("Modtaget i kommunen"),
    [EVENT_CITIZEN_MOVED] = SAY("Flyttet"),
    [EVENT_ENROLMENT_STARTED] = SAY("Indskrevet"),
    [EVENT_ENROLMENT_ENDED] = SAY("Afsluttet"),
    [EVENT_LADDER_PLACED] = SAY("Indplaceret"),
    [EVENT_TASK_DONE] = SAY("Opgave klaret"),
    [EVENT_ACTIVITY_STARTED] = SAY("Forløb begyndt"),
    [EVENT_ACTIVITY_ENDED] = SAY("Forløb slut"),
    [EVENT_ABSENCE_REGISTERED] = SAY("Fravær"),
    [EVENT_MEETING_BOOKED] = SAY("Møde aftalt"),
    [EVENT_MEETING_HELD] = SAY("Møde holdt"),
    [EVENT_MEETING_NO_SHOW] = SAY("Kom ikke"),
    [EVENT_MEETING_CANCELLED] = SAY("Møde aflyst"),
    [EVENT_PLACEMENT_AGREED] = SAY("Praktik aftalt"),
    [EVENT_PLACEMENT_STARTED] = SAY("Praktik begyndt"),
    [EVENT_PLACEMENT_CHANGED] = SAY("Praktik ændret"),
    [EVENT_PLACEMENT_ENDED] = SAY("Praktik slut"),
    [EVENT_PROPOSAL_ACCEPTED] = SAY("Forslag accepteret"),
    [EVENT_PROPOSAL_REJECTED] = SAY("Forslag afvist"),
    [EVENT_PROPOSAL_ANSWERED] = SAY("Svar på forslag"),
    [EVENT_PROPOSAL_CLOSED] = SAY("Forslag afsluttet"),
    [EVENT_PIPELINE_MOVED] = SAY("Rekruttering"),
    [EVENT_HOURS_SET] = SAY("Timer"),
    [EVENT_JOB_STARTED] = SAY("Job begyndt"),
    [EVENT_JOB_ENDED] = SAY("Job slut"),
    [EVENT_FORM_ANSWERED] = SAY("Skema udfyldt"),
    [EVENT_AGREEMENT_SIGNED] = SAY("Forventninger underskrevet"),
    [EVENT_DOCUMENT_MADE] = SAY("Dokument lavet"),
    [EVENT_DOCUMENT_HANDED_OVER] = SAY("Udleveret"),
    [EVENT_DOCUMENT_SIGNED] = SAY("Underskrevet"),
    [EVENT_DOCUMENT_OUTDATED] = SAY("Forældet"),
    [EVENT_PLAN_AGREED] = SAY("Plan aftalt"),
    [EVENT_PLAN_CHANGED] = SAY("Plan ændret"),
    [EVENT_GOAL_SET] = SAY("Mål sat"),
    [EVENT_GOAL_REACHED] = SAY("Mål nået"),
    [EVENT_WISH_EXPRESSED] = SAY("Ønske"),
    [EVENT_WIN_ADDED] = SAY("Sejr"),
    [EVENT_CONTACT_MADE] = SAY("Notat"),
    [EVENT_REQUEST_RECEIVED] = SAY("Henvendelse"),
    [EVENT_REQUEST_ANSWERED] = SAY("Svar"),
    [EVENT_SUSPENSION_BEGUN] = SAY("Sat i bero"),
    [EVENT_SUSPENSION_ENDED] = SAY("I gang igen"),
    [EVENT_RELATION_STARTED] = SAY("Ny på holdet om borgeren"),
    [EVENT_OUTCOME_SET] = SAY("Udfald"),
    [EVENT_OBLIGATION_EXCUSED] = SAY("Frist lukket med grund"),
    [EVENT_SANCTION_OPENED] = SAY("Fraværssag åbnet"),
    [EVENT_SANCTION_ANSWERED] = SAY("Partshøring besvaret"),
    [EVENT_SANCTION_PROPOSED] = SAY("Fravær indstillet"),
    [EVENT_SANCTION_DECIDED] = SAY("Fravær afgjort"),
    [EVENT_SANCTION_CARRIED_OUT] = SAY("Sanktion gennemført"),
    [EVENT_SANCTION_DROPPED] = SAY("Fraværssag stoppet"),
    [EVENT_DOCUMENT_SENT] = SAY("Brev sendt"),
    [EVENT_CONCERN_NOTED] = SAY("Medarbejders mærke"),
    [EVENT_CONCERN_CLOSED] = SAY("Mærke afsluttet"),
};

/* The lists of the codes that events of a case about absence carry. */
static const struct {
    const char *kind, *list;
} sanction_lists[] = {
    { "sanction.opened", "sanction_kind" },    { "sanction.answered", "sanction_answer" },
    { "sanction.decided", "sanction_ruling" }, { "sanction.dropped", "sanction_reason" },
};

static const char *sanction_words(struct request *r, const struct citizen_journal_row *row)
{
    for (size_t i = 0; i < sizeof sanction_lists / sizeof *sanction_lists; i++) {
        const char *label = text_is(row->kind, sanction_lists[i].kind)
                                ? glossary_label((int)r->language, sanction_lists[i].list, row->code) : NULL;
        if (label != NULL)
            return label;
    }
    return "";
}

/* The filters of the page: a bit for each kind they show. */
static bool passes(const char *filter, enum event_kind kind)
{
    static const struct {
        const char *filter;
        enum event_kind kinds[8];
        size_t count;
    } filters[] = {
        { "samtaler", { EVENT_MEETING_BOOKED, EVENT_MEETING_HELD, EVENT_MEETING_NO_SHOW, EVENT_CONTACT_MADE }, 4 },
        { "praktik", { EVENT_PLACEMENT_AGREED, EVENT_PLACEMENT_STARTED, EVENT_PLACEMENT_CHANGED, EVENT_PLACEMENT_ENDED,
                       EVENT_HOURS_SET, EVENT_JOB_STARTED, EVENT_JOB_ENDED }, 7 },
        { "egne", { EVENT_WIN_ADDED, EVENT_WISH_EXPRESSED, EVENT_GOAL_REACHED }, 3 },
    };

    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        if (!text_is(filters[i].filter, filter))
            continue;
        for (size_t k = 0; k < filters[i].count; k++)
            if (filters[i].kinds[k] == kind)
                return true;
        return false;
    }
    return true;
}

/* The value of a field in the event's lines, or NULL. */
static const char *field(struct arena *arena, const char *lines, const char *name)
{
    size_t length = strlen(name);

    for (const char *p = lines == NULL ? "" : lines; *p != 0;) {
        size_t line = strcspn(p, "\n");
        if (line > length && strncmp(p, name, length) == 0 && p[length] == '=')
            return arena_copy(arena, p + length + 1, line - length - 1);
        p += line + (p[line] == '\n');
    }
    return NULL;
}

/* What the texts of a page are looked up in. */
struct texts {
    struct note_row_list notes;
    struct win_row_list wins;
    struct meeting_row_list meetings;
    struct placement_listed_list placements;
    struct schemes schemes;
    struct goal_row_list goals;
    struct own_words_shown_list said;
    struct task_row_list tasks;
    struct work_word_row_list words;
};

static const char *text_of(const struct texts *texts, const struct citizen_journal_row *row, int64_t id)
{
    for (size_t i = 0; i < texts->notes.count && text_is(row->code, "note"); i++)
        if (texts->notes.at[i].id.n == id)
            return texts->notes.at[i].words;
    for (size_t i = 0; i < texts->wins.count; i++)
        if (texts->wins.at[i].id.n == id && text_is(row->kind, event_kind_names[EVENT_WIN_ADDED]))
            return texts->wins.at[i].words;
    return "";
}

static const char *goal_words(const struct texts *texts, const struct citizen_journal_row *row)
{
    for (size_t i = 0; i < texts->goals.count; i++)
        if (texts->goals.at[i].id.n == row->subject)
            return texts->goals.at[i].words;
    return "";
}

/* What was said: the words are written in the moment of their event. */
static const char *wish_words(const struct texts *texts, const struct citizen_journal_row *row)
{
    for (size_t i = 0; i < texts->said.count; i++)
        if (texts->said.at[i].written_at == row->happened_at)
            return texts->said.at[i].words;
    return "";
}

static const char *task_words(struct arena *arena, const struct texts *texts, const struct citizen_journal_row *row)
{
    const char *task = field(arena, row->fields, "task");
    int64_t id;

    for (size_t i = 0; task != NULL && text_to_int(task, &id) && i < texts->tasks.count; i++)
        if (texts->tasks.at[i].id.n == id)
            return texts->tasks.at[i].words;
    return "";
}

/* The scheme's own name of a code: a meeting, an activity, a document, a step. */
static const char *code_words(struct request *r, const struct texts *texts, const char *code)
{
    for (size_t i = 0; i < texts->schemes.count; i++) {
        const struct scheme *scheme = texts->schemes.at[i];
        const struct scheme_meeting *meeting = scheme_meeting(scheme, code);
        const struct scheme_activity *activity = scheme_activity(scheme, code);
        const struct scheme_document *document = scheme_document(scheme, code);
        const struct scheme_form *form = scheme_form(scheme, code);
        for (size_t k = 0; k < scheme->tasks.count; k++)
            if (text_is(scheme->tasks.at[k].id.text, code))
                return words_in(scheme->tasks.at[k].text, (int)r->language);
        if (meeting != NULL && meeting->text.da != NULL)
            return words_in(meeting->text, (int)r->language);
        if (activity != NULL && activity->text.da != NULL)
            return words_in(activity->text, (int)r->language);
        if (document != NULL && document->text.da != NULL)
            return words_in(document->text, (int)r->language);
        if (form != NULL && form->text.da != NULL)
            return words_in(form->text, (int)r->language);
        if (text_is(scheme->id.text, code))
            return words_in(scheme->title, (int)r->language);
    }
    return NULL;
}

/* What a meeting was and what came of it. */
static const char *meeting_words(struct request *r, const struct texts *texts, const struct citizen_journal_row *row)
{
    const char *kind = code_words(r, texts, row->code);

    if (kind == NULL)
        kind = say(r->language, "Samtale");
    for (size_t i = 0; i < texts->meetings.count; i++)
        if (texts->meetings.at[i].id.n == row->subject && !text_is_blank(texts->meetings.at[i].agreed))
            return arena_format(r->arena, "%s. %s", kind, texts->meetings.at[i].agreed);
    return kind;
}

static const char *company_of(const struct texts *texts, int64_t placement)
{
    for (size_t i = 0; i < texts->placements.count; i++)
        if (texts->placements.at[i].id.n == placement)
            return texts->placements.at[i].company_name;
    return "";
}

/* Where it was. */
static const char *workplace(const struct texts *texts, const struct citizen_journal_row *row)
{
    return company_of(texts, row->subject);
}

/* What a company came with about a placement; NULL for another request. */
static const char *problem_words(struct request *r, const struct texts *texts, const struct citizen_journal_row *row)
{
    const char *placement = field(r->arena, row->fields, "placement");
    int64_t id;

    if (placement == NULL || !text_to_int(placement, &id))
        return NULL;
    return say_with(r->arena, r->language, SAY("Et problem hos {1}"), company_of(texts, id), NULL);
}

/* What a mark of somebody of staff is called, and when it has ended what became of it. */
static const char *concern_words(struct request *r, const struct citizen_journal_row *row)
{
    const char *became = field(r->arena, row->fields, "outcome");
    const char *label = became == NULL ? NULL : library_label_anywhere(row->code, became, (int)r->language);

    return label == NULL ? library_list_title(row->code, (int)r->language)
                         : arena_format(r->arena, "%s: %s", library_list_title(row->code, (int)r->language), label);
}

/* A contact is told by what it was; a note by its own words. */
static const struct {
    const char *code, *told, *content;
    bool is_daily; /* Goes on most days: told in the whole journal only, and on its own page. */
} contacts[] = {
    { "practice", SAY("Dansk på job"), NULL, true },
    { "words", SAY("Ord lært"), NULL, true },
    { "paid_hours", SAY("Samtale"), SAY("Samtale om lønnede timer"), false },
    { "find", SAY("Find praktik"), SAY("En virksomhed er spurgt om en plads"), false },
    { "wake", SAY("Opkald"), SAY("Opkald om morgenen"), true },
    { "phone", SAY("Kontakt"), NULL, false },
    { "sms", SAY("Kontakt"), NULL, false },
    { "visit", SAY("Kontakt"), NULL, false },
    { "mail", SAY("Kontakt"), NULL, false },
};
enum { CONTACTS = sizeof contacts / sizeof *contacts };

static int contact_of(enum event_kind kind, const char *code)
{
    int which = 0;

    while (which < CONTACTS && !(kind == EVENT_CONTACT_MADE && text_is(contacts[which].code, code)))
        which++;
    return which;
}

/* A word learned at work: the event holds its number. */
static const char *learned_word(const struct texts *texts, const char *number)
{
    int64_t id;

    for (size_t i = 0; text_to_int(number, &id) && i < texts->words.count; i++)
        if (texts->words.at[i].id.n == id)
            return texts->words.at[i].word;
    return "";
}

static const char *contact_words(struct request *r, const struct texts *texts, const struct citizen_journal_row *row)
{
    int which = contact_of(EVENT_CONTACT_MADE, row->code);
    const char *minutes = field(r->arena, row->fields, "minutes"), *word = field(r->arena, row->fields, "word");

    if (which == CONTACTS)
        return NULL;
    if (word != NULL)
        return learned_word(texts, word);
    if (minutes != NULL)
        return say_with(r->arena, r->language, "{1}, {2} minutter", workplace(texts, row), minutes, NULL);
    return contacts[which].content != NULL ? say(r->language, contacts[which].content)
                                           : glossary_label_or_code((int)r->language, "sanction_contact", row->code);
}

/* What there is to say of kinds that have words elsewhere; NULL for the others. */
static const char *words_of_kind(struct request *r, const struct texts *texts, const struct citizen_journal_row *row)
{
    if (text_starts(row->kind, "goal."))
        return goal_words(texts, row);
    if (text_starts(row->kind, "wish."))
        return wish_words(texts, row);
    if (text_starts(row->kind, "task.") && *task_words(r->arena, texts, row) != 0)
        return task_words(r->arena, texts, row);
    if (text_starts(row->kind, "plan.") && field(r->arena, row->fields, "version") != NULL)
        return say_with(r->arena, r->language, SAY("udgave {1}"), field(r->arena, row->fields, "version"), NULL);
    if (text_starts(row->kind, "suspension.") && field(r->arena, row->fields, "reason") != NULL)
        return glossary_label_or_code((int)r->language, "suspension_reason", field(r->arena, row->fields, "reason"));
    if (text_starts(row->kind, "citizen.") && field(r->arena, row->fields, "town") != NULL)
        return field(r->arena, row->fields, "town");
    if (text_starts(row->kind, "request."))
        return problem_words(r, texts, row);
    if (text_starts(row->kind, "concern."))
        return concern_words(r, row);
    if (text_starts(row->kind, "sanction."))
        return sanction_words(r, row);
    if (text_starts(row->kind, "agreement."))
        return arena_format(r->arena, "%s, %s", workplace(texts, row),
                            glossary_label_or_code((int)r->language, "agreement_party", field(r->arena, row->fields, "party")));
    return NULL;
}

/* "praktik" is an id of a file, "Virksomhedspraktik" a word: a code without words says nothing. */
static const char *content_of(struct request *r, const struct texts *texts, const struct citizen_journal_row *row)
{
    const char *step = field(r->arena, row->fields, "step"), *text = field(r->arena, row->fields, "text");
    const char *paid = field(r->arena, row->fields, "paid"), *hours = field(r->arena, row->fields, "hours");
    int64_t id = 0, paid_number = 0, hours_number = 0;

    if (text != NULL && text_to_int(text, &id))
        return text_of(texts, row, id);
    if (text_starts(row->kind, "meeting."))
        return meeting_words(r, texts, row);
    const char *contact = text_is(row->kind, event_kind_names[EVENT_CONTACT_MADE]) ? contact_words(r, texts, row) : NULL;
    if (contact != NULL)
        return contact;
    if (text_is(row->code, "find")) /* src/errand */
        return say(r->language, "En konsulent er bedt om at finde en praktik");
    if (text_starts(row->kind, "placement.") || text_starts(row->kind, "job."))
        return workplace(texts, row);
    const char *kind_words = words_of_kind(r, texts, row);
    if (kind_words != NULL)
        return kind_words;
    for (size_t i = 0; step != NULL && i < texts->schemes.count; i++) {
        const char *label = library_item_label(texts->schemes.at[i], row->code, step, (int)r->language);
        if (!text_is(label, step))
            return label;
    }
    if (paid != NULL && hours != NULL && text_to_int(paid, &paid_number) && text_to_int(hours, &hours_number))
        return say_with(r->arena, r->language, SAY("{1} timer om ugen, {2} med løn"),
                        say_number(r->arena, r->language, hours_number),
                        say_number(r->arena, r->language, paid_number), NULL);
    if (text_starts(row->kind, "absence."))
        return glossary_label_or_code((int)r->language, "absence", row->code);
    if (text_starts(row->kind, "relation."))
        return glossary_label_or_code((int)r->language, "role", row->code);
    if (text_is(row->code, "cv"))
        return "CV"; /* In every language. */
    const char *named = *row->code == 0 ? NULL : code_words(r, texts, row->code);
    return named == NULL ? "" : named;
}

struct journal_lines journal_lines_of(struct request *r, const struct person_view *view, size_t most)
{
    struct citizen_id citizen = view->citizen->id;
    struct texts texts = { note_of_citizen(r->db, citizen), win_of_citizen(r->db, citizen, (int64_t)most),
                           meeting_of_citizen(r->db, citizen, (int64_t)most, 0), view->placements,
                           library_schemes_on(r->db), view->goals, own_words_all(r->db, citizen),
                           task_of_citizen(r->db, citizen), view->words_learned };
    LIST_OF(struct journal_line) lines = { 0 };

    for (size_t i = 0; i < view->events.count && lines.count < most; i++) {
        const struct citizen_journal_row *row = &view->events.at[i];
        enum event_kind kind;
        if (!event_kind_read(row->kind, strlen(row->kind), &kind) || told[kind] == NULL || !passes(view->journal_filter, kind) ||
            text_is(row->code, "health_note"))
            continue;
        int contact = contact_of(kind, row->code);
        if (contact < CONTACTS && contacts[contact].is_daily && *view->journal_filter != 'a')
            continue;
        *LIST_ADD(r->arena, &lines) = (struct journal_line){
            .at = row->happened_at,
            .is_day = row->is_day || row->happened_at == day_begin(day_of_instant(row->happened_at)),
            .what = say(r->language, contact < CONTACTS ? contacts[contact].told : told[kind]),
            .content = content_of(r, &texts, row),
            .by = row->actor_name == NULL ? "" : row->actor_name,
            .is_own = kind == EVENT_WIN_ADDED && text_is(row->code, "own"),
        };
    }
    return (struct journal_lines){ lines.at, lines.count };
}
