-- SPDX-License-Identifier: MIT
-- What a caseworker asks a company consultant for: find a placement for this citizen (S18).

-- Somebody asked a named consultant to find a placement; no approval, no queue. `wished_at` is when the citizen said so,
-- and the time from there to the first company that was asked is what is reported. State: open, answered, closed (with
-- `outcome`: placed, none, withdrawn). Its clock is an obligation of the citizen's scheme, for the consultant. The words
-- go when the citizen is erased.
CREATE TABLE errand (
  id         INTEGER PRIMARY KEY,
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  consultant INTEGER NOT NULL REFERENCES staff (id),
  words      TEXT NOT NULL DEFAULT '',
  state      TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
  outcome    TEXT NOT NULL DEFAULT '',
  wished_at  INTEGER NOT NULL,
  asked_at   INTEGER NOT NULL,
  asked_by   INTEGER NOT NULL REFERENCES staff (id),
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX errand_by_consultant ON errand (consultant, state);
CREATE INDEX errand_by_citizen ON errand (citizen, state);
CREATE INDEX errand_by_wish ON errand (wished_at);

-- What was done about it: answered, a company was asked, closed. `event` is the journal's; a mistake can be undone, then
-- the row goes. The words go when the citizen is erased.
CREATE TABLE errand_step (
  id           INTEGER PRIMARY KEY,
  errand       INTEGER NOT NULL REFERENCES errand (id),
  citizen      INTEGER NOT NULL REFERENCES citizen (id),
  kind         TEXT NOT NULL CHECK (kind IN ('answered', 'asked', 'closed')),
  company      INTEGER REFERENCES company (id),
  words        TEXT NOT NULL DEFAULT '',
  taken_at     INTEGER NOT NULL,
  staff        INTEGER NOT NULL REFERENCES staff (id),
  event        INTEGER NOT NULL,
  state_before TEXT NOT NULL
) STRICT;
CREATE INDEX errand_step_of ON errand_step (errand, id);
CREATE INDEX errand_step_by_citizen ON errand_step (citizen, id);
