-- SPDX-License-Identifier: MIT
-- What work must take into account has a date and a source: a talk (with the doctor) confirms what holds or changes it
-- (S37). A talk closes the rows that held (`gone_by`) and writes those that hold from then on, so that what was said
-- before can be read, and comes back when the talk was a mistake. Without `meeting`: written on the citizen's own page.
ALTER TABLE citizen_skill ADD COLUMN said_day INTEGER;
ALTER TABLE citizen_skill ADD COLUMN meeting INTEGER REFERENCES meeting (id);
ALTER TABLE citizen_skill ADD COLUMN gone_by INTEGER REFERENCES meeting (id);
CREATE INDEX citizen_skill_of_meeting ON citizen_skill (meeting) WHERE meeting IS NOT NULL;
