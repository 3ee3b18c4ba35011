-- SPDX-License-Identifier: MIT
-- What a pool's money is for, so that the cost of mentors' time can be told apart (S67).

-- A code of the glossary's list pool_kind; '' for what was written before and for anything else.
ALTER TABLE pool_reservation ADD COLUMN kind TEXT NOT NULL DEFAULT '';

-- Money beside the ordinary budget, for a time.
ALTER TABLE pool ADD COLUMN is_extra INTEGER NOT NULL DEFAULT 0;
