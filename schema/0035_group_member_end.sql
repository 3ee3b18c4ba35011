-- SPDX-License-Identifier: MIT
-- Who is on a group on a day is asked on everybody's first page; the members of years lie around them. A membership
-- without an end ends on the last day there is.
CREATE INDEX group_member_by_end ON group_member (course_group, (coalesce(ended_day, to_day, 2147483647)));

-- What nobody has taken: with the columns of obligation_by_owner first, so that this, the smaller one, is chosen.
DROP INDEX obligation_of_nobody;
CREATE INDEX obligation_of_nobody ON obligation (owner, state, due_at, id) WHERE owner = 0 AND state = 0 AND owner_role <> '';
