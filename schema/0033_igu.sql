-- SPDX-License-Identifier: MIT
-- The IGU contract of a placement, its weeks at school, and pools of money with what is reserved in them.

-- A pool of money in whole kroner (an IGU pool, freed time for mentors): its budget, its days and where it comes from.
-- Written by a leader; kept with its reservations.
CREATE TABLE pool (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  budget   INTEGER NOT NULL CHECK (budget >= 0),
  from_day INTEGER NOT NULL,
  to_day   INTEGER,
  source   TEXT NOT NULL DEFAULT '',
  version  INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Money of a pool held for a placement. State: reserved, spent, released (given back, counts no more). The sum of
-- reserved and spent never exceeds the budget. The reservation stays for the pool's accounts when words are erased.
CREATE TABLE pool_reservation (
  id         INTEGER PRIMARY KEY,
  pool       INTEGER NOT NULL REFERENCES pool (id),
  placement  INTEGER NOT NULL REFERENCES placement (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  amount     INTEGER NOT NULL CHECK (amount > 0),
  what       TEXT NOT NULL DEFAULT '',
  state      TEXT NOT NULL DEFAULT 'reserved',
  state_day  INTEGER NOT NULL,
  author     INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX pool_reservation_of ON pool_reservation (pool, state);
CREATE INDEX pool_reservation_by_placement ON pool_reservation (placement);

-- What an IGU contract has beside its placement: where the school is, how many weeks are wanted (the law's number on
-- the first day, or what was agreed), and in which municipality the citizen lives. One a placement, kept with it.
CREATE TABLE igu_contract (
  id           INTEGER PRIMARY KEY,
  placement    INTEGER NOT NULL UNIQUE REFERENCES placement (id),
  citizen      INTEGER NOT NULL REFERENCES citizen (id),
  school       TEXT NOT NULL DEFAULT '',
  weeks_wanted INTEGER NOT NULL,
  residence    TEXT NOT NULL DEFAULT '',
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A week at school of an IGU contract, by its Monday. `event` is the journal's activity.ended once it was held (0: only
-- planned). Written with the calendar, deleted when it is taken out again.
CREATE TABLE igu_week (
  id         INTEGER PRIMARY KEY,
  placement  INTEGER NOT NULL REFERENCES placement (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  monday_day INTEGER NOT NULL,
  event      INTEGER NOT NULL DEFAULT 0,
  UNIQUE (placement, monday_day)
) STRICT;
