-- SPDX-License-Identifier: MIT
-- What is agreed with a company, sparring with its centre, and companies that were written down twice.

-- An agreement with a company: a centre with agreed work areas and places, a non-binding partnership, fixed places, a
-- cohort, a key account. `home` is the company in whose stream its events stand, also when the company is merged into
-- another. Written by the consultant; kept as long as the company, since placements were made under it.
CREATE TABLE agreement (
  id             INTEGER PRIMARY KEY,
  company        INTEGER NOT NULL REFERENCES company (id),
  home           INTEGER NOT NULL REFERENCES company (id),
  kind           TEXT NOT NULL,
  contents       TEXT NOT NULL DEFAULT '',
  from_day       INTEGER NOT NULL,
  to_day         INTEGER,
  renew_day      INTEGER, -- When it is talked about again.
  place_count    INTEGER NOT NULL DEFAULT 0,
  consultant     INTEGER REFERENCES staff (id), -- Its own; none: the company's.
  is_mentor_paid INTEGER NOT NULL DEFAULT 0,
  when_full      TEXT NOT NULL DEFAULT 'reject', -- Or 'queue': what happens when all places are taken.
  state          TEXT NOT NULL DEFAULT 'open', -- Or 'ended'.
  ended_day      INTEGER,
  signed_event   INTEGER NOT NULL DEFAULT 0,
  ended_event    INTEGER NOT NULL DEFAULT 0,
  version        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX agreement_by_company ON agreement (company, state);
CREATE INDEX agreement_by_kind ON agreement (kind, state);
CREATE INDEX agreement_by_renewal ON agreement (state, renew_day);

-- A work area or a target group that was agreed, one a row. `folded` is what a search compares. Replaced whole when the
-- agreement is edited.
CREATE TABLE agreement_area (
  id        INTEGER PRIMARY KEY,
  agreement INTEGER NOT NULL REFERENCES agreement (id),
  list      TEXT NOT NULL, -- 'area' or 'target'
  words     TEXT NOT NULL,
  folded    TEXT NOT NULL
) STRICT;
CREATE INDEX agreement_area_of ON agreement_area (agreement, list);
CREATE INDEX agreement_area_by_words ON agreement_area (list, folded);

-- Sparring with a centre: what the company needs, wishes and is able to. `event` is the journal's contact.made(sparring), so
-- that the newest can be taken back; then the row goes.
CREATE TABLE sparring (
  id        INTEGER PRIMARY KEY,
  agreement INTEGER NOT NULL REFERENCES agreement (id),
  held_day  INTEGER NOT NULL,
  staff     INTEGER REFERENCES staff (id),
  needs     TEXT NOT NULL DEFAULT '',
  wishes    TEXT NOT NULL DEFAULT '',
  ability   TEXT NOT NULL DEFAULT '',
  event     INTEGER NOT NULL
) STRICT;
CREATE INDEX sparring_of ON sparring (agreement, held_day);

-- A company that was written down twice: `gone` was merged into `kept` and is no longer listed. Undone, it is there again
-- with all that was moved. Never deleted.
CREATE TABLE company_merge (
  id        INTEGER PRIMARY KEY,
  kept      INTEGER NOT NULL REFERENCES company (id),
  gone      INTEGER NOT NULL REFERENCES company (id),
  merged_at INTEGER NOT NULL,
  merged_by INTEGER REFERENCES staff (id),
  undone_at INTEGER,
  undone_by INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX company_merge_by_kept ON company_merge (kept);
CREATE INDEX company_merge_by_gone ON company_merge (gone);

-- One row that a merge moved, by the table it stands in, so that undo moves exactly those back.
CREATE TABLE company_moved (
  merge INTEGER NOT NULL REFERENCES company_merge (id),
  what  TEXT NOT NULL,
  moved INTEGER NOT NULL,
  PRIMARY KEY (merge, what, moved)
) STRICT;

ALTER TABLE company ADD COLUMN merged_into INTEGER REFERENCES company (id);
ALTER TABLE company ADD COLUMN industry TEXT NOT NULL DEFAULT ''; -- Six digits of DB07, as the register has them.
CREATE INDEX company_by_cvr ON company (cvr) WHERE cvr <> '';
CREATE INDEX company_by_deputy ON company (deputy);
CREATE INDEX company_by_name ON company (name, town);
