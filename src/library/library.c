/* SPDX-License-Identifier: MIT
 * library.c: the schemes of the library as this municipality runs them, and the engine's rules from them. */
#include "library/library.h"

#include <stdio.h>
#include <string.h>

#include "base/check.h"
#include "base/list.h"
#include "base/log.h"
#include "base/text.h"
#include "engine/policies.h"
#include "engine/journal.h"
#include "law/glossary.h"
#include "library/scheme_text.h"
#include "staff/staff.h"

enum { LIBRARY_ARENA_LIMIT = 256 * 1024 * 1024, AT_ONCE_MAX = 300 };

static const char *directory; /* Set before serving, by --schemes; NULL: those in the program. */
static struct {
    struct arena *arena; /* Lives as long as the process. */
    struct library library;
    const struct citations *citations;
} all;

void library_read_from(const char *from)
{
    directory = from;
}

/* A wrong file is left out, and said in the log with its place; the others serve on. */
static void tell_mistakes(const struct mistakes *mistakes)
{
    for (size_t i = 0; i < mistakes->count; i++)
        log_line(LOG_ERROR, "%s:%d:%d: %s", mistakes->at[i].file, mistakes->at[i].line, mistakes->at[i].column,
                 mistakes->at[i].text);
}

const struct library *library_all(void)
{
    if (all.arena == NULL) {
        all.arena = arena_new(LIBRARY_ARENA_LIMIT);
        struct mistakes mistakes = mistakes_new(all.arena);
        all.library = scheme_library_load(all.arena, directory, &mistakes);
        all.citations = citations_load(all.arena, NULL, &mistakes);
        tell_mistakes(&mistakes);
    }
    return &all.library;
}

struct citation library_citation(struct arena *arena, const char *source)
{
    struct citation citation = { .title = source };

    library_all();
    if (all.citations != NULL && source != NULL)
        citation_find(all.citations, arena, source, &citation);
    return citation;
}

/* Those of one scheme among the rows. */
static struct overlay overlay_from(struct arena *arena, struct scheme_edit_row_list rows, const char *scheme)
{
    struct overlay_edit *edits = arena_array(arena, rows.count, sizeof *edits);
    size_t count = 0;

    for (size_t i = 0; i < rows.count; i++)
        if (text_is(rows.at[i].scheme, scheme))
            edits[count++] = (struct overlay_edit){
                .path = rows.at[i].path,
                .value = rows.at[i].value,
                .valid_from = rows.at[i].valid_from_day,
                .by = rows.at[i].by_name,
                .reason = rows.at[i].reason,
            };
    return (struct overlay){ edits, count };
}

struct overlay library_overlay(struct db *db, const char *scheme)
{
    return overlay_from(db_arena(db), scheme_edits(db, scheme), scheme);
}

static const struct scheme *scheme_with(struct db *db, const char *id, struct scheme_edit_row_list edits)
{
    const struct scheme *scheme = library_find(library_all(), id);
    struct mistakes mistakes = mistakes_new(db_arena(db));

    if (scheme == NULL)
        return NULL;
    struct overlay overlay = overlay_from(db_arena(db), edits, id);
    return overlay_apply(db_arena(db), scheme, &overlay, db_today(db), &mistakes);
}

const struct scheme *library_scheme(struct db *db, const char *id)
{
    return library_find(library_all(), id) == NULL ? NULL : scheme_with(db, id, scheme_edits(db, id));
}

bool library_is_on(struct db *db, const char *id)
{
    struct scheme_use_row use;

    return scheme_use_of(db, id, &use) && use.is_on;
}

struct schemes library_schemes_on(struct db *db)
{
    struct scheme_use_row_list uses = scheme_use_all(db);
    struct scheme_edit_row_list edits = scheme_edits_used(db);
    LIST_OF(const struct scheme *) schemes = { 0 };

