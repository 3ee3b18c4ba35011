-- SPDX-License-Identifier: MIT
-- A group's session is moved, held elsewhere, or called off.

-- `place` and `teacher` are those of this session when they are not the group's own. A session that is called off has
-- state 'cancelled', a `reason` and the journal's session.cancelled in `cancel_event`; undoing it voids that event. `event`
-- is its session.planned, 0 for those planned before there was this column. `slot_day` and `slot_minute` say where the
-- week had put a session that was moved, so that the week does not put one there again.
ALTER TABLE group_session ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE group_session ADD COLUMN teacher INTEGER REFERENCES staff (id);
ALTER TABLE group_session ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE group_session ADD COLUMN event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE group_session ADD COLUMN cancel_event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE group_session ADD COLUMN slot_day INTEGER;
ALTER TABLE group_session ADD COLUMN slot_minute INTEGER;
