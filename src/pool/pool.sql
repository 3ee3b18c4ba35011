-- name:  pool_insert -> id
-- about: A new pool of money.
-- may:   result_write, scheme_write
INSERT INTO pool (name, budget, from_day, to_day, source, is_extra)
VALUES (:name, :budget, :from_day, :to_day, :source, :is_extra)
RETURNING id;

-- name:  pool_all -> many pool_listed
-- about: All pools, newest first, with the sums of what is reserved and spent.
-- gives: int reserved, int spent
-- reads: nothing, because only sums are told
-- may:   placement_read, placement_write, result_read
SELECT p.id, p.name, p.budget, p.from_day, p.to_day, p.source, p.is_extra,
       COALESCE((SELECT CAST(SUM(r.amount) AS BIGINT) FROM pool_reservation r WHERE r.pool = p.id AND r.state = 'reserved'), 0) AS reserved,
       COALESCE((SELECT CAST(SUM(r.amount) AS BIGINT) FROM pool_reservation r WHERE r.pool = p.id AND r.state = 'spent'), 0) AS spent
  FROM pool p
 ORDER BY p.from_day DESC, p.id DESC;

-- name:  pool_load -> one pool_row
-- about: One pool.
-- may:   placement_read, placement_write, result_read
SELECT id, name, budget, from_day, to_day, source, is_extra FROM pool WHERE id = :id;

-- name:  pool_hold -> count
-- about: Holds a pool until the request is over, so that two reservations come one after the other.
-- may:   placement_write
UPDATE pool SET version = version + 1 WHERE id = :id;

-- name:  pool_taken -> value
-- about: What is reserved and spent of a pool, in kroner.
-- gives: int taken
-- reads: nothing, because only a sum is told
-- may:   placement_read, placement_write, result_read
SELECT COALESCE(CAST(SUM(amount) AS BIGINT), 0) AS taken FROM pool_reservation WHERE pool = :pool AND state <> 'released';

-- name:  pool_reservation_insert -> id
-- about: Money held for a placement.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO pool_reservation (pool, placement, citizen, amount, kind, what, state_day, author)
VALUES (:pool, :placement, :citizen, :amount, :kind, :what, :state_day, :author)
RETURNING id;

-- name:  pool_reservation_set -> count
-- about: Reserved, spent or released on a day.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE pool_reservation SET state = :state, state_day = :state_day
 WHERE id = :id AND placement = :placement AND citizen = :citizen;

-- name:  pool_of_placement -> many pool_reservation_row
-- about: What is held for a placement.
-- gives: text pool_name
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT r.id, r.citizen, r.pool, p.name AS pool_name, r.amount, r.kind, r.what, r.state, r.state_day
  FROM pool_reservation r JOIN pool p ON p.id = r.pool
 WHERE r.placement = :placement AND r.citizen = :citizen
 ORDER BY r.id;

-- name:  pool_of_citizen -> many pool_reservation_row
-- about: What is held for a citizen's placements, for her own request.
-- gives: text pool_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT r.id, r.citizen, r.pool, p.name AS pool_name, r.amount, r.kind, r.what, r.state, r.state_day
  FROM pool_reservation r JOIN pool p ON p.id = r.pool
 WHERE r.citizen = :citizen
 ORDER BY r.id;

-- name:  pool_reservations -> many pool_use_row
-- about: What a pool is used for, newest first: placements and kroner, without names.
-- takes: int most
-- gives: text company_name
-- reads: nothing, because no citizen is told, only workplaces and kroner
-- may:   placement_read, placement_write, result_read
SELECT r.id, r.placement, m.name AS company_name, r.amount, r.kind, r.what, r.state, r.state_day
  FROM pool_reservation r JOIN placement p ON p.id = r.placement JOIN company m ON m.id = p.company
 WHERE r.pool = :pool
 ORDER BY r.id DESC
 LIMIT :most;

-- name:  pool_by_kind -> many pool_kind_row
-- about: What a pool is held and spent for, by kind; for how many placements.
-- gives: int reserved, int spent, int placements
-- reads: nothing, because only sums are told
-- may:   placement_read, placement_write, result_read
SELECT r.kind,
       COALESCE(CAST(SUM(CASE WHEN r.state = 'reserved' THEN r.amount END) AS BIGINT), 0) AS reserved,
       COALESCE(CAST(SUM(CASE WHEN r.state = 'spent' THEN r.amount END) AS BIGINT), 0) AS spent,
       COUNT(DISTINCT CASE WHEN r.state <> 'released' THEN r.placement END) AS placements
  FROM pool_reservation r
 WHERE r.pool = :pool
 GROUP BY r.kind
 ORDER BY r.kind;

-- name:  pool_erase
-- about: The words of what money was for go; the kroner stay for the accounts.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE pool_reservation SET what = '' WHERE citizen = :citizen;
