/* SPDX-License-Identifier: MIT
 * talk.c: whether the talk that a scheme has as a part of a session was held (S64). Which talk it is: rules.c. */
#include "engine/journal.h"
#include "group/private.h"

const struct scheme_session_part *session_talk(const struct scheme_activity *activity, const struct group_session_row *session)
{
    return activity == NULL ? NULL : talk_of(activity, session->part, session->title, session->company.n != 0);
}

void session_set_talk(struct db *db, const struct course_group_row *group, const struct group_session_row *session, bool is_held)
{
    int64_t event = session->incomplete_event;

    if (is_held && event != 0) {
        journal_void(db, event);
        event = 0;
    }
    if (!is_held && event == 0)
        event = session_note(db, group, session, EVENT_SESSION_INCOMPLETE, group->activity);
    group_session_set_talk(db, is_held, event, session->id);
}
