-- name:  sanction_case_insert -> id
-- about: A case about absence, opened by the actor.
-- reads: citizen = :citizen
-- may:   sanction_write
INSERT INTO sanction_case (citizen, kind, scheme, breach_day, opened_at, opened_by)
VALUES (:citizen, :kind, :scheme, :breach_day, :opened_at, :opened_by)
RETURNING id;

-- name:  sanction_case_load -> one sanction_case_row
-- about: One case with whom it is about.
-- gives: text first_name, text last_name, text language, text other_languages, text readiness, text phone, unit_id unit, flag is_protected, flag has_no_address, text opened_by_name
-- reads: citizen found
-- may:   case_read, sanction_write, sanction_decide
SELECT k.id, k.citizen, k.kind, k.scheme, k.breach_day, k.state, k.outcome, k.reason, k.opened_at, k.opened_by, k.version,
       c.first_name, c.last_name, c.language, c.other_languages, c.readiness, c.phone, c.unit,
       coalesce(a.is_protected, 0) AS is_protected, coalesce(a.has_none, 0) AS has_no_address, s.name AS opened_by_name
  FROM sanction_case k JOIN citizen c ON c.id = k.citizen JOIN staff s ON s.id = k.opened_by
       LEFT JOIN citizen_address a ON a.citizen = k.citizen
 WHERE k.id = :id;

-- name:  sanction_case_set -> count
-- about: Where a case stands, when nobody has changed it since `version`.
-- reads: citizen = :citizen
-- may:   sanction_write, sanction_decide
UPDATE sanction_case SET state = :state, outcome = :outcome, reason = :reason, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  sanction_earlier -> value
-- about: How many of a citizen's other cases, about absence before this, ended in a sanction that stands.
-- gives: int how_many
-- reads: citizen = :citizen
-- may:   case_read, sanction_write, sanction_decide
SELECT count(*) AS how_many FROM sanction_case
 WHERE citizen = :citizen AND id <> :id AND outcome = 'sanction' AND breach_day < :breach_day;

-- name:  sanction_cases_of -> many sanction_of_citizen
-- about: A citizen's cases, newest first.
-- reads: citizen = :citizen
-- may:   case_read, sanction_write, sanction_decide
SELECT id, citizen, kind, breach_day, state, outcome, reason, opened_at
  FROM sanction_case WHERE citizen = :citizen ORDER BY breach_day DESC, id DESC;

