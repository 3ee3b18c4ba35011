-- name:  igu_contract_put
-- about: What is agreed about the school of an IGU contract; written again, it corrects itself.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO igu_contract (placement, citizen, school, weeks_wanted, residence)
VALUES (:placement, :citizen, :school, :weeks_wanted, :residence)
ON CONFLICT (placement) DO UPDATE
   SET school = excluded.school, weeks_wanted = excluded.weeks_wanted, residence = excluded.residence,
       version = igu_contract.version + 1;

-- name:  igu_contract_of -> one igu_contract_row
-- about: The contract of a placement.
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT id, placement, citizen, school, weeks_wanted, residence, version
  FROM igu_contract WHERE placement = :placement AND citizen = :citizen;

-- name:  igu_week_put
-- about: A week at school is planned.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO igu_week (placement, citizen, monday_day) VALUES (:placement, :citizen, :monday_day)
ON CONFLICT (placement, monday_day) DO NOTHING;

-- name:  igu_weeks_drop
-- about: Takes planned weeks out before those chosen are written; those held stay.
-- reads: citizen = :citizen
-- may:   placement_write
DELETE FROM igu_week WHERE placement = :placement AND citizen = :citizen AND event = 0;

-- name:  igu_week_set_held -> count
-- about: A week was held (the journal's event), or was not after all (0).
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE igu_week SET event = :event WHERE id = :id AND placement = :placement AND citizen = :citizen;

-- name:  igu_weeks_of -> many igu_week_row
-- about: The weeks at school of a contract, oldest first.
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT id, citizen, monday_day, event FROM igu_week WHERE placement = :placement AND citizen = :citizen
 ORDER BY monday_day;

-- name:  igu_running -> many igu_listed
-- about: The IGU contracts that run on a day, in the actor's reach, with their weeks.
-- takes: day on_day, int is_all, staff_id actor, int most
-- gives: text company_name, text residence, int weeks_wanted, int week_count, int held_count
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT p.id, p.citizen, c.first_name, c.last_name, m.name AS company_name, p.from_day, p.to_day,
       COALESCE(k.residence, '') AS residence, COALESCE(k.weeks_wanted, 0) AS weeks_wanted,
       (SELECT COUNT(*) FROM igu_week w WHERE w.placement = p.id) AS week_count,
       (SELECT COUNT(*) FROM igu_week w WHERE w.placement = p.id AND w.event <> 0) AS held_count
  FROM placement p JOIN citizen c ON c.id = p.citizen JOIN company m ON m.id = p.company
       LEFT JOIN igu_contract k ON k.placement = p.id
 WHERE p.kind = 'igu' AND p.started_day <= :on_day AND (p.ended_day IS NULL OR p.ended_day >= :on_day)
   AND (:is_all = 1 OR p.consultant = :actor OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY p.to_day, p.id
 LIMIT :most;

-- name:  igu_by_residence -> many igu_residence_row
-- about: How many IGU contracts run on a day, by the municipality where the citizen lives (S84).
-- takes: day on_day
-- gives: text residence, int contract_count
-- reads: nothing, because only numbers are told
-- may:   placement_read, placement_write, result_read
SELECT COALESCE(k.residence, '') AS residence, COUNT(*) AS contract_count
  FROM placement p LEFT JOIN igu_contract k ON k.placement = p.id
 WHERE p.kind = 'igu' AND p.started_day <= :on_day AND (p.ended_day IS NULL OR p.ended_day >= :on_day)
 GROUP BY COALESCE(k.residence, '')
 ORDER BY COUNT(*) DESC, COALESCE(k.residence, '');

-- name:  igu_weeks_of_citizen -> many igu_week_told
-- about: A citizen's weeks at school, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT w.id, w.citizen, w.monday_day, w.event FROM igu_week w WHERE w.citizen = :citizen ORDER BY w.monday_day;

-- name:  igu_erase
-- about: The school and the municipality go; the weeks stay for statistics.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE igu_contract SET school = '' WHERE citizen = :citizen;
