-- SPDX-License-Identifier: MIT
-- Who of the consultants is at a group's place, planned beforehand (S04, 003:146: at the teaching site daily).

-- One consultant a day and group. Written by whoever runs the group, for the days on which it meets; `event` is the
-- journal's session.rostered, corrected when somebody else takes the day and voided when nobody does. Who was there in
-- fact is in group_session.consultant. No citizen's data; kept as long as the group.
CREATE TABLE group_presence (
  id           INTEGER PRIMARY KEY,
  course_group INTEGER NOT NULL REFERENCES course_group (id),
  day          INTEGER NOT NULL,
  staff        INTEGER NOT NULL REFERENCES staff (id),
  event        INTEGER NOT NULL,
  UNIQUE (course_group, day)
) STRICT;
CREATE INDEX group_presence_of_staff ON group_presence (staff, day);
