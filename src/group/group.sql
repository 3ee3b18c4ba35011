-- name:  course_group_insert -> id
-- about: A new group that runs an activity of a scheme.
-- may:   group_write
INSERT INTO course_group (scheme, activity, name, unit, place, capacity, from_day, to_day)
VALUES (:scheme, :activity, :name, :unit, :place, :capacity, :from_day, :to_day)
RETURNING id;

-- name:  course_group_load -> one course_group_row
-- about: One group.
-- may:   group_read, group_write
SELECT g.id, g.scheme, g.activity, g.name, g.unit, g.place, g.capacity, g.from_day, g.to_day, g.version, g.responsible,
       g.for_whom, g.is_drop_in, g.school, g.certificate_percent, p.name AS responsible_name
  FROM course_group g LEFT JOIN staff p ON p.id = g.responsible
 WHERE g.id = :id;

-- name:  course_group_set_manner
-- about: What a new group takes from its scheme and from who opens it.
-- may:   group_write
UPDATE course_group SET responsible = :responsible, for_whom = :for_whom, is_drop_in = :is_drop_in WHERE id = :id;

-- name:  course_group_set -> count
-- about: What a group is called, where, for how many and for whom, who looks after it, and whether one may just come; when
-- about: nobody has changed it since `version`.
-- may:   group_write
UPDATE course_group
   SET name = :name, place = :place, capacity = :capacity, responsible = :responsible, for_whom = :for_whom,
       is_drop_in = :is_drop_in, school = :school, certificate_percent = :certificate_percent, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  course_group_all -> many course_group_listed
-- about: Groups with those who are on them on a day, running ones first, then by name.
-- gives: int member_count
-- takes: day on, int most, int skip
-- reads: nothing, because only how many is told
-- may:   group_read, group_write
SELECT g.id, g.scheme, g.activity, g.name, g.unit, u.name AS unit_name, g.place, g.capacity, g.from_day, g.to_day,
       (SELECT count(*) FROM group_member m
         WHERE m.course_group = g.id AND +m.from_day <= :on AND m.is_drop_in = 0
           AND (coalesce(m.ended_day, m.to_day) IS NULL OR coalesce(m.ended_day, m.to_day) >= :on)) AS member_count
  FROM course_group g JOIN unit u ON u.id = g.unit
 ORDER BY CASE WHEN g.to_day IS NOT NULL AND g.to_day < :on THEN 1 ELSE 0 END, g.name, g.id
 LIMIT :most OFFSET :skip;

-- name:  course_group_count -> value
-- about: How many groups there are.
-- gives: int groups
-- may:   group_read, group_write
SELECT count(*) AS groups FROM course_group;

-- name:  group_today_of -> many group_day_row
-- about: What meets on a day in the units where a person has a role: one row a group, first to last minute, whether
-- about: attendance is taken, whether anybody is on it that day, and whether the person is planned to be there. Those that
-- about: wait come first; `group_count` is how many meet, also when only the first `most` are asked for.
-- takes: day on, staff_id staff, int most
-- gives: course_group_id course_group, text name, text place, int from_minute, int to_minute, int held_count, int group_count, flag is_anybody, flag is_rostered
-- reads: nothing, because only whether there is anybody is told
-- may:   group_read, group_write
SELECT q.course_group, q.name, q.place, q.from_minute, q.to_minute, q.held_count, q.group_count,
       CASE WHEN EXISTS (SELECT 1 FROM group_member m
                          WHERE m.course_group = q.course_group AND +m.from_day <= :on
                            AND coalesce(m.ended_day, m.to_day, 2147483647) >= :on)
            THEN 1 ELSE 0 END AS is_anybody,
       CASE WHEN EXISTS (SELECT 1 FROM group_presence p
                          WHERE p.course_group = q.course_group AND p.day = :on AND p.staff = :staff)
            THEN 1 ELSE 0 END AS is_rostered
  FROM (SELECT g.id AS course_group, g.name, g.place, d.from_minute, d.to_minute, d.held_count, count(*) OVER () AS group_count
          FROM (SELECT s.course_group, min(s.from_minute) AS from_minute, max(s.to_minute) AS to_minute,
                       sum(CASE WHEN s.state = 'held' THEN 1 ELSE 0 END) AS held_count
                  FROM group_session s
                 WHERE s.day = :on AND s.state <> 'cancelled'
                 GROUP BY s.course_group) d JOIN course_group g ON g.id = d.course_group
         WHERE g.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :staff)
         ORDER BY CASE WHEN d.held_count = 0 THEN 0 ELSE 1 END, d.from_minute, g.name
         LIMIT :most) q
 ORDER BY CASE WHEN q.held_count = 0 THEN 0 ELSE 1 END, q.from_minute, q.name;

-- name:  group_slots -> many group_slot_row
-- about: The week's timetable.
-- may:   group_read, group_write
SELECT id, course_group, weekday, from_minute, to_minute, title, is_language
  FROM group_slot
 WHERE course_group = :course_group
 ORDER BY weekday, from_minute, id;

-- name:  group_slot_insert -> id
-- about: One slot of the week.
-- may:   group_write
INSERT INTO group_slot (course_group, weekday, from_minute, to_minute, title, is_language)
VALUES (:course_group, :weekday, :from_minute, :to_minute, :title, :is_language)
RETURNING id;

