-- A link that somebody without log-in may open until it expires or is withdrawn: an employer's own page, one
-- placement's evaluation, a questionnaire. `secret_hash` is of the 256 random bits in the address, which are shown
-- once and kept nowhere. `placement` narrows it to one placement, `subject` to a row of the purpose's own table. Written
-- by the consultant who makes it; kept as long as the access log, which names it, and never deleted.
CREATE TABLE link (
  id           INTEGER PRIMARY KEY,
  secret_hash  TEXT NOT NULL UNIQUE,
  purpose      TEXT NOT NULL,
  company      INTEGER REFERENCES company (id),
  placement    INTEGER REFERENCES placement (id),
  subject      INTEGER NOT NULL DEFAULT 0,
  contact      INTEGER REFERENCES company_contact (id),
  made_by      INTEGER NOT NULL REFERENCES staff (id),
  made_at      INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL,
  withdrawn_at INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  used_at      INTEGER,
  use_count    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX link_by_company ON link (company, made_at);
