-- SPDX-License-Identifier: MIT
-- What has climbed to a team leader is read in order of due time without opening each obligation (today_rows).

CREATE INDEX obligation_climbing ON obligation (state, due_at, id, climbs_at, unit) WHERE state = 0;