-- name:  group_slots_delete
-- about: All slots, before the edited week is written.
-- may:   group_write
DELETE FROM group_slot WHERE course_group = :course_group;

-- name:  group_touch -> count
-- about: The week was edited, when nobody has changed the group since `version`.
-- may:   group_write
UPDATE course_group SET version = version + 1 WHERE id = :id AND version = :version;

-- name:  group_member_insert -> id
-- about: A citizen on a group for a window of her own.
-- reads: citizen = :citizen
-- may:   group_write, case_write
INSERT INTO group_member (course_group, citizen, from_day, to_day)
VALUES (:course_group, :citizen, :from_day, :to_day)
RETURNING id;

-- name:  group_member_set_events -> count
-- about: The journal's events of a membership, to be moved when its days are.
-- reads: citizen = :citizen
-- may:   group_write, case_write
UPDATE group_member SET started_event = :started_event, ended_event = :ended_event
 WHERE id = :id AND citizen = :citizen;

-- name:  group_member_load -> one group_member_row
-- about: One membership.
-- reads: citizen found
-- may:   group_read, group_write, case_read
SELECT m.id, m.course_group, m.citizen, m.from_day, m.to_day, m.ended_day, m.end_reason, m.started_event,
       m.ended_event, m.version, m.is_drop_in, c.first_name, c.last_name
  FROM group_member m JOIN citizen c ON c.id = m.citizen
 WHERE m.id = :id;

-- name:  group_member_running -> value
-- about: The membership of a citizen on a group that has not ended on a day; n = 0 when there is none.
-- takes: day on
-- reads: citizen = :citizen
-- may:   group_read, group_write, case_write
SELECT id FROM group_member
 WHERE course_group = :course_group AND citizen = :citizen AND is_drop_in = 0
   AND (coalesce(ended_day, to_day) IS NULL OR coalesce(ended_day, to_day) >= :on)
 ORDER BY id LIMIT 1;

-- name:  group_member_end -> count
-- about: The last day and why, when nobody has changed the membership since `version`.
-- reads: citizen = :citizen
-- may:   group_write, case_write
UPDATE group_member
   SET ended_day = :ended_day, end_reason = :end_reason, ended_event = :ended_event, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  group_members -> many group_member_row
-- about: Who is on a group, and who was until some days before, running ones first, by name.
-- takes: day on, day since
-- reads: each citizen
-- may:   group_read, group_write
SELECT m.id, m.course_group, m.citizen, m.from_day, m.to_day, m.ended_day, m.end_reason, m.started_event,
       m.ended_event, m.version, m.is_drop_in, c.first_name, c.last_name
  FROM group_member m JOIN citizen c ON c.id = m.citizen
 WHERE m.course_group = :course_group AND coalesce(m.ended_day, m.to_day, 2147483647) >= :since AND m.is_drop_in = 0
 ORDER BY CASE WHEN coalesce(m.ended_day, m.to_day) < :on THEN 1 ELSE 0 END, c.first_name, c.last_name, m.id;

-- name:  group_members_former -> many group_member_row
-- about: Who was on a group before a day, a page at a time, the last one first.
-- takes: day on, int most, int skip
-- reads: each citizen
-- may:   group_read, group_write
SELECT m.id, m.course_group, m.citizen, m.from_day, m.to_day, m.ended_day, m.end_reason, m.started_event,
       m.ended_event, m.version, m.is_drop_in, c.first_name, c.last_name
  FROM group_member m JOIN citizen c ON c.id = m.citizen
 WHERE m.course_group = :course_group AND coalesce(m.ended_day, m.to_day, 2147483647) < :on AND m.is_drop_in = 0
 ORDER BY coalesce(m.ended_day, m.to_day, 2147483647) DESC, m.id DESC
 LIMIT :most OFFSET :skip;

-- name:  group_former_count -> value
-- about: How many they are.
-- takes: day on
-- gives: int members
-- reads: nothing, because only how many is told
-- may:   group_read, group_write
SELECT count(*) AS members FROM group_member
 WHERE course_group = :course_group AND coalesce(ended_day, to_day, 2147483647) < :on AND is_drop_in = 0;

-- name:  group_members_on -> many group_member_row
-- about: Those who are on a group on a day, by name.
-- takes: day on
-- reads: each citizen
-- may:   group_read, group_write
SELECT m.id, m.course_group, m.citizen, m.from_day, m.to_day, m.ended_day, m.end_reason, m.started_event,
       m.ended_event, m.version, m.is_drop_in, c.first_name, c.last_name
  FROM group_member m JOIN citizen c ON c.id = m.citizen
 WHERE m.course_group = :course_group AND m.from_day <= :on
   AND (coalesce(m.ended_day, m.to_day) IS NULL OR coalesce(m.ended_day, m.to_day) >= :on)
 ORDER BY c.first_name, c.last_name, m.id;

-- name:  group_places_taken -> one group_places_taken_row
-- about: How many are on a group on a day, and how many places are kept for others than a citizen until they answer.
-- takes: course_group_id course_group, day on, citizen_id citizen
-- gives: int member_count, int offered_count
-- reads: nothing, because only how many is told
-- may:   group_read, group_write, case_write
SELECT (SELECT count(*) FROM group_member m
         WHERE m.course_group = :course_group AND m.from_day <= :on AND m.is_drop_in = 0
           AND (coalesce(m.ended_day, m.to_day) IS NULL OR coalesce(m.ended_day, m.to_day) >= :on)) AS member_count,
       (SELECT count(*) FROM group_wait w
         WHERE w.course_group = :course_group AND w.state = 'offered' AND w.citizen <> :citizen) AS offered_count;

