-- name:  volunteer_insert -> id
-- about: A volunteer: a mentor or a language buddy.
-- may:   company_write, import
INSERT INTO volunteer (kind, name, phone, branch, town, languages, seats, chief)
VALUES (:kind, :name, :phone, :branch, :town, :languages, :seats, :chief)
RETURNING id;

-- name:  volunteer_place_insert -> id
-- about: A language buddy's place in the market: when they can meet, in which languages beside Danish, how many citizens.
-- may:   company_write
INSERT INTO work_place (kind, volunteer, words, seats, weekdays, from_minute, to_minute, languages, created_at)
VALUES (:kind, :volunteer, :words, :seats, :weekdays, :from_minute, :to_minute, :languages, :created_at)
RETURNING id;

-- name:  volunteer_load -> one volunteer_row
-- about: One volunteer mentor.
-- may:   company_read, company_write, placement_read
SELECT id, kind, name, phone, branch, town, languages, first_day, second_day, seats, chief, left_day, version
  FROM volunteer WHERE id = :id;

-- name:  volunteer_all -> many volunteer_listed
-- about: The register, those who are active first, with how many citizens each has, or is proposed.
-- gives: text chief_name, int taken, int running
-- reads: nothing, because of citizens only how many is told
-- may:   company_read, company_write, placement_read
SELECT v.id, v.kind, v.name, v.phone, v.branch, v.town, v.languages, v.first_day, v.second_day, v.seats, v.chief, v.left_day,
       v.version, s.name AS chief_name,
       (SELECT COUNT(*) FROM volunteer_match m WHERE m.volunteer = v.id AND m.state IN ('proposed', 'running'))
       + (SELECT COUNT(*) FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place
           WHERE w.volunteer = v.id AND a.state IN ('asked', 'agreed', 'started')) AS taken,
       (SELECT COUNT(*) FROM volunteer_match m WHERE m.volunteer = v.id AND m.state = 'running')
       + (SELECT COUNT(*) FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place
           WHERE w.volunteer = v.id AND a.state = 'started') AS running
  FROM volunteer v LEFT JOIN staff s ON s.id = v.chief
 ORDER BY CASE WHEN v.left_day IS NULL THEN 0 ELSE 1 END, v.name, v.id;

-- name:  volunteer_set_trained -> count
-- about: Which days of training were attended.
-- may:   company_write, import
UPDATE volunteer SET first_day = :first_day, second_day = :second_day, version = version + 1
 WHERE id = :id AND version = :version;

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
       (SELECT COUNT(DISTINCT volunteer) FROM volunteer_match WHERE state IN ('running', 'ended')) AS matched,
       (SELECT COUNT(DISTINCT m.citizen) FROM volunteer_match m JOIN placement p ON p.citizen = m.citizen
         WHERE m.state IN ('running', 'ended') AND p.state = 'running'
           AND p.kind IN ('job', 'job_part', 'job_small', 'flexi_job')) AS in_job;

-- name:  volunteer_chief_numbers -> one volunteer_chief_number
-- about: The same of one chief's mentors.
-- gives: int mentors, int matched
-- reads: nothing, because only how many is told
-- may:   company_read
SELECT (SELECT COUNT(*) FROM volunteer a WHERE a.chief = :chief AND a.kind = 'mentor') AS mentors,
       (SELECT COUNT(DISTINCT m.volunteer) FROM volunteer_match m JOIN volunteer b ON b.id = m.volunteer
         WHERE b.chief = :chief AND m.state IN ('running', 'ended')) AS matched;

-- name:  volunteer_chief_matches -> many volunteer_chief_match
-- about: What became of the proposals to one chief's mentors, newest first. Of the citizen only that she wants a mentor,
--        and whether another was found: a chief mentor sees nobody's case (S87).
-- takes: int most
-- gives: text volunteer_name, text phone, int later, int is_wished
-- reads: nothing, because nothing tells who she is
-- may:   company_read
SELECT m.id, m.volunteer, m.state, m.citizen_answer, m.mentor_answer, m.proposed_at, m.ended_at, v.name AS volunteer_name,
       v.phone,
       (SELECT COUNT(*) FROM volunteer_match n
         WHERE n.citizen = m.citizen AND n.id > m.id AND n.state IN ('proposed', 'running', 'ended')) AS later,
       (SELECT COUNT(*) FROM mentor_wish w WHERE w.citizen = m.citizen) AS is_wished
  FROM volunteer_match m JOIN volunteer v ON v.id = m.volunteer
 WHERE v.chief = :chief
 ORDER BY m.id DESC
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

