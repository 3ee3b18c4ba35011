-- SPDX-License-Identifier: MIT
-- What keeps a placement together: who has signed the expectations, what may make it hard, and absence from the workplace.

-- One of the three has signed what all three expect; `words` is what was signed, so that a signature no longer counts when
-- the words are changed. `event` is the journal's agreement.signed, `answered_event` its form.answered when it was the last
-- of the three (else 0). A second signature of a party replaces the first. Name and words go when the citizen is erased.
CREATE TABLE placement_signature (
  id         INTEGER PRIMARY KEY,
  placement  INTEGER NOT NULL REFERENCES placement (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  party      TEXT NOT NULL CHECK (party IN ('citizen', 'company', 'centre')),
  name       TEXT NOT NULL,
  signed_day INTEGER NOT NULL,
  words      TEXT NOT NULL,
  event      INTEGER NOT NULL,
  answered_event INTEGER NOT NULL DEFAULT 0,
  noted_by   INTEGER REFERENCES staff (id),
  UNIQUE (placement, party)
) STRICT;

-- What may make a placement hard to hold, in the codes of the scheme's reasons for drop-out, so that what ended one can be
-- compared with what was seen before. Written by whoever follows the placement, deleted when it is no longer so.
CREATE TABLE placement_risk (
  placement INTEGER NOT NULL REFERENCES placement (id),
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  code      TEXT NOT NULL,
  noted_day INTEGER NOT NULL,
  PRIMARY KEY (placement, code)
) STRICT;

-- A day on which the citizen was not at the workplace; `mark` is a code of the glossary's list absence, `event` the
-- journal's absence.registered. Kept with the placement, for statistics without a name.
CREATE TABLE placement_absence (
  id         INTEGER PRIMARY KEY,
  placement  INTEGER NOT NULL REFERENCES placement (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  absent_day INTEGER NOT NULL,
  mark       TEXT NOT NULL,
  event      INTEGER NOT NULL,
  UNIQUE (placement, absent_day)
) STRICT;
CREATE INDEX placement_absence_by_citizen ON placement_absence (citizen, absent_day);
