/* SPDX-License-Identifier: MIT
 * attendance_page.c: attendance of a day: one line a person, one key each, one post for all. */
#include "base/list.h"
#include "base/text.h"
#include "library/library.h"
#include "group/private.h"
#include "group_attendance_page.h"
#include "law/glossary.h"

/* The five marks in the order of the keys. Letter and rest are the button, so that the key is seen; the
 * spoken words and those of other languages are the glossary's. */
static const struct attendance_mark {
    const char *code, *letter, *rest;
    bool is_worth_seeing; /* In bold among the last five. */
} marks[] = {
    { "attended", "M", "ødt", false },  { "lawful", "L", "ovligt", false }, { "unlawful", "U", "lovligt", true },
    { "sick", "S", "yg", true },        { "cancelled", "A", "fbud", false },
};
enum { MARKS_COUNT = sizeof marks / sizeof *marks, NOTE_LENGTH_MAX = 200, DAY_HUNDREDTHS = 2400, PAST_DAYS = 45 };

static const struct attendance_mark *mark_find(const char *code)
{
    for (size_t i = 0; i < MARKS_COUNT; i++)
        if (text_is(marks[i].code, code))
            return &marks[i];
    return NULL;
}

static const char *mark_label(struct request *r, const struct attendance_mark *mark)
{
    return glossary_label((int)r->language, "absence", mark->code);
}

static struct attendance_choices choices_for(struct request *r, const char *name, const char *chosen)
{
    struct attendance_choice *choices = arena_array(r->arena, MARKS_COUNT, sizeof *choices);

    for (size_t i = 0; i < MARKS_COUNT; i++) {
        const char *label = mark_label(r, &marks[i]);
        choices[i] = (struct attendance_choice){
            .code = marks[i].code,
            .letter = marks[i].letter,
            .rest = r->language == LANGUAGE_DA ? marks[i].rest : arena_format(r->arena, " %s", label),
            .label = label,
            .spoken = arena_format(r->arena, "%s: %s", label, name),
            .is_chosen = text_is(marks[i].code, chosen),
        };
    }
    return (struct attendance_choices){ choices, MARKS_COUNT };
}

/* The last five of a member, oldest first, and the same in words. */
static void fill_past(struct request *r, const struct attendance_past_list *past, struct attendance_line *line)
{
    struct text spoken = text_new(r->arena);

    for (size_t i = 0; i < past->count; i++) {
        const struct attendance_mark *mark = past->at[i].member.n == line->row.id.n ? mark_find(past->at[i].mark) : NULL;
        if (mark == NULL || line->past.count == 5)
            continue;
        bool is_present = text_is(mark->code, MARK_PRESENT);
        line->past.at[line->past.count++] = (struct past_mark){ is_present ? "✓" : mark->letter, mark->is_worth_seeing };
        text_add_format(&spoken, "%s%s", spoken.length > 0 ? ", " : "", mark_label(r, mark));
    }
    line->spoken = line->past.count == 0 ? say(r->language, "Ny på holdet")
                                         : say_with(r->arena, r->language, "Sidste fem: {1}", text_done(&spoken), NULL);
}

/* The stored mark of a member, or what was just typed. */
static void fill_line(struct request *r, const struct attendance_view *view, const struct attendance_row_list *stored,
                      struct attendance_line *line)
{
    const char *mark = "", *note = "", *away = "";

    for (size_t i = 0; i < stored->count; i++)
        if (stored->at[i].member.n == line->row.id.n) {
            mark = stored->at[i].mark;
            note = stored->at[i].note;
            away = stored->at[i].away_minutes == 0 ? "" : say_number(r->arena, r->language, hundredths_of_minutes(stored->at[i].away_minutes));
        }
    line->name = citizen_name(r->arena, line->row.first_name, line->row.last_name);
    line->field = arena_format(r->arena, "m%lld", (long long)line->row.id.n);
    line->note_field = arena_format(r->arena, "n%lld", (long long)line->row.id.n);
    line->note_label = say_with(r->arena, r->language, "Bemærkning om {1}", line->name, NULL);
    line->away_field = arena_format(r->arena, "t%lld", (long long)line->row.id.n);
    line->away_label = say_with(r->arena, r->language, "Timer væk, {1}; tomt er hele dagen", line->name, NULL);
    line->away_error = form_error_of(&view->form, line->away_field);
    if (r->method == POST) {
        away = form_value(&view->form, line->away_field);
        mark = form_value(&view->form, line->field);
        note = form_value(&view->form, line->note_field);
    }
    line->note = note;
    line->away = away;
    line->choices = choices_for(r, line->name, mark);
}

/* "Sprogskolen: sygdom": the source of the mark, or what the school says of one that is not. */
static const char *said_of(struct request *r, const struct attendance_said_line_list *said, struct group_member_id member)
{
    for (size_t i = 0; i < said->count; i++)
        if (said->at[i].member.n == member.n)
            return arena_format(r->arena, "%s: %s", said->at[i].school,
                                glossary_label((int)r->language, "absence", said->at[i].mark));
    return NULL;
}

