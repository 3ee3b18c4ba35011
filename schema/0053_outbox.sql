-- What shall leave the house, one row a letter and channel: print, email, sms, digital_post. State: waiting, sent,
-- failed (will be tried again at `next_at`), stopped (by a person, or after the last try). `fodfaeste outbox` writes the
-- file; `receipt` is its name and hash. `address` is empty but for e-mail and SMS. Kept as long as the letter.
CREATE TABLE outbox (
  id        INTEGER PRIMARY KEY,
  letter    INTEGER NOT NULL REFERENCES letter (id),
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  channel   TEXT NOT NULL,
  address   TEXT NOT NULL DEFAULT '',
  state     TEXT NOT NULL DEFAULT 'waiting',
  tries     INTEGER NOT NULL DEFAULT 0,
  next_at   INTEGER NOT NULL,
  problem   TEXT NOT NULL DEFAULT '',
  receipt   TEXT NOT NULL DEFAULT '',
  asked_by  INTEGER NOT NULL REFERENCES staff (id),
  asked_at  INTEGER NOT NULL,
  sent_at   INTEGER,
  version   INTEGER NOT NULL DEFAULT 1,
  UNIQUE (letter, channel)
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, next_at);
