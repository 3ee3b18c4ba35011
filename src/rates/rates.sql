-- name:  rate_file_insert -> id
-- about: A file of numbers that somebody vouches for.
-- may:   scheme_write
INSERT INTO rate_file (source, verified_by, verified_day, is_test, loaded_at, loaded_by)
VALUES (:source, :verified_by, :verified_day, :is_test, :loaded_at, :loaded_by)
RETURNING id;

-- name:  rate_insert
-- about: One number of a file.
-- may:   scheme_write
INSERT INTO rate (rate_file, name, value, from_day, to_day, basis)
VALUES (:rate_file, :name, :value, :from_day, :to_day, :basis);

-- name:  rate_file_withdraw -> count
-- about: The numbers of a file no longer count; 0 when it is not there or already withdrawn.
-- may:   scheme_write
UPDATE rate_file SET withdrawn_at = :withdrawn_at, withdrawn_by = :withdrawn_by
 WHERE id = :id AND withdrawn_at IS NULL;

-- name:  rates_in_force -> many rate_row
-- about: All numbers of the files that count, the newest file first.
-- may:   logged_in
SELECT n.rate_file, n.name, n.value, n.from_day, n.to_day, n.basis, f.source, f.verified_by, f.verified_day, f.is_test
  FROM rate n JOIN rate_file f ON f.id = n.rate_file
 WHERE f.withdrawn_at IS NULL
 ORDER BY f.loaded_at DESC, f.id DESC, n.name, n.from_day;

-- name:  rate_files -> many rate_file_row
-- about: Every file that was ever loaded, newest first.
-- gives: text loaded_name, int how_many
-- may:   logged_in
SELECT f.id, f.source, f.verified_by, f.verified_day, f.is_test, f.loaded_at, s.name AS loaded_name, f.withdrawn_at,
       (SELECT COUNT(*) FROM rate n WHERE n.rate_file = f.id) AS how_many
  FROM rate_file f LEFT JOIN staff s ON s.id = f.loaded_by
 ORDER BY f.loaded_at DESC, f.id DESC;
