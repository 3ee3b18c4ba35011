-- SPDX-License-Identifier: MIT
-- Morning calls to citizens who have asked to be woken, and who answers the phone (S19, src/wake).

-- A citizen is rung in the morning: on which weekdays (bit 0 is Monday), at which minute after midnight, from one day to
-- another (open), and by whom (nobody: whoever opens the list). With the citizen's own yes, noted in `words`. Kept as
-- the casefile is; words go when she is erased.
CREATE TABLE wake_call (
  id       INTEGER PRIMARY KEY,
  citizen  INTEGER NOT NULL REFERENCES citizen (id),
  weekdays INTEGER NOT NULL,
  minute   INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  to_day   INTEGER,
  caller   INTEGER REFERENCES staff (id),
  words    TEXT NOT NULL DEFAULT '',
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX wake_call_by_citizen ON wake_call (citizen, from_day);

-- What came of a morning's call: woke, talked or no_answer. `event` is the journal's contact.made, or contact.tried
-- when nobody answered. Taken back within the day: then the row goes and its event is void.
CREATE TABLE wake_mark (
  id        INTEGER PRIMARY KEY,
  wake_call INTEGER NOT NULL REFERENCES wake_call (id),
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  day       INTEGER NOT NULL,
  result    TEXT NOT NULL CHECK (result IN ('woke', 'talked', 'no_answer')),
  words     TEXT NOT NULL DEFAULT '',
  marked_at INTEGER NOT NULL,
  marked_by INTEGER NOT NULL REFERENCES staff (id),
  event     INTEGER NOT NULL,
  UNIQUE (wake_call, day)
) STRICT;
CREATE INDEX wake_mark_by_citizen ON wake_mark (citizen, day);

-- Who can be rung, and when, in her own words ("altid, undtagen når jeg sover"). One row a person, written by herself.
CREATE TABLE phone_hours (
  staff INTEGER PRIMARY KEY REFERENCES staff (id),
  words TEXT NOT NULL
) STRICT;
