-- name:  hours_requirement_insert -> id
-- about: Required hours from a day on.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO hours_requirement (citizen, from_day, hours, base, reason, author, written_at, event)
VALUES (:citizen, :from_day, :hours, :base, :reason, :author, :written_at, :event)
RETURNING id;

-- name:  hours_requirements -> many hours_requirement_row
-- about: What a citizen was, is and will be required, oldest first.
-- gives: text author_name
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_erase
SELECT r.id, r.citizen, r.from_day, r.hours, r.base, r.reason, s.name AS author_name, r.written_at, r.event
  FROM hours_requirement r LEFT JOIN staff s ON s.id = r.author
 WHERE r.citizen = :citizen
 ORDER BY r.from_day;

-- name:  hours_requirement_drop -> count
-- about: A step is taken back.
-- reads: citizen = :citizen
-- may:   case_write
DELETE FROM hours_requirement WHERE id = :id AND citizen = :citizen;

-- name:  hours_item_insert -> id
-- about: Something of the week beside groups, placements and meetings.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO hours_item (citizen, kind, words, purpose, place, from_day, to_day, weekdays, from_minute, to_minute, minutes, author)
VALUES (:citizen, :kind, :words, :purpose, :place, :from_day, :to_day, :weekdays, :from_minute, :to_minute, :minutes, :author)
RETURNING id;

-- name:  hours_item_set_events
-- about: The journal's events of an item.
-- reads: citizen = :citizen
-- may:   case_write
UPDATE hours_item SET began_event = :began_event, ended_event = :ended_event WHERE id = :id AND citizen = :citizen;

-- name:  hours_items -> many hours_item_row
-- about: A citizen's items between two days, by weekday and hour as they were written.
-- takes: day first, day last
-- reads: citizen = :citizen
-- may:   case_read, case_work, link
SELECT id, citizen, kind, words, purpose, place, from_day, to_day, weekdays, from_minute, to_minute, minutes, began_event,
       ended_event, version
  FROM hours_item
 WHERE citizen = :citizen AND from_day <= :last AND (to_day IS NULL OR to_day >= :first)
 ORDER BY from_minute, id;

-- name:  hours_item_load -> one hours_item_row
-- about: One item.
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_write
SELECT id, citizen, kind, words, purpose, place, from_day, to_day, weekdays, from_minute, to_minute, minutes, began_event,
       ended_event, version
  FROM hours_item WHERE id = :id AND citizen = :citizen;

-- name:  hours_item_end -> count
-- about: The last day of an item (none: it goes on), when nobody has changed it since `version`.
-- reads: citizen = :citizen
-- may:   case_write
UPDATE hours_item SET to_day = :to_day, ended_event = :ended_event, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  hours_item_drop -> count
-- about: An item that was a mistake, when nobody has said yet what became of it.
-- reads: citizen = :citizen
-- may:   case_write
DELETE FROM hours_item
 WHERE id = :id AND citizen = :citizen AND NOT EXISTS (SELECT 1 FROM hours_mark k WHERE k.item = hours_item.id);

-- name:  hours_marks -> many hours_mark_row
-- about: What became of a citizen's items in weeks from one Monday to another.
-- takes: day first, day last
-- reads: citizen = :citizen
-- may:   case_read, case_work
SELECT id, item, citizen, monday_day, mark, evidence, event
  FROM hours_mark WHERE citizen = :citizen AND monday_day >= :first AND monday_day <= :last
 ORDER BY monday_day, item;

-- name:  hours_mark_put
-- about: What became of an item in a week; said again, it corrects itself.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO hours_mark (item, citizen, monday_day, mark, evidence, event, set_at, set_by)
VALUES (:item, :citizen, :monday_day, :mark, :evidence, :event, :set_at, :set_by)
ON CONFLICT (item, monday_day) DO UPDATE
   SET mark = excluded.mark, evidence = excluded.evidence, event = excluded.event, set_at = excluded.set_at,
       set_by = excluded.set_by;

-- name:  hours_mark_drop -> count
-- about: It is not said any more.
-- reads: citizen = :citizen
-- may:   case_write
DELETE FROM hours_mark WHERE item = :item AND citizen = :citizen AND monday_day = :monday_day;

-- name:  hours_windows -> many hours_window_row
-- about: When a citizen can be away from home.
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_erase
SELECT citizen, weekday, from_minute, to_minute FROM hours_window WHERE citizen = :citizen ORDER BY weekday;

