-- SPDX-License-Identifier: MIT
-- What a way of working asks before something is done.

-- Why somebody did what a rule of kind `require` asks something else before: one row a rule and event. The event in the
-- journal has the number of the first such row in its field `override`. Written with the event; the words are emptied
-- with the citizen's case (retention as for notes, GDPR art. 17), the row stays, since the act was done.
CREATE TABLE precondition_reason (
  id          INTEGER PRIMARY KEY,
  stream_kind INTEGER NOT NULL,
  stream      INTEGER NOT NULL,
  citizen     INTEGER REFERENCES citizen (id),
  event       INTEGER NOT NULL,
  subject_kind INTEGER NOT NULL,
  subject     INTEGER NOT NULL,
  scheme      TEXT NOT NULL,
  rule        TEXT NOT NULL,
  words       TEXT NOT NULL,
  staff       INTEGER NOT NULL REFERENCES staff (id),
  given_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX precondition_reason_citizen ON precondition_reason (citizen);
CREATE INDEX precondition_reason_staff ON precondition_reason (staff);