    for (size_t i = 0; i < uses.count; i++) {
        const struct scheme *scheme = uses.at[i].is_on ? scheme_with(db, uses.at[i].scheme, edits) : NULL;
        if (scheme != NULL)
            *LIST_ADD(db_arena(db), &schemes) = scheme;
    }
    return (struct schemes){ schemes.at, schemes.count };
}

static struct staff_id actor_staff(struct db *db)
{
    struct actor actor = db_actor(db);

    return (struct staff_id){ actor.kind == ACTOR_STAFF ? actor.id : 0 };
}

/* The role that has the duties of a unit in a scheme: of a rule of scope unit whose owner sits in it; NULL for none. */
static const char *duty_role(const struct scheme *scheme, const struct scheme_unit *unit)
{
    for (size_t i = 0; i < scheme->rules.count; i++) {
        const struct rule *rule = &scheme->rules.at[i].rule;
        for (size_t k = 0; rule->scope == SUBJECT_UNIT && k < unit->roles.count; k++)
            if (code_is(unit->roles.at[k], rule->owner))
                return rule->owner.text;
    }
    return NULL;
}

static bool is_enrolled(struct db *db, struct unit_id unit, const char *scheme)
{
    struct stream stream = { STREAM_UNIT, unit.n };

    return journal_find(db, stream, EVENT_ENROLMENT_STARTED, scheme) > journal_find(db, stream, EVENT_ENROLMENT_ENDED, scheme);
}

static void note_enrolment(struct db *db, struct unit_id unit, const char *scheme, enum event_kind kind)
{
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_UNIT, unit.n },
        .kind = kind,
        .code = scheme,
        .subject = { SUBJECT_ENROLMENT, unit.n },
        .at = db_now(db),
    });
}

/* Units are enrolled in the schemes that give them duties: meetings and reports begin and end with it. A unit that this
 * municipality has not is the one in which somebody has the role. */
static void enrol_units(struct db *db, const struct scheme *scheme)
{
    for (size_t i = 0; i < scheme->units.count; i++) {
        const char *role = duty_role(scheme, &scheme->units.at[i]);
        struct unit_id unit = unit_by_code(db, scheme->units.at[i].id.text);
        if (unit.n == 0 && role != NULL)
            unit = unit_of_role(db, role);
        if (unit.n != 0 && role != NULL && !is_enrolled(db, unit, scheme->id.text))
            note_enrolment(db, unit, scheme->id.text, EVENT_ENROLMENT_STARTED);
    }
}

static void end_units(struct db *db, const struct scheme *scheme)
{
    struct unit_row_list units = unit_all(db);

    for (size_t i = 0; i < units.count; i++)
        if (is_enrolled(db, units.at[i].id, scheme->id.text))
            note_enrolment(db, units.at[i].id, scheme->id.text, EVENT_ENROLMENT_ENDED);
}

/* Other rules from now on. What few they concern is computed before the commit, so that the next page shows
 * it; the rest when the engine wakes. */
static void rules_changed(struct db *db, const char *scheme)
{
    struct scheme_streams_row_list citizens = scheme_streams(db, scheme, 0, AT_ONCE_MAX);
    struct scheme_units_row_list units = scheme_units(db);

    ruleset_changed(db);
    scheme_wake_streams(db, db_now(db));
    for (size_t i = 0; i < citizens.count; i++)
        obligation_touch_citizen(db, citizens.at[i].citizen.n);
    for (size_t i = 0; i < units.count; i++)
        obligation_touch(db, (struct stream){ STREAM_UNIT, units.at[i].id.n });
}

void library_switch(struct db *db, const struct scheme *scheme, bool is_on)
{
    if (library_is_on(db, scheme->id.text) == is_on)
        return;
    scheme_use_put(db, &(struct scheme_use_put_in){ scheme->id.text, scheme->version, scheme_text(db_arena(db), scheme),
                                                    is_on, db_now(db), actor_staff(db) });
    if (is_on)
        enrol_units(db, scheme);
    else
        end_units(db, scheme);
    rules_changed(db, scheme->id.text);
}