-- name:  hours_window_put
-- about: When a citizen can be away on a weekday.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO hours_window (citizen, weekday, from_minute, to_minute) VALUES (:citizen, :weekday, :from_minute, :to_minute)
ON CONFLICT (citizen, weekday) DO UPDATE SET from_minute = excluded.from_minute, to_minute = excluded.to_minute;

-- name:  hours_ways -> many hours_way_row
-- about: All ways that somebody has looked up.
-- may:   case_read, case_work, case_write, group_read
SELECT id, one_search, other_search, one, other, minutes FROM hours_way ORDER BY one_search, other_search;

-- name:  hours_way_put
-- about: How long a way takes; written again, it corrects itself.
-- may:   case_write
INSERT INTO hours_way (one_search, other_search, one, other, minutes)
VALUES (:one_search, :other_search, :one, :other, :minutes)
ON CONFLICT (one_search, other_search) DO UPDATE SET one = excluded.one, other = excluded.other, minutes = excluded.minutes;

-- name:  hours_way_drop -> count
-- about: A way that is not known after all.
-- may:   case_write
DELETE FROM hours_way WHERE id = :id;

-- name:  hours_sessions -> many hours_session_row
-- about: Sessions of a citizen's groups between two days, with the mark of the day when there is one.
-- takes: day first, day last
-- gives: text place, text mark, int away_minutes, int day_minutes, text name, text scheme, text activity, course_group_id course_group, int slot_minute
-- reads: citizen = :citizen
-- may:   case_read, case_work, link
SELECT m.citizen, s.id, g.id AS course_group, g.name, g.scheme, g.activity,
       CASE WHEN s.place <> '' THEN s.place ELSE g.place END AS place, s.day, s.from_minute, s.to_minute, s.title,
       s.is_language, s.state, COALESCE(s.slot_day, s.day) AS slot_day, COALESCE(s.slot_minute, s.from_minute) AS slot_minute,
       s.version,
       COALESCE((SELECT a.mark FROM attendance a JOIN group_session d ON d.id = a.session
                  WHERE a.member = m.id AND d.day = s.day ORDER BY d.from_minute, d.id LIMIT 1), '') AS mark,
       COALESCE((SELECT a.away_minutes FROM attendance a JOIN group_session d ON d.id = a.session
                  WHERE a.member = m.id AND d.day = s.day ORDER BY d.from_minute, d.id LIMIT 1), 0) AS away_minutes,
       COALESCE((SELECT sum(d.to_minute - d.from_minute) FROM group_session d
                  WHERE d.course_group = s.course_group AND d.day = s.day AND d.state <> 'cancelled'), 0) AS day_minutes
  FROM group_member m JOIN course_group g ON g.id = m.course_group JOIN group_session s ON s.course_group = g.id
 WHERE m.citizen = :citizen AND s.day >= :first AND s.day <= :last AND s.day >= m.from_day
   AND s.day <= COALESCE(m.ended_day, m.to_day, 2147483647)
 ORDER BY s.day, s.from_minute, s.id;

-- name:  hours_slots -> many hours_slot_row
-- about: The week of a citizen's groups between two days, and up to which day their sessions are in the calendar: what comes
-- about: after it will be planned so.
-- takes: day first, day last
-- gives: text place, text name, text scheme, text activity, course_group_id course_group, day until_day, day planned_day
-- reads: citizen = :citizen
-- may:   case_read, case_work, link
SELECT m.citizen, l.id, g.id AS course_group, g.name, g.scheme, g.activity, g.place, l.weekday, l.from_minute, l.to_minute,
       l.title, l.is_language, m.from_day, COALESCE(m.ended_day, m.to_day, g.to_day, 2147483647) AS until_day,
       (SELECT max(s.day) FROM group_session s WHERE s.course_group = g.id) AS planned_day
  FROM group_member m JOIN course_group g ON g.id = m.course_group JOIN group_slot l ON l.course_group = g.id
 WHERE m.citizen = :citizen AND m.from_day <= :last AND COALESCE(m.ended_day, m.to_day, 2147483647) >= :first
   AND (g.to_day IS NULL OR g.to_day >= :first)
 ORDER BY l.weekday, l.from_minute, l.id;

