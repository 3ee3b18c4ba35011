-- SPDX-License-Identifier: MIT
-- Courses for mentors that have been held.

-- The event group.closed in the unit's journal, written with the attendance of the last day; 0 until then.
ALTER TABLE mentor_course ADD COLUMN held_event INTEGER NOT NULL DEFAULT 0;
