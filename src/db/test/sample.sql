-- Statements for the tests of db/.

-- name:  citizen_add -> id
-- about: A new citizen.
-- reads: nothing, because there is nobody before
-- may:   case_write
INSERT INTO citizen (name) VALUES (:name) RETURNING id;

-- name:  sample_name -> value
-- about: What somebody is called.
-- reads: citizen = :citizen
-- may:   case_read, case_write
SELECT name FROM citizen WHERE id = :citizen;

-- name:  citizen_rename -> count
-- about: Another name.
-- reads: citizen = :citizen
-- may:   case_write
UPDATE citizen SET name = :name WHERE id = :citizen;

-- name:  citizen_called -> one citizen_row
-- about: The citizen with this name.
-- reads: citizen found
-- may:   case_read
SELECT id AS citizen, name FROM citizen WHERE name = :name ORDER BY id LIMIT 1;

-- name:  citizens -> many citizen_row
-- about: All citizens.
-- reads: each citizen
-- may:   case_read
SELECT id AS citizen, name FROM citizen ORDER BY id;

-- name:  citizen_count -> value
-- about: How many citizens there are.
-- reads: nothing, because it is a number
-- may:   logged_in
SELECT COUNT(*) AS how_many FROM citizen;

-- name:  sample_add -> id
-- about: A row with one value of each type.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO sample (citizen, code, count, born_day, seen_at, is_open, share, words, bytes)
VALUES (:citizen, :code, :count, :born_day, :seen_at, :is_open, :share, :words, :bytes)
RETURNING id;

-- name:  sample_get -> one sample_row
-- about: The row back.
-- reads: nothing, because the tests of access have others
-- may:   case_read
SELECT id, citizen, code, count, born_day, seen_at, is_open, share, words, bytes FROM sample WHERE id = :id;

-- name:  sample_sums -> one sums_row
-- about: Numbers that the databases give in types of their own.
-- gives: int total, real mean, flag is_any_open
-- reads: nothing, because it is a number
-- may:   case_read
SELECT SUM(count) AS total, AVG(count) AS mean, EXISTS (SELECT 1 FROM sample WHERE is_open = 1) AS is_any_open
  FROM sample;

-- name:  sample_increment -> count
-- about: One more.
-- reads: nothing, because it is a number
-- may:   case_write
UPDATE sample SET count = count + 1 WHERE id = :id;

-- name:  sample_delete -> count
-- about: Away with all.
-- reads: nothing, because the rows are no one's
-- may:   case_write
DELETE FROM sample;

-- name:  engine_told -> value
-- about: Which of the two bodies ran.
-- gives: text told
-- may:   anyone
-- sqlite:
SELECT 'sqlite ' || name AS told FROM engine_name;
-- postgres:
SELECT 'postgresql ' || name AS told FROM engine_name;

-- name:  access_tamper -> count
-- about: What nobody should do to the access log.
-- takes: int id
-- reads: nothing, because it is the log of reading
-- may:   system
UPDATE access_log SET actor = 99 WHERE id = :id;

-- name:  access_remove -> count
-- about: What nobody should do to the access log either.
-- takes: int id
-- reads: nothing, because it is the log of reading
-- may:   system
DELETE FROM access_log WHERE id = :id;

-- name:  access_rows -> many access_short_row
-- about: The access log in short.
-- reads: nothing, because it is the log of reading
-- may:   system
SELECT citizen AS whose, citizens, statement, reason, actor, request FROM access_log ORDER BY id;
