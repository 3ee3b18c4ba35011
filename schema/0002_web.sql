-- SPDX-License-Identifier: MIT
-- 0002_web.sql: what the web server keeps about log-ins, repeated posts and the demo's clock.

-- One log-in. Written at log-in, touched at most once a minute, deleted at log-out or by the keeper when
-- it has ended. Only a hash of the cookie's secret is here, so that a copy of the database opens nothing.
-- `permissions` are those of the person's roles; whoever changes roles changes them here too.
CREATE TABLE web_session (
  id          INTEGER PRIMARY KEY,
  secret_hash TEXT NOT NULL UNIQUE,
  actor_kind  INTEGER NOT NULL,
  actor       INTEGER NOT NULL,
  permissions INTEGER NOT NULL,
  language    TEXT NOT NULL,
  started_at  INTEGER NOT NULL,
  seen_at     INTEGER NOT NULL,
  ends_at     INTEGER NOT NULL,
  message     TEXT,
  undo_path   TEXT
) STRICT;

CREATE INDEX web_session_by_actor ON web_session (actor, actor_kind);
CREATE INDEX web_session_by_seen_at ON web_session (seen_at);

-- One form that was posted and done, so that a second post of it answers as the first did. Written in the
-- transaction of the form's work; deleted by the keeper after a day.
CREATE TABLE web_once (
  once_key    TEXT PRIMARY KEY,
  secret_hash TEXT NOT NULL,
  location    TEXT NOT NULL,
  done_at     INTEGER NOT NULL
) STRICT;

CREATE INDEX web_once_by_done_at ON web_once (done_at);

-- How many seconds a demo has moved its clock forward; one row. Always zero elsewhere.
CREATE TABLE web_clock (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  ahead_seconds INTEGER NOT NULL
) STRICT;

INSERT INTO web_clock (id, ahead_seconds) VALUES (1, 0);
