-- name:  proposal_units -> many proposal_unit_row
-- about: The units the actor may propose for: her own, or all. For one kind of market: how many seek, how many proposals
--        wait for an answer, and when it was worked out last.
-- takes: text kind, int is_all, staff_id actor
-- gives: text kind, int seeking, int waiting, instant run_at
-- reads: nothing, because only how many is told
-- may:   placement_read, placement_write
SELECT u.id, u.name, CAST(:kind AS TEXT) AS kind,
       CASE WHEN :kind = 'work'
            THEN (SELECT COUNT(*) FROM citizen c JOIN citizen_work w ON w.citizen = c.id
                   WHERE c.unit = u.id AND c.erased_at IS NULL AND w.is_sought = 1)
            ELSE (SELECT COUNT(*) FROM citizen d JOIN market_wish s ON s.citizen = d.id
                   WHERE d.unit = u.id AND d.erased_at IS NULL AND s.kind = :kind) END AS seeking,
       (SELECT COUNT(*) FROM proposal_accepted a JOIN work_place p ON p.id = a.work_place
         WHERE a.unit = u.id AND a.state = 'asked' AND p.kind = :kind) AS waiting,
       (SELECT MAX(made_at) FROM proposal_run r WHERE r.unit = u.id AND r.kind = :kind) AS run_at
  FROM unit u
 WHERE :is_all = 1 OR u.id IN (SELECT unit FROM staff_role WHERE staff = :actor)
 ORDER BY u.name, u.id;

-- name:  proposal_seekers -> many proposal_seeker
-- about: Everybody of a unit for whom a place may be sought. Work: something was said about it, or a scheme runs; no
--        placement is agreed or runs. Another kind: she wants it. Nobody who is parked. Where an address is
--        protected only the town is told.
-- takes: unit_id unit, day today, text kind
-- gives: text postal_code, int is_said, text branch
-- reads: each citizen
-- may:   placement_read, placement_write, import
SELECT c.id AS citizen, c.first_name, c.last_name, c.law_basis, c.readiness, c.language, c.other_languages, c.town,
       c.created_at,
       COALESCE((SELECT a.postal_code FROM citizen_address a WHERE a.citizen = c.id AND a.is_protected = 0), '')
         AS postal_code,
       CASE WHEN w.citizen IS NULL THEN 0 ELSE 1 END AS is_said,
       w.from_day, COALESCE(w.hours_min, 0) AS hours_min, COALESCE(w.hours_max, 0) AS hours_max,
       COALESCE(w.weekdays, 0) AS weekdays, COALESCE(w.care_from_minute, 0) AS care_from_minute,
       COALESCE(w.care_to_minute, 0) AS care_to_minute, COALESCE(w.commute_max, 0) AS commute_max,
       COALESCE(w.travel, '') AS travel, COALESCE(w.oral, -1) AS oral, COALESCE(w.written, -1) AS written,
       COALESCE(w.cannot, 0) AS cannot, COALESCE(w.careful, 0) AS careful,
       COALESCE(w.is_loads_asked, 0) AS is_loads_asked, COALESCE(w.certificates, 0) AS certificates,
       COALESCE((SELECT b.branch FROM market_wish b WHERE b.citizen = c.id AND b.kind = :kind), '') AS branch
  FROM citizen c LEFT JOIN citizen_work w ON w.citizen = c.id
 WHERE c.unit = :unit AND c.erased_at IS NULL
   AND (w.parked_until_day IS NULL OR w.parked_until_day <= :today)
   AND ((:kind = 'work' AND COALESCE(w.is_sought, 1) = 1
         AND (w.citizen IS NOT NULL
              OR EXISTS (SELECT 1 FROM enrolment e WHERE e.citizen = c.id AND e.state = 'active'))
         AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.citizen = c.id AND p.state IN ('agreed', 'running')))
        OR EXISTS (SELECT 1 FROM market_wish s WHERE s.citizen = c.id AND s.kind = :kind))
 ORDER BY c.first_name, c.last_name, c.id;