-- name:  group_of_citizen -> many group_of_citizen_row
-- about: The groups a citizen is or was on, newest first.
-- reads: citizen = :citizen
-- may:   case_read, case_work, group_read, group_write, placement_read
SELECT m.id, m.course_group, m.citizen, m.from_day, m.to_day, m.ended_day, m.end_reason, g.name, g.scheme, g.activity,
       g.place
  FROM group_member m JOIN course_group g ON g.id = m.course_group
 WHERE m.citizen = :citizen
 ORDER BY m.from_day DESC, m.id DESC;

-- name:  group_top_up -> many group_candidate
-- about: Who may come on a group (003:137-141): enrolled in its scheme, never on a group of the same activity and not
-- about: waiting for one; new arrivals, and to fill up those not yet placed on the ladder; in the actor's reach, longest housed first.
-- takes: int is_all, staff_id actor, instant new_since, int most
-- reads: each citizen
-- may:   group_write
SELECT c.id AS citizen, c.first_name, c.last_name, c.town, c.language, c.housed_at
  FROM citizen c
 WHERE c.erased_at IS NULL
   AND EXISTS (SELECT 1 FROM enrolment e WHERE e.citizen = c.id AND e.scheme = :scheme AND e.state = 'active')
   AND (c.housed_at >= :new_since OR NOT EXISTS (SELECT 1 FROM ladder_placement l WHERE l.citizen = c.id))
   AND NOT EXISTS (SELECT 1 FROM group_member m JOIN course_group g ON g.id = m.course_group
                    WHERE m.citizen = c.id AND g.activity = :activity AND m.is_drop_in = 0)
   AND NOT EXISTS (SELECT 1 FROM group_wait w JOIN course_group g ON g.id = w.course_group
                    WHERE w.citizen = c.id AND g.activity = :activity AND w.state IN ('waiting', 'offered'))
   AND (:is_all = 1 OR c.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY coalesce(c.housed_at, c.created_at), c.id
 LIMIT :most;

-- name:  group_session_insert -> id
-- about: A planned session; n = 0 when the group already meets at that time, or met then until that session was moved.
-- may:   group_write
INSERT INTO group_session (course_group, day, from_minute, to_minute, title, is_language)
SELECT CAST(:course_group AS BIGINT), CAST(:day AS BIGINT), CAST(:from_minute AS BIGINT), CAST(:to_minute AS BIGINT),
       CAST(:title AS TEXT), CAST(:is_language AS BIGINT)
 WHERE NOT EXISTS (SELECT 1 FROM group_session m
                    WHERE m.course_group = :course_group AND m.slot_day = :day AND m.slot_minute = :from_minute)
ON CONFLICT (course_group, day, from_minute) DO NOTHING
RETURNING id;

-- name:  group_session_load -> one group_session_row
-- about: One session.
-- may:   group_read, group_write
SELECT s.id, s.course_group, s.day, s.from_minute, s.to_minute, s.title, s.is_language, s.state, s.consultant,
       s.company, s.version, p.name AS consultant_name, o.name AS company_name, s.place, s.teacher, t.name AS teacher_name,
       s.reason, s.event, s.cancel_event, s.slot_day, s.slot_minute, s.part, s.is_talk_held, s.incomplete_event
  FROM group_session s LEFT JOIN staff p ON p.id = s.consultant LEFT JOIN company o ON o.id = s.company
       LEFT JOIN staff t ON t.id = s.teacher
 WHERE s.id = :id;

-- name:  group_sessions -> many group_session_row
-- about: A group's sessions from one day to another.
-- takes: day first, day last
-- may:   group_read, group_write
SELECT s.id, s.course_group, s.day, s.from_minute, s.to_minute, s.title, s.is_language, s.state, s.consultant,
       s.company, s.version, p.name AS consultant_name, o.name AS company_name, s.place, s.teacher, t.name AS teacher_name,
       s.reason, s.event, s.cancel_event, s.slot_day, s.slot_minute, s.part, s.is_talk_held, s.incomplete_event
  FROM group_session s LEFT JOIN staff p ON p.id = s.consultant LEFT JOIN company o ON o.id = s.company
       LEFT JOIN staff t ON t.id = s.teacher
 WHERE s.course_group = :course_group AND s.day >= :first AND s.day <= :last AND s.state <> 'cancelled'
 ORDER BY s.day, s.from_minute, s.id;

-- name:  group_sessions_all -> many group_session_row
-- about: The same, with those that are called off.
-- takes: day first, day last
-- may:   group_read, group_write
SELECT s.id, s.course_group, s.day, s.from_minute, s.to_minute, s.title, s.is_language, s.state, s.consultant,
       s.company, s.version, p.name AS consultant_name, o.name AS company_name, s.place, s.teacher, t.name AS teacher_name,
       s.reason, s.event, s.cancel_event, s.slot_day, s.slot_minute, s.part, s.is_talk_held, s.incomplete_event
  FROM group_session s LEFT JOIN staff p ON p.id = s.consultant LEFT JOIN company o ON o.id = s.company
       LEFT JOIN staff t ON t.id = s.teacher
 WHERE s.course_group = :course_group AND s.day >= :first AND s.day <= :last
 ORDER BY s.day, s.from_minute, s.id;

-- name:  group_session_at -> value
-- about: The session of a group at a time; called off or not, since there is room for one.
-- gives: group_session_id session
-- may:   group_write
SELECT id AS session FROM group_session
 WHERE course_group = :course_group AND day = :day AND from_minute = :from_minute;

-- name:  group_session_of_part -> one group_session_row
-- about: The session of a group that is a part of the scheme's own sessions, unless it is called off.
-- may:   group_read, group_write
SELECT s.id, s.course_group, s.day, s.from_minute, s.to_minute, s.title, s.is_language, s.state, s.consultant,
       s.company, s.version, p.name AS consultant_name, o.name AS company_name, s.place, s.teacher, t.name AS teacher_name,
       s.reason, s.event, s.cancel_event, s.slot_day, s.slot_minute, s.part, s.is_talk_held, s.incomplete_event
  FROM group_session s LEFT JOIN staff p ON p.id = s.consultant LEFT JOIN company o ON o.id = s.company
       LEFT JOIN staff t ON t.id = s.teacher
 WHERE s.course_group = :course_group AND s.part = :part AND s.state <> 'cancelled';

-- name:  group_session_set_part
-- about: It is this part of the scheme's own sessions.
-- may:   group_write
UPDATE group_session SET part = :part WHERE id = :id;

-- name:  group_session_set_event
-- about: The journal's event that planned it.
-- may:   group_write
UPDATE group_session SET event = :event WHERE id = :id;

-- name:  group_session_move -> count
-- about: Another time, place or teacher, when nobody has changed the session since `version`.
-- may:   group_write
UPDATE group_session
   SET slot_day = COALESCE(slot_day, day), slot_minute = COALESCE(slot_minute, from_minute), day = :day,
       from_minute = :from_minute, to_minute = :to_minute, title = :title, place = :place, teacher = :teacher,
       event = :event, version = version + 1
 WHERE id = :id AND version = :version AND state = 'planned';

-- name:  group_session_cancel -> count
-- about: It is called off, with why, when nobody has changed it since `version`.
-- may:   group_write
UPDATE group_session SET state = 'cancelled', reason = :reason, cancel_event = :cancel_event, version = version + 1
 WHERE id = :id AND version = :version AND state = 'planned';

-- name:  group_session_restore -> count
-- about: It takes place after all.
-- may:   group_write
UPDATE group_session SET state = 'planned', reason = '', cancel_event = 0, version = version + 1
 WHERE id = :id AND state = 'cancelled';

-- name:  group_session_marks -> value
-- about: How many marks of attendance a session has.
-- gives: int how_many
-- reads: nothing, because only a number is told
-- may:   group_write
SELECT count(*) AS how_many FROM attendance WHERE session = :session;

-- name:  group_next_day -> value
-- about: The first day on or after another on which a group meets.
-- takes: day on
-- gives: day next_day
-- may:   group_read, group_write
SELECT min(day) AS next_day FROM group_session
 WHERE course_group = :course_group AND day >= :on AND state <> 'cancelled';

-- name:  group_session_set_held -> count
-- about: Attendance was taken, when nobody has changed the session since `version`.
-- may:   group_write
UPDATE group_session SET state = 'held', version = version + 1 WHERE id = :id AND version = :version;

-- name:  group_session_set_talk
-- about: Whether its talk was held, and the event that says that it was not (0: none).
-- may:   group_write
UPDATE group_session SET is_talk_held = :is_talk_held, incomplete_event = :incomplete_event WHERE id = :id;

-- name:  group_sessions_incomplete -> many group_session_row
-- about: A group's sessions whose talk was not held, the latest first.
-- takes: day since, int most
-- may:   group_read, group_write
SELECT s.id, s.course_group, s.day, s.from_minute, s.to_minute, s.title, s.is_language, s.state, s.consultant,
       s.company, s.version, p.name AS consultant_name, o.name AS company_name, s.place, s.teacher, t.name AS teacher_name,
       s.reason, s.event, s.cancel_event, s.slot_day, s.slot_minute, s.part, s.is_talk_held, s.incomplete_event
  FROM group_session s LEFT JOIN staff p ON p.id = s.consultant LEFT JOIN company o ON o.id = s.company
       LEFT JOIN staff t ON t.id = s.teacher
 WHERE s.course_group = :course_group AND s.day >= :since AND s.incomplete_event <> 0
 ORDER BY s.day DESC, s.from_minute DESC
 LIMIT :most;

-- name:  group_session_set_consultant -> count
-- about: Which consultant was at the teaching site.
-- may:   group_write
UPDATE group_session SET consultant = :consultant WHERE id = :id;

-- name:  group_presence_of_group -> many group_presence_row
-- about: Who is planned at a group's place, by day.
-- takes: day first, day last
-- may:   group_read, group_write
SELECT p.id, p.course_group, p.day, p.staff, p.event, s.name AS staff_name
  FROM group_presence p JOIN staff s ON s.id = p.staff
 WHERE p.course_group = :course_group AND p.day >= :first AND p.day <= :last
 ORDER BY p.day;

-- name:  group_presence_mine -> many group_presence_mine
-- about: Where somebody is planned from a day on, on days when the group still meets.
-- takes: day since, int most
-- may:   group_read, group_write
SELECT p.day, p.course_group, g.name, g.place
  FROM group_presence p JOIN course_group g ON g.id = p.course_group
 WHERE p.staff = :staff AND p.day >= :since
   AND EXISTS (SELECT 1 FROM group_session s
                WHERE s.course_group = p.course_group AND s.day = p.day AND s.state <> 'cancelled')
 ORDER BY p.day, g.name
 LIMIT :most;

-- name:  group_presence_insert -> id
-- about: Somebody is planned for a day on which nobody was.
-- may:   group_write
INSERT INTO group_presence (course_group, day, staff, event) VALUES (:course_group, :day, :staff, :event)
RETURNING id;

-- name:  group_presence_set_staff
-- about: Somebody else is planned for the day.
-- may:   group_write
UPDATE group_presence SET staff = :staff WHERE id = :id;

-- name:  group_presence_delete
-- about: Nobody is planned for the day any more.
-- may:   group_write
DELETE FROM group_presence WHERE id = :id;

-- name:  group_session_set_company -> count
-- about: The company that is visited in a session, with the title shown.
-- may:   group_write
UPDATE group_session SET company = :company, title = :title, version = version + 1 WHERE id = :id;

-- name:  group_companies -> many group_company
-- about: Companies that can be visited, by name.
-- takes: int most
-- may:   group_read, group_write
SELECT id, name FROM company ORDER BY name, id LIMIT :most;

-- name:  group_member_drop_in -> id
-- about: A citizen who came on one day without being on the group.
-- takes: day on
-- reads: citizen = :citizen
-- may:   group_write
INSERT INTO group_member (course_group, citizen, from_day, to_day, is_drop_in)
VALUES (:course_group, :citizen, :on, :on, 1)
RETURNING id;

-- name:  group_member_on_day -> value
-- about: The membership of a citizen that covers a day, or her coming on that day; n = 0 for none.
-- takes: day on
-- reads: citizen = :citizen
-- may:   group_write
SELECT id FROM group_member
 WHERE course_group = :course_group AND citizen = :citizen AND from_day <= :on
   AND coalesce(ended_day, to_day, 2147483647) >= :on
 ORDER BY is_drop_in, id LIMIT 1;

-- name:  group_member_drop_out -> count
-- about: Somebody who just came did not after all.
-- reads: citizen = :citizen
-- may:   group_write
DELETE FROM group_member WHERE id = :id AND citizen = :citizen AND is_drop_in = 1;

-- name:  attendance_drop_out
-- about: And is not marked.
-- reads: citizen = :citizen
-- may:   group_write
DELETE FROM attendance WHERE member = :member AND citizen = :citizen;

-- name:  attendance_said_drop_out
-- about: Nor has a school said anything of it.
-- reads: citizen = :citizen
-- may:   group_write
DELETE FROM attendance_said
 WHERE citizen = :citizen AND attendance IN (SELECT a.id FROM attendance a WHERE a.member = :member);

-- name:  attendance_said_put
-- about: What a school says of a member on a day on which she has a mark here.
-- takes: day on, group_member_id member
-- reads: citizen = :citizen
-- may:   group_write
INSERT INTO attendance_said (attendance, citizen, school, mark, file, line, is_used, said_at, said_by)
SELECT a.id, a.citizen, CAST(:school AS TEXT), CAST(:mark AS TEXT), CAST(:file AS TEXT), CAST(:line AS BIGINT),
       CAST(:is_used AS BIGINT), CAST(:said_at AS BIGINT), CAST(:said_by AS BIGINT)
  FROM attendance a JOIN group_session s ON s.id = a.session
 WHERE a.member = :member AND a.citizen = :citizen AND s.day = :on
ON CONFLICT (attendance) DO UPDATE
   SET school = excluded.school, mark = excluded.mark, file = excluded.file, line = excluded.line,
       is_used = excluded.is_used, said_at = excluded.said_at, said_by = excluded.said_by;

-- name:  attendance_said_on -> many attendance_said_line
-- about: What a school has said of a group's day.
-- takes: day on
-- reads: each citizen
-- may:   group_read, group_write
SELECT a.citizen, a.member, d.school, d.mark, d.file, d.line, d.is_used, d.said_at
  FROM attendance_said d JOIN attendance a ON a.id = d.attendance JOIN group_session s ON s.id = a.session
 WHERE s.course_group = :course_group AND s.day = :on
 ORDER BY a.member, d.id;

-- name:  attendance_said_told -> many attendance_said_told_row
-- about: What schools have said of a citizen's attendance, for her own request.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT s.day, d.school, d.mark, d.said_at
  FROM attendance_said d JOIN attendance a ON a.id = d.attendance JOIN group_session s ON s.id = a.session
 WHERE d.citizen = :citizen
 ORDER BY s.day, d.id;

-- name:  attendance_said_erase
-- about: It goes with the citizen.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM attendance_said WHERE citizen = :citizen;

-- name:  group_schools -> many group_school
-- about: The schools that keep attendance of groups in the actor's units, or of all.
-- takes: int is_all, staff_id actor
-- may:   group_write
SELECT DISTINCT g.school FROM course_group g
 WHERE g.school <> '' AND (:is_all = 1 OR g.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor))
 ORDER BY g.school;

