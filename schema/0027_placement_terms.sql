-- SPDX-License-Identifier: MIT
-- What a placement's terms were before they were changed.

-- The terms of a placement up to a change, so that the change can be seen and undone. Written with each change, deleted
-- when it is undone; the words go when the citizen is erased. `event` is the journal's placement.changed.
CREATE TABLE placement_terms (
  id             INTEGER PRIMARY KEY,
  placement      INTEGER NOT NULL REFERENCES placement (id),
  citizen        INTEGER NOT NULL REFERENCES citizen (id),
  changed_day    INTEGER NOT NULL,
  changed_by     INTEGER REFERENCES staff (id),
  event          INTEGER NOT NULL,
  to_day         INTEGER,
  purpose        TEXT NOT NULL,
  contact        INTEGER REFERENCES company_contact (id),
  functions      TEXT NOT NULL,
  consideration  TEXT NOT NULL,
  mentor         TEXT NOT NULL,
  transport      TEXT NOT NULL,
  expect_citizen TEXT NOT NULL,
  expect_company TEXT NOT NULL,
  expect_centre  TEXT NOT NULL
) STRICT;
CREATE INDEX placement_terms_of ON placement_terms (placement, id);