-- name:  proposal_seeker_functions -> many proposal_function_row
-- about: What those of a unit wish and can.
-- takes: unit_id unit
-- gives: text words
-- reads: each citizen
-- may:   placement_read, placement_write, import
SELECT f.citizen, f.kind, f.rank, f.code, COALESCE(w.words, f.code) AS words
  FROM citizen_function f JOIN citizen c ON c.id = f.citizen LEFT JOIN work_function w ON w.code = f.code
 WHERE c.unit = :unit AND c.erased_at IS NULL
 ORDER BY f.citizen, f.kind, f.rank;

-- name:  proposal_earlier_placements -> many proposal_earlier_row
-- about: Where those of a unit have been, and how it ended.
-- takes: unit_id unit
-- reads: each citizen
-- may:   placement_read, placement_write, import
SELECT p.citizen, p.company, p.end_reason
  FROM placement p JOIN citizen c ON c.id = p.citizen
 WHERE c.unit = :unit AND c.erased_at IS NULL AND p.state = 'ended'
 ORDER BY p.citizen, p.id;

-- name:  proposal_openings -> many proposal_opening
-- about: All open places of a kind, with how many of their seats are held. Work: of companies that are willing. A course:
--        of the unit's own groups, with the group's week and capacity; those who are on it, or wait for a
--        place, hold a seat. A group for some alone is not proposed: sex is no input here.
-- takes: day today, text kind, unit_id unit
-- gives: text company_name, text town, text postal_code, text function_words, int seats, day to_day, int weekdays, int from_minute, int to_minute, text branch, flag is_trained, int taken
-- reads: nothing, because of citizens only how many is told
-- may:   placement_read, placement_write, company_read, import
SELECT w.id, w.company, m.name AS company_name, m.town, m.postal_code, w.words, w.function_code,
       COALESCE(f.words, w.function_code) AS function_words, COALESCE(g.capacity, w.seats) AS seats, w.from_day,
       COALESCE(w.to_day, g.to_day) AS to_day, w.hours_min, w.hours_max,
       COALESCE((SELECT SUM(DISTINCT CASE s.weekday WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 4 WHEN 3 THEN 8 WHEN 4 THEN 16
                                                    WHEN 5 THEN 32 ELSE 64 END)
                   FROM group_slot s WHERE s.course_group = g.id), w.weekdays) AS weekdays,
       COALESCE((SELECT MIN(s.from_minute) FROM group_slot s WHERE s.course_group = g.id), w.from_minute) AS from_minute,
       COALESCE((SELECT MAX(s.to_minute) FROM group_slot s WHERE s.course_group = g.id), w.to_minute) AS to_minute,
       w.oral, w.written, w.loads, w.certificates, w.targets, w.has_mentor, w.languages, w.paid_prospect,
       COALESCE(v.branch, '') AS branch,
       CASE WHEN v.first_day IS NOT NULL AND v.second_day IS NOT NULL THEN 1 ELSE 0 END AS is_trained,
       (SELECT COUNT(*) FROM proposal_accepted a
         WHERE a.work_place = w.id
           AND (a.state IN ('asked', 'agreed')
                OR (a.state = 'started' AND a.placement IS NULL AND w.course_group IS NULL)
                OR (a.state = 'started' AND EXISTS (SELECT 1 FROM placement p WHERE p.id = a.placement
                                                       AND p.state IN ('agreed', 'running')))))
       + (SELECT COUNT(*) FROM group_member b
           WHERE b.course_group = w.course_group AND b.is_drop_in = 0 AND COALESCE(b.ended_day, b.to_day, :today) >= :today)
       + (SELECT COUNT(*) FROM group_wait x
           WHERE x.course_group = w.course_group AND x.state IN ('waiting', 'offered')) AS taken
  FROM work_place w JOIN work_place_holder m ON m.id = w.id LEFT JOIN company c ON c.id = w.company
       LEFT JOIN volunteer v ON v.id = w.volunteer LEFT JOIN course_group g ON g.id = w.course_group
       LEFT JOIN work_function f ON f.code = w.function_code
 WHERE w.state = 'open' AND w.kind = :kind
   AND (c.id IS NULL
        OR (c.merged_into IS NULL AND (c.state = 'willing' OR (c.state = 'pausing' AND c.pause_until_day <= :today))))
   AND v.left_day IS NULL
   AND (g.id IS NULL OR (g.unit = :unit AND g.for_whom = '' AND (g.to_day IS NULL OR g.to_day >= :today)))
   AND (w.to_day IS NULL OR w.to_day >= :today)
 ORDER BY w.id;

