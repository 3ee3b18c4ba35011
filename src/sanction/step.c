/* SPDX-License-Identifier: MIT
 * step.c: taking a step and taking it back. A step is a row and an event in one transaction; the case's state
 * follows from it, and a step that is taken back gives the case the state it had before. */
#include "base/text.h"
#include "law/workday.h"
#include "letter/letter.h"
#include "sanction/private.h"
#include "task/task.h"

static const char open_state[] = "open", none[] = "none";
const char sanction_refunded[] = "refunded", sanction_adjusted[] = "adjusted", sanction_sharpened[] = "sharpened";

/* What a step writes to the journal, and how the case stands after it; NULL: as before. */
static const struct step_effect {
    enum event_kind event;
    const char *state;
} effects[SANCTION_STEP_COUNT] = {
    [STEP_OPENED] = { EVENT_SANCTION_OPENED, NULL },
    [STEP_GUIDED] = { EVENT_SANCTION_NOTED, NULL },
    [STEP_CONTACT] = { EVENT_CONTACT_MADE, NULL },
    [STEP_RESTORED] = { EVENT_SANCTION_NOTED, NULL },
    [STEP_ASKED] = { EVENT_SANCTION_NOTED, NULL },
    [STEP_CAME] = { EVENT_SANCTION_NOTED, NULL },
    [STEP_HEARD] = { EVENT_DOCUMENT_SENT, NULL },
    [STEP_ANSWERED] = { EVENT_SANCTION_ANSWERED, NULL },
    [STEP_EXPIRED] = { EVENT_SANCTION_REPLY_EXPIRED, NULL },
    [STEP_ASSESSED] = { EVENT_SANCTION_NOTED, NULL },
    [STEP_WARNED] = { EVENT_SANCTION_NOTED, NULL },
    [STEP_WILL] = { EVENT_SANCTION_NOTED, NULL },
    [STEP_RECOMMENDED] = { EVENT_SANCTION_PROPOSED, "recommended" },
    [STEP_RETURNED] = { EVENT_SANCTION_NOTED, open_state },
    [STEP_DECIDED] = { EVENT_SANCTION_DECIDED, "decided" },
    [STEP_CARRIED_OUT] = { EVENT_SANCTION_CARRIED_OUT, "closed" },
    [STEP_REOPENED] = { EVENT_SANCTION_NOTED, "recommended" },
    [STEP_DROPPED] = { EVENT_SANCTION_DROPPED, "closed" },
};

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

int sanction_step_read(const char *code)
{
    for (int i = 0; i < SANCTION_STEP_COUNT; i++)
        if (text_is(sanction_step_codes[i], code))
            return i;
    return -1;
}

struct event_draft sanction_draft(struct sanction_case_id id, struct citizen_id citizen, enum event_kind kind,
                                  const char *code, instant at)
{
    return (struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n }, .kind = kind, .code = code, .subject = { SUBJECT_SANCTION, id.n }, .at = at,
    };
}

void sanction_write_opened(struct db *db, struct sanction_case_id id, struct citizen_id citizen)
{
    sanction_step_insert(db, &(struct sanction_step_insert_in){
        .sanction_case = id, .citizen = citizen, .kind = sanction_step_codes[STEP_OPENED], .choice = "", .source = "",
        .words = "", .more_words = "", .happened_day = db_today(db), .due_day = DAY_NONE, .language = "",
        .state_before = open_state, .outcome_before = "", .reason_before = "", .taken_at = db_now(db), .staff = { db_actor(db).id } });
}

/* ---- What is decided anew ---- */

static bool was_sanctioned(const struct sanction_file *file)
{
    const struct sanction_step_row *ruled = sanction_step_of(file, STEP_DECIDED);

    return ruled != NULL && !text_is(ruled->choice, none);
}

static enum sanction_change change_by(const struct sanction_file *file, const struct sanction_taken *taken)
{
    struct sanction_terms terms = sanction_terms_of(taken->choice, taken->days, taken->more_words);

