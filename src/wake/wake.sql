-- name:  wake_call_insert -> id
-- about: A citizen is to be rung in the morning.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO wake_call (citizen, weekdays, minute, from_day, to_day, caller, words)
VALUES (:citizen, :weekdays, :minute, :from_day, :to_day, :caller, :words)
RETURNING id;

-- name:  wake_call_stop -> count
-- about: The last morning, when nobody has changed it since `version`.
-- reads: citizen = :citizen
-- may:   case_write
UPDATE wake_call SET to_day = :to_day, version = version + 1 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  wake_calls_of -> many wake_call_row
-- about: A citizen's morning calls, newest first.
-- gives: text caller_name
-- reads: citizen = :citizen
-- may:   case_read, case_write
SELECT w.id, w.citizen, w.weekdays, w.minute, w.from_day, w.to_day, w.caller, s.name AS caller_name, w.words, w.version
  FROM wake_call w LEFT JOIN staff s ON s.id = w.caller
 WHERE w.citizen = :citizen
 ORDER BY w.from_day DESC, w.id DESC;

-- name:  wake_call_load -> one wake_call_loaded
-- about: One morning call.
-- reads: citizen found
-- may:   case_read, case_write
SELECT id, citizen, weekdays, minute, from_day, to_day, version FROM wake_call WHERE id = :id;

-- name:  wake_calls_on -> many wake_listed
-- about: Whom to ring on a morning, earliest first, in the actor's reach, with what came of it.
-- takes: int is_all, staff_id actor, day on, int weekday_bit
-- gives: text first_name, text last_name, text phone, text contact_note, text caller_name, text result, text mark_words, instant marked_at, text marked_name
-- reads: each citizen
-- may:   case_read, case_write
SELECT w.id, w.citizen, w.minute, w.caller, w.words, c.first_name, c.last_name, c.phone, c.contact_note, s.name AS caller_name,
       coalesce(m.result, '') AS result, coalesce(m.words, '') AS mark_words, m.marked_at, b.name AS marked_name
  FROM wake_call w JOIN citizen c ON c.id = w.citizen LEFT JOIN staff s ON s.id = w.caller
       LEFT JOIN wake_mark m ON m.wake_call = w.id AND m.day = :on
       LEFT JOIN staff b ON b.id = m.marked_by
 WHERE w.from_day <= :on AND (w.to_day IS NULL OR w.to_day >= :on) AND (w.weekdays & :weekday_bit) <> 0
   AND c.erased_at IS NULL
   AND (:is_all = 1 OR w.caller = :actor OR c.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY w.minute, c.first_name, c.last_name, w.id;

-- name:  wake_mark_insert -> count
-- about: What came of a call; 0 when a colleague has marked it.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO wake_mark (wake_call, citizen, day, result, words, marked_at, marked_by, event)
VALUES (:wake_call, :citizen, :day, :result, :words, :marked_at, :marked_by, :event)
ON CONFLICT (wake_call, day) DO NOTHING;

-- name:  wake_mark_load -> one wake_mark_row
-- about: The mark of a day.
-- reads: citizen found
-- may:   case_write
SELECT id, citizen, event FROM wake_mark WHERE wake_call = :wake_call AND day = :day;

-- name:  wake_mark_delete
-- about: The mark was a mistake.
-- reads: citizen = :citizen
-- may:   case_write
DELETE FROM wake_mark WHERE id = :id AND citizen = :citizen;

-- name:  wake_marks_of -> many wake_marked
-- about: A citizen's last mornings, newest first.
-- takes: citizen_id citizen, int most
-- gives: text marked_name
-- reads: citizen = :citizen
-- may:   case_read, case_write, case_erase
SELECT m.id, m.day, m.result, m.words, s.name AS marked_name
  FROM wake_mark m JOIN staff s ON s.id = m.marked_by
 WHERE m.citizen = :citizen
 ORDER BY m.day DESC, m.id DESC
 LIMIT :most;

-- name:  wake_calls_told -> many wake_call_told
-- about: A citizen's morning calls, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT id, minute, from_day, to_day, words FROM wake_call WHERE citizen = :citizen ORDER BY from_day, id;

-- name:  wake_calls_erase
-- about: The words go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE wake_call SET words = '', version = version + 1 WHERE citizen = :citizen;

-- name:  wake_marks_erase
-- about: The words go; that somebody rang stays.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE wake_mark SET words = '' WHERE citizen = :citizen;

-- name:  phone_hours_put
-- about: When a member of staff can be rung, in her own words.
-- may:   logged_in
INSERT INTO phone_hours (staff, words) VALUES (:staff, :words)
ON CONFLICT (staff) DO UPDATE SET words = excluded.words;

-- name:  phone_hours_all -> many phone_hours_row
-- about: Who can be rung, and when.
-- gives: text name, text phone
-- may:   staff_read, case_read
SELECT p.staff, p.words, s.name, s.phone FROM phone_hours p JOIN staff s ON s.id = p.staff
 WHERE p.words <> '' AND s.is_active = 1
 ORDER BY s.name, p.staff;
