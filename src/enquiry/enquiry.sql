-- name:  enquiry_insert -> id
-- about: An enquiry as it came.
-- reads: citizen = :citizen
-- may:   company_write, placement_write, link
INSERT INTO enquiry (company, placement, citizen, contact, kind, way, words, received_at, received_by, link)
VALUES (:company, :placement, :citizen, :contact, :kind, :way, :words, :received_at, :received_by, :link)
RETURNING id;

-- name:  enquiry_load -> one enquiry_row
-- about: One enquiry with whom to call about it.
-- gives: text company_name, text contact_name, text contact_phone, text consultant_name, text received_by_name, text first_name, text last_name
-- reads: citizen found
-- may:   company_read, company_write, placement_write
SELECT e.id, e.company, e.home, m.name AS company_name, e.placement, e.citizen, e.kind, e.way, e.words, e.state, e.received_at,
       e.received_by, e.link, e.version, k.name AS contact_name, k.phone AS contact_phone, s.name AS consultant_name,
       b.name AS received_by_name, c.first_name, c.last_name
  FROM enquiry e JOIN company m ON m.id = e.company LEFT JOIN staff s ON s.id = m.consultant
       LEFT JOIN company_contact k ON k.id = e.contact LEFT JOIN staff b ON b.id = e.received_by
       LEFT JOIN citizen c ON c.id = e.citizen
 WHERE e.id = :id;

-- name:  enquiry_open -> many enquiry_listed
-- about: Open enquiries, least time left first; those without a clock last. One company's, or (n = 0) all; one
-- about: consultant's companies, or (n = 0) all.
-- takes: company_id company, staff_id wanted_consultant, int subject_kind, int most
-- gives: text company_name, text consultant_name, instant due_at, int deadline
-- reads: nothing, because it tells which company waits for an answer, and neither of whom nor why
-- may:   company_read, company_write, placement_write
SELECT l.id, l.company, l.company_name, l.consultant_name, l.kind, l.way, l.state, l.received_at, l.due_at, l.deadline
  FROM (SELECT e.id, e.company, m.name AS company_name, s.name AS consultant_name, e.kind, e.way, e.state, e.received_at,
               (SELECT MIN(o.due_at) FROM obligation o
                 WHERE o.stream_kind = 2 AND o.stream = COALESCE(e.home, e.company) AND o.subject_kind = :subject_kind
                   AND o.subject = e.id AND o.state = 0) AS due_at,
               (SELECT MIN(o.id) FROM obligation o
                 WHERE o.stream_kind = 2 AND o.stream = COALESCE(e.home, e.company) AND o.subject_kind = :subject_kind
                   AND o.subject = e.id AND o.state = 0) AS deadline
          FROM enquiry e JOIN company m ON m.id = e.company LEFT JOIN staff s ON s.id = m.consultant
         WHERE e.state <> 'closed' AND (COALESCE(:company, 0) = 0 OR e.company = :company)
           AND (COALESCE(:wanted_consultant, 0) = 0 OR m.consultant = :wanted_consultant OR m.deputy = :wanted_consultant)) l
 ORDER BY CASE WHEN l.due_at IS NULL THEN 1 ELSE 0 END, l.due_at, l.received_at, l.id
 LIMIT :most;

-- name:  enquiry_closed -> many enquiry_closed_row
-- about: Closed enquiries with their outcome, newest first.
-- takes: int most, int skip
-- gives: text company_name
-- reads: nothing, because it tells which company asked, and neither of whom nor why
-- may:   company_read, company_write, placement_write
SELECT e.id, e.company, m.name AS company_name, e.kind, e.received_at, t.outcome, t.taken_at
  FROM enquiry_step t JOIN enquiry e ON e.id = t.enquiry JOIN company m ON m.id = e.company
 WHERE t.kind = 'closed'
 ORDER BY t.taken_at DESC, t.enquiry DESC
 LIMIT :most OFFSET :skip;

-- name:  enquiry_clocks -> many enquiry_clock
-- about: The clocks of enquiries that began after a moment, by the hour in which they began, newest first: how they
-- about: stand, and whether an open one is over its time, for the share answered in time.
-- takes: int subject_kind, instant since, instant now
-- gives: instant began_at, flag is_over, int how_many
-- reads: nothing, because it tells of companies' clocks only
-- may:   company_read, company_write, result_read
SELECT MIN(o.anchor_at) AS began_at, o.state, CASE WHEN o.due_at < :now THEN 1 ELSE 0 END AS is_over, COUNT(*) AS how_many
  FROM obligation o
 WHERE o.stream_kind = 2 AND o.subject_kind = :subject_kind AND o.anchor_at >= :since
 GROUP BY o.anchor_at / 3600, o.state, CASE WHEN o.due_at < :now THEN 1 ELSE 0 END
 ORDER BY MIN(o.anchor_at) DESC, o.state;

