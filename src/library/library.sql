-- name:  scheme_use_all -> many scheme_use_row
-- about: Every scheme that is or was on.
-- may:   logged_in
SELECT id, scheme, scheme_version, is_on, changed_at, changed_by FROM scheme_use ORDER BY scheme;

-- name:  scheme_use_of -> one scheme_use_row
-- about: Whether one scheme is on.
-- may:   logged_in
SELECT id, scheme, scheme_version, is_on, changed_at, changed_by FROM scheme_use WHERE scheme = :scheme;

-- name:  scheme_use_put
-- about: A scheme on or off.
-- may:   scheme_write
INSERT INTO scheme_use (scheme, scheme_version, text, is_on, changed_at, changed_by)
VALUES (:scheme, :scheme_version, :text, :is_on, :changed_at, :changed_by)
ON CONFLICT (scheme) DO UPDATE
   SET scheme_version = excluded.scheme_version, text = excluded.text, is_on = excluded.is_on,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by;

-- name:  scheme_edits -> many scheme_edit_row
-- about: The edits of a scheme that stand, in the order they were made.
-- may:   logged_in
SELECT e.id, e.scheme, e.path, e.value, e.valid_from_day, e.reason, e.made_at, e.made_by, s.name AS by_name
  FROM scheme_edit e LEFT JOIN staff s ON s.id = e.made_by
 WHERE e.scheme = :scheme AND e.is_withdrawn = 0
 ORDER BY e.id;

-- name:  scheme_edits_used -> many scheme_edit_row
-- about: The edits that stand of all schemes that are switched on, in the order they were made.
-- may:   logged_in
SELECT e.id, e.scheme, e.path, e.value, e.valid_from_day, e.reason, e.made_at, e.made_by, s.name AS by_name
  FROM scheme_edit e JOIN scheme_use u ON u.scheme = e.scheme AND u.is_on = 1
  LEFT JOIN staff s ON s.id = e.made_by
 WHERE e.is_withdrawn = 0
 ORDER BY e.id;

-- name:  scheme_edit_insert -> id
-- about: One more edit.
-- may:   scheme_write
INSERT INTO scheme_edit (scheme, path, value, valid_from_day, reason, made_at, made_by)
VALUES (:scheme, :path, :value, :valid_from_day, :reason, :made_at, :made_by)
RETURNING id;

-- name:  scheme_edit_withdraw -> count
-- about: Back to the library's value: all edits of a path.
-- may:   scheme_write
UPDATE scheme_edit SET is_withdrawn = 1 WHERE scheme = :scheme AND path = :path AND is_withdrawn = 0;

-- name:  scheme_citizens -> many scheme_citizens_row
-- about: How many citizens are in each scheme now.
-- gives: int citizens
-- reads: nothing, because only numbers leave
-- may:   scheme_read
SELECT scheme, count(DISTINCT citizen) AS citizens FROM enrolment WHERE state <> 'ended' GROUP BY scheme ORDER BY scheme;

-- name:  scheme_edit_counts -> many scheme_edit_counts_row
-- about: How many values of each scheme the municipality has changed.
-- gives: int edits
-- may:   scheme_read
SELECT scheme, count(DISTINCT path) AS edits FROM scheme_edit WHERE is_withdrawn = 0 GROUP BY scheme ORDER BY scheme;

-- name:  scheme_rule_load -> many scheme_rule_load_row
-- about: What each rule of a scheme means today: open obligations, and how many of them are overdue.
-- takes: instant now
-- gives: int open, int over
-- reads: nothing, because only numbers leave
-- may:   scheme_read
SELECT rule, count(*) AS open, sum(CASE WHEN due_at < :now THEN 1 ELSE 0 END) AS over
  FROM obligation
 WHERE scheme = :scheme AND state = 0
 GROUP BY rule
 ORDER BY rule;

