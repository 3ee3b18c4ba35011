-- A task: one thing one role or person does once. From a scheme's list (`code`), a meeting's minutes or a person.
-- Owned by a unit, and by a person when somebody has taken it; `role` is whom in the unit the scheme gives it to, '' for
-- anybody.
-- `done_event` is the logical id of the journal event that says so, voided when the task is opened again.
CREATE TABLE task (
  id         INTEGER PRIMARY KEY,
  citizen    INTEGER REFERENCES citizen (id),
  unit       INTEGER NOT NULL REFERENCES unit (id),
  owner      INTEGER REFERENCES staff (id),
  scheme     TEXT NOT NULL DEFAULT '',
  code       TEXT NOT NULL DEFAULT '',
  role       TEXT NOT NULL DEFAULT '',
  words      TEXT NOT NULL,
  due_day    INTEGER,
  meeting    INTEGER,
  made_at    INTEGER NOT NULL,
  made_by    INTEGER REFERENCES staff (id),
  done_at    INTEGER,
  done_by    INTEGER REFERENCES staff (id),
  done_event INTEGER,
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX task_by_citizen ON task (citizen, done_at);
CREATE INDEX task_by_owner ON task (owner, done_at, due_day);
CREATE INDEX task_by_unit ON task (unit, done_at, due_day);