-- name:  enquiry_deadlines -> many enquiry_deadline
-- about: The clocks of one enquiry.
-- takes: company_id company, int subject_kind, int subject
-- reads: nothing, because the enquiry was loaded, guarded and logged by enquiry_load
-- may:   company_read, company_write, placement_write
SELECT o.id, o.scheme, o.rule, o.due_at, o.is_hour_rule, o.state, o.settled_at
  FROM obligation o
 WHERE o.stream_kind = 2 AND o.stream = :company AND o.subject_kind = :subject_kind AND o.subject = :subject
 ORDER BY o.due_at, o.id;

-- name:  enquiry_set_state -> count
-- about: Where an enquiry stands, when nobody has changed it since `version`.
-- reads: citizen = :citizen
-- may:   company_write, placement_write
UPDATE enquiry SET state = :state, version = version + 1
 WHERE id = :id AND version = :version AND (citizen IS NULL OR citizen = :citizen);

-- name:  enquiry_step_insert -> id
-- about: What was done about it.
-- reads: citizen = :citizen
-- may:   company_write, placement_write
INSERT INTO enquiry_step (enquiry, citizen, kind, outcome, words, leader_words, taken_at, staff, event, placement_event,
                          state_before)
VALUES (:enquiry, :citizen, :kind, :outcome, :words, :leader_words, :taken_at, :staff, :event, :placement_event,
        :state_before)
RETURNING id;

-- name:  enquiry_steps -> many enquiry_step_row
-- about: What was done about an enquiry, oldest first.
-- gives: text staff_name
-- reads: nothing, because the enquiry was loaded, guarded and logged by enquiry_load
-- may:   company_read, company_write, placement_write
SELECT t.id, t.kind, t.outcome, t.words, t.leader_words, t.taken_at, t.event, t.placement_event, t.state_before,
       s.name AS staff_name
  FROM enquiry_step t JOIN staff s ON s.id = t.staff
 WHERE t.enquiry = :enquiry
 ORDER BY t.id;

-- name:  enquiry_step_delete
-- about: The step was a mistake.
-- reads: nothing, because the enquiry was loaded, guarded and logged by enquiry_load
-- may:   company_write, placement_write
DELETE FROM enquiry_step WHERE id = :id;

-- name:  enquiry_told -> many enquiry_told_row
-- about: Enquiries about a citizen's placements, for her own request.
-- gives: text company_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT e.id, m.name AS company_name, e.kind, e.words, e.state, e.received_at
  FROM enquiry e JOIN company m ON m.id = e.company
 WHERE e.citizen = :citizen
 ORDER BY e.received_at, e.id;

-- name:  enquiry_steps_told -> many enquiry_step_told_row
-- about: What was done about them, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT t.id, t.kind, t.outcome, t.words, t.leader_words, t.taken_at
  FROM enquiry_step t
 WHERE t.citizen = :citizen
 ORDER BY t.taken_at, t.id;

-- name:  enquiry_erase
-- about: The words go; that a company asked stays.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE enquiry SET words = '' WHERE citizen = :citizen;

-- name:  enquiry_steps_erase
-- about: The words to what was done go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE enquiry_step SET words = '', leader_words = '' WHERE citizen = :citizen;

-- name:  enquiry_caseworkers -> many enquiry_caseworker
-- about: Who is told when a placement ends with a problem: the citizen's caseworker and whoever has the role in her team.
-- reads: citizen = :citizen
-- may:   company_write, placement_write
SELECT f.staff FROM staffing f
 WHERE f.citizen = :citizen AND f.role = 'caseworker' AND f.to_at IS NULL
 ORDER BY f.from_at DESC, f.id DESC;

-- name:  enquiry_placements -> many enquiry_placement
-- about: Who is at a company now, in the actor's reach: whom a problem may be about.
-- takes: int is_all, staff_id actor
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT p.id AS placement, p.citizen, c.first_name, c.last_name
  FROM placement p JOIN citizen c ON c.id = p.citizen
 WHERE p.company = :company AND p.state IN ('agreed', 'running')
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.first_name, c.last_name, p.id;
