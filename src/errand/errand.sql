-- name:  errand_insert -> id
-- about: A consultant is asked to find a placement.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO errand (citizen, consultant, words, wished_at, asked_at, asked_by)
VALUES (:citizen, :consultant, :words, :wished_at, :asked_at, :asked_by)
RETURNING id;

-- name:  errand_load -> one errand_row
-- about: One errand with who asked whom, and about whom.
-- gives: text first_name, text last_name, text consultant_name, text consultant_phone, text asked_by_name
-- reads: citizen found
-- may:   case_write, placement_read, placement_write
SELECT e.id, e.citizen, c.first_name, c.last_name, e.consultant, s.name AS consultant_name, s.phone AS consultant_phone,
       e.words, e.state, e.outcome, e.wished_at, e.asked_at, e.asked_by, b.name AS asked_by_name, e.version
  FROM errand e JOIN citizen c ON c.id = e.citizen JOIN staff s ON s.id = e.consultant JOIN staff b ON b.id = e.asked_by
 WHERE e.id = :id;

-- name:  errands_open -> many errand_listed
-- about: Open errands in the actor's reach, least time left first and those without a clock last: one consultant's, or
-- about: (none) all.
-- takes: staff_id consultant, int is_all, staff_id actor, int subject_kind, int most
-- gives: text consultant_name, instant due_at, instant first_asked_at
-- reads: each citizen
-- may:   case_write, placement_read, placement_write
SELECT l.id, l.citizen, l.first_name, l.last_name, l.consultant, l.consultant_name, l.state, l.wished_at, l.asked_at, l.due_at,
       l.first_asked_at
  FROM (SELECT e.id, e.citizen, c.first_name, c.last_name, e.consultant, s.name AS consultant_name, e.state, e.wished_at,
               e.asked_at,
               (SELECT MIN(o.due_at) FROM obligation o
                 WHERE o.citizen = e.citizen AND o.subject_kind = :subject_kind AND o.subject = e.id AND o.state = 0) AS due_at,
               (SELECT MIN(t.taken_at) FROM errand_step t WHERE t.errand = e.id AND t.kind = 'asked') AS first_asked_at
          FROM errand e JOIN citizen c ON c.id = e.citizen JOIN staff s ON s.id = e.consultant
         WHERE e.state <> 'closed' AND (COALESCE(:consultant, 0) = 0 OR e.consultant = :consultant)
           AND (:is_all = 1 OR e.consultant = :actor OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
                OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))) l
 ORDER BY CASE WHEN l.due_at IS NULL THEN 1 ELSE 0 END, l.due_at, l.wished_at, l.id
 LIMIT :most;

-- name:  errands_of_citizen -> many errand_of_citizen_row
-- about: A citizen's open errands, newest first.
-- gives: text consultant_name
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_write, placement_write, import
SELECT e.id, e.citizen, e.consultant, s.name AS consultant_name, e.state, e.asked_at, e.version
  FROM errand e JOIN staff s ON s.id = e.consultant
 WHERE e.citizen = :citizen AND e.state <> 'closed'
 ORDER BY e.id DESC;

-- name:  errand_steps -> many errand_step_row
-- about: What was done about an errand, oldest first; a company that was merged stands under the one it went into.
-- gives: text company_name, text staff_name
-- reads: citizen = :citizen
-- may:   case_write, placement_read, placement_write
SELECT t.id, t.citizen, t.kind, m.id AS company, m.name AS company_name, t.words, t.taken_at, t.event, t.state_before,
       s.name AS staff_name
  FROM errand_step t JOIN staff s ON s.id = t.staff LEFT JOIN company k ON k.id = t.company
       LEFT JOIN company m ON m.id = COALESCE(k.merged_into, k.id)
 WHERE t.errand = :errand AND t.citizen = :citizen
 ORDER BY t.id;

-- name:  errand_set_state -> count
-- about: Where an errand stands, when nobody has changed it since `version`.
-- reads: citizen = :citizen
-- may:   case_write, placement_write, import
UPDATE errand SET state = :state, outcome = :outcome, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  errand_step_insert -> id
-- about: What was done about it.
-- reads: citizen = :citizen
-- may:   case_write, placement_write, import
INSERT INTO errand_step (errand, citizen, kind, company, words, taken_at, staff, event, state_before)
VALUES (:errand, :citizen, :kind, :company, :words, :taken_at, :staff, :event, :state_before)
RETURNING id;

-- name:  errand_step_delete
-- about: The step was a mistake.
-- reads: citizen = :citizen
-- may:   case_write, placement_write, import
DELETE FROM errand_step WHERE id = :id AND citizen = :citizen;

-- name:  errand_times -> many errand_time_row
-- about: Since a moment: when each wish was said, when it was asked on, when the first company was asked, and how it
-- about: ended; newest first. Whose wish it was is not told.
-- takes: instant since
-- gives: instant first_asked_at
-- reads: nothing, because only times are told
-- may:   case_write, placement_read, placement_write, result_read
SELECT e.wished_at, e.asked_at, e.outcome,
       (SELECT MIN(t.taken_at) FROM errand_step t WHERE t.errand = e.id AND t.kind = 'asked') AS first_asked_at
  FROM errand e
 WHERE e.wished_at >= :since
 ORDER BY e.wished_at DESC;

-- name:  errand_told -> many errand_told_row
-- about: That a consultant was asked to find her a placement, for her own request.
-- gives: text consultant_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT e.id, s.name AS consultant_name, e.words, e.state, e.outcome, e.wished_at, e.asked_at
  FROM errand e JOIN staff s ON s.id = e.consultant
 WHERE e.citizen = :citizen
 ORDER BY e.id;

-- name:  errand_steps_told -> many errand_step_told_row
-- about: What was done about it, for her own request.
-- gives: text company_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT t.kind, k.name AS company_name, t.words, t.taken_at
  FROM errand_step t LEFT JOIN company k ON k.id = t.company
 WHERE t.citizen = :citizen
 ORDER BY t.id;

-- name:  errand_erase
-- about: The words go, and nobody looks for a placement any more; that somebody did stays.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE errand SET words = '', state = 'closed', version = version + 1 WHERE citizen = :citizen;

-- name:  errand_steps_erase
-- about: The words to what was done go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE errand_step SET words = '' WHERE citizen = :citizen;
