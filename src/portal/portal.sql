-- name:  portal_company -> one portal_company_row
-- about: The company behind a link, and whom it calls in the municipality.
-- gives: text consultant_name, text consultant_phone, text deputy_name, text deputy_phone
-- may:   link
SELECT c.id, c.name, c.state, c.pause_until_day, s.name AS consultant_name, s.phone AS consultant_phone, d.name AS deputy_name,
       d.phone AS deputy_phone
  FROM company c LEFT JOIN staff s ON s.id = c.consultant LEFT JOIN staff d ON d.id = c.deputy
 WHERE c.id = :id;

-- name:  portal_people -> many portal_person
-- about: Who is agreed or placed at the link's company now, or the one whose placement it is made for; what was
-- about: agreed with the company, the hours that count today, and the next meeting. Nothing else of a case.
-- takes: link_id link, day today, instant now
-- gives: int hours, int paid, instant meets_at
-- reads: each citizen
-- may:   link
SELECT p.id AS placement, p.citizen, c.first_name, c.last_name, p.kind, p.state, p.from_day, p.to_day, p.ended_day,
       p.functions, p.consideration, p.mentor, p.expect_company,
       COALESCE((SELECT h.hours FROM placement_hours h
                  WHERE h.placement = p.id AND h.is_planned = 0 AND h.from_day <= :today
                  ORDER BY h.from_day DESC LIMIT 1), 0) AS hours,
       COALESCE((SELECT h.paid FROM placement_hours h
                  WHERE h.placement = p.id AND h.is_planned = 0 AND h.from_day <= :today
                  ORDER BY h.from_day DESC LIMIT 1), 0) AS paid,
       (SELECT MIN(m.meets_at) FROM meeting m
         WHERE m.placement = p.id AND m.state = 'booked' AND m.meets_at >= :now) AS meets_at
  FROM link l JOIN placement p ON p.company = l.company JOIN citizen c ON c.id = p.citizen
 WHERE l.id = :link AND c.erased_at IS NULL
   AND (p.id = l.placement OR (l.placement IS NULL AND p.state IN ('agreed', 'running')))
 ORDER BY p.from_day, p.id;

-- name:  portal_items -> many portal_item
-- about: What was agreed to look at in the placement of an evaluation's link.
-- takes: link_id link
-- reads: nothing, because the link was asked for its people before, and these are words agreed with the company
-- may:   link
SELECT i.id, i.words, i.place
  FROM link l JOIN placement_item i ON i.placement = l.placement
 WHERE l.id = :link
 ORDER BY i.place, i.id;

-- name:  portal_evaluated -> value
-- about: When the evaluation of a link was sent; none while it is not.
-- gives: instant sent_at
-- reads: nothing, because only the company's own answer is told
-- may:   link
SELECT sent_at FROM placement_evaluation WHERE link = :link;

-- name:  portal_reports -> many portal_report
-- about: Hours sent by the company's links, newest first: what became of them.
-- takes: link_id link, int most
-- reads: each citizen
-- may:   link
SELECT r.id, r.placement, r.citizen, r.from_day, r.hours, r.paid, r.sent_at, r.state
  FROM link l JOIN placement p ON p.company = l.company JOIN placement_report r ON r.placement = p.id
 WHERE l.id = :link AND (p.id = l.placement OR (l.placement IS NULL AND p.state IN ('agreed', 'running')))
 ORDER BY r.id DESC
 LIMIT :most;

-- name:  portal_enquiries -> many portal_enquiry
-- about: What the company has asked and waits for.
-- reads: nothing, because only that the company asked is told, not about whom
-- may:   link
SELECT e.id, e.kind, e.state, e.received_at
  FROM enquiry e
 WHERE e.company = :company AND e.state <> 'closed'
 ORDER BY e.received_at DESC, e.id DESC;

-- name:  portal_set_pause -> count
-- about: The company pauses until a day, or is open again, by its own link. Who wants nothing is left alone.
-- may:   link
UPDATE company SET state = :state, pause_until_day = :pause_until_day, version = version + 1
 WHERE id = :id AND state <> 'never';

-- name:  portal_pauses_over -> many portal_pause
-- about: Companies whose pause has an end that is over.
-- takes: day today
-- may:   system
SELECT id, consultant, name FROM company
 WHERE state = 'pausing' AND pause_until_day IS NOT NULL AND pause_until_day < :today
 ORDER BY id;

-- name:  portal_pauses_waiting -> value
-- about: How many there are.
-- takes: day today
-- gives: int how_many
-- may:   anyone
SELECT COUNT(*) AS how_many FROM company
 WHERE state = 'pausing' AND pause_until_day IS NOT NULL AND pause_until_day < :today;

-- name:  portal_pause_end
-- about: The pause is over.
-- may:   system
UPDATE company SET state = 'willing', pause_until_day = NULL, version = version + 1 WHERE id = :id AND state = 'pausing';

-- name:  portal_buddy -> one portal_buddy_row
-- about: Whom the language buddy of a link practises with, while that seat is theirs and the placement runs.
-- takes: link_id link, day today
-- gives: placement_id placement
-- reads: citizen found
-- may:   link
SELECT p.id AS placement, p.citizen, c.first_name, COALESCE(p.started_day, p.from_day) AS from_day
  FROM link l JOIN placement p ON p.id = l.placement JOIN placement_mentor b ON b.placement = p.id AND b.id = l.subject
       JOIN citizen c ON c.id = p.citizen
 WHERE l.purpose = 'buddy' AND p.state = 'running' AND COALESCE(p.started_day, p.from_day) <= :today
   AND b.slot = 'buddy' AND b.to_day IS NULL AND c.erased_at IS NULL AND l.id = :link;

-- name:  portal_practice -> many portal_practice_row
-- about: The latest days of practice at the placement of a buddy's link, and by which link each was tapped.
-- takes: link_id link, int most
-- gives: link_id link
-- reads: each citizen
-- may:   link
SELECT y.citizen, y.on_day, y.minutes, y.link
  FROM link l JOIN buddy_practice y ON y.placement = l.placement
 WHERE l.purpose = 'buddy' AND l.id = :link
 ORDER BY y.on_day DESC
 LIMIT :most;
