-- SPDX-License-Identifier: MIT
-- Mentors at companies, what they were taught, and who is beside a citizen at work.

-- Somebody at a company who is a mentor or language buddy there. Paid says whether the municipality pays for it. One who
-- has left keeps the row with `left_day`. Written by whoever works with the company; name and phone go when they ask.
CREATE TABLE mentor (
  id       INTEGER PRIMARY KEY,
  company  INTEGER NOT NULL REFERENCES company (id),
  name     TEXT NOT NULL,
  phone    TEXT NOT NULL DEFAULT '',
  is_paid  INTEGER NOT NULL DEFAULT 0,
  left_day INTEGER,
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX mentor_by_company ON mentor (company, left_day);

-- A course for mentors or language buddies: two days, each a date (second_day NULL: one day only), three times a year
-- or as often as the municipality holds it. Kept for the register.
CREATE TABLE mentor_course (
  id         INTEGER PRIMARY KEY,
  title      TEXT NOT NULL,
  kind       TEXT NOT NULL DEFAULT 'mentor',
  place      TEXT NOT NULL DEFAULT '',
  first_day  INTEGER NOT NULL,
  second_day INTEGER,
  places     INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who signed up for a course, and which of its days they came. `event` is the journal's training.attended, written when
-- all days were attended (0 until then). A sign-up taken back is deleted.
CREATE TABLE mentor_seat (
  mentor_course INTEGER NOT NULL REFERENCES mentor_course (id),
  mentor        INTEGER NOT NULL REFERENCES mentor (id),
  has_first     INTEGER NOT NULL DEFAULT 0,
  has_second    INTEGER NOT NULL DEFAULT 0,
  event         INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (mentor_course, mentor)
) STRICT;

-- Who is beside a citizen at a placement: the company's mentor, the job centre's (staff), a language buddy. `slot` is
-- workplace, centre or buddy; one at a time in each, `to_day` NULL while it lasts. Kept with the placement.
CREATE TABLE placement_mentor (
  id        INTEGER PRIMARY KEY,
  placement INTEGER NOT NULL REFERENCES placement (id),
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  slot      TEXT NOT NULL CHECK (slot IN ('workplace', 'centre', 'buddy')),
  mentor    INTEGER REFERENCES mentor (id),
  staff     INTEGER REFERENCES staff (id),
  from_day  INTEGER NOT NULL,
  to_day    INTEGER,
  away_day  INTEGER, -- Away until this day, so somebody else must step in.
  event     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX placement_mentor_of ON placement_mentor (placement, to_day);

-- Daily practice with a language buddy: minutes on a day. Tapped by whoever was told; the newest counts for a day.
CREATE TABLE buddy_practice (
  placement INTEGER NOT NULL REFERENCES placement (id),
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  on_day    INTEGER NOT NULL,
  minutes   INTEGER NOT NULL CHECK (minutes >= 0),
  PRIMARY KEY (placement, on_day)
) STRICT;
