/* SPDX-License-Identifier: MIT
 * considerations.c: what work must take into account, confirmed or changed at the talk where it was said (S37). Which
 * talks those are the schemes say: `considerations: yes` on a meeting. */
#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/consideration.h"
#include "meeting/pages.h"

enum { ADDED_MAX = 1000 };

/* The meeting with that code (NULL: the first) that asks for considerations, of the schemes she is in; or NULL. */
static const struct scheme_meeting *talk_that_asks(struct request *r, struct citizen_id citizen, const char *code)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(r->db, citizen);

    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = casefile_scheme_running(r->db, &enrolments.at[i]);
        for (size_t m = 0; scheme != NULL && m < scheme->meetings.count; m++) {
            const struct scheme_meeting *meeting = &scheme->meetings.at[m];
            if (meeting->considerations && (code == NULL || text_is(meeting->id.text, code)))
                return meeting;
        }
    }
    return NULL;
}

/* What holds now as boxes, ticked unless the form has shown them before and somebody took the tick away. */
static struct choices holding(struct request *r, struct citizen_id citizen, struct form *form)
{
    struct citizen_skill_row_list skills = citizen_skills(r->db, citizen);
    LIST_OF(struct choice) choices = { 0 };

    for (size_t i = 0; i < skills.count; i++) {
        if (!text_is(skills.at[i].kind, "consideration"))
            continue;
        const char *row = arena_format(r->arena, "%lld", (long long)skills.at[i].id.n);
        *LIST_ADD(r->arena, &choices) = (struct choice){ row, skills.at[i].words };
        if (!form_has(form, "hensyn_kendt", row))
            *LIST_ADD(r->arena, form) = (struct form_field){ .name = "hensyn", .value = row };
    }
    return (struct choices){ choices.at, choices.count };
}

struct talk_considerations considerations_of(struct request *r, struct citizen_id citizen, struct form *form)
{
    const struct scheme_meeting *meeting = talk_that_asks(r, citizen, NULL);

    if (meeting == NULL)
        return (struct talk_considerations){ 0 };
    return (struct talk_considerations){ words_in(meeting->text, (int)r->language), holding(r, citizen, form) };
}

bool considerations_are_asked(struct request *r, struct citizen_id citizen, const char *code)
{
    return talk_that_asks(r, citizen, code) != NULL;
}

bool considerations_read(struct request *r, struct form *form, struct citizen_id citizen, const char *code)
{
    const char *added = form_text(form, "hensyn_nye", FORM_OPTIONAL, ADDED_MAX);
    bool is_said = form_flag(form, "hensyn_talt"), is_asked = considerations_are_asked(r, citizen, code);

    citizen_refuse_diagnosis(form, "hensyn_nye", added);
    if (!text_is_blank(added) && !is_asked)
        form_error(form, "hensyn_nye", say(r->language, "Hensyn skrives kun ved den slags samtale, der spørger efter dem."));
    else if (!text_is_blank(added) && !is_said)
        form_error(form, "hensyn_talt", say(r->language, "Sæt flueben, hvis I talte om hensyn, eller slet de nye."));
    return is_said && is_asked;
}

void considerations_write(struct request *r, struct form *form, struct citizen_id citizen, struct meeting_id meeting,
                          instant at)
{
    citizen_talk_considerations(r->db, &(struct consideration_talk){
        .citizen = citizen, .meeting = meeting, .at = at,
        .known = form_all(form, "hensyn_kendt"), .kept = form_all(form, "hensyn"),
        .added = text_split(r->arena, form_value(form, "hensyn_nye"), '\n'),
    });
}
