-- SPDX-License-Identifier: MIT
-- Job openings: what a company's place offers, and who filled it.

-- What is offered: a code of the glossary's list placement_kind; '' for a placement without pay. A place with pay is a job
-- opening (S58).
ALTER TABLE work_place ADD COLUMN offer TEXT NOT NULL DEFAULT '';
CREATE INDEX work_place_by_offer ON work_place (state, id) WHERE offer <> '';

-- A placement or job that was agreed for a place. Written when it is agreed from the place's page or from a proposal.
-- Numbers and a time alone, for how many openings are filled; kept when the citizen is erased.
CREATE TABLE work_place_filled (
  placement  INTEGER PRIMARY KEY REFERENCES placement (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  work_place INTEGER NOT NULL REFERENCES work_place (id),
  filled_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX work_place_filled_of ON work_place_filled (work_place);
CREATE INDEX work_place_filled_by_citizen ON work_place_filled (citizen);
