-- name:  meeting_insert -> id
-- about: A meeting, booked or already held.
-- reads: citizen = :citizen
-- may:   meeting_write, import
INSERT INTO meeting (citizen, unit, placement, scheme, code, way, state, meets_at, minutes, place, staff,
                     has_interpreter, topics, agreed, changed_at, changed_by)
VALUES (:citizen, :unit, :placement, :scheme, :code, :way, :state, :meets_at, :minutes, :place, :staff,
        :has_interpreter, :topics, :agreed, :changed_at, :changed_by)
RETURNING id;

-- name:  meeting_load -> one meeting_row
-- about: One meeting with a citizen.
-- gives: text staff_name
-- reads: citizen found
-- may:   case_read, case_work, meeting_write, placement_read
SELECT m.id, m.citizen, m.unit, m.placement, m.scheme, m.code, m.way, m.state, m.meets_at, m.minutes, m.place,
       m.staff, s.name AS staff_name, m.has_interpreter, m.topics, m.agreed, m.note, m.next, m.booked_event,
       m.result_event, m.changed_at, m.changed_by, m.version
  FROM meeting m LEFT JOIN staff s ON s.id = m.staff
 WHERE m.id = :id AND m.citizen IS NOT NULL;

-- name:  meeting_unit_load -> one meeting_row
-- about: One meeting of a unit, for somebody with a role in the unit, who is asked to it or has called it. It has no
-- citizen of its own; whom it is about is meeting_citizens.
-- takes: staff_id actor
-- gives: text staff_name
-- reads: nothing, because a unit's meeting has no citizen
-- may:   meeting_write, team_read
SELECT m.id, m.citizen, m.unit, m.placement, m.scheme, m.code, m.way, m.state, m.meets_at, m.minutes, m.place,
       m.staff, s.name AS staff_name, m.has_interpreter, m.topics, m.agreed, m.note, m.next, m.booked_event,
       m.result_event, m.changed_at, m.changed_by, m.version
  FROM meeting m LEFT JOIN staff s ON s.id = m.staff
 WHERE m.id = :id AND m.unit IS NOT NULL
   AND (m.staff = :actor
        OR EXISTS (SELECT 1 FROM staff_role sr WHERE sr.staff = :actor AND sr.unit = m.unit)
        OR EXISTS (SELECT 1 FROM meeting_party p WHERE p.meeting = m.id AND p.staff = :actor));

-- name:  meeting_of_citizen -> many meeting_row
-- about: A citizen's meetings, newest first, without those undone.
-- takes: int most, int skip
-- gives: text staff_name
-- reads: citizen = :citizen
-- may:   case_read, case_work, meeting_write
SELECT m.id, m.citizen, m.unit, m.placement, m.scheme, m.code, m.way, m.state, m.meets_at, m.minutes, m.place,
       m.staff, s.name AS staff_name, m.has_interpreter, m.topics, m.agreed, m.note, m.next, m.booked_event,
       m.result_event, m.changed_at, m.changed_by, m.version
  FROM meeting m LEFT JOIN staff s ON s.id = m.staff
 WHERE m.citizen = :citizen AND m.state <> 'undone'
 ORDER BY m.meets_at DESC, m.id DESC
 LIMIT :most OFFSET :skip;

-- name:  meeting_of_placement -> many meeting_row
-- about: First meeting and follow-ups of a placement, oldest first.
-- gives: text staff_name
-- reads: each citizen
-- may:   case_read, case_work, meeting_write, placement_read
SELECT m.id, m.citizen, m.unit, m.placement, m.scheme, m.code, m.way, m.state, m.meets_at, m.minutes, m.place,
       m.staff, s.name AS staff_name, m.has_interpreter, m.topics, m.agreed, m.note, m.next, m.booked_event,
       m.result_event, m.changed_at, m.changed_by, m.version
  FROM meeting m LEFT JOIN staff s ON s.id = m.staff
 WHERE m.placement = :placement AND m.state <> 'undone'
 ORDER BY m.meets_at, m.id;

