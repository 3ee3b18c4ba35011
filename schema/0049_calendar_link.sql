-- SPDX-License-Identifier: MIT
-- A link of purpose calendar_citizen, calendar_group or calendar_staff gives a calendar of the row that `subject` names; those of
-- one subject are listed and withdrawn together.
CREATE INDEX link_by_subject ON link (purpose, subject) WHERE subject <> 0;
