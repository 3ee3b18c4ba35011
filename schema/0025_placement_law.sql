-- What the law's checks of a placement need to know about a company: when and from whom the number of ordinary
-- employees is known (`employee_day`, `employee_source`), and whether it is private or public ('' not known).
ALTER TABLE company ADD COLUMN employee_day INTEGER;
ALTER TABLE company ADD COLUMN employee_source TEXT NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN sector TEXT NOT NULL DEFAULT '';

-- Ordinary employees month by month, as full time in hundredths: at the workplace (`level` p) or in the whole company
-- (cvr). Written by whoever asked the company; a second word for a month corrects the first. Kept with the company.
CREATE TABLE company_month (
  company    INTEGER NOT NULL REFERENCES company (id),
  level      TEXT NOT NULL CHECK (level IN ('p', 'cvr')),
  month_day  INTEGER NOT NULL, -- The first of the month.
  employees  INTEGER NOT NULL,
  source     TEXT NOT NULL DEFAULT '',
  author     INTEGER REFERENCES staff (id),
  written_at INTEGER NOT NULL,
  PRIMARY KEY (company, level, month_day)
) STRICT;

-- An answer that a check of the law asked for: about a citizen (registered, unemployed) or, with `placement`, about
-- this placement alone (employed there before, weeks at school, who has declared). The newest counts, older ones stay.
-- A day answer has no `number`. Goes when the citizen is erased.
CREATE TABLE law_answer (
  id         INTEGER PRIMARY KEY,
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  placement  INTEGER REFERENCES placement (id),
  fact       TEXT NOT NULL,
  answer_day INTEGER,
  number     INTEGER NOT NULL DEFAULT 0,
  author     INTEGER REFERENCES staff (id),
  written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX law_answer_by_citizen ON law_answer (citizen, id);

-- A file of numbers that somebody in the municipality has read and vouches for, e.g. this year's rates. Withdrawn files
-- stay, for the explanation of what was computed with them.
CREATE TABLE rate_file (
  id           INTEGER PRIMARY KEY,
  source       TEXT NOT NULL,
  verified_by  TEXT NOT NULL,
  verified_day INTEGER NOT NULL,
  is_test      INTEGER NOT NULL DEFAULT 0, -- Invented numbers, for trying out.
  loaded_at    INTEGER NOT NULL,
  loaded_by    INTEGER REFERENCES staff (id),
  withdrawn_at INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id)
) STRICT;

-- One number of such a file and its days, in thousandths of the unit that law/values.yaml gives it.
CREATE TABLE rate (
  rate_file INTEGER NOT NULL REFERENCES rate_file (id),
  name      TEXT NOT NULL,
  value     INTEGER NOT NULL,
  from_day  INTEGER NOT NULL,
  to_day    INTEGER,
  basis     TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (rate_file, name, from_day)
) STRICT;
