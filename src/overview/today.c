/* SPDX-License-Identifier: MIT
 * today.c: the first page of the day. What an obligation is called and what one does about it is in
 * words.c; acting on one from here is in act.c. */
#include "overview/pages.h"

#include "base/list.h"
#include "base/text.h"
#include "engine/scheme.h"
#include "library/library.h"
#include "overview/today.h"
#include "overview_today_page.h"
#include "staff/staff.h"

enum { ROWS_FIRST = 50, ROWS_MAX = 200, DAYS_AHEAD = 28, WINS_MAX = 3, WINS_DAYS = 1 };

static const struct {
    const char *title, *code;
} parts[PART_COUNT] = {
    [PART_OVER] = { SAY("Over tid"), "over" },
    [PART_TODAY] = { SAY("I dag"), "i-dag" },
    [PART_WEEK] = { SAY("Denne uge"), "uge" },
    [PART_NEXT_WEEK] = { SAY("Næste uge"), "naeste-uge" },
    [PART_LATER] = { SAY("Senere"), "senere" },
};

/* Which part of the list a due time belongs to, seen from now. */
static enum due_part part_of(instant due, instant now)
{
    day today = day_of_instant(now), on = day_of_instant(due);
    day sunday = today - (day)day_weekday(today) + SUNDAY;

    if (due < now)
        return PART_OVER;
    if (on == today)
        return PART_TODAY;
    if (on <= sunday)
        return PART_WEEK;
    return on <= sunday + 7 ? PART_NEXT_WEEK : PART_LATER;
}

/* A team leader has what has climbed too; when it does is the rule's ladder, the same as the explanation shows. */
static struct today_row_list load_rows(struct request *r, bool is_team, int most)
{
    struct staff_id me = { r->actor.id };
    instant until = day_end(r->today + DAYS_AHEAD);

    if (is_team)
        return today_team(r->db, until, me, most);
    return today_rows(r->db, until, me, most, request_may(r, MAY_TEAM_READ), r->now);
}

/* The whole list at first shows what somebody does in a day; the rest when it is asked for. */
static int most_rows(struct request *r)
{
    bool is_first = *request_query(r, "vis") == 0 && *request_query(r, "g") == 0 && *request_query(r, "alle") == 0;

    return is_first ? ROWS_FIRST : ROWS_MAX;
}

/* Of a list that was cut, the part with its last row may have more, and those after it are unknown. */
static void mark_cut(struct due_group *groups, bool is_cut)
{
    int last = PART_COUNT - 1;

    while (last > 0 && groups[last].count == 0)
        last--;
    for (int part = last; part < PART_COUNT && is_cut; part++)
        groups[part].is_cut = true;
}

/* The rows in their parts; rows come in order of due time, so each part is a run of them. */
static struct due_groups group(struct request *r, struct due_line *lines, size_t count, const char *shown, bool is_cut)
{
    struct due_group *groups = arena_array(r->arena, PART_COUNT, sizeof *groups);
    size_t at = 0;

    for (int part = 0; part < PART_COUNT; part++) {
        struct due_group *g = &groups[part];
        g->title = parts[part].title;
        g->code = parts[part].code;
        g->at = lines + at;
        while (at < count && (int)part_of(lines[at].row->due_at, r->now) == part)
            at++;
        g->count = (size_t)(lines + at - g->at);
        g->is_current = text_is(shown, g->code);
        g->shown = *shown == 0 || g->is_current ? g->count : 0;
    }
    mark_cut(groups, is_cut);
    return (struct due_groups){ groups, PART_COUNT };
}

static struct choices steps_of(struct request *r, const struct due_line *line)
{
    const struct scheme_list *list = line->scheme == NULL ? NULL : scheme_list(line->scheme, line->code);
    struct choice *choices;

    if (line->done != EVENT_LADDER_PLACED || list == NULL)
        return (struct choices){ 0 };
    choices = arena_array(r->arena, list->items.count, sizeof *choices);
    for (size_t i = 0; i < list->items.count; i++) /* The highest step first: "så højt som muligt". */
        choices[i] = (struct choice){ list->items.at[list->items.count - 1 - i].id.text,
                                      words_in(list->items.at[list->items.count - 1 - i].text, (int)r->language) };
    return (struct choices){ choices, list->items.count };
}

struct choices colleagues_of(struct request *r, struct unit_id unit, const char *role)
{
    struct staff_row_list staff = staff_with_role(r->db, role, unit);
    struct choice *choices = arena_array(r->arena, staff.count, sizeof *choices);
    size_t count = 0;

    for (size_t i = 0; i < staff.count; i++)
        if (staff.at[i].id.n != r->actor.id)
            choices[count++] = (struct choice){ arena_format(r->arena, "%lld", (long long)staff.at[i].id.n),
                                                staff.at[i].name };
    return (struct choices){ choices, count };
}

