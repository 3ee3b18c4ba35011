/* SPDX-License-Identifier: MIT
 * target.c: the page of the target group (S56): pass, fail or not known, with the sum that says so. */
#include "base/text.h"
#include "employer/pages.h"
#include "hours/pages.h"
#include "hours_target_page.h"
#include "law/glossary.h"

enum { SOURCE_MAX = 200 };

static const char *const verdict_words[GROUP_VERDICT_COUNT] = {
    [GROUP_PASS] = SAY("i målgruppen"), [GROUP_FAIL] = SAY("ikke i målgruppen"), [GROUP_NOT_KNOWN] = SAY("kan ikke afgøres endnu"),
};
static const char *const verdict_classes[GROUP_VERDICT_COUNT] = { "ok", "no", "wait" };
static const char *const why_words[GROUP_WHY_COUNT] = {
    [GROUP_ALWAYS] = SAY("Alle på den ydelse er omfattet."),
    [GROUP_BOTH] = SAY("Ydelse i tre af de seneste fire år, og dansk på dansk 2 eller højere er ikke bestået."),
    [GROUP_OTHER_BENEFIT] = SAY("Ydelsen er ikke en af dem, målgruppen er om."),
    [GROUP_DANISH_PASSED] = SAY("En danskprøve på dansk 2 eller højere er bestået."),
    [GROUP_FEW_MONTHS] = SAY("Der er ikke ydelse i nok måneder."),
    [GROUP_NO_BENEFIT_KNOWN] = SAY("Ydelsen nu er ikke skrevet i stamdata."),
    [GROUP_NO_MONTHS_KNOWN] = SAY("Der er måneder, som ingen kender, og de afgør det."),
    [GROUP_NO_DANISH_KNOWN] = SAY("Månederne er nok, men ingen har skrevet, om en danskprøve er bestået."),
};

static const char *number(struct request *r, int value)
{
    return arena_format(r->arena, "%d", value);
}

static const char *arithmetic_of(struct request *r, const struct group_answer *a)
{
    return say_with(r->arena, r->language,
                    "{1} måneder med ydelse, {2} uden, {3} ikke kendt, fra {4} til {5}. Grænsen er {6} af {7}.", number(r, a->months_with),
                    number(r, a->months_without), number(r, a->months_unknown), say_day_year(r->arena, r->language, a->first),
                    say_day_year(r->arena, r->language, a->last), number(r, a->months_wanted), number(r, a->months_window), NULL);
}

static struct group_answer answer_of(struct request *r, const struct target_view *view)
{
    struct benefit_time *times = arena_array(r->arena, view->times.count + 1, sizeof *times);

    for (size_t i = 0; i < view->times.count; i++)
        times[i] = (struct benefit_time){ view->times.at[i].benefit, view->times.at[i].from_day, view->times.at[i].to_day };
    return hours_group(view->group, &(struct group_facts){ .benefit_now = view->citizen.benefit, .passed = view->has_danish ? view->danish.passed : "",
                                                           .times = times, .time_count = view->times.count, .asked_on = r->today });
}

static bool target_open(struct request *r, struct target_view *view)
{
    *view = (struct target_view){ .time_form = form_new(r), .danish_form = form_new(r), .group = &hour_rules_kept()->groups[0] };
    if (!citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, &view->citizen))
        return false;
    view->name = citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    view->may_write = request_may(r, MAY_CASE_WRITE);
    view->benefits = choices_of_list(r, "benefit");
    view->tests = choices_of_list(r, "danish_passed");
    form_set_day(&view->danish_form, "kendt", r->today);
    return true;
}

static struct reply target_show(struct request *r, struct target_view *view)
{
    struct page page = page_new(r);

    view->times = hours_benefits(r->db, view->citizen.id);
    view->has_danish = hours_danish_newest(r->db, view->citizen.id, &view->danish);
    view->answer = answer_of(r, view);
    view->verdict = say(r->language, verdict_words[view->answer.verdict]);
    view->class = verdict_classes[view->answer.verdict];
    view->why = say(r->language, why_words[view->answer.why]);
    view->arithmetic = arithmetic_of(r, &view->answer);
    target_page(&page, view);
    return view->time_form.error_count + view->danish_form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply target_get(struct request *r)
{
    struct target_view view;

    return target_open(r, &view) ? target_show(r, &view) : reply_not_found(r);
}

static const char *choice_of(struct request *r, struct form *form, const char *name, const char *list)
{
    const char *code = form_text(form, name, FORM_REQUIRED, SOURCE_MAX);

    if (*code != 0 && glossary_label((int)r->language, list, code) == NULL)
        form_error(form, name, say(r->language, "Vælg en fra listen."));
    return code;
}

static struct reply back(struct request *r, struct citizen_id citizen)
{
    request_tell(r, say(r->language, "Det er gemt."), NULL);
    return reply_see_other(r, "/borger/%lld/maalgruppe", (long long)citizen.n);
}

struct reply target_time_post(struct request *r)
{
    struct target_view view;

    if (!target_open(r, &view))
        return reply_not_found(r);
    struct form *form = &view.time_form;
    *form = form_read(r);
    struct benefit_time time = { choice_of(r, form, "ydelse", "benefit"), form_day(form, "fra", FORM_REQUIRED), form_day(form, "til", FORM_OPTIONAL) };
    const char *source = form_text(form, "kilde", FORM_OPTIONAL, SOURCE_MAX);
    if (form->error_count == 0 && time.to != DAY_NONE && time.to < time.from)
        form_error(form, "til", say(r->language, "Den sidste dag ligger før den første."));
    if (form->error_count > 0)
        return target_show(r, &view);
    hours_note_benefit(r->db, view.citizen.id, &time, source);
    return back(r, view.citizen.id);
}

struct reply target_time_undo_post(struct request *r)
{
    struct citizen_id citizen = { request_id(r, "citizen") };

    if (!hours_undo_benefit(r->db, citizen, (struct hours_benefit_id){ request_id(r, "hours_benefit") }))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er fjernet."), NULL);
    return reply_see_other(r, "/borger/%lld/maalgruppe", (long long)citizen.n);
}

struct reply target_danish_post(struct request *r)
{
    struct target_view view;

    if (!target_open(r, &view))
        return reply_not_found(r);
    view.danish_form = form_read(r);
    const char *passed = choice_of(r, &view.danish_form, "proeve", "danish_passed");
    day known = form_day(&view.danish_form, "kendt", FORM_REQUIRED);
    const char *source = form_text(&view.danish_form, "bevis", FORM_OPTIONAL, SOURCE_MAX);
    if (view.danish_form.error_count > 0)
        return target_show(r, &view);
    hours_note_danish(r->db, view.citizen.id, passed, known, source);
    return back(r, view.citizen.id);
}