-- name:  school_members -> many school_member
-- about: Who was on a school's groups between two days. The personal number is compared with a file's and never shown.
-- takes: day first, day last, int is_all, staff_id actor
-- gives: text group_name, day last_day
-- reads: each citizen
-- may:   group_write
SELECT m.id, m.citizen, m.course_group, g.name AS group_name, m.from_day,
       coalesce(m.ended_day, m.to_day, 2147483647) AS last_day, c.cpr, c.search_name, c.born_day, c.first_name, c.last_name
  FROM course_group g JOIN group_member m ON m.course_group = g.id JOIN citizen c ON c.id = m.citizen
 WHERE g.school = :school AND m.from_day <= :last AND coalesce(m.ended_day, m.to_day, 2147483647) >= :first
   AND (:is_all = 1 OR g.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor))
 ORDER BY c.search_name, m.id;

-- name:  school_days -> many school_day
-- about: The days between two on which a school's groups meet.
-- takes: day first, day last
-- may:   group_write
SELECT DISTINCT s.course_group, s.day
  FROM course_group g JOIN group_session s ON s.course_group = g.id
 WHERE g.school = :school AND s.day >= :first AND s.day <= :last AND s.state <> 'cancelled'
 ORDER BY s.course_group, s.day;

-- name:  school_marks -> many school_mark
-- about: The marks of a school's groups between two days, and what the school has said of each before.
-- takes: day first, day last, int is_all, staff_id actor
-- gives: text said_mark, flag is_said_used
-- reads: each citizen
-- may:   group_write
SELECT a.citizen, a.member, s.day, a.mark, a.note, coalesce(d.mark, '') AS said_mark, coalesce(d.is_used, 0) AS is_said_used
  FROM course_group g JOIN group_session s ON s.course_group = g.id JOIN attendance a ON a.session = s.id
       LEFT JOIN attendance_said d ON d.attendance = a.id
 WHERE g.school = :school AND s.day >= :first AND s.day <= :last
   AND (:is_all = 1 OR g.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor))
 ORDER BY a.member, s.day, s.from_minute, s.id;

