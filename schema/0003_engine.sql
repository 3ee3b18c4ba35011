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
  PRIMARY KEY (stream_kind, stream)
) STRICT;
CREATE INDEX stream_by_next_look ON stream (next_look_at);