-- name:  meeting_booked_between -> value
-- about: The citizen's booked meeting between two moments, the soonest; n = 0 when there is none.
-- takes: instant from_at, instant to_at
-- reads: citizen = :citizen
-- may:   case_read, case_work, meeting_write
SELECT id FROM meeting
 WHERE citizen = :citizen AND state = 'booked' AND meets_at >= :from_at AND meets_at < :to_at
 ORDER BY meets_at, id
 LIMIT 1;

-- name:  meeting_of_staff -> many meeting_listed
-- about: A person's booked meetings between two moments, for a calendar or Today.
-- takes: instant from_at, instant to_at
-- reads: each citizen
-- may:   meeting_write, case_read, case_work
SELECT m.id, m.citizen, c.first_name, c.last_name, m.unit, m.code, m.way, m.meets_at, m.minutes, m.place
  FROM meeting m LEFT JOIN citizen c ON c.id = m.citizen
 WHERE m.staff = :staff AND m.state = 'booked' AND m.meets_at >= :from_at AND m.meets_at < :to_at
 ORDER BY m.meets_at, m.id;

-- name:  meeting_of_unit -> many meeting_row
-- about: A unit's own meetings since a moment, oldest first.
-- takes: instant from_at
-- gives: text staff_name
-- reads: nothing, because a unit's meeting has no citizen
-- may:   meeting_write, team_read
SELECT m.id, m.citizen, m.unit, m.placement, m.scheme, m.code, m.way, m.state, m.meets_at, m.minutes, m.place,
       m.staff, s.name AS staff_name, m.has_interpreter, m.topics, m.agreed, m.note, m.next, m.booked_event,
       m.result_event, m.changed_at, m.changed_by, m.version
  FROM meeting m LEFT JOIN staff s ON s.id = m.staff
 WHERE m.unit = :unit AND m.code = :code AND m.state <> 'undone' AND m.state <> 'cancelled' AND m.meets_at >= :from_at
 ORDER BY m.meets_at, m.id;

-- name:  meeting_unit_last_held -> value
-- about: When the unit last held such a meeting before a moment; none when never.
-- takes: instant before_at
-- gives: instant last_at
-- reads: nothing, because a unit's meeting has no citizen
-- may:   meeting_write, team_read, import
SELECT MAX(meets_at) AS last_at FROM meeting
 WHERE unit = :unit AND code = :code AND state = 'held' AND meets_at < :before_at;

-- name:  meeting_set_state -> count
-- about: What became of a meeting, when nobody has changed it since `version`.
-- reads: nothing, because the row was loaded, guarded and logged by meeting_load
-- may:   meeting_write, import
UPDATE meeting
   SET state = :state, way = :way, meets_at = :meets_at, has_interpreter = :has_interpreter, topics = :topics,
       agreed = :agreed, next = :next, result_event = :result_event, changed_at = :changed_at,
       changed_by = :changed_by, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  meeting_set_booked_event
-- about: The journal's event of the booking.
-- reads: nothing, because it is a number of the journal
-- may:   meeting_write, import
UPDATE meeting SET booked_event = :booked_event WHERE id = :id;

-- name:  meeting_set_next
-- about: The meeting that was booked together with this one.
-- reads: nothing, because it is a link between two meetings of one citizen
-- may:   meeting_write, import
UPDATE meeting SET next = :next WHERE id = :id;

-- name:  meeting_set_note -> count
-- about: The minutes' free part, when nobody has changed the meeting since `version`.
-- reads: nothing, because a unit's meeting has no citizen
-- may:   meeting_write
UPDATE meeting SET note = :note, changed_at = :changed_at, changed_by = :changed_by, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  meeting_parties -> many meeting_party_row
-- about: Who was asked and who came.
-- gives: text company_name, text staff_name
-- reads: nothing, because the meeting was loaded, guarded and logged by meeting_load
-- may:   case_read, case_work, meeting_write, placement_read, team_read
SELECT p.id, p.meeting, p.role, p.staff, s.name AS staff_name, p.name, p.has_come, p.contact, p.company,
       c.name AS company_name, p.event
  FROM meeting_party p LEFT JOIN staff s ON s.id = p.staff LEFT JOIN company c ON c.id = p.company
 WHERE p.meeting = :meeting
 ORDER BY p.id;

