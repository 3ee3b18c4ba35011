-- name:  placement_insert -> id
-- about: A placement as agreed.
-- reads: citizen = :citizen
-- may:   placement_write, import
INSERT INTO placement (citizen, company, before, kind, purpose, state, functions, consideration, from_day, to_day,
                       weekdays, from_minute, to_minute, timetable, contact, mentor, consultant, transport,
                       expect_citizen, expect_company, expect_centre, agreed_at, scheme, code, is_in_place,
                       before_kind, is_same_company)
VALUES (:citizen, :company, :before, :kind, :purpose, 'agreed', :functions, :consideration, :from_day, :to_day,
        :weekdays, :from_minute, :to_minute, :timetable, :contact, :mentor, :consultant, :transport,
        :expect_citizen, :expect_company, :expect_centre, :agreed_at, :scheme, :code, :is_in_place,
        COALESCE((SELECT b.kind FROM placement b WHERE b.id = :before), ''),
        COALESCE((SELECT CASE WHEN b.company = :company THEN 1 ELSE 0 END FROM placement b WHERE b.id = :before), 0))
RETURNING id;

-- name:  placement_load -> one placement_row
-- about: One placement with its company and contact.
-- gives: text company_name, text contact_name, text contact_phone, text consultant_name
-- reads: citizen found
-- may:   placement_read, placement_write
SELECT p.id, p.citizen, p.company, m.name AS company_name, p.before, p.kind, p.purpose, p.state, p.functions,
       p.consideration, p.from_day, p.to_day, p.weekdays, p.from_minute, p.to_minute, p.timetable, p.contact,
       k.name AS contact_name, k.phone AS contact_phone, p.mentor, p.consultant, s.name AS consultant_name,
       p.transport, p.expect_citizen, p.expect_company, p.expect_centre, p.agreed_at, p.started_day, p.ended_day,
       p.end_reason, p.next_step, p.scheme, p.code, p.started_event, p.ended_event, p.instructed_day, p.planned_next,
       p.planned_next_day, p.clarified, p.end_words, p.version
  FROM placement p JOIN company m ON m.id = p.company
       LEFT JOIN company_contact k ON k.id = p.contact LEFT JOIN staff s ON s.id = p.consultant
 WHERE p.id = :id;

-- name:  placement_of_citizen -> many placement_listed
-- about: A citizen's placements, newest first.
-- gives: text company_name
-- reads: citizen = :citizen
-- may:   case_read, case_work, placement_read, placement_write
SELECT p.id, p.citizen, p.company, m.name AS company_name, p.before, p.kind, p.purpose, p.state, p.from_day, p.to_day,
       p.started_day, p.ended_day, p.end_reason
  FROM placement p JOIN company m ON m.id = p.company
 WHERE p.citizen = :citizen
 ORDER BY p.from_day DESC, p.id DESC;

-- name:  placement_deadline -> one placement_deadline_row
-- about: The open deadline of a duty about a placement that comes first, whichever scheme asks for it: follow_up,
-- paid_growth.
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT id, due_at
  FROM obligation
 WHERE citizen = :citizen AND subject_kind = :subject_kind AND subject = :subject AND duty = :duty AND state = 0
 ORDER BY due_at, id
 LIMIT 1;

-- name:  placement_newest -> value
-- about: The citizen's newest placement, the one before a new one; n = 0 when there is none.
-- reads: citizen = :citizen
-- may:   placement_read, placement_write, import
SELECT id FROM placement WHERE citizen = :citizen ORDER BY from_day DESC, id DESC LIMIT 1;

