-- SPDX-License-Identifier: MIT
-- Volunteer mentors (S86, S87): leaders, working or retired, who open their network to one citizen.

-- A volunteer mentor: branch, town and languages, the two days of training, the chief mentor (staff) who keeps contact.
-- `seats` is how many citizens at a time. One who has left keeps the row with `left_day`; name and phone go when they ask.
CREATE TABLE volunteer (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  phone      TEXT NOT NULL DEFAULT '',
  branch     TEXT NOT NULL DEFAULT '',
  town       TEXT NOT NULL DEFAULT '',
  languages  TEXT NOT NULL DEFAULT '',
  first_day  INTEGER, -- The days of training, once attended.
  second_day INTEGER,
  seats      INTEGER NOT NULL DEFAULT 1 CHECK (seats >= 0),
  chief      INTEGER REFERENCES staff (id),
  left_day   INTEGER,
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX volunteer_by_name ON volunteer (name);

-- A citizen who wants a mentor, and from which branch. Goes when she no longer does, or is erased.
CREATE TABLE mentor_wish (
  citizen   INTEGER PRIMARY KEY REFERENCES citizen (id),
  branch    TEXT NOT NULL DEFAULT '',
  wished_at INTEGER NOT NULL
) STRICT;

-- A citizen and a mentor proposed to each other. Either may say no and owes nobody a reason; then the two are not
-- proposed again. State: proposed, running, declined, ended. `event` is the journal's relation.started.
CREATE TABLE volunteer_match (
  id             INTEGER PRIMARY KEY,
  volunteer      INTEGER NOT NULL REFERENCES volunteer (id),
  citizen        INTEGER NOT NULL REFERENCES citizen (id),
  state          TEXT NOT NULL DEFAULT 'proposed',
  citizen_answer TEXT NOT NULL DEFAULT '',
  mentor_answer  TEXT NOT NULL DEFAULT '',
  score          INTEGER NOT NULL,
  proposed_at    INTEGER NOT NULL,
  ended_at       INTEGER,
  event          INTEGER NOT NULL DEFAULT 0,
  version        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX volunteer_match_of ON volunteer_match (volunteer, state);
CREATE INDEX volunteer_match_by_citizen ON volunteer_match (citizen, state);
