-- SPDX-License-Identifier: MIT
-- Who looks after a group, for whom it is, whether one may just come, and who waits for a place on it.

-- `responsible` is told when a place is free; nobody: the group's unit. `for_whom` is a code of the glossary's list
-- gender, '' for everybody (S101: only women); a citizen of whom something else is known is a warning, and
-- group_member.in_spite says why she is on it all the same, or why before others who wait. It is emptied when she is erased. A member with
-- `is_drop_in` came on one day without being on the group (S40, S89): her row has that day alone.
ALTER TABLE course_group ADD COLUMN responsible INTEGER REFERENCES staff (id);
ALTER TABLE course_group ADD COLUMN for_whom TEXT NOT NULL DEFAULT '';
ALTER TABLE course_group ADD COLUMN is_drop_in INTEGER NOT NULL DEFAULT 0;
ALTER TABLE group_member ADD COLUMN is_drop_in INTEGER NOT NULL DEFAULT 0;
ALTER TABLE group_member ADD COLUMN in_spite TEXT NOT NULL DEFAULT '';

-- A citizen waits for a place on a group. In the order in which they were written up: nobody is ranked. `state` is
-- waiting, offered (the place is hers to take, and kept), placed, declined (she said no) or left (taken off). `reason` says
-- why she was offered a place before somebody who had waited longer; it is emptied when she is erased, and she waits
-- nowhere then. `event` is the journal's newest activity.waiting of this row. Kept as long as the membership would be.
CREATE TABLE group_wait (
  id           INTEGER PRIMARY KEY,
  course_group INTEGER NOT NULL REFERENCES course_group (id),
  citizen      INTEGER NOT NULL REFERENCES citizen (id),
  state        TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'offered', 'placed', 'declined', 'left')),
  asked_at     INTEGER NOT NULL,
  asked_by     INTEGER NOT NULL REFERENCES staff (id),
  offered_at   INTEGER,
  ended_at     INTEGER,
  reason       TEXT NOT NULL DEFAULT '',
  event        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX group_wait_once ON group_wait (course_group, citizen) WHERE state IN ('waiting', 'offered');
CREATE INDEX group_wait_by_citizen ON group_wait (citizen);
