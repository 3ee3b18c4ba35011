-- SPDX-License-Identifier: MIT
-- A place on a group that is free, or will be soon, while somebody waits for it: an obligation of the engine.

-- One row a place that is to be offered, from the day it is told of (a week before it is free) until it is offered or
-- taken, or nobody waits any more: then `taken_at`. `outcome` is taken, or gone (the list is empty, or there is no place
-- after all). `event` and `taken_event` are the journal's place.freed and place.taken. It names nobody, and is kept as
-- long as the group is.
CREATE TABLE group_place (
  id           INTEGER PRIMARY KEY,
  course_group INTEGER NOT NULL REFERENCES course_group (id),
  free_day     INTEGER NOT NULL,
  told_day     INTEGER NOT NULL,
  event        INTEGER NOT NULL DEFAULT 0,
  taken_at     INTEGER,
  outcome      TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'taken', 'gone')),
  taken_event  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX group_place_by_group ON group_place (course_group, taken_at);

-- 0 for a group from before there were such rows: the keeper looks at it once.
ALTER TABLE course_group ADD COLUMN is_places_told INTEGER NOT NULL DEFAULT 0;
CREATE INDEX course_group_untold ON course_group (id) WHERE is_places_told = 0;

-- A group's deadlines have its unit now.
UPDATE stream SET next_look_at = 0 WHERE stream_kind = 3;
