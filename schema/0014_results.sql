-- A status report of a scheme and a year: the figures as they were printed, and the words to them. `figures` is empty
-- while it is a draft, and is never changed once `published_at` stands; a line of it is "name TAB target TAB actual".
CREATE TABLE status_report (
  id           INTEGER PRIMARY KEY,
  scheme       TEXT NOT NULL,
  unit         INTEGER NOT NULL REFERENCES unit (id),
  from_day     INTEGER NOT NULL,
  to_day       INTEGER NOT NULL,
  words        TEXT NOT NULL DEFAULT '',
  figures      TEXT NOT NULL DEFAULT '',
  published_at INTEGER,
  published_by INTEGER REFERENCES staff (id),
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Interviews for the evaluation: who said what, by role.
CREATE TABLE interview (
  id     INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES status_report (id),
  role   TEXT NOT NULL,
  theme  TEXT NOT NULL,
  words  TEXT NOT NULL
) STRICT;
CREATE INDEX interview_by_report ON interview (report, role);

-- Why a figure changed so much in a month, in the words of the leader. `rule` of `scheme`, in the month that begins on
-- `month_day`; the unit is NULL for all. Kept with the reports.
CREATE TABLE swing_cause (
  id         INTEGER PRIMARY KEY,
  scheme     TEXT NOT NULL,
  rule       TEXT NOT NULL,
  month_day  INTEGER NOT NULL,
  words      TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  written_by INTEGER REFERENCES staff (id),
  UNIQUE (scheme, rule, month_day)
) STRICT;
