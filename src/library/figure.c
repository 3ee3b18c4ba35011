/* SPDX-License-Identifier: MIT
 * figure.c: the table of what may be edited in the pages, and reading and wording its values. */
#include "library/figure.h"

#include <string.h>

#include "base/list.h"
#include "law/glossary.h"
#include "library/figure_words.h"

static const struct figure_type types[] = {
    { "rules.*.within", SAY("Frist"), FIGURE_SPAN, true, NULL },
    { "rules.*.every", SAY("Hvor tit"), FIGURE_SERIES, true, NULL },
    { "rules.*.calendar", SAY("Hvornår"), FIGURE_CALENDAR, true, NULL },
    { "rules.*.quota.count", SAY("Antal"), FIGURE_COUNT, true, NULL },
    { "rules.*.quota.in", SAY("Inden for"), FIGURE_SPAN, true, NULL },
    { "rules.*.limit.min", SAY("Mindst"), FIGURE_AMOUNT, true, NULL },
    { "rules.*.limit.max", SAY("Højst"), FIGURE_AMOUNT, true, NULL },
    { "rules.*.grace", SAY("Luft efter dagen"), FIGURE_SPAN, false, NULL },
    { "rules.*.roll", SAY("Når fristen falder på en fridag"), FIGURE_CHOICE, false, "roll" },
    { "rules.*.clock", SAY("Hvilken tid tæller"), FIGURE_CHOICE, false, "clock" },
    { "rules.*.owner", SAY("Hvem har opgaven"), FIGURE_ROLE, false, "role" },
    { "rules.*.severity", SAY("Hvor alvorligt"), FIGURE_CHOICE, false, "severity" },
    { "rules.*", SAY("Tændt"), FIGURE_SWITCH, false, "switch" },
    { "phases.*.length", SAY("Længde"), FIGURE_RANGE, true, NULL },
    { "activities.*.hours", SAY("Timer om ugen"), FIGURE_AMOUNT, true, NULL },
    { "activities.*.language", SAY("Heraf dansk"), FIGURE_AMOUNT, true, NULL },
    { "activities.*.group.size", SAY("Deltagere på hold"), FIGURE_COUNT, true, NULL },
    { "activities.*.group.own_length", SAY("Eget forløb"), FIGURE_SPAN, true, NULL },
    { "tasks.*.by", SAY("Inden"), FIGURE_SPAN, true, NULL },
    { "tasks.*.owner", SAY("Hvem har opgaven"), FIGURE_ROLE, false, "role" },
    { "relations.*.holder_max", SAY("Højst hos én"), FIGURE_COUNT, true, NULL },
    { "measures.*.target", SAY("Mål"), FIGURE_COUNT, true, NULL },
    { "measures.*.swing", SAY("Varsel ved udsving på"), FIGURE_COUNT, false, NULL },
    { "measures.*.small", SAY("Vises som antal under"), FIGURE_COUNT, false, NULL },
};
enum { TYPE_COUNT = sizeof types / sizeof *types };

static const char *const hints[FIGURE_KIND_COUNT] = {
    [FIGURE_SPAN] = SAY("et tal og en enhed, fx 3 uger, 96 timer eller 1 arbejdsdag"),
    [FIGURE_SERIES] = SAY("fx 3 uger; en række skrives 1 uge, 1 uge, 2 uger"),
    [FIGURE_RANGE] = SAY("fx 4 uger, eller 3 til 6 måneder"),
    [FIGURE_AMOUNT] = SAY("fx 37 timer, 50 % eller 6 måneder"),
    [FIGURE_COUNT] = SAY("et helt tal, fx 14"),
    [FIGURE_CALENDAR] = SAY("fx første tirsdag i måneden, hver mandag eller hvert år 31 december"),
    [FIGURE_ROLE] = NULL, [FIGURE_CHOICE] = NULL, [FIGURE_SWITCH] = NULL,
};

