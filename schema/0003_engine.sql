-- The journal: what happened, in order of recording, never changed. A correction or a voiding is a new version under
-- the same `lid`. An event that concerns two streams is written to both under one lid. `fields` holds ids, codes,
-- dates and numbers as lines `name=value`, never names or free text; `hash` chains the events of a stream and covers
-- the hash of the fields, so that erasing a citizen's fields leaves the chain whole (docs/decisions/0010). Kept as long
-- as the case, for citizens five years after the last enrolment.
CREATE TABLE journal (
  id           INTEGER PRIMARY KEY,
  lid          INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  stream_kind  INTEGER NOT NULL,
  stream       INTEGER NOT NULL,
  happened_at  INTEGER NOT NULL,
  is_day       INTEGER NOT NULL,
  recorded_at  INTEGER NOT NULL,
  actor_kind   INTEGER NOT NULL,
  actor        INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  code         TEXT NOT NULL,
  subject_kind INTEGER NOT NULL,
  subject      INTEGER NOT NULL,
  is_void      INTEGER NOT NULL,
  fields       TEXT,
  fields_hash  BLOB NOT NULL,
  hash         BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX journal_by_lid ON journal (lid, version, stream_kind, stream);
CREATE INDEX journal_by_stream ON journal (stream_kind, stream, id);

-- The head of each stream: its newest hash, how many events it has, and when time alone may next change its
-- obligations (the engine wakes it then).
CREATE TABLE stream (
  stream_kind  INTEGER NOT NULL,
  stream       INTEGER NOT NULL,
  event_count  INTEGER NOT NULL,
  head_hash    BLOB NOT NULL,
  next_look_at INTEGER,
  rules        INTEGER NOT NULL DEFAULT 0, -- Number of the ruleset its obligations were made with.
  PRIMARY KEY (stream_kind, stream)
) STRICT;
CREATE INDEX stream_by_next_look ON stream (next_look_at);

-- An obligation: what is due, when, for whom and why. Made by engine/obligation.c from the journal and the rules, and
-- always the same as what they give: thrown away and computed again it comes back. `citizen` and `unit` are copied from
-- the stream so that a list is one index scan.
CREATE TABLE obligation (
  id                  INTEGER PRIMARY KEY,
  name                TEXT NOT NULL UNIQUE, -- The key: 32 hexadecimal digits.
  stream_kind         INTEGER NOT NULL,
  stream              INTEGER NOT NULL,
  citizen             INTEGER,
  unit                INTEGER,
  scheme              TEXT NOT NULL,
  rule                TEXT NOT NULL,
  enrolment           INTEGER, -- NULL for law and for streams without enrolments.
  subject_kind        INTEGER NOT NULL,
  subject             INTEGER NOT NULL,
  trigger_event       INTEGER NOT NULL,
  kind                INTEGER NOT NULL,
  state               INTEGER NOT NULL, -- enum obligation_state: 0 open, 1 met, 2 late, 3 missed, 4 lapsed, 5 excused, 6 suspended, 7 breach.
  anchor_at           INTEGER,
  due_at              INTEGER NOT NULL, -- The greatest number while suspended with an open end.
  act_by_at           INTEGER NOT NULL,
  suggested_at        INTEGER,
  settled_at          INTEGER,
  settled_by          INTEGER NOT NULL,
  is_hour_rule        INTEGER NOT NULL,
  is_registered_later INTEGER NOT NULL,
  time_left           INTEGER NOT NULL,
  owner               INTEGER NOT NULL, -- Staff; 0: the unit's list.
  owner_role          TEXT NOT NULL,
  co_owner_role       TEXT NOT NULL,
  assigned_to         INTEGER NOT NULL,
  severity            INTEGER NOT NULL,
  duty                TEXT NOT NULL,
  rule_from_day       INTEGER,
  is_restricted       INTEGER NOT NULL,
  changed_at          INTEGER NOT NULL
) STRICT;
CREATE INDEX obligation_of_stream ON obligation (stream_kind, stream);
CREATE INDEX obligation_by_owner ON obligation (owner, state, due_at);
CREATE INDEX obligation_by_unit ON obligation (unit, state, due_at);
CREATE INDEX obligation_by_citizen ON obligation (citizen, state, due_at);
CREATE INDEX obligation_by_due ON obligation (state, due_at);

-- What an obligation was before a change, for "what did it say then". Written with each change; deleted with the
-- citizen's retention.
CREATE TABLE obligation_history (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  state      INTEGER NOT NULL,
  due_at     INTEGER NOT NULL,
  settled_at INTEGER,
  owner      INTEGER NOT NULL,
  from_at    INTEGER NOT NULL,
  until_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX obligation_history_of ON obligation_history (name, until_at);

-- A day on which the municipality's offices are closed although it is no public holiday (24 December, a day between).
-- Working days skip it. Written by whoever may edit schemes; an old one stays, since it explains old dates.
CREATE TABLE closed_day (
  id   INTEGER PRIMARY KEY,
  day  INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL -- "Juleaftensdag"
) STRICT;

-- Numbers of things that processes hold in memory and read again when they change: the rules in force. Written by
-- whoever changes a scheme or its overlay; never deleted.
CREATE TABLE engine_version (
  name    TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT;
