-- SPDX-License-Identifier: MIT
-- What holds the network of volunteer mentors together (S86, S87): messages of the chief mentor, and meetings of the mentors.

-- Optional, as the phone is; who has none is rung.
ALTER TABLE volunteer ADD COLUMN email TEXT NOT NULL DEFAULT '';

-- A message of a chief mentor, or of somebody who keeps the register, to volunteers. The program does not send it: it is
-- kept with who wrote it and when, and the author's own mail program sends it. Goes when the author takes it back.
CREATE TABLE volunteer_message (
  id         INTEGER PRIMARY KEY,
  author     INTEGER NOT NULL REFERENCES staff (id),
  written_at INTEGER NOT NULL,
  title      TEXT NOT NULL,
  words      TEXT NOT NULL
) STRICT;

-- Whom a message was to. `event` is the journal's contact.made. Goes with the message.
CREATE TABLE volunteer_message_to (
  message   INTEGER NOT NULL REFERENCES volunteer_message (id),
  volunteer INTEGER NOT NULL REFERENCES volunteer (id),
  event     INTEGER NOT NULL,
  PRIMARY KEY (message, volunteer)
) STRICT;
CREATE INDEX volunteer_message_to_volunteer ON volunteer_message_to (volunteer);

-- A meeting where mentors meet each other. `cancelled_at` when it was called off. Stays: who came is told to the mentors.
CREATE TABLE volunteer_meeting (
  id           INTEGER PRIMARY KEY,
  author       INTEGER NOT NULL REFERENCES staff (id),
  meets_at     INTEGER NOT NULL,
  place        TEXT NOT NULL,
  theme        TEXT NOT NULL,
  cancelled_at INTEGER,
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Who was asked to a meeting, and who came. `event` is the journal's meeting.booked (0 while the meeting is called off),
-- `came_event` its meeting.held (0: has not come).
CREATE TABLE volunteer_meeting_guest (
  meeting    INTEGER NOT NULL REFERENCES volunteer_meeting (id),
  volunteer  INTEGER NOT NULL REFERENCES volunteer (id),
  event      INTEGER NOT NULL,
  came_event INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (meeting, volunteer)
) STRICT;
CREATE INDEX volunteer_meeting_guest_of ON volunteer_meeting_guest (volunteer);

-- Who may write to volunteers and hold meetings with them: a chief mentor for her own, who writes in the register for all.
INSERT INTO role_permission (role, permission)
SELECT r.id, 'network_write' FROM role r
 WHERE (r.code = 'chief_mentor' OR EXISTS (SELECT 1 FROM role_permission w WHERE w.role = r.id AND w.permission = 'company_write'))
   AND NOT EXISTS (SELECT 1 FROM role_permission q WHERE q.role = r.id AND q.permission = 'network_write');
