-- name:  volunteer_insert -> id
-- about: A volunteer: a mentor or a language buddy.
-- may:   company_write, import
INSERT INTO volunteer (kind, name, phone, email, branch, town, languages, seats, chief)
VALUES (:kind, :name, :phone, :email, :branch, :town, :languages, :seats, :chief)
RETURNING id;

-- name:  volunteer_place_insert -> id
-- about: A volunteer's place in the market: when they can meet, in which languages beside Danish, how many citizens.
-- may:   company_write
INSERT INTO work_place (kind, volunteer, words, seats, weekdays, from_minute, to_minute, languages, created_at)
VALUES (:kind, :volunteer, :words, :seats, :weekdays, :from_minute, :to_minute, :languages, :created_at)
RETURNING id;

-- name:  volunteer_load -> one volunteer_row
-- about: One volunteer mentor.
-- may:   company_read, company_write, network_write, placement_read
SELECT id, kind, name, phone, email, branch, town, languages, first_day, second_day, seats, chief, left_day, version
  FROM volunteer WHERE id = :id;

-- name:  volunteer_all -> many volunteer_listed
-- about: The register, those who are active first, with how many citizens each has, or is proposed.
-- gives: text chief_name, int taken, int running
-- reads: nothing, because of citizens only how many is told
-- may:   company_read, company_write, network_write, placement_read
SELECT v.id, v.kind, v.name, v.phone, v.email, v.branch, v.town, v.languages, v.first_day, v.second_day, v.seats, v.chief, v.left_day,
       v.version, s.name AS chief_name,
       (SELECT COUNT(*) FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place
         WHERE w.volunteer = v.id AND a.state IN ('asked', 'agreed', 'started')) AS taken,
       (SELECT COUNT(*) FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place
         WHERE w.volunteer = v.id AND a.state = 'started') AS running
  FROM volunteer v LEFT JOIN staff s ON s.id = v.chief
 ORDER BY CASE WHEN v.left_day IS NULL THEN 0 ELSE 1 END, v.name, v.id;

-- name:  volunteer_set_trained -> count
-- about: Which days of training were attended.
-- may:   company_write, import
UPDATE volunteer SET first_day = :first_day, second_day = :second_day, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  volunteer_set_contact -> count
-- about: How a volunteer is reached; empty: not known.
-- may:   company_write
UPDATE volunteer SET phone = :phone, email = :email, version = version + 1 WHERE id = :id AND version = :version;

-- name:  volunteer_set_left -> count
-- about: No longer a mentor, or again (none).
-- may:   company_write
UPDATE volunteer SET left_day = :left_day, version = version + 1 WHERE id = :id AND version = :version;

-- name:  volunteer_numbers -> one volunteer_number
-- about: How many mentors there are or were, how many have or had a match, how many of those citizens have a job (N11).
-- gives: int mentors, int matched, int in_job
-- reads: nothing, because only how many is told
-- may:   company_read, company_write, placement_read, result_read
SELECT (SELECT COUNT(*) FROM volunteer WHERE kind = 'mentor') AS mentors,
       (SELECT COUNT(DISTINCT w.volunteer) FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place
         WHERE w.kind = 'mentor' AND a.state IN ('started', 'ended')) AS matched,
       (SELECT COUNT(DISTINCT b.citizen) FROM proposal_accepted b JOIN work_place x ON x.id = b.work_place
          JOIN placement p ON p.citizen = b.citizen
         WHERE x.kind = 'mentor' AND b.state IN ('started', 'ended') AND p.state = 'running'
           AND p.kind IN ('job', 'job_part', 'job_small', 'flexi_job')) AS in_job;

-- name:  volunteer_chief_numbers -> one volunteer_chief_number
-- about: The same of one chief's mentors.
-- gives: int mentors, int matched
-- reads: nothing, because only how many is told
-- may:   company_read
SELECT (SELECT COUNT(*) FROM volunteer a WHERE a.chief = :chief AND a.kind = 'mentor') AS mentors,
       (SELECT COUNT(DISTINCT w.volunteer) FROM proposal_accepted m JOIN work_place w ON w.id = m.work_place
          JOIN volunteer b ON b.id = w.volunteer
         WHERE b.chief = :chief AND w.kind = 'mentor' AND m.state IN ('started', 'ended')) AS matched;

