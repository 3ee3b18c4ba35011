-- The municipality's own versions of a letter's text (letters/*.yaml has the program's): in a language, from a day on.
-- A change is a new row with the next number; no row is edited but by its approval. `is_machine` is a translation no
-- translator has seen. `approved_by` is the name of whoever has checked it, `approver` who noted that; a text that
-- needs it counts only when it has it. `is_own` is 0 for the program's words, taken over when they were approved.
-- Kept as long as letters made of it.
CREATE TABLE letter_text (
  id             INTEGER PRIMARY KEY,
  code           TEXT NOT NULL,
  language       TEXT NOT NULL,
  number         INTEGER NOT NULL,
  title          TEXT NOT NULL,
  words          TEXT NOT NULL,
  valid_from_day INTEGER NOT NULL,
  valid_to_day   INTEGER,
  is_machine     INTEGER NOT NULL DEFAULT 0,
  is_own         INTEGER NOT NULL DEFAULT 1,
  written_by     INTEGER NOT NULL REFERENCES staff (id),
  written_at     INTEGER NOT NULL,
  approved_by    TEXT NOT NULL DEFAULT '',
  approver       INTEGER REFERENCES staff (id),
  approved_at    INTEGER,
  UNIQUE (code, language, number)
) STRICT;

-- What stands at the top of every letter: one row. Written by who may approve letters.
CREATE TABLE letter_head (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  street      TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  phone       TEXT NOT NULL DEFAULT '',
  email       TEXT NOT NULL DEFAULT '',
  web         TEXT NOT NULL DEFAULT '',
  hours       TEXT NOT NULL DEFAULT '',
  cvr         TEXT NOT NULL DEFAULT '',
  complaints  TEXT NOT NULL DEFAULT '',
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO letter_head (id) VALUES (1);

-- Who leads may approve letters; new municipalities have it from src/staff/roles.c.
INSERT INTO role_permission (role, permission)
SELECT id, 'letter_approve' FROM role WHERE code IN ('leader', 'team_leader', 'coordinator');