-- name:  group_member_set_in_spite
-- about: Why somebody is on a group in spite of a warning: it is for others, or others wait.
-- reads: citizen = :citizen
-- may:   group_write, case_write
UPDATE group_member SET in_spite = :in_spite WHERE id = :id AND citizen = :citizen;

-- name:  group_member_erase
-- about: The words about why go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE group_member SET in_spite = '' WHERE citizen = :citizen;

-- name:  group_wait_insert -> id
-- about: A citizen waits for a place on a group; n = 0 when she does already.
-- reads: citizen = :citizen
-- may:   group_write
INSERT INTO group_wait (course_group, citizen, asked_at, asked_by)
VALUES (:course_group, :citizen, :asked_at, :asked_by)
ON CONFLICT (course_group, citizen) WHERE state IN ('waiting', 'offered') DO NOTHING
RETURNING id;

-- name:  group_wait_load -> one group_wait_row
-- about: One who waits, or waited.
-- reads: citizen found
-- may:   group_write
SELECT id, course_group, citizen, state, asked_at, reason, event FROM group_wait WHERE id = :id;

-- name:  group_wait_open -> one group_wait_row
-- about: The place of a citizen on the waiting list of a group, when she is on it.
-- reads: citizen = :citizen
-- may:   group_write, case_write
SELECT id, course_group, citizen, state, asked_at, reason, event FROM group_wait
 WHERE course_group = :course_group AND citizen = :citizen AND state IN ('waiting', 'offered');

