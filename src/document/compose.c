/* SPDX-License-Identifier: MIT
 * compose.c: what a document says: the template's sections in the municipality's words, or, for a
 * contract, what the plan and the scheme's activities agree. Documents are Danish unless the municipality
 * has written its text in the language asked for. */
#include "document/document.h"

#include "base/list.h"
#include "base/text.h"
#include "citizen/citizen.h"
#include "library/library.h"
#include "plan/plan.h"
#include "web/say.h"

struct composing {
    struct db *db;
    struct arena *arena;
    const struct document_order *order;
    const struct scheme *scheme;
    const struct scheme_document *template;
    enum language language;
    LIST_OF(struct document_section) sections;
};

static void add(struct composing *c, const char *title, const char *words)
{
    *LIST_ADD(c->arena, &c->sections) = (struct document_section){ title, words };
}

/* "– løft under 10 kg (Lægesamtale, 2. mar. 2026)": each with the talk that said it, when one did. */
static const char *considerations_words(struct composing *c)
{
    struct citizen_skill_row_list skills = citizen_skills(c->db, c->order->citizen);
    struct text words = text_new(c->arena);

    for (size_t i = 0; i < skills.count; i++) {
        if (!text_is(skills.at[i].kind, "consideration"))
            continue;
        text_add_format(&words, "%s– %s", words.length > 0 ? "\n" : "", skills.at[i].words);
        if (skills.at[i].said_day != DAY_NONE)
            text_add_format(&words, " (%s)", say_with(c->arena, c->language, "sagt ved samtalen {1}",
                                                      say_day_year(c->arena, c->language, skills.at[i].said_day), NULL));
    }
    return text_done(&words);
}

/* The municipality's words of a section; below them her considerations, where the template wants them. */
static const char *section_words(struct composing *c, size_t number, const char *words)
{
    if ((int32_t)number != c->template->considerations)
        return words;
    const char *hers = considerations_words(c);
    return text_is_blank(words) ? hers : arena_format(c->arena, "%s\n%s", words, hers);
}

/* The template's own sections, numbered from 1 as in the editor. */
static void add_template_sections(struct composing *c)
{
    struct document_section_row_list rows = document_section_all(c->db, c->order->scheme, c->order->code);
    const char *language = text_is_blank(c->order->language) ? "da" : c->order->language;
    const char *variant = c->order->variant == NULL ? "" : c->order->variant;

    for (size_t i = 0; i < c->template->sections.count; i++) {
        const struct document_section_row *row = document_section_for(&rows, (int64_t)i + 1, language, variant);
        add(c, words_in(c->template->sections.at[i], (int)c->language),
            section_words(c, i + 1, row == NULL ? "" : row->words));
    }
}

/* "- Lære dansk (Introduktionsforløb)": goals first, sub-goals indented under them. */
static void add_goals(struct composing *c)
{
    struct goal_row_list goals = goal_of_citizen(c->db, c->order->citizen);
    struct text words = text_new(c->arena);

    for (size_t i = 0; i < goals.count; i++) {
        const struct goal_row *goal = &goals.at[i];
        const struct scheme_activity *activity = scheme_activity(c->scheme, goal->activity);
        const char *by = activity != NULL ? words_in(activity->text, (int)c->language) : goal->activity;

        text_add_format(&words, "%s%s%s", words.length > 0 ? "\n" : "", goal->parent.n != 0 ? "    – " : "– ", goal->words);
        if (!text_is_blank(by))
            text_add_format(&words, " (%s)", by);
    }
    add(c, say(c->language, "Mål"), text_done(&words));
}

static void add_own_words(struct composing *c)
{
    struct own_words_row own;

    if (own_words_newest(c->db, c->order->citizen, &own))
        add(c, say(c->language, "Borgerens egne ord"), own.words);
}

static const char *hours_words(struct composing *c, const struct scheme_activity *activity)
{
    if (activity->hours.kind != AMOUNT_HOURS)
        return "";
    return say_with(c->arena, c->language, ": {1} timer om ugen",
                    say_number(c->arena, c->language, activity->hours.high / 10), NULL);
}

/* What the scheme offers, each with its hours a week where it says so. */
static void add_activities(struct composing *c)
{
    struct text words = text_new(c->arena);

    for (size_t i = 0; i < c->scheme->activities.count; i++) {
        const struct scheme_activity *activity = &c->scheme->activities.at[i];
        const char *name = activity->text.da != NULL ? words_in(activity->text, (int)c->language) : activity->id.text;
        text_add_format(&words, "%s– %s%s", words.length > 0 ? "\n" : "", name, hours_words(c, activity));
    }
    add(c, say(c->language, "Aktiviteter og timer"), text_done(&words));
}

static void add_plan(struct composing *c)
{
    add_own_words(c);
    add_goals(c);
    add_activities(c);
}

/* What a kind of document says besides its template's sections. */
static void (*const composers[DOCUMENT_KIND_COUNT])(struct composing *c) = {
    [DOCUMENT_CONTRACT] = add_plan,
};

struct document_sections document_draft(struct db *db, const struct document_order *order)
{
    struct composing c = {
        .db = db,
        .arena = db_arena(db),
        .order = order,
        .scheme = library_scheme(db, order->scheme),
        .template = document_template(db, order->scheme, order->code),
        .language = text_is(order->language, language_codes[LANGUAGE_EN]) ? LANGUAGE_EN : LANGUAGE_DA,
    };

    if (c.template != NULL && !order->is_whole) {
        add_template_sections(&c);
        if (composers[c.template->kind] != NULL)
            composers[c.template->kind](&c);
    }
    for (size_t i = 0; i < order->extra.count; i++)
        add(&c, order->extra.at[i].title, order->extra.at[i].words);
    return (struct document_sections){ c.sections.at, c.sections.count };
}