-- name:  meeting_party_insert -> id
-- about: One who is asked or came.
-- reads: nothing, because the meeting it belongs to is guarded
-- may:   meeting_write, import
INSERT INTO meeting_party (meeting, role, staff, citizen, name, has_come)
VALUES (:meeting, :role, :staff, :citizen, :name, :has_come)
RETURNING id;

-- name:  meeting_party_set_come
-- about: Came or did not.
-- reads: nothing, because the meeting it belongs to is guarded
-- may:   meeting_write, import
UPDATE meeting_party SET has_come = :has_come WHERE id = :id AND meeting = :meeting;

-- name:  meeting_contacts_found -> many meeting_contact_row
-- about: Contacts of companies whose folded name has the words in it; not of those who want nothing.
-- takes: text typed, int most
-- gives: text company_name, text town
-- may:   meeting_write
SELECT k.id, k.company, c.name AS company_name, c.town, k.name, k.title
  FROM company_contact k JOIN company c ON c.id = k.company
 WHERE c.merged_into IS NULL AND c.state <> 'never' AND c.search_name LIKE '%' || :typed || '%'
 ORDER BY c.search_name, k.is_main DESC, k.name, k.id
 LIMIT :most;

-- name:  meeting_contact_load -> one meeting_contact_row
-- about: One of them.
-- gives: text company_name, text town
-- may:   meeting_write
SELECT k.id, k.company, c.name AS company_name, c.town, k.name, k.title
  FROM company_contact k JOIN company c ON c.id = k.company
 WHERE k.id = :id AND c.merged_into IS NULL AND c.state <> 'never';

-- name:  meeting_guest_insert -> id
-- about: Somebody of a company is asked to a unit's meeting.
-- reads: nothing, because it is about no citizen
-- may:   meeting_write
INSERT INTO meeting_party (meeting, role, contact, company, name, event)
VALUES (:meeting, :role, :contact, :company, :name, :event)
RETURNING id;

-- name:  meeting_guest_delete -> count
-- about: A guest is taken off.
-- reads: nothing, because it is about no citizen
-- may:   meeting_write
DELETE FROM meeting_party WHERE id = :id AND meeting = :meeting AND company IS NOT NULL;

-- name:  meeting_parties_delete
-- about: Before those who came are written.
-- reads: nothing, because the meeting it belongs to is guarded
-- may:   meeting_write, import
DELETE FROM meeting_party WHERE meeting = :meeting;

-- name:  meeting_points -> many meeting_point_row
-- about: Agenda and minutes.
-- reads: nothing, because a unit's meeting has no citizen
-- may:   meeting_write, team_read
SELECT id, meeting, number, title, said, is_challenge, solved_day FROM meeting_point WHERE meeting = :meeting
 ORDER BY number;

-- name:  meeting_challenges_open -> many meeting_challenge_row
-- about: What was not solved at the newest meeting of a kind in a unit that was not called off.
-- takes: unit_id unit, text code
-- reads: nothing, because a unit's meeting has no citizen
-- may:   meeting_write
SELECT p.title FROM meeting_point p
 WHERE p.is_challenge = 1 AND p.solved_day IS NULL
   AND p.meeting = (SELECT m.id FROM meeting m
                     WHERE m.unit = :unit AND m.code = :code AND m.state IN ('booked', 'held')
                     ORDER BY m.meets_at DESC, m.id DESC LIMIT 1)
 ORDER BY p.number;

-- name:  meeting_challenge_insert -> id
-- about: A challenge at the end of a meeting's agenda.
-- reads: nothing, because a unit's meeting has no citizen
-- may:   meeting_write
INSERT INTO meeting_point (meeting, number, title, is_challenge)
SELECT CAST(:meeting AS BIGINT), COALESCE(MAX(number), 0) + 1, CAST(:title AS TEXT), 1
  FROM meeting_point WHERE meeting = :meeting
RETURNING id;

-- name:  meeting_challenge_set_solved
-- about: A challenge is solved on a day; none: it is not.
-- reads: nothing, because a unit's meeting has no citizen
-- may:   meeting_write
UPDATE meeting_point SET solved_day = :solved_day WHERE id = :id AND meeting = :meeting AND is_challenge = 1;

