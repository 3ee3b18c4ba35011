-- name:  portal_company -> one portal_company_row
-- about: The company behind a link, and whom it calls in the municipality.
-- gives: text consultant_name, text consultant_phone, text deputy_name, text deputy_phone
-- may:   link
SELECT c.id, c.name, s.name AS consultant_name, s.phone AS consultant_phone, d.name AS deputy_name,
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