-- name:  proposal_group_places
-- about: Each of a unit's groups that goes on has its place in the market of courses.
-- takes: text words, instant created_at, unit_id unit, day today
-- may:   placement_write
INSERT INTO work_place (kind, course_group, words, created_at)
SELECT 'course_seat', g.id, :words, :created_at
  FROM course_group g
 WHERE g.unit = :unit AND (g.to_day IS NULL OR g.to_day >= :today)
   AND NOT EXISTS (SELECT 1 FROM work_place w WHERE w.course_group = g.id)
    ON CONFLICT DO NOTHING;

-- name:  proposal_controls -> many proposal_control_row
-- about: What holds in a unit's market of a kind: until lifted, or in this run alone.
-- takes: unit_id unit, proposal_run_id proposal_run, text kind
-- gives: text staff_name, text place_words, text company_name, text first_name, text last_name
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT k.id, k.kind, k.citizen, k.work_place, k.proposal_run, k.words, k.set_at, k.before_matched, k.before_score,
       k.after_matched, k.after_score, s.name AS staff_name, w.words AS place_words, m.name AS company_name,
       COALESCE(c.first_name, '') AS first_name, COALESCE(c.last_name, '') AS last_name
  FROM proposal_control k JOIN work_place w ON w.id = k.work_place JOIN work_place_holder m ON m.id = w.id
       LEFT JOIN staff s ON s.id = k.set_by LEFT JOIN citizen c ON c.id = k.citizen
 WHERE k.unit = :unit AND k.lifted_at IS NULL
   AND (k.proposal_run IS NULL OR k.proposal_run = :proposal_run) AND w.kind = :kind
 ORDER BY k.id;

-- name:  proposal_control_insert -> id
-- about: Something a caseworker says beside the data, with what it did to the whole.
-- reads: nothing, because the guard was asked when the proposal was loaded
-- may:   placement_write
INSERT INTO proposal_control (unit, kind, citizen, work_place, proposal_run, words, set_at, set_by, before_matched,
                              before_score, after_matched, after_score, event)
VALUES (:unit, :kind, :citizen, :work_place, :proposal_run, :words, :set_at, :set_by, :before_matched, :before_score,
        :after_matched, :after_score, :event)
RETURNING id;

-- name:  proposal_control_lift -> count
-- about: It no longer holds.
-- reads: nothing, because only the line is changed
-- may:   placement_write
UPDATE proposal_control SET lifted_at = :lifted_at, lifted_by = :lifted_by
 WHERE id = :id AND unit = :unit AND lifted_at IS NULL;

-- name:  proposal_run_insert -> id
-- about: A working out.
-- may:   placement_write
INSERT INTO proposal_run (unit, kind, made_at, made_by, rule_version, weight_set, citizens, openings, seats, matched, score,
                          matched_bound, score_bound, is_certified, event)
VALUES (:unit, :kind, :made_at, :made_by, :rule_version, :weight_set, :citizens, :openings, :seats, :matched, :score,
        :matched_bound, :score_bound, :is_certified, 0)
RETURNING id;

-- name:  proposal_run_set_event
-- about: The journal's event of a run, with the digest of its proposals.
-- may:   placement_write
UPDATE proposal_run SET event = :event WHERE id = :id AND event = 0;

