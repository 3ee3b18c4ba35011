-- SPDX-License-Identifier: MIT
-- Words of a citizen's tasks at a workplace (S60), each with what it means and the day it was learned; `event` is the
-- journal's contact.made(words) of that day, 0 before. Goes with her.
CREATE TABLE work_word (
  id          INTEGER PRIMARY KEY,
  placement   INTEGER NOT NULL REFERENCES placement (id),
  citizen     INTEGER NOT NULL REFERENCES citizen (id),
  word        TEXT NOT NULL,
  folded      TEXT NOT NULL,
  meaning     TEXT NOT NULL,
  learned_day INTEGER,
  event       INTEGER NOT NULL DEFAULT 0,
  author      INTEGER NOT NULL REFERENCES staff (id),
  written_at  INTEGER NOT NULL,
  UNIQUE (placement, folded)
) STRICT;
CREATE INDEX work_word_of_citizen ON work_word (citizen, learned_day);
