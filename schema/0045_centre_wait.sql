-- SPDX-License-Identifier: MIT
-- Who waits for a place at a company centre.

-- A citizen waits for a place at a centre whose agreement keeps a queue when it is full. First come, first served: nobody
-- is ranked. `state` is waiting, placed (a placement there was agreed) or left (taken off). Written by who looks for a
-- place; `event` is the journal's placement.wished. Codes and times alone; an erased citizen no longer waits.
CREATE TABLE centre_wait (
  id        INTEGER PRIMARY KEY,
  agreement INTEGER NOT NULL REFERENCES agreement (id),
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  state     TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'placed', 'left')),
  asked_at  INTEGER NOT NULL,
  asked_by  INTEGER NOT NULL REFERENCES staff (id),
  ended_at  INTEGER,
  event     INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX centre_wait_once ON centre_wait (agreement, citizen) WHERE state = 'waiting';
CREATE INDEX centre_wait_by_citizen ON centre_wait (citizen);