-- name:  proposal_run_newest -> one proposal_run_row
-- about: The newest run of a unit's market of a kind.
-- may:   placement_read, placement_write
SELECT id, unit, kind, made_at, made_by, rule_version, weight_set, citizens, openings, seats, matched, score, matched_bound,
       score_bound, is_certified
  FROM proposal_run
 WHERE id = (SELECT MAX(id) FROM proposal_run WHERE unit = :unit AND kind = :kind);

-- name:  proposal_insert -> id
-- about: One citizen's proposal in a run.
-- reads: nothing, because the citizens were read with the market
-- may:   placement_write
INSERT INTO proposal (proposal_run, citizen, work_place, score, cause, made_at, facts, digest)
VALUES (:proposal_run, :citizen, :work_place, :score, :cause, :made_at, :facts, :digest)
RETURNING id;

-- name:  proposal_of_run -> many proposal_row
-- about: The proposals of a run that stand: the newest of each citizen.
-- gives: text first_name, text last_name
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT p.id, p.proposal_run, p.citizen, p.work_place, p.score, p.cause, p.made_at, p.digest, c.first_name, c.last_name
  FROM proposal p JOIN citizen c ON c.id = p.citizen
 WHERE p.proposal_run = :proposal_run AND c.erased_at IS NULL
   AND p.id = (SELECT MAX(q.id) FROM proposal q WHERE q.proposal_run = p.proposal_run AND q.citizen = p.citizen)
 ORDER BY c.first_name, c.last_name, p.citizen;

-- name:  proposal_load -> one proposal_one
-- about: One proposal as it was shown.
-- gives: text first_name, text last_name, text place_words, text company_name, unit_id unit
-- takes: proposal_id id
-- reads: citizen found
-- may:   placement_read, placement_write
SELECT p.id, p.proposal_run, p.citizen, p.work_place, p.score, p.cause, p.made_at, p.facts, p.digest, c.first_name,
       c.last_name, w.words AS place_words, m.name AS company_name, w.company, w.volunteer, w.course_group, r.unit, r.kind, r.rule_version, r.weight_set,
       r.is_certified
  FROM proposal p JOIN citizen c ON c.id = p.citizen JOIN proposal_run r ON r.id = p.proposal_run
       LEFT JOIN work_place w ON w.id = p.work_place LEFT JOIN work_place_holder m ON m.id = w.id
 WHERE p.id = :id;

-- name:  proposal_step_insert -> id
-- about: What a person decided or answered.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO proposal_step (proposal, citizen, kind, reason, words, taken_at, staff, event)
VALUES (:proposal, :citizen, :kind, :reason, :words, :taken_at, :staff, :event)
RETURNING id;

-- name:  proposal_steps_of -> many proposal_step_row
-- about: What happened to the proposals of a citizen, newest first.
-- takes: int most
-- gives: text staff_name, text place_words, text company_name
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT s.id, s.proposal, s.citizen, s.kind, s.reason, s.words, s.taken_at, t.name AS staff_name,
       COALESCE(w.words, '') AS place_words, COALESCE(m.name, '') AS company_name
  FROM proposal_step s JOIN proposal p ON p.id = s.proposal LEFT JOIN staff t ON t.id = s.staff
       LEFT JOIN work_place w ON w.id = p.work_place LEFT JOIN work_place_holder m ON m.id = w.id
 WHERE s.citizen = :citizen
 ORDER BY s.id DESC
 LIMIT :most;

-- name:  proposal_accepted_insert
-- about: A proposal that somebody accepted; its seat is held from now on, and its events stand at its company of today.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO proposal_accepted (proposal, citizen, work_place, unit, company_answer, accepted_at, home)
VALUES (:proposal, :citizen, :work_place, :unit, :company_answer, :accepted_at, :home);

