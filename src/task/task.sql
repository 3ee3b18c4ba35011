-- name:  task_insert -> id
-- about: A task for a unit, or for one person in it.
-- reads: nothing, because a new task tells nothing of the citizen
-- may:   task_write, meeting_write, import
INSERT INTO task (citizen, unit, owner, scheme, code, words, due_day, meeting, made_at, made_by)
VALUES (:citizen, :unit, :owner, :scheme, :code, :words, :due_day, :meeting, :made_at, :made_by)
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

-- name:  task_of_owner -> many task_listed
-- about: Open tasks that one person has taken or was given, soonest first.
-- reads: each citizen
-- may:   task_write
SELECT t.id, t.citizen, t.unit, t.words, t.due_day, t.version, c.first_name, c.last_name
  FROM task t LEFT JOIN citizen c ON c.id = t.citizen
 WHERE t.owner = :owner AND t.done_at IS NULL
 ORDER BY t.due_day, t.id;

-- name:  task_of_unit -> many task_listed
-- about: Open tasks of a unit that nobody has taken, soonest first.
-- reads: each citizen
-- may:   task_write
SELECT t.id, t.citizen, t.unit, t.words, t.due_day, t.version, c.first_name, c.last_name
  FROM task t LEFT JOIN citizen c ON c.id = t.citizen
 WHERE t.unit = :unit AND t.owner IS NULL AND t.done_at IS NULL
 ORDER BY t.due_day, t.id;

-- name:  task_of_meeting -> many task_row
-- about: The decisions of a meeting.
-- reads: nothing, because the minutes' page guards the meeting, and tasks name no more than it does
-- may:   meeting_write, task_write
SELECT id, citizen, unit, owner, scheme, code, words, due_day, meeting, made_at, made_by, done_at, done_by, done_event, version
  FROM task
 WHERE meeting = :meeting
 ORDER BY id;

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

-- name:  task_erase
-- about: The words of tasks go; one that was open is nobody's any more.
-- takes: instant now
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE task SET words = '', done_at = COALESCE(done_at, :now), version = version + 1 WHERE citizen = :citizen;
