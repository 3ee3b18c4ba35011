-- name:  simulate_citizen_count -> value
-- about: How many citizens the store has already, so that an example is not poured over real ones.
-- gives: int how_many
-- reads: nothing, because only a number comes out
-- may:   import
SELECT count(*) AS how_many FROM citizen;

-- name:  simulate_staff_count -> value
-- about: How many work here already: the example's people would have to share their log-ins.
-- gives: int how_many
-- may:   import
SELECT count(*) AS how_many FROM staff;

-- name:  simulate_company_count -> value
-- about: How many companies the store has already, so that invented numbers go on from there.
-- gives: int how_many
-- may:   import
SELECT count(*) AS how_many FROM company;
