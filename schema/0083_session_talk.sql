-- SPDX-License-Identifier: MIT
-- Whether the talk that a scheme has as a part of a session was held (S64).

-- Both 0: nobody has been asked, since the session has no such talk or attendance is not taken. `is_talk_held` is what who
-- takes attendance says; when it was not held the session is incomplete, and `incomplete_event` is the journal's
-- session.incomplete, which is voided when the talk is held after all.
ALTER TABLE group_session ADD COLUMN is_talk_held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE group_session ADD COLUMN incomplete_event INTEGER NOT NULL DEFAULT 0;