-- name:  meeting_point_insert -> id
-- about: One point of the agenda.
-- reads: nothing, because a unit's meeting has no citizen
-- may:   meeting_write, import
INSERT INTO meeting_point (meeting, number, title) VALUES (:meeting, :number, :title) RETURNING id;

-- name:  meeting_point_set_said
-- about: What was said to a point.
-- reads: nothing, because a unit's meeting has no citizen
-- may:   meeting_write, import
UPDATE meeting_point SET said = :said WHERE id = :id AND meeting = :meeting;

-- name:  meeting_arrivals -> many meeting_arrival
-- about: Citizens housed after one moment and not after another, in the actor's reach.
-- takes: instant from_at, instant to_at, int is_all, staff_id actor
-- reads: each citizen
-- may:   meeting_write, case_read
SELECT c.id AS citizen, c.first_name, c.last_name, c.town, c.housed_at, c.language, c.is_interpreter_needed
  FROM citizen c
 WHERE c.housed_at > :from_at AND c.housed_at <= :to_at AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.housed_at, c.id;

-- name:  meeting_citizens -> many meeting_citizen_row
-- about: Whom a unit's meeting is about, of those in the actor's reach, with what was said and their speaking time.
-- takes: meeting_id meeting, int is_all, staff_id actor
-- reads: each citizen
-- may:   meeting_write, team_read
SELECT mc.meeting, mc.citizen, c.first_name, c.last_name, c.town, c.housed_at, mc.said, mc.speaks_at
  FROM meeting_citizen mc JOIN citizen c ON c.id = mc.citizen
 WHERE mc.meeting = :meeting
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.housed_at, c.id;

-- name:  meeting_citizen_insert
-- about: A citizen the unit's meeting is about.
-- reads: citizen = :citizen
-- may:   meeting_write, import
INSERT INTO meeting_citizen (meeting, citizen) VALUES (:meeting, :citizen) ON CONFLICT DO NOTHING;

-- name:  meeting_citizen_set
-- about: What was said about a citizen, and her own speaking time (none: she does not speak).
-- reads: citizen = :citizen
-- may:   meeting_write
UPDATE meeting_citizen SET said = :said, speaks_at = :speaks_at WHERE meeting = :meeting AND citizen = :citizen;

-- name:  meeting_placement_of -> value
-- about: The placement when it is this citizen's; n = 0 otherwise.
-- takes: placement_id placement
-- gives: placement_id found
-- reads: citizen = :citizen
-- may:   meeting_write
SELECT id AS found FROM placement WHERE id = :placement AND citizen = :citizen;

-- name:  meeting_told -> many meeting_told_row
-- about: A citizen's own meetings with what was written, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT m.id, m.code, m.way, m.state, m.meets_at, m.place, m.agreed, m.note, s.name AS staff_name
  FROM meeting m LEFT JOIN staff s ON s.id = m.staff
 WHERE m.citizen = :citizen
 ORDER BY m.meets_at, m.id;

-- name:  meeting_told_said -> many meeting_told_said_row
-- about: What was said about a citizen at a unit's meetings, for her own request.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT m.meets_at, mc.said
  FROM meeting_citizen mc JOIN meeting m ON m.id = mc.meeting
 WHERE mc.citizen = :citizen
 ORDER BY m.meets_at, m.id;

-- name:  meeting_erase
-- about: What was agreed and noted goes; that they met stays.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE meeting SET topics = '', agreed = '', note = '', place = '', version = version + 1 WHERE citizen = :citizen;

-- name:  meeting_said_erase
-- about: What was said about her at a unit's meeting goes.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE meeting_citizen SET said = '' WHERE citizen = :citizen;

-- name:  meeting_points_erase
-- about: The minutes of her own meetings go.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE meeting_point SET said = '' WHERE meeting IN (SELECT m.id FROM meeting m WHERE m.citizen = :citizen);

-- name:  meeting_parties_erase
-- about: The names of those who came to her own meetings go.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE meeting_party SET name = '' WHERE meeting IN (SELECT m.id FROM meeting m WHERE m.citizen = :citizen);