-- name:  volunteer_chief_matches -> many volunteer_chief_match
-- about: What became of the accepted proposals to one chief's volunteers, newest first. Of the citizen only that she wants
--        one, and whether another was found: a chief mentor sees nobody's case (S87).
-- takes: int most
-- gives: proposal_id id, volunteer_id volunteer, text volunteer_name, text phone, instant ended_at, int later, int is_wished
-- reads: nothing, because nothing tells who she is
-- may:   company_read
SELECT a.proposal AS id, w.volunteer, a.state, a.citizen_answer, a.company_answer, a.accepted_at, v.name AS volunteer_name,
       v.phone,
       (SELECT MAX(s.taken_at) FROM proposal_step s WHERE s.proposal = a.proposal) AS ended_at,
       (SELECT COUNT(*) FROM proposal_accepted n JOIN work_place x ON x.id = n.work_place
         WHERE n.citizen = a.citizen AND x.kind = w.kind AND n.proposal > a.proposal
           AND n.state IN ('asked', 'agreed', 'started', 'ended')) AS later,
       (SELECT COUNT(*) FROM market_wish k WHERE k.citizen = a.citizen AND k.kind = w.kind) AS is_wished
  FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place JOIN volunteer v ON v.id = w.volunteer
 WHERE v.chief = :chief
 ORDER BY a.proposal DESC
 LIMIT :most;

-- name:  volunteer_chiefs -> many volunteer_chief_row
-- about: Who is chief mentor of anybody, by name.
-- gives: int mentors
-- may:   company_read
SELECT s.id, s.name, COUNT(*) AS mentors
  FROM volunteer v JOIN staff s ON s.id = v.chief
 WHERE v.left_day IS NULL
 GROUP BY s.id, s.name
 ORDER BY s.name, s.id;

-- name:  mentor_branch_set
-- about: From which branch she would rather have a mentor.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE market_wish SET branch = :branch WHERE citizen = :citizen AND kind = 'mentor';

-- name:  mentor_wishes -> many mentor_wish_row
-- about: Who wants a mentor, and no mentor is asked or agreed for her; in the actor's units.
-- takes: int is_all, staff_id actor
-- gives: text first_name, text last_name
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT w.citizen, w.branch, w.wished_at, c.first_name, c.last_name
  FROM market_wish w JOIN citizen c ON c.id = w.citizen
 WHERE w.kind = 'mentor' AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor))
   AND NOT EXISTS (SELECT 1 FROM proposal_accepted a JOIN work_place p ON p.id = a.work_place
                    WHERE a.citizen = w.citizen AND p.kind = 'mentor' AND a.state IN ('asked', 'agreed', 'started'))
 ORDER BY w.wished_at, w.citizen;

-- name:  volunteer_matches -> many volunteer_match_row
-- about: Whom volunteers are asked for or are with, in the actor's units, those first who are asked.
-- takes: int is_all, staff_id actor
-- gives: text volunteer_name, text first_name, text last_name
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT a.proposal, a.citizen, a.state, w.kind, v.name AS volunteer_name, c.first_name, c.last_name
  FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place JOIN volunteer v ON v.id = w.volunteer
       JOIN citizen c ON c.id = a.citizen
 WHERE a.state IN ('asked', 'agreed', 'started') AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor))
 ORDER BY CASE WHEN a.state = 'started' THEN 1 ELSE 0 END, a.proposal;

-- name:  volunteer_match_told -> many volunteer_match_told_row
-- about: Volunteers a citizen has or had, for insight.
-- gives: text volunteer_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT v.name AS volunteer_name, w.kind, a.state, a.accepted_at
  FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place JOIN volunteer v ON v.id = w.volunteer
 WHERE a.citizen = :citizen
 ORDER BY a.proposal;

-- name:  volunteer_message_insert -> id
-- about: A message to volunteers.
-- may:   network_write
INSERT INTO volunteer_message (author, written_at, title, words) VALUES (:author, :written_at, :title, :words) RETURNING id;

