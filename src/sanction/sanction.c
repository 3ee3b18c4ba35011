/* SPDX-License-Identifier: MIT
 * sanction.c: opening a case, and the facts of one as they are today. What is done in it is step.c. */
#include "sanction/sanction.h"

#include "base/text.h"
#include "engine/journal.h"
#include "letter/letter.h"
#include "library/library.h"
#include "rates/rates.h"
#include "sanction/private.h"

enum { THOUSANDTHS = 1000, NUMBER_MOST = 1000000 };

static const char job_ready[] = "jobparat", unlawful[] = "unlawful";

/* ---- Guidance ---- */

/* Is a document of that code guidance: a letter of that kind, or a template of its scheme? */
static bool is_guidance(struct db *db, const struct guidance_row *row)
{
    const struct letter_template *letter = letter_template(row->code);

    if (letter != NULL && letter->kind == LETTER_GUIDANCE)
        return true;
    const struct scheme *scheme = text_is_blank(row->scheme) ? NULL : library_scheme(db, row->scheme);
    const struct scheme_document *document = scheme == NULL ? NULL : scheme_document(scheme, row->code);

    return document != NULL && document->kind == DOCUMENT_GUIDANCE;
}

bool sanction_reads(struct db *db, const char *language, const char *own, const char *others)
{
    struct text_pieces codes = text_split(db_arena(db), others == NULL ? "" : others, ' ');

    if (text_is(language, own))
        return true;
    for (size_t i = 0; i < codes.count; i++)
        if (text_is(text_trim(db_arena(db), codes.at[i]), language))
            return true;
    return false;
}

/* The newest before the breach in a language she reads; else the newest before it; else the newest. */
static struct guidance_row guidance_of(struct db *db, struct citizen_id citizen, day breach, const char *own, const char *others)
{
    struct guidance_row_list all = guidance_handed_over(db, citizen);
    struct guidance_row best = { 0 };
    int best_rank = 0;

    for (size_t i = 0; i < all.count; i++) {
        bool is_before = day_of_instant(all.at[i].handed_over_at) < breach;
        int rank = 1 + is_before + (is_before && sanction_reads(db, all.at[i].language, own, others));
        if (rank < best_rank || !is_guidance(db, &all.at[i]))
            continue;
        best = all.at[i];
        best_rank = rank;
    }
    return best;
}

/* ---- Opening ---- */

day absence_day_of(const struct absence_waiting *absence)
{
    return absence->meets_at == INSTANT_NONE ? absence->absent_day : day_of_instant(absence->meets_at);
}

/* Has somebody reached or met her since the first day: a call or a message that was noted, a talk that was held? */
static bool is_reached_since(struct db *db, struct citizen_id citizen, day breach)
{
    struct view view = journal_view(db, (struct stream){ STREAM_CITIZEN, citizen.n }, db_now(db), db_now(db));

    for (size_t i = 0; i < view.count; i++) {
        const struct event *event = &view.events[i];
        bool is_call = event->kind == EVENT_CONTACT_MADE && !text_is(event->code.text, "note");
        if ((is_call || event->kind == EVENT_MEETING_HELD) && day_of_instant(event->at) >= breach)
            return true;
    }
    return false;
}

static void fill_time(struct db *db, struct sanction_file *file)
{
    file->limit_law = law_value_on(rates_law(db), "sanction_deduct_months", file->facts.breach);
    file->limit_months = (int)(file->limit_law->value / THOUSANDTHS);
    file->facts.limit = sanction_limit(file->facts.breach, file->limit_months);
    file->facts.today = db_today(db);
}

static void fill_stance(struct db *db, struct sanction_file *file, struct citizen_id citizen)
{
    file->stance = absence_stance_of(db, citizen);
    file->facts.policy = file->stance.policy;
    file->facts.is_supported = file->stance.policy == ABSENCE_SUPPORT && is_reached_since(db, citizen, file->facts.breach);
}

enum sanction_why sanction_may_open(struct db *db, struct citizen_id citizen, day breach, struct sanction_facts *facts)
{
    struct sanction_file file = { .facts = { .breach = breach, .guided = DAY_NONE, .heard = DAY_NONE } };

    fill_time(db, &file);
    fill_stance(db, &file, citizen);
    *facts = file.facts;
    return sanction_may(facts, STEP_OPENED);
}

/* The scheme whose rules the case runs by: the one with a policy, when she is in it. */
static const char *scheme_for(struct db *db, struct citizen_id citizen)
{
    struct absence_stance stance = absence_stance_of(db, citizen);

    return stance.scheme == NULL ? "" : stance.scheme;
}

