-- SPDX-License-Identifier: MIT
-- That somebody of staff is concerned about a citizen, in their own judgement (S89: near giving up).

-- One mark, under a scheme that asks for it with the list `list`. A person sets it, from a day and with `words` why; nothing
-- computes it and nobody is ranked by it. It ends with what became of it (`became`, an item of the list). `event` and
-- `end_event` are the journal's concern.noted and concern.closed. A mark set by mistake is taken back: its row goes and its
-- event is void; an end is taken back likewise. The words go when the citizen is erased. Kept as long as the enrolment.
CREATE TABLE concern (
  id          INTEGER PRIMARY KEY,
  citizen     INTEGER NOT NULL REFERENCES citizen (id),
  enrolment   INTEGER NOT NULL REFERENCES enrolment (id),
  list        TEXT NOT NULL,
  noted_day   INTEGER NOT NULL,
  words       TEXT NOT NULL,
  noted_by    INTEGER NOT NULL REFERENCES staff (id),
  event       INTEGER NOT NULL DEFAULT 0,
  ended_day   INTEGER,
  became      TEXT NOT NULL DEFAULT '',
  end_words   TEXT NOT NULL DEFAULT '',
  ended_by    INTEGER REFERENCES staff (id),
  end_event   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX concern_by_citizen ON concern (citizen);
CREATE UNIQUE INDEX concern_open ON concern (enrolment) WHERE ended_day IS NULL;