/* Codes that a figure can have, and their Danish words. */
static const struct choice roll_choices[] = {
    { "keep", SAY("bliver, hvor den er") },
    { "previous", SAY("rykkes til dagen før") },
    { "next", SAY("rykkes til dagen efter") },
};
static const struct choice clock_choices[] = {
    { "calendar", SAY("al tid, døgnet rundt") },
    { "working_days", SAY("arbejdsdage, døgnet rundt") },
    { "working", SAY("åbningstid") },
};
static const struct choice switch_choices[] = { { "on", SAY("tændt") }, { "off", SAY("slukket") } };
static const struct choice severity_choices[] = {
    { "remind", SAY("påmindelse") },
    { "warn", SAY("advarsel") },
    { "note", SAY("bemærkning") },
    { "block", SAY("stop") },
};
#define CHOICES(table) ((struct choices){ table, sizeof(table) / sizeof *(table) })

/* The roles that sit in the scheme's units, in their Danish labels. */
static struct choices role_choices(const struct scheme_case *about)
{
    LIST_OF(struct choice) roles = { 0 };

    for (size_t i = 0; i < about->library->units.count; i++)
        for (size_t k = 0; k < about->library->units.at[i].roles.count; k++) {
            const char *code = about->library->units.at[i].roles.at[k].text;
            *LIST_ADD(about->arena, &roles) = (struct choice){ code, glossary_label_or_code((int)about->language, "role", code) };
        }
    return (struct choices){ roles.at, roles.count };
}

struct choices figure_choices(const struct scheme_case *about, const struct figure_type *type)
{
    if (type->kind == FIGURE_ROLE)
        return role_choices(about);
    if (text_is(type->list, "roll"))
        return CHOICES(roll_choices);
    if (text_is(type->list, "clock"))
        return CHOICES(clock_choices);
    if (text_is(type->list, "severity"))
        return CHOICES(severity_choices);
    return text_is(type->list, "switch") ? CHOICES(switch_choices) : (struct choices){ 0 };
}

const char *figure_hint(const struct figure_type *type)
{
    return hints[type->kind];
}

static const char *say_choice(const struct scheme_case *about, const struct figure_type *type, const char *value)
{
    struct choices choices = figure_choices(about, type);

    if (type->kind == FIGURE_ROLE)
        return glossary_label_or_code((int)about->language, "role", value);
    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, value))
            return say(about->language, choices.at[i].label);
    return value;
}

const char *figure_say(const struct scheme_case *about, const struct figure_type *type, const char *value)
{
    if (value == NULL)
        return NULL;
    if (type->list != NULL)
        return say_choice(about, type, value);
    if (type->kind == FIGURE_SERIES)
        return figure_words_every(about->arena, about->language, value);
    return figure_words(about->arena, about->language, value);
}

const char *figure_value(struct arena *arena, const struct figure_type *type, const char *typed)
{
    return type->list != NULL ? typed : figure_read(arena, typed);
}

bool scheme_case_load(struct db *db, enum language language, const char *id, struct scheme_case *found)
{
    struct mistakes mistakes = mistakes_new(db_arena(db));

    *found = (struct scheme_case){ .arena = db_arena(db), .language = language, .library = library_find(library_all(), id) };
    if (found->library == NULL)
        return false;
    found->overlay = library_overlay(db, id);
    found->ours = overlay_apply(found->arena, found->library, &found->overlay, db_today(db), &mistakes);
    return true;
}

/* What the file leaves out means. */
static const char *value_when_absent(const struct figure_type *type)
{
    return text_is(type->list, "roll") ? "keep" : NULL;
}

static const struct overlay_edit *newest_edit(const struct scheme_case *about, const char *path)
{
    const struct overlay_edit *edit = NULL;

    for (size_t i = 0; i < about->overlay.count; i++)
        if (text_is(about->overlay.at[i].path, path) && (edit == NULL || about->overlay.at[i].valid_from >= edit->valid_from))
            edit = &about->overlay.at[i];
    return edit;
}

