-- SPDX-License-Identifier: MIT
-- What meets on a day, and who is on it, is asked on everybody's first page; the sessions and members of years lie
-- around it. A membership without an end ends on the last day there is.
CREATE INDEX group_session_by_day ON group_session (day);
CREATE INDEX group_member_by_end ON group_member (course_group, (coalesce(ended_day, to_day, 2147483647)));

-- What nobody has taken: with the columns of obligation_by_owner first, so that this, the smaller one, is chosen.
DROP INDEX obligation_of_nobody;
CREATE INDEX obligation_of_nobody ON obligation (owner, state, due_at, id) WHERE owner = 0 AND state = 0 AND owner_role <> '';
