-- name:  today_rows -> many today_row
-- about: Open obligations for one person, least time first: her own; those of her unit that nobody has, in a role she
-- about: holds; and, for a team leader, those of her units that have climbed (engine/bell.c). Each of the
-- about: three is read along an index in order of due time and ends with the list, however many obligations there are.
-- about: The largest number is what never climbs: it is said beside `now` because that index has only what does.
-- takes: staff_id actor, int is_leader, instant now, instant until, int most
-- gives: text company_name, text other_name
-- reads: each citizen
-- may:   logged_in
SELECT o.* FROM obligation_shown o
 WHERE o.id IN (
       SELECT own.id
         FROM (SELECT id FROM obligation
                WHERE state = 0 AND due_at <= :until AND owner = :actor
                ORDER BY due_at, id LIMIT :most) AS own
       UNION ALL
       SELECT nobodys.id
         FROM (SELECT n.id FROM obligation n
                WHERE n.state = 0 AND n.due_at <= :until AND n.owner = 0 AND n.owner_role <> ''
                  AND EXISTS (SELECT 1 FROM staff_role sr JOIN role r ON r.id = sr.role
                               WHERE sr.staff = :actor AND sr.unit = n.unit AND r.code = n.owner_role)
                ORDER BY n.due_at, n.id LIMIT :most) AS nobodys
       UNION ALL
       SELECT late.id
         FROM (SELECT l.id FROM obligation l
                WHERE l.state = 0 AND l.due_at <= :until AND :is_leader = 1
                  AND l.climbs_at < :now AND l.climbs_at < 9223372036854775807
                  AND EXISTS (SELECT 1 FROM staff_role sl WHERE sl.staff = :actor AND sl.unit = l.unit)
                ORDER BY l.due_at, l.id LIMIT :most) AS late)
 ORDER BY o.due_at, o.id
 LIMIT :most;

-- name:  today_team -> many today_row
-- about: Open obligations of all in the actor's units, least time first, for the team's list.
-- takes: staff_id actor, instant until, int most
-- gives: text company_name, text other_name
-- reads: each citizen
-- may:   team_read
SELECT o.* FROM obligation_shown o
 WHERE o.state = 0 AND o.due_at <= :until
   AND EXISTS (SELECT 1 FROM staff_role sr WHERE sr.staff = :actor AND sr.unit = o.unit)
 ORDER BY o.due_at, o.id
 LIMIT :most;

-- name:  obligation_of_citizen -> many today_row
-- about: A citizen's open obligations, least time first; restricted ones only through their own pages.
-- gives: text company_name, text other_name
-- reads: citizen = :citizen
-- may:   case_read, case_work, placement_read
SELECT o.* FROM obligation_shown o
 WHERE o.citizen = :citizen AND o.state = 0 AND o.is_restricted = 0
 ORDER BY o.due_at, o.id;

-- name:  obligation_decisions -> many obligation_decision_row
-- about: The decisions by which obligations of a citizen rest now.
-- reads: citizen = :citizen
-- may:   case_read, case_work, placement_read
SELECT DISTINCT o.citizen, o.settled_by
  FROM obligation o
 WHERE o.citizen = :citizen AND o.state = 8 AND o.is_restricted = 0
 ORDER BY o.settled_by;

-- name:  obligation_decided -> many today_row
-- about: A citizen's obligations that rest, because a person has answered a conflict against their rule.
-- takes: int decision
-- gives: text company_name, text other_name
-- reads: citizen = :citizen
-- may:   logged_in
SELECT o.* FROM obligation_shown o
 WHERE o.citizen = :citizen AND o.state = 8 AND o.settled_by = :decision AND o.is_restricted = 0
 ORDER BY o.due_at, o.id;

-- name:  obligation_settled -> many settled_row
-- about: A citizen's settled obligations, for the points on her way.
-- reads: citizen = :citizen
-- may:   case_read, case_work, placement_read
SELECT o.id, o.citizen, o.scheme, o.rule, o.state, o.due_at, o.settled_at
  FROM obligation o
 WHERE o.citizen = :citizen AND o.state IN (1, 2, 3) AND o.is_restricted = 0
 ORDER BY o.due_at, o.id;

-- name:  obligation_open -> one today_row
-- about: One obligation, to act on it.
-- takes: obligation_id id
-- gives: text company_name, text other_name
-- reads: citizen found
-- may:   logged_in
SELECT o.* FROM obligation_shown o
 WHERE o.id = :id;