static void fill_lines(struct request *r, struct attendance_view *view, struct group_session_id first)
{
    struct group_member_row_list members = group_members_on(r->db, view->group.id, view->on);
    struct attendance_row_list stored = attendance_of_session(r->db, first);
    struct attendance_past_list past = attendance_before(r->db, view->group.id, view->on - PAST_DAYS, view->on);
    struct attendance_said_line_list said = attendance_said_on(r->db, view->group.id, view->on);
    struct attendance_line *lines = arena_array(r->arena, members.count + 1, sizeof *lines);

    for (size_t i = 0; i < members.count; i++) {
        lines[i].row = members.at[i];
        fill_line(r, view, &stored, &lines[i]);
        fill_past(r, &past, &lines[i]);
        lines[i].said = said_of(r, &said, lines[i].row.id);
        for (size_t c = 0; c < MARKS_COUNT; c++)
            view->marked += lines[i].choices.at[c].is_chosen;
        view->present += lines[i].choices.at[0].is_chosen;
    }
    view->lines = (struct attendance_lines){ lines, members.count };
}

/* "dansk på arbejdspladsen, Havnebageriet" */
static const char *topics_of(struct request *r, const struct group_session_row_list *sessions)
{
    struct text topics = text_new(r->arena);

    for (size_t i = 0; i < sessions->count; i++) {
        const struct group_session_row *session = &sessions->at[i];
        text_add_format(&topics, "%s%s", i > 0 ? ", " : "", session->title);
        if (session->company.n != 0)
            text_add_format(&topics, " (%s)", session->company_name);
    }
    return text_done(&topics);
}

/* The sessions of the day with a talk: whether it was held, as stored or as just ticked. */
static void fill_talks(struct request *r, struct attendance_view *view, const struct group_session_row_list *sessions)
{
    const struct scheme_activity *activity = group_activity(r->db, view->group.scheme, view->group.activity);
    struct attendance_talk *talks = arena_array(r->arena, sessions->count + 1, sizeof *talks);
    size_t count = 0;

    for (size_t i = 0; i < sessions->count; i++) {
        const struct group_session_row *session = &sessions->at[i];
        const struct scheme_session_part *talk = session_talk(activity, session);
        if (talk == NULL)
            continue;
        const char *field = arena_format(r->arena, "samtale%lld", (long long)session->id.n);
        talks[count++] = (struct attendance_talk){
            .session = *session,
            .field = field,
            .text = words_in(talk->text, (int)r->language),
            .hours = hours_words(r, session->from_minute, session->to_minute),
            .is_ticked = r->method == POST ? form_has(&view->form, field, "1") : session->is_talk_held,
        };
    }
    view->talks = (struct attendance_talks){ talks, count };
}

/* The day in view, and what is known of it; false when the group does not meet then. */
static bool day_of_view(struct request *r, struct attendance_view *view, struct group_session_row_list *sessions)
{
    *sessions = group_sessions(r->db, view->group.id, view->on, view->on);
    if (sessions->count == 0)
        return false;

    const struct scheme *scheme = library_scheme(r->db, view->group.scheme);
    view->hours = hours_words(r, sessions->at[0].from_minute, sessions->at[sessions->count - 1].to_minute);
    view->scheme_title = scheme == NULL ? "" : words_in(scheme->title, (int)r->language);
    view->topics = topics_of(r, sessions);
    fill_talks(r, view, sessions);
    view->iso = day_iso(r->arena, view->on);
    struct staff_row_list staff = staff_with_role(r->db, ROLE_AT_THE_SITE, view->group.unit);
    view->consultants = staff_choices(r, &staff);
    view->may_write = may_write_groups(r);
    view->may_open_case = request_may(r, MAY_SANCTION_WRITE);
    return true;
}

