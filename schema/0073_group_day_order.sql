-- SPDX-License-Identifier: MIT
-- The sessions of a day, a group's beside each other, read from the index alone: the page of the day asks for them.

DROP INDEX group_session_by_day;
CREATE INDEX group_session_by_day ON group_session (day, course_group, state, from_minute, to_minute);