-- name:  proposal_accepted_load -> one proposal_accepted_row
-- about: How far an accepted proposal has come.
-- gives: int relation, company_id company, text company_name, text place_words, staff_id consultant
-- reads: citizen found
-- may:   placement_read, placement_write
SELECT a.proposal, a.citizen, a.work_place, a.unit, a.state, a.citizen_answer, a.company_answer, a.placement, a.accepted_at,
       a.version, a.home, COALESCE(a.relation, 0) AS relation, w.company, w.kind, w.volunteer, w.course_group, m.name AS company_name, w.words AS place_words, m.consultant
  FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place JOIN work_place_holder m ON m.id = w.id
 WHERE a.proposal = :proposal;

-- name:  proposal_accepted_of_unit -> many proposal_accepted_row
-- about: Accepted proposals of a unit's market of a kind whose seat is held.
-- takes: unit_id unit, text kind
-- gives: int relation, company_id company, text company_name, text place_words, staff_id consultant
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT a.proposal, a.citizen, a.work_place, a.unit, a.state, a.citizen_answer, a.company_answer, a.placement, a.accepted_at,
       a.version, a.home, COALESCE(a.relation, 0) AS relation, w.company, w.kind, w.volunteer, w.course_group, m.name AS company_name, w.words AS place_words, m.consultant
  FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place JOIN work_place_holder m ON m.id = w.id
 WHERE a.unit = :unit AND a.state IN ('asked', 'agreed') AND w.kind = :kind
 ORDER BY a.proposal;

-- name:  proposal_accepted_current -> many proposal_accepted_row
-- about: The same, and those that have begun without a placement.
-- takes: unit_id unit, text kind
-- gives: int relation, company_id company, text company_name, text place_words, staff_id consultant
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT a.proposal, a.citizen, a.work_place, a.unit, a.state, a.citizen_answer, a.company_answer, a.placement, a.accepted_at,
       a.version, a.home, COALESCE(a.relation, 0) AS relation, w.company, w.kind, w.volunteer, w.course_group, m.name AS company_name, w.words AS place_words, m.consultant
  FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place JOIN work_place_holder m ON m.id = w.id
 WHERE a.unit = :unit AND w.kind = :kind
   AND (a.state IN ('asked', 'agreed') OR (a.state = 'started' AND a.placement IS NULL))
 ORDER BY a.proposal;

-- name:  proposal_accepted_set -> count
-- about: How far it has come now, when nobody has changed it since `version`.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE proposal_accepted
   SET state = :state, citizen_answer = :citizen_answer, company_answer = :company_answer, placement = :placement,
       version = version + 1
 WHERE proposal = :proposal AND citizen = :citizen AND version = :version;

-- name:  weight_set_newest -> one weight_set_row
-- about: The municipality's own weights that count; none: those of the file.
-- gives: text staff_name
-- may:   logged_in, import
SELECT s.id, s.made_at, s.made_by, s.words, t.name AS staff_name
  FROM weight_set s JOIN staff t ON t.id = s.made_by
 WHERE s.id = (SELECT MAX(id) FROM weight_set);

-- name:  weight_sets -> many weight_set_row
-- about: All versions of the weights, newest first.
-- gives: text staff_name
-- takes: int most
-- may:   logged_in
SELECT s.id, s.made_at, s.made_by, s.words, t.name AS staff_name
  FROM weight_set s JOIN staff t ON t.id = s.made_by
 ORDER BY s.id DESC
 LIMIT :most;

-- name:  weight_set_insert -> id
-- about: A new version of the weights.
-- may:   scheme_write
INSERT INTO weight_set (made_at, made_by, words) VALUES (:made_at, :made_by, :words) RETURNING id;

-- name:  criterion_weight_insert
-- about: One weight of a version.
-- may:   scheme_write
INSERT INTO criterion_weight (weight_set, criterion, weight) VALUES (:weight_set, :criterion, :weight);

-- name:  criterion_weights -> many criterion_weight_row
-- about: The weights of a version.
-- may:   logged_in, import
SELECT criterion, weight FROM criterion_weight WHERE weight_set = :weight_set ORDER BY criterion;

-- name:  proposal_caseworkers -> many proposal_caseworker
-- about: Who has the case, for telling them that somebody said no.
-- reads: citizen = :citizen
-- may:   placement_write
SELECT staff FROM staffing WHERE citizen = :citizen AND role = 'caseworker' AND to_at IS NULL ORDER BY staff;