-- name:  hours_placements -> many hours_placement_row
-- about: A citizen's placements between two days, agreed ones too.
-- takes: day first, day last
-- gives: text company_name, text town
-- reads: citizen = :citizen
-- may:   case_read, case_work, link
SELECT p.citizen, p.id, p.kind, p.purpose, p.state, p.from_day, p.to_day, p.started_day, p.ended_day, p.weekdays, p.from_minute,
       p.to_minute, c.name AS company_name, c.town
  FROM placement p JOIN company c ON c.id = p.company
 WHERE p.citizen = :citizen AND p.state <> 'wished' AND COALESCE(p.started_day, p.from_day) <= :last
   AND COALESCE(p.ended_day, p.to_day, 2147483647) >= :first
 ORDER BY p.from_day, p.id;

-- name:  hours_series -> many hours_series_row
-- about: Hours a week of a citizen's placements, oldest first; what came before what is planned.
-- reads: citizen = :citizen
-- may:   case_read, case_work, link
SELECT h.citizen, h.placement, h.from_day, h.hours, h.paid, h.is_planned
  FROM placement_hours h
 WHERE h.citizen = :citizen
 ORDER BY h.placement, h.from_day, h.is_planned DESC;

-- name:  hours_work_absences -> many hours_work_absence_row
-- about: Days away from workplaces between two days.
-- takes: day first, day last
-- reads: citizen = :citizen
-- may:   case_read, case_work
SELECT citizen, placement, absent_day, mark
  FROM placement_absence WHERE citizen = :citizen AND absent_day >= :first AND absent_day <= :last
 ORDER BY absent_day;

-- name:  hours_meetings -> many hours_meeting_row
-- about: A citizen's meetings between two moments.
-- takes: instant first_at, instant last_at
-- reads: citizen = :citizen
-- may:   case_read, case_work, link
SELECT id, citizen, code, way, state, meets_at, minutes, place, version
  FROM meeting
 WHERE citizen = :citizen AND state <> 'undone' AND meets_at >= :first_at AND meets_at <= :last_at
 ORDER BY meets_at, id;

-- name:  hours_breaks -> many hours_break_row
-- about: Breaks in the clocks between two days, without what was noted about them.
-- takes: day first, day last
-- reads: citizen = :citizen
-- may:   case_read, case_work
SELECT citizen, reason, from_day, to_day
  FROM suspension WHERE citizen = :citizen AND from_day <= :last AND (to_day IS NULL OR to_day >= :first)
 ORDER BY from_day;

-- name:  hours_offers -> many hours_offer_row
-- about: The week of all groups that run on a day and are not closed to a citizen, one row a slot, with how many are on them or
-- about: wait for a place, and whether she is on them.
-- takes: day on, citizen_id of_citizen
-- gives: text name, text place, text scheme, text activity, int capacity, int member_count, flag is_on, course_group_id course_group
-- reads: nothing, because of others only how many is told, and of the citizen what her own page shows
-- may:   case_read, case_work
SELECT g.id AS course_group, g.name, g.place, g.scheme, g.activity, g.capacity, g.to_day, l.weekday, l.from_minute, l.to_minute,
       l.title, l.is_language,
       (SELECT count(*) FROM group_member m
         WHERE m.course_group = g.id AND +m.from_day <= :on AND m.is_drop_in = 0
           AND COALESCE(m.ended_day, m.to_day, 2147483647) >= :on)
       + (SELECT count(*) FROM group_wait w
           WHERE w.course_group = g.id AND w.state IN ('waiting', 'offered') AND w.citizen <> COALESCE(:of_citizen, 0)) AS member_count,
       CASE WHEN EXISTS (SELECT 1 FROM group_member m
                          WHERE m.course_group = g.id AND m.citizen = :of_citizen AND m.is_drop_in = 0
                            AND COALESCE(m.ended_day, m.to_day, 2147483647) >= :on) THEN 1 ELSE 0 END AS is_on
  FROM course_group g JOIN group_slot l ON l.course_group = g.id
 WHERE g.from_day <= :on AND (g.to_day IS NULL OR g.to_day >= :on)
   AND (g.for_whom = ''
        OR EXISTS (SELECT 1 FROM citizen c WHERE c.id = :of_citizen AND c.sex IN (g.for_whom, 'other', '')))
 ORDER BY g.id, l.weekday, l.from_minute, l.id;

-- name:  hours_benefit_insert -> id
-- about: A time with a benefit, or with none.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO hours_benefit (citizen, benefit, from_day, to_day, source, event)
VALUES (:citizen, :benefit, :from_day, :to_day, :source, :event)
RETURNING id;

