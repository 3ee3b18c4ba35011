-- name:  simulate_citizen_count -> value
-- about: How many citizens there are: a life begins only in an empty store.
-- gives: int how_many
-- reads: nothing, because only a number is told
-- may:   system
SELECT count(*) AS how_many FROM citizen;
