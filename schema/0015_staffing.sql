-- Who has which role for whom, from one instant to another: a citizen's case team, a company's consultant. `role` is a
-- job function's code or a scheme's relation. The engine finds the owner of an obligation here.
CREATE TABLE staffing (
  id      INTEGER PRIMARY KEY,
  citizen INTEGER REFERENCES citizen (id),
  company INTEGER REFERENCES company (id),
  role    TEXT NOT NULL,
  staff   INTEGER NOT NULL REFERENCES staff (id),
  from_at INTEGER NOT NULL,
  to_at   INTEGER
) STRICT;
CREATE INDEX staffing_by_citizen ON staffing (citizen, role, to_at);
CREATE INDEX staffing_by_company ON staffing (company, role, to_at);
CREATE INDEX staffing_by_staff ON staffing (staff, to_at);
