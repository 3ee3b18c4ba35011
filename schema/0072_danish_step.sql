-- SPDX-License-Identifier: MIT
-- The modules of Danish education, one after another.

-- A module that a citizen has passed in a track of Danish education (a code of the glossary's list danish_track), and when;
-- module 0 is the day on which she began. Written by her teacher or caseworker with where it is known from; the pace to
-- the next module is reckoned from these rows alone. `event` is the journal's fact.set(danish_module). Tests are in
-- hours_danish. Kept with the case; emptied with it.
CREATE TABLE danish_step (
  id         INTEGER PRIMARY KEY,
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  track      TEXT NOT NULL,
  module     INTEGER NOT NULL,
  passed_day INTEGER NOT NULL,
  source     TEXT NOT NULL DEFAULT '',
  event      INTEGER NOT NULL DEFAULT 0,
  noted_by   INTEGER NOT NULL REFERENCES staff (id),
  UNIQUE (citizen, track, module)
) STRICT;
