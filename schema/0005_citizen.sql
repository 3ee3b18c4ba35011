-- Citizens: a person in the municipality's integration work. Created by a caseworker or an import, after a search.
-- CPR is optional and unique; `has_replacement_cpr` marks an administrative number (erstatnings-CPR). Erased five
-- years after the last enrolment ended (a setting), or moved out: names and texts go, the row and its dates stay for
-- statistics. Nationality and diagnoses have no column here, on purpose.
CREATE TABLE citizen (
  id                   INTEGER PRIMARY KEY,
  cpr                  TEXT UNIQUE,
  has_replacement_cpr  INTEGER NOT NULL DEFAULT 0,
  first_name           TEXT NOT NULL,
  last_name            TEXT NOT NULL,
  search_name          TEXT NOT NULL,
  sex                  TEXT NOT NULL DEFAULT '',
  born_day             INTEGER,
  phone                TEXT NOT NULL DEFAULT '',
  contact_note         TEXT NOT NULL DEFAULT '',
  email                TEXT NOT NULL DEFAULT '',
  town                 TEXT NOT NULL DEFAULT '',
  language             TEXT NOT NULL DEFAULT '',
  other_languages      TEXT NOT NULL DEFAULT '',
  is_interpreter_needed INTEGER NOT NULL DEFAULT 0,
  interpreter_note     TEXT NOT NULL DEFAULT '',
  danish_level         TEXT NOT NULL DEFAULT '',
  law_basis            TEXT NOT NULL DEFAULT 'integrationsloven',
  benefit              TEXT NOT NULL DEFAULT '',
  readiness            TEXT NOT NULL DEFAULT 'jobparat',
  permit_kind          TEXT NOT NULL DEFAULT '',
  permit_from_day      INTEGER,
  permit_to_day        INTEGER,
  arrived_at           INTEGER,
  received_at          INTEGER,
  housed_at            INTEGER,
  unit                 INTEGER NOT NULL REFERENCES unit (id),
  home_note            TEXT NOT NULL DEFAULT '',
  created_at           INTEGER NOT NULL,
  erased_at            INTEGER,
  version              INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX citizen_by_search ON citizen (search_name, id);
CREATE INDEX citizen_by_unit ON citizen (unit, search_name);
CREATE INDEX citizen_by_housed ON citizen (housed_at);

-- One row for each word of a folded name, so that any part of a name is found by its beginning.
CREATE TABLE citizen_word (
  word    TEXT NOT NULL,
  citizen INTEGER NOT NULL REFERENCES citizen (id),
  PRIMARY KEY (word, citizen)
) STRICT;
CREATE INDEX citizen_word_by_citizen ON citizen_word (citizen);

-- The address stands apart because it may be protected: then only those with that permission read it. `has_none` is
-- "no address on purpose" (shelter, just arrived), so that an empty field is never mistaken for a forgotten one.
CREATE TABLE citizen_address (
  citizen      INTEGER PRIMARY KEY REFERENCES citizen (id),
  street       TEXT NOT NULL DEFAULT '',
  postal_code  TEXT NOT NULL DEFAULT '',
  is_protected INTEGER NOT NULL DEFAULT 0,
  has_none     INTEGER NOT NULL DEFAULT 0,
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Family and others at home. `relative` links to another citizen when that person is one.
CREATE TABLE citizen_relative (
  id            INTEGER PRIMARY KEY,
  citizen       INTEGER NOT NULL REFERENCES citizen (id),
  relative      INTEGER REFERENCES citizen (id),
  name          TEXT NOT NULL,
  relation      TEXT NOT NULL,
  born_day      INTEGER,
  is_at_home    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX citizen_relative_by_citizen ON citizen_relative (citizen);

-- What a person can (skills), and what work must take into account (skånehensyn, never a diagnosis).
CREATE TABLE citizen_skill (
  id      INTEGER PRIMARY KEY,
  citizen INTEGER NOT NULL REFERENCES citizen (id),
  kind    TEXT NOT NULL CHECK (kind IN ('can', 'consideration')),
  words   TEXT NOT NULL
) STRICT;
CREATE INDEX citizen_skill_by_citizen ON citizen_skill (citizen, kind);