static void open_for(struct db *db, struct sanction_case_id id, struct citizen_id citizen, const char *kind,
                     const struct absence_waiting *absence, bool is_first)
{
    bool is_group = text_is(absence->origin, "group"), is_placement = text_is(absence->origin, "placement");
    const char *number = arena_format(db_arena(db), "%lld", (long long)absence->origin_id);
    struct sanction_absence_id row = sanction_absence_insert(db, &(struct sanction_absence_insert_in){
        .sanction_case = id, .citizen = citizen, .absent_day = absence_day_of(absence),
        .attendance = { is_group ? absence->origin_id : 0 }, .placement = { is_placement ? absence->origin_id : 0 },
        .meeting = { is_group || is_placement ? 0 : absence->origin_id } });
    struct event_draft draft = sanction_draft(id, citizen, EVENT_SANCTION_OPENED, is_first ? kind : "day", db_now(db));

    draft.fields[0] = (struct draft_field){ is_group ? "absence" : is_placement ? "placement" : "meeting", number };
    draft.fields[1] = (struct draft_field){ "day", day_iso(db_arena(db), absence_day_of(absence)) };
    sanction_absence_set_event(db, journal_append(db, &draft), row, citizen);
}

struct sanction_case_id sanction_open(struct db *db, struct citizen_id citizen, const struct absence_waiting *const *absences,
                                      size_t count)
{
    day breach = absence_day_of(absences[0]);
    const char *kind = sanction_kind_codes[text_is(absences[0]->origin, "meeting") ? SANCTION_TALK : SANCTION_OFFER];

    for (size_t i = 1; i < count; i++)
        if (absence_day_of(absences[i]) < breach)
            breach = absence_day_of(absences[i]);
    struct sanction_case_id id = sanction_case_insert(db, &(struct sanction_case_insert_in){
        .citizen = citizen, .kind = kind, .scheme = scheme_for(db, citizen), .breach_day = breach,
        .opened_at = db_now(db), .opened_by = { db_actor(db).id } });
    for (size_t i = 0; i < count; i++)
        open_for(db, id, citizen, kind, absences[i], i == 0);
    sanction_write_opened(db, id, citizen);
    return id;
}

/* ---- The facts ---- */

const struct sanction_step_row *sanction_step_of(const struct sanction_file *file, enum sanction_step_kind kind)
{
    const struct sanction_step_row *found = NULL;

    for (size_t i = 0; i < file->steps.count; i++)
        if (file->steps.at[i].undone_at == INSTANT_NONE && text_is(file->steps.at[i].kind, sanction_step_codes[kind]))
            found = &file->steps.at[i];
    return found;
}

static bool has_come(const struct sanction_file *file, const struct sanction_step_row *asked)
{
    for (size_t i = 0; i < file->steps.count; i++)
        if (file->steps.at[i].undone_at == INSTANT_NONE && file->steps.at[i].refers.n == asked->id.n)
            return true;
    return false;
}

bool sanction_is_waiting(const struct sanction_file *file, const struct sanction_step_row *asked)
{
    return !has_come(file, asked) && (asked->due_day == DAY_NONE || asked->due_day >= file->facts.today);
}

/* The number before the words that older rows have after it. */
static int64_t leading_number(const char *words)
{
    int64_t number = 0;

    for (; words != NULL && *words >= '0' && *words <= '9' && number < NUMBER_MOST; words++)
        number = number * 10 + (*words - '0');
    return number;
}

struct sanction_terms sanction_terms_of(const char *choice, int64_t days, const char *more_words)
{
    bool is_sharpened = text_is(choice, sanction_sharpened), is_sanction = is_sharpened || text_is(choice, "sanction");
    int64_t number = leading_number(more_words);

    return (struct sanction_terms){ is_sanction, is_sharpened, is_sanction && !is_sharpened ? days : 0,
                                    is_sanction && !is_sharpened ? number : 0, is_sharpened ? number : 0 };
}

enum sanction_change sanction_change_to(const struct sanction_file *file, const struct sanction_terms *anew)
{
    const struct sanction_step_row *ruled = NULL, *done = NULL;

    for (size_t i = 0; i < file->steps.count; i++) {
        const struct sanction_step_row *step = &file->steps.at[i];
        if (step->undone_at == INSTANT_NONE && text_is(step->kind, sanction_step_codes[STEP_DECIDED]))
            ruled = step;
        if (step->undone_at == INSTANT_NONE && text_is(step->kind, sanction_step_codes[STEP_CARRIED_OUT]))
            done = text_is(step->choice, sanction_refunded) ? NULL : ruled;
    }
    if (done == NULL)
        return CHANGE_NONE;
    struct sanction_terms taken = sanction_terms_of(done->choice, done->days, done->more_words);
    return sanction_change(&taken, anew);
}

/* Some of the marks may have been corrected since the case was opened. */
static bool is_still_unlawful(const struct sanction_file *file)
{
    for (size_t i = 0; i < file->absences.count; i++)
        if (text_is(file->absences.at[i].mark, unlawful))
            return true;
    return false;
}