-- name:  mentor_wish_put
-- about: A citizen wants a mentor.
-- reads: citizen = :citizen
-- may:   placement_write, import
INSERT INTO mentor_wish (citizen, branch, wished_at) VALUES (:citizen, :branch, :wished_at)
ON CONFLICT (citizen) DO UPDATE SET branch = excluded.branch;

-- name:  mentor_wish_drop -> count
-- about: She no longer does.
-- reads: citizen = :citizen
-- may:   placement_write, case_erase
DELETE FROM mentor_wish WHERE citizen = :citizen;

-- name:  mentor_wishes -> many mentor_wish_row
-- about: Who wants a mentor, has none and is proposed none; in the actor's units.
-- takes: int is_all, staff_id actor
-- gives: text first_name, text last_name, text language, text other_languages, text town
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT w.citizen, w.branch, w.wished_at, c.first_name, c.last_name, c.language, c.other_languages, c.town
  FROM mentor_wish w JOIN citizen c ON c.id = w.citizen
 WHERE c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor))
   AND NOT EXISTS (SELECT 1 FROM volunteer_match m WHERE m.citizen = w.citizen AND m.state IN ('proposed', 'running'))
 ORDER BY w.wished_at, w.citizen;

-- name:  volunteer_declined -> many volunteer_pair
-- about: Who said no to whom.
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT volunteer, citizen FROM volunteer_match WHERE state = 'declined' ORDER BY id;

-- name:  volunteer_match_insert -> id
-- about: Two who are proposed to each other.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO volunteer_match (volunteer, citizen, score, proposed_at) VALUES (:volunteer, :citizen, :score, :proposed_at)
RETURNING id;

-- name:  volunteer_match_load -> one volunteer_match_row
-- about: One match.
-- gives: text volunteer_name, text first_name, text last_name
-- reads: citizen found
-- may:   placement_read, placement_write
SELECT m.id, m.volunteer, m.citizen, m.state, m.citizen_answer, m.mentor_answer, m.score, m.proposed_at, m.event, m.version,
       v.name AS volunteer_name, c.first_name, c.last_name
  FROM volunteer_match m JOIN volunteer v ON v.id = m.volunteer JOIN citizen c ON c.id = m.citizen
 WHERE m.id = :id;

-- name:  volunteer_matches -> many volunteer_match_row
-- about: Matches that are proposed or run, in the actor's units, proposed ones first.
-- takes: int is_all, staff_id actor
-- gives: text volunteer_name, text first_name, text last_name
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT m.id, m.volunteer, m.citizen, m.state, m.citizen_answer, m.mentor_answer, m.score, m.proposed_at, m.event, m.version,
       v.name AS volunteer_name, c.first_name, c.last_name
  FROM volunteer_match m JOIN volunteer v ON v.id = m.volunteer JOIN citizen c ON c.id = m.citizen
 WHERE m.state IN ('proposed', 'running') AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor))
 ORDER BY m.state, m.id;

-- name:  volunteer_match_set -> count
-- about: How far a match has come, when nobody has changed it since `version`.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE volunteer_match
   SET state = :state, citizen_answer = :citizen_answer, mentor_answer = :mentor_answer, ended_at = :ended_at, event = :event,
       version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  volunteer_match_told -> many volunteer_match_told_row
-- about: Mentors a citizen has or had, for insight.
-- gives: text volunteer_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT v.name AS volunteer_name, m.state, m.proposed_at, m.ended_at
  FROM volunteer_match m JOIN volunteer v ON v.id = m.volunteer
 WHERE m.citizen = :citizen
 ORDER BY m.id;

-- name:  mentor_wish_told -> one mentor_wish_told_row
-- about: Whether she wants a mentor, for insight.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT branch, wished_at FROM mentor_wish WHERE citizen = :citizen;
