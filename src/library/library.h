/* SPDX-License-Identifier: MIT
 * library.h: the schemes a municipality runs: on and off, its edits, and the rules that follow. The
 * language of schemes and the reading of files is engine/scheme.h; edits as such engine/overlay.h. */
#ifndef LIBRARY_LIBRARY_H
#define LIBRARY_LIBRARY_H

#include "db/db.h"
#include "engine/obligation.h"
#include "engine/overlay.h"
#include "engine/scheme.h"
#include "law/citation.h"
#include "library_sql.h"

/* All schemes that came with the program (or stand in the directory of library_read_from), read once a
 * process. */
const struct library *library_all(void);

/* Before anything else: schemes from a directory, for those who write them. */
void library_read_from(const char *directory);

/* The scheme with the municipality's edits in force today; NULL when the library has none of that id. */
const struct scheme *library_scheme(struct db *db, const char *id);

bool library_is_on(struct db *db, const char *id);

/* Schemes that are on, with their edits, by id. */
struct schemes {
    const struct scheme *const *at;
    size_t count;
};
struct schemes library_schemes_on(struct db *db);

/* On or off, by the actor, now; the rules are read again by all processes. */
void library_switch(struct db *db, const struct scheme *scheme, bool is_on);

/* An edit by the actor. False, and the reasons, when the path may not be changed or the value is wrong. */
bool library_edit(struct db *db, const struct scheme *scheme, const struct overlay_edit *edit,
                  struct mistakes *mistakes);

/* Back to the library's value. */
void library_withdraw(struct db *db, const char *scheme, const char *path);

/* The edits of a scheme as an overlay, in the request's arena. */
struct overlay library_overlay(struct db *db, const char *scheme);

/* A day on which the municipality is closed, under a name; or (name NULL) an ordinary one again. What few deadlines
 * it may move are computed before the commit, the rest when the engine wakes. False when it was so already. */
bool library_close_day(struct db *db, day on, const char *name);

/* The rules in force, for ruleset_set_loader. */
void library_load_rules(struct db *db, struct arena *arena, struct ruleset *rules);

/* The same with one more edit (NULL: none) and one scheme switched (NULL: none), to try what it would do. */
struct library_trial {
    const char *scheme;              /* Whose edit, or who is switched. */
    const struct overlay_edit *edit; /* NULL when it is the switch that is tried. */
    bool is_on;
};
void library_rules_tried(struct db *db, struct arena *arena, const struct library_trial *trial, struct ruleset *rules);

/* What the source of a rule says, in its own words. Citations are read once a process. */
struct citation library_citation(struct arena *arena, const char *source);

/* What a rule is called, in a language: its own text, or that of the meeting, document or activity that
 * settles it. Never NULL. */
const char *library_rule_text(struct arena *arena, int language, const struct scheme *scheme, const struct rule *rule);

/* What an event of a pattern is called, as the thing that is wanted: "Kontrakt underskrevet". NULL when nothing in the
 * scheme and no word of ours fits. */
const char *library_pattern_text(struct arena *arena, int language, const struct scheme *scheme,
                                 const struct pattern *pattern);

/* For keeper_tasks, each minute: streams whose time has come are computed again. */
void library_wake(struct db *db, struct arena *arena, instant now);

/* The label of a list's item in the person's language, or the code itself: {code} of a scheme's list. */
const char *library_item_label(const struct scheme *scheme, const char *list, const char *code, int language);

/* The same of the first scheme whose list knows the code, or NULL: for what was written long ago, under a scheme that
 * may be off by now. */
const char *library_label_anywhere(const char *list, const char *code, int language);

/* What a list is called in the first scheme that has it with words; the id itself where none has. */
const char *library_list_title(const char *list, int language);

/* The words of what was chosen from a scheme's list, or from the glossary's where no scheme has one: as any scheme of the
 * library calls it, else as the glossary does, else the code itself. */
const char *library_words(const char *list, const char *glossary_list, const char *code, int language);

/* A scheme's title and that of one of its phases, on or off; the code itself where no file has it. */
const char *library_scheme_title(const char *scheme, int language);
const char *library_phase_title(const char *scheme, const char *phase, int language);

#endif