-- name:  placement_to_begin -> many placement_due
-- about: Agreed placements whose first day has come, in the actor's reach: somebody says whether they began.
-- takes: day today, int is_all, staff_id actor
-- gives: text company_name
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT p.id, p.citizen, c.first_name, c.last_name, p.company, m.name AS company_name, p.from_day
  FROM placement p JOIN citizen c ON c.id = p.citizen JOIN company m ON m.id = p.company
 WHERE p.state = 'agreed' AND p.from_day <= :today
   AND (:is_all = 1 OR p.consultant = :actor OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY p.from_day, p.id;

-- name:  placement_sector -> one placement_sector_row
-- about: Whether a company is private or public, for the event of a job.
-- takes: company_id company
-- may:   placement_write, import
SELECT sector FROM company WHERE id = :company;

-- name:  placement_set_begun -> count
-- about: It has begun on a day.
-- reads: citizen = :citizen
-- may:   placement_write, import
UPDATE placement
   SET state = 'running', started_day = :started_day, started_event = :started_event, version = version + 1
 WHERE id = :id AND citizen = :citizen AND state = 'agreed' AND version = :version;

-- name:  placement_set_ended -> count
-- about: It has ended on a day, with the reason and what comes next.
-- reads: citizen = :citizen
-- may:   placement_write, import
UPDATE placement
   SET state = 'ended', ended_day = :ended_day, end_reason = :end_reason, next_step = :next_step,
       clarified = :clarified, end_words = :end_words, ended_event = :ended_event, version = version + 1
 WHERE id = :id AND citizen = :citizen AND state <> 'ended' AND version = :version;

-- name:  placement_set_open_again -> count
-- about: The end was a mistake: it runs on.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE placement
   SET state = CASE WHEN started_day IS NULL THEN 'agreed' ELSE 'running' END, ended_day = NULL, end_reason = '',
       next_step = '', clarified = '', end_words = '', ended_event = 0, version = version + 1
 WHERE id = :id AND citizen = :citizen AND state = 'ended' AND version = :version;

-- name:  placement_set_terms -> count
-- about: Changed terms of a placement, when nobody has changed it since `version`.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE placement
   SET to_day = :to_day, purpose = :purpose, contact = :contact, functions = :functions, consideration = :consideration, mentor = :mentor,
       transport = :transport, expect_citizen = :expect_citizen, expect_company = :expect_company,
       expect_centre = :expect_centre, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  placement_hours_put
-- about: Hours a week from a day on, and how many of them are paid; a second word for the same day corrects the first.
-- reads: citizen = :citizen
-- may:   placement_write, import
INSERT INTO placement_hours (placement, citizen, from_day, hours, paid, is_planned, note)
VALUES (:placement, :citizen, :from_day, :hours, :paid, :is_planned, :note)
ON CONFLICT (placement, from_day, is_planned) DO UPDATE
   SET hours = excluded.hours, paid = excluded.paid, note = excluded.note;

-- name:  placement_hours_remove
-- about: The end of a placement was a mistake, so its zero hours are too.
-- reads: citizen = :citizen
-- may:   placement_write
DELETE FROM placement_hours
 WHERE placement = :placement AND citizen = :citizen AND from_day = :from_day AND is_planned = 0 AND hours = 0;

-- name:  placement_hours_of_citizen -> many placement_hours_row
-- about: Hours of all a citizen's placements, oldest first: planned steps stand beside those that came.
-- gives: text company_name
-- reads: citizen = :citizen
-- may:   case_read, case_work, placement_read, placement_write, case_erase
SELECT h.id, h.placement, h.citizen, m.name AS company_name, p.kind, h.from_day, h.hours, h.paid, h.is_planned, h.note
  FROM placement_hours h JOIN placement p ON p.id = h.placement JOIN company m ON m.id = p.company
 WHERE h.citizen = :citizen
 ORDER BY h.from_day, h.placement, h.is_planned, h.id;

-- name:  placement_wage_put -> id
-- about: What an hour is paid from a day on, in øre.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO placement_wage (placement, citizen, from_day, wage, event, author, written_at)
VALUES (:placement, :citizen, :from_day, :wage, :event, :author, :written_at)
RETURNING id;

-- name:  placement_wages_of_citizen -> many placement_wage_row
-- about: Every word about what an hour is paid at a citizen's placements, by the day it is from, the last written last.
-- gives: text company_name, text author_name
-- reads: citizen = :citizen
-- may:   placement_read, placement_write, case_read, case_erase
SELECT w.id, w.placement, w.citizen, m.name AS company_name, w.from_day, w.wage, w.event, s.name AS author_name, w.written_at
  FROM placement_wage w JOIN placement p ON p.id = w.placement JOIN company m ON m.id = p.company
       LEFT JOIN staff s ON s.id = w.author
 WHERE w.citizen = :citizen
 ORDER BY w.from_day, w.id;

-- name:  placement_wage_drop -> count
-- about: The wage was a mistake.
-- reads: citizen = :citizen
-- may:   placement_write
DELETE FROM placement_wage WHERE id = :id AND placement = :placement AND citizen = :citizen;

-- name:  placement_wages_erase
-- about: What the citizen earned goes.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM placement_wage WHERE citizen = :citizen;

-- name:  placement_reason_put
-- about: Why somebody went on past a warning.
-- reads: nothing, because it is a note to a placement that was just written
-- may:   placement_write, import
INSERT INTO placement_reason (placement, check_code, words) VALUES (:placement, :check_code, :words)
ON CONFLICT (placement, check_code) DO UPDATE SET words = excluded.words;

-- name:  placement_reasons -> many placement_reason_row
-- about: Warnings that were passed, and why.
-- reads: nothing, because the placement was loaded, guarded and logged by placement_load
-- may:   placement_read, placement_write
SELECT placement, check_code, words FROM placement_reason WHERE placement = :placement ORDER BY check_code;

-- name:  placement_items -> many placement_item_row
-- about: What the parties agreed to look at.
-- reads: nothing, because the placement was loaded, guarded and logged by placement_load
-- may:   placement_read, placement_write, meeting_write
SELECT id, placement, words, place FROM placement_item WHERE placement = :placement ORDER BY place, id;

-- name:  placement_item_insert -> id
-- about: One more thing to look at.
-- reads: nothing, because it is a note to a placement that was loaded before
-- may:   placement_write, meeting_write, import
INSERT INTO placement_item (placement, words, place) VALUES (:placement, :words, :place) RETURNING id;

-- name:  placement_score_put
-- about: An item's score at a follow-up, in half steps as hundredths.
-- reads: nothing, because the meeting it belongs to is guarded
-- may:   placement_write, meeting_write, import
INSERT INTO placement_score (item, meeting, score) VALUES (:item, :meeting, :score)
ON CONFLICT (item, meeting) DO UPDATE SET score = excluded.score;

-- name:  placement_scores -> many placement_score_row
-- about: All scores of a placement's items with the time of their follow-up, oldest first.
-- reads: nothing, because the placement was loaded, guarded and logged by placement_load
-- may:   placement_read, placement_write, meeting_write
SELECT s.item, s.meeting, m.meets_at, s.score
  FROM placement_score s JOIN placement_item i ON i.id = s.item JOIN meeting m ON m.id = s.meeting
 WHERE i.placement = :placement AND m.state = 'held'
 ORDER BY i.place, s.item, m.meets_at, s.meeting;

-- name:  placement_course_end -> value
-- about: The last day of the citizen's newest course that no placement has followed yet; none when there is none.
-- gives: day last_day
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT MAX(COALESCE(m.ended_day, m.to_day)) AS last_day
  FROM group_member m
 WHERE m.citizen = :citizen
   AND NOT EXISTS (SELECT 1 FROM placement p
                    WHERE p.citizen = m.citizen AND p.state <> 'wished'
                      AND p.from_day > COALESCE(m.ended_day, m.to_day));

-- name:  placement_language_slots -> many placement_slot
-- about: When the citizen has Danish lessons on groups that she is on at a day.
-- takes: day on_day
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT m.citizen, s.weekday, s.from_minute, s.to_minute, s.title
  FROM group_member m JOIN course_group g ON g.id = m.course_group JOIN group_slot s ON s.course_group = g.id
 WHERE m.citizen = :citizen AND m.from_day <= :on_day AND COALESCE(m.ended_day, m.to_day) >= :on_day
   AND s.is_language = 1
 ORDER BY s.weekday, s.from_minute;

-- name:  placement_companies_near -> many placement_company_choice
-- about: Companies with free places for a new placement: first those of the consultant, then the others, most free first.
-- about: A company that pauses is asked again when its day has passed. `branches` stands between commas: only those in the
-- about: branches that the citizen has chosen; '' for all.
-- takes: text branches, staff_id actor, day today, int most
-- gives: int taken_count, int is_own
-- reads: nothing, because only the number of placements is told
-- may:   placement_read, placement_write
SELECT l.id, l.name, l.town, l.branch, l.travel, l.place_count, l.taken_count, l.is_own
  FROM (SELECT c.id, c.name, c.town, c.branch, c.travel, c.place_count, c.search_name, COALESCE(u.how_many, 0) AS taken_count,
               CASE WHEN c.consultant = :actor OR c.deputy = :actor THEN 1 ELSE 0 END AS is_own
          FROM company c
               LEFT JOIN (SELECT p.company, COUNT(*) AS how_many FROM placement p
                           WHERE p.is_in_place = 1 AND p.state IN ('agreed', 'running') GROUP BY p.company) u ON u.company = c.id
         WHERE (c.state = 'willing' OR (c.state = 'pausing' AND c.pause_until_day < :today))
           AND c.merged_into IS NULL) l
 WHERE l.place_count > l.taken_count
   AND (:branches = '' OR (l.branch <> '' AND :branches LIKE '%,' || l.branch || ',%'))
 ORDER BY l.is_own DESC, l.place_count - l.taken_count DESC, l.search_name, l.id
 LIMIT :most;

-- name:  placement_companies_own -> many placement_company_choice
-- about: Those of them that are the actor's own.
-- takes: staff_id actor, day today, int most
-- gives: int taken_count, int is_own
-- reads: nothing, because only the number of placements is told
-- may:   placement_read, placement_write
SELECT l.id, l.name, l.town, l.branch, l.travel, l.place_count, l.taken_count, 1 AS is_own
  FROM (SELECT c.id, c.name, c.town, c.branch, c.travel, c.place_count, c.search_name,
               (SELECT COUNT(*) FROM placement p
                 WHERE p.company = c.id AND p.is_in_place = 1 AND p.state IN ('agreed', 'running')) AS taken_count
          FROM company c
         WHERE (c.consultant = :actor OR c.deputy = :actor) AND c.merged_into IS NULL
           AND (c.state = 'willing' OR (c.state = 'pausing' AND c.pause_until_day < :today))) l
 WHERE l.place_count > l.taken_count
 ORDER BY l.place_count - l.taken_count DESC, l.search_name, l.id
 LIMIT :most;

-- name:  placement_beside -> one placement_beside_row
-- about: The workplace's mentor of a placement now (src/mentor), whether away, and whether trained.
-- gives: text mentor_name, int trained_count
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT p.id, p.citizen, p.away_day, m.name AS mentor_name,
       (SELECT COUNT(*) FROM mentor_seat t WHERE t.mentor = p.mentor AND t.event <> 0) AS trained_count
  FROM placement_mentor p LEFT JOIN mentor m ON m.id = p.mentor
 WHERE p.placement = :placement AND p.citizen = :citizen AND p.slot = 'workplace' AND p.to_day IS NULL
 ORDER BY p.id DESC
 LIMIT 1;

-- name:  placement_people_free -> many placement_free_person
-- about: Citizens in the actor's reach without a placement that runs or is agreed, by name: on whose team the actor is, or
-- about: all of them; whose folded name has the pattern in it. With the day the last one ended.
-- takes: text pattern, flag is_mine, int is_all, staff_id actor, int most
-- gives: day last_day
-- reads: each citizen
-- may:   placement_write
SELECT c.id AS citizen, c.first_name, c.last_name, c.town,
       (SELECT MAX(b.ended_day) FROM placement b WHERE b.citizen = c.id) AS last_day
  FROM citizen c
 WHERE c.erased_at IS NULL AND c.search_name LIKE :pattern
   AND (:is_mine = 0 OR EXISTS (SELECT 1 FROM staffing m WHERE m.citizen = c.id AND m.staff = :actor AND m.to_at IS NULL))
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
   AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.citizen = c.id AND p.state IN ('agreed', 'running'))
 ORDER BY c.search_name, c.id
 LIMIT :most;

