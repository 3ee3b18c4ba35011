-- SPDX-License-Identifier: MIT
-- Challenges of a unit's meeting that nobody can solve alone.

-- A point that is a challenge stands on the agenda of the next meeting of its kind, as a row of its own, until it is
-- solved on a day; what was done about it is the minutes of the point.
ALTER TABLE meeting_point ADD COLUMN is_challenge INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting_point ADD COLUMN solved_day INTEGER;
