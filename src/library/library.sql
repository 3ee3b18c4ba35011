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
INSERT INTO scheme_use (scheme, scheme_version, is_on, changed_at, changed_by)
VALUES (:scheme, :scheme_version, :is_on, :changed_at, :changed_by)
ON CONFLICT (scheme) DO UPDATE
   SET scheme_version = excluded.scheme_version, is_on = excluded.is_on, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by;

-- name:  scheme_edits -> many scheme_edit_row
-- about: The edits of a scheme that stand, in the order they were made.
-- may:   logged_in
SELECT e.id, e.scheme, e.path, e.value, e.valid_from_day, e.reason, e.made_at, e.made_by, s.name AS by_name
  FROM scheme_edit e LEFT JOIN staff s ON s.id = e.made_by
 WHERE e.scheme = :scheme AND e.is_withdrawn = 0
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
