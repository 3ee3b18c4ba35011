/* SPDX-License-Identifier: MIT
 * person.c: the citizen's page: loads what many features know and fills the view; nothing is decided
 * here. The way's pictures are in way.c, the journal's words in journal_words.c. */
#include "overview/person.h"

#include <string.h>

#include "base/text.h"
#include "citizen/cpr.h"
#include "library/library.h"
#include "overview/pages.h"
#include "overview_person_page.h"

enum { DUE_SHOWN = 3, WINS_SHOWN = 5, JOURNAL_SHOWN = 12, JOURNAL_WHOLE = 400, SEEN_DAYS = 30, EVENTS_MAX = 2000 };

/* What can be registered from here, by letter; each needs a permission. */
static const struct {
    const char *key, *label, *path;
    enum permission needs;
} acts[] = {
    { "S", SAY("Samtale"), "/borger/%lld/samtaler/ny", MAY_MEETING_WRITE },
    { "P", SAY("Praktik"), "/borger/%lld/praktik/ny", MAY_PLACEMENT_WRITE },
    { "F", SAY("Find praktik"), "/borger/%lld/find-praktik", MAY_CASE_WRITE },
    { "T", SAY("Trin"), "/borger/%lld/trin", MAY_LADDER_WRITE },
    { "V", SAY("Sejr"), "/borger/%lld/sejr", MAY_CASE_WRITE },
    { "N", SAY("Notat"), "/borger/%lld/notat", MAY_CASE_WRITE },
    { "O", SAY("Opgaver"), "/borger/%lld/opgaver", MAY_TASK_WRITE },
    { "M", SAY("Kompetencer"), "/borger/%lld/kompetencer", MAY_GROUP_READ },
    { "B", SAY("Dokumenter"), "/borger/%lld/dokumenter", MAY_DOCUMENT_WRITE },
    { "U", SAY("Sæt i bero"), "/borger/%lld/bero", MAY_CASE_WRITE },
};

static struct person_acts acts_of(struct request *r, struct citizen_id citizen)
{
    struct person_act *list = arena_array(r->arena, sizeof acts / sizeof *acts, sizeof *list);
    size_t count = 0;

    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        if (!request_may(r, acts[i].needs))
            continue;
        struct text path = text_new(r->arena);
        const char *id = strstr(acts[i].path, "%lld");
        text_add_bytes(&path, acts[i].path, (size_t)(id - acts[i].path));
        text_add_int(&path, citizen.n);
        text_add(&path, id + 4);
        list[count] = (struct person_act){ acts[i].key, acts[i].label, text_done(&path), count == 0 };
        count++;
    }
    return (struct person_acts){ list, count };
}

static void load_due(struct request *r, struct person_view *view)
{
    struct today_row_list rows = obligation_of_citizen(r->db, view->citizen->id);
    bool is_all = text_is(request_query(r, "frister"), "alle");

    view->due = due_lines_of(r, &rows, is_all ? rows.count : DUE_SHOWN, &view->due_count);
}

/* Skills come ordered: what she can, then what work must take into account. */
static void load_skills(struct request *r, struct person_view *view)
{
    struct citizen_skill_row_list skills = citizen_skills(r->db, view->citizen->id);
    size_t can = 0;

    while (can < skills.count && text_is(skills.at[can].kind, "can"))
        can++;
    view->can = (struct citizen_skill_row_list){ skills.at, can };
    view->considerations = (struct citizen_skill_row_list){ skills.at + can, skills.count - can };
}

static void load_enrolments(struct request *r, struct person_view *view)
{
    struct enrolment_row_list rows = enrolment_of_citizen(r->db, view->citizen->id);
    struct enrolled *list = arena_array(r->arena, rows.count, sizeof *list);
    size_t count = 0;

    for (size_t i = 0; i < rows.count; i++) {
        const struct scheme *scheme = library_find(library_all(), rows.at[i].scheme);
        if (!text_is(rows.at[i].state, "ended"))
            list[count++] = (struct enrolled){
                &rows.at[i], scheme == NULL ? rows.at[i].scheme : words_in(scheme->title, (int)r->language) };
    }
    view->enrolled = (struct enrolled_list){ list, count };
}

/* Everybody once, with all roles. */
static void load_team(struct request *r, struct person_view *view)
{
    struct team_row_list rows = casefile_team(r->db, view->citizen->id);

    view->team.at = arena_array(r->arena, rows.count, sizeof *view->team.at);
    for (size_t i = 0; i < rows.count; i++) {
        const char *role = glossary_label_or_code((int)r->language, "role", rows.at[i].role);
        size_t before = 0;
        while (before < i && rows.at[before].staff.n != rows.at[i].staff.n)
            before++;
        size_t line = 0;
        while (before < i && line < view->team.count && !text_is(view->team.at[line].name, rows.at[before].name))
            line++;
        if (before < i && line < view->team.count)
            view->team.at[line].roles = arena_format(r->arena, "%s, %s", view->team.at[line].roles, role);
        else
            view->team.at[view->team.count++] = (struct team_line){ rows.at[i].name, role };
    }
}