-- name:  scheme_edit_log -> many scheme_edit_row
-- about: All edits of a scheme, newest first, for whoever asks what was changed when.
-- may:   scheme_read
SELECT e.id, e.scheme, e.path, e.value, e.valid_from_day, e.reason, e.made_at, e.made_by, s.name AS by_name
  FROM scheme_edit e LEFT JOIN staff s ON s.id = e.made_by
 WHERE e.scheme = :scheme
 ORDER BY e.id DESC;

-- name:  scheme_streams -> many scheme_streams_row
-- about: Citizens who are in a scheme, from an id on, to try a change on; who they are is asked apart.
-- takes: int after, int most
-- reads: nothing, because only ids are told, and each name is read by scheme_names
-- may:   scheme_write
SELECT DISTINCT citizen FROM enrolment
 WHERE scheme = :scheme AND state <> 'ended' AND citizen > :after
 ORDER BY citizen
 LIMIT :most;

-- name:  scheme_names -> many scheme_names_row
-- about: The names of a scheme's citizens between two ids, those in the actor's reach.
-- takes: int is_all, staff_id actor, int first, int last
-- reads: each citizen
-- may:   case_read
SELECT c.id AS citizen, c.first_name, c.last_name
  FROM citizen c
 WHERE c.id >= :first AND c.id <= :last
   AND EXISTS (SELECT 1 FROM enrolment e WHERE e.citizen = c.id AND e.scheme = :scheme AND e.state <> 'ended')
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.id;

-- name:  scheme_wake_streams
-- about: Other rules than before: every stream is looked at again, by whoever wakes them.
-- takes: instant now
-- may:   scheme_write
UPDATE stream SET next_look_at = :now;

-- name:  scheme_units -> many scheme_units_row
-- about: All units, whose duties follow from the schemes too.
-- may:   scheme_read
SELECT id, name FROM unit ORDER BY name, id;

-- name:  scheme_use_set_version
-- about: The library's newer version has been looked through; its text is kept, to compare the next one with.
-- may:   scheme_write
UPDATE scheme_use SET scheme_version = :scheme_version, text = :text WHERE scheme = :scheme;

-- name:  scheme_use_text -> value
-- about: The scheme as it was when it was switched on or last looked through, "" when it never was.
-- may:   scheme_read
SELECT text FROM scheme_use WHERE scheme = :scheme;

-- name:  scheme_conflict_rows -> many scheme_conflict_row
-- about: Citizens about whom two schemes disagree and nobody has answered yet, those in the actor's reach, by time left.
-- takes: int is_all, staff_id actor, int most
-- reads: each citizen
-- may:   case_read
SELECT o.id, o.citizen, o.rule, o.due_at, c.first_name, c.last_name
  FROM obligation o JOIN citizen c ON c.id = o.citizen
 WHERE o.scheme = :scheme AND o.state = 0
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY o.due_at, o.id
 LIMIT :most;

-- name:  closed_streams -> many closed_streams_row
-- about: Citizens with something to do from a day on, from an id on, to see what another working day does to it.
-- takes: instant from_at, int after, int most
-- gives: int citizen
-- reads: nothing, because only ids are told, and each name is read by closed_names
-- may:   scheme_write
SELECT DISTINCT o.citizen FROM obligation o
 WHERE o.state = 0 AND o.due_at >= :from_at AND o.citizen > :after
 ORDER BY o.citizen
 LIMIT :most;

-- name:  closed_names -> many scheme_names_row
-- about: The names of those citizens between two ids, those in the actor's reach.
-- takes: instant from_at, int is_all, staff_id actor, int first, int last
-- reads: each citizen
-- may:   case_read
SELECT c.id AS citizen, c.first_name, c.last_name
  FROM citizen c
 WHERE c.id >= :first AND c.id <= :last
   AND EXISTS (SELECT 1 FROM obligation o WHERE o.citizen = c.id AND o.state = 0 AND o.due_at >= :from_at)
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.id;