-- name:  hours_benefits -> many hours_benefit_row
-- about: A citizen's times with benefits, oldest first.
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_erase
SELECT id, citizen, benefit, from_day, to_day, source, event FROM hours_benefit WHERE citizen = :citizen ORDER BY from_day, id;

-- name:  hours_benefit_drop -> count
-- about: A time that was a mistake.
-- reads: citizen = :citizen
-- may:   case_write
DELETE FROM hours_benefit WHERE id = :id AND citizen = :citizen;

-- name:  hours_danish_insert -> id
-- about: What is known of the Danish tests a citizen has passed.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO hours_danish (citizen, passed, known_day, source, event)
VALUES (:citizen, :passed, :known_day, :source, :event)
RETURNING id;

-- name:  hours_danish_newest -> one hours_danish_row
-- about: What is known of it, the newest first.
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_erase
SELECT id, citizen, passed, known_day, source, event FROM hours_danish WHERE citizen = :citizen
 ORDER BY known_day DESC, id DESC LIMIT 1;

-- name:  hours_idle -> many hours_idle_row
-- about: Citizens in the actor's reach who are enrolled and have nothing on a day: no group, no placement or job, nothing of
-- about: their own; who begins within some days, who is in a break, and when something ended last. Longest without first.
-- takes: day on, day soon, int is_all, staff_id actor, int most
-- gives: citizen_id citizen, day last_day, day next_day, flag is_in_break
-- reads: each citizen
-- may:   case_read, case_work
SELECT c.id AS citizen, c.first_name, c.last_name, c.readiness,
       (SELECT max(e.until_day) FROM (
          SELECT COALESCE(m.ended_day, m.to_day) AS until_day FROM group_member m
           WHERE m.citizen = c.id AND COALESCE(m.ended_day, m.to_day) < :on
          UNION ALL
          SELECT COALESCE(p.ended_day, p.to_day) FROM placement p WHERE p.citizen = c.id AND p.state = 'ended'
          UNION ALL
          SELECT i.to_day FROM hours_item i WHERE i.citizen = c.id AND i.to_day < :on) e) AS last_day,
       (SELECT min(b.from_day) FROM (
          SELECT m.from_day FROM group_member m
           WHERE m.citizen = c.id AND m.ended_day IS NULL AND m.from_day > :on AND m.from_day <= :soon
          UNION ALL
          SELECT p.from_day FROM placement p
           WHERE p.citizen = c.id AND p.state = 'agreed' AND p.from_day >= :on AND p.from_day <= :soon
          UNION ALL
          SELECT i.from_day FROM hours_item i WHERE i.citizen = c.id AND i.from_day > :on AND i.from_day <= :soon) b) AS next_day,
       CASE WHEN EXISTS (SELECT 1 FROM suspension u
                          WHERE u.citizen = c.id AND u.from_day <= :on AND (u.to_day IS NULL OR u.to_day >= :on))
            THEN 1 ELSE 0 END AS is_in_break
  FROM citizen c
 WHERE c.erased_at IS NULL
   AND EXISTS (SELECT 1 FROM enrolment e WHERE e.citizen = c.id AND e.state = 'active')
   AND NOT EXISTS (SELECT 1 FROM group_member m
                    WHERE m.citizen = c.id AND m.is_drop_in = 0 AND m.from_day <= :on AND COALESCE(m.ended_day, m.to_day, 2147483647) >= :on)
   AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.citizen = c.id AND p.state = 'running')
   AND NOT EXISTS (SELECT 1 FROM hours_item i
                    WHERE i.citizen = c.id AND i.from_day <= :on AND (i.to_day IS NULL OR i.to_day >= :on))
   AND (:is_all = 1 OR c.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.search_name, c.id
 LIMIT :most;

-- name:  hours_ending -> many hours_ending_row
-- about: What of the citizens in the actor's reach ends between two days, soonest first: the holes that come.
-- takes: day first, day last, int is_all, staff_id actor, int most
-- gives: citizen_id citizen, text what, day ends_day
-- reads: each citizen
-- may:   case_read, case_work
SELECT c.id AS citizen, c.first_name, c.last_name, x.what, x.ends_day
  FROM (SELECT m.citizen, g.name AS what, COALESCE(m.ended_day, m.to_day) AS ends_day
          FROM group_member m JOIN course_group g ON g.id = m.course_group
         WHERE m.is_drop_in = 0
        UNION ALL
        SELECT p.citizen, k.name, p.to_day FROM placement p JOIN company k ON k.id = p.company WHERE p.state = 'running'
        UNION ALL
        SELECT i.citizen, i.words, i.to_day FROM hours_item i) x
       JOIN citizen c ON c.id = x.citizen
 WHERE x.ends_day >= :first AND x.ends_day <= :last AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY x.ends_day, c.search_name, c.id
 LIMIT :most;

-- name:  hours_group_name -> one hours_group_name_row
-- about: A group as its calendar is called.
-- may:   link, group_read
SELECT id, name, place FROM course_group WHERE id = :id;

-- name:  hours_group_sessions -> many hours_group_session_row
-- about: A group's sessions between two days, without anybody on it.
-- takes: day first, day last, course_group_id course_group
-- gives: text place, day slot_day, int slot_minute
-- may:   link
SELECT s.id, s.day, s.from_minute, s.to_minute, s.title, s.state, s.version, CASE WHEN s.place <> '' THEN s.place ELSE g.place END AS place,
       COALESCE(s.slot_day, s.day) AS slot_day, COALESCE(s.slot_minute, s.from_minute) AS slot_minute
  FROM group_session s JOIN course_group g ON g.id = s.course_group
 WHERE s.course_group = :course_group AND s.day >= :first AND s.day <= :last
 ORDER BY s.day, s.from_minute, s.id;

-- name:  hours_staff_name -> one hours_staff_name_row
-- about: Somebody who still works here, as her calendar is called.
-- may:   link, logged_in
SELECT id, name FROM staff WHERE id = :id AND is_active = 1;

-- name:  hours_staff_meetings -> many hours_staff_meeting_row
-- about: When and how somebody has meetings between two moments; with whom is told by the page, behind log-in.
-- takes: instant first_at, instant last_at
-- reads: nothing, because nobody is named; a meeting's number is all
-- may:   link
SELECT m.id, m.code, m.way, m.state, m.meets_at, m.minutes, m.place, m.version
  FROM meeting m
 WHERE m.staff = :staff AND m.state <> 'undone' AND m.meets_at >= :first_at AND m.meets_at <= :last_at
 ORDER BY m.meets_at, m.id;

-- name:  hours_staff_sessions -> many hours_staff_session_row
-- about: The sessions that somebody teaches or is at as a consultant, between two days.
-- takes: day first, day last
-- gives: text place, text name, course_group_id course_group, day slot_day, int slot_minute
-- may:   link
SELECT s.id, g.id AS course_group, g.name, s.day, s.from_minute, s.to_minute, s.title, s.state, s.version,
       CASE WHEN s.place <> '' THEN s.place ELSE g.place END AS place,
       COALESCE(s.slot_day, s.day) AS slot_day, COALESCE(s.slot_minute, s.from_minute) AS slot_minute
  FROM group_session s JOIN course_group g ON g.id = s.course_group
 WHERE (s.teacher = :staff OR s.consultant = :staff) AND s.day >= :first AND s.day <= :last
 ORDER BY s.day, s.from_minute, s.id;

-- name:  hours_required -> many hours_required_row
-- about: Citizens of whom hours are required on a day, for planning the weeks of all.
-- takes: day on
-- gives: citizen_id citizen
-- reads: each citizen
-- may:   system
SELECT c.id AS citizen, c.town
  FROM citizen c
 WHERE c.erased_at IS NULL
   AND (SELECT r.hours FROM hours_requirement r WHERE r.citizen = c.id AND r.from_day <= :on ORDER BY r.from_day DESC LIMIT 1) > 0
 ORDER BY c.id;

-- name:  hours_free -> many hours_free_row
-- about: The groups that run on a day, with the places that are free and that nobody waits for.
-- takes: day on
-- gives: int free_count
-- reads: nothing, because only how many is told
-- may:   system
SELECT g.id, g.name, g.capacity - (SELECT count(*) FROM group_member m
                                    WHERE m.course_group = g.id AND +m.from_day <= :on AND m.is_drop_in = 0
                                      AND COALESCE(m.ended_day, m.to_day, 2147483647) >= :on)
       - (SELECT count(*) FROM group_wait w
           WHERE w.course_group = g.id AND w.state IN ('waiting', 'offered')) AS free_count
  FROM course_group g
 WHERE g.from_day <= :on AND (g.to_day IS NULL OR g.to_day >= :on)
 ORDER BY g.id;

-- name:  hours_items_told -> many hours_item_told
-- about: A citizen's own items, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT id, citizen, kind, words, purpose, place, from_day, to_day FROM hours_item WHERE citizen = :citizen ORDER BY from_day, id;

-- name:  hours_marks_told -> many hours_mark_row
-- about: What became of a citizen's own items, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT id, item, citizen, monday_day, mark, evidence, event FROM hours_mark WHERE citizen = :citizen ORDER BY monday_day, item;

-- name:  hours_requirements_erase
-- about: Why hours were reduced goes.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE hours_requirement SET reason = '' WHERE citizen = :citizen;

-- name:  hours_items_erase
-- about: What her own items were goes; kind and days stay.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE hours_item SET words = '', purpose = '', place = '' WHERE citizen = :citizen;

-- name:  hours_marks_erase
-- about: What showed it goes.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE hours_mark SET evidence = '' WHERE citizen = :citizen;

-- name:  hours_windows_erase
-- about: When she could goes.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM hours_window WHERE citizen = :citizen;

-- name:  hours_sources_erase
-- about: Where the times with benefits were from goes.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE hours_benefit SET source = '' WHERE citizen = :citizen;

-- name:  hours_danish_erase
-- about: Where the tests were from goes.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE hours_danish SET source = '' WHERE citizen = :citizen;

-- name:  hours_edits -> many hours_edit_row
-- about: The municipality's own numbers, the newest first, also those taken back.
-- gives: text staff_name, int is_capped
-- may:   logged_in, link, system
SELECT e.id, e.count_name, e.percent, coalesce(e.cap, 0) AS cap, CASE WHEN e.cap IS NULL THEN 0 ELSE 1 END AS is_capped,
       e.from_day, e.reason, e.written_at, e.withdrawn_at, s.name AS staff_name
  FROM hours_edit e JOIN staff s ON s.id = e.staff
 ORDER BY e.from_day DESC, e.id DESC;

-- name:  hours_edit_insert -> id
-- about: A number of the municipality's own; `cap` below 0 is none.
-- takes: int cap
-- may:   scheme_write
INSERT INTO hours_edit (count_name, percent, cap, from_day, reason, staff, written_at)
VALUES (:count_name, :percent, CASE WHEN :cap < 0 THEN NULL ELSE :cap END, :from_day, :reason, :staff, :written_at)
RETURNING id;

-- name:  hours_edit_withdraw -> count
-- about: It is taken back; it stays to be read.
-- takes: staff_id actor
-- may:   scheme_write
UPDATE hours_edit SET withdrawn_at = :withdrawn_at, withdrawn_by = :actor WHERE id = :id AND withdrawn_at IS NULL;

-- name:  hours_danish_unknown -> many hours_danish_unknown_row
-- about: Citizens in the actor's reach who are enrolled and of whom nobody has written whether a Danish test is passed, by
-- about: name; with the newest module that is written.
-- takes: int is_all, staff_id actor, int most, int skip
-- gives: citizen_id citizen, int module
-- reads: each citizen
-- may:   case_read, case_work
SELECT c.id AS citizen, c.first_name, c.last_name, c.danish_level, c.benefit,
       COALESCE((SELECT max(d.module) FROM danish_step d WHERE d.citizen = c.id AND d.track = c.danish_level), 0) AS module
  FROM citizen c
 WHERE c.erased_at IS NULL
   AND EXISTS (SELECT 1 FROM enrolment e WHERE e.citizen = c.id AND e.state = 'active')
   AND NOT EXISTS (SELECT 1 FROM hours_danish h WHERE h.citizen = c.id)
   AND (:is_all = 1 OR c.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.search_name, c.id
 LIMIT :most OFFSET :skip;

-- name:  hours_danish_unknown_count -> value
-- about: How many they are.
-- takes: int is_all, staff_id actor
-- gives: int citizens
-- reads: nothing, because only how many is told
-- may:   case_read, case_work
SELECT count(*) AS citizens
  FROM citizen c
 WHERE c.erased_at IS NULL
   AND EXISTS (SELECT 1 FROM enrolment e WHERE e.citizen = c.id AND e.state = 'active')
   AND NOT EXISTS (SELECT 1 FROM hours_danish h WHERE h.citizen = c.id)
   AND (:is_all = 1 OR c.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL));
