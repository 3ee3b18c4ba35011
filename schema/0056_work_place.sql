-- SPDX-License-Identifier: MIT
-- What both sides of a match have said: work places that companies have agreed to, and what citizens wish, can and
-- need. No nationality, no diagnosis, no guess about anybody's chances has a column here, on purpose.

-- A job function by its code in DISCO-08 (one to six digits; two codes that begin alike are neighbours) with the
-- municipality's own words. Founded from matching/functions.yaml, then the municipality's; one that is no longer used keeps
-- its row with `is_retired`, since places and wishes name it.
CREATE TABLE work_function (
  code         TEXT PRIMARY KEY,
  words        TEXT NOT NULL,
  search_words TEXT NOT NULL,
  is_retired   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Where something lies, in metres of a flat map (ETRS89/UTM zone 32 or any other grid): a postal code or a town. The way
-- to work is reckoned between two of these, never between two homes. Imported from the municipality's own list.
CREATE TABLE commute_zone (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  search_name TEXT NOT NULL UNIQUE, -- A postal code or a folded town.
  east        INTEGER NOT NULL,
  north       INTEGER NOT NULL
) STRICT;

-- A work place that a company has agreed to: one job function, its demands and terms, for so many people at a time.
-- Unknown is -1 for levels and `paid_prospect`, 0 for hours, weekdays and times. `loads` and `certificates` are bits by
-- the codes of the glossary's lists work_load and certificate; `targets` are codes of law_basis and readiness, none for
-- all. A closed place keeps its row. Written by whoever works with the company.
CREATE TABLE work_place (
  id             INTEGER PRIMARY KEY,
  company        INTEGER NOT NULL REFERENCES company (id),
  words          TEXT NOT NULL,
  function_code  TEXT NOT NULL DEFAULT '',
  seats          INTEGER NOT NULL DEFAULT 1 CHECK (seats >= 0),
  state          TEXT NOT NULL DEFAULT 'open', -- Or 'closed'.
  from_day       INTEGER, -- First and last day on which somebody may begin.
  to_day         INTEGER,
  hours_min      INTEGER NOT NULL DEFAULT 0, -- A week, in hundredths.
  hours_max      INTEGER NOT NULL DEFAULT 0,
  weekdays       INTEGER NOT NULL DEFAULT 0,
  from_minute    INTEGER NOT NULL DEFAULT 0,
  to_minute      INTEGER NOT NULL DEFAULT 0,
  oral           INTEGER NOT NULL DEFAULT -1,
  written        INTEGER NOT NULL DEFAULT -1,
  loads          INTEGER NOT NULL DEFAULT 0,
  certificates   INTEGER NOT NULL DEFAULT 0,
  targets        TEXT NOT NULL DEFAULT '',
  has_mentor     INTEGER NOT NULL DEFAULT 0,
  languages      TEXT NOT NULL DEFAULT '', -- Spoken there beside Danish, as codes.
  paid_prospect  INTEGER NOT NULL DEFAULT -1,
  created_at     INTEGER NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX work_place_by_company ON work_place (company, state);
CREATE INDEX work_place_by_state ON work_place (state, id);

-- What work must fit with a citizen: hours, days, the way, child care, Danish, what work must take into account. Unknown
-- as in work_place. `cannot` rules a place out, `careful` costs points; `is_loads_asked` tells "nothing" from "not asked".
-- `parked_until_day`: not to be proposed before. Goes when the citizen is erased.
CREATE TABLE citizen_work (
  citizen          INTEGER PRIMARY KEY REFERENCES citizen (id),
  is_sought        INTEGER NOT NULL DEFAULT 1, -- A place is looked for.
  from_day         INTEGER,
  hours_min        INTEGER NOT NULL DEFAULT 0,
  hours_max        INTEGER NOT NULL DEFAULT 0,
  weekdays         INTEGER NOT NULL DEFAULT 0,
  care_from_minute INTEGER NOT NULL DEFAULT 0, -- Children are looked after from and to; both 0: no need.
  care_to_minute   INTEGER NOT NULL DEFAULT 0,
  commute_max      INTEGER NOT NULL DEFAULT 0, -- Minutes one way.
  travel           TEXT NOT NULL DEFAULT '',
  oral             INTEGER NOT NULL DEFAULT -1,
  written          INTEGER NOT NULL DEFAULT -1,
  cannot           INTEGER NOT NULL DEFAULT 0,
  careful          INTEGER NOT NULL DEFAULT 0,
  is_loads_asked   INTEGER NOT NULL DEFAULT 0,
  certificates     INTEGER NOT NULL DEFAULT 0,
  parked_until_day INTEGER,
  parked_words     TEXT NOT NULL DEFAULT '',
  written_at       INTEGER NOT NULL,
  written_by       INTEGER REFERENCES staff (id),
  version          INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Job functions that a citizen wishes (first to third) and those she can. Replaced whole when they are edited; go when
-- the citizen is erased.
CREATE TABLE citizen_function (
  citizen INTEGER NOT NULL REFERENCES citizen (id),
  kind    TEXT NOT NULL CHECK (kind IN ('wish', 'can')),
  rank    INTEGER NOT NULL,
  code    TEXT NOT NULL,
  PRIMARY KEY (citizen, kind, rank)
) STRICT;
