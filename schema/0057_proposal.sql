-- SPDX-License-Identifier: MIT
-- Proposals: who could be where, worked out for everybody at once, and what people made of them.

-- The municipality's own weights of the criteria: one row a version, its numbers in criterion_weight. Never edited: the
-- newest counts, and each run says which it used. None: those of matching/criteria.yaml.
CREATE TABLE weight_set (
  id      INTEGER PRIMARY KEY,
  made_at INTEGER NOT NULL,
  made_by INTEGER NOT NULL REFERENCES staff (id),
  words   TEXT NOT NULL
) STRICT;

CREATE TABLE criterion_weight (
  weight_set INTEGER NOT NULL REFERENCES weight_set (id),
  criterion  TEXT NOT NULL,
  weight     INTEGER NOT NULL CHECK (weight >= 0),
  PRIMARY KEY (weight_set, criterion)
) STRICT;

-- One working out for a unit: all its citizens who seek, all open places. Never edited, never deleted. With the solver's
-- proof: nobody can place more than `matched_bound`, and of those who place that many nobody reaches more than
-- `score_bound`. `digest` is over all its proposals and stands in the journal too.
CREATE TABLE proposal_run (
  id            INTEGER PRIMARY KEY,
  unit          INTEGER NOT NULL REFERENCES unit (id),
  made_at       INTEGER NOT NULL,
  made_by       INTEGER REFERENCES staff (id),
  rule_version  TEXT NOT NULL,
  weight_set    INTEGER REFERENCES weight_set (id),
  citizens      INTEGER NOT NULL,
  openings      INTEGER NOT NULL,
  seats         INTEGER NOT NULL,
  matched       INTEGER NOT NULL,
  score         INTEGER NOT NULL,
  matched_bound INTEGER NOT NULL,
  score_bound   INTEGER NOT NULL,
  is_certified  INTEGER NOT NULL,
  event         INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX proposal_run_by_unit ON proposal_run (unit, id);

-- What a caseworker has said beside the data: a pair is locked or forbidden, a seat is kept back, a place is closed, a
-- seat is added. Holds until it is lifted; `run` set: only in that run ("not this time"). Before and after say what it did
-- to the whole: persons with a place, and their points.
CREATE TABLE proposal_control (
  id             INTEGER PRIMARY KEY,
  unit           INTEGER NOT NULL REFERENCES unit (id),
  kind           TEXT NOT NULL CHECK (kind IN ('lock', 'forbid', 'reserve', 'close', 'add')),
  citizen        INTEGER REFERENCES citizen (id),
  work_place     INTEGER NOT NULL REFERENCES work_place (id),
  proposal_run   INTEGER REFERENCES proposal_run (id),
  words          TEXT NOT NULL DEFAULT '',
  set_at         INTEGER NOT NULL,
  set_by         INTEGER REFERENCES staff (id),
  before_matched INTEGER NOT NULL,
  before_score   INTEGER NOT NULL,
  after_matched  INTEGER NOT NULL,
  after_score    INTEGER NOT NULL,
  lifted_at      INTEGER,
  lifted_by      INTEGER REFERENCES staff (id),
  event          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX proposal_control_by_unit ON proposal_control (unit, lifted_at);
CREATE INDEX proposal_control_by_citizen ON proposal_control (citizen);

-- One citizen in one run: her place, or none. Never edited; a later row of the same run and citizen takes its place, since
-- somebody locked, forbade or chose (`cause`: solve, control, chosen). `facts` is what both sides had said, the points
-- and why, one criterion a line, as it was shown; emptied when the citizen is erased.
CREATE TABLE proposal (
  id           INTEGER PRIMARY KEY,
  proposal_run INTEGER NOT NULL REFERENCES proposal_run (id),
  citizen      INTEGER NOT NULL REFERENCES citizen (id),
  work_place   INTEGER REFERENCES work_place (id),
  score        INTEGER NOT NULL,
  cause        TEXT NOT NULL DEFAULT 'solve',
  made_at      INTEGER NOT NULL,
  facts        TEXT NOT NULL,
  digest       TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_by_run ON proposal (proposal_run, citizen, id);
CREATE INDEX proposal_by_citizen ON proposal (citizen, id);

-- What a person decided about a proposal, or what the citizen or the company said to it; in order, never edited. `kind`:
-- accepted, changed, rejected, citizen_yes, citizen_no, company_yes, company_no, withdrawn, started. `reason` is a code
-- of the glossary's list proposal_reason.
CREATE TABLE proposal_step (
  id       INTEGER PRIMARY KEY,
  proposal INTEGER NOT NULL REFERENCES proposal (id),
  citizen  INTEGER NOT NULL REFERENCES citizen (id),
  kind     TEXT NOT NULL,
  reason   TEXT NOT NULL DEFAULT '',
  words    TEXT NOT NULL DEFAULT '',
  taken_at INTEGER NOT NULL,
  staff    INTEGER REFERENCES staff (id),
  event    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX proposal_step_of ON proposal_step (proposal, id);
CREATE INDEX proposal_step_by_citizen ON proposal_step (citizen, id);

-- A proposal that somebody accepted, and how far it has come; the seat is hers while it is asked, agreed or started.
-- State: asked, agreed (both said yes), declined, withdrawn, started. Answers: '' not yet, yes, no.
CREATE TABLE proposal_accepted (
  proposal       INTEGER PRIMARY KEY REFERENCES proposal (id),
  citizen        INTEGER NOT NULL REFERENCES citizen (id),
  work_place     INTEGER NOT NULL REFERENCES work_place (id),
  unit           INTEGER NOT NULL REFERENCES unit (id),
  state          TEXT NOT NULL DEFAULT 'asked',
  citizen_answer TEXT NOT NULL DEFAULT '',
  company_answer TEXT NOT NULL DEFAULT '',
  placement      INTEGER REFERENCES placement (id),
  accepted_at    INTEGER NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX proposal_accepted_by_place ON proposal_accepted (work_place, state);
CREATE INDEX proposal_accepted_by_citizen ON proposal_accepted (citizen, state);
