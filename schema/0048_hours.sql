-- SPDX-License-Identifier: MIT
-- The hours a week: what somebody is required to do, what fills them beside groups and placements, what of it happened, when
-- somebody can, how long ways take, and what decides whether a requirement is about her.

-- The hours a citizen is required from a day on, until the next row. `base` is a set of law/hours.yaml; a ramp is several rows,
-- a reduction has its reason. Written by the caseworker, never overwritten: a row is taken back, or a later one follows. Kept
-- with the case; the reason goes when the citizen is erased. `event` is the journal's fact.set(required_hours).
CREATE TABLE hours_requirement (
  id         INTEGER PRIMARY KEY,
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  from_day   INTEGER NOT NULL,
  hours      INTEGER NOT NULL CHECK (hours >= 0 AND hours <= 6000),
  base       TEXT NOT NULL,
  reason     TEXT NOT NULL DEFAULT '',
  author     INTEGER REFERENCES staff (id),
  written_at INTEGER NOT NULL,
  event      INTEGER NOT NULL,
  UNIQUE (citizen, from_day)
) STRICT;

-- Something of the week that is neither group, placement nor meeting: preparing for Danish, job search, treatment, social
-- measures, a family's own. `kind` is of the glossary's list hour_kind; `purpose` is what it is good for, since hours never trump
-- meaning. `weekdays` has a bit for each day (1 Monday) with hours from `from_minute` to `to_minute`; without days it is
-- `minutes` a week at any time. `began_event` and `ended_event` are the journal's. Words and place go when the citizen is erased.
CREATE TABLE hours_item (
  id          INTEGER PRIMARY KEY,
  citizen     INTEGER NOT NULL REFERENCES citizen (id),
  kind        TEXT NOT NULL,
  words       TEXT NOT NULL,
  purpose     TEXT NOT NULL,
  place       TEXT NOT NULL DEFAULT '',
  from_day    INTEGER NOT NULL,
  to_day      INTEGER,
  weekdays    INTEGER NOT NULL DEFAULT 0,
  from_minute INTEGER NOT NULL DEFAULT 0,
  to_minute   INTEGER NOT NULL DEFAULT 0,
  minutes     INTEGER NOT NULL DEFAULT 0,
  began_event INTEGER NOT NULL DEFAULT 0,
  ended_event INTEGER NOT NULL DEFAULT 0,
  author      INTEGER REFERENCES staff (id),
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX hours_item_by_citizen ON hours_item (citizen, from_day);

-- What became of an item in a week (its Monday): `mark` is a code of the glossary's list absence, `evidence` what shows it.
-- Written by whoever registers; a second word corrects the first. `event` is the journal's session.attended or
-- absence.registered.
CREATE TABLE hours_mark (
  id         INTEGER PRIMARY KEY,
  item       INTEGER NOT NULL REFERENCES hours_item (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  monday_day INTEGER NOT NULL,
  mark       TEXT NOT NULL,
  evidence   TEXT NOT NULL DEFAULT '',
  event      INTEGER NOT NULL,
  set_at     INTEGER NOT NULL,
  set_by     INTEGER REFERENCES staff (id),
  UNIQUE (item, monday_day)
) STRICT;
CREATE INDEX hours_mark_by_citizen ON hours_mark (citizen, monday_day);

-- When a citizen can be away from home on a weekday (0 Monday): care of children, a job, treatment. Both minutes 0: not that day.
-- No row: 8 to 16 from Monday to Friday, which is ours and said so. Deleted when the citizen is erased.
CREATE TABLE hours_window (
  citizen     INTEGER NOT NULL REFERENCES citizen (id),
  weekday     INTEGER NOT NULL CHECK (weekday >= 0 AND weekday <= 6),
  from_minute INTEGER NOT NULL,
  to_minute   INTEGER NOT NULL,
  PRIMARY KEY (citizen, weekday)
) STRICT;

-- How long the way between two places or towns takes, both ways, as somebody looked it up. Names are folded for searching, the
-- smaller first. Written by staff who plan; no citizen stands in it.
CREATE TABLE hours_way (
  id          INTEGER PRIMARY KEY,
  one_search  TEXT NOT NULL,
  other_search TEXT NOT NULL,
  one         TEXT NOT NULL,
  other       TEXT NOT NULL,
  minutes     INTEGER NOT NULL CHECK (minutes >= 0 AND minutes <= 600),
  UNIQUE (one_search, other_search)
) STRICT;

-- A time with one benefit, or with none (code `none`), as the benefits unit says; what no row covers is not known. For the target
-- group. `event` is the journal's fact.set(benefit). Kept with the case.
CREATE TABLE hours_benefit (
  id       INTEGER PRIMARY KEY,
  citizen  INTEGER NOT NULL REFERENCES citizen (id),
  benefit  TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day   INTEGER,
  source   TEXT NOT NULL DEFAULT '',
  event    INTEGER NOT NULL
) STRICT;
CREATE INDEX hours_benefit_by_citizen ON hours_benefit (citizen, from_day);

-- The highest Danish test a citizen has passed, or that she has passed none (code `none`), as known on a day. The newest row
-- counts. `event` is the journal's fact.set(danish_passed). Kept with the case.
CREATE TABLE hours_danish (
  id        INTEGER PRIMARY KEY,
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  passed    TEXT NOT NULL,
  known_day INTEGER NOT NULL,
  source    TEXT NOT NULL DEFAULT '',
  event     INTEGER NOT NULL
) STRICT;
CREATE INDEX hours_danish_by_citizen ON hours_danish (citizen, known_day);
