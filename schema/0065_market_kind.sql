-- SPDX-License-Identifier: MIT
-- More kinds of market. A language buddy and a seat on a course are places like work places: proposed, locked, forbidden,
-- accepted and answered by the same code. What each kind looks at stands in matching/criteria.yaml under `kinds`.

-- `kind` is a code of the glossary's list market_kind. Work has a company; a language buddy is a volunteer; a seat on a
-- course has its group, whose week and capacity count then, not this row's.
ALTER TABLE work_place ADD COLUMN kind TEXT NOT NULL DEFAULT 'work';
ALTER TABLE work_place ADD COLUMN volunteer INTEGER REFERENCES volunteer (id);
ALTER TABLE work_place ADD COLUMN course_group INTEGER REFERENCES course_group (id);

-- The company may be none now. Neither database alone changes that in a way the other knows, so the column is made anew.
DROP INDEX work_place_by_company;
ALTER TABLE work_place RENAME COLUMN company TO company_before;
ALTER TABLE work_place ADD COLUMN company INTEGER REFERENCES company (id);
UPDATE work_place SET company = company_before;
ALTER TABLE work_place DROP COLUMN company_before;
CREATE INDEX work_place_by_company ON work_place (company, state);
CREATE INDEX work_place_by_kind ON work_place (kind, state, id);
CREATE UNIQUE INDEX work_place_by_group ON work_place (course_group); -- A group has one place, also when two propose at once.
CREATE INDEX work_place_by_volunteer ON work_place (volunteer);

-- Volunteers are mentors or language buddies (the glossary's list volunteer_kind).
ALTER TABLE volunteer ADD COLUMN kind TEXT NOT NULL DEFAULT 'mentor';

-- Whose a place is: what it is called, where it lies, who of the staff looks after it.
CREATE VIEW work_place_holder AS
SELECT w.id, COALESCE(m.name, v.name, g.name) AS name, COALESCE(m.town, v.town, g.place) AS town,
       COALESCE(m.postal_code, '') AS postal_code, COALESCE(m.consultant, v.chief) AS consultant
  FROM work_place w
  LEFT JOIN company m ON m.id = w.company
  LEFT JOIN volunteer v ON v.id = w.volunteer
  LEFT JOIN course_group g ON g.id = w.course_group;

-- Each kind of market has its own runs.
ALTER TABLE proposal_run ADD COLUMN kind TEXT NOT NULL DEFAULT 'work';
CREATE INDEX proposal_run_by_kind ON proposal_run (unit, kind, id);

-- A citizen who wants what a market beside work's has: a language buddy, a seat on a course. Goes when she no longer
-- does, or is erased.
CREATE TABLE market_wish (
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  kind      TEXT NOT NULL,
  wished_at INTEGER NOT NULL,
  PRIMARY KEY (citizen, kind)
) STRICT;
