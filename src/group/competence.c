/* SPDX-License-Identifier: MIT
 * competence.c: what a citizen can, mapped during the course, and what is made of it: CV and certificate
 * (003:150-158, 170). */
#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "engine/journal.h"
#include "library/library.h"
#include "group/group.h"
#include "group/private.h"
#include "law/glossary.h"

const struct competence_kind competence_kinds[] = {
    { "education", SAY("Uddannelse"), SAY("én linje for hver: 2011–2015 Elektriker, Damaskus") },
    { "experience", SAY("Erhvervserfaring"), SAY("én linje for hver: 2015–2019 Bager i eget bageri") },
    { "function", SAY("Kan udføre"), SAY("arbejdsopgaver, én linje for hver") },
    { "language", SAY("Sprog"), SAY("én linje for hvert: arabisk, modersmål") },
    { "certificate", SAY("Beviser og kørekort"), SAY("én linje for hvert") },
};
const size_t competence_kind_count = sizeof competence_kinds / sizeof *competence_kinds;

/* The scheme form that the mapping answers: the one named so in a scheme the citizen is enrolled in. */
static const struct scheme_form *form_of(struct db *db, struct citizen_id citizen)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(db, citizen);

    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = library_scheme(db, enrolments.at[i].scheme);
        const struct scheme_form *form = scheme == NULL ? NULL : scheme_form(scheme, COMPETENCE_FORM);
        if (form != NULL)
            return form;
    }
    return NULL;
}

static void note_answer(struct db *db, struct citizen_id citizen)
{
    const struct scheme_form *form = form_of(db, citizen);

    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, citizen.n },
        .kind = EVENT_FORM_ANSWERED,
        .code = COMPETENCE_FORM,
        .subject = { SUBJECT_CITIZEN, citizen.n },
        .at = db_now(db),
        .fields = { { "version", arena_format(db_arena(db), "%d", form == NULL ? 1 : (int)form->version) } },
    });
}

bool competence_save(struct db *db, struct citizen_id citizen, struct competence_lines lines, int64_t stamp)
{
    if (competence_stamp(db, citizen) != stamp)
        return false;
    /* The new lines first: so the stamp grows even when the old ones go. */
    for (size_t i = 0; i < lines.count; i++)
        competence_insert(db, citizen, lines.at[i].kind, lines.at[i].words, lines.at[i].years, (int64_t)i);
    competence_delete_until(db, citizen, stamp);
    note_answer(db, citizen);
    return true;
}

/* A line as a reader reads it; a branch is a code of the glossary. */
static const char *line_words(struct arena *arena, const struct competence_row *row, enum language language)
{
    const char *label = text_is(row->kind, KIND_BRANCH) ? glossary_label((int)language, KIND_BRANCH, row->words) : NULL;
    const char *words = label != NULL ? label : row->words;

    return text_is_blank(row->years) ? words : arena_format(arena, "%s: %s", row->years, words);
}

const char *competence_words(struct arena *arena, const struct competence_row_list *rows, const char *kind,
                             enum language language)
{
    struct text words = text_new(arena);

    for (size_t i = 0; i < rows->count; i++)
        if (text_is(rows->at[i].kind, kind))
            text_add_format(&words, "%s%s", words.length > 0 ? "\n" : "", line_words(arena, &rows->at[i], language));
    return text_done(&words);
}

struct document_sections competence_sections(struct db *db, struct citizen_id citizen, enum language language)
{
    struct competence_row_list rows = competence_of_citizen(db, citizen);
    struct arena *arena = db_arena(db);
    LIST_OF(struct document_section) sections = { 0 };
    const char *branches = competence_words(arena, &rows, KIND_BRANCH, language);

    for (size_t i = 0; i < competence_kind_count; i++) {
        const char *words = competence_words(arena, &rows, competence_kinds[i].code, language);
        if (!text_is_blank(words))
            *LIST_ADD(arena, &sections) = (struct document_section){ say(language, competence_kinds[i].label), words };
    }
    if (!text_is_blank(branches))
        *LIST_ADD(arena, &sections) = (struct document_section){ say(language, "Brancher"), branches };
    return (struct document_sections){ sections.at, sections.count };
}

const struct scheme_document *group_certificate(struct db *db, const struct course_group_row *group)
{
    const struct scheme *scheme = library_scheme(db, group->scheme);
    const struct scheme_activity *activity = group_activity(db, group->scheme, group->activity);

    for (size_t i = 0; activity != NULL && i < activity->sessions.count; i++)
        if (!code_is_none(activity->sessions.at[i].hands_out))
            return scheme_document(scheme, activity->sessions.at[i].hands_out.text);
    return NULL;
}

/* What the course was: its name and the participant's own weeks. */
static struct document_section course_section(struct db *db, const struct course_group_row *group,
                                              const struct group_member_row *member)
{
    const struct scheme_activity *activity = group_activity(db, group->scheme, group->activity);
    struct arena *arena = db_arena(db);
    day last = member->ended_day != DAY_NONE ? member->ended_day : member->to_day;
    const char *name = activity != NULL && activity->text.da != NULL ? activity->text.da : group->name;
    const char *until = last == DAY_NONE ? "" : say_day_year(arena, LANGUAGE_DA, last);

    return (struct document_section){
        .title = "Forløb",
        .words = arena_format(arena, "%s %s\n%s – %s", member->first_name, member->last_name, name,
                              arena_format(arena, "%s – %s", say_day_year(arena, LANGUAGE_DA, member->from_day), until)),
    };
}

struct document_id group_certify(struct db *db, const struct group_member_row *member)
{
    struct course_group_row group;
    const struct scheme_document *certificate;
    LIST_OF(struct document_section) sections = { 0 };

    if (!course_group_load(db, member->course_group, &group))
        return (struct document_id){ 0 };
    certificate = group_certificate(db, &group);
    if (certificate == NULL)
        return (struct document_id){ 0 };

    struct document_sections own = competence_sections(db, member->citizen, LANGUAGE_DA);
    *LIST_ADD(db_arena(db), &sections) = course_section(db, &group, member);
    for (size_t i = 0; i < own.count; i++)
        *LIST_ADD(db_arena(db), &sections) = own.at[i];
    return document_make(db, &(struct document_order){
        .citizen = member->citizen,
        .scheme = group.scheme,
        .code = certificate->id.text,
        .language = "da",
        .extra = { sections.at, sections.count },
    });
}
