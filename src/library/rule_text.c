/* SPDX-License-Identifier: MIT
 * rule_text.c: what a rule is called. Many rules of the library have no text of their own: the meeting,
 * document or activity that settles them has one. */
#include "base/text.h"
#include "law/glossary.h"
#include "library/figure_words.h"
#include "library/library.h"

/* The part of the scheme that a code of an event names. */
static struct words part_text(const struct scheme *scheme, const char *code)
{
    const struct scheme_meeting *meeting = scheme_meeting(scheme, code);
    const struct scheme_document *document = scheme_document(scheme, code);
    const struct scheme_activity *activity = scheme_activity(scheme, code);
    const struct scheme_form *form = scheme_form(scheme, code);

    if (meeting != NULL)
        return meeting->text;
    if (document != NULL)
        return document->text;
    if (activity != NULL)
        return activity->text;
    return form != NULL ? form->text : (struct words){ 0 };
}

/* What happened, as the thing that is due. */
static const struct {
    enum event_kind kind;
    const char *words;
} event_words[] = {
    { EVENT_LADDER_PLACED, SAY("Indplaceret") },
    { EVENT_PLACEMENT_STARTED, SAY("Praktik begyndt") },
    { EVENT_PLACEMENT_AGREED, SAY("Næste plads aftalt") },
    { EVENT_PLACEMENT_ENDED, SAY("Praktik afsluttet") },
    { EVENT_ACTIVITY_STARTED, SAY("Forløb begyndt") },
    { EVENT_ACTIVITY_PLANNED, SAY("Næste skridt aftalt") },
    { EVENT_JOB_STARTED, SAY("I arbejde, eller næste skridt aftalt") },
    { EVENT_DOCUMENT_SIGNED, SAY("Ny kontrakt underskrevet") },
    { EVENT_DOCUMENT_HANDED_OVER, SAY("Udleveret") },
    { EVENT_MEETING_HELD, SAY("Møde holdt") },
    { EVENT_FORM_ANSWERED, SAY("Måling") },
    { EVENT_REQUEST_ANSWERED, SAY("Svar til virksomhed") },
    { EVENT_VISIT_MADE, SAY("Besøg på virksomhed") },
    { EVENT_SESSION_STAFFED, SAY("Konsulent på holdet") },
    { EVENT_SANCTION_OPENED, SAY("Sag rejst, eller fravær undskyldt") },
    { EVENT_SANCTION_ANSWERED, SAY("Svar på partshøring") },
    { EVENT_RELATION_PROPOSED, SAY("Nyt forslag til mentor") },
    { EVENT_REPORT_PUBLISHED, SAY("Statusrapport udgivet") },
    { EVENT_TASK_DONE, SAY("Opgave gjort") },
    { EVENT_PLAN_REVIEWED, SAY("Plan gennemgået") },
};

/* Rules without anything to do are of a quantity. */
static const char *const quantity_words_danish[QUANTITY_COUNT] = {
    [QUANTITY_DURATION] = SAY("Længde"),
    [QUANTITY_HOURS] = SAY("Timer"),
    [QUANTITY_LANGUAGE_HOURS] = SAY("Timer med dansk"),
    [QUANTITY_LANGUAGE_SHARE] = SAY("Andel med dansk"),
    [QUANTITY_GAP] = SAY("Hul mellem aktiviteter"),
    [QUANTITY_HELD] = SAY("Borgere hos én medarbejder"),
    [QUANTITY_OCCUPANCY] = SAY("Belægning"),
    [QUANTITY_GROUP_SIZE] = SAY("Deltagere på hold"),
    [QUANTITY_GROWTH] = SAY("Vækst i timer"),
};

const char *library_pattern_text(struct arena *arena, int language, const struct scheme *scheme, const struct pattern *done)
{
    struct words part = done->code.text == NULL ? (struct words){ 0 } : part_text(scheme, done->code.text);

    if (part.da != NULL && done->kind == EVENT_DOCUMENT_HANDED_OVER)
        return say_with(arena, (enum language)language, "{1} udleveret", words_in(part, language), NULL);
    if (part.da != NULL && done->kind == EVENT_DOCUMENT_SIGNED)
        return say_with(arena, (enum language)language, "{1} underskrevet", words_in(part, language), NULL);
    if (part.da != NULL)
        return words_in(part, language);
    for (size_t i = 0; i < sizeof event_words / sizeof *event_words; i++)
        if (event_words[i].kind == done->kind)
            return say((enum language)language, event_words[i].words);
    return NULL;
}

static const char *limit_text(struct arena *arena, int language, const struct scheme *scheme, const struct limit *limit)
{
    const char *quantity = say((enum language)language, quantity_words_danish[limit->of]);
    const struct scheme_activity *activity = limit->activity.text == NULL ? NULL : scheme_activity(scheme, limit->activity.text);

    if (activity == NULL)
        return quantity;
    const char *name = words_in(activity->text, language);
    if (name == NULL)
        name = glossary_label_or_code(language, "activity_kind", activity_kind_words[activity->kind]);
    return arena_format(arena, "%s: %s", quantity, name);
}

const char *library_rule_text(struct arena *arena, int language, const struct scheme *scheme, const struct rule *rule)
{
    const char *text = words_in((struct words){ rule->text, rule->text_en }, language);

    if (text == NULL && rule->kind == RULE_LIMIT)
        text = limit_text(arena, language, scheme, &rule->limit);
    if (text == NULL && rule->done.count > 0)
        text = library_pattern_text(arena, language, scheme, &rule->done.at[0]);
    if (text == NULL && rule->before.is_set)
        text = say_with(arena, (enum language)language, "Før {1}",
                        library_pattern_text(arena, language, scheme, &rule->before) == NULL
                            ? "" : library_pattern_text(arena, language, scheme, &rule->before), NULL);
    return text == NULL ? rule->id.text : text;
}