/* What one step that stands says. A return makes what was assessed and recommended before it void. */
static void fold_step(struct db *db, struct sanction_file *file, const struct sanction_step_row *step)
{
    struct sanction_facts *f = &file->facts;
    int kind = sanction_step_read(step->kind);
    bool is_excuse = text_is(step->choice, "lawful");

    switch (kind) {
    case STEP_GUIDED:
        f->guided = step->happened_day;
        f->reads_guidance = sanction_reads(db, step->language, file->row.language, file->row.other_languages);
        break;
    case STEP_CONTACT: f->is_contact_tried = true; break;
    case STEP_ASKED: f->sources_asked++; f->sources_open += sanction_is_waiting(file, step); break;
    case STEP_CAME: f->is_excused |= is_excuse; break;
    case STEP_HEARD: f->heard = step->happened_day; f->deadline = step->due_day; break;
    case STEP_ANSWERED: f->is_answered = true; f->is_excused |= is_excuse; break;
    case STEP_EXPIRED: f->is_answered = true; break;
    case STEP_ASSESSED:
        f->grounds = text_is(step->choice, "reasonable") ? GROUNDS_REASONABLE : GROUNDS_NONE;
        f->is_promotion_assessed = !text_is_blank(step->more_words);
        f->assessor = step->staff.n;
        break;
    case STEP_RECOMMENDED: f->is_recommended = true; f->recommender = step->staff.n; break;
    case STEP_WARNED:
        f->warned = step->happened_day;
        f->is_spouse_warned = !text_is(step->choice, "not_spouse");
        break;
    case STEP_WILL: f->is_will_missing = text_is(step->choice, "missing"); break;
    case STEP_DECIDED: f->is_reopened = false; break;
    case STEP_CARRIED_OUT: f->is_deducted = !text_is(step->choice, sanction_refunded); break;
    case STEP_REOPENED: f->is_reopened = true; break;
    case STEP_RETURNED: f->is_recommended = false; f->grounds = GROUNDS_NOT_ASSESSED; break;
    default: break;
    }
}

/* While it is reopened nothing new is decided yet. */
static void fill_change(struct sanction_file *file)
{
    const struct sanction_step_row *ruled = sanction_step_of(file, STEP_DECIDED);

    if (ruled == NULL || file->facts.is_reopened)
        return;
    struct sanction_terms terms = sanction_terms_of(ruled->choice, ruled->days, ruled->more_words);
    file->facts.change = sanction_change_to(file, &terms);
}

static void fill_facts(struct db *db, struct sanction_file *file)
{
    struct sanction_facts *f = &file->facts;
    const struct sanction_case_row *row = &file->row;

    f->is_activity_ready = !text_is(row->readiness, job_ready); /* Whose is not known has the better protection. */
    f->is_address_closed = row->is_protected || row->has_no_address;
    f->is_closed = text_is(row->state, "closed");
    f->is_sanctioned = text_is(row->outcome, "sanction");
    f->is_decided = text_is(row->state, "decided") || f->is_sanctioned || text_is(row->outcome, "none");
    f->actor = db_actor(db).id;
    f->is_of_benefits_unit = (db_actor(db).permissions & PERMISSION_BIT(MAY_SANCTION_DECIDE)) != 0;
    f->is_excused = !is_still_unlawful(file);
    f->earlier_sanctions = sanction_earlier(db, row->citizen, row->id, row->breach_day);
    if (file->guidance.id.n != 0) {
        f->guided = day_of_instant(file->guidance.handed_over_at);
        f->reads_guidance = sanction_reads(db, file->guidance.language, row->language, row->other_languages);
    }
    for (size_t i = 0; i < file->steps.count; i++)
        if (file->steps.at[i].undone_at == INSTANT_NONE)
            fold_step(db, file, &file->steps.at[i]);
    fill_change(file);
}

bool sanction_load(struct db *db, struct sanction_case_id id, struct sanction_file *file)
{
    *file = (struct sanction_file){ .facts = { .guided = DAY_NONE, .heard = DAY_NONE, .deadline = DAY_NONE, .warned = DAY_NONE } };
    if (!sanction_case_load(db, id, &file->row))
        return false;
    file->facts.breach = file->row.breach_day;
    fill_time(db, file);
    fill_stance(db, file, file->row.citizen);
    file->absences = sanction_absences(db, id, file->row.citizen);
    file->steps = sanction_steps(db, id, file->row.citizen);
    file->guidance = guidance_of(db, file->row.citizen, file->row.breach_day, file->row.language, file->row.other_languages);
    fill_facts(db, file);
    return true;
}

struct sanction_days sanction_days_of(const struct sanction_file *file)
{
    const struct sanction_step_row *restored = sanction_step_of(file, STEP_RESTORED);
    struct sanction_days days = { file->facts.breach, file->facts.breach, 0, false, 0 };

    if (text_is(file->row.kind, sanction_kind_codes[SANCTION_TALK]))
        return sanction_talk_days(file->facts.breach, restored == NULL ? DAY_NONE : restored->happened_day, file->facts.today);
    for (size_t i = 0; i < file->absences.count; i++) {
        if (!text_is(file->absences.at[i].mark, unlawful))
            continue;
        if (file->absences.at[i].away_minutes > 0)
            days.part_days++;
        else
            days.count++;
        days.last = file->absences.at[i].absent_day;
    }
    return days;
}
