-- SPDX-License-Identifier: MIT
-- What companies ask for and report: enquiries with a clock, hours told by link, evaluations by link.

-- A recruitment wish or a problem that a company came with, by phone or by its link; `placement` and `citizen` when it
-- is about one. Written by whoever took the call, or by the link (`link`). Its clock is an obligation of the engine.
-- Kept with the company; the words about a citizen go when she is erased.
CREATE TABLE enquiry (
  id          INTEGER PRIMARY KEY,
  company     INTEGER NOT NULL REFERENCES company (id),
  placement   INTEGER REFERENCES placement (id),
  citizen     INTEGER REFERENCES citizen (id),
  contact     INTEGER REFERENCES company_contact (id),
  kind        TEXT NOT NULL CHECK (kind IN ('recruitment', 'problem')),
  way         TEXT NOT NULL DEFAULT 'phone',
  words       TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
  received_at INTEGER NOT NULL,
  received_by INTEGER REFERENCES staff (id),
  link        INTEGER REFERENCES link (id),
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX enquiry_by_company ON enquiry (company, received_at);
CREATE INDEX enquiry_by_state ON enquiry (state, received_at);
CREATE INDEX enquiry_by_citizen ON enquiry (citizen);

-- What was done about an enquiry: answered, visited, closed (with its outcome). `event` is the journal's, and
-- `placement_event` that of a placement which ended with it, so that a mistake can be undone: then the row goes.
CREATE TABLE enquiry_step (
  id          INTEGER PRIMARY KEY,
  enquiry     INTEGER NOT NULL REFERENCES enquiry (id),
  citizen     INTEGER REFERENCES citizen (id),
  kind        TEXT NOT NULL CHECK (kind IN ('answered', 'visited', 'closed')),
  outcome     TEXT NOT NULL DEFAULT '',
  words       TEXT NOT NULL DEFAULT '',
  leader_words TEXT NOT NULL DEFAULT '',
  taken_at    INTEGER NOT NULL,
  staff       INTEGER NOT NULL REFERENCES staff (id),
  event       INTEGER NOT NULL,
  placement_event INTEGER NOT NULL DEFAULT 0,
  state_before TEXT NOT NULL
) STRICT;
CREATE INDEX enquiry_step_by_enquiry ON enquiry_step (enquiry, id);

-- Hours a week that an employer told by link. Nothing follows from them until the consultant says yes (`state`
-- accepted) or no; the words go when the citizen is erased.
CREATE TABLE placement_report (
  id         INTEGER PRIMARY KEY,
  placement  INTEGER NOT NULL REFERENCES placement (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  link       INTEGER NOT NULL REFERENCES link (id),
  from_day   INTEGER NOT NULL,
  hours      INTEGER NOT NULL,
  paid       INTEGER NOT NULL,
  words      TEXT NOT NULL DEFAULT '',
  sent_at    INTEGER NOT NULL,
  state      TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'declined')),
  decided_at INTEGER,
  decided_by INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX placement_report_by_placement ON placement_report (placement, id);

-- An employer's evaluation of a placement, mid-way or at its end, sent once by a link. Kept with the case; the words
-- go when the citizen is erased.
CREATE TABLE placement_evaluation (
  id        INTEGER PRIMARY KEY,
  placement INTEGER NOT NULL REFERENCES placement (id),
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  link      INTEGER NOT NULL UNIQUE REFERENCES link (id),
  stage     TEXT NOT NULL CHECK (stage IN ('midway', 'final')),
  sender    TEXT NOT NULL DEFAULT '',
  words     TEXT NOT NULL DEFAULT '',
  sent_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX placement_evaluation_by_placement ON placement_evaluation (placement, id);

-- One item of an evaluation, 1 to 5, as it was worded when it was sent.
CREATE TABLE placement_evaluation_item (
  placement_evaluation INTEGER NOT NULL REFERENCES placement_evaluation (id),
  place INTEGER NOT NULL,
  words TEXT NOT NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  PRIMARY KEY (placement_evaluation, place)
) STRICT;
