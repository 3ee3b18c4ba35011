-- name:  danish_steps -> many danish_step_row
-- about: The modules that a citizen has passed, by track and module.
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_write, group_read, group_write, case_erase
SELECT d.id, d.citizen, d.track, d.module, d.passed_day, d.source, d.event, s.name AS noted_by_name
  FROM danish_step d JOIN staff s ON s.id = d.noted_by
 WHERE d.citizen = :citizen
 ORDER BY d.track, d.module;

-- name:  danish_writable -> value
-- about: The citizen, for somebody who may write her modules.
-- reads: citizen = :citizen
-- may:   case_write, group_write
SELECT id FROM citizen WHERE id = :citizen;

-- name:  danish_step_insert -> id
-- about: A module is passed; n = 0 when it is written already.
-- reads: citizen = :citizen
-- may:   case_write, group_write
INSERT INTO danish_step (citizen, track, module, passed_day, source, event, noted_by)
VALUES (:citizen, :track, :module, :passed_day, :source, :event, :noted_by)
ON CONFLICT (citizen, track, module) DO NOTHING
RETURNING id;

-- name:  danish_step_drop -> count
-- about: It was a mistake.
-- reads: citizen = :citizen
-- may:   case_write, group_write
DELETE FROM danish_step WHERE id = :id AND citizen = :citizen;

-- name:  danish_erase
-- about: The modules go with the case.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM danish_step WHERE citizen = :citizen;
