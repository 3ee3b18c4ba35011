/* SPDX-License-Identifier: MIT
 * pages.c: the routes of meetings, and what their pages share. */
#include "meeting/pages.h"

#include "base/text.h"
#include "library/library.h"

static const struct route routes[] = {
    { GET, "/borger/{citizen}/samtaler/ny", MAY_MEETING_WRITE, talk_get },
    { POST, "/borger/{citizen}/samtaler/ny", MAY_MEETING_WRITE, talk_post },
    { GET, "/borger/{citizen}/samtaler", MAY_LOGGED_IN, meeting_list_get },
    { GET, "/borger/{citizen}/moeder/ny", MAY_MEETING_WRITE, booking_get },
    { POST, "/borger/{citizen}/moeder/ny", MAY_MEETING_WRITE, booking_post },
    { GET, "/moeder/{meeting}", MAY_LOGGED_IN, meeting_get },
    { POST, "/moeder/{meeting}/udeblev", MAY_MEETING_WRITE, meeting_miss_post },
    { POST, "/moeder/{meeting}/aflys", MAY_MEETING_WRITE, meeting_cancel_post },
    { POST, "/moeder/{meeting}/fortryd", MAY_MEETING_WRITE, meeting_undo_post },
    { GET, "/koordinering", MAY_MEETING_WRITE, coordination_list_get },
    { POST, "/koordinering", MAY_MEETING_WRITE, coordination_new_post },
    { GET, "/koordinering/{meeting}", MAY_MEETING_WRITE, coordination_get },
    { POST, "/koordinering/{meeting}", MAY_MEETING_WRITE, coordination_post },
    { GET, "/koordinering/{meeting}/gaester", MAY_MEETING_WRITE, guests_get },
    { POST, "/koordinering/{meeting}/gaester", MAY_MEETING_WRITE, guests_post },
    { POST, "/koordinering/{meeting}/gaester/{meeting_party}/fjern", MAY_MEETING_WRITE, guests_remove_post },
    { GET, "/koordinering/{meeting}/indbydelse", MAY_MEETING_WRITE, invitation_get },
    { 0 },
};

const struct feature meeting_feature = { .name = "meeting", .routes = routes };

const char *meeting_code_label(struct request *r, const char *code)
{
    const char *label = glossary_label((int)r->language, "meeting_code", code);
    struct schemes schemes = label == NULL ? library_schemes_on(r->db) : (struct schemes){ 0 };

    for (size_t i = 0; i < schemes.count && label == NULL; i++) {
        const struct scheme_meeting *meeting = scheme_meeting(schemes.at[i], code);
        if (meeting != NULL)
            label = words_in(meeting->text, (int)r->language);
    }
    return label == NULL ? code : label;
}
