-- SPDX-License-Identifier: MIT
-- What an hour at a placement is paid from a day on, in øre. Each word is a row: of two for one day the later one holds,
-- and taking the later back brings the earlier into force. Written by whoever agreed it with the company. It tells of a
-- citizen's income, so the rows go when she is erased.
CREATE TABLE placement_wage (
  id         INTEGER PRIMARY KEY,
  placement  INTEGER NOT NULL REFERENCES placement (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  from_day   INTEGER NOT NULL,
  wage       INTEGER NOT NULL CHECK (wage > 0),
  event      INTEGER NOT NULL,
  author     INTEGER REFERENCES staff (id),
  written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX placement_wage_of ON placement_wage (citizen, placement, from_day);
