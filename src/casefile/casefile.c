/* SPDX-License-Identifier: MIT
 * casefile.c: team, enrolment, breaks, ladder, notes and wins, with their events. Who may see a case is
 * in guard.c, pages in pages.c. */
#include "casefile/casefile.h"

#include "base/text.h"
#include "engine/journal.h"
#include "library/library.h"

static struct stream stream_of(struct citizen_id citizen)
{
    return (struct stream){ STREAM_CITIZEN, citizen.n };
}

static struct subject whole(struct citizen_id citizen)
{
    return (struct subject){ SUBJECT_CITIZEN, citizen.n };
}

static const char *number_text(struct db *db, int64_t number)
{
    return arena_format(db_arena(db), "%lld", (long long)number);
}

static void note_relation(struct db *db, struct citizen_id citizen, enum event_kind kind, const char *role,
                          struct staff_id staff)
{
    journal_append(db, &(struct event_draft){
        .stream = stream_of(citizen),
        .kind = kind,
        .code = role,
        .subject = whole(citizen),
        .at = db_now(db),
        .fields = { { "staff", number_text(db, staff.n) } },
    });
}

void casefile_take_off_team(struct db *db, struct citizen_id citizen, const struct team_row *member)
{
    staffing_end(db, db_now(db), member->id, citizen);
    note_relation(db, citizen, EVENT_RELATION_ENDED, member->role, member->staff);
}

void casefile_put_on_team(struct db *db, struct citizen_id citizen, const char *role, struct staff_id staff)
{
    struct team_row_list team = casefile_team(db, citizen);

    for (size_t i = 0; i < team.count; i++) {
        if (!text_is(team.at[i].role, role))
            continue;
        if (team.at[i].staff.n == staff.n)
            return;
        casefile_take_off_team(db, citizen, &team.at[i]);
    }
    staffing_insert(db, citizen, role, staff, db_now(db));
    note_relation(db, citizen, EVENT_RELATION_STARTED, role, staff);
}

const struct scheme *casefile_scheme_running(struct db *db, const struct enrolment_row *enrolment)
{
    return text_is(enrolment->state, "ended") ? NULL : library_scheme(db, enrolment->scheme);
}

static bool is_enrolled(struct db *db, struct citizen_id citizen, const char *scheme)
{
    struct enrolment_row_list all = enrolment_of_citizen(db, citizen);

    for (size_t i = 0; i < all.count; i++)
        if (text_is(all.at[i].scheme, scheme) && !text_is(all.at[i].state, "ended"))
            return true;
    return false;
}

/* Went through to its end: a code of the glossary's list end_reason. */
static const char as_planned[] = "as_planned";

struct enrolment_id casefile_enrol(struct db *db, struct citizen_id citizen, const char *scheme, int64_t scheme_version,
                                   instant at)
{
    if (is_enrolled(db, citizen, scheme))
        return (struct enrolment_id){ 0 };

    struct enrolment_id enrolment = enrolment_insert(db, citizen, scheme, scheme_version, at);
    journal_append(db, &(struct event_draft){
        .stream = stream_of(citizen),
        .kind = EVENT_ENROLMENT_STARTED,
        .code = scheme,
        .subject = { SUBJECT_ENROLMENT, enrolment.n },
        .at = at,
        .fields = { { "version", number_text(db, scheme_version) } },
    });
    return enrolment;
}

bool casefile_end_enrolment(struct db *db, const struct enrolment_row *enrolment, const char *reason,
                            const char *outcome)
{
    if (enrolment_end(db, &(struct enrolment_end_in){ .id = enrolment->id, .citizen = enrolment->citizen,
                                                      .ended_at = db_now(db), .end_reason = reason,
                                                      .outcome = outcome, .version = enrolment->version }) == 0)
        return false;
    if (text_is(reason, as_planned))
        journal_append(db, &(struct event_draft){
            .stream = stream_of(enrolment->citizen),
            .kind = EVENT_ENROLMENT_COMPLETED,
            .code = enrolment->scheme,
            .subject = { SUBJECT_ENROLMENT, enrolment->id.n },
            .at = db_now(db),
        });
    journal_append(db, &(struct event_draft){
        .stream = stream_of(enrolment->citizen),
        .kind = EVENT_ENROLMENT_ENDED,
        .code = enrolment->scheme,
        .subject = { SUBJECT_ENROLMENT, enrolment->id.n },
        .at = db_now(db),
        .fields = { { "reason", reason }, { "outcome", outcome } },
    });
    return true;
}