-- name:  placement_told -> many placement_told_row
-- about: A citizen's placements with all that is written about them, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT p.id, p.kind, p.state, p.purpose, p.functions, p.consideration, p.from_day, p.to_day, p.started_day, p.ended_day,
       p.timetable, p.mentor, p.transport, p.expect_citizen, p.expect_company, p.expect_centre, p.end_reason,
       p.next_step, p.instructed_day, p.planned_next, p.planned_next_day, p.clarified, p.end_words,
       c.name AS company_name
  FROM placement p JOIN company c ON c.id = p.company
 WHERE p.citizen = :citizen
 ORDER BY p.from_day, p.id;

-- name:  placement_erase
-- about: The words about a placement go; where, when and how many hours stay.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE placement
   SET functions = '', consideration = '', timetable = '', mentor = '', transport = '', expect_citizen = '',
       expect_company = '', expect_centre = '', next_step = '', end_words = '', version = version + 1
 WHERE citizen = :citizen;

-- name:  placement_hours_erase
-- about: The words beside hours go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE placement_hours SET note = '' WHERE citizen = :citizen;

-- name:  placement_items_erase
-- about: What was agreed to look at goes; the scores stay.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE placement_item SET words = '' WHERE placement IN (SELECT p.id FROM placement p WHERE p.citizen = :citizen);

