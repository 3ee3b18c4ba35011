-- name:  volunteer_insert -> id
-- about: A volunteer: a mentor or a language buddy.
-- may:   company_write, import
INSERT INTO volunteer (kind, name, phone, branch, town, languages, seats, chief)
VALUES (:kind, :name, :phone, :branch, :town, :languages, :seats, :chief)
RETURNING id;

-- name:  volunteer_place_insert -> id
-- about: A volunteer's place in the market: when they can meet, in which languages beside Danish, how many citizens.
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