static const char *age_of(struct request *r, const struct citizen_row *citizen)
{
    if (citizen->born_day == DAY_NONE)
        return citizen->town;
    return say_with(r->arena, r->language, SAY("{1} år, bor i {2}"),
                    arena_format(r->arena, "%d", day_age(citizen->born_day, r->today)), citizen->town, NULL);
}

static const char *frist_path(struct request *r, const struct due_line *line, const char *what)
{
    return arena_format(r->arena, "/frist/%lld/%s", (long long)line->row->id.n, what);
}

/* The first line from `at` that is about a citizen: companies and units have pages of their own. */
static size_t next_citizen(const struct due_line *lines, size_t count, size_t at)
{
    while (at < count && lines[at].row->citizen.n == 0)
        at++;
    return at;
}

/* The panel for one line, or for the next one about a citizen; NULL when there is none. */
static const struct work_panel *panel_of(struct request *r, struct due_line *lines, size_t count, int64_t wanted)
{
    struct work_panel *panel = arena_alloc(r->arena, sizeof *panel);
    struct own_words_row words;
    size_t at = 0;

    while (at < count && lines[at].row->id.n != wanted)
        at++;
    at = next_citizen(lines, count, at);
    if (at == count || !citizen_load(r->db, lines[at].row->citizen, &panel->citizen))
        return NULL;
    panel->line = &lines[at];
    panel->number = at + 1;
    panel->of = count;
    panel->age = age_of(r, &panel->citizen);
    panel->own_words = own_words_newest(r->db, panel->citizen.id, &words) ? words.words : NULL;
    panel->skills = citizen_skills(r->db, panel->citizen.id);
    panel->steps = steps_of(r, panel->line);
    panel->colleagues = colleagues_of(r, panel->line->row->unit, panel->line->row->owner_role);
    size_t next = next_citizen(lines, count, at + 1);
    panel->next_line = next < count ? &lines[next] : NULL;
    panel->form = form_new(r);
    form_set_int(&panel->form, "naeste", panel->next_line == NULL ? 0 : panel->next_line->row->id.n);
    panel->ladder_path = frist_path(r, panel->line, "trin");
    panel->give_path = frist_path(r, panel->line, "giv-videre");
    panel->close_path = frist_path(r, panel->line, "luk");
    return panel;
}

/* Where a work-through begins: the first line shown that is about a citizen. */
static int64_t first_of(const struct due_groups *groups)
{
    for (size_t i = 0; i < groups->count; i++)
        if (groups->at[i].shown > 0)
            return groups->at[i].at[0].row->id.n;
    return 0;
}

static struct win_listed_list good_news(struct request *r)
{
    struct staff_row me;

    if (!request_may(r, MAY_CASE_READ) || !staff_load(r->db, (struct staff_id){ r->actor.id }, &me))
        return (struct win_listed_list){ 0 };
    return win_newest(r->db, me.unit, r->today - WINS_DAYS, WINS_MAX);
}

struct reply today_get(struct request *r)
{
    bool is_team = text_is(request_query(r, "hvem"), "team") && request_may(r, MAY_TEAM_READ);
    int most = most_rows(r);
    struct today_row_list rows = load_rows(r, is_team, most);
    bool is_cut = (int)rows.count == most;
    size_t all;
    struct due_lines lines = due_lines_of(r, &rows, rows.count, &all);
    int64_t wanted = 0;
    struct page page = page_new(r);

    text_to_int(request_query(r, "g"), &wanted);

    struct today_view view = {
        .groups = group(r, lines.at, lines.count, request_query(r, "vis"), is_cut),
        .total = all,
        .is_cut = is_cut,
        .more_path = most == ROWS_MAX ? NULL : is_team ? "/?hvem=team&alle=1" : "/?alle=1",
        .is_team = is_team,
        .may_see_team = request_may(r, MAY_TEAM_READ),
        .may_coordinate = request_may(r, MAY_MEETING_WRITE),
        .may_call = request_may(r, MAY_CASE_READ) && request_may(r, MAY_CASE_WRITE),
        .may_see_absence = request_may(r, MAY_SANCTION_WRITE) || request_may(r, MAY_SANCTION_DECIDE),
        .shown_part = request_query(r, "vis"),
        .wins = good_news(r),
        .day = day_of_person(r),
        .panel = wanted == 0 ? NULL : panel_of(r, lines.at, lines.count, wanted),
        .next = lines.count == 0 ? NULL : &lines.at[0],
    };
    view.first = first_of(&view.groups);
    today_page(&page, &view);
    return reply_page(&page.text);
}