-- name:  citizen_journal -> many citizen_journal_row
-- about: What happened to a citizen, newest first, as it stands now: no void events, each in its latest version.
-- takes: int most
-- reads: citizen = :citizen
-- may:   case_read, case_work
SELECT j.lid, j.kind, j.code, j.subject_kind, j.subject, j.happened_at, j.is_day, j.fields, j.actor_kind,
       s.name AS actor_name
  FROM journal j LEFT JOIN staff s ON s.id = j.actor AND j.actor_kind = 2
 WHERE j.stream_kind = 0 AND j.stream = :citizen AND j.is_void = 0
   AND NOT EXISTS (SELECT 1 FROM journal v
                    WHERE v.lid = j.lid AND v.stream_kind = j.stream_kind AND v.stream = j.stream
                      AND v.version > j.version AND v.version > 1)
 ORDER BY j.happened_at DESC, j.lid DESC
 LIMIT :most;

-- name:  citizen_seen_by -> many seen_by_row
-- about: Who has opened the case since a moment, most often first.
-- takes: instant since
-- reads: citizen = :citizen
-- may:   case_read
SELECT a.actor, s.name, a.times
  FROM (SELECT actor, count(*) AS times
          FROM access_log
         WHERE citizen = :citizen AND actor_kind = 2 AND at >= :since
         GROUP BY actor) AS a JOIN staff s ON s.id = a.actor
 ORDER BY a.times DESC, s.name;

-- name:  obligation_reason_insert -> id
-- about: The words to a closing.
-- reads: nothing, because it writes and tells nothing; the obligation was loaded, guarded and logged
-- may:   obligation_assign
INSERT INTO obligation_reason (citizen, name, words, author, written_at)
VALUES (:citizen, :name, :words, :author, :written_at)
RETURNING id;

-- name:  obligation_reasons -> many obligation_reason_row
-- about: The words to the closings of one obligation, newest first.
-- reads: nothing, because the obligation was loaded, guarded and logged before
-- may:   logged_in
SELECT o.id, o.citizen, o.words, o.written_at, s.name AS author_name
  FROM obligation_reason o JOIN staff s ON s.id = o.author
 WHERE o.name = :name
 ORDER BY o.id DESC;

-- name:  obligation_reason_told -> many obligation_reason_told_row
-- about: Why a citizen's deadlines were closed without being met, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT o.id, o.words, o.written_at, s.name AS author_name
  FROM obligation_reason o JOIN staff s ON s.id = o.author
 WHERE o.citizen = :citizen
 ORDER BY o.written_at, o.id;

-- name:  obligation_reason_erase
-- about: The words go; the journal still has that the deadline was closed.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE obligation_reason SET words = '' WHERE citizen = :citizen;

-- name:  obligation_chain -> many chained_row
-- about: The rows of one rule about the same thing, newest first: an obligation with those before and after it.
-- takes: int most
-- reads: nothing, because the obligation they go with was loaded, guarded and logged before
-- may:   logged_in
SELECT o.id, o.anchor_at, o.due_at, o.is_hour_rule, o.state, o.settled_at, o.trigger_kind, s.name AS owner_name
  FROM obligation o
  LEFT JOIN staff s ON s.id = o.owner
 WHERE o.stream_kind = :stream_kind AND o.stream = :stream AND o.scheme = :scheme AND o.rule = :rule
   AND o.subject_kind = :subject_kind AND o.subject = :subject
 ORDER BY o.anchor_at DESC, o.id DESC
 LIMIT :most;

-- name:  obligation_forms -> many obligation_form
-- about: What an obligation was before each change, newest first.
-- takes: int most
-- reads: nothing, because the obligation was loaded, guarded and logged before
-- may:   logged_in
SELECT h.state, h.due_at, h.settled_at, h.from_at, h.until_at, s.name AS owner_name
  FROM obligation_history h LEFT JOIN staff s ON s.id = h.owner
 WHERE h.name = :name
 ORDER BY h.until_at DESC, h.id DESC
 LIMIT :most;

-- name:  obligation_same_duty -> many today_row
-- about: Open obligations of the same duty and subject about the same citizen under other rules; one event settles them all.
-- takes: text duty, int subject_kind, int subject, obligation_id but
-- gives: text company_name, text other_name
-- reads: citizen = :citizen
-- may:   logged_in
SELECT o.* FROM obligation_shown o
 WHERE o.citizen = :citizen AND o.state = 0 AND o.is_restricted = 0 AND o.duty = :duty
   AND o.subject_kind = :subject_kind AND o.subject = :subject AND o.id <> :but
 ORDER BY o.due_at, o.id;

-- name:  journal_noted -> one noted_row
-- about: When an event was first written down, and by whom.
-- reads: nothing, because the obligation it belongs to was loaded, guarded and logged before
-- may:   logged_in
SELECT j.recorded_at, j.happened_at, j.is_day, s.name AS actor_name
  FROM journal j LEFT JOIN staff s ON s.id = j.actor AND j.actor_kind = 2
 WHERE j.lid = :lid AND j.version = 1
 ORDER BY j.stream_kind
 LIMIT 1;
