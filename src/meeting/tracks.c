/* SPDX-License-Identifier: MIT
 * tracks.c: the talk asks for the track of a scheme that has tracks, as long as none is chosen (S54). Choosing another one
 * later, and taking one back, is on the enrolment's own page (src/casefile/track.c). */
#include "base/text.h"
#include "casefile/casefile.h"
#include "meeting/pages.h"

enum { CODE_MAX = 60 };

/* The first of her enrolments that runs, has tracks and none chosen; its scheme, or NULL. */
static const struct scheme *scheme_that_asks(struct request *r, struct citizen_id citizen, struct enrolment_row *enrolment)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(r->db, citizen);

    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = casefile_scheme_running(r->db, &enrolments.at[i]);
        if (scheme == NULL || scheme->tracks.count == 0 ||
            enrolment_tracks(r->db, citizen, enrolments.at[i].id).count > 0)
            continue;
        *enrolment = enrolments.at[i];
        return scheme;
    }
    return NULL;
}

struct talk_track track_asked(struct request *r, struct citizen_id citizen)
{
    struct talk_track asked = { 0 };
    const struct scheme *scheme = request_may(r, MAY_CASE_WRITE) ? scheme_that_asks(r, citizen, &asked.enrolment) : NULL;

    if (scheme == NULL)
        return asked;
    struct choice *choices = arena_array(r->arena, scheme->tracks.count, sizeof *choices);
    for (size_t i = 0; i < scheme->tracks.count; i++)
        choices[i] = (struct choice){ scheme->tracks.at[i].id.text, words_in(scheme->tracks.at[i].text, (int)r->language) };
    asked.scheme_title = words_in(scheme->title, (int)r->language);
    asked.choices = (struct choices){ choices, scheme->tracks.count };
    return asked;
}

const char *track_read(struct form *form, const struct talk_track *asked)
{
    const char *track = form_text(form, "spor", FORM_OPTIONAL, CODE_MAX);

    for (size_t i = 0; i < asked->choices.count; i++)
        if (text_is(asked->choices.at[i].code, track))
            return track;
    if (*track != 0)
        form_error(form, "spor", say(form->request->language, "Vælg en af mulighederne."));
    return "";
}
