-- temporary
CREATE TABLE staffing (
  id INTEGER PRIMARY KEY,
  citizen INTEGER, role TEXT NOT NULL, staff INTEGER NOT NULL REFERENCES staff (id), from_at INTEGER NOT NULL, to_at INTEGER
) STRICT;