-- name:  group_wait_of_group -> many group_wait_line
-- about: Who waits for a place on a group, as they were written up, and since when.
-- reads: each citizen
-- may:   group_read, group_write
SELECT w.id, w.citizen, w.state, w.asked_at, w.offered_at, w.reason, c.first_name, c.last_name
  FROM group_wait w JOIN citizen c ON c.id = w.citizen
 WHERE w.course_group = :course_group AND w.state IN ('waiting', 'offered')
 ORDER BY w.asked_at, w.id;

-- name:  group_waited_longer -> value
-- about: How many wait for a place on a group and were written up before a citizen, or while she is not written up; 0 when
-- about: the place is offered to her.
-- gives: int before
-- reads: nothing, because only how many is told
-- may:   group_read, group_write, case_write
SELECT count(*) AS before
  FROM group_wait w
 WHERE w.course_group = :course_group AND w.state = 'waiting' AND w.citizen <> :citizen
   AND NOT EXISTS (SELECT 1 FROM group_wait own
                    WHERE own.course_group = w.course_group AND own.citizen = :citizen
                      AND (own.state = 'offered'
                           OR (own.state = 'waiting'
                               AND (own.asked_at < w.asked_at OR (own.asked_at = w.asked_at AND own.id < w.id)))));

-- name:  group_wait_counts -> one group_wait_count
-- about: How many wait for a place on a group, and how many places are offered to somebody.
-- gives: int waiting_count, int offered_count
-- reads: nothing, because only how many is told
-- may:   group_read, group_write
SELECT coalesce(sum(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END), 0) AS waiting_count,
       coalesce(sum(CASE WHEN state = 'offered' THEN 1 ELSE 0 END), 0) AS offered_count
  FROM group_wait WHERE course_group = :course_group;

-- name:  group_wait_set -> count
-- about: A place is offered, taken, declined, or she is taken off; when she still is as she was.
-- takes: text was
-- reads: citizen = :citizen
-- may:   group_write, case_write
UPDATE group_wait SET state = :state, offered_at = :offered_at, ended_at = :ended_at, reason = :reason, event = :event
 WHERE id = :id AND citizen = :citizen AND state = :was;