static struct figure figure_make(const struct scheme_case *about, const struct figure_type *type, const char *path)
{
    const char *source = overlay_value(about->arena, about->library, path);
    const struct overlay_edit *edit = newest_edit(about, path);

    source = source == NULL ? value_when_absent(type) : source;
    const char *used = edit == NULL ? source : edit->value;
    return (struct figure){
        .type = type,
        .path = path,
        .source = figure_say(about, type, source),
        .used = figure_say(about, type, used),
        .typed = type->list != NULL || used == NULL ? used : figure_words(about->arena, about->language, used),
        .edit = edit,
    };
}

/* "rules.*.every" and opfolgning3: "rules.opfolgning3.every". */
static const char *path_of(struct arena *arena, const char *pattern, const char *id)
{
    const char *star = strchr(pattern, '*');

    return arena_format(arena, "%.*s%s%s", (int)(star - pattern), pattern, id, star + 1);
}

struct figures figures_of(const struct scheme_case *about, const char *section, const char *id, bool is_all)
{
    LIST_OF(struct figure) figures = { 0 };
    size_t length = strlen(section);

    for (size_t i = 0; i < TYPE_COUNT; i++) {
        if (strncmp(types[i].pattern, section, length) != 0 || types[i].pattern[length] != '.')
            continue;
        struct figure figure = figure_make(about, &types[i], path_of(about->arena, types[i].pattern, id));
        bool is_shown = figure.source != NULL || figure.edit != NULL;
        if (is_shown && (is_all || types[i].is_main || figure.edit != NULL))
            *LIST_ADD(about->arena, &figures) = figure;
    }
    return (struct figures){ figures.at, figures.count };
}

bool figure_at(const struct scheme_case *about, const char *path, struct figure *figure)
{
    struct text_pieces pieces = text_split(about->arena, path, '.');

    for (size_t i = 0; i < TYPE_COUNT && pieces.count >= 2; i++) {
        if (!text_is(path_of(about->arena, types[i].pattern, pieces.at[1]), path))
            continue;
        *figure = figure_make(about, &types[i], path);
        return figure->source != NULL || figure->edit != NULL;
    }
    return false;
}

/* The text of the element with that id in the sections that pages show. */
static struct words element_text(const struct scheme_case *about, const char *section, const char *id)
{
    const struct scheme *scheme = about->library;

    for (size_t i = 0; text_is(section, "phases") && i < scheme->phases.count; i++)
        if (text_is(scheme->phases.at[i].id.text, id))
            return scheme->phases.at[i].text;
    for (size_t i = 0; text_is(section, "tasks") && i < scheme->tasks.count; i++)
        if (text_is(scheme->tasks.at[i].id.text, id))
            return scheme->tasks.at[i].text;
    for (size_t i = 0; text_is(section, "measures") && i < scheme->measures.count; i++)
        if (text_is(scheme->measures.at[i].id.text, id))
            return scheme->measures.at[i].text;
    const struct scheme_activity *activity = text_is(section, "activities") ? scheme_activity(scheme, id) : NULL;
    if (activity != NULL && activity->text.da == NULL)
        return (struct words){ glossary_label_or_code(LANGUAGE_DA, "activity_kind", activity_kind_words[activity->kind]),
                               glossary_label_or_code(LANGUAGE_EN, "activity_kind", activity_kind_words[activity->kind]) };
    return activity == NULL ? (struct words){ 0 } : activity->text;
}

const char *figure_element(const struct scheme_case *about, const char *path)
{
    struct text_pieces pieces = text_split(about->arena, path, '.');
    const char *id = pieces.count >= 2 ? pieces.at[1] : path;
    const struct scheme_rule *rule = text_is(pieces.at[0], "rules") ? scheme_rule_find(about->library, id) : NULL;

    if (rule != NULL)
        return library_rule_text(about->arena, (int)about->language, about->library, &rule->rule);
    struct words text = element_text(about, pieces.at[0], id);
    return text.da == NULL ? id : words_in(text, (int)about->language);
}
