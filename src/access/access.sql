-- name:  access_seen -> many access_seen_row
-- about: Who touched a citizen's data since a moment, newest first, with names, statements and reason.
-- takes: citizen_id citizen, instant since_at, int most
-- gives: int actor, int actor_kind, instant at, text name
-- reads: citizen = :citizen
-- may:   access_log_read, case_read, case_erase
SELECT a.at, a.actor_kind, a.actor, COALESCE(s.name, m.name) AS name, s.title, u.name AS unit_name, a.statement, a.reason
  FROM access_log a LEFT JOIN staff s ON s.id = a.actor AND a.actor_kind = 2 LEFT JOIN unit u ON u.id = s.unit
       LEFT JOIN link l ON l.id = a.actor AND a.actor_kind = 4 LEFT JOIN company m ON m.id = l.company
 WHERE a.citizen = :citizen AND a.at >= :since_at
 ORDER BY a.at DESC, a.id DESC
 LIMIT :most;

-- name:  access_seen_lists -> many access_seen_list
-- about: Who had a citizen on a list since a moment, how often, and when last: staff, and companies by their links.
-- takes: citizen_id citizen, instant since_at
-- gives: int actor, int actor_kind, text name, int times, instant newest_at
-- reads: citizen = :citizen
-- may:   access_log_read, case_read, case_erase
SELECT a.actor_kind, a.actor, COALESCE(s.name, m.name) AS name, u.name AS unit_name, count(*) AS times,
       max(a.at) AS newest_at
  FROM access_log a LEFT JOIN staff s ON s.id = a.actor AND a.actor_kind = 2 LEFT JOIN unit u ON u.id = s.unit
       LEFT JOIN link l ON l.id = a.actor AND a.actor_kind = 4 LEFT JOIN company m ON m.id = l.company
 WHERE a.citizen IS NULL AND a.at >= :since_at AND a.actor_kind IN (2, 4)
   AND ' ' || a.citizens || ' ' LIKE '% ' || CAST(:citizen AS TEXT) || ' %'
 GROUP BY a.actor_kind, a.actor, COALESCE(s.name, m.name), u.name
 ORDER BY times DESC, name, a.actor;

-- name:  access_journal -> many access_event
-- about: What happened in the citizen's stream, oldest first: the newest version of each event.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT j.happened_at, j.recorded_at, j.is_day, j.kind, s.name
  FROM journal j LEFT JOIN staff s ON s.id = j.actor AND j.actor_kind = 2
 WHERE j.stream_kind = 0 AND j.stream = :citizen AND j.is_void = 0
   AND NOT EXISTS (SELECT 1 FROM journal v
                    WHERE v.lid = j.lid AND v.version > j.version AND v.stream_kind = 0 AND v.stream = :citizen)
 ORDER BY j.happened_at, j.id;

-- name:  access_is_there -> value
-- about: Whether there is such a case: asked only for those who may open it with a reason.
-- takes: citizen_id citizen
-- gives: int found
-- reads: nothing, because nothing but a number's being in use is told
-- may:   case_break_glass
SELECT count(*) AS found FROM citizen WHERE id = :citizen AND erased_at IS NULL;
