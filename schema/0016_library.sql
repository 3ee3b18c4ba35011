-- Which schemes of the library the municipality runs. One row a scheme that was ever switched on. `text` is the
-- scheme as it was then, as a file, so that a newer one of the library can be shown beside it.
CREATE TABLE scheme_use (
  id             INTEGER PRIMARY KEY,
  scheme         TEXT NOT NULL UNIQUE,
  scheme_version INTEGER NOT NULL,
  text           TEXT NOT NULL DEFAULT '',
  is_on          INTEGER NOT NULL,
  changed_at     INTEGER NOT NULL,
  changed_by     INTEGER REFERENCES staff (id)
) STRICT;

-- The municipality's edits of a scheme: a path, a value, from which day, who and why. Never changed; withdrawn edits
-- stay for the explanation of what was computed with them.
CREATE TABLE scheme_edit (
  id             INTEGER PRIMARY KEY,
  scheme         TEXT NOT NULL,
  path           TEXT NOT NULL,
  value          TEXT NOT NULL,
  valid_from_day INTEGER NOT NULL,
  reason         TEXT NOT NULL,
  made_at        INTEGER NOT NULL,
  made_by        INTEGER REFERENCES staff (id),
  is_withdrawn   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX scheme_edit_by_scheme ON scheme_edit (scheme, id);