-- name:  placement_reasons_erase
-- about: Why somebody went on past a warning goes.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM placement_reason WHERE placement IN (SELECT p.id FROM placement p WHERE p.citizen = :citizen);

-- name:  law_answer_put -> id
-- about: An answer that a check of the law asked for; the newest counts.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO law_answer (citizen, placement, fact, answer_day, number, author, written_at)
VALUES (:citizen, :placement, :fact, :answer_day, :number, :author, :written_at)
RETURNING id;

-- name:  law_answers -> many law_answer_row
-- about: What is answered about a citizen, and about one of her placements (n = 0: none), oldest first.
-- reads: citizen = :citizen
-- may:   placement_read, placement_write, case_erase, case_read
SELECT a.id, a.citizen, a.placement, a.fact, a.answer_day, a.number, a.written_at
  FROM law_answer a
 WHERE a.citizen = :citizen AND (a.placement IS NULL OR a.placement = :placement)
 ORDER BY a.id;

-- name:  law_answers_told -> many law_answer_row
-- about: All answers about a citizen, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT a.id, a.citizen, a.placement, a.fact, a.answer_day, a.number, a.written_at
  FROM law_answer a WHERE a.citizen = :citizen ORDER BY a.id;

-- name:  law_answers_erase
-- about: The answers go.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM law_answer WHERE citizen = :citizen;

-- name:  placement_supported -> many placement_supported_row
-- about: The other placements at a workplace that run on a day or are agreed for it, with their hours a week then.
-- takes: company_id company, placement_id other_than, day on_day
-- gives: int hours
-- reads: nothing, because only kinds and hours are told
-- may:   placement_read, placement_write
SELECT p.id, p.kind,
       COALESCE((SELECT h.hours FROM placement_hours h
                  WHERE h.placement = p.id AND h.from_day <= :on_day
                  ORDER BY h.from_day DESC, h.is_planned LIMIT 1), 0) AS hours
  FROM placement p
 WHERE p.company = :company AND p.state IN ('agreed', 'running') AND p.id <> COALESCE(:other_than, 0)
   AND p.from_day <= :on_day AND (p.to_day IS NULL OR p.to_day >= :on_day)
 ORDER BY p.id;

