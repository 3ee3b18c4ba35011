-- A company or one of its workplaces (production unit). One fixed consultant and a deputy; `state` is willing,
-- pausing (until a day) or never: respected without pressure. Imported from a CVR-style file or typed.
CREATE TABLE company (
  id              INTEGER PRIMARY KEY,
  cvr             TEXT NOT NULL DEFAULT '',
  p_number        TEXT NOT NULL DEFAULT '',
  name            TEXT NOT NULL,
  search_name     TEXT NOT NULL,
  branch          TEXT NOT NULL DEFAULT '',
  street          TEXT NOT NULL DEFAULT '',
  postal_code     TEXT NOT NULL DEFAULT '',
  town            TEXT NOT NULL DEFAULT '',
  employee_count  INTEGER,
  culture         TEXT NOT NULL DEFAULT '',
  travel          TEXT NOT NULL DEFAULT '',
  hours           TEXT NOT NULL DEFAULT '',
  place_count     INTEGER NOT NULL DEFAULT 0,
  state           TEXT NOT NULL DEFAULT 'willing',
  pause_until_day INTEGER,
  consultant      INTEGER REFERENCES staff (id),
  deputy          INTEGER REFERENCES staff (id),
  created_at      INTEGER NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX company_by_search ON company (search_name, id);
CREATE INDEX company_by_consultant ON company (consultant);
CREATE UNIQUE INDEX company_by_p_number ON company (p_number) WHERE p_number <> '';

CREATE TABLE company_contact (
  id      INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company (id),
  name    TEXT NOT NULL,
  title   TEXT NOT NULL DEFAULT '',
  phone   TEXT NOT NULL DEFAULT '',
  email   TEXT NOT NULL DEFAULT '',
  is_main INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX company_contact_by_company ON company_contact (company);

-- Who from the town hall talked with the company, when and about what.
CREATE TABLE company_talk (
  id      INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company (id),
  talked_at INTEGER NOT NULL,
  staff   INTEGER NOT NULL REFERENCES staff (id),
  way     TEXT NOT NULL DEFAULT 'phone',
  words   TEXT NOT NULL
) STRICT;
CREATE INDEX company_talk_by_company ON company_talk (company, talked_at);