bool library_edit(struct db *db, const struct scheme *scheme, const struct overlay_edit *edit,
                  struct mistakes *mistakes)
{
    if (!overlay_may(db_arena(db), scheme, edit, mistakes))
        return false;
    scheme_edit_insert(db, &(struct scheme_edit_insert_in){ scheme->id.text, edit->path, edit->value,
                                                            edit->valid_from, edit->reason, db_now(db),
                                                            actor_staff(db) });
    rules_changed(db, scheme->id.text);
    return true;
}

void library_withdraw(struct db *db, const char *scheme, const char *path)
{
    if (scheme_edit_withdraw(db, scheme, path) > 0)
        rules_changed(db, scheme);
}

/* Where each role sits: the scheme's units with their roles. */
static size_t seats_of(struct arena *arena, const struct scheme *scheme, const struct scheme_seat **seats)
{
    LIST_OF(struct scheme_seat) list = { 0 };

    for (size_t i = 0; i < scheme->units.count; i++)
        for (size_t k = 0; k < scheme->units.at[i].roles.count; k++)
            *LIST_ADD(arena, &list) = (struct scheme_seat){ scheme->units.at[i].roles.at[k], scheme->units.at[i].id };
    *seats = list.at;
    return list.count;
}

/* What the engine must know of a scheme beside its rules. */
static struct scheme_policy policy_of(struct arena *arena, const struct scheme *scheme, instant since)
{
    struct suspend *suspends = arena_array(arena, scheme->suspend.count, sizeof *suspends);
    struct scheme_stance *stances = arena_array(arena, scheme->policies.count, sizeof *stances);

    for (size_t i = 0; i < scheme->suspend.count; i++) {
        const struct scheme_suspend *from = &scheme->suspend.at[i];
        suspends[i] = (struct suspend){ from->reason, from->mode, from->rules.at, from->rules.count };
    }
    for (size_t i = 0; i < scheme->policies.count; i++)
        stances[i] = (struct scheme_stance){ scheme->policies.at[i].axis, scheme->policies.at[i].value };
    const struct scheme_seat *seats;
    size_t seat_count = seats_of(arena, scheme, &seats);
    return (struct scheme_policy){
        .id = scheme->id,
        .title = scheme->title.da,
        .since = since,
        .suspends = suspends,
        .suspend_count = scheme->suspend.count,
        .stances = stances,
        .stance_count = scheme->policies.count,
        .seats = seats,
        .seat_count = seat_count,
    };
}

/* The overlay with texts that live as long as the rules. */
static struct overlay lasting(struct arena *arena, struct overlay overlay)
{
    struct overlay_edit *edits = arena_array(arena, overlay.count, sizeof *edits);

    for (size_t i = 0; i < overlay.count; i++)
        edits[i] = (struct overlay_edit){
            .path = arena_dup(arena, overlay.at[i].path),
            .value = arena_dup(arena, overlay.at[i].value),
            .valid_from = overlay.at[i].valid_from,
            .by = arena_dup(arena, overlay.at[i].by),
            .reason = arena_dup(arena, overlay.at[i].reason),
        };
    return (struct overlay){ edits, overlay.count };
}

/* The overlay of a scheme, with the edit that is tried as the newest. */
static struct overlay overlay_tried(struct db *db, struct arena *arena, const char *scheme,
                                    const struct library_trial *trial)
{
    struct overlay overlay = lasting(arena, library_overlay(db, scheme));
    bool is_edited = trial != NULL && trial->edit != NULL && text_is(trial->scheme, scheme);

    if (!is_edited)
        return overlay;
    struct overlay_edit *edits = arena_array(arena, overlay.count + 1, sizeof *edits);
    for (size_t i = 0; i < overlay.count; i++)
        edits[i] = overlay.at[i];
    edits[overlay.count] = *trial->edit;
    return (struct overlay){ edits, overlay.count + 1 };
}

struct rules_building {
    struct arena *arena;
    LIST_OF(struct rule_line) lines;
    LIST_OF(struct scheme_policy) policies;
};

