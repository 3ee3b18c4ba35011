-- Why an obligation was closed without being met, in words. The journal's event holds the row's id only. Erased with
-- the citizen.
CREATE TABLE obligation_reason (
  id         INTEGER PRIMARY KEY,
  citizen    INTEGER REFERENCES citizen (id),
  name       TEXT NOT NULL, -- The obligation's key.
  words      TEXT NOT NULL,
  author     INTEGER NOT NULL REFERENCES staff (id),
  written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX obligation_reason_by_name ON obligation_reason (name);
