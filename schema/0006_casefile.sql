-- An enrolment: one citizen in one scheme. Which rules apply to a citizen is decided by these and their journal
-- events. Kept with the case.
CREATE TABLE enrolment (
  id             INTEGER PRIMARY KEY,
  citizen        INTEGER NOT NULL REFERENCES citizen (id),
  scheme         TEXT NOT NULL,
  scheme_version INTEGER NOT NULL,
  state          TEXT NOT NULL DEFAULT 'active',
  phase          TEXT NOT NULL DEFAULT '',
  started_at     INTEGER NOT NULL,
  ended_at       INTEGER,
  end_reason     TEXT NOT NULL DEFAULT '',
  outcome        TEXT NOT NULL DEFAULT '',
  version        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX enrolment_by_citizen ON enrolment (citizen, state);
CREATE INDEX enrolment_by_scheme ON enrolment (scheme, state);

-- A break in the clocks: illness, leave, moved. Approved by the one who wrote it; open while `to_day` is NULL.
CREATE TABLE suspension (
  id          INTEGER PRIMARY KEY,
  citizen     INTEGER NOT NULL REFERENCES citizen (id),
  reason      TEXT NOT NULL,
  note        TEXT NOT NULL DEFAULT '',
  from_day    INTEGER NOT NULL,
  to_day      INTEGER,
  approved_by INTEGER NOT NULL REFERENCES staff (id),
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX suspension_by_citizen ON suspension (citizen, from_day);

-- Notes, quick and short. A health note is read only by those with that duty.
CREATE TABLE note (
  id         INTEGER PRIMARY KEY,
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  written_at INTEGER NOT NULL,
  author     INTEGER NOT NULL REFERENCES staff (id),
  words      TEXT NOT NULL,
  is_health  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX note_by_citizen ON note (citizen, written_at);

-- Wins (sejre): what went well, in the citizen's own words or a colleague's. Shown to the citizen.
CREATE TABLE win (
  id      INTEGER PRIMARY KEY,
  citizen INTEGER NOT NULL REFERENCES citizen (id),
  day     INTEGER NOT NULL,
  words   TEXT NOT NULL,
  is_own  INTEGER NOT NULL DEFAULT 0,
  author  INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX win_by_citizen ON win (citizen, day);

-- Steps of the employment ladder a citizen has stood on. Dated, never overwritten.
CREATE TABLE ladder_placement (
  id        INTEGER PRIMARY KEY,
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  ladder    TEXT NOT NULL,
  step      TEXT NOT NULL,
  placed_at INTEGER NOT NULL,
  placed_by INTEGER NOT NULL REFERENCES staff (id),
  note      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX ladder_placement_by_citizen ON ladder_placement (citizen, placed_at);