static void add_scheme(struct rules_building *building, const struct scheme *scheme, const struct overlay *overlay)
{
    struct mistakes mistakes = mistakes_new(building->arena);
    struct rule_lines own = overlay_rule_lines(building->arena, scheme, overlay, &mistakes);

    tell_mistakes(&mistakes);
    for (size_t k = 0; k < own.count; k++)
        *LIST_ADD(building->arena, &building->lines) = own.at[k];
    *LIST_ADD(building->arena, &building->policies) = policy_of(building->arena, scheme, INSTANT_NONE);
}

static bool is_used(const struct scheme_use_row_list *uses, const char *scheme)
{
    for (size_t i = 0; i < uses->count; i++)
        if (text_is(uses->at[i].scheme, scheme))
            return uses->at[i].is_on;
    return false;
}

void library_rules_tried(struct db *db, struct arena *arena, const struct library_trial *trial, struct ruleset *rules)
{
    struct rules_building building = { .arena = arena };
    const struct library *library = library_all();
    struct scheme_use_row_list uses = scheme_use_all(db);
    bool is_switched = trial != NULL && trial->edit == NULL;

    for (size_t i = 0; i < library->schemes.count; i++) {
        const struct scheme *scheme = library->schemes.at[i];
        bool is_tried = is_switched && text_is(scheme->id.text, trial->scheme);
        if (is_tried ? !trial->is_on : !is_used(&uses, scheme->id.text))
            continue;
        struct overlay overlay = overlay_tried(db, arena, scheme->id.text, trial);
        add_scheme(&building, scheme, &overlay);
    }
    rules->rules = building.lines.at;
    rules->rule_count = building.lines.count;
    rules->schemes = building.policies.at;
    rules->scheme_count = building.policies.count;
    rules->policies = policies_kept();
}

void library_load_rules(struct db *db, struct arena *arena, struct ruleset *rules)
{
    library_rules_tried(db, arena, NULL, rules);
}

const char *library_item_label(const struct scheme *scheme, const char *list, const char *code, int language)
{
    const struct scheme_list *found = scheme == NULL ? NULL : scheme_list(scheme, list);

    for (size_t i = 0; found != NULL && i < found->items.count; i++)
        if (text_is(found->items.at[i].id.text, code))
            return words_in(found->items.at[i].text, language);
    return code;
}

const char *library_label_anywhere(const char *list, const char *code, int language)
{
    const struct library *library = library_all();

    for (size_t i = 0; i < library->schemes.count; i++) {
        const char *label = library_item_label(library->schemes.at[i], list, code, language);
        if (!text_is(label, code))
            return label;
    }
    return NULL;
}

const char *library_list_title(const char *list, int language)
{
    const struct library *library = library_all();

    for (size_t i = 0; i < library->schemes.count; i++) {
        const struct scheme_list *found = scheme_list(library->schemes.at[i], list);
        if (found != NULL && found->text.da != NULL)
            return words_in(found->text, language);
    }
    return list;
}

const char *library_words(const char *list, const char *glossary_list, const char *code, int language)
{
    const char *label = library_label_anywhere(list, code, language);

    return label == NULL ? glossary_label_or_code(language, glossary_list, code) : label;
}

const char *library_scheme_title(const char *scheme, int language)
{
    const struct scheme *found = library_find(library_all(), scheme);

    return found == NULL ? scheme : words_in(found->title, language);
}

const char *library_phase_title(const char *scheme, const char *phase, int language)
{
    const struct scheme *found = library_find(library_all(), scheme);

    for (size_t i = 0; found != NULL && i < found->phases.count; i++)
        if (text_is(found->phases.at[i].id.text, phase))
            return words_in(found->phases.at[i].text, language);
    return phase;
}

void library_wake(struct db *db, struct arena *arena, instant now)
{
    int64_t changed = 0;

    (void)arena;
    if (!engine_wake(db, now, &changed))
        log_line(LOG_ERROR, "the engine's wake-up failed");
}
