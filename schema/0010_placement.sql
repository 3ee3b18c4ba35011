-- A placement: one citizen at one workplace, from company placement over wage subsidy to ordinary job; `before`
-- links the steps of one path. State: wished, agreed, running, ended. `weekdays` has a bit for each day (1 Monday),
-- `from_minute` and `to_minute` count from midnight (both 0: no fixed hours); `timetable` is what is said beside it.
-- `started_event` and `ended_event` are the journal's, so that a mistake can be voided. Kept with the case.
CREATE TABLE placement (
  id           INTEGER PRIMARY KEY,
  citizen      INTEGER NOT NULL REFERENCES citizen (id),
  company      INTEGER NOT NULL REFERENCES company (id),
  before       INTEGER REFERENCES placement (id),
  kind         TEXT NOT NULL,
  purpose      TEXT NOT NULL DEFAULT '',
  state        TEXT NOT NULL DEFAULT 'agreed',
  functions    TEXT NOT NULL DEFAULT '',
  consideration TEXT NOT NULL DEFAULT '',
  from_day     INTEGER NOT NULL,
  to_day       INTEGER,
  weekdays     INTEGER NOT NULL DEFAULT 31,
  from_minute  INTEGER NOT NULL DEFAULT 0,
  to_minute    INTEGER NOT NULL DEFAULT 0,
  timetable    TEXT NOT NULL DEFAULT '',
  contact      INTEGER REFERENCES company_contact (id),
  mentor       TEXT NOT NULL DEFAULT '',
  consultant   INTEGER REFERENCES staff (id),
  transport    TEXT NOT NULL DEFAULT '',
  expect_citizen TEXT NOT NULL DEFAULT '',
  expect_company TEXT NOT NULL DEFAULT '',
  expect_centre  TEXT NOT NULL DEFAULT '',
  agreed_at    INTEGER NOT NULL,
  started_day  INTEGER,
  ended_day    INTEGER,
  end_reason   TEXT NOT NULL DEFAULT '',
  next_step    TEXT NOT NULL DEFAULT '',
  scheme       TEXT NOT NULL DEFAULT '',
  code         TEXT NOT NULL DEFAULT '',
  started_event INTEGER NOT NULL DEFAULT 0,
  ended_event  INTEGER NOT NULL DEFAULT 0,
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX placement_by_citizen ON placement (citizen, from_day);
CREATE INDEX placement_by_company ON placement (company, state);
CREATE INDEX placement_by_consultant ON placement (consultant, state);

-- Hours a week from a day on, and how many of them are paid, in hundredths of an hour. The paid line is the main
-- picture of a citizen's way; planned steps of the stair have `is_planned`.
CREATE TABLE placement_hours (
  id         INTEGER PRIMARY KEY,
  placement  INTEGER NOT NULL REFERENCES placement (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  from_day   INTEGER NOT NULL,
  hours      INTEGER NOT NULL,
  paid       INTEGER NOT NULL,
  is_planned INTEGER NOT NULL DEFAULT 0,
  note       TEXT NOT NULL DEFAULT '',
  UNIQUE (placement, from_day, is_planned)
) STRICT;
CREATE INDEX placement_hours_by_citizen ON placement_hours (citizen, from_day);

-- Items that citizen, company and consultant agreed to look at, and their scores at each follow-up (half steps as
-- hundredths).
CREATE TABLE placement_item (
  id        INTEGER PRIMARY KEY,
  placement INTEGER NOT NULL REFERENCES placement (id),
  words     TEXT NOT NULL,
  place     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX placement_item_by_placement ON placement_item (placement, place);

CREATE TABLE placement_score (
  item    INTEGER NOT NULL REFERENCES placement_item (id),
  meeting INTEGER NOT NULL,
  score   INTEGER NOT NULL,
  PRIMARY KEY (item, meeting)
) STRICT;

-- Why somebody went on past a warning when the placement was agreed: the check and the reason, in their words. Kept
-- with the placement.
CREATE TABLE placement_reason (
  placement  INTEGER NOT NULL REFERENCES placement (id),
  check_code TEXT NOT NULL,
  words      TEXT NOT NULL,
  PRIMARY KEY (placement, check_code)
) STRICT;