static void note_break(struct db *db, struct citizen_id citizen, enum event_kind kind, const char *reason, instant at)
{
    journal_append(db, &(struct event_draft){
        .stream = stream_of(citizen),
        .kind = kind,
        .subject = whole(citizen),
        .at = at,
        .is_day = true,
        .fields = { { "reason", reason } },
    });
}

struct suspension_id casefile_suspend(struct db *db, const struct suspension_insert_in *suspension)
{
    struct suspension_id id = suspension_insert(db, suspension);

    note_break(db, suspension->citizen, EVENT_SUSPENSION_BEGUN, suspension->reason, day_begin(suspension->from_day));
    if (suspension->to_day != DAY_NONE)
        note_break(db, suspension->citizen, EVENT_SUSPENSION_ENDED, suspension->reason,
                   day_begin(suspension->to_day + 1));
    return id;
}

bool casefile_resume(struct db *db, const struct suspension_row *suspension, day last_day)
{
    if (suspension_set_end(db, last_day, suspension->id, suspension->citizen, suspension->version) == 0)
        return false;
    note_break(db, suspension->citizen, EVENT_SUSPENSION_ENDED, suspension->reason, day_begin(last_day + 1));
    return true;
}

void casefile_place_on_ladder(struct db *db, struct citizen_id citizen, const char *ladder, const char *step,
                              instant at, const char *note)
{
    struct ladder_row_list before = ladder_of_citizen(db, citizen);

    ladder_insert(db, &(struct ladder_insert_in){ citizen, ladder, step, at, { db_actor(db).id }, note });
    journal_append(db, &(struct event_draft){
        .stream = stream_of(citizen),
        .kind = EVENT_LADDER_PLACED,
        .code = ladder,
        .subject = whole(citizen),
        .at = at,
        .fields = { { "step", step }, { "before", before.count == 0 ? NULL : before.at[0].step } },
    });
}

struct win_id casefile_add_win(struct db *db, struct citizen_id citizen, const char *words, bool is_own)
{
    struct win_id win = win_insert(db, citizen, db_today(db), words, is_own, (struct staff_id){ db_actor(db).id });

    journal_append(db, &(struct event_draft){
        .stream = stream_of(citizen),
        .kind = EVENT_WIN_ADDED,
        .code = is_own ? "own" : "staff",
        .subject = whole(citizen),
        .at = db_now(db),
        .fields = { { "text", number_text(db, win.n) } },
    });
    return win;
}

bool casefile_undo_win(struct db *db, struct citizen_id citizen, struct win_id win)
{
    struct staff_id actor = { db_actor(db).id };

    if (win_delete(db, win, citizen, actor) == 0)
        return false;
    journal_void(db, journal_find_about(db, stream_of(citizen), EVENT_WIN_ADDED, SUBJECT_CITIZEN, "text", win.n));
    return true;
}

void casefile_add_note(struct db *db, struct citizen_id citizen, const char *words, bool is_health)
{
    struct note_id note = note_insert(db, citizen, db_now(db), (struct staff_id){ db_actor(db).id }, words, is_health);

    journal_append(db, &(struct event_draft){
        .stream = stream_of(citizen),
        .kind = EVENT_CONTACT_MADE,
        .code = is_health ? "health_note" : "note",
        .subject = whole(citizen),
        .at = db_now(db),
        .fields = { { "text", number_text(db, note.n) } },
    });
}
