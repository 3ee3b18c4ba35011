-- One of each mistake that sqlgen names.

-- name:  no_column -> value
-- about: A column that is not there.
-- may:   case_read
SELECT length
  FROM chain
 WHERE nmae = :name;

-- name:  no_may -> value
-- about: Nobody may.
SELECT length FROM chain WHERE name = :name;

-- name:  no_such_permission -> value
-- about: A slip.
-- may:   case_raed
SELECT length FROM chain WHERE name = :name;

-- name:  no_reads -> many access_row
-- about: Touches a citizen without saying so.
-- may:   case_read
SELECT id, citizen FROM access_log;

-- name:  reads_no_parameter -> many other_access_row
-- about: Says whose data by a parameter it does not have.
-- reads: citizen = :citizen
-- may:   case_read
SELECT id, citizen FROM access_log;

-- name:  unknown_type -> value
-- about: A parameter without a type.
-- may:   case_read
SELECT length FROM chain WHERE length > :limit;

-- name:  unused_type -> value
-- about: A type for a parameter that is not there.
-- takes: int limt
-- may:   case_read
SELECT length FROM chain WHERE length > :length;

-- name:  two_columns -> value
-- about: Two columns where one is wanted.
-- may:   case_read
SELECT name, length FROM chain;

-- name:  no_name_of_column -> many total_row
-- about: An expression without a name.
-- may:   case_read
SELECT COUNT(*) FROM chain;

-- name:  twice
-- about: Two statements under one name.
-- may:   case_read
DELETE FROM chain;
DELETE FROM access_spool;

-- name:  no_shape -> all chain_row
-- about: A shape that is none.
-- may:   case_read
SELECT name FROM chain;

-- name:  unknown_word
-- mya:   case_read
DELETE FROM chain;

-- name:  no_may
-- about: A name that is taken.
-- may:   case_read
DELETE FROM chain;
