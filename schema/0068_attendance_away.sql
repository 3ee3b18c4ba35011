-- SPDX-License-Identifier: MIT
-- Absence of a part of the day.

-- Minutes of the day's sessions that somebody was away, when the mark is not `attended`; 0: all of them. What the person was
-- there for counts in the participation rate and in the week's hours.
ALTER TABLE attendance ADD COLUMN away_minutes INTEGER NOT NULL DEFAULT 0;
