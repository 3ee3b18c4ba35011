-- The statements of the access log itself. Who may see the log is a feature's question; here it is
-- written and verified, by the program alone.

-- name:  access_log_add
-- about: Appends one row to the access log; its number is one more than the chain is long.
-- takes: int id, int citizen
-- reads: nothing, because it is the log of reading
-- may:   system
INSERT INTO access_log (id, at, actor_kind, actor, citizen, citizens, statement, request, reason, hash)
VALUES (:id, :at, :actor_kind, :actor, NULLIF(:citizen, 0), :citizens, :statement, :request, :reason, :hash);

-- name:  access_log_from -> many access_row
-- about: The rows of the log from a number on, in order, to verify the chain piece by piece.
-- takes: int from_id, int at_most
-- gives: int id, int citizen, int at
-- reads: nothing, because it is the log of reading
-- may:   system
SELECT id, at, actor_kind, actor, citizen, citizens, statement, request, reason, hash
  FROM access_log
 WHERE id >= :from_id
 ORDER BY id
 LIMIT :at_most;

-- name:  chain_end -> one chain_end_row
-- about: The length of a chain and the hash of its last row.
-- may:   system
SELECT length, hash FROM chain WHERE name = :name;

-- name:  chain_set
-- about: Moves the end of a chain.
-- may:   system
INSERT INTO chain (name, length, hash) VALUES (:name, :length, :hash)
    ON CONFLICT (name) DO UPDATE SET length = excluded.length, hash = excluded.hash;

-- name:  access_spool_position -> value
-- about: How far a spool file is taken in; 0 for one never seen.
-- may:   system
SELECT position FROM access_spool WHERE generation = :generation;

-- name:  access_spool_set
-- about: Notes how far a spool file is taken in.
-- may:   system
INSERT INTO access_spool (generation, position) VALUES (:generation, :position)
    ON CONFLICT (generation) DO UPDATE SET position = excluded.position;

-- name:  access_spool_forget
-- about: Forgets a spool file that has been replaced.
-- may:   system
DELETE FROM access_spool WHERE generation = :generation;

-- name:  schema_version_now -> value
-- about: The number of the newest migration applied.
-- may:   system
SELECT COALESCE(MAX(number), 0) AS newest FROM schema_version;

-- name:  schema_version_add
-- about: Notes a migration as applied.
-- takes: int number
-- may:   system
INSERT INTO schema_version (number, name) VALUES (:number, :name);

-- name:  store_change_raise
-- about: Something was written that an answer may depend on.
-- may:   system
UPDATE store_change SET number = number + 1 WHERE id = 1;

-- name:  store_state -> one store_state_row
-- about: What tells whether an answer made before would be the same now.
-- gives: int log_length
-- may:   system
SELECT s.number AS changes, COALESCE(c.length, 0) AS log_length
  FROM store_change s LEFT JOIN chain c ON c.name = 'access'
 WHERE s.id = 1;
