-- SPDX-License-Identifier: MIT
-- The index of what climbs served every question that wanted open obligations in order of due time, and read them all for
-- the few of one company or citizen. Now it has only those that ever climb, and only who asks for these can use it.
DROP INDEX obligation_climbing;
CREATE INDEX obligation_climbing ON obligation (state, due_at, id, climbs_at, unit)
  WHERE state = 0 AND climbs_at < 9223372036854775807;