    return sanction_change_to(file, &terms);
}

/* Against the earlier decision: "upheld", "reversed", or "changed" where other money is to be taken than was; "" when there
 * is none. */
static const char *compared(const struct sanction_file *file, const struct sanction_taken *taken)
{
    if (!file->facts.is_reopened)
        return "";
    if (was_sanctioned(file) != !text_is(taken->choice, none))
        return "reversed";
    return change_by(file, taken) != CHANGE_NONE && was_sanctioned(file) ? "changed" : "upheld";
}

/* A decision that is decided again is no new sanction: reports count each once. */
static const char *code_of_ruling(const struct sanction_file *file, const struct sanction_taken *taken)
{
    return file->facts.is_reopened && was_sanctioned(file) ? compared(file, taken)
           : text_is(taken->choice, none) ? none : "sanction";
}

/* ---- Its event ---- */

/* The code of the event: what was chosen, or which step it was where many share a kind. */
static const char *code_of_step(const struct sanction_file *file, const struct sanction_taken *taken)
{
    if (taken->kind == STEP_DECIDED)
        return code_of_ruling(file, taken);
    if (effects[taken->kind].event == EVENT_SANCTION_NOTED)
        return sanction_step_codes[taken->kind];
    return taken->kind == STEP_HEARD ? "partshoering" : or_empty(taken->choice);
}

/* When it happened: now for today, else the day itself. */
static void set_moment(struct db *db, struct event_draft *draft, day happened)
{
    bool is_earlier = happened != DAY_NONE && happened < db_today(db);

    draft->at = is_earlier ? day_begin(happened) : db_now(db);
    draft->is_day = is_earlier;
}

static int64_t write_event(struct db *db, const struct sanction_file *file, const struct sanction_taken *taken)
{
    struct event_draft draft =
        sanction_draft(file->row.id, file->row.citizen, effects[taken->kind].event, code_of_step(file, taken), db_now(db));
    size_t count = 0;

    set_moment(db, &draft, taken->happened);
    if (taken->kind == STEP_DECIDED)
        draft.fields[count++] = (struct draft_field){ "actor_role", sanction_role_of(db, (struct staff_id){ db_actor(db).id }) };
    if (taken->kind == STEP_DECIDED && file->facts.is_deducted && text_is(taken->choice, none))
        draft.fields[count++] = (struct draft_field){ "refund", "1" };
    if (taken->days > 0)
        draft.fields[count++] = (struct draft_field){ "days", arena_format(db_arena(db), "%lld", (long long)taken->days) };
    if (taken->due != DAY_NONE)
        draft.fields[count++] = (struct draft_field){ "until", day_iso(db_arena(db), taken->due) };
    if (!text_is_blank(taken->choice))
        draft.fields[count++] = (struct draft_field){ "choice", taken->choice };
    if (!text_is_blank(taken->source))
        draft.fields[count++] = (struct draft_field){ "source", taken->source };
    if (taken->document.n != 0)
        draft.fields[count] = (struct draft_field){ "document", arena_format(db_arena(db), "%lld", (long long)taken->document.n) };
    return journal_append(db, &draft);
}

/* ---- Taking it ---- */

static bool set_state(struct db *db, const struct sanction_file *file, const struct sanction_taken *taken)
{
    const char *state = effects[taken->kind].state, *outcome = file->row.outcome, *reason = file->row.reason;

    if (taken->kind == STEP_DECIDED) {
        outcome = text_is(taken->choice, none) ? none : "sanction";
        reason = compared(file, taken);
        /* What was carried out already needs it only again when other money is to be taken than was. */
        bool is_left = file->facts.is_deducted ? change_by(file, taken) != CHANGE_NONE : !text_is(taken->choice, none);
        state = is_left ? state : "closed";
    }
    if (taken->kind == STEP_REOPENED)
        outcome = reason = "";
    if (taken->kind == STEP_DROPPED) {
        outcome = "dropped";
        reason = or_empty(taken->choice);
    }
    return sanction_case_set(db, &(struct sanction_case_set_in){
        .state = state == NULL ? file->row.state : state, .outcome = outcome, .reason = reason,
        .id = file->row.id, .citizen = file->row.citizen, .version = file->row.version }) > 0;
}

