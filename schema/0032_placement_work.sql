-- SPDX-License-Identifier: MIT
-- What a placement is made of beside its terms: job functions, what is done before it begins, what comes next, how it
-- ended for its purpose, and what was said about paid hours on the way.

-- A job function of the municipality's own list: a task, not a title ("pakke varer", never "lagermedarbejder").
-- Schemes have lists of their own (`funktioner`). One that is no longer used keeps its row with `is_retired`.
CREATE TABLE job_function (
  id           INTEGER PRIMARY KEY,
  words        TEXT NOT NULL,
  search_words TEXT NOT NULL UNIQUE,
  is_retired   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The functions of a placement, one row for each that its words name, folded for searching. Written with the terms,
-- deleted when they change or the citizen is erased.
CREATE TABLE placement_function (
  placement    INTEGER NOT NULL REFERENCES placement (id),
  search_words TEXT NOT NULL,
  PRIMARY KEY (placement, search_words)
) STRICT;
CREATE INDEX placement_function_by_words ON placement_function (search_words);

-- The day the workplace's mentor was told how (NULL: not yet), what is planned to come next and from when, what was
-- clarified (a code of the scheme's list `afklaring`), and what was said at the end about the purpose.
ALTER TABLE placement ADD COLUMN instructed_day INTEGER;
ALTER TABLE placement ADD COLUMN planned_next TEXT NOT NULL DEFAULT '';
ALTER TABLE placement ADD COLUMN planned_next_day INTEGER;
ALTER TABLE placement ADD COLUMN clarified TEXT NOT NULL DEFAULT '';
ALTER TABLE placement ADD COLUMN end_words TEXT NOT NULL DEFAULT '';

-- A talk with the company about paid hours: what was said and agreed, and when to take it up again. Written by whoever
-- talked; the words go when the citizen is erased.
CREATE TABLE placement_talk (
  id         INTEGER PRIMARY KEY,
  placement  INTEGER NOT NULL REFERENCES placement (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  held_day   INTEGER NOT NULL,
  words      TEXT NOT NULL,
  again_day  INTEGER,
  event      INTEGER NOT NULL,
  author     INTEGER REFERENCES staff (id),
  written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX placement_talk_of ON placement_talk (placement, held_day);
