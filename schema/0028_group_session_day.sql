-- SPDX-License-Identifier: MIT
-- What meets on a day is asked on everybody's first page; the sessions of years lie around it.
CREATE INDEX group_session_by_day ON group_session (day);