-- name:  group_wait_set_event
-- about: The journal's event that says what she does on the list.
-- reads: citizen = :citizen
-- may:   group_write, case_write
UPDATE group_wait SET event = :event WHERE id = :id AND citizen = :citizen;

-- name:  group_wait_of_citizen -> many group_wait_of_citizen_row
-- about: The waiting lists a citizen is or was on, newest first.
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_erase, group_read, group_write
SELECT w.citizen, w.course_group, w.state, w.asked_at, w.offered_at, w.ended_at, w.reason, g.name
  FROM group_wait w JOIN course_group g ON g.id = w.course_group
 WHERE w.citizen = :citizen
 ORDER BY w.asked_at DESC, w.id DESC;

-- name:  group_wait_erase
-- about: An erased citizen waits nowhere, and the words go.
-- takes: instant now
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE group_wait
   SET reason = '', ended_at = coalesce(ended_at, :now), state = CASE WHEN state IN ('waiting', 'offered') THEN 'left' ELSE state END
 WHERE citizen = :citizen;

-- name:  group_stays -> many group_stay_row
-- about: The days of those who are on a group on a day or later, and of nobody who.
-- takes: day on
-- gives: day last_day
-- reads: nothing, because only days are told
-- may:   system
SELECT m.from_day, coalesce(m.ended_day, m.to_day) AS last_day
  FROM group_member m
 WHERE m.course_group = :course_group AND m.is_drop_in = 0 AND coalesce(m.ended_day, m.to_day, 2147483647) >= :on
 ORDER BY m.id;

-- name:  group_place_insert -> id
-- about: A place that is to be offered.
-- may:   system
INSERT INTO group_place (course_group, free_day, told_day) VALUES (:course_group, :free_day, :told_day)
RETURNING id;

-- name:  group_place_set_event
-- about: The journal's event that tells of it.
-- may:   system
UPDATE group_place SET event = :event WHERE id = :id;

-- name:  group_place_move
-- about: It is free from another day on.
-- may:   system
UPDATE group_place SET free_day = :free_day, told_day = :told_day WHERE id = :id;

-- name:  group_place_close
-- about: It is offered or taken, or there is nobody or nothing to offer any more.
-- may:   system
UPDATE group_place SET taken_at = :taken_at, outcome = :outcome, taken_event = :taken_event WHERE id = :id;

-- name:  group_place_reopen
-- about: The offer was taken back.
-- may:   system
UPDATE group_place SET taken_at = NULL, outcome = '', taken_event = 0 WHERE id = :id;

-- name:  group_places_open -> many group_place_row
-- about: The places of a group that are to be offered, soonest first.
-- may:   system
SELECT id, free_day, told_day, event, taken_event FROM group_place
 WHERE course_group = :course_group AND taken_at IS NULL
 ORDER BY free_day, id;

-- name:  group_place_last_taken -> one group_place_row
-- about: The place that was offered last.
-- may:   system
SELECT id, free_day, told_day, event, taken_event FROM group_place
 WHERE course_group = :course_group AND outcome = 'taken' AND taken_event <> 0
 ORDER BY taken_at DESC, id DESC LIMIT 1;

-- name:  course_group_places_told
-- about: The places of the group follow its list from now on.
-- may:   system, group_write
UPDATE course_group SET is_places_told = 1 WHERE id = :id AND is_places_told = 0;

-- name:  course_groups_untold -> many course_group_untold_row
-- about: Groups from before places were told of.
-- takes: int most
-- may:   system
SELECT g.id, g.scheme FROM course_group g WHERE g.is_places_told = 0 ORDER BY g.id LIMIT :most;

-- name:  attendance_insert -> id
-- about: A mark for a day.
-- reads: citizen = :citizen
-- may:   group_write
INSERT INTO attendance (session, member, citizen, mark, note, set_at, set_by)
VALUES (:session, :member, :citizen, :mark, :note, :set_at, :set_by)
RETURNING id;

-- name:  attendance_update -> count
-- about: Another mark or note, and the event that now says so.
-- reads: citizen = :citizen
-- may:   group_write
UPDATE attendance SET mark = :mark, note = :note, away_minutes = :away_minutes, event = :event, set_at = :set_at, set_by = :set_by
 WHERE id = :id AND citizen = :citizen;

-- name:  attendance_load -> one attendance_row
-- about: The mark of a member in a session.
-- reads: citizen found
-- may:   group_read, group_write
SELECT id, session, member, citizen, mark, note, away_minutes, event FROM attendance WHERE session = :session AND member = :member;

-- name:  attendance_of_session -> many attendance_row
-- about: All marks of a session.
-- reads: each citizen
-- may:   group_read, group_write
SELECT id, session, member, citizen, mark, note, away_minutes, event FROM attendance WHERE session = :session ORDER BY member;

-- name:  attendance_before -> many attendance_past
-- about: The last five marks of each member between two days, oldest first.
-- takes: day since, day before, course_group_id course_group
-- reads: each citizen
-- may:   group_read, group_write
SELECT citizen, member, mark, day
  FROM (SELECT a.citizen, a.member, a.mark, s.day,
               row_number() OVER (PARTITION BY a.member ORDER BY s.day DESC, s.id DESC) AS place
          FROM attendance a JOIN group_session s ON s.id = a.session
         WHERE s.course_group = :course_group AND s.day >= :since AND s.day < :before) AS recent
 WHERE place <= 5
 ORDER BY member, day;

