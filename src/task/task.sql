-- name:  task_insert -> id
-- about: A task for a unit, or for one person in it.
-- reads: nothing, because a new task tells nothing of the citizen
-- may:   task_write, plan_write, meeting_write, import
INSERT INTO task (citizen, unit, owner, scheme, code, role, words, due_day, meeting, made_at, made_by)
VALUES (:citizen, :unit, :owner, :scheme, :code, :role, :words, :due_day, :meeting, :made_at, :made_by)
RETURNING id;

-- name:  task_load -> one task_row
-- about: One task.
-- reads: citizen found
-- may:   task_write, case_read
SELECT id, citizen, unit, owner, scheme, code, words, due_day, meeting, made_at, made_by, done_at, done_by, done_event, version
  FROM task
 WHERE id = :id;

-- name:  task_of_citizen -> many task_row
-- about: A citizen's tasks, open ones first by day, then done ones, newest first.
-- reads: citizen = :citizen
-- may:   case_read, task_write, case_erase
SELECT id, citizen, unit, owner, scheme, code, words, due_day, meeting, made_at, made_by, done_at, done_by, done_event, version
  FROM task
 WHERE citizen = :citizen
 ORDER BY CASE WHEN done_at IS NULL THEN 0 ELSE 1 END, due_day, done_at DESC, id;

-- name:  task_shown_of_citizen -> many task_shown
-- about: The same with names, by unit: open ones by when they are due, then done ones, newest first. A scheme's task is
-- about: due when its obligation is.
-- reads: citizen = :citizen
-- may:   case_read, task_write
SELECT t.id, t.citizen, t.unit, u.name AS unit_name, t.owner, w.name AS owner_name, t.scheme, t.code, t.words, t.due_day,
       o.due_at, t.meeting, m.name AS made_by_name, t.done_at, d.name AS done_by_name, c.first_name, c.last_name
  FROM task t
  JOIN unit u ON u.id = t.unit
  JOIN citizen c ON c.id = t.citizen
  LEFT JOIN staff w ON w.id = t.owner
  LEFT JOIN staff m ON m.id = t.made_by
  LEFT JOIN staff d ON d.id = t.done_by
  LEFT JOIN obligation o ON o.id = (SELECT min(x.id) FROM obligation x
                                     WHERE x.citizen = t.citizen AND x.scheme = t.scheme AND x.rule = t.code
                                       AND x.state = 0)
 WHERE t.citizen = :citizen
 ORDER BY u.name, u.id, CASE WHEN t.done_at IS NULL THEN 0 ELSE 1 END, t.done_at DESC,
          coalesce(o.due_at, t.due_day * 86400 + 86399, 99999999999), t.id;

-- name:  task_shown_for -> many task_shown
-- about: Open tasks for one person, soonest first: her own, those of her units that nobody has taken, those of her units
-- about: that colleagues have taken; each as asked for. Who sees no cases sees about a citizen only her own and those of
-- about: her job function.
-- takes: staff_id actor, flag is_mine, flag is_free, flag is_taken, flag is_of_cases, int most
-- reads: each citizen
-- may:   task_write
SELECT t.id, t.citizen, t.unit, u.name AS unit_name, t.owner, w.name AS owner_name, t.scheme, t.code, t.words, t.due_day,
       o.due_at, t.meeting, m.name AS made_by_name, t.done_at, d.name AS done_by_name, c.first_name, c.last_name
  FROM task t
  JOIN unit u ON u.id = t.unit
  LEFT JOIN citizen c ON c.id = t.citizen
  LEFT JOIN staff w ON w.id = t.owner
  LEFT JOIN staff m ON m.id = t.made_by
  LEFT JOIN staff d ON d.id = t.done_by
  LEFT JOIN obligation o ON o.id = (SELECT min(x.id) FROM obligation x
                                     WHERE x.citizen = t.citizen AND x.scheme = t.scheme AND x.rule = t.code
                                       AND x.state = 0)
 WHERE t.done_at IS NULL
   AND CASE WHEN t.owner = :actor THEN :is_mine
            WHEN NOT EXISTS (SELECT 1 FROM staff_role r JOIN role f ON f.id = r.role
                              WHERE r.staff = :actor AND r.unit = t.unit
                                AND (f.code = t.role
                                     OR ((t.role = '' OR c.unit = t.unit) AND (:is_of_cases = 1 OR t.citizen IS NULL)))) THEN 0
            WHEN t.owner IS NULL THEN :is_free
            ELSE :is_taken END = 1
 ORDER BY coalesce(o.due_at, t.due_day * 86400 + 86399, 99999999999), t.id
 LIMIT :most;

-- name:  task_mine_count -> value
-- about: How many open tasks somebody has taken.
-- gives: int tasks
-- reads: nothing, because only how many is told
-- may:   task_write
SELECT count(*) AS tasks FROM task WHERE owner = :owner AND done_at IS NULL;

-- name:  task_of_meeting -> many task_decision
-- about: The decisions of a meeting, and who does each.
-- gives: text owner_name
-- reads: nothing, because the minutes' page guards the meeting, and tasks name no more than it does
-- may:   meeting_write, task_write
SELECT t.id, t.words, t.due_day, t.done_at, s.name AS owner_name
  FROM task t LEFT JOIN staff s ON s.id = t.owner
 WHERE t.meeting = :meeting
 ORDER BY t.id;

-- name:  task_set_done -> count
-- about: Done (an instant) or open again (none), when nobody has changed it since `version`.
-- reads: nothing, because the row was loaded, guarded and logged by task_load
-- may:   task_write
UPDATE task SET done_at = :done_at, done_by = :done_by, done_event = :done_event, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  task_set_owner -> count
-- about: Taken by a person, or put back on the unit's list (none).
-- reads: nothing, because the row was loaded, guarded and logged by task_load
-- may:   task_write, obligation_assign
UPDATE task SET owner = :owner, version = version + 1 WHERE id = :id AND version = :version;

-- name:  task_delete -> count
-- about: Undo of a task just typed, by the one who typed it, while it is open.
-- takes: task_id id, staff_id actor
-- reads: nothing, because the row was loaded, guarded and logged by task_load
-- may:   task_write, plan_write
DELETE FROM task WHERE id = :id AND made_by = :actor AND done_at IS NULL;

-- name:  task_is_of_unit -> value
-- about: Does a person work in a unit? Whose lists they see and tick.
-- takes: staff_id staff, unit_id unit
-- gives: flag is_there
-- may:   task_write
SELECT EXISTS (SELECT 1 FROM staff_role WHERE staff = :staff AND unit = :unit) AS is_there;

-- name:  task_erase
-- about: The words of tasks go; one that was open is nobody's any more.
-- takes: instant now
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE task SET words = '', done_at = COALESCE(done_at, :now), version = version + 1 WHERE citizen = :citizen;