-- name:  placement_days_of_kind -> many placement_days_row
-- about: First and last day of the citizen's other placements of a kind.
-- takes: placement_id other_than
-- gives: day last_day
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT p.citizen, COALESCE(p.started_day, p.from_day) AS from_day, COALESCE(p.ended_day, p.to_day) AS last_day
  FROM placement p
 WHERE p.citizen = :citizen AND p.kind = :kind AND p.id <> COALESCE(:other_than, 0)
 ORDER BY p.from_day;

-- name:  placement_terms_keep
-- about: The terms as they are, before they are changed.
-- takes: int event, day changed_day, staff_id changed_by
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO placement_terms (placement, citizen, changed_day, changed_by, event, to_day, purpose, contact, functions,
                             consideration, mentor, transport, expect_citizen, expect_company, expect_centre)
SELECT id, citizen, CAST(:changed_day AS BIGINT), CAST(:changed_by AS BIGINT), CAST(:event AS BIGINT), to_day, purpose,
       contact, functions, consideration, mentor, transport, expect_citizen, expect_company, expect_centre
  FROM placement WHERE id = :placement AND citizen = :citizen;

-- name:  placement_terms_before -> many placement_terms_row
-- about: What the terms of a placement were before each change, newest first.
-- takes: citizen_id citizen
-- gives: text changed_by_name
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT t.id, t.citizen, t.changed_day, s.name AS changed_by_name, t.event, t.to_day, t.purpose, t.contact, t.functions,
       t.consideration, t.mentor, t.transport, t.expect_citizen, t.expect_company, t.expect_centre
  FROM placement_terms t LEFT JOIN staff s ON s.id = t.changed_by
 WHERE t.placement = :placement AND t.citizen = :citizen
 ORDER BY t.id DESC;

-- name:  placement_terms_drop
-- about: The change was undone.
-- reads: citizen = :citizen
-- may:   placement_write
DELETE FROM placement_terms WHERE id = :id AND citizen = :citizen;

-- name:  placement_terms_erase
-- about: The words of earlier terms go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE placement_terms
   SET functions = '', consideration = '', mentor = '', transport = '', expect_citizen = '', expect_company = '',
       expect_centre = ''
 WHERE citizen = :citizen;

-- name:  placement_report_insert -> id
-- about: Hours a week that the employer told by link; nothing follows from them yet.
-- reads: citizen = :citizen
-- may:   link
INSERT INTO placement_report (placement, citizen, link, from_day, hours, paid, words, sent_at)
VALUES (:placement, :citizen, :link, :from_day, :hours, :paid, :words, :sent_at)
RETURNING id;

-- name:  placement_reports -> many placement_report_row
-- about: Hours told by the employer of a placement, newest first.
-- takes: int most
-- gives: text decided_by_name
-- reads: citizen = :citizen
-- may:   placement_read, placement_write, case_erase, case_read
SELECT r.id, r.placement, r.citizen, r.from_day, r.hours, r.paid, r.words, r.sent_at, r.state, r.decided_at,
       s.name AS decided_by_name
  FROM placement_report r LEFT JOIN staff s ON s.id = r.decided_by
 WHERE r.citizen = :citizen AND (COALESCE(:placement, 0) = 0 OR r.placement = :placement)
 ORDER BY r.id DESC
 LIMIT :most;

-- name:  placement_report_decide -> count
-- about: The consultant's yes or no to hours that wait for it.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE placement_report SET state = :state, decided_at = :decided_at, decided_by = :decided_by
 WHERE id = :id AND placement = :placement AND citizen = :citizen AND state = 'waiting';