-- name:  attendance_of_citizen -> many attendance_of_citizen_row
-- about: A citizen's marks since a day, newest first.
-- takes: day since
-- reads: citizen = :citizen
-- may:   case_read, case_work, group_read, group_write
SELECT a.citizen, a.mark, a.note, s.day, g.name
  FROM attendance a JOIN group_session s ON s.id = a.session JOIN course_group g ON g.id = s.course_group
 WHERE a.citizen = :citizen AND s.day >= :since
 ORDER BY s.day DESC, s.id DESC;

-- name:  group_participation -> many group_participation_row
-- about: How many days with a mark each membership of a group has, or one of them (none: all), and how many hundredths of
-- about: a day she was there: of a day she was away from a part of, the rest. What was called off does not count.
-- takes: course_group_id course_group, group_member_id member
-- gives: int day_count, int present_hundredths
-- reads: each citizen
-- may:   group_read, group_write, document_write, letter_approve, sanction_write, sanction_decide
SELECT d.citizen, d.member, count(*) AS day_count,
       (CAST(sum(CASE WHEN d.mark = 'attended' THEN 1000000
                      WHEN d.away_minutes > 0 AND d.away_minutes < d.minutes
                           THEN 1000000 * (d.minutes - d.away_minutes) / d.minutes
                      ELSE 0 END) AS BIGINT) + 5000) / 10000 AS present_hundredths
  FROM (SELECT a.citizen, a.member, a.mark, a.away_minutes,
               CAST((SELECT sum(o.to_minute - o.from_minute) FROM group_session o
                      WHERE o.course_group = s.course_group AND o.day = s.day AND o.state <> 'cancelled') AS BIGINT) AS minutes
          FROM group_member m JOIN attendance a ON a.member = m.id JOIN group_session s ON s.id = a.session
         WHERE m.course_group = :course_group AND m.is_drop_in = 0 AND (COALESCE(:member, 0) = 0 OR m.id = :member)
           AND s.state <> 'cancelled') AS d
 GROUP BY d.citizen, d.member
 ORDER BY d.member;

-- name:  group_certificates -> many group_certificate_row
-- about: The newest document of a template that holds, for each who is on a group or was until some days before.
-- takes: course_group_id course_group, day since
-- reads: each citizen
-- may:   group_write
SELECT m.id AS member, d.citizen, d.id AS document, d.handed_over_at
  FROM group_member m JOIN document d ON d.citizen = m.citizen
 WHERE m.course_group = :course_group AND coalesce(m.ended_day, m.to_day, 2147483647) >= :since AND d.scheme = :scheme AND d.code = :code AND d.state <> 'outdated'
   AND NOT EXISTS (SELECT 1 FROM document n
                    WHERE n.citizen = d.citizen AND n.scheme = d.scheme AND n.code = d.code AND n.number > d.number
                      AND n.state <> 'outdated')
 ORDER BY m.id;

-- name:  competence_of_citizen -> many competence_row
-- about: What a citizen can, as mapped, in the order written.
-- reads: citizen = :citizen
-- may:   case_read, case_work, group_read, group_write, placement_read
SELECT id, citizen, kind, words, years, place FROM competence WHERE citizen = :citizen ORDER BY kind, place, id;

-- name:  competence_stamp -> value
-- about: Grows with each saving, so that somebody else's is noticed; 0 when nothing is written.
-- gives: int stamp
-- reads: citizen = :citizen
-- may:   case_read, case_work, group_read, group_write
SELECT coalesce(max(id), 0) AS stamp FROM competence WHERE citizen = :citizen;

-- name:  competence_insert -> id
-- about: One line of the profile.
-- reads: citizen = :citizen
-- may:   group_write, case_write, form_write
INSERT INTO competence (citizen, kind, words, years, place)
VALUES (:citizen, :kind, :words, :years, :place)
RETURNING id;

-- name:  competence_delete_until
-- about: The profile as it was before this saving, up to its stamp.
-- takes: int stamp
-- reads: citizen = :citizen
-- may:   group_write, case_write, form_write
DELETE FROM competence WHERE citizen = :citizen AND id <= :stamp;

-- name:  group_told -> many group_told_row
-- about: The groups a citizen has been in, for her own request.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT g.name, m.from_day, m.to_day, m.ended_day, m.in_spite
  FROM group_member m JOIN course_group g ON g.id = m.course_group
 WHERE m.citizen = :citizen
 ORDER BY m.from_day, m.id;

-- name:  attendance_told -> many attendance_told_row
-- about: A citizen's attendance, for her own request.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT s.day, a.mark, a.away_minutes, a.note
  FROM attendance a JOIN group_session s ON s.id = a.session
 WHERE a.citizen = :citizen
 ORDER BY s.day, a.id;

-- name:  competence_told -> many competence_told_row
-- about: A citizen's competences, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT id, kind, words, years FROM competence WHERE citizen = :citizen ORDER BY kind, place, id;

-- name:  attendance_erase
-- about: The words beside attendance go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE attendance SET note = '' WHERE citizen = :citizen;

-- name:  competence_erase
-- about: The CV goes.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM competence WHERE citizen = :citizen;