-- name:  volunteer_message_to_insert
-- about: One whom a message is to.
-- may:   network_write
INSERT INTO volunteer_message_to (message, volunteer, event) VALUES (:message, :volunteer, :event);

-- name:  volunteer_message_count -> value
-- about: How many messages there are: all, or those that the actor wrote or that were to volunteers of the actor.
-- takes: int is_all, staff_id actor
-- may:   network_write
SELECT COUNT(*) AS messages FROM volunteer_message m
 WHERE :is_all = 1 OR m.author = :actor
    OR EXISTS (SELECT 1 FROM volunteer_message_to t JOIN volunteer v ON v.id = t.volunteer
                WHERE t.message = m.id AND v.chief = :actor);

-- name:  volunteer_messages -> many volunteer_message_row
-- about: The same, newest first, with how many of those the actor sees each was to.
-- takes: int is_all, staff_id actor, int most, int skip
-- gives: text author_name, int to_count
-- may:   network_write
SELECT m.id, m.author, m.written_at, m.title, m.words, s.name AS author_name,
       (SELECT COUNT(*) FROM volunteer_message_to n JOIN volunteer w ON w.id = n.volunteer
         WHERE n.message = m.id AND (:is_all = 1 OR m.author = :actor OR w.chief = :actor)) AS to_count
  FROM volunteer_message m JOIN staff s ON s.id = m.author
 WHERE :is_all = 1 OR m.author = :actor
    OR EXISTS (SELECT 1 FROM volunteer_message_to t JOIN volunteer v ON v.id = t.volunteer
                WHERE t.message = m.id AND v.chief = :actor)
 ORDER BY m.written_at DESC, m.id DESC
 LIMIT :most OFFSET :skip;

-- name:  volunteer_message_load -> one volunteer_message_row
-- about: One of those.
-- takes: int is_all, staff_id actor, volunteer_message_id id
-- gives: text author_name, int to_count
-- may:   network_write
SELECT m.id, m.author, m.written_at, m.title, m.words, s.name AS author_name,
       (SELECT COUNT(*) FROM volunteer_message_to n JOIN volunteer w ON w.id = n.volunteer
         WHERE n.message = m.id AND (:is_all = 1 OR m.author = :actor OR w.chief = :actor)) AS to_count
  FROM volunteer_message m JOIN staff s ON s.id = m.author
 WHERE m.id = :id
   AND (:is_all = 1 OR m.author = :actor
        OR EXISTS (SELECT 1 FROM volunteer_message_to t JOIN volunteer v ON v.id = t.volunteer
                    WHERE t.message = m.id AND v.chief = :actor));

-- name:  volunteer_message_people -> many volunteer_reached
-- about: Whom a message was to, as far as the actor sees them: all, of an own message all, else own volunteers. By name.
-- takes: int is_all, staff_id actor
-- gives: volunteer_id id
-- may:   network_write
SELECT t.volunteer AS id, v.name, v.phone, v.email, t.event
  FROM volunteer_message_to t JOIN volunteer_message m ON m.id = t.message JOIN volunteer v ON v.id = t.volunteer
 WHERE t.message = :message AND (:is_all = 1 OR m.author = :actor OR v.chief = :actor)
 ORDER BY v.name, v.id;

-- name:  volunteer_message_to_drop
-- about: A message that is taken back: to nobody.
-- may:   network_write
DELETE FROM volunteer_message_to WHERE message = :message;

-- name:  volunteer_message_drop
-- about: The message itself, after those it was to.
-- may:   network_write
DELETE FROM volunteer_message WHERE id = :id;

-- name:  volunteer_meeting_insert -> id
-- about: A meeting of the mentors.
-- may:   network_write
INSERT INTO volunteer_meeting (author, meets_at, place, theme) VALUES (:author, :meets_at, :place, :theme) RETURNING id;

-- name:  volunteer_meeting_guest_insert
-- about: Somebody is asked to a meeting; who was asked before is not asked twice.
-- may:   network_write
INSERT INTO volunteer_meeting_guest (meeting, volunteer, event) VALUES (:meeting, :volunteer, :event)
ON CONFLICT (meeting, volunteer) DO NOTHING;