/* "spand, kost": the words of a day in one line. */
static void load_learned(struct request *r, struct person_view *view)
{
    struct word_days *days = &view->word_days;

    view->words_learned = work_words_learned(r->db, view->citizen->id);
    for (size_t i = 0; i < view->words_learned.count; i++) {
        const struct work_word_row *word = &view->words_learned.at[i];
        bool is_new = days->count == 0 || days->at[days->count - 1].on != word->learned_day;
        if (is_new && days->count == WORD_DAYS_SHOWN)
            return;
        if (is_new)
            days->at[days->count++] = (struct word_day){ word->learned_day, word->word };
        else
            days->at[days->count - 1].words = arena_format(r->arena, "%s, %s", days->at[days->count - 1].words, word->word);
    }
}

static void load_words(struct request *r, struct person_view *view, struct own_words_row *words)
{
    load_learned(r, view);
    view->words = own_words_newest(r->db, view->citizen->id, words) ? words : NULL;
    view->danish = danish_standing(r->db, view->citizen->id, view->citizen->danish_level);
    view->goals = goal_of_citizen(r->db, view->citizen->id);
    view->wins = win_of_citizen(r->db, view->citizen->id, WINS_SHOWN);
}

/* This week as one bar. */
static void load_week(struct request *r, struct person_view *view)
{
    struct hours_week *week = arena_alloc(r->arena, sizeof *week);

    *week = hours_week_load(r->db, r->language, view->citizen->id, view->citizen->town, monday_of(r->today));
    view->has_week = true;
    view->week = hours_bars(r->arena, r->language, week, 1, week->monday);
    view->week.is_narrow = true;
    view->week_now = hours_sum_words(r->arena, r->language, week);
    if (week->answer.missing > 0 && week->break_reason == NULL)
        view->week_missing = hours_number(r->arena, r->language, week->answer.missing);
}

/* What only those who work with the whole case see. */
static void load_case(struct request *r, struct person_view *view)
{
    load_week(r, view);
    view->cpr = cpr_masked(r->arena, citizen_cpr_start(r->db, view->citizen->id));
    view->seen = citizen_seen_by(r->db, view->citizen->id, r->now - (instant)SEEN_DAYS * 86400);
    /* One more than is shown tells whether there is more. */
    bool is_short = *view->journal_filter == 0;
    view->journal = journal_lines_of(r, view, is_short ? JOURNAL_SHOWN + 1 : JOURNAL_WHOLE);
    view->has_more_journal = is_short && view->journal.count > JOURNAL_SHOWN;
    if (view->has_more_journal)
        view->journal.count = JOURNAL_SHOWN;
}

struct reply overview_person_get(struct request *r)
{
    struct citizen_row citizen;
    struct own_words_row words;
    struct page page = page_new(r);

    /* A teacher's part of a case is what the citizen can: the CV, guarded like every page about her. */
    if (!request_may(r, MAY_CASE_READ) && !request_may(r, MAY_CASE_WORK) && request_may(r, MAY_GROUP_READ))
        return reply_see_other(r, "/borger/%lld/cv", (long long)request_id(r, "borger"));
    /* That of data protection is what is held about her. */
    if (!request_may(r, MAY_CASE_READ) && !request_may(r, MAY_CASE_WORK) && request_may(r, MAY_CASE_ERASE))
        return reply_see_other(r, "/borger/%lld/indsigt", (long long)request_id(r, "borger"));
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "borger") }, &citizen))
        return reply_not_found(r);
    struct person_view view = {
        .citizen = &citizen,
        .name = citizen_name(r->arena, citizen.first_name, citizen.last_name),
        .cpr = "",
        .may_show_cpr = request_may(r, MAY_CPR_SHOW),
        .may_write = request_may(r, MAY_CASE_WRITE),
        .may_place = request_may(r, MAY_PLACEMENT_WRITE),
        .may_see_absence = request_may(r, MAY_CASE_READ),
        .team_changes = casefile_team_changes(r->db, citizen.id),
        .acts = acts_of(r, citizen.id),
        .events = citizen_journal(r->db, citizen.id, EVENTS_MAX),
        .placements = placement_of_citizen(r->db, citizen.id),
        .errands = errands_of_citizen(r->db, citizen.id),
        .journal_filter = request_query(r, "journal"),
        .is_whole = request_may(r, MAY_CASE_READ),
    };
    if (view.placements.count > 0)
        view.path = placement_path_of(r->db, citizen.id, view.placements.at[0].id);
    load_team(r, &view);
    load_words(r, &view, &words); /* Goals: the journal's lines name them. */
    if (view.is_whole)
        load_case(r, &view);
    load_skills(r, &view);
    load_due(r, &view);
    load_enrolments(r, &view);
    view.decided = conflict_decided_parts(r, citizen.id);
    way_of(r, &view);
    overview_person_page(&page, &view);
    return reply_page(&page.text);
}