-- name:  proposal_audit -> many proposal_audit_row
-- about: How decided proposals of a kind were followed or overridden, by sex, language and age group; only numbers. A no of
--        either side is a step whose code ends with "_no".
-- takes: instant from_at, day today, text kind
-- gives: text sex, text language, int age_group, int accepted, int changed, int rejected, int declined
-- reads: nothing, because only how many is told
-- may:   result_read
SELECT c.sex, c.language,
       CASE WHEN c.born_day IS NULL THEN 0 WHEN :today - c.born_day < 10957 THEN 1
            WHEN :today - c.born_day < 18262 THEN 2 ELSE 3 END AS age_group,
       SUM(CASE WHEN s.kind = 'accepted' THEN 1 ELSE 0 END) AS accepted,
       SUM(CASE WHEN s.kind = 'changed' THEN 1 ELSE 0 END) AS changed,
       SUM(CASE WHEN s.kind = 'rejected' THEN 1 ELSE 0 END) AS rejected,
       SUM(CASE WHEN s.kind LIKE '%_no' THEN 1 ELSE 0 END) AS declined
  FROM proposal_step s JOIN citizen c ON c.id = s.citizen JOIN proposal p ON p.id = s.proposal
       JOIN proposal_run r ON r.id = p.proposal_run
 WHERE s.taken_at >= :from_at AND r.kind = :kind
 GROUP BY c.sex, c.language, age_group
 ORDER BY c.sex, c.language, age_group;

-- name:  proposal_told -> many proposal_told_row
-- about: All proposals about a citizen, for insight.
-- gives: text place_words, text company_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT p.id, p.made_at, p.score, p.cause, p.facts, COALESCE(w.words, '') AS place_words,
       COALESCE(m.name, '') AS company_name
  FROM proposal p LEFT JOIN work_place w ON w.id = p.work_place LEFT JOIN work_place_holder m ON m.id = w.id
 WHERE p.citizen = :citizen
 ORDER BY p.id;

-- name:  proposal_step_told -> many proposal_step_told_row
-- about: What was decided and answered about her, for insight.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT kind, reason, words, taken_at FROM proposal_step WHERE citizen = :citizen ORDER BY id;

-- name:  proposal_erase_facts
-- about: What was said about her in proposals is gone; that there were proposals stays for statistics.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE proposal SET facts = '' WHERE citizen = :citizen;

-- name:  proposal_erase_steps
-- about: The words of decisions and answers are gone.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE proposal_step SET words = '' WHERE citizen = :citizen;

-- name:  proposal_accepted_of_citizen -> many proposal_accepted_row
-- about: What a citizen had accepted and is not over, for ending its clocks with her case.
-- gives: int relation, company_id company, text company_name, text place_words, staff_id consultant
-- reads: citizen = :citizen
-- may:   case_erase
SELECT a.proposal, a.citizen, a.work_place, a.unit, a.state, a.citizen_answer, a.company_answer, a.placement, a.accepted_at,
       a.version, a.home, COALESCE(a.relation, 0) AS relation, w.company, w.kind, w.volunteer, w.course_group, m.name AS company_name, w.words AS place_words, m.consultant
  FROM proposal_accepted a JOIN work_place w ON w.id = a.work_place JOIN work_place_holder m ON m.id = w.id
 WHERE a.citizen = :citizen AND a.placement IS NULL AND a.state IN ('asked', 'agreed', 'started')
 ORDER BY a.proposal;

-- name:  proposal_erase_accepted
-- about: What was accepted and is no placement holds its place no longer.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE proposal_accepted SET state = 'ended', version = version + 1
 WHERE citizen = :citizen AND placement IS NULL AND state IN ('asked', 'agreed', 'started');

-- name:  proposal_erase_controls
-- about: The words of what was said beside the data are gone.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE proposal_control SET words = '' WHERE citizen = :citizen;
