-- SPDX-License-Identifier: MIT
-- Which of a scheme's tracks a person and the citizen have chosen (S54).

-- One choice, from a day until the next one's. `track` is an id of the scheme's tracks; `words` say why, and go when the
-- citizen is erased. `event` is the journal's fact.set(track). Written by whoever has the case; a choice made by mistake is
-- taken back: its row goes and its event is void. Kept as long as the enrolment.
CREATE TABLE enrolment_track (
  id         INTEGER PRIMARY KEY,
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  enrolment  INTEGER NOT NULL REFERENCES enrolment (id),
  track      TEXT NOT NULL,
  from_day   INTEGER NOT NULL,
  words      TEXT NOT NULL DEFAULT '',
  event      INTEGER NOT NULL DEFAULT 0,
  chosen_by  INTEGER NOT NULL REFERENCES staff (id),
  UNIQUE (enrolment, from_day)
) STRICT;
CREATE INDEX enrolment_track_by_citizen ON enrolment_track (citizen);
