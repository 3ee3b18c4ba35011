-- A meeting: a conversation with one citizen (`citizen` set), or a unit's meeting such as the monthly coordination
-- (`unit` set). `code` is the scheme's meeting id; `placement` ties follow-ups to one placement. State: booked,
-- held, no_show, cancelled, undone. `booked_event` and `result_event` are the journal's, so that what was saved by
-- mistake can be voided by the one who saved it (`changed_by`, `changed_at`); `next` is the meeting booked with it.
CREATE TABLE meeting (
  id            INTEGER PRIMARY KEY,
  citizen       INTEGER REFERENCES citizen (id),
  unit          INTEGER REFERENCES unit (id),
  placement     INTEGER REFERENCES placement (id),
  scheme        TEXT NOT NULL DEFAULT '',
  code          TEXT NOT NULL DEFAULT 'samtale',
  way           TEXT NOT NULL DEFAULT 'person',
  state         TEXT NOT NULL DEFAULT 'booked',
  meets_at      INTEGER NOT NULL,
  minutes       INTEGER NOT NULL DEFAULT 30,
  place         TEXT NOT NULL DEFAULT '',
  staff         INTEGER REFERENCES staff (id),
  has_interpreter INTEGER NOT NULL DEFAULT 0,
  topics        TEXT NOT NULL DEFAULT '',
  agreed        TEXT NOT NULL DEFAULT '',
  note          TEXT NOT NULL DEFAULT '',
  next          INTEGER REFERENCES meeting (id),
  booked_event  INTEGER NOT NULL DEFAULT 0,
  result_event  INTEGER NOT NULL DEFAULT 0,
  changed_at    INTEGER NOT NULL,
  changed_by    INTEGER REFERENCES staff (id),
  version       INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX meeting_by_citizen ON meeting (citizen, meets_at);
CREATE INDEX meeting_by_staff ON meeting (staff, state, meets_at);
CREATE INDEX meeting_by_unit ON meeting (unit, meets_at);
CREATE INDEX meeting_by_placement ON meeting (placement, meets_at);

-- Who was asked and who came: staff, the citizen, a company's contact, an interpreter, by role.
CREATE TABLE meeting_party (
  id       INTEGER PRIMARY KEY,
  meeting  INTEGER NOT NULL REFERENCES meeting (id),
  role     TEXT NOT NULL,
  staff    INTEGER REFERENCES staff (id),
  citizen  INTEGER REFERENCES citizen (id),
  name     TEXT NOT NULL DEFAULT '',
  has_come INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX meeting_party_by_meeting ON meeting_party (meeting);

-- Agenda points and what was said to each. Decisions are tasks with `meeting` set.
CREATE TABLE meeting_point (
  id      INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  number  INTEGER NOT NULL,
  title   TEXT NOT NULL,
  said    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX meeting_point_by_meeting ON meeting_point (meeting, number);

-- Citizens a unit meeting concerns, and their own speaking time when they have one.
CREATE TABLE meeting_citizen (
  meeting   INTEGER NOT NULL REFERENCES meeting (id),
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  said      TEXT NOT NULL DEFAULT '',
  speaks_at INTEGER,
  PRIMARY KEY (meeting, citizen)
) STRICT;
