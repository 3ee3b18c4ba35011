-- What was counted from everybody's history for a month's page, or for a year's report: written by the keeper where
-- there are too many citizens to count while somebody waits, and counted again when it is old. One row a period
-- (first day, first day of its last month) and unit (0: all); `figures` is results/kept.c's own text and names
-- nobody; `rules` is the number of the rules it was counted under. May be deleted at any time: it is counted again.
CREATE TABLE result_kept (
  from_day  INTEGER NOT NULL,
  month_day INTEGER NOT NULL,
  unit      INTEGER NOT NULL,
  last_day  INTEGER NOT NULL,
  rules     INTEGER NOT NULL,
  taken_at  INTEGER NOT NULL,
  figures   TEXT NOT NULL,
  PRIMARY KEY (from_day, month_day, unit)
) STRICT;

-- A rule's figure that changed beyond the limit from one month to the next, noted once when it was first seen; the
-- journal of the unit has the event. Why, stands in swing_cause. Kept with the reports.
CREATE TABLE swing_noted (
  scheme    TEXT NOT NULL,
  rule      TEXT NOT NULL,
  month_day INTEGER NOT NULL,
  noted_at  INTEGER NOT NULL,
  PRIMARY KEY (scheme, rule, month_day)
) STRICT;