enum sanction_taking sanction_take(struct db *db, const struct sanction_file *file, const struct sanction_taken *taken,
                                   enum sanction_why *why)
{
    *why = sanction_may(&file->facts, taken->kind);
    if (*why != SANCTION_FINE)
        return SANCTION_REFUSED;
    if (!set_state(db, file, taken))
        return SANCTION_OVERTAKEN;
    sanction_step_insert(db, &(struct sanction_step_insert_in){
        .sanction_case = file->row.id, .citizen = file->row.citizen, .kind = sanction_step_codes[taken->kind],
        .choice = or_empty(taken->choice), .source = or_empty(taken->source), .words = or_empty(taken->words),
        .more_words = or_empty(taken->more_words),
        .happened_day = taken->happened == DAY_NONE ? db_today(db) : taken->happened, .due_day = taken->due,
        .language = or_empty(taken->language), .days = taken->days, .document = taken->document, .refers = taken->refers,
        .event = write_event(db, file, taken), .state_before = file->row.state,
        .outcome_before = file->row.outcome, .reason_before = file->row.reason, .taken_at = db_now(db),
        .staff = { db_actor(db).id } });
    return SANCTION_TAKEN;
}

/* ---- Taking it back ---- */

const struct sanction_step_row *sanction_newest(const struct sanction_file *file)
{
    for (size_t i = file->steps.count; i > 0; i--)
        if (file->steps.at[i - 1].undone_at == INSTANT_NONE)
            return &file->steps.at[i - 1];
    return NULL;
}

enum permission sanction_undoer(const struct sanction_file *file, int64_t actor)
{
    const struct sanction_step_row *last = sanction_newest(file);
    int kind = last == NULL ? STEP_OPENED : sanction_step_read(last->kind);

    bool is_ruled = sanction_step_of(file, STEP_DECIDED) != NULL && !file->facts.is_reopened;
    if (kind == STEP_OPENED || kind == STEP_DECIDED || kind == STEP_CARRIED_OUT || is_ruled)
        return PERMISSION_COUNT;
    if (kind != STEP_RETURNED && kind != STEP_REOPENED)
        return MAY_SANCTION_WRITE;
    return last->staff.n == actor ? MAY_SANCTION_DECIDE : PERMISSION_COUNT;
}

bool sanction_undo(struct db *db, const struct sanction_file *file)
{
    const struct sanction_step_row *last = sanction_newest(file);

    if (last == NULL || sanction_case_set(db, &(struct sanction_case_set_in){
            .state = last->state_before, .outcome = last->outcome_before, .reason = last->reason_before, .id = file->row.id, .citizen = file->row.citizen,
            .version = file->row.version }) == 0)
        return false;
    sanction_step_undo(db, db_now(db), (struct staff_id){ db_actor(db).id }, last->id, file->row.citizen);
    journal_void(db, last->event);
    if (last->document.n != 0)
        letter_recall(db, file->row.citizen, last->document, SAY("Skridtet i fraværssagen er fortrudt."));
    return true;
}

/* ---- No guidance ---- */

bool sanction_stop_and_guide(struct db *db, const struct sanction_file *file)
{
    enum sanction_why why;
    struct sanction_taken stop = { .kind = STEP_DROPPED, .choice = "no_guidance", .happened = DAY_NONE, .due = DAY_NONE };

    if (sanction_take(db, file, &stop, &why) != SANCTION_TAKEN)
        return false;
    task_create(db, file->row.citizen, file->row.unit, (struct staff_id){ 0 },
                "Vejled borgeren skriftligt om pligter og om, hvad fravær kan betyde, på et sprog borgeren læser",
                workday_add(NULL, db_today(db), 1));
    return true;
}