-- name:  volunteer_meeting_set_cancelled -> count
-- about: A meeting is called off, or held after all (none).
-- may:   network_write
UPDATE volunteer_meeting SET cancelled_at = :cancelled_at, version = version + 1 WHERE id = :id AND version = :version;

-- name:  volunteer_meeting_guest_set_event
-- about: The event of the invitation; 0 while the meeting is called off.
-- may:   network_write
UPDATE volunteer_meeting_guest SET event = :event WHERE meeting = :meeting AND volunteer = :volunteer;

-- name:  volunteer_meeting_guest_set_came
-- about: The event of having come; 0: did not.
-- may:   network_write
UPDATE volunteer_meeting_guest SET came_event = :came_event WHERE meeting = :meeting AND volunteer = :volunteer;

-- name:  volunteer_meetings -> many volunteer_meeting_row
-- about: Meetings, the latest first: all, or those that the actor called or to which volunteers of the actor are asked; with
--        how many of those were asked and came.
-- takes: int is_all, staff_id actor, int most
-- gives: text author_name, int asked, int came
-- may:   company_read, network_write
SELECT m.id, m.author, m.meets_at, m.place, m.theme, m.cancelled_at, m.version, s.name AS author_name,
       (SELECT COUNT(*) FROM volunteer_meeting_guest a JOIN volunteer x ON x.id = a.volunteer
         WHERE a.meeting = m.id AND (:is_all = 1 OR m.author = :actor OR x.chief = :actor)) AS asked,
       (SELECT COUNT(*) FROM volunteer_meeting_guest b JOIN volunteer y ON y.id = b.volunteer
         WHERE b.meeting = m.id AND b.came_event <> 0 AND (:is_all = 1 OR m.author = :actor OR y.chief = :actor)) AS came
  FROM volunteer_meeting m JOIN staff s ON s.id = m.author
 WHERE :is_all = 1 OR m.author = :actor
    OR EXISTS (SELECT 1 FROM volunteer_meeting_guest g JOIN volunteer v ON v.id = g.volunteer
                WHERE g.meeting = m.id AND v.chief = :actor)
 ORDER BY m.meets_at DESC, m.id DESC
 LIMIT :most;

-- name:  volunteer_meeting_load -> one volunteer_meeting_row
-- about: One of those.
-- takes: int is_all, staff_id actor
-- gives: text author_name, int asked, int came
-- may:   network_write
SELECT m.id, m.author, m.meets_at, m.place, m.theme, m.cancelled_at, m.version, s.name AS author_name,
       (SELECT COUNT(*) FROM volunteer_meeting_guest a WHERE a.meeting = m.id) AS asked,
       (SELECT COUNT(*) FROM volunteer_meeting_guest b WHERE b.meeting = m.id AND b.came_event <> 0) AS came
  FROM volunteer_meeting m JOIN staff s ON s.id = m.author
 WHERE m.id = :id
   AND (:is_all = 1 OR m.author = :actor
        OR EXISTS (SELECT 1 FROM volunteer_meeting_guest g JOIN volunteer v ON v.id = g.volunteer
                    WHERE g.meeting = m.id AND v.chief = :actor));

-- name:  volunteer_meeting_guests -> many volunteer_guest
-- about: Who was asked to a meeting and who came, as far as the actor sees them. By name.
-- takes: int is_all, staff_id actor
-- gives: volunteer_id id
-- may:   network_write
SELECT g.volunteer AS id, v.name, v.phone, v.email, g.event, g.came_event
  FROM volunteer_meeting_guest g JOIN volunteer_meeting m ON m.id = g.meeting JOIN volunteer v ON v.id = g.volunteer
 WHERE g.meeting = :meeting AND (:is_all = 1 OR m.author = :actor OR v.chief = :actor)
 ORDER BY v.name, v.id;

-- name:  volunteer_meetings_of -> many volunteer_met
-- about: To which meetings a volunteer was asked, the latest first.
-- may:   company_read, company_write
SELECT m.id, m.meets_at, m.place, m.theme, m.cancelled_at, g.came_event
  FROM volunteer_meeting_guest g JOIN volunteer_meeting m ON m.id = g.meeting
 WHERE g.volunteer = :volunteer
 ORDER BY m.meets_at DESC, m.id DESC;
