-- The citizen's own words: what she can, wants and dreams of, and what went well (S14). `topic`: can, want, dream,
-- good. The newest of a topic stands; older ones are kept. `said_event` is the journal's, voided when taken back.
CREATE TABLE own_words (
  id            INTEGER PRIMARY KEY,
  citizen       INTEGER NOT NULL REFERENCES citizen (id),
  topic         TEXT NOT NULL DEFAULT 'want',
  words         TEXT NOT NULL,
  words_foreign TEXT NOT NULL DEFAULT '',
  language      TEXT NOT NULL DEFAULT 'da',
  translated_by TEXT NOT NULL DEFAULT '',
  written_at    INTEGER NOT NULL,
  author        INTEGER NOT NULL REFERENCES staff (id),
  said_event    INTEGER
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

-- The four-way review of a sub-goal: reached, go on, adjust the content, change the activity. The last columns are
-- what came of it, so that the newest review can be undone: its events, the win or the task, the day it had before.
CREATE TABLE goal_review (
  id             INTEGER PRIMARY KEY,
  goal           INTEGER NOT NULL REFERENCES goal (id),
  citizen        INTEGER NOT NULL REFERENCES citizen (id),
  day            INTEGER NOT NULL,
  decision       TEXT NOT NULL CHECK (decision IN ('reached', 'go_on', 'adjust', 'change')),
  note           TEXT NOT NULL DEFAULT '',
  author         INTEGER NOT NULL REFERENCES staff (id),
  reviewed_event INTEGER,
  reached_event  INTEGER,
  win            INTEGER,
  task           INTEGER,
  before_day     INTEGER
) STRICT;
CREATE INDEX goal_review_by_citizen ON goal_review (citizen, day);

-- The plan as agreed. A change after the agreement makes a new version and the contract outdated. State: draft, agreed,
-- changed; `before_day` is the agreement before this one, for an undo.
CREATE TABLE plan (
  citizen        INTEGER PRIMARY KEY REFERENCES citizen (id),
  state          TEXT NOT NULL DEFAULT 'draft',
  agreed_day     INTEGER,
  before_day     INTEGER,
  agreed_without TEXT NOT NULL DEFAULT '',
  version        INTEGER NOT NULL DEFAULT 1
) STRICT;
