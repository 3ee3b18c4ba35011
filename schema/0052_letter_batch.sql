-- One letter to many: chosen, looked at, approved by somebody else, then printed and sent by `fodfaeste outbox`. State:
-- draft, approved, done, cancelled. `language` is 'own' for each citizen's own where an approved text is there, else
-- 'da'. Cancelled only before the approval. Kept as long as its letters.
CREATE TABLE letter_batch (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  code        TEXT NOT NULL,
  language    TEXT NOT NULL,
  channel     TEXT NOT NULL,
  given       TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL DEFAULT 'draft',
  made_by     INTEGER NOT NULL REFERENCES staff (id),
  made_at     INTEGER NOT NULL,
  approved_by INTEGER REFERENCES staff (id),
  approved_at INTEGER,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Who is on it; `letter` when it is made, `problem` (a code) when it cannot be. Emptied with the citizen's case.
CREATE TABLE letter_batch_member (
  id           INTEGER PRIMARY KEY,
  letter_batch INTEGER NOT NULL REFERENCES letter_batch (id),
  citizen      INTEGER NOT NULL REFERENCES citizen (id),
  letter       INTEGER REFERENCES letter (id),
  problem      TEXT NOT NULL DEFAULT '',
  UNIQUE (letter_batch, citizen)
) STRICT;
