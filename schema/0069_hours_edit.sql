-- SPDX-License-Identifier: MIT
-- What the municipality itself says that hours are worth.

-- A number of the municipality's own in the place of a row of law/hours.yaml (`count_name`) from a day on: how many percent of
-- the hours count, and how many hundredths of hours a week at most (NULL for no cap). Written with a reason by whoever may edit
-- schemes, never changed: a later one follows, or it is taken back. No citizen's data; kept as the schemes' edits are.
CREATE TABLE hours_edit (
  id           INTEGER PRIMARY KEY,
  count_name   TEXT NOT NULL,
  percent      INTEGER NOT NULL CHECK (percent >= 0 AND percent <= 100),
  cap          INTEGER CHECK (cap >= 0 AND cap <= 6000),
  from_day     INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  staff        INTEGER NOT NULL REFERENCES staff (id),
  written_at   INTEGER NOT NULL,
  withdrawn_at INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id)
) STRICT;