static struct reply attendance_show(struct request *r, struct attendance_view *view,
                                    const struct group_session_row_list *sessions)
{
    struct page page = page_new(r);

    fill_lines(r, view, sessions->at[0].id);
    attendance_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* Who is there today: the one stored, the one planned, or the person at the keyboard when that is their role. */
static void propose_consultant(struct request *r, struct attendance_view *view, struct staff_id stored)
{
    struct group_presence_row_list planned = group_presence_of_group(r->db, view->group.id, view->on, view->on);
    const char *self = arena_format(r->arena, "%lld", (long long)(planned.count > 0 ? planned.at[0].staff.n : r->actor.id));

    if (stored.n != 0)
        form_set_int(&view->form, "konsulent", stored.n);
    for (size_t i = 0; stored.n == 0 && i < view->consultants.count; i++)
        if (text_is(view->consultants.at[i].code, self))
            form_set(&view->form, "konsulent", self);
}

struct reply attendance_get(struct request *r)
{
    struct attendance_view view = { .form = form_new(r) };
    struct group_session_row_list sessions;

    if (!group_of_path(r, &view.group))
        return reply_not_found(r);
    if (!day_read(request_query(r, "dag"), &view.on))
        view.on = group_next_day(r->db, view.group.id, r->today);
    if (view.on == DAY_NONE || !day_of_view(r, &view, &sessions))
        return reply_not_found(r);
    form_set_int(&view.form, "version", sessions.at[0].version);
    propose_consultant(r, &view, sessions.at[0].consultant);
    return attendance_show(r, &view, &sessions);
}

/* Hours away as typed, in minutes; 0 for none. An error where they are more than the day has, or beside "mødt". */
static int64_t away_read(struct request *r, struct attendance_view *view, const struct group_member_row *member, int64_t day_minutes)
{
    const char *name = arena_format(r->arena, "t%lld", (long long)member->id.n);
    const char *mark = form_value(&view->form, arena_format(r->arena, "m%lld", (long long)member->id.n));
    int64_t hundredths = form_hundredths(&view->form, name, FORM_OPTIONAL);

    if (text_is_blank(form_value(&view->form, name)) || form_error_of(&view->form, name) != NULL)
        return 0;
    int64_t minutes = hundredths > DAY_HUNDREDTHS ? INT64_MAX : minutes_of_hundredths(hundredths);
    if (text_is(mark, MARK_PRESENT) || mark_find(mark) == NULL)
        form_error(&view->form, name, say(r->language, "Vælg, om timerne væk var lovlige, ulovlige, sygdom eller afbud."));
    else if (minutes < 1)
        form_error(&view->form, name, say(r->language, "Det er under et minut."));
    else if (minutes > day_minutes)
        form_error(&view->form, name, say(r->language, "Så mange timer har dagen ikke."));
    return minutes;
}

/* All hours away, by member, before anything is written. */
static int64_t *aways_read(struct request *r, struct attendance_view *view, const struct group_session_row_list *sessions)
{
    struct group_member_row_list members = group_members_on(r->db, view->group.id, view->on);
    int64_t *minutes = arena_array(r->arena, members.count + 1, sizeof *minutes);
    int64_t day_minutes = 0;

    for (size_t i = 0; i < sessions->count; i++)
        day_minutes += sessions->at[i].to_minute - sessions->at[i].from_minute;
    for (size_t i = 0; i < members.count; i++)
        minutes[i] = away_read(r, view, &members.at[i], day_minutes);
    return minutes;
}

/* One mark a member; whom nobody has marked is left as it was. "Resten mødt" marks those without one. */
static void write_marks(struct request *r, const struct attendance_view *view, const int64_t *aways, bool is_rest_present)
{
    struct group_member_row_list members = group_members_on(r->db, view->group.id, view->on);

    for (size_t i = 0; i < members.count; i++) {
        long long id = (long long)members.at[i].id.n;
        const char *mark = form_value(&view->form, arena_format(r->arena, "m%lld", id));
        const char *note = text_trim(r->arena, form_value(&view->form, arena_format(r->arena, "n%lld", id)));
        if (*mark == 0 && is_rest_present)
            mark = MARK_PRESENT;
        if (mark_find(mark) != NULL)
            attendance_write(r->db, view->group.id, view->on, members.at[i].id,
                             &(struct attendance_word){ mark, note, text_is(mark, MARK_PRESENT) ? 0 : aways[i] });
    }
}

struct reply attendance_post(struct request *r)
{
    struct attendance_view view = { .form = form_read(r) };
    struct group_session_row_list sessions;

    view.on = form_day(&view.form, "dag", FORM_REQUIRED);
    int64_t version = form_int(&view.form, "version", FORM_REQUIRED, 0, INT64_MAX);
    int64_t consultant = form_int(&view.form, "konsulent", FORM_OPTIONAL, 1, INT64_MAX);
    if (view.form.error_count > 0 || !group_of_path(r, &view.group) || !day_of_view(r, &view, &sessions))
        return reply_not_found(r);
    const int64_t *aways = aways_read(r, &view, &sessions);
    if (view.form.error_count > 0) {
        form_set_int(&view.form, "version", sessions.at[0].version);
        return attendance_show(r, &view, &sessions);
    }
    if (!group_hold_day(r->db, view.group.id, view.on, (struct staff_id){ consultant > 0 ? consultant : 0 }, version)) {
        view.is_changed_meanwhile = true;
        form_set_int(&view.form, "version", sessions.at[0].version);
        view.form.error_count++;
        return attendance_show(r, &view, &sessions);
    }
    write_marks(r, &view, aways, form_has(&view.form, "resten", MARK_PRESENT));
    for (size_t i = 0; i < view.talks.count; i++)
        session_set_talk(r->db, &view.group, &view.talks.at[i].session, view.talks.at[i].is_ticked);
    request_tell(r, say(r->language, "Fremmødet er gemt."), NULL);
    return reply_see_other(r, "/hold/%lld/fremmoede?dag=%s", (long long)view.group.id.n, view.iso);
}