-- name:  placement_reports_waiting -> many placement_report_waiting
-- about: Hours told by employers that wait for a yes or no, in the actor's reach, oldest first.
-- takes: int is_all, staff_id actor, int most
-- gives: text company_name
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT r.id, r.placement, r.citizen, c.first_name, c.last_name, m.name AS company_name, r.from_day, r.hours, r.paid, r.sent_at
  FROM placement_report r JOIN placement p ON p.id = r.placement JOIN citizen c ON c.id = r.citizen
       JOIN company m ON m.id = p.company
 WHERE r.state = 'waiting'
   AND (:is_all = 1 OR p.consultant = :actor OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY r.sent_at, r.id
 LIMIT :most;

-- name:  placement_evaluation_insert -> id
-- about: An employer's evaluation, once a link.
-- reads: citizen = :citizen
-- may:   link
INSERT INTO placement_evaluation (placement, citizen, link, stage, sender, words, sent_at)
VALUES (:placement, :citizen, :link, :stage, :sender, :words, :sent_at)
RETURNING id;

-- name:  placement_evaluation_item_insert
-- about: One item of it.
-- reads: nothing, because it is a note to an evaluation that was just written
-- may:   link
INSERT INTO placement_evaluation_item (placement_evaluation, place, words, score)
VALUES (:placement_evaluation, :place, :words, :score);

-- name:  placement_evaluations -> many placement_evaluation_row
-- about: A citizen's evaluations, of one placement or (n = 0) all, newest first.
-- takes: placement_id placement
-- reads: citizen = :citizen
-- may:   placement_read, placement_write, case_erase, case_read
SELECT e.id, e.placement, e.citizen, e.stage, e.sender, e.words, e.sent_at
  FROM placement_evaluation e
 WHERE e.citizen = :citizen AND (COALESCE(:placement, 0) = 0 OR e.placement = :placement)
 ORDER BY e.id DESC;

-- name:  placement_evaluation_items -> many placement_evaluation_item_row
-- about: The items of a placement's evaluations, or (n = 0) of all of a citizen.
-- takes: placement_id placement
-- reads: citizen = :citizen
-- may:   placement_read, placement_write, case_erase, case_read
SELECT i.placement_evaluation, e.citizen, i.place, i.words, i.score
  FROM placement_evaluation_item i JOIN placement_evaluation e ON e.id = i.placement_evaluation
 WHERE e.citizen = :citizen AND (COALESCE(:placement, 0) = 0 OR e.placement = :placement)
 ORDER BY i.placement_evaluation DESC, i.place;

-- name:  placement_reports_erase
-- about: The words beside told hours go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE placement_report SET words = '' WHERE citizen = :citizen;

-- name:  placement_evaluations_erase
-- about: The words of evaluations go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE placement_evaluation SET words = '', sender = '' WHERE citizen = :citizen;

-- name:  placement_evaluation_items_erase
-- about: What was evaluated goes; the scores stay.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE placement_evaluation_item SET words = ''
 WHERE placement_evaluation IN (SELECT e.id FROM placement_evaluation e WHERE e.citizen = :citizen);

-- name:  placement_set_instructed -> count
-- about: The workplace's mentor was told how, on a day; none takes it back.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE placement SET instructed_day = :instructed_day, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  placement_set_planned_next -> count
-- about: What is planned to come after it, before it ends.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE placement SET planned_next = :planned_next, planned_next_day = :planned_next_day, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  job_function_all -> many job_function_row
-- about: The municipality's own job functions with how many running placements train each.
-- gives: int running_count
-- reads: nothing, because only the number of placements is told
-- may:   placement_read, placement_write, company_read
SELECT f.id, f.words, f.search_words, f.is_retired,
       (SELECT COUNT(*) FROM placement_function x JOIN placement p ON p.id = x.placement
         WHERE x.search_words = f.search_words AND p.state = 'running') AS running_count
  FROM job_function f
 ORDER BY f.is_retired, f.search_words;

-- name:  job_function_put
-- about: A job function for the municipality's list; one that was retired comes back.
-- may:   placement_write, company_write
INSERT INTO job_function (words, search_words) VALUES (:words, :search_words)
ON CONFLICT (search_words) DO UPDATE SET words = excluded.words, is_retired = 0;

-- name:  job_function_retire -> count
-- about: A job function is not offered any more, or is again.
-- may:   placement_write, company_write
UPDATE job_function SET is_retired = :is_retired WHERE id = :id;

-- name:  job_function_load -> one job_function_one
-- about: One job function.
-- may:   placement_read, placement_write, company_read
SELECT id, words, search_words, is_retired FROM job_function WHERE id = :id;

-- name:  placement_function_put
-- about: A function that the words of a placement name.
-- reads: nothing, because the placement was just written
-- may:   placement_write, import
INSERT INTO placement_function (placement, search_words) VALUES (:placement, :search_words)
ON CONFLICT (placement, search_words) DO NOTHING;

-- name:  placement_functions_drop
-- about: The functions of a placement, before its words are read again.
-- reads: nothing, because the placement was loaded before
-- may:   placement_write, import
DELETE FROM placement_function WHERE placement = :placement;

-- name:  placement_functions_erase
-- about: The functions of a citizen's placements go with their words.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM placement_function WHERE placement IN (SELECT p.id FROM placement p WHERE p.citizen = :citizen);

-- name:  placement_who_trains -> many placement_trains_row
-- about: Who trains a job function now, in the actor's reach: for an opening that asks for it (S75).
-- takes: text search_words, int is_all, staff_id actor, int most
-- gives: text company_name
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT p.id, p.citizen, c.first_name, c.last_name, m.name AS company_name, p.to_day
  FROM placement_function x JOIN placement p ON p.id = x.placement JOIN citizen c ON c.id = p.citizen
       JOIN company m ON m.id = p.company
 WHERE x.search_words = :search_words AND p.state = 'running'
   AND (:is_all = 1 OR p.consultant = :actor OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY COALESCE(p.to_day, 9999999), p.id
 LIMIT :most;

-- name:  placement_talk_insert -> id
-- about: A talk about paid hours.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO placement_talk (placement, citizen, held_day, words, again_day, event, author, written_at)
VALUES (:placement, :citizen, :held_day, :words, :again_day, :event, :author, :written_at)
RETURNING id;

-- name:  placement_talks -> many placement_talk_row
-- about: The talks about paid hours of a placement, newest first.
-- gives: text author_name
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT t.id, t.citizen, t.held_day, t.words, t.again_day, t.event, s.name AS author_name
  FROM placement_talk t LEFT JOIN staff s ON s.id = t.author
 WHERE t.placement = :placement AND t.citizen = :citizen
 ORDER BY t.held_day DESC, t.id DESC;

-- name:  placement_talk_drop -> count
-- about: The talk was a mistake.
-- reads: citizen = :citizen
-- may:   placement_write
DELETE FROM placement_talk WHERE id = :id AND placement = :placement AND citizen = :citizen;

-- name:  placement_talks_told -> many placement_talk_told
-- about: All talks about a citizen's paid hours, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT t.id, t.citizen, t.held_day, t.words, t.again_day FROM placement_talk t WHERE t.citizen = :citizen
 ORDER BY t.held_day, t.id;

-- name:  placement_talks_erase
-- about: The words of the talks go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE placement_talk SET words = '' WHERE citizen = :citizen;

-- name:  placement_conversions -> many placement_conversion
-- about: How often one kind of placement led to another that began in a period, and at the same company.
-- takes: day first_day, day last_day
-- gives: text from_kind, int conversion_count, int same_company_count
-- reads: nothing, because only numbers are told
-- may:   result_read, placement_read, placement_write
SELECT p.before_kind AS from_kind, p.kind, COUNT(*) AS conversion_count,
       CAST(SUM(p.is_same_company) AS BIGINT) AS same_company_count
  FROM placement p
 WHERE p.before_kind <> '' AND p.started_day >= :first_day AND p.started_day <= :last_day
 GROUP BY p.before_kind, p.kind
 ORDER BY COUNT(*) DESC, p.before_kind, p.kind;

-- name:  placement_outcomes -> many placement_outcome
-- about: What came of the placements without pay that ended in a period, by their purpose: how many, and what each led to.
-- takes: day first_day, day last_day
-- gives: int ended, int to_job, int to_placement, int to_education
-- reads: nothing, because only numbers are told
-- may:   result_read, placement_read, placement_write
SELECT p.purpose, COUNT(*) AS ended,
       COUNT(CASE WHEN p.next_step = 'job' OR p.end_reason = 'job' THEN 1 END) AS to_job,
       COUNT(CASE WHEN p.next_step = 'placement' AND p.end_reason <> 'job' THEN 1 END) AS to_placement,
       COUNT(CASE WHEN p.next_step = 'education' AND p.end_reason <> 'job' THEN 1 END) AS to_education
  FROM placement p
 WHERE p.state = 'ended' AND p.kind = 'company_placement' AND p.ended_day >= :first_day AND p.ended_day <= :last_day
 GROUP BY p.purpose
 ORDER BY COUNT(*) DESC, p.purpose;

-- name:  placement_without_job -> many placement_without_job_row
-- about: Why placements for recruiting that ended in a period led to no job.
-- takes: day first_day, day last_day
-- gives: int how_many
-- reads: nothing, because only numbers are told
-- may:   result_read, placement_read, placement_write
SELECT p.end_reason, COUNT(*) AS how_many
  FROM placement p
 WHERE p.state = 'ended' AND p.kind = 'company_placement' AND p.ended_day >= :first_day AND p.ended_day <= :last_day
   AND p.purpose = 'recruitment' AND p.next_step <> 'job' AND p.end_reason <> 'job'
 GROUP BY p.end_reason
 ORDER BY COUNT(*) DESC, p.end_reason;

-- name:  placement_signatures -> many placement_signature_row
-- about: Who has signed the expectations, in order of signing.
-- gives: text noted_by_name
-- reads: citizen = :citizen
-- may:   placement_read, placement_write, case_read, case_erase
SELECT g.id, g.citizen, g.placement, g.party, g.name, g.signed_day, g.words, g.event, g.answered_event, s.name AS noted_by_name
  FROM placement_signature g LEFT JOIN staff s ON s.id = g.noted_by
 WHERE g.citizen = :citizen AND g.placement = :placement
 ORDER BY g.id;

-- name:  placement_signature_put -> id
-- about: One of the three has signed.
-- reads: citizen = :citizen
-- may:   placement_write, import
INSERT INTO placement_signature (placement, citizen, party, name, signed_day, words, event, answered_event, noted_by)
VALUES (:placement, :citizen, :party, :name, :signed_day, :words, :event, :answered_event, :noted_by)
RETURNING id;

-- name:  placement_signature_drop
-- about: A signature was a mistake, or is replaced by a new one.
-- reads: citizen = :citizen
-- may:   placement_write, import
DELETE FROM placement_signature WHERE placement = :placement AND citizen = :citizen AND party = :party;

-- name:  placement_signatures_erase
-- about: The names of those who signed go, and what they signed.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE placement_signature SET name = '', words = '' WHERE citizen = :citizen;

-- name:  placement_risks -> many placement_risk_row
-- about: What may make a placement hard to hold.
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT citizen, placement, code, noted_day
  FROM placement_risk WHERE citizen = :citizen AND placement = :placement
 ORDER BY noted_day, code;

-- name:  placement_risk_put
-- about: Something may make it hard.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO placement_risk (placement, citizen, code, noted_day) VALUES (:placement, :citizen, :code, :noted_day)
ON CONFLICT (placement, code) DO NOTHING;

-- name:  placement_risk_drop
-- about: It no longer does.
-- reads: citizen = :citizen
-- may:   placement_write
DELETE FROM placement_risk WHERE placement = :placement AND citizen = :citizen AND code = :code;

-- name:  placement_risks_erase
-- about: What was noted about a citizen's difficulties goes.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM placement_risk WHERE citizen = :citizen;

-- name:  placement_absences -> many placement_absence_row
-- about: Days of absence from a workplace, newest first.
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT citizen, id, absent_day, mark, event
  FROM placement_absence WHERE citizen = :citizen AND placement = :placement
 ORDER BY absent_day DESC;

-- name:  placement_absence_put
-- about: A day of absence from the workplace.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO placement_absence (placement, citizen, absent_day, mark, event)
VALUES (:placement, :citizen, :absent_day, :mark, :event);

-- name:  placement_absence_drop
-- about: The absence was a mistake, or is told anew.
-- reads: citizen = :citizen
-- may:   placement_write
DELETE FROM placement_absence WHERE placement = :placement AND citizen = :citizen AND absent_day = :absent_day;

-- name:  placement_running -> many placement_running_row
-- about: Some of the placements that run in the actor's reach, one consultant's or (n = 0) all, by name, with what may make
-- about: them hard as far as rows tell: what is noted (codes with commas), the way there, a lesson in working hours, and
-- about: days of absence (from work and from courses) since a day.
-- takes: day today, day since_day, int is_all, staff_id actor, staff_id wanted_consultant, int most, int skip
-- gives: text company_name, text consultant_name, text risks, int work_absences, int course_absences, int clashes
-- reads: each citizen
-- may:   placement_read
SELECT p.citizen, p.id, c.first_name, c.last_name, m.name AS company_name, s.name AS consultant_name, p.transport, p.started_day,
       (SELECT string_agg(x.code, ',' ORDER BY x.code) FROM placement_risk x WHERE x.placement = p.id) AS risks,
       (SELECT COUNT(*) FROM placement_absence a
         WHERE a.placement = p.id AND a.absent_day > :since_day AND a.absent_day <= :today) AS work_absences,
       (SELECT COUNT(*) FROM attendance a JOIN group_session g ON g.id = a.session
         WHERE a.citizen = p.citizen AND a.mark <> 'attended' AND g.day > :since_day AND g.day <= :today) AS course_absences,
       (SELECT COUNT(*) FROM group_member b JOIN group_slot l ON l.course_group = b.course_group
         WHERE b.citizen = p.citizen AND b.from_day <= :today AND COALESCE(b.ended_day, b.to_day) >= :today
           AND l.is_language = 1 AND l.from_minute < p.to_minute AND l.to_minute > p.from_minute
           AND (CASE l.weekday WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 4 WHEN 3 THEN 8 WHEN 4 THEN 16 WHEN 5 THEN 32
                               ELSE 64 END & p.weekdays) <> 0) AS clashes
  FROM (SELECT q.id, d.search_name
          FROM citizen d CROSS JOIN placement q
         WHERE q.citizen = d.id AND q.state = 'running' AND (COALESCE(:wanted_consultant, 0) = 0 OR q.consultant = :wanted_consultant)
           AND (:is_all = 1 OR q.consultant = :actor OR d.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
                OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = d.id AND f.staff = :actor AND f.to_at IS NULL))
         ORDER BY d.search_name, q.id
         LIMIT :most OFFSET :skip) k
       JOIN placement p ON p.id = k.id JOIN citizen c ON c.id = p.citizen JOIN company m ON m.id = p.company
       LEFT JOIN staff s ON s.id = p.consultant
 ORDER BY k.search_name, p.id;

-- name:  placement_signatures_told -> many placement_signature_told
-- about: Who signed the expectations of a citizen's placements, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT citizen, party, name, signed_day, words FROM placement_signature WHERE citizen = :citizen ORDER BY id;

-- name:  placement_absences_told -> many placement_absence_told
-- about: Her absence from workplaces, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT citizen, absent_day, mark FROM placement_absence WHERE citizen = :citizen ORDER BY absent_day, id;

-- name:  placement_risks_told -> many placement_risk_told
-- about: What was noted as hard in her placements, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT citizen, code, noted_day FROM placement_risk WHERE citizen = :citizen ORDER BY noted_day, code;
