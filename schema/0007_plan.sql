-- The citizen's own words: what she wants, can and dreams of. The newest stands; older ones are kept.
CREATE TABLE own_words (
  id            INTEGER PRIMARY KEY,
  citizen       INTEGER NOT NULL REFERENCES citizen (id),
  words         TEXT NOT NULL,
  words_foreign TEXT NOT NULL DEFAULT '',
  language      TEXT NOT NULL DEFAULT 'da',
  translated_by TEXT NOT NULL DEFAULT '',
  written_at    INTEGER NOT NULL,
  author        INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX own_words_by_citizen ON own_words (citizen, written_at);

-- Goals and sub-goals (delmål: `parent` set). `proposed_by` is citizen or staff. State: open, reached, dropped.
CREATE TABLE goal (
  id          INTEGER PRIMARY KEY,
  citizen     INTEGER NOT NULL REFERENCES citizen (id),
  parent      INTEGER REFERENCES goal (id),
  words       TEXT NOT NULL,
  state       TEXT NOT NULL DEFAULT 'open',
  progress    TEXT NOT NULL DEFAULT '',
  proposed_by TEXT NOT NULL DEFAULT 'citizen',
  activity    TEXT NOT NULL DEFAULT '',
  review_day  INTEGER,
  reached_day INTEGER,
  place       INTEGER NOT NULL DEFAULT 0,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX goal_by_citizen ON goal (citizen, place);

-- The four-way review of a sub-goal: reached, go on, adjust the content, change the activity.
CREATE TABLE goal_review (
  id       INTEGER PRIMARY KEY,
  goal     INTEGER NOT NULL REFERENCES goal (id),
  citizen  INTEGER NOT NULL REFERENCES citizen (id),
  day      INTEGER NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('reached', 'go_on', 'adjust', 'change')),
  note     TEXT NOT NULL DEFAULT '',
  author   INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX goal_review_by_citizen ON goal_review (citizen, day);

-- The plan as agreed. A change after the agreement makes a new version and the contract outdated.
CREATE TABLE plan (
  citizen        INTEGER PRIMARY KEY REFERENCES citizen (id),
  state          TEXT NOT NULL DEFAULT 'draft',
  agreed_day     INTEGER,
  agreed_without TEXT NOT NULL DEFAULT '',
  version        INTEGER NOT NULL DEFAULT 1
) STRICT;
