-- What every store has before it knows a single citizen: its own version, the log of who has seen
-- whom, and the chains that show whether a log was tampered with.

-- A migration that was applied. Written by db/migrate.c in the transaction of the migration; never
-- changed, never deleted.
CREATE TABLE schema_version (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL
) STRICT;

-- Who read or wrote a citizen's data: one row a citizen and request, or one a list of many. Written by
-- db/access.c: with a write in its transaction, after a read from the spool. `citizen` is no foreign key,
-- since the log outlives an erased case. Kept as long as the data protection rules ask (GDPR art. 5(2)
-- and 32; the municipality sets the years), never changed. `hash` covers the row and the hash before it.
CREATE TABLE access_log (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    actor_kind INTEGER NOT NULL,
    actor      INTEGER NOT NULL,
    citizen    INTEGER,          -- NULL for a list, and then `citizens` has the ids.
    citizens   TEXT,
    statement  TEXT NOT NULL,    -- The names of all statements of the request that touched the citizen.
    request    INTEGER NOT NULL, -- The request's number in the server's log.
    reason     TEXT,             -- Why somebody looked outside their own cases.
    hash       BLOB NOT NULL
) STRICT;
CREATE INDEX access_log_of_citizen ON access_log (citizen, at) WHERE citizen IS NOT NULL;
CREATE INDEX access_log_of_lists ON access_log (at) WHERE citizen IS NULL;

-- The end of each hash chain: a log whose last rows were removed no longer fits it. Written with every
-- row of the log, by db/access.c and the engine's journal; never deleted.
CREATE TABLE chain (
    name   TEXT PRIMARY KEY,
    length INTEGER NOT NULL,
    hash   BLOB NOT NULL
) STRICT;

-- How far each spool file of read accesses is taken into access_log, so that a record is taken once.
-- Written with the rows taken; deleted when the file has been replaced.
CREATE TABLE access_spool (
    generation TEXT PRIMARY KEY,
    position   INTEGER NOT NULL
) STRICT;