-- name:  sanction_cases_open -> many sanction_listed
-- about: Cases that are not over, in the actor's reach, the oldest breach first: an officer's all that are her unit's,
-- about: the benefits unit's those that were sent to it. What was done last, and the deadline it set.
-- takes: int is_all, int is_benefits, staff_id actor, int most
-- gives: text first_name, text last_name, text step, day step_day, day due_day, text staff_name
-- reads: each citizen
-- may:   case_read, sanction_write, sanction_decide
SELECT k.id, k.citizen, k.kind, k.breach_day, k.state, k.outcome, c.first_name, c.last_name, t.kind AS step, t.happened_day AS step_day,
       (SELECT max(d.due_day) FROM sanction_step d
         WHERE d.sanction_case = k.id AND d.kind = 'heard' AND d.undone_at IS NULL) AS due_day,
       s.name AS staff_name
  FROM sanction_case k JOIN citizen c ON c.id = k.citizen
       JOIN sanction_step t ON t.id = (SELECT max(n.id) FROM sanction_step n
                                        WHERE n.sanction_case = k.id AND n.undone_at IS NULL)
       JOIN staff s ON s.id = t.staff
 WHERE k.state IN ('open', 'recommended', 'decided')
   AND (:is_all = 1
        OR (:is_benefits = 1 AND k.state IN ('recommended', 'decided'))
        OR c.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY k.breach_day, k.id
 LIMIT :most;

-- name:  sanction_cases_counted -> many sanction_counted
-- about: How many cases there are in each state and outcome, opened in a period.
-- takes: instant since, instant before
-- gives: int cases, int people
-- reads: nothing, because only how many is told
-- may:   case_read, sanction_write, sanction_decide, result_read
SELECT k.outcome, k.reason, count(*) AS cases, count(DISTINCT k.citizen) AS people
  FROM sanction_case k
 WHERE k.opened_at >= :since AND k.opened_at < :before
 GROUP BY k.outcome, k.reason
 ORDER BY k.outcome, k.reason;

-- name:  sanction_absence_insert -> id
-- about: A day that the case is about.
-- reads: citizen = :citizen
-- may:   sanction_write
INSERT INTO sanction_absence (sanction_case, citizen, absent_day, attendance, placement, meeting)
VALUES (:sanction_case, :citizen, :absent_day, :attendance, :placement, :meeting)
RETURNING id;

-- name:  sanction_absence_set_event
-- about: The journal's event that opened the case for this day.
-- reads: citizen = :citizen
-- may:   sanction_write
UPDATE sanction_absence SET event = :event WHERE id = :id AND citizen = :citizen;

-- name:  sanction_absences -> many sanction_absence_row
-- about: The days a case is about, as they are marked now: a mark that was corrected since is seen here.
-- takes: sanction_case_id sanction_case, citizen_id citizen
-- gives: text what, text mark, text note, int away_minutes, int day_minutes
-- reads: citizen = :citizen
-- may:   case_read, sanction_write, sanction_decide
SELECT a.id, a.absent_day, a.attendance, a.placement, a.meeting, a.event,
       CASE WHEN a.attendance IS NOT NULL THEN g.name WHEN a.placement IS NOT NULL THEN m.name ELSE t.code END AS what,
       CASE WHEN a.attendance IS NOT NULL THEN n.mark
            WHEN a.placement IS NOT NULL THEN coalesce(pa.mark, 'attended')
            WHEN t.state = 'no_show' THEN 'unlawful' ELSE 'attended' END AS mark,
       coalesce(n.note, '') AS note, coalesce(n.away_minutes, 0) AS away_minutes,
       coalesce((SELECT sum(d.to_minute - d.from_minute) FROM group_session d
                  WHERE d.course_group = s.course_group AND d.day = s.day AND d.state <> 'cancelled'), 0) AS day_minutes
  FROM sanction_absence a
       LEFT JOIN attendance n ON n.id = a.attendance
       LEFT JOIN group_session s ON s.id = n.session
       LEFT JOIN course_group g ON g.id = s.course_group
       LEFT JOIN placement p ON p.id = a.placement
       LEFT JOIN company m ON m.id = p.company
       LEFT JOIN placement_absence pa ON pa.placement = a.placement AND pa.absent_day = a.absent_day
       LEFT JOIN meeting t ON t.id = a.meeting
 WHERE a.sanction_case = :sanction_case AND a.citizen = :citizen
 ORDER BY a.absent_day, a.id;

-- name:  absence_without_case -> many absence_waiting
-- about: A citizen's unlawful absence since a day that no case is about: groups, workplaces and talks.
-- takes: citizen_id citizen, instant since_at, day since
-- gives: text origin, int origin_id, day absent_day, instant meets_at, text what, text note
-- reads: citizen = :citizen
-- may:   case_read, sanction_write
SELECT 'group' AS origin, n.id AS origin_id, s.day AS absent_day, CAST(NULL AS BIGINT) AS meets_at, g.name AS what, n.note
  FROM attendance n JOIN group_session s ON s.id = n.session JOIN course_group g ON g.id = s.course_group
 WHERE n.citizen = :citizen AND n.mark = 'unlawful' AND s.day >= :since
   AND NOT EXISTS (SELECT 1 FROM sanction_absence a WHERE a.attendance = n.id)
UNION ALL
SELECT 'placement', p.placement, p.absent_day, CAST(NULL AS BIGINT), m.name, ''
  FROM placement_absence p JOIN placement q ON q.id = p.placement JOIN company m ON m.id = q.company
 WHERE p.citizen = :citizen AND p.mark = 'unlawful' AND p.absent_day >= :since
   AND NOT EXISTS (SELECT 1 FROM sanction_absence a WHERE a.placement = p.placement AND a.absent_day = p.absent_day)
UNION ALL
SELECT 'meeting', t.id, CAST(NULL AS BIGINT), t.meets_at, t.code, ''
  FROM meeting t
 WHERE t.citizen = :citizen AND t.state = 'no_show' AND t.meets_at >= :since_at
   AND NOT EXISTS (SELECT 1 FROM sanction_absence a WHERE a.meeting = t.id)
 ORDER BY 3, 2;

-- name:  absence_waiting_people -> many absence_person
-- about: Citizens in the actor's reach with unlawful absence since a day that no case is about: how many days, and the
-- about: last of them.
-- takes: int is_all, staff_id actor, instant since_at, day since, int most
-- gives: int days, day last_day, instant last_at
-- reads: each citizen
-- may:   sanction_write
SELECT c.id AS citizen, c.first_name, c.last_name, count(*) AS days, max(w.absent_day) AS last_day, max(w.meets_at) AS last_at
  FROM (SELECT n.citizen, s.day AS absent_day, CAST(NULL AS BIGINT) AS meets_at
          FROM attendance n JOIN group_session s ON s.id = n.session
         WHERE n.mark = 'unlawful' AND s.day >= :since
           AND NOT EXISTS (SELECT 1 FROM sanction_absence a WHERE a.attendance = n.id)
        UNION ALL
        SELECT p.citizen, p.absent_day, CAST(NULL AS BIGINT)
          FROM placement_absence p
         WHERE p.mark = 'unlawful' AND p.absent_day >= :since
           AND NOT EXISTS (SELECT 1 FROM sanction_absence a WHERE a.placement = p.placement AND a.absent_day = p.absent_day)
        UNION ALL
        SELECT t.citizen, CAST(NULL AS BIGINT), t.meets_at
          FROM meeting t
         WHERE t.citizen IS NOT NULL AND t.state = 'no_show' AND t.meets_at >= :since_at
           AND NOT EXISTS (SELECT 1 FROM sanction_absence a WHERE a.meeting = t.id)) w
       JOIN citizen c ON c.id = w.citizen
 WHERE c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 GROUP BY c.id, c.first_name, c.last_name
 ORDER BY c.first_name, c.last_name, c.id
 LIMIT :most;

-- name:  guidance_handed_over -> many guidance_row
-- about: Documents handed over to a citizen, oldest first: which of them are guidance, their schemes say.
-- reads: citizen = :citizen
-- may:   case_read, sanction_write, sanction_decide
SELECT id, citizen, scheme, code, title, language, handed_over_at
  FROM document
 WHERE citizen = :citizen AND handed_over_at IS NOT NULL
 ORDER BY handed_over_at, id;

-- name:  sanction_step_insert -> id
-- about: A step of a case.
-- reads: citizen = :citizen
-- may:   sanction_write, sanction_decide
INSERT INTO sanction_step (sanction_case, citizen, kind, choice, source, words, more_words, happened_day, due_day, language,
                           days, document, refers, event, state_before, outcome_before, reason_before, taken_at, staff)
VALUES (:sanction_case, :citizen, :kind, :choice, :source, :words, :more_words, :happened_day, :due_day, :language,
        :days, :document, :refers, :event, :state_before, :outcome_before, :reason_before, :taken_at, :staff)
RETURNING id;

-- name:  sanction_steps -> many sanction_step_row
-- about: Everything done in a case, also what was taken back, oldest first.
-- takes: sanction_case_id sanction_case, citizen_id citizen
-- gives: text staff_name, text undone_name
-- reads: citizen = :citizen
-- may:   case_read, sanction_write, sanction_decide
SELECT t.id, t.kind, t.choice, t.source, t.words, t.more_words, t.happened_day, t.due_day, t.language, t.days, t.document,
       t.refers, t.event, t.state_before, t.outcome_before, t.reason_before, t.taken_at, t.staff, s.name AS staff_name, t.undone_at, u.name AS undone_name
  FROM sanction_step t JOIN staff s ON s.id = t.staff LEFT JOIN staff u ON u.id = t.undone_by
 WHERE t.sanction_case = :sanction_case AND t.citizen = :citizen
 ORDER BY t.id;

-- name:  sanction_step_undo -> count
-- about: The step is taken back; it stays to be read.
-- takes: staff_id actor
-- reads: citizen = :citizen
-- may:   sanction_write, sanction_decide
UPDATE sanction_step SET undone_at = :undone_at, undone_by = :actor WHERE id = :id AND citizen = :citizen AND undone_at IS NULL;

-- name:  sanction_letter -> one sanction_letter_row
-- about: The words of a letter of the case, for those who may not open other documents; has_pdf: it was printed.
-- takes: document_id document
-- gives: flag has_pdf
-- reads: citizen = :citizen
-- may:   case_read, sanction_write, sanction_decide
SELECT d.citizen, d.title, d.number, d.language, d.made_at,
       CASE WHEN EXISTS (SELECT 1 FROM letter l WHERE l.document = d.id) THEN 1 ELSE 0 END AS has_pdf
  FROM document d WHERE d.id = :document AND d.citizen = :citizen;

-- name:  sanction_letter_of_step -> value
-- about: Which letter the document of a step is; 0 when it is none of the case.
-- takes: sanction_case_id sanction_case, document_id document, citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_read, sanction_write, sanction_decide
SELECT l.id
  FROM letter l JOIN sanction_step t ON t.document = l.document
 WHERE t.sanction_case = :sanction_case AND l.document = :document AND l.citizen = :citizen
 LIMIT 1;

-- name:  sanction_letter_pdf -> value
-- about: The letter of a step as it was printed, when it has no address that is protected, for the same.
-- takes: sanction_case_id sanction_case, document_id document, citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_read, sanction_write, sanction_decide
SELECT l.pdf
  FROM letter l JOIN sanction_step t ON t.document = l.document
 WHERE t.sanction_case = :sanction_case AND l.document = :document AND l.citizen = :citizen
   AND NOT (l.has_address = 1 AND EXISTS (SELECT 1 FROM citizen_address a WHERE a.citizen = l.citizen AND a.is_protected = 1))
 LIMIT 1;

-- name:  sanction_deadlines -> many sanction_deadline
-- about: The clocks of one case that run.
-- takes: citizen_id citizen, int subject_kind, int subject
-- reads: citizen = :citizen
-- may:   case_read, sanction_write, sanction_decide
SELECT o.id, o.scheme, o.rule, o.due_at, o.is_hour_rule, o.state
  FROM obligation o
 WHERE o.stream_kind = 0 AND o.stream = :citizen AND o.subject_kind = :subject_kind AND o.subject = :subject AND o.state = 0
 ORDER BY o.due_at, o.id;

-- name:  sanction_role_of -> value
-- about: The job function by which somebody may decide, for the event; '' when there is none.
-- takes: staff_id actor
-- gives: text code
-- may:   sanction_decide, sanction_write
SELECT coalesce(min(r.code), '') AS code
  FROM staff_role sr JOIN role r ON r.id = sr.role JOIN role_permission p ON p.role = r.id
 WHERE sr.staff = :actor AND p.permission = 'sanction_decide';

-- name:  sanction_told -> many sanction_told_row
-- about: Cases about a citizen's absence, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT id, kind, breach_day, state, outcome, reason, opened_at FROM sanction_case WHERE citizen = :citizen ORDER BY opened_at, id;

-- name:  sanction_steps_told -> many sanction_step_told_row
-- about: What was done in them, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT id, kind, choice, source, words, more_words, happened_day, due_day, undone_at
  FROM sanction_step WHERE citizen = :citizen ORDER BY id;

-- name:  sanction_steps_erase
-- about: The words go; that a step was taken stays.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE sanction_step SET words = '', more_words = '' WHERE citizen = :citizen;
